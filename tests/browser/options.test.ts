/** The options page in both browsers: what is chosen there holds at once, on the page itself and on the pages that are open. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inEach } from "./browsers.ts";
import { cardOf, markOf, marksOf, until, type Driver, type Tab } from "./driver.ts";
import { openWeb, type Web } from "./web.ts";

inEach((_browser, drive) => {
  let web: Web;
  let driver: Driver;
  let page: Tab;
  let options: Tab;

  beforeAll(async () => {
    web = await openWeb();
    driver = await drive(web.proxy);
    page = await driver.open("sample.html");
    await markOf(page, "两个确立");
    options = await driver.openOwn("/options.html");
    await until("the sample's marks", async () => (await marksOf(options)).length > 0);
  });
  afterAll(async () => {
    await driver?.close();
    await web?.close();
  });

  /** Clicks on the choice, the switch or the button that says `label`, in the section or group `within`. */
  const press = async (within: string, label: string): Promise<void> => {
    await options.bringToFront();
    const clicked = await options.evaluate<boolean>(
      `(() => {
        const place = document.querySelector(${JSON.stringify(within)});
        const said = (one) => one.getAttribute("aria-label") ?? one.textContent;
        const one = [...place.querySelectorAll("label, button")].find((one) => said(one).includes(${JSON.stringify(label)}));
        one?.click();
        return one !== undefined;
      })()`,
    );
    expect([label, clicked]).toEqual([label, true]);
  };
  const said = (text: string): Promise<boolean> =>
    until(`“${text}” to be said`, async () =>
      (await options.evaluate<string>(`document.querySelector(".said-place").textContent`)).includes(text),
    );
  const surfaces = async (tab: Tab): Promise<string[]> => (await marksOf(tab)).map((mark) => mark.text);
  const body = (tab: Tab): Promise<string> => tab.evaluate<string>("document.body.textContent");

  test("the sample is marked and explained as any page is", async () => {
    const { x, y } = await markOf(options, "两个维护");
    await options.bringToFront();
    await options.move(x + 60, y + 60);
    await options.move(x, y);
    await cardOf(options, "liǎng gè wéi hù");
    await options.press("Escape");
    await until("the card to close", async () => (await options.card()) === undefined);
  });

  test("where colours are forced the sample's text has the system's by its own words, and its marks are lines", async () => {
    await options.inForcedColors?.(async () => {
      const looks = await options.evaluate<string[]>(`(() => {
        const { forcedColorAdjust, color } = getComputedStyle(document.querySelector(".sample-text"));
        const probe = document.body.appendChild(document.createElement("p"));
        probe.style.color = "CanvasText";
        const system = getComputedStyle(probe).color;
        probe.remove();
        return [forcedColorAdjust, String(color === system)];
      })()`);
      expect(looks).toEqual(["none", "true"]);
    });
  });

  test("how much to mark shows in the sample and on the page that is open", async () => {
    expect(await surfaces(options)).toContain("决定性意义");
    await press('[aria-label="How much to mark"]', "Essential");
    await said("Saved.");
    await until("the sample to have less", async () => !(await surfaces(options)).includes("决定性意义"));
    expect(await surfaces(options)).toContain("两个维护");
    await until("the page to have less", async () => !(await surfaces(page)).includes("县委"));
    await press('[aria-label="How much to mark"]', "Regular");
    await until("the sample to have more", async () => (await surfaces(options)).includes("决定性意义"));
    await until("the page to have more", async () => (await surfaces(page)).includes("县委"));
  });

  test("a theme is worn at once, by every page of the extension, and before the next one is painted", async () => {
    await press('[aria-label="Theme"]', "Dark");
    await until("the dark", () => options.evaluate<boolean>(`document.documentElement.dataset.theme === "dark"`));
    const paper = (tab: Tab): Promise<string> =>
      tab.evaluate<string>("getComputedStyle(document.body).backgroundColor");
    const dark = await paper(options);
    const reader = await driver.openOwn("/reader.html?speech=003");
    expect(await paper(reader)).toBe(dark);
    await press('[aria-label="Theme"]', "Light");
    await until("the light in both", async () => {
      const papers = [await paper(options), await paper(reader)];
      return papers.every((color) => color !== dark);
    });
    await reader.close();
    await press('[aria-label="Theme"]', "As the browser");
    await until("neither", () => options.evaluate<boolean>(`document.documentElement.dataset.theme === undefined`));
  });

  test("a language is spoken at once, and back again", async () => {
    await press('[aria-label="Language"]', "繁體中文");
    await until("traditional", async () => (await body(options)).includes("不標註的提法"));
    expect(await options.evaluate<string>("document.documentElement.lang")).toBe("zh-Hant");
    await press('[aria-label="語言"]', "简体中文");
    await until("simplified", async () => (await body(options)).includes("不标注的提法"));
    await press('[aria-label="语言"]', "English");
    await until("English", async () => (await body(options)).includes("Formulations not to be marked"));
  });

  test("a site that is added has no marks any more; what was done can be undone", async () => {
    await options.evaluate(`document.querySelector("#sites input").focus()`);
    await options.bringToFront();
    await options.type("http://county.test/sample.html");
    await options.press("Enter");
    await said("Off at county.test.");
    await until("no marks", async () => (await marksOf(page)).length === 0);
    await press(".said-place", "Undo");
    await said("Undone.");
    await page.bringToFront();
    await markOf(page, "两个确立");
  });

  test("of a pack that is off nothing is marked; numerals that no pack has any more are marked as such", async () => {
    const known = async (tab: Tab): Promise<number> =>
      (await marksOf(tab)).filter(({ name }) => !name.startsWith("tifa-unknown")).length;
    const packs = ["Common formulations", "County speeches"];
    // What is out of sight is not painted, and a pack that is pressed is scrolled to.
    const toSample = (): Promise<unknown> => options.evaluate("scrollTo(0, 0)");
    await toSample();
    await until("the sample's marks", async () => (await known(options)) > 0);
    for (const pack of packs) await press("#packs", pack);
    await toSample();
    await until("a numeral that no pack has", async () =>
      (await marksOf(options)).some(({ name, text }) => name.startsWith("tifa-unknown") && text === "两个维护"),
    );
    expect(await known(options)).toBe(0);
    await page.bringToFront();
    await until("the page to know none", async () => (await known(page)) === 0);
    for (const pack of packs) await press("#packs", pack);
    await toSample();
    await until("the sample to know some", async () => (await known(options)) > 0);
    await page.bringToFront();
    await until("the page to know some", async () => (await known(page)) > 0);
  });

  test("the keys are listed as the browser has them", async () => {
    for (const name of ["Next formulation", "Previous formulation", "Close the card"])
      expect(await body(options)).toContain(name);
  });

  test("every key that the manifest suggests is one that the browser gives away", async () => {
    const refused = await options.evaluate<string[]>(
      `(async () => {
        const api = globalThis.browser ?? chrome;
        const suggested = Object.entries(api.runtime.getManifest().commands).filter(([, { suggested_key: key }]) => key);
        const given = (await api.commands.getAll()).filter(({ shortcut }) => shortcut).map(({ name }) => name);
        return suggested.map(([name]) => name).filter((name) => !given.includes(name));
      })()`,
    );
    expect(refused).toEqual([]);
  });

  describe("a backup", () => {
    /** What is handed to the browser's downloads; no file is written. */
    const made = async (): Promise<string> => {
      await options.evaluate(
        `window.made = undefined; URL.createObjectURL = (blob) => { blob.text().then((text) => { window.made = text; }); return "#"; }`,
      );
      await press("#data", "Save a backup");
      return until("the file", async () => options.evaluate<string | undefined>("window.made"));
    };
    const restore = async (text: string): Promise<void> => {
      await options.evaluate(
        `(() => {
          const files = new DataTransfer();
          files.items.add(new File([${JSON.stringify(text)}], "mine.json"));
          const field = document.querySelector("input[type=file]");
          field.files = files.files;
          field.dispatchEvent(new Event("change", { bubbles: true }));
        })()`,
      );
    };
    const strength = (): Promise<string> =>
      options.evaluate<string>(
        `document.querySelector('[aria-label="Strength"] :checked').closest("label").textContent`,
      );

    test("brings back what was, and can be undone", async () => {
      await press('[aria-label="Strength"]', "Strong");
      await said("Saved.");
      const file = await made();
      await press('[aria-label="Strength"]', "Faint");
      await until("the choice", async () => (await strength()) === "Faint");
      await restore(file);
      await said("Restored:");
      expect(await strength()).toBe("Strong");
      await press(".said-place", "Undo");
      await until("what was before", async () => (await strength()) === "Faint");
    });

    test("that is damaged is refused whole, with the reason", async () => {
      const file = await made();
      await restore(file.replace('"markStrength": "faint"', '"markStrength": "loud"'));
      await said("(settings.markStrength) should be “faint”, “normal” or “strong”, and is “loud”.");
      await restore(file.slice(0, -20));
      await said("only a part of one");
      expect(await strength()).toBe("Faint");
    });
  });

  test("a reset puts everything back but the language, and can be undone", async () => {
    await press('[aria-label="Language"]', "简体中文");
    await until("Chinese", async () => (await body(options)).includes("恢复默认设置"));
    await press("#data", "恢复默认设置");
    await said("设置已恢复为默认值。撤销");
    await until("the first choice", () =>
      options.evaluate<boolean>(
        `document.querySelector('[aria-label="醒目程度"] :checked').closest("label").textContent === "中"`,
      ),
    );
    await press(".said-place", "撤销");
    await said("已撤销。");
    await press('[aria-label="语言"]', "English");
    await until("English", async () => (await body(options)).includes("Reset the settings"));
  });

  test("every icon of the manifest and of the toolbar is there", async () => {
    const missing = await options.evaluate<string[]>(
      `(async () => {
        const { icons, action } = (globalThis.browser ?? chrome).runtime.getManifest();
        const off = ["icons/off-16.png", "icons/off-32.png"];
        const paths = [...Object.values(icons), ...Object.values(action.default_icon), ...off];
        const missing = [];
        for (const path of paths) await fetch("/" + path.replace(/^.*\\/icons/, "icons")).catch(() => missing.push(path));
        return missing;
      })()`,
    );
    expect(missing).toEqual([]);
  });

  test("nothing was logged as an error", () => {
    expect(driver.errors().filter((error) => !/Content.Security.Policy/.test(error))).toEqual([]);
  });
});
