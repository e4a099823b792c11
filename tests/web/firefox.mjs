// Firefox, driven by WebDriver BiDi: the distribution's own build, where Playwright would need one of its own.
import { existsSync } from "node:fs";

import puppeteer from "puppeteer-core";

import { listen } from "./browser.mjs";

const path = process.env.FIREFOX ?? "/usr/bin/firefox-esr";

/** Why its tests are left out, or false. Where the tests run unattended, nothing is left out. */
export const absent = !existsSync(path) && !process.env.CI && `no Firefox at ${path}: install one (Debian: apt-get install firefox-esr) or name it, FIREFOX=/path/to/firefox`;

/** Starts the browser that $FIREFOX names. */
export const launch = () => puppeteer.launch({ browser: "firefox", executablePath: path, headless: true });

/**
 * A page at an address, in a context of its own. `page.complaints` holds what stood in the console as warning or error,
 * and uncaught errors. Firefox writes what a policy refused as an error of the page that nobody threw: such a line is
 * a complaint without “uncaught”.
 */
export async function visit(browser, address) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  page.complaints = [];
  page.on("console", (line) => ["error", "warn"].includes(line.type()) && page.complaints.push(line.text()));
  page.on("pageerror", (error) => page.complaints.push(`uncaught: ${error.stack ?? error}`));
  await page.evaluateOnNewDocument(listen);
  await page.goto(address);
  return Object.assign(page, { leave: () => context.close() });
}
