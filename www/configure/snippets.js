// The snippet for each of the four ways onto a page, from a config.
import { escape } from "./markup.js";

/**
 * @typedef {Record<string, unknown>} Config The options by name, as in docs/options.md. Addresses are as the page sees them.
 * @typedef {"element" | "embed" | "iframe" | "static"} Route
 *
 * @typedef {Object} Choices
 * @property {string} base The address of the folder, with or without its closing slash: "/peerglass/".
 * @property {Record<string, string | {integrity: string}>} [hashes] The `files` of build.json: with them the tags carry `integrity`.
 * @property {Record<string, string>} [dataHashes] By address, what `hashOf` makes of a data or config file.
 * @property {string} [static] The static answer as the engine makes it (`download("html")`), to stand inside the tag.
 * @property {Route} [route] Only this one; otherwise all four.
 * @property {string} [configAddress] Where the config file will be; by default view.json beside the first data file.
 * @property {string} [title] What the frame shows, for who cannot see it; by default from `name`.
 *
 * @typedef {Object} Snippet
 * @property {Route} route
 * @property {string} html All of it, to paste; empty while something is missing.
 * @property {string} once The part that stands once on a page.
 * @property {string} figure The part that stands where the figure is to be.
 * @property {{address: string, text: string} | undefined} config The config file that goes with it, where attributes cannot hold it.
 * @property {string[]} missing What must be said before it can be published: "source", "licence".
 * @property {string[]} notes What to mind, in plain sentences.
 */

/** The options that are attributes; all others stand in a config file. */
export const ATTRIBUTES = [
  "src", "neighbours", "view", "views", "indicator", "series", "area", "area-type", "period", "peers", "benchmark", "order", "name",
  "unit", "multiplier", "polarity", "value-type", "basis", "groups", "gap-shows", "trend-method", "trend-from", "source", "licence",
  "next-update", "publisher", "lang", "theme", "picture", "address", "today",
];
const ADDRESSES = ["src", "neighbours"];

const attributes = (pairs) => pairs.filter(([, value]) => value !== undefined).map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escape(value).replaceAll("\n", "&#10;")}"`)).join("");
/** The addresses of an option that holds several. */
export const list = (text) => String(text ?? "").split(/\s+/).filter(Boolean);
const isSaid = (value) => value !== undefined && value !== null && value !== "";
const isPlain = (value) => typeof value === "string" || typeof value === "number";
/** A folder's address with its closing slash. */
export const folderOf = (base) => (base.endsWith("/") ? base : `${base}/`);
/** A text that may be given in two languages, in English where it is. */
export const textOf = (value) => (value && typeof value === "object" ? (value.en ?? Object.values(value)[0]) : value);

/** Whether attributes can hold a config. The version of the options is not an attribute, and 1 where none is named. */
export const fitsAttributes = (config) => Object.entries(config).every(([name, value]) => !isSaid(value) || (name === "schema" && String(value) === "1") || (ATTRIBUTES.includes(name) && isPlain(value)));

/** What a data file is to be, for behind its address: "sha256-…". @param {BufferSource} bytes */
export async function hashOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return `sha256-${btoa(String.fromCharCode(...digest))}`;
}

// ---- addresses, as seen from where they are written

// A page as deep as any: what leads upward from it stays within the site.
export const PAGE = `https://page.invalid/${"_up_/".repeat(16)}page`;
/** Whether an address is the same from wherever it is written. */
export const isFixed = (address) => /^([a-z][a-z0-9+.-]*:|\/)/i.test(address);

/** An address that the page sees, as a file elsewhere sees it; or the same one back, with `back`. */
export function seenFrom(place, address, back = false) {
  if (isFixed(address) || isFixed(place)) return address;
  const [from, to] = back ? [new URL(PAGE), new URL(address, new URL(place, PAGE))] : [new URL(place, PAGE), new URL(address, PAGE)];
  const [here, there] = [from.pathname.split("/").slice(0, -1), to.pathname.split("/")];
  let same = 0;
  while (same < here.length && same < there.length - 1 && here[same] === there[same]) same += 1;
  return "../".repeat(here.length - same) + there.slice(same).join("/") + to.search + to.hash;
}

const hashed = (address, hashes) => (hashes?.[address] ? `${address}#${hashes[address]}` : address);

/** The config with each address changed. */
export function withAddresses(config, change) {
  const changed = { ...config };
  for (const name of ADDRESSES) if (isSaid(config[name])) changed[name] = list(config[name]).map(change).join(" ");
  return changed;
}

