//! The invariants of `src/lib.rs` that can be read off the sources. Each rule is also fed a breaching line, so that it
//! is seen to fail.

use std::fs;
use std::path::Path;

/// A file with its room, and its lines of code: no comments, no tests.
struct Source {
    path: String,
    room: String,
    lines: Vec<(usize, String)>,
}

/// A rule: which sources it looks at, and what a line may not hold.
struct Rule {
    name: &'static str,
    applies: fn(&Source) -> bool,
    breach: fn(&Source, &str) -> bool,
}

fn sources() -> Vec<Source> {
    let mut found = Vec::new();
    collect(Path::new(env!("CARGO_MANIFEST_DIR")).join("src").as_path(), &mut found);
    assert!(found.len() > 40, "the sources were not found");
    found
}

fn collect(folder: &Path, found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") && !path.ends_with("tests.rs") {
            let relative = path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap();
            let relative = relative.to_string_lossy().replace('\\', "/");
            found.push(source(&relative, &fs::read_to_string(&path).unwrap()));
        }
    }
}

fn source(path: &str, text: &str) -> Source {
    let room = path.split('/').next().unwrap().trim_end_matches(".rs").to_owned();
    let mut lines = Vec::new();
    for (at, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("#[cfg(test)]") {
            break;
        }
        let code = line.split("//").next().unwrap();
        if !code.trim().is_empty() {
            lines.push((at + 1, code.to_owned()));
        }
    }
    Source { path: path.to_owned(), room, lines }
}

const ROOMS: [&str; 10] = ["stats", "data", "config", "compare", "advice", "text", "view", "draw", "html", "web"];

/// What a room may name, beside itself.
fn may_name(room: &str) -> &'static [&'static str] {
    match room {
        "compare" => &["stats", "data", "config"],
        "advice" => &["stats", "data", "config", "compare"],
        "view" => &["compare", "advice", "text", "config"],
        "draw" | "html" => &["view"],
        "web" | "bin" | "lib" => &ROOMS,
        _ => &[],
    }
}

/// Crates a room may name.
fn may_use(room: &str) -> &'static [&'static str] {
    match room {
        "stats" => &["libm"],
        "config" => &["serde"],
        "draw" => &["maud", "plotters_backend", "plotters_svg"],
        "html" => &["maud"],
        "web" => &["js_sys", "plotters_canvas", "serde", "serde_wasm_bindgen", "wasm_bindgen", "web_sys"],
        _ => &[],
    }
}

const CRATES: [&str; 11] = [
    "csv_core",
    "js_sys",
    "libm",
    "maud",
    "plotters_backend",
    "plotters_canvas",
    "plotters_svg",
    "serde",
    "serde_wasm_bindgen",
    "wasm_bindgen",
    "web_sys",
];

fn names_room(line: &str, room: &str) -> bool {
    line.contains(&format!("crate::{room}::"))
        || line.contains(&format!("crate::{room};"))
        || line.contains(&format!("crate::{room},"))
        || (line.contains("use crate::{") && has_word(line, room))
}

fn has_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && c != '_');
        edge(line[..at].chars().next_back()) && edge(line[at + word.len()..].chars().next())
    })
}

fn has_any(line: &str, words: &[&str]) -> bool {
    words.iter().any(|word| line.contains(word))
}

fn core(source: &Source) -> bool {
    source.room != "bin"
}

/// A text of three words or more is prose.
fn holds_prose(line: &str) -> bool {
    line.split('"').skip(1).step_by(2).any(|text| {
        let words = text
            .split(' ')
            .filter(|word| word.len() > 1 && word.chars().all(|c| c.is_ascii_alphabetic() || ",.’'".contains(c)));
        words.count() >= 3 && !text.starts_with('<')
    })
}

