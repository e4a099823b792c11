// The way back: from a pasted snippet, of any route, or a config file, to the config.
import { unescape } from "./markup.js";
import { ATTRIBUTES, seenFrom, withAddresses } from "./snippets.js";

/** @typedef {import("./snippets.js").Config} Config @typedef {import("./snippets.js").Route} Route */

/** The attributes of each tag of a name, in order. */
function* tagsOf(text, name) {
  const tag = new RegExp(`<${name}(?=[\\s/>])((?:[^>"']|"[^"]*"|'[^']*')*)>`, "gi");
  for (const found of text.matchAll(tag)) {
    const pairs = [...found[1].matchAll(/([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g)];
    const given = pairs.map(([, key, ...values]) => [key.toLowerCase(), unescape(values.find((value) => value !== undefined) ?? "")]);
    yield Object.fromEntries(given);
  }
}

const first = (text, name, fits = () => true) => [...tagsOf(text, name)].find(fits);
const fileIn = (file) => ({ src = "" }) => new RegExp(`(^|/)${file.replace(".", "\\.")}([?#]|$)`).test(src);
const baseOf = (address) => address.split(/[?#]/)[0].replace(/[^/]*$/, "");

/** The hashes behind addresses, taken off. */
function split(config) {
  const dataHashes = {};
  const bare = withAddresses(config, (address) => {
    const [, plain, hash] = /^(.*?)(?:#(sha(?:256|384|512)-.+))?$/s.exec(address);
    if (hash) dataHashes[plain] = hash;
    return plain;
  });
  return { config: bare, dataHashes };
}

/** What stands in a tag, as a config; of a config file named there, what `files` has of it. */
function understood(route, given, base, files, place) {
  const own = Object.fromEntries(Object.entries(given).filter(([name, value]) => ATTRIBUTES.includes(name) && value !== ""));
  const back = (from) => (address) => seenFrom(from, address, true);
  const seen = place ? withAddresses(own, back(place)) : own;
  if (!given.config) return { route, base, configAddress: undefined, ...split(seen) };
  const [, plain, hash] = /^(.*?)(?:#(.*))?$/s.exec(place ? seenFrom(place, given.config, true) : given.config);
  const named = files?.[plain] ?? files?.[plain.split("/").at(-1)];
  const read = named && fromJson(named);
  const { config, dataHashes } = split({ ...(read ? withAddresses(read, back(plain)) : {}), ...seen });
  return { route, base, configAddress: plain, config: read ? config : undefined, dataHashes: hash ? { ...dataHashes, [plain]: hash } : dataHashes };
}

function fromJson(text) {
  try {
    const value = JSON.parse(text.replace(/^\uFEFF/, ""));
    return value && typeof value === "object" && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The config of a pasted snippet or config file, of any route. An attribute holds text: the number 100 comes back as "100",
 * which means the same.
 * @param {string} text
 * @param {Record<string, string>} [files] The texts of config files, by address or name, for snippets that name one.
 * @returns {{route: Route | "config", config: Config | undefined, base: string | undefined, configAddress: string | undefined,
 *   dataHashes: Record<string, string>} | undefined} Undefined where nothing of it is known; without `config` where the
 *   config file that the snippet names is still wanted.
 */
export function readSnippet(text, files) {
  const pasted = String(text ?? "");
  const json = fromJson(pasted);
  if (json) return { route: "config", base: undefined, configAddress: undefined, ...split(json) };
  const element = first(pasted, "peer-glass");
  if (element) {
    const script = first(pasted, "script", fileIn("peer-glass.js"));
    return understood("element", element, script && baseOf(script.src), files);
  }
  const embed = first(pasted, "script", fileIn("embed.js"));
  if (embed) {
    const given = Object.fromEntries(Object.entries(embed).filter(([name]) => name.startsWith("data-")).map(([name, value]) => [name.slice(5), value]));
    return understood("embed", given, baseOf(embed.src), files);
  }
  const frame = first(pasted, "iframe", fileIn("frame.html"));
  if (frame) {
    const { src } = frame;
    return understood("iframe", Object.fromEntries(new URLSearchParams(src.split("?")[1] ?? "")), baseOf(src), files, `${baseOf(src)}frame.html`);
  }
  const kept = fromJson(/<!--\s*peerglass\s+(\{[\s\S]*?\})\s*-->/.exec(pasted)?.[1] ?? "");
  return kept && { route: "static", base: undefined, configAddress: undefined, ...split(kept) };
}
