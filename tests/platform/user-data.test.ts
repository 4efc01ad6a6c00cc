import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { openDB } from "idb";
import * as v from "valibot";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { MOST_LOOK_UPS, UPGRADES, UserData } from "../../src/platform/user-data.ts";
import { userRecordsSchema, type LookUp, type SavedTerm } from "../../src/protocol/user-records.ts";

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const lookUp = (surface: string, part: Partial<LookUp> = {}): LookUp => ({
  term: "si-ge-yi-shi",
  surface,
  sentence: `要增强“${surface}”。`,
  title: "县委工作报告",
  url: "https://county.test/report",
  time: 1000,
  ...part,
});

const saved = (term: string, part: Partial<SavedTerm> = {}): SavedTerm => ({
  term,
  headword: "四个意识",
  note: "",
  time: 1000,
  ...part,
});

const surfaces = async (data: UserData): Promise<string[]> => (await data.lookUps()).map(({ surface }) => surface);

describe("the history of look-ups", () => {
  test("has the newest first, and one of them for each place", async () => {
    const data = new UserData();
    for (const surface of ["四个意识", "两个确立", "四个意识"]) await data.lookedUp(lookUp(surface));
    expect(await surfaces(data)).toEqual(["四个意识", "两个确立"]);
    await data.lookedUp(lookUp("两个确立", { sentence: "另一句里的“两个确立”。" }));
    await data.lookedUp(lookUp("两个确立", { url: "https://county.test/other" }));
    expect(await surfaces(data)).toEqual(["两个确立", "两个确立", "四个意识", "两个确立"]);
  });

  test.each([
    ["https://name:secret@county.test/a?b#c", "https://county.test/a?b#c"],
    ["file:///home/reader/speech.txt", "file:///home/reader/speech.txt"],
    ["data:text/html,两个确立", ""],
    ["javascript:alert(1)", ""],
    ["about:blank", ""],
    ["", ""],
    [`https://county.test/${"a".repeat(5000)}`, ""],
  ])("keeps of %s what can be gone to again", async (url, kept) => {
    const data = new UserData();
    await data.lookedUp(lookUp("两个确立", { url }));
    expect((await data.lookUps())[0]!.url).toBe(kept);
  });

  test("cuts off what has no end", async () => {
    const data = new UserData();
    const long = "长".repeat(20_000);
    await data.lookedUp(lookUp(long, { sentence: long, title: long }));
    const { lookUps } = await data.exportAll();
    expect(v.is(userRecordsSchema, { lookUps, saved: [] })).toBe(true);
    expect(lookUps[0]!.sentence.length).toBe(2000);
  });

  test("cuts no character in two", async () => {
    const data = new UserData();
    const long = "长😀".repeat(10_000);
    await data.lookedUp(lookUp(long, { sentence: long, title: `题${long}` }));
    await data.save(saved("a"));
    await data.note("a", `记${long}`);
    const [kept] = await data.lookUps();
    const texts = [kept!.surface, kept!.sentence, kept!.title, (await data.savedTerms())[0]!.note];
    expect(texts.map((text) => [text.length, text.isWellFormed()])).toEqual([
      [199, true],
      [1999, true],
      [500, true],
      [10_000, true],
    ]);
  });

  test("forgets one, some or all, and has them back in their places", async () => {
    const data = new UserData();
    for (const surface of ["一", "二", "三"]) await data.lookedUp(lookUp(surface));
    const [, second] = await data.lookUps();
    const one = await data.forget([second!.id]);
    expect(await surfaces(data)).toEqual(["三", "一"]);
    await data.remember(one);
    expect(await surfaces(data)).toEqual(["三", "二", "一"]);
    const all = await data.forget("all");
    await data.lookedUp(lookUp("四"));
    await data.remember(all);
    expect(await surfaces(data)).toEqual(["四", "三", "二", "一"]);
  });

  test("keeps so many, and lets the oldest go", async () => {
    const data = new UserData();
    const rows = Array.from({ length: MOST_LOOK_UPS }, (_, i) => lookUp(`第${i}`, { time: i }));
    await data.importAll({ lookUps: rows, saved: [] });
    await data.lookedUp(lookUp("新的"));
    const kept = await surfaces(data);
    expect([kept.length, kept[0], kept.at(-1)]).toEqual([MOST_LOOK_UPS, "新的", "第1"]);
  });
});

describe("saved terms", () => {
  test("are kept with their notes, the newest first", async () => {
    const data = new UserData();
    await data.save(saved("a", { time: 1 }));
    await data.save(saved("b", { time: 2 }));
    await data.note("a", "用于第三段");
    expect(await data.savedTerms()).toEqual([saved("b", { time: 2 }), saved("a", { time: 1, note: "用于第三段" })]);
  });

  test("saved twice keep their note and time", async () => {
    const data = new UserData();
    await data.save(saved("a", { note: "第一次", time: 1 }));
    await data.save(saved("a", { time: 2 }));
    expect(await data.savedTerm("a")).toEqual(saved("a", { note: "第一次", time: 1 }));
  });

  test("that are removed can be put back as they were; a note for one that is gone is nothing", async () => {
    const data = new UserData();
    await data.save(saved("a", { note: "记下", time: 7 }));
    const gone = await data.unsave("a");
    await data.note("a", "太晚");
    expect(await data.savedTerms()).toEqual([]);
    expect(await data.unsave("a")).toBeUndefined();
    await data.save(gone!);
    expect(await data.savedTerms()).toEqual([saved("a", { note: "记下", time: 7 })]);
  });
});

