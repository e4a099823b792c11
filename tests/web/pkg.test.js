// What is committed in pkg/ loads in a browser under the strict policy, and is what its record says.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { launch, visit } from "./browser.mjs";
import { openSite, project } from "./server.mjs";

const record = JSON.parse(await readFile(join(project, "pkg/build.json"), "utf8"));

let site, browser, page;

before(async () => {
  [site, browser] = await Promise.all([openSite(), launch()]);
  page = await visit(browser, site.page("/empty", ""));
});

after(async () => {
  await browser?.close();
  await site?.close();
});

for (const name of Object.keys(record.files).filter((file) => file.endsWith("_bg.wasm")).map((file) => file.slice(0, -"_bg.wasm".length))) {
  test(`${name} loads and is the version that the record names`, async () => {
    const version = await page.evaluate(async (name) => {
      const engine = await import(`/peerglass/${name}.js`);
      await engine.default({ module_or_path: `/peerglass/${name}_bg.wasm` });
      return engine.version();
    }, name);
    assert.equal(version, record.version);
  });
}

test("every script, style sheet and wasm is what its integrity value says", async () => {
  for (const [name, { brotli, bytes, integrity }] of Object.entries(record.files)) {
    if (brotli === undefined) continue;
    const length = await page.evaluate(async ([name, integrity]) => {
      return (await (await fetch(`/peerglass/${name}`, { integrity })).arrayBuffer()).byteLength;
    }, [name, integrity]);
    assert.equal(length, bytes, name);
  }
  assert.deepEqual(page.complaints, []);
});
