// What the officer takes away, and the way back from it.
export { bundle, contents, packageFiles } from "./pack.js";
export { readSnippet } from "./readback.js";
export { engineOf, fitsAttributes, hashOf, snippets } from "./snippets.js";
