//! Verdicts as data, and the receipt of ours in words with every number in full.

use super::figures::{Figures, absent, side};
use super::model::Receipt;
use super::rows::has_benchmark;
#[cfg(more)]
use crate::compare::Period;
use crate::compare::{
    Absence, Cell, Compared, Figure, Interval, Judgement, Level, Method, Rule, Significance, Test, Untested,
};
use crate::config::Plain;
use crate::text::{Label, Sentence, plain, push_part};

/// Plain data under names, added one by one.
#[derive(Default)]
pub(super) struct Data(Vec<(String, Plain)>);

impl Data {
    pub fn add(&mut self, name: &str, data: Plain) {
        self.0.push((name.to_owned(), data));
    }

    pub fn text(&mut self, name: &str, text: &str) {
        self.add(name, Plain::from(text));
    }

    pub fn number(&mut self, name: &str, number: Option<f64>) {
        self.add(name, Plain::from(number));
    }

    /// One of a few words of ours, or nothing.
    pub fn word(&mut self, name: &str, word: Option<&str>) {
        self.add(name, word.map_or(Plain::Nothing, Plain::from));
    }

    pub fn map(&mut self, name: &str, data: Data) {
        self.add(name, data.plain());
    }

    pub fn list(&mut self, name: &str, items: Vec<Plain>) {
        self.add(name, Plain::List(items));
    }

    pub fn plain(self) -> Plain {
        Plain::Map(self.0)
    }
}

/// An area's figure and verdict, with the rule, the level and all that it rests on.
pub(super) fn result(role: &str, compared: &Compared, against: Option<f64>) -> Plain {
    let Compared { place, figure, verdict } = compared;
    let mut data = Data::default();
    let interval = &figure.intervals[0];
    data.text("code", place.code);
    data.text("name", place.name);
    data.text("role", role);
    data.number("value", figure.cell.value());
    data.word(
        "absence",
        match figure.cell {
            Cell::Value(_) => None,
            Cell::Absent(absence) => Some(absence_id(absence)),
        },
    );
    data.number("lower", interval.map(|interval| interval.lower));
    data.number("upper", interval.map(|interval| interval.upper));
    data.word("method", interval.map(|interval| method(interval.method).0));
    data.number("count", figure.count);
    data.number("denominator", figure.denominator);
    data.add(
        "test",
        match verdict {
            Ok(test) => tested(test, against),
            Err(_) => Plain::Nothing,
        },
    );
    data.word("untested", verdict.err().map(Untested::id));
    data.number("line", Some(f64::from(figure.line)));
    data.text("note", figure.note);
    data.plain()
}

fn tested(test: &Test, against: Option<f64>) -> Plain {
    let mut data = Data::default();
    data.text(
        "rule",
        match test.rule {
            Rule::FixedValue => "fixed-value",
            Rule::GapItself => "gap",
        },
    );
    data.text(
        "side",
        match test.significance {
            Significance::Higher => "higher",
            Significance::NotDifferent => "no-clear-gap",
            Significance::Lower => "lower",
        },
    );
    data.text(
        "judgement",
        match test.judgement {
            Judgement::Better => "better",
            Judgement::Worse => "worse",
            _ => "none",
        },
    );
    let gap = &test.gap;
    data.number("level", Some(test.level.confidence()));
    data.number("against", against);
    data.number("gap", gap.map(|gap| gap.difference));
    data.number("gapLower", gap.map(|gap| gap.interval.lower));
    data.number("gapUpper", gap.map(|gap| gap.interval.upper));
    data.plain()
}

/// One period as plain data, as far as all views over time tell it alike.
#[cfg(more)]
pub(super) fn of_period(period: &Period, name: &str, figure: &Figure) -> Data {
    let interval = &figure.intervals[0];
    let mut data = Data::default();
    data.text("period", &period.label);
    data.text("name", name);
    data.number("value", figure.cell.value());
    data.word(
        "absence",
        match figure.cell {
            Cell::Value(_) => None,
            Cell::Absent(absence) => Some(absence_id(absence)),
        },
    );
    data.number("lower", interval.map(|interval| interval.lower));
    data.number("upper", interval.map(|interval| interval.upper));
    data.word("method", interval.map(|interval| method(interval.method).0));
    data.number("count", figure.count);
    data.number("denominator", figure.denominator);
    data
}

