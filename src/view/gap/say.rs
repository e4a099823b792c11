//! Which sentences are said of a gap, in the order: the answer to what is shown, which way is better, how sure, the line
//! across all groups, over time, the places inside.

use super::names;
use crate::compare::{Apart, GapChange, GapComparison, Inside, NoGap, OverTime, RatioVerdict, Slope};
use crate::config::GapShows;
use crate::text::{GapLabel, GapSentence, Sentence, TrendLabel, TrendSentence, Unit, decimals_between, push_part};
use crate::view::figures::Figures;
use crate::view::gap_line::{is_clear, range_of};
use crate::view::model::Said;
use crate::view::say::{QUARTILES_FROM, Speaker};

/// What is said: the headline, then the lines below it.
pub(super) fn gap(gap: &GapComparison, figures: &Figures) -> Vec<Said> {
    let mut speaker = Speaker::of(figures);
    if let (Some(pair), Some(dimension)) = (gap.pair(), gap.dimension()) {
        speaker.groups(pair, dimension);
    }
    let over_time = gap.over_time.as_ref().filter(|_| gap.gap.is_ok());
    match gap.shows {
        GapShows::Groups => {
            speaker.now(gap);
            speaker.over_time(over_time, GapShows::Gap);
            speaker.inside(gap.inside.as_ref());
        }
        GapShows::Gap | GapShows::Ratio => {
            speaker.over_time(over_time, gap.shows);
            speaker.now(gap);
            speaker.inside(gap.inside.as_ref());
        }
        GapShows::Parts => {
            speaker.inside(gap.inside.as_ref());
            speaker.now(gap);
            speaker.over_time(over_time, GapShows::Gap);
        }
    }
    speaker.said
}

