// The engine of compare and trend without the element (`peerglass/engine-more`): what the whole one can do, for these two views.

export * from "./peerglass-whole.js";
export { default } from "./peerglass-whole.js";
