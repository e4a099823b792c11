// Themes other than the neutral one: colours alone, no mark and no font of anybody's. Fetched where the theme asks for it.
// The page's own colours are taken only as far as everything stays readable.

// What text of 16 pixels and shapes that carry meaning must stand out by, and edges of controls (WCAG 2.2, 1.4.3 and 1.4.11).
const TEXT = 4.5;
const EDGE = 3;
// Each role, and by how much it must stand out from paper and band; the others only lead the eye.
const LEAST = { text: TEXT, muted: TEXT, benchmark: TEXT, better: TEXT, worse: TEXT, apart: TEXT, plain: TEXT, link: TEXT, border: EDGE };
const ROLES = ["paper", "band", "grid", "rule", ...Object.keys(LEAST)];

const set = (colours) => Object.fromEntries(ROLES.map((role, at) => [role, `#${colours.split(" ")[at]}`]));
// In the order of the roles: paper, band, grid, rule, text, muted, benchmark, better, worse, apart, plain, link, border.
const THEMES = {
  host: {
    light: set("ffffff eaf1f8 e0e4e7 b1b8be 0b0c0c 495057 0b0c0c 1a5ba4 a84407 1a5ba4 5a6268 1a5ba4 73797f"),
    dark: set("1a1d21 263342 3a4046 565e66 f3f5f6 b5bcc2 f3f5f6 7ab3f0 f5a25d 7ab3f0 a5adb4 8fc1f5 8c959d"),
  },
  govuk: {
    light: set("ffffff eef3f8 e0e0e0 b1b4b6 0b0c0c 484949 0b0c0c 1a65a6 a33b00 1a65a6 595f62 1a65a6 6c6f72"),
    dark: set("0b0c0c 1c2833 383f43 505a5f ffffff b1b4b6 ffffff 8eb8dc f4a26b 8eb8dc a8acaf 8eb8dc 85898c"),
  },
  nhs: {
    light: set("ffffff e8f1f9 d8dde0 aeb7bd 212b32 425563 212b32 005eb8 9f3a00 005eb8 566571 005eb8 4c6272"),
    dark: set("1b242b 24384a 36434d 56646f f0f4f5 aeb7bd f0f4f5 8db9e8 f5a867 8db9e8 a9b4bc 8db9e8 8a959d"),
  },
};

const parts = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

function luminance(hex) {
  const [r, g, b] = parts(hex).map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const standsOut = (colour, grounds, least) => grounds.every((ground) => contrast(colour, ground) >= least);

/** A colour, mixed with the text's until it stands out; the text's own does. */
function fitted(colour, text, grounds, least) {
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = parts(colour).map((part, at) => Math.round(part + share * (parts(text)[at] - part)));
    const hex = `#${mixed.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
    if (standsOut(hex, grounds, least)) return hex;
  }
  return text;
}

/** The page's colours over those of a theme; `changed` gets the roles that were not taken as they are. */
function fit(given, theme, changed) {
  const all = { ...theme, ...given };
  if (!standsOut(all.text, [all.paper], TEXT)) {
    changed.push("paper", "text");
    Object.assign(all, { paper: theme.paper, text: theme.text });
  }
  for (const role of ["band", "grid"]) {
    if (standsOut(all.text, [all[role]], TEXT)) continue;
    changed.push(role);
    all[role] = all.paper;
  }
  for (const [role, least] of Object.entries(LEAST)) {
    const taken = fitted(all[role], all.text, [all.paper, all.band], least);
    if (taken !== all[role] && given[role]) changed.push(role);
    all[role] = taken;
  }
  return all;
}

/** The colours that the page gives to the element: those that are opaque, by their role. */
function givenTo(element, changed) {
  const style = getComputedStyle(element);
  const canvas = document.createElement("canvas").getContext("2d");
  const given = {};
  for (const role of ROLES) {
    const value = style.getPropertyValue(`--peerglass-${role}`).trim();
    if (!value) continue;
    canvas.fillStyle = "#010203";
    canvas.fillStyle = value;
    if (/^#[\da-f]{6}$/.test(canvas.fillStyle) && canvas.fillStyle !== "#010203") given[role] = canvas.fillStyle;
    else changed.push(role);
  }
  return given;
}

/** The light and the dark colours of the page; where it says its paper, that decides which of them stand on a screen. */
function ofPage(element) {
  const changed = [];
  const given = givenTo(element, changed);
  const { light, dark } = THEMES.host;
  const scheme = given.paper && (luminance(given.paper) < 0.18 ? "dark" : "light");
  const made = {
    light: scheme === "dark" ? light : fit(given, light, changed),
    dark: scheme === "light" ? dark : fit(given, dark, changed),
    scheme,
  };
  // By its whole name: the build takes out what is left in by mistake.
  if (changed.length > 0) globalThis.console.info(`Peerglass: not taken as they are, for they would not be readable: ${[...new Set(changed)].map((role) => `--peerglass-${role}`).join(", ")}`);
  return made;
}

const rule = (colours, scheme) => `:host([theme]){${ROLES.map((role) => `--pg-${role}:${colours[role]};`).join("")}color-scheme:${scheme}}`;

/** The style sheet of the element's theme. On paper it is the light one. */
export function themed(element) {
  const [name, fixed] = element.getAttribute("theme").split("-");
  const { light, dark, scheme } = name === "host" ? ofPage(element) : THEMES[name];
  const asked = { light: "not all", dark: "screen" }[fixed ?? scheme] ?? "screen and (prefers-color-scheme: dark)";
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${rule(light, "light")}@media ${asked}{${rule(dark, "dark")}}`);
  return sheet;
}