pub(super) fn absence_id(absence: Absence) -> &'static str {
    match absence {
        Absence::Missing => "missing",
        Absence::Suppressed => "suppressed",
        Absence::Unreliable => "unreliable",
        Absence::NotApplicable => "not-applicable",
        Absence::Unreadable => "unreadable",
    }
}

/// A method by its id and its name.
pub(super) fn method(method: Method) -> (&'static str, Label) {
    match method {
        Method::Published => ("published", Label::MethodPublished),
        Method::Wilson => ("wilson", Label::MethodWilson),
        Method::Exact => ("exact-poisson", Label::MethodExact),
        Method::Byar => ("byar", Label::MethodByar),
        Method::StudentT => ("student-t", Label::MethodStudent),
        Method::SquareAndAdd => ("square-and-add", Label::MethodSquareAndAdd),
        Method::MedianOfPeers => ("median-of-peers", Label::MethodMedian),
    }
}

/// Names and numbers of a receipt, as they are written down.
struct Facts<'a> {
    figures: &'a Figures<'a>,
    written: Vec<(String, String)>,
}

/// How our verdict was worked out.
pub(super) fn receipt(figures: &Figures) -> Receipt {
    let comparison = figures.comparison;
    let ours = comparison.ours();
    let mut facts = Facts { figures, written: Vec::new() };
    facts.figure(ours.place.name, &ours.figure);
    if has_benchmark(figures) {
        facts.figure(&figures.bench_name(), &comparison.benchmark.figure);
    }
    let rule = match &ours.verdict {
        Ok(test) => {
            facts.test(test);
            match test.rule {
                Rule::FixedValue => Label::RuleFixed,
                Rule::GapItself => Label::RuleGap,
            }
        }
        Err(_) => Label::RuleNone,
    };
    Receipt { rule: figures.of_bench(rule), facts: facts.written, definition: figures.language.say(Sentence::S6, &[]) }
}

impl Facts<'_> {
    /// Writes a fact under a label, with the name of the area it is of.
    fn write(&mut self, of: &str, label: Label, fact: String) {
        let mut name = of.to_owned();
        push_part(&mut name, ": ", &self.figures.word(label));
        self.written.push((name, fact));
    }

    fn figure(&mut self, name: &str, figure: &Figure) {
        let value = match figure.cell {
            Cell::Value(value) => in_full(value),
            Cell::Absent(absence) => self.figures.word(absent(absence)),
        };
        self.write(name, Label::Figure, value);
        let [usual, wide] = &figure.intervals;
        self.interval(name, Label::Range, usual);
        self.interval(name, Label::WideRange, wide);
        self.number(name, Label::CountLabel, figure.count);
        self.number(name, Label::Denominator, figure.denominator);
    }

    fn interval(&mut self, name: &str, label: Label, interval: &Option<Interval>) {
        if let Some(interval) = interval {
            let method = self.figures.word(method(interval.method).1);
            let mut fact = self.range(interval);
            push_part(&mut fact, " (", &method);
            fact.push(')');
            self.write(name, label, fact);
        }
    }

    fn range(&self, interval: &Interval) -> String {
        self.figures.range(&in_full(interval.lower), &in_full(interval.upper))
    }

    fn number(&mut self, name: &str, label: Label, number: Option<f64>) {
        if let Some(number) = number {
            self.write(name, label, in_full(number));
        }
    }

    fn test(&mut self, test: &Test) {
        if let Some(gap) = &test.gap {
            self.write("", Label::GapWord, in_full(gap.difference));
            self.write("", Label::GapRange, self.range(&gap.interval));
        }
        self.write("", Label::LevelWord, level(test.level));
        self.write("", Label::Outcome, self.figures.word(side(test.significance)));
    }
}

pub(super) fn level(level: Level) -> String {
    in_full(level.confidence() * 100.0) + "%"
}

/// A number with as many decimals as say something, six at most.
pub(super) fn in_full(value: f64) -> String {
    let mut written = plain(value, 6);
    if written.contains('.') {
        let mut end = written.len();
        while written.as_bytes()[end - 1] == b'0' {
            end -= 1;
        }
        if written.as_bytes()[end - 1] == b'.' {
            end -= 1;
        }
        written.truncate(end);
    }
    written
}
