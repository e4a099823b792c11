// The element <peer-glass>: waits until it is near the view, loads engine and data once for the whole page, and places
// what the engine makes. It computes nothing and formats nothing. Whatever fails, the page's own fallback stays.

const here = new URL(".", import.meta.url);

// What is said before there is an engine to say it. In Welsh it stands in a file of its own, fetched when it is needed.
const said = {
  engine: "The engine did not come whole, or this browser or this site's security policy does not allow it.",
  broken: "The comparison could not be worked out.",
  noSource: "No data file is named. Add its address in “src”.",
  notFound: (address, status) => `The data file could not be loaded (${status}): ${address}. Check the address.`,
  offline: (address) => `The data file could not be loaded: ${address}. Check the address, its hash if it has one, and the connection.`,
  picture: "The picture could not be drawn.",
  config: (address) => `The config file could not be read: ${address}. Check that it is there and is JSON.`,
};

// Its words are chosen from those of a language.
class PeerGlassError extends Error {
  name = "PeerGlassError";

  constructor(kind, words, cause) {
    super(words(said), { cause });
    Object.assign(this, { kind, words });
  }
}

// A text and its width at 100 pixels as the engine takes it, to tell how wide the page's font is beside that.
const SAMPLE = "Wessmere and Ferncastle, higher than England 1234567890";
const SAMPLE_WIDTH = 2701.4;
// How wide the engine takes the fonts of SVG to be.
const SVG_FONT = 1.12;

// One policy and one place for all markup; a site that refuses the policy keeps its fallback.
let policy;
function place(element, markup) {
  try {
    policy ??= globalThis.trustedTypes?.createPolicy("peerglass", { createHTML: (text) => text }) ?? { createHTML: String };
    element.innerHTML = policy.createHTML(markup);
  } catch (cause) {
    throw new PeerGlassError("engine", (said) => said.engine, cause);
  }
}

// A file must be what the hash behind its address says, as in “smoking.csv#sha256-…”, if there is one.
const get = (address) => fetch(address, { integrity: address.split("#")[1] });

// One compiled engine for all widgets of the page. Each holds all that the one before it does: what makes the first answer;
// compare and trend with all that goes with them, files and pictures as text too; every view. The same three in Welsh.
// Each with its hash, which the build puts in.
const ENGINES = {
  "peerglass": "",
  "peerglass-more": "",
  "peerglass-whole": "",
  "peerglass-cy": "",
  "peerglass-more-cy": "",
  "peerglass-whole-cy": "",
};
const FIRST = 0;
const MORE = 1;
const WHOLE = 2;
const WELSH = 3;
const engines = [];
async function startEngine(at) {
  const [name, hash] = Object.entries(ENGINES)[at];
  try {
    // The smallest there is. Where it is refused, the same engine comes as plain JavaScript.
    new WebAssembly.Module(new TextEncoder().encode("\0asm\x01\0\0\0"));
  } catch {
    return import(`./${name}-plain.js`);
  }
  // Asked for together: each round trip costs a slow line more than a hundred kilobytes.
  const wasm = get(new URL(`${name}_bg.wasm#${hash}`, here).href);
  const [engine] = await Promise.all([import(`./${name}.js`), wasm]);
  await engine.default({ module_or_path: wasm });
  return engine;
}
function loadEngine(at = WHOLE) {
  engines[at] ??= startEngine(at);
  return engines[at].catch((cause) => {
    delete engines[at];
    throw new PeerGlassError("engine", (said) => said.engine, cause);
  });
}

// One style sheet for all of them, and one more for views other than compare. Without it the answer is plain, and still there.
const styles = {};
function loadStyle(name) {
  styles[name] ??= fetch(new URL(name, here))
    .then((response) => response.text())
    .then((text) => new CSSStyleSheet().replace(text));
  return styles[name].catch(() => {
    delete styles[name];
    return new CSSStyleSheet();
  });
}

// Lets the page breathe: a long file is read in slices shorter than a frame.
const breathe = () => new Promise((resolve) => setTimeout(resolve));

async function readStream(data, stream, name, entry) {
  const reader = stream.getReader();
  let since = performance.now();
  for (;;) {
    const { done, value } = await reader.read().catch((cause) => {
      throw new PeerGlassError("data", (said) => said.offline(name), cause);
    });
    if (done) return;
    // Nobody waits for it any more.
    if (entry.users === 0) return reader.cancel();
    // A file of the reader's own arrives in pieces of megabytes: slice them too.
    for (let at = 0; at < value.length; at += 262144) {
      data.push(value.subarray(at, at + 262144));
      if (performance.now() - since > 12) {
        await breathe();
        since = performance.now();
      }
    }
  }
}

