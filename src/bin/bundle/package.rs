//! Puts the parts together: the files of `pkg/`, by name, and their way to the disk.

use std::collections::BTreeMap;
use std::fs;

use crate::compress;
use crate::failure::Failure;
use crate::licences;
use crate::project::Project;
use crate::record::{Engine, Entry, integrity, sha256, travels};
use crate::schema;
use crate::shrink::{Shrinker, Text};

/// Files by name.
pub type Files = BTreeMap<String, Vec<u8>>;

/// One engine, as small as it gets.
#[derive(Debug)]
pub struct Made {
    /// Which it is.
    pub engine: Engine,
    /// Its bytes.
    pub wasm: Vec<u8>,
    /// The script that starts them.
    pub script: Vec<u8>,
    /// Both in one as plain JavaScript, if it has that.
    pub plain: Option<Vec<u8>>,
}

/// Every file of `pkg/` but its record and the compressed copies.
pub fn assemble(project: &Project, engines: &[Made], shrinker: &Shrinker) -> Result<Files, Failure> {
    let mut files = Files::new();
    for Made { engine, wasm, script, plain } in engines {
        let [wasm_name, script_name] = engine.files();
        files.insert(wasm_name, wasm.clone());
        files.insert(script_name, script.clone());
        files.extend(engine.plain().zip(plain.clone()));
    }
    let mut add = |name: &str, content: Vec<u8>| files.insert(name.to_owned(), content);
    add("peer-glass.js", shrinker.text(&element(project, engines)?, Text::Module)?);
    add("peer-glass-address.js", shrinker.text(&project.read("www/peer-glass-address.js")?, Text::Module)?);
    add("peer-glass-cy.js", shrinker.text(&project.read("www/peer-glass-cy.js")?, Text::Module)?);
    add("peer-glass-keep.js", shrinker.text(&project.read("www/peer-glass-keep.js")?, Text::Module)?);
    add("peer-glass-reader.js", shrinker.text(&project.read("www/peer-glass-reader.js")?, Text::Module)?);
    add("configure.html", project.read("www/configure.html")?);
    add("configure.css", shrinker.text(&project.read("www/configure.css")?, Text::Style)?);
    add("configure.js", shrinker.bundle(&project.root.join("www/configure.js"))?);
    add("peer-glass-theme.js", shrinker.text(&project.read("www/peer-glass-theme.js")?, Text::Module)?);
    add("embed.js", shrinker.text(&project.read("www/embed.js")?, Text::Script)?);
    add("frame.html", project.read("www/frame.html")?);
    add("frame.js", shrinker.text(&project.read("www/frame.js")?, Text::Module)?);
    add("frame.css", shrinker.text(&project.read("www/frame.css")?, Text::Style)?);
    add("peer-glass-frame.js", shrinker.text(&project.read("www/peer-glass-frame.js")?, Text::Script)?);
    add("peer-glass-views.css", shrinker.text(&project.read("www/peer-glass-views.css")?, Text::Style)?);
    add("peer-glass.css", shrinker.text(&project.read("www/peer-glass.css")?, Text::Style)?);
    for types in [
        "peer-glass.d.ts",
        "peerglass-options.d.ts",
        "peerglass.d.ts",
        "peerglass-more.d.ts",
        "peerglass-whole.d.ts",
        "peerglass-author.d.ts",
    ] {
        add(types, project.read(&format!("www/{types}"))?);
    }
    add("custom-elements.json", project.read("www/custom-elements.json")?);
    for licence in ["LICENSE", "LICENSE-APACHE", "LICENSE-MIT"] {
        add(licence, project.read(licence)?);
    }
    add(licences::NAME, licences::text(project)?);
    add(schema::NAME, schema::text().into_bytes());
    add("package.json", package_json().into_bytes());
    Ok(files)
}

/// The element's script, with the hash of each engine where its source has none.
fn element(project: &Project, engines: &[Made]) -> Result<Vec<u8>, Failure> {
    let mut script = project.read_text("www/peer-glass.js")?;
    // Whoever makes views loads the engine for authors; the element never does.
    for Made { engine, wasm, .. } in engines.iter().filter(|made| made.engine != Engine::Author) {
        let without = format!("\"{}\": \"\"", engine.name());
        if !script.contains(&without) {
            return Err(Failure::new(format!("www/peer-glass.js has no place for the hash of {}", engine.name()))
                .fix(format!("Write {without} in its ENGINES.")));
        }
        script = script.replace(&without, &format!("\"{}\": \"{}\"", engine.name(), sha256(wasm)));
    }
    Ok(script.into_bytes())
}

/// The compressed copies of what travels.
pub fn copies(files: &Files) -> Result<Files, Failure> {
    let mut copies = Files::new();
    for (name, content) in files.iter().filter(|(name, _)| travels(name)) {
        copies.insert(format!("{name}.br"), compress::brotli(content)?);
        copies.insert(format!("{name}.gz"), compress::gzip(content)?);
    }
    Ok(copies)
}

/// What the record says of each file.
pub fn entries(files: &Files, copies: &Files) -> BTreeMap<String, Entry> {
    let size_of = |name: String| copies.get(&name).map(Vec::len);
    let entry = |(name, content): (&String, &Vec<u8>)| {
        let entry = Entry {
            bytes: content.len(),
            gzip: size_of(format!("{name}.gz")),
            brotli: size_of(format!("{name}.br")),
            integrity: integrity(content),
        };
        (name.clone(), entry)
    };
    files.iter().map(entry).collect()
}

/// Makes `pkg/` hold these files and no others.
pub fn write(project: &Project, files: &Files) -> Result<(), Failure> {
    let folder = project.root.join("pkg");
    fs::create_dir_all(&folder).map_err(|error| Failure::file(&folder, &error))?;
    let present = fs::read_dir(&folder).map_err(|error| Failure::file(&folder, &error))?;
    for old in present.flatten().filter(|old| !files.contains_key(&*old.file_name().to_string_lossy())) {
        fs::remove_file(old.path()).map_err(|error| Failure::file(&old.path(), &error))?;
    }
    for (name, content) in files {
        let path = folder.join(name);
        fs::write(&path, content).map_err(|error| Failure::file(&path, &error))?;
    }
    Ok(())
}

/// What makes `pkg/` an npm package: the element is its main entry, `peerglass/engine` the whole engine without it.
fn package_json() -> String {
    include_str!("package.template.json")
        .replace("{version}", env!("CARGO_PKG_VERSION"))
        .replace("{description}", env!("CARGO_PKG_DESCRIPTION"))
        .replace("{license}", env!("CARGO_PKG_LICENSE"))
}
