//! Receipts: every verdict as its rule, what went in, what was worked out on the way and what came out, in plain data that
//! can be worked out again.
//!
//! One function works a rule out, from its inputs alone; a receipt is written by it, and replayed by it.

mod besides;
mod discovery;
#[cfg(every_view)]
mod funnels;
#[cfg(every_view)]
mod gaps;
#[cfg(every_view)]
mod process;
#[cfg(every_view)]
mod profile;
mod trends;

pub use besides::beside_receipts;
pub use trends::trend_receipts;
#[cfg(every_view)]
pub use {funnels::funnel_receipts, gaps::gap_receipts, process::process_receipts, profile::profile_receipts};

use super::Answer;
use super::comparison::{Benchmark, BenchmarkKind, Compared, Comparison, Figure, LEVELS, Place, Rule, Test, Untested};
use super::likeness::{Alike, Measure, Near};
use super::verdict::judge;
use crate::config::{Choice, Plain, Polarity as Word};
use crate::data::{Cell, Level as Spoken};
use crate::stats::{
    Estimate, Interval, Judgement, Level, Method, Polarity, Significance, against_value, gap, likeness, median,
    median_interval, rate_interval, wilson,
};

/// A receipt that cannot be replayed: the rule that is none of ours, or the input that is missing or no number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// The rule as the receipt names it.
    pub rule: String,
    /// The input that is missing or wrong; empty when the rule itself is none of ours.
    pub input: String,
}

/// Both limits of both levels: the names they go by, in the order of [`LEVELS`].
const LIMITS: [(&str, &str); 2] = [("lower95", "upper95"), ("lower998", "upper998")];
/// The same of what a figure is compared with.
const THEIR_LIMITS: [(&str, &str); 2] = [("againstLower95", "againstUpper95"), ("againstLower998", "againstUpper998")];

/// The receipts of whatever was answered.
pub fn answer_receipts(answer: &Answer, alike: &Alike) -> Plain {
    match answer {
        Answer::Compare(comparison) => {
            let mut receipts = receipts(comparison, alike);
            if let (Plain::Map(entries), beside @ Plain::Map(_)) = (&mut receipts, beside_receipts(comparison)) {
                entries.push(("beside".to_owned(), beside));
            }
            receipts
        }
        Answer::Trend(comparison) => trend_receipts(comparison),
        #[cfg(every_view)]
        Answer::Process(comparison) => process_receipts(comparison),
        #[cfg(every_view)]
        Answer::Gap(comparison) => gap_receipts(comparison),
        #[cfg(every_view)]
        Answer::Funnel(comparison) => funnel_receipts(comparison),
        #[cfg(every_view)]
        Answer::Profile(profile) => profile_receipts(profile),
    }
}

/// The receipts of every verdict of a comparison, of the intervals that were worked out for them, and of the likeness by
/// which peers were found.
pub fn receipts(comparison: &Comparison, alike: &Alike) -> Plain {
    let benchmark = &comparison.benchmark;
    let mut verdicts = Vec::new();
    for compared in &comparison.areas {
        let mut steps = intervals(&compared.figure, comparison.subject.per);
        steps.push(verdict(compared, benchmark, comparison.subject.polarity));
        let area = [
            ("area", compared.place.code.into()),
            ("name", compared.place.name.into()),
            ("line", Plain::Number(f64::from(compared.figure.line))),
            ("steps", Plain::List(steps)),
        ];
        verdicts.push(Plain::map(area));
    }
    Plain::map([
        ("indicator", comparison.subject.id.into()),
        ("label", comparison.subject.label.into()),
        ("group", comparison.subject.group.as_str().into()),
        ("period", comparison.period.label.as_str().into()),
        (
            "benchmark",
            Plain::map([
                ("area", benchmark.place.code.into()),
                ("name", benchmark.place.name.into()),
                ("steps", Plain::List(of_benchmark(comparison))),
            ]),
        ),
        (
            "peers",
            Plain::map([("rule", comparison.peer_rule.word().into()), ("likeness", Plain::List(nearness(alike)))]),
        ),
        ("verdicts", Plain::List(verdicts)),
    ])
}

/// How near each of the nearest is, and by which measures, where that was worked out.
fn nearness(alike: &Alike) -> Vec<Plain> {
    let one = |near: &Near| {
        let measure = |(measure, theirs): (&Measure, &f64)| {
            let mut entries = vec![
                ("measure", measure.id.into()),
                ("label", measure.label.into()),
                ("ours", Plain::Number(measure.ours)),
                ("theirs", Plain::Number(*theirs)),
            ];
            entries.extend(measure.spread.map(|spread| ("spread", Plain::Number(spread))));
            map(entries)
        };
        let measures = alike.measures.iter().zip(&near.values).map(measure).collect();
        own("likeness", map(vec![("area", near.code.into()), ("measures", Plain::List(measures))]))
    };
    alike.nearest.iter().map(one).collect()
}

