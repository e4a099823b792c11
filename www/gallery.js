// The gallery: a card for each case of one list, and a place for the reader's own file, which is read here and sent nowhere.

const make = (tag, content, attributes = {}) => {
  const element = document.createElement(tag);
  element.append(...[content ?? []].flat());
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
};

// A card keeps its room until its answer, or the reason why there is none, stands in it.
for (const type of ["peer-glass-ready", "peer-glass-error"]) {
  document.addEventListener(type, (event) => event.target.classList?.add("settled"));
}

// ---- the reader's own file

const drop = document.getElementById("drop");
const picker = document.getElementById("files");
const polarity = document.getElementById("polarity");
const status = document.getElementById("status");
let own;

function open(files) {
  if (files.length === 0) return;
  status.textContent = `Reading ${[...files].map((file) => file.name).join(", ")}.`;
  own ??= document.createElement("peer-glass");
  own.files = files;
  judge();
  if (!own.isConnected) document.getElementById("own-figure").append(own);
  // It reads when it is near the view, and whoever chose a file wants to see it.
  own.scrollIntoView({ block: "nearest" });
}

function judge() {
  if (!own) return;
  if (polarity.value) own.setAttribute("polarity", polarity.value);
  else own.removeAttribute("polarity");
}

picker.addEventListener("change", () => open(picker.files));
polarity.addEventListener("change", judge);

document.getElementById("own-figure").addEventListener("peer-glass-error", (event) => {
  status.textContent = event.detail.message || "This could not be compared. The reason stands below.";
});
document.getElementById("own-figure").addEventListener("peer-glass-ready", (event) => {
  status.textContent = `Your file is open. ${event.detail.headline}`;
});
// From then on the widget itself tells what changed.
document.getElementById("own-figure").addEventListener("peer-glass-change", () => {
  if (status.textContent !== "Your file is open.") status.textContent = "Your file is open.";
});

// A file dropped beside the zone must not make the browser leave the page.
for (const type of ["dragover", "drop"]) document.addEventListener(type, (event) => event.preventDefault());
for (const type of ["dragenter", "dragover"]) drop.addEventListener(type, () => drop.classList.add("over"));
drop.addEventListener("dragleave", (event) => drop.contains(event.relatedTarget) || drop.classList.remove("over"));
document.addEventListener("drop", () => drop.classList.remove("over"));
drop.addEventListener("drop", (event) => open(event.dataTransfer.files));

// ---- the cases

const isPlain = (value) => typeof value === "string" || typeof value === "number";
const escaped = (text) => String(text).replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** What to paste for a config, and the JSON it needs beside it where attributes cannot say it all. */
function snippet(config) {
  const addresses = (text) => String(text).split(" ").map((name) => `/data/${name}`).join(" ");
  const said = { ...config };
  for (const key of ["src", "neighbours"]) if (said[key]) said[key] = addresses(said[key]);
  const rest = Object.entries(said).filter(([, value]) => !isPlain(value));
  const attributes = Object.entries(said).filter(([, value]) => isPlain(value));
  if (rest.length > 0) attributes.unshift(["config", "/data/view.json"]);
  const lines = attributes.map(([name, value]) => `\n  ${name}="${escaped(value)}"`);
  return {
    tag: `<script type="module" src="/peerglass/peer-glass.js"></script>\n\n<peer-glass${lines.join("")}>\n</peer-glass>`,
    json: rest.length > 0 ? JSON.stringify(Object.fromEntries(rest), null, 2) : undefined,
  };
}

function more(name, title) {
  const details = make("details", make("summary", ["How to put this on a page", make("span", `: ${title}`, { class: "visually-hidden" })]));
  details.addEventListener("toggle", async () => {
    if (!details.open || details.childElementCount > 1) return;
    const address = `cases/${name}/config.json`;
    try {
      const config = await (await fetch(address)).json();
      const { tag, json } = snippet(config);
      const files = [config.src, config.neighbours].filter(Boolean).flatMap((list) => list.split(" "));
      const links = files.flatMap((file, at) => [at ? ", " : "", make("a", file, { href: `cases/${name}/${file}` })]);
      details.append(make("p", "Paste the script once on a page, and the tag where the answer should stand:"), make("pre", make("code", tag)));
      if (json) details.append(make("p", "And beside the data, in view.json, what attributes cannot say:"), make("pre", make("code", json)));
      details.append(make("p", ["The made-up data: ", ...links, "."], { class: "small" }));
    } catch {
      details.append(make("p", `The example could not be loaded: ${address}.`));
    }
  });
  return details;
}

function card({ name, title, about }) {
  return make("article", [
    make("h3", title, { id: `${name}-title` }),
    make("p", about),
    make("peer-glass", [], { config: `cases/${name}/config.json` }),
    more(name, title),
  ], { id: name, "aria-labelledby": `${name}-title` });
}

async function showCases() {
  const place = document.getElementById("cases");
  let list;
  try {
    const response = await fetch("cases/index.json");
    if (!response.ok) throw new Error(String(response.status));
    list = await response.json();
  } catch {
    place.replaceChildren(make("p", "The list of examples could not be loaded from cases/index.json."));
    return;
  }
  // A case that stands above has its card already.
  list = list.filter(({ name, title }) => {
    const above = document.getElementById(name);
    above?.append(more(name, title));
    return !above;
  });
  const parts = [...new Set(list.map(({ part }) => part))];
  const anchor = (part) => part.toLowerCase().replace(/[^a-z]+/g, "-").replace(/^-|-$/g, "");
  place.replaceChildren(...parts.map((part) => make("section", [
    make("h2", part, { id: anchor(part) }),
    ...list.filter((entry) => entry.part === part).map(card),
  ], { "aria-labelledby": anchor(part) })));
  document.getElementById("parts").append(...parts.map((part) => make("li", make("a", part, { href: `#${anchor(part)}` }))));
  // The address may name a card that was not there when the page came.
  document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
}

showCases();
