//! Words that lay blame or make a league table of places, in what a publisher writes.

#[cfg(welsh)]
use super::cy;
use super::{Language, en};

/// What is wrong with a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfair {
    /// It lays blame.
    Blame,
    /// It puts places in an order.
    Order,
}

/// The words of a language, in small letters.
struct Words {
    blame: &'static [&'static str],
    laid_on: &'static [&'static str],
    order: &'static [&'static str],
    fair: &'static [&'static str],
}

const ENGLISH: Words = Words {
    blame: en::profile::BLAME,
    laid_on: en::profile::LAID_ON,
    order: en::profile::ORDER,
    fair: en::profile::FAIR,
};

#[cfg(welsh)]
const WELSH: Words = Words {
    blame: cy::profile::BLAME,
    laid_on: cy::profile::LAID_ON,
    order: cy::profile::ORDER,
    fair: cy::profile::FAIR,
};

impl Language {
    /// Whose words are looked for: a text that a publisher has not in Welsh stands in English.
    fn lists(self) -> &'static [Words] {
        match self {
            #[cfg(english)]
            Language::English | Language::Pseudo => &[ENGLISH],
            #[cfg(welsh)]
            Language::Welsh => &[WELSH, ENGLISH],
        }
    }

    /// The words and turns of phrase of a text that lay blame or order places, as they stand there, each once. `names` are
    /// those of partners, on none of whom a cause may be laid.
    pub fn unfair(self, text: &str, names: &[&str]) -> Vec<(Unfair, String)> {
        let mut found = Vec::new();
        for list in self.lists() {
            list.add_unfair(text, names, &mut found);
        }
        found
    }
}

impl Words {
    fn add_unfair(&self, text: &str, names: &[&str], found: &mut Vec<(Unfair, String)>) {
        let text = &self.without_fair(text);
        for (kind, words) in [(Unfair::Blame, self.blame), (Unfair::Order, self.order)] {
            for word in words {
                add(find(text, word), kind, found);
            }
        }
        for name in names.iter().filter(|name| !name.is_empty()) {
            for phrase in self.laid_on {
                for between in [" ", " the "] {
                    add(find(text, &[phrase, between, name].concat()), Unfair::Blame, found);
                }
            }
        }
    }

    /// A text without the fair turns of phrase that hold a word of ours.
    fn without_fair(&self, text: &str) -> String {
        let mut left = text.to_owned();
        for fair in self.fair {
            while let Some(there) = find(&left, fair) {
                left = left.replace(&there.to_owned(), "…");
            }
        }
        left
    }
}

/// Adds what was found, once.
fn add(there: Option<&str>, kind: Unfair, found: &mut Vec<(Unfair, String)>) {
    if let Some(there) = there
        && !found.iter().any(|(_, before)| before.eq_ignore_ascii_case(there))
    {
        found.push((kind, there.to_owned()));
    }
}

/// Where a word or turn of phrase stands in a text, from the edge of a word to the edge of a word, capitals aside.
fn find<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let (stem, is_beginning) = word.strip_suffix('-').map_or((word, false), |stem| (stem, true));
    let is_letter = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte >= 0x80);
    let bytes = text.as_bytes();
    for at in 0..bytes.len().saturating_sub(stem.len() - 1) {
        let end = at + stem.len();
        // Most places are inside a word, which is soonest seen.
        if is_letter(at.checked_sub(1).and_then(|at| bytes.get(at)))
            || !bytes[at..end].eq_ignore_ascii_case(stem.as_bytes())
        {
            continue;
        }
        let rest = bytes[end..].iter().take_while(|byte| is_letter(Some(byte))).count();
        if rest == 0 || is_beginning {
            return text.get(at..end + rest);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        Language::English.unfair(text, &["Riverside Trust"]).into_iter().map(|(_, word)| word).collect()
    }

    #[test]
    fn blame_and_league_tables_are_found() {
        assert_eq!(found("The trust failed its patients"), ["failed"]);
        assert_eq!(found("FAILURE of one council"), ["FAILURE"]);
        assert_eq!(found("We are the worst in the league table."), ["worst", "league table", "league"]);
        assert_eq!(found("The council is solely responsible for this."), ["solely responsible"]);
    }

    #[test]
    fn fair_words_are_let_be() {
        for text in [
            "Works with schools, nurses and charities.",
            "People with heart failure, and kidney failure too",
            "Deaths caused by smoking; late because of the snow",
            "Defaulted rows, unblameworthy names, franked letters, leagues",
            "Best start in life, in the child's best interests",
            "Prankster, crank, topical, the 1st of April",
            "",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_welsh_board_is_read_in_both_languages() {
        let found = |text: &str| Language::Welsh.unfair(text, &["Cyngor Bryn"]);
        assert_eq!(found("Yr ardal waethaf yn y tabl cynghrair").len(), 3);
        assert_eq!(found("The worst in the league").len(), 2);
        assert_eq!(found("Digwyddodd hyn oherwydd Cyngor Bryn").len(), 1);
        assert_eq!(found("Pobl â methiant y galon, a gwaith y cyngor gyda phartneriaid"), []);
    }

    #[test]
    fn one_body_is_not_made_to_answer_alone() {
        for text in [
            "Held back by Northmoor Council",
            "Riverside Trust alone is accountable",
            "This was caused by Riverside Trust",
            "Late because of the riverside trust",
            "Let down by one partner",
        ] {
            let found = Language::English.unfair(text, &["Riverside Trust"]);
            assert!(found.iter().any(|(kind, _)| *kind == Unfair::Blame), "{text}");
        }
        // Another name than a partner's is no partner.
        assert_eq!(Language::English.unfair("This was caused by Storm Ann", &["Riverside Trust"]), []);
    }
}
