// What the library says natively, through the built tool.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { project, tool } from "./server.mjs";

/** The list of cases. */
export const cases = JSON.parse(readFileSync(join(project, "tests/cases/index.json"), "utf8"));

/** A case of each view, for what must hold whatever is asked. */
export const ofEachView = ["fingertips-file", "trend-break", "process-new-start", "funnel", "gap-deprivation", "gap-smaller", "profile"];

/** The answer that stands for a language which is not there: the tool says so beside what it writes, the page in it. */
export const spoken = (results) => ({ ...results, notices: results.notices.filter(({ kind }) => kind !== "language-not-there") });

/**
 * A case rendered by the tool in a format (json, csv, svg, html, page): its `text`. Or, where the tool writes nothing
 * because something that was asked for is not there, what it says instead: its `refusal`.
 */
export function render(name, format, ...more) {
  const config = join(project, "tests/cases", name, "config.json");
  const { status, stdout, stderr } = spawnSync(tool, ["render", "--config", config, "--format", format, ...more], { encoding: "utf8" });
  if (status === 0) return { text: stdout };
  if (status === 1) return { refusal: stderr };
  throw new Error(stderr);
}
