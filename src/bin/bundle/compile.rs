//! From Rust to wasm: one run of cargo, with the flags of the published build.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Failure;
use crate::project::{Project, run};
use crate::record::{Engine, Std};
use crate::standard_library::StandardLibrary;

const TARGET: &str = "wasm32-unknown-unknown";

/// Compiles the library to one of its engines and returns its bytes, as the compiler leaves them.
pub fn engine(project: &Project, library: &StandardLibrary, engine: Engine) -> Result<Vec<u8>, Failure> {
    let arguments: Vec<&str> = engine.feature().map_or(Vec::new(), |feature| vec!["--features", feature]);
    run_cargo(project, library, &arguments, Shown::AsDisplayed, &project.target)?;
    let wasm = project.target.join(TARGET).join("wasm/peerglass.wasm");
    fs::read(&wasm).map_err(|error| Failure::file(&wasm, &error))
}

/// Compiles the reference checks, which show their answers by `{:?}`, and returns where they are; in all else as the
/// engines are compiled.
pub fn reference(project: &Project, library: &StandardLibrary) -> Result<PathBuf, Failure> {
    let target = project.target.join("reference"); // another standard library than the engines'
    let arguments = ["--manifest-path", "tests/reference/wasm/Cargo.toml"];
    run_cargo(project, library, &arguments, Shown::AlsoByDebug, &target)?;
    Ok(target.join(TARGET).join("wasm/peerglass_reference.wasm"))
}

/// Whether what is compiled shows anything by `{:?}`.
#[derive(Clone, Copy, PartialEq)]
enum Shown {
    AsDisplayed,
    AlsoByDebug,
}

fn run_cargo(
    project: &Project,
    library: &StandardLibrary,
    arguments: &[&str],
    shown: Shown,
    target: &Path,
) -> Result<(), Failure> {
    let mut cargo = Command::new(&project.cargo);
    cargo.current_dir(&project.root).arg("rustc").args(arguments);
    cargo.args(["--lib", "--crate-type", "cdylib", "--profile", "wasm", "--locked", "--target", TARGET]);
    cargo.env("CARGO_TARGET_DIR", target);
    cargo.env("RUSTC", &library.rustc);
    // Encoded, so that a path may hold a space; and it displaces every other setting of flags, so that the user's own
    // (a CPU, a linker) do not reach what is published.
    cargo.env("CARGO_ENCODED_RUSTFLAGS", flags(project, library, shown).join("\x1f"));
    if library.std == Std::Debian {
        cargo.env("RUSTC_BOOTSTRAP", "1");
        cargo.args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"]);
    }
    if let Some(linker) = &library.linker {
        cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
    }
    run(&mut cargo)
}

fn flags(project: &Project, library: &StandardLibrary, shown: Shown) -> Vec<String> {
    let mut flags = Vec::new();
    if library.std == Std::Debian {
        flags.extend(["-Zunstable-options", "-Cpanic=immediate-abort"].map(str::to_owned));
        if shown == Shown::AsDisplayed {
            flags.push("-Zfmt-debug=none".to_owned());
        }
        // Half a megabyte is plenty of stack; with the default of one, every address of data is a byte longer.
        flags.push("-Clink-arg=-zstack-size=524288".to_owned());
    }
    // The last that fits wins, so the wider folders come first.
    let mut folders = Vec::new();
    folders.extend(cargo_home().map(|home| (home, "cargo")));
    folders.extend(registries().into_iter().map(|registry| (registry, "crates")));
    folders.extend(library.sources.iter().map(|source| (source.clone(), "rust")));
    folders.push((project.target.clone(), "target"));
    folders.push((project.root.clone(), "peerglass"));
    flags.extend(folders.iter().map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display())));
    flags
}

fn cargo_home() -> Option<PathBuf> {
    env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(Path::new(&env::var_os("HOME")?).join(".cargo")))
}

/// The folders into which cargo unpacks crates, one for each registry; sorted, for the same command every time.
fn registries() -> Vec<PathBuf> {
    let Some(unpacked) = cargo_home().and_then(|home| fs::read_dir(home.join("registry/src")).ok()) else {
        return Vec::new();
    };
    let mut folders: Vec<PathBuf> = unpacked.flatten().map(|entry| entry.path()).collect();
    folders.sort();
    folders
}
