//! Which sentences are said, in the order: headline, which way is better, how sure, peers.

use super::figures::{Figures, side, span};
use super::model::Said;
use crate::compare::{Absence, BenchmarkKind, Cell, PeerKind, PeriodKind, Polarity, Significance, Test, Untested};
use crate::config::Basis;
use crate::text::{Label, Sentence, Template, push_part};

/// From so many peers with a figure on, their middle half is told, not their ends.
pub(super) const QUARTILES_FROM: usize = 8;

/// Chooses sentences by the facts of a comparison; every slot that one of them may name is filled before it is said.
pub(super) struct Speaker<'a> {
    pub figures: &'a Figures<'a>,
    slots: Vec<(&'static str, String)>,
    pub said: Vec<Said>,
}

/// What is said: the headline, then the lines below it.
pub(super) fn compare(figures: &Figures) -> Vec<Said> {
    let mut speaker = Speaker::of(figures);
    let ours = figures.comparison.ours();
    match (&ours.verdict, ours.figure.cell) {
        (_, Cell::Absent(absence)) => speaker.absent(absence),
        (Ok(test), _) => speaker.tested(test),
        (Err(why), _) => speaker.untested(*why),
    }
    speaker.spread();
    speaker.tally();
    speaker.chosen();
    speaker.said
}

/// Measure, group and period, small above the headline.
pub(super) fn kicker(figures: &Figures) -> String {
    kicker_for(figures, &figures.period(figures.comparison.period))
}

/// Measure, group and time.
pub(super) fn kicker_for(figures: &Figures, time: &str) -> String {
    let subject = &figures.comparison.subject;
    let mut kicker = subject.label.to_owned();
    push_part(&mut kicker, " · ", &figures.group(&subject.group));
    push_part(&mut kicker, " · ", time);
    kicker
}

