/** The terminal commands as a user runs them: as processes. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serialize } from "node:v8";
import { afterAll, describe, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "tifa-cli-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** npm says in it where the user stands; here that is the folder of the test. */
const env = { ...process.env };
delete env["INIT_CWD"];

function tifa(args: readonly string[], input: string | Buffer = "") {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(ROOT, "src/cli/main.ts"), ...args], {
    cwd: folder,
    input,
    env,
  });
  return { stdout: stdout.toString(), stderr: stderr.toString(), status };
}

function file(name: string, content: string | Buffer): string {
  writeFileSync(join(folder, name), content);
  return name;
}

const rows = (stdout: string): Record<string, unknown>[] =>
  stdout
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe("annotate", () => {
  test("one object a finding, with the fields of the contract in their order", () => {
    const name = file("a.txt", "“四个意识”，以改革为抓手，“五清三亮”。");
    const { stdout, status } = tifa(["annotate", name, "--format", "jsonl"]);
    expect(status).toBe(0);
    const found = rows(stdout);
    expect(found.map((row) => [row["surface"], row["kind"], row["tier"], row["term"]])).toEqual([
      ["四个意识", "term", "A", "四个意识"],
      ["以改革为抓手", "frame", "B", "以…为抓手"],
      ["抓手", "term", "A", "抓手"],
      ["五清三亮", "numeral", "A", null],
    ]);
    for (const row of found) {
      expect(Object.keys(row)).toEqual([
        "file",
        "start",
        "end",
        "surface",
        "kind",
        "tier",
        "term",
        "category",
        "weight",
      ]);
      expect(row["file"]).toBe(name);
    }
  });

  test("offsets are UTF-16 code units of the file as decoded, a byte order mark and wide characters counted", () => {
    const text = "\ufeff𠮷家说：四个意识\r\n";
    const [row] = rows(tifa(["annotate", file("bom.txt", text), "--format", "jsonl"]).stdout);
    expect(text.slice(row!["start"] as number, row!["end"] as number)).toBe("四个意识");
  });

  test("over the five speeches every surface is its slice", () => {
    const speeches = [
      "000_9f397a3ce90a2b4c",
      "001_d2ebd995abb21ce4",
      "002_4fb029eb6b90f476",
      "003_00368fc007a92287",
      "004_24c832e00ee742a1",
    ].map((name) => join(ROOT, "seeds/speeches", `${name}.txt`));
    const found = rows(tifa(["annotate", ...speeches, "--format", "jsonl"]).stdout);
    const texts = new Map(speeches.map((path) => [path, readFileSync(path, "utf8")]));
    expect(found.length).toBeGreaterThan(500);
    for (const { file: path, start, end, surface } of found) {
      expect(texts.get(path as string)!.slice(start as number, end as number)).toBe(surface);
    }
    expect(new Set(found.map((row) => row["file"])).size).toBe(5);
  });

  test("a reader that has enough and goes away is no error", () => {
    const name = file("long.txt", "四个意识、四个自信、两个维护。\n".repeat(20_000));
    const { stderr, status } = spawnSync(
      "sh",
      ["-c", `"${process.execPath}" "${join(ROOT, "src/cli/main.ts")}" annotate ${name} --format jsonl | head -1`],
      { cwd: folder, encoding: "utf8", env },
    );
    expect([stderr, status]).toEqual(["", 0]);
  });

  test("- is standard input", () => {
    const { stdout } = tifa(["annotate", "-", "--format", "jsonl"], "坚持四个自信");
    expect(rows(stdout)).toMatchObject([{ file: "-", surface: "四个自信" }]);
  });

  test("a text without any prints nothing as JSONL, and says so as a table", () => {
    const name = file("plain.txt", "今天天气很好。");
    expect(tifa(["annotate", name, "--format", "jsonl"])).toMatchObject({ stdout: "", status: 0 });
    expect(tifa(["annotate", name]).stdout).toContain("0 findings");
  });

  test.each([
    ["a missing file", () => "nowhere.txt", /nowhere\.txt: no such file/],
    ["a folder", () => ".", /is a folder/],
    ["an empty file", () => file("empty.txt", ""), /empty\.txt: the file is empty/],
    [
      "GB 18030",
      () => file("gb.txt", Buffer.from([0x61, 0xcb, 0xc4, 0xb8, 0xf6, 0xd2, 0xe2, 0xca, 0xb6])),
      /gb\.txt: not UTF-8: byte 1 \(0xCB\).*GB18030/,
    ],
    [
      "a character cut off at the end",
      () => file("cut.txt", Buffer.from("四个", "utf8").subarray(0, 5)),
      /cut\.txt: not UTF-8: byte 3 \(0xE4\)/,
    ],
  ])("%s: a clear error, and the other files are still done", (_, make, message) => {
    const good = file("good.txt", "四个意识");
    const { stdout, stderr, status } = tifa(["annotate", make(), good, "--format", "jsonl"]);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(status).toBe(1);
    expect(rows(stdout)).toMatchObject([{ file: good, surface: "四个意识" }]);
  });
});

