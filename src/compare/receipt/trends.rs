//! Receipts of trends: the figures that a test tested, and what it made of them.

use super::{Inputs, LIMITS, Outcome, Unreadable, map, numbers, own, polarity_word};
use crate::compare::closing::{GapVerdict, variance};
use crate::compare::history::Moment;
use crate::compare::recent::{TrendTest, TrendVerdict, interval, year};
use crate::compare::{BenchmarkKind, Figure, TrendComparison};
use crate::config::Plain;
use crate::stats::{
    CountedPoint, EstimatedPoint, GapChange, GapPoint, GapTrend, Interval, Level, Method, Polarity, RecentTrend,
    Rejection, Trend, TrendJudgement, TrendReason, gap_trend, long_trend, long_trend_of_proportion,
    published_recent_trend, recent_trend, recent_trend_of_proportion,
};

/// The tests of a trend by their names in a receipt.
const TESTS: [(&str, TrendTest); 3] = [
    ("cochran-armitage", TrendTest::CochranArmitage),
    ("weighted-line", TrendTest::WeightedLine),
    ("published-line", TrendTest::PublishedLine),
];

/// The receipts of every trend that was tested.
pub fn trend_receipts(comparison: &TrendComparison) -> Plain {
    let mut steps = Vec::new();
    let polarity = comparison.now.subject.polarity;
    if let Ok(verdict) = &comparison.recent {
        steps.push(own("recent-trend", of_figures(verdict, polarity)));
    }
    if let Some(Ok(verdict)) = &comparison.long {
        steps.push(own("long-trend", of_figures(verdict, polarity)));
    }
    if let Ok(verdict) = &comparison.gap {
        steps.push(own("gap-trend", of_gaps(verdict, comparison.now.benchmark.kind)));
    }
    Plain::map([
        ("indicator", comparison.now.subject.id.into()),
        ("label", comparison.now.subject.label.into()),
        ("group", comparison.now.subject.group.as_str().into()),
        ("area", comparison.now.ours().place.code.into()),
        ("name", comparison.now.ours().place.name.into()),
        ("steps", Plain::List(steps)),
    ])
}

pub(super) fn of_figures(verdict: &TrendVerdict, polarity: Polarity) -> Plain {
    let is_counted = verdict.test == TrendTest::CochranArmitage;
    let mut points = Vec::new();
    for moment in &verdict.tested {
        let Figure { cell, count, denominator, .. } = moment.ours;
        let mut point = period(moment);
        if is_counted {
            point.extend([("count", count.into()), ("denominator", denominator.into())]);
        } else {
            point.push(("value", cell.value().into()));
            point.extend(limits(interval(&moment.ours)));
        }
        points.push(map(point));
    }
    let test = TESTS.iter().find(|(_, test)| *test == verdict.test).map_or("", |(name, _)| name);
    let mut inputs = vec![("test", test.into()), ("points", Plain::List(points))];
    inputs.push(("polarity", polarity_word(polarity).into()));
    map(inputs)
}

pub(super) fn of_gaps(verdict: &GapVerdict, kind: BenchmarkKind) -> Plain {
    let mut points = Vec::new();
    for moment in &verdict.tested {
        let mut point = period(moment);
        let difference =
            moment.ours.cell.value().zip(moment.benchmark.cell.value()).map(|(ours, theirs)| ours - theirs);
        point.extend([("gap", difference.into()), ("variance", variance(moment, kind).ok().into())]);
        points.push(map(point));
    }
    map(vec![("points", Plain::List(points)), ("level", Plain::Number(verdict.level.confidence()))])
}

pub(super) fn period(moment: &Moment) -> Vec<(&'static str, Plain)> {
    vec![("period", moment.period.label.as_str().into()), ("year", Plain::Number(f64::from(year(moment.period))))]
}

/// The limits by the names of their level.
pub(super) fn limits(interval: Option<Interval>) -> Vec<(&'static str, Plain)> {
    let Some(interval) = interval else { return Vec::new() };
    let (lower, upper) = LIMITS[usize::from(interval.level != Level::P95)];
    vec![(lower, Plain::Number(interval.lower)), (upper, Plain::Number(interval.upper))]
}

/// A test of figures with their intervals.
type OfEstimates = fn(&[EstimatedPoint]) -> Result<RecentTrend, Rejection>;

