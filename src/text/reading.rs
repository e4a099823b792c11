//! How hard a text is to read: the words of its longest sentence, and in English its grade by Flesch and Kincaid
//! (J. P. Kincaid and others, *Derivation of new readability formulas*, 1975).

use super::Language;

/// A sentence of more words is hard to follow.
pub const LONGEST_SENTENCE: usize = 22;
/// A sentence above this grade is hard: what a reader of about 14 can take in.
const HARDEST_GRADE: f64 = 9.0;
/// In fewer words than these the grade tells of the words alone, and names are long.
const FEWEST_WORDS: usize = 8;

impl Language {
    /// The sentences of a text that are hard to read, each once. Words of Welsh have no grade: there it is their number alone.
    pub fn hard_sentences(self, text: &str) -> Vec<&str> {
        let is_hard = |sentence: &&str| {
            let words = words(sentence).len();
            words > LONGEST_SENTENCE || (self.has_grades() && words >= FEWEST_WORDS && grade(sentence) > HARDEST_GRADE)
        };
        sentences(text).into_iter().filter(is_hard).collect()
    }

    fn has_grades(self) -> bool {
        match self {
            #[cfg(english)]
            Language::English | Language::Pseudo => true,
            #[cfg(welsh)]
            Language::Welsh => false,
        }
    }
}

/// The sentences of a text: they end with a full stop, question or exclamation mark before a space, or with a line.
pub fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        let rest = &text[at + c.len_utf8()..];
        let ends = c == '\n' || (matches!(c, '.' | '?' | '!') && rest.chars().next().is_none_or(char::is_whitespace));
        if ends || rest.is_empty() {
            let sentence = text[start..at + c.len_utf8()].trim();
            if sentence.chars().any(char::is_alphanumeric) {
                found.push(sentence);
            }
            start = at + c.len_utf8();
        }
    }
    found
}

/// The words of a sentence: what stands between spaces and has a letter or digit.
pub fn words(sentence: &str) -> Vec<&str> {
    sentence.split_whitespace().filter(|part| part.chars().any(char::is_alphanumeric)).collect()
}

/// The grade of a text: the year of a school in the United States whose pupils can read it.
pub fn grade(text: &str) -> f64 {
    let sentences = sentences(text);
    let words: Vec<&str> = sentences.iter().flat_map(|sentence| words(sentence)).collect();
    if words.is_empty() {
        return 0.0;
    }
    let spoken: usize = words.iter().map(|word| syllables(word)).sum();
    let (all, sentences) = (words.len() as f64, sentences.len() as f64);
    0.39 * all / sentences + 11.8 * spoken as f64 / all - 15.59
}

/// The syllables of an English word, by runs of vowels; a number is one. A silent e at the end does not count, nor before an
/// s or d: silent in “figures”, heard in “places”.
pub fn syllables(word: &str) -> usize {
    if word.bytes().any(|byte| byte.is_ascii_digit()) {
        return 1;
    }
    let word: String = word.chars().filter(|c| c.is_alphanumeric()).map(|c| c.to_ascii_lowercase()).collect();
    let (mut runs, mut before) = (0, false);
    for c in word.chars() {
        let vowel = matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
        runs += usize::from(vowel && !before);
        before = vowel;
    }
    let ends = |ends: &[&str]| ends.iter().any(|end| word.ends_with(end));
    let silent = (ends(&["e"]) && !ends(&["le"]))
        || (ends(&["es"]) && !ends(&["ses", "xes", "zes", "ces", "ges", "shes", "ches", "les"]))
        || (ends(&["ed"]) && !ends(&["ted", "ded"]));
    (runs - usize::from(silent && runs > 1)).max(1)
}
