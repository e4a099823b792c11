// A page that changes its language: the figure follows, live, with the engine of that language and no other.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { headline, hear, launch, quietly, visit } from "./browser.mjs";
import { render } from "./native.mjs";
import { openSite } from "./server.mjs";

let site, browser;

before(async () => {
  [site, browser] = await Promise.all([openSite(), launch()]);
});

after(async () => {
  await browser?.close();
  await site?.close();
});

const said = (name, ...more) => JSON.parse(render(name, "json", ...more).text).headline.text;
const engines = (from) => site.log.slice(from).filter((path) => path.endsWith(".wasm"));

async function shows(page, text) {
  await page.waitForFunction((text) => window.shadow().querySelector(".pg-headline")?.textContent === text, text);
}

test("the figure follows the language of the page, and each engine is fetched once", async () => {
  const from = site.log.length;
  const page = await visit(browser, site.page("/languages", '<peer-glass id="w" config="/cases/clearly-higher/config.json"></peer-glass>'));
  await hear(page);
  assert.equal(await headline(page), said("clearly-higher"));
  await page.evaluate(() => (document.documentElement.lang = "cy"));
  await shows(page, said("clearly-higher", "--lang", "cy"));
  assert.equal(await page.evaluate(() => window.shadow().querySelector(".pg").lang), "cy");
  assert.deepEqual(engines(from), ["/peerglass/peerglass_bg.wasm", "/peerglass/peerglass-cy_bg.wasm"]);
  await page.evaluate(() => (document.documentElement.lang = "en-GB"));
  await shows(page, said("clearly-higher"));
  await page.evaluate(() => (window.widget().lang = "cy"));
  await shows(page, said("clearly-higher", "--lang", "cy"));
  assert.equal(engines(from).length, 2);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("what a reader chose stays when the language changes", async () => {
  const page = await visit(browser, site.page("/languages", '<peer-glass id="w" config="/cases/trend-break/config.json"></peer-glass>'));
  await hear(page);
  const chosen = await page.evaluate(() => window.shadow().querySelector("select[name=area]").options[2].value);
  await page.selectOption("#w >> css=select[name=area]", chosen);
  await hear(page, "w", { types: ["change"] });
  await page.evaluate(() => (document.documentElement.lang = "cy"));
  await page.waitForFunction(() => window.shadow().querySelector(".pg")?.lang === "cy");
  assert.equal(await page.evaluate(() => window.widget().results().choices.area), chosen);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("what goes wrong before there is an engine is said in the language of the page", async () => {
  const page = await visit(browser, site.page("/languages", '<peer-glass id="w" lang="cy"></peer-glass>'));
  const { type, detail } = await hear(page);
  assert.equal(type, "peer-glass-error");
  assert.match(detail.message, /^Ni enwir ffeil ddata/);
  assert.equal(await quietly(page), detail.message);
  await page.context().close();
});
