// What a screen reader says of a view, in its order: headings, sentences, pictures by their names, tables, choices, buttons.
// Close to what one says, and no more than close: each has its own words for roles.

const ROLES = { A: "link", BUTTON: "button", SUMMARY: "button, opens more", SELECT: "choice", INPUT: "field", TEXTAREA: "field" };
const HEADING = /^H[1-6]$/;

const squeezed = (text) => text.replaceAll(/\s+/g, " ").trim();

function isSilent(element) {
  if (element.closest("[aria-hidden=true], [hidden]")) return true;
  const style = getComputedStyle(element);
  return style.display === "none" || style.visibility === "hidden";
}

function named(element, root) {
  const ids = element.getAttribute("aria-labelledby");
  if (ids) return squeezed(ids.split(/\s+/).map((id) => root.getElementById(id)?.textContent ?? "").join(" "));
  const own = element.getAttribute("aria-label") ?? element.getAttribute("alt");
  if (own) return own;
  const label = element.id && root.querySelector(`label[for="${CSS.escape(element.id)}"]`);
  return squeezed((label || element).textContent);
}

function table(element, lines) {
  const caption = element.querySelector("caption");
  const rows = [...element.rows];
  const width = Math.max(0, ...rows.map((row) => row.cells.length));
  lines.push(["table", `${caption ? `${squeezed(caption.textContent)}, ` : ""}${rows.length} rows, ${width} columns`]);
  for (const row of rows) lines.push(["row", [...row.cells].map((cell) => squeezed(cell.textContent)).filter(Boolean).join("; ")]);
}

const ITEMS = 4;

// Keys walk a list one by one: its name, how many there are, and the first of them.
function listbox(element, root, lines) {
  const items = [...element.querySelectorAll("[role=option], [role=listitem], li")];
  lines.push(["list", `${named(element, root)}, ${items.length} points`]);
  for (const item of items.slice(0, ITEMS)) lines.push(["point", named(item, root)]);
  if (items.length > ITEMS) lines.push(["point", `and ${items.length - ITEMS} more, by the arrow keys`]);
}

function walk(node, root, lines) {
  if (node.nodeType === Node.TEXT_NODE) {
    const text = squeezed(node.textContent);
    if (text) lines.push(["text", text]);
    return;
  }
  if (node.nodeType !== Node.ELEMENT_NODE || isSilent(node)) return;
  const role = node.getAttribute("role");
  if (HEADING.test(node.tagName) || role === "heading") lines.push([`heading ${node.getAttribute("aria-level") ?? node.tagName.slice(1)}`, named(node, root)]);
  else if (role === "img" || node.tagName === "IMG" || node.tagName === "CANVAS") lines.push(["picture", named(node, root)]);
  else if (role === "listbox") listbox(node, root, lines);
  else if (node.tagName === "TABLE") table(node, lines);
  else if (node.tagName === "SELECT") lines.push(["choice", `${named(node, root)}: ${squeezed(node.selectedOptions[0]?.textContent ?? "")}`]);
  else if (node.tagName === "LABEL") return;
  else if (ROLES[node.tagName]) lines.push([ROLES[node.tagName], named(node, root)]);
  else if (["P", "LI", "DT", "DD", "FIGCAPTION"].includes(node.tagName) && !node.querySelector("a, button, select, table, [role]")) lines.push(["text", squeezed(node.textContent)]);
  else for (const child of node.childNodes) walk(child, root, lines);
}

/** The lines that are read, each with what kind of thing it is. @param {Element} widget @returns {[string, string][]} */
export function spoken(widget) {
  const root = widget.shadowRoot ?? widget.getRootNode();
  const lines = [];
  for (const child of (widget.shadowRoot ?? widget).childNodes) walk(child, root, lines);
  return lines.filter(([, words]) => words !== "");
}
