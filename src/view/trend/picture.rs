//! The picture of a trend: ours with its ranges, the benchmark dashed, the peers' middle half as a band.

use super::rows::event;
use super::short;
use crate::compare::{Figure, Moment, TrendComparison};
use crate::config::Config;
use crate::text::{Label, TrendLabel, ViewLabel, push_part};
use crate::view::chart::{NOTHING, scale, widen};
use crate::view::figures::Figures;
use crate::view::model::{Axis, KeyItem, Shape, Tick, Tone};
use crate::view::time::{Band, Dot, Time, Trace, Upright, Weight};

pub(super) fn time(trend: &TrendComparison, config: &Config, figures: &Figures) -> Time {
    let mut ends = NOTHING;
    for moment in &trend.history {
        widen(&mut ends, &moment.ours);
        widen(&mut ends, &moment.benchmark);
        if let Some(peers) = &moment.peers {
            ends = (ends.0.min(peers.quartiles.0), ends.1.max(peers.quartiles.1));
        }
    }
    let axis = scale(ends, figures);
    let times = trend.history.iter().map(|moment| Tick { at: at(moment), label: short(moment.period, figures) });
    let mut traces = vec![ours(trend, figures)];
    traces.extend(benchmark(trend, figures));
    Time {
        unit: figures.unit_words(),
        cut: cut(&axis, figures),
        times: times.collect(),
        bands: band(trend, figures).into_iter().collect(),
        levels: Vec::new(),
        traces,
        uprights: uprights(&trend.history, config, figures),
        axis,
    }
}

/// What to know of a scale that does not start at none.
pub(in crate::view) fn cut(axis: &Axis, figures: &Figures) -> String {
    match axis.ticks.first() {
        Some(tick) if tick.at > 0.0 => figures.label_of(ViewLabel::ScaleCut, &tick.label),
        _ => String::new(),
    }
}

/// Where a period lies on the axis of time, in months.
pub(in crate::view) fn at(moment: &Moment) -> f64 {
    f64::from(moment.period.first_month())
}

/// Ours: a point for each figure, open where it is not final; no line across a missing figure or a break.
fn ours(trend: &TrendComparison, figures: &Figures) -> Trace {
    let shape = |moment: &Moment| Some(if moment.provisional { Shape::Unclear } else { Shape::Dot });
    let dots = dots(&trend.history, |moment| point(&moment.ours), shape, Tone::Apart);
    Trace { label: named(trend.now.ours().place.name, &dots, figures), weight: Weight::Ours, dots }
}

fn benchmark(trend: &TrendComparison, figures: &Figures) -> Option<Trace> {
    let mut dots = dots(&trend.history, |moment| point(&moment.benchmark), |_| None, Tone::Plain);
    for dot in &mut dots {
        dot.range = None;
    }
    let label = named(&figures.bench_name(), &dots, figures);
    (!dots.is_empty()).then_some(Trace { label, weight: Weight::Benchmark, dots })
}

/// A name and its latest figure.
fn named(name: &str, dots: &[Dot], figures: &Figures) -> String {
    let mut label = name.to_owned();
    push_part(&mut label, " ", &dots.last().map_or(String::new(), |last| figures.short(last.value)));
    label
}

/// A figure with its likely range.
pub(in crate::view) type Figured = (f64, Option<(f64, f64)>);

fn point(figure: &Figure) -> Option<Figured> {
    Some((figure.cell.value()?, figure.intervals[0].map(|interval| (interval.lower, interval.upper))))
}

/// A point for each period with a figure; no line across a missing one or a break.
pub(in crate::view) fn dots<'a, 't: 'a>(
    history: &'a [Moment<'t>],
    figure: impl Fn(&'a Moment<'t>) -> Option<Figured>,
    shape: impl Fn(&Moment) -> Option<Shape>,
    tone: Tone,
) -> Vec<Dot> {
    let mut dots = Vec::new();
    let mut is_joined = false;
    let mut before: Option<&Moment> = None;
    for (row, moment) in history.iter().enumerate() {
        is_joined &= moment.changed.is_none() && before.is_none_or(|before| is_next(before, moment, history));
        let found = figure(moment);
        if let Some((value, range)) = found {
            dots.push(Dot { at: at(moment), value, range, shape: shape(moment), tone, is_joined, row });
        }
        is_joined = found.is_some();
        before = Some(moment);
    }
    dots
}

/// Whether no period is left out between two: they lie as near to each other as the nearest two do.
fn is_next(before: &Moment, moment: &Moment, history: &[Moment]) -> bool {
    let steps = history.windows(2).map(|pair| pair[1].period.first_month() - pair[0].period.first_month());
    moment.period.first_month() - before.period.first_month() <= steps.min().unwrap_or(0)
}

/// The peers' middle half; parted where it is not known, and at a break.
fn band(trend: &TrendComparison, figures: &Figures) -> Option<Band> {
    let mut stretches: Vec<Vec<(f64, f64, f64)>> = vec![Vec::new()];
    for moment in &trend.history {
        let Some(peers) = &moment.peers else {
            stretches.push(Vec::new());
            continue;
        };
        if moment.changed.is_some() {
            stretches.push(Vec::new());
        }
        if let Some(stretch) = stretches.last_mut() {
            stretch.push((at(moment), peers.quartiles.0, peers.quartiles.1));
        }
    }
    stretches.retain(|stretch| !stretch.is_empty());
    (!stretches.is_empty()).then(|| Band { label: figures.word(TrendLabel::PeersMiddle), stretches })
}

/// Breaks stand between two periods, what partners noted at its own.
pub(in crate::view) fn uprights(history: &[Moment], config: &Config, figures: &Figures) -> Vec<Upright> {
    let mut uprights = Vec::new();
    for (row, moment) in history.iter().enumerate() {
        if moment.changed.is_some() {
            let before = row.checked_sub(1).map_or(at(moment), |row| at(&history[row]));
            let label = figures.word(TrendLabel::Changed);
            uprights.push(Upright { at: (before + at(moment)) / 2.0, label, parts: true });
        }
        let label = event(moment, config, figures);
        if !label.is_empty() {
            uprights.push(Upright { at: at(moment), label, parts: false });
        }
    }
    uprights
}

/// The key: what a range, the band, an open point and an upright line mean; only what stands in the picture.
pub(in crate::view) fn key(time: &Time, figures: &Figures) -> Vec<KeyItem> {
    let mut items = Vec::new();
    let mut add = |is_there: bool, shape: Option<Shape>, tone: Tone, text: String| {
        if is_there {
            items.push(KeyItem { shape, tone, text });
        }
    };
    let dots = || time.traces.iter().flat_map(|trace| &trace.dots);
    let who = figures.who(figures.comparison.peers().len());
    add(dots().any(|dot| dot.range.is_some()), None, Tone::Apart, figures.word(Label::KeyRange));
    add(
        dots().any(|dot| dot.shape == Some(Shape::Unclear)),
        Some(Shape::Unclear),
        Tone::Apart,
        figures.word(TrendLabel::KeyNotFinal),
    );
    add(!time.bands.is_empty(), Some(Shape::Band), Tone::Plain, figures.label_of(TrendLabel::KeyPeers, &who));
    let has = |parts: bool| time.uprights.iter().any(|upright| upright.parts == parts);
    add(has(true), Some(Shape::Upright), Tone::Plain, figures.word(TrendLabel::KeyBreak));
    add(has(false), Some(Shape::Above), Tone::Plain, figures.word(TrendLabel::KeyEvent));
    items
}
