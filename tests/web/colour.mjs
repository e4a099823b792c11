// Colours as a page has them, and how far apart two of them are.

/** Red, green and blue, 0 to 255, of "rgb(…)" or "#rrggbb". */
const parts = (colour) => (colour.startsWith("#") ? colour.match(/[\da-f]{2}/gi).map((two) => parseInt(two, 16)) : colour.match(/[\d.]+/g).slice(0, 3).map(Number));

/** The relative luminance of WCAG 2. */
export function luminance(colour) {
  const [r, g, b] = parts(colour).map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The contrast ratio of WCAG 2: 1 to 21. */
export function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
