// What the configurator gives away: snippets that can be read back, and a zip that others open.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";

import { build } from "esbuild";

import { ATTRIBUTES } from "../../www/configure/snippets.js";
import { contents, engineOf, fitsAttributes, hashOf, readSnippet, snippets } from "../../www/configure/output.js";

const project = fileURLToPath(new URL("../../", import.meta.url));

const record = JSON.parse(await readFile(join(project, "pkg/build.json"), "utf8"));
const CONFIG = { src: "/data/smoking.csv", area: "E10000017", name: "the share of adults who smoke", source: "Yearly survey of health", licence: "Open Government Licence v3.0" };
const COMPLEX = { ...CONFIG, schema: "1", provisional: ["2024/25"], "spoken-names": { E09000001: "the City of London" } };
const ROUTES = ["element", "embed", "iframe", "static"];

// ---- snippets

test("the snippets are those of the guide", async () => {
  const made = snippets({ ...CONFIG, name: "adults who smoke" }, { base: "/peerglass/", static: "<p>What stands here is shown until the figure is ready.</p>" });
  assert.equal(made.element.once, '<script type="module" src="/peerglass/peer-glass.js"></script>');
  assert.match(made.element.figure, /^<peer-glass src="\/data\/smoking\.csv" area="E10000017" .*licence="Open Government Licence v3\.0"><p>What stands here is shown until the figure is ready\.<\/p><\/peer-glass>$/);
  assert.match(made.embed.html, /^<script src="\/peerglass\/embed\.js" data-src="\/data\/smoking\.csv" data-area="E10000017" .* async><\/script>$/);
  assert.match(made.iframe.figure, /^<iframe src="\/peerglass\/frame\.html\?src=\/data\/smoking\.csv&amp;area=E10000017&amp;name=adults%20who%20smoke&amp;[^"]*" title="Adults who smoke, compared with places like ours" width="100%" height="900" frameborder="0" loading="lazy"><\/iframe>\n<p><a href="\/data\/smoking\.csv">The figures as a file<\/a><\/p>$/);
  assert.match(made.static.html, /<p>What stands here/);
  for (const route of ROUTES) assert.deepEqual([made[route].config, made[route].missing, made[route].notes], [undefined, [], []], route);
});

test("what the figure may not do without is missed: no snippet without source and licence", () => {
  for (const [config, missing] of [[{ src: "/a.csv" }, ["source", "licence"]], [{ ...CONFIG, licence: "" }, ["licence"]], [{ ...CONFIG, source: { en: "" } }, ["source"]]]) {
    for (const snippet of Object.values(snippets(config, { base: "/peerglass/" }))) {
      assert.deepEqual([snippet.html, snippet.once, snippet.figure, snippet.missing], ["", "", "", missing]);
    }
  }
});

test("what attributes cannot hold stands in a config file beside the data, its addresses as seen from there", () => {
  assert.ok(fitsAttributes(CONFIG) && fitsAttributes({ ...CONFIG, schema: 1 }) && !fitsAttributes(COMPLEX) && !fitsAttributes({ ...CONFIG, name: { en: "a", cy: "b" } }) && !fitsAttributes({ ...CONFIG, schema: "2" }));
  const made = snippets({ ...COMPLEX, src: "data/smoking.csv ../shared/more.csv", address: "smoking" }, { base: "/peerglass" });
  assert.match(made.element.figure, /^<peer-glass config="data\/view\.json" address="smoking">/);
  assert.match(made.element.once, /peer-glass-address\.js/);
  assert.deepEqual(made.element.config.address, "data/view.json");
  assert.equal(JSON.parse(made.element.config.text).src, "smoking.csv ../../shared/more.csv");
  assert.deepEqual(made.iframe.notes.map((note) => /from the root|of a reader|choices|Save the config/.test(note)), [true, true, true]);
});

