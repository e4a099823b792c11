// From what a site refuses to what to ask for: each policy with the least change under which nothing is refused, and each
// header, whole and ready to paste.
import { governing, has, write } from "./csp.js";
import { escape } from "./markup.js";
import { header } from "./needs.js";

const POLICY = "Content-Security-Policy";

/** A policy for frame.html alone, where the site's own lets through only what its templates mark. */
const OWN = {
  "default-src": ["'none'"],
  "script-src": ["'self'", "'wasm-unsafe-eval'"],
  "style-src": ["'self'"],
  "connect-src": ["'self'"],
};

/** Whether no address that is added can help, only a mark on our tag: the page's nonce, where there is no hash to be added. */
export function wantsNonce({ ask, from }) {
  if (ask?.directive !== "script-src-elem" || ask.source.startsWith("'sha")) return false;
  return has(governing(from, "script-src-elem").sources, "'strict-dynamic'");
}

/** A directive of its own is written for what was left to a broader one, so that no more is allowed than is asked for. */
function amend(policy, refusals) {
  const directives = policy.directives.map(({ name, sources }) => ({ name, sources: [...sources] }));
  const added = [];
  for (const { ask } of refusals) {
    const { name, sources } = governing({ directives }, ask.directive);
    const isBroader = name === "default-src" || name === "child-src";
    let into = directives.find((one) => one.name === name);
    if (isBroader) {
      into = { name: ask.directive.replace(/-elem$/, ""), sources: [...sources] };
      directives.push(into);
    }
    if (into.sources.includes(ask.source)) continue;
    into.sources = [...into.sources.filter((source) => source.toLowerCase() !== "'none'"), ask.source];
    added.push({ directive: into.name, source: ask.source, why: ask.why });
  }
  return { after: write({ directives }), added };
}

const line = (place, name, before, after, added, form = "header") => {
  const tag = `<meta http-equiv="${name}" content="${escape(after)}">`;
  const text = form === "meta" ? tag : after && `${name}: ${after}`;
  return { where: place.where, address: place.where === "page" ? "" : place.url.href, site: place.url.origin, header: name, form, before, after, text, added };
};

function ownPolicy(place, policy, refusals) {
  const framed = refusals.find(({ ask }) => ask.directive === "frame-ancestors");
  const stated = framed ? [framed.ask.source] : (governing(policy, "frame-ancestors")?.sources ?? ["'self'"]);
  const directives = Object.entries({ ...OWN, "frame-ancestors": stated }).map(([name, sources]) => ({ name, sources }));
  const types = policy.directives.filter(({ name }) => name === "require-trusted-types-for" || name === "trusted-types");
  if (types.length > 0) directives.push({ name: "require-trusted-types-for", sources: ["'script'"] }, { name: "trusted-types", sources: ["peerglass"] });
  const why = "A policy for this one file in place of the site's: it lets through nothing but the figure's own files, and needs no nonce.";
  const added = directives.filter(({ name }) => name !== "default-src").flatMap(({ name, sources }) => sources.map((source) => ({ directive: name, source, why })));
  return line(place, POLICY, write(policy), write({ directives }), added);
}

function policyLine(refusals) {
  const [{ place, from }] = refusals;
  if (place.where === "frame" && refusals.some(wantsNonce)) return ownPolicy(place, from, refusals);
  const { after, added } = amend(from, refusals.filter((one) => !wantsNonce(one)));
  return added.length > 0 ? line(place, POLICY, write(from), after, added, from.from) : undefined;
}

function headerLines({ place, directive, ask }, page) {
  if (!ask) return [];
  const before = header(place, directive.toLowerCase());
  if (directive !== "X-Frame-Options" || ask.source) return [line(place, directive, before, ask.source, [{ directive, source: ask.source, why: ask.why }])];
  // No value of that header names another site, so a policy beside the others says it in its place.
  const why = `${ask.why} Where a browser finds it, it passes over X-Frame-Options.`;
  return [line(place, POLICY, "", `frame-ancestors 'self' ${page.origin}`, [{ directive: "frame-ancestors", source: page.origin, why }])];
}

/**
 * The headers to ask for, so that none of this is refused.
 * @param {import("./needs.js").Refusal[]} refusals
 * @param {URL} page
 * @returns {import("./policy.js").Line[]}
 */
export function lines(refusals, page) {
  const policies = new Map();
  for (const one of refusals.filter(({ from, ask }) => from && ask)) {
    const key = `${one.where} ${one.policy}`;
    policies.set(key, [...(policies.get(key) ?? []), one]);
  }
  const headers = refusals.filter(({ from }) => !from).flatMap((one) => headerLines(one, page));
  const known = new Set();
  return [...[...policies.values()].map(policyLine).filter(Boolean), ...headers].filter((one) => {
    const key = [one.where, one.site, one.header, one.before, one.after].join("|");
    return !known.has(key) && known.add(key);
  });
}
