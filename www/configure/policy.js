// The policy doctor: from a site's headers, which of the four ways onto a page will work, what stops the others, and the
// exact lines to ask for. It reads only what is pasted and asks no server.
import { lines, wantsNonce } from "./asks.js";
import { read, write } from "./csp.js";
import { element, framing, header, isOpaque, lets, mayDownload } from "./needs.js";

/**
 * @typedef {"element" | "embed" | "iframe" | "static"} Route
 * @typedef {"works" | "reduced" | "blocked"} Outcome
 *   works: readers see the whole figure; reduced: they see the static answer inside the tag; blocked: neither.
 * @typedef {"widget" | "static" | "message" | "nothing"} Shows
 *   What stands on the page: the live figure; the static answer; a line in place of the figure; nothing.
 *
 * @typedef {Object} Stop Something that is refused.
 * @property {"page" | "frame" | "widget" | "data"} where Whose headers refuse it: the page's, those of frame.html, of the folder, of the data.
 * @property {string} directive The directive or header that refuses it, as it stands there: "default-src".
 * @property {string} rule The whole of it: "default-src 'self'"; empty where a header is missing.
 * @property {string} what What is refused, in plain words.
 * @property {number} policy Which of the policies pasted, from 0; -1 for what is no policy.
 *
 * @typedef {Object} Added
 * @property {string} directive Where the source goes: "script-src".
 * @property {string} source What is added: "'wasm-unsafe-eval'".
 * @property {string} why What it is for, in plain words for somebody in IT.
 *
 * @typedef {Object} Line One header to ask for.
 * @property {"page" | "frame" | "widget" | "data"} where On which answer it goes.
 * @property {string} address The address of that answer; empty for the page's, which are many.
 * @property {string} site The origin that sends it.
 * @property {string} header Its name.
 * @property {"header" | "meta"} form Whether it is a header or stands in a <meta> tag.
 * @property {string} before Its value now; empty where there is none.
 * @property {string} after Its value with the change.
 * @property {string} text The whole line, ready to paste.
 * @property {Added[]} added What is new in it.
 *
 * @typedef {Object} RouteVerdict
 * @property {Route} route
 * @property {Outcome} outcome
 * @property {Shows} shows
 * @property {boolean} message Whether the figure says why it is not there, above the static answer or in place of it.
 * @property {string} says What readers will see, in plain words for the officer.
 * @property {Stop[]} stops What is refused; empty when it works.
 * @property {string[]} limits What works less well, in plain sentences.
 * @property {boolean} nonce Whether the page's nonce must stand on our tags, which only the site's templates can do.
 * @property {boolean} curable Whether `lines` (and the nonce) make it work.
 * @property {Line[]} lines What to ask for, so that it works.
 *
 * @typedef {Object} Diagnosis
 * @property {"headers" | "policy" | "meta" | "nothing"} kind What was pasted.
 * @property {string[]} policies The policies that count, one line each.
 * @property {{code: string, message: string}[]} notes How the text was read.
 * @property {Record<Route, RouteVerdict>} routes
 * @property {Route} recommended The live route that works, or that asks for the least; else static.
 * @property {Line[]} lines What to ask for, for that route.
 *
 * @typedef {Object} Places
 * @property {string} pageOrigin Where the page is: its origin or its whole address.
 * @property {string} [widgetOrigin] Where the folder lies: "https://www.example.gov.uk/peerglass/"; of an origin alone, `/peerglass/` is taken.
 * @property {string | string[]} [dataOrigin] Where the data, and the config file if there is one, are; by default on the page's site.
 * @property {string} [widgetHeaders] What the folder's site sends with its files; by default what is pasted, where that is the page's site.
 * @property {string} [dataHeaders] Likewise of the data.
 * @property {string} [engine] The stem of the engine's files; by default that of a comparison, "peerglass".
 * @property {boolean} [nonce] Whether the site puts its nonce on our tags.
 * @property {Record<string, string | {integrity: string}>} [hashes] The `files` of build.json, where our tags carry `integrity`, as
 *   the snippets do that were made with the same.
 */

