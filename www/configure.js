// The configurator: one state, questions on one side, the widget itself on the other. It works nothing out about figures: the
// engine says what it understood of them and what would mislead.

import { findings } from "./configure/advice.js";
import { loadEngine, read } from "./configure/files.js";
import { addressOf, configOf, keep, kept } from "./configure/keep.js";
import { namesOf } from "./configure/names.js";
import { readSnippet } from "./configure/output.js";
import { beside, copy, counted, make, reach, say } from "./configure/page.js";
import { PANES, Preview } from "./configure/preview.js";
import { sections } from "./configure/sections.js";
import { State, tidy } from "./configure/state.js";
import { Take } from "./configure/take.js";
import { understood } from "./configure/understood.js";

const LINES = 5;
/** How long somebody types on before the view follows. */
const PAUSE = 300;

const part = (id) => document.getElementById(id);
const today = () => new Date().toISOString().slice(0, 10);
const rowsOf = (seen) => seen.files.reduce((sum, file) => sum + file.rows, 0);

const state = new State();
const schema = await (await fetch(beside("peerglass.schema.json"))).json();
const form = { state, schema, names: () => [], isWelsh: false, focus: undefined, measure: undefined };
const preview = new Preview(part("room"), (_, trouble) => {
  part("trouble").hidden = !trouble;
  part("trouble").textContent = trouble ?? "";
});
const take = new Take(part("output"), state);

let files = [];
let data;
let seen;
let columns;

// ---- the files

async function open(chosen) {
  if (chosen.length === 0) return;
  files = [...chosen];
  const names = files.map((file) => file.name).join(", ");
  say(`Reading ${names}.`);
  await understand();
  // What the files themselves can say is answered already, where nobody has.
  if (rowsOf(seen) > 0) state.replace({ ...data.draft(), ...state.config });
  renew();
  say(rowsOf(seen) > 0 ? part("understood").textContent : `No figures could be read in ${names}. What is wrong stands below.`);
}

async function understand() {
  columns = JSON.stringify(state.config.columns);
  const fresh = await read(files, tidy(state.config));
  data?.free();
  data = fresh;
  seen = data.understood(LINES);
  form.names = namesOf(seen, state);
}

// ---- the page, from the state

function renew() {
  if (!seen) return;
  const focus = form.focus ?? document.activeElement?.id;
  form.focus = undefined;
  const folds = new Set([...document.querySelectorAll("details[open][id]")].map((fold) => fold.id));
  const has = rowsOf(seen) > 0;
  part("seen").replaceChildren(...understood(state, seen, schema.properties.columns.propertyNames.enum));
  for (const id of ["questions", "checks-section", "take-section", "preview-section"]) part(id).hidden = !has;
  if (has) part("questions").replaceChildren(...sections(form, seen, renew));
  for (const id of folds) if (part(id)) part(id).open = true;
  if (focus) reach(focus);
  follow();
}

// The view and what would mislead in it follow the state.
function follow() {
  if (!seen || rowsOf(seen) === 0) return;
  const config = tidy(state.config);
  preview.show(files, config);
  const advice = data.advice(config, "en", today());
  part("advice").replaceChildren(...findings(state, advice));
  take.show(files, config, advice, advice.blocked ? "" : still(config));
  const stops = advice.findings.filter((one) => one.severity === "stop" && one.overridden === null).length;
  const others = advice.findings.length - stops;
  const standing = stops > 0 ? `${counted(stops, "thing")} to mend before it goes out` : others > 0 ? `${counted(others, "thing")} to look at before it goes out` : "Nothing stands in the way";
  part("standing").firstElementChild.textContent = standing;
}

// The answer as it is today, for who has no scripts.
function still(config) {
  const figure = data.figure({}, config, config.lang ?? "en");
  try {
    return figure.refused ? "" : figure.fallback(today());
  } finally {
    figure.free();
  }
}

