/** The server behind `npm start -- FILE`: the page and its parts, and nothing else of the disk. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serve, type Served } from "../../src/cli/serve.ts";

let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "tifa-serve-"));
  mkdirSync(join(root, "site/图"), { recursive: true });
  mkdirSync(join(root, "site/.git"));
  const files = {
    "secret.html": "not for the page",
    "site/.git/config.html": "hidden",
    "site/notes.md": "no part of a page",
    "site/讲话 稿.html": "<p>两个确立</p>",
    "site/图/a.png": "png",
    "site/utf8.txt": "四个意识",
    "site/README": "四个自信",
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(root, name), content);
  writeFileSync(join(root, "site/gbk.txt"), Buffer.from([0xcb, 0xc4, 0xb8, 0xf6]));
  symlinkSync(join(root, "secret.html"), join(root, "site/link.html"));
});
afterAll(() => rmSync(root, { recursive: true }));

const open = async <T>(name: string, use: (served: Served) => Promise<T>): Promise<T> => {
  const served = await serve(join(root, "site", name));
  try {
    return await use(served);
  } finally {
    served.close();
  }
};

/** Asks for a path as it stands: fetch would tidy it up. */
const get = (address: string, path: string, host?: string): Promise<{ status: number; type: string | undefined }> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(address);
    request({ hostname, port, path, ...(host !== undefined && { headers: { host } }) }, (response) => {
      response.resume();
      resolve({ status: response.statusCode!, type: response.headers["content-type"] });
    })
      .on("error", reject)
      .end();
  });

describe("the file that was asked for", () => {
  test.each([
    ["讲话 稿.html", "text/html"],
    ["utf8.txt", "text/plain; charset=utf-8"],
    ["gbk.txt", "text/plain"],
    ["README", "text/plain; charset=utf-8"],
  ])("%s as %s", async (name, type) => {
    const response = await open(name, ({ url }) => fetch(url));
    expect([response.status, response.headers.get("content-type")]).toEqual([200, type]);
  });
});

describe("beside it", () => {
  test.each([
    ["a picture of the page", "/%E5%9B%BE/a.png", 200],
    ["what is missing", "/gone.png", 404],
    ["what is no part of a page", "/notes.md", 404],
    ["what is hidden", "/.git/config.html", 404],
    ["what is above", "/../secret.html", 404],
    ["what is above, written otherwise", "/..%2fsecret.html", 404],
    ["what a link leads out to", "/link.html", 404],
    ["nonsense", "/%E0%A4%A", 404],
  ])("%s", async (_, path, status) => {
    expect(await open("utf8.txt", ({ url }) => get(url, path))).toMatchObject({ status });
  });

  test("a name of another host", async () => {
    expect(await open("utf8.txt", ({ url }) => get(url, "/utf8.txt", "evil.example"))).toMatchObject({ status: 404 });
  });
});
