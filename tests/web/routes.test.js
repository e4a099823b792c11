// The ways onto a page: each says the same, from any folder, on the pages of real design systems, also where it starts hidden.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";

import axe from "axe-core";

import { hear, launch, visit } from "./browser.mjs";
import { ofEachView, render } from "./native.mjs";
import { openSite, project, STRICT } from "./server.mjs";

let site, browser;

before(async () => {
  [site, browser] = await Promise.all([openSite(), launch()]);
  // What the browser asks of a site when a page of it names no icon.
  site.file("/favicon.ico", "", { type: "image/x-icon" });
});

after(async () => {
  await browser?.close();
  await site?.close();
});

/** What a reader is told within a root: the sentence and the table, cell by cell. */
const told = (root) => ({
  headline: root.querySelector(".pg-headline").textContent,
  table: [...root.querySelectorAll(".pg-table tr")].map((row) => [...row.cells].map((cell) => cell.textContent)),
});

/** The page at an address, once what `within` finds in it holds an answer; closed after the test. */
async function read(t, address, within, options) {
  const page = await visit(browser, address, options);
  t.after(() => page.context().close());
  const frame = within ? await (await page.waitForSelector("iframe")).contentFrame() : page;
  await frame.waitForFunction(() => document.querySelector("peer-glass")?.results?.());
  assert.deepEqual(page.complaints, []);
  return frame.evaluate(`(${told})(document.querySelector("peer-glass").shadowRoot)`);
}

const day = new Date().toISOString().slice(0, 10);

for (const name of ofEachView) {
  test(`${name}: element, one script, iframe and static HTML say the same`, async (t) => {
    const config = `/cases/${name}/config.json`;
    const { text } = render(name, "html", "--date", day);
    const element = await read(t, site.page(`/${name}/element`, `<peer-glass config="${config}">${text}</peer-glass>`));
    const embed = `<script src="/peerglass/embed.js" data-config="${config}" async></script>`;
    const frame = `<iframe src="/peerglass/frame.html?config=${config}" title="A comparison" width="100%" height="900"></iframe>`;
    assert.ok(element.headline && element.table.length > 3);
    assert.deepEqual(await read(t, site.page(`/${name}/embed`, embed, { script: "" })), element, "one script");
    assert.deepEqual(await read(t, site.page(`/${name}/frame`, frame, { script: "" }), "iframe"), element, "iframe");
    // The static answer alone, and inside the tag where no script runs.
    for (const [path, body] of [["static", text], ["inside", `<peer-glass config="${config}">${text}</peer-glass>`]]) {
      const page = await visit(browser, undefined, { javaScriptEnabled: false });
      t.after(() => page.context().close());
      await page.goto(site.page(`/${name}/${path}`, body));
      assert.ok(await page.locator(".pg-headline").isVisible());
      assert.ok(await page.locator(".pg-picture svg[role=img]").isVisible());
      assert.deepEqual(await page.evaluate(`(${told})(document)`), element, path);
      assert.deepEqual(page.complaints, []);
    }
  });
}

test("the static answer stands without a fault in a page of its own", async (t) => {
  const page = await visit(browser, site.page("/static", `<h2>Smoking</h2>${render("clearly-higher", "html").text}`, { script: "" }));
  t.after(() => page.context().close());
  const width = () => page.evaluate(() => [document.documentElement.scrollWidth <= innerWidth, Math.round(document.querySelector("svg svg").getBoundingClientRect().width)]);
  assert.deepEqual(await width(), [true, 720]);
  await page.setViewportSize({ width: 320, height: 900 });
  assert.deepEqual(await width(), [true, 304], "on a phone it shrinks");
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => window.axe.run({ preload: false, resultTypes: ["violations"] }));
  assert.deepEqual(violations.map(({ id }) => id), []);
});

// ---- one folder, anywhere

