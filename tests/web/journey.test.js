// What a resident comes for, by keyboard alone, from the top of the page: find my area, change the measure, read the points,
// open the table and the receipt, take a file away. At each stop on the way the focus can be seen.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";

import { headline, hear, launch, visit } from "./browser.mjs";
import { contrast } from "./colour.mjs";
import { openSite } from "./server.mjs";

let site, browser, page;

const AREAS = 40;
const MEASURES = ["Adults who garden", "Adults who sing"];

function data() {
  const rows = ["Indicator,Area Code,Area Name,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit"];
  for (const [at, measure] of MEASURES.entries()) {
    for (let area = 0; area < AREAS; area++) {
      const value = 20 + at * 30 + (area % 9);
      rows.push(`${measure},E060009${String(area).padStart(2, "0")},Madeup ${String.fromCharCode(65 + (area % 26))}${area},2023,${value},${value - 2},${value + 2}`);
    }
  }
  return rows.join("\n");
}

before(async () => {
  [site, browser] = await Promise.all([openSite(), launch()]);
  site.file("/two.csv", data());
});

after(async () => {
  await browser?.close();
  await site?.close();
});

/** What has the focus: its name, its box, and how it shows that it has it. */
const stop = () => page.evaluate(() => {
  const root = window.shadow();
  const node = root.activeElement ?? document.activeElement;
  // The list of points shows the focus on the point that is read.
  const marked = node.querySelector?.('[aria-selected="true"]') ?? node;
  const { left, top, width, height } = marked.getBoundingClientRect();
  // Of many points the single one may be small: each figure is in the table too. What the Tab key comes to is never small.
  const target = node.getBoundingClientRect();
  const style = getComputedStyle(marked);
  // The middle of what is in view of it.
  const middle = (from, size, end) => (Math.max(from, 0) + Math.min(from + size, end)) / 2;
  const point = [middle(left, width, innerWidth), middle(top, height, innerHeight)];
  const over = document.elementFromPoint(...point);
  const inner = over === window.widget() ? root.elementFromPoint(...point) : over;
  let ground = marked;
  while (ground && getComputedStyle(ground).backgroundColor === "rgba(0, 0, 0, 0)") ground = ground.parentElement;
  return {
    name: node.id || node.className || node.textContent,
    left, top, width, height,
    target: { width: target.width, height: target.height },
    right: innerWidth - left - width,
    bottom: innerHeight - top - height,
    outline: { style: style.outlineStyle, width: parseFloat(style.outlineWidth), colour: style.outlineColor },
    paper: ground ? getComputedStyle(ground).backgroundColor : "rgb(255, 255, 255)",
    isCovered: !(inner && (marked.contains(inner) || inner.contains(marked))),
    isOurs: Boolean(root.activeElement),
    isSeen: node.matches(":focus-visible"),
  };
});

/** One press of a key, after which the focus stands where it can be seen, and is large enough to be pressed. */
async function press(key) {
  await page.keyboard.press(key);
  const now = await stop();
  if (!now.isOurs) return now.name;
  assert.ok(now.isSeen, `${now.name}: the browser marks the focus`);
  assert.ok(now.outline.style !== "none" && now.outline.width >= 2, `${now.name}: has an outline ${JSON.stringify(now.outline)}`);
  assert.ok(contrast(now.outline.colour, now.paper) >= 3, `${now.name}: outline ${now.outline.colour} on ${now.paper}`);
  assert.ok(!now.isCovered, `${now.name}: is not covered`);
  assert.ok(now.bottom > -now.height && now.top > -now.height && now.left >= -1, `${now.name}: is in view`);
  assert.ok(now.target.width >= 24 && now.target.height >= 24, `${now.name}: is ${now.target.width} by ${now.target.height}`);
  return now.name;
}

async function pressTabTo(wanted) {
  for (let presses = 0; presses < 40; presses++) {
    if ((await press("Tab")) === wanted) return;
  }
  assert.fail(`Tab never came to ${wanted}`);
}

for (const [theme, viewport] of [["light", { width: 1280, height: 720 }], ["dark", { width: 1280, height: 720 }], ["light", { width: 320, height: 480 }]]) {
  test(`by keyboard alone, ${theme}, ${viewport.width} pixels wide: area, measure, points, table, receipt, download`, async (t) => {
    const widget = `<h2>A figure</h2><peer-glass id="w" theme="${theme}" src="/two.csv" area="E06000900" indicator="${MEASURES[0]}" polarity="high-is-good"></peer-glass>`;
    page = await visit(browser, site.page("/journey", `<a href="#a">before</a>${widget}<a href="#b">after</a>`), { viewport, acceptDownloads: true });
    t.after(() => page.context().close());
    const { type, detail } = await hear(page);
    assert.equal(type, "peer-glass-ready", detail.message);

    // My area, by a few letters of its name.
    await pressTabTo("pg-area-find");
    await page.keyboard.type("h33");
    await press("Enter");
    assert.equal((await hear(page, "w", { types: ["change"] })).detail.area, "E06000933");

    // Another measure, by an arrow.
    await page.keyboard.press("Shift+Tab");
    const indicator = await stop();
    assert.equal(indicator.name, "pg-indicator");
    await press("ArrowDown");
    assert.equal((await hear(page, "w", { types: ["change"], count: 2 })).detail.indicator, MEASURES[1]);
    assert.match(await headline(page), /Adults who sing.*Madeup H33/);

    // The points: mine first, and what is read stands there to be seen too.
    await pressTabTo("pg-points");
    const readout = () => page.evaluate(() => window.shadow().querySelector(".pg-readout").textContent);
    assert.match(await readout(), /^Madeup H33 \(your area\), 5\d/);
    await press("ArrowDown");
    assert.ok((await readout()).length > 10);
    await press("End");
    assert.match(await readout(), /^Madeup/);
    await page.keyboard.press("Escape");
    assert.equal(await readout(), "");

    // The table.
    const words = (part) => page.evaluate((part) => window.shadow().querySelector(`[data-part="${part}"] summary`).textContent, part);
    await pressTabTo(await words("table"));
    await press("Enter");
    assert.ok(await page.evaluate(() => window.shadow().querySelector("table").checkVisibility()));

    // How it was worked out, and the receipt.
    await pressTabTo(await words("worked"));
    await press("Enter");
    await page.waitForFunction(() => window.shadow().querySelector(".pg-terms"));
    await pressTabTo("Open the receipt");
    await press("Enter");
    await page.waitForFunction(() => window.shadow().querySelector(".pg-receipt").textContent.includes("E06000933"));
    await pressTabTo("pg-receipt");

    // A file.
    await pressTabTo(await words("download"));
    await press("Enter");
    await pressTabTo("CSV");
    const [download] = await Promise.all([page.waitForEvent("download"), press("Enter")]);
    assert.equal(download.suggestedFilename(), "peerglass-E06000933.csv");
    assert.match(await readFile(await download.path(), "utf8"), /Madeup H33/);

    await pressTabTo("after");
    assert.deepEqual(page.complaints, []);
  });
}