impl Inputs<'_> {
    /// The latest figures, by the test that the receipt names.
    pub(super) fn recent_trend(&self) -> Outcome {
        self.trend(recent_trend_of_proportion, [recent_trend, published_recent_trend])
    }

    /// Figures from a period that was fixed beforehand, by the test that the receipt names.
    pub(super) fn long_trend(&self) -> Outcome {
        self.trend(long_trend_of_proportion, [long_trend, long_trend])
    }

    fn trend(
        &self,
        counted: fn(&[CountedPoint]) -> Result<RecentTrend, Rejection>,
        [line, published]: [OfEstimates; 2],
    ) -> Outcome {
        let test = TESTS.iter().find(|(name, _)| *name == self.inputs.get("test").text());
        let found = match test.ok_or_else(|| self.wrong("test"))?.1 {
            TrendTest::CochranArmitage => counted(&self.points(counted_point)?),
            TrendTest::WeightedLine => line(&self.points(estimated_point)?),
            TrendTest::PublishedLine => published(&self.points(estimated_point)?),
        };
        let found = found.map_err(|_| self.wrong("points"))?;
        let working = numbers(&[("slope", found.slope), ("chiSquared", found.chi_squared)]);
        let result = map(vec![
            ("trend", trend_id(found.trend).into()),
            ("reason", reason_id(found.reason).into()),
            ("judgement", judgement_id(found.trend.judged(self.polarity()?)).into()),
        ]);
        Ok([working, result])
    }

    /// The trend of a gap at one level.
    pub(super) fn gap_trend(&self) -> Outcome {
        let points = self.points(|one| {
            let (gap, variance) = (one.number("gap")?, one.number("variance")?);
            Ok(GapPoint { period: one.year()?, gap, variance })
        })?;
        let GapTrend { change, ends, fitted, limits, chi_squared } =
            gap_trend(&points, self.level()?).map_err(|_| self.wrong("points"))?;
        let working = [
            ("start", ends.0),
            ("end", ends.1),
            ("fitted", fitted),
            ("lower", limits.0),
            ("upper", limits.1),
            ("chiSquared", chi_squared),
        ];
        Ok([numbers(&working), map(vec![("change", change_id(change).into())])])
    }

    pub(super) fn points<P>(&self, read: impl Fn(&Inputs) -> Result<P, Unreadable>) -> Result<Vec<P>, Unreadable> {
        self.list("points", read)
    }

    pub(super) fn list<P>(
        &self,
        name: &str,
        read: impl Fn(&Inputs) -> Result<P, Unreadable>,
    ) -> Result<Vec<P>, Unreadable> {
        let Plain::List(items) = self.inputs.get(name) else { return Err(self.wrong(name)) };
        items.iter().map(|item| read(&Inputs { rule: self.rule, inputs: item })).collect()
    }

    pub(super) fn year(&self) -> Result<i32, Unreadable> {
        let year = self.number("year")?;
        if year.fract() == 0.0 && year.abs() < 1e6 { Ok(year as i32) } else { Err(self.wrong("year")) }
    }
}

fn counted_point(one: &Inputs) -> Result<CountedPoint, Unreadable> {
    let (count, denominator) = (one.number("count")?, one.number("denominator")?);
    Ok(CountedPoint { period: one.year()?, count: Some(count), denominator: Some(denominator) })
}

fn estimated_point(one: &Inputs) -> Result<EstimatedPoint, Unreadable> {
    let value = one.number("value")?;
    let interval = one.limits(0, &LIMITS).or_else(|| one.limits(1, &LIMITS)).ok_or_else(|| one.wrong(LIMITS[0].0))?;
    let interval = Interval { method: Method::Published, ..interval };
    Ok(EstimatedPoint { period: one.year()?, value: Some(value), interval: Some(interval) })
}

fn trend_id(trend: Trend) -> &'static str {
    match trend {
        Trend::Increasing => "increasing",
        Trend::Decreasing => "decreasing",
        Trend::NoSignificantChange => "no-clear-trend",
    }
}

fn reason_id(reason: TrendReason) -> &'static str {
    match reason {
        TrendReason::Significant => "clear",
        TrendReason::NotSignificant => "not-clear",
        TrendReason::OnePointDecides => "one-point-decides",
    }
}

fn judgement_id(judgement: TrendJudgement) -> &'static str {
    match judgement {
        TrendJudgement::GettingBetter => "better",
        TrendJudgement::GettingWorse => "worse",
        _ => "none",
    }
}

