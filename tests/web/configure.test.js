// The configurator as a comms officer meets it: from a file to a working page, by keyboard, on a phone's width too, and nothing
// asked of any server while they work.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";

import axe from "axe-core";

import { addressOf, configOf } from "../../www/configure/keep.js";
import { headline, hear, launch, visit } from "./browser.mjs";
import { configs } from "./configs.mjs";
import { openSite, project } from "./server.mjs";

const PAGE = "/peerglass/configure.html";
const SMOKING = `${project}tests/cases/clearly-higher/smoking.csv`;
const CODES = { area: "E10000901" };
const data = resolve(process.env.PEERGLASS_DATA ?? join(project, "../shared/data"));
const schema = JSON.parse(await readFile(`${project}pkg/peerglass.schema.json`, "utf8"));

let site, browser;
before(async () => {
  [site, browser] = await Promise.all([openSite(), launch()]);
  // Browsers ask for it unasked, and most sites have one.
  site.file("/favicon.ico", "", { type: "image/x-icon" });
});
after(async () => {
  await browser?.close();
  await site?.close();
});

/** The page, ready for work. */
async function open(hash = "", options = {}) {
  const page = await visit(browser, undefined, options);
  await page.goto(`${site.address}${PAGE}${hash}`);
  await ready(page);
  return page;
}
const ready = (page) => page.waitForFunction(() => document.documentElement.dataset.ready !== undefined, null, { timeout: 60000 });

/** Chooses files, and waits until the view of them stands. */
async function choose(page, files) {
  await page.setInputFiles("#files", files);
  await page.waitForSelector("#preview-section:not([hidden])");
  // On a narrow page it stands below the questions, and starts when somebody comes near.
  await page.evaluate(() => document.getElementById("preview-section").scrollIntoView());
  await page.waitForFunction(() => document.querySelector("#room peer-glass")?.results()?.headline, null, { timeout: 60000 });
}

/** The config as the page's own link says it. */
async function said(page) {
  await page.click("#share");
  await page.waitForFunction(() => location.hash.startsWith("#view="));
  const config = await configOf(await page.evaluate(() => location.hash));
  await page.evaluate(() => history.replaceState(null, "", location.pathname));
  return config;
}