let waiting;
state.listen(async ({ whole }) => {
  part("undo").disabled = !state.canUndo;
  part("redo").disabled = !state.canRedo;
  if (part("keep").checked) keep(tidy(state.config));
  clearTimeout(waiting);
  const isOther = files.length > 0 && JSON.stringify(state.config.columns) !== columns;
  if (isOther) await understand();
  if (whole) renew();
  else waiting = setTimeout(follow, PAUSE);
  if (isOther) say(part("understood").textContent);
});

// ---- what the page's own buttons do

const attempt = (act) => (event) => act(event)?.catch?.((error) => say(`That did not work: ${error.message}`));

part("undo").addEventListener("click", () => state.undo());
part("redo").addEventListener("click", () => state.redo());
part("fresh").addEventListener("click", () => {
  state.replace(data && rowsOf(seen) > 0 ? data.draft() : {});
  say("All answers are gone. “Undo” brings them back.");
});
part("share").addEventListener("click", attempt(async () => {
  const address = new URL(`#${await addressOf(tidy(state.config))}`, location.href);
  history.replaceState(null, "", address);
  await copy(address.href, "The link");
}));
part("keep").addEventListener("change", () => {
  const isKept = keep(part("keep").checked ? tidy(state.config) : undefined);
  if (!isKept) say("This browser does not let pages keep anything.");
  else say(part("keep").checked ? "Your answers are kept in this browser. The files are not: choose them again after a reload." : "Nothing is kept in this browser.");
});

function goOn(config, from) {
  state.replace(config);
  renew();
  const named = String(config.src ?? "").split(/[\s/]+/).filter((name) => /\.csv$/i.test(name));
  const next = files.length > 0 ? "" : ` Now choose ${named.length > 0 ? named.join(", ") : "its data file"}.`;
  say(`The view ${from} is open.${next}`);
  if (files.length === 0) part("files").focus();
}

function openText(text, from) {
  const found = readSnippet(text);
  if (found?.config) goOn(found.config, from);
  else if (found) say(`This names a config file, ${found.configAddress}. Open that file.`);
  else say("No snippet and no config was found in this. Paste the whole tag, or the config file.");
}

part("open").addEventListener("change", attempt(async () => {
  const [file] = part("open").files;
  if (file) openText(await file.text(), `in ${file.name}`);
}));
part("opened").addEventListener("click", () => openText(part("paste").value, "you pasted"));
part("files").addEventListener("change", attempt(() => open(part("files").files)));

const drop = part("drop");
for (const type of ["dragover", "drop"]) document.addEventListener(type, (event) => event.preventDefault());
for (const type of ["dragenter", "dragover"]) drop.addEventListener(type, () => drop.classList.add("over"));
drop.addEventListener("dragleave", (event) => drop.contains(event.relatedTarget) || drop.classList.remove("over"));
document.addEventListener("drop", () => drop.classList.remove("over"));
drop.addEventListener("drop", attempt((event) => open(event.dataTransfer.files)));

for (const [name, words] of PANES) {
  const radio = make("input", [], { type: "radio", name: "pane", id: `pane-${name}`, value: name, change: () => (preview.pane = name) });
  radio.checked = name === "page";
  part("panes").append(make("div", [radio, make("label", words, { for: radio.id })], { class: "tick" }));
}
part("welsh").addEventListener("change", () => {
  form.isWelsh = part("welsh").checked;
  preview.isWelshToo = form.isWelsh;
  renew();
});

// ---- what was there before

async function begin() {
  let before;
  try {
    before = await configOf(location.hash);
  } catch {
    say("The link is not whole, so its answers cannot be read. Ask for it again.");
  }
  const stored = kept();
  part("keep").checked = stored !== undefined;
  if (before) goOn(before, "in the link");
  else if (stored) goOn(stored, "you left here");
}

await begin();
// Fetched before anybody has chosen a file, so that nothing is asked of any server while they work.
await Promise.all([loadEngine(), preview.prepare(), take.prepare()]);
document.documentElement.dataset.ready = "";
