//! Says once which of the engines holds what. Each holds all that the one before it does:
//!
//! - the first, `peerglass`: what makes a page's first answer, a comparison;
//! - with `cfg(more)`, `peerglass-more`: all that goes with a comparison, and the trend;
//! - with `cfg(every_view)`, `peerglass-whole`: every view.
//!
//! The library and the tool hold everything.

use std::env;

fn main() {
    println!("cargo::rustc-check-cfg=cfg(more, every_view)");
    println!("cargo::rerun-if-changed=build.rs");
    let is_page = env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32");
    let has = |feature: &str| !is_page || env::var_os(feature).is_some();
    if has("CARGO_FEATURE_MORE") {
        println!("cargo::rustc-cfg=more");
    }
    if has("CARGO_FEATURE_WHOLE") {
        println!("cargo::rustc-cfg=every_view");
    }
}
