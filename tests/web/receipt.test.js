// The receipt: opened and copied by the reader, of the answer that stands, and worked out again by the tool.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import axe from "axe-core";

import { hear, launch, visit } from "./browser.mjs";
import { openSite, tool } from "./server.mjs";

let site, browser;

before(async () => {
  [site, browser] = await Promise.all([openSite(), launch()]);
});

after(async () => {
  await browser?.close();
  await site?.close();
});

async function open(t) {
  const page = await visit(browser, site.page("/receipt", '<h2>Smoking</h2><peer-glass id="w" config="/cases/clearly-higher/config.json"></peer-glass>'));
  t.after(async () => {
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
  await hear(page);
  await page.evaluate(() => (window.shadow().querySelector('[data-part="worked"] details').open = true));
  return page;
}

const button = "#w >> css=[data-receipt]";
const shown = (page) => page.evaluate(() => {
  const place = window.shadow().querySelector(".pg-receipt");
  return place.hidden ? undefined : place.textContent;
});

test("the words of the field are explained where they stand, once somebody asks how the answer was worked out", async (t) => {
  const page = await visit(browser, site.page("/receipt", '<peer-glass id="w" config="/cases/clearly-higher/config.json"></peer-glass>'));
  t.after(() => page.context().close());
  await hear(page);
  const words = () => page.evaluate(() => [...window.shadow().querySelectorAll(".pg-terms summary")].map(({ textContent }) => textContent));
  assert.deepEqual(await words(), [], "a first answer does without");
  await page.focus('#w >> css=[data-part="worked"] summary');
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => window.shadow().querySelector(".pg-terms"));
  assert.ok((await words()).includes("likely range"), await words());
  const left = await page.evaluate(() => {
    const part = window.shadow().querySelector('[data-part="worked"]');
    return [part.firstChild.open, part.querySelector("summary") === window.shadow().activeElement];
  });
  assert.deepEqual(left, [true, true], "open as before, and the focus where it was");
  await page.selectOption("#w >> css=select[name=area]", { index: 2 });
  await page.waitForFunction(() => window.shadow().querySelector(".pg-terms"));
  assert.deepEqual(page.complaints, []);
});

test("a receipt opens by the keyboard and comes out the same when the tool works it out again", async (t) => {
  const page = await open(t);
  assert.equal(await shown(page), undefined);
  await page.focus(button);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => !window.shadow().querySelector(".pg-receipt").hidden);
  const text = await shown(page);
  assert.equal(JSON.parse(text).verdicts[0].steps.at(-1).rule, "fixed-value");
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] }));
  assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), []);
  const file = join(mkdtempSync(join(tmpdir(), "peerglass-")), "receipt.json");
  writeFileSync(file, text);
  const { status, stdout, stderr } = spawnSync(tool, ["receipt", file], { encoding: "utf8" });
  assert.equal(stdout, text, stderr);
  assert.equal(status, 0);
  assert.equal(await page.evaluate(async () => (await window.widget().download("json")).text()), text);
});

test("a receipt that is asked for while the words are still coming is open when both are there", async (t) => {
  const page = await visit(browser, site.page("/receipt", '<peer-glass id="w" config="/cases/clearly-higher/config.json"></peer-glass>'));
  t.after(() => page.context().close());
  await hear(page);
  await page.evaluate(async () => {
    const details = window.shadow().querySelector('[data-part="worked"] details');
    const opened = new Promise((resolve) => details.addEventListener("toggle", resolve, { once: true }));
    details.open = true;
    await opened;
    details.querySelector("[data-receipt]").click();
  });
  await page.waitForFunction(() => window.shadow().querySelector(".pg-terms") && !window.shadow().querySelector(".pg-receipt").hidden);
  assert.ok(JSON.parse(await shown(page)).verdicts.length > 0);
});

test("a receipt that came before the words stays open, and its button copies it, when they come", async (t) => {
  const page = await visit(browser, site.page("/receipt", '<peer-glass id="w" config="/cases/clearly-higher/config.json"></peer-glass>'));
  t.after(() => page.context().close());
  await hear(page);
  await page.evaluate(() => window.shadow().querySelector("[data-receipt]").click());
  await page.waitForFunction(() => !window.shadow().querySelector(".pg-receipt").hidden);
  const before = await shown(page);
  await page.evaluate(() => (window.shadow().querySelector('[data-part="worked"] details').open = true));
  await page.waitForFunction(() => window.shadow().querySelector(".pg-terms"));
  assert.equal(await shown(page), before);
  assert.equal(await page.textContent(button), "Copy the receipt");
});

test("an open receipt is copied, and said to be", async (t) => {
  const page = await open(t);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.click(button);
  await page.waitForFunction(() => !window.shadow().querySelector(".pg-receipt").hidden);
  assert.equal(await page.textContent(button), "Copy the receipt");
  await page.click(button);
  await page.waitForFunction(() => [...window.shadow().querySelectorAll("[aria-live]")].some((live) => live.textContent.includes("copied")));
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await shown(page));
});

test("another answer closes the receipt of the one before", async (t) => {
  const page = await open(t);
  await page.click(button);
  await page.waitForFunction(() => !window.shadow().querySelector(".pg-receipt").hidden);
  await page.selectOption("#w >> css=select[name=order]", "name");
  await hear(page, "w", { types: ["change"] });
  assert.equal(await shown(page), undefined);
  assert.equal((await page.textContent(button)).trim(), "Open the receipt");
});
