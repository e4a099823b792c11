//! `pkg/build.json`: what `pkg/` was built from and with, and what each of its files must be.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha384};

/// The most that wasm, scripts and style sheet may weigh together, compressed by brotli: what a page pays.
pub const BUDGET: usize = 70_000;

/// What the engine still weighs beyond its budget. It may only shrink, and goes when it reaches nothing: the budget stands.
pub const DEBT: usize = 16_750;

/// The name of the record in `pkg/`.
pub const RECORD: &str = "build.json";

/// Whose standard library went into the wasm.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Std {
    /// Built from the source that Debian packages, for size: the committed build, and the one the budget binds.
    Debian,
    /// Prebuilt by the Rust project: what a publisher who rebuilds has; larger, so the budget only warns.
    Rustup,
}

impl fmt::Display for Std {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Std::Debian => "debian",
            Std::Rustup => "rustup",
        })
    }
}

/// The whole record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// The version of Peerglass.
    pub version: String,
    /// The hash of the sources, see `sources.rs`.
    pub sources: String,
    /// Whose standard library.
    pub std: Std,
    /// What `rustc --version` said.
    pub rustc: String,
    /// The version of wasm-bindgen, crate and generator.
    pub wasm_bindgen: String,
    /// The version of Binaryen, which made the wasm small.
    pub binaryen: String,
    /// The version of esbuild, which made scripts and style sheet small.
    pub esbuild: String,
    /// Every file of `pkg/` but this record and the compressed copies, by name.
    pub files: BTreeMap<String, Entry>,
}

/// One file of `pkg/`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its size.
    pub bytes: usize,
    /// The size of its `.gz` copy, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gzip: Option<usize>,
    /// The size of its `.br` copy, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub brotli: Option<usize>,
    /// What goes into the `integrity` attribute of a page that wants it checked.
    pub integrity: String,
}

impl Record {
    /// What a page pays: all wasm, scripts and style sheets, compressed by brotli.
    pub fn weight(&self) -> usize {
        self.files.values().filter_map(|entry| entry.brotli).sum()
    }
}

/// Whether a file travels compressed and counts against the budget.
pub fn travels(name: &str) -> bool {
    [".wasm", ".js", ".css"].iter().any(|ending| name.ends_with(ending))
}

/// The `integrity` value of subresource integrity: `sha384-` and the hash in base64.
pub fn integrity(content: &[u8]) -> String {
    format!("sha384-{}", base64(&Sha384::digest(content)))
}

fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let group = (0..3).fold(0_usize, |group, place| group << 8 | usize::from(*chunk.get(place).unwrap_or(&0)));
        for place in 0..4 {
            text.push(if place <= chunk.len() { char::from(ALPHABET[group >> (18 - 6 * place) & 63]) } else { '=' });
        }
    }
    text
}
