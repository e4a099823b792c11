//! Which sentences are said of a trend, in the order: which way and whether that is clear, which way is better, what was
//! left out, the gap, the publisher's own label, how small a change would show, the peers.

use super::short;
use crate::compare::{
    Cell, GapChange, GapVerdict, Hole, Horizon, Moment, NoTrend, Period, PeriodKind, Published, PublishedTrend,
    Significance, Trend, TrendComparison, TrendVerdict, latest_break, not_final,
};
use crate::text::{Label, Sentence, TrendLabel, TrendSentence};
use crate::view::figures::{Figures, span};
use crate::view::model::Said;
use crate::view::say::Speaker;

/// What is said: the headline, then the lines below it.
pub(in crate::view) fn trend(trend: &TrendComparison, figures: &Figures) -> Vec<Said> {
    let mut speaker = Speaker::of(figures);
    if trend.now.subject.phrase.is_empty() {
        speaker.set("measure", figures.label_of(TrendLabel::FigureFor, trend.now.subject.label));
    }
    match (&trend.recent, &trend.long) {
        (Ok(verdict), _) if is_clear(verdict) => speaker.recent(verdict),
        (recent, Some(Ok(verdict))) if is_clear(verdict) => speaker.long(verdict, recent),
        (Ok(verdict), _) => speaker.unclear(verdict),
        (Err(why), _) => {
            speaker.latest(trend);
            speaker.refused(why, &trend.history, false);
        }
    }
    speaker.left_out(&trend.history);
    match (&trend.gap, &trend.recent) {
        (Ok(verdict), _) => speaker.gap_trend(verdict),
        // What stands in the way of both is said once.
        (Err(why), Err(same)) if why == same => {}
        (Err(NoTrend::NoBenchmark(_)), _) => {}
        (Err(why), _) => speaker.refused(why, &trend.history, true),
    }
    if let Some(Published { label, agrees: Some(false) }) = trend.published {
        speaker.published(label, trend);
    }
    if let (Ok(verdict), Some(horizon)) = (&trend.recent, &trend.horizon)
        && !is_clear(verdict)
    {
        speaker.horizon(horizon);
    }
    speaker.spread();
    speaker.said
}

fn is_clear(verdict: &TrendVerdict) -> bool {
    verdict.trend != Trend::NoSignificantChange
}

/// Whether the ends themselves went the way of the trend, so that naming them does not contradict it.
fn is_borne_out(verdict: &TrendVerdict) -> bool {
    (verdict.last.1 > verdict.first.1) == (verdict.trend == Trend::Increasing)
}

/// The short form of a trend.
pub(in crate::view) fn going(trend: Trend) -> TrendLabel {
    match trend {
        Trend::Increasing => TrendLabel::GoingUp,
        Trend::Decreasing => TrendLabel::GoingDown,
        Trend::NoSignificantChange => TrendLabel::NoTrend,
    }
}

fn way(trend: Trend) -> TrendLabel {
    if trend == Trend::Increasing { TrendLabel::Up } else { TrendLabel::Down }
}

