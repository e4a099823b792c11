//! Cells of real files hold HTML. What comes out is plain text, and still untrusted.

/// Appends the text of a cell: tags gone, entities decoded, control characters and bidirectional overrides dropped, runs
/// of white space made one space, trimmed.
pub fn append(text: &mut String, cell: &str) {
    let mut before = b' ';
    let simple = cell.bytes().all(|byte| {
        let doubled = byte == b' ' && before == b' ';
        before = byte;
        matches!(byte, b' '..=b'~') && byte != b'<' && byte != b'&' && !doubled
    });
    if simple && before != b' ' {
        return text.push_str(cell);
    }
    let start = text.len();
    let mut rest = cell;
    while let Some(first) = rest.chars().next() {
        let (taken, character) = match first {
            '<' => tag(rest).map_or((1, '<'), |length| (length, ' ')),
            '&' => entity(rest).unwrap_or((1, '&')),
            _ => (first.len_utf8(), first),
        };
        let follows = text.len() > start && !text.ends_with(' ');
        match character {
            '\t' | '\n' | '\r' | ' ' | '\u{a0}' | '\u{202f}' => text.push_str(if follows { " " } else { "" }),
            '\0'..' ' | '\u{7f}'..'\u{a0}' => {}
            '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => {}
            _ => text.push(character),
        }
        rest = rest.get(taken..).unwrap_or("");
    }
    if text.len() > start && text.ends_with(' ') {
        text.truncate(text.len() - 1);
    }
}

/// Length of the tag at the start of the text, if it is one: `<` and a letter, `/` or `!`, up to the next `>`.
/// Ages such as `<75 yrs` are not tags.
fn tag(text: &str) -> Option<usize> {
    let second = *text.as_bytes().get(1)?;
    if !(second.is_ascii_alphabetic() || second == b'/' || second == b'!') {
        return None;
    }
    text.bytes().position(|byte| byte == b'>').map(|at| at + 1)
}

/// Length and character of the entity at the start of the text, if it is one of those that occur.
fn entity(text: &str) -> Option<(usize, char)> {
    const ENTITIES: [(&str, char); 7] = [
        ("&amp;", '&'),
        ("&lt;", '<'),
        ("&gt;", '>'),
        ("&quot;", '"'),
        ("&apos;", '\''),
        ("&#39;", '\''),
        ("&nbsp;", ' '),
    ];
    ENTITIES.iter().find(|(name, _)| text.starts_with(name)).map(|&(name, character)| (name.len(), character))
}

/// At most 80 characters of the plain text, for a problem.
pub fn shortened(cell: &str) -> String {
    let mut text = String::new();
    append(&mut text, cell);
    if let Some((end, _)) = text.char_indices().nth(80) {
        text.truncate(end);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn plain(cell: &str) -> String {
        let mut text = String::from(" ");
        append(&mut text, cell);
        text.split_off(1)
    }

    #[test]
    fn strips_what_real_files_hold() {
        for (cell, text) in [
            (r#"<div class="no-data">-</div>"#, "-"),
            (r#"<span class="tooltipValueNote">* Not presented</span>"#, "* Not presented"),
            ("Counties & UAs", "Counties & UAs"),
            ("Counties &amp; UAs", "Counties & UAs"),
            ("<75 yrs", "<75 yrs"),
            ("85+  yrs", "85+ yrs"),
            ("a<br/>b", "a b"),
            ("&lt;script&gt;", "<script>"),
            ("&amp;lt;b&gt;", "&lt;b>"),
            ("one\r\ntwo", "one two"),
            ("\u{202e}evil\u{202c}", "evil"),
            ("Ynys M\u{f4}n", "Ynys M\u{f4}n"),
            ("a <b", "a <b"),
            ("\u{0}\u{7}x", "x"),
            ("  ", ""),
        ] {
            assert_eq!(plain(cell), text, "{cell:?}");
        }
    }

    proptest! {
        #[test]
        fn plain_text_holds_no_control(cell in any::<String>()) {
            prop_assert!(!plain(&cell).chars().any(char::is_control));
            prop_assert!(shortened(&cell).chars().count() <= 80);
        }
    }
}