/// A receipt with every step in it worked out anew from its inputs; everything else stays as it is.
pub fn replay(receipt: &Plain) -> Result<Plain, Unreadable> {
    if let Plain::Text(rule) = receipt.get("rule")
        && let inputs @ Plain::Map(_) = receipt.get("inputs")
    {
        return step(rule, inputs.clone());
    }
    Ok(match receipt {
        Plain::List(items) => Plain::List(items.iter().map(replay).collect::<Result<_, _>>()?),
        Plain::Map(entries) => {
            let entry = |(name, entry): &(String, Plain)| Ok((name.clone(), replay(entry)?));
            Plain::Map(entries.iter().map(entry).collect::<Result<_, _>>()?)
        }
        other => other.clone(),
    })
}

/// A rule with its inputs, what is worked out on the way, and what comes out.
fn step(rule: &str, inputs: Plain) -> Result<Plain, Unreadable> {
    let [working, result] = Inputs { rule, inputs: &inputs }.work_out()?;
    Ok(Plain::map([("rule", rule.into()), ("inputs", inputs), ("working", working), ("result", result)]))
}

/// A step of our own making, whose inputs are there by construction; should one not be, that is said in its place.
fn own(rule: &str, inputs: Plain) -> Plain {
    step(rule, inputs).unwrap_or_else(|why| Plain::map([("rule", rule.into()), ("missing", why.input.as_str().into())]))
}

/// The steps by which the intervals of a figure were worked out, if they were.
fn intervals(figure: &Figure, per: Option<f64>) -> Vec<Plain> {
    let mut steps = Vec::new();
    for interval in figure.intervals.iter().flatten() {
        let rule = match interval.method {
            Method::Wilson => "wilson",
            Method::Exact | Method::Byar => "exact-poisson-or-byar",
            _ => continue,
        };
        let inputs = [
            ("count", figure.count.into()),
            ("denominator", figure.denominator.into()),
            ("per", per.into()),
            ("level", Plain::Number(interval.level.confidence())),
        ];
        steps.push(own(rule, Plain::map(inputs)));
    }
    steps
}

/// The steps behind the benchmark's figure: a median of uncertain figures, or intervals that were worked out.
fn of_benchmark(comparison: &Comparison) -> Vec<Plain> {
    let benchmark = &comparison.benchmark;
    let among = match benchmark.kind {
        BenchmarkKind::PeersMedian => comparison.peers(),
        BenchmarkKind::GroupMedian => &comparison.benchmark_group,
        _ => return intervals(&benchmark.figure, comparison.subject.per),
    };
    medians(among)
}

/// The steps to the median of some areas, with its limits at both levels.
fn medians(among: &[Compared]) -> Vec<Plain> {
    let mut figures = Vec::new();
    for Compared { place, figure, .. } in among {
        let Some(value) = figure.cell.value() else { continue };
        let mut of_one = vec![("area", place.code.into()), ("value", Plain::Number(value))];
        add_limits(&mut of_one, [&LIMITS[0]], &figure.intervals[..1]);
        figures.push(map(of_one));
    }
    let one = |level: Level| {
        own(
            "median",
            map(vec![("level", Plain::Number(level.confidence())), ("figures", Plain::List(figures.clone()))]),
        )
    };
    LEVELS.map(one).to_vec()
}

/// The step from a figure and the benchmark's to the verdict; without a test, why there is none.
fn verdict(compared: &Compared, benchmark: &Benchmark, polarity: Polarity) -> Plain {
    let rule = match &compared.verdict {
        Ok(Test { rule: Rule::FixedValue, .. }) => "fixed-value",
        Ok(Test { rule: Rule::GapItself, .. }) => "gap",
        Err(why) => return Plain::map([("untested", why.id().into())]),
    };
    let mut inputs = vec![("value", compared.figure.cell.value().into())];
    add_limits(&mut inputs, &LIMITS, &compared.figure.intervals);
    inputs.push(("against", benchmark.figure.cell.value().into()));
    if rule == "gap" {
        add_limits(&mut inputs, &THEIR_LIMITS, &benchmark.figure.intervals);
    }
    inputs.push(("polarity", polarity_word(polarity).into()));
    own(rule, map(inputs))
}

fn map(entries: Vec<(&str, Plain)>) -> Plain {
    Plain::Map(entries.into_iter().map(|(name, entry)| (name.to_owned(), entry)).collect())
}

