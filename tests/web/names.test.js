// Names that stand in two places are the same in both: attributes, and the public types beside what there really is.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";

import ts from "typescript";

import { cases, render } from "./native.mjs";
import { typesOf } from "./option-types.mjs";
import { project } from "./server.mjs";

const read = (path) => readFileSync(join(project, path), "utf8");
const types = (file) => join(project, "www", `${file}.d.ts`);

test("the element's attributes are the options of the config", () => {
  const keys = [...read("src/config/key.rs").matchAll(/^ {4}\w+ = "([\w-]+)",$/gm)].map(([, name]) => name);
  const [, list] = read("www/peer-glass.js").match(/const ATTRIBUTES = \((.*?)\)\.split\(" "\)/s);
  const attributes = [...list.matchAll(/"(.*)"/g)].map(([, names]) => names).join("").split(" ");
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
    await element.copy("picture");
    const worse = element.results()?.results.filter(({ test }) => test?.judgement === "worse").length;
    await load({ module_or_path: "/peerglass/peerglass-whole_bg.wasm" });
    const data = new Data();
    data.begin("a.csv"); data.push(new Uint8Array(2)); data.end(); data.finish();
    const figure = data.figure({ area: "E1", theme: "dark" }, { name: { en: "a share", cy: "cyfran" } }, "en");
    figure.stamp("2026-07-28", "smoking.csv");
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
    element.copy("pdf");
    element.results().headline;
    element.area = "E1";
    export {};
  `);
  assert.equal(wrong.length, 4, wrong.join("\n"));
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

test("the types of the options are what the published schema makes", () => {
  assert.equal(read("www/peerglass-options.d.ts"), typesOf(JSON.parse(read("pkg/peerglass.schema.json"))), "run node tests/web/option-types.mjs");
});

const OPTIONS = 'from "../../www/peerglass-options.js"';

test("the config of every case is as the types of the options say", () => {
  // It names a word that is none, to show the notice that it gets.
  const sound = cases.filter(({ name }) => name !== "process-long-names");
  const typed = sound.map(({ name }, at) => `export const c${at}: Options = ${read(`tests/cases/${name}/config.json`)};`);
  assert.deepEqual(faults(`import type { Options } ${OPTIONS};\n${typed.join("\n")}`), []);
});

test("the types of the options refuse what is none of them", () => {
  for (const wrong of ['{ areas: "E1" }', '{ polarity: "low-is-goodd" }', '{ show: ["league"] }', '{ columns: { hue: "Colour" } }', '{ name: { fr: "a" } }', '{ priorities: [{ indicator: "1", kind: "local" }] }']) {
    assert.equal(faults(`import type { Options } ${OPTIONS};\nexport const c: Options = ${wrong};`).length, 1, wrong);
  }
});

test("the manifest of the element names its attributes, methods, properties and events, and no others", () => {
  const manifest = JSON.parse(read("www/custom-elements.json"));
  const [{ path, declarations: [declared], exports }] = manifest.modules;
  assert.equal(JSON.parse(read("src/bin/bundle/package.template.json")).customElements, "./custom-elements.json");
  assert.deepEqual([path, declared.tagName, declared.customElement, declared.name], ["peer-glass.js", "peer-glass", true, "PeerGlass"]);
  const names = (list) => list.map(({ name }) => name).toSorted();
  assert.deepEqual(names(declared.attributes), element.observedAttributes.toSorted());
  const source = read("src/config/key.rs");
  for (const { name, description } of declared.attributes) assert.ok(source.includes(`/// ${description}\n`) && source.includes(`= "${name}",`), name);
  const callbacks = ["constructor", "connectedCallback", "disconnectedCallback", "attributeChangedCallback"];
  const own = Object.entries(Object.getOwnPropertyDescriptors(element.prototype)).filter(([name]) => !callbacks.includes(name));
  const of = (kind) => names(declared.members.filter((member) => member.kind === kind));
  assert.deepEqual(of("method"), own.filter(([, { value }]) => value).map(([name]) => name).toSorted());
  assert.deepEqual(of("field"), own.filter(([, { value }]) => !value).map(([name]) => name).toSorted());
  assert.deepEqual(names(declared.events), [...new Set([...read("www/peer-glass.js").matchAll(/#emit\("([\w-]+)"/g)].map(([, name]) => name))].toSorted());
  const roles = [...read("www/peer-glass-theme.js").match(/ROLES = \[(.*?), \.\.\.|LEAST = \{(.*?)\}/gs).join().matchAll(/"(\w+)"|(\w+): (?:TEXT|EDGE)/g)].map(([, quoted, key]) => quoted ?? key);
  assert.deepEqual(names(declared.cssProperties), roles.map((role) => `--peerglass-${role}`).toSorted());
  const parts = [...read("src/html/parts.rs").match(/const PARTS.*?\];/s)[0].matchAll(/\("(\w+)", /g)].map(([, name]) => name);
  assert.deepEqual(names(declared.cssParts), [...new Set(parts)].toSorted());
  const options = read("www/docs/options.md");
  for (const { name } of [...declared.cssProperties, ...declared.cssParts]) assert.ok(options.includes(`\`${name}\``), name);
  assert.deepEqual(exports.map(({ kind, name }) => [kind, name]), [["js", "PeerGlass"], ["custom-element-definition", "peer-glass"]]);
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
