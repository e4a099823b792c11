//! Receipts of funnels: the counts and sizes that make the average and the spread, and where each area stands.

use super::{Inputs, LIMITS, Outcome, Unreadable, judgement_id, map, numbers, own, polarity_word, side_id};
use crate::compare::funnel::{Cases, Middle, NoFunnel, OUTSIDE_95, Widened, average, spread};
use crate::compare::{Funnel, FunnelComparison, FunnelKind, FunnelPlace, Unplaced};
use crate::config::Plain;
use crate::stats::{Polarity, chance_of_flags};

/// The receipts of a funnel: its average, its spread, how many are outside, and where every area stands.
pub fn funnel_receipts(comparison: &FunnelComparison) -> Plain {
    let subject = &comparison.now.subject;
    let mut steps = Vec::new();
    let mut verdicts = Vec::new();
    if let Ok(funnel) = &comparison.funnel {
        steps = of_funnel(comparison, funnel);
        for one in &comparison.places {
            verdicts.push(Plain::map([
                ("area", one.place.code.into()),
                ("name", one.place.name.into()),
                ("line", Plain::Number(f64::from(one.figure.line))),
                ("steps", Plain::List(vec![of_place(one, funnel, subject.polarity)])),
            ]));
        }
    }
    Plain::map([
        ("indicator", subject.id.into()),
        ("label", subject.label.into()),
        ("group", subject.group.as_str().into()),
        ("period", comparison.now.period.label.as_str().into()),
        ("steps", Plain::List(steps)),
        ("verdicts", Plain::List(verdicts)),
    ])
}

fn of_funnel(comparison: &FunnelComparison, funnel: &Funnel) -> Vec<Plain> {
    let cases = |is_placed: bool| {
        let mut list = Vec::new();
        for one in &comparison.places {
            if !is_placed || one.standing.is_ok() {
                list.extend(one.cases.map(|cases| numbers(&[("count", cases.count), ("size", cases.size)])));
            }
        }
        Plain::List(list)
    };
    let kind = || ("kind", funnel.kind.id().into());
    let per = ("per", Plain::Number(funnel.per));
    let mut steps = vec![own("funnel-average", map(vec![kind(), per.clone(), ("places", cases(false))]))];
    let average = ("average", Plain::Number(funnel.average));
    if funnel.spread.is_ok() {
        steps.push(own("funnel-spread", map(vec![kind(), per, average, ("places", cases(true))])));
    }
    if !funnel.is_widened {
        let counts = [("outside", funnel.outside[0] as f64), ("placed", funnel.placed as f64), ("share", OUTSIDE_95)];
        steps.push(own("funnel-outside", numbers(&counts)));
    }
    steps
}

/// The step to where an area stands; without a place, why it has none.
fn of_place(one: &FunnelPlace, funnel: &Funnel, polarity: Polarity) -> Plain {
    let (Ok(_), Some(cases)) = (&one.standing, one.cases) else {
        let why = one.standing.err().map_or("", Unplaced::id);
        return Plain::map([("untested", why.into())]);
    };
    let mut inputs = vec![
        ("kind", funnel.kind.id().into()),
        ("per", Plain::Number(funnel.per)),
        ("count", Plain::Number(cases.count)),
        ("size", Plain::Number(cases.size)),
        ("average", Plain::Number(funnel.average)),
    ];
    if let (true, Ok(spread)) = (funnel.is_widened, funnel.spread) {
        inputs.push(("tauSquared", Plain::Number(spread.tau_squared)));
    }
    inputs.push(("polarity", polarity_word(polarity).into()));
    own("funnel", map(inputs))
}

