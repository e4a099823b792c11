// What the officer takes away: the snippet for each of the four ways onto a page, the folder with everything a site needs,
// and the way back from a pasted snippet to its config.

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
const ATTRIBUTES = [
  "src", "neighbours", "view", "views", "indicator", "series", "area", "area-type", "period", "peers", "benchmark", "order", "name",
  "unit", "multiplier", "polarity", "value-type", "basis", "groups", "gap-shows", "trend-method", "trend-from", "source", "licence",
  "next-update", "publisher", "lang", "theme", "picture", "address", "today",
];
const ADDRESSES = ["src", "neighbours"];

const escape = (text) => String(text).replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\n", "&#10;");
const attributes = (pairs) => pairs.filter(([, value]) => value !== undefined).map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escape(value)}"`)).join("");
const list = (text) => String(text ?? "").split(/\s+/).filter(Boolean);
const isSaid = (value) => value !== undefined && value !== null && value !== "";
const isPlain = (value) => typeof value === "string" || typeof value === "number";
const folderOf = (base) => (base.endsWith("/") ? base : `${base}/`);
const textOf = (value) => (value && typeof value === "object" ? (value.en ?? Object.values(value)[0]) : value);

/** Whether attributes can hold a config. The version of the options is not an attribute, and 1 where none is named. */
export const fitsAttributes = (config) => Object.entries(config).every(([name, value]) => !isSaid(value) || (name === "schema" && String(value) === "1") || (ATTRIBUTES.includes(name) && isPlain(value)));

/** What a data file is to be, for behind its address: "sha256-…". @param {BufferSource} bytes */
export async function hashOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return `sha256-${btoa(String.fromCharCode(...digest))}`;
}

// ---- addresses, as seen from where they are written

// A page as deep as any: what leads upward from it stays within the site.
const PAGE = `https://page.invalid/${"_up_/".repeat(16)}page`;
const isFixed = (address) => /^([a-z][a-z0-9+.-]*:|\/)/i.test(address);

/** An address that the page sees, as a file elsewhere sees it; or the same one back, with `back`. */
function seenFrom(place, address, back = false) {
  if (isFixed(address) || isFixed(place)) return address;
  const [from, to] = back ? [new URL(PAGE), new URL(address, new URL(place, PAGE))] : [new URL(place, PAGE), new URL(address, PAGE)];
  const [here, there] = [from.pathname.split("/").slice(0, -1), to.pathname.split("/")];
  let same = 0;
  while (same < here.length && same < there.length - 1 && here[same] === there[same]) same += 1;
  return "../".repeat(here.length - same) + there.slice(same).join("/") + to.search + to.hash;
}

const hashed = (address, hashes) => (hashes?.[address] ? `${address}#${hashes[address]}` : address);

