// What a reader takes away: files that say where they are from, copies that carry their words, an archive that needs no
// network, and paper.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import axe from "axe-core";

import { hear, launch, visit } from "./browser.mjs";
import { contrast } from "./colour.mjs";
import { ofEachView } from "./native.mjs";
import { openSite, project } from "./server.mjs";

let site, browser;

before(async () => {
  [site, browser] = await Promise.all([openSite(), launch()]);
});

after(async () => {
  await browser?.close();
  await site?.close();
});

const NAME = "clearly-higher";
const bytes = readFileSync(join(project, "tests/cases", NAME, "smoking.csv"));
const hash = createHash("sha256").update(bytes).digest("hex");
const today = () => new Date().toISOString().slice(0, 10);
const { version } = JSON.parse(readFileSync(join(project, "pkg/package.json"), "utf8"));

async function open(t, { attributes = "", name = NAME, options } = {}) {
  const page = await visit(browser, site.page("/keep", `<h2>Smoking</h2><peer-glass id="w" config="/cases/${name}/config.json" ${attributes}></peer-glass>`), options);
  t.after(async () => {
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
  const { type, detail } = await hear(page);
  assert.equal(type, "peer-glass-ready", detail.message);
  return page;
}

const kept = (page, kind) => page.evaluate(async (kind) => (await window.widget().download(kind)).text(), kind);

test("CSV and SVG say source, period, day, version, the data's address and its hash", async (t) => {
  const page = await open(t);
  for (const kind of ["csv", "svg"]) {
    // Lines of the picture end where its width does.
    const text = (await kept(page, kind)).replace(/<[^>]*>\s*/g, " ").replace(/\s+/g, " ");
    for (const part of ["Made-up figures for demonstration", "Figures for 2023", `Peerglass ${version}`, today(), "please do not make a league table"]) assert.ok(text.includes(part), `${kind}: ${part}`);
    for (const part of [`${site.address}/cases/${NAME}/smoking.csv`, hash]) assert.ok(text.replaceAll(" ", "").includes(part), `${kind}: ${part}`);
  }
});

test("a PNG is as large as its words need, and no request is made for it beside the data and the engine", async (t) => {
  const page = await open(t);
  const from = site.log.length;
  const { type, width, height } = await page.evaluate(async () => {
    const blob = await window.widget().download("png");
    const { width, height } = await createImageBitmap(blob);
    return { type: blob.type, width, height };
  });
  assert.deepEqual([type, width], ["image/png", 1440]);
  assert.ok(height > 1000);
  for (const path of site.log.slice(from)) assert.match(path, /^\/(cases\/clearly-higher|peerglass)\//);
});

for (const [name, lang] of [...ofEachView.map((name) => [name, "en"]), [NAME, "cy"]]) {
  test(`${name} in ${lang}: the archive opens with the network off, says its hash, and holds its receipts`, async (t) => {
    const page = await open(t, { name, attributes: `lang="${lang}"` });
    const file = join(mkdtempSync(join(tmpdir(), "peerglass-")), "archive.html");
    writeFileSync(file, await kept(page, "html"));
    const receipts = await kept(page, "json");
    const said = await page.evaluate(() => window.widget().results().headline.text);
    const alone = await visit(browser, undefined, { offline: true });
    t.after(() => alone.context().close());
    const asked = [];
    alone.on("request", (request) => asked.push(request.url()));
    await alone.goto(pathToFileURL(file).href);
    assert.deepEqual(asked, [pathToFileURL(file).href]);
    const found = await alone.evaluate(() => ({
      text: document.body.innerText,
      headline: document.querySelector("h3").textContent,
      receipts: document.querySelector("pre").textContent,
      tables: document.querySelectorAll("table").length,
      lang: document.documentElement.lang,
    }));
    assert.equal(found.headline, said);
    assert.equal(found.receipts, receipts);
    assert.match(found.text, /SHA-256: [0-9a-f]{64}/);
    assert.ok(found.text.includes(today()) && found.tables > 0);
    assert.equal(found.lang.slice(0, 2), lang);
    await alone.evaluate(axe.source);
    const { violations } = await alone.evaluate(() => window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] }));
    assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes[0].html]), []);
    assert.deepEqual(alone.complaints, []);
  });
}

const copies = (what) => `#w >> css=[data-copies=${what}]`;

async function withClipboard(t) {
  const page = await open(t, { options: { permissions: ["clipboard-read", "clipboard-write"] } });
  await page.evaluate(() => (window.shadow().querySelector(".pg-download details").open = true));
  await page.waitForSelector(copies("picture"));
  return page;
}

/** What lies on the clipboard by its type: text, or the size of an image. */
const clipboard = (page) => page.evaluate(async () => {
  const [item] = await navigator.clipboard.read();
  const found = {};
  for (const type of item.types) {
    const blob = await item.getType(type);
    found[type] = type.startsWith("text/") ? await blob.text() : blob.size;
  }
  return found;
});

