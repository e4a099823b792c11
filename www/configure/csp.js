// Security policies: what a pasted text holds of them, and whether they allow a request, by the algorithms of Content
// Security Policy Level 3 (https://www.w3.org/TR/CSP3/). It knows nothing of Peerglass.
import { unescape } from "./markup.js";

/**
 * @typedef {{name: string, sources: string[]}} Directive
 * @typedef {{directives: Directive[], reportOnly: boolean, from: "header" | "meta"}} Policy
 * @typedef {{name: string, value: string}} Header
 * @typedef {{kind: "headers" | "policy" | "meta" | "nothing", policies: Policy[], headers: Header[], repaired: boolean, unquoted: string[]}} Read
 */

const CSP = "content-security-policy";
const DIRECTIVES = new Set([
  "default-src", "script-src", "script-src-elem", "script-src-attr", "style-src", "style-src-elem", "style-src-attr", "img-src",
  "font-src", "connect-src", "media-src", "object-src", "frame-src", "child-src", "worker-src", "manifest-src", "prefetch-src",
  "fenced-frame-src", "base-uri", "form-action", "frame-ancestors", "navigate-to", "plugin-types", "sandbox", "report-uri",
  "report-to", "upgrade-insecure-requests", "block-all-mixed-content", "require-sri-for", "require-trusted-types-for",
  "trusted-types", "referrer", "reflected-xss", "webrtc",
]);
/** What a policy in the page itself may not say; browsers pass over it. */
const NOT_IN_META = new Set(["frame-ancestors", "sandbox", "report-uri", "report-to"]);
/** Words that mean something only between apostrophes; without them they are the names of hosts. */
const KEYWORD = /^(self|none|unsafe-inline|unsafe-eval|wasm-unsafe-eval|strict-dynamic|unsafe-hashes|report-sample|nonce-.+|sha(256|384|512)-.+)$/i;

// ---- reading

