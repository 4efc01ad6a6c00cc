// @vitest-environment happy-dom
// What pages do to themselves.
// oxlint-disable eslint/no-restricted-properties
import { afterEach, expect, test, vi } from "vitest";
import { containerOf, lookingUp, type Container } from "../../src/page/blocks.ts";
import { Known } from "../../src/page/known.ts";
import { Queue } from "../../src/page/queue.ts";

const DEPTH = 60;
const ROWS = 200;

/** `ROWS` elements in one that is `DEPTH` deep. */
function rowsIn(root: Element): Element[] {
  let at = root;
  for (let depth = 1; depth < DEPTH; depth++) at = at.appendChild(document.createElement("div"));
  return Array.from({ length: ROWS }, () => at.appendChild(document.createElement("div")));
}

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

test("of much that comes at once in a deep tree the way up is gone once", () => {
  const rows = rowsIn(document.body.appendChild(document.createElement("div")));
  const queue = new Queue(document, new Known());
  // Of every element on the way its role is asked.
  const asked = vi.spyOn(Element.prototype, "getAttribute");
  lookingUp(() => {
    for (const row of rows) queue.addAround(row);
  });
  expect(asked.mock.calls.filter(([name]) => name === "role").length).toBeLessThan(5 * (DEPTH + ROWS));
  const queued = new Set<Container>();
  for (let next = queue.take(); next; next = queue.take()) queued.add(next);
  // With <html> and <body>.
  expect(queued.size).toBe(2 + DEPTH + ROWS);
});

test("the container of a node is the same, whether others were looked for before or not", () => {
  document.body.innerHTML =
    "<div>一<b>二</b><code>三<p>四</p></code></div><section role='textbox'><div>五<p>六<i>七</i></p></div></section><x-host><p>八</p></x-host>";
  document.querySelector("x-host")!.attachShadow({ mode: "open" }).innerHTML = "九<p>十</p>";
  const nodesIn = (root: Node): Node[] =>
    [...root.childNodes].flatMap((node) => [
      node,
      ...(node instanceof Element && node.shadowRoot ? nodesIn(node.shadowRoot) : []),
      ...nodesIn(node),
    ]);
  const nodes = nodesIn(document.body);
  const alone = nodes.map(containerOf);
  expect(new Set(alone).size).toBeGreaterThan(4);
  for (const order of [nodes, nodes.toReversed()]) {
    lookingUp(() => {
      for (const node of order) expect(containerOf(node)).toBe(alone[nodes.indexOf(node)]);
    });
  }
});
