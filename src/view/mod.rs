//! A [`Comparison`] in one language becomes a [`View`]: sentences chosen by id, every number made text once, every
//! position still a number.
//!
//! Knows what is shown, in what order, with what emphasis. Refuses to know pixels, tags and how a figure was worked out.
//! A view has no choice left in it: whoever draws or writes it only places what is here. Start at [`compose`].

mod answer;
mod chart;
mod controls;
mod csv;
mod figures;
mod model;
mod notices;
mod results;
mod say;
mod table;

pub use model::{
    Axis, Bar, Chart, Control, Grid, KeyItem, Labels, Line, Notice, Receipt, ResultRow, Said, Shape, Tested, Tick,
    Tone, View,
};

use crate::compare::{Comparison, NoData, Problem};
use crate::config::{Config, Key, Misnamed};
use crate::text::{Label, Language};
use figures::Figures;

/// Chooses the words, formats the numbers, and lays out what is said, drawn and listed.
pub fn compose(comparison: &Comparison, problems: &[Problem], config: &Config, language: Language) -> View {
    let figures = Figures::of(comparison, language);
    let said = say::compare(comparison, &figures);
    let rows = table::rows(comparison, &figures);
    View {
        language: language.tag(),
        kicker: say::kicker(comparison, &figures),
        notices: notices::notices(comparison, language),
        choices: controls::choices(comparison),
        controls: controls::controls(comparison, &figures),
        key: chart::key(comparison, &figures),
        chart: chart::chart(comparison, &figures, &said.headline),
        table: table::grid(comparison, &figures, &rows),
        points: table::points(&rows, language),
        notes: notices::notes(comparison, &figures),
        problems: notices::problems(problems, language),
        foot: foot(config, language),
        results: results::results(comparison),
        receipt: results::receipt(comparison, &figures, &said),
        labels: labels(language),
        headline: said.headline,
        lines: said.lines,
        period: comparison.period.label.clone(),
        made: language.label(Label::Made, &[("period", &figures.period(&comparison.period)), ("date", "{date}")]),
        has_notes: rows.iter().any(|row| !row.note.is_empty()),
    }
}

/// What to say when nothing could be read: the problems, or at least that there is no data.
pub fn refusal(_why: NoData, problems: &[Problem], language: Language) -> Vec<Notice> {
    notices::refusal(problems, language)
}

/// What to say of options and words that are none of ours.
pub fn misnamed(wrong: &[Misnamed], language: Language) -> Vec<Notice> {
    notices::misnamed(wrong, language)
}

/// What to say of a config file that cannot be read as one.
pub fn config_unreadable(why: &str, language: Language) -> Notice {
    notices::config_unreadable(why, language)
}

/// The file's problems in words, for the tool.
pub fn problems(problems: &[Problem], language: Language) -> Vec<Notice> {
    notices::problems(problems, language)
}

/// The language for a tag, and what to say where we do not speak it.
pub fn language(tag: &str) -> (Language, Option<Notice>) {
    match Language::of(tag) {
        Some(language) => (language, None),
        None if tag.trim().is_empty() => (Language::English, None),
        None => (Language::English, Some(notices::language_not_there(tag))),
    }
}

fn foot(config: &Config, language: Language) -> Vec<String> {
    let part = |key, label, slot: &str| {
        let text = config.word(key);
        (!text.is_empty()).then(|| language.label(label, &[(slot, text)]))
    };
    [
        part(Key::Source, Label::Source, "source"),
        part(Key::Licence, Label::Licence, "licence"),
        part(Key::NextUpdate, Label::NextUpdate, "date"),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn labels(language: Language) -> Labels {
    let of = |label| language.label(label, &[]);
    Labels {
        table: of(Label::Table),
        worked: of(Label::Worked),
        download: of(Label::Download),
        notes: of(Label::Notes),
        problems: of(Label::Problems),
        find: of(Label::FindArea),
        matches: language.label(Label::Matches, &[("n", "{n}")]),
        points: of(Label::PointsHint),
        rule: of(Label::Rule),
        definition: of(Label::Definition),
        updated: language.label(Label::Updated, &[("headline", "{headline}")]),
        use_note: of(Label::UseNote),
    }
}
