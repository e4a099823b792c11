//! Receipts of a process: the figures of each stretch, its limits and its signs; and the standard set against the last.

use super::{Inputs, Outcome, Unreadable, map, numbers, own, polarity_word};
use crate::compare::process::{ProcessComparison, Stretch, read_sign};
use crate::config::Plain;
use crate::stats::process::{Assurance, Behaviour, Plan, RunLength, Side, assurance, behaviour};
use crate::stats::{Polarity, Rejection};

/// The receipts of every stretch, and of the standard where there is one.
pub fn process_receipts(comparison: &ProcessComparison) -> Plain {
    let now = &comparison.now;
    let mut steps = Vec::new();
    for (at, stretch) in comparison.stretches.iter().flatten().enumerate() {
        steps.push(of_stretch(comparison, at, stretch));
    }
    Plain::map([
        ("indicator", now.subject.id.into()),
        ("label", now.subject.label.into()),
        ("group", now.subject.group.as_str().into()),
        ("area", now.ours().place.code.into()),
        ("name", now.ours().place.name.into()),
        ("steps", Plain::List(steps)),
    ])
}

/// A stretch with its figures; and, being the last, with the standard.
fn of_stretch(comparison: &ProcessComparison, at: usize, stretch: &Stretch) -> Plain {
    let mut points = Vec::new();
    for moment in &comparison.moments {
        if moment.reading.is_some_and(|reading| reading.stretch == at) {
            points.push(Plain::map([
                ("period", moment.period.label.as_str().into()),
                ("value", moment.figure.cell.value().into()),
            ]));
        }
    }
    let baseline = stretch.usual.map_or(stretch.figures, |usual| usual.baseline);
    let mut inputs = vec![
        ("points", Plain::List(points)),
        ("baseline", Plain::Number(baseline as f64)),
        ("screening", if comparison.screening { "on" } else { "off" }.into()),
        ("run", Plain::Number(comparison.run.points() as f64)),
    ];
    inputs.push(("polarity", polarity_word(comparison.now.subject.polarity).into()));
    if let (Some(target), Some(_)) = (comparison.target, comparison.assurance)
        && comparison.stretches.as_ref().is_ok_and(|all| at + 1 == all.len())
    {
        inputs.push(("target", Plain::Number(target)));
    }
    own("process", map(inputs))
}

impl Inputs<'_> {
    /// Centre, mean moving range and limits of a stretch; its signs, and what it will do about the standard.
    pub(super) fn process(&self) -> Outcome {
        let Plain::List(points) = self.inputs.get("points") else { return Err(self.wrong("points")) };
        let one = |point| Inputs { rule: self.rule, inputs: point };
        let values = points.iter().map(|point| one(point).number("value")).collect::<Result<Vec<f64>, _>>()?;
        let plan = Plan {
            rebases: &[],
            baseline: self.baseline(values.len())?,
            screening: self.screening()?,
            run: self.run()?,
        };
        let found = behaviour(&values, &plan).map_err(|why| self.refused(why))?;
        let polarity = self.polarity()?;
        let mut result = vec![("signs", Plain::List(signs(&found, points, polarity)))];
        if let Ok(target) = self.number("target") {
            let assurance = assurance(&found.periods[0], target, polarity);
            result.push(("standard", assurance.map_or(Plain::Nothing, |assurance| assurance_id(assurance).into())));
        }
        Ok([working(&found), map(result)])
    }

    /// How many of the first figures make the limits; nothing where all do.
    fn baseline(&self, figures: usize) -> Result<Option<usize>, Unreadable> {
        let count = self.number("baseline")?;
        if count.fract() != 0.0 || !(1.0..=figures as f64).contains(&count) {
            return Err(self.wrong("baseline"));
        }
        Ok(Some(count as usize).filter(|count| *count < figures))
    }

    fn screening(&self) -> Result<bool, Unreadable> {
        match self.inputs.get("screening").text() {
            "on" => Ok(true),
            "off" => Ok(false),
            _ => Err(self.wrong("screening")),
        }
    }

    fn run(&self) -> Result<RunLength, Unreadable> {
        let points = self.number("run")?;
        let all = [RunLength::Six, RunLength::Seven, RunLength::Eight];
        all.into_iter().find(|run| run.points() as f64 == points).ok_or_else(|| self.wrong("run"))
    }

    fn refused(&self, why: Rejection) -> Unreadable {
        self.wrong(if why == Rejection::BaselineTooShort { "baseline" } else { "points" })
    }
}

/// What the limits are made of. A stretch of fewer than 13 figures has them only on trial: they are not shown.
fn working(found: &Behaviour) -> Plain {
    let period = &found.periods[0];
    let mut working = vec![("centre", period.centre)];
    if let Ok(range) = period.mean_range {
        working.push(("meanMovingRange", range));
    }
    if let (Ok(limits), false) = (period.limits, period.is_short()) {
        working.extend([
            ("lower", limits.lower),
            ("nearLower", limits.near_lower),
            ("nearUpper", limits.near_upper),
            ("upper", limits.upper),
        ]);
    }
    numbers(&working)
}

