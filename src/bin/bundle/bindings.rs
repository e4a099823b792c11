//! The glue between wasm and JavaScript: wasm-bindgen's generator, called as a library, so that it cannot be of another
//! version than the crate.

use wasm_bindgen_cli_support::Bindgen;

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
    generator.remove_name_section(true).remove_producers_section(true);
    let mut output = generator.generate_output().map_err(failed)?;
    if output.snippets().values().any(|scripts| !scripts.is_empty()) || !output.local_modules().is_empty() {
        return Err(Failure::new("a crate brings a script of its own, which pkg/ has no place for")
            .fix("Do without `inline_js` and `module = \"/…\"` in #[wasm_bindgen]."));
    }
    let script = output.js().to_owned();
    Ok(Bindings { wasm: output.wasm_mut().emit_wasm(), script })
}
