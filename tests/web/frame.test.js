// The page for an iframe: the same answer as on the page, from its own address alone, as tall as it is.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { headline, hear, launch, visit } from "./browser.mjs";
import { openSite, project, STRICT } from "./server.mjs";

let site, other, browser;

before(async () => {
  [site, other, browser] = await Promise.all([openSite(), openSite(), launch()]);
  // What the browser asks of a site when a page of it names no icon.
  site.file("/favicon.ico", "", { type: "image/x-icon" });
});

after(async () => {
  await browser?.close();
  await Promise.all([site?.close(), other?.close()]);
});

const QUERY = new URLSearchParams({ config: "/cases/clearly-higher/config.json", area: "E10000903" });
const LISTENER = '<script src="/peerglass/peer-glass-frame.js" defer></script>';

/** A page with only an iframe of this query in it, held by a site of ours or another's. */
function holder(host, query, { script = "", attributes = "", policy = `default-src 'self'; frame-src ${site.address}` } = {}) {
  const frame = `<iframe src="${site.address}/peerglass/frame.html?${query}" title="Adults who smoke" width="100%" height="700" ${attributes}></iframe>`;
  const html = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><link rel="icon" href="/icon.svg"><title>A page</title>${script}</head>
    <body><h1>A page</h1>${frame}</body></html>`;
  return host.file("/holder", html, { type: "text/html; charset=utf-8", headers: { "content-security-policy": policy } });
}

/** The frame in a page, when its figure has said something. */
async function framed(page) {
  const frame = await (await page.waitForSelector("iframe")).contentFrame();
  await frame.waitForFunction(() => document.querySelector("peer-glass")?.results?.() || document.querySelector("peer-glass")?.shadowRoot?.querySelector(".pg-quiet").textContent);
  return frame;
}

const height = (page) => page.evaluate(() => document.querySelector("iframe").getBoundingClientRect().height - 4);
const content = (frame) => frame.evaluate(() => Math.ceil(document.querySelector("main").getBoundingClientRect().height));

for (const [name, host] of [["the same site", () => site], ["another site", () => other]]) {
  test(`held by ${name}, it answers as the element does, and is as tall as its figure`, async () => {
    const page = await visit(browser, holder(host(), QUERY, { script: LISTENER }), { viewport: { width: 800, height: 900 } });
    const frame = await framed(page);
    const plain = await visit(browser, site.page("/plain", '<peer-glass id="w" config="/cases/clearly-higher/config.json" area="E10000903"></peer-glass>'));
    await hear(plain);
    const results = await frame.evaluate(() => document.querySelector("peer-glass").results());
    assert.deepEqual(results, await plain.evaluate(() => window.widget().results()));
    assert.equal(await frame.title(), await headline(plain));

    const fits = async () => {
      const wanted = await content(frame);
      await page.waitForFunction((wanted) => document.querySelector("iframe").style.height === `${wanted}px`, wanted);
      // A frame of another site learns of its new size a moment after the page around it.
      await frame.waitForFunction(() => document.documentElement.scrollHeight <= innerHeight);
      return wanted;
    };
    const closed = await fits();
    assert.ok(closed > 400);
    await frame.evaluate(() => document.querySelector("peer-glass").shadowRoot.querySelectorAll("details").forEach((details) => (details.open = true)));
    await frame.waitForFunction((closed) => document.querySelector("main").getBoundingClientRect().height > closed + 100, closed);
    const open = await fits();
    await page.setViewportSize({ width: 360, height: 900 });
    await frame.waitForFunction((open) => Math.ceil(document.querySelector("main").getBoundingClientRect().height) !== open, open);
    await fits();
    await frame.evaluate(() => document.querySelector("peer-glass").shadowRoot.querySelectorAll("details").forEach((details) => (details.open = false)));
    await frame.waitForFunction((open) => document.querySelector("main").getBoundingClientRect().height < open - 100, open);
    await fits();
    assert.deepEqual(page.complaints, []);
    await page.context().close();
    await plain.context().close();
  });
}

test("without a script around it, it keeps the height that the page gives, and scrolls", async () => {
  const page = await visit(browser, holder(other, QUERY, { attributes: 'loading="lazy"', policy: `default-src 'self'; script-src 'none'; frame-src ${site.address}` }));
  const frame = await framed(page);
  await frame.waitForFunction(() => document.querySelector("main").getBoundingClientRect().height > innerHeight);
  assert.equal(await height(page), 700);
  assert.ok(await frame.evaluate(() => document.documentElement.scrollHeight > innerHeight && document.documentElement.scrollWidth <= innerWidth));
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("a listener that comes late asks for the height", async () => {
  const page = await visit(browser, holder(other, QUERY));
  const frame = await framed(page);
  await page.addScriptTag({ url: "/peerglass/peer-glass-frame.js" });
  await page.waitForFunction((wanted) => document.querySelector("iframe").style.height === `${wanted}px`, await content(frame));
  await page.context().close();
});

test("only the frame that says its height is sized, and no frame by another's word", async () => {
  other.file("/liar.html", '<script src="/liar.js"></script>', { type: "text/html" });
  other.file("/liar.js", 'parent.postMessage({ type: "peer-glass-height", height: 9999 }, "*")', { type: "text/javascript" });
  const page = await visit(browser, holder(other, QUERY, { script: LISTENER, policy: `default-src 'self'; frame-src 'self' ${site.address}` }));
  await framed(page);
  await page.waitForFunction(() => document.querySelector("iframe").style.height);
  const sized = await page.evaluate(async (liar) => {
    const ours = document.querySelector("iframe");
    const was = ours.style.height;
    const foreign = Object.assign(document.createElement("iframe"), { src: liar });
    const heard = new Promise((resolve) => addEventListener("message", ({ source }) => source === foreign.contentWindow && resolve()));
    document.body.append(foreign);
    await heard;
    // Not from a frame at all; and no height.
    for (const height of [9999, -1, "a", Infinity]) postMessage({ type: "peer-glass-height", height }, "*");
    postMessage(null, "*");
    await new Promise((resolve) => setTimeout(resolve, 100));
    return { ours: ours.style.height === was, foreign: foreign.style.height };
  }, `${other.address}/liar.html`);
  assert.deepEqual(sized, { ours: true, foreign: "" });
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

/** The page itself at this query. */
async function alone(t, query) {
  const page = await visit(browser, `${site.address}/peerglass/frame.html?${new URLSearchParams(query)}`);
  t.after(() => page.context().close());
  return page;
}

for (const query of [
  { src: "https://elsewhere.example/data.csv" },
  { src: "/cases/clearly-higher/smoking.csv https://elsewhere.example/data.csv" },
  { config: "//elsewhere.example/config.json" },
  { src: "javascript:alert(1)" },
  { src: "data:text/csv,a" },
  { neighbours: "http://[bad", src: "/cases/clearly-higher/smoking.csv" },
]) {
  const [name, address] = Object.entries(query)[0];
  test(`it does not show ${name}=${address}: files of another site are not its own`, async (t) => {
    const page = await alone(t, query);
    const requests = [];
    page.on("request", (request) => requests.push(new URL(request.url()).origin));
    await page.reload();
    const element = page.locator("peer-glass");
    await page.waitForFunction(() => document.querySelector("peer-glass > p").textContent.includes("Not used"));
    assert.equal(await element.getAttribute(name), null);
    assert.deepEqual([...new Set(requests)], [site.address]);
    if (!query.src || name === "src") {
      await page.waitForFunction(() => document.querySelector("peer-glass").shadowRoot.querySelector(".pg-quiet").textContent);
      assert.ok(await page.getByText(`Not used: “${name}”`).isVisible());
    }
    assert.deepEqual(page.complaints, []);
  });
}

test("words in its address are words, and names that are none of the options are not taken", async (t) => {
  const words = '<img src=x onerror="window.broken=1">"><script>window.broken=1</script>';
  const page = await alone(t, { src: "/cases/clearly-higher/smoking.csv", name: words, source: words, area: words, onclick: "window.broken=1", style: "color:red", id: "x", class: "y", slot: "z", files: "a", innerHTML: words });
  await page.waitForFunction(() => document.querySelector("peer-glass").results());
  const found = await page.evaluate(() => ({ broken: window.broken, names: [...document.querySelector("peer-glass").attributes].map(({ name }) => name), images: document.querySelector("peer-glass").shadowRoot.querySelectorAll("img, script").length }));
  assert.deepEqual(found, { broken: undefined, names: ["src", "name", "source", "area"], images: 0 });
  assert.deepEqual(page.complaints, []);
});

test("what stands in the tag of a copy, its address cannot change", async (t) => {
  const copy = '<!doctype html><html lang="en-GB"><link rel="icon" href="/icon.svg"><title>x</title><script type="module" src="/peerglass/frame.js"></script><body><main><peer-glass config="/cases/clearly-higher/config.json" polarity="low-is-good"><p>Text</p></peer-glass></main>';
  site.file("/copy.html", copy, { type: "text/html; charset=utf-8", headers: { "content-security-policy": STRICT } });
  const page = await visit(browser, `${site.address}/copy.html?polarity=high-is-good&config=/other.json&area=E10000904`);
  t.after(() => page.context().close());
  await page.waitForFunction(() => document.querySelector("peer-glass").results());
  assert.equal(await page.getAttribute("peer-glass", "polarity"), "low-is-good");
  assert.equal(await page.getAttribute("peer-glass", "config"), "/cases/clearly-higher/config.json");
  assert.equal(await page.evaluate(() => document.querySelector("peer-glass").results().choices.area), "E10000904");
});

test("a file can be taken away from inside the frame", async () => {
  const page = await visit(browser, holder(other, QUERY, { script: LISTENER }));
  const frame = await framed(page);
  await frame.evaluate(() => (document.querySelector("peer-glass").shadowRoot.querySelector(".pg-download details").open = true));
  const [download] = await Promise.all([page.waitForEvent("download"), frame.locator("css=[data-download=csv]").click()]);
  assert.match(download.suggestedFilename(), /\.csv$/);
  assert.equal(page.url(), `${other.address}/holder`);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

for (const [ancestors, shows] of [["'self'", false], ["'none'", false], [() => other.address, true], [undefined, true]]) {
  test(`sent with frame-ancestors ${typeof ancestors === "function" ? "of the site around it" : ancestors}, another site ${shows ? "can" : "cannot"} hold it`, async () => {
    const own = await openSite();
    const named = typeof ancestors === "function" ? ancestors() : ancestors;
    own.file("/peerglass/frame.html", await readFile(join(project, "pkg/frame.html")), { type: "text/html; charset=utf-8", headers: { "content-security-policy": `${STRICT}${named ? `; frame-ancestors ${named}` : ""}` } });
    const held = `<!doctype html><html lang="en"><link rel="icon" href="/icon.svg"><title>x</title><iframe src="${own.address}/peerglass/frame.html?${QUERY}" title="Adults who smoke" height="700"></iframe><p>And the data.</p>`;
    const page = await visit(browser, other.file("/held", held, { type: "text/html" }));
    if (shows) await framed(page);
    else {
      assert.ok(page.complaints.every((line) => /frame-ancestors/.test(line)), page.complaints.join("\n"));
      assert.ok(await page.getByText("And the data.").isVisible());
    }
    const shown = await page.frames()[1].evaluate(() => Boolean(document.querySelector("peer-glass")));
    assert.equal(shown, shows);
    await page.context().close();
    await own.close();
  });
}
