//! The receipt of clear gaps tested again with all checks in mind.

use super::trends::limits;
use super::{Inputs, LIMITS, Outcome, THEIR_LIMITS, Unreadable, map, numbers, own, side_id};
use crate::compare::{Checked, Counts, Evidence, FalseDiscovery};
use crate::config::Plain;
use crate::stats::{Estimate, Rejection, Significance, false_discovery_adjusted};

/// The step with every check, and the areas without one.
pub(super) fn of_false_discovery(found: &FalseDiscovery) -> Plain {
    let checks = found.checks.iter().map(of_check).collect();
    let left_out = found.left_out.iter();
    let left_out =
        left_out.map(|(place, why)| Plain::map([("area", place.code.into()), ("reason", reason(*why).into())]));
    let inputs = map(vec![("share", Plain::Number(FalseDiscovery::SHARE)), ("checks", Plain::List(checks))]);
    map(vec![("step", own("false-discovery", inputs)), ("leftOut", Plain::List(left_out.collect()))])
}

/// Why there is no p-value.
fn reason(why: Rejection) -> &'static str {
    match why {
        Rejection::StandardErrorNotUsable => "range-without-width",
        Rejection::MissingLimits => "no-interval",
        _ => "not-calculable",
    }
}

fn of_check(checked: &Checked) -> Plain {
    let mut inputs = vec![("area", checked.place.code.into()), ("side", side_id(checked.side).into())];
    let number = |name, number| (name, Plain::Number(number));
    let counts = |of: &Counts| {
        [
            number("count", of.count),
            number("denominator", of.denominator),
            number("per", of.per),
            number("against", of.against),
        ]
    };
    match &checked.evidence {
        Evidence::Share(of) => {
            inputs.push(("test", "score".into()));
            inputs.extend(counts(of));
        }
        Evidence::Rate(of) => {
            inputs.push(("test", "exact-poisson-or-byar".into()));
            inputs.extend(counts(of));
        }
        Evidence::Range(figure, against) => {
            inputs.extend([("test", "range".into()), number("value", figure.value)]);
            inputs.extend(limits(Some(figure.interval)));
            inputs.push(number("against", *against));
        }
        Evidence::Gap(figure, against) => {
            inputs.extend([("test", "gap".into()), number("value", figure.value)]);
            inputs.extend(limits(Some(figure.interval)));
            let (lower, upper) = THEIR_LIMITS[0];
            inputs.extend([number("against", against.value), number(lower, against.interval.lower)]);
            inputs.push(number(upper, against.interval.upper));
        }
    }
    map(inputs)
}

impl Inputs<'_> {
    /// Each check's p-value, all of them adjusted, and how many clear gaps stay clear at the share.
    pub(super) fn false_discovery(&self) -> Outcome {
        let share = self.number("share")?;
        let checks = self.list("checks", |one| {
            let p_value = one.evidence()?.p_value().map_err(|_| one.wrong("checks"))?;
            let is_clear = one.inputs.get("side").text() != side_id(Significance::NotDifferent);
            Ok((one.inputs.get("area").clone(), is_clear, p_value))
        })?;
        let p_values: Vec<f64> = checks.iter().map(|check| check.2).collect();
        let adjusted = false_discovery_adjusted(&p_values).map_err(|_| self.wrong("checks"))?;
        let (mut worked, mut clear, mut stay) = (Vec::new(), 0, 0);
        for ((area, is_clear, p_value), adjusted) in checks.into_iter().zip(adjusted) {
            worked.push(map(vec![
                ("area", area),
                ("pValue", Plain::Number(p_value)),
                ("adjusted", Plain::Number(adjusted)),
            ]));
            clear += i32::from(is_clear);
            stay += i32::from(is_clear && adjusted <= share);
        }
        let result = numbers(&[("clear", f64::from(clear)), ("stay", f64::from(stay))]);
        Ok([map(vec![("checks", Plain::List(worked))]), result])
    }

    /// What a p-value comes from.
    fn evidence(&self) -> Result<Evidence, Unreadable> {
        let counts = || {
            let (count, denominator) = (self.number("count")?, self.number("denominator")?);
            Ok(Counts { count, denominator, per: self.number("per")?, against: self.number("against")? })
        };
        let estimate = |value, names| {
            let interval = self.limits(0, names).or_else(|| self.limits(1, names));
            let interval = interval.ok_or_else(|| self.wrong(names[0].0))?;
            Ok(Estimate { value: self.number(value)?, interval })
        };
        Ok(match self.inputs.get("test").text() {
            "score" => Evidence::Share(counts()?),
            "exact-poisson-or-byar" => Evidence::Rate(counts()?),
            "range" => Evidence::Range(estimate("value", &LIMITS)?, self.number("against")?),
            "gap" => Evidence::Gap(estimate("value", &LIMITS)?, estimate("against", &THEIR_LIMITS)?),
            _ => return Err(self.wrong("test")),
        })
    }
}
