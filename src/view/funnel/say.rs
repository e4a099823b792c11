//! Which sentences are said of a funnel, in the order: where ours stands, which way is better, what chance does, how many
//! are outside by chance, whether places differ by more.

use super::range;
use crate::compare::{Cell, Funnel, FunnelComparison, FunnelKind, LEVELS, NoFunnel, Significance, Standing, Unplaced};
use crate::text::{BesideSentence, FunnelLabel, FunnelSentence, Label, Sentence};
use crate::view::figures::Figures;
use crate::view::model::Said;
use crate::view::say::Speaker;

/// How many chance puts outside at each of [`LEVELS`].
const OUTSIDE: [f64; 2] = [0.05, 0.002];

/// What is said: the headline, then the lines below it.
pub(super) fn funnel(funnel: &FunnelComparison, figures: &Figures) -> Vec<Said> {
    let mut speaker = Speaker::of(figures);
    let ours = funnel.ours();
    match (&funnel.funnel, &ours.standing, ours.figure.cell) {
        (_, _, Cell::Absent(absence)) => speaker.absent(absence),
        (Ok(around), Ok(standing), _) => speaker.stands_in_funnel(around, standing),
        (Err(why), _, _) => speaker.no_funnel(*why),
        (Ok(_), Err(why), _) => speaker.unplaced(*why),
    }
    if let Ok(around) = &funnel.funnel {
        speaker.dispersion(around);
    }
    speaker.said
}

impl Speaker<'_> {
    /// F1 or F2, then F3.
    fn stands_in_funnel(&mut self, funnel: &Funnel, standing: &Standing) {
        let (figures, (lower, upper)) = (self.figures, range(standing));
        self.set("lo", figures.short(lower));
        self.set("hi", figures.short(upper));
        self.set("average", figures.short(funnel.average));
        let usual = if funnel.is_widened { FunnelLabel::ChanceAndSpread } else { FunnelLabel::ChanceAlone };
        self.set_label("chance", usual);
        let has_phrase = !figures.comparison.subject.phrase.is_empty();
        if standing.level.is_none() {
            self.say(if has_phrase { FunnelSentence::F1 } else { FunnelSentence::F1Label });
            // The middle of ratios is what is expected, and their unit says so.
            if funnel.kind != FunnelKind::Ratio {
                self.say(FunnelSentence::F1Average);
            }
            return;
        }
        let beyond =
            if standing.side == Significance::Higher { FunnelLabel::AboveWord } else { FunnelLabel::BelowWord };
        self.set_label("beyond", beyond);
        self.say(if has_phrase { FunnelSentence::F2 } else { FunnelSentence::F2Label });
        self.polarity();
        self.outside_by_chance(funnel, standing);
    }

    /// How many chance puts outside, of one and of all.
    fn outside_by_chance(&mut self, funnel: &Funnel, standing: &Standing) {
        let (figures, is_wide) = (self.figures, standing.level == Some(LEVELS[1]));
        self.set_label("odds", if is_wide { FunnelLabel::TwoInThousand } else { FunnelLabel::OneInTwenty });
        self.say(FunnelSentence::F2Chance);
        let expected = funnel.placed as f64 * OUTSIDE[usize::from(is_wide)];
        let label = if expected < 1.0 { Label::LessThanOne } else { Label::About };
        self.set("e", figures.label_of(label, &figures.language.number(expected, 0)));
        self.set_count("n", funnel.placed);
        let by = if funnel.is_widened { FunnelLabel::ChanceAndSpread } else { FunnelLabel::Chance };
        self.set_label("plain_chance", by);
        self.say(FunnelSentence::F3);
        self.say(FunnelSentence::F3Why);
    }

    /// F4.
    fn dispersion(&mut self, funnel: &Funnel) {
        if funnel.is_widened {
            self.say(FunnelSentence::F4);
        } else if funnel.is_spread() {
            self.set_count("k", funnel.outside[0]);
            self.set_count("n", funnel.placed);
            self.say(FunnelSentence::F4NotWidened);
        }
    }

    /// Ours has a figure and no place: the figure, then why.
    fn unplaced(&mut self, why: Unplaced) {
        self.our_figure();
        if self.figures.comparison.beside.is_one_system {
            return self.say(BesideSentence::D7);
        }
        self.say(match why {
            Unplaced::TooFewCases => FunnelSentence::F5,
            Unplaced::NoCount | Unplaced::NoDenominator => FunnelSentence::F5Count,
            Unplaced::CountsDisagree => FunnelSentence::F5Disagree,
            Unplaced::NoFigure(_) | Unplaced::NotCalculable | Unplaced::NoFunnel => FunnelSentence::F6Numbers,
        });
    }

    /// The measure has no funnel: our figure, then why.
    fn no_funnel(&mut self, why: NoFunnel) {
        self.our_figure();
        self.say(match why {
            NoFunnel::NotCounted => FunnelSentence::F6,
            NoFunnel::NoMultiplier => FunnelSentence::F6Per,
            NoFunnel::TooFewPlaces { .. } => FunnelSentence::F6Places,
            NoFunnel::NoEvents => FunnelSentence::F6Cases,
            NoFunnel::NotCalculable => FunnelSentence::F6Numbers,
        });
    }

    /// Our figure by itself.
    fn our_figure(&mut self) {
        let has_phrase = !self.figures.comparison.subject.phrase.is_empty();
        self.say(if has_phrase { Sentence::C9Alone } else { Sentence::C0Alone });
    }
}
