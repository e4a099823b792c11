// A contact sheet to look at: every view in every theme, width and mode. Not a test: `node sheet.mjs [word…]` draws the sheets
// whose names hold all the words, into out/, one for each theme and mode: a row for each view, a column for each width.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { hear, launch, visit } from "./browser.mjs";
import { ofEachView } from "./native.mjs";
import { openSite } from "./server.mjs";

const OUT = fileURLToPath(new URL("out/", import.meta.url));
const WIDTHS = [320, 768, 1280];
const THEMES = ["auto", "govuk", "nhs", "host"];
const MODES = {
  light: {},
  dark: { colorScheme: "dark" },
  forced: { forcedColors: "active" },
  print: { media: "print" },
};
const BRAND = "body { font-family: Georgia, serif } peer-glass { --peerglass-better: #00703c; --peerglass-worse: #ff8c00; --peerglass-band: #f2f7ee; --peerglass-link: #00703c }";

/** A figure in a theme, width and mode, as a PNG. */
async function shot(browser, site, { name, theme, width, mode }) {
  const { media, ...options } = MODES[mode];
  const head = '<link rel="stylesheet" href="/sheet.css">';
  const page = await visit(browser, site.page("/sheet", `<h2>A figure</h2><peer-glass id="w" theme="${theme}" config="/cases/${name}/config.json"></peer-glass>`, { head }), { viewport: { width, height: 900 }, ...options });
  try {
    const { type, detail } = await hear(page);
    if (type === "peer-glass-error") throw new Error(`${name}: ${detail.message}`);
    if (media) await page.emulateMedia({ media });
    await page.waitForTimeout(200);
    return await page.screenshot({ fullPage: true });
  } finally {
    await page.context().close();
  }
}

/** The shots of a sheet side by side, as one picture. */
async function mount(browser, rows, file) {
  const page = await browser.newPage({ viewport: { width: 2500, height: 1000 } });
  const images = rows.map((row) => `<tr>${row.map((png) => `<td><img src="data:image/png;base64,${png.toString("base64")}">`).join("")}`);
  await page.setContent(`<table style="border-spacing: 16px; background: #888"><style>td { vertical-align: top }</style>${images.join("")}</table>`);
  await page.screenshot({ path: file, fullPage: true });
  await page.close();
}

const wanted = process.argv.slice(2);
const [site, browser] = await Promise.all([openSite(), launch()]);
site.file("/sheet.css", BRAND, { type: "text/css; charset=utf-8" });
mkdirSync(OUT, { recursive: true });
try {
  for (const theme of THEMES) {
    for (const mode of Object.keys(MODES)) {
      const views = ofEachView.filter((name) => wanted.every((word) => `${theme}-${mode}-${name}`.split("-").includes(word)));
      const rows = [];
      for (const name of views) {
        const row = [];
        for (const width of WIDTHS) row.push(await shot(browser, site, { name, theme, width, mode }));
        rows.push(row);
      }
      if (rows.length > 0) await mount(browser, rows, join(OUT, `${theme}-${mode}.png`));
    }
  }
} finally {
  await browser.close();
  await site.close();
}