/// Adds the limits of those intervals that are there.
fn add_limits<'n>(
    to: &mut Vec<(&'n str, Plain)>,
    names: impl IntoIterator<Item = &'n (&'n str, &'n str)>,
    intervals: &[Option<Interval>],
) {
    for ((lower, upper), interval) in names.into_iter().zip(intervals) {
        if let Some(interval) = interval {
            to.push((lower, Plain::Number(interval.lower)));
            to.push((upper, Plain::Number(interval.upper)));
        }
    }
}

/// What went into a rule, by name.
struct Inputs<'a> {
    rule: &'a str,
    inputs: &'a Plain,
}

/// What is worked out on the way, and what comes out.
type Outcome = Result<[Plain; 2], Unreadable>;

impl Inputs<'_> {
    /// Works a rule out.
    fn work_out(&self) -> Outcome {
        match self.rule {
            "wilson" => self.interval(wilson),
            "exact-poisson-or-byar" => self.interval(rate_interval),
            "median" => self.median(),
            "fixed-value" => self.fixed_value(),
            "gap" => self.gap(),
            "likeness" => self.likeness(),
            "recent-trend" => self.recent_trend(),
            "long-trend" => self.long_trend(),
            "gap-trend" => self.gap_trend(),
            "pairs" => self.pairs(),
            "position" => self.position(),
            "parts-and-whole" => self.parts_and_whole(),
            "false-discovery" => self.false_discovery(),
            _ => self.work_out_of_a_view(),
        }
    }

    /// The same for rules that neither a comparison nor a trend has.
    #[cfg(every_view)]
    fn work_out_of_a_view(&self) -> Outcome {
        match self.rule {
            "process" => self.process(),
            "relative-gap" => self.relative_gap(),
            "relative-gap-trend" => self.relative_gap_trend(),
            "slope-index" => self.slope_index(),
            "middle-half" => self.middle_half(),
            "funnel-average" => self.funnel_average(),
            "funnel-spread" => self.funnel_spread(),
            "funnel-outside" => self.funnel_outside(),
            "funnel" => self.funnel(),
            "planned-level" => self.planned_level(),
            "place-on-path" => self.place_on_path(),
            "standard" => self.standard(),
            "check" => self.check(),
            "state" => self.state(),
            "chance" => self.chance(),
            _ => Err(self.wrong("")),
        }
    }

    #[cfg(not(every_view))]
    fn work_out_of_a_view(&self) -> Outcome {
        Err(self.wrong(""))
    }

    fn wrong(&self, input: &str) -> Unreadable {
        Unreadable { rule: self.rule.to_owned(), input: input.to_owned() }
    }

    fn number(&self, name: &str) -> Result<f64, Unreadable> {
        match self.inputs.get(name) {
            Plain::Number(number) => Ok(*number),
            _ => Err(self.wrong(name)),
        }
    }

    fn level(&self) -> Result<Level, Unreadable> {
        Level::of(self.number("level")?).map_err(|_| self.wrong("level"))
    }

    fn polarity(&self) -> Result<Polarity, Unreadable> {
        match Word::read(self.inputs.get("polarity").text()) {
            Some(Word::HighIsGood) => Ok(Polarity::HighIsGood),
            Some(Word::LowIsGood) => Ok(Polarity::LowIsGood),
            Some(Word::NoJudgement) => Ok(Polarity::NoJudgement),
            None => Err(self.wrong("polarity")),
        }
    }

    /// An interval that was worked out from a count, per so many.
    fn interval(&self, method: fn(f64, f64, Level) -> Result<Interval, crate::stats::Rejection>) -> Outcome {
        let (count, denominator, per) = (self.number("count")?, self.number("denominator")?, self.number("per")?);
        let made = method(count, denominator, self.level()?).map_err(|_| self.wrong("count"))?;
        let scaled = made.scaled(per).map_err(|_| self.wrong("per"))?;
        let working = [("share", count / denominator), ("lower", made.lower), ("upper", made.upper)];
        Ok([numbers(&working), numbers(&[("lower", scaled.lower), ("upper", scaled.upper)])])
    }

    /// The median of figures, with its interval where every one of them has one.
    fn median(&self) -> Outcome {
        let Plain::List(figures) = self.inputs.get("figures") else { return Err(self.wrong("figures")) };
        let (mut values, mut estimates) = (Vec::new(), Vec::new());
        for figure in figures {
            let one = Inputs { rule: self.rule, inputs: figure };
            let value = one.number("value")?;
            values.push(value);
            let interval = one.limits(0, &LIMITS).filter(|interval| interval.contains(value));
            estimates.extend(interval.map(|interval| Estimate { value, interval }));
        }
        let middle = median(&values).ok_or_else(|| self.wrong("figures"))?;
        let mut result = vec![("value", Plain::Number(middle))];
        if estimates.len() == values.len()
            && let Ok(interval) = median_interval(&estimates, self.level()?)
        {
            result.extend([("lower", Plain::Number(interval.lower)), ("upper", Plain::Number(interval.upper))]);
        }
        Ok([numbers(&[("figures", values.len() as f64)]), map(result)])
    }

    /// The area's interval against the benchmark's value.
    fn fixed_value(&self) -> Outcome {
        let against = self.number("against")?;
        let side = |at: usize| self.limits(at, &LIMITS).and_then(|interval| against_value(&interval, against));
        let mut working = Vec::new();
        for (name, side) in [("side95", side(0)), ("side998", side(1))] {
            if let Some(side) = side {
                working.push((name, side_id(side).into()));
            }
        }
        Ok([map(working), self.judged(Rule::FixedValue)?])
    }

    /// The gap's own interval against none.
    fn gap(&self) -> Outcome {
        let (value, against) = (self.number("value")?, self.number("against")?);
        let mut working = vec![("gap", Plain::Number(value - against))];
        for (at, names) in LIMITS.iter().enumerate() {
            if let (Some(ours), Some(theirs)) = (self.limits(at, &LIMITS), self.limits(at, &THEIR_LIMITS))
                && let Ok(gap) =
                    gap(&Estimate { value, interval: ours }, &Estimate { value: against, interval: theirs })
            {
                add_limits(&mut working, [names], &[Some(gap.interval)]);
            }
        }
        Ok([map(working), self.judged(Rule::GapItself)?])
    }

    /// How near an area is, and each measure's share in the distance.
    fn likeness(&self) -> Outcome {
        let Plain::List(measures) = self.inputs.get("measures") else { return Err(self.wrong("measures")) };
        let (mut ours, mut theirs, mut spreads, mut names) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for measure in measures {
            let one = Inputs { rule: self.rule, inputs: measure };
            ours.push(one.number("ours")?);
            theirs.push(one.number("theirs")?);
            spreads.push(one.number("spread").ok());
            names.push(measure.get("measure").text());
        }
        let found = likeness(&ours, &theirs, &spreads).map_err(|_| self.wrong("measures"))?;
        let shares = names.into_iter().zip(found.shares.iter().map(|share| Plain::Number(*share))).collect();
        Ok([map(vec![("shares", map(shares))]), numbers(&[("distance", found.distance)])])
    }

    /// The verdict by the one function that gives verdicts.
    fn judged(&self, rule: Rule) -> Result<Plain, Unreadable> {
        let figure = |cell: f64, names| {
            let intervals = [self.limits(0, names), self.limits(1, names)];
            Figure { intervals, ..Figure::bare(Cell::Value(cell)) }
        };
        let place = Place { code: "", name: "", spoken: "", level: Spoken::Place };
        let benchmark = Benchmark {
            kind: BenchmarkKind::Fixed,
            place,
            of: 0,
            figure: figure(self.number("against")?, &THEIR_LIMITS),
            other_period: None,
            untested: Untested::NoBenchmark,
        };
        let ours = figure(self.number("value")?, &LIMITS);
        Ok(match judge(&ours, &benchmark, rule, self.polarity()?) {
            Ok(test) => map(vec![
                ("side", side_id(test.significance).into()),
                ("judgement", judgement_id(test.judgement).into()),
                ("level", Plain::Number(test.level.confidence())),
            ]),
            Err(why) => Plain::map([("untested", why.id().into())]),
        })
    }

    /// The interval of one of [`LEVELS`], if both its limits are there and in order.
    fn limits(&self, at: usize, names: &[(&str, &str); 2]) -> Option<Interval> {
        let (lower, upper) = names[at];
        Interval::new(self.number(lower).ok()?, self.number(upper).ok()?, LEVELS[at], Method::Published).ok()
    }
}

fn numbers(entries: &[(&str, f64)]) -> Plain {
    map(entries.iter().map(|&(name, number)| (name, Plain::Number(number))).collect())
}

fn polarity_word(polarity: Polarity) -> &'static str {
    match polarity {
        Polarity::HighIsGood => "high-is-good",
        Polarity::LowIsGood => "low-is-good",
        Polarity::NoJudgement => "no-judgement",
    }
}

fn side_id(side: Significance) -> &'static str {
    match side {
        Significance::Higher => "higher",
        Significance::Lower => "lower",
        Significance::NotDifferent => "no-clear-gap",
    }
}

fn judgement_id(judgement: Judgement) -> &'static str {
    match judgement {
        Judgement::Better => "better",
        Judgement::Worse => "worse",
        _ => "none",
    }
}