/** @returns {{read: import("./csp.js").Read, page: import("./needs.js").Place, frame: import("./needs.js").Place, folder: import("./needs.js").Place, data: import("./needs.js").Place[]}} */
function places(text, { pageOrigin, widgetOrigin = new URL(pageOrigin).origin, dataOrigin = [], widgetHeaders, dataHeaders }, enforceAll = false) {
  const pasted = read(text);
  const enforced = (found) => found.policies.map((policy, at) => ({ ...policy, at })).filter(({ reportOnly }) => enforceAll || !reportOnly);
  const page = { where: "page", url: new URL(pageOrigin), policies: enforced(pasted), headers: pasted.headers };
  const at = (where, address, own) => {
    const found = own === undefined ? (address.origin === page.url.origin ? pasted : { policies: [], headers: [] }) : read(own);
    return { where, url: address, headers: found.headers, policies: enforced(found).filter(({ from }) => from === "header") };
  };
  const isBare = (address) => address.pathname === "/";
  const base = new URL(widgetOrigin, page.url);
  const folder = at("widget", isBare(base) ? new URL("/peerglass/", base) : new URL(".", base), widgetHeaders);
  const files = [dataOrigin].flat().filter(Boolean);
  const data = (files.length > 0 ? files : [page.url.origin]).map((file) => new URL(file, page.url));
  return {
    read: pasted,
    page,
    folder,
    frame: { ...folder, where: "frame", url: new URL("frame.html", folder.url) },
    data: data.map((file) => at("data", isBare(file) ? new URL("/data/figures.csv", file) : file, dataHeaders)),
  };
}

// ---- the routes

const plural = (stops) => [...new Set(stops.map(({ directive }) => directive))].join(", ");

const verdict = (route, shows, stops, { limits = [], message = false, says }) => ({
  route,
  outcome: stops.length === 0 ? "works" : shows === "static" ? "reduced" : "blocked",
  shows,
  message,
  says,
  stops,
  limits,
});

function limitsOf(minor) {
  const limits = [];
  if (minor.plain) limits.push("Readers load the figure's engine as plain JavaScript, which is larger and slower, as WebAssembly is refused. With 'wasm-unsafe-eval' in script-src they need not.");
  if (!minor.keys) limits.push("Readers cannot walk the points of the picture by key or pointer; the table is there.");
  if (!minor.downloads) limits.push("Readers cannot save the figure as a file.");
  return limits;
}

const READY = "Readers see the whole figure.";

function asElement(at, options) {
  const refused = element(at.page, { ...at, ...options });
  const stops = [...refused.scripts, ...refused.engine, ...refused.data];
  if (stops.length === 0) return verdict("element", "widget", stops, { limits: limitsOf(refused.minor), says: READY });
  const message = refused.scripts.length === 0;
  const says = `Readers see the static answer that stands inside the tag${message ? ", and a line that says why" : ""}. Refused by: ${plural(stops)}.`;
  return verdict("element", "static", stops, { message, says });
}

function asEmbed(at, options) {
  const refused = element(at.page, { ...at, ...options, classic: "embed.js" });
  const stops = [...refused.classic, ...refused.scripts, ...refused.engine, ...refused.data];
  if (stops.length === 0) return verdict("embed", "widget", stops, { limits: limitsOf(refused.minor), says: READY });
  const message = refused.classic.length + refused.scripts.length === 0;
  const says = `Readers see ${message ? "only a line that says why there is no figure" : "nothing where the figure should be"}. Refused by: ${plural(stops)}.`;
  return verdict("embed", message ? "message" : "nothing", stops, { message, says });
}

function asFrame(at, options) {
  const { page, frame, folder, data } = at;
  const runs = { ...frame, policies: [...frame.policies, ...inherited(page)] };
  const refused = element(runs, { folder, data, ...options, nonce: false, hashes: undefined, module: "frame.js" });
  const framed = framing(page, frame);
  const foreign = data.filter(({ url }) => url.origin !== frame.url.origin);
  const own = foreign.map(() => ({ where: "frame", directive: "frame.html", rule: "", what: "Data of another site: frame.html shows files of its own site only, unless the options stand in a copy of it", policy: -1 }));
  const stops = [...framed, ...refused.scripts, ...refused.engine, ...refused.data, ...own];
  if (stops.length > 0) {
    const shows = framed.length > 0 ? "nothing" : "message";
    const message = shows === "message" && refused.scripts.length === 0;
    const says = `Readers see ${shows === "nothing" ? "an empty frame" : "a line in the frame that says why there is no figure"}, and the link below it. Refused by: ${plural(stops)}.`;
    return verdict("iframe", shows, stops, { message, says });
  }
  const limits = limitsOf(refused.minor);
  if (!lets.style(frame, "frame.css")) limits.push("The frame keeps the browser's own margins, as its style sheet is refused.");
  if (!lets.script(page, folder, "peer-glass-frame.js", options)) limits.push("The frame keeps the height that you give it and scrolls, as the script that fits it to the figure is refused.");
  return verdict("iframe", "widget", stops, { limits, says: READY });
}

