//! Receipts of what stands beside a comparison.

use super::discovery::of_false_discovery;
use super::trends::of_figures;
use super::{
    Inputs, LIMITS, Outcome, Unreadable, add_limits, intervals, map, medians, numbers, own, polarity_word, verdict,
};
use crate::compare::beside::{Among, as_benchmark, pairs, position};
use crate::compare::comparison::{Comparison, Rule};
use crate::compare::places::{Amount, Places, Whole, add_up};
use crate::compare::verdict::judge;
use crate::compare::{Compared, Learned, Located, UnderRule, benchmark};
use crate::config::{Link, Plain};
use crate::stats::{Estimate, Interval};

/// The receipts of what was asked for beside a comparison; nothing where nothing was, or nothing can be said.
pub fn beside_receipts(comparison: &Comparison) -> Plain {
    let beside = &comparison.beside;
    let mut entries = Vec::new();
    let figures = || ranged(&comparison.areas);
    if beside.pairs.is_some() {
        entries.push(("pairs", own("pairs", figures())));
    }
    if beside.position.is_some() {
        entries.push(("position", own("position", figures())));
    }
    if let Some(found) = &beside.false_discovery {
        entries.push(("falseDiscovery", of_false_discovery(found)));
    }
    if let Some(places) = &beside.learning {
        entries.push(("learnFrom", Plain::List(places.iter().map(|one| learned(one, comparison)).collect())));
    }
    if !beside.rules.is_empty() {
        let one = |under: &UnderRule| of_rule(under, comparison);
        entries.push(("rules", Plain::List(beside.rules.iter().map(one).collect())));
    }
    if let Some(Places { ours, below, sum: Some(sum), .. }) = &beside.places
        && sum.counted > 0
    {
        entries.push(("parts", own("parts-and-whole", of_parts(ours, below, &sum.whole))));
    }
    if entries.is_empty() { Plain::Nothing } else { map(entries) }
}

/// The figures that have a range, ours the first of them.
fn ranged(areas: &[Compared]) -> Plain {
    let mut list = Vec::new();
    if let Some(Among(figures)) = Among::of(areas) {
        for Estimate { value, interval } in figures {
            let mut one = vec![("value", Plain::Number(value))];
            add_limits(&mut one, [&LIMITS[0]], &[Some(interval)]);
            list.push(map(one));
        }
    }
    map(vec![("figures", Plain::List(list))])
}

/// The parts that have counts, and the whole.
fn of_parts(ours: &Located, below: &[Located], whole: &Whole) -> Plain {
    let with_counts = |area: &Located, amount: Amount| {
        let mut one = vec![("area", area.place.code.into()), ("count", Plain::Number(amount.count))];
        one.extend(amount.denominator.map(|of| ("denominator", Plain::Number(of))));
        one
    };
    let part = |part: &Located| Some(map(with_counts(part, part.amount?)));
    let mut of_whole = match whole.amount {
        Some(amount) => with_counts(ours, amount),
        None => vec![("area", ours.place.code.into())],
    };
    if let Some((value, per)) = whole.value {
        of_whole.extend([("value", Plain::Number(value)), ("per", Plain::Number(per))]);
    }
    map(vec![("parts", Plain::List(below.iter().filter_map(part).collect())), ("whole", map(of_whole))])
}

/// A place to learn from: its gap to ours, and its trend.
fn learned(one: &Learned, comparison: &Comparison) -> Plain {
    let (ours, polarity) = (as_benchmark(comparison.ours()), comparison.subject.polarity);
    let mut steps = Vec::new();
    if let Some(peer) = comparison.peers().iter().find(|peer| peer.place == one.place) {
        steps.extend(intervals(&peer.figure, comparison.subject.per));
        let judged = judge(&peer.figure, &ours, Rule::GapItself, polarity);
        steps.push(verdict(&Compared { verdict: judged, ..*peer }, &ours, polarity));
    }
    steps.push(own("recent-trend", of_figures(&one.trend, polarity)));
    map(vec![
        ("area", one.place.code.into()),
        ("name", one.place.name.into()),
        ("steps", Plain::List(steps)),
        ("text", one.from.map_or("", |from| from.text.as_str()).into()),
        ("link", one.from.and_then(|from| from.link.as_ref()).map_or("", Link::address).into()),
    ])
}

/// Ours against the middle of the places that a rule chooses.
fn of_rule(under: &UnderRule, comparison: &Comparison) -> Plain {
    let ours = Compared { verdict: under.verdict, ..*comparison.ours() };
    let middle = benchmark::middle(&under.among);
    let group = under.rule.group.map_or("", |group| group.reason.as_str());
    let mut steps = medians(&under.among);
    steps.push(verdict(&ours, &middle, comparison.subject.polarity));
    map(vec![
        ("peers", under.rule.word().into()),
        ("reason", group.into()),
        ("places", Plain::Number(under.of as f64)),
        ("chosen", if under.is_chosen { "true" } else { "false" }.into()),
        ("polarity", polarity_word(comparison.subject.polarity).into()),
        ("steps", Plain::List(steps)),
    ])
}

impl Inputs<'_> {
    /// The counts of an area, where it has any.
    fn amount(&self) -> Option<Amount> {
        let denominator = self.number("denominator").ok();
        Some(Amount { count: self.number("count").ok()?, denominator })
    }

    /// Whether the parts add up to the whole.
    pub(super) fn parts_and_whole(&self) -> Outcome {
        let Plain::List(parts) = self.inputs.get("parts") else { return Err(self.wrong("parts")) };
        let one = |part: &Plain| Inputs { rule: self.rule, inputs: part }.amount().ok_or_else(|| self.wrong("parts"));
        let parts: Vec<Amount> = parts.iter().map(one).collect::<Result<_, _>>()?;
        let whole = Inputs { rule: self.rule, inputs: self.inputs.get("whole") };
        let value = whole.number("value").ok().zip(whole.number("per").ok());
        let (total, sums) = add_up(&parts, &Whole { amount: whole.amount(), value });
        let mut working = vec![("count", total.count)];
        working.extend(total.denominator.map(|of| ("denominator", of)));
        Ok([numbers(&working), map(vec![("sums", sums.id().into())])])
    }

    fn among(&self) -> Result<Among, Unreadable> {
        let Plain::List(figures) = self.inputs.get("figures") else { return Err(self.wrong("figures")) };
        let one = |figure: &Plain| {
            let one = Inputs { rule: self.rule, inputs: figure };
            let interval: Interval = one.limits(0, &LIMITS).ok_or_else(|| self.wrong("figures"))?;
            Ok(Estimate { value: one.number("value")?, interval })
        };
        figures.iter().map(one).collect::<Result<_, _>>().map(Among)
    }

    /// Ours, the first, against each of the others; the risk of even one wrong verdict is kept over all.
    pub(super) fn pairs(&self) -> Outcome {
        let among = self.among()?;
        let found = pairs(&among).ok_or_else(|| self.wrong("figures"))?;
        let result = [("higher", found.higher), ("lower", found.lower), ("unclear", found.unclear)];
        let working = numbers(&[("checks", among.0.len() as f64 - 1.0)]);
        Ok([working, numbers(&result.map(|(name, count)| (name, count as f64)))])
    }

    /// The positions that ours, the first, could be at.
    pub(super) fn position(&self) -> Outcome {
        let (found, of) = position(&self.among()?).ok_or_else(|| self.wrong("figures"))?;
        let result = numbers(&[("from", found.best as f64), ("to", found.worst as f64)]);
        Ok([numbers(&[("figures", of as f64)]), result])
    }
}
