// A reporter for node --test: how each test came out, as JSON, for the conformance report.
import { basename } from "node:path";

export default async function* outcomes(events) {
  const all = [];
  const paths = new Map();
  for await (const { type, data } of events) {
    const path = paths.get(data.file) ?? paths.set(data.file, []).get(data.file);
    // A suite starts before its tests, and ends after them.
    if (type === "test:start") path.splice(data.nesting, Infinity, data.name);
    if (type !== "test:pass" && type !== "test:fail") continue;
    if (data.details?.type === "suite" || !data.file) continue;
    const left = data.skip !== undefined || data.todo !== undefined;
    const name = [...path.slice(0, data.nesting), data.name].join(", ");
    all.push({ file: basename(data.file), name, outcome: left ? "left out" : type === "test:pass" ? "passed" : "failed" });
  }
  yield `${JSON.stringify(all, null, 1)}\n`;
}
