//! The hash of what `pkg/` is made from: how a test knows that `pkg/` is stale without a wasm toolchain.
//!
//! It covers what goes into the wasm and the scripts, byte for byte: `src` without `src/bin`, the element's own files
//! in `www`, and the parts of `Cargo.toml` that the wasm build reads. Not covered: `Cargo.lock` (it also holds what
//! only the tool and the tests use; every direct dependency is pinned exactly in `Cargo.toml`, so after a
//! `cargo update` that moves something deeper, run `cargo bundle` by hand) and the bundle tool itself.
//!
//! `tests/pkg.rs` includes this file: there is one definition of "the sources".

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use sha2::{Digest, Sha256};

/// What `www` gives to `pkg/`; a file that does not exist yet is left out.
const SCRIPTS: [&str; 21] = [
    "www/custom-elements.json",
    "www/embed.js",
    "www/frame.css",
    "www/frame.html",
    "www/frame.js",
    "www/peer-glass-address.js",
    "www/peer-glass-cy.js",
    "www/peer-glass-frame.js",
    "www/peer-glass-keep.js",
    "www/peer-glass-reader.js",
    "www/peer-glass-theme.js",
    "www/peer-glass-views.css",
    "www/peer-glass.css",
    "build.rs",
    "www/peer-glass.d.ts",
    "www/peer-glass.js",
    "www/peerglass-more.d.ts",
    "www/peerglass-author.d.ts",
    "www/peerglass-whole.d.ts",
    "www/peerglass-options.d.ts",
    "www/peerglass.d.ts",
];

/// What `www` gives to the page on which a view is made, beside all modules in `www/configure`.
const CONFIGURATOR: [&str; 3] = ["www/configure.css", "www/configure.html", "www/configure.js"];

/// The tables of `Cargo.toml` that decide what the wasm build holds or what `pkg/package.json` says.
const TABLES: [&str; 5] = [
    "[package]",
    "[dependencies]",
    "[target.'cfg(target_arch = \"wasm32\")'.dependencies]",
    "[profile.release]",
    "[profile.wasm]",
];

/// The SHA-256, in hexadecimal, of every source of `pkg/` under `root`, in the order of their paths.
pub fn hash(root: &Path) -> io::Result<String> {
    let mut sources = BTreeMap::new();
    collect(root, "src", &mut sources)?;
    if root.join("www/configure").exists() {
        collect(root, "www/configure", &mut sources)?;
    }
    for path in SCRIPTS.into_iter().chain(CONFIGURATOR) {
        if root.join(path).exists() {
            sources.insert(path.to_owned(), fs::read(root.join(path))?);
        }
    }
    let manifest = fs::read_to_string(root.join("Cargo.toml"))?;
    sources.insert("Cargo.toml".to_owned(), relevant_tables(&manifest).into_bytes());
    Ok(digest(&sources))
}

/// Each path and content goes in with its length, so that no two sets of files read the same.
fn digest(sources: &BTreeMap<String, Vec<u8>>) -> String {
    let mut hasher = Sha256::new();
    for (path, content) in sources {
        for part in [path.as_bytes(), content] {
            hasher.update((part.len() as u64).to_le_bytes());
            hasher.update(part);
        }
    }
    hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Every file below `folder`, except the binaries', by its path from `root` with forward slashes.
fn collect(root: &Path, folder: &str, sources: &mut BTreeMap<String, Vec<u8>>) -> io::Result<()> {
    for entry in fs::read_dir(root.join(folder))? {
        let entry = entry?;
        let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            if path != "src/bin" {
                collect(root, &path, sources)?;
            }
        } else {
            sources.insert(path, fs::read(entry.path())?);
        }
    }
    Ok(())
}

/// The lines of [`TABLES`], without blank lines and whole-line comments: those change nothing that is built.
///
/// A table begins at a line whose first character is a bracket; what belongs to a longer value is indented.
fn relevant_tables(manifest: &str) -> String {
    let mut kept = String::new();
    let mut inside = false;
    for line in manifest.lines() {
        if line.starts_with('[') {
            inside = TABLES.contains(&line.trim_end());
        }
        if inside && !line.trim().is_empty() && !line.starts_with('#') {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}