test("with the hashes of build.json, every script that the first answer runs is checked, and the data", async () => {
  const bytes = await readFile(join(project, "tests/cases/clearly-higher/smoking.csv"));
  const hash = `sha256-${createHash("sha256").update(bytes).digest("base64")}`;
  assert.equal(await hashOf(bytes), hash);
  const choices = { base: "/peerglass/", hashes: record.files, dataHashes: { "/data/smoking.csv": hash } };
  const integrity = (name) => record.files[name].integrity;
  const made = snippets(CONFIG, choices);
  assert.ok(made.element.html.startsWith(`<link rel="modulepreload" href="/peerglass/peerglass.js" integrity="${integrity("peerglass.js")}">\n<script type="module" src="/peerglass/peer-glass.js" integrity="${integrity("peer-glass.js")}"></script>\n`));
  assert.ok(made.element.html.includes(`src="/data/smoking.csv#${hash}"`));
  assert.ok(made.embed.html.includes(`embed.js" integrity="${integrity("embed.js")}"`) && made.embed.once.includes(integrity("peer-glass.js")));
  assert.ok(!made.element.html.includes("crossorigin"));
  for (const tag of snippets(CONFIG, { ...choices, base: "https://cdn.example/p/" }).embed.html.match(/<(link|script)[^>]*>/g)) assert.match(tag, /crossorigin="anonymous"/);
  const whole = snippets({ ...CONFIG, view: "funnel", lang: "cy" }, choices).element.once;
  assert.ok(whole.includes(integrity("peerglass-whole-cy.js")));
  // A hash of the config file, and of the data that stand in it.
  const complex = snippets(COMPLEX, { ...choices, dataHashes: { ...choices.dataHashes, "/data/view.json": "sha256-abc=" } }).element;
  assert.ok(complex.html.includes('config="/data/view.json#sha256-abc="') && complex.config.text.includes(hash));
  assert.deepEqual(readSnippet(complex.html, { "view.json": complex.config.text }).dataHashes, { ...choices.dataHashes, "/data/view.json": "sha256-abc=" });
});

test("the options that are attributes are those of the element", async () => {
  const source = await readFile(join(project, "www/peer-glass.js"), "utf8");
  const [, list] = /const ATTRIBUTES = \((.*?)\)\.split\(" "\)/s.exec(source);
  const own = [...list.matchAll(/"(.*)"/g)].map(([, names]) => names).join("").split(" ");
  assert.deepEqual([...ATTRIBUTES, "config"].sort(), own.sort());
});

test("the engine is the one that the element would fetch", async () => {
  // The element's own rule, taken from its source.
  const source = await readFile(join(project, "www/peer-glass.js"), "utf8");
  const [, rule] = /#needed\(config\) \{([\s\S]*?)const least/.exec(source);
  assert.ok(rule.includes('view === "trend" || views || picture === "svg" || likeness || show || peers === "parent"'));
  for (const [more, stem] of [[{}, "peerglass"], [{ view: "trend" }, "peerglass-more"], [{ views: "compare trend" }, "peerglass-more"], [{ show: ["pairs"] }, "peerglass-more"], [{ name: { en: "a", cy: "b" } }, "peerglass-more"], [{ peers: "parent" }, "peerglass-more"], [{ view: "profile" }, "peerglass-whole"], [{ lang: "cy" }, "peerglass-cy"]]) {
    assert.equal(engineOf({ ...CONFIG, ...more }), stem);
  }
});

// ---- there and back

/** The same numbers in every run. */
function* dice(seed) {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}
const TEXTS = ["Wessmere & Vale", '“quoted” "straight" \'single\'', "<script>alert(1)</script>", "--> <!-- peerglass {} -->", "a=b&c=d&amp;e;f?g#h", "Môr, Llŷn — 100 %", "line\nbreak", "  spaces  ", "%20+%2B", "{\"en\":1}", "日本", "back\\slash \\u003c"];
const ADDRESSES = ["/data/smoking.csv", "data/smoking.csv", "../a/b.csv?itok=a&b=c", "https://data.example.gov.uk/x.csv", "/data/one.csv two.csv"];
const PLAIN = ["view", "views", "indicator", "series", "area", "period", "peers", "benchmark", "order", "name", "unit", "polarity", "basis", "groups", "publisher", "next-update", "lang", "theme", "address", "multiplier"];
const STRUCTURED = { provisional: ["2024/25"], likeness: ["90366", "a --> b"], breaks: { 2019: "<b>why</b>" }, board: { title: "x", draft: true }, name: { en: "a", cy: "b & c" }, priorities: [{ indicator: "Homes", partners: [{ name: "A", link: "https://a.example/?b&c" }] }] };

