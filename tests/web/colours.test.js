// The colours as they stand in the end, one over another, in each theme: text at 4.5 to 1, what carries meaning at 3 to 1
// (WCAG 2.2, 1.4.3 and 1.4.11). And without any colour: every state still has a shape and a word of its own.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { hear, launch, visit } from "./browser.mjs";
import { openParts } from "./checkers.mjs";
import { contrast } from "./colour.mjs";
import { ofEachView } from "./native.mjs";
import { openSite } from "./server.mjs";

let site, browser;

before(async () => {
  [site, browser] = await Promise.all([openSite(), launch()]);
});

after(async () => {
  await browser?.close();
  await site?.close();
});

const THEMES = {
  light: { colorScheme: "light" },
  "on paper": { colorScheme: "dark", media: "print" },
  "like GOV.UK, light": { colorScheme: "light", theme: "govuk" },
  "like GOV.UK, dark": { colorScheme: "dark", theme: "govuk" },
  "like the NHS, light": { colorScheme: "light", theme: "nhs" },
  "like the NHS, dark": { colorScheme: "dark", theme: "nhs" },
  // Colours of a brand that nobody could read.
  "of the page, light": { colorScheme: "light", theme: "host", brand: true },
  "of the page, dark": { colorScheme: "dark", theme: "host", brand: true },
  dark: { colorScheme: "dark" },
  "forced light": { colorScheme: "light", forcedColors: "active" },
  "forced dark": { colorScheme: "dark", forcedColors: "active" },
};

const BRAND = "peer-glass { --peerglass-better: #ffdd00; --peerglass-worse: pink; --peerglass-link: rgb(150 150 150); --peerglass-border: #eeeeee; --peerglass-muted: transparent }";

async function open(t, name, { theme = "auto", brand, media, ...options }) {
  if (brand) site.file("/brand.css", BRAND, { type: "text/css; charset=utf-8" });
  const widget = `<h2>A figure</h2><peer-glass id="w" picture="svg" theme="${theme}" config="/cases/${name}/config.json"></peer-glass>`;
  const page = await visit(browser, site.page("/colours", widget, { head: brand ? '<link rel="stylesheet" href="/brand.css">' : "" }), options);
  t.after(() => page.context().close());
  const { type, detail } = await hear(page);
  assert.equal(type, "peer-glass-ready", detail.message);
  await openParts(page);
  if (media) await page.emulateMedia({ media });
  return page;
}

/** Each text, and each control's edge, with the ground it stands on: what is painted last beneath it. */
const inMarkup = (page) => page.evaluate(() => {
  const ground = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const { backgroundColor, opacity } = getComputedStyle(at);
      if (opacity !== "1") return "translucent";
      if (backgroundColor !== "rgba(0, 0, 0, 0)") return backgroundColor;
    }
    return "nothing";
  };
  const pairs = { text: [], edge: [] };
  const all = [...window.shadow().querySelectorAll("article *")].filter((node) => !node.closest("svg, .pg-hidden") && node.checkVisibility({ contentVisibilityAuto: true }));
  for (const node of all) {
    const what = `${node.localName}.${node.className}`;
    const style = getComputedStyle(node);
    if ([...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim())) pairs.text.push([what, style.color, ground(node)]);
    // The edge of a control, against what is outside it.
    if (["select", "input", "button"].includes(node.localName)) pairs.edge.push([what, style.borderTopColor, ground(node.parentElement)]);
  }
  return pairs;
});

/**
 * Each mark of the picture in the order they are painted, with what its colour stands on. The engine draws them opaque, so
 * that what is composed is what is painted last. Grounds: the sheet, the bands on it, and marks that hold others.
 */
const inPicture = (page) => page.evaluate(() => {
  const canvas = document.createElement("canvas").getContext("2d");
  const plain = (colour) => ((canvas.fillStyle = colour), canvas.fillStyle);
  const marks = [...window.shadow().querySelectorAll(".pg-frame svg *")].filter((node) => ["rect", "circle", "polygon", "polyline", "text", "path", "line"].includes(node.localName));
  const colour = (node) => (node.getAttribute("fill") ?? "none") !== "none" ? node.getAttribute("fill") : node.getAttribute("stroke");
  return marks.map((node) => ({ kind: node.localName, colour: plain(colour(node)), opacity: Number(node.getAttribute("opacity") ?? 1) }));
});

/** The colours of a theme that a picture is painted on, and those that only lead the eye. */
const grounds = (page) => page.evaluate(() => {
  const probe = document.createElement("i");
  window.shadow().querySelector("article").append(probe);
  const canvas = document.createElement("canvas").getContext("2d");
  const forced = matchMedia("(forced-colors: active)").matches;
  const read = (role, system) => {
    probe.style.color = forced ? system : `var(--pg-${role})`;
    canvas.fillStyle = getComputedStyle(probe).color;
    return canvas.fillStyle;
  };
  const found = { paper: read("paper", "Canvas"), band: read("band", "Canvas"), grid: read("grid", "Canvas") };
  probe.remove();
  return found;
});

