// Questions as fields, from the schema: what a key may hold decides the field, so everything a config can say can be said here.

import { at, having, moved, renamed } from "./state.js";
import { answersFor, isFirst, isLong, isOn, namesFor, oneOf, wordsFor } from "./questions.js";
import { button, make } from "./page.js";
import { special } from "./special.js";

/**
 * What a field is made with.
 * @typedef {object} Form
 * @property {import("./state.js").State} state
 * @property {(from: string) => [string, string][]} names what of the files answers a question, with the words for it
 * @property {boolean} isWelsh whether texts are asked for in Welsh too
 */

/** The id of a field, by its path. */
export const idOf = (path) => `f-${path.map((part) => String(part).replaceAll(/[^\w-]/g, (letter) => `_${letter.codePointAt(0)}`)).join(".")}`;

const isPaired = (node) => Boolean(node.anyOf?.some((one) => one.properties?.cy));

/** A field for one key of the config. @param {Form} form @param {object} node of the schema @param {string} key its path without names */
export function field(form, node, path, key) {
  const own = special(form, node, path, key);
  if (own) return own;
  if (isPaired(node)) return paired(form, node, path, key);
  if (node.anyOf?.some((one) => one.properties)) return eitherOf(form, node, path, key);
  if (node.type === "boolean") return tick(form, node, path, key);
  if (node.type === "array") return node.items?.enum ? ticks(form, node, path, key) : list(form, node, path, key);
  if (node.type === "object") return node.properties ? group(form, node, path, key) : map(form, node, path, key);
  if (answersFor(key, node).length > 0) return choice(form, node, path, key, answersFor(key, node));
  const names = namesFor(key) && form.names(namesFor(key));
  if (names?.length > 0) return choice(form, node, path, key, names);
  return text(form, node, path, key);
}

// An answer alone, or one with more beside it, such as whose it is.
function eitherOf(form, node, path, key) {
  const parts = node.anyOf.find((one) => one.properties);
  const [main] = parts.required;
  const now = at(form.state.config, path);
  if (typeof now === "object" && Object.hasOwn(now, main)) return make("div", fieldsOf(form, parts, path, key), { id: idOf(path) });
  const more = button("Say more about it", () => restructure(form, having(form.state.config, path, { [main]: now ?? "" }), idOf(path)));
  return make("div", [field(form, node.anyOf.find((one) => !one.properties), path, key), make("p", more, { class: "ways" })]);
}

// ---- one answer

// An item of a list without an answer keeps its place.
const none = (path) => (typeof path.at(-1) === "number" ? "" : undefined);

/** Takes an answer, where it is another one: a number that nobody changed stays a number. */
function put(form, path, answer) {
  const now = at(form.state.config, path);
  if (typeof now !== "object" && String(now ?? "") === answer) return;
  form.state.set(path, answer || none(path));
}

/** A field under its question. @param {HTMLElement} control */
export function asked(control, path, key, node, words = wordsFor(key, node)) {
  control.id = idOf(path);
  const why = words.why && make("p", words.why, { class: "why", id: `${control.id}.why` });
  if (why) control.setAttribute("aria-describedby", why.id);
  return make("div", [make("label", words.ask, { for: control.id }), why, control], { class: "question" });
}

/** One of several answers, or none. @param {[string, string][]} answers */
export function choice(form, node, path, key, answers, without = "No answer") {
  const now = at(form.state.config, path);
  const known = answers.some(([answer]) => answer === String(now));
  // What an opened config says is kept, though the files have no such name.
  const all = now === undefined || known ? answers : [...answers, [String(now), node.enum ? String(now) : `${now} (not in the files)`]];
  const options = [["", without], ...all].map(([value, words]) => make("option", words, { value }));
  const select = make("select", options, { change: () => put(form, path, select.value) });
  select.value = now === undefined ? "" : String(now);
  return asked(select, path, key, node);
}

function text(form, node, path, key) {
  const now = at(form.state.config, path);
  const words = now === undefined || typeof now === "object" ? "" : String(now);
  return asked(plain(key, words, (value) => put(form, path, value)), path, key, node);
}

