//! Which sentences are said, in the order: headline, which way is better, how sure, peers.

use super::figures::{Figures, spoken};
use super::model::Said;
use crate::compare::{
    Absence, BenchmarkKind, Cell, Comparison, Level, PeerRule, PeriodKind, Polarity, Side, Spread, Test, Verdict,
};
use crate::config::Basis;
use crate::text::{Label, Sentence};

/// The headline and the lines below it.
pub(super) struct Spoken {
    pub headline: Said,
    pub lines: Vec<Said>,
}

/// Chooses sentences by the facts of a comparison and fills them.
struct Speaker<'a> {
    comparison: &'a Comparison,
    figures: &'a Figures,
    lines: Vec<Said>,
}

pub(super) fn compare(comparison: &Comparison, figures: &Figures) -> Spoken {
    let mut speaker = Speaker { comparison, figures, lines: Vec::new() };
    let headline = match (&comparison.verdict, comparison.ours.cell) {
        (Verdict::NoFigure(absence), _) => speaker.absent(*absence),
        (Verdict::Tested(test), Cell::Value(value)) => speaker.tested(test, value),
        (_, Cell::Value(value)) => speaker.untested(value),
        (_, Cell::Absent(absence)) => speaker.absent(absence),
    };
    speaker.peers();
    Spoken { headline, lines: speaker.lines }
}

/// Measure, group and period, small above the headline.
pub(super) fn kicker(comparison: &Comparison, figures: &Figures) -> String {
    let subject = &comparison.subject;
    let mut parts = vec![subject.label.clone()];
    if !subject.group.is_empty() {
        parts.push(subject.group.clone());
    }
    parts.push(figures.period(&comparison.period));
    parts.join(" · ")
}

