//! What can be said of a figure against the benchmark.

use super::comparison::{Benchmark, BenchmarkKind, Figure, Rule, Side, Test, Verdict};
use crate::data::Cell;
use crate::stats::{
    Estimate, GradedSignificance, Interval, Judgement, Level, Polarity, Significance, against_value,
    against_value_graded, gap,
};

/// The verdict on one figure: tested by the rule that fits the benchmark, else why it is not.
pub(super) fn judge(figure: &Figure, benchmark: &Benchmark, polarity: Polarity) -> Verdict {
    let value = match figure.cell {
        Cell::Value(value) => value,
        Cell::Absent(absence) => return Verdict::NoFigure(absence),
    };
    if benchmark.other_period.is_some() {
        return Verdict::OtherPeriod;
    }
    let Some(against) = benchmark.figure.cell.value() else { return Verdict::NoBenchmark };
    match benchmark.kind {
        BenchmarkKind::Nothing(_) => Verdict::NoBenchmark,
        BenchmarkKind::Wide(_) | BenchmarkKind::Fixed(_) => fixed_value(figure, against, polarity),
        BenchmarkKind::Peer(_) | BenchmarkKind::PeersMedian(_) | BenchmarkKind::GroupMedian(..) => {
            gap_itself(value, figure, against, &benchmark.figure, polarity)
        }
    }
}

/// The area's interval against a value taken as fixed: at 95 %, and at 99.8 % where that interval is there too.
fn fixed_value(figure: &Figure, against: f64, polarity: Polarity) -> Verdict {
    let at = |interval: &Interval| {
        let significance = against_value(interval, against)?;
        let level = (significance != Significance::NotDifferent).then_some(interval.level);
        Some(GradedSignificance { significance, level })
    };
    let graded = match (&figure.interval, &figure.wide_interval) {
        (Some(narrow), Some(wide)) => against_value_graded(narrow, wide, against),
        (Some(only), None) | (None, Some(only)) => at(only),
        (None, None) => None,
    };
    match graded {
        Some(graded) => tested(Rule::FixedValue, graded, polarity, None),
        None => Verdict::NoInterval,
    }
}

/// The interval of the gap between two uncertain figures, against zero.
fn gap_itself(value: f64, ours: &Figure, against: f64, theirs: &Figure, polarity: Polarity) -> Verdict {
    let at = |our: &Option<Interval>, their: &Option<Interval>| {
        let our = Estimate::new(value, (*our)?).ok()?;
        let their = Estimate::new(against, (*their)?).ok()?;
        gap(&our, &their).ok()
    };
    let Some(narrow) = at(&ours.interval, &theirs.interval) else { return Verdict::NoInterval };
    let Some(significance) = narrow.significance() else { return Verdict::NoInterval };
    let wide = at(&ours.wide_interval, &theirs.wide_interval);
    let level = match wide.and_then(|wide| wide.significance()) {
        _ if significance == Significance::NotDifferent => None,
        Some(wider) if wider == significance => Some(Level::P998),
        _ => Some(Level::P95),
    };
    tested(Rule::GapItself, GradedSignificance { significance, level }, polarity, Some(narrow))
}

fn tested(rule: Rule, graded: GradedSignificance, polarity: Polarity, gap: Option<crate::stats::Gap>) -> Verdict {
    let side = match graded.significance {
        Significance::Higher => Some(Side::Higher),
        Significance::Lower => Some(Side::Lower),
        Significance::NotDifferent => None,
    };
    Verdict::Tested(Test {
        rule,
        judgement: Judgement::of(Some(graded.significance), Some(polarity)),
        side,
        level: graded.level.unwrap_or(Level::P95),
        gap,
    })
}
