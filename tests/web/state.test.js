// The configurator's state: a config, its past and its future; and the two places where work comes back from.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { addressOf, configOf } from "../../www/configure/keep.js";
import { answered } from "../../www/configure/sections.js";
import { State, at, having, moved, renamed, tidy } from "../../www/configure/state.js";
import { configs, numbers, valueOf } from "./configs.mjs";
import { project } from "./server.mjs";

const schema = JSON.parse(await readFile(`${project}pkg/peerglass.schema.json`, "utf8"));
const all = configs(schema, 300);

/** Every path of a config that leads to a value. */
function* paths(value, path = []) {
  if (typeof value !== "object" || value === null) return yield path;
  for (const [key, inner] of Object.entries(value)) yield* paths(inner, [...path, Array.isArray(value) ? Number(key) : key]);
}

test("a config put in comes out as it was, in words and in order", () => {
  for (const config of all) {
    const state = new State();
    state.replace(config);
    assert.equal(JSON.stringify(state.config), JSON.stringify(config));
  }
});

test("set value by value, a config is the same config", () => {
  for (const config of all) {
    let made = {};
    for (const path of paths(config)) made = having(made, path, at(config, path));
    assert.deepEqual(made, config);
  }
});

test("an address says every config exactly, and nothing of it stands outside the fragment", async () => {
  for (const config of all) {
    const hash = `#${await addressOf(config)}`;
    assert.match(hash, /^#view=[\w-]+$/);
    assert.equal(JSON.stringify(await configOf(hash)), JSON.stringify(config));
  }
});

test("an address that says nothing is no config, and one that was cut is an error", async () => {
  assert.equal(await configOf(""), undefined);
  assert.equal(await configOf("#figures"), undefined);
  const hash = `#${await addressOf(all.at(-1))}`;
  await assert.rejects(configOf(hash.slice(0, -8)));
});

test("every step goes back and forward to the letter", () => {
  const random = numbers(7);
  for (const config of all.slice(0, 80)) {
    const state = new State();
    state.replace(config);
    const seen = [JSON.stringify(state.config)];
    for (const [key, node] of Object.entries(schema.properties)) {
      state.set([key], random() < 0.3 ? undefined : valueOf(node, random));
      const now = JSON.stringify(state.config);
      if (now !== seen.at(-1)) seen.push(now);
    }
    for (const expected of seen.slice(0, -1).toReversed()) {
      state.undo();
      assert.equal(JSON.stringify(state.config), expected);
    }
    for (const expected of seen.slice(1)) {
      state.redo();
      assert.equal(JSON.stringify(state.config), expected);
    }
    assert.equal(state.canRedo, false);
  }
});

test("typing on in one field is one step back", () => {
  const state = new State();
  for (const text of ["O", "Of", "Off", "Office"]) state.set(["source"], text);
  state.set(["licence"], "O");
  state.undo();
  assert.deepEqual(state.config, { source: "Office" });
  state.undo();
  assert.deepEqual(state.config, {});
  assert.equal(state.canUndo, false);
});

test("what is taken away leaves nothing empty behind, but a new item of a list stays until it is taken away", () => {
  assert.deepEqual(having({ board: { title: "A" } }, ["board", "title"], undefined), {});
  assert.deepEqual(having({ priorities: [{ kind: "local" }] }, ["priorities", 0, "kind"], undefined), { priorities: [{}] });
  assert.deepEqual(tidy({ priorities: [{}, { kind: "local" }], likeness: ["", "a"], gap: { phrases: {} } }), { priorities: [{ kind: "local" }], likeness: ["a"] });
  for (const config of all) assert.deepEqual(tidy(config), config);
});

test("names and places change, and all else stays", () => {
  assert.equal(JSON.stringify(renamed({ a: { x: 1, y: 2, z: 3 } }, ["a"], "y", "b")), '{"a":{"x":1,"b":2,"z":3}}');
  assert.deepEqual(moved({ a: [1, 2, 3] }, ["a"], 2, -1), { a: [1, 3, 2] });
  assert.deepEqual(moved({ a: [1, 2, 3] }, ["a"], 0, -1), { a: [1, 2, 3] });
});

test("a name out of a file changes no prototype", () => {
  const made = having({}, ["events", "__proto__"], "x");
  assert.deepEqual(Object.keys(made.events), ["__proto__"]);
  assert.equal({}.x, undefined);
  assert.equal(at({}, ["constructor", "name"]), undefined);
});

test("everything a config can say is asked for somewhere on the page", () => {
  for (const [key, place] of Object.entries(answered(schema))) assert.ok(place, `nothing asks for “${key}”`);
});