// A text in one language or in two: plain where it is English alone.
function paired(form, node, path, key) {
  const now = at(form.state.config, path);
  const said = typeof now === "object" ? now : { en: now };
  if (!form.isWelsh && typeof now !== "object") {
    return asked(plain(key, said.en, (value) => put(form, path, value)), path, key, node);
  }
  const words = wordsFor(key, node);
  const tongue = (tag, name) => {
    const control = plain(key, said[tag], (value) => {
      const others = at(form.state.config, path);
      const both = { ...(typeof others === "object" ? others : { en: others }), [tag]: value || undefined };
      const left = Object.fromEntries(Object.entries(both).filter(([, one]) => one !== undefined));
      if (Object.keys(left).length === 0) form.state.set(path, none(path));
      else form.state.set(path, typeof others === "object" || left.cy !== undefined ? left : left.en);
    });
    control.lang = tag;
    return asked(control, [...path, tag], key, node, { ask: name });
  };
  const why = words.why && make("p", words.why, { class: "why" });
  return make("fieldset", [make("legend", words.ask), why, tongue("en", "In English"), tongue("cy", "In Welsh")], { class: "question pair" });
}

// A field of one line would lose the others of a text that has more.
function plain(key, value, set) {
  const isOfLines = isLong(key) || /\n/.test(value);
  const control = make(isOfLines ? "textarea" : "input", [], {
    ...(isOfLines ? { rows: 3 } : { type: "text" }),
    autocomplete: "off",
    input: () => set(control.value),
  });
  control.value = value ?? "";
  return control;
}

/** A box beside its question. @param {(on: boolean) => void} set */
export function box(id, words, isOnNow, set) {
  const control = make("input", [], { type: "checkbox", id, change: () => set(control.checked) });
  control.checked = isOnNow;
  return make("div", [control, make("label", words, { for: id })], { class: "tick" });
}

function tick(form, node, path, key) {
  const usual = isOn(key);
  const now = at(form.state.config, path) ?? usual;
  const { ask, why } = wordsFor(key, node);
  const made = box(idOf(path), ask, now, (on) => on !== (at(form.state.config, path) ?? usual) && form.state.set(path, on === usual ? undefined : on));
  if (!why) return make("div", made, { class: "question" });
  const hint = make("p", why, { class: "why", id: `${idOf(path)}.why` });
  made.firstChild.setAttribute("aria-describedby", hint.id);
  return make("div", [made, hint], { class: "question" });
}

// ---- several answers

function ticks(form, node, path, key) {
  const now = at(form.state.config, path) ?? [];
  const boxes = answersFor(key, node.items).map(([answer, words]) =>
    box(idOf([...path, answer]), words, now.includes(answer), (on) => {
      const before = at(form.state.config, path) ?? [];
      if (on === before.includes(answer)) return;
      const others = before.filter((one) => one !== answer);
      const all = on ? [...others, answer] : others;
      form.state.set(path, all.length > 0 ? all : undefined);
    }),
  );
  return fieldset(node, path, key, boxes);
}

/** Fields that belong together, under one question. */
export function fieldset(node, path, key, content, words = wordsFor(key, node)) {
  const why = words.why && make("p", words.why, { class: "why" });
  return make("fieldset", [make("legend", words.ask), why, ...content], { class: "group", id: idOf(path) });
}

function group(form, node, path, key) {
  return fieldset(node, path, key, fieldsOf(form, node, path, key));
}

// The fields of each property of an object: those that matter most, and a fold with the others.
function fieldsOf(form, node, path, key) {
  const all = Object.entries(node.properties);
  const made = (chosen) => chosen.map(([name, inner]) => field(form, inner, [...path, name], `${key}.${name}`));
  const others = all.filter(([name]) => !isFirst(key, name));
  if (others.length === 0) return made(all);
  const first = all.filter(([name]) => isFirst(key, name));
  return [...made(first), make("details", [make("summary", "More about this"), ...made(others)], { id: `${idOf(path)}.more` })];
}

// Adds and takes away; the page is made again, and the focus goes where the work goes on.
const restructure = (form, config, focus) => {
  form.focus = focus;
  form.state.replace(config);
};

