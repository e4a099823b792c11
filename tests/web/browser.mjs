// Chromium, and pages that note every complaint and every event of a widget.
import { chromium } from "playwright-core";

/** Starts the browser that $CHROMIUM names, quiet towards the network. */
export function launch(...more) {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--disable-dev-shm-usage",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-domain-reliability",
      "--disable-sync",
      "--no-first-run",
      "--no-pings",
      ...more,
    ],
  });
}

/** What an init script keeps on the page: events of widgets in order, and a promise for the next answer of one. */
export function listen() {
  window.heard = [];
  for (const type of ["peer-glass-ready", "peer-glass-change", "peer-glass-error"]) {
    document.addEventListener(type, ({ target, detail }) => window.heard.push({ type, id: target.id, detail }));
  }
  window.widget = (id = "w") => document.getElementById(id);
  window.shadow = (id) => window.widget(id).shadowRoot;
}

/** A page at an address. `page.complaints` holds what stood in the console as warning or error, and uncaught errors. */
export async function visit(browser, address, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.complaints = [];
  page.on("console", (line) => ["error", "warning"].includes(line.type()) && page.complaints.push(line.text()));
  page.on("pageerror", (error) => page.complaints.push(`uncaught: ${error.stack ?? error}`));
  await page.addInitScript(listen);
  if (address) await page.goto(address);
  return page;
}

/** Waits until a widget has said `count` events of these types, and answers the last of them. In any browser. */
export const hear = (page, id = "w", { types = ["ready", "change", "error"], count = 1 } = {}) =>
  page.evaluate(async ([id, types, count]) => {
    const found = () => window.heard.filter((event) => event.id === id && types.includes(event.type));
    const end = performance.now() + 30000;
    while (found().length < count) {
      if (performance.now() > end) throw new Error(`${id} said nothing of ${types} in 30 seconds, but ${JSON.stringify(window.heard)}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return found().at(-1);
  }, [id, types.map((type) => `peer-glass-${type}`), count]);

/** The headline a widget shows, or undefined while it shows the page's fallback. */
export const headline = (page, id = "w") =>
  page.evaluate((id) => {
    const shown = window.shadow(id)?.querySelector(".pg-headline");
    return shown?.checkVisibility() ? shown.textContent : undefined;
  }, id);

/** What stands quietly above a fallback. */
export const quietly = (page, id = "w") => page.evaluate((id) => window.shadow(id)?.querySelector(".pg-quiet")?.textContent, id);