async function open(address) {
  let response;
  try {
    response = await get(address);
  } catch (cause) {
    throw new PeerGlassError("data", (said) => said.offline(address), cause);
  }
  if (!response.ok) throw new PeerGlassError("data", (said) => said.notFound(address, response.status));
  return response.body;
}

async function readAll(sources, config, entry, at) {
  const engine = await loadEngine(at);
  const data = new engine.Data(config);
  try {
    // Asked for together, read one after the other.
    const streams = sources.map((source) => (typeof source === "string" ? open(source) : source.stream()));
    for (const stream of streams) Promise.resolve(stream).catch(() => {});
    for (const [at, source] of sources.entries()) {
      const name = source.name ?? source;
      data.begin(name);
      await readStream(data, await streams[at], name, entry);
      data.end();
    }
    data.finish();
  } catch (error) {
    data.free();
    throw error;
  }
  return data;
}

// One copy of the data for all widgets that show the same files; freed with the last of them.
const shared = new Map();
function share(sources, config, engine) {
  const isShared = sources.every((source) => typeof source === "string");
  // No array in it: libraries of long ago taught arrays another JSON.
  const key = isShared ? [engine, ...sources, JSON.stringify(config?.columns)].join(" ") : Symbol();
  let entry = shared.get(key);
  if (!entry) {
    entry = { users: 0 };
    entry.data = readAll(sources, config, entry, engine);
    shared.set(key, entry);
  }
  entry.users += 1;
  let held = true;
  return {
    data: entry.data,
    release() {
      if (!held) return;
      held = false;
      entry.users -= 1;
      if (entry.users > 0) return;
      shared.delete(key);
      entry.data.then((data) => data.free()).catch(() => {});
    },
  };
}

const ATTRIBUTES = (
  "src config series polarity value-type view indicator area area-type period peers benchmark neighbours order " +
  "name unit multiplier lang theme picture basis source licence next-update publisher trend-method trend-from " +
  "views groups gap-shows today address"
).split(" ");
// Names every element may carry, which are therefore none of ours and no mistake.
const GLOBAL = /^(accesskey|class|contenteditable|exportparts|is|part|tabindex|role|data-.*|aria-.*|item.*|_ng.*|.*[:@].*)$/;
const isGlobal = (name) => GLOBAL.test(name) || (name in HTMLElement.prototype && name !== "lang");

// The system's colours, in the engine's order of roles: paper, text, muted, grid, band, benchmark, better, worse, apart, plain.
const FORCED = "Canvas CanvasText CanvasText Canvas Canvas CanvasText LinkText CanvasText LinkText CanvasText".split(" ");
const ROLES = "paper text muted grid band benchmark better worse apart plain".split(" ");

// What is past its day is said on a board of priorities alone.
const today = (config) => (config?.priorities && !config.today ? { today: new Date().toISOString().slice(0, 10) } : {});
class PeerGlass extends HTMLElement {
  static observedAttributes = ATTRIBUTES;

