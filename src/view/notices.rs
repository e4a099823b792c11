//! Findings, problems and wrong words of the set-up, each as a message and what to do.

use super::figures::Figures;
use super::model::Notice;
use super::results::method;
use crate::compare::{Finding, FindingKind, Problem, ProblemKind};
use crate::config::Misnamed;
#[cfg(more)]
use crate::config::{SCHEMA, Schema};
#[cfg(more)]
use crate::text::SetUpMessage;
use crate::text::{Label, Language, Message, push_part};

/// What was asked and is not there: stands above the headline, for whoever set up the page.
pub(super) fn notices(figures: &Figures, notices: &mut Vec<Notice>) {
    for finding in &figures.comparison.findings {
        if is_notice(finding.kind) {
            let said = words(finding, figures.language);
            notices.push(placed(finding_message(finding.kind), said, figures.language, finding.line));
        }
    }
}

/// What a reader should know of the figures.
pub(super) fn notes(figures: &Figures) -> Vec<String> {
    notes_but(figures, None)
}

/// The same, without findings of a kind that is of no use beside one of many figures.
pub(super) fn notes_but(figures: &Figures, kind: Option<FindingKind>) -> Vec<String> {
    let mut notes = Vec::new();
    for finding in &figures.comparison.findings {
        if !is_notice(finding.kind) && Some(finding.kind) != kind {
            notes.push(words(finding, figures.language).0);
        }
    }
    let mut methods = String::new();
    for &used in &figures.comparison.worked_out {
        push_part(&mut methods, ", ", &figures.word(method(used).1));
    }
    if !methods.is_empty() {
        notes.push(figures.language.message(Message::IntervalWorkedOut, &[("found", &methods)]).0);
    }
    notes
}

fn is_notice(kind: FindingKind) -> bool {
    use FindingKind::*;
    !matches!(kind, MixedAreaTypes | MixedPeriodLengths | NotProvided | PolarityInferred | PercentInferred)
}

/// What a finding says, and what to do.
fn words(finding: &Finding, language: Language) -> (String, String) {
    let near = near(&finding.near, language);
    language.message(finding_message(finding.kind), &[("found", &finding.found), ("near", &near)])
}

fn finding_message(kind: FindingKind) -> Message {
    match kind {
        FindingKind::AreaNotFound => Message::AreaNotFound,
        FindingKind::IndicatorNotFound => Message::IndicatorNotFound,
        FindingKind::PeriodNotFound => Message::PeriodNotFound,
        FindingKind::SeriesNotFound => Message::SeriesNotFound,
        FindingKind::AreaTypeNotFound => Message::AreaTypeNotFound,
        FindingKind::ChooseArea => Message::ChooseArea,
        FindingKind::PeersNotFound => Message::PeersNotFound,
        FindingKind::NoNeighbours => Message::NoNeighbours,
        FindingKind::LikenessNotFound => Message::LikenessNotFound,
        FindingKind::NoPeers => Message::NoPeers,
        FindingKind::PeerGroupBare => Message::PeerGroupBare,
        FindingKind::BenchmarkNotFound => Message::BenchmarkNotFound,
        FindingKind::MultiplierNotANumber => Message::MultiplierNotANumber,
        FindingKind::MixedAreaTypes => Message::MixedAreaTypes,
        FindingKind::MixedPeriodLengths => Message::MixedPeriodLengths,
        FindingKind::MixedEditions => Message::MixedEditions,
        FindingKind::NotProvided => Message::NotProvided,
        FindingKind::PolarityInferred => Message::PolarityInferred,
        FindingKind::PercentInferred => Message::PercentInferred,
    }
}

pub(super) fn near(names: &[String], language: Language) -> String {
    match names {
        [] => language.label(Label::CheckSpelling, &[]),
        names => language.label_of(Label::DidYouMean, &language.list(names)),
    }
}

fn notice(message: Message, slots: &[(&str, &str)], language: Language, line: u32) -> Notice {
    placed(message, language.message(message, slots), language, line)
}

fn placed(kind: Message, (message, hint): (String, String), language: Language, line: u32) -> Notice {
    let place = match line {
        0 => String::new(),
        line => language.label_of(Label::Line, &language.number(f64::from(line), 0)),
    };
    Notice { kind: kind.id(), file: 0, line, place, column: String::new(), message, hint, times: 1 }
}

