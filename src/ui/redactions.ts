/** What has been blacked out of a speech, as the files have it: runs of asterisks, XX, xx. */

/** `text` cut at its redactions: every second piece is one. The pieces joined are `text`. */
export function atRedactions(text: string): string[] {
  return text.split(/(\*{2,}|[XxＸｘ×]{2,}|[□■●○]{2,})/);
}
