// Configs made at random from the schema, the same ones each time: every key, every kind of value, text of every script.

/** Numbers from 0 to 1, the same for the same seed (Park and Miller 1988). */
export function numbers(seed) {
  let now = seed;
  return () => (now = (now * 48271) % 2147483647) / 2147483647;
}

const TEXTS = ["Wessmere", "the share of adults who smoke", "Môn a Gŵyr", "a “quote” & <b>markup</b>", "two  spaces", "línea\nnext", "100%", "'", "__proto__", "2019/20 - 21/22", "日本", "E10000901", "-1.5"];
const pick = (list, random) => list[Math.floor(random() * list.length)];

/** A value that the schema allows. @param {object} node @param {() => number} random */
export function valueOf(node, random) {
  if (node.enum) return pick(node.enum, random);
  if (node.anyOf) return valueOf(pick(node.anyOf, random), random);
  if (Array.isArray(node.type)) return valueOf({ ...node, type: pick(node.type, random) }, random);
  if (node.type === "string") return pick(TEXTS, random);
  if (node.type === "number" || node.type === "integer") return Math.round(random() * 2000 - 500) / 10;
  if (node.type === "boolean") return random() < 0.5;
  if (node.type === "array") return Array.from({ length: node.minItems ?? 1 + Math.floor(random() * 3) }, () => valueOf(node.items, random));
  if (node.properties) return objectOf(node, random);
  const names = node.propertyNames?.enum ?? TEXTS.filter((text) => text !== "__proto__");
  return Object.fromEntries(Array.from({ length: 1 + Math.floor(random() * 2) }, () => [pick(names, random), valueOf(node.additionalProperties, random)]));
}

function objectOf(node, random) {
  const all = Object.entries(node.properties);
  const taken = all.filter(([name]) => node.required?.includes(name) || random() < 0.5);
  const [name, inner] = pick(all, random);
  return Object.fromEntries([...(taken.length > 0 ? taken : [[name, inner]])].map(([key, one]) => [key, valueOf(one, random)]));
}

/** Configs, each with some of the keys of the schema; the first ones have one key each, so that every key is there. */
export function configs(schema, count, seed = 20261122) {
  const random = numbers(seed);
  const single = Object.entries(schema.properties).map(([key, node]) => ({ [key]: valueOf(node, random) }));
  return [...single, ...Array.from({ length: count }, () => objectOf(schema, random))];
}
