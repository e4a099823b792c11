//! Receipts of a board: for each priority the test against the peers' middle, the trends, the planned level, each check and
//! the state; and what chance does to all checks together.

use super::{
    Inputs, LIMITS, Outcome, THEIR_LIMITS, add_limits, intervals, map, numbers, of_benchmark, own, polarity_word,
    process_receipts, trend_receipts,
};
use crate::compare::profile::{
    Check, Entry, Made, Outlook, PlaceOnPath, Profile, Progress, State, is_met, last_month, meets, place,
    planned_level, stretched,
};
use crate::compare::{Absence, Cannot, Comparison, Figure};
use crate::config::Plain;
use crate::data::Cell;
use crate::stats::{ChanceFlags, flags_by_chance};

/// The receipts of every state of a board.
pub fn profile_receipts(profile: &Profile) -> Plain {
    let mut risks = Vec::new();
    for entry in &profile.entries {
        if let Some(standing) = &entry.standing
            && !matches!(entry.state, State::NoState | State::CannotJudge(_))
        {
            risks.extend(standing.made.iter().filter_map(|made| made.check.risk()).map(Plain::Number));
        }
    }
    let chance =
        if risks.is_empty() { Plain::Nothing } else { own("chance", Plain::map([("risks", Plain::List(risks))])) };
    Plain::map([
        ("area", profile.now.ours().place.code.into()),
        ("name", profile.now.ours().place.name.into()),
        ("chance", chance),
        ("priorities", Plain::List(profile.entries.iter().map(of_entry).collect())),
    ])
}

fn of_entry(entry: &Entry) -> Plain {
    let title = if entry.priority.title.is_empty() { &entry.priority.indicator } else { &entry.priority.title };
    let mut parts = vec![("priority", Plain::from(title.as_str()))];
    let mut steps = Vec::new();
    if let Some(standing) = &entry.standing {
        let now = standing.now();
        parts.extend([
            ("indicator", now.subject.id.into()),
            ("label", now.subject.label.into()),
            ("group", now.subject.group.as_str().into()),
            ("period", now.period.label.as_str().into()),
        ]);
        steps.extend(of_peers(now));
        if let Plain::List(trends) = trend_receipts(&standing.trend).get("steps") {
            steps.extend(trends.iter().cloned());
        }
        if let Some(process) = &standing.process
            && let Plain::List(signs) = process_receipts(process).get("steps")
        {
            steps.extend(signs.iter().cloned());
        }
        steps.extend(of_path(standing));
        steps.extend(standing.made.iter().map(|made| of_check(made, standing.matters)));
    }
    steps.push(of_state(entry));
    parts.push(("steps", Plain::List(steps)));
    map(parts)
}

/// The middle of the peers, and ours against it, each with its ranges at both levels.
fn of_peers(now: &Comparison) -> Vec<Plain> {
    let (ours, theirs) = (stretched(&now.ours().figure), stretched(&now.benchmark.figure));
    let mut steps = intervals(&now.ours().figure, now.subject.per);
    if theirs.cell.value().is_none() {
        return steps;
    }
    steps.extend(of_benchmark(now));
    if ours.intervals[0].is_some() && theirs.intervals[0].is_some() {
        let mut inputs = vec![("value", ours.cell.value().into())];
        add_limits(&mut inputs, &LIMITS, &ours.intervals);
        inputs.push(("against", theirs.cell.value().into()));
        add_limits(&mut inputs, &THEIR_LIMITS, &theirs.intervals);
        inputs.push(("polarity", polarity_word(now.subject.polarity).into()));
        steps.push(own("gap", map(inputs)));
    }
    steps
}

fn of_path(standing: &Outlook) -> Vec<Plain> {
    let now = standing.now();
    let polarity = ("polarity", Plain::from(polarity_word(now.subject.polarity)));
    let Some(value) = now.ours().figure.cell.value() else { return Vec::new() };
    match &standing.progress {
        Progress::Standard { promise, met: Some(_) } | Progress::Due { promise, met: Some(_) } => {
            let inputs = [("value", Plain::Number(value)), ("standard", Plain::Number(promise.level)), polarity];
            vec![own("standard", Plain::map(inputs))]
        }
        Progress::Judged { promise, planned, .. } => {
            let point = |&(month, level): &(i32, f64)| numbers(&[("month", f64::from(month)), ("level", level)]);
            let points = promise.points().unwrap_or_default().iter().map(point).collect();
            let month = Plain::Number(f64::from(last_month(now.period)));
            let mut inputs = vec![("value", Plain::Number(value))];
            add_limits(&mut inputs, [&LIMITS[0]], &now.ours().figure.intervals[..1]);
            inputs.extend([("planned", Plain::Number(*planned)), polarity]);
            vec![
                own("planned-level", Plain::map([("points", Plain::List(points)), ("month", month)])),
                own("place-on-path", map(inputs)),
            ]
        }
        _ => Vec::new(),
    }
}

