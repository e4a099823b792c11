// The types of the options, written from the schema of the config file. Run, it writes them anew, for a schema that changed;
// a test holds what is published to it.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const file = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const TYPES = "www/peerglass-options.d.ts";

const HEAD = `// The options of a figure: what the config file may hold, and each attribute of the element by its name. Written from
// peerglass.schema.json by tests/web/option-types.mjs.

/** A text that a reader sees: for every language, or by language. */
export type Said = string | { en?: string; cy?: string };

`;

const indented = (text) => text.replaceAll("\n", "\n  ");
const doc = ({ description }) => (description ? `/** ${description.replaceAll("*/", "* /")} */\n` : "");
const name = (key) => (/^[a-z]\w*$/i.test(key) ? key : JSON.stringify(key));

/** What is said once for all languages, or by language: texts, and numbers that are written as such. */
const isSaid = ({ anyOf }) => anyOf?.length === 2 && anyOf[1].properties?.cy;

/** A shape of the schema as a type. */
export function type(shape) {
  if (isSaid(shape)) return [shape.anyOf[0].type].flat().includes("number") ? "Said | number" : "Said";
  if (shape.anyOf) return shape.anyOf.map(type).join(" | ");
  if (shape.enum) return shape.enum.map((word) => JSON.stringify(word)).join(" | ");
  const kinds = [shape.type].flat();
  if (kinds.length > 1) return kinds.map((kind) => type({ ...shape, type: kind })).join(" | ");
  if (kinds[0] === "array") return `(${type(shape.items)})[]`;
  if (kinds[0] !== "object") return kinds[0] ?? "unknown";
  if (shape.properties) {
    const parts = Object.entries(shape.properties).map(([key, part]) => `${doc(part)}${name(key)}${shape.required?.includes(key) ? "" : "?"}: ${type(part)};`);
    return `{\n  ${indented(parts.join("\n"))}\n}`;
  }
  const keys = shape.propertyNames?.enum;
  return keys ? `{ [key in ${keys.map((key) => JSON.stringify(key)).join(" | ")}]?: ${type(shape.additionalProperties)} }` : `Record<string, ${type(shape.additionalProperties)}>`;
}

/** The file of types that a schema makes. */
export function typesOf(schema) {
  return `${HEAD}/** ${schema.description} */\nexport interface Options ${type(schema)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(file(TYPES), typesOf(JSON.parse(readFileSync(file("pkg/peerglass.schema.json"), "utf8"))));
}
