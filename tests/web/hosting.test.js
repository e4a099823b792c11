// One suite in each way of standing in a page (as markup of the page itself, which is the fallback; in a shadow root; in a
// frame): the same answer to a screen reader, nothing that two checkers find, and a keyboard that comes in, sees and leaves.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { hear, launch, visit } from "./browser.mjs";
import { axeFaults, openParts, otherFaults } from "./checkers.mjs";
import { ofEachView, render } from "./native.mjs";
import { openSite } from "./server.mjs";

let site, browser;

before(async () => {
  [site, browser] = await Promise.all([openSite(), launch()]);
});

after(async () => {
  await browser?.close();
  await site?.close();
});

const widget = (name) => `<peer-glass id="w" config="/cases/${name}/config.json"></peer-glass>`;
const around = (markup) => `<a href="#a" id="before">before</a><h2>A figure</h2>${markup}<a href="#b" id="after">after</a>`;

/** What the first way gave: the native build's own markup, before which the others are held. */
const spoken = {};

/** Each way: the page's markup, where in the page the answer stands, and whether a script has made it. */
const WAYS = {
  "as markup of the page": { body: (name) => around(render(name, "html").text), isLive: false },
  "in a shadow root": { body: (name) => around(widget(name)), isLive: true },
  "in a frame": {
    body(name) {
      site.page("/framed", `<h2>A figure</h2>${widget(name)}`);
      return around('<iframe src="/framed" title="Peer comparison" width="100%" height="1200"></iframe>');
    },
    isLive: true,
  },
};

async function open(way, name) {
  const page = await visit(browser, site.page("/hosting", WAYS[way].body(name)));
  const frame = page.frames().at(-1);
  if (WAYS[way].isLive) {
    await hear(frame);
    const { lines } = JSON.parse(render(name, "json").text);
    // Where the data hold groups, the gap between them is said a little later.
    await frame.waitForFunction((count) => window.widget().results()?.lines.length === count, lines.length);
  }
  return { page, frame };
}

/** What an answer is to a screen reader, wherever it stands: its heading, the picture's name, the tables and the parts. */
async function answer(frame) {
  const figure = frame.getByRole("article").first();
  return {
    heading: await figure.getByRole("heading", { level: 3 }).ariaSnapshot(),
    picture: await figure.getByRole("img").first().evaluate((node) => node.getAttribute("aria-label")),
    tables: await Promise.all((await figure.locator(".pg-table table").all()).map((table) => table.ariaSnapshot())),
    key: await Promise.all((await figure.locator(".pg-key ul").all()).map((list) => list.ariaSnapshot())),
    foot: await figure.locator(".pg-foot").ariaSnapshot(),
    language: await figure.getAttribute("lang"),
  };
}

for (const way of Object.keys(WAYS)) {
  for (const name of ofEachView) {
    describe(`${name}, ${way}`, () => {
      let page, frame;

      before(async () => {
        ({ page, frame } = await open(way, name));
      });

      after(() => page?.context().close());

      test("Tab comes in from the page, stops at what can be used and leaves, and comes back", async () => {
        const stops = await frame.evaluate(() => {
          const root = window.widget?.()?.shadowRoot ?? document.querySelector("article");
          const all = [...root.querySelectorAll("select, input, button, a[href], summary, [tabindex]")];
          return all.filter((node) => node.tabIndex >= 0 && node.checkVisibility({ contentVisibilityAuto: true })).length;
        });
        assert.ok(stops >= 2);
        for (const [key, from, to] of [["Tab", "before", "after"], ["Shift+Tab", "after", "before"]]) {
          await page.focus(`#${from}`);
          let presses = 0;
          do {
            await page.keyboard.press(key);
            presses += 1;
            // A frame's document may be a stop of its own.
            assert.ok(presses <= stops + 3, `${key} never came from ${from} to ${to}`);
          } while ((await page.evaluate(() => document.activeElement.id)) !== to);
          assert.ok(presses >= stops + 1, `${presses} presses past ${stops} stops`);
        }
      });

      test("two checkers find no fault with all parts open", async () => {
        await openParts(frame);
        assert.deepEqual(await axeFaults(frame), []);
        assert.deepEqual(await otherFaults(frame), []);
        if (frame !== page.mainFrame()) assert.deepEqual(await axeFaults(page), [], "the page around the frame");
      });

      test("every reference by id ends where it starts, within one root", async () => {
        const { references, dangling } = await frame.evaluate(() => {
          const root = window.widget?.()?.shadowRoot ?? document;
          const names = ["aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-activedescendant", "for", "headers"];
          const all = names.flatMap((name) => [...root.querySelectorAll(`[${name}]`)].flatMap((node) => node.getAttribute(name).split(/\s+/).map((id) => [node, id])));
          return { references: all.length, dangling: all.filter(([, id]) => !root.getElementById(id)).map(([node, id]) => `${id}: ${node.outerHTML.slice(0, 99)}`) };
        });
        assert.deepEqual(dangling, []);
        // Markup of the page has no ids of ours: a page may hold several.
        assert.equal(references > 0, WAYS[way].isLive || name === "profile");
      });

      test("a screen reader is given the answer that the native build gives", async () => {
        const markup = await answer(frame);
        spoken[name] ??= markup;
        assert.ok(markup.tables.length > 0 && markup.heading.length > 20);
        assert.deepEqual(markup, spoken[name]);
      });

      test("nothing was complained of", () => assert.deepEqual(page.complaints, []));
    });
  }
}
