/** Bytes in messages, which in Chromium are JSON. */

const CHUNK = 0x8000;

/** What engines know of bytes in base64 since Chromium 140 and Firefox 133; by hand it takes ten times as long. */
type Native = typeof Uint8Array & { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> };

export function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (let i = 0; i < bytes.length; i += CHUNK) binary += String.fromCharCode(...bytes.subarray(i, i + CHUNK));
  return btoa(binary);
}

/** @throws Error if `text` is not base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const native: Native = Uint8Array;
  if (native.fromBase64) return native.fromBase64(text);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