const faults = async (page) => {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(" · ")}`);
};

for (const width of [1280, 320]) test(`${width} pixels wide: from a real file to a working page, seven answers, by keyboard alone, with nothing asked of any server`, { skip: !existsSync(data) && !process.env.CI && "the real files are not here" }, async () => {
  const file = join(data, "fingertips/27col-bom-utla-2023-chd-admissions.csv");
  const page = await open("", { viewport: { width, height: 900 } });
  const from = site.log.length;
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  let steps = 0;
  // Along the page by Tab, as a keyboard goes; an answer is one step.
  const reach = async (id) => {
    for (let presses = 0; presses < 200; presses++) {
      if (await page.evaluate((id) => document.activeElement?.id === id, id)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`no way by keyboard to ${id}`);
  };
  const answer = async (id, words) => {
    await reach(id);
    await page.keyboard.type(words);
    steps += 1;
  };
  await reach("files");
  await choose(page, file);
  steps += 1;
  await answer("f-area", "Sheffield");
  await answer("f-name", "the rate of emergency admissions for heart disease");
  await answer("f-polarity", "Lower");
  await answer("f-source", "Department of Health and Social Care, Fingertips");
  await answer("f-licence", "Open Government Licence v3.0");
  await page.waitForFunction(() => document.querySelector("#room peer-glass").results()?.headline.text.includes("Sheffield"));
  await page.waitForFunction(() => !/to mend/.test(document.getElementById("standing").textContent), null, { timeout: 10000 }).catch(async () => assert.fail(await page.textContent("#advice")));
  // It is made anew with each answer.
  const stands = await page.waitForFunction(() => document.querySelector("#room peer-glass").results()?.headline.text);
  const shown = await stands.jsonValue();
  await reach("snippet");
  const snippet = await page.inputValue("#snippet");
  steps += 1;
  assert.equal(steps, 7);
  assert.deepEqual(asked, []);
  assert.deepEqual(site.log.slice(from), []);
  assert.deepEqual(page.complaints, []);
  assert.deepEqual(await faults(page), []);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));

  // What was copied works as it was copied, on a page of its own, by a strict policy.
  site.file("/27col-bom-utla-2023-chd-admissions.csv", await readFile(file));
  const body = snippet.replace("<peer-glass ", '<peer-glass id="w" ');
  const published = await visit(browser, site.page("/published", body));
  await hear(published);
  assert.equal(await headline(published), shown);
  assert.deepEqual(published.complaints, []);
  await published.context().close();
  await page.context().close();
});

test("the zip unpacks to a site that works", async () => {
  const page = await open();
  await choose(page, SMOKING);
  await page.selectOption("#f-area", CODES.area);
  await page.fill("#f-source", "Wessmere Council");
  await page.fill("#f-licence", "Open Government Licence v3.0");
  await page.waitForFunction(() => document.querySelector("#snippet")?.value.includes("Wessmere Council"));
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save everything as one zip" }).click()]);
  const folder = await mkdtemp(join(tmpdir(), "peerglass-"));
  try {
    await download.saveAs(join(folder, "all.zip"));
    execFileSync("python3", ["-m", "zipfile", "-e", join(folder, "all.zip"), join(folder, "site")]);
    const names = await readdir(join(folder, "site"), { recursive: true, withFileTypes: true });
    for (const entry of names.filter((one) => one.isFile())) {
      const path = join(entry.parentPath ?? entry.path, entry.name);
      const type = { js: "text/javascript", wasm: "application/wasm", css: "text/css", html: "text/html", json: "application/json" }[entry.name.split(".").at(-1)] ?? "text/csv";
      site.file(`/unpacked${path.slice(join(folder, "site").length)}`, await readFile(path), { type });
    }
    // Its own example page, with the folder where the snippet says it is.
    const index = await readFile(join(folder, "site/index.html"), "utf8");
    site.file("/unpacked/index.html", index.replaceAll("/peerglass/", "/unpacked/peerglass/").replace("<peer-glass ", '<peer-glass id="w" '), { type: "text/html" });
    const unpacked = await visit(browser, `${site.address}/unpacked/index.html`);
    await hear(unpacked);
    assert.match(await headline(unpacked), /Wessmere/);
    await unpacked.context().close();
  } finally {
    await rm(folder, { recursive: true });
  }
  await page.context().close();
});

test("every field says what the config says: going over all of them changes nothing", async () => {
  const page = await open();
  await choose(page, SMOKING);
  await page.click("#again > summary");
  // Other columns are another reading of the file, which is asked elsewhere.
  for (const { columns: _, ...config } of configs(schema, 25)) {
    await page.fill("#paste", JSON.stringify(config));
    await page.click("#opened");
    const before = await said(page);
    // Addresses are a text, with a space between one and the next.
    for (const name of ["src", "neighbours"]) if (name in config) config[name] = String(config[name]).split(/\s+/).join(" ");
    assert.deepEqual(before, config);
    await page.evaluate(() => {
      for (const control of document.querySelectorAll("#questions :is(input, select, textarea)")) {
        if (control.type === "radio" && !control.checked) continue;
        if (/\.add$|\.number$/.test(control.id)) continue;
        control.dispatchEvent(new Event(control.matches("select, [type=checkbox], [type=radio]") || /\.name\.\d+$/.test(control.id) ? "change" : "input", { bubbles: true }));
      }
    });
    assert.deepEqual(await said(page), before, JSON.stringify(config));
  }
  await page.context().close();
});

test("undo and redo go over what was answered, and the fields follow", async () => {
  const page = await open();
  await choose(page, SMOKING);
  await page.fill("#f-source", "Wessmere Council");
  await page.selectOption("#f-peers", "\n");
  const group = await page.waitForSelector("legend:text-is('Places we chose')");
  assert.ok(await group.isVisible());
  await page.click("#undo");
  assert.equal(await page.locator("legend:text-is('Places we chose')").count(), 0);
  await page.click("#undo");
  assert.equal(await page.inputValue("#f-source"), "");
  await page.click("#redo");
  assert.equal(await page.inputValue("#f-source"), "Wessmere Council");
  await page.context().close();
});

test("nothing is kept in the browser unless somebody asks, and then it is there after a reload", async () => {
  const page = await open();
  await choose(page, SMOKING);
  await page.fill("#f-source", "Wessmere Council");
  const kept = () => page.evaluate(async () => [document.cookie, localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, (await caches.keys()).length]);
  assert.deepEqual(await kept(), ["", 0, 0, 0, 0]);
  await page.reload();
  await ready(page);
  await choose(page, SMOKING);
  assert.equal(await page.inputValue("#f-source"), "");
  await page.fill("#f-source", "Wessmere Council");
  await page.check("#keep");
  await page.reload();
  await ready(page);
  assert.match(await page.textContent("#status"), /you left here.*Now choose smoking\.csv/);
  await choose(page, SMOKING);
  assert.equal(await page.inputValue("#f-source"), "Wessmere Council");
  await page.uncheck("#keep");
  assert.deepEqual(await kept(), ["", 0, 0, 0, 0]);
  await page.context().close();
});

test("a snippet that was published opens again, and a file that is none is said to be none", async () => {
  const page = await open();
  await page.click("#again > summary");
  await page.fill("#paste", `<peer-glass src="/data/smoking.csv" area="${CODES.area}" source="Wessmere &amp; Co" licence="OGL"></peer-glass>`);
  await page.click("#opened");
  await choose(page, SMOKING);
  assert.equal(await page.inputValue("#f-source"), "Wessmere & Co");
  assert.equal(await page.inputValue("#f-area"), CODES.area);
  await page.fill("#paste", "<p>nothing</p>");
  await page.click("#opened");
  await page.waitForFunction(() => /No snippet/.test(document.getElementById("status").textContent));
  await page.context().close();
});

test("what would mislead is said with a way to mend it, and a serious thing takes the snippet away", async () => {
  const page = await open();
  await choose(page, SMOKING);
  await page.waitForSelector(".finding.stop");
  assert.match(await page.textContent("#standing"), /to mend/);
  assert.equal(await page.locator("#snippet").isVisible(), false);
  await page.fill("#f-source", "Wessmere Council");
  await page.waitForFunction(() => document.querySelectorAll(".finding.stop").length === 1);
  await page.locator(".finding.stop details summary").first().click();
  await page.locator(".finding.stop textarea").first().fill("It is our own survey, and free to use.");
  await page.locator(".finding.stop").first().getByRole("button", { name: "Record this reason" }).click();
  await page.waitForFunction(() => !document.querySelector(".finding.stop"));
  assert.equal(await page.locator("#snippet").isVisible(), true);
  assert.deepEqual((await said(page)).overrides.map(({ reason }) => reason), ["It is our own survey, and free to use."]);
  await page.context().close();
});

for (const width of [320, 768, 1280]) {
  for (const scheme of ["light", "dark"]) {
    test(`${width} pixels wide, ${scheme}: axe finds no fault, and nothing is wider than the page`, async () => {
      const page = await open("", { viewport: { width, height: 900 }, colorScheme: scheme });
      assert.deepEqual(await faults(page), []);
      await choose(page, SMOKING);
      await page.evaluate(() => document.querySelectorAll("main details").forEach((details) => (details.open = true)));
      await page.locator("[id='f-priorities.add']").click();
      for (const pane of ["phone", "paper", "grey", "contrast", "aloud", "page"]) await page.check(`#pane-${pane}`);
      await page.check("#welsh");
      await page.locator("#room > [lang=cy]").scrollIntoViewIfNeeded();
      await page.waitForFunction(() => document.querySelectorAll("#room peer-glass").length === 2 && document.querySelector("#room > [lang=cy]").results());
      assert.deepEqual(await faults(page), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      const small = await page.evaluate(() => [...document.querySelectorAll("button, select, input, summary, a")].filter((one) => one.checkVisibility()).map((one) => [one.id || one.textContent, one.getBoundingClientRect()]).filter(([, box]) => box.height < 22 || box.width < 22).map(([name]) => name));
      assert.deepEqual(small, []);
      await page.context().close();
    });
  }
}

