//! Receipts of gaps between groups: the figures of two groups, the line across a ladder, the places inside an area.

use super::trends::{change_id, of_gaps, period};
use super::{Inputs, LIMITS, Outcome, THEIR_LIMITS, add_limits, intervals, map, numbers, own, polarity_word};
use crate::compare::history::Whose;
use crate::compare::inequality::{Apart, GapComparison, Group, Inside, OverTime, RatioVerdict, Slope, Weighed, fitted};
use crate::compare::{BenchmarkKind, Figure};
use crate::config::Plain;
use crate::stats::{
    Estimate, GapPoint, InequalityModel, Interval, Method, Polarity, gap_trend, log_ratio, quantile, relative_gap,
};

/// What the figures of a line are taken for, by their names in a receipt.
const MODELS: [(&str, InequalityModel); 3] =
    [("proportion", InequalityModel::Proportion), ("rate", InequalityModel::Rate), ("other", InequalityModel::Other)];

/// The receipts of the gap between two groups, now and over time, of the line across them, and of the places inside.
pub fn gap_receipts(comparison: &GapComparison) -> Plain {
    let now = &comparison.now;
    let mut steps = Vec::new();
    if let (Ok(gap), Some((first, second))) = (&comparison.gap, comparison.pair()) {
        between(gap, (first, second), now.subject.polarity, &mut steps);
    }
    if let Ok(slope) = &comparison.slope {
        steps.push(own("slope-index", of_slope(&comparison.groups, slope)));
    }
    if let Some(over_time) = &comparison.over_time {
        of_time(over_time, &mut steps);
    }
    if let Some(inside) = &comparison.inside {
        steps.push(own("middle-half", of_parts(inside)));
    }
    let group = |group: &Group| {
        let steps = intervals(&group.figure, now.subject.per);
        let line = Plain::Number(f64::from(group.figure.line));
        Plain::map([("group", group.label.into()), ("line", line), ("steps", Plain::List(steps))])
    };
    Plain::map([
        ("indicator", now.subject.id.into()),
        ("label", now.subject.label.into()),
        ("period", now.period.label.as_str().into()),
        ("area", now.ours().place.code.into()),
        ("name", now.ours().place.name.into()),
        ("dimension", comparison.dimension().map_or("", |dimension| dimension.name()).into()),
        ("groups", Plain::List(comparison.groups.iter().map(group).collect())),
        ("steps", Plain::List(steps)),
    ])
}

/// The difference of two groups against none, and their ratio.
fn between(apart: &Apart, (first, second): (&Group, &Group), polarity: Polarity, steps: &mut Vec<Plain>) {
    let (ours, theirs) = (&first.figure, &second.figure);
    let figures = || {
        let mut inputs = vec![("group", first.label.into()), ("value", ours.cell.value().into())];
        add_limits(&mut inputs, &LIMITS, &ours.intervals);
        inputs.extend([("againstGroup", second.label.into()), ("against", theirs.cell.value().into())]);
        add_limits(&mut inputs, &THEIR_LIMITS, &theirs.intervals);
        inputs
    };
    if apart.verdict.is_ok() {
        let mut inputs = figures();
        inputs.push(("polarity", polarity_word(polarity).into()));
        steps.push(own("gap", map(inputs)));
    }
    if apart.ratio.is_ok() {
        steps.push(own("relative-gap", map(figures())));
    }
}

fn of_slope(groups: &[Group], slope: &Slope) -> Plain {
    let model = MODELS.iter().find(|(_, model)| *model == slope.model).map_or("", |(name, _)| name);
    let group = |group: &Group| {
        let Figure { cell, denominator, intervals, .. } = &group.figure;
        let mut inputs = vec![("group", group.label.into()), ("population", (*denominator).into())];
        inputs.push(("value", cell.value().into()));
        add_limits(&mut inputs, [&LIMITS[0]], &intervals[..1]);
        map(inputs)
    };
    map(vec![
        ("model", model.into()),
        ("per", Plain::Number(slope.per)),
        ("groups", Plain::List(groups.iter().map(group).collect())),
    ])
}

fn of_time(over_time: &OverTime, steps: &mut Vec<Plain>) {
    if let Ok(verdict) = &over_time.change {
        steps.push(own("gap-trend", of_gaps(verdict, BenchmarkKind::Peer)));
    }
    if let Ok(verdict) = &over_time.ratio {
        steps.push(own("relative-gap-trend", of_ratios(verdict)));
    }
}

