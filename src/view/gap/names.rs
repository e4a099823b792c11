//! How dimensions and places inside an area are named, beside what every headline names.

pub(super) use crate::view::gap_line::names::noun;

use crate::compare::{Dimension, DimensionKind, Parts};
use crate::text::GapLabel;
use crate::view::figures::Figures;
use crate::view::gap_line::names::by_kind;

/// A dimension that was asked for and is not there, after "by".
pub(super) fn asked(asked: &str, figures: &Figures) -> String {
    use DimensionKind::{Age, Deprivation, Ethnicity, Sex};
    let is_asked = |kind: &DimensionKind| asked.eq_ignore_ascii_case(kind.word());
    match [Deprivation, Sex, Ethnicity, Age].into_iter().find(is_asked) {
        Some(kind) => figures.word(by_kind(kind)),
        None if asked.is_empty() => figures.word(GapLabel::ByGroup),
        None => figures.label_of(GapLabel::ByNamed, asked),
    }
}

/// A dimension as a heading or a choice: the publisher's name for the grouping, where it has one.
pub(super) fn heading(dimension: &Dimension, figures: &Figures) -> String {
    match dimension.kind {
        _ if !dimension.label.is_empty() => dimension.label.to_owned(),
        DimensionKind::Sex => figures.word(GapLabel::Sex),
        DimensionKind::Age => figures.word(GapLabel::Age),
        DimensionKind::Ethnicity => figures.word(GapLabel::Ethnicity),
        DimensionKind::Deprivation | DimensionKind::Other => figures.word(GapLabel::Deprivation),
    }
}

/// What the places inside an area are.
pub(super) fn parts(kind: Parts) -> GapLabel {
    match kind {
        Parts::Neighbourhoods => GapLabel::Neighbourhoods,
        Parts::Places => GapLabel::Places,
        Parts::Organisations => GapLabel::Organisations,
    }
}
