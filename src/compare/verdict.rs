//! What can be said of a figure against the benchmark.

use super::comparison::{Benchmark, Figure, LEVELS, Rule, Test, Untested, Verdict};
use crate::stats::{Estimate, Judgement, Polarity, Significance, against_value, gap};

/// The verdict on one figure, tested by a rule; else why it is not.
///
/// A figure is tested at 95 %, and again at 99.8 % where there is an interval for that, to tell how clear a gap is.
pub(super) fn judge(figure: &Figure, benchmark: &Benchmark, rule: Rule, polarity: Polarity) -> Verdict {
    let value = figure.cell.value().ok_or(Untested::NoFigure)?;
    let against = benchmark.figure.cell.value().ok_or(benchmark.untested)?;
    let mut verdict = Err(Untested::NoInterval);
    for (at, &level) in LEVELS.iter().enumerate() {
        let Some(interval) = figure.intervals[at] else { continue };
        let mut between = None;
        if rule == Rule::GapItself {
            let Some(theirs) = benchmark.figure.intervals[at] else { break };
            between = gap(&Estimate { value, interval }, &Estimate { value: against, interval: theirs }).ok();
        }
        let significance = match (rule, &between) {
            (Rule::FixedValue, _) => against_value(&interval, against),
            (Rule::GapItself, Some(gap)) if at == 0 || verdict.is_ok() => gap.significance(),
            _ => None,
        };
        let Some(significance) = significance else { break };
        match &mut verdict {
            Ok(Test { significance: before, level: clear, .. }) => {
                if significance == *before && significance != Significance::NotDifferent {
                    *clear = level;
                }
            }
            Err(_) => {
                let judgement = Judgement::of(Some(significance), Some(polarity));
                verdict = Ok(Test { rule, significance, judgement, level, gap: between });
            }
        }
    }
    verdict
}
