//! How the verdicts on a trend were worked out, in words with every number in full.

use super::say::going;
use super::short;
use crate::compare::{GapVerdict, TrendComparison, TrendReason, TrendTest, TrendVerdict};
use crate::text::{Label, Sentence, TrendLabel, push_part};
use crate::view::figures::Figures;
use crate::view::model::Receipt;
use crate::view::results::{in_full, level};

pub(super) fn receipt(trend: &TrendComparison, figures: &Figures) -> Receipt {
    let mut facts = Facts { figures, written: Vec::new() };
    let long = trend.long.as_ref().and_then(|long| long.as_ref().ok());
    let rule = match trend.recent.as_ref().ok().or(long) {
        Some(verdict) => match verdict.test {
            TrendTest::CochranArmitage => TrendLabel::RuleCounts,
            TrendTest::WeightedLine => TrendLabel::RuleLine,
            TrendTest::PublishedLine => TrendLabel::RulePublished,
        },
        None => TrendLabel::NotTested,
    };
    if let Ok(verdict) = &trend.recent {
        facts.verdict(TrendLabel::RecentTest, verdict);
    }
    if let Some(verdict) = long {
        facts.verdict(TrendLabel::LongTest, verdict);
    }
    if let Ok(verdict) = &trend.gap {
        facts.gap(verdict);
    }
    Receipt { rule: figures.word(rule), facts: facts.written, definition: figures.language.say(Sentence::S6, &[]) }
}

/// The trend of a gap.
#[cfg(every_view)]
pub(in crate::view) fn of_gap(verdict: &GapVerdict, figures: &Figures) -> Vec<(String, String)> {
    let mut facts = Facts { figures, written: Vec::new() };
    facts.gap(verdict);
    facts.written
}

/// Names and numbers, as they are written down.
struct Facts<'a> {
    figures: &'a Figures<'a>,
    written: Vec<(String, String)>,
}

impl Facts<'_> {
    fn write(&mut self, test: TrendLabel, name: String, fact: String) {
        let mut of = self.figures.word(test);
        push_part(&mut of, ": ", &name);
        self.written.push((of, fact));
    }

    fn verdict(&mut self, test: TrendLabel, verdict: &TrendVerdict) {
        let figures = self.figures;
        let word = |label: TrendLabel| figures.word(label);
        let end = |(period, value): (&crate::compare::Period, f64)| {
            figures.language.label(Label::Point, &[("area", &short(period, figures)), ("v", &in_full(value))])
        };
        self.write(test, word(TrendLabel::FirstTested), end(verdict.first));
        self.write(test, word(TrendLabel::LastTested), end(verdict.last));
        self.write(test, word(TrendLabel::Figures), figures.count(verdict.tested.len()));
        self.write(test, word(TrendLabel::Slope), in_full(verdict.slope));
        self.write(test, word(TrendLabel::Statistic), in_full(verdict.chi_squared));
        self.write(test, figures.word(Label::LevelWord), level(verdict.level));
        let outcome = match verdict.reason {
            TrendReason::OnePointDecides => TrendLabel::OnePoint,
            _ => going(verdict.trend),
        };
        self.write(test, figures.word(Label::Outcome), word(outcome));
    }

    fn gap(&mut self, verdict: &GapVerdict) {
        let figures = self.figures;
        let test = TrendLabel::GapTest;
        for (label, end) in [(TrendLabel::FirstTested, &verdict.first), (TrendLabel::LastTested, &verdict.last)] {
            let slots = [("area", &*short(end.period, figures)), ("v", &*in_full(end.gap))];
            self.write(test, figures.word(label), figures.language.label(Label::Point, &slots));
        }
        self.write(test, figures.word(TrendLabel::GapChange), in_full(verdict.trend.fitted));
        let (lower, upper) = verdict.trend.limits;
        let range = figures.range(&in_full(lower), &in_full(upper));
        self.write(test, figures.word(TrendLabel::GapChangeRange), range);
        self.write(test, figures.word(TrendLabel::Statistic), in_full(verdict.trend.chi_squared));
        self.write(test, figures.word(Label::LevelWord), level(verdict.level));
    }
}
