// Every case before a second checker of accessibility, beside axe in cases.test.js: in light and dark, with all parts open,
// in each language that there is. What it asks a person is answered in checkers.mjs, one by one.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { hear, launch, visit } from "./browser.mjs";
import { openParts, otherFaults } from "./checkers.mjs";
import { cases } from "./native.mjs";
import { openSite } from "./server.mjs";

let site, browser;

before(async () => {
  [site, browser] = await Promise.all([openSite(), launch()]);
});

after(async () => {
  await browser?.close();
  await site?.close();
});

// A page for each: it looks at a whole document whatever part is asked for.
async function open(name, lang) {
  const widget = `<h2>A figure</h2><peer-glass id="w" lang="${lang}" config="/cases/${name}/config.json"><p>Fallback</p></peer-glass>`;
  const page = await visit(browser, site.page("/one", widget));
  const { type, detail } = await hear(page);
  assert.equal(type, "peer-glass-ready", detail.message);
  await page.waitForLoadState("networkidle");
  return page;
}

// A language that is not there is answered in English, which has its own turn.
const spoken = new Map();

async function isSpoken(lang) {
  if (!spoken.has(lang)) {
    const page = await open(cases[0].name, lang);
    spoken.set(lang, await page.evaluate(() => window.widget().results().language));
    await page.context().close();
  }
  return spoken.get(lang) === lang;
}

for (const lang of ["en-GB", "cy"]) {
  for (const { name } of cases) {
    test(`${name}, in ${lang}: the second checker finds no fault in light or dark`, async (t) => {
      if (!(await isSpoken(lang))) return t.skip(`no ${lang} yet`);
      const page = await open(name, lang);
      t.after(() => page.context().close());
      await openParts(page);
      assert.deepEqual(await otherFaults(page, "w"), []);
      await page.emulateMedia({ colorScheme: "dark" });
      assert.deepEqual(await otherFaults(page, "w"), []);
      assert.deepEqual(page.complaints, []);
    });
  }
}

test("the second checker sees a fault inside the widget", async () => {
  const page = await open("clearly-higher", "en-GB");
  await page.evaluate(() => window.shadow().querySelector("label").remove());
  const faults = await otherFaults(page, "w");
  assert.ok(faults.some((fault) => fault.startsWith("input_label_exists")), String(faults));
  await page.context().close();
});
