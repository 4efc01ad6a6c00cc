/** What a source file imports, by parsing it: static, re-exported, dynamic, in types, and by require. */
import { parseSync, Visitor } from "oxc-parser";

export interface Import {
  /** As written; null where it is computed, so that no one can know. */
  from: string | null;
  /** Whether nothing of it is left when the types are gone. */
  isType: boolean;
}

/** @throws Error if `source` can't be parsed. */
export function importsOf(path: string, source: string): Import[] {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]!.message}`);
  const imports: Import[] = [];
  const add = (from: unknown, isType: boolean): void => {
    imports.push({ from: typeof from === "string" ? from : null, isType });
  };
  new Visitor({
    ImportDeclaration: ({ source: { value }, importKind, specifiers }) => {
      const areTypes = specifiers.map((one) => one.type === "ImportSpecifier" && one.importKind === "type");
      add(value, importKind === "type" || (areTypes.length > 0 && areTypes.every(Boolean)));
    },
    ExportNamedDeclaration: (node) => node.source && add(node.source.value, node.exportKind === "type"),
    ExportAllDeclaration: (node) => add(node.source.value, node.exportKind === "type"),
    ImportExpression: (node) => add(node.source.type === "Literal" ? node.source.value : null, false),
    TSImportType: (node) => add(node.source.value, true),
    CallExpression: ({ callee, arguments: [first] }) => {
      // `require(…)`, and `createRequire(…)(…)`.
      const name =
        callee.type === "CallExpression" && callee.callee.type === "Identifier" ? callee.callee.name : undefined;
      const isRequire = name === "createRequire" || (callee.type === "Identifier" && callee.name === "require");
      if (isRequire) add(first?.type === "Literal" ? first.value : null, false);
    },
  }).visit(program);
  return imports;
}
