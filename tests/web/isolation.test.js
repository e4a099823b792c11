// A page's style and scripts, whatever they are, change nothing in the widget, and the widget nothing in the page.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { headline, hear, launch, visit } from "./browser.mjs";
import { openSite, project, SCRIPT } from "./server.mjs";

let site, browser, reader, plain;

before(async () => {
  [site, browser] = await Promise.all([openSite(), launch()]);
  reader = await visit(browser, "about:blank");
  // What every page is held against.
  const page = await visit(browser, bare("/plain", SCRIPT + PLAIN), { viewport: VIEWPORT });
  await hear(page);
  plain = { text: await text(page), image: await image(page) };
  await page.context().close();
});

after(async () => {
  await browser?.close();
  await site?.close();
});

const modules = join(project, "tests/web/node_modules");
const VIEWPORT = { width: 640, height: 900 };
const CONFIG = "/cases/clearly-higher/config.json";
const WIDGET = `<peer-glass id="w" config="${CONFIG}"></peer-glass>`;

/** A page with nothing before the widget, so that it stands on whole pixels whatever the page's style is. */
function bare(path, head, body = WIDGET, html = 'lang="en-GB"') {
  const page = `<!doctype html><html ${html}><head><meta charset="utf-8"><link rel="icon" href="/icon.svg"><title>A page</title>${head}</head><body>${body}
    <section id="own"><h2>Ours</h2><p>Text <a href="#own">link</a></p><table><tr><th>a</th><td>b</td></tr></table><details><summary>More</summary>text</details><select><option>1</select><button>Go</button></section></body></html>`;
  return site.file(path, page, { type: "text/html; charset=utf-8" });
}

const text = (page) => page.evaluate(() => window.shadow().querySelector(".pg").textContent);

async function open(t, address, ids = ["w"]) {
  const page = await visit(browser, address, { viewport: VIEWPORT });
  t.after(() => page.context().close());
  for (const id of ids) assert.equal((await hear(page, id)).type, "peer-glass-ready");
  return page;
}

/** The card with all of it open, as an image; without its rounded corners, through which the page is seen. */
async function image(page) {
  await page.evaluate(() => window.shadow().querySelectorAll("details").forEach((details) => (details.open = true)));
  // What the words mean and the ways to copy come when their parts are opened.
  await page.waitForFunction(() => [".pg-terms", "[data-copies]"].every((part) => window.shadow().querySelector(part)));
  await page.waitForTimeout(100);
  const clip = await page.evaluate(() => {
    const { x, y, width, height } = window.shadow().querySelector(".pg").getBoundingClientRect();
    return { x: x + 4, y: y + 4, width: width - 8, height: height - 8 };
  });
  return (await page.screenshot({ fullPage: true, clip })).toString("base64");
}

