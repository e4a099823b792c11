// The committed engines, without a page: what they write is byte for byte what the native build writes.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";

import { cases, ofEachView, render, spoken } from "./native.mjs";
import { project } from "./server.mjs";

const NAMES = ["peerglass", "peerglass-more", "peerglass-whole"];
let engines, plain;

async function load(name) {
  const engine = await import(join(project, `pkg/${name}.js`));
  await engine.default({ module_or_path: readFileSync(join(project, `pkg/${name}_bg.wasm`)) });
  return engine;
}

before(async () => {
  const each = (load) => Promise.all([NAMES, NAMES.map((name) => `${name}-cy`)].map((names) => Promise.all(names.map(load))));
  const [en, cy] = await each(load);
  engines = { en, cy };
  const [enPlain, cyPlain] = await each((name) => import(join(project, `pkg/${name}-plain.js`)));
  plain = { en: enPlain, cy: cyPlain };
});

const config = (name) => JSON.parse(readFileSync(join(project, "tests/cases", name, "config.json"), "utf8"));

const DAY = "2026-07-28";
const sources = (name) => `${config(name).src} ${config(name).neighbours ?? ""}`.trim().split(/\s+/);

/** The files of a case with their hashes, as a page gives them. */
const stamped = (name) => sources(name).map((source) => `${createHash("sha256").update(readFileSync(join(project, "tests/cases", name, source))).digest("hex")} ${source}`).join("\n");

/** The figure of a case, read as the page reads it but in pieces of an odd size. */
function figure(engine, name, day, language) {
  const folder = join(project, "tests/cases", name);
  const options = config(name);
  const data = new engine.Data(options);
  for (const source of sources(name)) {
    const bytes = readFileSync(join(folder, source));
    data.begin(source);
    for (let at = 0; at < bytes.length; at += 777) data.push(bytes.subarray(at, at + 777));
    data.end();
  }
  data.finish();
  // A board tells what is past its day: here the day that the tool is given below.
  return Object.assign(data.figure(day ? { today: day } : {}, options, language ?? options.lang ?? ""), { grouped: data.grouped });
}

/** The same on a day, with what its copies say of themselves. */
function onDay(engine, name, language) {
  const made = figure(engine, name, config(name).priorities && !config(name).today ? DAY : undefined, language);
  made.stamp(DAY, stamped(name));
  return made;
}

/** What an engine writes of a case is what the tool writes. */
function asTheTool(engine, name) {
  const made = figure(engine, name);
  assert.ok(!made.refused, made.notices());
  const { text, refusal } = render(name, "json");
  if (refusal) {
    for (const { message, hint } of made.results().notices) assert.ok(refusal.includes(`${message} ${hint}`), refusal);
    return;
  }
  assert.equal(JSON.stringify(spoken(made.results())), JSON.stringify(JSON.parse(text)), "results");
  assert.equal(made.receipts(), render(name, "receipt").text, "receipts");
  const dated = onDay(engine, name);
  const written = (format) => render(name, format, "--date", DAY).text;
  assert.equal(dated.csv(), written("csv"), "csv");
  assert.equal(dated.svg(720), written("svg"), "svg");
  const page = written("page");
  const here = dated.html(DAY).replace(/<ul class="pg-notice-list"><li>There is no .*?<\/ul>/, "");
  assert.equal(here, page.replace(/\n$/, ""), "page with sentence, picture and table");
  assert.ok(made.markup().includes(made.part("table")), "the same table in the page");
  made.free();
}

const WORDS = /<h4>[^<]*<\/h4><div class="pg-terms">.*?<\/div>/;
const COPYING = /<p class="pg-buttons" data-copied=.*?<\/p>/;

/** What two engines show of a case is the same; the first leaves it to the others to say what the words mean, and to copy. */
function asTheOther(one, other, { isFirst = false } = {}) {
  const markup = other.markup();
  if (isFirst) for (const later of [WORDS, COPYING]) assert.match(markup, later);
  assert.equal(one.markup(), isFirst ? markup.replace(WORDS, "").replace(COPYING, "") : markup, "markup");
  assert.deepEqual(one.results(), other.results(), "results");
  for (const width of [320, 720]) assert.deepEqual(one.layout(width, 1), other.layout(width, 1), "picture");
}