test("read aloud, the view is the sentence first, then the figures of the points", async () => {
  const page = await open();
  await choose(page, SMOKING);
  await page.check("#pane-aloud");
  await page.waitForSelector(".spoken li");
  const lines = await page.locator(".spoken li").allTextContents();
  const shown = await page.evaluate(() => document.querySelector("#room peer-glass").results().headline.text);
  assert.ok(lines.some((line) => line === `heading 3 ${shown}`), lines.join("\n"));
  assert.ok(lines.some((line) => /^list Points in the picture.* 16 points$/.test(line)), lines.join("\n"));
  assert.ok(lines.findIndex((line) => line.startsWith("heading 3")) < lines.findIndex((line) => line.startsWith("point")));
  await page.context().close();
});

test("a column that was taken for something else is put right, and the view follows", async () => {
  const page = await open();
  const rows = ["Code,Place,Year,Share of adults", "E10000901,Wessmere,2023,19.3", "E10000902,Calderwick,2023,12.5", "E10000903,Aldermarsh,2023,11"];
  await page.setInputFiles("#files", { name: "own.csv", mimeType: "text/csv", buffer: Buffer.from(rows.join("\n")) });
  await page.waitForSelector("#seen details");
  await page.locator("#seen details summary").last().click();
  await page.getByLabel("What “Share of adults” holds").selectOption("value");
  // The three places, and the middle of them.
  await page.waitForFunction(() => document.querySelector("#room peer-glass")?.results()?.results.length === 4);
  await page.waitForFunction(() => /3 places/.test(document.getElementById("status").textContent));
  const names = await page.evaluate(() => document.querySelector("#room peer-glass").results().results.map(({ name }) => name));
  assert.deepEqual(names.filter((name) => /^E1/.test(name)), ["E10000901", "E10000902", "E10000903"]);
  assert.equal((await said(page)).columns.value, "Share of adults");
  await page.context().close();
});

test("a spreadsheet is told how to become a file that can be read", async () => {
  const page = await open();
  await page.setInputFiles("#files", { name: "book.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from("PK\u0003\u0004 and so on") });
  await page.waitForSelector("#seen .problems");
  assert.match(await page.textContent("#seen"), /save it as “CSV UTF-8”/);
  assert.equal(await page.locator("#questions").isVisible(), false);
  await page.context().close();
});
