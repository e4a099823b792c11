//! The border to the page: what the element's script may call, and nothing else.
//!
//! Knows `wasm_bindgen`, `js_sys`, `web_sys`. Refuses to decide anything: it hands bytes in and markup, pixels and plain
//! data out. Only compiled for `wasm32`. Start at [`Data`].

#[cfg(authoring)]
mod author;
mod data;
mod figure;
mod options;

pub use data::Data;
pub use figure::Figure;

use wasm_bindgen::prelude::wasm_bindgen;

/// Smaller and faster than the allocator that Rust brings to WebAssembly.
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// The version of the engine.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