impl Speaker<'_> {
    /// The gap in the period shown, or why it is not given; then the line across all groups.
    fn now(&mut self, gap: &GapComparison) {
        match (&gap.gap, gap.pair()) {
            (Ok(found), Some(pair)) => {
                self.answer(found, pair);
                self.how_sure(found);
            }
            (Err(why), _) => {
                if *why == NoGap::NothingPublished {
                    self.set("dimension", names::asked(gap.asked, self.figures));
                }
                self.set_count("n", gap.groups.len());
                self.no_gap(why, gap.dimension());
            }
            (Ok(_), None) => {}
        }
        if let Ok(slope) = &gap.slope {
            self.slope(slope);
        }
    }

    /// Which way is better, and how sure a gap is.
    fn how_sure(&mut self, apart: &Apart) {
        let Some(range) = range_of(apart) else { return self.say(Sentence::S5) };
        if !is_clear(apart) {
            self.sides(range);
            self.say(GapSentence::I1Sides);
            return self.say(Sentence::C2NotSame);
        }
        self.polarity();
        let is_strict = apart.verdict.is_ok_and(|test| test.level.confidence() > 0.99);
        self.set_count("odds", if is_strict { 500 } else { 20 });
        self.say(Sentence::Chance);
        self.ratio(apart);
    }

    /// The limits of a gap that is not, on both sides of none.
    fn sides(&mut self, (lower, upper): (f64, f64)) {
        let figures = self.figures;
        self.set("lo", figures.language.number(lower.min(0.0).abs(), figures.decimals));
        self.set("hi", figures.language.spoken_gap(upper.max(0.0), figures.decimals, &figures.unit));
    }

    /// How many times one figure the other was.
    fn ratio(&mut self, apart: &Apart) {
        let Ok(ratio) = &apart.ratio else { return };
        let language = self.figures.language;
        let decimals = ratio_decimals(ratio.ratio);
        self.set("r", language.number(ratio.ratio, decimals));
        self.set("lo", language.number(ratio.interval.lower, decimals));
        self.set("hi", language.number(ratio.interval.upper, decimals));
        self.say(GapSentence::I1Ratio);
    }

    /// I2.
    fn slope(&mut self, slope: &Slope) {
        let range = (slope.limits.lower, slope.limits.upper);
        if range.0 <= 0.0 && range.1 >= 0.0 {
            self.sides(range);
            return self.say(GapSentence::I2Sides);
        }
        let figures = self.figures;
        self.set("sii", figures.language.spoken_gap(slope.index.abs(), figures.decimals, &figures.unit));
        self.sizes(range);
        self.say(GapSentence::I2);
    }

    /// I3: what became of the gap, or why that was not tested; what was left out of the test.
    fn over_time(&mut self, over_time: Option<&OverTime>, shows: GapShows) {
        let Some(over_time) = over_time.filter(|over_time| over_time.history.len() > 1) else { return };
        self.between_groups();
        match (&over_time.ratio, shows) {
            (Ok(verdict), GapShows::Ratio) => self.ratio_trend(verdict),
            _ => match &over_time.change {
                Ok(verdict) => self.gap_trend(verdict),
                Err(why) => self.refused(why, &over_time.history, true),
            },
        }
        self.parting_ways(over_time);
        self.left_out(&over_time.history);
        self.between_places();
    }

    /// The sentences of a gap's trend name the two groups where they name our area and the benchmark elsewhere.
    fn between_groups(&mut self) {
        let (first, mut second) = (self.slot("group_1"), self.slot("group_2"));
        push_part(&mut second, " ", &self.slot("in_area"));
        self.set("area", first);
        self.set("bench", second);
    }

    fn between_places(&mut self) {
        let figures = self.figures;
        self.set_text("area", figures.comparison.ours().place.spoken);
        self.set_text("bench", &figures.bench);
        self.set("in_period", figures.language.in_span(crate::view::figures::span(figures.comparison.period)));
        self.set("period", figures.period(figures.comparison.period));
    }

    fn ratio_trend(&mut self, verdict: &RatioVerdict) {
        self.stretch(verdict.first.0, verdict.last.0);
        self.ratios(verdict);
        if verdict.trend.change == GapChange::Unclear {
            return self.say(GapSentence::I3RatioUnclear);
        }
        self.set_label("change", change(verdict.trend.change));
        self.say(match is_told_by_ends(verdict) {
            true => GapSentence::I3Ratio,
            false => GapSentence::I3RatioFitted,
        });
        self.set_count("odds", if verdict.level.confidence() > 0.99 { 500 } else { 20 });
        self.say(TrendSentence::G1Chance);
    }

    fn ratios(&mut self, verdict: &RatioVerdict) {
        let (mut first, mut last) = (verdict.first.1, verdict.last.1);
        if !is_told_by_ends(verdict) {
            (first, last) = verdict.fitted;
        }
        let decimals = decimals_between(first, last, ratio_decimals(first.max(last)));
        self.set("r1", self.figures.language.number(first, decimals));
        self.set("r2", self.figures.language.number(last, decimals));
    }

    /// I3, where points and ratio go different ways.
    fn parting_ways(&mut self, over_time: &OverTime) {
        let Some((difference, ratio)) = over_time.parting_ways() else { return };
        let figures = self.figures;
        let number = |value: f64| figures.language.number(value.abs(), figures.decimals);
        self.set("g1", number(difference.first.gap));
        self.set("g2", number(difference.last.gap));
        self.set_label("change", change(difference.trend.change));
        self.set_label("other_change", change(ratio.trend.change));
        let is_percent = figures.unit == Unit::Percent;
        self.set_label("in_points", if is_percent { GapLabel::InPoints } else { GapLabel::AsDifference });
        self.ratios(ratio);
        self.say(GapSentence::I3);
    }

    /// I5.
    fn inside(&mut self, inside: Option<&Inside>) {
        let Some(inside) = inside else { return };
        let few = inside.spread.with_figure < QUARTILES_FROM;
        let (from, to) = if few { inside.spread.ends } else { inside.spread.quartiles };
        self.set_count("n", inside.spread.with_figure);
        self.set_label("parts", names::parts(inside.kind));
        self.set("q1", self.figures.short(from));
        self.set("q3", self.figures.short(to));
        self.say(if few { GapSentence::I5Few } else { GapSentence::I5 });
        self.set_count("k", inside.spread.without);
        match inside.spread.without {
            0 => {}
            1 => self.say(Sentence::P1MissingOne),
            _ => self.say(Sentence::P1Missing),
        }
    }
}

/// Whether the ratios of the first and the last period go the way that the line through all of them goes.
fn is_told_by_ends(verdict: &RatioVerdict) -> bool {
    let away = |ratio: f64| if ratio < 1.0 { 1.0 / ratio } else { ratio };
    let (first, last) = (away(verdict.first.1), away(verdict.last.1));
    match verdict.trend.change {
        GapChange::Smaller => last < first,
        GapChange::Bigger => last > first,
        GapChange::Crossed | GapChange::Unclear => true,
    }
}

fn change(change: GapChange) -> TrendLabel {
    if change == GapChange::Smaller { TrendLabel::Smaller } else { TrendLabel::Bigger }
}

/// A ratio wants one decimal from ten up, else two.
pub(super) fn ratio_decimals(ratio: f64) -> u8 {
    if ratio >= 10.0 { 1 } else { 2 }
}