/** The sandbox of a page holds for what it holds. */
const inherited = (page) => page.policies.map((whole) => ({ ...whole, directives: whole.directives.filter(({ name }) => name === "sandbox"), whole, of: page }));

const asStatic = () => verdict("static", "static", [], { says: "Readers see the sentence, the picture and the table. They cannot choose another place." });

// ---- the whole

/** What makes a route work, if anything does. */
function cure(judge, at, options) {
  const now = judge(at, options);
  const isStuck = now.stops.some((stop) => stop.where === "page" && wantsNonce(stop));
  const then = isStuck ? judge(at, { ...options, nonce: true }) : now;
  const curable = then.stops.every((stop) => stop.ask && !(stop.where === "page" && wantsNonce(stop)));
  const nonce = isStuck && curable;
  const says = [now.says, nonce ? NONCE : "", curable ? "" : "No header can be asked for that would change this."].filter(Boolean).join(" ");
  const plain = ({ where, directive, rule, what, policy }) => ({ where, directive, rule, what, policy });
  return { ...now, says, stops: now.stops.map(plain), nonce, curable, lines: curable ? lines(then.stops, at.page.url) : [] };
}

const NONCE = "For it to work, the site's templates have to put the page's nonce on our script tags, which nobody can paste: it is another for each reader.";

function notes(pasted, at, text, options) {
  const said = [];
  const say = (code, message) => said.push({ code, message });
  if (pasted.kind === "nothing") say("nothing", "No policy was found in this text. Paste the value of Content-Security-Policy, or all response headers of the page.");
  else if (pasted.policies.length === 0) say("no-policy", "These headers hold no Content-Security-Policy.");
  if (pasted.repaired) say("repaired", "Curly quotes or long dashes, as word processors write them, were read as plain ones. On the server they must be plain.");
  if (pasted.unquoted.length > 0) say("unquoted", `Without apostrophes these are names of hosts, and allow nothing that was meant: ${[...new Set(pasted.unquoted)].join(", ")}.`);
  if (pasted.policies.filter(({ reportOnly }) => !reportOnly).length > 1) say("several", "There are several policies. A browser does only what all of them allow.");
  if (pasted.policies.some(({ reportOnly }) => reportOnly)) {
    const stops = asElement(places(text, options, true), { engine: "peerglass", nonce: false, ...options }).stops.filter(({ from }) => from?.reportOnly);
    const then = stops.length > 0 ? ` If it were enforced, it would refuse: ${[...new Set(stops.map(({ what }) => what.toLowerCase()))].join("; ")}.` : " If it were enforced, it would refuse nothing of the figure.";
    say("report-only", `A policy that only reports refuses nothing.${then}`);
  }
  if (/nosniff/i.test(header(at.page, "x-content-type-options"))) say("nosniff", "The server must name scripts as text/javascript and style sheets as text/css: this site lets browsers guess nothing.");
  if (!mayDownload(at.page) || isOpaque(at.page)) say("sandbox", "This page is sandboxed, as pages of uploaded files are. Other pages of the site may not be: look at the page that is to hold the figure.");
  return said;
}

const live = ["element", "embed", "iframe"];

function best(routes) {
  const weight = ({ lines: asked, nonce }) => asked.reduce((sum, line) => sum + Math.max(line.added.length, 1), 0) + (nonce ? 100 : 0);
  const cured = live.map((name) => routes[name]).filter(({ curable }) => curable);
  return cured.sort((a, b) => weight(a) - weight(b))[0]?.route ?? "static";
}

/**
 * What a site's headers do to the figure, and what to ask for.
 * @param {string} text A policy, response headers, a `<meta>` tag, or a server's settings, as pasted.
 * @param {Places} options
 * @returns {Diagnosis}
 */
export function diagnose(text, options) {
  const at = places(text, options);
  const hashes = options.hashes && Object.fromEntries(Object.entries(options.hashes).map(([name, hash]) => [name, hash.integrity ?? hash]));
  const how = { engine: options.engine ?? "peerglass", nonce: options.nonce ?? false, hashes };
  const routes = {
    element: cure(asElement, at, how),
    embed: cure(asEmbed, at, how),
    iframe: cure(asFrame, at, how),
    static: cure(asStatic, at, how),
  };
  const recommended = best(routes);
  return {
    kind: at.read.kind,
    policies: at.page.policies.map(write),
    notes: notes(at.read, at, text, options),
    routes,
    recommended,
    lines: routes[recommended].lines,
  };
}
