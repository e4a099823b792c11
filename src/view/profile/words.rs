//! The words for states, checks, kinds and days.

use super::super::board::StateMark;
use super::super::figures::{Figures, span};
use super::super::model::{Shape, Tone};
use crate::compare::{Absence, Cannot, Check, Period, Profile, State};
use crate::config::{MeasureType, PartnerType, Whose};
use crate::text::{Language, ProfileLabel};

/// A state in shape and word. Only what to look at more closely has a colour: one check met is no reason for alarm.
pub(super) fn state(state: State, language: Language) -> StateMark {
    let (shape, tone, label) = match state {
        State::LookCloser => (Shape::Diamond, Tone::Worse, ProfileLabel::LookCloser),
        State::Watch => (Shape::Half, Tone::Plain, ProfileLabel::Watch),
        State::NoFlag => (Shape::Unclear, Tone::Plain, ProfileLabel::NoFlag),
        State::CannotJudge(_) => (Shape::Stroke, Tone::Plain, ProfileLabel::CannotJudge),
        State::NoState => (Shape::Stroke, Tone::Plain, ProfileLabel::NoState),
    };
    StateMark { shape, tone, word: language.label(label, &[]) }
}

/// Why nothing can be judged.
pub(super) fn why(cannot: Cannot) -> ProfileLabel {
    match cannot {
        Cannot::NoFigure(Absence::Suppressed) => ProfileLabel::WhyWithheld,
        Cannot::NoFigure(Absence::Unreliable) => ProfileLabel::WhyUncertain,
        Cannot::NoFigure(Absence::NotApplicable) => ProfileLabel::WhyNotApplicable,
        Cannot::NoFigure(Absence::Missing | Absence::Unreadable) => ProfileLabel::WhyNoFigure,
        Cannot::TooFewChecks => ProfileLabel::WhyFewChecks,
        Cannot::NotThere => ProfileLabel::WhyNotThere,
    }
}

/// A check by its name.
pub(super) fn check(check: Check) -> ProfileLabel {
    match check {
        Check::WorseThanPeers => ProfileLabel::WorseThanPeers,
        Check::GettingWorse => ProfileLabel::GettingWorse,
        Check::GapBigger => ProfileLabel::GapBigger,
        Check::BehindPath => ProfileLabel::BehindPath,
        Check::Signals => ProfileLabel::Signals,
    }
}

/// Whose a priority is; empty where nobody has said.
pub(super) fn whose(whose: Option<Whose>, language: Language) -> String {
    let label = match whose {
        Some(Whose::Local) => ProfileLabel::Local,
        Some(Whose::National) => ProfileLabel::National,
        None => return String::new(),
    };
    language.label(label, &[])
}

/// What a measure is of.
pub(super) fn measure(kind: MeasureType) -> ProfileLabel {
    match kind {
        MeasureType::Outcome => ProfileLabel::Outcome,
        MeasureType::Output => ProfileLabel::Output,
        MeasureType::Process => ProfileLabel::Process,
        MeasureType::Context => ProfileLabel::Context,
        MeasureType::Resource => ProfileLabel::Resource,
    }
}

/// What kind of body a partner is.
pub(super) fn body(kind: Option<PartnerType>) -> ProfileLabel {
    match kind {
        Some(PartnerType::Council) => ProfileLabel::Council,
        Some(PartnerType::Nhs) => ProfileLabel::Nhs,
        Some(PartnerType::Voluntary) => ProfileLabel::Voluntary,
        Some(PartnerType::Education) => ProfileLabel::Education,
        Some(PartnerType::Safety) => ProfileLabel::Safety,
        Some(PartnerType::Housing) => ProfileLabel::Housing,
        Some(PartnerType::Business) => ProfileLabel::Business,
        Some(PartnerType::Residents) => ProfileLabel::Residents,
        Some(PartnerType::Other) | None => ProfileLabel::OtherBody,
    }
}

/// A day or period that the publisher named, as we say it; as it was written where we cannot read it.
pub(super) fn day(profile: &Profile, text: &str, language: Language) -> String {
    profile.when(text).map_or_else(|| text.to_owned(), |when| at(&when.period, language))
}

/// A day or period as we say it.
pub(super) fn at(period: &Period, language: Language) -> String {
    language.span(span(period))
}

/// A level that was promised: whole where it is whole, as it was written down; else as the figures are.
pub(super) fn level(level: f64, figures: &Figures) -> String {
    let decimals = if level.fract() == 0.0 { 0 } else { figures.decimals };
    figures.language.figure(level, decimals, &figures.unit)
}
