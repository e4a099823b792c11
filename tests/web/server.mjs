// A site for one test file: the built tool's own server behind it, and the pages and files a test puts in front.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer, request } from "node:http";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export const project = fileURLToPath(new URL("../../", import.meta.url));
export const STRICT = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";

/** The tag that brings the element. */
export const SCRIPT = '<script type="module" src="/peerglass/peer-glass.js"></script>';

/** The built tool; the tests build nothing. */
export const tool = join(resolve(project, process.env.CARGO_TARGET_DIR ?? "target"), "release", "peerglass");
if (!existsSync(tool)) throw new Error(`${tool} is not there: build it with \`cargo build --release\``);

/** Starts `peerglass serve` and answers its address. */
async function serve() {
  const child = spawn(tool, ["serve", "--port", "0"], { cwd: project, stdio: ["ignore", "pipe", "inherit"] });
  const [line] = await once(createInterface(child.stdout), "line");
  return { address: new URL(line.match(/http:\S+/)[0]), stop: () => child.kill() };
}

/**
 * A site whose pages are written in the test. Everything else is what the tool serves, byte for byte.
 * `log` holds the path of each request but the icon's, in order. `headers` go with every answer of the tool.
 */
export async function openSite({ headers } = {}) {
  const behind = await serve();
  const written = new Map();
  const log = [];
  const server = createServer((asked, answer) => {
    if (asked.url !== "/icon.svg") log.push(asked.url);
    const own = written.get(asked.url.split("?")[0]);
    if (own) {
      answer.writeHead(own.status ?? 200, { "content-type": own.type, "cache-control": "no-cache", ...own.headers });
      if (typeof own.body === "function") own.body(answer);
      else answer.end(own.body);
      return;
    }
    const { hostname, port } = behind.address;
    const passed = request({ hostname, port, path: asked.url, method: asked.method, headers: asked.headers }, (found) => {
      answer.writeHead(found.statusCode, { ...found.headers, ...headers });
      found.pipe(answer);
    });
    passed.on("error", () => answer.destroy());
    passed.end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = `http://127.0.0.1:${server.address().port}`;
  return {
    address,
    log,
    /** Puts a file in front: `body` is its bytes, or a function that writes them to the answer. */
    file(path, body, { type = "text/csv; charset=utf-8", ...rest } = {}) {
      written.set(path, { body, type, ...rest });
      return address + path;
    },
    /** Puts a page in front that holds the script and this markup, under a policy; answers its address. */
    page(path, body, { policy = STRICT, head = "", lang = "en-GB", script = SCRIPT } = {}) {
      const html = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="/icon.svg">
        <title>A page of a council</title>${script}${head}</head><body><main><h1>A page</h1>${body}</main></body></html>`;
      return this.file(path, html, { type: "text/html; charset=utf-8", headers: { "content-security-policy": policy } });
    },
    async close() {
      behind.stop();
      server.closeAllConnections();
      server.close();
    },
  };
}
