// The reader's choices in the page's address, for pages that ask for it: <peer-glass address="smoking">. So a view can be
// sent to someone, and a way back leads to it. It uses only what the element shows to any page: attributes and events.

const NAMES = ["view", "indicator", "series", "area", "peers", "period", "order", "groups", "gap-shows"];

/** The choices that the address holds for a name. */
function read(own) {
  const said = new URLSearchParams(location.search);
  return NAMES.map((name) => [name, said.get(`${own}.${name}`)]).filter(([, value]) => value !== null);
}

function restore() {
  for (const element of document.querySelectorAll("peer-glass[address]")) {
    for (const [name, value] of read(element.getAttribute("address"))) element.setAttribute(name, value);
  }
}

function write(event) {
  const own = event.composedPath()[0].getAttribute?.("address");
  if (!own) return;
  const here = new URL(location.href);
  for (const name of NAMES) {
    const key = `${own}.${name}`;
    if (typeof event.detail[name] === "string") here.searchParams.set(key, event.detail[name]);
    else here.searchParams.delete(key);
  }
  // The page stays as it is: no new entry, no scroll, nothing asked of the server.
  history.replaceState(history.state, "", here);
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", restore);
else restore();
document.addEventListener("peer-glass-change", write);
