//! Which sentences are said of a process, in the order: the latest figure and whether it is a sign, which way is better, how
//! sure, where the usual range starts again and what was left out, the standard, the seasons.

use super::short;
use super::words::{ends, unit};
use crate::compare::{
    Assurance, Cell, NoProcess, NoUsual, Polarity, ProcessComparison, ProcessMoment, ProcessRule, Side, Sign,
    SpecialCause, Stretch, Usual,
};
use crate::text::{Label, ProcessLabel, ProcessSentence, Sentence, Template, TrendSentence};
use crate::view::figures::{Figures, span};
use crate::view::model::Said;
use crate::view::say::Speaker;

/// What is said: the headline, then the lines below it.
pub(super) fn process(process: &ProcessComparison, figures: &Figures) -> Vec<Said> {
    let mut teller = Teller { speaker: Speaker::of(figures), figures, process };
    let (one, several) = unit(process);
    teller.speaker.set_label("month", one);
    teller.speaker.set_label("months", several);
    let latest = process.latest();
    let is_now = latest.is_some_and(|at| at + 1 == process.moments.len());
    if !is_now {
        teller.unread();
    }
    match (latest.map(|at| &process.moments[at]), process.last_stretch()) {
        (Some(moment), Some(stretch)) => teller.read(moment, stretch, is_now),
        _ => teller.refused(),
    }
    if is_now && process.now.ours().figure.intervals[0].is_some() {
        teller.speaker.range();
    }
    teller.starts();
    teller.not_final();
    teller.standard();
    let is_shown = process.last_stretch().is_some_and(|stretch| stretch.usual.is_ok());
    if is_shown && matches!(process.now.period.months, 1 | 3) {
        teller.say(ProcessSentence::R8);
    }
    teller.speaker.said
}

/// Chooses what is said of one process.
struct Teller<'a> {
    speaker: Speaker<'a>,
    figures: &'a Figures<'a>,
    process: &'a ProcessComparison<'a>,
}

/// The sentence that tells a figure alone.
fn alone(process: &ProcessComparison) -> Sentence {
    if process.now.subject.phrase.is_empty() { Sentence::C0Alone } else { Sentence::C9Alone }
}

