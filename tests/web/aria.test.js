// The accessibility tree of each view, all parts open, as text to be read: what a screen reader is given, in its order.
// PEERGLASS_GOLDEN=write rewrites the texts on purpose, and fails by design: read them aloud before committing.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { after, before, test } from "node:test";

import { headline, hear, launch, visit } from "./browser.mjs";
import { openParts } from "./checkers.mjs";
import { ofEachView, render } from "./native.mjs";
import { openSite } from "./server.mjs";

const goldens = new URL("aria/", import.meta.url);
let site, browser;

before(async () => {
  [site, browser] = await Promise.all([openSite(), launch()]);
});

after(async () => {
  await browser?.close();
  await site?.close();
});

async function open(t, name) {
  const page = await visit(browser, site.page("/aria", `<h2>A figure</h2><peer-glass id="w" config="/cases/${name}/config.json"></peer-glass>`));
  t.after(() => page.context().close());
  await hear(page);
  // Where the data hold groups, the gap between them is said a little later.
  const { lines } = JSON.parse(render(name, "json").text);
  await page.waitForFunction((count) => window.widget().results()?.lines.length === count, lines.length);
  await openParts(page);
  return page;
}

for (const name of ofEachView) {
  test(`${name}: the accessibility tree is as it was read and approved`, async (t) => {
    const page = await open(t, name);
    const tree = `${await page.locator("#w").ariaSnapshot()}\n`;
    const golden = new URL(`${name}.yml`, goldens);
    if (process.env.PEERGLASS_GOLDEN === "write") {
      await mkdir(goldens, { recursive: true });
      await writeFile(golden, tree);
      assert.fail("written, not compared");
    }
    assert.ok(existsSync(golden), `no ${golden.pathname}: write it with PEERGLASS_GOLDEN=write`);
    assert.equal(tree, await readFile(golden, "utf8"));
  });

  test(`${name}: three levels, answer, series and point, each with its name, in the order of the page`, async (t) => {
    const page = await open(t, name);
    const said = await headline(page);
    const widget = page.locator("#w");
    // The answer: an article by the name of the verdict, and its heading.
    assert.equal(await widget.getByRole("article", { name: said, exact: true }).count(), 1);
    assert.equal(await widget.getByRole("heading", { name: said, exact: true, level: 3 }).count(), 1);
    // The picture, by a name that holds the verdict; over it the points.
    assert.ok((await widget.getByRole("img").first().getAttribute("aria-label")).includes(said));
    const points = await widget.getByRole("listbox").getByRole("option").allTextContents();
    assert.equal(points.length, JSON.parse(render(name, "json").text).results.length);
    assert.equal(new Set(points).size, points.length, "no two points read alike");
    for (const point of points) assert.match(point, /\d|not shown|no figure|not /, "a point says its figure, or why there is none");
    // Headings step down one at a time.
    const levels = await widget.getByRole("heading").evaluateAll((all) => all.map((node) => Number(node.localName[1])));
    assert.equal(levels[0], 3);
    levels.reduce((before, now) => {
      assert.ok(now <= before + 1, `a heading of level ${now} after one of level ${before}`);
      return now;
    });
    // Nothing that can be used is without a name, and no list is empty.
    const faults = await page.evaluate(() => {
      const root = window.shadow();
      const empty = [...root.querySelectorAll("ul")].filter((list) => !list.children.length);
      const nameless = [...root.querySelectorAll("button, a[href], summary")].filter((node) => !node.textContent.trim());
      const unlabelled = [...root.querySelectorAll("select, input")].filter((node) => !node.labels.length);
      return [...empty, ...nameless, ...unlabelled].map((node) => node.outerHTML);
    });
    assert.deepEqual(faults, []);
  });
}