/** Puts the folder where a content system keeps files, and answers its path. */
async function stored(own) {
  const folder = "/sites/default/files/2026-11/our%20figures/peerglass_0/";
  const types = { js: "text/javascript", css: "text/css", html: "text/html; charset=utf-8", wasm: "application/octet-stream" };
  for (const name of await readdir(join(project, "pkg"))) {
    const type = types[name.split(".").at(-1)];
    if (type) own.file(folder + name, await readFile(join(project, "pkg", name)), { type, headers: name.endsWith("html") ? { "content-security-policy": STRICT } : {} });
  }
  own.file("/sites/default/files/2026-11/smoking_1.csv", await readFile(join(project, "tests/cases/clearly-higher/smoking.csv")));
  return folder;
}

for (const [route, markup] of [
  ["element", (folder) => `<script type="module" src="${folder}peer-glass.js?v=0.1.0&amp;x=1"></script><peer-glass src="../files/2026-11/smoking_1.csv?itok=abc" area="E10000901"></peer-glass>`],
  ["one script", (folder) => `<script src="${folder}embed.js?v=0.1.0" data-src="../files/2026-11/smoking_1.csv?itok=abc" data-area="E10000901" async></script>`],
  ["iframe", (folder) => `<iframe src="${folder}frame.html?area=E10000901&amp;src=../../smoking_1.csv%3Fitok%3Dabc" title="A comparison" height="900"></iframe>`],
]) {
  test(`from a deep folder of a content system, with queries behind the names: ${route}`, async (t) => {
    const own = await openSite();
    t.after(() => own.close());
    const folder = await stored(own);
    const page = await visit(browser, own.page("/sites/default/pages/smoking", markup(folder), { script: "" }));
    t.after(() => page.context().close());
    const frame = route === "iframe" ? await (await page.waitForSelector("iframe")).contentFrame() : page;
    await frame.waitForFunction(() => document.querySelector("peer-glass")?.results?.());
    // What comes later comes from there too.
    assert.ok(await frame.evaluate(async () => (await document.querySelector("peer-glass").download("svg")).size > 500));
    await frame.evaluate(() => document.querySelector("peer-glass").setAttribute("view", "trend"));
    await frame.waitForFunction(() => document.querySelector("peer-glass").results()?.choices.view === "trend");
    for (const path of own.log.filter((path) => !/^\/(sites\/default\/pages|favicon)/.test(path))) assert.ok(path.startsWith("/sites/default/files/2026-11/"), path);
    assert.deepEqual(page.complaints, []);
  });
}

// ---- the pages of design systems

const modules = join(project, "tests/web/node_modules");

