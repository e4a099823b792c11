//! The order of groups: by deprivation and by age, read from their labels.

/// A place on a ladder that has so many: 0 is the most deprived.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rung {
    /// From the most deprived end, counted from 0.
    pub at: usize,
    /// How many there are.
    pub of: usize,
}

impl Rung {
    /// Whether it is the most deprived.
    pub fn is_most(self) -> bool {
        self.at == 0
    }

    /// Whether it is the least deprived.
    pub fn is_least(self) -> bool {
        self.at + 1 == self.of
    }
}

/// The places of groups on a ladder of deprivation, by their labels: `Most deprived decile`, `Second most …`, `Average …`,
/// `Least …`; or by numbers, where the labels of the ends say which is which, or the first of two named groups does.
/// `None` where the labels tell no order, or tell one place twice. A place may be empty: the count goes by what the labels
/// call the groups (deciles are ten).
pub(super) fn rungs(grouping: &str, labels: &[&str], first_named: Option<&str>) -> Option<Vec<Rung>> {
    let of = labels.iter().find_map(|label| parts(label)).or_else(|| parts(grouping)).unwrap_or(labels.len());
    let places = by_words(labels, of).or_else(|| by_numbers(labels, of, first_named))?;
    let is_twice = |at: usize| places.iter().filter(|place| **place == at).count() > 1;
    if places.iter().any(|&at| at >= of || is_twice(at)) {
        return None;
    }
    Some(places.into_iter().map(|at| Rung { at, of }).collect())
}

/// Into how many parts a word parts people.
fn parts(text: &str) -> Option<usize> {
    const WORDS: [(&str, usize); 10] = [
        ("decile", 10),
        ("tenth", 10),
        ("quintile", 5),
        ("fifths", 5),
        ("quartile", 4),
        ("quarter", 4),
        ("tertile", 3),
        ("third of", 3),
        ("ventile", 20),
        ("halves", 2),
    ];
    let text = text.to_ascii_lowercase();
    WORDS.iter().find(|(word, _)| text.contains(word)).map(|(_, of)| *of)
}

fn by_words(labels: &[&str], of: usize) -> Option<Vec<usize>> {
    labels.iter().map(|label| by_word(label, of)).collect()
}

/// The place that the words of a label tell.
fn by_word(label: &str, of: usize) -> Option<usize> {
    const ORDINALS: [&str; 6] = ["second", "third", "fourth", "fifth", "sixth", "seventh"];
    let label = label.to_ascii_lowercase();
    let mut steps = 0;
    for word in label.split(|letter: char| !letter.is_ascii_alphabetic()) {
        match word {
            "most" | "more" => return (steps < of).then_some(steps),
            "least" | "less" => return of.checked_sub(steps + 1),
            "average" | "middle" if of % 2 == 1 => return Some(of / 2),
            _ => {}
        }
        steps = ORDINALS.iter().position(|ordinal| *ordinal == word).map_or(steps, |at| at + 1);
    }
    None
}

/// The places that numbers tell, where it is known from which end they count.
fn by_numbers(labels: &[&str], of: usize, first_named: Option<&str>) -> Option<Vec<usize>> {
    let mut places = Vec::new();
    for label in labels {
        places.push(number(label)?.checked_sub(1)?);
    }
    let end = |of_end: &dyn Fn(&str) -> bool| labels.iter().position(|label| of_end(label)).map(|at| places[at]);
    let has = |word: &'static str| move |label: &str| label.to_ascii_lowercase().contains(word);
    let most = end(&has("most")).or_else(|| end(&|label| Some(label) == first_named));
    let is_upward = match (most, end(&has("least"))) {
        (Some(0), _) => true,
        (Some(at), _) if at + 1 == of => false,
        (None, Some(0)) => false,
        (None, Some(at)) if at + 1 == of => true,
        _ => return None,
    };
    if !is_upward {
        for place in &mut places {
            *place = of.checked_sub(*place + 1)?;
        }
    }
    Some(places)
}