const RULES: &[Rule] = &[
    Rule {
        name: "dependence runs one way",
        applies: core,
        breach: |source, line| {
            ROOMS
                .iter()
                .any(|room| *room != source.room && !may_name(&source.room).contains(room) && names_room(line, room))
        },
    },
    Rule {
        name: "each room has its crates",
        applies: core,
        breach: |source, line| {
            CRATES.iter().any(|name| {
                !may_use(&source.room).contains(name)
                    && (line.contains(&format!("{name}::")) || line.contains(&format!("use {name}")))
            })
        },
    },
    Rule {
        name: "stats knows no areas, indicators, words or colours",
        applies: |source| source.room == "stats",
        breach: |_, line| {
            let line = line.to_ascii_lowercase();
            ["area", "indicator", "colour", "color", "language", "england"].iter().any(|word| has_word(&line, word))
        },
    },
    Rule {
        name: "draw and html compute no statistic",
        applies: |source| source.room == "draw" || source.room == "html",
        breach: |_, line| has_any(line, &["median", "quantile", "interval"]),
    },
    Rule {
        name: "std writes no number with a set count of decimals",
        applies: core,
        breach: |_, line| (0..10).any(|digit| line.contains(&format!(":.{digit}"))) || line.contains(":.*"),
    },
    Rule {
        // Each brings tables of its own into the page: 12 kB compressed for the one, 4 kB for the other.
        name: "std reads no decimal number and folds no letter beyond ASCII",
        applies: core,
        breach: |_, line| has_any(line, &["parse::<f64>", "f64::from_str", ".to_lowercase()", ".to_uppercase()"]),
    },
    Rule {
        name: "only text holds prose",
        // The official names of areas that are no more are facts.
        applies: |source| core(source) && source.room != "text" && source.path != "data/succession.rs",
        // The publishers' own labels are read, not said.
        breach: |_, line| holds_prose(&line.replace("'\"'", "")) && !line.contains("const LABELS"),
    },
    Rule {
        name: "files, environment and sockets are bin's",
        applies: core,
        breach: |_, line| has_any(line, &["std::fs", "std::env", "std::net", "std::process", "println!", "eprintln!"]),
    },
    Rule {
        name: "platform maths stands in stats::float alone",
        applies: |source| source.path != "stats/float.rs",
        breach: |_, line| {
            let call = |name: &&str| line.contains(&format!(".{name}(")) || line.contains(&format!("f64::{name}"));
            [
                "exp", "exp2", "exp_m1", "ln", "ln_1p", "log", "log2", "log10", "powf", "powi", "sin", "cos", "tan",
                "cbrt", "hypot",
            ]
            .iter()
            .any(call)
                || line.contains("libm::")
        },
    },
    Rule {
        name: "no hash map, clock or randomness",
        applies: core,
        breach: |_, line| has_any(line, &["HashMap", "HashSet", "SystemTime", "Instant::", "std::time", "random("]),
    },
    Rule {
        name: "markup has no style and no handler",
        applies: |source| source.room == "html" || source.path == "draw/surface.rs",
        breach: |_, line| {
            has_any(line, &[" style=", " onclick", " onload", " onerror", " href=(", " src=("])
                // An address that was checked when its link was made.
                && !line.contains(".address())")
        },
    },
    Rule {
        name: "serde sees plain data only",
        applies: |source| core(source) && source.room != "config" && source.room != "web",
        breach: |_, line| has_any(line, &["Serialize", "Deserialize", "serde("]),
    },
    Rule {
        name: "no panic on input",
        applies: core,
        breach: |_, line| {
            has_any(line, &[".unwrap()", ".expect(", "panic!(", "unreachable!(", "todo!(", "unimplemented!(", "dbg!("])
        },
    },
    Rule {
        name: "no unsafe",
        applies: |_| true,
        // The keywords of security policies, for WebAssembly and for style, are other words.
        breach: |_, line| has_word(&line.replace("wasm-unsafe-eval", "").replace("unsafe-inline", ""), "unsafe"),
    },
];

fn breaches(sources: &[Source]) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources {
        for rule in RULES.iter().filter(|rule| (rule.applies)(source)) {
            for (number, line) in source.lines.iter().filter(|(_, line)| (rule.breach)(source, line)) {
                found.push(format!("src/{}:{number}: {}: {}", source.path, rule.name, line.trim()));
            }
        }
    }
    found
}

#[test]
fn the_house_stands() {
    let found = breaches(&sources());
    assert!(found.is_empty(), "{}\n{} breaches", found.join("\n"), found.len());
}

/// Every rule is fed a line that breaks it, and sees it.
#[test]
fn every_rule_can_fail() {
    let breaking = [
        ("dependence runs one way", "text/x.rs", "use crate::view::View;"),
        ("dependence runs one way", "stats/x.rs", "use crate::{compare, data};"),
        ("each room has its crates", "compare/x.rs", "let x = libm::exp(1.0);"),
        ("stats knows no areas, indicators, words or colours", "stats/x.rs", "fn rate(area: u32) {}"),
        ("draw and html compute no statistic", "draw/x.rs", "let t = quantile(&values, 0.5);"),
        ("std writes no number with a set count of decimals", "view/x.rs", "let t = format!(\"{x:.1}\");"),
        ("std reads no decimal number and folds no letter beyond ASCII", "view/x.rs", "let t = x.parse::<f64>();"),
        ("only text holds prose", "view/x.rs", "let t = \"There was no clear gap\";"),
        ("files, environment and sockets are bin's", "data/x.rs", "let t = std::fs::read(\"x\");"),
        ("platform maths stands in stats::float alone", "compare/x.rs", "let y = x.powf(2.0);"),
        ("no hash map, clock or randomness", "data/x.rs", "use std::collections::HashMap;"),
        ("markup has no style and no handler", "html/x.rs", "let t = \"<p style='x'\"; let u = \" style=\";"),
        ("serde sees plain data only", "view/x.rs", "#[derive(Serialize)]"),
        ("no panic on input", "data/x.rs", "let x = y.unwrap();"),
        ("no unsafe", "data/x.rs", "unsafe { x }"),
    ];
    for (rule, path, line) in breaking {
        let found = breaches(&[source(path, line)]);
        assert!(found.iter().any(|breach| breach.contains(rule)), "{rule} did not see: {line}");
    }
    for rule in RULES {
        assert!(breaking.iter().any(|(name, _, _)| *name == rule.name), "no breaching line for: {}", rule.name);
    }
}

/// Names that hide what they hold.
#[test]
fn no_file_is_named_for_nothing() {
    for source in sources() {
        for name in ["util", "helper", "manager", "misc", "common"] {
            assert!(!source.path.contains(name), "src/{}", source.path);
        }
    }
}

/// The element's script keeps the reader's data in the reader's browser.
#[test]
fn the_scripts_send_and_store_nothing() {
    for name in [
        "peer-glass",
        "peer-glass-cy",
        "peer-glass-keep",
        "peer-glass-reader",
        "peer-glass-theme",
        "peer-glass-address",
        "peer-glass-frame",
        "frame",
        "embed",
    ] {
        let path = format!("www/{name}.js");
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(&path)).unwrap();
        for word in [
            "localStorage",
            "sessionStorage",
            "document.cookie",
            "indexedDB",
            "sendBeacon",
            "XMLHttpRequest",
            "WebSocket",
            "eval(",
            "new Function",
            "http://",
            "https://",
        ] {
            assert!(!text.contains(word), "{path} names {word}");
        }
    }
}
