// The statement kit: what a publisher can paste into the site's statements on accessibility, cookies and privacy, and beside
// the figures, from the actual config. It claims nothing that docs/accessibility.md and docs/conformance.md do not show.
import { escape } from "./markup.js";
import { isFixed, list } from "./snippets.js";

/**
 * @typedef {"accessibility" | "cookies" | "privacy" | "data" | "assessment"} StatementId
 * @typedef {string | string[]} Block A paragraph, or a list.
 * @typedef {{id: StatementId, title: string, blocks: Block[], text: string, html: string}} Statement `html` begins with a heading of level 3.
 *
 * @typedef {Object} Facts
 * @property {string} version The engine's: "0.1.0".
 * @property {"element" | "embed" | "iframe" | "static"} route
 * @property {string} page The address of the page, or its origin: "https://www.example.gov.uk/".
 * @property {string} base The address of the folder: "/peerglass/".
 * @property {string[]} [files] More addresses that the figure fetches, such as its config file.
 * @property {string} [updated] When the figures were last updated, in words.
 * @property {{contact?: string, days?: string | number}} [contact] Whom to ask for another form, and how long that takes.
 */

const textOf = (value) => String((value && typeof value === "object" ? (value.en ?? Object.values(value)[0]) : value) ?? "").trim();
const ended = (text) => (/[.!?]$/.test(text) ? text : `${text}.`);

/** Every address that a reader's browser asks for, absolute; those in data and config as the page sees them. */
function fetched(config, { page, base, files = [], route }) {
  if (route === "static") return { folder: undefined, data: [] };
  const folder = new URL(base.endsWith("/") ? base : `${base}/`, page);
  // The snippet's own address of such a file is then left as it is, and the frame reads it from where it lies.
  const from = route === "iframe" && isFixed(base) ? folder : page;
  const named = [...list(config.src), ...list(config.neighbours), ...files];
  return { folder, data: [...new Set(named.map((address) => new URL(address.split("#")[0], from).href))] };
}

const sitesOf = (addresses, page) => [...new Set(addresses.map((address) => new URL(address).origin))].filter((origin) => origin !== new URL(page).origin);

/** Whether the answer can be Welsh: the config says so, or holds texts in Welsh. */
const isWelsh = (config) => /^cy/i.test(config.lang ?? "") || /"cy":/.test(JSON.stringify(config));

// ---- the statements

function accessibility(config, { route, contact }) {
  const isLive = route !== "static";
  const shown = [config.view ?? "compare", ...list(config.views)];
  const use = isLive
    ? "It can be used with a keyboard alone, zoomed to 400 %, and in dark or high-contrast colours, and no meaning is given by colour alone."
    : "No meaning is given by colour alone.";
  const gaps = ["Text that a publisher gave without saying its language, and names in the data, are not marked where the answer is in another language, so a screen reader may pronounce them wrongly (WCAG 2.2, 3.1.2 Language of Parts)."];
  if (isLive) gaps.push("Where a browser enlarges text alone, the labels in the picture stay small. Zooming the page enlarges them, and the table holds the same figures.");
  if (isLive && shown.some((view) => view !== "trend" && view !== "process")) gaps.push("Where many places are shown as dots, single dots are small to press. The keyboard and the table reach each of them.");
  if (isWelsh(config)) gaps.push("The Welsh has not yet been reviewed by a Welsh speaker.");
  return [
    `Comparisons of outcomes. The figures that compare our area with others are shown by Peerglass. Each is given as a sentence, a picture and a table that say the same. ${use}`,
    "Its maker tests it against WCAG 2.2 at levels A and AA by automatic checks and scripts, and publishes a report for each criterion. It has not been tried with a screen reader or with disabled people yet.",
    "Known gaps:",
    gaps,
    `If you cannot read a figure, please contact us ${contact?.contact ?? "[how]"}, and we will send it in another form within ${contact?.days ?? "[days]"} days.`,
  ];
}

const SHARED = "What you choose is added to the address of the page, so that you can share it. Our server's log can hold that address, as it holds that of any page.";
const seenBy = (what, site) => `${what} from ${site}, which thereby sees your internet address, as with any page of that site.`;
const keepsAddress = (config, { route }) => textOf(config.address) !== "" && route !== "static" && route !== "iframe";