function someConfig(next) {
  const pick = (list) => list[Math.floor(next() * list.length)];
  const config = { src: pick(ADDRESSES), source: pick(TEXTS), licence: pick(TEXTS) };
  if (next() < 0.3) config.neighbours = pick(ADDRESSES);
  for (const name of PLAIN) if (next() < 0.3) config[name] = pick(TEXTS);
  if (next() < 0.5) for (const [name, value] of Object.entries(STRUCTURED)) if (next() < 0.4) config[name] = value;
  return config;
}

test("a config made into a snippet of any route is read back as it was", () => {
  const source = dice(20261122);
  const next = () => source.next().value;
  let inFiles = 0;
  for (let round = 0; round < 400; round += 1) {
    const config = someConfig(next);
    const hashes = next() < 0.5 ? record.files : undefined;
    const dataHashes = next() < 0.5 ? Object.fromEntries(String(config.src).split(" ").map((address) => [address, "sha256-n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg="])) : undefined;
    const base = ["/peerglass/", "peerglass", "https://cdn.example/p_0/"][Math.floor(next() * 3)];
    for (const [route, { html, config: file }] of Object.entries(snippets(config, { base, hashes, dataHashes, static: "<p>It’s &amp; here</p>" }))) {
      const page = `<!doctype html><title>x</title>\n<script src="other.js"></script>${html}\n<p>after</p>`;
      const back = readSnippet(page, file && { [file.address]: file.text });
      assert.deepEqual(back?.config, config, `${route}\n${html}\n${file?.text}`);
      assert.equal(back.route, route);
      if (route !== "static") {
        assert.deepEqual(back.dataHashes, dataHashes ?? {});
        assert.equal(back.base, base.endsWith("/") ? base : `${base}/`);
      }
      if (file) {
        inFiles += 1;
        assert.deepEqual([readSnippet(html).config, readSnippet(html).configAddress], [undefined, file.address], "the file is still wanted");
      }
    }
    assert.deepEqual(readSnippet(JSON.stringify(config, null, 1)), { route: "config", base: undefined, configAddress: undefined, config, dataHashes: {} });
  }
  assert.ok(inFiles > 200);
});

test("no text of a publisher's leaves its place in a snippet", () => {
  for (const text of TEXTS) {
    const config = { ...CONFIG, name: text, source: text, publisher: text, src: `/data/${encodeURIComponent(text)}.csv` };
    for (const [route, { html }] of Object.entries(snippets(config, { base: "/peerglass/", static: "static" }))) {
      const tags = html.match(/<\/?[a-z!][^\s>]*/gi);
      const expected = { element: ["<script", "</script", "<peer-glass", "<p", "<a", "</a", "</p", "</peer-glass"], embed: ["<script", "</script"], iframe: ["<script", "</script", "<iframe", "</iframe", "<p", "<a", "</a", "</p"], static: ["<!--"] };
      if (route === "element") expected.element = ["<script", "</script", "<peer-glass", "</peer-glass"];
      assert.deepEqual(tags, expected[route], html);
      assert.equal(html.split("-->").length, route === "static" ? 2 : 1, html);
    }
  }
});

test("what people paste is understood, and what is none of ours is not", () => {
  const read = (text, files) => readSnippet(text, files);
  assert.deepEqual(read("<PEER-GLASS SRC='/a.csv' area=E1 view=trend></PEER-GLASS>").config, { src: "/a.csv", area: "E1", view: "trend" });
  assert.deepEqual(read('<peer-glass class="wide" id="w" src="/a.csv" name="A &#8220;b&#x201D; &lt;c&gt;"/>').config, { src: "/a.csv", name: "A “b” <c>" });
  assert.equal(read('<script src="../x/peer-glass.js?v=2"></script><peer-glass src="/a.csv"></peer-glass>').base, "../x/");
  assert.deepEqual(read('<iframe src="/p/frame.html?src=/a.csv&area=E1&nonsense=1"></iframe>').config, { src: "/a.csv", area: "E1" });
  assert.deepEqual(read('\uFEFF{"src": "a.csv#sha256-n4bQ="}'), { route: "config", base: undefined, configAddress: undefined, config: { src: "a.csv" }, dataHashes: { "a.csv": "sha256-n4bQ=" } });
  assert.deepEqual(read('<peer-glass config="view.json" area="E2"></peer-glass>', { "view.json": '{"src":"a.csv","area":"E1"}' }).config, { src: "a.csv", area: "E2" }, "the tag goes before the file");
  for (const text of ["", "Some words", "[1]", "3", "<p>A page</p>", '<script src="/other/embedded.js"></script>', '<iframe src="https://www.youtube.com/embed/x"></iframe>', undefined]) assert.equal(read(text), undefined, text);
});

