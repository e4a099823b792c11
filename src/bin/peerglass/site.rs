//! The files that `serve` shows: which folder stands under which address, and what each file is sent as.

use std::path::{Component, Path, PathBuf};

use crate::failure::Failure;

/// The folders that are shown, under the address each begins with; the longest address first.
pub struct Site {
    folders: Vec<(&'static str, PathBuf)>,
}

/// What an address leads to.
#[derive(Debug, PartialEq, Eq)]
pub enum Found {
    /// A file, perhaps as a compressed copy of it.
    File {
        /// Where its bytes are.
        path: PathBuf,
        /// What it is.
        media_type: &'static str,
        /// How its bytes are compressed.
        encoding: Option<&'static str>,
    },
    /// A folder that was named without its closing slash: the same with it.
    Folder(String),
    /// Nothing.
    Nothing,
}

impl Site {
    /// The project around this folder or around the tool itself: the first folder upward with `pkg` and `www` in it.
    pub fn find() -> Result<Site, Failure> {
        let here = std::env::current_dir().ok();
        let tool = std::env::current_exe().ok();
        let is_project = |folder: &&Path| folder.join("pkg").is_dir() && folder.join("www").is_dir();
        let project = [&here, &tool].into_iter().flatten().find_map(|start| start.ancestors().find(is_project));
        match project {
            Some(project) => Ok(Site::of(project)),
            None => Err(Failure::new("there is no folder here that holds pkg/ and www/, nor in any folder above")
                .fix("Go to the folder you unpacked or cloned Peerglass into, and run the command there.")),
        }
    }

    fn of(project: &Path) -> Site {
        let folder = |address, path: &str| (address, project.join(path));
        Site {
            folders: vec![
                folder("/peerglass/", "pkg"),
                folder("/cases/", "tests/cases"),
                folder("/pkg/", "pkg"),
                folder("/", "www"),
            ],
        }
    }

    /// What an address leads to, for a browser that accepts these encodings.
    pub fn find_file(&self, address: &str, accepts: &str) -> Found {
        let Some(address) = plain_address(address) else { return Found::Nothing };
        if self.folders.iter().any(|(prefix, _)| prefix.strip_suffix('/') == Some(&address)) {
            return Found::Folder(format!("{address}/"));
        }
        let Some((prefix, folder)) = self.folders.iter().find(|(prefix, _)| address.starts_with(prefix)) else {
            return Found::Nothing;
        };
        let Some(mut path) = inside(folder, &address[prefix.len()..]) else { return Found::Nothing };
        if path.is_dir() {
            if !address.ends_with('/') {
                return Found::Folder(format!("{address}/"));
            }
            path.push("index.html");
        }
        if !path.is_file() {
            return Found::Nothing;
        }
        let media_type = media_type(&path);
        for (encoding, ending) in [("br", "br"), ("gzip", "gz")] {
            let mut copy = path.clone().into_os_string();
            copy.push(".");
            copy.push(ending);
            let copy = PathBuf::from(copy);
            if takes(accepts, encoding) && copy.is_file() {
                return Found::File { path: copy, media_type, encoding: Some(encoding) };
            }
        }
        Found::File { path, media_type, encoding: None }
    }
}

/// The path of an address without its query, its `%xx` read; `None` for one that no honest page asks for.
fn plain_address(address: &str) -> Option<String> {
    let path = address.split(['?', '#']).next()?;
    let mut bytes = Vec::new();
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
                (digit(rest.next())? * 16 + digit(rest.next())?) as u8
            }
            byte => byte,
        });
    }
    let path = String::from_utf8(bytes).ok()?;
    (path.starts_with('/') && !path.contains(['\\', '\0', ':'])).then_some(path)
}

/// A path below a folder, and really in it: no `..`, and no link that leads out.
fn inside(folder: &Path, path: &str) -> Option<PathBuf> {
    let is_plain =
        |part: Component| matches!(part, Component::Normal(name) if !name.as_encoded_bytes().starts_with(b"."));
    if !Path::new(path).components().all(is_plain) {
        return None;
    }
    let (folder, found) = (folder.canonicalize().ok()?, folder.join(path).canonicalize().ok()?);
    found.starts_with(folder).then_some(found)
}

/// Whether a browser that accepts these encodings takes this one; a weight of zero refuses it.
fn takes(accepts: &str, encoding: &str) -> bool {
    accepts.split(',').any(|one| {
        let (name, weight) = one.split_once(';').unwrap_or((one, ""));
        let weight = weight.trim().strip_prefix("q=").and_then(|weight| weight.trim().parse::<f64>().ok());
        name.trim().eq_ignore_ascii_case(encoding) && weight.is_none_or(|weight| weight > 0.0)
    })
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|ending| ending.to_str()).unwrap_or("") {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "csv" => "text/csv; charset=utf-8",
        "json" | "hexjson" | "map" => "application/json",
        "geojson" => "application/geo+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "ico" => "image/x-icon",
        "md" => "text/markdown; charset=utf-8",
        "br" | "gz" => "application/octet-stream",
        _ => "text/plain; charset=utf-8",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_and_odd_ones_refused() {
        assert_eq!(plain_address("/a%20b.csv?x=1#y").as_deref(), Some("/a b.csv"));
        for odd in ["a", "/%", "/%zz", "/a%00", "/a\\b", "/c:/x", "/%ff"] {
            assert_eq!(plain_address(odd), None, "{odd}");
        }
    }

    #[test]
    fn nothing_outside_the_folder_is_found() {
        let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        assert!(inside(&src, "lib.rs").is_some());
        for odd in ["../Cargo.toml", "view/../../Cargo.toml", "/etc/passwd", "..", ".git"] {
            assert_eq!(inside(&src, odd), None, "{odd}");
        }
    }

    #[test]
    fn encodings_are_sent_only_where_they_are_wanted() {
        assert!(takes("gzip, deflate, br", "br") && takes("br;q=0.5", "br"));
        assert!(!takes("gzip", "br") && !takes("br;q=0", "br") && !takes("", "gzip"));
    }
}
