//! Says once which of the engines holds what. Each holds all that the one before it does:
//!
//! - the first, `peerglass`: what makes a page's first answer, a comparison;
//! - with `cfg(more)`, `peerglass-more`: all that goes with a comparison, and the trend;
//! - with `cfg(every_view)`, `peerglass-whole`: every view;
//! - with `cfg(authoring)`, `peerglass-author`: what a publisher must be told before a view goes out, too.
//!
//! And which language each speaks: English, or with the feature `cy` Welsh alone: `cfg(english)` and `cfg(welsh)`. The library
//! and the tool hold everything, and speak both; so does the engine for authors, who see a view in either.

use std::env;

fn main() {
    println!("cargo::rustc-check-cfg=cfg(more, every_view, authoring, english, welsh)");
    println!("cargo::rerun-if-changed=build.rs");
    let is_page = env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32");
    let has = |feature: &str| !is_page || env::var_os(feature).is_some();
    if has("CARGO_FEATURE_MORE") {
        println!("cargo::rustc-cfg=more");
    }
    if has("CARGO_FEATURE_WHOLE") {
        println!("cargo::rustc-cfg=every_view");
    }
    let is_for_authors = has("CARGO_FEATURE_AUTHOR");
    if is_for_authors {
        println!("cargo::rustc-cfg=authoring");
    }
    let is_welsh = env::var_os("CARGO_FEATURE_CY").is_some();
    if is_for_authors || !is_welsh {
        println!("cargo::rustc-cfg=english");
    }
    if is_for_authors || is_welsh {
        println!("cargo::rustc-cfg=welsh");
    }
}