/// The file's problems in words.
pub(super) fn problems(problems: &[Problem], language: Language) -> Vec<Notice> {
    let mut notices = Vec::new();
    for problem in problems {
        let slots = [("found", problem.found.as_str()), ("column", problem.column.as_str())];
        let mut notice = notice(problem_message(problem.kind), &slots, language, problem.line);
        notice.file = problem.file;
        notice.column = problem.column.clone();
        notice.times = problem.times;
        notices.push(notice);
    }
    notices
}

fn problem_message(kind: ProblemKind) -> Message {
    match kind {
        ProblemKind::EmptyFile => Message::EmptyFile,
        ProblemKind::NoRows => Message::NoRows,
        ProblemKind::HtmlNotCsv => Message::HtmlNotCsv,
        ProblemKind::NotText => Message::NotText,
        ProblemKind::UnknownColumns => Message::UnknownColumns,
        ProblemKind::MappedColumnMissing => Message::MappedColumnMissing,
        ProblemKind::RepeatedColumn => Message::RepeatedColumn,
        ProblemKind::RaggedRow => Message::RaggedRow,
        ProblemKind::UnclosedQuote => Message::UnclosedQuote,
        ProblemKind::NotUtf8 => Message::NotUtf8,
        ProblemKind::NotANumber => Message::NotANumber,
        ProblemKind::UnknownPeriod => Message::UnknownPeriod,
        ProblemKind::NoArea => Message::NoArea,
        ProblemKind::NoPeriod => Message::NoPeriod,
        ProblemKind::ValueOutsideInterval => Message::ValueOutsideInterval,
        ProblemKind::LimitsReversed => Message::LimitsReversed,
        ProblemKind::ImpossibleCount => Message::ImpossibleCount,
        ProblemKind::DuplicateKey => Message::DuplicateKey,
        ProblemKind::RepeatedRow => Message::RepeatedRow,
        ProblemKind::UnknownAreaCode => Message::UnknownAreaCode,
        ProblemKind::UnknownIndicator => Message::UnknownIndicator,
        ProblemKind::TooMany => Message::TooMany,
        ProblemKind::TooLarge => Message::TooLarge,
    }
}

/// What to say when nothing could be read.
pub(super) fn refusal(found: &[Problem], language: Language) -> Vec<Notice> {
    let mut notices = problems(found, language);
    if notices.is_empty() {
        notices.push(notice(Message::NoData, &[], language, 0));
    }
    notices
}

/// What to say of options and words that are none of ours.
pub(super) fn misnamed(wrong: &[Misnamed], language: Language) -> Vec<Notice> {
    let mut notices = Vec::new();
    for Misnamed { option, found, nearest } in wrong {
        let message = if option.is_empty() { Message::UnknownOption } else { Message::UnknownWord };
        let near = near(nearest.as_slice(), language);
        notices.push(notice(message, &[("found", found), ("option", option), ("near", &near)], language, 0));
    }
    notices
}

/// What to say of a config that was written for newer options than ours.
#[cfg(more)]
pub(super) fn newer_schema(schema: &Schema, language: Language) -> Option<Notice> {
    let (found, ours) = (schema.newer()?.to_string(), SCHEMA.to_string());
    let slots = [("found", found.as_str()), ("ours", ours.as_str())];
    Some(Notice {
        kind: SetUpMessage::SchemaNewer.id(),
        file: 0,
        line: 0,
        place: String::new(),
        column: String::new(),
        message: language.label(SetUpMessage::SchemaNewer, &slots),
        hint: language.label(SetUpMessage::SchemaNewerFix, &slots),
        times: 1,
    })
}

/// What to say where we do not speak a language.
pub(super) fn language_not_there(tag: &str) -> Notice {
    notice(Message::LanguageNotThere, &[("found", tag)], Language::English, 0)
}

/// What to say of a config file that cannot be read as one.
pub(super) fn config_unreadable(why: &str, language: Language) -> Notice {
    notice(Message::ConfigUnreadable, &[("found", why)], language, 0)
}
