//! Welsh stands beside English, text by text: none missing, none left in English, the same slots and figures, no sentence
//! too long, and no two meanings in the same words.

use std::collections::BTreeMap;

use peerglass::text::{
    AdviceMessage, BesideLabel, BesideMessage, BesideSentence, FunnelLabel, FunnelSentence, GapLabel, GapSentence,
    Label, Language, Message, ProcessLabel, ProcessMessage, ProcessSentence, ProfileLabel, ProfileMessage,
    ProfileSentence, Sentence, SetUpMessage, Template, TrendLabel, TrendSentence, ViewLabel,
};

/// One text in both languages, with the name of its list and its id.
struct Pair {
    list: &'static str,
    id: &'static str,
    english: String,
    welsh: String,
}

fn add<T: Template>(list: &'static str, all: &[T], into: &mut Vec<Pair>) {
    for &template in all {
        let words = |language| template.words(language).to_owned();
        let (english, welsh) = (words(Language::English), words(Language::Welsh));
        into.push(Pair { list, id: template.id(), english, welsh });
    }
}

fn sentences() -> Vec<Pair> {
    let mut all = Vec::new();
    add("Sentence", Sentence::ALL, &mut all);
    add("TrendSentence", TrendSentence::ALL, &mut all);
    add("ProcessSentence", ProcessSentence::ALL, &mut all);
    add("GapSentence", GapSentence::ALL, &mut all);
    add("FunnelSentence", FunnelSentence::ALL, &mut all);
    add("BesideSentence", BesideSentence::ALL, &mut all);
    add("ProfileSentence", ProfileSentence::ALL, &mut all);
    all
}

fn labels() -> Vec<Pair> {
    let mut all = Vec::new();
    add("Label", Label::ALL, &mut all);
    add("ViewLabel", ViewLabel::ALL, &mut all);
    add("TrendLabel", TrendLabel::ALL, &mut all);
    add("ProcessLabel", ProcessLabel::ALL, &mut all);
    add("GapLabel", GapLabel::ALL, &mut all);
    add("FunnelLabel", FunnelLabel::ALL, &mut all);
    add("BesideLabel", BesideLabel::ALL, &mut all);
    add("ProfileLabel", ProfileLabel::ALL, &mut all);
    all
}

fn messages() -> Vec<Pair> {
    let mut all = Vec::new();
    add("SetUpMessage", SetUpMessage::ALL, &mut all);
    add("ProcessMessage", ProcessMessage::ALL, &mut all);
    add("BesideMessage", BesideMessage::ALL, &mut all);
    for &message in Message::ALL {
        let ((english, fix), (welsh, welsh_fix)) =
            (Language::English.message(message, &[]), Language::Welsh.message(message, &[]));
        all.push(Pair { list: "Message", id: message.id(), english, welsh });
        all.push(Pair { list: "hint", id: message.id(), english: fix, welsh: welsh_fix });
    }
    const SLOTS: [(&str, &str); 11] = [
        ("k", "{k}"),
        ("n", "{n}"),
        ("found", "{found}"),
        ("latest", "{latest}"),
        ("other", "{other}"),
        ("names", "{names}"),
        ("from", "{from}"),
        ("most", "{most}"),
        ("near", "{near}"),
        ("events", "{events}"),
        ("people", "{people}"),
    ];
    for &message in AdviceMessage::ALL {
        let (english, welsh) = (message.in_words(Language::English, &SLOTS), message.in_words(Language::Welsh, &SLOTS));
        for (list, (english, welsh)) in ["what", "why", "fix"].into_iter().zip(english.into_iter().zip(welsh)) {
            all.push(Pair { list, id: message.id(), english, welsh });
        }
    }
    for &message in ProfileMessage::ALL {
        let ((english, fix), (welsh, welsh_fix)) =
            (message.in_words(Language::English, "{found}"), message.in_words(Language::Welsh, "{found}"));
        all.push(Pair { list: "ProfileMessage", id: message.id(), english, welsh });
        all.push(Pair { list: "hint", id: message.id(), english: fix, welsh: welsh_fix });
    }
    all
}

fn everything() -> Vec<Pair> {
    sentences().into_iter().chain(labels()).chain(messages()).collect()
}

/// The slots of a template, each once; which of them begins a sentence is each language's own affair.
fn slots(template: &str) -> Vec<String> {
    let mut slots: Vec<String> =
        template.split('{').skip(1).map(|rest| rest.split('}').next().unwrap().to_lowercase()).collect();
    slots.sort();
    slots.dedup();
    slots
}

/// A template without its slots and marks, and without what is quoted: names of options, and words of the publisher.
fn prose(template: &str) -> String {
    let (mut prose, mut depth) = (String::new(), 0);
    for c in template.chars() {
        match c {
            '{' | '“' => depth += 1,
            '}' | '”' => depth -= 1,
            _ if depth == 0 => prose.push(c),
            _ => {}
        }
    }
    for mark in ["a/ac", "na/nag", "â/ag", "gyda/gydag", "Gyda/Gydag", "y/yr"] {
        prose = prose.replace(&format!("{mark} "), &format!("{} ", mark.split('/').next().unwrap()));
    }
    prose.replace('°', "").replace("m:", "").replace("f:", "")
}

fn digits(text: &str) -> Vec<char> {
    let mut digits: Vec<char> = prose(text).chars().filter(char::is_ascii_digit).collect();
    digits.sort_unstable();
    digits
}

fn check(wrong: Vec<String>) {
    assert!(wrong.is_empty(), "{}\n{} in all", wrong.join("\n"), wrong.len());
}

