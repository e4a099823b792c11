// The widget itself, from the files and the config that are here, as different readers meet it. One widget and one state; the
// ways to look at it are classes of what it stands in.

import { beside, make } from "./page.js";
import { spoken } from "./spoken.js";

/** The ways to look, with what each stands for. */
export const PANES = [
  ["page", "Page"],
  ["phone", "Phone"],
  ["paper", "Paper"],
  ["grey", "Without colour"],
  ["contrast", "High contrast"],
  ["aloud", "Read aloud"],
];

// The widget asks for its config by an address. Here it is answered from memory: the policy of a site may allow no other way,
// and no server has anything to do with it.
const answers = new Map();
const ask = globalThis.fetch;
globalThis.fetch = (address, ...options) => {
  const own = answers.get(String(address));
  return own === undefined ? ask(address, ...options) : Promise.resolve(new Response(own));
};

export class Preview {
  #room;
  #widgets = new Map();
  #files = [];
  #config = {};
  #count = 0;
  #address;
  #pane = "page";
  #lines = make("ol", [], { class: "spoken" });

  /** @param {HTMLElement} room @param {(headline: string | undefined, trouble: string | undefined) => void} told */
  constructor(room, told) {
    this.#room = room;
    this.#lines.hidden = true;
    room.after(this.#lines);
    const settle = (event) => {
      this.#read();
      if (event.target.lang !== "cy") told(event.detail.headline, event.detail.message);
    };
    for (const type of ["peer-glass-ready", "peer-glass-change", "peer-glass-error"]) room.addEventListener(type, settle);
  }

  /** Shows these files by this config; the files' own addresses are for the site, not for here. */
  show(files, config) {
    const { src, neighbours, config: _, ...rest } = config;
    this.#config = config;
    answers.delete(this.#address);
    this.#count += 1;
    this.#address = beside(`preview-${this.#count}.json`);
    answers.set(this.#address, JSON.stringify(rest));
    const isSame = files === this.#files;
    this.#files = files;
    for (const [tag, widget] of this.#widgets) this.#set(widget, tag, isSame);
    if (!this.#widgets.has("")) this.#add("");
  }

  /** Fetches all that a view may come to need, in both languages. */
  async prepare() {
    const { loadEngine } = await import(beside("peer-glass.js"));
    await Promise.all([
      ...[0, 1, 2, 3, 4, 5].map((at) => loadEngine(at)),
      ...["keep", "cy", "theme"].map((name) => import(beside(`peer-glass-${name}.js`))),
    ]);
    // A first view, of figures made up here: with it come the style sheets and what listens to keys.
    const first = make("peer-glass", [], { view: "trend", class: "first", "aria-hidden": "true", inert: true });
    first.files = [new File(["Area Code,Area Name,Time period,Value\nE06000001,A,2023,1\nE06000002,B,2023,2\n"], "first.csv")];
    const stands = new Promise((resolve) => ["peer-glass-ready", "peer-glass-error"].forEach((type) => first.addEventListener(type, resolve)));
    document.body.append(first);
    await stands;
    first.remove();
  }

  /** The other language beside it, or no more. */
  set isWelshToo(on) {
    if (on) this.#add("cy");
    else this.#take("cy");
  }

  set pane(name) {
    this.#pane = name;
    this.#room.dataset.pane = name;
    this.#lines.hidden = name !== "aloud";
    // A picture takes its colours when it is drawn.
    if (this.widget) this.show(this.#files, this.#config);
    this.#read();
  }

  /** The widget in the language of the page. */
  get widget() {
    return this.#widgets.get("");
  }

  #add(tag) {
    if (this.#files.length === 0) return;
    const widget = make("peer-glass", [], tag ? { lang: tag } : {});
    this.#widgets.set(tag, widget);
    this.#set(widget, tag, false);
    this.#room.append(widget);
  }

  #take(tag) {
    this.#widgets.get(tag)?.remove();
    this.#widgets.delete(tag);
  }

  #set(widget, tag, isSame) {
    if (!isSame) widget.files = this.#files;
    // It keeps the theme of the config it had.
    widget.removeAttribute("theme");
    widget.setAttribute("config", this.#address);
  }

  #read() {
    if (this.#pane !== "aloud" || !this.widget) return;
    const lines = spoken(this.widget).map(([kind, words]) => make("li", [make("span", kind, { class: "kind" }), " ", words]));
    this.#lines.replaceChildren(...lines);
  }
}
