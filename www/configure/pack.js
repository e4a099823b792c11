// The folder with everything that a site needs, as one zip.
import { escape } from "./markup.js";
import { PAGE, folderOf, snippets, textOf } from "./snippets.js";

/** @typedef {import("./snippets.js").Config} Config @typedef {import("./snippets.js").Choices} Choices */

/**
 * The files of pkg/, each checked against build.json.
 * @param {string} base Where the folder lies that this page was loaded from.
 * @returns {Promise<{files: Record<string, Uint8Array>, record: {version: string, files: Record<string, {integrity: string}>}}>}
 */
export async function packageFiles(base) {
  const answer = await fetch(new URL("build.json", base));
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const record = JSON.parse(new TextDecoder().decode(bytes));
  const got = await Promise.all(Object.entries(record.files).map(async ([name, { integrity }]) => {
    const file = await fetch(new URL(name, base), { integrity });
    if (!file.ok) throw new Error(`${name}: ${file.status}`);
    return [name, new Uint8Array(await file.arrayBuffer())];
  }));
  return { files: { ...Object.fromEntries(got), "build.json": bytes }, record };
}

const README = ({ version, folder, files, config, page }) => `Peerglass ${version}: what to put where

1. Copy the folder ${folder.name} to your site, so that ${folder.address}peer-glass.js is the address of a script.
   Keep all its files together, under their own names. When a new version comes, replace all of them at once.
2. Copy the data${config ? " and the config file" : ""} to your site, so that these are their addresses:
${files.map(([address, name]) => `     ${address}   (here: ${name})`).join("\n")}
3. Paste the snippet into your page. It stands in ${page}, which is also a whole page to try it with.

A browser opens no such page from a disk. Put the files on a site, or have a look with any web server.
How it goes into your content system, and what it needs of your security policy: see “embedding” in the documentation.

Nothing here sends anything anywhere. The licence of the programme is in ${folder.name}LICENSE; the figures are under their
publisher's licence.
`;

const bytesOf = (content) => (typeof content === "string" ? new TextEncoder().encode(content) : content);
const within = (address) => (/^([a-z][a-z0-9+.-]*:)?\/\//i.test(address) ? new URL(address, PAGE).pathname : address).split(/[?#]/)[0].replace(/^(\.{0,2}\/)+/, "");

/**
 * Every file that a site needs, by its path in the zip: the folder, the data, the config file, an example page, README.txt.
 * @param {Config} config
 * @param {Choices & {version: string, pkg: Record<string, Uint8Array>, data: Record<string, Uint8Array | string>, lang?: string}} given
 *   `pkg`: by name, as `packageFiles` gives them; `data`: by the address under which the config names them.
 * @returns {Record<string, Uint8Array>}
 */
export function contents(config, { pkg, data, version, ...choices }) {
  const route = choices.route ?? "element";
  const snippet = snippets(config, { ...choices, route })[route];
  const folder = { name: `${within(folderOf(choices.base)) || "peerglass/"}`, address: folderOf(choices.base) };
  const own = Object.entries(data).map(([address, content]) => [address, within(address), content]);
  if (snippet.config) own.push([snippet.config.address, within(snippet.config.address), snippet.config.text]);
  const title = escape(textOf(config.name) ?? "An example");
  const page = `<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>${title}</title>\n</head>\n<body>\n<main>\n<h1>An example page</h1>\n<h2>${title}</h2>\n\n${snippet.html}\n\n</main>\n</body>\n</html>\n`;
  const files = {};
  for (const [name, content] of Object.entries(pkg)) files[folder.name + name] = bytesOf(content);
  for (const [, name, content] of own) files[name] = bytesOf(content);
  files["index.html"] = bytesOf(page);
  files["README.txt"] = bytesOf(README({ version, folder, files: own, config: snippet.config, page: "index.html" }));
  return files;
}

/**
 * These files as a zip.
 * @param {Record<string, Uint8Array>} files By path.
 * @param {Date} [date] The date that the files carry.
 * @returns {Promise<Uint8Array>}
 */
export async function bundle(files, date = new Date()) {
  const { zipSync } = await import("./zip.js");
  return zipSync(files, { mtime: date, level: 6 });
}