  #root = this.attachShadow({ mode: "open" });
  #slot = document.createElement("slot");
  #body = document.createElement("div");
  #quiet = document.createElement("div");
  #live = [document.createElement("div"), document.createElement("div")];
  #near;
  #resized;
  #spoken;
  #media = [];
  #held;
  #config;
  #data;
  #engine = FIRST;
  #grouped;
  #figure;
  #files;
  #choices = {};
  #parts = new Map();
  #width = 0;
  #reader;
  // Until there is what can do it better.
  #renew = () => {
    const focused = this.#root.activeElement?.id;
    this.#build();
    this.#root.getElementById(focused)?.focus();
  };
  #replace = place;
  #detail;
  #ready = false;
  #pending = false;
  #said;
  #told;

  constructor() {
    super();
    this.#body.hidden = true;
    this.#quiet.className = "pg-quiet";
    this.#live.forEach((region) => {
      region.className = "pg-hidden";
      region.setAttribute("aria-live", "polite");
    });
    this.#root.append(this.#slot, this.#quiet, this.#body, ...this.#live);
    this.#body.addEventListener("change", (event) => this.#chosen(event));
    this.#body.addEventListener("click", (event) => this.#clicked(event));
    this.#body.addEventListener("toggle", (event) => this.#opened(event.target), true);
  }

  connectedCallback() {
    this.#near = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        this.#near.disconnect();
        this.#start();
      },
      { rootMargin: "400px" },
    );
    // Moved within the page, it keeps what it has.
    if (!this.#held) this.#near.observe(this);
    this.#resized = new ResizeObserver(() => this.#try(() => this.#draw()));
    this.#resized.observe(this.#body);
    // The page may change its language, on any element around.
    this.#spoken = new MutationObserver(() => this.attributeChangedCallback("lang", true));
    this.#spoken.observe(document, { subtree: true, attributeFilter: ["lang"] });
    this.#watch(true);
  }

  disconnectedCallback() {
    this.#near.disconnect();
    this.#resized.disconnect();
    this.#spoken.disconnect();
    this.#watch(false);
    queueMicrotask(() => this.isConnected || this.#drop());
  }

  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    delete this.#choices[name];
    if (!this.#held) return;
    const isOther = this.#data && this.#needed(this.#config) !== this.#engine;
    if (isOther || ["src", "config", "neighbours", "theme"].includes(name)) this.#start();
    else this.#later();
  }

  /** Files to show instead of “src”: the reader's own, which never leave the browser. */
  set files(files) {
    this.#files = files ? [...files] : undefined;
    this.#choices = {};
    if (this.isConnected) this.#start();
  }

  get files() {
    return this.#files;
  }

  /** Every verdict with its rule and inputs, the receipt and the sentences, as plain data; undefined until ready. */
  results() {
    return this.#figure?.results();
  }

  /** Saves the answer as a file of a kind (csv, png, svg, html; json: its receipts) and gives its bytes as a Blob. */
  download(kind) {
    return this.#keep((keep, asked) => keep.save(kind, asked));
  }

  /** Puts the answer onto the clipboard, as a picture, table or citation. */
  copy(what) {
    return this.#keep((keep, asked) => keep.copy(what, asked));
  }

  // What a reader takes away is made by an engine that makes files, of what stands now.
  async #keep(use) {
    if (!this.#figure) throw new PeerGlassError("not-ready", () => "Wait for peer-glass-ready.");
    const at = this.#engine % WELSH ? this.#engine : this.#engine + MORE;
    const question = [this.#attributes(), this.#config, this.#language()];
    const asked = { engine: () => loadEngine(at), sources: this.#sources(this.#config), question, body: this.#body, font: this.#font(), Failure: PeerGlassError };
    return use(await import("./peer-glass-keep.js"), asked);
  }

  // ---- loading

  async #start() {
    this.#drop();
    const held = (this.#held = { stale: false });
    const sheets = [loadStyle("peer-glass.css")];
    try {
      const config = await this.#readConfig();
      const sources = this.#sources(config);
      if (held.stale) return;
      // The style sheet goes by the attribute.
      if (config?.theme && !this.hasAttribute("theme")) this.setAttribute("theme", config.theme);
      // Without it the theme is the neutral one.
      if (/^(g|nhs|h)/.test(this.getAttribute("theme"))) sheets.push(import("./peer-glass-theme.js").then(({ themed }) => themed(this)).catch(() => new CSSStyleSheet()));
      this.#engine = this.#needed(config);
      const use = share(sources, config, this.#engine);
      held.release = use.release;
      if (this.#engine % WELSH) sheets.push(loadStyle("peer-glass-views.css"));
      const data = await use.data;
      this.#root.adoptedStyleSheets = await Promise.all(sheets);
      if (held.stale) return use.release();
      this.#config = config;
      this.#data = data;
      this.#update();
      // Groups want the gap between them said, which takes more; until then the first answer stands.
      this.#grouped = data.grouped;
      if (this.#needed(config) === this.#engine) return;
      // Told already, if it comes to the same.
      const told = this.#told;
      this.#start();
      this.#said = told;
    } catch (error) {
      if (!held.stale) this.#fail(error);
    }
  }

  // The least engine that holds what is asked for in its language, but none that holds less than the one that is there.
  #needed(config) {
    const { view = "compare", views, picture, likeness, show, peers } = { ...config, ...this.#attributes() };
    // Texts in two languages are read by more.
    const isPaired = /{"(en|cy)":/.test(JSON.stringify(config));
    const isMore = view === "trend" || views || picture === "svg" || likeness || show || peers === "parent" || this.#grouped || isPaired;
    const least = view !== "compare" && view !== "trend" ? WHOLE : isMore ? MORE : FIRST;
    return Math.max(this.#engine % WELSH, least) + (this.#isWelsh(config) ? WELSH : 0);
  }

  async #readConfig() {
    const address = this.getAttribute("config");
    if (!address) return undefined;
    const absolute = new URL(address, document.baseURI).href;
    try {
      const response = await get(absolute);
      if (!response.ok) throw new Error(String(response.status));
      return await response.json();
    } catch (cause) {
      throw new PeerGlassError("config", (said) => said.config(absolute), cause);
    }
  }

  // Addresses in attributes are the page's, those in a config file the config's.
  #sources(config) {
    const base = document.baseURI;
    const configBase = new URL(this.getAttribute("config") ?? "", base);
    const list = (name) => {
      const own = this.getAttribute(name);
      const text = own ?? config?.[name] ?? "";
      const addresses = String(text).split(/\s+/).filter(Boolean);
      return addresses.map((address) => new URL(address, own === null ? configBase : base).href);
    };
    const sources = [...(this.#files ?? list("src")), ...list("neighbours")];
    if (!this.#files && list("src").length === 0) throw new PeerGlassError("data", (said) => said.noSource);
    return sources;
  }

  #drop() {
    if (this.#held) {
      this.#held.stale = true;
      this.#held.release?.();
    }
    this.#held = undefined;
    this.#said = undefined;
    this.#figure?.free();
    this.#figure = undefined;
    this.#data = undefined;
  }

  // The page's own fallback comes back, and why.
  async #fail(error) {
    this.#figure?.free();
    this.#figure = undefined;
    this.#body.hidden = true;
    this.#quiet.before(this.#slot);
    const { kind = "engine", words = (said) => said.broken, cause = error } = error;
    const message = words(this.#isWelsh() ? await import("./peer-glass-cy.js").catch(() => said) : said);
    // It may have come right by now.
    if (this.#figure) return;
    this.#quiet.textContent = message;
    this.#emit("peer-glass-error", { kind, message, cause: String(cause) });
  }

  // ---- showing

  #later() {
    if (this.#pending) return;
    this.#pending = true;
    queueMicrotask(() => {
      this.#pending = false;
      if (!this.#data) return;
      this.#try(() => this.#update());
    });
  }

  #try(step) {
    try {
      step();
    } catch (error) {
      this.#fail(error);
    }
  }

  #attributes() {
    const given = {};
    for (const { name, value } of this.attributes) if (!isGlobal(name)) given[name] = value;
    return { ...today(this.#config), ...given, ...this.#choices };
  }

  #isWelsh(config) {
    return /^cy/i.test(this.#language(config));
  }

  #language(config = this.#config) {
    if (config?.lang && !this.hasAttribute("lang")) return String(config.lang);
    let node = this;
    while (node) {
      const found = node.closest?.("[lang]");
      if (found) return found.lang;
      node = node.getRootNode().host;
    }
    return "";
  }

  #update() {
    const figure = this.#data.figure(this.#attributes(), this.#config, this.#language());
    if (figure.refused) {
      const why = figure.notices();
      figure.free();
      throw new PeerGlassError("data", () => why);
    }
    this.#figure?.free();
    this.#figure = figure;
    const { choices, headline, language } = figure.results(true);
    this.#renew(figure, choices, language);
    this.#show();
    this.#draw(true);
    this.#detail = { ...choices, headline: headline.text };
    const told = JSON.stringify(this.#detail);
    this.#reader ??= this.#attend();
    if (!this.#ready) this.#reader.then(() => this.#greet());
    else if (this.#said !== told) {
      this.#announce(headline.text);
      this.#emit("peer-glass-change", this.#detail);
    }
    [this.#said, this.#told] = [undefined, told];
  }

  // Without what listens to keys and pointer the answer is still there.
  async #attend() {
    try {
      const { listen } = await import("./peer-glass-reader.js");
      [this.#renew, this.#replace] = listen(this.#body, this.#parts, place, (text) => this.#announce(text), () => this.#sources(this.#config));
    } catch {}
  }

  #greet() {
    if (this.#ready || !this.#figure) return;
    this.#ready = true;
    this.#emit("peer-glass-ready", this.#detail);
  }

  #build() {
    place(this.#body, this.#figure.markup());
    for (const part of this.#body.querySelectorAll("[data-part]")) {
      part.part = part.dataset.part;
      this.#parts.set(part.dataset.part, this.#figure.part(part.dataset.part));
    }
  }

  #show() {
    this.#quiet.textContent = "";
    this.#body.hidden = false;
    // A slot that is not there shows nothing: the fallback rests in the page, untouched.
    this.#slot.remove();
  }

  #emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }

  // Two regions in turn, so that the same sentence twice is still read.
  #announce(text) {
    this.#live.reverse();
    this.#live[1].textContent = "";
    this.#live[0].textContent = text;
  }

  // ---- the picture

  #redraw = () => {
    this.#watch(true);
    this.#try(() => this.#draw(true));
  };

  // A listener left behind would hold the element for as long as the page lives.
  #watch(on) {
    for (const media of this.#media) media.removeEventListener("change", this.#redraw);
    const density = `(resolution: ${devicePixelRatio}dppx)`;
    const queries = ["(prefers-color-scheme: dark)", "(forced-colors: active)", "print", density];
    this.#media = on ? queries.map((query) => matchMedia(query)) : [];
    for (const media of this.#media) media.addEventListener("change", this.#redraw);
  }

  #draw(anew = false) {
    const frame = this.#body.querySelector(".pg-frame");
    if (!frame || !this.#figure) return;
    const width = frame.clientWidth;
    if (width === this.#width && !anew) return;
    this.#width = width;
    // Hidden: drawn when it has a width again.
    if (!width) return;
    const part = frame.closest("[data-part]");
    const canvas = frame.querySelector("canvas");
    if ((this.getAttribute("picture") ?? this.#config?.picture) === "svg") {
      this.#replace(part, this.#figure.picture(width, this.#colours()));
      this.#lay(this.#figure.layout(width, SVG_FONT).slice(1));
    } else if (canvas) {
      // Paper is finer than any screen.
      const density = matchMedia("print").matches ? Math.max(devicePixelRatio, 3) : devicePixelRatio;
      this.#lay(this.#paint(canvas, width, density));
    } else {
      this.#replace(part, this.#figure.part("picture"));
      this.#draw(true);
    }
  }

  #font() {
    const family = getComputedStyle(this).fontFamily;
    const context = document.createElement("canvas").getContext("2d");
    context.font = `100px ${family}`;
    return { family, width: context.measureText(SAMPLE).width / SAMPLE_WIDTH };
  }

  #paint(canvas, width, density) {
    const font = this.#font();
    const [height, ...touches] = this.#figure.layout(width, font.width);
    canvas.width = Math.round(width * density);
    canvas.height = Math.round(height * density);
    canvas.style.height = `${height}px`;
    if (!this.#figure.paint(canvas, width, density, font.width, font.family, this.#colours())) {
      throw new PeerGlassError("picture", (said) => said.picture);
    }
    return touches;
  }

  // The theme's colours as the stylesheet has them, or the system's where the reader has set their own.
  #colours() {
    const probe = document.createElement("i");
    this.#body.append(probe);
    const forced = matchMedia("(forced-colors: active)").matches;
    const colours = (forced ? FORCED : ROLES.map((role) => `var(--pg-${role})`)).flatMap((colour) => {
      probe.style.color = colour;
      return getComputedStyle(probe).color.match(/[\d.]+/g).slice(0, 3).map(Number);
    });
    probe.remove();
    return new Uint8Array(colours);
  }

  #lay(touches) {
    for (let at = 0; at < touches.length; at += 5) {
      const [row, x, y, w, h] = touches.slice(at, at + 5);
      const point = this.#root.getElementById(`pg-point-${row}`);
      if (!point) continue;
      Object.assign(point.style, { left: `${x}px`, top: `${y}px`, width: `${w}px`, height: `${h}px` });
    }
  }

  // ---- the reader

  #chosen(event) {
    const { name, value } = event.target;
    // Up or down is another area.
    if (name) this.#choose({ [name === "here" ? "area" : name]: value });
  }

  #choose(choices) {
    // Another measure has its own groups and periods.
    if (choices.indicator) {
      delete this.#choices.series;
      delete this.#choices.period;
    }
    Object.assign(this.#choices, choices);
    if (this.#needed(this.#config) === this.#engine) this.#later();
    else this.#start();
  }

  #clicked({ target }) {
    const button = target.closest("button");
    if (button?.dataset.go) {
      this.#choose(JSON.parse(button.dataset.go));
      // From where the way back starts.
      queueMicrotask(() => this.#root.getElementById("pg-view")?.focus());
    } else if (button) {
      const said = this.#keep((keep, asked) => keep.press(button, asked));
      said.then((text) => text && this.#announce(text)).catch(({ message }) => this.#emit("peer-glass-error", { kind: "download", message }));
    }
  }

  // What words of the field mean, and the ways to copy, are said by a larger engine, when somebody opens the part.
  async #opened({ open, parentElement: part }) {
    const figure = this.#figure;
    const name = part.dataset.part;
    // The parts “worked” and “download”.
    if (!open || this.#engine % WELSH || !/w/.test(name) || part.querySelector(".pg-terms, [data-copies]")) return;
    const markup = await this.#keep((keep, asked) => keep.again(asked, (other) => other.part(name))).catch(() => {});
    if (markup && figure === this.#figure) this.#replace(part, markup);
  }
}

// Safe to load twice; a page with two versions keeps the first.
if (!customElements.get("peer-glass")) customElements.define("peer-glass", PeerGlass);

export { PeerGlass, loadEngine };
