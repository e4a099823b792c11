// The page for an iframe, where no script may stand on the page around it: the figure's options are in this page's own
// address, and its height is told to the page around it.
import { PeerGlass } from "./peer-glass.js";

const element = document.querySelector("peer-glass");
const place = element.parentElement;

// Anybody can write an address. So the files are this site's own, and what stands in the tag already is not changed.
const ADDRESSES = ["src", "config", "neighbours"];
function isOwn(address) {
  try {
    return new URL(address, document.baseURI).origin === location.origin;
  } catch {
    return false;
  }
}

const refused = [];
for (const [name, value] of new URLSearchParams(location.search)) {
  if (!PeerGlass.observedAttributes.includes(name) || element.hasAttribute(name)) continue;
  if (ADDRESSES.includes(name) && !value.split(/\s+/).every(isOwn)) refused.push(name);
  else element.setAttribute(name, value);
}
if (element.lang) document.documentElement.lang = element.lang;
if (refused.length > 0) {
  element.firstElementChild.textContent = `Not used: ${refused.map((name) => `“${name}”`).join(", ")}. This page shows files of its own site only.`;
}

function tell() {
  const height = Math.ceil(place.getBoundingClientRect().height);
  if (window.parent !== window) window.parent.postMessage({ type: "peer-glass-height", height }, "*");
}
new ResizeObserver(tell).observe(place);
// A page whose listener came late asks.
addEventListener("message", ({ data, source }) => {
  if (source === window.parent && data?.type === "peer-glass-height") tell();
});

const entitle = ({ detail }) => (document.title = detail.headline);
element.addEventListener("peer-glass-ready", entitle);
element.addEventListener("peer-glass-change", entitle);
