// The statement kit: its wording follows the config, and says nothing that the documentation does not.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { test } from "node:test";

import { statements } from "../../www/configure/statements.js";

const project = fileURLToPath(new URL("../../", import.meta.url));
const CONFIG = { src: "/data/smoking.csv", area: "E10000017", source: "Yearly survey of health", licence: "Open Government Licence v3.0" };
const FACTS = { version: "0.1.0", route: "element", page: "https://www.wessmere.example/health/smoking", base: "/peerglass/" };
const say = (config, facts) => {
  const { isDraft, statements: made } = statements({ ...CONFIG, ...config }, { ...FACTS, ...facts });
  return { isDraft, ...Object.fromEntries(made.map(({ id, text }) => [id, text])) };
};

// The part of the guide that a publisher pastes, one sentence a line, without the marks of its quotation.
const guide = await readFile(new URL("../../www/docs/accessibility.md", import.meta.url), "utf8");
const flat = (text) => text.replace(/(\s*\n>?)+\s*/g, " ").replace(/\*\*/g, "");
const quoted = flat(guide.slice(guide.indexOf("## To paste")));

test("what is said of accessibility, cookies and privacy is what the guide says, sentence for sentence", () => {
  const told = say({ address: "smoking", src: "https://data.example/a.csv" });
  const sentences = (text) => flat(text).split(/(?<=[.:]) (?=[A-Z“-])/).map((sentence) => sentence.replace(/^- /, "").trim());
  const own = [/^For the /, /^Your browser fetches these files/, /^- the program/, /^the program/, /^https:/];
  // These follow the config, where the guide has what holds without.
  const varied = ["The comparison is worked out in your browser, from published files.", "Nothing about you is sent to anybody."];
  for (const part of ["accessibility", "cookies", "privacy"]) {
    for (const sentence of sentences(told[part].split("\n\n").slice(1).join("\n\n"))) {
      if (own.some((form) => form.test(sentence)) || varied.includes(sentence)) continue;
      assert.ok(quoted.includes(sentence.replace("https://data.example", "[site]")), `${part}: ${sentence}`);
    }
  }
  // And nothing of the guide's known gaps is left out.
  for (const gap of quoted.match(/(?<=- )(Text that|Where a|Where many)[^-]*?(?= -|  ?If you)/g)) assert.ok(flat(told.accessibility).includes(gap.trim()), gap);
  assert.equal(quoted.match(/(?<=- )(Text that|Where a|Where many)/g).length, 3);
});

test("nobody has tried it, and it says so until the report does not", async () => {
  const report = await readFile(`${project}www/docs/conformance.md`, "utf8");
  assert.match(report, /Nobody has tried it with a screen reader/);
  assert.match(say().accessibility, /It has not been tried with a screen reader or with disabled people yet\./);
  assert.match(await readFile(`${project}www/docs/languages.md`, "utf8"), /Welsh has not yet been reviewed by a Welsh speaker/);
  for (const [config, isSaid] of [[{}, false], [{ lang: "cy" }, true], [{ name: { en: "a", cy: "b" } }, true], [{ lang: "en" }, false]]) {
    assert.equal(/Welsh has not yet been reviewed/.test(say(config).accessibility), isSaid);
  }
});

test("the addresses are those that the config names", () => {
  const home = say();
  assert.match(home.privacy, /from files on this site\. Nothing about you, and none of your choices, is sent to anybody\./);
  assert.match(home.privacy, /- the program: https:\/\/www\.wessmere\.example\/peerglass\/\n- https:\/\/www\.wessmere\.example\/data\/smoking\.csv\n/);
  assert.match(home.assessment, /no other site is told anything/);

  const away = say({ src: "figures.csv#sha256-abc= https://data.example/a.csv?b=c", neighbours: "https://other.example/n.csv" }, { base: "https://cdn.example/peerglass", files: ["view.json"] });
  for (const address of ["https://www.wessmere.example/health/figures.csv", "https://data.example/a.csv?b=c", "https://other.example/n.csv", "https://www.wessmere.example/health/view.json"]) assert.ok(away.privacy.includes(`- ${address}\n`), address);
  for (const site of ["https://data.example", "https://other.example"]) assert.ok(away.privacy.includes(`The figures are fetched from ${site}, which thereby sees your internet address`), site);
  assert.match(away.privacy, /The program that shows them is fetched from https:\/\/cdn\.example,/);
  assert.match(away.assessment, /reach https:\/\/cdn\.example and https:\/\/data\.example and https:\/\/other\.example, which/);
  assert.ok(!/this site\. Nothing/.test(away.privacy) && !away.privacy.includes("sha256"));

  // In a frame, addresses begin at the folder, where the snippet cannot say them from there.
  assert.ok(say({ src: "figures.csv" }, { route: "iframe", base: "peerglass/" }).privacy.includes("- https://www.wessmere.example/health/figures.csv\n"));
  assert.ok(say({ src: "figures.csv" }, { route: "iframe" }).privacy.includes("- https://www.wessmere.example/peerglass/figures.csv\n"));
});

