// What the figure asks of a page that is to hold it, request by request, and which rule of the page's headers refuses it.
// Each refusal carries what to ask for in its place. The order is that in which a browser meets them.
import { allows, allowsScript, allowsTrustedType, allowsWebAssembly, governing, has, listFits, sourceFits } from "./csp.js";

/** Reasons, for somebody in IT. */
const WHY = {
  wasm: "Lets the page compile WebAssembly, in which the figure is worked out in the reader's browser. It allows neither eval nor inline scripts.",
  script: "Lets the page load the figure's own scripts.",
  hash: "Lets the page run this one script, embed.js, byte for byte as it is, and what it loads. Each version has another.",
  engine: "Lets those scripts fetch the figure's engine and style sheet.",
  data: "Lets those scripts fetch the published data files. Nothing is sent.",
  types: "Lets those scripts make one Trusted Types policy, through which all their markup goes.",
  frame: "Lets the page hold the figure's own page in an iframe.",
  ancestors: "Lets this site hold the figure's page in an iframe.",
  read: "Lets pages of this site read these public files.",
  load: "Lets pages of other sites load these public files.",
  embedder: "A page that sends this header may hold only frames that send it too.",
  sandbox: "Lets the page, which is sandboxed, run scripts and load files as a page of its own site.",
};

/**
 * A place whose headers count: the page, frame.html, the folder, the data.
 * @typedef {{where: "page" | "frame" | "widget" | "data", url: URL, policies: import("./csp.js").Policy[], headers?: import("./csp.js").Header[]}} Place
 * @typedef {{directive: string, source: string, why: string}} Ask
 * @typedef {import("./policy.js").Stop & {place: Place, from?: import("./csp.js").Policy, ask?: Ask}} Refusal
 */

/** The value of a header of a place; of one that stands twice, all values. */
export const header = (place, name) =>
  (place.headers ?? [])
    .filter((one) => one.name === name)
    .map((one) => one.value)
    .join(", ");