/// The number of a label, of one or two digits that stand by themselves: `Decile 3`, `3 (of 10)`, `Q3`; no year.
fn number(label: &str) -> Option<usize> {
    let digits = label.split(|letter: char| !letter.is_ascii_digit());
    digits.filter(|run| !run.is_empty() && run.len() <= 2).find_map(|run| run.parse().ok())
}

/// The ages that a label speaks of, in whole years, the last included: `18-64 yrs`, `65+ yrs`, `<16 yrs`. `None` for all
/// ages, and where it speaks of none or of months.
pub(super) fn ages(label: &str) -> Option<(u16, u16)> {
    const OLDEST: u16 = 150;
    let lower = label.to_ascii_lowercase();
    if lower.contains("month") || lower.contains("week") {
        return None;
    }
    let mut numbers = Vec::new();
    for run in lower.split(|letter: char| !letter.is_ascii_digit()) {
        if !run.is_empty() {
            numbers.push(run.parse::<u16>().ok().filter(|age| *age <= OLDEST)?);
        }
    }
    let is_below = lower.contains('<') || lower.contains("under") || lower.contains("below");
    match numbers[..] {
        [age] if is_below => Some((0, age.checked_sub(1)?)),
        [age] if lower.contains('+') || lower.contains("over") || lower.contains("older") => Some((age, OLDEST)),
        [age] => Some((age, age)),
        [from, to] if from <= to => Some((from, to)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DECILES: [&str; 10] = [
        "Most deprived decile (IMD2019)",
        "Second most deprived decile (IMD2019)",
        "Third more deprived decile (IMD2019)",
        "Fourth more deprived decile (IMD2019)",
        "Fifth more deprived decile (IMD2019)",
        "Fifth less deprived decile (IMD2019)",
        "Fourth less deprived decile (IMD2019)",
        "Third less deprived decile (IMD2019)",
        "Second least deprived decile (IMD2019)",
        "Least deprived decile (IMD2019)",
    ];

    fn places(labels: &[&str], first_named: Option<&str>) -> Option<Vec<usize>> {
        rungs("", labels, first_named).map(|rungs| rungs.iter().map(|rung| rung.at).collect())
    }

    #[test]
    fn the_published_words_tell_their_places() {
        assert_eq!(places(&DECILES, None).unwrap(), (0..10).collect::<Vec<_>>());
        let quintiles = [
            "Least deprived quintile",
            "Average deprived quintile",
            "Most deprived quintile",
            "Second least deprived quintile",
            "Second most deprived quintile",
        ];
        assert_eq!(places(&quintiles, None).unwrap(), [4, 2, 0, 3, 1]);
    }

    #[test]
    fn a_ladder_with_a_place_left_empty_is_still_of_ten() {
        assert_eq!(rungs("", &DECILES[..9], None).unwrap()[8], Rung { at: 8, of: 10 });
        assert!(!rungs("", &DECILES[..9], None).unwrap()[8].is_least());
    }

    #[test]
    fn numbers_want_an_end_that_is_named() {
        assert_eq!(places(&["1 (most deprived)", "2", "3", "4", "5 (least deprived)"], None).unwrap(), [0, 1, 2, 3, 4]);
        assert_eq!(places(&["Q1 least deprived", "Q2", "Q3 most deprived"], None).unwrap(), [2, 1, 0]);
        assert_eq!(places(&["1", "2", "3"], None), None);
        assert_eq!(places(&["1", "2", "3"], Some("3")).unwrap(), [2, 1, 0]);
        assert_eq!(places(&["1", "1 (most deprived)", "3"], None), None);
        assert_eq!(places(&["White", "Asian"], None), None);
    }

    #[test]
    fn ages_are_read_as_they_are_written() {
        assert_eq!(ages("<65 yrs"), Some((0, 64)));
        assert_eq!(ages("65-74 yrs"), Some((65, 74)));
        assert_eq!(ages("85+ yrs"), Some((85, 150)));
        assert_eq!(ages("15 yrs"), Some((15, 15)));
        assert_eq!(ages("All ages"), None);
        assert_eq!(ages("6-8 weeks"), None);
    }
}
