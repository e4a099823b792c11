// The same in Firefox: it says what the native build says, can be walked by keyboard, has no fault that axe finds, and
// keeps to the policies that sites have. What Firefox does otherwise than Chromium is in www/docs/accessibility.md.
import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";

import axe from "axe-core";

import { headline, hear, quietly } from "./browser.mjs";
import { absent, launch, visit } from "./firefox.mjs";
import { ofEachView, render } from "./native.mjs";
import { refusing, showing, withoutData, withoutWebAssembly } from "./policies.mjs";
import { openSite } from "./server.mjs";

if (absent) console.error(`SKIPPED, LOUDLY: Firefox: ${absent}`);

describe("Firefox", { skip: absent }, () => {
  let site, browser, page;

  before(async () => {
    [site, browser] = await Promise.all([openSite(), launch()]);
  });

  after(async () => {
    await browser?.close();
    await site?.close();
  });

  afterEach(() => page.leave());

  async function open(name, { policy, more = "" } = {}) {
    const widget = `<peer-glass id="w" config="/cases/${name}/config.json"><p id="fallback">The page’s own answer.</p></peer-glass>`;
    page = await visit(browser, site.page("/in-firefox", `<a href="#a" id="before">before</a><h2>A figure</h2>${widget}${more}`, { policy }));
    return hear(page);
  }

  const focused = () => page.evaluate(() => {
    const inner = window.shadow().activeElement ?? document.activeElement;
    return inner.id || inner.className || inner.textContent;
  });

  async function tabTo(wanted) {
    const passed = [];
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press("Tab");
      const now = await focused();
      if (now === wanted) return passed;
      passed.push(now);
    }
    assert.fail(`Tab never came to ${wanted}: ${passed}`);
  }

  for (const name of ofEachView) {
    test(`${name}: says what the native build says, and axe finds no fault with all parts open`, async () => {
      const { type, detail } = await open(name);
      assert.equal(type, "peer-glass-ready", detail.message);
      const native = JSON.parse(render(name, "json").text);
      assert.equal(await headline(page), native.headline.text);
      // Where the data hold groups, the gap between them is said by the whole engine, which comes after the first answer.
      // As text from the page: what WebDriver makes of an object need not be the same object.
      const results = await page.evaluate(async (lines) => {
        const end = performance.now() + 10000;
        while (window.widget().results()?.lines.length !== lines && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 10));
        return JSON.stringify(window.widget().results());
      }, native.lines.length);
      assert.equal(results, JSON.stringify(native));
      const drawn = await page.evaluate(() => {
        const canvas = window.shadow().querySelector("canvas");
        const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        return new Set(new Uint32Array(data.buffer)).size;
      });
      assert.ok(drawn > 5, "the picture has ink of several colours");
      await page.evaluate(axe.source);
      const faults = await page.evaluate(async () => {
        for (const details of window.shadow().querySelectorAll("details")) details.open = true;
        const { violations } = await window.axe.run(document, { preload: false, resultTypes: ["violations"] });
        return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
      });
      assert.deepEqual(faults, []);
      assert.deepEqual(page.complaints, []);
    });

    test(`${name}: Tab walks what may be used, in the order of the page, and leaves`, async () => {
      await open(name, { more: '<a href="#b" id="after">after</a>' });
      const order = await page.evaluate(() => {
        const all = [...window.shadow().querySelectorAll("select, input, button, a[href], summary, [tabindex]")];
        const stops = all.filter((node) => node.tabIndex >= 0 && node.checkVisibility({ contentVisibilityAuto: true }));
        return stops.map((node) => node.id || node.className || node.textContent);
      });
      assert.ok(order.indexOf("pg-points") >= 1, "the controls come first");
      await page.focus("#before");
      assert.deepEqual(await tabTo("after"), order);
      await page.keyboard.down("Shift");
      for (const wanted of order.toReversed()) {
        await page.keyboard.press("Tab");
        assert.equal(await focused(), wanted);
      }
      await page.keyboard.up("Shift");
      assert.deepEqual(page.complaints, []);
    });

    test(`${name}: arrows, Home and End walk the points, each is read out, and Esc lets go`, async () => {
      await open(name);
      await page.focus("#before");
      await tabTo("pg-points");
      const last = await page.evaluate(() => window.shadow().querySelectorAll(".pg-points [role=option]").length - 1);
      const point = () => page.evaluate(() => {
        const root = window.shadow();
        const active = root.querySelector(".pg-points").getAttribute("aria-activedescendant");
        return { active, text: root.getElementById(active)?.textContent ?? "", readout: root.querySelector(".pg-readout").textContent };
      });
      for (const [key, row] of [["", 0], ["ArrowDown", 1], ["ArrowRight", 2], ["ArrowUp", 1], ["End", last], ["ArrowDown", last], ["Home", 0]]) {
        if (key) await page.keyboard.press(key);
        const { active, text, readout } = await point();
        assert.equal(active, `pg-point-${row}`, key);
        assert.ok(text.length > 10);
        assert.equal(readout, text);
      }
      await page.keyboard.press("Escape");
      assert.deepEqual(await point(), { active: null, text: "", readout: "" });
      assert.deepEqual(page.complaints, []);
    });
  }

  test("another area is chosen by arrow keys; the focus stays, and the live region says the new answer", async () => {
    await open("fingertips-file");
    await page.focus("#before");
    await tabTo("pg-area");
    const old = await headline(page);
    await page.keyboard.press("ArrowUp");
    await hear(page, "w", { types: ["change"] });
    assert.equal(await focused(), "pg-area");
    assert.notEqual(await headline(page), old);
    const live = await page.evaluate(() => [...window.shadow().querySelectorAll("[aria-live=polite]")].map((region) => region.textContent).filter(Boolean));
    assert.deepEqual(live, [await headline(page)]);
    assert.deepEqual(page.complaints, []);
  });

  for (const [name, policy] of showing) {
    test(`shows under ${name}`, async () => {
      const { type, detail } = await open("clearly-higher", { policy });
      assert.equal(type, "peer-glass-ready", detail.message);
      for (const kind of ["csv", "png", "svg", "html"]) {
        assert.ok(await page.evaluate(async (kind) => (await window.widget().download(kind)).size > 500, kind), kind);
      }
      await page.focus("#before");
      await tabTo("pg-area");
      await page.keyboard.press("ArrowUp");
      await hear(page, "w", { types: ["change"] });
      assert.deepEqual(page.complaints, []);
    });
  }

  // The browser itself writes a line for what it refuses; a page cannot keep it from doing so. Nothing else may stand there.
  const theBrowsers = (line) => /Content-Security-Policy|Trusted ?Type/i.test(line);

  for (const [name, policy] of withoutWebAssembly) {
    test(`shows in plain JavaScript under ${name}`, async () => {
      const { type, detail } = await open("clearly-higher", { policy });
      assert.equal(type, "peer-glass-ready", detail.cause);
      const shown = await headline(page);
      assert.ok(await page.evaluate(async () => (await window.widget().download("csv")).size > 500));
      assert.deepEqual(page.complaints.filter((line) => !theBrowsers(line)), []);
      await open("clearly-higher");
      assert.equal(await headline(page), shown);
    });
  }

  for (const [name, policy] of refusing) {
    test(`the fallback stays under ${name}`, async () => {
      const { type, detail } = await open("clearly-higher", { policy });
      assert.equal(type, "peer-glass-error");
      assert.equal(detail.kind, "engine");
      assert.match(detail.message, /security policy/);
      assert.equal(await quietly(page), detail.message);
      assert.ok(await page.evaluate(() => document.getElementById("fallback").checkVisibility()));
      assert.equal(await headline(page), undefined);
      assert.deepEqual(page.complaints.filter((line) => !theBrowsers(line)), []);
    });
  }

  test("the fallback stays where data may not be fetched", async () => {
    const { type, detail } = await open("clearly-higher", { policy: withoutData });
    assert.equal(type, "peer-glass-error");
    assert.ok(detail.message.length > 20);
    assert.ok(await page.evaluate(() => document.getElementById("fallback").checkVisibility()));
    assert.deepEqual(page.complaints.filter((line) => !theBrowsers(line)), []);
  });
});
