// A placeholder: puts the element where this script stands.
const script = document.currentScript;
const element = document.createElement("peer-glass");
for (const [name, value] of Object.entries(script.dataset)) {
  element.setAttribute(name.replace(/[A-Z]/g, (letter) => "-" + letter.toLowerCase()), value);
}
script.after(element);
import(new URL("./peer-glass.js", script.src).href);
