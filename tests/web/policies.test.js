// The widget under the policies that sites have: it shows, or the page's own fallback stays, and never a complaint of ours.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { refusing, showing, withoutData } from "./policies.mjs";
import { headline, hear, launch, quietly, visit } from "./browser.mjs";
import { openSite, STRICT } from "./server.mjs";

let site, browser;

before(async () => {
  [site, browser] = await Promise.all([openSite(), launch()]);
});

after(async () => {
  await browser?.close();
  await site?.close();
});

const WIDGET = '<peer-glass id="w" config="/cases/clearly-higher/config.json"><p id="fallback">The page’s own answer.</p></peer-glass>';

async function under(policy) {
  const page = await visit(browser, site.page("/policy", WIDGET, { policy }));
  const { type, detail } = await hear(page);
  const fallback = await page.evaluate(() => document.getElementById("fallback").checkVisibility());
  return { page, type, detail, fallback, headline: await headline(page) };
}

for (const [name, policy] of showing) {
  test(`shows under ${name}`, async () => {
    const { page, type, detail, fallback } = await under(policy);
    assert.equal(type, "peer-glass-ready", detail.message);
    assert.ok(!fallback);
    // Downloads are made without a request.
    for (const kind of ["csv", "png", "svg", "html"]) {
      assert.ok(await page.evaluate(async (kind) => (await window.widget().download(kind)).size > 500, kind), kind);
    }
    await page.selectOption("#w >> css=select[name=area]", { index: 3 });
    await hear(page, "w", { types: ["change"] });
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

// The browser itself writes a line for what it refuses; a page cannot keep it from doing so. Nothing else may stand there.
const theBrowsers = (line) => /Content Security Policy|Trusted ?Type/i.test(line) && !line.startsWith("uncaught");

for (const [name, policy] of refusing) {
  test(`the fallback stays under ${name}`, async () => {
    const { page, type, detail, fallback, headline } = await under(policy);
    assert.equal(type, "peer-glass-error");
    assert.equal(detail.kind, "engine");
    assert.match(detail.message, /security policy/);
    assert.equal(await quietly(page), detail.message);
    assert.ok(fallback);
    assert.equal(headline, undefined);
    assert.deepEqual(page.complaints.filter((line) => !theBrowsers(line)), []);
    await page.context().close();
  });
}

test("the fallback stays where data may not be fetched", async () => {
  const { page, type, detail, fallback } = await under(withoutData);
  assert.equal(type, "peer-glass-error");
  assert.ok(detail.message.length > 20 && fallback);
  assert.deepEqual(page.complaints.filter((line) => !theBrowsers(line)), []);
  await page.context().close();
});

test("nothing of ours needs a script to have run: without one the fallback is there", async () => {
  const page = await visit(browser, undefined, { javaScriptEnabled: false });
  await page.goto(site.page("/no-script", WIDGET));
  assert.ok(await page.locator("#fallback").isVisible());
  await page.context().close();
});
