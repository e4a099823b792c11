// What is being made: the config itself, as the widget reads it, and the steps back. Nothing else is state, so what is saved,
// shared and shown is one thing.

/** A path into the config: names of keys and places in lists. @typedef {(string | number)[]} Path */

const isObject = (value) => typeof value === "object" && value !== null;
const isEmpty = (value) => isObject(value) && Object.keys(value).length === 0;

/** @param {object} config @param {Path} path */
export function at(config, path) {
  let value = config;
  for (const key of path) value = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return value;
}

/**
 * The same config with one value set; `undefined` takes it out, and with it what would be left empty around it.
 * @param {object} config @param {Path} path @param {unknown} value
 */
export function having(config, path, value) {
  if (path.length === 0) return value;
  const [key, ...rest] = path;
  const holder = isObject(config) ? config : typeof key === "number" ? [] : {};
  const inner = having(Object.hasOwn(holder, key) ? holder[key] : undefined, rest, value);
  // A key may be any text of a file: no assignment, which would take “__proto__” for something else.
  if (Array.isArray(holder)) return inner === undefined ? holder.filter((_, at) => at !== key) : holder.toSpliced(key, 1, inner);
  const others = Object.entries(holder);
  if (inner === undefined || (isEmpty(inner) && rest.length > 0)) return Object.fromEntries(others.filter(([name]) => name !== String(key)));
  const known = others.some(([name]) => name === String(key));
  return Object.fromEntries(known ? others.map(([name, old]) => [name, name === String(key) ? inner : old]) : [...others, [key, inner]]);
}

/** The same config with a key of a map renamed, in its place. @param {object} config @param {Path} path @param {string} from @param {string} to */
export function renamed(config, path, from, to) {
  const map = at(config, path) ?? {};
  return having(config, path, Object.fromEntries(Object.entries(map).map(([name, value]) => [name === from ? to : name, value])));
}

/** The same config with an item of a list moved by one. @param {object} config @param {Path} path @param {number} from @param {number} by */
export function moved(config, path, from, by) {
  const list = [...(at(config, path) ?? [])];
  const to = from + by;
  if (to < 0 || to >= list.length) return config;
  [list[from], list[to]] = [list[to], list[from]];
  return having(config, path, list);
}

/** The config without places that were left empty. */
export function tidy(value) {
  if (Array.isArray(value)) return value.map(tidy).filter((one) => one !== "" && !isEmpty(one));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, tidy(inner)]);
  return Object.fromEntries(entries.filter(([, inner]) => inner !== "" && !isEmpty(inner)));
}

/** The config, its past and its future. */
export class State {
  #now = {};
  #past = [];
  #future = [];
  #listeners = [];
  #last;

  get config() {
    return this.#now;
  }

  get canUndo() {
    return this.#past.length > 0;
  }

  get canRedo() {
    return this.#future.length > 0;
  }

  /** Calls back after each change: with `whole` where more changed than one value that a field already shows. */
  listen(listener) {
    this.#listeners.push(listener);
  }

  /** Sets one value. Typing on in one field is one step back. @param {Path} path @param {unknown} value */
  set(path, value) {
    this.#go(having(this.#now, path, value), { whole: false, step: JSON.stringify(path) });
  }

  /** Puts another config in place of this one. @param {object} config */
  replace(config) {
    this.#go(config, { whole: true });
  }

  undo() {
    if (!this.canUndo) return;
    this.#future.push(this.#now);
    this.#now = this.#past.pop();
    this.#tell(true);
  }

  redo() {
    if (!this.canRedo) return;
    this.#past.push(this.#now);
    this.#now = this.#future.pop();
    this.#tell(true);
  }

  #go(config, { whole, step }) {
    if (JSON.stringify(config) === JSON.stringify(this.#now)) return;
    if (step === undefined || step !== this.#last) this.#past.push(this.#now);
    this.#future = [];
    this.#now = config;
    this.#tell(whole, step);
  }

  #tell(whole, step) {
    this.#last = step;
    for (const listener of this.#listeners) listener({ whole });
  }
}