/** The config with each address changed. */
function withAddresses(config, change) {
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
      figure: `<peer-glass${attributes(pairs)}>${choices.static ?? link(config)}</peer-glass>`,
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

// ---- back

const ENTITIES = { amp: "&", quot: '"', apos: "'", lt: "<", gt: ">", nbsp: " " };
const unescape = (text) =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    const code = hex ? parseInt(hex, 16) : Number(decimal);
    if (name) return ENTITIES[name.toLowerCase()] ?? whole;
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

/** The attributes of each tag of a name, in order, and where it ends. */
function* tagsOf(text, name) {
  const tag = new RegExp(`<${name}(?=[\\s/>])((?:[^>"']|"[^"]*"|'[^']*')*)>`, "gi");
  for (const found of text.matchAll(tag)) {
    const pairs = [...found[1].matchAll(/([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g)];
    const given = pairs.map(([, key, ...values]) => [key.toLowerCase(), unescape(values.find((value) => value !== undefined) ?? "")]);
    yield { given: Object.fromEntries(given), end: found.index + found[0].length };
  }
}

const first = (text, name, fits = () => true) => [...tagsOf(text, name)].find(({ given }) => fits(given));
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
    return understood("element", element.given, script && baseOf(script.given.src), files);
  }
  const embed = first(pasted, "script", fileIn("embed.js"));
  if (embed) {
    const given = Object.fromEntries(Object.entries(embed.given).filter(([name]) => name.startsWith("data-")).map(([name, value]) => [name.slice(5), value]));
    return understood("embed", given, baseOf(embed.given.src), files);
  }
  const frame = first(pasted, "iframe", fileIn("frame.html"));
  if (frame) {
    const { src } = frame.given;
    return understood("iframe", Object.fromEntries(new URLSearchParams(src.split("?")[1] ?? "")), baseOf(src), files, `${baseOf(src)}frame.html`);
  }
  const kept = fromJson(/<!--\s*peerglass\s+(\{[\s\S]*?\})\s*-->/.exec(pasted)?.[1] ?? "");
  return kept && { route: "static", base: undefined, configAddress: undefined, ...split(kept) };
}

// ---- the folder with everything

/**
 * The files of pkg/, each checked against build.json.
 * @param {string} base Where the folder lies that this page was loaded from.
 * @returns {Promise<{files: Record<string, Uint8Array>, record: {version: string, files: Record<string, {integrity: string}>}}>}
 */
export async function packageFiles(base) {
  const answer = await fetch(new URL("build.json", base));
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const record = JSON.parse(new TextDecoder().decode(bytes));
  const got = await Promise.all(Object.entries(record.files).map(async ([name, { integrity }]) => {
    const file = await fetch(new URL(name, base), { integrity });
    if (!file.ok) throw new Error(`${name}: ${file.status}`);
    return [name, new Uint8Array(await file.arrayBuffer())];
  }));
  return { files: { ...Object.fromEntries(got), "build.json": bytes }, record };
}

const README = ({ version, folder, files, config, page }) => `Peerglass ${version}: what to put where

1. Copy the folder ${folder.name} to your site, so that ${folder.address}peer-glass.js is the address of a script.
   Keep all its files together, under their own names. When a new version comes, replace all of them at once.
2. Copy the data${config ? " and the config file" : ""} to your site, so that these are their addresses:
${files.map(([address, name]) => `     ${address}   (here: ${name})`).join("\n")}
3. Paste the snippet into your page. It stands in ${page}, which is also a whole page to try it with.

A browser opens no such page from a disk. Put the files on a site, or have a look with any web server.
How it goes into your content system, and what it needs of your security policy: see “embedding” in the documentation.

Nothing here sends anything anywhere. The licence of the programme is in ${folder.name}LICENSE; the figures are under their
publisher's licence.
`;

const bytesOf = (content) => (typeof content === "string" ? new TextEncoder().encode(content) : content);
const within = (address) => (/^([a-z][a-z0-9+.-]*:)?\/\//i.test(address) ? new URL(address, PAGE).pathname : address).split(/[?#]/)[0].replace(/^(\.{0,2}\/)+/, "");

/**
 * Every file that a site needs, by its path in the zip: the folder, the data, the config file, an example page, README.txt.
 * @param {Config} config
 * @param {Choices & {version: string, pkg: Record<string, Uint8Array>, data: Record<string, Uint8Array | string>, lang?: string}} given
 *   `pkg`: by name, as `packageFiles` gives them; `data`: by the address under which the config names them.
 * @returns {Record<string, Uint8Array>}
 */
export function contents(config, { pkg, data, version, ...choices }) {
  const route = choices.route ?? "element";
  const snippet = snippets(config, { ...choices, route })[route];
  const folder = { name: `${within(folderOf(choices.base)) || "peerglass/"}`, address: folderOf(choices.base) };
  const own = Object.entries(data).map(([address, content]) => [address, within(address), content]);
  if (snippet.config) own.push([snippet.config.address, within(snippet.config.address), snippet.config.text]);
  const title = escape(textOf(config.name) ?? "An example");
  const page = `<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>${title}</title>\n</head>\n<body>\n<main>\n<h1>An example page</h1>\n<h2>${title}</h2>\n\n${snippet.html}\n\n</main>\n</body>\n</html>\n`;
  const files = {};
  for (const [name, content] of Object.entries(pkg)) files[folder.name + name] = bytesOf(content);
  for (const [, name, content] of own) files[name] = bytesOf(content);
  files["index.html"] = bytesOf(page);
  files["README.txt"] = bytesOf(README({ version, folder, files: own, config: snippet.config, page: "index.html" }));
  return files;
}

/**
 * These files as a zip.
 * @param {Record<string, Uint8Array>} files By path.
 * @param {Date} [date] The date that the files carry.
 * @returns {Promise<Uint8Array>}
 */
export async function bundle(files, date = new Date()) {
  const { zipSync } = await import("./zip.js");
  return zipSync(files, { mtime: date, level: 6 });
}