test("choices that stand in the page's address are said, where they do", () => {
  const kept = /What you choose is added to the address of the page/;
  for (const [config, route, isSaid] of [[{}, "element", false], [{ address: "a" }, "element", true], [{ address: "a" }, "embed", true], [{ address: "a" }, "iframe", false], [{ address: "a" }, "static", false]]) {
    const told = say(config, { route });
    assert.deepEqual([told.cookies, told.privacy].map((text) => kept.test(text)), [isSaid, isSaid], route);
    assert.equal(/none of your choices/.test(told.privacy), !isSaid && route !== "static");
    assert.equal(/chooses stands in the page's address/.test(told.assessment), isSaid);
  }
});

test("a static answer fetches nothing, and is not said to be used", () => {
  const told = say({}, { route: "static" });
  assert.match(told.privacy, /runs no script and fetches nothing/);
  assert.ok(!/keyboard|zoomed|dots/.test(told.accessibility) && !/https:/.test(told.privacy + told.assessment));
});

test("the gaps are those of the views that can be shown", () => {
  const dots = /single dots are small to press/;
  for (const [config, isSaid] of [[{}, true], [{ view: "funnel" }, true], [{ view: "trend" }, false], [{ view: "trend", views: "trend compare" }, true], [{ view: "process" }, false]]) {
    assert.equal(dots.test(say(config).accessibility), isSaid, JSON.stringify(config));
  }
});

test("the data are said to be whose the config says, and what is not said is asked for", () => {
  const told = say({ "next-update": { en: "June", cy: "Mehefin" }, publisher: "Wessmere Council" }, { updated: "12 March 2026" });
  for (const line of ["- Source: Yearly survey of health.", "- Licence: Open Government Licence v3.0.", "- Last updated: 12 March 2026.", "- Next update: June.", "- Set up by: Wessmere Council.", "with Peerglass 0.1.0"]) assert.ok(told.data.includes(line), line);
  const bare = say({ source: undefined, licence: undefined });
  assert.ok(bare.data.includes("[who publishes the figures]") && bare.data.includes("[the licence of the figures]") && !/update/i.test(bare.data));
});

test("a draft says so in every statement, in the widget's own words", async () => {
  const draft = say({ view: "profile", board: { draft: true } });
  const words = "Draft: not for holding anyone to account.";
  assert.ok(draft.isDraft);
  for (const id of ["accessibility", "cookies", "privacy", "data", "assessment"]) assert.ok(draft[id].split("\n\n")[1] === words, id);
  assert.ok((await readFile(`${project}src/view/profile/tests.rs`, "utf8")).includes(words));
  for (const config of [{}, { board: { draft: false } }, { board: { draft: "true" } }]) assert.ok(!say(config).isDraft && !say(config).data.includes("Draft"));
});

test("contacts are put in, and texts of publishers stay texts", () => {
  assert.match(say({}, { contact: { contact: "on 01234 567890", days: 5 } }).accessibility, /contact us on 01234 567890, and we will send it in another form within 5 days/);
  const nasty = '</p><script>alert("1")</script>&amp;';
  const { html, text } = statements({ ...CONFIG, source: nasty, licence: nasty, publisher: nasty, "next-update": nasty }, { ...FACTS, updated: nasty, contact: { contact: nasty } });
  assert.ok(text.includes(nasty) && !html.includes("<script") && html.includes("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;amp;"));
  assert.deepEqual([...new Set(html.match(/<\/?[^>\s]+/g))].sort(), ["</h3", "</li", "</p", "</ul", "<h3", "<li", "<p", "<ul"]);
});
