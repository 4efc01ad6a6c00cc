/** Giving the reader a file. */

/** Milliseconds after which the browser has surely taken what it was given: Firefox reads it after the click has returned. */
const TAKEN = 60_000;

/** The browser saves it as any download; no permission is needed for that. */
export function giveFile({ name, type, text }: { name: string; type: string; text: string }): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), TAKEN);
}
