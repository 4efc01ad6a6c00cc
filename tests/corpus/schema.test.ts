import { toJsonSchema } from "@valibot/to-json-schema";
import { array } from "valibot";
import { expect, test } from "vitest";
import { entrySchema } from "../../src/corpus/source.ts";

test("editors complete and check entries by the schema that the build has (npx vitest run -u schema writes it)", async () => {
  // What a JSON schema has no words for, such as "official needs a source", is left to `tifa check`.
  const schema = toJsonSchema(array(entrySchema), { errorMode: "ignore", typeMode: "input" });
  await expect(`${JSON.stringify({ title: "Entries of Tifa's glossary", ...schema }, null, 2)}\n`).toMatchFileSnapshot(
    "../../seeds/entry.schema.json",
  );
});
