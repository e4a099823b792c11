//! The gap between two groups, as every headline says it.

pub(super) mod names;

use super::figures::Figures;
use super::model::Said;
use super::say::Speaker;
use crate::compare::{Absence, Apart, Cell, Comparison, Dimension, GapLine, Group, NoGap};
use crate::text::{GapLabel, GapSentence, Language, Sentence, decimals_between, in_last_decimal};

/// What every headline says of the gap between two groups, where there are figures of them: the gap, or why it is not given.
/// `now` is the comparison that the headline is of.
pub fn gap_line(line: &GapLine, now: &Comparison, language: Language) -> Vec<Said> {
    let figures = &mut Figures::of(now, language);
    let (first, second) = &line.groups;
    figures.decimals = decimals_of(line.gap.as_ref().ok(), (first, second), figures.decimals);
    let mut speaker = Speaker::of(figures);
    speaker.groups((first, second), &line.dimension);
    match &line.gap {
        Ok(apart) => speaker.answer(apart, (first, second)),
        Err(why) => speaker.no_gap(why, Some(&line.dimension)),
    }
    speaker.said
}

/// Decimals at which two groups that differ clearly print differently.
pub(super) fn decimals_of(gap: Option<&Apart>, (first, second): (&Group, &Group), decimals: u8) -> u8 {
    match (first.figure.cell.value(), second.figure.cell.value()) {
        (Some(a), Some(b)) if gap.is_some_and(is_clear) => decimals_between(a, b, decimals),
        _ => decimals,
    }
}

/// Whether a gap is clear.
pub(super) fn is_clear(apart: &Apart) -> bool {
    let significance = apart.verdict.map(|test| test.significance);
    significance.is_ok_and(|significance| significance != crate::compare::Significance::NotDifferent)
}

/// The limits of a gap at 95 %.
pub(super) fn range_of(apart: &Apart) -> Option<(f64, f64)> {
    let interval = apart.verdict.ok()?.gap?.interval;
    Some((interval.lower, interval.upper))
}

impl Speaker<'_> {
    /// Names the two groups.
    pub(super) fn groups(&mut self, (first, second): (&Group, &Group), dimension: &Dimension) {
        let figures = self.figures;
        self.set("group_1", names::noun(first, dimension, figures));
        self.set("group_2", names::noun(second, dimension, figures));
        self.set("at_1", names::at(first, dimension, figures));
        self.set("at_2", names::at(second, dimension, figures));
        self.set("dimension", names::by(dimension, figures));
    }

    /// I1: how far apart two groups are.
    pub(super) fn answer(&mut self, apart: &Apart, (first, second): (&Group, &Group)) {
        let (Some(a), Some(b)) = (first.figure.cell.value(), second.figure.cell.value()) else { return };
        let figures = self.figures;
        // The unit is said once: with the gap, else with the first figure.
        self.set(
            "v1",
            match range_of(apart) {
                Some(_) if is_clear(apart) => figures.short(a),
                _ => figures.language.spoken_figure(a, figures.decimals, &figures.unit),
            },
        );
        self.set("v2", self.figures.short(b));
        self.set("g", self.gap_of(a, b, apart.difference));
        let has_phrase = self.has_phrase();
        let pick = |with: GapSentence, without: GapSentence| if has_phrase { with } else { without };
        match range_of(apart) {
            None => self.say(pick(GapSentence::I1NoRange, GapSentence::I1NoRangePlain)),
            Some(range) if is_clear(apart) => {
                self.sizes(range);
                self.say(pick(GapSentence::I1, GapSentence::I1Plain));
            }
            Some(_) => self.say(pick(GapSentence::I1Unclear, GapSentence::I1UnclearPlain)),
        }
    }

    /// A gap within a sentence; where the printed figures do not add up to it, that is said.
    fn gap_of(&self, a: f64, b: f64, gap: f64) -> String {
        let figures = self.figures;
        let spoken = figures.language.spoken_gap(gap.abs(), figures.decimals, &figures.unit);
        let printed = |value: f64| in_last_decimal(value, figures.decimals);
        let adds_up = printed(a) - printed(b) == printed(gap);
        if adds_up { spoken } else { figures.label_of(GapLabel::Rounded, &spoken) }
    }

    /// The limits of a gap that is clear, as sizes: the lesser first; the unit is said with the gap.
    pub(super) fn sizes(&mut self, (mut lo, mut hi): (f64, f64)) {
        let number = |value: f64| self.figures.language.number(value.abs(), self.figures.decimals);
        if lo.abs() > hi.abs() {
            (lo, hi) = (hi, lo);
        }
        let (lo, hi) = (number(lo), number(hi));
        self.set("lo", lo);
        self.set("hi", hi);
    }

    /// I4, and why else there is no gap. Our figure as a whole stands first where there is nothing else to say it of.
    pub(super) fn no_gap(&mut self, why: &NoGap, dimension: Option<&Dimension>) {
        match why {
            NoGap::NothingPublished => {
                self.say(GapSentence::I4None);
                self.whole();
            }
            NoGap::Absent { is_first, absence } => {
                self.set("group", self.slot(if *is_first { "group_1" } else { "group_2" }));
                self.say(match absence {
                    Absence::Suppressed => GapSentence::I4,
                    Absence::Unreliable => GapSentence::I4Unreliable,
                    Absence::NotApplicable => GapSentence::I4NotApplicable,
                    Absence::Missing | Absence::Unreadable => GapSentence::I4Missing,
                });
            }
            NoGap::NotNamed => {
                if let Some(dimension) = dimension {
                    self.set("dimension", names::by(dimension, self.figures));
                }
                self.whole();
                self.say(GapSentence::I1Several);
            }
            NoGap::Overlapping => {
                self.whole();
                self.say(GapSentence::I1Overlap);
            }
            NoGap::EndMissing(rung) => {
                self.set("group", names::end(*rung, self.figures));
                self.say(GapSentence::I4Missing);
            }
            NoGap::Counts => {
                self.whole();
                self.say(GapSentence::I1Counts);
            }
        }
    }

    fn whole(&mut self) {
        match self.figures.comparison.ours().figure.cell {
            Cell::Absent(absence) => self.absent(absence),
            Cell::Value(_) if self.has_phrase() => self.say(Sentence::C9Alone),
            Cell::Value(_) => self.say(Sentence::C0Alone),
        }
    }
}