fn of_check(made: &Made, matters: Option<f64>) -> Plain {
    let (is_there, size) = made.found;
    let mut inputs = vec![("check", made.check.id().into()), ("found", yes_or_no(is_there))];
    inputs.extend(size.map(|size| ("size", Plain::Number(size))));
    inputs.extend(matters.map(|matters| ("matters", Plain::Number(matters))));
    own("check", map(inputs))
}

fn of_state(entry: &Entry) -> Plain {
    let mut inputs = Vec::new();
    if let Some(standing) = &entry.standing {
        let made = |made: &Made| {
            let mut one = vec![("check", made.check.id().into()), ("met", yes_or_no(made.met))];
            one.extend(made.before.map(|before| ("metBefore", yes_or_no(before))));
            map(one)
        };
        inputs.push(("checks", Plain::List(standing.made.iter().map(made).collect())));
        inputs.push(("polarity", polarity_word(standing.now().subject.polarity).into()));
        inputs.push(("figure", yes_or_no(standing.now().ours().figure.cell.value().is_some())));
    }
    own("state", map(inputs))
}

fn yes_or_no(is_so: bool) -> Plain {
    Plain::from(if is_so { "yes" } else { "no" })
}

impl Inputs<'_> {
    fn is(&self, name: &str) -> bool {
        self.inputs.get(name).text() == "yes"
    }

    /// The level on the straight line between the agreed levels around a month.
    pub(super) fn planned_level(&self) -> Outcome {
        let Plain::List(points) = self.inputs.get("points") else { return Err(self.wrong("points")) };
        let mut path = Vec::new();
        for point in points {
            let one = Inputs { rule: self.rule, inputs: point };
            path.push((one.number("month")? as i32, one.number("level")?));
        }
        let planned = planned_level(&path, self.number("month")? as i32).ok_or_else(|| self.wrong("month"))?;
        Ok([map(Vec::new()), numbers(&[("planned", planned)])])
    }

    /// On which side of the planned level the likely range lies.
    pub(super) fn place_on_path(&self) -> Outcome {
        let figure =
            Figure { intervals: [self.limits(0, &LIMITS), None], ..Figure::bare(Cell::Value(self.number("value")?)) };
        let place = place(&figure, self.number("planned")?, self.polarity()?).ok_or_else(|| self.wrong("lower95"))?;
        let id = match place {
            PlaceOnPath::On => "on-path",
            PlaceOnPath::TooClose => "too-close",
            PlaceOnPath::Behind => "behind-path",
        };
        Ok([map(Vec::new()), map(vec![("place", id.into())])])
    }

    /// Whether a value is at a standard or on its good side.
    pub(super) fn standard(&self) -> Outcome {
        let met = meets(self.number("value")?, self.number("standard")?, self.polarity()?);
        let met = met.ok_or_else(|| self.wrong("polarity"))?;
        Ok([map(Vec::new()), map(vec![("met", yes_or_no(met))])])
    }

    /// Whether what a check looks for is there and big enough.
    pub(super) fn check(&self) -> Outcome {
        let found = (self.is("found"), self.number("size").ok());
        let met = is_met(found, self.number("matters").ok());
        Ok([map(Vec::new()), map(vec![("met", yes_or_no(met))])])
    }

    /// The state that checks come to.
    pub(super) fn state(&self) -> Outcome {
        let Plain::List(checks) = self.inputs.get("checks") else {
            let state = State::CannotJudge(Cannot::NotThere);
            return Ok([map(Vec::new()), map(vec![("state", state.id().into())])]);
        };
        let mut made = Vec::new();
        for check in checks {
            let one = Inputs { rule: self.rule, inputs: check };
            let name = check.get("check").text();
            let check = Check::ALL.into_iter().find(|check| check.id() == name).ok_or_else(|| self.wrong("check"))?;
            let before = matches!(one.inputs.get("metBefore"), Plain::Text(_)).then(|| one.is("metBefore"));
            made.push(Made { check, found: (one.is("met"), None), met: one.is("met"), before });
        }
        let figure = if self.is("figure") { Cell::Value(0.0) } else { Cell::Absent(Absence::Missing) };
        let state = State::of(&made, self.polarity()?, figure);
        let met = made.iter().filter(|made| made.met).count();
        let working = numbers(&[("made", made.len() as f64), ("met", met as f64)]);
        Ok([working, map(vec![("state", state.id().into())])])
    }

    /// What chance alone does to so many checks.
    pub(super) fn chance(&self) -> Outcome {
        let Plain::List(risks) = self.inputs.get("risks") else { return Err(self.wrong("risks")) };
        let mut all = Vec::new();
        for risk in risks {
            let Plain::Number(risk) = risk else { return Err(self.wrong("risks")) };
            all.push(*risk);
        }
        let result = match flags_by_chance(&all).ok_or_else(|| self.wrong("risks"))? {
            ChanceFlags::About(number) => ("about", number),
            ChanceFlags::AtMostOneIn(number) => ("atMostOneIn", f64::from(number)),
        };
        Ok([numbers(&[("checks", all.len() as f64)]), numbers(&[result])])
    }
}
