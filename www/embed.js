// One script for a content system that cleans unknown tags: puts the widget where it stands, its data-* as attributes.
(() => {
  const script = document.currentScript;
  if (!script) return;
  const element = document.createElement("peer-glass");
  for (const { name, value } of script.attributes) {
    if (name.startsWith("data-")) element.setAttribute(name.slice(5), value);
  }
  script.after(element);
  import(new URL("peer-glass.js", script.src).href).catch(() => element.remove());
})();
