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

    /// Its file of plain JavaScript, for pages whose policy refuses WebAssembly. The page on which a view is made has none:
    /// where it stands is for its author to choose.
    pub fn plain(self) -> Option<String> {
        (self != Engine::Author).then(|| format!("{}-plain.js", self.name()))
    }

    /// Whether a page with this engine fetches a file: another engine's it does not, what is for keeping not with the
    /// first answer, and what pages ask for themselves with none.
    fn fetches(self, name: &str) -> bool {
        let of_another = |other: Engine| other != self && other.files().iter().any(|file| file == name);
        let is_plain = |engine: Engine| engine.plain().as_deref() == Some(name);
        let is_first = matches!(self, Engine::First | Engine::FirstWelsh);
        let is_asked_for = ASKED.contains(&name) || CONFIGURATOR.contains(&name);
        let is_for_others = Engine::ALL.into_iter().any(|engine| of_another(engine) || is_plain(engine));
        !(is_asked_for || is_for_others || is_first && LATER.contains(&name))
    }
}

/// What has a budget of its own: something that is fetched, compressed by brotli.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weighed {
    /// All that a page pays that uses an engine: its wasm and script, and the scripts and style sheet that all pages use.
    Page(Engine),
    /// What is fetched in place of an engine and its script where a policy refuses WebAssembly.
    Plain(Engine),
    /// What the page on which a view is made has of its own.
    Configurator,
}

impl Weighed {
    /// Everything that has one.
    pub fn all() -> impl Iterator<Item = Weighed> {
        let plain = Engine::ALL.into_iter().filter(|engine| engine.plain().is_some());
        Engine::ALL.into_iter().map(Weighed::Page).chain(plain.map(Weighed::Plain)).chain([Weighed::Configurator])
    }

    /// The most that it may weigh.
    pub fn budget(self) -> usize {
        match self {
            Weighed::Page(Engine::First) => 70_000,
            Weighed::Page(Engine::More) => 156_000,
            Weighed::Page(Engine::Whole) => 240_000,
            Weighed::Page(Engine::FirstWelsh) => 73_500,
            Weighed::Page(Engine::MoreWelsh) => 158_000,
            Weighed::Page(Engine::WholeWelsh) => 243_000,
            Weighed::Page(Engine::Author) => 287_000,
            Weighed::Plain(Engine::First | Engine::FirstWelsh) => 88_000,
            Weighed::Plain(Engine::More | Engine::MoreWelsh) => 196_000,
            Weighed::Plain(Engine::Whole | Engine::WholeWelsh | Engine::Author) => 306_000,
            Weighed::Configurator => 40_000,
        }
    }

    /// Whether its budget binds a build with this standard library; without an engine in it, it weighs the same with any.
    pub fn is_bound(self, std: Std) -> bool {
        std == Std::Debian || self == Weighed::Configurator
    }
}

impl fmt::Display for Weighed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Weighed::Page(engine) => f.write_str(engine.page()),
            Weighed::Plain(engine) => write!(f, "the engine as plain JavaScript of {}", engine.page()),
            Weighed::Configurator => f.write_str("the configurator's script and style sheet"),
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
    /// What something weighs that has a budget.
    pub fn weight(&self, weighed: Weighed) -> usize {
        let is_of = |name: &str| match weighed {
            Weighed::Page(engine) => engine.fetches(name),
            Weighed::Plain(engine) => engine.plain().as_deref() == Some(name),
            Weighed::Configurator => CONFIGURATOR.contains(&name),
        };
        self.files.iter().filter(|(name, _)| is_of(name)).filter_map(|(_, entry)| entry.brotli).sum()
    }

    /// What is over its budget, each with its excess.
    pub fn excess(&self) -> Vec<(Weighed, usize)> {
        let over = |weighed: Weighed| (weighed, self.weight(weighed).saturating_sub(weighed.budget()));
        Weighed::all().map(over).filter(|(_, excess)| *excess > 0).collect()
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
