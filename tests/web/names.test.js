// Names that stand in two places are the same in both: attributes, and the public types beside what there really is.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";

import ts from "typescript";

import { cases, render } from "./native.mjs";
import { project } from "./server.mjs";

const read = (path) => readFileSync(join(project, path), "utf8");
const types = (file) => join(project, "www", `${file}.d.ts`);

test("the element's attributes are the options of the config", () => {
  const keys = [...read("src/config/key.rs").matchAll(/^ {4}\w+ = "([\w-]+)",$/gm)].map(([, name]) => name);
  const [, list] = read("www/peer-glass.js").match(/const ATTRIBUTES = \[(.*?)\]/s);
  const attributes = [...list.matchAll(/"([\w-]+)"/g)].map(([, name]) => name);
  assert.ok(keys.length > 20);
  assert.deepEqual(attributes.toSorted(), keys.toSorted());
});

const options = { strict: true, noEmit: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022, moduleResolution: ts.ModuleResolutionKind.Bundler, lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"], types: [] };

/** What the compiler has against a page's script that uses the types. */
function faults(source) {
  const name = join(project, "tests/web/use.ts");
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.getSourceFile = (file, ...more) => (file === name ? ts.createSourceFile(file, source, ts.ScriptTarget.ES2022) : getSourceFile.call(host, file, ...more));
  host.fileExists = (file) => file === name || fileExists.call(host, file);
  host.readFile = (file) => (file === name ? source : readFile.call(host, file));
  const program = ts.createProgram([name], options, host);
  const said = ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
  return [...new Set(said)];
}

const ELEMENT = 'from "../../www/peer-glass.js"';
const ENGINE = 'from "../../www/peerglass-whole.js"';

test("a page's script compiles with the public types", () => {
  assert.deepEqual(faults(`
    import type { AnswerDetail, DownloadKind, PeerGlass } ${ELEMENT};
    import load, { Data } ${ENGINE};
    const element: PeerGlass = document.createElement("peer-glass");
    element.addEventListener("peer-glass-ready", (event) => { const said: string = event.detail.headline; });
    document.addEventListener("peer-glass-error", ({ detail }) => console.warn(detail.kind, detail.message));
    element.files = (document.querySelector("input") as HTMLInputElement).files ?? undefined;
    const kind: DownloadKind = "png";
    const bytes: Promise<Blob> = element.download(kind);
    const worse = element.results()?.results.filter(({ test }) => test?.judgement === "worse").length;
    await load({ module_or_path: "/peerglass/peerglass-whole_bg.wasm" });
    const data = new Data();
    data.begin("a.csv"); data.push(new Uint8Array(2)); data.end(); data.finish();
    const figure = data.figure({ area: "E1" }, undefined, "en");
    const text: string = figure.refused ? figure.notices() : figure.csv();
    figure.free(); data.free();
    export {};
  `), []);
});

test("the types refuse what is not there", () => {
  const wrong = faults(`
    import {} ${ELEMENT};
    const element = document.createElement("peer-glass");
    element.download("pdf");
    element.results().headline;
    element.area = "E1";
    export {};
  `);
  assert.equal(wrong.length, 3, wrong.join("\n"));
});

/** The type of a row, by what is asked and, of a gap, by what is shown of it. */
function rowType({ choices: { view }, results: [row] }) {
  if (view === "gap" && row && "againstGroup" in row) return "GapPeriodResult";
  return { compare: "Result", gap: "Result", trend: "PeriodResult", process: "ProcessResult", funnel: "FunnelResult", profile: "PriorityResult" }[view];
}

test("every answer of every case is as the types declare it, no key more and none less", () => {
  const answers = cases.map(({ name }) => render(name, "json").text).filter(Boolean);
  assert.ok(answers.length > 30);
  const rows = answers.map((answer) => rowType(JSON.parse(answer)));
  const all = [...new Set(rows)];
  assert.equal(all.length, 6, `a case of every view: ${all}`);
  const typed = answers.map((answer, at) => `export const a${at}: Results<${rows[at]}> = ${answer};`);
  assert.deepEqual(faults(`import type { Results, ${all} } ${ELEMENT};\n${typed.join("\n")}`), []);
});

let first, more, whole, author, element;

before(async () => {
  [first, more, whole, author] = await Promise.all(["peerglass", "peerglass-more", "peerglass-whole", "peerglass-author"].map((name) => import(join(project, `pkg/${name}.js`))));
  // Enough of a page to define the element.
  const registry = new Map();
  Object.assign(globalThis, { HTMLElement: class {}, customElements: { get: (name) => registry.get(name), define: (name, made) => registry.set(name, made) } });
  ({ PeerGlass: element } = await import(join(project, "pkg/peer-glass.js")));
});

test("the classes have what their types declare, and nothing public besides", () => {
  const program = ts.createProgram(["peer-glass", "peerglass", "peerglass-more", "peerglass-whole", "peerglass-author"].map(types), options);
  const checker = program.getTypeChecker();
  const inherited = new Set(checker.getDeclaredTypeOfSymbol(checker.resolveName("HTMLElement", undefined, ts.SymbolFlags.Interface, false)).getProperties().map(({ name }) => name));
  const callbacks = ["connectedCallback", "disconnectedCallback", "attributeChangedCallback"];
  for (const [file, name, { prototype }] of [
    ["peerglass", "Data", first.Data],
    ["peerglass", "Figure", first.Figure],
    ["peerglass-more", "Data", more.Data],
    ["peerglass-more", "Figure", more.Figure],
    ["peerglass-whole", "Data", whole.Data],
    ["peerglass-whole", "Figure", whole.Figure],
    ["peerglass-author", "Data", author.Data],
    ["peerglass-author", "Figure", author.Figure],
    ["peer-glass", "PeerGlass", element],
  ]) {
    const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(types(file))));
    const declared = checker.getDeclaredTypeOfSymbol(exported.find((symbol) => symbol.name === name)).getProperties();
    const own = declared.map((property) => property.name).filter((key) => name !== "PeerGlass" || !inherited.has(key));
    const there = Object.getOwnPropertyNames(prototype).filter((key) => key !== "constructor" && !key.startsWith("__") && !callbacks.includes(key));
    assert.deepEqual(own.toSorted(), there.toSorted(), `${file}: ${name}`);
  }
});
