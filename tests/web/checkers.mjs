// Two checkers of accessibility, by different hands: axe, and the engine of IBM's Equal Access Checker (both free software;
// used here, never shipped). Each looks into shadow roots. They run in a page or in a frame of one.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

import axe from "axe-core";

const second = await readFile(createRequire(import.meta.url).resolve("accessibility-checker-engine"), "utf8");

/**
 * Opens every part that can be opened, in a document and in its shadow roots; the words of the field come when somebody
 * asks how an answer was worked out, and are opened too.
 */
export const openParts = (frame) => frame.evaluate(async () => {
  const open = (root) => {
    for (const details of root.querySelectorAll("details")) details.open = true;
    for (const { shadowRoot } of root.querySelectorAll("*")) if (shadowRoot) open(shadowRoot);
  };
  const lacks = ({ shadowRoot }) => shadowRoot.querySelector(".pg-worked") && !(shadowRoot.querySelector(".pg-terms") && shadowRoot.querySelector("[data-copies]"));
  open(document);
  const end = performance.now() + 5000;
  while ([...document.querySelectorAll("peer-glass")].some(lacks) && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 10));
  open(document);
});

/** What axe calls a fault, within the element of an id or in the whole document. */
export async function axeFaults(frame, id) {
  await frame.evaluate(axe.source);
  return frame.evaluate(async (id) => {
    const { violations } = await window.axe.run(document.getElementById(id) ?? document, { preload: false, iframes: false, resultTypes: ["violations"] });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
  }, id);
}

// What the second checker calls wrong, or asks a person to look at, and why it is right: rule by rule and element by
// element, and where a rule reads words, word by word. What is not named here is a fault.
const ANSWERS = [
  {
    rule: "element_tabbable_role_valid",
    at: ".pg-scroll, .pg-receipt",
    why: "A table or a text that scrolls must be within reach of the keyboard; it is a region with a name, so that a reader hears where they are.",
  },
  {
    rule: "aria_keyboard_handler_exists",
    at: ".pg-points",
    why: "The keys are listened for on an element around it. keyboard.test.js presses them.",
  },
  {
    rule: "input_label_visible",
    at: ".pg-points",
    why: "Nothing is put in here: it is the picture, point by point. Its name says how to walk it, and what is read out stands below it to be seen.",
  },
  { rule: "canvas_content_described", at: "canvas", why: "Its name says what it shows, and the list over it and the table below hold each figure." },
  { rule: "style_highcontrast_visible", at: "canvas", why: "It is painted anew in the reader's own colours. modes.test.js reads its pixels." },
  { rule: "list_structure_proper", at: "dl", why: "HTML lets a div group a term with what is said of it." },
  { rule: "select_options_grouped", at: "select", why: "Places, years and measures are lists of equals: there is nothing to group by." },
  { rule: "heading_markup_misuse", at: ".pg-headline", why: "It heads the answer, and it is a sentence." },
  { rule: "text_block_heading", at: ".pg-answer, .pg-kicker", why: "What the figures are and of when, in small letters above the heading. It heads nothing." },
  { rule: "text_block_heading", at: ".pg-big, .pg-state", why: "A figure and its state, under the heading that they belong to." },
  { rule: "blockquote_cite_exists", at: "blockquote", why: "What people said, with who said it below; it has no address of its own." },
  { rule: "text_quoted_correctly", at: "option, th", text: /onfocus/, why: "The made-up name of a place, which holds markup on purpose." },
  // Words of where and how large. Those of how large are said of figures, gaps and ranges: a quantity, not a look.
  ...["lower", "big", "bigger", "smaller", "small", "little", "large", "size"].map((word) => ({ rule: "text_sensory_misuse", word, why: "A quantity." })),
  { rule: "text_sensory_misuse", word: "left", text: /left (it )?out/, why: "Left out." },
  { rule: "text_sensory_misuse", word: "right", text: /is right/, why: "Correct." },
  { rule: "text_sensory_misuse", word: "square", text: /square and add/, why: "The name of a method." },
  { rule: "text_sensory_misuse", word: "above", text: /above (the|and|England|\S+ in|it in|it )|here, above|tenth above/, why: "More than a figure, or of a place that holds this one." },
  { rule: "text_sensory_misuse", word: "below", text: /below (the|it|England|\S+ in)|clearly below/, why: "Less than a figure." },
  { rule: "text_sensory_misuse", word: "beside", text: /beside (the|it|other|them)|them beside/, why: "Compared with, or next to on the ground." },
  { rule: "text_sensory_misuse", word: "upper", text: /Upper Calder/, why: "The name of a place." },
];

/**
 * What the second checker finds within the element of an id, or in the whole document, and is not named above: faults,
 * and questions that it leaves to a person.
 */
export async function otherFaults(frame, id) {
  if (!(await frame.evaluate(() => "ace" in window))) await frame.evaluate(second);
  const selectors = [...new Set(ANSWERS.flatMap(({ at }) => at?.split(", ") ?? []))];
  const found = await frame.evaluate(async ([id, selectors]) => {
    window.aceChecker ??= new window.ace.Checker();
    const { results } = await window.aceChecker.check(document.getElementById(id) ?? document, ["WCAG_2_2"]);
    return results.filter(({ value }) => value[1] !== "PASS").map(({ ruleId, message, snippet, path, node }) => ({
      ruleId, message, snippet, path: path.dom,
      text: node.textContent ?? "",
      at: selectors.filter((selector) => node.matches?.(selector)),
    }));
  }, [id, selectors]);
  return found.filter((one) => !isAnswered(one)).map(({ ruleId, message, snippet, path }) => `${ruleId}: ${message}\n  ${snippet.slice(0, 200)}\n  ${path}`);
}

function isAnswered({ ruleId, message, text, at }) {
  const fits = ANSWERS.filter((answer) => answer.rule === ruleId && (answer.text?.test(text) ?? true) && (!answer.at || answer.at.split(", ").some((one) => at.includes(one))));
  if (ruleId !== "text_sensory_misuse") return fits.length > 0;
  const words = message.match(/word\(s\) '([^']*)'/)[1].toLowerCase().split(/\W+/).filter(Boolean);
  return words.every((word) => fits.some((answer) => answer.word === word));
}