function cookies(config, facts) {
  const said = facts.route === "static" ? "The comparison is part of this page. It sets no cookies and stores nothing on your device." : "Peerglass sets no cookies and stores nothing on your device.";
  return keepsAddress(config, facts) ? [said, SHARED] : [said];
}

function privacy(config, facts) {
  if (facts.route === "static") return ["The comparison was worked out before this page was published, and is part of it. It runs no script and fetches nothing."];
  const { folder, data } = fetched(config, facts);
  const others = sitesOf(data, facts.page);
  const isElsewhere = sitesOf([folder.href], facts.page).length > 0;
  const where = others.length > 0 ? "published files" : "files on this site";
  const sent = keepsAddress(config, facts) ? "Nothing about you is sent to anybody." : "Nothing about you, and none of your choices, is sent to anybody.";
  const blocks = [`The comparison is worked out in your browser, from ${where}. ${sent}`];
  for (const site of others) blocks.push(seenBy("The figures are fetched", site));
  if (isElsewhere) blocks.push(seenBy("The program that shows them is fetched", folder.origin));
  if (keepsAddress(config, facts)) blocks.push(SHARED);
  return [...blocks, "Your browser fetches these files, and no others:", [`the program: ${folder.href}`, ...data]];
}

function data(config, { version, updated }) {
  const said = [
    ["Source", textOf(config.source) || "[who publishes the figures]"],
    ["Licence", textOf(config.licence) || "[the licence of the figures]"],
    ["Last updated", textOf(updated)],
    ["Next update", textOf(config["next-update"])],
    ["Set up by", textOf(config.publisher)],
  ].filter(([, value]) => value !== "");
  return [said.map(([name, value]) => `${name}: ${ended(value)}`), `Comparisons and likely ranges were worked out with Peerglass ${version}; how, stands with each figure.`];
}

function assessment(config, facts) {
  if (facts.route === "static") return ["The figure is static text in the page. It collects no personal data and calls no other service."];
  const { folder, data: files } = fetched(config, facts);
  const others = sitesOf([folder.href, ...files], facts.page);
  const seen = others.length > 0 ? `Requests for its files reach ${others.join(" and ")}, which sees readers' internet addresses.` : "Its files come from our own site, and no other site is told anything.";
  const kept = keepsAddress(config, facts) ? " What a reader chooses stands in the page's address, and so can stand in our server's log." : "";
  return [`The figure collects no personal data, sets no cookies and stores nothing: it is worked out in the reader's browser from published files. ${seen}${kept} Whether the site as a whole needs an assessment is for the data protection officer to say.`];
}

const KINDS = [
  ["accessibility", "For the accessibility statement", accessibility],
  ["cookies", "For the cookie statement", cookies],
  ["privacy", "For the privacy notice", privacy],
  ["data", "About the data", data],
  ["assessment", "For a data protection impact assessment", assessment],
];

// The widget's own words for a board that is one.
const DRAFT = "Draft: not for holding anyone to account.";

const asText = (blocks) => blocks.map((block) => (Array.isArray(block) ? block.map((item) => `- ${item}`).join("\n") : block)).join("\n\n");
const asHtml = (blocks) => blocks.map((block) => (Array.isArray(block) ? `<ul>\n${block.map((item) => `<li>${escape(item)}</li>`).join("\n")}\n</ul>` : `<p>${escape(block)}</p>`)).join("\n");

/**
 * The statements for a figure.
 * @param {Record<string, unknown>} config The options by name, as in docs/options.md.
 * @param {Facts} facts
 * @returns {{isDraft: boolean, statements: Statement[], text: string, html: string}}
 */
export function statements(config, facts) {
  const isDraft = config.board?.draft === true;
  const made = KINDS.map(([id, title, make]) => {
    const blocks = [...(isDraft ? [DRAFT] : []), ...make(config, facts)];
    return { id, title, blocks, text: `${title}\n\n${asText(blocks)}\n`, html: `<h3>${escape(title)}</h3>\n${asHtml(blocks)}\n` };
  });
  return { isDraft, statements: made, text: made.map(({ text }) => text).join("\n\n"), html: made.map(({ html }) => html).join("\n") };
}
