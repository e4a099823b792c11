//! How the gap was worked out, in words with every number in full.

use crate::compare::{Figure, GapComparison, GapTrend, Group, InequalityModel, NoSlope, RatioVerdict, SlopeLimits};
use crate::text::{GapLabel, GapSentence, Label, Sentence, Template, TrendLabel, push_part};
use crate::view::figures::{Figures, absent, side};
use crate::view::model::Receipt;
use crate::view::results::{in_full, level, method};
use crate::view::trend::{facts::of_gap, short};

pub(super) fn receipt(gap: &GapComparison, figures: &Figures) -> Receipt {
    let mut facts = Facts { figures, written: Vec::new() };
    let mut rule = Label::RuleNone;
    if let (Ok(found), Some((first, second))) = (&gap.gap, gap.pair()) {
        facts.group(first);
        facts.group(second);
        if let Ok(test) = &found.verdict {
            rule = Label::RuleGap;
            if let Some(gap) = &test.gap {
                facts.write(Label::GapWord, in_full(gap.difference));
                facts.range(
                    Label::GapRange,
                    gap.interval.lower,
                    gap.interval.upper,
                    Some(figures.word(method(gap.interval.method).1)),
                );
            }
            facts.write(Label::LevelWord, level(test.level));
            facts.write(Label::Outcome, figures.word(side(test.significance)));
        }
        if let Ok(ratio) = &found.ratio {
            facts.write(GapLabel::Ratio, in_full(ratio.ratio));
            let named = figures.word(GapLabel::MethodRatio);
            facts.range(GapLabel::RatioRange, ratio.interval.lower, ratio.interval.upper, Some(named));
        }
    }
    facts.slope(gap);
    if let Some(over_time) = &gap.over_time {
        if let Ok(change) = &over_time.change {
            facts.written.extend(of_gap(change, figures));
        }
        if let Ok(verdict) = &over_time.ratio {
            facts.ratio_trend(verdict);
        }
    }
    if let Some(inside) = &gap.inside {
        let (lower, upper) = inside.spread.quartiles;
        facts.range(GapLabel::MiddleHalf, lower, upper, None);
    }
    Receipt { rule: figures.of_bench(rule), facts: facts.written, definition: definition(gap, figures) }
}

/// What a likely range is; and, of a ladder of deprivation, of whom it speaks.
fn definition(gap: &GapComparison, figures: &Figures) -> String {
    let mut definition = figures.language.say(Sentence::S6, &[]);
    if gap.groups.iter().any(|group| group.rung.is_some()) {
        push_part(&mut definition, " ", &figures.language.say(GapSentence::I2Areas, &[]));
    }
    definition
}

/// How the limits of the slope and of the ratio of its ends are made: see `stats::InequalityLine`.
fn methods(model: InequalityModel) -> [GapLabel; 2] {
    match model {
        InequalityModel::Other => [GapLabel::MethodNormal, GapLabel::MethodFieller],
        InequalityModel::LogRate | InequalityModel::LogitProportion => [GapLabel::MethodNormal; 2],
        InequalityModel::Rate | InequalityModel::Proportion => [GapLabel::MethodInverted; 2],
    }
}

impl Figures<'_> {
    /// A range in full, with the name of the method that made it.
    fn with_method(&self, lower: f64, upper: f64, method: Option<String>) -> String {
        let mut range = self.range(&in_full(lower), &in_full(upper));
        if let Some(method) = method {
            push_part(&mut range, " (", &method);
            range.push(')');
        }
        range
    }
}

/// Names and numbers, as they are written down.
struct Facts<'a> {
    figures: &'a Figures<'a>,
    written: Vec<(String, String)>,
}

impl Facts<'_> {
    fn write<T: Template>(&mut self, label: T, fact: String) {
        self.written.push((self.figures.word(label), fact));
    }

    fn of<T: Template>(&mut self, name: &str, label: T, fact: String) {
        let mut of = name.to_owned();
        push_part(&mut of, ": ", &self.figures.word(label));
        self.written.push((of, fact));
    }

    fn range<T: Template>(&mut self, label: T, lower: f64, upper: f64, method: Option<String>) {
        self.write(label, self.figures.with_method(lower, upper, method));
    }

    fn group(&mut self, group: &Group) {
        let figures = self.figures;
        let Figure { cell, intervals, count, denominator, .. } = &group.figure;
        let value = match cell {
            crate::compare::Cell::Value(value) => in_full(*value),
            crate::compare::Cell::Absent(absence) => figures.word(absent(*absence)),
        };
        self.of(group.label, Label::Figure, value);
        if let Some(interval) = &intervals[0] {
            let named = figures.word(method(interval.method).1);
            let range = figures.with_method(interval.lower, interval.upper, Some(named));
            self.of(group.label, Label::Range, range);
        }
        for (label, number) in [(Label::CountLabel, count), (Label::Denominator, denominator)] {
            if let Some(number) = number {
                self.of(group.label, label, in_full(*number));
            }
        }
    }

    /// The line across all groups, or why there is none, where there could be one.
    fn slope(&mut self, gap: &GapComparison) {
        let why = match &gap.slope {
            Ok(slope) => {
                self.write(GapLabel::SlopeIndex, in_full(slope.index));
                let [of_slope, of_ratio] = methods(slope.model);
                self.of_range(GapLabel::SlopeIndex, &slope.limits, of_slope);
                if let Ok((ratio, limits)) = &slope.relative {
                    self.write(GapLabel::RelativeIndex, in_full(*ratio));
                    self.of_range(GapLabel::RelativeIndex, limits, of_ratio);
                }
                return;
            }
            Err(NoSlope::NoLadder) => return,
            Err(NoSlope::TooFew { .. }) => GapLabel::TooFewGroups,
            Err(NoSlope::GroupMissing) => GapLabel::GroupMissing,
            Err(NoSlope::Absent { .. }) => GapLabel::GroupAbsent,
            Err(NoSlope::NoPopulation) => GapLabel::NoPopulation,
            Err(NoSlope::NoRange) => GapLabel::NoRanges,
            Err(NoSlope::Counts) => GapLabel::OnlyCounts,
            Err(NoSlope::Rejected(_)) => GapLabel::NotCalculable,
        };
        self.write(GapLabel::NotFitted, self.figures.word(why));
    }

    fn of_range(&mut self, of: GapLabel, limits: &SlopeLimits, method: GapLabel) {
        let figures = self.figures;
        let range = figures.with_method(limits.lower, limits.upper, Some(figures.word(method)));
        self.of(&figures.word(of), Label::Range, range);
    }

    fn ratio_trend(&mut self, verdict: &RatioVerdict) {
        let figures = self.figures;
        let name = figures.word(GapLabel::RatioTest);
        for (label, (period, ratio)) in
            [(TrendLabel::FirstTested, verdict.first), (TrendLabel::LastTested, verdict.last)]
        {
            let slots = [("area", &*short(period, figures)), ("v", &*in_full(ratio))];
            self.of(&name, label, figures.language.label(Label::Point, &slots));
        }
        let GapTrend { fitted, limits, chi_squared, .. } = verdict.trend;
        self.of(&name, TrendLabel::GapChange, in_full(fitted));
        self.of(&name, TrendLabel::GapChangeRange, figures.range(&in_full(limits.0), &in_full(limits.1)));
        self.of(&name, TrendLabel::Statistic, in_full(chi_squared));
        self.of(&name, Label::LevelWord, level(verdict.level));
    }
}
