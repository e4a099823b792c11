// What a reader does with an answer that stands: walks through its points by key or pointer, narrows a long list by typing,
// prints it. Fetched once there is an answer, which does not wait for it.

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

/**
 * Listens in the body of an answer; `announce` says a text aloud, `sources` names the data. What it gives is to be called
 * when another answer comes: it forgets the point that was read.
 */
export function listen(body, announce, sources) {
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
    if (body.getRootNode().activeElement === all) point.scrollIntoView({ block: "nearest" });
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
  return () => {
    active = -1;
    say();
  };
}
