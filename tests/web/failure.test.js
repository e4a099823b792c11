// Whatever is wrong with the files or the set-up: the page's own fallback stays as it was, and the message helps.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { headline, hear, launch, quietly, visit } from "./browser.mjs";
import { openSite } from "./server.mjs";

let site, browser;

before(async () => {
  [site, browser] = await Promise.all([openSite(), launch()]);
});

after(async () => {
  await browser?.close();
  await site?.close();
});

const FALLBACK = '<p id="fallback">In 2023, <b>18%</b> of adults smoked. <a href="/source">Source</a></p>';
const DATA = "/cases/clearly-higher/smoking.csv";
const HEAD = "Area code,Area name,Area type,Period,Value,Lower,Upper\n";
const row = (at, value = 10 + (at % 5)) => `E1000${String(1000 + at)},Place ${at},County,2023,${value},${value - 1},${value + 1}\n`;

/** Opens a page with a widget of these attributes, and waits for its first word. */
async function open(t, attributes, tolerated = []) {
  const page = await visit(browser, site.page("/failure", `<peer-glass id="w" ${attributes}>${FALLBACK}</peer-glass>`));
  t.after(async () => {
    const fits = (line) => tolerated.some((pattern) => pattern.test(line));
    assert.deepEqual(page.complaints.filter((line) => !fits(line)), []);
    await page.context().close();
  });
  return { page, ...(await hear(page)) };
}

/** The fallback is to be seen, untouched; what is said quietly is what the event says; there is nothing to take. */
async function fellBack(page, { type, detail }) {
  assert.equal(type, "peer-glass-error");
  assert.ok(detail.kind && detail.message.length > 20, JSON.stringify(detail));
  assert.equal(await quietly(page), detail.message);
  assert.equal(await headline(page), undefined);
  assert.equal(await page.evaluate(() => window.widget().innerHTML), FALLBACK);
  assert.ok(await page.locator("#fallback").isVisible());
  assert.equal(await page.evaluate(() => window.widget().results()), undefined);
}

// The browser itself writes a line for each answer that is no file, or not the one whose hash is named; a page cannot keep
// it from doing so.
const NOT_FOUND = /status of 404|net::ERR_|'integrity' attribute|integrity checks failed/;

for (const [name, attributes, file, message] of [
  ["no file is named", 'area="E1"', undefined, /No data file is named.*“src”/],
  ["the file is not there", 'src="/nothing.csv"', undefined, /\(404\): http.*\/nothing\.csv.*Check the address/],
  ["a web page comes instead", 'src="/bad.csv"', "<!doctype html><html><body>Sign in</body></html>", /web page, not a CSV file.*Check the address/],
  ["the file is empty", 'src="/bad.csv"', "", /empty.*Check/],
  ["there is a header only", 'src="/bad.csv"', HEAD, /a header and no rows/],
  ["no column is known", 'src="/bad.csv"', "wotsit,thing\n1,2\n", /Found columns .*wotsit.*expected/],
  ["the config file is not there", 'config="/nothing.json"', undefined, /config file could not be read.*nothing\.json/],
  ["the config file is no JSON", 'config="/bad.csv"', "src: smoking.csv", /config file could not be read/],
  ["the connection breaks off", 'src="/bad.csv"', (answer) => (answer.write(HEAD + row(1)), setTimeout(() => answer.destroy(), 100)), /could not be loaded.*connection/],
  ["the address is none", 'src="http://[bad"', undefined, /./],
]) {
  test(`the fallback stays when ${name}`, async (t) => {
    if (file !== undefined) site.file("/bad.csv", file);
    const { page, ...heard } = await open(t, attributes, [NOT_FOUND]);
    await fellBack(page, heard);
    assert.match(heard.detail.message, message);
  });
}

for (const [name, path] of [["the engine", "/peerglass/peerglass_bg.wasm"], ["the engine's script", "/peerglass/peerglass.js"]]) {
  test(`the fallback stays when ${name} does not come`, async (t) => {
    const lost = await openSite();
    t.after(() => lost.close());
    lost.file(path, "nothing", { status: 404, type: "text/plain" });
    const page = await visit(browser, lost.page("/failure", `<peer-glass id="w" src="${DATA}">${FALLBACK}</peer-glass>`));
    const heard = await hear(page);
    await fellBack(page, heard);
    assert.equal(heard.detail.kind, "engine");
    assert.deepEqual(page.complaints.filter((line) => !NOT_FOUND.test(line)), []);
    await page.context().close();
  });
}