describe("everything at once", () => {
  test("is exported, put in another's place, and had back", async () => {
    const data = new UserData();
    await data.lookedUp(lookUp("四个意识"));
    await data.save(saved("a"));
    const mine = await data.exportAll();
    expect(v.parse(userRecordsSchema, JSON.parse(JSON.stringify(mine)))).toEqual(mine);
    const theirs = { lookUps: [lookUp("两个确立"), lookUp("两个维护")], saved: [saved("b")] };
    expect(await data.importAll(theirs)).toEqual(mine);
    expect(await data.exportAll()).toEqual(theirs);
    expect(await surfaces(data)).toEqual(["两个维护", "两个确立"]);
    await data.importAll(mine);
    expect(await data.exportAll()).toEqual(mine);
  });

  test.each([
    ["a term is there twice", [saved("b"), saved("b")], "ConstraintError"],
    ["a record has no key", [saved("b"), { note: "没有编号" } as SavedTerm], "DataError"],
  ])("stays as it was where %s", async (_, broken, name) => {
    const data = new UserData();
    await data.lookedUp(lookUp("四个意识"));
    await data.save(saved("a"));
    const before = await data.exportAll();
    await expect(data.importAll({ lookUps: [lookUp("两个确立")], saved: broken })).rejects.toMatchObject({ name });
    expect(await data.exportAll()).toEqual(before);
  });

  test.each([
    ["a term twice", { lookUps: [], saved: [saved("a"), saved("a")] }],
    ["a field more", { lookUps: [{ ...lookUp("两个确立"), id: 1 }], saved: [] }],
    ["a time that is none", { lookUps: [lookUp("两个确立", { time: Number.NaN })], saved: [] }],
    ["a sentence without end", { lookUps: [lookUp("两个确立", { sentence: "长".repeat(2001) })], saved: [] }],
    ["nothing", {}],
  ])("%s is no export", (_, records) => {
    expect(v.is(userRecordsSchema, records)).toBe(false);
  });
});

test("what the disk has no room for is told of, is not half done, and keeps nothing else from being written", async () => {
  const data = new UserData();
  await data.lookedUp(lookUp("四个意识"));
  await data.save(saved("a", { note: "留着" }));
  const before = await data.exportAll();
  for (const name of ["add", "put"] as const) {
    const { [name]: write } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (this: IDBObjectStore, value: unknown) {
      const request = write.call(this, value);
      // As a browser does it, whose own error has another name.
      this.transaction.abort();
      return request;
    });
  }
  await expect(data.lookedUp(lookUp("四个意识"))).rejects.toThrow("abort");
  await expect(data.save(saved("b"))).rejects.toThrow("abort");
  await expect(data.note("a", "太多")).rejects.toThrow("abort");
  vi.restoreAllMocks();
  expect(await data.exportAll()).toEqual(before);
  await data.lookedUp(lookUp("两个确立"));
  expect(await surfaces(data)).toEqual(["两个确立", "四个意识"]);
});

describe("versions", () => {
  test("a later one keeps what is there, and the page of the older one stands back", async () => {
    const old = new UserData();
    await old.lookedUp(lookUp("四个意识"));
    await old.save(saved("a", { note: "留着" }));
    const asked = vi.fn<(stores: string[]) => void>();
    const next = new UserData([
      ...UPGRADES,
      (_, transaction) => {
        asked([...transaction.objectStoreNames]);
        transaction.objectStore("lookUps").createIndex("time" as "place", "time");
      },
    ]);
    expect(await next.savedTerms()).toEqual([saved("a", { note: "留着" })]);
    expect(await surfaces(next)).toEqual(["四个意识"]);
    expect(asked.mock.calls).toEqual([[["lookUps", "saved"]]]);
    // The older one can't read what a newer one wrote, and says so rather than begin anew.
    await expect(old.lookUps()).rejects.toThrow(/version/i);
  });

  test("version 1 is as it was given to readers", async () => {
    await new UserData().savedTerms();
    const database = await openDB("tifa");
    expect([database.version, [...database.objectStoreNames]]).toEqual([1, ["lookUps", "saved"]]);
    const { store } = database.transaction("lookUps");
    expect([store.keyPath, store.autoIncrement, [...store.indexNames]]).toEqual(["id", true, ["place"]]);
    expect(store.index("place").keyPath).toEqual(["url", "surface"]);
    expect(database.transaction("saved").store.keyPath).toBe("term");
    database.close();
  });
});

test("other pages hear of a change, until they no longer listen", async () => {
  const [here, there] = [new UserData(), new UserData()];
  const ending = new AbortController();
  const heard = vi.fn<() => void>();
  there.onChange(heard, ending.signal);
  await here.save(saved("a"));
  await vi.waitFor(() => expect(heard).toHaveBeenCalledOnce());
  ending.abort();
  const still = vi.fn<() => void>();
  const other = new AbortController();
  new UserData().onChange(still, other.signal);
  await here.unsave("a");
  await vi.waitFor(() => expect(still).toHaveBeenCalledOnce());
  expect(heard).toHaveBeenCalledOnce();
  other.abort();
});