test("colours of the page that are readable are taken as they are, others are changed and named, and only where the theme asks", async (t) => {
  site.file("/own.css", "peer-glass { --peerglass-paper: #ffffff; --peerglass-better: #00615f; --peerglass-worse: #ffff00; --peerglass-text: #ffffff }", { type: "text/css; charset=utf-8" });
  const head = '<link rel="stylesheet" href="/own.css">';
  const read = async (theme) => {
    const page = await visit(browser, site.page("/own", `<peer-glass id="w" theme="${theme}" config="/cases/clearly-higher/config.json"></peer-glass>`, { head }));
    t.after(() => page.context().close());
    const told = [];
    page.on("console", (line) => line.type() === "info" && told.push(line.text()));
    await page.reload();
    await hear(page);
    const colours = await page.evaluate(() => ["better", "worse", "text"].map((role) => getComputedStyle(window.shadow().querySelector("article")).getPropertyValue(`--pg-${role}`)));
    return { colours, told: told.join() };
  };
  const { colours: [better, worse, text], told } = await read("host");
  assert.deepEqual([better, text], ["#00615f", "#0b0c0c"]);
  assert.ok(contrast(worse, "#ffffff") >= 4.5 && worse !== "#a84407", worse);
  assert.match(told, /--peerglass-paper, --peerglass-text.*--peerglass-worse/);
  assert.doesNotMatch(told, /--peerglass-better/);
  assert.deepEqual(await read("auto"), { colours: ["#1a5ba4", "#a84407", "#0b0c0c"], told: "" });
});

for (const name of ofEachView) {
  for (const [theme, options] of Object.entries(THEMES)) {
    test(`${name}, ${theme}: text stands out at 4.5 to 1, edges and marks at 3 to 1, as composed`, async (t) => {
      const page = await open(t, name, options);
      const { text, edge } = await inMarkup(page);
      assert.ok(text.length > 20 && (edge.length > 2 || options.media === "print"));
      const low = [...text.filter(([, ink, paper]) => !(contrast(ink, paper) >= 4.5)), ...edge.filter(([, ink, paper]) => !(contrast(ink, paper) >= 3))];
      const marks = await inPicture(page);
      assert.ok(marks.length > 20 && marks.every(({ opacity }) => opacity === 1), "every mark is opaque");
      // Paper, band and grid carry nothing that is not said by a line or a word; everything else does.
      const { paper, band, grid } = await grounds(page);
      const telling = marks.filter(({ colour }) => ![paper, band, grid].includes(colour));
      assert.ok(telling.length > 10);
      for (const { kind, colour } of telling) {
        for (const ground of [paper, band]) {
          if (!(contrast(colour, ground) >= (kind === "text" ? 4.5 : 3))) low.push([kind, colour, ground]);
        }
      }
      assert.deepEqual([...new Set(low.map((pair) => pair.join(" ")))], []);
      assert.deepEqual(page.complaints, []);
    });
  }

  test(`${name}: without colour, each state of the key still has its own shape and its own word`, async (t) => {
    const page = await open(t, name, {});
    const key = await page.evaluate(() => [...window.shadow().querySelectorAll(".pg-key li")].map((item) => {
      const shape = item.querySelector(".pg-shape");
      return { shape: shape.textContent, colour: getComputedStyle(shape).color, word: item.textContent.replace(shape.textContent, "").trim() };
    }));
    assert.ok(key.length >= 2);
    assert.equal(new Set(key.map(({ word }) => word)).size, key.length, "no two say the same");
    // Where two have the same shape, no colour alone tells them apart.
    const alike = key.flatMap((one, at) => key.slice(at + 1).filter((other) => one.shape === other.shape && one.colour !== other.colour).map((other) => [one.word, other.word]));
    assert.deepEqual(alike, []);
  });

  test(`${name}: in grey, better and worse are painted as different shapes`, async (t) => {
    const page = await open(t, name, {});
    const shapes = await page.evaluate(() => {
      const read = (wanted) => {
        const probe = document.createElement("i");
        probe.style.color = wanted;
        window.shadow().querySelector("article").append(probe);
        const colour = getComputedStyle(probe).color;
        probe.remove();
        return colour;
      };
      // The outline of each small mark, made independent of where it stands.
      const outline = (node) => {
        const box = node.getBBox();
        const at = node.localName === "polygon" ? node.getAttribute("points").trim().split(/\s+/).map((pair) => pair.split(",").map(Number)) : [];
        return `${node.localName} ${at.map(([x, y]) => `${Math.round(((x - box.x) / box.width) * 4)},${Math.round(((y - box.y) / box.height) * 4)}`).sort().join(" ")}`;
      };
      const found = { better: [], worse: [] };
      const wanted = { [read("var(--pg-better)")]: "better", [read("var(--pg-worse)")]: "worse" };
      for (const node of window.shadow().querySelectorAll(".pg-frame svg polygon")) {
        found[wanted[read(node.getAttribute("fill"))]]?.push(outline(node));
      }
      return { better: [...new Set(found.better)], worse: [...new Set(found.worse)] };
    });
    for (const shape of shapes.better) assert.ok(!shapes.worse.includes(shape), `${shape} is both`);
  });
}
