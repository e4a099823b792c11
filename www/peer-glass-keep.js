// What a reader takes away: files and receipts. Fetched when the first of them is asked for.

const text = (content, type) => new Blob([content], { type: `${type};charset=utf-8` });

const MAKERS = {
  csv: (figure) => text("\uFEFF" + figure.csv(), "text/csv"),
  svg: (figure) => text(figure.svg(720), "image/svg+xml"),
  html: (figure) => text(figure.html(new Date().toISOString().slice(0, 10)), "text/html"),
  json: (figure) => text(figure.receipts(), "application/json"),
  png(figure, font, Failure) {
    const canvas = document.createElement("canvas");
    if (!figure.paintSheet(canvas, 720, 2, font.width, font.family)) throw new Failure("picture", "The picture could not be drawn.");
    return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  },
};

/** Saves a figure of an engine that makes files as a file of a kind, and gives its bytes. */
export async function save(kind, figure, font, Failure) {
  if (!Object.hasOwn(MAKERS, kind)) throw new Failure("kind", `No download “${kind}”: use ${Object.keys(MAKERS).join(", ")}.`);
  // Asked of the figure at once: while a PNG is made, the reader may choose another, and this one is freed.
  const area = figure.results().results[0].code || "comparison";
  const blob = await MAKERS[kind](figure, font, Failure);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `peerglass-${area.replace(/[^\w-]+/g, "-")}.${kind}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  return blob;
}

/** Opens the receipt; once it is open, copies it, or at least selects it where the page may not copy. True when copied. */
export async function openOrCopy(place, button, receipts) {
  if (place.hidden) {
    place.textContent = await receipts();
    place.hidden = false;
    button.textContent = button.dataset.copy;
    return false;
  }
  getSelection().selectAllChildren(place);
  return navigator.clipboard ? navigator.clipboard.writeText(place.textContent).then(() => true, () => false) : false;
}
