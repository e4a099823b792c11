// What was understood of the files, for a person to agree with or to correct: rows, places, measures, periods, columns, and
// everything that could not be taken at its word.

import { having } from "./state.js";
import { idOf } from "./form.js";
import { counted, make } from "./page.js";

/** Problems that are shown at once; the rest stand behind a summary. */
const SHOWN = 5;

/** What a column can hold, in words. */
const MEANINGS = {
  area_code: "The place's code",
  area_name: "The place's name",
  area_type: "The kind of place",
  parent_code: "The code of the area above",
  parent_name: "The name of the area above",
  indicator_id: "The measure's number",
  indicator: "The measure",
  sex: "Sex",
  age: "Age",
  category_type: "What groups are by",
  category: "The group",
  period: "The period",
  value: "The figure",
  lower: "The low end of the 95% range",
  upper: "The high end of the 95% range",
  lower_998: "The low end of the 99.8% range",
  upper_998: "The high end of the 99.8% range",
  count: "How many were counted",
  denominator: "Out of how many",
  note: "A note on the figure",
  unit: "The unit",
  status: "Whether it is final",
  period_start: "When the period starts",
  period_length: "How long the period is",
  trend: "A published trend",
  compared_to_england: "A published comparison with England",
  compared_to_parent: "A published comparison with the area above",
  measure: "Which of several figures the row holds",
  group: "The name of the group",
  polarity: "Which way is better",
  value_type: "The kind of figure",
  period_type: "The kind of period",
  children: "The areas inside",
};

const between = (periods) => (periods.length > 1 ? `${periods[0]} to ${periods.at(-1)}` : (periods[0] ?? "no period"));

/** @param {import("./state.js").State} state @param {object} seen what the engine understood @param {string[]} meanings that the schema has */
export function understood(state, seen, meanings) {
  const rows = seen.files.reduce((sum, file) => sum + file.rows, 0);
  const summary = `Read ${counted(rows, "row")}: ${counted(seen.areas.length, "place")}, ${counted(seen.indicators.length, "measure")}, ${between(seen.periods)}.`;
  return [
    make("p", summary, { class: "answer", id: "understood" }),
    problems(seen.problems),
    ...seen.files.map((file, at) => columns(state, file, at, meanings)),
  ].flat();
}

function problems(all) {
  if (all.length === 0) return [make("p", "Every row could be taken at its word.")];
  const items = all.map((one) => make("li", [make("strong", one.line > 0 ? `Line ${one.line}: ` : ""), one.message, one.hint ? ` ${one.hint}` : ""]));
  const first = make("ul", items.slice(0, SHOWN), { class: "problems" });
  const rest = items.slice(SHOWN);
  const intro = make("p", `${counted(all.length, "thing")} in the ${all.length === 1 ? "file needs" : "files need"} a look:`);
  if (rest.length === 0) return [intro, first];
  return [intro, first, make("details", [make("summary", `Show the other ${rest.length}`), make("ul", rest, { class: "problems" })])];
}

function columns(state, file, at, meanings) {
  const mapped = state.config.columns ?? {};
  const head = file.headers.map((header) => make("th", header, { scope: "col" }));
  const choices = file.headers.map((header, index) => {
    const own = file.columns.find((one) => one.header === header)?.meaning ?? "";
    const id = `meaning-${at}-${index}`;
    const select = make("select", [["", "Not used"], ...meanings.map((name) => [name, MEANINGS[name] ?? name])].map(([value, words]) => make("option", words, { value })), {
      id,
      "aria-label": `What “${header}” holds`,
      change: () => state.replace(correct(state.config, header, select.value, file.columns)),
    });
    select.value = Object.entries(mapped).find(([, name]) => name === header)?.[0] ?? own;
    return make("td", select);
  });
  const body = file.first.map((row) => make("tr", row.map((cell) => make("td", cell))));
  const table = make("table", [
    make("caption", `The first rows of ${file.name}, and what each column was taken for`),
    make("thead", [make("tr", head), make("tr", choices)]),
    make("tbody", body),
  ]);
  const scroll = make("div", table, { class: "scroll", tabindex: "0", role: "region", "aria-label": `Columns of ${file.name}` });
  return make("details", [make("summary", `Columns of ${file.name}`), scroll], { id: idOf(["columns", at]) });
}

// One column for one meaning: the choice takes it from whichever had it.
function correct(config, header, meaning, found) {
  const kept = Object.entries(config.columns ?? {}).filter(([name, own]) => own !== header && name !== meaning);
  const own = found.find((one) => one.header === header)?.meaning;
  const added = meaning && meaning !== own ? [[meaning, header]] : [];
  const all = Object.fromEntries([...kept, ...added]);
  return having(config, ["columns"], Object.keys(all).length > 0 ? all : undefined);
}
