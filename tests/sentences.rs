//! The sentences are read as a reader would: short words, short sentences, nothing that blames or ranks.

use peerglass::text::{
    self, AdviceMessage, BesideLabel, BesideMessage, BesideSentence, FunnelLabel, FunnelSentence, GapLabel,
    GapSentence, Label, Language, Message, ProcessLabel, ProcessMessage, ProcessSentence, ProfileLabel, ProfileMessage,
    ProfileSentence, Sentence, SetUpMessage, Template, Term, TrendLabel, TrendSentence, ViewLabel,
};

/// The ids and words of lists of templates.
fn of<T: Template>(list: &[T], into: &mut Vec<(&'static str, String)>) {
    into.extend(list.iter().map(|&template| (template.id(), template.words(Language::English).to_owned())));
}

/// Every sentence of every view.
fn every_sentence() -> Vec<(&'static str, String)> {
    let mut all = Vec::new();
    of(Sentence::ALL, &mut all);
    of(TrendSentence::ALL, &mut all);
    of(ProcessSentence::ALL, &mut all);
    of(GapSentence::ALL, &mut all);
    of(FunnelSentence::ALL, &mut all);
    of(BesideSentence::ALL, &mut all);
    of(ProfileSentence::ALL, &mut all);
    all.extend(Term::ALL.iter().map(|&term| (term.id(), Language::English.term(term).1)));
    all
}

/// What publishers are told before a view goes out: they read it in haste.
fn every_advice() -> Vec<(&'static str, String)> {
    let all = AdviceMessage::ALL.iter().filter(|message| **message != AdviceMessage::Priorities);
    all.flat_map(|message| message.in_words(Language::English, &[]).map(|words| (message.id(), words))).collect()
}

/// Every label of every view.
fn every_label() -> Vec<(&'static str, String)> {
    let mut all = Vec::new();
    of(Label::ALL, &mut all);
    of(ViewLabel::ALL, &mut all);
    of(SetUpMessage::ALL, &mut all);
    of(TrendLabel::ALL, &mut all);
    of(ProcessLabel::ALL, &mut all);
    of(ProcessMessage::ALL, &mut all);
    of(GapLabel::ALL, &mut all);
    of(FunnelLabel::ALL, &mut all);
    of(BesideLabel::ALL, &mut all);
    of(BesideMessage::ALL, &mut all);
    of(ProfileLabel::ALL, &mut all);
    all
}

/// The sentences of a template, each slot being one word of one syllable.
fn sentences(template: &str) -> Vec<String> {
    let mut plain = String::new();
    let mut slot = false;
    for c in template.chars() {
        match c {
            '{' => {
                slot = true;
                plain.push('X');
            }
            '}' => slot = false,
            _ if slot => {}
            _ => plain.push(c),
        }
    }
    plain.split_inclusive(['.', '?']).map(str::trim).filter(|part| part.len() > 1).map(str::to_owned).collect()
}

fn words(sentence: &str) -> Vec<String> {
    let word = |part: &str| part.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    sentence.split_whitespace().map(word).filter(|word| !word.is_empty()).collect()
}

/// Flesch-Kincaid grade of a template.
fn grade(template: &str) -> f64 {
    let parts = sentences(template);
    let words: Vec<String> = parts.iter().flat_map(|part| words(part)).collect();
    let spoken: usize = words.iter().map(|word| text::syllables(word)).sum();
    0.39 * words.len() as f64 / parts.len() as f64 + 11.8 * spoken as f64 / words.len() as f64 - 15.59
}

#[test]
fn no_sentence_has_more_than_22_words_and_none_is_above_grade_7() {
    let mut over = Vec::new();
    for (id, template) in every_sentence().into_iter().chain(every_advice()) {
        for part in sentences(&template) {
            let count = words(&part).len();
            if count > 22 {
                over.push(format!("{id}: {count} words: {part}"));
            }
        }
        // Figures and place names parted by commas are no prose (C0 is the form without a plain phrase).
        if words(&template).len() > 5 && grade(&template) > 7.0 {
            over.push(format!("{id}: grade {:.1}: {template}", grade(&template)));
        }
    }
    assert!(over.is_empty(), "{}", over.join("\n"));
}

#[test]
fn the_measure_of_reading_tells_hard_from_easy() {
    assert!(grade("The cat sat on the mat.") < 2.0);
    assert_eq!(["figures", "times", "places", "changed", "table"].map(text::syllables), [2, 1, 2, 1, 2]);
    assert!(grade("Statistically significant deterioration necessitates multidisciplinary investigation.") > 15.0);
}

#[test]
fn nothing_blames_ranks_or_explains() {
    let en = Language::English;
    let all = every_sentence()
        .into_iter()
        .chain(every_label())
        .map(|(_, words)| words)
        .chain(Message::ALL.iter().map(|&message| en.message(message, &[]).0))
        .chain(ProfileMessage::ALL.iter().map(|message| message.in_words(en, "X").0));
    let banned = [
        "fail",
        "failing",
        "poor",
        "poorly",
        "underperform",
        "underperforming",
        "blame",
        "outlier",
        "rank",
        "ranked",
        "best",
        "worst",
        "top",
        "bottom",
        "league",
        "because",
        "thanks",
        "despite",
        "impact",
        "significant",
        "performance",
        "stable",
        "since",
        "success",
    ];
    for text in all {
        // The one place where the word stands is the request not to make one.
        if text.contains("please do not make a league table") {
            continue;
        }
        for word in words(&text) {
            assert!(!banned.contains(&word.to_lowercase().as_str()), "{word}: {text}");
        }
    }
}

#[test]
fn every_id_is_its_own() {
    let mut ids: Vec<&str> = every_sentence().into_iter().map(|(id, _)| id).collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count);
}

/// What a reader may not know, by a list of our own, and the word under which it is explained.
const HARD: [(&str, &str); 12] = [
    ("likely range", "likely range"),
    ("usual range", "usual range"),
    ("range expected", "expected range"),
    ("middle half", "middle half"),
    ("percentage points", "percentage points"),
    ("most deprived", "deprived"),
    ("fitted gap", "fitted gap"),
    ("planned path", "planned path"),
    ("not final", "not final"),
    ("no clear", "clear"),
    ("chance alone", "chance"),
    ("per 100,000", "per 100,000"),
];

#[test]
fn every_word_of_the_field_opens_into_its_meaning_in_the_same_figure() {
    let golden = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden");
    let mut met = std::collections::BTreeSet::new();
    for entry in std::fs::read_dir(golden).unwrap() {
        let folder = entry.unwrap().path();
        let page = std::fs::read_to_string(folder.join("figure.html")).unwrap();
        // The list is of English words.
        if !page.contains("<article class=\"pg\" lang=\"en-GB\"") {
            continue;
        }
        let shown = page.split_once("data-part=\"worked\"").unwrap().0;
        let meanings: Vec<&str> = page.split("<summary>").skip(1).map(|part| part.split_once('<').unwrap().0).collect();
        for (said, word) in HARD.into_iter().filter(|(said, _)| shown.contains(said)) {
            met.insert(said);
            assert!(meanings.contains(&word), "{}: nothing says what “{said}” means: {meanings:?}", folder.display());
        }
    }
    let unmet: Vec<_> = HARD.iter().filter(|(said, _)| !met.contains(said)).collect();
    assert!(unmet.is_empty(), "no case shows {unmet:?}");
}
