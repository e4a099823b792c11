//! What can be said of a figure against the benchmark.

use super::comparison::{Benchmark, Figure, LEVELS, Rule, Test, Untested, Verdict};
use crate::stats::{Estimate, Gap, Judgement, Polarity, Significance, against_value, gap as between};

/// The verdict on one figure, tested by a rule; else why it is not.
///
/// A figure is tested at 95 %, and again at 99.8 % where there is an interval for that, to tell how clear a gap is.
pub(super) fn judge(figure: &Figure, benchmark: &Benchmark, rule: Rule, polarity: Polarity) -> Verdict {
    let value = figure.cell.value().ok_or(Untested::NoFigure)?;
    let against = benchmark.figure.cell.value().ok_or(benchmark.untested)?;
    // Against a fixed value, a figure with nothing but its wider interval is tested by that.
    let first = usize::from(rule == Rule::FixedValue && figure.intervals[0].is_none());
    let (mut gap, mut wide) = (None, None);
    let side = |at: usize, gap: &mut Option<Gap>| {
        let interval = figure.intervals[at]?;
        if rule == Rule::FixedValue {
            return against_value(&interval, against);
        }
        let theirs = Estimate { value: against, interval: benchmark.figure.intervals[at]? };
        *gap = between(&Estimate { value, interval }, &theirs).ok();
        gap.as_ref()?.significance()
    };
    let significance = side(first, &mut gap).ok_or(Untested::NoInterval)?;
    let is_clearer = significance != Significance::NotDifferent && side(1, &mut wide) == Some(significance);
    let judgement = Judgement::of(Some(significance), Some(polarity));
    Ok(Test { rule, significance, judgement, level: LEVELS[if is_clearer { 1 } else { first }], gap })
}
