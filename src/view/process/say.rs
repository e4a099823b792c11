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
    let mut speaker = Speaker::of(figures);
    let (one, several) = unit(process);
    speaker.set_label("month", one);
    speaker.set_label("months", several);
    let latest = process.latest();
    let is_now = latest.is_some_and(|at| at + 1 == process.moments.len());
    if !is_now {
        speaker.latest(process);
    }
    match (latest.map(|at| &process.moments[at]), process.last_stretch()) {
        (Some(moment), Some(stretch)) => speaker.read(process, moment, stretch, is_now),
        _ => speaker.refused(process),
    }
    if is_now && process.now.ours().figure.intervals[0].is_some() {
        speaker.range();
    }
    speaker.starts(process);
    speaker.left_out(process);
    speaker.standard(process);
    let is_shown = process.last_stretch().is_some_and(|stretch| stretch.usual.is_ok());
    if is_shown && matches!(process.now.period.months, 1 | 3) {
        speaker.say(ProcessSentence::R8);
    }
    speaker.said
}

/// The sentence that tells a figure alone.
fn alone(process: &ProcessComparison) -> Sentence {
    if process.now.subject.phrase.is_empty() { Sentence::C0Alone } else { Sentence::C9Alone }
}

impl Speaker<'_> {
    /// The figure of the period asked for, where it is no point of the process; or why there is none.
    fn latest(&mut self, process: &ProcessComparison) {
        match process.now.ours().figure.cell {
            Cell::Absent(absence) => self.absent(absence),
            Cell::Value(_) => self.say(alone(process)),
        }
    }

    /// Says a sentence after the figure, both as one.
    fn say_of_figure<T: Template>(&mut self, process: &ProcessComparison, sentence: T) {
        self.say(alone(process));
        let lead = self.said.pop().map_or(String::new(), |said| said.text + " ");
        self.say(sentence);
        if let Some(said) = self.said.last_mut() {
            said.text.insert_str(0, &lead);
        }
    }

    /// R1 to R5: what the latest figure of the process is.
    fn read(&mut self, process: &ProcessComparison, moment: &ProcessMoment, stretch: &Stretch, is_now: bool) {
        let figures = self.figures;
        let value = moment.figure.cell.value().unwrap_or_default();
        self.set("period", figures.period(moment.period));
        self.set("in_period", figures.language.in_span(span(moment.period)));
        self.set("v", figures.language.spoken_figure(value, figures.decimals, &figures.unit));
        let sign = moment.reading.and_then(|reading| reading.sign);
        match (&stretch.usual, sign) {
            (Err(why), _) => {
                if is_now {
                    self.say(alone(process));
                }
                self.unusual(why, stretch);
            }
            (Ok(usual), None) => self.inside(process, usual, None),
            (Ok(usual), Some(sign)) if sign.rule == ProcessRule::OutsideLimits => self.inside(process, usual, Some(sign)),
            (Ok(_), Some(sign)) => self.pattern(process, &sign),
        }
        if let Some(sign) = sign {
            self.meaning(process.now.subject.polarity, &sign);
        }
    }

    /// R1; or outside, R2.
    fn inside(&mut self, process: &ProcessComparison, usual: &Usual, outside: Option<Sign>) {
        let (lower, upper) = ends(process, usual);
        self.set("l", self.figures.short(lower));
        self.set("u", self.figures.short(upper));
        let has_phrase = !process.now.subject.phrase.is_empty();
        let Some(sign) = outside else {
            return match has_phrase {
                true => self.say(ProcessSentence::R1),
                false => self.say_of_figure(process, ProcessSentence::R1Label),
            };
        };
        self.set_label("side", side(sign.side));
        match has_phrase {
            true => self.say(ProcessSentence::R2),
            false => self.say_of_figure(process, ProcessSentence::R2Label),
        }
    }

    /// R3. Where a period lacks its figure, figures are counted, not periods.
    fn pattern(&mut self, process: &ProcessComparison, sign: &Sign) {
        let run = process.run.points();
        let (sentence, over) = match sign.rule {
            ProcessRule::Trend => (ProcessSentence::R3Run, run),
            ProcessRule::TwoOfThree => (ProcessSentence::R3Edge, 3),
            ProcessRule::Shift | ProcessRule::OutsideLimits => (ProcessSentence::R3Shift, run),
        };
        let is_up = sign.side == Side::Above;
        self.set_count("n", over);
        self.set_label("units", if process.is_unbroken(over) { unit(process).1 } else { ProcessLabel::Figures });
        self.set_label("side", side(sign.side));
        self.set_label("way", if is_up { ProcessLabel::Rose } else { ProcessLabel::Fell });
        self.set_label("edge", if is_up { ProcessLabel::Upper } else { ProcessLabel::Lower });
        self.say_of_figure(process, sentence);
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
                self.set_count("k", have);
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

    fn refused(&mut self, process: &ProcessComparison) {
        use ProcessSentence::*;
        match process.stretches {
            Err(NoProcess::Overlapping) => {
                if process.moments.windows(2).all(|pair| pair[1].period.first_month() - pair[0].period.first_month() >= 12) {
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
    fn starts(&mut self, process: &ProcessComparison) {
        let Ok(stretches) = &process.stretches else { return };
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
            self.set("reason", start.reason.to_owned());
            self.set("who", start.who.to_owned());
            self.say(ProcessSentence::R6);
        }
        if let Some(changed) = &stretch.changed {
            self.set("period", short(changed.period, self.figures));
            self.set("reason", changed.reason.to_owned());
            self.say(if changed.reason.is_empty() { TrendSentence::T7Bare } else { TrendSentence::T7 });
        }
    }

    /// T7: figures that are not final.
    fn left_out(&mut self, process: &ProcessComparison) {
        for moment in process.moments.iter().filter(|moment| moment.provisional) {
            self.set("last", self.figures.period(moment.period));
            self.say(TrendSentence::T7Last);
        }
    }

    /// R7.
    fn standard(&mut self, process: &ProcessComparison) {
        let (Some(target), Some(assurance)) = (process.target, process.assurance) else { return };
        let figures = self.figures;
        self.set_label("months", unit(process).1);
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