const besideData = (config) => {
  const first = list(config.src)[0] ?? "";
  return first.split(/[?#]/)[0].replace(/[^/]*$/, "view.json");
};

// ---- snippets

/** The stem of the engine that a config asks for first, by the rule that the element goes by. @param {Config} config */
export function engineOf(config) {
  const { view = "compare", views, picture, likeness, show, peers, lang } = config;
  const isPaired = /{"(en|cy)":/.test(JSON.stringify(config));
  const isMore = view === "trend" || views || picture === "svg" || likeness || show || peers === "parent" || isPaired;
  const stem = view !== "compare" && view !== "trend" ? "peerglass-whole" : isMore ? "peerglass-more" : "peerglass";
  return /^cy/i.test(lang ?? "") ? `${stem}-cy` : stem;
}

function tags(config, { base, hashes }, script) {
  const folder = folderOf(base);
  const integrity = (name) => hashes?.[name]?.integrity ?? hashes?.[name];
  // A file of another site is checked only when it is asked for with this word.
  const crossorigin = hashes && /^(https?:)?\/\//i.test(folder) ? "anonymous" : undefined;
  const preload = (name) => `<link${attributes([["rel", "modulepreload"], ["href", folder + name], ["integrity", integrity(name)], ["crossorigin", crossorigin]])}>`;
  const tag = (name, pairs, rest = []) => `<script${attributes([...pairs, ["src", folder + name], ["integrity", integrity(name)], ["crossorigin", crossorigin], ...rest])}></script>`;
  const engine = `${engineOf(config)}.js`;
  const preloads = hashes ? (script === "embed.js" ? ["peer-glass.js", engine] : [engine]) : [];
  const sharing = config.address ? [tag("peer-glass-address.js", [["type", "module"]])] : [];
  return { preloads: preloads.map(preload), sharing, tag };
}

/** What the tag holds: everything, or the address of the config file. */
function options(config, { dataHashes, configAddress }) {
  if (fitsAttributes(config)) {
    const changed = withAddresses(config, (address) => hashed(address, dataHashes));
    return { pairs: ATTRIBUTES.filter((name) => isSaid(changed[name])).map((name) => [name, changed[name]]), file: undefined };
  }
  const address = configAddress ?? besideData(config);
  const said = Object.fromEntries(Object.entries(config).filter(([, value]) => isSaid(value)));
  const inFile = withAddresses(said, (one) => hashed(seenFrom(address, one), dataHashes && { [seenFrom(address, one)]: dataHashes[one] }));
  // The script that keeps choices in the page's address looks at the tag alone.
  return { pairs: [["config", hashed(address, dataHashes)], ["address", config.address]].filter(([, value]) => isSaid(value)), file: { address, text: `${JSON.stringify(inFile, null, 2)}\n` } };
}

const link = (config) => `<p><a href="${escape(list(config.src)[0] ?? "")}">The figures as a file</a></p>`;

const ROUTES = {
  element(config, choices, { pairs }) {
    const { preloads, sharing, tag } = tags(config, choices);
    return {
      once: [...preloads, tag("peer-glass.js", [["type", "module"]]), ...sharing].join("\n"),
      figure: `<peer-glass${attributes(pairs)}>${choices.static || link(config)}</peer-glass>`,
    };
  },
  embed(config, choices, { pairs }) {
    const { preloads, sharing, tag } = tags(config, choices, "embed.js");
    const data = pairs.map(([name, value]) => [`data-${name}`, value]);
    return { once: [...preloads, ...sharing].join("\n"), figure: tag("embed.js", [], [...data, ["async", true]]) };
  },
  iframe(config, choices, { pairs }) {
    const folder = folderOf(choices.base);
    const seen = pairs.map(([name, value]) => [name, ["src", "config", "neighbours"].includes(name) ? list(value).map((one) => seenFrom(`${folder}frame.html`, one)).join(" ") : value]);
    const query = seen.map(([name, value]) => `${name}=${encodeURIComponent(value).replace(/%2F/g, "/").replace(/%3A/g, ":").replace(/%2C/g, ",")}`).join("&");
    const title = choices.title ?? (isSaid(config.name) ? `${textOf(config.name)}, compared with places like ours`.replace(/^./, (letter) => letter.toUpperCase()) : "A comparison of places");
    const frame = attributes([["src", `${folder}frame.html?${query}`], ["title", title], ["width", "100%"], ["height", "900"], ["frameborder", "0"], ["loading", "lazy"]]);
    const { tag } = tags(config, choices);
    return { once: tag("peer-glass-frame.js", [], [["defer", true]]), figure: `<iframe${frame}></iframe>\n${link(config)}` };
  },
  static(config, choices) {
    // Content systems that keep comments keep the way back to the config.
    const json = JSON.stringify(config).replaceAll("--", "-\\u002d").replaceAll("<", "\\u003c").replaceAll(">", "\\u003e");
    return { once: "", figure: `<!-- peerglass ${json} -->\n${choices.static ?? ""}` };
  },
};

function notesOn(route, config, choices, { file }) {
  const notes = [];
  const relative = [...ADDRESSES.flatMap((name) => list(config[name])), ...(file ? [file.address] : [])].filter((address) => !isFixed(address));
  if (file && route !== "static") notes.push(`Save the config file as ${file.address}.`);
  if (route === "iframe" && relative.length > 0 && isFixed(choices.base)) notes.push(`Write these addresses from the root of the site, beginning with “/”: ${relative.join(", ")}.`);
  if (route === "static" && !choices.static) notes.push("The static answer is not there yet: it is made when the figure is ready.");
  if (config.address && route === "iframe") notes.push("In an iframe a reader's choices do not stand in the address of the page.");
  return notes;
}

/**
 * The snippet of each route. While source or licence is missing there is none to paste.
 * @param {Config} config
 * @param {Choices} choices
 * @returns {Record<Route, Snippet>}
 */
export function snippets(config, choices) {
  const missing = ["source", "licence"].filter((name) => !isSaid(textOf(config[name])));
  const said = options(config, choices);
  const routes = choices.route ? [choices.route] : Object.keys(ROUTES);
  return Object.fromEntries(routes.map((route) => {
    const { once, figure } = missing.length > 0 ? { once: "", figure: "" } : ROUTES[route](config, choices, said);
    const html = [once, figure].filter(Boolean).join("\n\n");
    return [route, { route, html, once, figure, config: route === "static" ? undefined : said.file, missing, notes: notesOn(route, config, choices, said) }];
  }));
}
