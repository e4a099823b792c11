// Every reference case, expected answer or none, answered in WebAssembly byte for byte as natively. `tests/webassembly.rs`
// compiles the checks of tests/reference for WebAssembly, and `tests/reference.rs` writes our answers; both are run here,
// and compile only what has changed. Skipped where there is no standard library for WebAssembly; with CI=true that fails.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";

import { project } from "./server.mjs";

const reference = resolve(process.env.PEERGLASS_REFERENCE ?? join(project, "tests/reference"));
const target = resolve(project, process.env.CARGO_TARGET_DIR ?? "target");
const compiled = `${target}-wasm/reference.wasm`;
const files = ["phe", "spc"].flatMap((set) =>
  readdirSync(join(reference, set)).filter((name) => name.endsWith(".json")).map((name) => `${set}/${name}`));

for (const check of [["webassembly", "--", "--ignored"], ["reference", "answers_are_written"]]) {
  const { status, stdout, stderr } = spawnSync("cargo", ["test", "--release", "--locked", "--test", ...check], { cwd: project, encoding: "utf8" });
  assert.equal(status, 0, stdout + stderr);
}
const skip = existsSync(compiled) || process.env.CI === "true" ? false : "there is no standard library for WebAssembly here";
const wasm = skip ? null : (await WebAssembly.instantiate(readFileSync(compiled), {})).instance.exports;

/** What a file is answered by in WebAssembly. */
function answers(file, content) {
  for (const part of [Buffer.from(`${file}\n`), content]) for (const byte of part) wasm.put(byte);
  return Buffer.from(Array.from({ length: wasm.answer() }, (_, at) => wasm.get(at))).toString();
}

/** What it is answered by natively: a line for each case. */
const native = (file) => readFileSync(join(target, "tmp/reference", file), "utf8");

let answered = 0;

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
  test(file, { skip }, () => {
    const content = readFileSync(join(reference, file));
    const cases = JSON.parse(content).cases ?? [];
    const expected = native(file);
    const ids = expected.split("\n").slice(0, -1).map((line) => JSON.parse(line).id);
    assert.deepEqual(ids, cases.map(({ id }) => id), "every case is answered, in order");
    assert.equal(difference(expected, answers(file, content)), null);
    answered += ids.length;
  });
}

test("no case is missing", { skip }, (context) => {
  const held = files.map((file) => JSON.parse(readFileSync(join(reference, file), "utf8")).cases?.length ?? 0);
  assert.equal(answered, held.reduce((sum, count) => sum + count));
  assert.ok(answered > 1000, `${answered} cases`);
  context.diagnostic(`${answered} cases, the same bytes natively and in WebAssembly`);
});

test("one bit of one answer is found", { skip }, () => {
  const bits = new DataView(new ArrayBuffer(8));
  let changed = 0;
  for (const file of files) {
    const lines = native(file).split("\n");
    lines.slice(0, -1).forEach((line, at) => {
      const found = line.match(/(?<![\w.-])\d+\.\d{6,}(?![\w.])/);
      if (!found) return;
      bits.setFloat64(0, Number(found[0]));
      bits.setBigUint64(0, bits.getBigUint64(0) ^ 1n);
      const { index } = found;
      const other = line.slice(0, index) + bits.getFloat64(0) + line.slice(index + found[0].length);
      const told = difference(lines.join("\n"), lines.with(at, other).join("\n"));
      assert.ok(told?.startsWith(`case "${JSON.parse(line).id}", character `), `${file}: ${found[0]}: ${told}`);
      changed += 1;
    });
    if (lines.length > 1) assert.ok(difference(lines.join("\n"), lines.toSpliced(-2, 1).join("\n")), `${file}: a case less`);
  }
  assert.ok(changed > 500, `${changed} answers with a number to change`);
});