impl Teller<'_> {
    fn say<T: Template>(&mut self, sentence: T) {
        self.speaker.say(sentence);
    }

    fn set(&mut self, name: &'static str, text: String) {
        self.speaker.set(name, text);
    }

    fn set_label(&mut self, name: &'static str, label: impl Template) {
        self.speaker.set_label(name, label);
    }

    /// The figure of the period asked for, where it is no point of the process; or why there is none.
    fn unread(&mut self) {
        match self.process.now.ours().figure.cell {
            Cell::Absent(absence) => self.speaker.absent(absence),
            Cell::Value(_) => self.say(alone(self.process)),
        }
    }

    /// Says a sentence after the figure, both as one.
    fn say_of_figure<T: Template>(&mut self, sentence: T) {
        self.say(alone(self.process));
        let lead = self.speaker.said.pop().map_or(String::new(), |said| said.text + " ");
        self.say(sentence);
        if let Some(said) = self.speaker.said.last_mut() {
            said.text.insert_str(0, &lead);
        }
    }

    /// R1 to R5: what the latest figure of the process is.
    fn read(&mut self, moment: &ProcessMoment, stretch: &Stretch, is_now: bool) {
        let figures = self.figures;
        let value = moment.figure.cell.value().unwrap_or_default();
        self.set("period", figures.period(moment.period));
        self.set("in_period", figures.language.in_span(span(moment.period)));
        self.set("v", figures.language.spoken_figure(value, figures.decimals, &figures.unit));
        let sign = moment.reading.and_then(|reading| reading.sign);
        match (&stretch.usual, sign) {
            (Err(why), _) => {
                if is_now {
                    self.say(alone(self.process));
                }
                self.unusual(why, stretch);
            }
            (Ok(usual), None) => self.inside(usual, None),
            (Ok(usual), Some(sign)) if sign.rule == ProcessRule::OutsideLimits => self.inside(usual, Some(sign)),
            (Ok(_), Some(sign)) => self.pattern(&sign),
        }
        if let Some(sign) = sign {
            self.meaning(self.process.now.subject.polarity, &sign);
        }
    }

    /// R1; or outside, R2.
    fn inside(&mut self, usual: &Usual, outside: Option<Sign>) {
        let (lower, upper) = ends(self.process, usual);
        self.set("l", self.figures.short(lower));
        self.set("u", self.figures.short(upper));
        let has_phrase = !self.process.now.subject.phrase.is_empty();
        let Some(sign) = outside else {
            return match has_phrase {
                true => self.say(ProcessSentence::R1),
                false => self.say_of_figure(ProcessSentence::R1Label),
            };
        };
        self.set_label("side", side(sign.side));
        match has_phrase {
            true => self.say(ProcessSentence::R2),
            false => self.say_of_figure(ProcessSentence::R2Label),
        }
    }

    /// R3. Where a period lacks its figure, figures are counted, not periods.
    fn pattern(&mut self, sign: &Sign) {
        let run = self.process.run.points();
        let (sentence, over) = match sign.rule {
            ProcessRule::Trend => (ProcessSentence::R3Run, run),
            ProcessRule::TwoOfThree => (ProcessSentence::R3Edge, 3),
            ProcessRule::Shift | ProcessRule::OutsideLimits => (ProcessSentence::R3Shift, run),
        };
        let is_up = sign.side == Side::Above;
        self.speaker.set_count("n", over);
        self.set_label(
            "units",
            if self.process.is_unbroken(over) { unit(self.process).1 } else { ProcessLabel::Figures },
        );
        self.set_label("side", side(sign.side));
        self.set_label("way", if is_up { ProcessLabel::Rose } else { ProcessLabel::Fell });
        self.set_label("edge", if is_up { ProcessLabel::Upper } else { ProcessLabel::Lower });
        self.say_of_figure(sentence);
    }

    /// R4: which way is better, and so what the sign may mean.
    fn meaning(&mut self, polarity: Polarity, sign: &Sign) {
        if sign.opposed {
            return self.say(ProcessSentence::R4Mixed);
        }
        let judged = match sign.cause {
            SpecialCause::Improvement => Label::Better,
            SpecialCause::Concern => Label::Worse,
            SpecialCause::Neutral => return,
        };
        self.set_label("better_side", if polarity == Polarity::HighIsGood { Label::Higher } else { Label::Lower });
        self.set_label("judged", judged);
        self.say(ProcessSentence::R4);
    }

    /// R5: why the stretch has no usual range. Of a later stretch, its start is told first.
    fn unusual(&mut self, why: &NoUsual, stretch: &Stretch) {
        use ProcessSentence::*;
        let is_later = stretch.rebase.is_some() || stretch.changed.is_some();
        if is_later {
            self.start(stretch);
        }
        match *why {
            NoUsual::TooFew { have } => {
                self.speaker.set_count("k", have);
                self.say(match (have, is_later) {
                    (1, false) => R5One,
                    (1, true) => R5ThenOne,
                    (_, false) => R5,
                    (_, true) => R5Then,
                });
            }
            NoUsual::AllEqual { .. } => self.say(if is_later { R5EqualThen } else { R5Equal }),
            NoUsual::NotCalculable => self.say(R5Large),
        }
    }

    fn refused(&mut self) {
        use ProcessSentence::*;
        match self.process.stretches {
            Err(NoProcess::Overlapping) => {
                if self
                    .process
                    .moments
                    .windows(2)
                    .all(|pair| pair[1].period.first_month() - pair[0].period.first_month() >= 12)
                {
                    self.set_label("months", ProcessLabel::Years);
                } else {
                    self.set_label("months", ProcessLabel::Months);
                }
                self.say(R5Overlap);
            }
            Err(NoProcess::NotCalculable) => self.say(R5Large),
            _ => self.say(R5None),
        }
    }

    /// R6 and T7: where the usual range starts again, and why.
    fn starts(&mut self) {
        let Ok(stretches) = &self.process.stretches else { return };
        for (at, stretch) in stretches.iter().enumerate() {
            // What was told with a short last stretch is not told twice.
            if at + 1 < stretches.len() || stretch.usual.is_ok() {
                self.start(stretch);
            }
        }
    }

    fn start(&mut self, stretch: &Stretch) {
        if let Some(start) = &stretch.rebase {
            self.set("in_period", self.figures.language.in_span(span(start.period)));
            // The sentence has its own full stop.
            self.set("reason", start.reason.trim_end_matches('.').to_owned());
            self.set("who", start.who.to_owned());
            self.say(ProcessSentence::R6);
        }
        if let Some(changed) = &stretch.changed {
            self.set("period", short(changed.period, self.figures));
            self.set("reason", changed.reason.trim_end_matches('.').to_owned());
            self.say(if changed.reason.is_empty() { TrendSentence::T7Bare } else { TrendSentence::T7 });
        }
    }

    /// T7: figures that are not final.
    fn not_final(&mut self) {
        for moment in self.process.moments.iter().filter(|moment| moment.provisional) {
            self.set("last", self.figures.period(moment.period));
            self.say(TrendSentence::T7Last);
        }
    }

    /// R7.
    fn standard(&mut self) {
        let (Some(target), Some(assurance)) = (self.process.target, self.process.assurance) else { return };
        let figures = self.figures;
        self.set_label("months", unit(self.process).1);
        self.set("t", figures.language.spoken_figure(target, figures.decimals, &figures.unit));
        let meet = match assurance {
            Assurance::ConsistentlyMeets => ProcessLabel::Meet,
            Assurance::ConsistentlyMisses => ProcessLabel::Miss,
            Assurance::HitOrMiss => return self.say(ProcessSentence::R7Either),
        };
        self.set_label("meet", meet);
        self.say(ProcessSentence::R7);
    }
}

fn side(side: Side) -> ProcessLabel {
    match side {
        Side::Above => ProcessLabel::Above,
        Side::Below => ProcessLabel::Below,
    }
}
