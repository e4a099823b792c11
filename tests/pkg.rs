//! The committed `pkg/` is whole, current, light, and silent about the machine that built it. No wasm toolchain needed.
//!
//! The same check is `cargo bundle --check`; here it is also shown that each of its problems is found.

#[path = "../src/bin/bundle/check.rs"]
mod check;
#[path = "../src/bin/bundle/pins.rs"]
mod pins;
#[path = "../src/bin/bundle/record.rs"]
#[allow(dead_code, reason = "the build asks the record more than the check does")]
mod record;
#[path = "../src/bin/bundle/schema/mod.rs"]
mod schema;
#[path = "../src/bin/bundle/sources.rs"]
mod sources;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use check::Problem;
use record::{Engine, Record, Std, Weighed};

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn committed_pkg_is_sound() {
    let problems: Vec<String> = check::problems(project()).iter().map(ToString::to_string).collect();
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

/// A publisher may rebuild with rustup's larger library and run the tests; what is committed may not be that build.
#[test]
fn committed_pkg_is_the_small_build() {
    let record = check::read_record(project()).unwrap();
    assert!(env::var_os("CI").is_none() || record.std == Std::Debian, "run `cargo bundle --std debian`");
}

#[test]
fn package_names_the_files_that_are_there() {
    let package = fs::read_to_string(project().join("pkg/package.json")).unwrap();
    let package: serde_json::Value = serde_json::from_str(&package).unwrap();
    assert_eq!(package["version"], env!("CARGO_PKG_VERSION"));
    for (name, target) in package["exports"].as_object().unwrap() {
        for file in [target, &target["default"], &target["types"]].into_iter().filter_map(|value| value.as_str()) {
            assert!(project().join("pkg").join(file).is_file(), "{name} leads to {file}, which is not there");
        }
    }
}

/// The schema is made by the build alone, which is not among the sources that a stale `pkg/` is told by.
#[test]
fn published_schema_is_the_one_that_the_build_makes() {
    let published = fs::read_to_string(project().join("pkg").join(schema::NAME)).unwrap_or_default();
    assert!(published == schema::text(), "pkg/{} is not current; run `cargo bundle`", schema::NAME);
}

#[test]
fn scanner_finds_machine_paths() {
    for text in [
        "panicked at /elsewhere/.cargo/registry/src/x.rs",
        "/home/ada/peerglass",
        "/Users/ada/peerglass",
        "/tmp/build",
        "/usr/src/rustc-1.96.0/library",
        "/usr/share/cargo/registry",
        "lib/rustlib/src",
        "C:\\.cargo/registry",
    ] {
        assert!(check::machine_path(text.as_bytes(), Path::new("/project")).is_some(), "{text}");
    }
    let project = Path::new("/project");
    assert_eq!(check::machine_path(b"in /project/src", project).as_deref(), Some("/project"));
    let clean = b"crates/serde-1.0.229/src/lib.rs, rust/library/std and https://example.org";
    assert_eq!(check::machine_path(clean, project), None);
}

#[test]
fn integrity_is_what_browsers_compute() {
    // From RFC 6234's SHA-384 of "abc", in base64.
    assert_eq!(record::integrity(b"abc"), "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn");
    assert_eq!(record::sha256(b"abc"), "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
}

#[test]
fn copy_of_the_project_is_sound_until_touched() {
    assert_eq!(check::problems(&copied("untouched")), []);
}

#[test]
fn changed_byte_of_a_source_is_stale() {
    for (name, path) in [("engine", "src/lib.rs"), ("element", "www/peer-glass.js"), ("style", "www/peer-glass.css")] {
        let root = copied(name);
        edit(&root, path, |content| content.push(b'\n'));
        assert_eq!(check::problems(&root), [Problem::Stale], "{path}");
    }
}

#[test]
fn new_source_is_stale_and_new_tool_source_is_not() {
    let root = copied("new-source");
    fs::write(root.join("src/bin/new.rs"), "fn main() {}").unwrap();
    assert_eq!(check::problems(&root), []);
    fs::write(root.join("src/new.rs"), "").unwrap();
    assert_eq!(check::problems(&root), [Problem::Stale]);
}

#[test]
fn manifest_counts_where_the_wasm_build_reads_it() {
    for (name, from, to, stale) in [
        ("wasm-dependency", "libm = \"=0.2.16\"", "libm = \"=0.2.15\"", true),
        ("wasm-profile", "opt-level = \"z\"", "opt-level = \"s\"", true),
        (
            "native-dependency",
            "[target.'cfg(not(target_arch = \"wasm32\"))'.dependencies]\n",
            "$0axum = \"=0.8.9\"\n",
            false,
        ),
        ("test-dependency", "[dev-dependencies]\n", "$0insta = \"=1.49.0\"\n", false),
        ("comment", "[profile.wasm]\n", "$0# Smaller still.\n\n", false),
    ] {
        let root = copied(name);
        let manifest = fs::read_to_string(root.join("Cargo.toml")).unwrap();
        assert!(manifest.contains(from), "Cargo.toml no longer has {from}: write this case anew");
        fs::write(root.join("Cargo.toml"), manifest.replace(from, &to.replace("$0", from))).unwrap();
        assert_eq!(check::problems(&root), if stale { vec![Problem::Stale] } else { vec![] }, "{name}");
    }
}

#[test]
fn touched_file_is_changed() {
    let root = copied("touched");
    edit(&root, "pkg/peerglass_bg.wasm", |content| content[20] ^= 1);
    let name = "peerglass_bg.wasm".to_owned();
    let copies = [".gz", ".br"].map(|ending| Problem::BadCopy(format!("{name}{ending}")));
    assert_eq!(check::problems(&root), [&[Problem::Changed(name)][..], &copies].concat());
}

#[test]
fn copy_that_opens_to_something_else_is_bad() {
    let root = copied("bad-copy");
    fs::copy(root.join("pkg/embed.js.br"), root.join("pkg/peerglass.js.br")).unwrap();
    edit(&root, "pkg/peerglass.js.gz", |content| content.truncate(content.len() / 2));
    let bad = ["peerglass.js.gz", "peerglass.js.br"].map(|name| Problem::BadCopy(name.to_owned()));
    assert_eq!(check::problems(&root), bad);
}

#[test]
fn missing_and_stray_files_are_named() {
    let root = copied("missing");
    fs::rename(root.join("pkg/LICENSE-MIT"), root.join("pkg/NOTES")).unwrap();
    fs::remove_file(root.join("pkg/embed.js.br")).unwrap();
    let expected = [
        Problem::Missing("LICENSE-MIT".to_owned()),
        Problem::Missing("embed.js.br".to_owned()),
        Problem::Stray("NOTES".to_owned()),
    ];
    assert_eq!(check::problems(&root), expected);
    fs::remove_file(root.join("pkg/build.json")).unwrap();
    assert!(matches!(check::problems(&root)[..], [Problem::NoRecord(_)]));
}

#[test]
fn machine_path_in_a_file_is_named() {
    let root = copied("machine-path");
    edit(&root, "pkg/peerglass.d.ts", |content| content.extend(b"// /home/ada/peerglass\n"));
    let name = || "peerglass.d.ts".to_owned();
    assert_eq!(check::problems(&root), [Problem::Changed(name()), Problem::MachinePath(name(), "/home/".to_owned())]);
}

#[test]
fn over_budget_binds_the_small_build_only() {
    let root = copied("over-budget");
    let heavy = |std| {
        move |record: &mut Record| {
            record.std = std;
            // Weighs too much by itself, and no file of it stands in pkg/.
            let entry = record::Entry { bytes: 0, gzip: None, brotli: Some(100_000), integrity: String::new() };
            record.files.insert("heavy.js".to_owned(), entry);
        }
    };
    let missing = Problem::Missing("heavy.js".to_owned());
    amend(&root, heavy(Std::Debian));
    let over = |page: Weighed, record: &Record| Problem::OverBudget(page, record.weight(page) - page.budget());
    let record = check::read_record(&root).unwrap();
    let expected = [&[missing.clone()][..], &Engine::ALL.map(|engine| over(Weighed::Page(engine), &record))].concat();
    assert_eq!(check::problems(&root), expected);
    amend(&root, heavy(Std::Rustup));
    assert_eq!(check::problems(&root), [missing]);
}

#[test]
fn configurator_has_a_budget_of_its_own() {
    let root = copied("heavy-configurator");
    amend(&root, |record| {
        let entry = record::Entry { bytes: 0, gzip: None, brotli: Some(100_000), integrity: String::new() };
        record.files.insert("configure.js".to_owned(), entry.clone());
        record.files.insert("configure.css".to_owned(), entry);
    });
    let record = check::read_record(&root).unwrap();
    assert_eq!(record.weight(Weighed::Configurator), 200_000);
    let excess = 200_000 - Weighed::Configurator.budget();
    assert_eq!(over_budget(&root), [Problem::OverBudget(Weighed::Configurator, excess)], "no reader pays for it");
}

#[test]
fn engine_without_webassembly_has_a_budget_of_its_own() {
    let root = copied("heavy-plain");
    amend(&root, |record| {
        let entry = record::Entry { bytes: 0, gzip: None, brotli: Some(200_000), integrity: String::new() };
        record.files.insert("peerglass-plain.js".to_owned(), entry);
    });
    let plain = Weighed::Plain(Engine::First);
    let excess = 200_000 - plain.budget();
    assert_eq!(over_budget(&root), [Problem::OverBudget(plain, excess)], "only who is refused WebAssembly pays for it");
}

fn over_budget(root: &Path) -> Vec<Problem> {
    let is_over = |problem: &Problem| matches!(problem, Problem::OverBudget(..));
    check::problems(root).into_iter().filter(is_over).collect()
}

#[test]
fn page_pays_for_one_engine_and_for_what_all_pages_use() {
    let mut record = check::read_record(project()).unwrap();
    for (name, brotli) in [
        ("peerglass_bg.wasm", 1),
        ("peerglass.js", 10),
        ("peerglass-more_bg.wasm", 100),
        ("peerglass-more.js", 1000),
        ("peerglass-whole_bg.wasm", 10_000),
        ("peerglass-whole.js", 100_000),
        ("peer-glass.js", 1_000_000),
        ("peer-glass.css", 10_000_000),
        ("embed.js", 100_000_000),
        ("peer-glass-keep.js", 1_000_000_000),
        ("peer-glass-views.css", 10_000_000_000),
        ("peer-glass-address.js", 100_000_000_000),
        ("peer-glass-reader.js", 1_000_000_000_000),
        ("peer-glass-cy.js", 0),
        ("peer-glass-frame.js", 0),
        ("frame.js", 0),
        ("frame.css", 0),
        ("peerglass-cy_bg.wasm", 2),
        ("peerglass-cy.js", 20),
        ("peerglass-more-cy_bg.wasm", 200),
        ("peerglass-more-cy.js", 2000),
        ("peerglass-whole-cy_bg.wasm", 20_000),
        ("peerglass-whole-cy.js", 200_000),
        ("peerglass-author_bg.wasm", 30_000),
        ("peerglass-author.js", 300_000),
        ("peerglass-plain.js", 3),
        ("peerglass-more-plain.js", 300),
        ("peerglass-whole-plain.js", 30_000),
        ("peerglass-cy-plain.js", 4),
        ("peerglass-more-cy-plain.js", 400),
        ("peerglass-whole-cy-plain.js", 40_000),
    ] {
        record.files.get_mut(name).unwrap().brotli = Some(brotli);
    }
    let english = [111_000_011, 1_011_111_001_100, 1_011_111_110_000];
    let welsh = [111_000_022, 1_011_111_002_200, 1_011_111_220_000];
    let author = [1_011_111_330_000];
    assert_eq!(
        Engine::ALL.map(|engine| record.weight(Weighed::Page(engine))),
        [&english[..], &welsh, &author].concat()[..]
    );
}

#[test]
fn other_version_of_a_tool_is_named() {
    let root = copied("other-version");
    amend(&root, |record| record.binaryen = "1.0.0".to_owned());
    assert!(matches!(check::problems(&root)[..], [Problem::OtherVersion("Binaryen", _, _)]));
}

/// A copy of all that the check reads, to be spoilt.
fn copied(name: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pkg").join(name);
    if root.exists() {
        fs::remove_dir_all(&root).unwrap();
    }
    for part in ["src", "www", "pkg"] {
        copy_folder(&project().join(part), &root.join(part));
    }
    fs::create_dir_all(root.join("tests/web")).unwrap();
    for file in ["Cargo.toml", "build.rs", "tests/web/package.json"] {
        fs::copy(project().join(file), root.join(file)).unwrap();
    }
    root
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

fn edit(root: &Path, path: &str, change: impl FnOnce(&mut Vec<u8>)) {
    let mut content = fs::read(root.join(path)).unwrap();
    change(&mut content);
    fs::write(root.join(path), content).unwrap();
}

fn amend(root: &Path, change: impl FnOnce(&mut Record)) {
    let mut record = check::read_record(root).unwrap();
    change(&mut record);
    fs::write(root.join("pkg/build.json"), serde_json::to_string(&record).unwrap()).unwrap();
}
