// Nothing leaves the reader's browser and nothing is kept in it: the gallery, with a file of the reader's own.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { headline, hear, launch, visit } from "./browser.mjs";
import { cases } from "./native.mjs";
import { openSite, project } from "./server.mjs";

let site, browser;

before(async () => {
  [site, browser] = await Promise.all([openSite(), launch()]);
});

after(async () => {
  await browser?.close();
  await site?.close();
});

/** The file of the project that an address stands for. */
function fileOf(path) {
  if (path === "/") return "www/index.html";
  for (const [prefix, folder] of [["/peerglass/", "pkg/"], ["/cases/", "tests/cases/"]]) if (path.startsWith(prefix)) return folder + path.slice(prefix.length);
  return `www${path}`;
}

test("the gallery asks only for files of its own, by GET, and keeps nothing", async () => {
  const page = await visit(browser);
  const requests = [];
  page.on("request", (request) => requests.push([request.method(), new URL(request.url()), request.postData()]));
  await page.goto(site.address);
  await page.waitForFunction((count) => document.querySelectorAll("peer-glass").length >= count, cases.length);
  for (const at of cases.keys()) {
    await page.evaluate((at) => document.querySelectorAll("peer-glass")[at].scrollIntoView(), at);
    await page.waitForFunction((at) => document.querySelectorAll("peer-glass")[at].results(), at);
  }
  await page.locator("#files").scrollIntoViewIfNeeded();
  await page.setInputFiles("#files", join(project, "tests/cases/fingertips-file/indicators-CountyUA.data.csv"));
  await page.waitForFunction(() => document.querySelector("#own-figure peer-glass")?.results());

  const before = requests.length;
  assert.ok(before > 80);
  for (const [method, { origin, pathname }, body] of requests) {
    assert.deepEqual([method, origin, body], ["GET", site.address, null], pathname);
    assert.ok(existsSync(join(project, fileOf(pathname))), pathname);
  }
  assert.deepEqual(await page.context().cookies(), []);
  const kept = await page.evaluate(async () => ({
    storage: localStorage.length + sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: self.caches ? (await caches.keys()).length : 0,
    workers: navigator.serviceWorker ? (await navigator.serviceWorker.getRegistrations()).length : 0,
  }));
  assert.deepEqual(kept, { storage: 0, databases: 0, caches: 0, workers: 0 });
  assert.deepEqual(page.complaints, []);
});

test("a page fetches the least engine that holds its view, and a larger one when the reader moves on", async () => {
  const from = site.log.length;
  const engines = () => site.log.slice(from).filter((path) => path.endsWith(".wasm"));
  const page = await visit(browser, site.page("/moving", '<peer-glass id="w" config="/cases/gap-line/config.json" view="trend"></peer-glass>'));
  await hear(page);
  const said = await headline(page);
  assert.deepEqual(engines(), ["/peerglass/peerglass-more_bg.wasm"]);
  for (const view of ["compare", "gap", "trend"]) {
    await page.selectOption("#w >> css=#pg-view", view);
    await page.waitForFunction((view) => document.querySelector("#w").results()?.choices.view === view, view);
    const more = view === "compare" ? [] : ["/peerglass/peerglass-whole_bg.wasm"];
    assert.deepEqual(engines(), ["/peerglass/peerglass-more_bg.wasm", ...more], view);
  }
  assert.equal(await headline(page), said, "the same as at first, of the larger engine");
  assert.deepEqual(page.complaints, []);
});

test("a choice asks for nothing, a download for the engine that makes files once and for the publisher's files", async () => {
  const page = await visit(browser, site.page("/quiet", '<peer-glass id="w" config="/cases/clearly-higher/config.json"></peer-glass>'));
  await hear(page);
  const before = site.log.length;
  await page.selectOption("#w >> css=select[name=area]", { index: 2 });
  await hear(page, "w", { types: ["change"] });
  assert.equal(site.log.length, before);
  await page.evaluate(() => (window.shadow().querySelector(".pg-download details").open = true));
  for (const kind of ["csv", "png", "svg", "html"]) {
    const [download] = await Promise.all([page.waitForEvent("download"), page.click(`#w >> css=[data-download=${kind}]`)]);
    assert.match(download.suggestedFilename(), new RegExp(`^peerglass-E1\\d+\\.${kind}$`));
  }
  const asked = site.log.slice(before);
  const engine = asked.filter((path) => path.startsWith("/peerglass/"));
  assert.deepEqual(engine.toSorted(), ["/peerglass/peer-glass-keep.js", "/peerglass/peerglass-more.js", "/peerglass/peerglass-more_bg.wasm"]);
  for (const path of asked) assert.ok(engine.includes(path) || path.startsWith("/cases/clearly-higher/"), path);
  assert.deepEqual(page.complaints, []);
});
