/** A page on the disk, served to this machine alone: so the extension needs no permission to read files. */
import { readFile, realpath } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, dirname, extname, join, sep } from "node:path";

export interface Served {
  url: string;
  close: () => void;
}

/** What a saved page is made of. Without a charset where the file itself says what it is. */
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".htm": "text/html",
  ".xhtml": "application/xhtml+xml",
  ".css": "text/css",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".gif": "image/gif",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

/** Serves the file and, for its pictures and styles, what stands in its folder. Only known types, nothing hidden. */
export async function serve(file: string): Promise<Served> {
  const folder = await realpath(dirname(file));
  const server = createServer((request, response) => {
    respond(request, response, server, folder, basename(file)).catch(() => response.writeHead(404).end());
  });
  await new Promise<void>((resolve, reject) => server.on("error", reject).listen(0, "127.0.0.1", resolve));
  return {
    url: `http://${hostOf(server)}/${encodeURIComponent(basename(file))}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Rejects where there is nothing to serve. */
async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  server: Server,
  folder: string,
  main: string,
): Promise<void> {
  // A page elsewhere on the web may name this server by a host of its own: it gets nothing.
  if (request.headers.host !== hostOf(server)) throw new Error("Not asked for by this server's own name.");
  const name = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname).slice(1);
  const path = await realpath(join(folder, name));
  const isInside = path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
  if (name !== main && (!isInside || name.split("/").some((part) => part.startsWith("."))))
    throw new Error("Not in the folder.");
  const bytes = await readFile(path);
  const type = TYPES[extname(name).toLowerCase()] ?? (name === main ? textType(bytes) : undefined);
  if (type === undefined) throw new Error("Not a part of a page.");
  response.writeHead(200, { "content-type": type, "cache-control": "no-store" }).end(bytes);
}

/** What is not known is text. Text that is not UTF-8 goes without a charset: the browser guesses, as it would on the web. */
function textType(bytes: Uint8Array): string {
  return isUtf8(bytes) ? "text/plain; charset=utf-8" : "text/plain";
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function hostOf(server: Server): string {
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}
