/// A name or word that is none of ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misnamed {
    /// The option whose word is wrong; empty when the name of the option itself is.
    pub option: &'static str,
    /// What was found. Untrusted text.
    pub found: String,
    /// The nearest name or word of ours, if one is near.
    pub nearest: Option<String>,
}

impl Misnamed {
    /// What was found instead of one of some names or words.
    pub(super) fn of(option: &'static str, found: &str, known: &[&str]) -> Misnamed {
        Misnamed { option, found: found.to_owned(), nearest: nearest(found, known).map(str::to_owned) }
    }
}

/// Edits (insert, delete, replace, swap neighbours) between two words, ASCII case aside.
///
/// Optimal string alignment; words over 64 characters are compared by their first 64.
///
/// ```
/// assert_eq!(peerglass::config::distance("comapre", "compare"), 1);
/// ```
pub fn distance(a: &str, b: &str) -> usize {
    let (a, b) = (letters(a), letters(b));
    let width = b.len() + 1;
    // Row by row, the edits between the first letters of one and of the other.
    let mut edits = vec![0; (a.len() + 1) * width];
    for at in 0..edits.len() {
        let (i, j) = (at / width, at % width);
        if i == 0 || j == 0 {
            edits[at] = i + j;
            continue;
        }
        let replaced = edits[at - width - 1] + usize::from(a[i - 1] != b[j - 1]);
        edits[at] = replaced.min(edits[at - width] + 1).min(edits[at - 1] + 1);
        if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
            edits[at] = edits[at].min(edits[at - 2 * width - 2] + 1);
        }
    }
    edits[edits.len() - 1]
}

/// The letters that are compared.
fn letters(word: &str) -> Vec<char> {
    let mut letters = Vec::new();
    for letter in word.chars() {
        if letters.len() < 64 {
            letters.push(letter.to_ascii_lowercase());
        }
    }
    letters
}

/// The candidate nearest to `found`: one that starts with it, else within a third of its length in edits.
pub fn nearest<'a>(found: &str, candidates: &[&'a str]) -> Option<&'a str> {
    let mut nearest = None;
    let mut fewest = (found.chars().count() / 3).max(1) + 1;
    for &candidate in candidates {
        let start = candidate.as_bytes().get(..found.len()).unwrap_or_default();
        let starts = found.len() > 2 && start.eq_ignore_ascii_case(found.as_bytes());
        let edits = if starts { 0 } else { distance(found, candidate) };
        if edits < fewest {
            (nearest, fewest) = (Some(candidate), edits);
        }
    }
    nearest
}
