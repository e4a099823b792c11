// Coming, changing, moving and going: what is loaded when, how often, and that nothing stays behind.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";

import { headline, hear, launch, visit } from "./browser.mjs";
import { openSite } from "./server.mjs";

let site, browser;

before(async () => {
  [site, browser] = await Promise.all([openSite(), launch()]);
});

after(async () => {
  await browser?.close();
  await site?.close();
});

beforeEach(() => (site.log.length = 0));

const CONFIG = "/cases/clearly-higher/config.json";
const widget = (id, more = "") => `<peer-glass id="${id}" config="${CONFIG}" ${more}><p>Fallback</p></peer-glass>`;
const asked = (ending) => site.log.filter((path) => path.endsWith(ending)).length;

/** Opens a page with this markup, waits for the widgets of these ids, and closes it after the test. */
async function open(t, path, body, ids, options) {
  const page = await visit(browser, site.page(path, body, options));
  t.after(async () => {
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
  for (const id of ids) await hear(page, id);
  return page;
}

test("below the fold only the loader is fetched, and near the view the rest", async (t) => {
  const page = await open(t, "/lazy", `<div style="block-size:4000px"></div>${widget("w")}`, [], { policy: "default-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'" });
  await page.waitForLoadState("networkidle");
  assert.deepEqual(site.log.filter((path) => path !== "/lazy"), ["/peerglass/peer-glass.js"]);
  assert.ok(await page.locator("#w p").isVisible());
  await page.evaluate(() => window.scrollTo(0, 3400));
  await hear(page);
  assert.equal(asked(".wasm"), 1);
});

for (const count of [2, 12]) {
  test(`${count} widgets of the same files share one engine and one copy of the data`, async (t) => {
    const ids = Array.from({ length: count }, (_, at) => `w${at}`);
    const body = ids.map((id, at) => widget(id, `area="E1000090${(at % 9) + 1}"`)).join("");
    site.file("/count.js", `window.compiled = 0;
      for (const name of ["compile", "compileStreaming", "instantiate", "instantiateStreaming"]) {
        const was = WebAssembly[name];
        WebAssembly[name] = (...given) => (window.compiled++, was(...given));
      }`, { type: "text/javascript" });
    const page = await open(t, "/many", `<script type="module" src="/count.js"></script>${body}`, []);
    for (const id of ids) {
      await page.evaluate((id) => window.widget(id).scrollIntoView(), id);
      assert.equal((await hear(page, id)).type, "peer-glass-ready");
    }
    assert.equal(await page.evaluate(() => window.compiled), 1);
    for (const file of ["peer-glass.js", "peerglass.js", "peer-glass.css", ".wasm", "smoking.csv", "neighbours.csv"]) assert.equal(asked(file), 1, file);
    assert.equal(new Set(await Promise.all(ids.slice(0, 9).map((id) => headline(page, id)))).size, Math.min(count, 9));
  });
}

test("attributes change live, and each change is told once", async (t) => {
  const page = await open(t, "/live", widget("w"), ["w"]);
  const options = (name) => page.evaluate((name) => [...window.shadow().querySelector(`select[name=${name}]`).options].map(({ value }) => value), name);
  const set = (attributes) =>
    page.evaluate((attributes) => {
      for (const [name, value] of Object.entries(attributes)) {
        if (value === null) window.widget().removeAttribute(name);
        else window.widget().setAttribute(name, value);
      }
    }, attributes);
  const results = () => page.evaluate(() => window.widget().results());
  let changes = 0;
  const changed = async () => (await hear(page, "w", { types: ["change"], count: ++changes })).detail;

  const first = await headline(page);
  const area = (await options("area")).at(-1);
  await set({ area });
  assert.equal((await changed()).area, area);
  assert.equal((await results()).results[0].code, area);
  await set({ peers: "all" });
  assert.equal((await changed()).peers, "all");
  await set({ benchmark: "20" });
  await changed();
  assert.equal((await results()).results.find(({ test }) => test).test.against, 20);
  await set({ benchmark: null, area: null, peers: null });
  await changed();
  assert.equal(await headline(page), first);

  await set({ src: "/cases/no-clear-gap/activity.csv", name: "the share of adults who are active" });
  await changed();
  assert.match(await headline(page), /active/);
  assert.equal(await page.evaluate(() => window.heard.length), changes + 1);
});

test("a period is chosen by attribute and by the reader", async (t) => {
  const page = await open(t, "/periods", '<peer-glass id="w" config="/cases/fingertips-file/config.json"></peer-glass>', ["w"]);
  const periods = await page.evaluate(() => [...window.shadow().querySelector("select[name=period]").options].map(({ value }) => value));
  assert.ok(periods.length > 1);
  const other = periods.find((period) => period !== periods[0]);
  await page.evaluate((period) => window.widget().setAttribute("period", period), other);
  assert.equal((await hear(page, "w", { types: ["change"] })).detail.period, other);
  await page.selectOption("#w >> css=select[name=period]", periods[0]);
  assert.equal((await hear(page, "w", { types: ["change"], count: 2 })).detail.period, periods[0]);
});

test("ready is told once, bubbles out of a shadow root, and its detail is plain data", async (t) => {
  const page = await open(t, "/events", "<div id='host'></div>", []);
  const told = await page.evaluate(async (config) => {
    const seen = [];
    document.addEventListener("peer-glass-ready", (event) => seen.push([event.composed, JSON.stringify(event.detail)]));
    const inner = document.getElementById("host").attachShadow({ mode: "open" });
    const element = document.createElement("peer-glass");
    element.setAttribute("config", config);
    const ready = new Promise((resolve) => element.addEventListener("peer-glass-ready", resolve, { once: true }));
    inner.append(element);
    await ready;
    return { seen, choices: element.results().choices, headline: element.results().headline.text };
  }, CONFIG);
  assert.deepEqual(told.seen, [[true, JSON.stringify({ ...told.choices, headline: told.headline })]]);
});

test("moved within the page it keeps its answer and reads nothing again", async (t) => {
  const page = await open(t, "/move", `${widget("w")}<div id="there"></div>`, ["w"]);
  const before = site.log.length;
  await page.selectOption("#w >> css=select[name=area]", { index: 4 });
  await hear(page, "w", { types: ["change"] });
  const shown = await headline(page);
  await page.evaluate(() => document.getElementById("there").append(window.widget()));
  await page.waitForTimeout(200);
  assert.equal(await headline(page), shown);
  assert.equal(site.log.length, before);
  await page.selectOption("#w >> css=select[name=area]", { index: 5 });
  await hear(page, "w", { types: ["change"], count: 2 });
  assert.notEqual(await headline(page), shown);
});

test("taken out and put back later, it comes again", async (t) => {
  const page = await open(t, "/back", `${widget("w")}<div id="there"></div>`, ["w"]);
  await page.evaluate(async () => {
    window.kept = window.widget();
    window.kept.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    window.gone = window.kept.results();
    document.getElementById("there").append(window.kept);
  });
  await hear(page, "w", { types: ["change"] });
  assert.equal(await page.evaluate(() => window.gone), undefined);
  assert.ok(await headline(page));
});

test("a hundred come and go, and neither element nor memory stays", async () => {
  const own = await launch("--js-flags=--expose-gc");
  const page = await visit(own, site.page("/leak", "<div id='host'></div>"));
  const grown = await page.evaluate(async (config) => {
    const engine = await import("/peerglass/peerglass.js");
    const { memory } = await engine.default({ module_or_path: "/peerglass/peerglass_bg.wasm" });
    const living = { data: 0, figures: 0 };
    for (const [type, made] of [[engine.Data, "data"], [engine.Figure, "figures"]]) {
      const free = type.prototype.free;
      type.prototype.free = function () {
        living[made] -= 1;
        return free.call(this);
      };
    }
    const figure = engine.Data.prototype.figure;
    engine.Data.prototype.figure = function (...given) {
      living.figures += 1;
      return figure.apply(this, given);
    };
    const finish = engine.Data.prototype.finish;
    engine.Data.prototype.finish = function () {
      living.data += 1;
      return finish.call(this);
    };
    const refs = [];
    const once = async () => {
      const element = document.createElement("peer-glass");
      element.setAttribute("config", config);
      const ready = new Promise((resolve) => element.addEventListener("peer-glass-ready", resolve));
      document.getElementById("host").append(element);
      await ready;
      element.remove();
      refs.push(new WeakRef(element));
    };
    for (let at = 0; at < 10; at++) await once();
    const before = memory.buffer.byteLength;
    for (let at = 0; at < 100; at++) await once();
    window.heard.length = 0;
    for (let at = 0; at < 5; at++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      window.gc();
    }
    return { living, bytes: memory.buffer.byteLength - before, elements: refs.filter((ref) => ref.deref()).length };
  }, CONFIG);
  assert.deepEqual(grown.living, { data: 0, figures: 0 });
  assert.equal(grown.bytes, 0);
  // The browser itself may still hold the last few.
  assert.ok(grown.elements <= 5, `${grown.elements} elements are still held`);
  assert.deepEqual(page.complaints, []);
  await own.close();
});

test("removed while a file is still coming, it stops reading", async (t) => {
  let closed;
  const stopped = new Promise((resolve) => (closed = resolve));
  site.file("/endless.csv", (answer) => {
    answer.write("Area code,Area name,Period,Value\n");
    const timer = setInterval(() => answer.write("E10000901,Wessmere,2023,1\n".repeat(4000)), 20);
    answer.on("close", () => (clearInterval(timer), closed(true)));
  });
  const page = await open(t, "/endless", '<peer-glass id="w" src="/endless.csv"><p>Fallback</p></peer-glass>', []);
  await page.waitForTimeout(400);
  await page.evaluate(() => window.widget().remove());
  assert.ok(await Promise.race([stopped, new Promise((resolve) => setTimeout(resolve, 5000, false))]));
});

test("the script may be loaded twice, also from two places, and an element may be older than it", async (t) => {
  const twice = '<script type="module" src="/pkg/peer-glass.js"></script><script type="module" src="/peerglass/peer-glass.js"></script>';
  const page = await open(t, "/twice", twice + widget("w"), ["w"]);
  assert.ok(await headline(page));
  const late = await open(t, "/late", "<div id='host'></div>", []);
  await late.evaluate((config) => {
    document.getElementById("host").innerHTML = `<peer-glass id="w" config="${config}"></peer-glass>`;
  }, CONFIG);
  assert.equal((await hear(late)).type, "peer-glass-ready");
});

test("embed.js puts the widget where it stands, with its data-* as attributes", async (t) => {
  const tag = '<script src="/peerglass/embed.js" data-id="w" data-src="/cases/clearly-higher/smoking.csv" data-area="E10000903" data-polarity="low-is-good" async></script>';
  const page = await open(t, "/embed", `<p id="above">above</p>${tag}<p>below</p>`, ["w"]);
  assert.equal(await page.evaluate(() => window.widget().results().results[0].code), "E10000903");
  assert.equal(await page.evaluate(() => window.widget().previousElementSibling.previousElementSibling.id), "above");
});

test("nothing of ours is left in the page's own scope, and the page's style does not reach in", async (t) => {
  const hostile = site.file("/hostile.css", "* { all: unset !important; color: lime !important } p, h3 { display: none !important }", { type: "text/css" });
  const page = await open(t, "/scope", widget("w"), ["w"]);
  const plain = await page.locator("#w").evaluate((element) => getComputedStyle(element.shadowRoot.querySelector(".pg-headline")).color);
  await page.evaluate((href) => new Promise((resolve) => {
    const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href, onload: resolve });
    document.head.append(sheet);
  }), hostile);
  const now = await page.locator("#w").evaluate((element) => getComputedStyle(element.shadowRoot.querySelector(".pg-headline")).color);
  assert.equal(now, plain);
  assert.ok(await headline(page));
  const bare = await page.evaluate(() => {
    const frame = document.createElement("iframe");
    document.body.append(frame);
    const names = Object.keys(window).filter((name) => !(name in frame.contentWindow));
    frame.remove();
    return names;
  });
  assert.deepEqual(bare.filter((name) => !["heard", "widget", "shadow", "w", "0"].includes(name)), []);
});
