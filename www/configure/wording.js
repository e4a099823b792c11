// Wording for the site's own pages, from this very config: each text to be read, and to be copied as it is.

import { statements } from "./statements.js";
import { button, copy, make } from "./page.js";

/** @param {object} config @param {import("./statements.js").Facts} facts */
export function wording(config, facts) {
  return statements(config, facts).statements.map(({ title, blocks, html }) =>
    make("div", [
      make("h3", title),
      ...blocks.map((block) => (Array.isArray(block) ? make("ul", block.map((words) => make("li", words))) : make("p", block))),
      make("p", button("Copy as HTML", () => copy(html, title), { "aria-label": `Copy as HTML: ${title}` }), { class: "ways" }),
    ], { class: "group" }),
  );
}
