// What was found before a view goes out: what, why it matters, and the way to mend it. The engine finds; this shows, mends when
// asked, and records a reason where somebody publishes all the same.

import { having } from "./state.js";
import { idOf } from "./form.js";
import { button, counted, make, reach } from "./page.js";

/** @param {import("./state.js").State} state @param {{findings: object[], blocked: boolean}} advice */
export function findings(state, advice) {
  if (advice.findings.length === 0) return [make("p", "Nothing here would mislead, by the checks we have. Read the sentence aloud once all the same.", { class: "answer" })];
  const stops = advice.findings.filter((one) => one.severity === "stop" && one.overridden === null);
  const summary = stops.length > 0 ? `${counted(stops.length, "thing")} to mend before this can go out.` : "Nothing stands in the way. A few things to look at.";
  return [make("p", summary, { class: "answer" }), make("ul", advice.findings.map((one) => make("li", finding(state, one))), { class: "findings" })];
}

function finding(state, one) {
  const isStop = one.severity === "stop" && one.overridden === null;
  const kind = isStop ? "Mend this" : one.overridden === null ? "Look at this" : "Published all the same";
  return make("article", [
    make("h3", [make("span", `${kind}: `, { class: "kind" }), one.what]),
    make("p", one.why),
    make("p", one.fix),
    ...ways(state, one),
  ], { class: isStop ? "finding stop" : "finding" });
}

function ways(state, one) {
  if (one.overridden !== null) {
    return [
      make("p", `Reason given: ${one.overridden}`),
      make("p", button("Take the reason back", () => state.replace(without(state.config, one.id))), { class: "ways" }),
    ];
  }
  // Where the page asks for it.
  const asked = one.where && idOf(one.where.split("."));
  const go = asked && document.getElementById(asked) && make("p", button("Go to the question", () => reach(asked), { "aria-label": `Go to the question: ${one.what}` }), { class: "ways" });
  const mend = one.set && make("p", button("Do this", () => state.replace(mended(state.config, one.set)), { "aria-label": `Do this: ${one.fix}` }), { class: "ways" });
  return [mend, go, one.severity === "stop" ? override(state, one) : undefined].filter(Boolean);
}

/** The config with each named value set; null takes one out. A name may be a path, its parts set apart by “/”. */
export const mended = (config, set) =>
  Object.entries(set).reduce((now, [path, value]) => having(now, pathOf(path), value ?? undefined), config);
const pathOf = (path) => path.split("/").map((part) => (/^\d+$/.test(part) ? Number(part) : part));

const without = (config, id) => having(config, ["overrides"], listed((config.overrides ?? []).filter((one) => one.check !== id)));
const listed = (all) => (all.length > 0 ? all : undefined);

function override(state, one) {
  const id = `override-${one.id}-${one.where}`.replaceAll(/[^\w-]+/g, "-");
  const reason = make("textarea", [], { id, rows: 2, "aria-describedby": `${id}.why` });
  const record = () => {
    const words = reason.value.trim();
    if (!words) return reason.focus();
    state.replace(having(without(state.config, one.id), ["overrides"], [...(without(state.config, one.id).overrides ?? []), { check: one.id, reason: words }]));
  };
  return make("details", [
    make("summary", "Publish it all the same"),
    make("div", [
      make("label", "Why is it right here?", { for: id }),
      make("p", "It is kept in the config with your reason, where anyone can read it.", { class: "why", id: `${id}.why` }),
      reason,
      make("p", button("Record this reason", record), { class: "ways" }),
    ], { class: "question" }),
  ]);
}