/// The points that are signs, by their period. None is looked for in a stretch that is too short.
fn signs(found: &Behaviour, points: &[Plain], polarity: Polarity) -> Vec<Plain> {
    let mut signs = Vec::new();
    if found.periods[0].is_short() {
        return signs;
    }
    for (point, given) in found.points.iter().zip(points) {
        let Some(sign) = read_sign(point, polarity) else { continue };
        let mut one = vec![
            ("period", given.get("period").clone()),
            ("rule", sign.rule_id().into()),
            ("side", side_id(sign.side).into()),
            ("judgement", sign.judgement_id().into()),
        ];
        if sign.opposed {
            one.push(("opposed", "yes".into()));
        }
        signs.push(map(one));
    }
    signs
}

fn side_id(side: Side) -> &'static str {
    match side {
        Side::Above => "above",
        Side::Below => "below",
    }
}

fn assurance_id(assurance: Assurance) -> &'static str {
    match assurance {
        Assurance::ConsistentlyMeets => "meets",
        Assurance::HitOrMiss => "hit-or-miss",
        Assurance::ConsistentlyMisses => "misses",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::{process, replay};
    use crate::config::{Config, Key};
    use crate::data::{Mapping, Reader, Table};

    /// Thirty months: the last ten higher, the very last far out.
    fn table() -> Table {
        let mut csv = String::from("Area Code,Area Name,Time period,Value\n");
        for at in 0..30 {
            let value = f64::from(at % 3) + if at > 19 { 12.0 } else { 10.0 } + if at == 29 { 9.0 } else { 0.0 };
            csv += &format!("E54000001,A board,{}-{:02},{value}\n", 2022 + at / 12, at % 12 + 1);
        }
        let mut reader = Reader::new(Mapping::default());
        reader.push(csv.as_bytes());
        reader.finish().0
    }

    fn receipt(json: &str) -> Plain {
        let mut config: Config = serde_json::from_str(json).unwrap();
        config.words.set(Key::Area, "E54000001");
        let table = table();
        let comparison = process(&table, &config).unwrap();
        let receipt = process_receipts(&comparison);
        assert_eq!(replay(&receipt), Ok(receipt.clone()), "{json}");
        receipt
    }

    fn step(receipt: &Plain, at: usize) -> &Plain {
        let Plain::List(steps) = receipt.get("steps") else { panic!("{receipt:?}") };
        &steps[at]
    }

    #[test]
    fn receipts_of_a_process_come_out_the_same() {
        let plain = receipt("{}");
        let Plain::List(signs) = step(&plain, 0).get("result").get("signs") else { panic!("{plain:?}") };
        let last = signs.last().unwrap();
        assert_eq!((last.get("period").text(), last.get("rule").text()), ("2024-06", "outside-limits"));
        assert_eq!((last.get("side").text(), last.get("judgement").text()), ("above", "none"));
        for other in [
            r#"{"process": {"run": 6, "screening": false}}"#,
            r#"{"polarity": "low-is-good"}"#,
            r#"{"process": {"baseline": {"to": "2023-06"}}}"#,
            r#"{"process": {"rebases": {"2024-01": {"reason": "x", "who": "y"}}}}"#,
        ] {
            assert_ne!(receipt(other), plain, "{other}");
        }
    }

    #[test]
    fn a_receipt_says_what_becomes_of_the_standard() {
        let receipt = receipt(
            r#"{"polarity": "low-is-good", "process": {"target": 40, "rebases": {"2023-06": {"reason": "x", "who": "y"}}}}"#,
        );
        assert_eq!(step(&receipt, 0).get("result").get("standard"), &Plain::Nothing);
        assert_eq!(step(&receipt, 1).get("result").get("standard").text(), "meets");
    }

    #[test]
    fn a_short_stretch_shows_no_limits_and_no_signs() {
        let receipt = receipt(r#"{"period": "2022-12"}"#);
        assert_eq!(step(&receipt, 0).get("working").get("lower"), &Plain::Nothing);
        assert_eq!(step(&receipt, 0).get("result").get("signs"), &Plain::List(Vec::new()));
    }

    #[test]
    fn inputs_that_cannot_be_are_named() {
        let good = receipt("{}");
        let with = |name: &str, entry: Plain| {
            let Plain::Map(mut entries) = step(&good, 0).get("inputs").clone() else { panic!("{good:?}") };
            entries.retain(|(known, _)| known != name);
            entries.push((name.to_owned(), entry));
            replay(&Plain::map([("rule", "process".into()), ("inputs", Plain::Map(entries))])).unwrap_err().input
        };
        for (name, entry, named) in [
            ("run", Plain::Number(5.0), "run"),
            ("screening", "maybe".into(), "screening"),
            ("baseline", Plain::Number(31.0), "baseline"),
            ("baseline", Plain::Number(11.0), "baseline"),
            ("points", Plain::Nothing, "points"),
            ("points", Plain::List(vec![Plain::Nothing]), "value"),
        ] {
            assert_eq!(with(name, entry), named);
        }
    }
}
