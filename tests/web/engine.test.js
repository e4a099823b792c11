// The package as its users have it: by its name, in Node without a page, and under the compiler of TypeScript.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { before, test } from "node:test";

import ts from "typescript";

import { render } from "./native.mjs";
import { project } from "./server.mjs";

const NAME = "trend-break";
let folder;

before(() => {
  folder = mkdtempSync(join(tmpdir(), "peerglass-"));
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(join(project, "pkg"), join(folder, "node_modules/peerglass"), "dir");
  writeFileSync(join(folder, "package.json"), '{ "type": "module", "private": true }');
});

/** The example of developers.md, with the case's own files. */
function example() {
  const page = readFileSync(join(project, "www/docs/developers.md"), "utf8");
  const [, script] = page.match(/```js\n(\/\/ answer\.mjs\n.*?)```/s);
  const config = readFileSync(join(project, "tests/cases", NAME, "config.json"), "utf8");
  writeFileSync(join(folder, "view.json"), config);
  writeFileSync(join(folder, "smoking.csv"), readFileSync(join(project, "tests/cases", NAME, JSON.parse(config).src)));
  writeFileSync(join(folder, "answer.mjs"), script);
}

test("the engine answers in Node, as in the documentation, what the tool answers", () => {
  example();
  const { status, stdout, stderr } = spawnSync(process.execPath, ["answer.mjs"], { cwd: folder, encoding: "utf8" });
  assert.equal(status, 0, stderr);
  assert.deepEqual(JSON.parse(stdout), JSON.parse(render(NAME, "json").text));
});

test("the types are found by the package's name, for Node and for bundlers", () => {
  const source = `
    import type { AnswerDetail, Options, PeerGlass, Results } from "peerglass";
    import load, { Data, version, type Figure } from "peerglass/engine";
    import { Data as More } from "peerglass/engine-more";
    import { Data as First } from "peerglass/engine-first";
    const options: Options = { area: "E10000901", view: "trend" };
    await load({ module_or_path: new Uint8Array() });
    const data = new Data(options);
    const figure: Figure = data.figure(options, undefined, "cy");
    const results: Results | undefined = figure.results();
    const words: string | undefined = results?.headline.text;
    const bare = [More, First, version(), words] as unknown[];
    export type Heard = CustomEvent<AnswerDetail> | PeerGlass;
    export { bare };
  `;
  writeFileSync(join(folder, "use.ts"), source);
  for (const [module, moduleResolution] of [[ts.ModuleKind.NodeNext, ts.ModuleResolutionKind.NodeNext], [ts.ModuleKind.ES2022, ts.ModuleResolutionKind.Bundler]]) {
    const program = ts.createProgram([join(folder, "use.ts")], { strict: true, noEmit: true, target: ts.ScriptTarget.ES2022, module, moduleResolution, lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"], types: [] });
    assert.deepEqual(ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")), []);
  }
});

test("npm would pack every file that a page or a compiler asks for", () => {
  const { stdout, stderr } = spawnSync("npm", ["pack", "--dry-run", "--json", "--offline"], { cwd: join(project, "pkg"), encoding: "utf8" });
  const [{ files }] = JSON.parse(stdout || stderr);
  const packed = new Set(files.map(({ path }) => path));
  const { files: built } = JSON.parse(readFileSync(join(project, "pkg/build.json"), "utf8"));
  for (const name of Object.keys(built)) assert.ok(packed.has(name), name);
  assert.ok(packed.has("build.json") && existsSync(join(project, "pkg/custom-elements.json")));
});
