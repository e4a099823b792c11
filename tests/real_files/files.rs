//! Where the real files are, and how a test reads them.

use std::path::{Path, PathBuf};

use peerglass::data::{Mapping, Problem, Reader, Table};

/// The folder that `PEERGLASS_DATA` names, or a loud skip; where `CI` is set, its absence fails.
pub fn folder() -> Option<PathBuf> {
    let default = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    let folder = std::env::var_os("PEERGLASS_DATA").map_or(default, PathBuf::from);
    if folder.is_dir() {
        return Some(folder);
    }
    assert!(std::env::var_os("CI").is_none(), "the real files are not at {}", folder.display());
    eprintln!("SKIPPED: the real files are not at {}; set PEERGLASS_DATA to their folder", folder.display());
    None
}

/// Reads files as a browser would deliver them, in chunks that part anywhere.
pub fn read(folder: &Path, names: &[&str]) -> (Table, Vec<Problem>) {
    let mut reader = Reader::new(Mapping::default());
    for name in names {
        let bytes = std::fs::read(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        reader.begin(name);
        bytes.chunks(65_521).for_each(|chunk| reader.push(chunk));
        reader.end();
    }
    reader.finish()
}
