//! How Welsh takes in what fills a slot. A template says it with a mark before the slot, or after a number:
//!
//! - `a/ac {b}` (and `na/nag`, `â/ag`, `gyda/gydag`, `y/yr`): the form that goes before the first sound of the text, of a
//!   figure as it is spoken in tens: *a 12%* is said *ac un deg dau y cant*, so `ac 12%`;
//! - `°{b}`: soft mutation, of words of ours alone: names and phrases of publishers are never mutated;
//! - `{n} m:lle`, `{n} f:blaenoriaeth`: a noun after a number is singular, masculine or feminine, and mutates after 1, 2, 3
//!   and 6: `2 le`, `3 chwarter`;
//! - the article joins what ends in a vowel by itself: `uwchlaw` and `y grŵp` become `uwchlaw'r grŵp`.

use super::super::{begin, next_slot};

/// The forms of what changes before a vowel: the mark, the form before a consonant, that before a vowel.
const BEFORE: [(&str, &str, &str); 6] = [
    ("a/ac ", "a ", "ac "),
    ("na/nag ", "na ", "nag "),
    ("â/ag ", "â ", "ag "),
    ("gyda/gydag ", "gyda ", "gydag "),
    ("Gyda/Gydag ", "Gyda ", "Gydag "),
    ("y/yr ", "y ", "yr "),
];

/// The words of ours that a slot may soften; no other is touched.
const OURS: [&str; 25] = [
    "blynyddoedd",
    "chwarteri",
    "cyfnodau",
    "cymdogaethau",
    "ffigurau",
    "gwaeth",
    "gwell",
    "llai",
    "lleoedd",
    "misoedd",
    "mwy",
    "sefydliadau",
    "Ionawr",
    "Chwefror",
    "Mawrth",
    "Ebrill",
    "Mai",
    "Mehefin",
    "Gorffennaf",
    "Awst",
    "Medi",
    "Hydref",
    "Tachwedd",
    "Rhagfyr",
    "blwyddyn",
];

/// After *yn* and a number with *o* these keep their beginning.
const KEPT: [&str; 1] = ["llai"];

/// A template with its slots filled. A slot that is not given stays visible.
pub(in crate::text) fn fill<'s>(template: &str, text_of: &dyn Fn(&str) -> Option<&'s str>) -> String {
    let (mut out, mut rest, mut number) = (String::new(), template, "");
    while let Some((before, name, after)) = next_slot(rest) {
        let Some(text) = text_of(name) else {
            push_words(&mut out, before, number);
            out.push_str(&rest[before.len()..rest.len() - after.len()]);
            (rest, number) = (after, "");
            continue;
        };
        let is_begun = name.as_bytes().first().is_some_and(u8::is_ascii_uppercase);
        push_slot(&mut out, before, number, &if is_begun { begin(text) } else { text.to_owned() });
        (rest, number) = (after, text);
    }
    push_words(&mut out, rest, number);
    out
}

/// The words before a slot, in the form that its text asks for, then the text.
fn push_slot(out: &mut String, before: &str, number: &str, text: &str) {
    if let Some(words) = before.strip_suffix('°') {
        push_words(out, words, number);
        return out.push_str(&softened(text));
    }
    for (mark, consonant, vowel) in BEFORE {
        if let Some(words) = before.strip_suffix(mark) {
            push_words(out, words, number);
            out.push_str(if starts_with_vowel(text) { vowel } else { consonant });
            return push_joined(out, text);
        }
    }
    push_words(out, before, number);
    push_joined(out, text);
}

/// A text, its article joined to a vowel before it.
fn push_joined(out: &mut String, text: &str) {
    const VOWELS: [char; 9] = ['a', 'e', 'i', 'o', 'u', 'w', 'y', 'â', 'ŷ'];
    let rest = text.strip_prefix("y ").or_else(|| text.strip_prefix("yr "));
    let joins = out.strip_suffix(' ').is_some_and(|words| words.ends_with(VOWELS));
    // "ac" stands before the vowel of an article that it then swallows.
    let swallowed = ["ac ", "nag ", "ag ", "gydag "].iter().find(|word| ends_with_word(out, word));
    match (rest, swallowed) {
        (Some(rest), Some(word)) => {
            out.truncate(out.len() - word.len());
            out.push_str(match *word {
                "ac " => "a",
                "nag " => "na",
                "ag " => "â",
                _ => "gyda",
            });
            out.push_str("'r ");
            out.push_str(rest);
        }
        (Some(rest), None) if joins => {
            out.pop();
            out.push_str("'r ");
            out.push_str(rest);
        }
        _ => out.push_str(text),
    }
}

fn ends_with_word(out: &str, word: &str) -> bool {
    out.strip_suffix(word).is_some_and(|before| before.is_empty() || before.ends_with(' '))
}