for (const { name } of cases) {
  test(name, () => {
    const { view = "compare", views, likeness, show, lang = "en" } = config(name);
    // A page in another language than these two gets the English one, which says so.
    const [first, more, whole] = engines[lang.startsWith("cy") ? "cy" : "en"];
    // Texts in pairs are not read by the first.
    const isPaired = /{"(en|cy)":/.test(JSON.stringify(config(name)));
    // Each engine that a page may get for this case: the first for no more than a comparison without groups.
    const makers = ["compare", "trend"].includes(view) ? [more, whole] : [whole];
    for (const engine of makers) asTheTool(engine, name);
    const [light, made] = [first, whole].map((engine) => figure(engine, name));
    if (view === "compare" && !views && !likeness && !show && !light.grouped && !isPaired && !render(name, "json").refusal) asTheOther(light, made, { isFirst: true });
    if (makers.includes(more)) {
      const middle = figure(more, name);
      asTheOther(middle, made);
      middle.free();
    }
    light.free();
    made.free();
  });
}

/** All that two engines make of a figure is the same. */
function asTheSame(one, other) {
  assert.deepEqual([one.refused, one.notices()], [other.refused, other.notices()], "notices");
  assert.equal(one.markup(), other.markup(), "markup");
  assert.deepEqual(one.results(), other.results(), "results");
  for (const width of [320, 720]) assert.deepEqual(one.layout(width, 1), other.layout(width, 1), "picture");
  for (const kind of ["csv", "receipts"]) assert.equal(one[kind]?.(), other[kind]?.(), kind);
  assert.equal(one.svg?.(720), other.svg?.(720), "svg");
}

for (const { name } of cases) {
  test(`${name}: in plain JavaScript`, () => {
    for (const language of ["en", "cy"]) {
      for (const [at, engine] of plain[language].entries()) {
        const [one, other] = [engine, engines[language][at]].map((engine) => figure(engine, name, undefined, language));
        asTheSame(one, other);
        one.free();
        other.free();
      }
    }
    const lang = config(name).lang ?? "en";
    asTheTool(plain[lang.startsWith("cy") ? "cy" : "en"][2], name);
  });
}

test("a file of 12 MB with figures of every size: in plain JavaScript, whose memory grows otherwise", () => {
  const sizes = ["1e308", "-1e308", "1e19", "-1e19", "4294967296", "2147483648.5", "-2147483649", "1e-320", "0.1", "99.95", "1e400", "7"];
  const row = (at) => `E${String(6000001 + (at % 300)).padStart(8, "0")},Place ${at % 300},Measure ${Math.floor(at / 3000)},${2000 + (Math.floor(at / 300) % 10)},${sizes[at % 12]},${sizes[(at * 5 + 1) % 12]},${sizes[(at * 7 + 2) % 12]},${at},${at * 3}\n`;
  const header = "area_code,area_name,indicator,period,value,lower,upper,count,denominator\n";
  const bytes = new TextEncoder().encode(header + Array.from({ length: 180_000 }, (_, at) => row(at)).join(""));
  assert.ok(bytes.length > 12e6);
  const read = (engine) => {
    const data = new engine.Data({});
    data.begin("large.csv");
    for (let at = 0; at < bytes.length; at += 65536) data.push(bytes.subarray(at, at + 65536));
    data.end();
    data.finish();
    return data;
  };
  const [one, other] = [plain.en[2], engines.en[2]].map(read);
  for (const view of ["compare", "trend", "funnel"]) {
    for (const [area, indicator] of [["E06000001", "Measure 0"], ["E06000200", "Measure 59"]]) {
      asTheSame(one.figure({ view, area, indicator }, {}, "en"), other.figure({ view, area, indicator }, {}, "en"));
    }
  }
});

for (const name of ofEachView) {
  test(`${name}: the Welsh engines say what the tool says in Welsh`, () => {
    for (const engine of engines.cy.slice(["compare", "trend"].includes(config(name).view ?? "compare") ? 1 : 2)) {
      const made = figure(engine, name, undefined, "cy");
      assert.equal(JSON.stringify(made.results()), JSON.stringify(JSON.parse(render(name, "json", "--lang", "cy").text)));
      assert.equal(onDay(engine, name, "cy").svg(720), render(name, "svg", "--lang", "cy", "--date", DAY).text);
      made.free();
    }
  });
}