pub(super) fn change_id(change: GapChange) -> &'static str {
    match change {
        GapChange::Smaller => "smaller",
        GapChange::Bigger => "bigger",
        GapChange::Crossed => "crossed",
        GapChange::Unclear => "unclear",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::{replay, trend};
    use crate::config::{Config, Key};
    use crate::data::{Mapping, Reader, Table};

    /// Our area and England over nine years, ours rising by so much a year; with counts, or with ranges.
    fn table(step: f64, counted: bool) -> Table {
        let head = if counted { "Count,Denominator" } else { "Lower CI 95.0 limit,Upper CI 95.0 limit" };
        let mut csv = format!("Area Code,Area Name,Time period,Value,{head}\n");
        for at in 0..9 {
            let value = 20.0 + step * f64::from(at);
            for (area, value, of) in [("E10000001,Ash", value, 4_000.0), ("E92000001,England", 20.0, 400_000.0)] {
                let year = 2015 + at;
                csv += &match counted {
                    true => format!("{area},{year},{value},{},{of}\n", value / 100.0 * of),
                    false => format!("{area},{year},{value},{},{}\n", value - 1.2, value + 1.2),
                };
            }
        }
        let mut reader = Reader::new(Mapping::default());
        reader.push(csv.as_bytes());
        reader.finish().0
    }

    fn rules(receipt: &Plain) -> Vec<&str> {
        let Plain::List(steps) = receipt.get("steps") else { return Vec::new() };
        steps.iter().map(|step| step.get("rule").text()).collect()
    }

    /// Where years that begin in another month lie between, the test leaves them out, and so does its receipt.
    #[test]
    fn a_receipt_holds_the_periods_that_were_tested_and_no_others() {
        let mut csv = "Area Code,Area Name,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit\n".to_owned();
        for at in 0..7 {
            for (label, value) in [(format!("{}/{}", 2015 + at, 16 + at), 40 - at), (format!("{}", 2016 + at), 20 + at)]
            {
                csv += &format!("E10000001,Ash,{label},{value},{},{}\n", value - 1, value + 1);
            }
        }
        let mut reader = Reader::new(Mapping::default());
        reader.push(csv.as_bytes());
        let (table, config) = (reader.finish().0, Config::default());
        let comparison = trend(&table, &config).unwrap();
        let verdict = comparison.recent.as_ref().unwrap();
        assert_eq!((verdict.every, verdict.trend), (Some(1), Trend::Increasing));
        let receipt = trend_receipts(&comparison);
        let Plain::List(steps) = receipt.get("steps") else { panic!("{receipt:?}") };
        let Plain::List(points) = steps[0].get("inputs").get("points") else { panic!("{receipt:?}") };
        let periods: Vec<&str> = points.iter().map(|point| point.get("period").text()).collect();
        assert_eq!(periods, ["2018", "2019", "2020", "2021", "2022"]);
        assert_eq!(steps[0].get("working").get("chiSquared"), &Plain::Number(verdict.chi_squared));
        assert_eq!(replay(&receipt), Ok(receipt.clone()));
    }

    #[test]
    fn receipts_of_trends_come_out_the_same_and_say_what_the_verdicts_say() {
        for (step, counted) in [(0.6, false), (-0.6, true), (0.02, false), (0.8, true)] {
            for method in ["guidance", "published"] {
                let mut config = Config::default();
                for (key, word) in [
                    (Key::Area, "E10000001"),
                    (Key::ValueType, "proportion"),
                    (Key::Polarity, "low-is-good"),
                    (Key::TrendMethod, method),
                    (Key::TrendFrom, "2015"),
                ] {
                    config.words.set(key, word);
                }
                let table = table(step, counted);
                let comparison = trend(&table, &config).unwrap();
                let receipt = trend_receipts(&comparison);
                assert_eq!(rules(&receipt), ["recent-trend", "long-trend", "gap-trend"], "{step} {counted} {method}");
                assert_eq!(replay(&receipt), Ok(receipt.clone()));
                let Plain::List(steps) = receipt.get("steps") else { panic!("{receipt:?}") };
                let recent = comparison.recent.unwrap();
                assert_eq!(steps[0].get("result").get("trend").text(), trend_id(recent.trend));
                assert_eq!(steps[0].get("working").get("chiSquared"), &Plain::Number(recent.chi_squared));
                let long = comparison.long.unwrap().unwrap();
                assert_eq!(steps[1].get("working").get("chiSquared"), &Plain::Number(long.chi_squared));
                let gap = comparison.gap.unwrap();
                assert_eq!(steps[2].get("working").get("fitted"), &Plain::Number(gap.trend.fitted));
                assert_eq!(steps[2].get("result").get("change").text(), change_id(gap.trend.change));
            }
        }
    }
}