test("without its style sheet the answer is still there", async (t) => {
  const lost = await openSite();
  t.after(() => lost.close());
  lost.file("/peerglass/peer-glass.css", "nothing", { status: 404, type: "text/plain" });
  const page = await visit(browser, lost.page("/failure", `<peer-glass id="w" src="${DATA}">${FALLBACK}</peer-glass>`));
  assert.equal((await hear(page)).type, "peer-glass-ready");
  assert.ok(await headline(page));
  await page.context().close();
});

test("without the script for keys and pointer another area can be chosen, and the focus stays on the choice", async (t) => {
  const lost = await openSite();
  t.after(() => lost.close());
  lost.file("/peerglass/peer-glass-reader.js", "nothing", { status: 404, type: "text/plain" });
  const page = await visit(browser, lost.page("/failure", `<peer-glass id="w" src="${DATA}">${FALLBACK}</peer-glass>`));
  await hear(page);
  const before = await headline(page);
  await page.focus("#w >> css=#pg-area");
  await page.keyboard.press("ArrowDown");
  await hear(page, "w", { types: ["change"] });
  assert.notEqual(await headline(page), before);
  assert.equal(await page.evaluate(() => window.shadow().activeElement?.id), "pg-area");
  assert.deepEqual(page.complaints.filter((line) => !NOT_FOUND.test(line)), []);
  await page.context().close();
});

for (const [name, attributes, message] of [
  ["area", 'area="Wessmeer"', /Wessmeer.*did you mean.*Wessmere/i],
  ["indicator", 'indicator="Adults who smok"', /Adults who smok/],
  ["period", 'period="1923"', /1923/],
]) {
  test(`of an unknown ${name} it says so, offers what is near and shows what it can`, async (t) => {
    const { page, type } = await open(t, `src="${DATA}" ${attributes}`);
    assert.equal(type, "peer-glass-ready");
    assert.ok(await headline(page));
    const said = await page.evaluate(() => window.shadow().querySelector(".pg-notices").textContent);
    assert.match(said, message);
  });
}

test("of an unknown attribute or view it asks whether another was meant, and uses the default", async (t) => {
  const { page, type } = await open(t, `src="${DATA}" area="E10000901" perid="2023" view="trendy" data-own="1" aria-label="ours" _ngcontent-x="" v-on:click="" @click="1" draggable="false"`);
  assert.equal(type, "peer-glass-ready");
  const notices = await page.evaluate(() => window.widget().results().notices.map(({ message, hint }) => `${message} ${hint}`));
  assert.equal(notices.length, 2, notices.join("\n"));
  assert.match(notices.join(), /perid.*Did you mean “?period/);
  assert.match(notices.join(), /trendy/);
});

test("one bad row among thousands is a problem with its line, and the rest is shown", async (t) => {
  const rows = Array.from({ length: 4000 }, (_, at) => row(at));
  rows[2499] = row(2499).replace(",2023,14,", ",2023,fourteen,");
  site.file("/bad.csv", HEAD + rows.join(""));
  const { page, type } = await open(t, 'src="/bad.csv" area="E10001000"');
  assert.equal(type, "peer-glass-ready");
  const { problems, results } = await page.evaluate(() => window.widget().results());
  assert.equal(results.length >= 3999, true);
  assert.deepEqual(problems.map(({ line, times }) => [line, times]), [[2501, 1]]);
  assert.match(problems[0].message, /fourteen/);
});

test("put right, the widget comes back; put wrong again, so does the fallback", async (t) => {
  site.file("/bad.csv", "");
  const { page, ...heard } = await open(t, 'src="/bad.csv" area="E10000901"', [NOT_FOUND]);
  await fellBack(page, heard);
  const set = (value) => page.evaluate((value) => window.widget().setAttribute("src", value), value);
  await set(DATA);
  assert.equal((await hear(page, "w", { types: ["ready"] })).type, "peer-glass-ready");
  assert.ok(await headline(page));
  assert.equal(await quietly(page), "");
  assert.ok(!(await page.locator("#fallback").isVisible()));
  await set("/nothing.csv");
  await fellBack(page, await hear(page, "w", { types: ["error"], count: 2 }));
  await set(DATA);
  await hear(page, "w", { types: ["change"] });
  assert.ok(await headline(page));
});

test("one widget's failure is its own", async (t) => {
  const page = await visit(browser, site.page("/two", `<peer-glass id="bad" src="/nothing.csv">${FALLBACK}</peer-glass><peer-glass id="w" src="${DATA}"></peer-glass>`));
  t.after(() => page.context().close());
  assert.equal((await hear(page, "bad")).type, "peer-glass-error");
  assert.equal((await hear(page)).type, "peer-glass-ready");
  assert.deepEqual(page.complaints.filter((line) => !NOT_FOUND.test(line)), []);
});
