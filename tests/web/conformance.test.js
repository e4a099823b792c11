// The conformance report has every criterion, with tests that there are. How those came out is held by conformance.mjs, after
// the run: a test cannot know how others end.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { named, REPORT, report } from "./conformance.mjs";
import { CRITERIA } from "./criteria.mjs";

// WCAG 2.2 has 31 criteria of level A and 24 of level AA; 4.1.1 is withdrawn.
const LAST = { "1.1": 1, "1.2": 5, "1.3": 5, "1.4": 13, "2.1": 4, "2.2": 2, "2.3": 1, "2.4": 11, "2.5": 8, "3.1": 2, "3.2": 6, "3.3": 8, "4.1": 3 };

test("every criterion of levels A and AA has its one row, in order", () => {
  const numbers = CRITERIA.map(([number]) => number);
  assert.equal(new Set(numbers).size, 55);
  assert.equal(CRITERIA.filter(([, , level]) => level === "A").length, 31);
  assert.equal(CRITERIA.filter(([, , level]) => level === "AA").length, 24);
  for (const [guideline, last] of Object.entries(LAST)) {
    const within = numbers.filter((number) => number.startsWith(`${guideline}.`)).map((number) => Number(number.split(".")[2]));
    assert.equal(within.at(-1), last, guideline);
    assert.deepEqual(within, within.toSorted((a, b) => a - b));
  }
});

test("what a row rests on is there: a test by its name, or what was read", () => {
  for (const [number, , , { tests, read }] of CRITERIA) {
    assert.ok(tests.length > 0 || read.length > 10, number);
    for (const evidence of tests) {
      const { file, words } = named(evidence);
      const source = readFileSync(new URL(file, import.meta.url), "utf8");
      assert.ok(source.includes(words), `${number}: ${evidence}`);
    }
  }
});

test("a test that fails or is not run takes the row with it", () => {
  const all = (outcome) => CRITERIA.flatMap(([, , , { tests }]) => tests.map((evidence) => ({ ...named(evidence), outcome }))).map(({ file, words, outcome }) => ({ file, name: words, outcome }));
  assert.equal(report(all("failed")).match(/does not support: a test failed/g).length, CRITERIA.filter(([, , , { tests }]) => tests.length).length);
  assert.match(report([]), /not evaluated: a test was not run to its end/);
  assert.doesNotMatch(report(all("passed")), /a test (failed|was not run to its end)/);
});

test("the report is as it would be written now, but for how the tests came out", () => {
  const bare = (text) => text.replace(/” (passed|failed|not run)/g, "”").replace(/\| [^|]* \| (?=([a-z-]+\.test\.js: |by reading))/g, "| ");
  assert.equal(bare(readFileSync(REPORT, "utf8")), bare(report([])));
});

test("the paste-in statement says what the report says is not met", () => {
  const statement = readFileSync(new URL("accessibility.md", REPORT), "utf8");
  const gaps = CRITERIA.filter(([, , , { result }]) => result !== "supports" && result !== "not applicable").map(([number]) => number);
  assert.ok(gaps.length > 0);
  for (const number of gaps) assert.ok(statement.includes(`WCAG 2.2, ${number}`), number);
  assert.match(statement, /has not been tried with (a screen reader|assistive technology)/);
});
