/**
 * A web of its own for browser tests: a proxy that answers for *.test itself and refuses everybody else, so that it knows of every
 * request that leaves the browser.
 */
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

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

/** Serves each file of tests/pages at http://county.test/FILE; with `?csp` under a policy that forbids everything. */
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
      const file = readFileSync(join(PAGES, url.pathname.replace(/[^a-z.-]/g, "")), "utf8");
      const isText = url.pathname.endsWith(".txt");
      response.setHeader("content-type", isText ? "text/plain; charset=utf-8" : "text/html; charset=utf-8");
      if (url.searchParams.has("csp")) {
        response.setHeader(
          "content-security-policy",
          "default-src 'none'; style-src 'none'; require-trusted-types-for 'script'",
        );
      }
      response.end(isText || url.searchParams.has("csp") ? file : file.replace("</body>", `${SNAPSHOT}</body>`));
    } catch {
      response.writeHead(404).end();
    }
  });
  server.on("connect", (request, socket) => {
    strangers.push(`https://${request.url ?? ""}`);
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
