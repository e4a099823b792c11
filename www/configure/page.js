// Making elements of this page. All text is set as text; nothing here makes markup.

/** An element with content and attributes; an attribute that is false is left out. @returns {HTMLElement} */
export function make(tag, content = [], attributes = {}) {
  const element = document.createElement(tag);
  element.append(...[content ?? []].flat().filter((part) => part !== undefined && part !== ""));
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== undefined) element.setAttribute(name, value);
  }
  return element;
}

/** The address of a file that stands beside this page. */
export const beside = (name) => new URL(name, document.baseURI).href;

/** A button that does something. */
export const button = (words, act, attributes = {}) => make("button", words, { type: "button", click: act, ...attributes });

/** Puts the focus on a field, in a closed part too; of a group, on its first field. @param {string} id */
export function reach(id) {
  const found = document.getElementById(id);
  for (let fold = found?.closest("details:not([open])"); fold; fold = fold.parentElement.closest("details:not([open])")) fold.open = true;
  (found?.matches("fieldset") ? found.querySelector("input, select, textarea, button") : found)?.focus();
}

/** A number and its noun. */
export const counted = (number, one, many = `${one}s`) => `${number.toLocaleString("en-GB")} ${number === 1 ? one : many}`;

const region = () => document.getElementById("status");

/** Says something to whoever looks and to whoever listens. */
export function say(words) {
  region().textContent = "";
  // The same words again are read again.
  requestAnimationFrame(() => (region().textContent = words));
}

/** Puts text where it can be pasted from, and says so. @param {string} text @param {string} what */
export async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text);
    say(`${what} copied.`);
  } catch {
    say(`This browser does not let a page copy. Select ${what.toLowerCase()} and copy it.`);
  }
}

/** Gives the visitor a file. @param {Blob} blob @param {string} name */
export function save(blob, name) {
  const link = make("a", [], { href: URL.createObjectURL(blob), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  say(`${name} saved.`);
}
