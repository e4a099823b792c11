// How a reader has set their browser: colours, motion, zoom, print, language.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import axe from "axe-core";

import { headline, hear, launch, visit } from "./browser.mjs";
import { ofEachView } from "./native.mjs";
import { openSite } from "./server.mjs";

let site, browser;

before(async () => {
  [site, browser] = await Promise.all([openSite(), launch()]);
});

after(async () => {
  await browser?.close();
  await site?.close();
});

async function open(t, attributes = "", { lang, name = "clearly-higher", ...options } = {}) {
  const widget = `<h2>Smoking</h2><peer-glass id="w" config="/cases/${name}/config.json" ${attributes}></peer-glass>`;
  const page = await visit(browser, site.page("/modes", widget, { lang }), options);
  t.after(async () => {
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
  const { type, detail } = await hear(page);
  assert.equal(type, "peer-glass-ready", detail.message);
  return page;
}

/** The colours of the canvas, as "r,g,b" of its opaque pixels, the most frequent first. */
const painted = (page) =>
  page.evaluate(() => {
    // On a copy that may be read: reading the picture itself would change how the browser keeps it.
    const { width, height } = window.shadow().querySelector("canvas");
    const context = Object.assign(document.createElement("canvas"), { width, height }).getContext("2d", { willReadFrequently: true });
    context.drawImage(window.shadow().querySelector("canvas"), 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    const counts = new Map();
    for (let at = 0; at < data.length; at += 4) {
      if (data[at + 3] < 255) continue;
      const colour = data.slice(at, at + 3).join();
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    return [...counts].sort((a, b) => b[1] - a[1]).map(([colour]) => colour);
  });

const luminance = (colour) => colour.split(",").reduce((sum, part) => sum + Number(part), 0) / 3;

const faults = async (page) => {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(window.widget(), { preload: false, resultTypes: ["violations"] });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
  });
};

for (const name of ofEachView) test(`${name}: in dark colours the canvas is painted anew, and text stays readable`, async (t) => {
  const page = await open(t, "", { name });
  const light = await painted(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.waitForTimeout(200);
  const dark = await painted(page);
  assert.ok(light.some((colour) => luminance(colour) < 40), "dark ink on light paper");
  assert.ok(dark.some((colour) => luminance(colour) > 220), "light ink on dark paper");
  assert.ok(!dark.includes("11,12,12"), "no ink of the light theme is left");
  assert.deepEqual(await faults(page), []);
});

test("the theme attribute goes over the reader's scheme, and can change live", async (t) => {
  const page = await open(t, 'theme="dark"');
  const paper = () => page.evaluate(() => getComputedStyle(window.shadow().querySelector(".pg")).backgroundColor);
  assert.equal(await paper(), "rgb(26, 29, 33)");
  const dark = await painted(page);
  await page.evaluate(() => window.widget().setAttribute("theme", "light"));
  await hear(page, "w", { types: ["change"] });
  assert.equal(await paper(), "rgb(255, 255, 255)");
  assert.notDeepEqual(await painted(page), dark);
  await page.emulateMedia({ colorScheme: "dark" });
  assert.equal(await paper(), "rgb(255, 255, 255)");
});

test("the theme may stand in the config file", async (t) => {
  site.file("/dark.json", JSON.stringify({ src: "/cases/clearly-higher/smoking.csv", theme: "dark" }), { type: "application/json" });
  const page = await visit(browser, site.page("/themed", '<peer-glass id="w" config="/dark.json"></peer-glass>'));
  t.after(() => page.context().close());
  await hear(page);
  const { theme, paper } = await page.evaluate(() => ({ theme: window.widget().getAttribute("theme"), paper: getComputedStyle(window.shadow().querySelector(".pg")).backgroundColor }));
  assert.deepEqual([theme, paper], ["dark", "rgb(26, 29, 33)"]);
});

test("an SVG picture follows the theme as the canvas does", async (t) => {
  const page = await open(t, 'picture="svg" theme="dark"');
  const ink = () => page.evaluate(() => [...window.shadow().querySelectorAll(".pg-frame svg text")].map((text) => text.getAttribute("fill").toLowerCase()));
  assert.ok((await ink()).includes("#f3f5f6"));
  await page.evaluate(() => window.widget().setAttribute("theme", "light"));
  await hear(page, "w", { types: ["change"] });
  assert.ok((await ink()).includes("#0b0c0c"));
  assert.deepEqual(await faults(page), []);
});

for (const name of ofEachView) test(`${name}: with forced colours the canvas uses the reader's own`, async (t) => {
  const page = await open(t, "", { name });
  await page.emulateMedia({ forcedColors: "active", colorScheme: "dark" });
  await page.waitForTimeout(200);
  const system = await page.evaluate(() => {
    const probe = document.createElement("i");
    document.body.append(probe);
    const read = (colour) => ((probe.style.color = colour), getComputedStyle(probe).color.match(/\d+/g).slice(0, 3).join());
    const allowed = ["Canvas", "CanvasText", "GrayText", "LinkText"].map(read);
    probe.remove();
    return allowed;
  });
  const colours = (await painted(page)).slice(0, 2);
  for (const colour of colours) assert.ok(system.includes(colour), `${colour} is none of ${system.join(" ")}`);
});

for (const name of ofEachView) test(`${name}: nothing moves, whether or not the reader asked for less motion`, async (t) => {
  const page = await open(t, "", { name, reducedMotion: "no-preference" });
  const moving = await page.evaluate(() => [...window.shadow().querySelectorAll("*")].filter((node) => {
    const style = getComputedStyle(node);
    return style.animationName !== "none" || parseFloat(style.transitionDuration) > 0;
  }).length);
  assert.equal(moving, 0);
  assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
});

const ways = [...ofEachView.map((name) => [name, "en-GB"]), ["clearly-higher", "en-x-pseudo"]];
for (const [name, lang] of ways) {
  test(`${name}: zoomed to 400 %, a window of 1280 pixels scrolls one way only, in ${lang}`, async (t) => {
    const page = await open(t, `lang="${lang}"`, { name, viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 });
    await page.evaluate(() => window.shadow().querySelectorAll("details").forEach((details) => (details.open = true)));
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
    const sharp = await page.evaluate(() => {
      const canvas = window.shadow().querySelector("canvas");
      return canvas.width / canvas.clientWidth;
    });
    assert.ok(Math.abs(sharp - 4) < 0.1, "the picture is as sharp as the screen");
    assert.deepEqual(await faults(page), []);
  });
}

for (const name of ofEachView) test(`${name}: text spacing as a reader may set it cuts nothing off`, async (t) => {
  const page = await open(t, "", { name, viewport: { width: 400, height: 800 } });
  const cut = await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }");
    const root = window.shadow();
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    const texts = root.querySelectorAll("p, h3, li, summary, label");
    return [...texts].filter((node) => node.clientWidth && node.scrollWidth > node.clientWidth + 1).map((node) => node.outerHTML);
  });
  assert.deepEqual(cut, []);
});