// ---- the zip

let folder, bundle;

before(async () => {
  // As the build bundles it: the one library comes from npm.
  const made = await build({ entryPoints: [join(project, "www/configure/output.js")], bundle: true, format: "esm", write: false, nodePaths: [join(project, "tests/web/node_modules")] });
  folder = await mkdtemp(join(tmpdir(), "peerglass-"));
  await writeFile(join(folder, "output.mjs"), made.outputFiles[0].contents);
  ({ bundle } = await import(pathToFileURL(join(folder, "output.mjs")).href));
});

after(() => rm(folder, { recursive: true }));

const run = promisify(execFile);

/** Whether a program is here; if so, it opens the zip, and what it says is looked at. */
async function opens(program, options, look) {
  try {
    look(await run(program, options));
    return true;
  } catch (error) {
    if (error.code === "ENOENT" && error.syscall?.startsWith("spawn")) return false;
    throw error;
  }
}

const PKG = Object.fromEntries(await Promise.all(["peer-glass.js", "peerglass.js", "peerglass_bg.wasm", "peer-glass.css", "frame.html", "LICENSE"].map(async (name) => [name, new Uint8Array(await readFile(join(project, "pkg", name)))])));

test("the zip holds the folder, the data, the config, a page and what to do with them", async () => {
  const files = contents({ ...COMPLEX, neighbours: "https://data.example/n/like.csv" }, { base: "/peerglass/", version: "0.1.0", pkg: PKG, data: { "/data/smoking.csv": "a,b\n1,2\n", "https://data.example/n/like.csv": "x" }, static: "<p>Text</p>" });
  assert.deepEqual(Object.keys(files).sort(), ["README.txt", "data/smoking.csv", "data/view.json", "index.html", "n/like.csv", ...Object.keys(PKG).map((name) => `peerglass/${name}`)].sort());
  const text = (name) => new TextDecoder().decode(files[name]);
  assert.deepEqual(readSnippet(text("index.html"), { "view.json": text("data/view.json") }).config, { ...COMPLEX, neighbours: "https://data.example/n/like.csv" });
  assert.ok(!/<script(?![^>]*src=)|<style|style=|\son\w+=/i.test(text("index.html")), "nothing inline");
  for (const words of ["Peerglass 0.1.0", "the folder peerglass/", "/peerglass/peer-glass.js", "/data/smoking.csv   (here: data/smoking.csv)", "/data/view.json   (here: data/view.json)", "index.html"]) assert.ok(text("README.txt").includes(words), words);
});

test("the zip opens elsewhere, byte for byte, and no path leads out of it", async (t) => {
  const config = { ...CONFIG, src: "../../data/smoking.csv" };
  const files = contents(config, { base: "/sites/default/files/peerglass/", version: "0.1.0", pkg: PKG, data: { "../../data/smoking.csv": "área,b\n", "/data/a b.csv?x=1": "2" } });
  for (const name of Object.keys(files)) assert.ok(!/^\/|(^|\/)\.\.?\/|\\|[?#]/.test(name), name);
  const date = new Date(2026, 10, 22, 12, 0, 0);
  const zip = await bundle(files, date);
  assert.deepEqual(zip, await bundle(files, date), "the same files, the same zip");
  const path = join(folder, "site.zip");
  await writeFile(path, zip);
  const expected = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, [createHash("sha256").update(bytes).digest("hex"), [2026, 11, 22, 12, 0, 0]]]));
  const program = "import json, sys, zipfile, hashlib; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print(json.dumps({i.filename: [hashlib.sha256(z.read(i)).hexdigest(), list(i.date_time)] for i in z.infolist()}))";
  const opened = [
    await opens("python3", ["-c", program, path], ({ stdout }) => assert.deepEqual(JSON.parse(stdout), expected)),
    await opens("unzip", ["-t", path], ({ stdout }) => assert.match(stdout, /No errors detected/)),
  ];
  if (opened.includes(false)) t.diagnostic("python3 or unzip is not here: the zip was opened by the other alone");
  assert.ok(opened.includes(true), "neither python3 nor unzip is here to open the zip");
});
