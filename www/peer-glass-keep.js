// What a reader takes away: files, copies and receipts. Fetched when the first of them is asked for.

const text = (content, type) => new Blob([content], { type: `${type};charset=utf-8` });
const today = () => new Date().toISOString().slice(0, 10);

const MAKERS = {
  csv: (figure) => text("\uFEFF" + figure.csv(), "text/csv"),
  svg: (figure) => text(figure.svg(720), "image/svg+xml"),
  html: (figure) => text(figure.html(today()), "text/html"),
  json: (figure) => text(figure.receipts(), "application/json"),
  png(figure, { font, Failure }) {
    const canvas = document.createElement("canvas");
    if (!figure.paintSheet(canvas, 720, 2, font.width, font.family)) throw new Failure("picture", (said) => said.picture);
    return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  },
};

/** The bytes of a source, and what a copy says of them: their hash, where this page may work it out, and their address. */
async function read(source, Failure) {
  const name = source.name ?? source;
  try {
    const answer = source.name ? source : await fetch(source, { integrity: source.split("#")[1] });
    if (answer.ok === false) throw new Error(answer.status);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const hash = new Uint8Array((await crypto.subtle?.digest("SHA-256", bytes)) ?? 0);
    return { name, bytes, line: `${[...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("")} ${name.split("#")[0]}` };
  } catch (cause) {
    throw new Failure("data", (said) => said.offline(name), cause);
  }
}

// A long file is read in slices shorter than a frame.
async function push(data, bytes) {
  let since = performance.now();
  for (let at = 0; at < bytes.length; at += 262144) {
    data.push(bytes.subarray(at, at + 262144));
    if (performance.now() - since < 12) continue;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  }
}

/**
 * What an engine that makes files makes of what was asked. It reads the data again, so that a copy says of which bytes it
 * was made, and keeps nothing.
 */
export async function again({ engine, sources, question, Failure }, make) {
  const [{ Data }, ...files] = await Promise.all([engine(), ...sources.map((source) => read(source, Failure))]);
  const data = new Data(question[1]);
  try {
    for (const { name, bytes } of files) {
      data.begin(name);
      await push(data, bytes);
      data.end();
    }
    data.finish();
    const figure = data.figure(...question);
    try {
      figure.stamp(today(), files.map(({ line }) => line).join("\n"));
      return await make(figure);
    } finally {
      figure.free();
    }
  } finally {
    data.free();
  }
}

/** What is known by a name, or a failure that names all there are. */
function known(table, what, Failure) {
  if (!Object.hasOwn(table, what)) throw new Failure("kind", () => `There is no “${what}”: use ${Object.keys(table).join(", ")}.`);
  return table[what];
}

