// The widget under the policies that sites have: it shows, or the page's own fallback stays, and never a complaint of ours.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { refusing, showing, withoutData, withoutWebAssembly } from "./policies.mjs";
import { headline, hear, launch, quietly, visit } from "./browser.mjs";
import { openSite, project, SCRIPT, STRICT } from "./server.mjs";

let site, browser;

before(async () => {
  [site, browser] = await Promise.all([openSite(), launch()]);
  site.file("/report-csp-violation", "", { status: 204, type: "text/plain" });
});

after(async () => {
  await browser?.close();
  await site?.close();
});

const WIDGET = '<peer-glass id="w" config="/cases/clearly-higher/config.json"><p id="fallback">The page’s own answer.</p></peer-glass>';

async function under(policy, options) {
  const page = await visit(browser);
  // Which engines were asked for, and in which form.
  page.engines = [];
  page.on("request", (request) => page.engines.push(...(/peerglass[\w-]*(-plain\.js|\.wasm)$/.exec(request.url())?.slice(0, 1) ?? [])));
  await page.goto(site.page("/policy", WIDGET, { policy, ...options }));
  const { type, detail } = await hear(page);
  const fallback = await page.evaluate(() => document.getElementById("fallback").checkVisibility());
  return { page, type, detail, fallback, headline: await headline(page) };
}

for (const [name, policy] of showing) {
  test(`shows under ${name}`, async () => {
    const { page, type, detail, fallback } = await under(policy);
    assert.equal(type, "peer-glass-ready", detail.message);
    assert.ok(!fallback);
    // Downloads are made without a request.
    for (const kind of ["csv", "png", "svg", "html"]) {
      assert.ok(await page.evaluate(async (kind) => (await window.widget().download(kind)).size > 500, kind), kind);
    }
    await page.selectOption("#w >> css=select[name=area]", { index: 3 });
    await hear(page, "w", { types: ["change"] });
    assert.deepEqual([page.complaints, page.engines], [[], ["peerglass_bg.wasm", "peerglass-more_bg.wasm"]]);
    await page.context().close();
  });
}

// The browser itself writes a line for what it refuses; a page cannot keep it from doing so. Nothing else may stand there.
const theBrowsers = (line) => /Content Security Policy|Trusted ?Type/i.test(line) && !line.startsWith("uncaught");

/** What a reader is told and can keep, as text. */
const told = (page) =>
  page.evaluate(async () => {
    const widget = window.widget();
    const files = await Promise.all(["csv", "svg", "html", "json"].map(async (kind) => (await widget.download(kind)).text()));
    const [{ textContent }] = widget.shadowRoot.querySelectorAll(".pg");
    return [textContent, JSON.stringify(widget.results()), ...files];
  });

for (const [name, policy] of withoutWebAssembly) {
  test(`shows in plain JavaScript under ${name}, and says and keeps the same`, async () => {
    const { page, type, detail, fallback } = await under(policy);
    assert.equal(type, "peer-glass-ready", detail.cause);
    assert.ok(!fallback);
    assert.deepEqual(page.engines, ["peerglass-plain.js"], "one engine, and no more than is asked for");
    const other = await under(STRICT);
    assert.deepEqual(await told(page), await told(other.page));
    assert.deepEqual(page.engines, ["peerglass-plain.js", "peerglass-more-plain.js"]);
    await page.selectOption("#w >> css=select[name=area]", { index: 3 });
    await hear(page, "w", { types: ["change"] });
    assert.ok(await page.evaluate(async () => (await window.widget().download("png")).size > 500));
    assert.deepEqual(page.complaints.filter((line) => !theBrowsers(line)), []);
    for (const { page: one } of [{ page }, other]) await one.context().close();
  });
}

