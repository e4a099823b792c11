// Everything can be reached and used by keyboard alone, and the keyboard is never trapped.
import assert from "node:assert/strict";
import { after, before, beforeEach, afterEach, test } from "node:test";

import { headline, hear, launch, visit } from "./browser.mjs";
import { ofEachView } from "./native.mjs";
import { openSite } from "./server.mjs";

let site, browser, page;

before(async () => {
  [site, browser] = await Promise.all([openSite(), launch()]);
  const around = (name) => `<a href="#a" id="before">before</a><peer-glass id="w" config="/cases/${name}/config.json"></peer-glass><a href="#b" id="after">after</a>`;
  site.page("/few", around("fingertips-file"));
  site.page("/many", around("many-areas"));
  for (const name of ofEachView) site.page(`/${name}`, around(name));
});

after(async () => {
  await browser?.close();
  await site?.close();
});

async function open(path) {
  page = await visit(browser, site.address + path);
  await hear(page);
  await page.focus("#before");
}

beforeEach(() => open("/few"));

afterEach(async () => {
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

/** What has the focus, by the name that tells it best. */
const focused = () =>
  page.evaluate(() => {
    const inner = window.shadow().activeElement ?? document.activeElement;
    return inner.id || inner.className || inner.textContent;
  });

/** Presses Tab until the focus is on this, and answers what it passed on the way. */
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

const point = () =>
  page.evaluate(() => {
    const root = window.shadow();
    const active = root.querySelector(".pg-points").getAttribute("aria-activedescendant");
    const selected = [...root.querySelectorAll('.pg-points [aria-selected="true"]')].map(({ id }) => id);
    return { active, selected, text: root.getElementById(active)?.textContent ?? "", readout: root.querySelector(".pg-readout").textContent };
  });

for (const name of ofEachView) {
  test(`${name}: Tab walks controls, one stop for the points, what goes with it and the closed parts, and leaves; Shift+Tab comes back`, async () => {
    await page.context().close();
    await open(`/${name}`);
    // What a reader may press or scroll, in the order of the page; a closed part holds nothing to stop at.
    const order = await page.evaluate(() => {
      const all = [...window.shadow().querySelectorAll("select, input, button, a[href], summary, [tabindex]")];
      const stops = all.filter((node) => node.tabIndex >= 0 && node.checkVisibility({ contentVisibilityAuto: true }));
      return stops.map((node) => node.id || node.className || node.textContent);
    });
    assert.equal(order.filter((stop) => stop === "pg-points").length, 1);
    assert.ok(order.indexOf("pg-points") >= 1, "the controls come first");
    assert.equal(await page.evaluate(() => window.shadow().querySelectorAll("[data-part] > details > summary").length), 3);
    assert.deepEqual(await tabTo("after"), order);
    for (const wanted of order.toReversed()) {
      await page.keyboard.press("Shift+Tab");
      assert.equal(await focused(), wanted);
    }
  });

  test(`${name}: arrows, Home and End walk the points, each is read out, Esc lets go and Tab leaves`, async () => {
    await page.context().close();
    await open(`/${name}`);
    await tabTo("pg-points");
    const last = await page.evaluate(() => window.shadow().querySelectorAll(".pg-points [role=option]").length - 1);
    const steps = [["", 0], ["ArrowDown", 1], ["ArrowRight", 2], ["ArrowUp", 1], ["ArrowLeft", 0], ["ArrowUp", 0], ["End", last], ["ArrowDown", last], ["Home", 0]];
    for (const [key, row] of steps) {
      if (key) await page.keyboard.press(key);
      const { active, selected, text, readout } = await point();
      assert.equal(active, `pg-point-${row}`, key);
      assert.deepEqual(selected, [active]);
      assert.ok(text.length > 10);
      assert.equal(readout, text);
    }
    await page.keyboard.press("Escape");
    assert.deepEqual(await point(), { active: null, selected: [], text: "", readout: "" });
    await page.keyboard.press("ArrowDown");
    assert.equal((await point()).active, "pg-point-0");
    await page.keyboard.press("Tab");
    assert.notEqual(await focused(), "pg-points");
    assert.equal((await point()).readout, "");
  });

  test(`${name}: every control, link and part to be opened is at least 24 pixels high and wide`, async () => {
    await page.context().close();
    await open(`/${name}`);
    const small = await page.evaluate(() => {
      for (const details of window.shadow().querySelectorAll("details")) details.open = true;
      const all = [...window.shadow().querySelectorAll("select, input, button, summary, a[href]")];
      return all.filter((node) => node.getBoundingClientRect().height < 24 || node.getBoundingClientRect().width < 24).map((node) => node.outerHTML);
    });
    assert.deepEqual(small, []);
  });
}

test("keys that are not for the points stay the page's", async () => {
  await tabTo("pg-points");
  await page.evaluate(() => document.addEventListener("keydown", (event) => (window.last = [event.key, event.defaultPrevented])));
  for (const [key, taken] of [["ArrowDown", true], ["Escape", true], ["Escape", false], ["PageDown", false], ["a", false]]) {
    await page.keyboard.press(key);
    assert.deepEqual(await page.evaluate(() => window.last), [key, taken]);
  }
});

test("typing narrows a long list of areas and Enter takes the first that fits", async () => {
  await page.context().close();
  await open("/many");
  await tabTo("pg-area-find");
  const names = () => page.evaluate(() => [...window.shadow().getElementById("pg-area").options].map((option) => option.label));
  const all = await names();
  assert.ok(all.length > 25);
  const before = await page.evaluate(() => window.widget().results().choices.area);
  const wanted = all.at(-2);
  await page.keyboard.type(wanted.slice(0, 5).toUpperCase());
  const few = await names();
  assert.ok(few.length < all.length && few.includes(wanted));
  const counted = all.filter((name) => name.toLowerCase().includes(wanted.slice(0, 5).toLowerCase())).length;
  const live = () => page.evaluate(() => [...window.shadow().querySelectorAll("[aria-live]")].map((region) => region.textContent).join(""));
  assert.match(await live(), new RegExp(`\\b${counted}\\b`));
  await page.keyboard.press("Enter");
  const { detail } = await hear(page, "w", { types: ["change"] });
  assert.notEqual(detail.area, before);
  assert.equal(await focused(), "pg-area-find", "the focus stays in the field");
  assert.equal(await live(), await headline(page), "the new answer is read out");
  for (const _ of wanted.slice(0, 5)) await page.keyboard.press("Backspace");
  assert.deepEqual(await names(), all);
});

test("a page's own choice shows in a list that typing has narrowed", async () => {
  await page.context().close();
  await open("/many");
  await tabTo("pg-area-find");
  const codes = await page.evaluate(() => [...window.shadow().getElementById("pg-area").options].map(({ value }) => value));
  await page.keyboard.type("zzz");
  await page.evaluate((code) => window.widget().setAttribute("area", code), codes.at(-1));
  await hear(page, "w", { types: ["change"] });
  assert.equal(await page.evaluate(() => window.shadow().getElementById("pg-area").value), codes.at(-1));
});

test("a change keeps the focus on its control, and the live region says the new answer", async () => {
  await tabTo("pg-area");
  const old = await headline(page);
  await page.keyboard.press("ArrowUp");
  await hear(page, "w", { types: ["change"] });
  assert.equal(await focused(), "pg-area");
  assert.notEqual(await headline(page), old);
  const live = await page.evaluate(() => [...window.shadow().querySelectorAll("[aria-live=polite]")].map((region) => region.textContent).filter(Boolean));
  assert.deepEqual(live, [await headline(page)]);
});

test("the parts below open and close by keyboard, and stay open when the answer changes", async () => {
  const table = await page.evaluate(() => window.shadow().querySelector(".pg-table summary").textContent);
  await tabTo(table);
  await page.keyboard.press("Enter");
  assert.ok(await page.evaluate(() => window.shadow().querySelector(".pg-table table").checkVisibility()));
  await page.keyboard.press("Tab");
  assert.equal(await focused(), "pg-scroll", "a wide table can be scrolled by keyboard");
  await page.keyboard.press("Shift+Tab");
  await page.evaluate(() => {
    const area = window.shadow().getElementById("pg-area");
    window.widget().setAttribute("area", [...area.options].find((option) => !option.selected).value);
  });
  await hear(page, "w", { types: ["change"] });
  assert.ok(await page.evaluate(() => window.shadow().querySelector(".pg-table details").open));
  assert.equal(await focused(), table, "the focus stays on the part that was made anew");
  await page.keyboard.press("Enter");
  assert.ok(!(await page.evaluate(() => window.shadow().querySelector(".pg-table details").open)));
});

test("what is alike in another answer stays, with the focus on it and what was open", async () => {
  await page.context().close();
  await open("/profile");
  await page.evaluate(() => {
    const root = window.shadow();
    root.querySelector(".pg-table details").open = true;
    // Each card has one that says the same.
    window.kept = [[...root.querySelectorAll(".pg-card button")].at(-1), root.querySelector(".pg-card:nth-child(3) h4")];
    window.kept[0].focus();
    window.widget().setAttribute("area", [...root.getElementById("pg-area").options].find((option) => !option.selected).value);
  });
  await hear(page, "w", { types: ["change"] });
  const stays = await page.evaluate(() => [...window.kept.map((one) => one.isConnected), window.shadow().activeElement === window.kept[0], window.shadow().querySelector(".pg-table details").open]);
  assert.deepEqual(stays, [true, true, true, true]);
  const shown = await page.evaluate(() => window.shadow().querySelector(".pg-headline").textContent);
  assert.equal(shown, await headline(page));
});

test("everything to be pressed is at least 24 pixels high and shows its focus", async () => {
  const small = await page.evaluate(() => {
    for (const details of window.shadow().querySelectorAll("details")) details.open = true;
    const all = [...window.shadow().querySelectorAll("select, input, button, summary, .pg-points [role=option]")];
    return all.filter((node) => node.getBoundingClientRect().height < 24 || node.getBoundingClientRect().width < 24).map((node) => node.id || node.outerHTML);
  });
  assert.deepEqual(small, []);
  await tabTo("pg-area");
  const outline = await page.evaluate(() => getComputedStyle(window.shadow().activeElement).outlineWidth);
  assert.equal(outline, "3px");
});
