// The built engine loads in a browser, on a page with a strict Content-Security-Policy.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { after, before, test } from "node:test";

import { chromium } from "playwright-core";

const pkg = new URL("../../pkg/", import.meta.url);
const record = JSON.parse(await readFile(new URL("build.json", pkg), "utf8"));
const types = { css: "text/css", html: "text/html", js: "text/javascript", wasm: "application/wasm" };
const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";

let server, browser, address;

before(async () => {
  server = createServer(async ({ url }, response) => {
    const name = url.slice(1);
    const content = name === "" ? "<!doctype html><title>Peerglass</title>" : name in record.files ? await readFile(new URL(name, pkg)) : null;
    response.writeHead(content === null ? 404 : 200, {
      "content-security-policy": policy,
      "content-type": types[name.split(".").at(-1) || "html"] ?? "text/plain",
    });
    response.end(content);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  address = `http://127.0.0.1:${server.address().port}/`;
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-dev-shm-usage"],
  });
});

after(async () => {
  await browser?.close();
  server?.close();
});

test("the engine loads and is the version that the record names", async () => {
  const page = await browser.newPage();
  await page.goto(address);
  const version = await page.evaluate(async () => {
    const engine = await import("/peerglass.js");
    await engine.default({ module_or_path: "/peerglass_bg.wasm" });
    return engine.version();
  });
  assert.equal(version, record.version);
});

test("every script, style sheet and wasm is what its integrity value says", async () => {
  const page = await browser.newPage();
  await page.goto(address);
  for (const [name, { brotli, integrity }] of Object.entries(record.files)) {
    if (brotli === undefined) continue;
    const length = await page.evaluate(async ([name, integrity]) => {
      return (await (await fetch("/" + name, { integrity })).arrayBuffer()).byteLength;
    }, [name, integrity]);
    assert.equal(length, record.files[name].bytes, name);
  }
});
