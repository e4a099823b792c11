// The policy doctor says what a browser does: for security headers as sites send them, before what it asks for and after.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { diagnose } from "../../www/configure/policy.js";
import { read, write } from "../../www/configure/csp.js";
import { snippets } from "../../www/configure/output.js";
import { launch, visit } from "./browser.mjs";
import { openSite, project } from "./server.mjs";
import { SITES } from "./site-policies.mjs";

let site, browser, frameHtml;

before(async () => {
  [site, browser, frameHtml] = await Promise.all([openSite(), launch(), readFile(join(project, "pkg/frame.html"), "utf8")]);
  site.file("/favicon.ico", "", { type: "image/x-icon" });
});

after(async () => {
  await browser?.close();
  await site?.close();
});

const ROUTES = ["element", "embed", "iframe"];
const CONFIG = "/cases/clearly-higher/config.json";

// ---- what the doctor says, in the words of the list

const said = ({ shows, message }) => `${shows}${message ? "+" : ""}`;
const asks = ({ lines, nonce, curable }) => {
  if (!curable) return ["no line helps"];
  const added = lines.flatMap((line) => {
    const where = line.where === "page" ? "" : `${line.where}: `;
    const isOwn = line.added.some(({ why }) => /in place of the site's/.test(why));
    return isOwn ? [`${where}its own`] : line.added.map(({ directive, source }) => `${where}${directive} ${source}`);
  });
  return [...(nonce ? ["nonce"] : []), ...added.sort()];
};

// ---- what a browser does

/** The headers of a pasted text, each policy one of its own. */
function headersOf(text) {
  const found = read(text);
  const others = found.headers.filter(({ name }) => /^(x-frame-options|x-content-type-options|cross-origin-[\w-]+|access-control-allow-origin)$/.test(name));
  const policies = found.policies.filter(({ from }) => from === "header").map((policy) => ({ name: policy.reportOnly ? "content-security-policy-report-only" : "content-security-policy", value: write(policy) }));
  return [...others, ...policies];
}

/** Headers with the lines that were asked for of a place. */
function amended(headers, lines) {
  const now = headers.map((header) => ({ ...header }));
  for (const { header, before, after } of lines) {
    const found = now.find(({ name, value }) => name === header.toLowerCase() && value === before);
    if (found) found.value = after;
    else now.push({ name: header.toLowerCase(), value: after });
  }
  return now;
}

const asObject = (headers) => {
  const object = {};
  for (const { name, value } of headers) (object[name] ??= []).push(value);
  return object;
};

const TAGS = {
  element: `<script type="module" src="/peerglass/peer-glass.js"></script><peer-glass id="w" config="${CONFIG}"><p id="fallback">The page’s own answer.</p></peer-glass>`,
  embed: `<script src="/peerglass/embed.js" data-id="e" data-config="${CONFIG}" async></script>`,
  iframe: `<iframe src="/peerglass/frame.html?config=${CONFIG}" title="A comparison" width="600" height="600"></iframe>`,
};

/** What a figure shows within a document: everything that it can do is done once it has said so. */
const LOOK = async (id) => {
  const figure = id ? document.getElementById(id) : document.querySelector("peer-glass");
  if (!figure) return "nothing";
  // One far below waits until a reader comes near, and those above it may have grown before it was there.
  figure.scrollIntoView();
  const isRunning = () => Boolean(figure.shadowRoot);
  const end = performance.now() + 90000;
  const heard = () => window.heard.some((event) => event.id === figure.id);
  while (isRunning() && !heard() && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
  if (isRunning() && !heard()) return "silence";
  if (figure.shadowRoot?.querySelector(".pg-headline")?.checkVisibility()) return "widget";
  const why = figure.shadowRoot?.querySelector(".pg-quiet").textContent ? "+" : "";
  if (!figure.firstElementChild) return `message${why}`;
  if (!figure.firstElementChild.checkVisibility()) return "a hole";
  return figure.firstElementChild.id === "fallback" ? `static${why}` : `message${why}`;
};

/**
 * What waits until nothing was asked for in half a second, on a page before it is opened. Counted here: under load the browser's
 * driver is at times silent about that, with nothing on its way.
 */
function quietness(page) {
  const waiting = new Set();
  let since = performance.now();
  page.on("request", (asked) => waiting.add(asked));
  for (const end of ["requestfinished", "requestfailed"])
    page.on(end, (asked) => {
      waiting.delete(asked);
      since = performance.now();
    });
  return async () => {
    const end = performance.now() + 120000;
    while (waiting.size > 0 || performance.now() - since < 500) {
      assert.ok(performance.now() < end, `still on their way: ${[...waiting].map((asked) => asked.url())}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
}

/** What a figure within a frame shows, which may be of another site: its page scrolls to it. */
async function lookInto(frame) {
  const element = await frame.frameElement();
  await element.evaluate((element) => element.scrollIntoView());
  return frame.evaluate(LOOK);
}

/** Puts a page and frame.html there with these headers, and says what stands on it by each way, in the words of the doctor. */
async function seen(routes, { page: headers, frame = headers, head = "", nonce, tags = TAGS, at = site }) {
  const body = routes.map((route) => tags[route]).join("\n");
  const html = `<!doctype html><html lang="en-GB"><head>${head}<meta charset="utf-8"><title>A page</title></head><body><main><h1>A page</h1><h2>Smoking</h2>${nonce ? body.replaceAll("<script", `<script nonce="${nonce}"`) : body}</main></body></html>`;
  const type = "text/html; charset=utf-8";
  const address = site.file("/page", html, { type, headers: asObject(headers) });
  at.file("/peerglass/frame.html", frameHtml, { type, headers: asObject(frame) });
  const page = await visit(browser);
  const quiet = quietness(page);
  try {
    await page.goto(address, { timeout: 120000 });
    // Where a script is refused nothing is said: then there is nothing more to come once the network is quiet.
    await quiet();
    const shown = {};
    for (const route of routes) {
      const framed = page.frames().find((frame) => new URL(frame.url()).pathname.endsWith("/frame.html"));
      if (route === "iframe") shown.iframe = framed ? await lookInto(framed) : "nothing";
      else shown[route] = await page.evaluate(LOOK, { element: "w", embed: "e" }[route]);
    }
    // A browser says itself what it refuses, and that a sandbox keeps it from more.
    assert.deepEqual(page.complaints.filter((line) => line.startsWith("uncaught") && !/sandbox/.test(line)), []);
    return shown;
  } finally {
    await page.context().close();
  }
}

for (const { name, text, ...expected } of SITES) {
  const told = (address) => diagnose(text, { pageOrigin: `${address}/page`, dataOrigin: address + CONFIG });

  test(`${name}: what is said`, () => {
    const { routes } = told("http://127.0.0.1:4000");
    for (const route of ROUTES) assert.deepEqual([said(routes[route]), ...asks(routes[route])], [expected[route][0], ...expected[route].slice(1).sort()], route);
  });

  test(`${name}: what is seen, as it is`, async () => {
    const { kind, routes } = told(site.address);
    const shown = await seen(ROUTES, { page: headersOf(text), head: kind === "meta" ? text : "" });
    assert.deepEqual(shown, Object.fromEntries(ROUTES.map((route) => [route, said(routes[route])])));
  });

  const asked = ROUTES.filter((route) => expected[route].length > 1 && expected[route][1] !== "no line helps");
  if (asked.length === 0) continue;
  test(`${name}: what is seen, with what is asked for`, async () => {
    const { kind, routes } = told(site.address);
    assert.deepEqual(routes.embed.lines, routes.element.lines);
    // What is asked of the page for one way and for another is asked for one at a time.
    const isOne = (route) => routes[route].lines.some(({ where }) => where === "page");
    const groups = asked.includes("iframe") && isOne("iframe") ? [asked.filter((route) => route !== "iframe"), ["iframe"]] : [asked];
    for (const group of groups.filter((routes) => routes.length > 0)) {
      const lines = group.flatMap((route) => routes[route].lines).filter((line, at, all) => all.findIndex(({ text, where }) => text === line.text && where === line.where) === at);
      const page = amended(headersOf(text), lines.filter(({ where, form }) => where === "page" && form === "header"));
      const frame = amended(headersOf(text), lines.filter(({ where }) => where === "frame"));
      const head = lines.find(({ form }) => form === "meta")?.text ?? (kind === "meta" ? text : "");
      const shown = await seen(group, { page, frame, head, nonce: group.some((route) => routes[route].nonce) ? "abc" : undefined });
      assert.deepEqual(shown, Object.fromEntries(group.map((route) => [route, "widget"])), lines.map((line) => line.text).join("\n"));
    }
  });
}

// ---- tags that carry their hashes, as the snippets do; a folder and data on other sites

const hashes = JSON.parse(await readFile(join(project, "pkg/build.json"), "utf8")).files;
const DATA = "/cases/clearly-higher/smoking.csv";
const made = snippets({ src: DATA, area: "E10000901", source: "A survey", licence: "An open one" }, { base: "/peerglass/", hashes, static: '<p id="fallback">The page’s own answer.</p>' });
const hash = (name) => `'${hashes[name].integrity}'`;

/** What stands on a page with these tags under a policy, in the words of the doctor. */
async function under(policy, tags) {
  const page = await visit(browser);
  const quiet = quietness(page);
  try {
    await page.goto(site.page("/hashed", tags, { policy, script: "" }), { timeout: 120000 });
    await quiet();
    return await page.evaluate(LOOK, undefined);
  } finally {
    await page.context().close();
  }
}

for (const [name, policy] of [
  ["strict-dynamic with a nonce", "script-src 'nonce-abc' 'strict-dynamic'; object-src 'none'; base-uri 'none'"],
  ["strict-dynamic with a hash of the site's own", "script-src 'sha256-GUQ5ad8JK5KmEWmROf3LZd9ge94daqNvd8xy9YS1iDw=' 'strict-dynamic'; object-src 'none'; base-uri 'none'"],
  ["the hashes of the three scripts alone", `script-src ${hash("embed.js")} ${hash("peer-glass.js")} ${hash("peerglass.js")} 'wasm-unsafe-eval'`],
  ["the hash of one of the scripts alone", `script-src ${hash("peer-glass.js")} 'wasm-unsafe-eval'`],
]) {
  test(`tags with hashes, under ${name}: said and seen, as it is and with what is asked for`, async () => {
    const { routes } = diagnose(policy, { pageOrigin: site.address, dataOrigin: site.address + DATA, hashes });
    for (const route of ["element", "embed"]) {
      assert.equal(await under(policy, made[route].html), said(routes[route]), route);
      if (routes[route].outcome === "works" || routes[route].nonce || !routes[route].curable) continue;
      const [line] = routes[route].lines;
      assert.equal(await under(line.after, made[route].html), "widget", `${route}: ${line.text}`);
    }
    assert.ok(routes.embed.outcome === "works" || (routes.embed.curable && !routes.embed.nonce), "nobody has to put a nonce on one script");
  });
}

for (const [name, text] of [
  ["no policy", ""],
  ["a policy that names the site itself", "Content-Security-Policy: default-src 'self'"],
  ["a policy with strict-dynamic", "Content-Security-Policy: script-src 'nonce-abc' 'strict-dynamic'; connect-src 'self'; frame-src 'self'"],
  ["pages that are isolated", "Cross-Origin-Embedder-Policy: require-corp\nContent-Security-Policy: default-src 'self'"],
]) {
  test(`folder and data on another site, under ${name}: said and seen, before it lets others read them and after`, async (t) => {
    const away = await openSite();
    t.after(() => away.close());
    const places = { pageOrigin: `${site.address}/page`, widgetOrigin: `${away.address}/peerglass/`, dataOrigin: away.address + CONFIG, widgetHeaders: "", dataHeaders: "" };
    const { routes } = diagnose(text, places);
    const tags = Object.fromEntries(Object.entries(TAGS).map(([route, tag]) => [route, tag.replaceAll("/peerglass/", `${away.address}/peerglass/`).replaceAll(`data-config="`, `data-config="${away.address}`).replace(` config="`, ` config="${away.address}`)]));
    assert.deepEqual(await seen(ROUTES, { page: headersOf(text), frame: [], tags, at: away }), Object.fromEntries(ROUTES.map((route) => [route, said(routes[route])])));
    for (const route of ROUTES.filter((route) => routes[route].outcome !== "works")) {
      const { lines, nonce, curable } = routes[route];
      assert.ok(curable, route);
      // Here one server gives folder and data, and sends a header once.
      const asked = lines.filter(({ where }) => where === "widget" || where === "data").map(({ header, after }) => [header.toLowerCase(), after]);
      const open = await openSite({ headers: Object.fromEntries(asked) });
      t.after(() => open.close());
      const moved = (text) => text.replaceAll(away.address, open.address);
      const page = amended(headersOf(text), lines.filter(({ where }) => where === "page").map((line) => ({ ...line, after: moved(line.after) })));
      const frame = amended([], lines.filter(({ where }) => where === "frame"));
      const shown = await seen([route], { page, frame, tags: { [route]: moved(tags[route]) }, at: open, nonce: nonce ? "abc" : undefined });
      assert.deepEqual(shown, { [route]: "widget" }, lines.map((line) => line.text).join("\n"));
    }
  });
}