fn of_ratios(verdict: &RatioVerdict) -> Plain {
    let mut points = Vec::new();
    for moment in &verdict.tested {
        let mut point = period(moment);
        for (whose, value, names) in [(Whose::Ours, "value", &LIMITS), (Whose::Benchmark, "against", &THEIR_LIMITS)] {
            let figure = moment.figure(whose);
            point.push((value, figure.cell.value().into()));
            let at = usize::from(figure.intervals[0].is_none());
            add_limits(&mut point, [&names[at]], &figure.intervals[at..=at]);
        }
        points.push(map(point));
    }
    map(vec![("points", Plain::List(points)), ("level", Plain::Number(verdict.level.confidence()))])
}

fn of_parts(inside: &Inside) -> Plain {
    let mut parts = Vec::new();
    for part in &inside.parts {
        if let Some(value) = part.figure.cell.value() {
            parts.push(map(vec![("area", part.place.code.into()), ("value", Plain::Number(value))]));
        }
    }
    map(vec![("figures", Plain::List(parts))])
}

impl Inputs<'_> {
    /// How many times the second figure the first is.
    pub(super) fn relative_gap(&self) -> Outcome {
        let (first, second) = self.two_estimates()?;
        let found = relative_gap(&first, &second).map_err(|_| self.wrong("against"))?;
        let result = [("ratio", found.ratio), ("lower", found.interval.lower), ("upper", found.interval.upper)];
        Ok([numbers(&[("product", first.value * second.value)]), numbers(&result)])
    }

    /// The line across groups from the most to the least deprived.
    pub(super) fn slope_index(&self) -> Outcome {
        let model = MODELS.iter().find(|(name, _)| *name == self.inputs.get("model").text());
        let groups = self.list("groups", |one| {
            let interval = one.limits(0, &LIMITS).ok_or_else(|| one.wrong(LIMITS[0].0))?;
            Ok(Weighed { population: one.number("population")?, value: one.number("value")?, interval })
        })?;
        let (model, per) = (model.ok_or_else(|| self.wrong("model"))?.1, self.number("per")?);
        let found = fitted(&groups, model, per).map_err(|_| self.wrong("groups"))?;
        let mut result = vec![
            ("slopeIndex", Plain::Number(found.index)),
            ("lower", Plain::Number(found.limits.lower)),
            ("upper", Plain::Number(found.limits.upper)),
        ];
        if let Ok((index, limits)) = found.relative {
            result.push(("relativeIndex", Plain::Number(index)));
            result.push(("relativeLower", Plain::Number(limits.lower)));
            result.push(("relativeUpper", Plain::Number(limits.upper)));
        }
        let people: f64 = groups.iter().map(|group| group.population).sum();
        Ok([numbers(&[("population", people)]), map(result)])
    }

    /// The trend of a ratio, on the logarithmic scale.
    pub(super) fn relative_gap_trend(&self) -> Outcome {
        let points = self.points(|one| {
            let (first, second) = one.two_estimates()?;
            let (gap, variance) = log_ratio(&first, &second).map_err(|_| one.wrong("against"))?;
            Ok(GapPoint { period: one.year()?, gap, variance })
        })?;
        let found = gap_trend(&points, self.level()?).map_err(|_| self.wrong("points"))?;
        let working = [
            ("start", found.ends.0),
            ("end", found.ends.1),
            ("fitted", found.fitted),
            ("lower", found.limits.0),
            ("upper", found.limits.1),
            ("chiSquared", found.chi_squared),
        ];
        Ok([numbers(&working), map(vec![("change", change_id(found.change).into())])])
    }

    /// Where the middle half of some figures lies.
    pub(super) fn middle_half(&self) -> Outcome {
        let values = self.list("figures", |one| one.number("value"))?;
        let quartile = |share| quantile(&values, share).ok_or_else(|| self.wrong("figures"));
        let result = [("lower", quartile(0.25)?), ("upper", quartile(0.75)?)];
        Ok([numbers(&[("figures", values.len() as f64)]), numbers(&result)])
    }

    /// A figure and what it is set against, each with the narrower of its ranges.
    fn two_estimates(&self) -> Result<(Estimate, Estimate), super::Unreadable> {
        let narrow = |names| self.limits(0, names).or_else(|| self.limits(1, names));
        let published = |interval| Interval { method: Method::Published, ..interval };
        let ours = narrow(&LIMITS).map(published).ok_or_else(|| self.wrong(LIMITS[0].0))?;
        let theirs = narrow(&THEIR_LIMITS).map(published).ok_or_else(|| self.wrong(THEIR_LIMITS[0].0))?;
        Ok((
            Estimate { value: self.number("value")?, interval: ours },
            Estimate { value: self.number("against")?, interval: theirs },
        ))
    }
}
