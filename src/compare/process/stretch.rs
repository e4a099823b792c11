//! The figures of a process, parted where the usual range starts again, each stretch read by itself.

use super::setup::Setup;
use super::*;
use crate::stats::process::{self, Behaviour, Plan, variation};
use crate::stats::{Polarity, Rejection};

/// From so many figures there is a usual range: with fewer its limits are a trial.
const FIRM: usize = 13;
/// The fewest figures of a baseline.
const SHORTEST_BASELINE: usize = 12;

/// A figure of the process: its moment, and its value.
type Counted = (usize, f64);

/// Reads the final figures of a process, and says what was asked of it and could not be.
pub(super) fn read<'t>(found: &mut ProcessComparison<'t>, mut setup: Setup<'t>, history: &[Moment<'t>]) {
    let counted: Vec<Counted> = history
        .iter()
        .enumerate()
        .filter(|(_, moment)| !moment.provisional)
        .filter_map(|(at, moment)| Some((at, moment.ours.cell.value()?)))
        .collect();
    found.stretches = match shares_months(&counted, history) {
        _ if counted.is_empty() => Err(NoProcess::NoFigures),
        true => Err(NoProcess::Overlapping),
        false => read_all(found, &mut setup, &counted, history),
    };
    found.findings = setup.findings;
}

fn shares_months(counted: &[Counted], history: &[Moment]) -> bool {
    let period = |(at, _): Counted| history[at].period;
    counted.windows(2).any(|pair| {
        let (before, next) = (period(pair[0]), period(pair[1]));
        next.first_month() < before.first_month() + i32::from(before.months)
    })
}

/// Parts the figures, reads each stretch, and sets the last one against the standard.
fn read_all<'t>(
    found: &mut ProcessComparison<'t>,
    setup: &mut Setup<'t>,
    counted: &[Counted],
    history: &[Moment<'t>],
) -> Result<Vec<Stretch<'t>>, NoProcess> {
    let polarity = found.now.subject.polarity;
    let mut stretches: Vec<Stretch> = Vec::new();
    let mut parts = parts(counted, &setup.rebases, history);
    find_baseline(setup, &mut parts, history);
    for part in &parts {
        let plan = Plan { rebases: &[], baseline: part.baseline, screening: setup.screening, run: setup.run };
        let values: Vec<f64> = part.counted.iter().map(|(_, value)| *value).collect();
        let behaviour = process::behaviour(&values, &plan).map_err(|_| NoProcess::NotCalculable)?;
        let period = behaviour.periods[0];
        for ((at, _), point) in part.counted.iter().zip(&behaviour.points) {
            let sign = if period.is_short() { None } else { read_sign(point, polarity) };
            found.moments[*at].reading = Some(Reading { stretch: stretches.len(), sign });
        }
        let usual = usual(&behaviour, part);
        found.assurance =
            found.target.filter(|_| !period.is_short()).and_then(|target| assurance(&period, target, polarity));
        stretches.push(Stretch {
            first: history[part.counted[0].0].period,
            last: history[part.counted[part.counted.len() - 1].0].period,
            figures: part.counted.len(),
            rebase: part.rebase,
            changed: part.changed,
            usual,
        });
    }
    Ok(stretches)
}

/// The figures of one stretch, and why it begins.
struct Part<'c, 't> {
    counted: &'c [Counted],
    rebase: Option<NewStart<'t>>,
    changed: Option<Break<'t>>,
    /// How many of its first figures make its usual range, where that was fixed.
    baseline: Option<usize>,
}

/// The figures parted before the first that follows a new start or a change in the way of measuring.
fn parts<'c, 't>(counted: &'c [Counted], rebases: &[NewStart<'t>], history: &[Moment<'t>]) -> Vec<Part<'c, 't>> {
    let mut parts: Vec<Part> = Vec::new();
    let mut start = 0;
    for at in 0..counted.len() {
        let (moment, before) = (counted[at].0, at.checked_sub(1).map(|before| counted[before].0));
        let (mut rebase, mut changed) = (None, None);
        if let Some(before) = before {
            let is_here = |period: &Period| period > history[before].period && period <= history[moment].period;
            rebase = rebases.iter().rfind(|start| is_here(start.period)).copied();
            changed = history[before + 1..=moment].iter().rev().find_map(|moment| moment.changed);
        }
        if before.is_none() || rebase.is_some() || changed.is_some() {
            start = at;
            parts.push(Part { counted: &counted[at..], rebase, changed, baseline: None });
        }
        if let Some(part) = parts.last_mut() {
            part.counted = &counted[start..=at];
        }
    }
    parts
}

/// Gives the baseline to the stretch it lies in, or says why it cannot be.
fn find_baseline(setup: &mut Setup, parts: &mut [Part], history: &[Moment]) {
    let Some((from, to)) = setup.baseline else { return };
    // A reader who looks back to before its end sees what was usual then.
    if history.last().is_some_and(|last| last.period < to) {
        return;
    }
    let period = |(at, _): Counted| history[at].period;
    // The figure with which the baseline is to begin: it must be the one with which its stretch does.
    let begins =
        from.and_then(|from| parts.iter().flat_map(|part| part.counted).copied().find(|one| period(*one) >= from));
    let Some(part) = parts.iter_mut().rfind(|part| period(part.counted[0]) <= to) else {
        return setup.find(ProcessFindingKind::BaselineNotFound, &to.label);
    };
    let values: Vec<f64> = part.counted.iter().filter(|one| period(**one) <= to).map(|(_, value)| *value).collect();
    let wrong = match from {
        Some(from) if begins != Some(part.counted[0]) => Some((ProcessFindingKind::BaselineMidway, from)),
        _ if values.len() < SHORTEST_BASELINE => Some((ProcessFindingKind::BaselineShort, to)),
        _ if values.iter().all(|value| *value == values[0]) => Some((ProcessFindingKind::BaselineEqual, to)),
        _ => None,
    };
    match wrong {
        Some((kind, period)) => setup.find(kind, &period.label),
        None => part.baseline = Some(values.len()),
    }
}

/// Why a point may be a sign, read through polarity; where its rules disagree, not judged.
pub(in crate::compare) fn read_sign(point: &process::Point, polarity: Polarity) -> Option<Sign> {
    let signal = point.signal?;
    let polarity = if point.opposed { Polarity::NoJudgement } else { polarity };
    let cause = match variation(point, polarity) {
        process::Variation::SpecialCause(cause, _) => cause,
        process::Variation::CommonCause => return None,
    };
    Some(Sign { rule: signal.rule, side: signal.side, cause, opposed: point.opposed })
}

fn usual(behaviour: &Behaviour, part: &Part) -> Result<Usual, NoUsual> {
    let period = behaviour.periods[0];
    if period.count < FIRM {
        return Err(NoUsual::TooFew { have: period.count });
    }
    let refused = |why: Rejection| match why {
        Rejection::NoVariation => NoUsual::AllEqual { value: period.centre },
        _ => NoUsual::NotCalculable,
    };
    Ok(Usual {
        centre: period.centre,
        mean_range: period.mean_range.map_err(refused)?,
        limits: period.limits.map_err(refused)?,
        ranges: period.ranges,
        baseline: part.baseline.unwrap_or(period.count),
    })
}
