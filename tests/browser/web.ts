/**
 * A web of its own for browser tests: a proxy that answers for *.test itself and refuses everybody else, so that it knows of every
 * request that leaves the browser.
 */
import { readFileSync } from "node:fs";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

const PAGES = join(import.meta.dirname, "../pages");

/** Keeps the document as it is when it has been read, which is before any extension sees it. */
const SNAPSHOT = `<script>addEventListener("DOMContentLoaded", () => { window.before = document.documentElement.outerHTML })</script>`;

export interface Web {
  /** Address of the proxy. */
  proxy: string;
  /** Addresses asked for, hosts of *.test aside. */
  strangers: () => string[];
  close: () => Promise<void>;
}

/** What a page that comes slowly is cut at, and how long each pause is, in milliseconds. */
const PAUSE_MARK = "<!-- pause -->";
const PAUSE = 3000;

const TYPES: Record<string, string> = { txt: "text/plain", html: "text/html", xhtml: "application/xhtml+xml" };

/**
 * Serves each file of tests/pages at http://county.test/FILE; with `?csp` under a policy that forbids everything, with `?slow` with
 * a pause wherever the page says so, with `?gbk` as one that says by its encoding alone that it is Chinese.
 */
export async function openWeb(): Promise<Web> {
  const strangers: string[] = [];
  const server: Server = createServer((request, response) => {
    const url = new URL(request.url ?? "", "http://unknown");
    if (!url.hostname.endsWith(".test")) {
      strangers.push(url.href);
      response.writeHead(502).end();
      return;
    }
    if (url.pathname === "/favicon.ico") {
      response.writeHead(204).end();
      return;
    }
    try {
      const path = url.pathname.replace(/[^a-z./-]/g, "").replaceAll("..", "");
      const isGbk = url.searchParams.has("gbk");
      const source = readFileSync(join(PAGES, path), "utf8");
      const file = isGbk ? inAscii(source.replace(/<html lang="[^"]*"/, "<html")) : source;
      const kind = path.slice(path.lastIndexOf(".") + 1);
      const charset = isGbk ? "gbk" : "utf-8";
      response.setHeader("content-type", `${TYPES[kind] ?? "application/octet-stream"}; charset=${charset}`);
      if (url.searchParams.has("csp")) {
        response.setHeader(
          "content-security-policy",
          "default-src 'none'; style-src 'none'; require-trusted-types-for 'script'",
        );
      }
      const page =
        kind !== "html" || url.searchParams.has("csp") ? file : file.replace("</body>", `${SNAPSHOT}</body>`);
      if (url.searchParams.has("slow")) void sendSlowly(response, page.split(PAUSE_MARK));
      else response.end(page);
    } catch {
      response.writeHead(404).end();
    }
  });
  server.on("connect", (request, socket) => {
    strangers.push(`https://${request.url ?? ""}`);
    // A browser that is closed just then resets the connection, and the server no longer listens for that.
    socket.on("error", () => undefined);
    socket.end("HTTP/1.1 502 Refused\r\n\r\n");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    proxy: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    strangers: () => [...strangers],
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** A page with numbers for all characters but those that every encoding has. */
function inAscii(page: string): string {
  return page.replace(/\P{ASCII}/gu, (character) => `&#${character.codePointAt(0)};`);
}

async function sendSlowly(response: ServerResponse, parts: readonly string[]): Promise<void> {
  for (const part of parts.slice(0, -1)) {
    response.write(part);
    await setTimeout(PAUSE);
  }
  response.end(parts.at(-1));
}
