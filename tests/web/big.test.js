// A file of 60 MB and half a million rows: it streams, the page answers meanwhile, and memory stays bounded.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { hear, launch, visit } from "./browser.mjs";
import { openSite } from "./server.mjs";

const INDICATORS = 150, PERIODS = 24, AREAS = 152;
const ROWS = INDICATORS * PERIODS * AREAS;

let site, browser;

before(async () => {
  [site, browser] = await Promise.all([openSite(), launch()]);
});

after(async () => {
  await browser?.close();
  await site?.close();
});

/** Gives the element a file as large as this, and answers how long the page was silent and what it cost. */
async function readBig([indicators, periods, areas]) {
  const { memory } = await (await import("/peerglass/peerglass.js")).default();
  const parts = ["Indicator ID,Indicator Name,Area Code,Area Name,Area Type,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Count,Denominator\n"];
  for (let indicator = 0; indicator < indicators; indicator++) {
    let text = "";
    for (let period = 0; period < periods; period++) {
      for (let area = 0; area < areas; area++) {
        const value = 10 + ((area * 7 + period * 3 + indicator) % 100) / 10;
        const code = area === 0 ? "E92000001,England,England" : `E100${10000 + area},Place number ${area},Counties and unitary authorities`;
        text += `${90000 + indicator},Made-up share number ${indicator},${code},${2000 + period},${value.toFixed(4)},${(value - 1).toFixed(4)},${(value + 1).toFixed(4)},${100 + area},${1000 + area}\n`;
      }
    }
    parts.push(text);
  }
  const file = new File(parts, "big.csv");
  parts.length = 0;
  const before = memory.buffer.byteLength;
  let longest = 0, ticks = 0, last = performance.now(), running = true;
  const tick = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    ticks += 1;
    if (running) setTimeout(tick);
  };
  const element = window.widget();
  const ready = new Promise((resolve) => {
    element.addEventListener("peer-glass-change", resolve, { once: true });
    element.addEventListener("peer-glass-error", resolve, { once: true });
  });
  const start = performance.now();
  tick();
  element.files = [file];
  const { type, detail } = await ready;
  const took = performance.now() - start;
  await new Promise((resolve) => setTimeout(resolve, 50));
  running = false;
  const controls = [...window.shadow().querySelectorAll("select")].map(({ name, options }) => [name, options.length]);
  return { type, detail, bytes: file.size, longest, ticks, took, memory: memory.buffer.byteLength - before, controls: Object.fromEntries(controls) };
}

test("a large file of the reader's own streams", async (t) => {
  const page = await visit(browser, site.page("/big", '<peer-glass id="w" src="/cases/clearly-higher/smoking.csv"></peer-glass>'));
  await hear(page);
  const seen = await page.evaluate(readBig, [INDICATORS, PERIODS, AREAS]);
  const MB = 1e6;
  t.diagnostic(`${(seen.bytes / MB).toFixed(0)} MB, ${ROWS} rows: ${(seen.took / 1000).toFixed(1)} s, longest silence ${seen.longest.toFixed(0)} ms, ${(seen.memory / MB).toFixed(0)} MB of memory, ${(seen.memory / ROWS).toFixed(0)} bytes a row`);
  assert.equal(seen.type, "peer-glass-change", seen.detail.message);
  assert.ok(seen.bytes > 55 * MB);
  assert.deepEqual([seen.controls.indicator, seen.controls.period], [INDICATORS, PERIODS]);
  // On an idle machine it is a tenth of this.
  assert.ok(seen.longest < 1000, `the page was silent for ${seen.longest} ms`);
  assert.ok(seen.ticks > 50);
  assert.ok(seen.memory < ROWS * 72 + 20 * MB, `${seen.memory / MB} MB`);
  // The data go with the element, and the next use the same memory again.
  const again = await page.evaluate(readBig, [INDICATORS, PERIODS, AREAS]);
  assert.ok(again.memory < 20 * MB, `the second reading took ${again.memory / MB} MB more`);
  assert.deepEqual(page.complaints, []);
});