impl Speaker<'_> {
    /// From which period to which: those of the test.
    pub fn stretch(&mut self, first: &Period, last: &Period) {
        let (a, b) = (short(first, self.figures), short(last, self.figures));
        self.set("from_to", self.figures.language.pair(TrendLabel::FromTo, &a, &b));
        self.set("first", a);
        self.set("last", b);
    }

    /// The figures of a test's first and last period; the unit is said once, with the last or where the two are parted
    /// with the first.
    fn ends(&mut self, verdict: &TrendVerdict) {
        let figures = self.figures;
        let spoken = |value| figures.language.spoken_figure(value, figures.decimals, &figures.unit);
        self.stretch(verdict.first.0, verdict.last.0);
        let is_clear = is_clear(verdict);
        let of = |value, with_unit: bool| if with_unit { spoken(value) } else { figures.short(value) };
        self.set("v1", of(verdict.first.1, !is_clear));
        self.set("vn", of(verdict.last.1, is_clear));
        self.set_label("way", way(verdict.trend));
    }

    /// T1.
    fn recent(&mut self, verdict: &TrendVerdict) {
        self.ends(verdict);
        self.say(if is_borne_out(verdict) { TrendSentence::T1 } else { TrendSentence::T1Bare });
        self.polarity();
        self.say(TrendSentence::T1Chance);
        self.thinned(verdict);
    }

    /// T3; then why the latest five do not say it by themselves.
    fn long<'t>(&mut self, verdict: &TrendVerdict, recent: &Result<TrendVerdict<'t>, NoTrend<'t>>) {
        self.ends(verdict);
        self.say(if is_borne_out(verdict) { TrendSentence::T3 } else { TrendSentence::T3Bare });
        self.polarity();
        if recent.is_ok() {
            self.say(TrendSentence::T3Recent);
        }
        self.thinned(verdict);
    }

    /// T2.
    fn unclear(&mut self, verdict: &TrendVerdict) {
        self.ends(verdict);
        self.say(TrendSentence::T2);
        self.say(TrendSentence::T2Small);
        self.thinned(verdict);
    }

    fn thinned(&mut self, verdict: &TrendVerdict) {
        if verdict.every.is_some() {
            self.say(TrendSentence::T5);
        }
    }

    /// Where there is no trend to tell, our latest figure, or why there is none.
    fn latest(&mut self, trend: &TrendComparison) {
        match trend.now.ours().figure.cell {
            Cell::Absent(absence) => self.absent(absence),
            Cell::Value(_) if trend.now.subject.phrase.is_empty() => self.say(Sentence::C0Alone),
            Cell::Value(_) => self.say(Sentence::C9Alone),
        }
    }

    /// T4 to T6: why a trend, or the trend of the gap, was not tested.
    pub fn refused(&mut self, why: &NoTrend, history: &[Moment], of_gap: bool) {
        match why {
            NoTrend::TooFew { have } => self.too_few(*have, of_gap),
            NoTrend::Overlapping { .. } => self.say(TrendSentence::T5Few),
            other => {
                let why = self.reason(other, history);
                self.set("why", why);
                self.say(if of_gap { TrendSentence::T6Gap } else { TrendSentence::T6 });
            }
        }
    }

    fn too_few(&mut self, have: usize, of_gap: bool) {
        use TrendSentence::*;
        let [none, one, several] = if of_gap { [T4GapNone, T4GapOne, T4Gap] } else { [T4None, T4One, T4] };
        self.set_count("k", have);
        self.say(match have {
            0 => none,
            1 => one,
            _ => several,
        });
    }

    /// What stands in the way, in words.
    fn reason(&self, why: &NoTrend, history: &[Moment]) -> String {
        let figures = self.figures;
        let of = |label: TrendLabel, period: &Period| figures.label_of(label, &figures.period(period));
        match why {
            NoTrend::Gap { hole: Hole::Between(a, b), .. } => {
                let (a, b) = (figures.period(a), figures.period(b));
                figures.language.pair(TrendLabel::NoFigureBetween, &a, &b)
            }
            NoTrend::Gap { hole: Hole::At(period), .. } => {
                let is_not_final = history.iter().any(|moment| moment.period == *period && moment.provisional);
                of(if is_not_final { TrendLabel::NotFinalFor } else { TrendLabel::NoFigureFor }, period)
            }
            NoTrend::RangeWithoutWidth { period, .. } => of(TrendLabel::NoWidth, period),
            NoTrend::ZeroCount { .. } => figures.word(TrendLabel::CountZero),
            NoTrend::WholeCount { .. } => figures.word(TrendLabel::CountWhole),
            NoTrend::NotAnnual { .. } => figures.word(TrendLabel::NotYears),
            NoTrend::CountsNotTested => figures.word(TrendLabel::OnlyCounts),
            NoTrend::NoRange { .. } => figures.word(TrendLabel::NoRanges),
            _ => figures.word(TrendLabel::NotCalculable),
        }
    }

    /// T7: what no test reaches across, and what every test left out.
    pub fn left_out(&mut self, history: &[Moment]) {
        if let Some(at) = latest_break(history) {
            self.set("period", self.figures.period(at.period));
            // The sentence has its own full stop.
            self.set("reason", at.reason.trim_end_matches('.').to_owned());
            self.say(if at.reason.is_empty() { TrendSentence::T7Bare } else { TrendSentence::T7 });
        }
        for period in not_final(history) {
            self.set("last", self.figures.period(period));
            self.say(TrendSentence::T7Last);
        }
    }

    /// G1 to G3.
    pub fn gap_trend(&mut self, verdict: &GapVerdict) {
        self.stretch(verdict.first.period, verdict.last.period);
        self.gaps((verdict.first.gap, verdict.last.gap), verdict.change() != GapChange::Unclear);
        match verdict.change() {
            GapChange::Smaller | GapChange::Bigger => self.gap_changed(verdict),
            GapChange::Crossed if verdict.changed_sides().is_none() => self.crossed(verdict),
            GapChange::Unclear if verdict.changed_sides().is_none() => return self.gap_unclear(verdict),
            _ => self.changed_sides(verdict),
        }
        if verdict.change() != GapChange::Unclear {
            self.set_count("odds", if verdict.level.confidence() > 0.99 { 500 } else { 20 });
            self.say(TrendSentence::G1Chance);
        }
    }

    /// Two gaps; the unit is said with the last where the gap changed, else with the first.
    fn gaps(&mut self, (first, last): (f64, f64), is_clear: bool) {
        let figures = self.figures;
        let gap = |gap: f64, with_unit: bool| match with_unit {
            true => figures.language.spoken_gap(gap.abs(), figures.decimals, &figures.unit),
            false => figures.language.number(gap.abs(), figures.decimals),
        };
        self.set("g1", gap(first, !is_clear));
        self.set("g2", gap(last, is_clear));
    }

    fn gap_changed(&mut self, verdict: &GapVerdict) {
        let is_smaller = verdict.change() == GapChange::Smaller;
        self.set_label("change", if is_smaller { TrendLabel::Smaller } else { TrendLabel::Bigger });
        let (first, last) = (verdict.first.gap.abs(), verdict.last.gap.abs());
        if (last < first) == is_smaller {
            self.say(TrendSentence::G1);
        } else {
            self.gaps(verdict.trend.ends, true);
            self.say(TrendSentence::G1Fitted);
        }
        if let Some(trend) = verdict.both_went {
            self.set_label("way", way(trend));
            self.say(TrendSentence::G1Both);
        }
        if verdict.not_clear_by_last() {
            self.say(TrendSentence::G1Closed);
        }
    }

    fn gap_unclear(&mut self, verdict: &GapVerdict) {
        let figures = self.figures;
        let (smaller, bigger) = verdict.smaller_or_bigger();
        self.say(TrendSentence::G2);
        self.set("x", figures.language.number(smaller, figures.decimals));
        self.set("y", figures.language.spoken_gap(bigger, figures.decimals, &figures.unit));
        self.say(TrendSentence::G2Range);
    }

    /// Clearly on one side in the first period, and on the other in the last.
    fn changed_sides(&mut self, verdict: &GapVerdict) {
        let Some((first, last)) = verdict.changed_sides() else { return };
        let of = |side| if side == Significance::Higher { TrendLabel::Above } else { TrendLabel::Below };
        self.set_label("side1", of(first));
        self.set_label("side2", of(last));
        self.say(TrendSentence::G3);
    }

    /// The line went through none, and the gap was not clear at both ends.
    fn crossed(&mut self, verdict: &GapVerdict) {
        let of = |gap: f64| if gap > 0.0 { TrendLabel::Above } else { TrendLabel::Below };
        self.set_label("side1", of(verdict.trend.ends.0));
        self.set_label("side2", of(verdict.trend.ends.1));
        self.gaps(verdict.trend.ends, true);
        self.say(TrendSentence::G3Crossed);
    }

    /// T8: what the publisher says, as theirs.
    fn published(&mut self, label: PublishedTrend, trend: &TrendComparison) {
        let publisher = trend.now.subject.publisher;
        match publisher {
            "" => self.set_label("publisher", TrendLabel::ThePublisher),
            name => self.set("publisher", name.to_owned()),
        }
        self.set("label", label.words().to_owned());
        self.set("ours", short_form(trend, self.figures));
        self.say(TrendSentence::T8);
        self.set("label", trend.now.subject.label.to_owned());
    }

    /// T9: from our latest figure on, as many figures as are tested.
    fn horizon(&mut self, horizon: &Horizon) {
        let figures = self.figures;
        let mut by = horizon.period.clone();
        if by.kind == PeriodKind::Span {
            return;
        }
        by.year += (horizon.every * (horizon.figures as i32 - 1)) as i16;
        let decimals = figures.decimals.max(1);
        self.set("s", figures.language.spoken_gap(horizon.slope.abs(), decimals, &figures.unit));
        self.set("by", figures.language.span(span(&by)));
        self.say(TrendSentence::T9);
    }
}

/// The short form of our recent trend, or of why there is none.
pub(in crate::view) fn short_form(trend: &TrendComparison, figures: &Figures) -> String {
    let label = match &trend.recent {
        Ok(verdict) => going(verdict.trend),
        Err(NoTrend::TooFew { .. }) => TrendLabel::TooFew,
        Err(NoTrend::Overlapping { .. }) => TrendLabel::Overlap,
        Err(_) => TrendLabel::NotTested,
    };
    let mut words = figures.word(label);
    if label == TrendLabel::NotTested {
        words.make_ascii_lowercase();
    }
    let judged = match trend.recent.as_ref().map(|verdict| verdict.judgement) {
        Ok(crate::compare::TrendJudgement::GettingBetter) => Label::Better,
        Ok(crate::compare::TrendJudgement::GettingWorse) => Label::Worse,
        _ => return words,
    };
    crate::text::push_part(&mut words, ", ", &figures.word(judged));
    words
}
