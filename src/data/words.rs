//! Short lists of words in one text: smaller than tables of pointers, and looked through by one function.

/// The part of a text before a separating byte, and what follows it.
pub fn part(text: &str, separator: u8) -> (&str, Option<&str>) {
    let end = text.bytes().position(|byte| byte == separator).unwrap_or(text.len());
    (text.get(..end).unwrap_or(text), text.get(end + 1..))
}

/// Position of the first word of a list parted by `|` for which something holds.
pub fn first(list: &str, holds: &dyn Fn(&str) -> bool) -> Option<usize> {
    let (mut rest, mut place) = (Some(list), 0);
    while let Some(text) = rest {
        let (word, next) = part(text, b'|');
        if holds(word) {
            return Some(place);
        }
        (rest, place) = (next, place + 1);
    }
    None
}

/// Position of a word in a list parted by `|`, ASCII case aside.
pub fn place(list: &str, word: &str) -> Option<usize> {
    first(list, &|other| other.eq_ignore_ascii_case(word))
}

/// The word at a position of a list parted by `|`.
pub fn at(list: &str, place: usize) -> &str {
    let mut rest = Some(list);
    for _ in 0..place {
        rest = rest.and_then(|text| part(text, b'|').1);
    }
    part(rest.unwrap_or(""), b'|').0
}

/// Whether a word stands in a list parted by `|`, ASCII case aside.
pub fn among(list: &str, word: &str) -> bool {
    place(list, word).is_some()
}

/// What stands between two bytes of ASCII at the ends of a text; the text where they are not there.
pub fn between(text: &str, open: u8, close: u8) -> &str {
    match text.as_bytes() {
        [first, .., last] if *first == open && *last == close => text.get(1..text.len() - 1).unwrap_or(text),
        _ => text,
    }
}

/// A copy. In one place, because making one is longer than calling for one.
#[inline(never)]
pub fn owned(text: &str) -> String {
    String::from(text)
}

/// Fills what is empty.
#[inline(never)]
pub fn fill(slot: &mut String, text: &str) {
    if slot.is_empty() {
        slot.push_str(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_whole() {
        assert_eq!((place("|a|bc", ""), place("a|bc", "BC"), place("a|bc", "b")), (Some(0), Some(1), None));
        assert!(!among("a|bc", "a|bc") && !among("a", "") && among("", ""));
    }
}
