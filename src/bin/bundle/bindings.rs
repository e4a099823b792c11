//! The glue between wasm and JavaScript: wasm-bindgen's generator, called as a library, so that it cannot be of another
//! version than the crate.

use wasm_bindgen_cli_support::{Bindgen, Output};

use crate::failure::Failure;
use crate::record::Engine;

/// What the generator makes.
#[derive(Debug)]
pub struct Bindings {
    /// The wasm, with its imports and exports as the script expects them.
    pub wasm: Vec<u8>,
    /// The script that loads it. It knows no address: whoever starts it says where the wasm is.
    pub script: String,
}

/// Makes the glue for a compiled engine.
pub fn generate(engine: Engine, wasm: Vec<u8>) -> Result<Bindings, Failure> {
    let failed = |error| Failure::new(format!("wasm-bindgen cannot read the compiled engine: {error:#}"));
    let mut generator = Bindgen::new();
    generator.input_bytes(engine.name(), wasm).web(true).map_err(failed)?;
    generator.typescript(false).omit_default_module_path(true);
    generator.remove_name_section(false).remove_producers_section(true);
    let mut output = generator.generate_output().map_err(failed)?;
    if output.snippets().values().any(|scripts| !scripts.is_empty()) || !output.local_modules().is_empty() {
        return Err(Failure::new("a crate brings a script of its own, which pkg/ has no place for")
            .fix("Do without `inline_js` and `module = \"/…\"` in #[wasm_bindgen]."));
    }
    let script = output.js().to_owned();
    cut_unreachable(&mut output);
    let wasm = output.wasm_mut();
    let mut script = without_old_browsers(&without_streaming(&without_dispose(&without_sync_start(&script)?)?)?)?;
    for (at, import) in wasm.imports.iter_mut().enumerate() {
        script = renamed(&script, &format!("{}: function", import.name), &format!("{}: function", short(at)))?;
        import.name = short(at);
    }
    // What `load` gives is public, and its memory with it. What the script never names, nobody can call.
    let mut unused = Vec::new();
    for (at, export) in wasm.exports.iter_mut().filter(|export| export.name != "memory").enumerate() {
        match renamed(&script, &format!("wasm.{}", export.name), &format!("wasm.{}", short(at))) {
            Ok(shorter) => (script, export.name) = (shorter, short(at)),
            Err(_) => unused.push(export.id()),
        }
    }
    unused.into_iter().for_each(|export| wasm.exports.delete(export));
    Ok(Bindings { wasm: wasm.emit_wasm(), script })
}

/// The engine without the bodies of functions that nothing reaches.
pub fn cut_unreachable(output: &mut Output) {
    for function in output.wasm_mut().funcs.iter_mut().filter(|function| is_unreachable(function.name.as_deref())) {
        let mut body = function.kind.unwrap_local_mut().builder_mut().func_body();
        body.instrs_mut().clear();
        body.unreachable();
    }
}

/// Whether a function of the standard library is kept by its formatter, which decides at run time, though nothing reaches
/// it: no number is written with a set count of decimals (`{:.1}`), as the test of the house sees to. If one were all the
/// same, the engine would stop, and the page keep its fallback.
fn is_unreachable(name: Option<&str>) -> bool {
    name.is_some_and(|name| name.contains("float_to_decimal_common_exact"))
}

/// The script without the way to start that blocks the page, so that what only this needs can be dropped.
fn without_sync_start(script: &str) -> Result<String, Failure> {
    renamed(script, "export { initSync, __wbg_init as default }", "export { __wbg_init as default }")
}

/// The script without a second name for `free`, which our types do not have.
fn without_dispose(script: &str) -> Result<String, Failure> {
    renamed(script, "if (Symbol.dispose)", "if (false)")
}

/// The script with a plain way to start: bytes, then the engine. A file that is checked by its hash has to be there whole
/// before any of it is used, so compiling what has come of it would gain nothing; and no server's idea of its type matters.
fn without_streaming(script: &str) -> Result<String, Failure> {
    const PLAIN: &str = "async function __wbg_load(module, imports) {
        if (module instanceof Response) {
            if (!module.ok) throw new Error(`${module.status} ${module.url}`);
            module = await module.arrayBuffer();
        }
        const made = await WebAssembly.instantiate(module, imports);
        return made instanceof WebAssembly.Instance ? { instance: made, module } : made;
    }
    async function unused(module, imports) {";
    renamed(script, "async function __wbg_load(module, imports) {", PLAIN)
}

/// The script without what is there for browsers older than those that we promise.
fn without_old_browsers(script: &str) -> Result<String, Failure> {
    let script = renamed(script, "if (!('encodeInto' in cachedTextEncoder))", "if (false)")?;
    renamed(&script, "(typeof FinalizationRegistry === 'undefined')", "(false)")
}

/// The names by which wasm and script call each other: one or two letters, for the generator's own carry hashes, which
/// no compression makes small.
fn short(at: usize) -> String {
    let letter = |at: usize| char::from(b'a' + (at % 26) as u8);
    let first = (at >= 26).then(|| letter(at / 26 - 1));
    first.into_iter().chain([letter(at)]).collect()
}

/// The script with every whole occurrence of a name replaced; fails where there is none, as the generator then writes
/// otherwise than we know.
pub fn renamed(script: &str, name: &str, new: &str) -> Result<String, Failure> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '$');
    let mut all = String::with_capacity(script.len());
    let mut rest = script;
    while let Some(at) = rest.find(name) {
        let (before, after) = (&rest[..at], &rest[at + name.len()..]);
        all.push_str(before);
        all.push_str(if before.ends_with(is_part) || after.starts_with(is_part) { name } else { new });
        rest = after;
    }
    all.push_str(rest);
    if all == script {
        return Err(Failure::new(format!("wasm-bindgen's script no longer names {name}; see bindings.rs")));
    }
    Ok(all)
}
