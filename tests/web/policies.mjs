// Security policies that sites have, by name.
import { STRICT } from "./server.mjs";

/** The widget shows. */
export const showing = [
  ["the strictest under which WebAssembly runs", STRICT],
  ["that and Trusted Types, with our one policy", `${STRICT}; require-trusted-types-for 'script'; trusted-types peerglass`],
  ["that and everything else shut", `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`],
  ["nonces of the site's own, as frameworks set them", `script-src 'self' 'nonce-abc' 'wasm-unsafe-eval'; object-src 'none'; style-src 'self' 'nonce-abc'`],
  ["a permissive one", "default-src * 'unsafe-inline' 'unsafe-eval' data: blob:"],
];

/** The widget shows, its engine in plain JavaScript. */
export const withoutWebAssembly = [
  ["no WebAssembly", "default-src 'self'; script-src 'self'"],
  ["no WebAssembly, and Trusted Types with our one policy", "default-src 'self'; require-trusted-types-for 'script'; trusted-types peerglass"],
];

/** The page's own fallback stays: the engine may not run in either form, or its markup may not be placed. */
export const refusing = [
  ["no WebAssembly, and no other scripts than two of ours", "default-src 'self'; script-src http://127.0.0.1:*/peerglass/peer-glass.js http://127.0.0.1:*/peerglass/peerglass.js"],
  ["no Trusted Types policy at all", `${STRICT}; require-trusted-types-for 'script'; trusted-types 'none'`],
  ["Trusted Types policies of others only", `${STRICT}; require-trusted-types-for 'script'; trusted-types other`],
];

/** The page's own fallback stays: data may not be fetched. */
export const withoutData = `${STRICT}; connect-src https://other.example`;
