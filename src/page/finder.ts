/** The findings of one container, block by block; parts of its text that were looked through before are remembered. */
import { findingsOf, type Reading } from "../detect/detect.ts";
import type { Finding } from "../detect/finding.ts";
import type { Block } from "./blocks.ts";
import type { Piece } from "./known.ts";
import { piecesOf } from "./pieces.ts";

interface FinderOptions {
  detect: (text: string) => Reading;
  /** Whether the page is political as a whole. */
  isPolitical: boolean;
  /** What the container was read as before. */
  before: readonly Piece[];
  /** What it was read as when its reading was given up, if it was. */
  begun: Map<string, Reading> | undefined;
  /** Called before each pause with all that is remembered by then. */
  onPause: (begun: Map<string, Reading>) => void;
}

export class Finder {
  readonly pieces: Piece[] = [];
  private readonly options: FinderOptions;
  private begun: Map<string, Reading> | undefined;
  /** How many of the pieces are noted as begun. */
  private noted = 0;

  constructor(options: FinderOptions) {
    this.options = options;
    this.begun = options.begun;
  }

  *findingsIn({ text }: Block): Generator<void, Finding[]> {
    const findings: Finding[] = [];
    for (const { start, end } of piecesOf(text)) {
      const piece = text.slice(start, end);
      let reading = this.remembered(piece);
      if (!reading) {
        // Most containers have one piece and are done with it.
        if (this.pieces.length > 0) {
          this.note();
          yield;
        }
        reading = this.options.detect(piece);
      }
      // A finding is one place: the same words elsewhere are another.
      const isFirst = start === 0 && !this.pieces.some((other) => other.text === piece);
      this.pieces.push({ text: piece, reading });
      for (const finding of findingsOf(reading, this.options.isPolitical)) {
        findings.push(isFirst ? finding : { ...finding, start: finding.start + start, end: finding.end + start });
      }
    }
    return findings;
  }

  private note(): void {
    this.begun ??= new Map();
    for (const { text, reading } of this.pieces.slice(this.noted)) this.begun.set(text, reading);
    this.noted = this.pieces.length;
    this.options.onPause(this.begun);
  }

  private remembered(piece: string): Reading | undefined {
    const isIt = ({ text }: Piece): boolean => text === piece;
    return this.begun?.get(piece) ?? (this.options.before.find(isIt) ?? this.pieces.find(isIt))?.reading;
  }
}