/** Waits until it is said aloud that it was copied, or refused. */
const isSaid = (page, what = "copied") => page.waitForFunction((what) => {
  const said = window.shadow().querySelector(".pg-download [data-copied]").dataset[what];
  return [...window.shadow().querySelectorAll("[aria-live]")].some((live) => live.textContent === said);
}, what);

test("a copied picture is an image, and markup in which it carries its words", async (t) => {
  const page = await withClipboard(t);
  await page.click(copies("picture"));
  await isSaid(page);
  const found = await clipboard(page);
  assert.ok(found["image/png"] > 10000);
  const said = await page.evaluate(() => window.widget().results().headline.text);
  const [, alt] = found["text/html"].match(/<img[^>]* alt="([^"]+)"/);
  assert.ok(alt.includes(said), alt);
  assert.match(found["text/html"], /src="data:image\/png;base64,/);
  assert.match(found["text/html"], new RegExp(hash));
});

test("a copied table is plain markup with heads and scopes, and plain text", async (t) => {
  const page = await withClipboard(t);
  await page.click(copies("table"));
  await isSaid(page);
  const { "text/html": markup, "text/plain": text } = await clipboard(page);
  assert.match(markup, /<caption[^>]*>Adults who smoke/);
  assert.match(markup, /<th scope="col"/);
  assert.match(markup, /<th scope="row"/);
  assert.doesNotMatch(markup, /pg-|data-|<button|<svg|<canvas/);
  assert.match(text, /\nWessmere \(your area\)\t17\.0%\t/);
  for (const part of ["Made-up figures", hash, "please do not make a league table"]) assert.ok(text.includes(part), part);
});

test("a copied citation has source, period, version, day and address", async (t) => {
  const page = await withClipboard(t);
  await page.focus(copies("citation"));
  await page.keyboard.press("Enter");
  await isSaid(page);
  const { "text/plain": text } = await clipboard(page);
  for (const part of ["Made-up figures", "Figures for 2023", `Peerglass ${version}`, today(), `${site.address}/cases/${NAME}/smoking.csv`]) assert.ok(text.includes(part), part);
});

test("where the page may not copy, a reader is told so", async (t) => {
  const page = await open(t);
  await page.evaluate(() => {
    navigator.clipboard.write = () => Promise.reject(new DOMException("no", "NotAllowedError"));
    window.shadow().querySelector(".pg-download details").open = true;
  });
  await page.click(copies("table"));
  await isSaid(page, "refused");
  const [shown, refused] = await page.evaluate(() => {
    const place = window.shadow().querySelector("[data-refused]");
    return [place.querySelector("span").textContent, place.dataset.refused];
  });
  assert.equal(shown, refused);
});

test("what is copied or saved is none of the names that there are: refused, with those that there are", async (t) => {
  const page = await open(t);
  for (const method of ["copy", "download"]) {
    assert.match(await page.evaluate((method) => window.widget()[method]("pdf").catch((error) => error.message), method), /“pdf”.*picture, table, citation|“pdf”.*csv, svg/);
  }
});

for (const name of ofEachView) test(`${name}: on A4 nothing is wider than the page, everything is shown in black enough ink, and the data's address stands there`, async (t) => {
  // The width of A4 between margins of 15 millimetres.
  const page = await open(t, { name, attributes: 'theme="dark"', options: { viewport: { width: 680, height: 1000 }, colorScheme: "dark" } });
  await page.waitForFunction(() => window.shadow().querySelector(".pg-data"));
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const found = await page.evaluate(() => {
    const root = window.shadow();
    const visible = (node) => node.checkVisibility({ contentVisibilityAuto: true });
    const texts = [...root.querySelectorAll("article *")].filter((node) => visible(node) && !node.closest("svg, canvas, .pg-hidden") && [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim()));
    return {
      wide: document.documentElement.scrollWidth,
      beyond: texts.filter((node) => node.getBoundingClientRect().right > 681).map((node) => node.outerHTML),
      inks: [...new Set(texts.map((node) => getComputedStyle(node).color))],
      closed: [".pg-table table", ".pg-worked dl, .pg-worked p", ".pg-foot p"].filter((part) => root.querySelector(part) && !visible(root.querySelector(part))),
      notes: [...root.querySelectorAll(".pg-worked li, .pg-notices li")].filter((node) => !visible(node)).length,
      buttons: [...root.querySelectorAll("button, select, input")].filter(visible).length,
      address: root.querySelector(".pg-data").textContent,
      isShown: visible(root.querySelector(".pg-data")),
    };
  });
  assert.deepEqual([found.wide, found.beyond, found.closed, found.notes, found.buttons], [680, [], [], 0, 0]);
  // Contrast is of luminance alone: it is the same printed in black and white.
  for (const ink of found.inks) assert.ok(contrast(ink, "rgb(255, 255, 255)") >= 4.5, ink);
  assert.ok(found.isShown);
  assert.match(found.address, new RegExp(`^${site.address}/cases/${name}/`));
  assert.ok((await page.pdf({ format: "A4" })).length > 10000);
  await page.emulateMedia({ media: "screen" });
  assert.ok(!(await page.evaluate(() => window.shadow().querySelector(".pg-data").checkVisibility())));
});
