//! What the first bytes of a file say it is, and text from bytes that are not UTF-8.

use super::ProblemKind;
use super::words::first;

/// How many bytes are looked at before the first record is read.
pub const HEAD: usize = 1024;

/// Why a file cannot be read as CSV, told from its first bytes, and what it seems to be.
pub fn refuse(head: &[u8]) -> Option<(ProblemKind, &'static str)> {
    const MAGIC: [(&[u8], &str); 7] = [
        (b"PK\x03\x04", ".xlsx, .zip"),
        (b"PK\x05\x06", ".zip"),
        (b"%PDF", ".pdf"),
        (b"\x1f\x8b", ".gz"),
        (b"\xd0\xcf\x11\xe0", ".xls"),
        (b"\xff\xfe", "UTF-16"),
        (b"\xfe\xff", "UTF-16"),
    ];
    if let Some(&(_, name)) = MAGIC.iter().find(|(magic, _)| head.starts_with(magic)) {
        return Some((ProblemKind::NotText, name));
    }
    if head.contains(&0) {
        return Some((ProblemKind::NotText, "…"));
    }
    is_html(head).then_some((ProblemKind::HtmlNotCsv, ""))
}

fn is_html(head: &[u8]) -> bool {
    const TAGS: &str = "<!doctype|<html|<head|<body|<?xml|<!--";
    let text = head.trim_ascii_start();
    let opens = |tag: &str| text.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag.as_bytes()));
    first(TAGS, &opens).is_some()
}

/// The head without its UTF-8 byte order mark.
pub fn without_mark(head: &[u8]) -> &[u8] {
    head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head)
}

/// The separator of the file, told from its first line: a comma, or a tab or semicolon where no comma stands.
pub fn separator(head: &[u8]) -> u8 {
    let (mut separator, mut begun) = (None, false);
    for &byte in head {
        match byte {
            b'\r' | b'\n' if begun => break,
            b',' => return b',',
            b'\t' => separator = Some(b'\t'),
            b';' => separator = separator.or(Some(b';')),
            _ => {}
        }
        begun |= !matches!(byte, b'\r' | b'\n');
    }
    separator.unwrap_or(b',')
}

/// Appends the plain text of bytes: of UTF-8, else of Windows-1252. Returns whether they were UTF-8.
pub fn append(text: &mut String, bytes: &[u8]) -> bool {
    let utf8 = str::from_utf8(bytes);
    match utf8 {
        Ok(cell) => super::markup::append(text, cell),
        Err(_) => {
            let mut cell = String::new();
            append_windows_1252(&mut cell, bytes);
            super::markup::append(text, &cell);
        }
    }
    utf8.is_ok()
}

/// Appends bytes read as Windows-1252, as Excel writes them.
fn append_windows_1252(text: &mut String, bytes: &[u8]) {
    const HIGH: [char; 32] = [
        '€', '\u{fffd}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{fffd}', 'Ž', '\u{fffd}',
        '\u{fffd}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{fffd}', 'ž', 'Ÿ',
    ];
    for &byte in bytes {
        text.push(match byte {
            0x80..0xa0 => HIGH[usize::from(byte - 0x80)],
            _ => char::from(byte),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_what_is_not_csv() {
        assert_eq!(refuse(b"PK\x03\x04\x14\0"), Some((ProblemKind::NotText, ".xlsx, .zip")));
        assert_eq!(refuse(b"\xff\xfea\0"), Some((ProblemKind::NotText, "UTF-16")));
        assert_eq!(refuse(b"a,b\0"), Some((ProblemKind::NotText, "…")));
        assert_eq!(refuse(b"\n  <!DOCTYPE html><html>"), Some((ProblemKind::HtmlNotCsv, "")));
        assert_eq!(refuse(b"<HTML>"), Some((ProblemKind::HtmlNotCsv, "")));
        assert_eq!(refuse(b"<75 yrs,value\n"), None);
        assert_eq!(refuse(b"area_code,period,value\n"), None);
        assert_eq!(refuse(b""), None);
    }

    #[test]
    fn decodes_windows_1252() {
        let mut text = String::new();
        append_windows_1252(&mut text, b"Ynys M\xf4n \x96 \x80\x81");
        assert_eq!(text, "Ynys Môn – €\u{fffd}");
    }

    #[test]
    fn tells_the_separator() {
        assert_eq!(separator(b"a,b;c\n"), b',');
        assert_eq!(separator(b"\na;b\nx,y"), b';');
        assert_eq!(separator(b"a\tb"), b'\t');
        assert_eq!(separator(b"a"), b',');
    }
}
