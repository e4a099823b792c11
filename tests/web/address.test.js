// The reader's choices in the page's address: what one page writes, the next shows, and the host's own address stays.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

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

const head = '<script type="module" src="/peerglass/peer-glass-address.js"></script>';
const widget = (id) => `<peer-glass id="${id}" address="${id}" config="/cases/trend-down/config.json"></peer-glass>`;
const results = (page, id) => page.evaluate((id) => window.widget(id).results().choices, id);

test("what a reader chooses stands in the address, and the address shows it again", async (t) => {
  const address = site.page("/address", widget("w") + widget("other"), { head });
  const page = await visit(browser, `${address}?ward=7#below`);
  t.after(() => page.context().close());
  await Promise.all([hear(page), hear(page, "other")]);
  const before = await page.evaluate(() => history.length);
  assert.equal(new URL(page.url()).search, "?ward=7", "nothing is written before a reader chooses");
  await page.selectOption("#w >> css=#pg-area", { label: "Calderwick" });
  await hear(page, "w", { types: ["change"] });
  await page.selectOption("#w >> css=#pg-view", "compare");
  await hear(page, "w", { types: ["change"], count: 2 });
  const url = new URL(page.url());
  assert.deepEqual([url.searchParams.get("ward"), url.hash], ["7", "#below"], "the host's own address stays");
  assert.equal([...url.searchParams.keys()].some((key) => key.startsWith("other.")), false);
  assert.equal(await page.evaluate(() => history.length), before, "no new entry");

  const again = await visit(browser, page.url());
  t.after(() => again.context().close());
  await Promise.all([hear(again), hear(again, "other")]);
  await again.waitForFunction(() => window.widget("w").results()?.choices.view === "compare");
  assert.deepEqual(await results(again, "w"), await results(page, "w"), "round trip");
  assert.equal(await headline(again), await headline(page));
  assert.notDeepEqual(await results(again, "other"), await results(again, "w"));
  assert.deepEqual([page.complaints, again.complaints], [[], []]);
});

test("without the option the address is left alone", async (t) => {
  const page = await visit(browser, site.page("/plain", '<peer-glass id="w" config="/cases/trend-down/config.json"></peer-glass>', { head }));
  t.after(() => page.context().close());
  await hear(page);
  await page.selectOption("#w >> css=#pg-view", "compare");
  await hear(page, "w", { types: ["change"] });
  assert.equal(new URL(page.url()).search, "");
});
