// What a reader waits for who chooses another area on a board of priorities, on a processor slowed four times: from the choice
// to the frame that shows it. Beside it, in turn, what its parts need alone: the picture of an answer that is there; answer and
// picture, without words; and of the browser alone, a bare picture drawn by hand, and putting the words of two such boards in
// each other's place, which were made before.
//
//     cargo build --release && node tests/bench/board.mjs
import { launch, visit } from "../web/browser.mjs";
import { openSite } from "../web/server.mjs";

const ROUNDS = 7;
const SLOWER = 4;

const [site, browser] = await Promise.all([openSite(), launch()]);
const board = site.page("/board", '<peer-glass id="w" config="/cases/profile/config.json"></peer-glass>');
const bare = site.page("/bare", '<canvas id="c" width="900" height="420"></canvas>');

/** In the page: readies the engine alone, without an element, and an answer for each of the first eight areas. */
async function ready(address) {
  const engine = await import("/peerglass/peerglass-whole.js");
  await engine.default({ module_or_path: fetch("/peerglass/peerglass-whole_bg.wasm") });
  const base = new URL(address, location.href);
  const config = await fetch(base).then((response) => response.json());
  const data = new engine.Data(config);
  for (const name of [config.src, config.neighbours]) {
    data.begin(name);
    data.push(new Uint8Array(await fetch(new URL(name, base)).then((response) => response.arrayBuffer())));
    data.end();
  }
  data.finish();
  const answer = (at) => data.figure({ area: `E1000090${1 + (at % 8)}` }, config, "en");
  window.engine = { answer, answers: Array.from({ length: 8 }, (_, at) => answer(at)) };
}

/** In the page: makes 24 changes at odd intervals and gives how long each took until its frame had been made. */
async function measure(kind) {
  const painted = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(0);
      });
    });
  const parts = () => [...document.getElementById("w").shadowRoot.querySelectorAll("[data-part]")].filter(({ dataset }) => dataset.part !== "picture");
  const choose = async (area) => {
    document.getElementById("w").setAttribute("area", area);
    await Promise.resolve();
    await Promise.resolve();
  };
  const areas = [...(document.getElementById("w")?.shadowRoot.querySelectorAll("select[name=area] option") ?? [])].map(({ value }) => value);
  const made = [];
  for (const area of kind === "words" ? [areas[0], areas[5]] : []) {
    await choose(area);
    await painted();
    made.push(new Map(parts().map((part) => [part, part.innerHTML])));
  }
  const paint = (figure) => {
    const canvas = document.getElementById("c");
    const [height] = figure.layout(900, 1);
    Object.assign(canvas, { width: 900, height });
    if (!figure.paint(canvas, 900, 1, 1, "sans-serif", new Uint8Array())) throw new Error("not painted");
  };
  const changes = {
    picture: (at) => paint(window.engine.answers[at % 8]),
    answer(at) {
      const figure = window.engine.answer(at);
      paint(figure);
      figure.free();
    },
    board: (at) => choose(areas[(at * 13 + 5) % areas.length]),
    words(at) {
      for (const part of parts()) if (made[0].get(part) !== made[1].get(part)) part.innerHTML = made[at % 2].get(part);
    },
    bare(at) {
      const context = document.getElementById("c").getContext("2d");
      context.clearRect(0, 0, 900, 420);
      for (let row = 0; row < 16; row += 1) {
        context.fillRect(150, row * 25, 20 + ((row * 37 + at * 11) % 700), 15);
        context.fillText(`Place ${row}`, 10, row * 25 + 12);
      }
    },
  };
  const took = [];
  for (let at = 0; at < 24; at += 1) {
    await new Promise((resolve) => setTimeout(resolve, 23 + ((at * 7) % 31)));
    const since = performance.now();
    await changes[kind](at);
    await painted();
    took.push(performance.now() - since);
  }
  return took.slice(4);
}

const median = (all) => all.toSorted((a, b) => a - b)[all.length >> 1];
const took = { bare: [], picture: [], answer: [], words: [], board: [] };
for (let round = 0; round < ROUNDS; round += 1) {
  for (const kind of Object.keys(took)) {
    const isWhole = kind === "words" || kind === "board";
    const page = await visit(browser, isWhole ? board : bare);
    if (isWhole) await page.waitForFunction(() => window.widget().results());
    else if (kind !== "bare") await page.evaluate(ready, "/cases/profile/config.json");
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    took[kind].push(median(await page.evaluate(measure, kind)));
    await page.context().close();
  }
}
for (const [kind, all] of Object.entries(took)) {
  const middle = median(all);
  console.log(`${kind.padEnd(7)} ${middle.toFixed(1)} ms (${Math.min(...all).toFixed(1)} to ${Math.max(...all).toFixed(1)}), ${(middle / median(took.bare)).toFixed(1)} times the bare picture`);
}
await Promise.all([browser.close(), site.close()]);
