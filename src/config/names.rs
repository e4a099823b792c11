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

/// Edits (insert, delete, replace, swap neighbours) between two words, ASCII case aside.
///
/// Optimal string alignment; words over 64 characters are compared by their first 64.
///
/// ```
/// assert_eq!(peerglass::config::distance("comapre", "compare"), 1);
/// ```
pub fn distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.chars().take(64).map(|c| c.to_ascii_lowercase()).collect();
    let b: Vec<char> = b.chars().take(64).map(|c| c.to_ascii_lowercase()).collect();
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let replaced = above[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            row[j] = replaced.min(above[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        before = above;
        above = row;
    }
    above[b.len()]
}

/// The candidate nearest to `found`: one that starts with it, else within a third of its length in edits.
pub fn nearest(found: &str, candidates: &mut dyn Iterator<Item = &str>) -> Option<String> {
    let reach = (found.chars().count() / 3).max(1);
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let starts = found.len() > 2
            && candidate.len() >= found.len()
            && candidate.is_char_boundary(found.len())
            && candidate[..found.len()].eq_ignore_ascii_case(found);
        let edits = if starts { 0 } else { distance(found, candidate) };
        if edits <= reach && best.is_none_or(|(least, _)| edits < least) {
            best = Some((edits, candidate));
        }
    }
    best.map(|(_, candidate)| candidate.to_owned())
}
