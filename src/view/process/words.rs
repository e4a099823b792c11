//! The short forms of what a process shows, for cells, labels and the key.

use crate::compare::{ProcessComparison, ProcessRule, Reading, Side, Sign, SpecialCause, Usual};
use crate::text::ProcessLabel;
use crate::view::figures::Figures;
use crate::view::model::{Shape, Tone};

/// What is usual in the stretch of a point.
pub(super) fn usual<'a>(process: &'a ProcessComparison, reading: &Reading) -> Option<&'a Usual> {
    process.stretches.as_ref().ok()?.get(reading.stretch)?.usual.as_ref().ok()
}

/// Both ends of a usual range, within what such a figure can be.
pub(super) fn ends(process: &ProcessComparison, usual: &Usual) -> (f64, f64) {
    let (least, greatest) = process.bounds;
    let lower = least.map_or(usual.limits.lower, |least| usual.limits.lower.max(least));
    (lower, greatest.map_or(usual.limits.upper, |greatest| usual.limits.upper.min(greatest)))
}

/// A usual range in a cell.
pub(super) fn range(process: &ProcessComparison, usual: &Usual, figures: &Figures) -> String {
    let (lower, upper) = ends(process, usual);
    figures.range(&figures.short(lower), &figures.short(upper))
}

/// The word for one period, and for several: as long as they are.
pub(super) fn unit(process: &ProcessComparison) -> (ProcessLabel, ProcessLabel) {
    use ProcessLabel::*;
    match process.now.period.months {
        1 => (Month, Months),
        3 => (Quarter, Quarters),
        12 => (Year, Years),
        _ => (Period, Periods),
    }
}

/// What a point is, with what that may mean where someone has set which way is better.
pub(super) fn reading(process: &ProcessComparison, reading: &Reading, figures: &Figures) -> String {
    let Some(sign) = &reading.sign else {
        let is_usual = usual(process, reading).is_some();
        return figures.word(if is_usual { ProcessLabel::Inside } else { ProcessLabel::NoUsualRange });
    };
    let words = rule(process, sign, figures);
    match sign.cause {
        SpecialCause::Improvement => figures.label_of(ProcessLabel::SignBetter, &words),
        SpecialCause::Concern => figures.label_of(ProcessLabel::SignWorse, &words),
        SpecialCause::Neutral => words,
    }
}

fn rule(process: &ProcessComparison, sign: &Sign, figures: &Figures) -> String {
    use ProcessLabel::*;
    let label = match (sign.rule, sign.side) {
        _ if sign.opposed => BothWays,
        (ProcessRule::OutsideLimits, Side::Above) => OutsideAbove,
        (ProcessRule::OutsideLimits, Side::Below) => OutsideBelow,
        (ProcessRule::Trend, Side::Above) => RunUp,
        (ProcessRule::Trend, Side::Below) => RunDown,
        (ProcessRule::TwoOfThree, Side::Above) => EdgeUpper,
        (ProcessRule::TwoOfThree, Side::Below) => EdgeLower,
        (ProcessRule::Shift, Side::Above) => ShiftAbove,
        (ProcessRule::Shift, Side::Below) => ShiftBelow,
    };
    figures.label_of(label, &figures.count(process.run.points()))
}

/// Shape by rule.
pub(super) fn shape(sign: Option<&Sign>) -> Shape {
    match sign.map(|sign| (sign.rule, sign.side)) {
        None => Shape::Dot,
        Some((ProcessRule::OutsideLimits, Side::Above)) => Shape::Above,
        Some((ProcessRule::OutsideLimits, Side::Below)) => Shape::Below,
        Some((ProcessRule::Trend, _)) => Shape::Diamond,
        Some((ProcessRule::TwoOfThree, Side::Above)) => Shape::HalfAbove,
        Some((ProcessRule::TwoOfThree, Side::Below)) => Shape::HalfBelow,
        Some((ProcessRule::Shift, _)) => Shape::Square,
    }
}

/// Tone by what it may mean; of a figure without a sign, plain.
pub(super) fn tone(sign: Option<&Sign>) -> Tone {
    match sign.map(|sign| sign.cause) {
        None => Tone::Plain,
        Some(SpecialCause::Improvement) => Tone::Better,
        Some(SpecialCause::Concern) => Tone::Worse,
        Some(SpecialCause::Neutral) => Tone::Apart,
    }
}