/** What word processors and mail do to a policy, undone. */
const repair = (text) =>
  text
    .replace(/[‘’‚‛′´`]/g, "'")
    .replace(/[“”„‟″]/g, '"')
    .replace(/[‐‑‒–—]/g, "-")
    .replace(/[\u00A0\u2007\u202F]/g, " ")
    .replace(/[\u200B\uFEFF\u00AD]/g, "")
    .replace(/\r\n?/g, "\n");

/** The policies of one value of a header: several are parted by commas. */
function policiesOf(value, reportOnly, from) {
  return value.split(",").flatMap((text) => {
    const directives = [];
    for (const part of text.split(";")) {
      const [name, ...sources] = part.trim().split(/\s+/);
      const known = name.toLowerCase();
      // Of a directive that stands twice, the first counts.
      if (!name || directives.some((other) => other.name === known)) continue;
      if (from === "meta" && NOT_IN_META.has(known)) continue;
      directives.push({ name: known, sources });
    }
    return directives.length > 0 ? [{ directives, reportOnly, from }] : [];
  });
}

// As servers are told to send them: nginx, Apache, IIS, PHP.
const SERVERS = [
  /\badd_header\s+([\w-]+)\s+("[^"]*"|'[^']*'|[^;]+?)(?:\s+always)?\s*;/gi,
  /\bHeader\s+(?:always\s+)?(?:set|append|add|merge)\s+"?([\w-]+)"?\s+("(?:[^"\\]|\\.)*"|'[^']*'|\S+)/gi,
  /<add\s+name=["']([\w-]+)["']\s+value=("[^"]*"|'[^']*')/gi,
  /\bheader\s*\(\s*["']([\w-]+)\s*:\s*([^)]*?)["']\s*[,)]/gi,
];
const bare = (value) => value.trim().replace(/^(["'])([\s\S]*)\1$/, "$2").replace(/\\"/g, '"').replace(/\s+/g, " ").trim();

// A name and a colon; but “https:” at the start of a line is a source.
const NAMED = /^[<>*]?\s*([A-Za-z][A-Za-z0-9-]*)\s*:(?:\s+(.*)|)$/;
const CLOSE = /^[<>*]?\s*(content-security-policy(?:-report-only)?|x-frame-options|access-control-allow-origin|cross-origin-[\w-]+|x-content-type-options)\s*(?::(.*)|$)/i;
const SCHEME = /^(https?|wss?|data|blob|filesystem|mediastream|ftp)$/i;

/** The headers of a block of lines, folded ones joined. */
function headersOf(text) {
  const headers = [];
  for (const line of text.split("\n")) {
    const found = CLOSE.exec(line) ?? NAMED.exec(line.trimEnd());
    if (found && !SCHEME.test(found[1])) headers.push({ name: found[1].toLowerCase(), value: (found[2] ?? "").trim() });
    else if (!/^\s*[<>*]?\s*HTTP\//i.test(line) && headers.length > 0 && line.trim()) headers.at(-1).value += ` ${line.trim()}`;
  }
  return headers.map(({ name, value }) => ({ name, value: bare(value) }));
}

/**
 * What a pasted text holds: a bare policy, response headers, a `<meta>` tag, or the lines of a server's settings.
 * @param {string} text
 * @returns {Read}
 */
export function read(text) {
  const straight = repair(String(text ?? ""));
  const found = { kind: "nothing", policies: [], headers: [], repaired: straight !== String(text ?? "").replace(/\r\n?/g, "\n"), unquoted: [] };
  const add = (policies) => found.policies.push(...policies);
  const rest = straight.replace(/<meta\b(?:[^>"']|"[^"]*"|'[^']*')*>/gi, (tag) => {
    const attribute = (name) => unescape(bare(new RegExp(`\\s${name}\\s*=\\s*("[^"]*"|'[^']*'|[^\\s>]+)`, "i").exec(tag)?.[1] ?? ""));
    if (attribute("http-equiv").toLowerCase() !== CSP) return "";
    found.kind = "meta";
    add(policiesOf(attribute("content"), false, "meta"));
    return "";
  });
  const settings = SERVERS.flatMap((form) => [...rest.matchAll(form)]).map(([, name, value]) => ({ name: name.toLowerCase(), value: bare(unescape(value)) }));
  found.headers = settings.length > 0 ? settings : headersOf(rest);
  const first = bare(rest).split(/[\s;]/)[0].toLowerCase();
  if (found.headers.length > 0) found.kind = "headers";
  else if (DIRECTIVES.has(first)) {
    found.kind = "policy";
    found.headers = [{ name: CSP, value: bare(rest) }];
  }
  for (const { name, value } of found.headers) {
    if (name === CSP || name === `${CSP}-report-only`) add(policiesOf(value, name !== CSP, "header"));
  }
  found.unquoted = found.policies.flatMap(({ directives }) => directives.flatMap(({ sources }) => sources.filter((source) => KEYWORD.test(source))));
  return found;
}

/** A policy as one line. @param {Policy} policy */
export const write = ({ directives }) => directives.map(({ name, sources }) => [name, ...sources].join(" ")).join("; ");

// ---- matching

const FALLBACKS = {
  "script-src-elem": ["script-src", "default-src"],
  "script-src": ["default-src"],
  "style-src-elem": ["style-src", "default-src"],
  "connect-src": ["default-src"],
  "img-src": ["default-src"],
  "frame-src": ["child-src", "default-src"],
};

/** The directive of a policy that governs what is named: itself, or the one it falls back to. */
export function governing(policy, name) {
  for (const wanted of [name, ...(FALLBACKS[name] ?? [])]) {
    const found = policy.directives.find((directive) => directive.name === wanted);
    if (found) return found;
  }
  return undefined;
}

/** Whether a list of sources holds a keyword, apostrophes and all. */
export const has = (sources, keyword) => sources.some((source) => source.toLowerCase() === keyword);

