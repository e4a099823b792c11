// How work comes back later: in an address that can be shared, and in this browser where it was asked for. The figures
// themselves are in neither.

const KEPT = "peerglass-configure";
const NAME = "view=";

async function through(stream, bytes) {
  const out = new Response(new Blob([bytes]).stream().pipeThrough(stream));
  return new Uint8Array(await out.arrayBuffer());
}

/** The part of an address behind “#” that says a config. @param {object} config */
export async function addressOf(config) {
  const bytes = await through(new CompressionStream("deflate-raw"), new TextEncoder().encode(JSON.stringify(config)));
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return NAME + btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The config that an address says; undefined where it says none, an error where it is not whole. @param {string} hash */
export async function configOf(hash) {
  const text = hash.replace(/^#/, "");
  if (!text.startsWith(NAME)) return undefined;
  const letters = atob(text.slice(NAME.length).replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(await through(new DecompressionStream("deflate-raw"), bytes)));
}

/** Keeps the config in this browser; undefined forgets it. @param {object | undefined} config */
export function keep(config) {
  try {
    if (config) localStorage.setItem(KEPT, JSON.stringify(config));
    else localStorage.removeItem(KEPT);
    return true;
  } catch {
    return false;
  }
}

/** The config kept in this browser, if one is. */
export function kept() {
  try {
    const text = localStorage.getItem(KEPT);
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
