//! Short lists of words in one text: smaller than tables of pointers, and looked through by one function.

/// Position of a word in a list parted by `|`, ASCII case aside.
pub fn place(list: &str, word: &str) -> Option<usize> {
    let mut rest = list.as_bytes();
    let mut place = 0;
    loop {
        let end = rest.iter().position(|&byte| byte == b'|').unwrap_or(rest.len());
        if rest.get(..end)?.eq_ignore_ascii_case(word.as_bytes()) {
            return Some(place);
        }
        rest = rest.get(end + 1..)?;
        place += 1;
    }
}

/// Whether a word stands in a list parted by `|`, ASCII case aside.
pub fn among(list: &str, word: &str) -> bool {
    place(list, word).is_some()
}

/// A copy. In one place, because making one is longer than calling for one.
#[inline(never)]
pub fn owned(text: &str) -> String {
    String::from(text)
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
