// The questions that a schema alone cannot ask well: who the peers are, what all are measured against, which views there are.

import { at, having } from "./state.js";
import { answersFor } from "./questions.js";
import { asked, box, fieldset, idOf } from "./form.js";
import { make } from "./page.js";

/** The field of a question that has one of its own. @param {import("./form.js").Form} form */
export function special(form, node, path, key) {
  return { view, views, peers, benchmark }[key]?.(form, node, path, key);
}

// What people should learn: all the answers in sight, for they are the heart of it.
function view(form, node, path, key) {
  const now = at(form.state.config, path) ?? "compare";
  const choose = (answer) => answer !== (at(form.state.config, path) ?? "compare") && form.state.set(path, answer === "compare" ? undefined : answer);
  const radios = answersFor(key, node).map(([answer, words]) => {
    const id = idOf([...path, answer]);
    const radio = make("input", [], { type: "radio", name: idOf(path), id, value: answer, change: () => choose(answer) });
    radio.checked = answer === now;
    return make("div", [radio, make("label", words, { for: id })], { class: "tick" });
  });
  return fieldset(node, path, key, radios);
}

function views(form, node, path, key) {
  const answers = answersFor("view", form.schema.properties.view);
  const now = () => String(at(form.state.config, path) ?? "").split(/\s+/).filter(Boolean);
  const boxes = answers.map(([answer, words]) =>
    box(idOf([...path, answer]), words, now().includes(answer), (on) => {
      if (on === now().includes(answer)) return;
      const all = answers.map(([one]) => one).filter((one) => (one === answer ? on : now().includes(one)));
      form.state.set(path, all.length > 0 ? all.join(" ") : undefined);
    }),
  );
  return fieldset(node, path, key, boxes);
}

const CHOSEN = "Places we chose";

// A choice of places by hand is a group with a name and a reason, for readers are told why these.
function peers(form, node, path, key) {
  const { state } = form;
  const now = at(state.config, path);
  const groups = Object.keys(state.config["peer-groups"] ?? {});
  const answers = [
    ["", "The places most like ours where the file says which, else all"],
    ["nearest", "The places most like ours"],
    ["parent", "Those in the same area above ours"],
    ["all", "All places of its kind"],
    ...groups.map((name) => [name, name]),
    ...(groups.length === 0 ? [["\n", "Places we choose ourselves"]] : []),
  ];
  if (now !== undefined && !answers.some(([answer]) => answer === String(now))) answers.push([String(now), String(now)]);
  const select = make("select", answers.map(([value, words]) => make("option", words, { value })), {
    change: () => {
      if (select.value === String(at(state.config, path) ?? "")) return;
      if (select.value !== "\n") return state.set(path, select.value || undefined);
      form.focus = `${idOf(["peer-groups", CHOSEN, "codes"])}.add`;
      state.replace(having(having(state.config, ["peer-groups", CHOSEN], {}), path, CHOSEN));
    },
  });
  select.value = now === undefined ? "" : String(now);
  return asked(select, path, key, node);
}

const isNumber = (text) => text !== "" && Number.isFinite(Number(text));

function benchmark(form, node, path, key) {
  const { state } = form;
  const now = at(state.config, path);
  const groups = Object.keys(state.config["peer-groups"] ?? {}).map((name) => [name, `The middle of: ${name}`]);
  const answers = [["", "No answer"], ["peers", "The middle of the places compared with"], ...form.names("benchmarks"), ...groups, ["\n", "A number"]];
  const given = now === undefined ? "" : String(now);
  const isOther = given !== "" && !answers.some(([answer]) => answer === given);
  const number = make("input", [], { type: "text", inputmode: "decimal", id: `${idOf(path)}.number`, input: () => state.set(path, number.value || undefined) });
  number.value = isOther ? given : "";
  const typed = make("div", [make("label", "The number, in the measure's unit", { for: number.id }), number], { class: "question" });
  typed.hidden = !isOther;
  const select = make("select", answers.map(([value, words]) => make("option", words, { value })), {
    change: () => {
      typed.hidden = select.value !== "\n";
      if (typed.hidden) return select.value !== String(at(state.config, path) ?? "") && state.set(path, select.value || undefined);
      if (isNumber(number.value) && number.value !== String(at(state.config, path) ?? "")) state.set(path, number.value);
      number.focus();
    },
  });
  select.value = isOther ? "\n" : given;
  return make("div", [asked(select, path, key, node), typed]);
}
