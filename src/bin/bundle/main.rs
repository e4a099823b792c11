//! Builds `pkg/`: everything a publisher copies, which is also the npm package.
//!
//! `cargo bundle` compiles the library to wasm, makes its glue, makes everything small, writes `pkg/` with a record of
//! what is in it, and weighs it against the budget. It needs a standard library for WebAssembly (see
//! `standard_library.rs`) and, from `npm ci --prefix tests/web`, Binaryen and esbuild. `cargo bundle --check` needs
//! neither: it only says whether `pkg/` is whole and current.

mod bindings;
mod check;
#[allow(dead_code, reason = "the reference checks are compiled by tests/webassembly.rs")]
mod compile;
mod compress;
mod failure;
mod licences;
mod package;
mod pins;
mod plain;
mod project;
mod record;
mod saturating;
mod schema;
mod shrink;
mod sources;
mod standard_library;
mod table;

use std::process::ExitCode;
use std::thread;

use lexopt::prelude::*;

use bindings::Bindings;
use failure::Failure;
use package::Made;
use project::Project;
use record::{Engine, RECORD, Record, Std};
use shrink::{Shrinker, Text};
use standard_library::StandardLibrary;

const HELP: &str = "\
Builds pkg/ and weighs it.

  cargo bundle                 build, with Debian's standard library where it is installed, else with rustup's
  cargo bundle --std rustup    build with this one: debian or rustup
  cargo bundle --check         build nothing; say whether pkg/ is whole and current";

/// What was asked for.
enum Task {
    Build(Option<Std>),
    Check,
    Help,
}

fn main() -> ExitCode {
    let done = read_arguments().and_then(|task| match task {
        Task::Build(wanted) => build(&Project::find()?, wanted),
        Task::Check => check(&Project::find()?),
        Task::Help => {
            println!("{HELP}");
            Ok(())
        }
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn read_arguments() -> Result<Task, Failure> {
    let wrong = |error: lexopt::Error| Failure::new(error.to_string()).fix("See `cargo bundle --help`.");
    let mut arguments = lexopt::Parser::from_env();
    let mut task = Task::Build(None);
    while let Some(argument) = arguments.next().map_err(wrong)? {
        task = match argument {
            Long("check") => Task::Check,
            Long("help") | Short('h') => Task::Help,
            Long("std") => match arguments.value().and_then(|value| value.string()).map_err(wrong)?.as_str() {
                "debian" => Task::Build(Some(Std::Debian)),
                "rustup" => Task::Build(Some(Std::Rustup)),
                other => {
                    return Err(wrong(format!("--std is debian or rustup, not {other:?}").into()));
                }
            },
            other => return Err(wrong(other.unexpected())),
        };
    }
    Ok(task)
}

fn build(project: &Project, wanted: Option<Std>) -> Result<(), Failure> {
    let shrinker = Shrinker::find(project)?;
    let library = StandardLibrary::find(wanted)?;
    let sources = hash_sources(project)?;
    let engines = engines(project, &library, &shrinker)?;
    let mut files = package::assemble(project, &engines, &shrinker)?;
    let copies = package::copies(&files)?;
    let record = Record {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        sources,
        std: library.std,
        rustc: library.rustc_version()?,
        wasm_bindgen: wasm_bindgen_version(project)?,
        binaryen: shrinker.binaryen,
        esbuild: shrinker.esbuild,
        files: package::entries(&files, &copies),
    };
    files.extend(copies);
    files.insert(RECORD.to_owned(), in_json(&record)?);
    package::write(project, &files)?;
    println!("{}", table::sizes(&record));
    weigh(&record)?;
    check(project)
}

/// The engines with their glue: each is made small, and once more as plain JavaScript, while the next is compiled.
fn engines(project: &Project, library: &StandardLibrary, shrinker: &Shrinker) -> Result<Vec<Made>, Failure> {
    thread::scope(|scope| {
        let mut making = Vec::new();
        for engine in Engine::ALL {
            let compiled = compile::engine(project, library, engine)?;
            making.push((engine, scope.spawn(move || made(engine, compiled, shrinker))));
        }
        let made = making.into_iter().map(|(engine, made)| {
            made.join().map_err(|_| Failure::new(format!("{} was not made small", engine.name())))?
        });
        made.collect()
    })
}

/// All files of one engine, from what the compiler left.
fn made(engine: Engine, compiled: Vec<u8>, shrinker: &Shrinker) -> Result<Made, Failure> {
    let plain = engine.plain().map(|_| plain::script(engine, &compiled, shrinker)).transpose()?;
    let Bindings { wasm, script } = bindings::generate(engine, compiled)?;
    let script = shrinker.text(script.as_bytes(), Text::Module)?;
    Ok(Made { engine, wasm: shrinker.wasm(engine.name(), &wasm)?, script, plain })
}

/// Over a budget, a build of the kind that is published fails; one with the larger library only says so.
fn weigh(record: &Record) -> Result<(), Failure> {
    for (weighed, excess) in record.excess() {
        let what = format!("pkg/ is {excess} bytes over the budget of {} for {weighed}", weighed.budget());
        if weighed.is_bound(record.std) {
            return Err(Failure::new(what).fix("Make the engine smaller; pkg/ is written, so that you can look."));
        }
        eprintln!("warning: {what}; rustup's standard library is larger, the published build is made with Debian's");
    }
    Ok(())
}

fn check(project: &Project) -> Result<(), Failure> {
    let problems = check::problems(&project.root);
    if problems.is_empty() {
        println!("pkg/ is whole and current");
        return Ok(());
    }
    for problem in &problems {
        eprintln!("{problem}");
    }
    Err(Failure::new(format!("pkg/ is not sound; problems, named above: {}", problems.len())))
}

fn hash_sources(project: &Project) -> Result<String, Failure> {
    sources::hash(&project.root).map_err(|error| Failure::new(format!("the sources cannot be read: {error}")))
}

fn wasm_bindgen_version(project: &Project) -> Result<String, Failure> {
    pins::cargo(&project.read_text("Cargo.toml")?, "wasm-bindgen").ok_or_else(|| {
        Failure::new("Cargo.toml does not pin wasm-bindgen").fix("Name it as `wasm-bindgen = \"=0.2.130\"`.")
    })
}

fn in_json(record: &Record) -> Result<Vec<u8>, Failure> {
    let mut json = serde_json::to_vec_pretty(record)
        .map_err(|error| Failure::new(format!("the record cannot be written as JSON: {error}")))?;
    json.push(b'\n');
    Ok(json)
}
