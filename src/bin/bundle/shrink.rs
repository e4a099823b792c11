//! Makes wasm, scripts and style sheets small, by two programs that `npm` brings: Binaryen's wasm-opt and esbuild.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::failure::Failure;
use crate::licences::BUNDLED;
use crate::pins;
use crate::project::{Project, run};

/// What the engine may use of WebAssembly: what the compiler uses unasked, all of it in the oldest browsers that we
/// promise (Safari 16.4, Firefox 102). Anything more fails here, not there.
const FEATURES: [&str; 7] = [
    "--mvp-features",
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// What an engine may use that wasm2js can write as JavaScript. Its usual passes make it as small as ours, but for 1.6 %.
const PLAIN: [&str; 4] = ["--mvp-features", "--enable-bulk-memory", "--enable-mutable-globals", "--enable-sign-ext"];

/// The two programs, at the versions that the project pins.
#[derive(Debug)]
pub struct Shrinker {
    modules: PathBuf,
    workbench: PathBuf,
    /// The version of Binaryen.
    pub binaryen: String,
    /// The version of esbuild.
    pub esbuild: String,
}

/// What a text is, for esbuild.
#[derive(Debug, Clone, Copy)]
pub enum Text {
    /// An ECMAScript module.
    Module,
    /// A script of the old kind, whose names must not become the page's.
    Script,
    /// A style sheet.
    Style,
}

/// What makes the engine small: the usual passes, its branches laid out anew, and the usual passes over that until nothing
/// changes; functions that are called once are taken into their caller only while that pays. Nothing that assumes that
/// traps never happen: an index out of bounds must stop the engine, not read on. The first kilobyte of memory is the far
/// end of the stack, to which nothing points, so offsets may be folded into loads and stores.
const PASSES: [&str; 9] = [
    "--low-memory-unused",
    "--one-caller-inline-max-function-size",
    "600",
    "-Oz",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--converge",
];

/// How esbuild makes a module small.
const MODULE: [&str; 4] = ["--target=es2022", "--format=esm", "--tree-shaking=true", "--drop:console"];

impl Shrinker {
    /// Finds both programs where `npm ci` puts them.
    pub fn find(project: &Project) -> Result<Shrinker, Failure> {
        let modules = project.root.join("tests/web/node_modules");
        let wanted = project.read_text("tests/web/package.json")?;
        for package in BUNDLED {
            installed(&modules, &wanted, package)?;
        }
        Ok(Shrinker {
            binaryen: installed(&modules, &wanted, "binaryen")?,
            esbuild: installed(&modules, &wanted, "esbuild")?,
            workbench: project.workbench()?,
            modules,
        })
    }

    /// The engine, optimised for size, without names, producers and features, and checked to use [`FEATURES`] alone.
    pub fn wasm(&self, name: &str, wasm: &[u8]) -> Result<Vec<u8>, Failure> {
        let [large, small] = ["large", "small"].map(|size| self.workbench.join(format!("{name}-{size}.wasm")));
        fs::write(&large, wasm).map_err(|error| Failure::file(&large, &error))?;
        let strip = ["--strip-debug", "--strip-producers", "--strip-target-features"];
        run(self.binaryen("wasm-opt").args(FEATURES).args(PASSES).args(strip).arg(&large).arg("-o").arg(&small))?;
        // The first run believes the features that the compiler wrote into the file; the second has only our list.
        run(self.binaryen("wasm-opt").args(FEATURES).arg("--quiet").arg(&small)).map_err(|_| {
            Failure::new("the engine uses a part of WebAssembly that the oldest promised browsers lack")
                .fix("Do without it, or promise newer browsers and add it to FEATURES in shrink.rs.")
        })?;
        fs::read(&small).map_err(|error| Failure::file(&small, &error))
    }

    /// An engine that uses nothing newer than WebAssembly's first version, as JavaScript beside its glue in a folder.
    pub fn plain(&self, name: &str, wasm: &[u8], folder: &Path) -> Result<(), Failure> {
        let compiled = folder.join(format!("{name}_bg.wasm"));
        fs::write(&compiled, wasm).map_err(|error| Failure::file(&compiled, &error))?;
        let script = folder.join(format!("{name}_bg.wasm.js"));
        run(self.binaryen("wasm2js").args(PLAIN).arg("-O").arg(&compiled).arg("-o").arg(&script))
    }

    /// A folder of this name for what is between two programs.
    pub fn folder(&self, name: &str) -> Result<PathBuf, Failure> {
        let folder = self.workbench.join(name);
        fs::create_dir_all(&folder).map_err(|error| Failure::file(&folder, &error))?;
        Ok(folder)
    }

    /// A script or style sheet without spaces, comments and long local names.
    pub fn text(&self, text: &[u8], kind: Text) -> Result<Vec<u8>, Failure> {
        let mut esbuild = self.esbuild();
        match kind {
            Text::Module => esbuild.arg("--loader=js").args(MODULE),
            Text::Script => esbuild.args(["--loader=js", "--target=es2022", "--format=iife"]),
            Text::Style => esbuild.args(["--loader=css", "--target=safari16.4,firefox102,chrome110"]),
        };
        let failed = |why: String| Failure::new(format!("esbuild cannot make a {kind:?} small: {why}"));
        let mut running =
            esbuild.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().map_err(|error| failed(error.to_string()))?;
        if let Some(mut input) = running.stdin.take() {
            input.write_all(text).map_err(|error| failed(error.to_string()))?;
        }
        let output = running.wait_with_output().map_err(|error| failed(error.to_string()))?;
        if output.status.success() { Ok(output.stdout) } else { Err(failed("its messages stand above".to_owned())) }
    }

    /// A module with all that it imports, as one that is small: files beside it, and packages that `npm ci` brings.
    pub fn bundle(&self, entry: &Path) -> Result<Vec<u8>, Failure> {
        let mut esbuild = self.esbuild();
        esbuild.arg(entry).arg("--bundle").args(MODULE).env("NODE_PATH", &self.modules).stderr(Stdio::inherit());
        let failed = |why: String| Failure::new(format!("esbuild cannot bundle {}: {why}", entry.display()));
        let output = esbuild.output().map_err(|error| failed(error.to_string()))?;
        if output.status.success() { Ok(output.stdout) } else { Err(failed("its messages stand above".to_owned())) }
    }

    fn esbuild(&self) -> Command {
        let mut esbuild = Command::new(self.modules.join(".bin/esbuild"));
        esbuild.args(["--minify", "--legal-comments=none", "--charset=utf8", "--log-level=warning"]);
        esbuild
    }

    fn binaryen(&self, program: &str) -> Command {
        let mut node = Command::new("node");
        node.arg(self.modules.join("binaryen/bin").join(program));
        node
    }
}

/// The version of a program that is installed, if it is the one that is wanted.
fn installed(modules: &Path, wanted: &str, name: &str) -> Result<String, Failure> {
    let remedy = "Run `npm ci --prefix tests/web` (it needs Node 20 or newer).";
    let package = fs::read_to_string(modules.join(name).join("package.json"))
        .map_err(|_| Failure::new(format!("{name} is not installed")).fix(remedy))?;
    let version = serde_json::from_str::<serde_json::Value>(&package)
        .ok()
        .and_then(|package| Some(package["version"].as_str()?.to_owned()))
        .unwrap_or_default();
    if pins::npm(wanted, name).as_ref() == Some(&version) {
        Ok(version)
    } else {
        Err(Failure::new(format!("{name} {version} is not the version in tests/web/package.json")).fix(remedy))
    }
}