impl<'a> Speaker<'a> {
    /// A speaker that knows the names of this comparison.
    pub fn of(figures: &'a Figures<'a>) -> Speaker<'a> {
        let mut speaker = Speaker { figures, slots: Vec::new(), said: Vec::new() };
        speaker.name_all();
        speaker
    }

    /// Fills a slot, for all that is said from here on.
    pub fn set(&mut self, name: &'static str, text: String) {
        self.slots.push((name, text));
    }

    /// What a slot was filled with last.
    #[cfg(more)]
    pub fn slot(&self, name: &str) -> String {
        self.slots.iter().rfind(|slot| slot.0 == name).map_or(String::new(), |slot| slot.1.clone())
    }

    pub fn set_text(&mut self, name: &'static str, text: &str) {
        self.set(name, text.to_owned());
    }

    pub fn set_label<T: Template>(&mut self, name: &'static str, label: T) {
        self.set(name, self.figures.word(label));
    }

    pub fn set_count(&mut self, name: &'static str, n: usize) {
        self.set(name, self.figures.count(n));
    }

    pub fn set_tally(&mut self, name: &'static str, n: usize) {
        if n == 0 { self.set_label(name, Label::None) } else { self.set_count(name, n) }
    }

    pub fn say<T: Template>(&mut self, sentence: T) {
        let text = self.figures.language.say(sentence, &self.slots);
        self.said.push(Said::new(sentence.id(), text));
    }

    /// The slots that are the same in every sentence.
    fn name_all(&mut self) {
        let figures = self.figures;
        let (comparison, language) = (figures.comparison, figures.language);
        let (subject, ours) = (&comparison.subject, comparison.ours());
        let phrase = if self.has_phrase() { subject.phrase } else { subject.label };
        self.set_text("measure", phrase);
        self.set_text("area", ours.place.spoken);
        self.set_text("bench", &figures.bench);
        self.set_text("label", subject.label);
        self.set("in_bench", figures.at_bench());
        self.set("than_bench", figures.than_bench());
        self.set_text("note", ours.figure.note);
        self.set("in_area", figures.in_place(&ours.place));
        self.set("period", figures.period(comparison.period));
        self.set("in_period", language.in_span(span(comparison.period)));
        let value = ours.figure.cell.value().unwrap_or_default();
        self.set("v", language.spoken_figure(value, figures.decimals, &figures.unit));
        self.set("b", figures.value(&comparison.benchmark.figure));
    }

    pub fn has_phrase(&self) -> bool {
        !self.figures.comparison.subject.phrase.is_empty()
    }

    /// C1 and C2, or C0 where there is no plain phrase; C3 where the gap itself was tested.
    fn tested(&mut self, test: &Test) {
        let is_clear = test.significance != Significance::NotDifferent;
        self.set_label("direction", side(test.significance));
        if self.has_phrase() {
            self.say(if is_clear { Sentence::C1 } else { Sentence::C2 });
        } else {
            self.say(Sentence::C0);
            self.say(if is_clear { Sentence::C0Gap } else { Sentence::C0NoGap });
        }
        if is_clear {
            self.polarity();
        }
        match &test.gap {
            Some(gap) => self.gap(gap.interval.lower, gap.interval.upper),
            None => self.range(),
        }
        if !is_clear {
            return self.say(Sentence::C2NotSame);
        }
        self.set_count("odds", if test.level.confidence() > 0.99 { 500 } else { 20 });
        self.say(Sentence::Chance);
        self.pooled();
    }

    fn untested(&mut self, why: Untested) {
        let (has_phrase, is_named) = (self.has_phrase(), !self.figures.bench.is_empty());
        self.say(match (why, has_phrase) {
            (Untested::NoInterval, true) => Sentence::C4,
            (Untested::NoInterval, false) => Sentence::C0,
            (Untested::NoBenchmark, true) if is_named => Sentence::C9,
            (_, true) => Sentence::C9Alone,
            (_, false) => Sentence::C0Alone,
        });
        match why {
            Untested::OtherPeriod => self.other_period(),
            Untested::OtherKind => self.say(Sentence::C10Kind),
            Untested::NoBenchmark if is_named && !has_phrase => self.say(Sentence::C9None),
            _ => {}
        }
        self.range();
    }

    fn other_period(&mut self) {
        let (figures, comparison) = (self.figures, self.figures.comparison);
        let Some(other) = comparison.benchmark.other_period else { return };
        self.set("p1", figures.period(comparison.period));
        self.set("p2", figures.period(other));
        let unit = match comparison.period.kind {
            PeriodKind::Month => Label::MonthWord,
            PeriodKind::Calendar | PeriodKind::Financial | PeriodKind::Academic | PeriodKind::YearFrom => {
                Label::YearWord
            }
            _ => Label::PeriodWord,
        };
        self.set_label("unit", unit);
        self.say(Sentence::C10);
    }

    pub fn absent(&mut self, absence: Absence) {
        let has_note = !self.figures.comparison.ours().figure.note.is_empty();
        match absence {
            Absence::Suppressed => self.say(Sentence::C5),
            Absence::Unreliable => self.say(Sentence::C6),
            Absence::NotApplicable => self.say(if has_note { Sentence::C8Reason } else { Sentence::C8 }),
            Absence::Missing | Absence::Unreadable => {
                self.say(Sentence::C7);
                if has_note {
                    self.say(Sentence::C7Note);
                }
            }
        }
    }

    pub fn polarity(&mut self) {
        self.set_label(
            "side",
            match self.figures.comparison.subject.polarity {
                Polarity::HighIsGood => Label::Higher,
                Polarity::LowIsGood => Label::Lower,
                Polarity::NoJudgement => return,
            },
        );
        self.say(Sentence::Pol);
    }

    /// C3: between which limits the gap lies, in words of a size; or on both sides of none.
    fn gap(&mut self, lower: f64, upper: f64) {
        let (figures, language) = (self.figures, self.figures.language);
        let both_sides = lower < 0.0 && upper > 0.0;
        let (least, most) = match both_sides || lower.abs() < upper.abs() {
            true => (lower, upper),
            false => (upper, lower),
        };
        self.set("lo", language.number(least.abs(), figures.decimals));
        self.set("hi", language.spoken_gap(most.abs(), figures.decimals, &figures.unit));
        self.say(if both_sides { Sentence::C3Sides } else { Sentence::C3 });
    }

    /// S1 to S5: the likely range of our figure, by what it rests on.
    pub fn range(&mut self) {
        let Some(interval) = &self.figures.comparison.ours().figure.intervals[0] else {
            return self.say(Sentence::S5);
        };
        self.set("lo", self.figures.short(interval.lower));
        self.set("hi", self.figures.short(interval.upper));
        self.say(match self.figures.comparison.subject.basis {
            Some(Basis::Survey) => Sentence::S1,
            Some(Basis::Counts) => Sentence::S2,
            Some(Basis::Model) => Sentence::S3,
            None => Sentence::S4,
        });
    }

    /// C11: our area is a good part of the benchmark it is set against.
    fn pooled(&mut self) {
        let comparison = self.figures.comparison;
        let parts = (comparison.ours().figure.denominator, comparison.benchmark.figure.denominator);
        if let (BenchmarkKind::Wide, (Some(part), Some(whole))) = (comparison.benchmark.kind, parts)
            && part > 0.05 * whole
            && whole > 0.0
        {
            self.say(Sentence::C11);
        }
    }

    pub fn spread(&mut self) {
        let Some(spread) = self.figures.comparison.spread else { return };
        let few = spread.with_figure < QUARTILES_FROM;
        let (from, to) = if few { spread.ends } else { spread.quartiles };
        self.set("who", self.figures.who(spread.with_figure + spread.without));
        self.set("q1", self.figures.short(from));
        self.set("q3", self.figures.short(to));
        self.set_count("k", spread.without);
        self.say(if few { Sentence::P1Few } else { Sentence::P1 });
        match spread.without {
            0 => {}
            1 => self.say(Sentence::P1MissingOne),
            _ => self.say(Sentence::P1Missing),
        }
    }

    /// P2: how many peers stand on each side, and how many chance alone would mark.
    fn tally(&mut self) {
        let tally = self.figures.comparison.tally;
        if tally.checks() < 2 {
            return;
        }
        self.set_tally("a", tally.higher);
        self.set_tally("c", tally.lower);
        self.set_tally("d", tally.unclear);
        self.set_label("were", if tally.higher == 1 { Label::Was } else { Label::Were });
        self.say(Sentence::P2);
        let language = self.figures.language;
        let expected = language.number(tally.by_chance(), 0);
        let label = if tally.by_chance() < 1.0 { Label::LessThanOne } else { Label::About };
        self.set("e", language.label_of(label, &expected));
        self.set_count("n", tally.checks());
        self.say(Sentence::P2Chance);
    }

    /// P5: who chose the peers, when and why, where that is told.
    fn chosen(&mut self) {
        let comparison = self.figures.comparison;
        let (PeerKind::Group, Some(group)) = (comparison.peer_rule.kind, comparison.peer_rule.group) else { return };
        let publisher = comparison.subject.publisher;
        if publisher.is_empty() || group.date.is_empty() || group.reason.is_empty() {
            return;
        }
        self.set_text("publisher", publisher);
        self.set_text("date", &group.date);
        self.set_text("reason", &group.reason);
        self.say(Sentence::P5);
    }
}
