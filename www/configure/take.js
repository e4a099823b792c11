// What goes onto the site: the snippet by the way the site takes it, the config file, the static answer, everything as one
// zip; whether the site's policy lets it work; and wording for the site's own pages.

import { bundle, contents, engineOf, packageFiles, snippets } from "./output.js";
import { beside, button, copy, counted, make, save, say } from "./page.js";
import { policyDoctor } from "./doctor.js";
import { wording } from "./wording.js";

const ROUTES = [
  ["element", "A tag in the page", "The usual way, where your site lets you paste HTML with a script."],
  ["embed", "One script, where the figure is to stand", "For a site that takes away tags it does not know."],
  ["iframe", "A frame", "For a site that takes away scripts."],
  ["static", "Without scripts", "A picture, a table and sentences as they are today. Make them again when the file changes."],
];
const BASE = "/peerglass/";
const SITE = "https://www.example.gov.uk/";

export class Take {
  #room;
  #state;
  #route = "element";
  #base = BASE;
  #site = SITE;
  #hashes;
  #files = [];
  #config = {};
  #answer = "";
  #parts = {};

  /** @param {HTMLElement} room @param {import("./state.js").State} state */
  constructor(room, state) {
    this.#room = room;
    this.#state = state;
  }

  /** Fetches the hashes that snippets carry. */
  async prepare() {
    const { version, files } = await (await fetch(beside("build.json"))).json();
    this.#hashes = files;
    this.#parts.version = version;
  }

  /** Shows what there is to take. @param {File[]} files @param {object} config @param {{blocked: boolean}} advice @param {string} answer the static one */
  show(files, config, advice, answer) {
    this.#files = files;
    this.#config = { schema: "1", ...config };
    this.#answer = answer;
    if (!this.#parts.whole) this.#build();
    this.#parts.blocked.hidden = !advice.blocked;
    this.#parts.whole.hidden = advice.blocked;
    if (!advice.blocked) this.#renew();
  }

  #build() {
    const blocked = make("p", ["First mend what would mislead: ", make("a", "Before it goes out", { href: "#checks" }), "."]);
    const route = make("fieldset", make("legend", "How does it come onto your page?"), { class: "group" });
    for (const [name, words, why] of ROUTES) {
      const id = `route-${name}`;
      const radio = make("input", [], { type: "radio", name: "route", id, "aria-describedby": `${id}.why`, change: () => this.#choose(name) });
      radio.checked = name === this.#route;
      route.append(make("div", [radio, make("label", words, { for: id })], { class: "tick" }), make("p", why, { class: "why", id: `${id}.why` }));
    }
    const base = make("input", [], { type: "text", id: "base", autocomplete: "off", "aria-describedby": "base.why", input: () => this.#place(base.value.trim() || BASE) });
    base.value = this.#base;
    const site = make("input", [], { type: "text", id: "site", inputmode: "url", autocomplete: "off", placeholder: SITE, change: () => this.#locate(site) });
    const snippet = make("div");
    const page = make("div", [make("label", "On which page will it stand?", { for: "site" }), site], { class: "question" });
    const folder = make("div", [
      make("label", "Where does the folder with Peerglass stand on your site?", { for: "base" }),
      make("p", "Whoever looks after your site knows. If it is not there yet, the zip below holds it.", { class: "why", id: "base.why" }),
      base,
    ], { class: "question" });
    const all = make("p", button("Save everything as one zip", () => this.#zip().catch((error) => say(`The zip could not be made: ${error.message}`))), { class: "ways" });
    const words = make("div");
    const whole = make("div", [route, folder, page, snippet, all, policyDoctor(() => this.#places()), make("details", [make("summary", "Wording for your own pages: accessibility, privacy, cookies"), words])]);
    Object.assign(this.#parts, { blocked, whole, snippet, words });
    this.#room.replaceChildren(blocked, whole);
  }

  #choose(name) {
    this.#route = name;
    this.#renew();
  }

  #place(base) {
    this.#base = base;
    this.#renew();
  }

  #locate(input) {
    const written = input.value.trim();
    try {
      this.#site = new URL(/^https?:/i.test(written || SITE) ? written || SITE : `https://${written}`).href;
      this.#renew();
    } catch {
      say("The page's address is not one. It begins with https://.");
    }
  }

  // Where page, folder and data are, as a policy sees them.
  #places() {
    const data = String(this.#config.src ?? "").split(/\s+/).filter(Boolean).map((address) => new URL(address, this.#site).href);
    return { pageOrigin: this.#site, widgetOrigin: new URL(this.#base, this.#site).href, dataOrigin: data, engine: engineOf(this.#config), hashes: this.#hashes };
  }

  #choices() {
    return { base: this.#base, hashes: this.#hashes, static: this.#answer, route: this.#route };
  }

  #renew() {
    const made = snippets(this.#config, this.#choices())[this.#route];
    const config = `${JSON.stringify(this.#config, null, 2)}\n`;
    const saved = made.config?.text ?? config;
    const name = (made.config?.address ?? "view.json").split("/").at(-1);
    this.#parts.snippet.replaceChildren(
      ...text("snippet", "The snippet to paste", made.html, "The snippet"),
      ...made.notes.map((note) => make("p", note)),
      ...text("config", made.config ? `The config file that goes with it: ${made.config.address}` : "The config, to come back to", saved, "The config"),
      make("p", button(`Save ${name}`, () => save(new Blob([saved], { type: "application/json" }), name)), { class: "ways" }),
    );
    this.#parts.words.replaceChildren(...wording(this.#config, { base: this.#base, route: this.#route, version: this.#parts.version, page: this.#site, files: made.config ? [made.config.address] : [] }));
  }

  async #zip() {
    const { files: pkg, record } = await packageFiles(document.baseURI);
    const named = String(this.#config.src ?? "").split(/\s+/).filter(Boolean);
    const data = {};
    for (const file of this.#files) {
      const address = named.find((one) => one.split(/[/?#]/).includes(file.name)) ?? file.name;
      data[address] = new Uint8Array(await file.arrayBuffer());
    }
    const files = contents(this.#config, { ...this.#choices(), pkg, data, version: record.version });
    save(new Blob([await bundle(files)], { type: "application/zip" }), "peerglass.zip");
    say(`peerglass.zip holds ${counted(Object.keys(files).length, "file")}. README.txt in it says where each goes.`);
  }
}

// Text to be copied: readable, selectable, and one button to take it.
function text(id, words, content, what) {
  const area = make("textarea", [], { id, readonly: true, rows: Math.min(14, content.split("\n").length + 2), spellcheck: "false" });
  area.value = content;
  return [
    make("div", [make("label", words, { for: id }), area], { class: "question" }),
    make("p", button("Copy", () => copy(content, what), { "aria-label": `Copy: ${words}` }), { class: "ways" }),
  ];
}
