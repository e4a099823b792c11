// The page of questions: sections with what is asked first and what most views do without behind a fold.

import { field } from "./form.js";
import { ELSEWHERE, SECTIONS } from "./questions.js";
import { make } from "./page.js";

/** @param {import("./form.js").Form} form @param {object} seen what the engine understood @param {() => void} renew */
export function sections(form, seen, renew) {
  return SECTIONS.map((section) => {
    const title = `${section.id}-title`;
    const content = [
      ...(section.id === "measures" ? measures(form, seen, renew) : []),
      ...section.questions.map((path) => one(form, seen, path)),
    ];
    if (section.more.length > 0) {
      const more = section.more.map((path) => one(form, seen, path));
      content.push(make("details", [make("summary", `More about this: ${section.title.replace(/\?$/, "").toLowerCase()}`), ...more], { id: `${section.id}-more` }));
    }
    const heading = make("h2", section.title, { id: title, tabindex: "-1" });
    if (!section.folded) return make("section", [heading, ...content], { "aria-labelledby": title });
    const fold = make("details", [make("summary", "Answer these"), ...content], { id: `${section.id}-fold` });
    fold.open = section.questions.some(([key]) => form.state.config[key] !== undefined);
    return make("section", [heading, fold], { "aria-labelledby": title });
  });
}

// A question about a measure stands with that measure where there are several, else with the view.
function one(form, seen, path) {
  const [first, key] = path;
  if (first !== "*") return field(form, form.schema.properties[first], [first], first);
  if (seen.indicators.length < 2) return field(form, form.schema.properties[key], [key], key);
  const node = form.schema.properties.indicators.additionalProperties.properties[key];
  return field(form, node, ["indicators", form.measure, key], key);
}

// Which of several measures the questions below are about.
function measures(form, seen, renew) {
  if (seen.indicators.length < 2) return [];
  if (!seen.indicators.some(({ id }) => id === form.measure)) form.measure = seen.indicators[0].id;
  const select = make("select", seen.indicators.map(({ id, name }) => make("option", name || id, { value: id })), {
    id: "measure",
    change: () => {
      form.measure = select.value;
      renew();
    },
  });
  select.value = form.measure;
  return [make("div", [make("label", "Which measure are these answers about?", { for: select.id }), select], { class: "question" })];
}

/** Every key of the config, with where on the page it is answered; undefined where nothing asks for it. */
export function answered(schema) {
  const asked = new Map(SECTIONS.flatMap(({ id, questions, more }) => [...questions, ...more].map((path) => [path.at(-1), id])));
  return Object.fromEntries(Object.keys(schema.properties).map((key) => [key, asked.get(key) ?? ELSEWHERE[key]]));
}
