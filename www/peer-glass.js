// A placeholder, so that `cargo bundle` has an element to pack: it loads the engine and says which version it is.
class PeerGlass extends HTMLElement {
  async connectedCallback() {
    const engine = await import("./peerglass.js");
    await engine.default({ module_or_path: new URL("./peerglass_bg.wasm", import.meta.url) });
    this.dispatchEvent(
      new CustomEvent("peer-glass-ready", { bubbles: true, composed: true, detail: { version: engine.version() } }),
    );
  }
}

if (!customElements.get("peer-glass")) customElements.define("peer-glass", PeerGlass);
