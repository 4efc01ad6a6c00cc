/** Saved terms as files of other programs: a table (CSV), cards for Anki, a termbase for translators' programs (TBX). */
import { escapeXml } from "./xml.ts";
import type { RenderingKind, Term } from "./term.ts";

export const EXPORT_FORMATS = ["csv", "anki", "tbx"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** A term with what its reader added to it. */
export interface ExportedTerm {
  /** Undefined where the glossary no longer has it. */
  term: Term | undefined;
  headword: string;
  note: string;
  /** Milliseconds since 1970. */
  time: number;
}

export interface ExportedFile {
  name: string;
  /** MIME type. */
  type: string;
  text: string;
}

/** @param terms in the order in which the file is to have them. */
export function exportTerms(format: ExportFormat, terms: readonly ExportedTerm[]): ExportedFile {
  switch (format) {
    case "csv":
      return { name: "tifa-terms.csv", type: "text/csv;charset=utf-8", text: toCsv(terms) };
    case "anki":
      return { name: "tifa-anki.txt", type: "text/plain;charset=utf-8", text: toAnki(terms) };
    case "tbx":
      return { name: "tifa-terms.tbx", type: "application/x-tbx+xml;charset=utf-8", text: toTbx(terms) };
  }
}

const COLUMNS = [
  "headword",
  "traditional",
  "pinyin",
  "category",
  "renderings",
  "definition_en",
  "definition_zh",
  "note",
  "saved",
  "rendering_kinds",
] as const;

function row({ term, headword, note, time }: ExportedTerm): Record<(typeof COLUMNS)[number], string> {
  return {
    headword: term?.headword ?? headword,
    traditional: term?.traditional ?? "",
    pinyin: term?.pinyin ?? "",
    category: term?.category ?? "",
    renderings: (term?.renderings ?? []).map(({ text }) => text).join("; "),
    definition_en: term?.definition.en ?? "",
    definition_zh: term?.definition.zh ?? "",
    note,
    saved: new Date(time).toISOString().slice(0, 10),
    rendering_kinds: (term?.renderings ?? [])
      .map(({ kind, source }) => (source ? `${kind}, ${source}` : kind))
      .join("; "),
  };
}

/**
 * As RFC 4180 says: lines end in CRLF, a field with a comma, a quotation mark or a line break is quoted. With a byte order mark,
 * without which Excel reads hanzi as something else; and with an apostrophe before what a spreadsheet would take for a formula.
 */
function toCsv(terms: readonly ExportedTerm[]): string {
  const lines = [COLUMNS, ...terms.map((term) => COLUMNS.map((column) => inert(row(term)[column])))];
  return `\ufeff${lines.map((fields) => `${fields.map(quoted).join(",")}\r\n`).join("")}`;
}

const quoted = (field: string): string => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);

const inert = (field: string): string => (/^[=+\-@\t\r]/.test(field) ? `'${field}` : field);

/** As Anki's manual says of text files: what the file is stands in lines that begin with #, and fields are HTML. */
function toAnki(terms: readonly ExportedTerm[]): string {
  const head = ["#separator:tab", "#html:true", `#columns:${COLUMNS.join("\t")}`];
  const notes = terms.map((term) => COLUMNS.map((column) => asHtml(row(term)[column])).join("\t"));
  return `${[...head, ...notes].join("\n")}\n`;
}

const asHtml = (field: string): string =>
  field
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
    // A tab would begin another field, a line break another note; and a note that begins with # would be a comment.
    .replaceAll("\t", " ")
    .replace(/\r\n|\r|\n/g, "<br>")
    .replace(/^#/, "&#35;");

/** What TBX calls a rendering of each kind. */
const STATUS: Record<RenderingKind, string> = {
  official: "preferredTerm-admn-sts",
  common: "admittedTerm-admn-sts",
  literal: "admittedTerm-admn-sts",
  working: "admittedTerm-admn-sts",
};

/** TBX-Basic (ISO 30042:2019) with categories as attributes: a concept for each term, its forms in three languages. */
function toTbx(terms: readonly ExportedTerm[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
  <tbxHeader>
    <fileDesc>
      <titleStmt><title>Terms saved in Tifa</title></titleStmt>
      <sourceDesc><p>The glossaries of Tifa (提法), with notes of their reader.</p></sourceDesc>
    </fileDesc>
    <encodingDesc><p type="XCSURI">TBXXCSV03.xcs</p></encodingDesc>
  </tbxHeader>
  <text>
    <body>
${terms.map(concept).join("\n")}
    </body>
  </text>
</tbx>
`;
}

function concept({ term, headword, note, time }: ExportedTerm, index: number): string {
  const id = term?.id ?? `gone-${index + 1}`;
  return [
    // A name in XML begins with no digit.
    `      <conceptEntry id="c-${escapeXml(id)}">`,
    ...(term ? [`        <descrip type="subjectField">${escapeXml(term.category)}</descrip>`] : []),
    ...(note === "" ? [] : [`        <note>${escapeXml(note)}</note>`]),
    `        <transacGrp><transac type="transactionType">origination</transac><date>${new Date(time).toISOString().slice(0, 10)}</date></transacGrp>`,
    langSection("zh-Hans", term?.definition.zh, [
      termSection(term?.headword ?? headword),
      ...(term?.variants ?? [])
        .filter(({ kind }) => kind !== "misprint")
        .map(({ form }) => termSection(form, "admittedTerm-admn-sts")),
    ]),
    ...(term && term.traditional !== term.headword
      ? [langSection("zh-Hant", undefined, [termSection(term.traditional)])]
      : []),
    ...(term
      ? [
          langSection(
            "en",
            term.definition.en,
            term.renderings.map(({ text, kind, source }) => termSection(text, STATUS[kind], source)),
          ),
        ]
      : []),
    "      </conceptEntry>",
  ].join("\n");
}

function langSection(language: string, definition: string | undefined, terms: readonly string[]): string {
  return [
    `        <langSec xml:lang="${language}">`,
    ...(definition ? [`          <descrip type="definition">${escapeXml(definition)}</descrip>`] : []),
    ...terms,
    "        </langSec>",
  ].join("\n");
}

function termSection(term: string, status?: string, source?: string): string {
  return [
    "          <termSec>",
    `            <term>${escapeXml(term)}</term>`,
    ...(status ? [`            <termNote type="administrativeStatus">${status}</termNote>`] : []),
    ...(source ? [`            <admin type="source">${escapeXml(source)}</admin>`] : []),
    "          </termSec>",
  ].join("\n");
}