test("shows in plain JavaScript in a browser that has no WebAssembly", async () => {
  const page = await visit(browser);
  await page.addInitScript(() => delete globalThis.WebAssembly);
  await page.goto(site.page("/without", WIDGET));
  const { type, detail } = await hear(page);
  assert.equal(type, "peer-glass-ready", detail.cause);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

for (const [name, policy] of refusing) {
  test(`the fallback stays under ${name}`, async () => {
    const { page, type, detail, fallback, headline } = await under(policy);
    assert.equal(type, "peer-glass-error");
    assert.equal(detail.kind, "engine");
    assert.match(detail.message, /security policy/);
    assert.equal(await quietly(page), detail.message);
    assert.ok(fallback);
    assert.equal(headline, undefined);
    assert.deepEqual(page.complaints.filter((line) => !theBrowsers(line)), []);
    await page.context().close();
  });
}

test("the fallback stays where data may not be fetched", async () => {
  const { page, type, detail, fallback } = await under(withoutData);
  assert.equal(type, "peer-glass-error");
  assert.ok(detail.message.length > 20 && fallback);
  assert.deepEqual(page.complaints.filter((line) => !theBrowsers(line)), []);
  await page.context().close();
});

test("nothing of ours needs a script to have run: without one the fallback is there", async () => {
  const page = await visit(browser, undefined, { javaScriptEnabled: false });
  await page.goto(site.page("/no-script", WIDGET));
  assert.ok(await page.locator("#fallback").isVisible());
  await page.context().close();
});

// ---- policies as sites send them: which mode is promised as they are, and with what is asked for added

const record = JSON.parse(await readFile(join(project, "pkg/build.json"), "utf8"));
const { integrity } = record.files["peer-glass.js"];
const NONCED = SCRIPT.replace("<script", '<script nonce="abc"');
const LINE = 'document.head.append(Object.assign(document.createElement("script"), { type: "module", src: "/peerglass/peer-glass.js" }))';
const hash = (text) => `sha256-${createHash("sha256").update(text).digest("base64")}`;
const HASHED = SCRIPT.replace("<script", `<script integrity="${integrity}"`);
const GOOGLE = "www.google-analytics.com ssl.google-analytics.com stats.g.doubleclick.net www.googletagmanager.com www.region1.google-analytics.com region1.google-analytics.com www.google.co.uk analytics.google.com *.analytics.google.com www.google.com";
const GOVUK = "*.publishing.service.gov.uk *.dev.gov.uk www.gov.uk";

/** `script`: the tag. `asked`: what is added to the sources of scripts, so that the engine is WebAssembly's. */
const SITES = [
  {
    name: "GOV.UK's shared default (govuk_app_config, July 2026)",
    policy: `default-src 'self'; base-uri 'none'; img-src 'self' ${GOVUK} ${GOOGLE} lux.speedcurve.com assets.digital.cabinet-office.gov.uk https://img.youtube.com https://i.ytimg.com; script-src 'self' ${GOOGLE} www.gstatic.com *.ytimg.com www.youtube.com www.youtube-nocookie.com 'nonce-abc'; style-src 'self' www.gstatic.com; font-src 'self'; connect-src 'self' ${GOVUK} ${GOOGLE} lux.speedcurve.com; object-src 'none'; frame-src 'self' ${GOVUK} www.youtube.com www.youtube-nocookie.com; frame-ancestors 'self' ${GOVUK}`,
    asked: "'wasm-unsafe-eval'",
  },
  {
    name: "an NHS service's that refuses all but its own",
    policy: "base-uri 'self'; form-action 'self'; frame-ancestors 'none'; default-src 'none'; connect-src 'self'; font-src 'self' https://assets.nhs.uk; img-src 'self'; script-src 'self' 'nonce-abc'; style-src 'self' 'nonce-abc'; upgrade-insecure-requests",
    asked: "'wasm-unsafe-eval'",
  },
  {
    name: "an NHS service's with strict-dynamic",
    policy: "default-src 'self'; connect-src 'self' https://js.monitor.azure.com https://dc.services.visualstudio.com; style-src 'self' 'nonce-abc' https://assets.nhs.uk; font-src 'self' 'nonce-abc' https://assets.nhs.uk; script-src 'self' 'nonce-abc' 'strict-dynamic'",
    script: NONCED,
    asked: "'wasm-unsafe-eval'",
  },
  {
    name: "a Drupal site's, its Security Kit set to the site itself",
    policy: "default-src 'self'; report-uri /report-csp-violation",
    asked: "; script-src 'self' 'wasm-unsafe-eval'",
  },
  {
    name: "a Drupal site's that allows what older modules need",
    policy: "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' https://www.googletagmanager.com; style-src 'self' 'unsafe-inline' https://fonts.googleapis.com; img-src 'self' data: https:; frame-src 'self' https://www.youtube.com",
  },
  { name: "WordPress with a security plugin, insecure requests upgraded", policy: "upgrade-insecure-requests; frame-ancestors 'self'" },
  {
    name: "WordPress with a security plugin that has learned its sources",
    policy: "default-src 'self'; script-src 'self' 'unsafe-inline' https://stats.wp.com; style-src 'self' 'unsafe-inline' https://fonts.googleapis.com; font-src 'self' data: https://fonts.gstatic.com; img-src 'self' data: https://secure.gravatar.com; connect-src 'self'; worker-src 'self' blob:",
    asked: "'wasm-unsafe-eval'",
  },
  {
    name: "the hash of a line that brings the script, with strict-dynamic",
    policy: `script-src '${hash(LINE)}' 'strict-dynamic'; object-src 'none'; base-uri 'none'`,
    script: `<script>${LINE}</script>`,
    asked: "'wasm-unsafe-eval'",
  },
];

/** A policy with a source more for scripts, or, after a semicolon, a directive more. */
const withSource = (policy, asked) => (asked.startsWith(";") ? policy + asked : policy.replace("script-src", `script-src ${asked}`));

for (const { name, policy, script, asked } of SITES) {
  if (asked) {
    test(`under ${name}, the widget shows in plain JavaScript`, async () => {
      const { page, type, detail, fallback, headline } = await under(policy, { script });
      assert.equal(type, "peer-glass-ready", detail.cause);
      assert.ok(headline && !fallback);
      assert.deepEqual(page.engines, ["peerglass-plain.js"]);
      assert.deepEqual(page.complaints.filter((line) => !theBrowsers(line)), []);
      await page.context().close();
    });
  }
  test(`under ${name}${asked ? `, with ${asked}` : ""}, the widget shows`, async () => {
    const { page, type, detail, fallback, headline } = await under(asked ? withSource(policy, asked) : policy, { script });
    assert.equal(type, "peer-glass-ready", detail.cause);
    assert.ok(headline && !fallback);
    assert.deepEqual([page.complaints, page.engines], [[], ["peerglass_bg.wasm"]]);
    await page.context().close();
  });
}

// What a script allowed by its hash alone imports is not allowed with it.
for (const [name, policy, script] of [
  ["the hash of our script alone", `script-src '${integrity}' 'wasm-unsafe-eval'; object-src 'none'`, HASHED],
  ["the hash of our script alone, with strict-dynamic", `script-src '${integrity}' 'strict-dynamic' 'wasm-unsafe-eval'; object-src 'none'`, HASHED],
]) {
  test(`under ${name}, the fallback stays with a plain message`, async () => {
    const { page, type, detail, fallback } = await under(policy, { script });
    assert.equal(type, "peer-glass-error");
    assert.match(detail.message, /security policy/);
    assert.ok(fallback);
    assert.deepEqual(page.complaints.filter((line) => !theBrowsers(line)), []);
    await page.context().close();
  });
}

for (const [name, policy, script] of [
  ["no script at all", "default-src 'self'; script-src 'none'", SCRIPT],
  ["nonces that our tag does not carry", "script-src 'nonce-abc' 'strict-dynamic' 'wasm-unsafe-eval'", SCRIPT],
  ["a sandbox", "sandbox", SCRIPT],
  ["scripts of another place only", "script-src https://cdn.example 'wasm-unsafe-eval'", '<script src="/peerglass/embed.js" data-id="e" async></script>'],
]) {
  test(`under ${name}, the page stays as it was`, async () => {
    const page = await visit(browser, site.page("/policy", WIDGET, { policy, script }));
    await page.waitForLoadState("networkidle");
    assert.ok(await page.locator("#fallback").isVisible());
    assert.deepEqual(page.complaints.filter((line) => !theBrowsers(line) && !/sandboxed|CORS policy|net::ERR_FAILED/.test(line)), []);
    await page.context().close();
  });
}

// ---- the folder on another site, an altered file, and a page opened from a disk

/** A site that gives its files to others with these headers, or without. */
async function store(t, headers) {
  const own = await openSite({ headers });
  t.after(() => own.close());
  return own;
}

const DATA = 'src="/cases/clearly-higher/smoking.csv" area="E10000903"';
for (const route of ["element", "embed.js"]) {
  test(`from another site that lets others read its files, the widget shows, as ${route}`, async (t) => {
    const { address } = await store(t, { "access-control-allow-origin": "*" });
    const script = route === "element" ? SCRIPT.replace('src="', `src="${address}`) : `<script src="${address}/peerglass/embed.js" data-id="w" data-src="/cases/clearly-higher/smoking.csv" data-area="E10000903" async></script>`;
    const policy = `default-src 'self'; script-src ${address} 'wasm-unsafe-eval'; connect-src 'self' ${address}`;
    const page = await visit(browser, site.page("/elsewhere", route === "element" ? `<peer-glass id="w" ${DATA}></peer-glass>` : script, { policy, script: route === "element" ? script : "" }));
    const { type, detail } = await hear(page);
    assert.equal(type, "peer-glass-ready", detail.cause);
    // What comes later comes from there too.
    assert.ok(await page.evaluate(async () => (await window.widget().download("svg")).size > 500));
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
  test(`from another site that does not, the page stays as it was, as ${route}`, async (t) => {
    const { address } = await store(t);
    const script = route === "element" ? SCRIPT.replace('src="', `src="${address}`) : `<script src="${address}/peerglass/embed.js" data-id="e" data-src="/cases/clearly-higher/smoking.csv" async></script>`;
    const page = await visit(browser, site.page("/elsewhere", WIDGET, { policy: "default-src *", script }));
    await page.waitForLoadState("networkidle");
    assert.ok(await page.locator("#fallback").isVisible());
    assert.equal(await page.locator("#e").count(), 0);
    assert.deepEqual(page.complaints.filter((line) => !/CORS policy|net::ERR_FAILED/.test(line)), []);
    await page.context().close();
  });
}

test("data of another site are shown where it lets others read them, and else the fallback says what could not be loaded", async (t) => {
  for (const [headers, type] of [[{ "access-control-allow-origin": "*" }, "peer-glass-ready"], [undefined, "peer-glass-error"]]) {
    const { address } = await store(t, headers);
    const page = await visit(browser, site.page("/data", `<peer-glass id="w" src="${address}/cases/clearly-higher/smoking.csv"><p>Text</p></peer-glass>`, { policy: `${STRICT}; connect-src 'self' ${address}` }));
    const heard = await hear(page);
    assert.equal(heard.type, type);
    if (type === "peer-glass-error") assert.match(heard.detail.message, /could not be loaded: http.*smoking\.csv/);
    assert.deepEqual(page.complaints.filter((line) => !/CORS policy|net::ERR_FAILED/.test(line)), []);
    await page.context().close();
  }
});

// ---- hashes: whole, each part is used; with one byte flipped, the page stays as it was

const MARKUP = {
  // As the guide has it: the script by its tag, the engine's script by a link, the engine by the hash in the script, the data
  // by the hash behind their address.
  script: `<link rel="modulepreload" href="/peerglass/peerglass.js" integrity="${record.files["peerglass.js"].integrity}">${HASHED}`,
  body: (hash) => `<peer-glass id="w" src="/cases/clearly-higher/smoking.csv#${hash}" area="E10000903"><p id="fallback">The page’s own answer.</p></peer-glass>`,
};
const HASHED_FILES = { "the script": "pkg/peer-glass.js", "the engine's script": "pkg/peerglass.js", "the engine": "pkg/peerglass_bg.wasm", "the data": "tests/cases/clearly-higher/smoking.csv" };
const addressOf = (file) => file.replace("pkg/", "/peerglass/").replace("tests/", "/");
const smoking = await readFile(join(project, HASHED_FILES["the data"]));
const types = { js: "text/javascript", wasm: "application/wasm", csv: "text/csv" };

test("with every hash named and every file whole, the widget shows", async () => {
  const page = await visit(browser, site.page("/whole", MARKUP.body(hash(smoking)), { script: MARKUP.script }));
  assert.equal((await hear(page)).type, "peer-glass-ready");
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

for (const [name, file] of Object.entries(HASHED_FILES)) {
  test(`with one byte of ${name} flipped, the page stays as it was`, async (t) => {
    const own = await openSite();
    t.after(() => own.close());
    const bytes = await readFile(join(project, file));
    bytes[bytes.length >> 1] ^= 1;
    own.file(addressOf(file), bytes, { type: types[file.split(".").at(-1)] });
    const page = await visit(browser, own.page("/altered", MARKUP.body(hash(smoking)), { script: MARKUP.script }));
    t.after(() => page.context().close());
    if (name === "the script") {
      await page.waitForLoadState("networkidle");
      assert.equal(await page.evaluate(() => customElements.get("peer-glass")), undefined);
    } else {
      const { type, detail } = await hear(page);
      assert.equal(type, "peer-glass-error");
      assert.match(detail.message, name === "the data" ? /could not be loaded: .*smoking\.csv.*its hash/ : /did not come whole/);
      assert.equal(await quietly(page), detail.message);
    }
    assert.ok(await page.locator("#fallback").isVisible());
    assert.deepEqual(page.complaints.filter((line) => !/integrity|net::ERR_/.test(line)), []);
  });
}

test("without WebAssembly the engine is checked by its hash where the page names it, whole and with one byte flipped", async (t) => {
  const file = "pkg/peerglass-plain.js";
  const names = ["peer-glass.js", "peerglass.js", "peerglass-plain.js"];
  const [, ...links] = names.map((name) => `<link rel="modulepreload" href="/peerglass/${name}" integrity="${record.files[name].integrity}">`);
  const policy = `default-src 'self'; script-src ${names.map((name) => `'${record.files[name].integrity}'`).join(" ")}`;
  for (const flipped of [0, 1]) {
    const own = await openSite();
    t.after(() => own.close());
    const bytes = await readFile(join(project, file));
    bytes[bytes.length >> 1] ^= flipped;
    own.file(addressOf(file), bytes, { type: types.js });
    const page = await visit(browser, own.page("/plain", MARKUP.body(hash(smoking)), { policy, script: links.join("") + HASHED }));
    t.after(() => page.context().close());
    const { type, detail } = await hear(page);
    assert.equal(type, flipped ? "peer-glass-error" : "peer-glass-ready", detail.cause);
    if (flipped) assert.match(detail.message, /did not come whole/);
    assert.equal(await page.locator("#fallback").isVisible(), Boolean(flipped));
    assert.deepEqual(page.complaints.filter((line) => !theBrowsers(line) && !/integrity|net::ERR_/.test(line)), []);
  }
});

test("every engine's hash stands in the script, and one that was altered is not used", async (t) => {
  const script = await readFile(join(project, "pkg/peer-glass.js"), "utf8");
  for (const name of ["peerglass", "peerglass-more", "peerglass-whole"]) {
    assert.ok(script.includes(hash(await readFile(join(project, `pkg/${name}_bg.wasm`)))), name);
  }
  const own = await openSite();
  t.after(() => own.close());
  const bytes = await readFile(join(project, "pkg/peerglass-more_bg.wasm"));
  bytes[bytes.length >> 1] ^= 1;
  own.file("/peerglass/peerglass-more_bg.wasm", bytes, { type: "application/wasm" });
  const page = await visit(browser, own.page("/trend", '<peer-glass id="w" config="/cases/trend-down/config.json"><p id="fallback">Text</p></peer-glass>'));
  t.after(() => page.context().close());
  assert.match((await hear(page)).detail.message, /did not come whole/);
  assert.ok(await page.locator("#fallback").isVisible());
});

test("a page opened from a disk stays as it was, by every route", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "peerglass-"));
  t.after(() => rm(folder, { recursive: true }));
  await cp(join(project, "pkg"), join(folder, "peerglass"), { recursive: true });
  await cp(join(project, "tests/cases/clearly-higher/smoking.csv"), join(folder, "smoking.csv"));
  const script = '<script type="module" src="peerglass/peer-glass.js"></script>';
  const embed = '<script src="peerglass/embed.js" data-id="e" data-src="smoking.csv" async></script>';
  const frame = '<iframe src="peerglass/frame.html?src=../smoking.csv" title="Adults who smoke"></iframe><script src="peerglass/peer-glass-frame.js" defer></script>';
  await writeFile(join(folder, "page.html"), `<!doctype html><meta charset="utf-8"><title>x</title>${script}<peer-glass src="smoking.csv"><p id="fallback">Text</p></peer-glass>${embed}${frame}`);
  const page = await visit(browser, `file://${folder}/page.html`);
  await page.waitForLoadState("networkidle");
  assert.ok(await page.locator("#fallback").isVisible());
  assert.equal(await page.locator("#e").count(), 0);
  assert.ok(await page.frameLocator("iframe").getByText("It needs scripts").isVisible());
  assert.deepEqual(page.complaints.filter((line) => !/CORS policy|net::ERR_FAILED/.test(line)), []);
  await page.context().close();
});
