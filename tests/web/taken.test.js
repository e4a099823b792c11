// What is taken away works where it is put: the zip, laid out on a site, shows the same figure by each way, with every file
// checked by its hash; and what is read back from its page shows it again.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { contents, hashOf, readSnippet } from "../../www/configure/output.js";
import { launch, visit } from "./browser.mjs";
import { openSite, project, STRICT } from "./server.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const record = JSON.parse(await readFile(join(project, "pkg/build.json"), "utf8"));
const names = (await readdir(join(project, "pkg"))).filter((name) => record.files[name]);
const pkg = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await readFile(join(project, "pkg", name))])));
const smoking = await readFile(join(project, "tests/cases/clearly-higher/smoking.csv"));
const TYPES = { js: "text/javascript", css: "text/css", html: "text/html; charset=utf-8", wasm: "application/wasm", csv: "text/csv; charset=utf-8", json: "application/json" };
const PLAIN = { src: "/our/data/smoking.csv", area: "E10000901", name: 'the share of "adults" & <others> who smoke', source: "A yearly survey", licence: "Open Government Licence" };
const CONFIGS = { "attributes alone": PLAIN, "a config file": { ...PLAIN, "spoken-names": { E10000901: "the Vale of Wessmere" } } };

for (const [what, config] of Object.entries(CONFIGS)) {
  for (const route of ["element", "embed", "iframe"]) {
    test(`by ${route}, with ${what}, the zip laid out on a site shows the figure under the strict policy`, async (t) => {
      const site = await openSite();
      t.after(() => site.close());
      const given = { base: "/our/peerglass/", hashes: record.files, pkg, data: { [config.src]: smoking }, version: record.version, route, static: '<p id="fallback">The page’s own answer.</p>' };
      const dataHashes = { [config.src]: await hashOf(smoking) };
      const files = contents(config, { ...given, dataHashes });
      for (const [path, bytes] of Object.entries(files)) {
        site.file(`/${path}`, Buffer.from(bytes), { type: TYPES[path.split(".").at(-1)] ?? "text/plain", headers: path.endsWith(".html") ? { "content-security-policy": STRICT } : {} });
      }
      const page = await visit(browser);
      t.after(() => page.context().close());
      await page.goto(`${site.address}/index.html`, { timeout: 300000 });
      const place = route === "iframe" ? await (await page.waitForSelector("iframe")).contentFrame() : page;
      await place.waitForFunction(() => document.querySelector("peer-glass")?.results?.(), undefined, { timeout: 300000 });
      const headline = await place.evaluate(() => document.querySelector("peer-glass").results().headline.text);
      assert.match(headline, /"adults" & <others>/);
      assert.equal(/Vale of Wessmere/.test(headline), what === "a config file");
      assert.deepEqual(page.complaints.filter((line) => !/favicon|404/.test(line)), []);
      const text = (name) => new TextDecoder().decode(files[name]);
      const back = readSnippet(text("index.html"), { "view.json": files["our/data/view.json"] && text("our/data/view.json") });
      assert.deepEqual([back.config, back.base, back.dataHashes], [config, given.base, dataHashes]);
    });
  }
}

test("a flipped byte of the data leaves the static answer of the snippet", async (t) => {
  const site = await openSite();
  t.after(() => site.close());
  const altered = Buffer.from(smoking);
  altered[altered.length >> 1] ^= 1;
  const files = contents(PLAIN, { base: "/our/peerglass/", hashes: record.files, pkg, data: { [PLAIN.src]: altered }, dataHashes: { [PLAIN.src]: await hashOf(smoking) }, version: record.version, static: '<p id="fallback">The page’s own answer.</p>' });
  for (const [path, bytes] of Object.entries(files)) site.file(`/${path}`, Buffer.from(bytes), { type: TYPES[path.split(".").at(-1)] ?? "text/plain" });
  const page = await visit(browser, `${site.address}/index.html`);
  t.after(() => page.context().close());
  await page.waitForFunction(() => window.heard?.length > 0, undefined, { timeout: 300000 });
  assert.equal((await page.evaluate(() => window.heard))[0].type, "peer-glass-error");
  assert.ok(await page.locator("#fallback").isVisible());
});