/** Where two images differ: nothing, or how many pixels and the first and last line that holds one. */
const difference = (one, other) =>
  reader.evaluate(async (images) => {
    const [one, other] = await Promise.all(images.map(async (image) => {
      const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${image}`)).blob());
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
      context.drawImage(bitmap, 0, 0);
      return context.getImageData(0, 0, bitmap.width, bitmap.height);
    }));
    if (one.width !== other.width || one.height !== other.height) return `${one.width} × ${one.height}, not ${other.width} × ${other.height}`;
    const lines = [];
    for (let at = 0; at < one.data.length; at += 4) {
      if ([0, 1, 2].some((part) => one.data[at + part] !== other.data[at + part])) lines.push(Math.floor(at / 4 / one.width));
    }
    return lines.length ? `${lines.length} pixels, lines ${lines[0]} to ${lines.at(-1)}` : undefined;
  }, [one, other]);

// ---- style

const PLAIN = '<style>body { margin: 0; } peer-glass { font-family: "Times New Roman"; }</style>';
// A style that unsets all would show the text of these.
const HEAD = "<style>head, head * { display: none !important; }</style>";
const sheet = (text) => `<style>${text}</style>`;
const bootstrap = await readFile(join(modules, "bootstrap/dist/css/bootstrap.css"), "utf8");

const STYLES = {
  "a reset": sheet("html, body, div, span, h1, h2, h3, p, a, ul, li, table, td, th, article, details, summary, label { margin: 0; padding: 0; border: 0; font: inherit; vertical-align: baseline; } ol, ul { list-style: none; } table { border-collapse: collapse; border-spacing: 0; } * { box-sizing: border-box; }"),
  "a style that unsets all": sheet("* { all: unset !important; }"),
  "a style that unsets all and sets much": sheet("* { all: unset !important; color: lime !important; background: black !important; text-transform: uppercase !important; text-align: center !important; font-weight: 900 !important; font-style: italic !important; line-height: 3 !important; white-space: pre !important; text-indent: 3em !important; cursor: wait !important; text-shadow: 2px 2px red !important; list-style: square !important; hyphens: auto !important; word-break: break-all !important; tab-size: 20 !important; font-variant: small-caps !important; direction: rtl !important; }"),
  "Bootstrap 3": sheet(bootstrap),
  "a small root font": sheet("html { font-size: 62.5%; } body { font-size: 1.4rem; }"),
};

for (const [name, style] of Object.entries(STYLES)) {
  test(`with ${name} on the page it looks the same, to the pixel`, async (t) => {
    const page = await open(t, bare("/styled", SCRIPT + PLAIN + HEAD + style));
    assert.equal(await difference(await image(page), plain.image), undefined);
    assert.deepEqual(page.complaints, []);
  });
}

test("on a page that is written from right to left it looks the same, to the pixel", async (t) => {
  const page = await open(t, bare("/rtl", SCRIPT + PLAIN, WIDGET, 'lang="en-GB" dir="rtl"'));
  assert.equal(await difference(await image(page), plain.image), undefined);
});

test("with a huge root font it is larger, and fits", async (t) => {
  const page = await open(t, bare("/huge", SCRIPT + sheet("html { font-size: 300%; }")));
  await page.setViewportSize({ width: 400, height: 900 });
  await page.waitForTimeout(100);
  const found = await page.evaluate(() => ({
    size: parseFloat(getComputedStyle(window.shadow().querySelector(".pg-lines")).fontSize),
    overflow: [...window.shadow().querySelectorAll(".pg *")].filter((part) => !part.closest(".pg-scroll, .pg-hidden, .pg-points") && part.checkVisibility() && part.getBoundingClientRect().right > innerWidth + 1).map((part) => part.outerHTML.slice(0, 80)),
  }));
  assert.deepEqual(found, { size: 48, overflow: [] });
});

test("what the page hides by visibility stays hidden, and comes with it", async (t) => {
  const page = await open(t, bare("/invisible", SCRIPT + sheet(".away { visibility: hidden; }"), `<div id="panel" class="away">${WIDGET}</div>`));
  const isShown = () => page.evaluate(() => window.shadow().querySelector(".pg-headline").checkVisibility({ visibilityProperty: true }));
  assert.equal(await isShown(), false);
  await page.evaluate(() => (document.getElementById("panel").className = ""));
  assert.equal(await isShown(), true);
});

/** All that a script of the page could see of the page's own parts. */
const own = (page) =>
  page.evaluate(() => {
    const all = [document.documentElement, document.body, ...document.querySelectorAll("#own, #own *")];
    const style = (element) => [...getComputedStyle(element)].filter((name) => !/block-size|height|origin/.test(name)).map((name) => `${name}: ${getComputedStyle(element).getPropertyValue(name)}`);
    const attributes = (element) => [...element.attributes].map(({ name, value }) => `${name}=${value}`);
    return {
      styles: all.map((element) => [element.tagName, attributes(element), style(element)]),
      sheets: [document.styleSheets.length, document.adoptedStyleSheets.length],
      head: document.head.innerHTML,
      body: [...document.body.children].map(({ tagName, id }) => `${tagName}#${id}`),
      title: document.title,
    };
  });

test("the page's own parts look and are as without the widget", async (t) => {
  const without = await visit(browser, bare("/without", SCRIPT + sheet(bootstrap), '<peer-glass id="w" src="" hidden></peer-glass>'), { viewport: VIEWPORT });
  t.after(() => without.context().close());
  const page = await open(t, bare("/with", SCRIPT + sheet(bootstrap)));
  await page.evaluate(async () => {
    await window.widget().download("png");
    window.shadow().querySelector("select[name=area]").focus();
    document.activeElement.blur();
  });
  assert.deepEqual(await own(page), await own(without));
});

// ---- scripts

const library = (name) => readFile(join(modules, name), "utf8");

/** What libraries of long ago did to every page, and some scripts still do. */
const PATCHES = `
  Array.prototype.toJSON = function () { return "[patched]"; };
  Array.from = function (given) { return [].slice.call(given || []); };
  for (const name of ["each", "collect", "inject", "clone", "uniq", "first", "last"]) Array.prototype[name] = function () { return this; };
  for (const name of ["strip", "gsub", "toArray", "evalJSON"]) String.prototype[name] = function () { return String(this); };
  for (const name of ["show", "hide", "toggle", "visible", "update", "identify"]) HTMLElement.prototype[name] = function () { return this; };
  Function.prototype.bind = function (self) { const made = this, given = [].slice.call(arguments, 1); return function () { return made.apply(self, given.concat([].slice.call(arguments))); }; };
  Function.prototype.wrap = function () { return this; };
  Number.prototype.times = function () {};
  Object.extend = Object.assign;
  Object.prototype.extra = function () {};
  Date.prototype.toJSON = function () { return "a day"; };
  window.Element.extend = window.$ = window.$$ = window._ = function () { return null; };
`;

const SCRIPTS = {
  "patched prototypes": [PATCHES],
  "es5-shim and its sham": [await library("es5-shim/es5-shim.js"), await library("es5-shim/es5-sham.js")],
  "core-js 2": [await library("core-js/client/shim.js")],
  "an AMD loader": [await library("requirejs/require.js")],
  "all of them": [PATCHES, await library("es5-shim/es5-shim.js"), await library("core-js/client/shim.js"), await library("requirejs/require.js")],
};

/** The page's scope and what everything on it inherits from, as names. */
const scope = (page) =>
  page.evaluate(() => {
    const names = (holder) => Object.getOwnPropertyNames(holder).sort();
    const kinds = [Object, Array, String, Number, Function, Date, Promise, Map, RegExp, Element, HTMLElement, Node, Document, Event].map(({ prototype }) => names(prototype));
    return { names: names(window).filter((name) => !/^\d+$|^(heard|widget|shadow|w)$/.test(name)), kinds };
  });

for (const [name, scripts] of Object.entries(SCRIPTS)) {
  for (const route of ["element", "one script"]) {
    test(`with ${name} on the page it answers the same, as ${route}`, async (t) => {
      scripts.forEach((script, at) => site.file(`/hostile-${at}.js`, script, { type: "text/javascript" }));
      const head = scripts.map((_, at) => `<script src="/hostile-${at}.js"></script>`).join("");
      const markup = route === "element" ? SCRIPT + WIDGET : `<script src="/peerglass/embed.js" data-id="w" data-config="${CONFIG}" async></script>`;
      const page = await open(t, bare("/scripted", head + PLAIN, markup));
      const without = await visit(browser, bare("/unscripted", head + PLAIN, ""));
      t.after(() => without.context().close());
      assert.equal(await text(page), plain.text);
      assert.equal(await difference(await image(page), plain.image), undefined);
      // It answers to the reader, and files can be taken away.
      await page.selectOption("#w >> css=select[name=area]", { index: 3 });
      await hear(page, "w", { types: ["change"] });
      assert.ok(await page.evaluate(async () => (await window.widget().download("csv")).size > 500));
      assert.deepEqual(await scope(page), await scope(without));
      assert.deepEqual(page.complaints, []);
    });
  }
}

test("an AMD loader's own modules load as before, with the widget there first", async (t) => {
  site.file("/require.js", await library("requirejs/require.js"), { type: "text/javascript" });
  site.file("/part.js", 'define([], function () { return "a part"; });', { type: "text/javascript" });
  site.file("/start.js", 'require.config({ baseUrl: "/" }); require(["part"], function (part) { window.part = part; });', { type: "text/javascript" });
  const page = await open(t, bare("/amd", SCRIPT, `<script src="/peerglass/embed.js" data-id="w" data-config="${CONFIG}" async></script><script src="/require.js"></script><script src="/start.js"></script>`));
  await page.waitForFunction(() => window.part);
  assert.equal(await page.evaluate(() => window.part), "a part");
  assert.deepEqual(page.complaints, []);
});

test("of two versions on a page the first serves both, and neither complains", async (t) => {
  for (const name of await readdir(join(project, "pkg"))) {
    if (!/\.(js|css|wasm)$/.test(name)) continue;
    const type = { js: "text/javascript", css: "text/css", wasm: "application/wasm" }[name.split(".").at(-1)];
    site.file(`/older/${name}`, await readFile(join(project, "pkg", name)), { type });
  }
  const from = site.log.length;
  const older = `<script src="/older/embed.js" data-id="other" data-config="${CONFIG}" data-area="E10000903" async></script>`;
  const page = await open(t, bare("/versions", SCRIPT, WIDGET + older), ["w", "other"]);
  assert.notEqual(await headline(page), await headline(page, "other"));
  assert.equal(site.log.slice(from).filter((path) => path.endsWith(".wasm")).length, 1);
  assert.deepEqual(page.complaints, []);
});

// ---- many

test("twelve widgets compile once, read the shared files once, ask for declared files alone and keep nothing", async (t) => {
  const ids = Array.from({ length: 12 }, (_, at) => `w${at}`);
  const count = `import { Data } from "/peerglass/peerglass.js";
    window.counted = { compiled: 0, read: 0 };
    const { finish } = Data.prototype;
    Data.prototype.finish = function () { window.counted.read++; return finish.call(this); };
    for (const name of ["compile", "compileStreaming", "instantiate", "instantiateStreaming"]) {
      const was = WebAssembly[name];
      WebAssembly[name] = (...given) => (window.counted.compiled++, was(...given));
    }`;
  site.file("/count.js", count, { type: "text/javascript" });
  const body = ids.map((id, at) => `<peer-glass id="${id}" config="${CONFIG}" area="E1000090${(at % 9) + 1}"></peer-glass>`).join("");
  const from = site.log.length;
  const page = await open(t, bare("/twelve", `<script type="module" src="/count.js"></script>${SCRIPT}`, body), []);
  for (const id of ids) {
    await page.evaluate((id) => window.widget(id).scrollIntoView(), id);
    assert.equal((await hear(page, id)).type, "peer-glass-ready");
  }
  assert.deepEqual(await page.evaluate(() => window.counted), { compiled: 1, read: 1 });
  const declared = ["/twelve", "/count.js", "/peerglass/peer-glass.js", "/peerglass/peer-glass-reader.js", "/peerglass/peerglass.js", "/peerglass/peerglass_bg.wasm", "/peerglass/peer-glass.css", ...["config.json", "smoking.csv", "neighbours.csv"].map((name) => `/cases/clearly-higher/${name}`)];
  const asked = site.log.slice(from);
  assert.deepEqual([...new Set(asked)].toSorted(), declared.toSorted());
  // Each widget has its own set-up; the rest is asked for once.
  assert.equal(asked.filter((path) => !path.endsWith("config.json")).length, declared.length - 1);
  const kept = await page.evaluate(async () => [document.cookie, localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, (await caches.keys()).length]);
  assert.deepEqual(kept, ["", 0, 0, 0, 0]);
  assert.deepEqual(page.complaints, []);
});
