//! `pkg/build.json`: what `pkg/` was built from and with, and what each of its files must be.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256, Sha384};

/// The engines, all of the same sources: three that speak English, three that speak Welsh. Each holds all that the one
/// before it does, and a page fetches the first of its language that holds what it asks for. And one for authors, which no
/// reader's page fetches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Engine {
    /// What makes a page's first answer, a comparison.
    First,
    /// All that goes with a comparison, and the trend.
    More,
    /// Every view.
    Whole,
    /// The first in Welsh.
    FirstWelsh,
    /// The second in Welsh.
    MoreWelsh,
    /// The third in Welsh.
    WholeWelsh,
    /// Every view in both languages, and what a publisher must be told before one goes out.
    Author,
}

impl Engine {
    /// All of them, each before those that hold more.
    pub const ALL: [Engine; 7] = [
        Engine::First,
        Engine::More,
        Engine::Whole,
        Engine::FirstWelsh,
        Engine::MoreWelsh,
        Engine::WholeWelsh,
        Engine::Author,
    ];

    /// The stem of the names of its files.
    pub fn name(self) -> &'static str {
        match self {
            Engine::First => "peerglass",
            Engine::More => "peerglass-more",
            Engine::Whole => "peerglass-whole",
            Engine::FirstWelsh => "peerglass-cy",
            Engine::MoreWelsh => "peerglass-more-cy",
            Engine::WholeWelsh => "peerglass-whole-cy",
            Engine::Author => "peerglass-author",
        }
    }

    /// The features of `Cargo.toml` that make it; the first takes none.
    pub fn features(self) -> &'static str {
        match self {
            Engine::First => "",
            Engine::More => "more",
            Engine::Whole => "whole",
            Engine::FirstWelsh => "cy",
            Engine::MoreWelsh => "more,cy",
            Engine::WholeWelsh => "whole,cy",
            Engine::Author => "author",
        }
    }

    /// What asks for it.
    pub fn page(self) -> &'static str {
        match self {
            Engine::First => "a page's first answer",
            Engine::More => "a page with a trend",
            Engine::Whole => "a page with any other view",
            Engine::FirstWelsh => "a page's first answer, in Welsh",
            Engine::MoreWelsh => "a page with a trend, in Welsh",
            Engine::WholeWelsh => "a page with any other view, in Welsh",
            Engine::Author => "the page on which a view is made",
        }
    }

    /// The engine's own files: its wasm and the script that loads it.
    pub fn files(self) -> [String; 2] {
        [format!("{}_bg.wasm", self.name()), format!("{}.js", self.name())]
    }

    /// Whether a page with this engine fetches a file: another engine's it does not, what is for keeping not with the
    /// first answer, and what pages ask for themselves with none.
    fn fetches(self, name: &str) -> bool {
        let of_another = |other: Engine| other != self && other.files().iter().any(|file| file == name);
        let is_first = matches!(self, Engine::First | Engine::FirstWelsh);
        let is_asked_for = ASKED.contains(&name) || CONFIGURATOR.contains(&name);
        !(is_asked_for || Engine::ALL.into_iter().any(of_another) || is_first && LATER.contains(&name))
    }

    /// The most that a page with this engine may pay for: wasm, scripts and style sheet, compressed by brotli.
    pub fn budget(self) -> usize {
        match self {
            Engine::First => 70_000,
            Engine::More => 156_000,
            Engine::Whole => 240_000,
            Engine::FirstWelsh => 73_500,
            Engine::MoreWelsh => 158_000,
            Engine::WholeWelsh => 243_000,
            Engine::Author => 287_000,
        }
    }
}

/// What is not fetched for a first answer: the scripts for what a reader does and takes away, the words before there is an
/// engine in Welsh, the style of the other views.
const LATER: [&str; 4] = ["peer-glass-reader.js", "peer-glass-keep.js", "peer-glass-cy.js", "peer-glass-views.css"];

/// What only a page that asks for it itself fetches: a theme, its address, a frame.
const ASKED: [&str; 5] =
    ["peer-glass-theme.js", "peer-glass-address.js", "frame.js", "frame.css", "peer-glass-frame.js"];

/// What the page on which a view is made has of its own; no reader's page fetches it.
const CONFIGURATOR: [&str; 2] = ["configure.css", "configure.js"];

/// The most that these may weigh together, compressed by brotli.
pub const CONFIGURATOR_BUDGET: usize = 40_000;

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
    /// What a page pays that uses one engine: its wasm and script, and the scripts and style sheet that all pages use,
    /// compressed by brotli.
    pub fn weight(&self, engine: Engine) -> usize {
        self.files.iter().filter(|(name, _)| engine.fetches(name)).filter_map(|(_, entry)| entry.brotli).sum()
    }

    /// What the page on which a view is made fetches of its own, compressed by brotli.
    pub fn configurator(&self) -> usize {
        CONFIGURATOR.iter().filter_map(|name| self.files.get(*name)?.brotli).sum()
    }

    /// The engines that are over their budget, each with its excess.
    pub fn excess(&self) -> Vec<(Engine, usize)> {
        let over = |engine: Engine| (engine, self.weight(engine).saturating_sub(engine.budget()));
        Engine::ALL.map(over).into_iter().filter(|(_, excess)| *excess > 0).collect()
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

/// The shorter one, for what the scripts themselves hold.
pub fn sha256(content: &[u8]) -> String {
    format!("sha256-{}", base64(&Sha256::digest(content)))
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
