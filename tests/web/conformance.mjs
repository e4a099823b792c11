// The accessibility conformance report, from how the tests came out: `npm test` leaves outcomes.json, and this holds
// www/docs/conformance.md to it, or with --write writes it. It holds no date and no count: it changes when a result does.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { CRITERIA, NOT_DONE } from "./criteria.mjs";

const here = new URL(".", import.meta.url);
export const REPORT = new URL("../../www/docs/conformance.md", here);
const { devDependencies } = JSON.parse(readFileSync(new URL("package.json", here), "utf8"));

/** The tests that a criterion names: file and words in their names. */
export const named = (evidence) => {
  const at = evidence.indexOf(": ");
  return { file: evidence.slice(0, at), words: evidence.slice(at + 2) };
};

/** How the tests came out that a criterion names: failed if one failed, passed if one passed and none failed. */
function outcomeOf(evidence, outcomes) {
  const { file, words } = named(evidence);
  const found = outcomes.filter((one) => one.file === file && one.name.includes(words)).map(({ outcome }) => outcome);
  if (found.includes("failed")) return "failed";
  return found.includes("passed") ? "passed" : "not run";
}

function row([number, name, level, { result, tests, read }], outcomes) {
  const came = tests.map((evidence) => [named(evidence), outcomeOf(evidence, outcomes)]);
  const worst = ["failed", "not run"].find((outcome) => came.some(([, one]) => one === outcome));
  const conclusion = { failed: "does not support: a test failed", "not run": "not evaluated: a test was not run to its end" }[worst] ?? result;
  const evidence = came.map(([{ file, words }, outcome]) => `${file}: “${words} …” ${outcome}`).join("; ");
  const cells = [`${number} ${name}`, level, conclusion, evidence || "by reading alone", read];
  return `| ${cells.join(" | ")} |`.replace(/ {2}\|/g, " |");
}

/** The whole report. */
export function report(outcomes) {
  return `# Accessibility conformance report

What the widget \`<peer-glass>\` and its static fallback do for each success criterion of WCAG 2.2, levels A and AA. It is
written by \`tests/web/conformance.mjs\` from a run of the tests, and the tests fail when it is not what they show.

- **Tests**: named by file (in \`tests/web\`) and by the words of their names; “passed” means that all of them passed, in every
  view or in every case that they run over. They run in Chromium and in Firefox ESR as Debian has them.
- **Checkers**: axe-core ${devDependencies["axe-core"]} and IBM Equal Access (accessibility-checker-engine ${devDependencies["accessibility-checker-engine"]}), over each case of
  \`tests/cases\` with all parts open. What the second one calls in question and is right is answered one by one, with the
  reason, in \`tests/web/checkers.mjs\`.
- **Read**: what a person, not a user of assistive technology, judged by reading the markup, the accessibility tree and the code.
- **supports**, **partially supports**, **does not support**, **not applicable**, **not evaluated**: as in the VPAT's own words.

## Not done

${NOT_DONE.map((one) => `- ${one}`).join("\n")}

## Criteria

| Criterion | Level | Result | Shown by | Read |
|---|---|---|---|---|
${CRITERIA.map((one) => row(one, outcomes)).join("\n")}
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const now = report(JSON.parse(readFileSync(new URL("outcomes.json", here), "utf8")));
  if (process.argv.includes("--write")) writeFileSync(REPORT, now);
  else if (now !== readFileSync(REPORT, "utf8")) {
    console.error("www/docs/conformance.md is not what this run shows; after a whole run: node tests/web/conformance.mjs --write");
    process.exitCode = 1;
  }
}
