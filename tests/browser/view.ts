/** Pages of the extension that are no tabs: the popup that the toolbar opens, and the side panel. In Chromium alone. */
import type { CDPSession } from "playwright-core";
import { until } from "./driver.ts";

/** One that the driver can't have. */
export interface View {
  evaluate: <T>(expression: string) => Promise<T>;
  click: (selector: string) => Promise<void>;
}

interface Target {
  targetId: string;
  url: string;
}

/** Waits for the view of `name`, and speaks to it through the session of another page. */
export async function viewOf(devtools: CDPSession, name: string): Promise<View> {
  const { targetId } = await until(`the ${name}`, async () => {
    const { targetInfos } = (await devtools.send("Target.getTargets")) as { targetInfos: Target[] };
    return targetInfos.find(({ url }) => url.endsWith(`/${name}.html`));
  });
  const { sessionId } = await devtools.send("Target.attachToTarget", { targetId, flatten: false });
  const waiting = new Map<number, (answer: unknown) => void>();
  devtools.on("Target.receivedMessageFromTarget", ({ sessionId: from, message }) => {
    if (from !== sessionId) return;
    const { id, result } = JSON.parse(message) as { id: number; result: unknown };
    waiting.get(id)?.(result);
  });
  let last = 0;
  const send = <T>(method: string, params: object): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      const id = ++last;
      waiting.set(id, resolve as (answer: unknown) => void);
      devtools
        .send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id, method, params }) })
        .catch(reject);
    });
  const evaluate = async <T>(expression: string): Promise<T> => {
    const { result } = await send<{ result: { value: T } }>("Runtime.evaluate", { expression, returnByValue: true });
    return result.value;
  };
  return {
    evaluate,
    click: async (selector) => {
      const [x, y] = JSON.parse(
        await evaluate<string>(`(() => {
          const { left, top, width, height } = document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect();
          return JSON.stringify([left + width / 2, top + height / 2]);
        })()`),
      ) as [number, number];
      for (const type of ["mousePressed", "mouseReleased"])
        await send("Input.dispatchMouseEvent", { type, x, y, button: "left", clickCount: 1 });
    },
  };
}