impl Speaker<'_> {
    fn say(&self, sentence: Sentence, more: &[(&str, &str)]) -> Said {
        let (comparison, figures) = (self.comparison, self.figures);
        let phrase = comparison.subject.phrase.as_deref().unwrap_or(&comparison.subject.label);
        let measure = figures.language.begin(phrase);
        let area = spoken(&comparison.area);
        let area_first = figures.language.begin(area);
        let bench_first = figures.language.begin(&figures.bench);
        let in_area = figures.in_place(&comparison.area);
        let period = figures.period(&comparison.period);
        let in_period = figures.in_period(&comparison.period);
        let mut slots = vec![
            ("label", comparison.subject.label.as_str()),
            ("Measure", &measure),
            ("measure", phrase),
            ("area", area),
            ("Area", &area_first),
            ("bench", &figures.bench),
            ("Bench", &bench_first),
            ("in_area", &in_area),
            ("period", &period),
            ("in_period", &in_period),
        ];
        slots.extend_from_slice(more);
        Said { id: sentence.id(), text: figures.language.say(sentence, &slots) }
    }

    fn add(&mut self, sentence: Sentence, more: &[(&str, &str)]) {
        let said = self.say(sentence, more);
        self.lines.push(said);
    }

    /// C1 and C2, or C0 where there is no plain phrase; C3 where the gap itself was tested.
    fn tested(&mut self, test: &Test, value: f64) -> Said {
        let figures = self.figures;
        let v = figures.spoken(value);
        let b = self.comparison.benchmark.figure.cell.value().map_or(String::new(), |value| figures.short(value));
        let direction = test.side.map_or(String::new(), |side| figures.language.label(side_label(side), &[]));
        let plain = self.comparison.subject.phrase.is_none();
        let headline = match test.side {
            _ if plain => self.say(Sentence::C0, &[("v", &v), ("b", &b), ("in_bench", &figures.at_bench)]),
            Some(_) => {
                let slots =
                    [("v", v.as_str()), ("b", &b), ("direction", &direction), ("in_bench", &figures.than_bench)];
                self.say(Sentence::C1, &slots)
            }
            None => self.say(Sentence::C2, &[("v", &v), ("b", &b)]),
        };
        match test.side {
            Some(_) if plain => self.add(Sentence::C0Gap, &[("direction", &direction)]),
            None if plain => self.add(Sentence::C0NoGap, &[]),
            _ => {}
        }
        if test.side.is_some() {
            self.polarity();
        }
        self.how_sure(test);
        match test.side {
            Some(_) => {
                let odds = if test.level == Level::P998 { 500.0 } else { 20.0 };
                self.add(Sentence::Chance, &[("odds", &figures.language.number(odds, 0))]);
                self.pooled();
            }
            None => self.add(Sentence::C2NotSame, &[]),
        }
        headline
    }

    fn untested(&mut self, value: f64) -> Said {
        let figures = self.figures;
        let v = figures.spoken(value);
        let b = self.comparison.benchmark.figure.cell.value().map(|value| figures.short(value));
        let plain = self.comparison.subject.phrase.is_none();
        match (&self.comparison.verdict, b) {
            (Verdict::NoInterval, Some(b)) => {
                let sentence = if plain { Sentence::C0 } else { Sentence::C4 };
                let headline = self.say(sentence, &[("v", &v), ("b", &b), ("in_bench", &figures.at_bench)]);
                match self.comparison.ours.interval {
                    // Ours has a range and the other has none: the gap cannot be tested, the figure still can be told.
                    Some(_) => self.range(),
                    None => self.add(Sentence::S5, &[]),
                }
                headline
            }
            (Verdict::OtherPeriod, _) => {
                let headline = self.say(Sentence::C0Alone, &[("v", &v)]);
                self.other_period();
                self.range();
                headline
            }
            _ => self.without_benchmark(plain, &v),
        }
    }

    fn without_benchmark(&mut self, plain: bool, v: &str) -> Said {
        let named = !self.figures.bench.is_empty();
        let headline = match (plain, named) {
            (false, true) => self.say(Sentence::C9, &[("v", v)]),
            _ => self.say(Sentence::C0Alone, &[("v", v)]),
        };
        if plain && named {
            self.add(Sentence::C9None, &[]);
        }
        self.range();
        headline
    }

    fn other_period(&mut self) {
        let Some(other) = &self.comparison.benchmark.other_period else { return };
        let p1 = self.figures.period(&self.comparison.period);
        let p2 = self.figures.period(other);
        let unit = match self.comparison.period.kind {
            PeriodKind::Month => Label::MonthWord,
            PeriodKind::Calendar | PeriodKind::Financial | PeriodKind::Academic | PeriodKind::YearFrom => {
                Label::YearWord
            }
            _ => Label::PeriodWord,
        };
        let unit = self.figures.language.label(unit, &[]);
        self.add(Sentence::C10, &[("p1", &p1), ("p2", &p2), ("unit", &unit)]);
    }

    fn absent(&mut self, absence: Absence) -> Said {
        let note = self.comparison.ours.note.as_str();
        match absence {
            Absence::Suppressed => self.say(Sentence::C5, &[]),
            Absence::Unreliable => self.say(Sentence::C6, &[]),
            Absence::NotApplicable if note.is_empty() => self.say(Sentence::C8, &[]),
            Absence::NotApplicable => self.say(Sentence::C8Reason, &[("reason", note)]),
            Absence::Missing | Absence::Unreadable => {
                if !note.is_empty() {
                    self.add(Sentence::C7Note, &[("note", note)]);
                }
                self.say(Sentence::C7, &[])
            }
        }
    }

    fn polarity(&mut self) {
        let side = match self.comparison.subject.polarity {
            Polarity::HighIsGood => Label::Higher,
            Polarity::LowIsGood => Label::Lower,
            Polarity::NoJudgement => return,
        };
        let side = self.figures.language.label(side, &[]);
        self.add(Sentence::Pol, &[("side", &side)]);
    }

    /// S1 to S4 for a fixed benchmark; C3 where the gap itself was tested.
    fn how_sure(&mut self, test: &Test) {
        let Some(gap) = &test.gap else { return self.range() };
        let (figures, language) = (self.figures, self.figures.language);
        let size = |limit: f64| language.spoken_gap(limit.abs(), figures.decimals, &figures.unit);
        let short = |limit: f64| language.number(limit.abs(), figures.decimals);
        let (lower, upper) = (gap.interval.lower, gap.interval.upper);
        if lower < 0.0 && upper > 0.0 {
            self.add(Sentence::C3Sides, &[("x", &short(lower)), ("y", &size(upper))]);
        } else {
            let (least, most) = if lower.abs() < upper.abs() { (lower, upper) } else { (upper, lower) };
            self.add(Sentence::C3, &[("lo", &short(least)), ("hi", &size(most))]);
        }
    }

    fn range(&mut self) {
        let Some(interval) = &self.comparison.ours.interval else { return self.add(Sentence::S5, &[]) };
        let (lo, hi) = (self.figures.short(interval.lower), self.figures.short(interval.upper));
        let sentence = match self.comparison.subject.basis {
            Some(Basis::Survey) => Sentence::S1,
            Some(Basis::Counts) => Sentence::S2,
            Some(Basis::Model) => Sentence::S3,
            None => Sentence::S4,
        };
        self.add(sentence, &[("lo", &lo), ("hi", &hi)]);
    }

    /// C11: our area is a good part of the benchmark it is set against.
    fn pooled(&mut self) {
        let (ours, benchmark) = (&self.comparison.ours, &self.comparison.benchmark);
        if let (BenchmarkKind::Wide(_), Some(part), Some(whole)) =
            (&benchmark.kind, ours.denominator, benchmark.figure.denominator)
            && whole > 0.0
            && part / whole > 0.05
        {
            self.add(Sentence::C11, &[]);
        }
    }

    fn peers(&mut self) {
        if let Some(spread) = self.comparison.spread {
            self.spread(&spread);
        }
        self.tally();
        if let PeerRule::Group(_, reason, date) = &self.comparison.peers.rule
            && !reason.is_empty()
            && !date.is_empty()
            && let Some(publisher) = self.comparison.subject.publisher.clone()
        {
            self.add(Sentence::P5, &[("Publisher", &publisher), ("date", date), ("reason", reason)]);
        }
    }

    fn spread(&mut self, spread: &Spread) {
        let figures = self.figures;
        let who = figures.who(self.comparison, spread.with_figure + spread.without);
        let (sentence, (from, to)) = match spread.with_figure {
            0..8 => (Sentence::P1Few, spread.ends),
            _ => (Sentence::P1, spread.quartiles),
        };
        self.add(sentence, &[("who", &who), ("q1", &figures.short(from)), ("q3", &figures.short(to))]);
        match spread.without {
            0 => {}
            1 => self.add(Sentence::P1MissingOne, &[]),
            k => self.add(Sentence::P1Missing, &[("k", &figures.language.number(k as f64, 0))]),
        }
    }

    fn tally(&mut self) {
        let tally = self.comparison.tally;
        if tally.checks() < 2 {
            return;
        }
        let language = self.figures.language;
        let count = |n: usize| match n {
            0 => language.label(Label::None, &[]),
            n => language.number(n as f64, 0),
        };
        let were = language.label(if tally.higher == 1 { Label::Was } else { Label::Were }, &[]);
        let (a, c, d) = (count(tally.higher), count(tally.lower), count(tally.unclear));
        self.add(Sentence::P2, &[("a", &a), ("were", &were), ("c", &c), ("d", &d)]);
        let expected = tally.by_chance();
        let e = match expected {
            expected if expected < 1.0 => language.label(Label::LessThanOne, &[]),
            expected => language.label(Label::About, &[("n", &language.number(expected, 0))]),
        };
        let n = language.number(tally.checks() as f64, 0);
        self.add(Sentence::P2Chance, &[("n", &n), ("e", &e)]);
    }
}

/// The word for a side.
pub(super) fn side_label(side: Side) -> Label {
    match side {
        Side::Higher => Label::Higher,
        Side::Lower => Label::Lower,
    }
}