describe("lookup", () => {
  const entries = (query: string) =>
    JSON.parse(tifa(["lookup", query, "--format", "json"]).stdout) as Record<string, unknown>[];

  test.each([
    ["四个意识", "四个意识"],
    ["四個意識", "四个意识"],
    ["两个坚决维护", "两个维护"],
    ["liang ge que li", "两个确立"],
    ["zhuatieyouhen", "抓铁有痕、踏石留印"],
  ])("%s leads to %s", (query, headword) => {
    expect(entries(query)[0]!["headword"]).toBe(headword);
  });

  test("an entry is whole", () => {
    const [entry] = entries("四个意识");
    expect(entry).toMatchObject({ id: "si-ge-yi-shi", category: "numeral", members: { status: "known" } });
    for (const field of ["traditional", "pinyin", "renderings", "definition", "counts", "quotes", "related"]) {
      expect(entry).toHaveProperty(field);
    }
  });

  test("with every place in the corpus, each in its sentence", () => {
    const [entry] = entries("四个意识");
    const occurrences = entry!["occurrences"] as { speech: string; start: number; end: number; sentence: string }[];
    const total = (entry!["counts"] as { count: number }[]).reduce((sum, { count }) => sum + count, 0);
    expect(occurrences.length).toBe(total);
    expect(total).toBeGreaterThan(2);
    // Speech 002 spells it out without the label.
    expect(occurrences.map(({ speech }) => speech)).toContain("002");
    for (const { sentence } of occurrences) expect(sentence).toMatch(/四个意识|政治意识、大局意识/);
  });

  test("a passage is cut into words, and these are looked up", () => {
    const found = entries("会上大家谈到了营商环境与招商引资等等").map((entry) => entry["headword"]);
    expect(found).toEqual(expect.arrayContaining(["营商环境", "招商引资"]));
  });

  test("what isn't there is said to be missing", () => {
    const { stdout, stderr, status } = tifa(["lookup", "qqqq"]);
    expect([stdout, status]).toEqual(["", 1]);
    expect(stderr).toContain("qqqq: not in the glossary");
  });
});

describe("mine", () => {
  const text = "深入开展“五清三亮”行动，做实“五清三亮”，把“四个意识”落到实处。";

  test("proposes what the text quotes, and says what the glossary has", () => {
    const { stdout } = tifa(["mine", file("m.txt", text), "--format", "jsonl"]);
    const found = new Map(rows(stdout).map((row) => [row["surface"], row]));
    expect(found.get("五清三亮")).toMatchObject({ count: 2, speeches: ["m.txt"], headword: null, sample: text });
    expect(found.get("四个意识")).toMatchObject({ headword: "四个意识" });
  });

  test("--missing leaves out what the glossary has, --limit all but the first", () => {
    const { stdout } = tifa(["mine", file("m.txt", text), "--format", "jsonl", "--missing", "--limit", "1"]);
    expect(rows(stdout).map((row) => row["surface"])).toEqual(["五清三亮"]);
  });

  test("CSV has a head, quotes what has to be quoted, and is no formula", () => {
    const lines = tifa(["mine", file("m.txt", `=1，说“五清三亮”。`), "--format", "csv"]).stdout.split("\r\n");
    expect(lines[0]).toBe("candidate,count,speeches,agree,extractors,headword,turned down,sample");
    expect(lines[1]).toMatch(/^五清三亮,1,1,\d,[a-z ]+,,,'=1，说“五清三亮”。$/);
  });
});

test.each([
  [["annotate"], /needs at least one file/],
  [["lookup"], /needs a query/],
  [["annotate", "a", "--format", "xml"], /--format is one of table, jsonl, not xml/],
  [["mine"], /needs at least one file/],
  [["mine", "a", "--limit", "many"], /--limit is a whole number, not many/],
  [["explain"], /there is no command explain/],
  [["annotate", "--wrong"], /--wrong/],
])("tifa %j says what is wrong and how it goes", (args, message) => {
  const { stderr, status } = tifa(args);
  expect(stderr).toMatch(message);
  expect(stderr).toContain("tifa annotate FILE");
  expect(status).toBe(2);
});

test("tifa check finds nothing wrong with the seeds", () => {
  const { stdout, status } = tifa(["check"]);
  expect(stdout).toContain("nothing is wrong");
  expect(status).toBe(0);
});

test.each([
  ["damaged", Buffer.from("half a")],
  ["of other sources", serialize({ key: "other", built: { library: {}, rejected: [], lexicon: new Uint8Array(1) } })],
])("a kept library that is %s is made anew", (_, contents) => {
  writeFileSync(join(ROOT, ".tifa/library.v8"), contents);
  expect(tifa(["lookup", "四个意识"]).stdout).toMatch(/^四个意识  /);
  expect(readFileSync(join(ROOT, ".tifa/library.v8")).length).toBeGreaterThan(1_000_000);
});