/** Saves the answer as a file of a kind, and gives its bytes. */
export async function save(kind, asked) {
  const make = known(MAKERS, kind, asked.Failure);
  return again(asked, async (figure) => {
    const blob = await make(figure, asked);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    const area = figure.results().results[0].code || "comparison";
    link.download = `peerglass-${area.replace(/[^\w-]+/g, "-")}.${kind}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    return blob;
  });
}

// A document that nothing is loaded into, to write markup in.
const draft = () => document.implementation.createHTMLDocument("").body;

function add(parent, name, content, more) {
  const made = Object.assign(parent.ownerDocument.createElement(name), more);
  made.append(content);
  parent.append(made);
  return made;
}

const address = (blob) => new Promise((resolve, reject) => {
  const reader = new FileReader();
  reader.onload = () => resolve(reader.result);
  reader.onerror = () => reject(reader.error);
  reader.readAsDataURL(blob);
});

/** The picture as markup: the image itself, what it says for who does not see it, and where it is from. */
async function pictured({ png, width, height, alt, lines, language }) {
  const page = draft();
  const figure = add(page, "figure", "", { lang: language });
  const image = add(figure, "img", "", { alt, width, height });
  image.setAttribute("src", await address(png));
  add(figure, "figcaption", lines.join(" "));
  return text(page.innerHTML, "text/html");
}

/** Answer, tables and source as plain markup and as plain text, as they stand in the page. */
function tabled({ body }, lines) {
  const page = draft();
  const all = add(page, "div", "", { lang: body.querySelector("article").lang });
  const said = (selector) => [...body.querySelectorAll(selector)].map((node) => node.textContent.trim());
  const above = [...said(".pg-kicker"), ...said(".pg-lines > span")];
  add(all, "h3", said(".pg-headline")[0]);
  for (const line of above) add(all, "p", line);
  const plain = [...said(".pg-headline"), ...above];
  for (const table of body.querySelectorAll("table")) {
    const copy = all.ownerDocument.importNode(table, true);
    for (const node of [copy, ...copy.querySelectorAll("*")]) {
      for (const { name } of [...node.attributes]) if (!["scope", "lang"].includes(name)) node.removeAttribute(name);
    }
    all.append(copy);
    plain.push("", copy.caption.textContent, ...[...copy.rows].map((row) => [...row.cells].map((cell) => cell.textContent).join("\t")));
  }
  const below = [...said(".pg-worked ul li"), ...said(".pg-foot p"), ...lines, said(".pg-download details > p").at(-1)];
  for (const line of below) add(all, "p", line);
  return { "text/html": text(page.innerHTML, "text/html"), "text/plain": text([...plain, "", ...below].join("\n"), "text/plain") };
}

// Each gives what goes onto the clipboard by its type: as promises, for the clipboard has to be asked while the press counts.
const COPIES = {
  picture(asked) {
    const made = again(asked, async (figure) => {
      const png = await MAKERS.png(figure, asked);
      const { width, height } = await createImageBitmap(png);
      const { kicker, headline, language } = figure.results();
      return { png, width: width / 2, height: height / 2, alt: `${kicker}. ${headline.text}`, lines: figure.citation().split("\n"), language };
    });
    return { "image/png": made.then(({ png }) => png), "text/html": made.then(pictured) };
  },
  table(asked) {
    const made = again(asked, (figure) => tabled(asked, figure.citation().split("\n")));
    return { "text/html": made.then((all) => all["text/html"]), "text/plain": made.then((all) => all["text/plain"]) };
  },
  citation: (asked) => ({ "text/plain": again(asked, (figure) => text(figure.citation(), "text/plain")) }),
};

const write = async (made) => navigator.clipboard.write([new ClipboardItem(made)]);

/** Puts the answer onto the clipboard: as a picture that carries its words, as a table, or as a citation. */
export async function copy(what, asked) {
  const made = known(COPIES, what, asked.Failure)(asked);
  // What could not be made goes before what the browser makes of that.
  await Promise.all([...Object.values(made), write(made)]);
}

// Says at a button what became of it; to be said aloud too.
function note(button, said) {
  const place = button.parentElement;
  (place.querySelector("span") ?? add(place, "span", "")).textContent = said;
  return said;
}

/** Opens the receipt; once it is open, copies it, or at least selects it where the page may not copy. */
async function receipt(button, asked) {
  const part = button.closest("[data-part]");
  if (part.querySelector(".pg-receipt").hidden) {
    const text = await again(asked, (figure) => figure.receipts());
    // What the words mean may have come meanwhile, and with it all of the part anew.
    const [place, pressed] = [part.querySelector(".pg-receipt"), part.querySelector("[data-receipt]")];
    place.textContent = text;
    place.hidden = false;
    pressed.textContent = pressed.dataset.copy;
    return undefined;
  }
  const place = part.querySelector(".pg-receipt");
  getSelection().selectAllChildren(place);
  return navigator.clipboard?.writeText(place.textContent).then(() => button.dataset.copied, () => undefined);
}

/** Does what a button is for; gives what is to be said aloud, if anything. */
export async function press(button, asked) {
  const { download, copies } = button.dataset;
  if (download) return void (await save(download, asked));
  if (!copies) return receipt(button, asked);
  const { copied, refused } = button.parentElement.dataset;
  return copy(copies, asked).then(() => note(button, copied), (error) => {
    if (error instanceof asked.Failure) throw error;
    return note(button, refused);
  });
}