#[test]
fn every_text_has_its_welsh_with_the_same_slots_and_figures() {
    // The verb agrees in English alone.
    let agreement = |slot: &String| slot == "were";
    let mut wrong = Vec::new();
    for Pair { list, id, english, welsh } in everything() {
        let wanted: Vec<String> = slots(&english).into_iter().filter(|slot| !agreement(slot)).collect();
        if slots(&welsh) != wanted || digits(&english) != digits(&welsh) || welsh.trim().is_empty() {
            wrong.push(format!("{list} {id}: {english} | {welsh}"));
        }
    }
    assert!(everything().len() > 600);
    check(wrong);
}

#[test]
fn no_english_is_left() {
    // Names, and what is the same word in both languages.
    const SAME: [&str; 8] = ["Byar", "Fieller", "normal", "partner", "95%", "99.8%", "system", "Copeland"];
    const ENGLISH: [&str; 40] = [
        "the", "of", "and", "are", "was", "were", "for", "with", "not", "this", "that", "which", "from", "to", "our",
        "by", "in", "it", "its", "so", "there", "these", "those", "has", "have", "be", "been", "can", "cannot",
        "could", "would", "than", "then", "more", "less", "each", "some", "only", "figure", "range",
    ];
    let mut wrong = Vec::new();
    for Pair { list, id, english, welsh } in everything() {
        let (english, welsh) = (prose(&english), prose(&welsh));
        let has_words = welsh.chars().any(char::is_alphabetic);
        if has_words && english == welsh && !SAME.contains(&welsh.trim()) {
            wrong.push(format!("{list} {id}: {welsh}"));
        }
        let mut words = welsh.split(|c: char| !c.is_alphabetic() && !"'-".contains(c));
        if let Some(word) = words.find(|word| ENGLISH.contains(&word.to_lowercase().as_str())) {
            wrong.push(format!("{list} {id}: “{word}” in {welsh}"));
        }
    }
    check(wrong);
}

#[test]
fn no_sentence_has_more_than_22_words() {
    let mut wrong = Vec::new();
    for Pair { id, welsh, .. } in sentences() {
        let mut plain = welsh.clone();
        for slot in welsh.split('{').skip(1).map(|rest| rest.split('}').next().unwrap()) {
            plain = plain.replace(&format!("{{{slot}}}"), "X");
        }
        for part in plain.split_inclusive(". ") {
            let count = part.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count();
            if count > 22 {
                wrong.push(format!("{id}: {count} words: {part}"));
            }
        }
    }
    check(wrong);
}

#[test]
fn what_differs_in_english_differs_in_welsh() {
    // Where Welsh has one word for two of English, and no reader has to tell them apart.
    const ONE_WORD: [&[&str]; 9] = [
        &["was", "were"],
        &["in-place", "for-organisation"],
        &["in-group", "at-ages"],
        &["year-word", "years-unit"],
        &["used-as-benchmark", "benchmark"],
        &["rebase-not-found-fix", "baseline-not-found-fix"],
        &["not-final", "key-not-final"],
        &["rose", "run-up"],
        &["I4-missing", "I4"],
    ];
    let mut wrong = Vec::new();
    let mut seen: BTreeMap<(&str, String), (&str, String)> = BTreeMap::new();
    for Pair { list, id, english, welsh } in everything() {
        let (key, own) = ((list, welsh.to_lowercase()), english.to_lowercase());
        if let Some((other, before)) = seen.get(&key)
            && *before != own
            && !ONE_WORD.iter().any(|words| words.contains(&id) && words.contains(other))
        {
            wrong.push(format!("{list} {other} and {id}: {welsh}"));
        }
        seen.insert(key, (id, own));
    }
    check(wrong);
}

/// The three ranges, and what was found of them, are never mixed up.
#[test]
fn the_three_ranges_keep_their_words() {
    let mut wrong = Vec::new();
    for Pair { list, id, english, welsh } in everything() {
        let (english, welsh) = (english.to_lowercase(), welsh.to_lowercase());
        for (said, in_welsh) in [
            ("likely range", &["ystod debygol", "ystodau tebygol", "hystod debygol"][..]),
            ("usual range", &["ystod arferol"]),
            ("expected range", &["ystod ddisgwyliedig"]),
            ("no clear", &["clir", "glir"]),
        ] {
            if english.contains(said) && !in_welsh.iter().any(|words| welsh.contains(words)) {
                wrong.push(format!("{list} {id}: {english} | {welsh}"));
            }
        }
    }
    check(wrong);
}

#[test]
fn nothing_blames_or_explains() {
    const BANNED: [&str; 17] = [
        "methu",
        "methiant",
        "bai",
        "beio",
        "gwael",
        "gorau",
        "gwaethaf",
        "brig",
        "gwaelod",
        "oherwydd",
        "achos",
        "diolch",
        "effaith",
        "arwyddocaol",
        "sefydlog",
        "perfformiad",
        "llwyddiant",
    ];
    let mut wrong = Vec::new();
    for Pair { list, id, welsh, .. } in everything() {
        // "In the case of", "every case" and "if there were no" hold the letters of other words.
        let text = prose(&welsh).replace("yn achos", "").replace("pob achos", "").replace("na bai", "");
        for word in text.split(|c: char| !c.is_alphabetic()) {
            if BANNED.contains(&word.to_lowercase().as_str()) {
                wrong.push(format!("{list} {id}: {word}: {welsh}"));
            }
        }
    }
    check(wrong);
}
