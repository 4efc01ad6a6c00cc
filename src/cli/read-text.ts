/** Text files as given on the command line: read whole, decoded strictly, refused with words that say what to do. */
import { readFileSync } from "node:fs";

/** Something is wrong with a file or with standard input; the message names it and says what to do. */
export class TextError extends Error {
  override readonly name = "TextError";
}

/**
 * The text of `path`, or of standard input for `-`. A byte order mark stays, as U+FEFF: offsets count it.
 * @throws TextError if the file is missing, a folder, unreadable, empty, or not UTF-8.
 */
export function readText(path: string, shown: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path === "-" ? 0 : path);
  } catch (error) {
    throw new TextError(`${shown}: ${reasonOf(error)}`);
  }
  if (bytes.length === 0) throw new TextError(`${shown}: the file is empty; there is nothing to annotate.`);
  return decodeUtf8(shown, bytes);
}

/** @throws TextError naming the first byte that is not UTF-8. */
export function decodeUtf8(shown: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const offset = firstInvalidByte(bytes);
    const byte = bytes[offset]!.toString(16).padStart(2, "0").toUpperCase();
    const guess = guessEncoding(bytes);
    throw new TextError(
      `${shown}: not UTF-8: byte ${offset} (0x${byte}) cannot stand there.` +
        ` Convert the file first${guess ? `; it looks like ${guess}: iconv -f ${guess} -t UTF-8` : ", with iconv -t UTF-8 for instance"}.`,
    );
  }
}

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "ENOENT") return "no such file; check the path.";
  if (code === "EISDIR") return "is a folder; give the files in it.";
  if (code === "EACCES" || code === "EPERM") return "may not be read; check its permissions.";
  return error instanceof Error ? error.message : String(error);
}

/** From 0: the first byte of the first sequence that is not a character. */
function firstInvalidByte(bytes: Uint8Array): number {
  const isSound = (length: number, stream: boolean): boolean => {
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, length), { stream });
      return true;
    } catch {
      return false;
    }
  };
  // The longest prefix that may go on, by bisection.
  let low = 0;
  let high = bytes.length + 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (isSound(middle, true)) low = middle;
    else high = middle;
  }
  // It ends within a character that never comes to its end: at most three bytes of it.
  let whole = low;
  while (!isSound(whole, false)) whole--;
  return whole;
}

/** What Chinese text that is not UTF-8 mostly is, if it decodes without error. */
function guessEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "UTF-16LE";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "UTF-16BE";
  for (const encoding of ["gb18030", "big5"]) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (/\p{Script=Han}{2}/u.test(text)) return encoding.toUpperCase();
    } catch {
      // Not this one.
    }
  }
  return undefined;
}