/** A page as the design system makes it, with its own style sheet and script; `body` stands in its main column. */
const SYSTEMS = {
  "GOV.UK Frontend": {
    async page(path, body) {
      const dist = join(modules, "govuk-frontend/dist/govuk");
      site.file("/assets/govuk.css", await readFile(join(dist, "govuk-frontend.min.css")), { type: "text/css" });
      site.file("/assets/govuk.js", await readFile(join(dist, "govuk-frontend.min.js")), { type: "text/javascript" });
      site.file("/assets/start.js", 'import { initAll } from "./govuk.js"; document.body.classList.add("js-enabled", "govuk-frontend-supported"); initAll();', { type: "text/javascript" });
      const html = `<!doctype html><html lang="en" class="govuk-template"><head><meta charset="utf-8"><title>Smoking - A council</title>
        <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/assets/govuk.css">
        <script type="module" src="/assets/start.js"></script><script type="module" src="/peerglass/peer-glass.js"></script></head>
        <body class="govuk-template__body"><div class="govuk-width-container"><main class="govuk-main-wrapper"><div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-l">Health</h1><h2 class="govuk-heading-m">Smoking</h2><p class="govuk-body" id="before">Fewer people smoke than ten years ago.</p>${body}<p class="govuk-body" id="after">See also: help to stop.</p></div></div></main></div></body></html>`;
      return site.file(path, html, { type: "text/html; charset=utf-8", headers: { "content-security-policy": `${STRICT}; font-src 'none'` } });
    },
    accordion: (body) => `<div class="govuk-accordion" data-module="govuk-accordion" id="accordion"><div class="govuk-accordion__section"><div class="govuk-accordion__section-header">
      <h2 class="govuk-accordion__section-heading"><span class="govuk-accordion__section-button" id="accordion-heading-1">Smoking</span></h2></div>
      <div id="accordion-content-1" class="govuk-accordion__section-content">${body}</div></div></div>`,
    opener: ".govuk-accordion__section-button[aria-expanded]",
    tabs: (body) => `<div class="govuk-tabs" data-module="govuk-tabs"><h2 class="govuk-tabs__title">Contents</h2><ul class="govuk-tabs__list">
      <li class="govuk-tabs__list-item govuk-tabs__list-item--selected"><a class="govuk-tabs__tab" href="#text">Text</a></li><li class="govuk-tabs__list-item"><a class="govuk-tabs__tab" href="#figure">Figure</a></li></ul>
      <div class="govuk-tabs__panel" id="text">Text</div><div class="govuk-tabs__panel govuk-tabs__panel--hidden" id="figure">${body}</div></div>`,
    tab: '.govuk-tabs__tab[href="#figure"]',
    away: '.govuk-tabs__tab[href="#text"]',
  },
  "NHS.UK frontend": {
    async page(path, body) {
      const dist = join(modules, "nhsuk-frontend/dist/nhsuk");
      site.file("/assets/nhsuk.css", await readFile(join(dist, "nhsuk-frontend.min.css")), { type: "text/css" });
      site.file("/assets/nhsuk.js", await readFile(join(dist, "nhsuk-frontend.min.js")), { type: "text/javascript" });
      site.file("/assets/start-nhs.js", 'import { initAll } from "./nhsuk.js"; document.body.classList.add("js-enabled", "nhsuk-frontend-supported"); initAll();', { type: "text/javascript" });
      const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Smoking - An NHS site</title>
        <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/assets/nhsuk.css">
        <script type="module" src="/assets/start-nhs.js"></script><script type="module" src="/peerglass/peer-glass.js"></script></head>
        <body><div class="nhsuk-width-container"><main class="nhsuk-main-wrapper"><div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds">
        <h1 class="nhsuk-heading-l">Health</h1><h2 class="nhsuk-heading-m">Smoking</h2><p id="before">Fewer people smoke than ten years ago.</p>${body}<p id="after">See also: help to stop.</p></div></div></main></div></body></html>`;
      return site.file(path, html, { type: "text/html; charset=utf-8", headers: { "content-security-policy": `${STRICT}; font-src 'none'` } });
    },
    accordion: (body) => `<details class="nhsuk-details nhsuk-expander"><summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">Smoking</span></summary><div class="nhsuk-details__text">${body}</div></details>`,
    opener: ".nhsuk-details__summary",
    tabs: (body) => `<div class="nhsuk-tabs" data-module="nhsuk-tabs"><h2 class="nhsuk-tabs__title">Contents</h2><ul class="nhsuk-tabs__list">
      <li class="nhsuk-tabs__list-item nhsuk-tabs__list-item--selected"><a class="nhsuk-tabs__tab" href="#text">Text</a></li><li class="nhsuk-tabs__list-item"><a class="nhsuk-tabs__tab" href="#figure">Figure</a></li></ul>
      <div class="nhsuk-tabs__panel" id="text">Text</div><div class="nhsuk-tabs__panel nhsuk-tabs__panel--hidden" id="figure">${body}</div></div>`,
    tab: '.nhsuk-tabs__tab[href="#figure"]',
    away: '.nhsuk-tabs__tab[href="#text"]',
  },
};

const WIDGET = '<peer-glass id="w" config="/cases/clearly-higher/config.json"><p>The page’s own answer.</p></peer-glass>';
// These pages may load no font, so that they need none from elsewhere: the browser says so, and nothing else is to be said.
const ours = (page) => page.complaints.filter((line) => !/font/i.test(line));

/** The picture: as wide as its frame, in device pixels, and something is painted. */
const picture = (page) =>
  page.evaluate(() => {
    const canvas = window.shadow().querySelector(".pg-frame canvas");
    if (!canvas?.width) return undefined;
    const copy = Object.assign(document.createElement("canvas"), { width: canvas.width, height: canvas.height });
    const context = copy.getContext("2d");
    context.drawImage(canvas, 0, 0);
    const painted = context.getImageData(0, 0, canvas.width, canvas.height).data.some((value) => value > 0);
    return { fits: canvas.width === Math.round(canvas.parentElement.clientWidth * devicePixelRatio), painted };
  });

const SHOWN = { fits: true, painted: true };

for (const [name, system] of Object.entries(SYSTEMS)) {
  for (const width of [320, 1280]) {
    test(`on a page of ${name} ${width} pixels wide, it fits and reads as the page does`, async (t) => {
      const page = await visit(browser, await system.page("/system", WIDGET), { viewport: { width, height: 900 } });
      t.after(() => page.context().close());
      assert.equal((await hear(page)).type, "peer-glass-ready");
      assert.deepEqual(await picture(page), SHOWN);
      const seen = await page.evaluate(() => {
        const font = (element) => getComputedStyle(element).fontFamily;
        return {
          sameFont: font(window.shadow().querySelector(".pg-headline")) === font(document.body.parentElement.querySelector("#w")),
          widget: window.widget().getBoundingClientRect().width,
          column: document.getElementById("before").parentElement.clientWidth,
          overflow: document.documentElement.scrollWidth > innerWidth,
        };
      });
      assert.ok(seen.sameFont);
      assert.ok(!seen.overflow);
      assert.ok(seen.widget <= seen.column && seen.widget > seen.column - 61, JSON.stringify(seen));
      await page.evaluate(axe.source);
      const faults = await page.evaluate(async () => (await window.axe.run({ preload: false, resultTypes: ["violations"] })).violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`));
      assert.deepEqual(faults, []);
      if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name.split(".")[0]}-${width}.png`, fullPage: true });
      assert.deepEqual(ours(page), []);
    });
  }

  test(`in an accordion of ${name} that starts closed, it shows when opened`, async (t) => {
    const page = await visit(browser, await system.page("/closed", system.accordion(WIDGET)));
    t.after(() => page.context().close());
    await page.waitForSelector(system.opener);
    await page.waitForLoadState("networkidle");
    assert.equal(await page.evaluate(() => window.heard.length), 0, "nothing is loaded for what nobody sees");
    await page.click(system.opener);
    assert.equal((await hear(page)).type, "peer-glass-ready");
    await page.waitForFunction(() => window.shadow().querySelector(".pg-frame canvas")?.width);
    assert.deepEqual(await picture(page), SHOWN);
    // Closed, asked something else, and opened again: the picture is the new answer's.
    await page.click(system.opener);
    await page.evaluate(() => window.widget().setAttribute("area", "E10000903"));
    await hear(page, "w", { types: ["change"] });
    await page.click(system.opener);
    await page.waitForFunction(() => window.shadow().querySelector(".pg-frame").clientWidth);
    await page.waitForTimeout(100);
    assert.deepEqual(await picture(page), SHOWN);
    assert.deepEqual(ours(page), []);
  });

  test(`in a tab of ${name} that starts hidden, it shows when chosen, also after the page became narrower`, async (t) => {
    const page = await visit(browser, await system.page("/tabs", system.tabs(WIDGET)));
    t.after(() => page.context().close());
    await page.waitForSelector(`${system.tab}[role=tab]`);
    assert.equal(await page.evaluate(() => window.heard.length), 0);
    await page.click(system.tab);
    assert.equal((await hear(page)).type, "peer-glass-ready");
    await page.waitForFunction(() => window.shadow().querySelector(".pg-frame canvas")?.width);
    assert.deepEqual(await picture(page), SHOWN);
    await page.click(system.away);
    await page.setViewportSize({ width: 800, height: 900 });
    await page.click(system.tab);
    await page.waitForTimeout(100);
    assert.deepEqual(await picture(page), SHOWN);
    assert.deepEqual(ours(page), []);
  });
}
