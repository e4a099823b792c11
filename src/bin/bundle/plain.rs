//! The engines once more as plain JavaScript, for where a policy refuses WebAssembly: of the same compiled bytes, by
//! Binaryen's wasm2js, with glue that does without what only WebAssembly has.

use std::fs;

use walrus::{ImportKind, Module};
use wasm_bindgen_cli_support::Bindgen;

use crate::bindings::{self, renamed};
use crate::failure::Failure;
use crate::record::Engine;
use crate::saturating;
use crate::shrink::Shrinker;

/// What the glue would use if the compiled engine said that it may, and what wasm2js does not know.
const UNKNOWN: [&str; 2] = ["reference-types", "multivalue"];

/// A module that is an engine: it starts when it is imported, and exports what the engine's own script does.
pub fn script(engine: Engine, wasm: &[u8], shrinker: &Shrinker) -> Result<Vec<u8>, Failure> {
    let name = engine.name();
    let failed = |error| Failure::new(format!("wasm-bindgen cannot read the compiled engine: {error:#}"));
    let mut generator = Bindgen::new();
    generator.input_bytes(name, without_features(wasm)?).bundler(true).map_err(failed)?;
    generator.typescript(false).remove_name_section(false).remove_producers_section(true);
    let mut output = generator.generate_output().map_err(failed)?;
    let glue = following_memory(output.start().map_or("", String::as_str))?;
    let entry = renamed(output.js(), &format!("{name}_bg.wasm"), &format!("{name}_bg.wasm.js"))?;
    bindings::cut_unreachable(&mut output);
    with_kept_objects(output.wasm_mut(), &glue)?;
    saturating::lower(output.wasm_mut());
    let folder = shrinker.folder(&format!("{name}-plain"))?;
    for (file, text) in [(format!("{name}_bg.js"), glue), (format!("{name}.js"), entry)] {
        let path = folder.join(file);
        fs::write(&path, text).map_err(|error| Failure::file(&path, &error))?;
    }
    shrinker.plain(name, &output.wasm_mut().emit_wasm(), &folder)?;
    shrinker.bundle(&folder.join(format!("{name}.js")))
}

/// The compiled engine, its own list of what it may use saying no to these.
fn without_features(wasm: &[u8]) -> Result<Vec<u8>, Failure> {
    let mut wasm = wasm.to_vec();
    for feature in UNKNOWN {
        let entry: Vec<u8> = [&[b'+', feature.len() as u8], feature.as_bytes()].concat();
        let at = wasm.windows(entry.len()).rposition(|window| window == entry);
        let at =
            at.ok_or_else(|| Failure::new(format!("the compiled engine does not list {feature}; see plain.rs")))?;
        wasm[at] = b'-';
    }
    Ok(wasm)
}

/// The glue, asking whether its view of the memory is still of the memory. WebAssembly empties the old one where memory
/// grows, by which the generator's glue tells; plain JavaScript leaves it as it was.
fn following_memory(glue: &str) -> Result<String, Failure> {
    const MOVED: &str = "buffer !== wasm.memory.buffer";
    let glue = renamed(glue, "byteLength === 0", MOVED)?;
    renamed(&glue, "buffer.detached === true", MOVED)
}

/// How many objects the glue never lets go: WebAssembly would be told by the generator; here it is told by us.
const KEPT: i32 = 1028;

/// The engine, knowing how many objects its glue keeps for good.
fn with_kept_objects(module: &mut Module, glue: &str) -> Result<(), Failure> {
    let unknown = || Failure::new("the generator keeps its objects in another way; see plain.rs");
    let asked = module.imports.find("__wbindgen_externref_xform__", "__wbindgen_externref_statics_end");
    let Some(ImportKind::Function(function)) = asked.map(|id| module.imports.get(id).kind.clone()) else {
        return Err(unknown());
    };
    if !glue.contains(&format!("if (idx < {KEPT}) return;")) {
        return Err(unknown());
    }
    let told = module.replace_imported_func(function, |(body, _)| {
        body.i32_const(KEPT);
    });
    told.map(drop).map_err(|_| unknown())
}
