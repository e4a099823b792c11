//! Says once where every view is compiled: in the whole engine, the library and the tool; not in the light engine, which
//! makes a page's first answer. The sources ask for it as `cfg(every_view)`. And which languages are spoken: both in the
//! library and the tool; in a page's engine English, or with the feature `cy` Welsh alone. The sources ask for them as
//! `cfg(english)` and `cfg(welsh)`.

use std::env;

fn main() {
    println!("cargo::rustc-check-cfg=cfg(every_view, english, welsh)");
    println!("cargo::rerun-if-changed=build.rs");
    let is_page = env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32");
    if !is_page || env::var_os("CARGO_FEATURE_WHOLE").is_some() {
        println!("cargo::rustc-cfg=every_view");
    }
    let is_welsh = env::var_os("CARGO_FEATURE_CY").is_some();
    if !is_page || !is_welsh {
        println!("cargo::rustc-cfg=english");
    }
    if !is_page || is_welsh {
        println!("cargo::rustc-cfg=welsh");
    }
}
