// Every case, in a page under the strict policy: the widget says and lists what the native build does, a checker for
// accessibility finds nothing, and a phone needs no sideways scrolling.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import axe from "axe-core";

import { hear, launch, visit } from "./browser.mjs";
import { cases, render, spoken } from "./native.mjs";
import { openSite } from "./server.mjs";

let site, browser, page;

before(async () => {
  [site, browser] = await Promise.all([openSite(), launch()]);
  const widget = ({ name }) => `<section><h2>${name}</h2><peer-glass id="${name}" config="/cases/${name}/config.json"><p>Fallback</p></peer-glass></section>`;
  page = await visit(browser, site.page("/all", cases.map(widget).join("")));
  await page.evaluate(axe.source);
});

after(async () => {
  await browser?.close();
  await site?.close();
});

/** What a widget shows beside what the native build's page holds. The first table is the picture's; another may follow. */
function compared([name, native]) {
  const cells = (root) => [...root.querySelectorAll(".pg-table table")].map(({ rows }) => [...rows].map((row) => [...row.cells].map((cell) => cell.textContent)));
  const root = window.shadow(name);
  return {
    headline: root.querySelector(".pg-headline").textContent,
    tables: cells(root),
    native: cells(new DOMParser().parseFromString(native, "text/html")),
    results: window.widget(name).results(),
    points: root.querySelectorAll(".pg-points [role=option]").length,
  };
}

for (const { name } of cases) {
  describe(name, () => {
    test("says and lists what the native build does", async () => {
      await page.evaluate((name) => window.widget(name).scrollIntoView(), name);
      const { type, detail } = await hear(page, name);
      assert.equal(type, "peer-glass-ready", detail.message);
      const { text, refusal } = render(name, "json");
      if (refusal) {
        const notices = await page.evaluate((name) => window.widget(name).results().notices, name);
        assert.ok(notices.length > 0);
        for (const { message, hint } of notices) assert.ok(refusal.includes(`${message} ${hint}`), refusal);
        return;
      }
      const native = JSON.parse(text);
      // Where the data hold groups, the gap between them is said by another engine, which comes after the first answer.
      const isWhole = ([name, lines]) => window.widget(name).results()?.lines.length === lines;
      await page.waitForFunction(isWhole, [name, native.lines.length], { timeout: 10000 }).catch(() => {});
      const shown = await page.evaluate(compared, [name, render(name, "html").text]);
      assert.equal(shown.headline, native.headline.text);
      assert.equal(detail.headline, native.headline.text);
      assert.equal(JSON.stringify(spoken(shown.results)), JSON.stringify(native));
      assert.deepEqual(shown.tables, shown.native);
      assert.equal(shown.points, native.results.length);
      assert.equal(shown.tables[0].length - 1, native.results.length);
    });

    test("has no fault that axe finds, with all its parts open", async () => {
      const faults = await page.evaluate(async (name) => {
        for (const details of window.shadow(name).querySelectorAll("details")) details.open = true;
        const { violations } = await window.axe.run(window.widget(name), { preload: false, resultTypes: ["violations"] });
        return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
      }, name);
      assert.deepEqual(faults, []);
    });
  });
}

test("at 320 pixels nothing but the table scrolls sideways", async () => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.waitForTimeout(500);
  const wide = await page.evaluate(() => {
    const scrolls = (node) => node.closest(".pg-scroll, .pg-hidden");
    const sticksOut = (node) => node.getBoundingClientRect().right > 320.5 && !scrolls(node);
    const wide = [...document.querySelectorAll("peer-glass")].filter((widget) => [...widget.shadowRoot.querySelectorAll("*")].some(sticksOut));
    return { page: document.documentElement.scrollWidth, widgets: wide.map(({ id }) => id) };
  });
  assert.deepEqual(wide, { page: 320, widgets: [] });
});

test("nothing was complained of", () => assert.deepEqual(page.complaints, []));
