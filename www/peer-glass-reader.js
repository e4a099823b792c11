// What a reader does with an answer that stands: walks through its points by key or pointer, narrows a long list by typing,
// prints it, asks for another. Fetched once there is an answer, which does not wait for it.

const labelled = (text) => {
  const wanted = text.trim().toLowerCase();
  return (option) => option.label.toLowerCase().includes(wanted);
};

// Where a browser cannot show what is closed on paper by style alone, it is opened for as long as it prints. One pair of
// listeners for all answers, which holds none of them.
const printed = new Set();
let opened = [];
function beforePrint() {
  const bodies = [...printed].map((one) => one.deref() ?? (printed.delete(one), undefined));
  const closed = bodies.flatMap((body) => [...(body?.querySelectorAll(".pg-table details, .pg-worked details") ?? [])]);
  opened = closed.filter((details) => !details.open);
  for (const details of opened) details.open = true;
}
function afterPrint() {
  for (const details of opened) details.open = false;
  opened = [];
}
if (!CSS.supports("selector(::details-content)")) {
  addEventListener("beforeprint", beforePrint);
  addEventListener("afterprint", afterPrint);
}

// Makes the content of an element like that of another. What is alike stays as it is, so that the browser need not find its
// style and lay it out again.
function merge(old, made) {
  const there = [...old.childNodes];
  const wanted = [...made.childNodes];
  wanted.forEach((node, at) => {
    const before = there[at];
    if (!before) old.append(node);
    else if (before.isEqualNode(node)) return;
    else if (before.cloneNode().isEqualNode(node.cloneNode())) merge(before, node);
    else before.replaceWith(node);
  });
  for (const node of there.slice(wanted.length)) node.remove();
}

/**
 * Listens in the body of an answer, of which `parts` holds the markup of each part; `place` puts markup in, `announce` says
 * a text aloud, `sources` names the data. Gives what shows another answer, and what puts a part anew.
 */
export function listen(body, parts, place, announce, sources) {
  const root = body.getRootNode();
  let active = -1;
  // Where the data are, for paper, which holds no link.
  const addresses = document.createElement("p");
  addresses.className = "pg-data";
  const say = () => (addresses.textContent = sources().map((source) => source.name ?? source.split("#")[0]).join(" · "));
  say();
  body.querySelector("article").append(addresses);
  printed.add(new WeakRef(body));

  const points = () => body.querySelector(".pg-points");
  const list = (field) => body.querySelector(`select[name="${field.dataset.find}"]`);

  function activate(row) {
    const all = points();
    all.querySelector('[aria-selected="true"]')?.setAttribute("aria-selected", "false");
    const point = row < 0 ? undefined : all.children[row];
    active = point ? row : -1;
    const readout = body.querySelector(".pg-readout");
    readout.textContent = point ? point.textContent : "";
    if (!point) return all.removeAttribute("aria-activedescendant");
    point.setAttribute("aria-selected", "true");
    all.setAttribute("aria-activedescendant", point.id);
    if (root.activeElement === all) point.scrollIntoView({ block: "nearest" });
  }

  function walk(event) {
    const last = event.target.children.length - 1;
    const next = Math.min(active + 1, last);
    const previous = Math.max(active - 1, 0);
    const keys = { ArrowDown: next, ArrowRight: next, ArrowUp: previous, ArrowLeft: previous, Home: 0, End: last, Escape: -1 };
    const to = keys[event.key];
    if (to === undefined) return;
    if (event.key !== "Escape" || active >= 0) event.preventDefault();
    activate(to);
  }

  // The first area that fits.
  function choose(field) {
    const select = list(field);
    const first = [...select.options].find(labelled(field.value));
    if (!first) return;
    select.value = first.value;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function narrow(field) {
    const select = list(field);
    // All of them are kept where the element finds them, for when the page chooses what is narrowed away.
    select.all ??= [...select.options];
    const chosen = select.value;
    const fits = select.all.filter(labelled(field.value));
    select.replaceChildren(...select.all.filter((option) => option.value === chosen || fits.includes(option)));
    select.value = chosen;
    announce(field.dataset.matches.replace("{n}", fits.length));
  }

  function pointed({ target }) {
    const row = target.closest?.("[data-row]")?.dataset.row;
    if (row !== undefined && Number(row) !== active) activate(Number(row));
  }

  body.addEventListener("keydown", (event) => {
    if (event.target.dataset.find && event.key === "Enter") choose(event.target);
    else if (event.target === points()) walk(event);
  });
  body.addEventListener("input", ({ target }) => target.dataset.find && narrow(target));
  body.addEventListener("focusin", ({ target }) => target === points() && active < 0 && activate(0));
  body.addEventListener("focusout", ({ target }) => target === points() && activate(-1));
  body.addEventListener("pointermove", pointed);
  body.addEventListener("pointerdown", pointed);

  // The focus stays where it was, or on the part; what was open stays open, and a receipt with what it says.
  function replace(part, markup) {
    const focused = part.contains(root.activeElement) ? root.activeElement : undefined;
    const open = part.querySelector("details")?.open;
    const receipt = part.querySelector(".pg-receipt:not([hidden])");
    // Controls and what is opened begin anew: what was typed in them, or fetched for them, was for the answer before.
    const made = /^[cwd]/.test(part.dataset.part) ? part : document.createElement("div");
    place(made, markup);
    merge(part, made);
    if (open) part.querySelector("details").open = open;
    if (receipt) {
      const button = part.querySelector("[data-receipt]");
      button.textContent = button.dataset.copy;
      part.querySelector(".pg-receipt").replaceWith(receipt);
    }
    if (!focused || focused.isConnected) return;
    const same = (one) => one.textContent === focused.textContent;
    (root.getElementById(focused.id) ?? [...part.querySelectorAll("button, summary")].find(same) ?? part.querySelector("summary, .pg-points"))?.focus();
  }

  // Only what changed is made again, so that focus, open parts and scroll stay.
  function renew(figure, choices, language) {
    active = -1;
    say();
    for (const part of body.querySelectorAll("[data-part]")) {
      const name = part.dataset.part;
      const markup = figure.part(name);
      const bare = (text) => text.replaceAll(" selected", "");
      if (bare(markup) === bare(parts.get(name))) continue;
      parts.set(name, markup);
      replace(part, markup);
    }
    // What a receipt shows is of another answer from now on.
    const button = body.querySelector("[data-receipt]");
    button.textContent = button.dataset.receipt;
    body.querySelector(".pg-receipt").hidden = true;
    body.firstChild.lang = language;
    for (const select of body.querySelectorAll("select")) {
      select.value = choices[select.name];
      if (select.value === choices[select.name] || !select.all) continue;
      // The page chose what the reader's typing had narrowed away.
      select.replaceChildren(...select.all);
      select.value = choices[select.name];
    }
  }

  return [renew, replace];
}