for (const name of ofEachView) test(`${name}: with text at 200 % all of it grows, nothing is cut off and the page scrolls one way only`, async (t) => {
  const page = await open(t, "", { name });
  const sizes = () => page.evaluate(() => [...window.shadow().querySelectorAll("p, h3, h4, label, select, summary, th, td, dt, dd")].map((node) => parseFloat(getComputedStyle(node).fontSize)));
  await page.evaluate(() => window.shadow().querySelectorAll("details").forEach((details) => (details.open = true)));
  await page.waitForFunction(() => window.shadow().querySelector(".pg-terms") && window.shadow().querySelector("[data-copies]"));
  const before = await sizes();
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("html { font-size: 200% }");
    document.adoptedStyleSheets = [sheet];
  });
  const after = await sizes();
  assert.ok(before.length > 20 && after.every((size, at) => size >= 2 * before[at]), `${before} then ${after}`);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 1280);
  const cut = await page.evaluate(() => {
    const texts = window.shadow().querySelectorAll("p, h3, h4, li, summary, label, dt, dd");
    return [...texts].filter((node) => node.clientWidth && !node.closest(".pg-scroll") && node.scrollWidth > node.clientWidth + 1).map((node) => node.outerHTML);
  });
  assert.deepEqual(cut, []);
});

/** Waits until the picture has so many pixels for one of the page's: 3 is as fine as paper. */
const isAsSharpAs = (page, pixels) => page.waitForFunction((pixels) => {
  const canvas = window.shadow().querySelector(".pg-frame canvas");
  return Math.round(canvas.width / canvas.clientWidth) === pixels;
}, pixels);

for (const name of ofEachView) test(`${name}: printed, the picture is sharp, the table is there and the controls are not`, async (t) => {
  const page = await open(t, 'theme="dark"', { name });
  await page.emulateMedia({ media: "print" });
  await isAsSharpAs(page, 3);
  const seen = (selector) => page.evaluate((selector) => Boolean(window.shadow().querySelector(selector)?.checkVisibility({ contentVisibilityAuto: true })), selector);
  assert.ok(await seen(".pg-table table"), "the table is open on paper");
  assert.ok(!(await seen("select")));
  assert.ok(!(await seen("button")));
  const colour = await page.evaluate(() => getComputedStyle(window.shadow().querySelector(".pg-headline")).color);
  assert.equal(colour, "rgb(11, 12, 12)", "dark ink on paper, whatever the theme");
  assert.ok((await page.pdf()).length > 10000);
  await page.emulateMedia({ media: "screen" });
  await isAsSharpAs(page, 1);
  assert.ok(!(await seen(".pg-table table")));
  assert.ok(await seen("select"));
});

test("the words are in the language of the nearest lang, and say which", async (t) => {
  const page = await open(t, "", { lang: "en-x-pseudo" });
  const said = await headline(page);
  const tag = () => page.evaluate(() => window.shadow().querySelector("article").lang);
  assert.equal(await tag(), await page.evaluate(() => window.widget().results().language));
  await page.evaluate(() => window.widget().setAttribute("lang", "en"));
  await hear(page, "w", { types: ["change"] });
  assert.notEqual(await headline(page), said);
  assert.match(await tag(), /^en(-GB)?$/);
});

test("a language that is not there yet falls back to English, with a note", async (t) => {
  const page = await open(t, 'lang="fr"');
  assert.match(await page.evaluate(() => window.shadow().querySelector(".pg-notices").textContent), /“fr”.*in English/);
  assert.match(await headline(page), /^The share of adults who smoke/);
  assert.equal(await page.evaluate(() => window.shadow().querySelector("article").lang), "en-GB");
});