const PORTS = { http: "80", https: "443", ws: "80", wss: "443" };
const portOf = (url) => url.port || PORTS[url.protocol.slice(0, -1)] || "";
/** Whether a scheme that is written lets through another: itself, or the safe form of it. */
const schemeFits = (written, actual) =>
  written === actual || (written === "http" && actual === "https") || (written === "ws" && ["wss", "http", "https"].includes(actual)) || (written === "wss" && actual === "https");

function pathFits(written, actual) {
  const open = (path) => {
    try {
      return path.split("/").map(decodeURIComponent);
    } catch {
      return path.split("/");
    }
  };
  if (!written || (written === "/" && actual === "")) return true;
  const [wanted, given] = [open(written), open(actual)];
  const whole = !written.endsWith("/");
  if (whole ? wanted.length !== given.length : wanted.length > given.length) return false;
  if (!whole) wanted.pop();
  return wanted.every((part, at) => part === given[at]);
}

const HOST = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(\*|(?:\*\.)?[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?|\[[0-9a-f:.]+\])(?::(\d+|\*))?(\/[^?#]*)?$/i;

/** Whether one source of a policy of `self` lets through an address. Nonces, hashes and keywords let none through. */
export function sourceFits(source, url, self) {
  const scheme = url.protocol.slice(0, -1);
  const own = self.protocol.slice(0, -1);
  if (source === "*") return ["http", "https", "ws", "wss"].includes(scheme) || scheme === own;
  const onlyScheme = /^([a-z][a-z0-9+.-]*):$/i.exec(source);
  if (onlyScheme) return schemeFits(onlyScheme[1].toLowerCase(), scheme);
  if (source.toLowerCase() === "'self'") {
    const isSafer = schemeFits(own, scheme) && (portOf(url) === portOf(self) || (portOf(self) === PORTS[own] && portOf(url) === PORTS[scheme]));
    return url.origin === self.origin || (url.hostname === self.hostname && isSafer);
  }
  const host = HOST.exec(source);
  if (!host) return false;
  const [, written, name, port, path] = host;
  if (!schemeFits(written?.toLowerCase() ?? own, scheme)) return false;
  const wanted = name.toLowerCase();
  const isHost = wanted === "*" || (wanted.startsWith("*.") ? url.hostname.endsWith(wanted.slice(1)) : url.hostname === wanted);
  if (!isHost) return false;
  const actual = portOf(url);
  const isPort = port === undefined ? actual === PORTS[scheme] : port === "*" || port === actual || (port === "80" && actual === "443");
  return isPort && pathFits(path, url.pathname);
}

/** Whether a list of sources lets through an address. */
export const listFits = (sources, url, self) => sources.some((source) => sourceFits(source, url, self));

/** Whether a policy lets a page of `self` fetch an address for what a directive governs. */
export function allows(policy, name, url, self) {
  const directive = governing(policy, name);
  return !directive || listFits(directive.sources, url, self);
}

/**
 * Whether a policy lets a script run that stands in the page as a tag, or is imported by one: by its nonce, its hash, or its
 * address. What such a script imports carries its nonce, and none of its hash; and counts as written in the page, too.
 * @param {{url: URL, nonce?: boolean, integrity?: string}} script
 */
export function allowsScript(policy, { url, nonce, integrity }, self) {
  const directive = governing(policy, "script-src-elem");
  if (!directive) return true;
  const { sources } = directive;
  if (nonce && sources.some((source) => /^'nonce-/i.test(source))) return true;
  if (integrity && sources.includes(`'${integrity}'`)) return true;
  return !has(sources, "'strict-dynamic'") && listFits(sources, url, self);
}

/** Whether a policy lets WebAssembly be compiled. */
export function allowsWebAssembly(policy) {
  const directive = governing(policy, "script-src");
  return !directive || has(directive.sources, "'wasm-unsafe-eval'") || has(directive.sources, "'unsafe-eval'");
}

/** Whether a policy lets a Trusted Types policy of a name be made. */
export function allowsTrustedType(policy, name) {
  const directive = policy.directives.find((other) => other.name === "trusted-types");
  return !directive || directive.sources.includes("*") || directive.sources.includes(name);
}