const LOOPBACK = /^(localhost|.*\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** What a browser asks for in place of an address, where the page tells it to ask by https. */
function upgraded(url, place) {
  const isTold = place.policies.some(({ directives }) => directives.some(({ name }) => name === "upgrade-insecure-requests"));
  if (!isTold || url.protocol !== "http:" || LOOPBACK.test(url.hostname)) return url;
  return new URL(url.href.replace(/^http:/, "https:"));
}

const isMixed = (url, place) => place.url.protocol === "https:" && url.protocol === "http:" && !LOOPBACK.test(url.hostname);

/** The source that lets an address through: the site itself, or the folder on another. */
const sourceFor = (url, place) => (sourceFits("'self'", url, place.url) ? "'self'" : url.origin + url.pathname.replace(/[^/]*$/, ""));

/** What stands in each policy of a place against something. */
function refusedBy(place, name, what, isAllowed, ask) {
  const refusing = place.policies.filter((policy) => !isAllowed(policy));
  return refusing.map((from) => {
    const { name: directive, sources } = governing(from, name);
    return { where: place.where, directive, rule: [directive, ...sources].join(" "), what, policy: from.at, place, from, ask: { directive: name, ...ask } };
  });
}

/** What a header refuses, or what would have to be sent. */
const missing = (place, directive, what, ask) => [{ where: place.where, directive, rule: header(place, directive.toLowerCase()), what, policy: -1, place, ask: ask && { directive, ...ask } }];

const mixed = (place, what) => missing(place, "https", `${what}, as a page that came by https asks for nothing by http`);

// ---- the sandbox, and files of another site

const shutOff = (place, allowed) =>
  place.policies.filter(({ directives }) => directives.some(({ name, sources }) => name === "sandbox" && !has(sources, allowed)));

/** Whether a place is a page without a site of its own. */
export const isOpaque = (place) => shutOff(place, "allow-same-origin").length > 0;

export const mayDownload = (place) => shutOff(place, "allow-downloads").length === 0;

function sandboxed(within, allowed, what) {
  return shutOff(within, allowed).map((found) => {
    // The page's sandbox holds for its frames, and is the page's to open.
    const [place, from] = [found.of ?? within, found.whole ?? found];
    const { sources } = from.directives.find(({ name }) => name === "sandbox");
    return { where: place.where, directive: "sandbox", rule: ["sandbox", ...sources].join(" "), what, policy: from.at, place, from, ask: { directive: "sandbox", source: allowed, why: WHY.sandbox } };
  });
}

/** Whether files of one place may be read by pages of another. */
function unreadable(place, files, what) {
  const isOwn = place.url.origin === upgraded(files.url, place).origin;
  if (isOwn && !isOpaque(place)) return [];
  const allowed = header(files, "access-control-allow-origin");
  const origin = isOpaque(place) ? "null" : place.url.origin;
  if (allowed === "*" || allowed === origin) return [];
  if (isOpaque(place) && isOwn) return sandboxed(place, "allow-same-origin", what);
  return missing(files, "Access-Control-Allow-Origin", `${what}, which lie on another site`, { source: place.url.origin, why: WHY.read });
}

/** Whether a file of one place may be put into pages of another unread. */
function unloadable(place, files, what) {
  if (place.url.origin === files.url.origin) return [];
  const policy = header(files, "cross-origin-resource-policy").toLowerCase();
  const isStrict = /require-corp/i.test(header(place, "cross-origin-embedder-policy"));
  const isSite = policy === "same-site" && isSameSite(place.url, files.url);
  if (policy === "cross-origin" || isSite || (policy === "" && !isStrict)) return [];
  return missing(files, "Cross-Origin-Resource-Policy", what, { source: "cross-origin", why: WHY.load });
}

// Without the list of public suffixes: sure of names one below the other, or below one of three parts.
function isSameSite(one, other) {
  const parent = (url) => url.hostname.split(".").slice(1).join(".");
  const isBelow = (a, b) => a.hostname.endsWith(`.${b.hostname}`);
  return one.protocol === other.protocol && (isBelow(one, other) || isBelow(other, one) || (parent(one) === parent(other) && parent(one).split(".").length > 2));
}

// ---- scripts, engine, data

/**
 * Whether one of the folder's scripts may be loaded and run: by its nonce, its hash or its address. What a script imports has
 * its nonce. With strict-dynamic, what `classic` brings is let through as it is; what a module brings is not.
 * @param {{nonce: boolean, hashes?: Record<string, string>, classic?: string}} marks What our tags carry.
 */
function script(place, folder, name, { nonce, hashes, classic }) {
  const what = "The figure's scripts";
  const at = (name) => upgraded(new URL(name, folder.url), place);
  const url = at(name);
  if (isMixed(url, place)) return mixed(place, what);
  const fits = (policy, name) => allowsScript(policy, { url: at(name), nonce, integrity: hashes?.[name] }, place.url);
  const isAllowed = (policy) => fits(policy, name) || Boolean(classic && isDynamic(policy) && fits(policy, classic));
  const refused = refusedBy(place, "script-src-elem", what, isAllowed, { source: sourceFor(url, place), why: WHY.script });
  const hash = classic && hashes?.[classic];
  const byHash = { directive: "script-src-elem", source: `'${hash}'`, why: WHY.hash };
  return refused.map((one) => (hash && isDynamic(one.from) ? { ...one, ask: byHash } : one));
}

const isDynamic = (policy) => has(governing(policy, "script-src-elem")?.sources ?? [], "'strict-dynamic'");

function fetched(place, files, url, what, why) {
  const asked = upgraded(url, place);
  if (isMixed(asked, place)) return mixed(place, what);
  const isAllowed = (policy) => allows(policy, "connect-src", asked, place.url);
  return [...refusedBy(place, "connect-src", what, isAllowed, { source: sourceFor(asked, place), why }), ...unreadable(place, files, what)];
}

const once = (refusals) => {
  const key = ({ where, policy, directive, what, ask }) => [where, policy, directive, what, ask?.source].join("|");
  return refusals.filter((one, at) => refusals.findIndex((other) => key(other) === key(one)) === at);
};

/**
 * What a page refuses of the element.
 * @param {Place} place The page, or frame.html.
 * @param {{folder: Place, data: Place[], engine: string, nonce: boolean, hashes?: Record<string, string>, classic?: string, module?: string}} figure
 *   `classic`: a script that is there before, and brings the element; `module`: one that is there in its place.
 * @returns {{classic: Refusal[], scripts: Refusal[], engine: Refusal[], data: Refusal[], minor: {plain: boolean, keys: boolean, downloads: boolean}}}
 */
export function element(place, { folder, data, engine, nonce, hashes, classic, module = "peer-glass.js" }) {
  const runs = sandboxed(place, "allow-scripts", "The figure's scripts");
  const load = (name) => script(place, folder, name, { nonce, hashes, classic });
  // What comes after the first answer has no hash on the page.
  const loadLater = (name) => script(place, folder, name, { nonce, hashes: classic && hashes && { [classic]: hashes[classic] }, classic });
  const first = classic ? load(classic) : [];
  const wasm = refusedBy(place, "script-src", "WebAssembly, in which the figure is worked out", allowsWebAssembly, { source: "'wasm-unsafe-eval'", why: WHY.wasm });
  // Then the engine comes as plain JavaScript, if that may be loaded.
  const isPlain = wasm.length > 0 && loadLater(`${engine}-plain.js`).length === 0;
  const modules = [...load(module), ...load("peer-glass.js"), ...unreadable(place, folder, "The figure's scripts")];
  return {
    classic: classic ? once([...runs, ...first, ...unloadable(place, folder, "The figure's first script")]) : [],
    scripts: once([...runs, ...modules]),
    engine: once([
      ...(isPlain ? [] : load(`${engine}.js`)),
      ...fetched(place, folder, new URL(`${engine}_bg.wasm`, folder.url), "The engine and the style sheet", WHY.engine),
      ...(isPlain ? [] : wasm),
      ...refusedBy(place, "trusted-types", "The figure's own Trusted Types policy", (policy) => allowsTrustedType(policy, "peerglass"), { source: "peerglass", why: WHY.types }),
    ]),
    data: once(data.flatMap((files) => fetched(place, files, files.url, "The data", WHY.data))),
    minor: {
      plain: isPlain,
      keys: loadLater("peer-glass-reader.js").length === 0,
      downloads: mayDownload(place) && loadLater("peer-glass-keep.js").length === 0,
    },
  };
}

// ---- a frame

/** What a page and frame.html refuse of standing one in the other. */
export function framing(page, frame) {
  const what = "The frame";
  const url = upgraded(frame.url, page);
  if (isMixed(url, page)) return mixed(page, what);
  const inPage = refusedBy(page, "frame-src", what, (policy) => allows(policy, "frame-src", url, page.url), { source: sourceFor(url, page), why: WHY.frame });
  return [...inPage, ...ancestors(page, frame, what), ...embedder(page, frame, what)];
}

function ancestors(page, frame, what) {
  const stated = frame.policies.filter((policy) => governing(policy, "frame-ancestors"));
  const isSame = page.url.origin === frame.url.origin;
  const source = isSame ? "'self'" : page.url.origin;
  if (stated.length > 0) {
    const isNamed = (policy) => !isOpaque(page) && listFits(governing(policy, "frame-ancestors").sources, new URL(page.url.origin), frame.url);
    return refusedBy({ ...frame, policies: stated }, "frame-ancestors", what, isNamed, { source, why: WHY.ancestors });
  }
  const values = [...new Set(header(frame, "x-frame-options").toLowerCase().split(",").map((value) => value.trim()).filter(Boolean))];
  const isKnown = values.some((value) => ["deny", "sameorigin", "allowall"].includes(value));
  const isRefused = values.length > 1 ? isKnown : values[0] === "deny" || (values[0] === "sameorigin" && (!isSame || isOpaque(page)));
  return isRefused ? missing(frame, "X-Frame-Options", what, { source: isSame ? "SAMEORIGIN" : "", why: WHY.ancestors }) : [];
}

function embedder(page, frame, what) {
  const isolates = (place) => /^(require-corp|credentialless)/i.test(header(place, "cross-origin-embedder-policy"));
  if (!isolates(page)) return [];
  const own = isolates(frame) ? [] : missing(frame, "Cross-Origin-Embedder-Policy", what, { source: "require-corp", why: WHY.embedder });
  return [...own, ...unloadable(page, frame, what)];
}

/** Whether a page lets a small part be loaded that the figure can do without. */
export const lets = {
  style: (place, name) => place.policies.every((policy) => allows(policy, "style-src-elem", upgraded(new URL(name, place.url), place), place.url)),
  script: (place, folder, name, marks) => sandboxed(place, "allow-scripts", "").length === 0 && script(place, folder, name, marks).length === 0,
};
