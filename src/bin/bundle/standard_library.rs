//! Which compiler and which standard library make the wasm.
//!
//! Two ways, because rustup's server is not within reach everywhere. Debian's compiler comes with the library's source:
//! built from that for size, and with panics that stop at once, the engine is a seventh smaller. So that way is tried
//! first, and is the one that the committed `pkg/` and its budget go by. Rustup's library comes built, and larger.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Failure;
use crate::project::answer;
use crate::record::Std;

/// Where Debian's packages `rustc-web` and `rust-web-src` put the compiler and the library's source.
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const DEBIAN_SOURCE: &str = "/usr/lib/rustlib/src/rust";

/// The way that was found.
#[derive(Debug)]
pub struct StandardLibrary {
    /// Which of the two.
    pub std: Std,
    /// The compiler.
    pub rustc: PathBuf,
    /// The linker to name, where the compiler does not bring its own.
    pub linker: Option<PathBuf>,
    /// Where the library's source may stand on this machine: paths that must not reach the wasm.
    pub sources: Vec<PathBuf>,
}

impl StandardLibrary {
    /// The way asked for, or else the first that this machine has.
    pub fn find(wanted: Option<Std>) -> Result<StandardLibrary, Failure> {
        match wanted {
            Some(Std::Debian) => debian().map_err(lacking),
            Some(Std::Rustup) => rustup().map_err(lacking),
            None => debian().or_else(|without_debian| {
                rustup().map_err(|without_rustup| lacking(format!("{without_rustup}, and {without_debian}")))
            }),
        }
    }

    /// What the compiler says it is.
    pub fn rustc_version(&self) -> Result<String, Failure> {
        answer(Command::new(&self.rustc).arg("--version"))
            .ok_or_else(|| Failure::new(format!("{} does not say its version", self.rustc.display())))
    }
}

fn lacking(why: String) -> Failure {
    Failure::new(format!("there is no standard library for WebAssembly here: {why}")).fix(
        "Install one: `rustup target add wasm32-unknown-unknown`, \
         or on Debian `apt-get install rustc-web rust-web-src`.",
    )
}

fn debian() -> Result<StandardLibrary, String> {
    let source = Path::new(DEBIAN_SOURCE);
    if !Path::new(DEBIAN_RUSTC).exists() || !source.join("library/std/Cargo.toml").exists() {
        return Err("Debian's rustc-web and rust-web-src are not installed".to_owned());
    }
    if answer(Command::new(DEBIAN_RUSTC).env("RUSTC_BOOTSTRAP", "1").args(PROBE)).is_none() {
        return Err(format!("{DEBIAN_RUSTC} is too old to stop at once on a panic"));
    }
    let linker = linker().ok_or("neither rustup's toolchain nor Debian's lld has a linker for WebAssembly")?;
    let mut sources = vec![source.to_owned()];
    sources.extend(source.canonicalize().ok());
    Ok(StandardLibrary { std: Std::Debian, rustc: DEBIAN_RUSTC.into(), linker: Some(linker), sources })
}

/// Asks the compiler whether it knows what we shall ask of it.
const PROBE: [&str; 6] = [
    "--target=wasm32-unknown-unknown",
    "-Zunstable-options",
    "-Cpanic=immediate-abort",
    "--print",
    "cfg",
    "--crate-name=probe",
];

fn rustup() -> Result<StandardLibrary, String> {
    let rustc = toolchain_rustc();
    let sysroot = sysroot(&rustc).ok_or("there is no Rust toolchain of rustup's")?;
    if !sysroot.join("lib/rustlib/wasm32-unknown-unknown/lib").is_dir() {
        return Err("rustup's toolchain has no target wasm32-unknown-unknown".to_owned());
    }
    let sources = vec![sysroot.join("lib/rustlib/src/rust")];
    Ok(StandardLibrary { std: Std::Rustup, rustc, linker: None, sources })
}

/// The compiler beside the cargo that runs us, or the one on the path.
fn toolchain_rustc() -> PathBuf {
    env::var_os("CARGO")
        .map(|cargo| Path::new(&cargo).with_file_name("rustc"))
        .filter(|rustc| rustc.exists())
        .unwrap_or_else(|| PathBuf::from("rustc"))
}

fn sysroot(rustc: &Path) -> Option<PathBuf> {
    answer(Command::new(rustc).args(["--print", "sysroot"])).map(PathBuf::from)
}

/// Rust's own linker from either toolchain, else LLVM's.
fn linker() -> Option<PathBuf> {
    let rust_lld = |rustc: &Path| {
        let host = answer(Command::new(rustc).args(["--print", "host-tuple"]))?;
        Some(sysroot(rustc)?.join("lib/rustlib").join(host).join("bin/rust-lld"))
    };
    let of_toolchains = [rust_lld(&toolchain_rustc()), rust_lld(Path::new(DEBIAN_RUSTC))];
    let path = env::var_os("PATH").unwrap_or_default();
    let on_path: Vec<PathBuf> =
        env::split_paths(&path).flat_map(|folder| [folder.join("rust-lld"), folder.join("wasm-ld")]).collect();
    of_toolchains.into_iter().flatten().chain(on_path).find(|linker| linker.is_file())
}
