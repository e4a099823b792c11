//! How groups and dimensions are named: as a label, in a sentence, and with their preposition.

use crate::compare::{Dimension, DimensionKind, Group, Rung};
use crate::text::GapLabel;
use crate::view::figures::Figures;

/// A group as a noun: the publisher's phrase, else "the most deprived tenth", "females", "the group “Asian”".
pub(in crate::view) fn noun(group: &Group, dimension: &Dimension, figures: &Figures) -> String {
    if !group.phrase.is_empty() {
        return group.phrase.to_owned();
    }
    match (dimension.kind, group.rung) {
        (_, Some(rung)) if rung.is_most() || rung.is_least() => end(rung, figures),
        (DimensionKind::Sex, _) => match sex(group.label) {
            Some(label) => figures.word(label),
            None => figures.label_of(GapLabel::Named, group.label),
        },
        (DimensionKind::Age, _) => figures.label_of(GapLabel::Ages, group.label),
        _ => figures.label_of(GapLabel::Named, group.label),
    }
}

/// The same with its preposition: "in the most deprived tenth", "for females", "at ages 65+ yrs".
pub(in crate::view) fn at(group: &Group, dimension: &Dimension, figures: &Figures) -> String {
    let noun = noun(group, dimension, figures);
    let label = match dimension.kind {
        DimensionKind::Sex if group.phrase.is_empty() => GapLabel::ForGroup,
        DimensionKind::Age if group.phrase.is_empty() => GapLabel::AtAges,
        _ => GapLabel::InGroup,
    };
    figures.label_of(label, &noun)
}

fn sex(label: &str) -> Option<GapLabel> {
    const FEMALE: [&str; 5] = ["female", "females", "women", "girls", "f"];
    const MALE: [&str; 5] = ["male", "males", "men", "boys", "m"];
    let among = |words: &[&str]| words.iter().any(|word| label.eq_ignore_ascii_case(word));
    match () {
        () if among(&FEMALE) => Some(GapLabel::Females),
        () if among(&MALE) => Some(GapLabel::Males),
        () => None,
    }
}

/// One end of a ladder: "the most deprived tenth".
pub(in crate::view) fn end(rung: Rung, figures: &Figures) -> String {
    let label = if rung.is_most() { GapLabel::MostDeprived } else { GapLabel::LeastDeprived };
    let part = match rung.of {
        10 => figures.word(GapLabel::Tenth),
        5 => figures.word(GapLabel::Fifth),
        4 => figures.word(GapLabel::Quarter),
        3 => figures.word(GapLabel::Third),
        of => figures.label_of(GapLabel::OneOf, &figures.count(of)),
    };
    figures.label_of(label, &part)
}

/// A dimension after "by".
pub(in crate::view) fn by(dimension: &Dimension, figures: &Figures) -> String {
    match dimension.kind {
        DimensionKind::Other => figures.label_of(GapLabel::ByNamed, dimension.label),
        kind => figures.word(by_kind(kind)),
    }
}

pub(in crate::view) fn by_kind(kind: DimensionKind) -> GapLabel {
    match kind {
        DimensionKind::Deprivation => GapLabel::ByDeprivation,
        DimensionKind::Sex => GapLabel::BySex,
        DimensionKind::Ethnicity => GapLabel::ByEthnicity,
        DimensionKind::Age => GapLabel::ByAge,
        DimensionKind::Other => GapLabel::ByGroup,
    }
}