impl Inputs<'_> {
    fn kind(&self) -> Result<FunnelKind, Unreadable> {
        let found = FunnelKind::NAMES.iter().find(|(name, _)| *name == self.inputs.get("kind").text());
        found.map(|(_, kind)| *kind).ok_or_else(|| self.wrong("kind"))
    }

    fn cases(&self) -> Result<Cases, Unreadable> {
        Ok(Cases { count: self.number("count")?, size: self.number("size")? })
    }

    fn places(&self) -> Result<Vec<Cases>, Unreadable> {
        let Plain::List(places) = self.inputs.get("places") else { return Err(self.wrong("places")) };
        places.iter().map(|place| Inputs { rule: self.rule, inputs: place }.cases()).collect()
    }

    /// The average, per one.
    fn average(&self) -> Result<f64, Unreadable> {
        Ok(self.number("average")? / self.number("per")?)
    }

    /// All counts over all sizes; of ratios what is expected.
    pub(super) fn funnel_average(&self) -> Outcome {
        let places = self.places()?;
        let found = average(self.kind()?, &places).map_err(|_: NoFunnel| self.wrong("places"))?;
        let counts = crate::stats::sum(&places.iter().map(|cases| cases.count).collect::<Vec<_>>());
        let sizes = crate::stats::sum(&places.iter().map(|cases| cases.size).collect::<Vec<_>>());
        let working = map(vec![("counts", counts.into()), ("sizes", sizes.into())]);
        Ok([working, numbers(&[("average", found * self.number("per")?)])])
    }

    /// How much more figures vary than chance.
    pub(super) fn funnel_spread(&self) -> Outcome {
        let found = spread(self.kind()?, self.average()?, &self.places()?).map_err(|_| self.wrong("places"))?;
        Ok([numbers(&[("phi", found.phi)]), numbers(&[("tauSquared", found.tau_squared)])])
    }

    /// Whether far more are outside than chance puts there.
    pub(super) fn funnel_outside(&self) -> Outcome {
        let (outside, placed) = (self.number("outside")?, self.number("placed")?);
        let (share, whole) = (self.number("share")?, |count: f64| (0.0..1e9).contains(&count) && count.fract() == 0.0);
        if !whole(outside) || !whole(placed) {
            return Err(self.wrong("outside"));
        }
        let by_chance = chance_of_flags(outside as usize, placed as usize, share).ok_or_else(|| self.wrong("share"))?;
        let spread = if Funnel::is_far_more(by_chance) { "more-than-chance" } else { "not-clear" };
        let working = numbers(&[("expected", placed * share), ("byChance", by_chance)]);
        Ok([working, map(vec![("spread", spread.into())])])
    }

    /// Where a figure stands.
    pub(super) fn funnel(&self) -> Outcome {
        let widened = self.number("tauSquared").ok().map(|tau_squared| Widened { tau_squared });
        let middle = Middle { kind: self.kind()?, average: self.average()?, per: self.number("per")?, widened };
        let cases = self.cases()?;
        let found = middle.stands(&cases, self.polarity()?).map_err(|_| self.wrong("count"))?;
        let mut working = vec![("figure", Plain::Number(cases.count / cases.size * middle.per))];
        for ((lower, upper), limits) in LIMITS.into_iter().zip(found.limits) {
            working.extend([(lower, Plain::Number(limits.0)), (upper, Plain::Number(limits.1))]);
        }
        let result = vec![
            ("side", side_id(found.side).into()),
            ("outside", found.level.map(crate::stats::Level::confidence).into()),
            ("judgement", judgement_id(found.judgement).into()),
        ];
        Ok([map(working), map(result)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::{funnel, replay};
    use crate::config::{Config, Key};
    use crate::data::{Mapping, Reader, Table};

    fn table() -> Table {
        let mut csv = "Area Code,Area Name,Time period,Value,Count,Denominator\n".to_owned();
        for (at, count) in [30, 90, 14, 52, 61, 48, 9, 120].iter().enumerate() {
            let of = 400 + 150 * at;
            csv += &format!("E1000000{at},Place {at},2023,{},{count},{of}\n", 100.0 * f64::from(*count) / of as f64);
        }
        csv += "E10000009,Held,2023,[c],,\n";
        let mut reader = Reader::new(Mapping::default());
        reader.push(csv.as_bytes());
        reader.finish().0
    }

    #[test]
    fn receipts_of_funnels_come_out_the_same_and_say_what_the_verdicts_say() {
        let table = table();
        for (value_type, over_dispersion) in [
            ("proportion", false),
            ("proportion", true),
            ("rate", false),
            ("rate", true),
            ("standardised-rate", false),
            ("ratio", true),
        ] {
            let mut config = Config::default();
            config.words.set(Key::ValueType, value_type);
            config.words.set(Key::Multiplier, "100");
            config.words.set(Key::Polarity, "low-is-good");
            config.views.funnel.is_widened = over_dispersion;
            let comparison = funnel(&table, &config).unwrap();
            let found = comparison.funnel.as_ref().unwrap();
            let receipt = funnel_receipts(&comparison);
            assert_eq!(replay(&receipt), Ok(receipt.clone()), "{value_type} {over_dispersion}");
            let Plain::List(steps) = receipt.get("steps") else { panic!("{receipt:?}") };
            let Plain::Number(average) = steps[0].get("result").get("average") else { panic!("{steps:?}") };
            assert!((average - found.average).abs() < 1e-9);
            assert_eq!(found.is_widened, over_dispersion, "{value_type}");
            let Plain::List(verdicts) = receipt.get("verdicts") else { panic!("{receipt:?}") };
            for (one, verdict) in comparison.places.iter().zip(verdicts) {
                let Plain::List(steps) = verdict.get("steps") else { panic!("{verdict:?}") };
                match one.standing {
                    Ok(standing) => {
                        assert_eq!(steps[0].get("result").get("side").text(), side_id(standing.side));
                        let Plain::Number(lower) = steps[0].get("working").get("lower95") else { panic!("{steps:?}") };
                        assert!((lower - standing.limits[0].0).abs() < 1e-9);
                    }
                    Err(why) => assert_eq!(steps[0].get("untested").text(), why.id()),
                }
            }
        }
    }
}
