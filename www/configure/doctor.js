// The policy doctor on the page: headers in, what works and what to ask for out.

import { diagnose } from "./policy.js";
import { button, copy, make, say } from "./page.js";

const ROUTES = { element: "A tag in the page", embed: "One script", iframe: "A frame", static: "Without scripts" };
const OUTCOMES = { works: "works", reduced: "shows the static answer only", blocked: "does not work" };

/** @param {() => import("./policy.js").Places} places where page, folder and data are */
export function policyDoctor(places) {
  const area = make("textarea", [], { id: "policy", rows: 5, spellcheck: "false", autocomplete: "off", "aria-describedby": "policy.why" });
  const out = make("div", [], { id: "diagnosis" });
  const look = () => {
    const found = diagnose(area.value, places());
    const isNone = found.kind === "nothing" && area.value.trim() !== "";
    out.replaceChildren(...(isNone ? [make("p", "No policy was found in this. Paste the response headers of a page of your site, or its Content-Security-Policy.")] : told(found)));
    say(isNone ? "No policy was found." : `${ROUTES[found.recommended]} is the way for this policy.`);
  };
  return make("details", [
    make("summary", "Will it work under our security policy?"),
    make("div", [
      make("label", "Your site's policy, or all its response headers", { for: "policy" }),
      make("p", "It is read here and sent nowhere. Your IT team can give it to you.", { class: "why", id: "policy.why" }),
      area,
      make("p", button("Say what will work", look), { class: "ways" }),
    ], { class: "question" }),
    out,
  ]);
}

function told({ routes, notes, lines, recommended }) {
  const each = Object.values(routes).map(({ route, outcome, says, stops, limits }) =>
    make("li", [make("strong", `${ROUTES[route]} ${OUTCOMES[outcome]}. `), says, ...limits.map((words) => make("p", words)), ...stops.map((stop) => make("p", `${stop.what} ${stop.rule || stop.directive}`, { class: "why" }))]),
  );
  const ask = lines.map((line) => [
    make("p", line.form === "meta" ? "In the page:" : `A header of ${line.address || "the page"}:`),
    make("pre", make("code", line.text)),
    make("ul", line.added.map((one) => make("li", [make("code", `${one.directive} ${one.source}`), ` ${one.why}`]))),
    make("p", button("Copy", () => copy(line.text, "The line"), { "aria-label": `Copy the header ${line.header}` }), { class: "ways" }),
  ]).flat();
  return [
    make("ul", each),
    ...notes.map(({ message }) => make("p", message)),
    ...(lines.length > 0 ? [make("p", `What to ask for, so that “${ROUTES[recommended]}” works:`, { class: "answer" }), ...ask] : []),
  ];
}