/// Words of a template; a noun that is marked takes the form that the number before it asks for.
fn push_words(out: &mut String, words: &str, number: &str) {
    let marked = [(" m:", false), (" f:", true)];
    let Some((noun, is_feminine)) = marked.iter().find_map(|(mark, is)| Some((words.strip_prefix(mark)?, *is))) else {
        return out.push_str(words);
    };
    out.push(' ');
    out.push_str(&match number {
        "1" if is_feminine => soft(noun),
        "2" => soft(noun),
        "3" if !is_feminine => aspirate(noun),
        "6" => aspirate(noun),
        _ => noun.to_owned(),
    });
}

/// Whether a text begins with a vowel when it is read aloud.
fn starts_with_vowel(text: &str) -> bool {
    let mut letters = text.trim_start_matches(['“', '(']).chars().map(|c| c.to_ascii_lowercase());
    let (first, second) = (letters.next().unwrap_or(' '), letters.next().unwrap_or(' '));
    let is_vowel = |c: char| "aeiouâêîôûáéíóúàèìòùäëïöüÂÊÎÔÛÁÉÍÓÚÀÈÌÒÙÄËÏÖÜ".contains(c);
    match first {
        '0'..='9' => number_starts_with_vowel(text.trim_start_matches(['“', '('])),
        // "Ynys", but "York".
        'y' | 'ŷ' => !is_vowel(second),
        c => is_vowel(c),
    }
}

/// Un, un deg un to un deg naw, and whatever begins with wyth; of a greater number, what is said of its first three digits.
fn number_starts_with_vowel(text: &str) -> bool {
    let digits: String = text.chars().take_while(|c| c.is_ascii_digit() || *c == ',').filter(|c| *c != ',').collect();
    let (head, is_whole) = match digits.len() % 3 {
        0 => (&digits[..3], digits.len() == 3),
        length => (&digits[..length], digits.len() == length),
    };
    match head {
        "1" => is_whole,
        head if head.len() == 2 => head.starts_with('8') || (head.starts_with('1') && head != "10"),
        head => head.starts_with('8'),
    }
}

/// A word of ours after a soft mutation; any other text as it is.
fn softened(text: &str) -> String {
    let word = text.split(' ').next().unwrap_or_default();
    if OURS.contains(&word) && !KEPT.contains(&word) { soft(text) } else { text.to_owned() }
}

/// The soft mutation (treiglad meddal).
fn soft(word: &str) -> String {
    mutated(
        word,
        &[
            ("ll", "l"),
            ("rh", "r"),
            ("ch", "ch"),
            ("ph", "ph"),
            ("th", "th"),
            ("dd", "dd"),
            ("ff", "ff"),
            ("p", "b"),
            ("t", "d"),
            ("c", "g"),
            ("b", "f"),
            ("d", "dd"),
            ("g", ""),
            ("m", "f"),
        ],
    )
}

/// The aspirate mutation (treiglad llaes).
fn aspirate(word: &str) -> String {
    mutated(word, &[("ch", "ch"), ("ph", "ph"), ("th", "th"), ("p", "ph"), ("t", "th"), ("c", "ch")])
}