function list(form, node, path, key) {
  const { state } = form;
  const now = at(state.config, path) ?? [];
  const one = bare(oneOf(key));
  const limit = node.maxItems ?? Infinity;
  const items = now.map((_, index) => {
    const own = [...path, index];
    const named = node.items.properties
      ? make("fieldset", [make("legend", titleOf(state.config, own, one, index)), ...fieldsOf(form, node.items, own, `${key}.*`)], { class: "item", id: idOf(own) })
      : field(form, { ...node.items, description: undefined }, own, `${key}.*`);
    const shift = (by, words) => button(words, () => restructure(form, moved(state.config, path, index, by), idOf([...path, index + by])), { "aria-label": `${words}: ${one} ${index + 1}` });
    const ways = [
      index > 0 && node.items.properties && shift(-1, "Move up"),
      index < now.length - 1 && node.items.properties && shift(1, "Move down"),
      button("Take away", () => restructure(form, having(state.config, own, undefined), `${idOf(path)}.add`), { "aria-label": `Take away ${one} ${index + 1}` }),
    ];
    return make("li", [named, make("p", ways.filter(Boolean), { class: "ways" })]);
  });
  const empty = node.items.properties ? {} : "";
  const add = () => restructure(form, having(state.config, [...path, now.length], empty), idOf([...path, now.length]));
  const more = now.length < limit && button(`Add ${oneOf(key)}`, add, { id: `${idOf(path)}.add` });
  return fieldset(node, path, key, [items.length > 0 && make("ol", items, { class: "items" }), more].filter(Boolean));
}

function titleOf(config, path, one, index) {
  const item = at(config, path) ?? {};
  const title = [item.title, item.name, item.who, item.indicator].map((text) => text?.en ?? text).find(Boolean);
  return `${capital(one)} ${index + 1}${title ? `: ${title}` : ""}`;
}
const bare = (words) => words.replace(/^an? /, "");
const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);

function map(form, node, path, key) {
  const { state } = form;
  const now = at(state.config, path) ?? {};
  const one = bare(oneOf(key));
  const inner = node.additionalProperties;
  const names = namesFor(`${key}.@`) ? form.names(namesFor(`${key}.@`)) : (node.propertyNames?.enum ?? []).map((name) => [name, name]);
  const left = names.filter(([name]) => !Object.hasOwn(now, name));
  const items = Object.keys(now).map((name, index) => {
    const own = [...path, name];
    const words = names.find(([known]) => known === name)?.[1] ?? name;
    const content = inner.properties ? fieldsOf(form, inner, own, `${key}.*`) : [field(form, inner, own, `${key}.*`)];
    const away = button("Take away", () => restructure(form, having(state.config, own, undefined), `${idOf(path)}.add`), { "aria-label": `Take away ${words}` });
    const title = names.length > 0 ? [] : [rename(form, path, name, index, one)];
    return make("li", [make("fieldset", [make("legend", words), ...title, ...content], { class: "item", id: idOf(own) }), make("p", away, { class: "ways" })]);
  });
  return fieldset(node, path, key, [items.length > 0 && make("ul", items, { class: "items" }), adder(form, path, key, names, left, inner)].filter(Boolean));
}

function rename(form, path, name, index, one) {
  const id = `${idOf(path)}.name.${index}`;
  const control = make("input", [], {
    type: "text",
    id,
    autocomplete: "off",
    change: () => {
      if (control.value === shown) return;
      const to = control.value.trim();
      const taken = Object.hasOwn(at(form.state.config, path) ?? {}, to);
      if (to && !taken) restructure(form, renamed(form.state.config, path, name, to), id);
      else control.value = name;
    },
  });
  control.value = name;
  const shown = control.value;
  return make("div", [make("label", `The name of the ${one}`, { for: id }), control], { class: "question" });
}

// A new entry of a map: one of the file's names where it has any, else a name to be typed.
function adder(form, path, key, names, left, inner) {
  const empty = inner.properties ? {} : "";
  const put = (name) => restructure(form, having(form.state.config, [...path, name], empty), idOf([...path, name]));
  if (names.length === 0) {
    const fresh = () => {
      const now = at(form.state.config, path) ?? {};
      const title = capital(bare(oneOf(key)));
      let number = 1;
      while (Object.hasOwn(now, `${title} ${number}`)) number += 1;
      put(`${title} ${number}`);
    };
    return button(`Add ${oneOf(key)}`, fresh, { id: `${idOf(path)}.add` });
  }
  if (left.length === 0) return undefined;
  const id = `${idOf(path)}.add`;
  const select = make("select", [["", "Choose"], ...left].map(([value, words]) => make("option", words, { value })), { id });
  const add = button("Add", () => select.value && put(select.value), { "aria-label": `Add ${oneOf(key)}` });
  return make("div", [make("label", `Add ${oneOf(key)}`, { for: id }), make("p", [select, add], { class: "ways" })], { class: "question" });
}
