//! The exact versions that the project names: what a build must use, and what `pkg/` is checked against.

/// The version of Peerglass in the text of `Cargo.toml`.
pub fn package_version(manifest: &str) -> Option<String> {
    quoted_after(manifest, "version = \"")
}

/// The version at which `Cargo.toml` pins a crate: `name = "=1.2.3"` or `name = { version = "=1.2.3", … }`.
pub fn cargo(manifest: &str, name: &str) -> Option<String> {
    manifest.lines().find_map(|line| quoted_after(line.strip_prefix(name)?.strip_prefix(" = ")?, "\"="))
}

/// The version at which the text of a `package.json` pins a development tool.
pub fn npm(package: &str, name: &str) -> Option<String> {
    let package: serde_json::Value = serde_json::from_str(package).ok()?;
    Some(package["devDependencies"][name].as_str()?.to_owned())
}

fn quoted_after(text: &str, opening: &str) -> Option<String> {
    let rest = &text[text.find(opening)? + opening.len()..];
    Some(rest[..rest.find('"')?].to_owned())
}