/// A word whose beginning is changed by the first pair that fits; its capital stays.
fn mutated(word: &str, pairs: &[(&str, &str)]) -> String {
    let is_capital = word.as_bytes().first().is_some_and(u8::is_ascii_uppercase);
    let mut small = word.to_owned();
    if let Some(first) = small.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    let changed = pairs.iter().find_map(|(from, to)| Some([to, small.strip_prefix(from)?].concat()));
    match changed {
        Some(changed) if is_capital => begin(&changed),
        Some(changed) => changed,
        None => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Label, Language, TrendLabel};

    fn filled(template: &str, text: &str) -> String {
        fill(template, &|_| Some(text))
    }

    #[test]
    fn what_goes_before_a_vowel_is_chosen_by_sound() {
        for (text, said) in [
            ("Leeds", "a Leeds"),
            ("Exeter", "ac Exeter"),
            ("Ynys Môn", "ac Ynys Môn"),
            ("York", "a York"),
            ("Wessmere", "a Wessmere"),
            ("Hackney", "a Hackney"),
            ("Ôl-Wern", "ac Ôl-Wern"),
            ("“Asian”", "ac “Asian”"),
            ("y degfed mwyaf difreintiedig", "a'r degfed mwyaf difreintiedig"),
            ("yr oedrannau 65+", "a'r oedrannau 65+"),
            // A name keeps its article.
            ("Y Fenni", "ac Y Fenni"),
        ] {
            assert_eq!(filled("a/ac {b}", text), said);
        }
        assert_eq!(filled("uwch na/nag {b}", "ar gyfer Lloegr"), "uwch nag ar gyfer Lloegr");
        assert_eq!(filled("uwch na/nag {b}", "y grŵp “B”"), "uwch na'r grŵp “B”");
        assert_eq!(filled("o gymharu â/ag {b}", "11.2%"), "o gymharu ag 11.2%");
        assert_eq!(filled("Gyda/Gydag {n} m:gwiriad", "14"), "Gydag 14 gwiriad");
        assert_eq!(filled("dros y/yr {n} diwethaf", "8"), "dros yr 8 diwethaf");
    }

    #[test]
    fn figures_are_heard_as_they_are_spoken_in_tens() {
        for vowel in [
            "1", "1.5", "8", "8.0%", "11", "12%", "17.2%", "19", "80", "89.9", "800", "8,123", "11,000", "80,000",
            "811,000",
        ] {
            assert_eq!(filled("a/ac {b}", vowel), format!("ac {vowel}"));
        }
        for consonant in [
            "0.5",
            "2",
            "7",
            "9",
            "10",
            "10.4%",
            "20",
            "100",
            "118",
            "1,000",
            "1,234,567",
            "2023",
            "1999",
            "100,000",
            "−8",
        ] {
            assert_eq!(filled("a/ac {b}", consonant), format!("a {consonant}"));
        }
    }

    #[test]
    fn a_noun_after_a_number_is_singular_and_mutates() {
        let said = |template: &str| ["0", "1", "2", "3", "4", "5", "6", "7", "11", "2.0"].map(|n| filled(template, n));
        assert_eq!(
            said("{n} m:pwynt canran"),
            [
                "0 pwynt canran",
                "1 pwynt canran",
                "2 bwynt canran",
                "3 phwynt canran",
                "4 pwynt canran",
                "5 pwynt canran",
                "6 phwynt canran",
                "7 pwynt canran",
                "11 pwynt canran",
                "2.0 pwynt canran",
            ]
        );
        assert_eq!(said("{n} m:lle")[2..4], ["2 le", "3 lle"]);
        assert_eq!(said("{n} m:gwiriad")[2], "2 wiriad");
        assert_eq!(said("{n} f:blaenoriaeth")[1..3], ["1 flaenoriaeth", "2 flaenoriaeth"]);
        assert_eq!(said("{n} f:rhan")[1..4], ["1 ran", "2 ran", "3 rhan"]);
        assert_eq!(said("{n} m:mis")[2], "2 fis");
    }

    #[test]
    fn only_words_of_ours_are_softened() {
        let o = |text: &str| filled("o °{a}", text);
        let months = ["Ionawr", "Fawrth 2015", "Fai", "Fedi", "Orffennaf", "Ddrudwy"];
        for (month, said) in ["Ionawr", "Mawrth 2015", "Mai", "Medi", "Gorffennaf", "Drudwy"].iter().zip(months) {
            assert_eq!(o(month), format!("o {}", if *month == "Drudwy" { month } else { said }));
        }
        for (ours, said) in [
            ("misoedd", "fisoedd"),
            ("chwarteri", "chwarteri"),
            ("blynyddoedd", "flynyddoedd"),
            ("cyfnodau", "gyfnodau"),
            ("ffigurau", "ffigurau"),
            ("cymdogaethau", "gymdogaethau"),
            ("lleoedd", "leoedd"),
            ("gwell", "well"),
            ("gwaeth", "waeth"),
            ("mwy", "fwy"),
            ("llai", "llai"),
            ("Tachwedd", "Dachwedd"),
            ("Rhagfyr", "Ragfyr"),
        ] {
            assert_eq!(o(ours), format!("o {said}"));
        }
        for theirs in ["Plymouth", "Gloucester", "Term 1", "Mid Devon", "2023"] {
            assert_eq!(o(theirs), format!("o {theirs}"));
        }
    }

    #[test]
    fn spans_are_said_in_welsh() {
        use crate::text::Span;
        let cy = Language::Welsh;
        assert_eq!(cy.in_span(Span::Years(2023, 2023)), "yn 2023");
        assert_eq!(cy.in_span(Span::SplitYears(2022, 2022)), "yn 2022/23");
        assert_eq!(cy.in_span(Span::Months((2023, 4), (2023, 4))), "ym mis Ebrill 2023");
        assert_eq!(cy.in_span(Span::Months((2023, 1), (2023, 3))), "yn y cyfnod Ionawr i Fawrth 2023");
        assert_eq!(cy.in_span(Span::Years(2017, 2019)), "yn y cyfnod 2017 i 2019");
        assert_eq!(cy.in_span(Span::Day(2024, 3, 31)), "ar 31 Mawrth 2024");
        assert_eq!(cy.in_span(Span::YearsFrom(2015, 11, 16, 1)), "yn y flwyddyn o 16 Tachwedd 2015");
        assert_eq!(cy.in_span(Span::Label("Term 1")), "yn y cyfnod Term 1");
        assert_eq!(cy.pair(TrendLabel::FromTo, "Mawrth 2015", "Mai 2016"), "o Fawrth 2015 i Fai 2016");
        assert_eq!(cy.pair(Label::To, "13.4%", "14.8%"), "13.4% i 14.8%");
        assert_eq!(cy.list(&["A".into(), "B".into(), "Crewe".into(), "D".into()]), "A, B, Crewe ac 1 arall");
    }
}
