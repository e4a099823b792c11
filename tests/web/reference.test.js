// Every reference case, expected answer or none, answered in WebAssembly byte for byte as natively: `cargo bundle
// --reference` builds the checks of tests/reference for WebAssembly, and `cargo test --test reference` writes our answers.
// Both are run here, and build only what is not yet built. Skipped where there is no standard library for WebAssembly; on
// continuous integration (CI=true) that is a failure.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { before, test } from "node:test";

import { project } from "./server.mjs";

const reference = resolve(process.env.PEERGLASS_REFERENCE ?? join(project, "tests/reference"));
const target = resolve(project, process.env.CARGO_TARGET_DIR ?? "target");
const files = ["phe", "spc"].flatMap((set) =>
  readdirSync(join(reference, set)).filter((name) => name.endsWith(".json")).map((name) => `${set}/${name}`));

const cargo = (...asked) => spawnSync("cargo", asked, { cwd: project, encoding: "utf8" });
const built = cargo("bundle", "--reference");
const absent = built.status === 3 && process.env.CI !== "true" ? built.stderr.trim().split("\n").slice(-2).join(" ") : false;
let engine;
let answered = 0;

before(async () => {
  if (absent) return;
  assert.equal(built.status, 0, built.stderr);
  const written = cargo("test", "--release", "--locked", "--test", "reference", "answers_are_written");
  assert.equal(written.status, 0, written.stdout + written.stderr);
  const folder = built.stdout.trim();
  engine = await import(join(folder, "reference.mjs"));
  await engine.default({ module_or_path: readFileSync(join(folder, "reference_bg.wasm")) });
});

/** What a file has to be answered by natively: a line for each case. */
const native = (file) => readFileSync(join(target, "tmp/reference", file), "utf8");

/** Where two sets of answers part first, in words; nothing where they are the same bytes. */
function difference(ours, theirs) {
  if (ours === theirs) return null;
  const [native, wasm] = [ours, theirs].map((text) => text.split("\n"));
  const line = native.findIndex((answer, at) => answer !== wasm[at]);
  if (line === -1) return `WebAssembly has ${wasm.length - native.length} lines more`;
  const [here, there] = [native[line], wasm[line] ?? ""];
  let at = 0;
  while (here[at] === there[at]) at += 1;
  const around = (text) => text.slice(Math.max(0, at - 60), at + 30);
  const id = here.match(/"id":("[^"]*")/)?.[1];
  return `case ${id}, character ${at}:\n  native      …${around(here)}…\n  WebAssembly …${around(there)}…`;
}

for (const file of files) {
  test(file, { skip: absent }, () => {
    const text = readFileSync(join(reference, file), "utf8");
    const cases = JSON.parse(text).cases ?? [];
    const expected = native(file);
    const ids = expected.split("\n").slice(0, -1).map((line) => JSON.parse(line).id);
    assert.deepEqual(ids, cases.map(({ id }) => id), "every case is answered, in order");
    assert.equal(difference(expected, engine.answers(file, text)), null);
    answered += ids.length;
  });
}

test("no case is missing", { skip: absent }, (context) => {
  const held = files.map((file) => JSON.parse(readFileSync(join(reference, file), "utf8")).cases?.length ?? 0);
  assert.equal(answered, held.reduce((sum, count) => sum + count));
  assert.ok(answered > 1000, `${answered} cases`);
  context.diagnostic(`${answered} cases, the same bytes natively and in WebAssembly`);
});

test("one bit of one answer is found", { skip: absent }, () => {
  const bits = new DataView(new ArrayBuffer(8));
  for (const file of files) {
    const answers = native(file);
    const numbers = [...answers.matchAll(/(?<![\w.-])\d+\.\d{6,}(?![\w.])/g)];
    for (const { 0: number, index } of [numbers.at(0), numbers.at(-1)].filter(Boolean)) {
      bits.setFloat64(0, Number(number));
      bits.setBigUint64(0, bits.getBigUint64(0) ^ 1n);
      const other = answers.slice(0, index) + bits.getFloat64(0) + answers.slice(index + number.length);
      const id = answers.slice(0, index).match(/"id":"[^"]*"/g)?.at(-1);
      assert.match(difference(answers, other) ?? "", /^case "/, `${file}: ${number}, ${id}`);
    }
  }
  const { 0: last } = native(files[0]).match(/.*\n$/);
  assert.match(difference(native(files[0]), native(files[0]).slice(0, -last.length)), /^case "/, "a missing case");
});
