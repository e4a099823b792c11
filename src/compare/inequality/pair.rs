//! The gap between two groups: as a difference and as a ratio, each with its range.

use super::dimension::{Dimension, DimensionKind};
use super::ladder::{Rung, ages};
use super::{Group, NoGap};
use crate::compare::comparison::{Benchmark, BenchmarkKind, Figure, Place, Rule, Untested, Verdict};
use crate::compare::verdict::judge;
use crate::data::{Cell, Level as Spoken};
use crate::stats::{Estimate, Polarity, Rejection, RelativeGap, relative_gap};

/// How far apart two figures are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Apart {
    /// The first less the second.
    pub difference: f64,
    /// The test of the difference, with its range, both figures being uncertain.
    pub verdict: Verdict,
    /// How many times the second the first is, with its range; else why there is no such number.
    pub ratio: Result<RelativeGap, Rejection>,
}

/// How far apart two figures are; `None` where one of them is not there.
pub(super) fn apart(first: &Figure, second: &Figure, polarity: Polarity) -> Option<Apart> {
    let (a, b) = (first.cell.value()?, second.cell.value()?);
    let estimate = |value, figure: &Figure| {
        let interval = figure.intervals[0].ok_or(Rejection::MissingLimits)?;
        Ok(Estimate { value, interval })
    };
    let ratio = match (estimate(a, first), estimate(b, second)) {
        (Ok(a), Ok(b)) => relative_gap(&a, &b),
        (Err(why), _) | (_, Err(why)) => Err(why),
    };
    let verdict = judge(first, &against(second), Rule::GapItself, polarity);
    Some(Apart { difference: a - b, verdict, ratio })
}

/// A group's figure as what another's is set against: as uncertain as that.
pub(super) fn against<'t>(figure: &Figure<'t>) -> Benchmark<'t> {
    Benchmark {
        kind: BenchmarkKind::Peer,
        place: Place { code: "", name: "", spoken: "", level: Spoken::Place },
        of: 0,
        figure: *figure,
        other_period: None,
        untested: Untested::NoFigure,
    }
}

/// Which two groups the gap is between: those that are named; else the ends of a ladder of deprivation; else the two there
/// are.
pub(super) fn between(groups: &[Group], named: &[String]) -> Result<(usize, usize), NoGap> {
    let place = |label: &String| groups.iter().position(|group| group.label == *label);
    if let [first, second] = named
        && let (Some(first), Some(second)) = (place(first), place(second))
        && first != second
    {
        return Ok((first, second));
    }
    if let Some(Rung { of, .. }) = groups.first().and_then(|group| group.rung) {
        let end = |at: usize| groups.iter().position(|group| group.rung == Some(Rung { at, of }));
        let missing = |at: usize| NoGap::EndMissing(Rung { at, of });
        return Ok((end(0).ok_or(missing(0))?, end(of - 1).ok_or(missing(of - 1))?));
    }
    if groups.len() == 2 { Ok((0, 1)) } else { Err(NoGap::NotNamed) }
}

/// The gap between two groups, else why there is none.
pub(super) fn pair_gap(
    groups: &[Group],
    dimension: &Dimension,
    between: (usize, usize),
    polarity: Polarity,
) -> Result<Apart, NoGap> {
    let (first, second) = (&groups[between.0], &groups[between.1]);
    for (group, is_first) in [(first, true), (second, false)] {
        if let Cell::Absent(absence) = group.figure.cell {
            return Err(NoGap::Absent { is_first, absence });
        }
    }
    if dimension.kind == DimensionKind::Age
        && let (Some(a), Some(b)) = (ages(first.label), ages(second.label))
        && a.0 <= b.1
        && b.0 <= a.1
    {
        return Err(NoGap::Overlapping);
    }
    apart(&first.figure, &second.figure, polarity).ok_or(NoGap::NotNamed)
}
