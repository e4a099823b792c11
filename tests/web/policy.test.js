// What the policy doctor reads and asks for, and the matching of Content Security Policy Level 3, without a browser; what a
// browser makes of it stands in doctor.test.js.
import assert from "node:assert/strict";
import { test } from "node:test";

import { allows, allowsScript, allowsWebAssembly, read, sourceFits, write } from "../../www/configure/csp.js";
import { diagnose } from "../../www/configure/policy.js";
import { SITES } from "./site-policies.mjs";

const PAGE = "https://www.wessmere.gov.uk/health/smoking";
const look = (text, more) => diagnose(text, { pageOrigin: PAGE, ...more });
const policy = (text) => read(text).policies[0];

// ---- reading

test("what is pasted is recognised, however it was copied", () => {
  const expected = ["default-src 'self'; script-src 'self' https://a.example"];
  for (const [kind, text] of [
    ["policy", "default-src 'self'; script-src 'self' https://a.example"],
    ["policy", '  "default-src \'self\';\n\tscript-src \'self\'\n https://a.example;"  '],
    ["policy", "DEFAULT-SRC 'self';;; Script-Src 'self' https://a.example ; script-src 'none'"],
    ["policy", "default-src ‘self’; script-src ’self’ https://a.example"],
    ["policy", "default–src 'self';\u00a0script—src 'self' https://a.example"],
    ["headers", "content-security-policy: default-src 'self'; script-src 'self' https://a.example"],
    ["headers", "Content-Security-Policy:default-src 'self'; script-src 'self'\r\n https://a.example\r\nX-Other: 1"],
    ["headers", "HTTP/1.1 200 OK\nDate: Sun\nCONTENT-SECURITY-POLICY: default-src 'self'; script-src 'self'\nhttps://a.example\nServer: x"],
    ["headers", "< HTTP/2 200\n< content-security-policy: default-src 'self'; script-src 'self' https://a.example\n< server: x"],
    ["headers", "content-security-policy\ndefault-src 'self'; script-src 'self' https://a.example\nserver:\nx"],
    ["headers", "add_header Content-Security-Policy \"default-src 'self'; script-src 'self' https://a.example\" always;"],
    ["headers", "Header always set Content-Security-Policy \"default-src 'self'; script-src 'self' https://a.example;\""],
    ["headers", "<add name=\"Content-Security-Policy\" value=\"default-src &#39;self&#39;; script-src 'self' https://a.example\" />"],
    ["headers", "header(\"Content-Security-Policy: default-src 'self'; script-src 'self' https://a.example\");"],
    ["meta", "<meta http-equiv=\"content-security-policy\" content=\"default-src &apos;self&apos;; script-src 'self' https://a.example; frame-ancestors 'none'; sandbox\">"],
    ["meta", "<head><META CONTENT='default-src &#x27;self&#x27;; script-src &#39;self&#39; https://a.example' HTTP-EQUIV='Content-Security-Policy'/></head>"],
  ]) {
    const found = read(text);
    assert.equal(found.kind, kind, text);
    assert.deepEqual(found.policies.map(write), expected, text);
  }
  for (const text of ["", "  ", "Hello", "Dear IT, what about default-src?", "server: nginx\ndate: Sun", undefined]) assert.deepEqual(read(text).policies, [], text);
});

test("several policies, and those that only report, are told apart", () => {
  const found = read("Content-Security-Policy: default-src 'self', script-src 'none'\nContent-Security-Policy-Report-Only: default-src 'none'\ncontent-security-policy: img-src 'self'");
  assert.deepEqual(found.policies.map((one) => [write(one), one.reportOnly]), [["default-src 'self'", false], ["script-src 'none'", false], ["default-src 'none'", true], ["img-src 'self'", false]]);
});

test("what the reader should know of the reading is said", () => {
  const codes = (text) => look(text).notes.map(({ code }) => code);
  assert.deepEqual(codes("default-src ‘self’"), ["repaired"]);
  assert.deepEqual(codes("script-src self nonce-abc"), ["unquoted"]);
  assert.deepEqual(codes("nothing of the kind"), ["nothing"]);
  assert.deepEqual(codes("server: x\nX-Content-Type-Options: nosniff"), ["no-policy", "nosniff"]);
  assert.deepEqual(codes("content-security-policy: default-src 'self'\ncontent-security-policy: sandbox"), ["several", "sandbox"]);
  const [report] = look("content-security-policy-report-only: default-src 'none'").notes;
  assert.match(report.message, /only reports refuses nothing\. If it were enforced, it would refuse: the figure's scripts; .*webassembly/);
  assert.match(look("content-security-policy-report-only: script-src 'self' 'wasm-unsafe-eval'").notes[0].message, /would refuse nothing of the figure/);
});

// ---- matching, as the specification has it

test("a source lets through what the specification says", () => {
  const self = new URL("https://www.example.com/page");
  const plain = new URL("http://www.example.com/page");
  for (const [source, address, fits, page = self] of [
    ["*", "https://a.example/x", true], ["*", "data:text/plain,x", false],
    ["https:", "https://a.example/", true], ["https:", "http://a.example/", false], ["http:", "https://a.example/", true], ["HTTPS:", "https://a.example/", true],
    ["'self'", "https://www.example.com/x", true], ["'SELF'", "https://www.example.com:443/x", true], ["'self'", "http://www.example.com/x", false], ["'self'", "https://example.com/x", false],
    ["'self'", "https://www.example.com/x", true, plain], ["'self'", "http://www.example.com:8080/x", false, plain], ["'self'", "https://www.example.com:8443/x", false],
    ["a.example", "https://a.example/x", true], ["A.Example", "https://a.example/x", true], ["a.example", "http://a.example/x", false], ["a.example", "http://a.example/x", true, plain], ["a.example", "https://a.example/x", true, plain],
    ["*.example", "https://a.b.example/", true], ["*.a.example", "https://a.example/", false], ["*.a.example", "https://ba.example/", false],
    ["http://a.example", "https://a.example/", true], ["https://a.example", "http://a.example/", false],
    ["a.example:8443", "https://a.example:8443/", true], ["a.example", "https://a.example:8443/", false], ["a.example:*", "https://a.example:8443/", true], ["http://a.example:80", "https://a.example/", true], ["a.example:443", "https://a.example/", true],
    ["a.example/x/", "https://a.example/x/y/z.js", true], ["a.example/x/", "https://a.example/xy", false], ["a.example/x", "https://a.example/x/y", false], ["a.example/x.js", "https://a.example/x.js?v=1", true], ["a.example/%78.js", "https://a.example/x.js", true], ["a.example/", "https://a.example/anything", true],
    ["'none'", "https://www.example.com/", false], ["'nonce-abc'", "https://www.example.com/", false], ["'unsafe-inline'", "https://www.example.com/", false], ["", "https://www.example.com/", false], ["https://", "https://www.example.com/", false],
    ["127.0.0.1:4000", "http://127.0.0.1:4000/x", true, new URL("http://127.0.0.1:4000/")],
  ]) assert.equal(sourceFits(source, new URL(address), page), fits, `${source} ${address}`);
});

test("a directive that is not there falls back to the next broader", () => {
  const self = new URL(PAGE);
  const url = new URL("https://a.example/x");
  for (const [text, name, allowed] of [
    ["default-src 'none'", "connect-src", false], ["default-src 'none'; connect-src a.example", "connect-src", true], ["img-src 'none'", "connect-src", true],
    ["default-src 'none'; script-src a.example", "script-src-elem", true], ["script-src a.example; script-src-elem 'none'", "script-src-elem", false],
    ["default-src a.example; child-src 'none'", "frame-src", false], ["child-src 'none'; frame-src a.example", "frame-src", true], ["child-src a.example", "frame-src", true],
    ["style-src 'none'; style-src-elem a.example", "style-src-elem", true], ["style-src 'none'", "style-src-elem", false], ["default-src a.example", "img-src", true],
  ]) assert.equal(allows(policy(text), name, url, self), allowed, `${text} ${name}`);
});

test("a script is let through by its nonce, its hash or its address; strict-dynamic leaves out the address", () => {
  const self = new URL(PAGE);
  const own = new URL("/x.js", PAGE);
  for (const [text, script, allowed] of [
    ["script-src 'self'", {}, true], ["script-src 'self' 'strict-dynamic'", {}, false], ["script-src 'nonce-a' 'strict-dynamic'", { nonce: true }, true],
    ["script-src 'nonce-a'", {}, false], ["script-src 'nonce-a'", { nonce: true }, true], ["script-src 'none'", { nonce: true }, false],
    ["script-src 'sha384-AbC='", { integrity: "sha384-AbC=" }, true], ["script-src 'sha384-AbC='", { integrity: "sha384-abc=" }, false], ["script-src 'sha384-AbC='", {}, false],
    ["script-src 'unsafe-inline'", {}, false], ["style-src 'self'", {}, true], ["script-src 'self'; script-src-elem https://a.example", {}, false],
  ]) assert.equal(allowsScript(policy(text), { url: own, ...script }, self), allowed, text);
});

test("WebAssembly goes by script-src alone", () => {
  for (const [text, allowed] of [["script-src 'self'", false], ["script-src 'WASM-unsafe-eval'", true], ["script-src 'unsafe-eval'", true], ["default-src 'self' 'wasm-unsafe-eval'", true], ["script-src-elem 'wasm-unsafe-eval'; script-src 'self'", false], ["script-src-elem 'none'", true], ["img-src 'none'", true], ["script-src wasm-unsafe-eval", false]]) {
    assert.equal(allowsWebAssembly(policy(text)), allowed, text);
  }
});

// ---- what is asked for

test("the line that is asked for is the whole policy with the least change, and needs nothing more", () => {
  for (const [text, line] of [
    ["default-src https://a.example; connect-src 'self'", "default-src https://a.example; connect-src 'self'; script-src https://a.example 'self' 'wasm-unsafe-eval'"],
    ["script-src https://a.example", "script-src https://a.example 'self' 'wasm-unsafe-eval'"],
    ["default-src 'none'; script-src 'none'", "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"],
    ["script-src 'self'; script-src-elem https://a.example; connect-src https://a.example", "script-src 'self' 'wasm-unsafe-eval'; script-src-elem https://a.example 'self'; connect-src https://a.example 'self'"],
    ["script-src 'self' 'unsafe-eval'; trusted-types 'none'", "script-src 'self' 'unsafe-eval'; trusted-types peerglass"],
  ]) {
    const { lines } = look(text);
    assert.deepEqual(lines.map((one) => one.text), [`Content-Security-Policy: ${line}`]);
    assert.deepEqual(look(line).routes.element.outcome, "works");
  }
});

test("where WebAssembly alone is refused nothing is asked for, and it is said what that costs", () => {
  for (const text of ["default-src 'self'", "script-src 'self' 'nonce-a'"]) {
    const { routes, lines } = look(text);
    for (const route of ["element", "embed", "iframe"]) {
      assert.deepEqual([routes[route].outcome, routes[route].lines], ["works", []], route);
      assert.match(routes[route].limits[0], /plain JavaScript.*'wasm-unsafe-eval' in script-src/, route);
    }
    assert.deepEqual(lines, []);
  }
  assert.deepEqual(look("script-src 'self' 'wasm-unsafe-eval'").routes.element.limits, []);
  // Named by its hash, a script lets in no other.
  const hashes = { "peer-glass.js": "sha384-Ele", "peerglass.js": "sha384-Eng" };
  const { element } = look("script-src 'sha384-Ele' 'sha384-Eng'", { hashes }).routes;
  assert.deepEqual([element.outcome, element.lines.map(({ text }) => text)], ["reduced", ["Content-Security-Policy: script-src 'sha384-Ele' 'sha384-Eng' 'wasm-unsafe-eval'"]]);
});

/** Every line that is asked for, on every site of the list, by every way, from home and from elsewhere. */
const PLACES = [{}, { widgetOrigin: "https://cdn.wessmere.gov.uk/tools/peerglass/" }, { dataOrigin: "https://data.example/figures/a.csv" }, { pageOrigin: "http://127.0.0.1:4000/page", engine: "peerglass-whole" }];

test("nothing unsafe is ever asked for, and whoever gives what is asked for has a figure that works", () => {
  let asked = 0;
  for (const { name, text } of SITES) {
    for (const places of PLACES) {
      const { routes, kind } = look(text, places);
      for (const { route, lines, curable, outcome, nonce } of Object.values(routes)) {
        assert.ok(curable || lines.length === 0);
        if (outcome === "works") assert.deepEqual([lines, nonce, curable], [[], false, true], `${name}: ${route}`);
        for (const { added, before, after } of lines) {
          asked += 1;
          assert.ok(added.length > 0 && added.every(({ directive, source, why }) => directive && source && why.length > 30));
          for (const { source } of added) assert.ok(!/unsafe-inline|'unsafe-eval'|unsafe-hashes|\*|^https?:$|^data:$|^blob:$/.test(source), `${name}: ${source}`);
          // What was unsafe before stays the site's; a place that had none of it has none now.
          for (const word of ["'unsafe-inline'", "'unsafe-eval'", "*", "data:", "https:"]) assert.ok(before.split(/[\s;]+/).includes(word) || !after.split(/[\s;]+/).includes(word), `${name}: ${word}`);
        }
        if (!curable || outcome === "works" || kind === "meta") continue;
        // Given on all files of the site, as headers mostly are; those of frame.html, and of other sites, by themselves.
        const of = (where) => lines.filter((line) => line.where === where);
        const amended = (now, changes) => changes.reduce((all, { header, before, after }) => [...all.filter((one) => one !== `${header}: ${before}`), `${header}: ${after}`], now);
        const site = read(text).policies.filter(({ reportOnly }) => !reportOnly).map((one) => `Content-Security-Policy: ${write(one)}`);
        const others = read(text).headers.filter(({ name: header }) => !/^content-security-policy/.test(header)).map(({ name: header, value }) => `${header.replace(/(^|-)\w/g, (letter) => letter.toUpperCase())}: ${value}`);
        const page = amended([...site, ...others], of("page"));
        const isHome = !places.widgetOrigin;
        const widget = amended(isHome ? [...site, ...others] : [], [...of("frame"), ...of("widget")]);
        const after = look(page.join("\n"), { ...places, nonce, widgetHeaders: route === "iframe" || !isHome ? widget.join("\n") : page.join("\n"), dataHeaders: places.dataOrigin ? amended([], of("data")).join("\n") : undefined });
        assert.equal(after.routes[route].outcome, "works", `${name}: ${route} with ${JSON.stringify(places)}\n${lines.map((line) => line.text).join("\n")}\n${JSON.stringify(after.routes[route].stops)}`);
      }
    }
  }
  assert.ok(asked > 300, String(asked));
});

test("where folder or data lie elsewhere, that site is asked too, and nobody is asked for more than the folder", () => {
  const { routes } = look("default-src 'self'", { widgetOrigin: "https://cdn.example/peerglass/", dataOrigin: "https://data.example/open/smoking.csv" });
  assert.deepEqual(routes.element.lines.map((line) => [line.where, line.site, line.text]), [
    ["page", "https://www.wessmere.gov.uk", "Content-Security-Policy: default-src 'self'; script-src 'self' https://cdn.example/peerglass/ 'wasm-unsafe-eval'; connect-src 'self' https://cdn.example/peerglass/ https://data.example/open/"],
    ["widget", "https://cdn.example", "Access-Control-Allow-Origin: https://www.wessmere.gov.uk"],
    ["data", "https://data.example", "Access-Control-Allow-Origin: https://www.wessmere.gov.uk"],
  ]);
  // frame.html shows files of its own site only, which no header changes.
  assert.deepEqual([routes.iframe.outcome, routes.iframe.curable, routes.iframe.lines], ["blocked", false, []]);
  const open = look("", { dataOrigin: "https://data.example/open/smoking.csv", dataHeaders: "Access-Control-Allow-Origin: *" });
  assert.equal(open.routes.element.outcome, "works");
  // A folder elsewhere, and embed.js from a site that lets nobody else have it.
  const closed = look("", { widgetOrigin: "https://cdn.example/p/", widgetHeaders: "Access-Control-Allow-Origin: *\nCross-Origin-Resource-Policy: same-origin" });
  assert.deepEqual([closed.routes.element.outcome, closed.routes.embed.outcome], ["works", "blocked"]);
  assert.equal(closed.routes.embed.lines[0].text, "Cross-Origin-Resource-Policy: cross-origin");
});

test("nothing is asked for by http from a page that came by https", () => {
  const { routes } = look("", { dataOrigin: "http://data.example/a.csv" });
  assert.equal(routes.element.outcome, "reduced");
  assert.ok(routes.element.stops.some(({ directive }) => directive === "https") && !routes.element.curable);
  assert.ok(!look("upgrade-insecure-requests", { dataOrigin: "http://www.wessmere.gov.uk/a.csv" }).routes.element.stops.length, "told to ask by https, it does");
});

test("X-Frame-Options counts as browsers read it, and not where frame-ancestors stands", () => {
  for (const [text, outcome, more] of [
    ["X-Frame-Options: DENY", "blocked"], ["X-Frame-Options: sameorigin", "works"], ["X-Frame-Options: SAMEORIGIN, SAMEORIGIN", "works"], ["X-Frame-Options: SAMEORIGIN\nX-Frame-Options: DENY", "blocked"],
    ["X-Frame-Options: ALLOW-FROM https://a.example", "works"], ["X-Frame-Options: DENY\nContent-Security-Policy: frame-ancestors 'self'", "works"], ["X-Frame-Options: SAMEORIGIN\nContent-Security-Policy: frame-ancestors https://a.example", "blocked"],
    ["Content-Security-Policy: frame-ancestors *.wessmere.gov.uk", "works"], ["Content-Security-Policy: frame-ancestors http:", "works"],
    ["", "blocked", { widgetOrigin: "https://cdn.example/p/", dataOrigin: "https://cdn.example/a.csv", widgetHeaders: "X-Frame-Options: SAMEORIGIN" }],
  ]) assert.equal(look(text, more).routes.iframe.outcome, outcome, text);
  const away = look("", { widgetOrigin: "https://cdn.example/p/", dataOrigin: "https://cdn.example/a.csv", widgetHeaders: "X-Frame-Options: SAMEORIGIN" });
  assert.equal(away.routes.iframe.lines[0].text, "Content-Security-Policy: frame-ancestors 'self' https://www.wessmere.gov.uk");
});

test("what works less well is said", () => {
  assert.deepEqual(look("sandbox allow-scripts allow-same-origin").routes.element.limits, ["Readers cannot save the figure as a file."]);
  const [height] = look("script-src 'nonce-a' 'wasm-unsafe-eval' 'strict-dynamic'", { widgetHeaders: "" }).routes.iframe.limits;
  assert.match(height, /keeps the height that you give it/);
  assert.match(look("style-src 'none'").routes.iframe.limits[0], /own margins/);
  assert.deepEqual(look("script-src https://www.wessmere.gov.uk/peerglass/peer-glass.js https://www.wessmere.gov.uk/peerglass/peerglass.js 'wasm-unsafe-eval'").routes.element.limits.length, 2);
});

test("the way that works is recommended, or the one that asks for the least", () => {
  assert.equal(look("").recommended, "element");
  assert.equal(look("default-src 'self'").recommended, "element");
  assert.equal(look("script-src 'nonce-a' 'strict-dynamic'").recommended, "iframe", "nobody can paste a nonce");
  assert.equal(look("script-src 'sha256-a' 'strict-dynamic'; frame-src 'self'").recommended, "iframe");
  assert.equal(look("", { dataOrigin: "http://data.example/a.csv" }).recommended, "static");
  const all = look("script-src 'nonce-a' 'strict-dynamic'");
  assert.match(all.routes.element.says, /nonce/);
  assert.deepEqual(all.lines, all.routes.iframe.lines);
});

test("where our tags carry their hashes, they let through what is named by its hash, and strict-dynamic needs no nonce", () => {
  const hashes = { "embed.js": { integrity: "sha384-Emb" }, "peer-glass.js": { integrity: "sha384-Ele" }, "peerglass.js": "sha384-Eng" };
  const outcomes = (text) => Object.values(look(text, { hashes }).routes).map(({ outcome }) => outcome);
  const strict = look("script-src 'nonce-a' 'strict-dynamic'", { hashes });
  assert.equal(strict.recommended, "embed");
  assert.deepEqual([strict.lines.map(({ text }) => text), strict.routes.embed.nonce], [["Content-Security-Policy: script-src 'nonce-a' 'strict-dynamic' 'sha384-Emb' 'wasm-unsafe-eval'"], false]);
  assert.deepEqual(outcomes("script-src 'nonce-a' 'strict-dynamic' 'sha384-Emb' 'wasm-unsafe-eval'"), ["reduced", "works", "blocked", "works"]);
  assert.deepEqual(outcomes("script-src 'sha384-Ele' 'sha384-Eng' 'wasm-unsafe-eval'"), ["works", "blocked", "blocked", "works"]);
  assert.deepEqual(outcomes("script-src 'sha384-Ele' 'wasm-unsafe-eval'"), ["reduced", "blocked", "blocked", "works"]);
  assert.equal(look("script-src 'sha384-Ele' 'sha384-Eng' 'wasm-unsafe-eval'", { hashes }).routes.element.limits.length, 2);
  assert.deepEqual(look("script-src 'nonce-a' 'strict-dynamic' 'sha384-Emb' 'wasm-unsafe-eval'", { hashes }).routes.embed.limits, []);
  assert.equal(look("script-src 'sha384-Ele' 'sha384-Eng' 'wasm-unsafe-eval'").routes.element.outcome, "reduced", "without hashes on the tags");
});
