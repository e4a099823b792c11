//! The picture of a process: its figures over their usual range and average, marked by the rules they are signs by.

use super::short;
use super::words::{self, ends, range, shape, tone, unit};
use crate::compare::{Assurance, Polarity, ProcessComparison, ProcessMoment, Side, Sign, SpecialCause, Stretch, Usual};
use crate::text::{Label, ProcessLabel, TrendLabel};
use crate::view::chart::{NOTHING, scale, widen};
use crate::view::figures::Figures;
use crate::view::icons::{Icon, IconKind, ProcessPicture};
use crate::view::model::{KeyItem, Shape, Tick, Tone};
use crate::view::time::{Band, Dot, LevelLine, Time, Trace, Upright, Weight};
use crate::view::trend::picture::cut;

pub(super) fn picture(process: &ProcessComparison, figures: &Figures) -> ProcessPicture {
    ProcessPicture { icons: icons(process, figures), time: time(process, figures) }
}

fn time(process: &ProcessComparison, figures: &Figures) -> Time {
    let mut span = NOTHING;
    for moment in &process.moments {
        widen(&mut span, &moment.figure);
    }
    for (_, usual) in usuals(process) {
        let (lower, upper) = ends(process, usual);
        span = (span.0.min(lower), span.1.max(upper));
    }
    if let Some(target) = process.target {
        span = (span.0.min(target), span.1.max(target));
    }
    let axis = scale(with_room(span), figures);
    let times = process.moments.iter().map(|moment| Tick { at: at(moment), label: short(moment.period, figures) });
    Time {
        unit: figures.unit_words(),
        cut: cut(&axis, figures),
        times: times.collect(),
        bands: band(process, figures).into_iter().collect(),
        levels: levels(process, figures),
        traces: vec![trace(process, figures)],
        uprights: uprights(process, figures),
        axis,
    }
}

/// A span that is one figure only, with a little room on either side.
fn with_room((low, high): (f64, f64)) -> (f64, f64) {
    let room = match low {
        _ if low != high => 0.0,
        0.0 => 1.0,
        level => level.abs() * 0.05,
    };
    (low - room, high + room)
}

/// The stretches that have a usual range.
fn usuals<'a>(process: &'a ProcessComparison) -> impl Iterator<Item = (&'a Stretch<'a>, &'a Usual)> {
    process.stretches.iter().flatten().filter_map(|stretch| Some((stretch, stretch.usual.as_ref().ok()?)))
}

/// Where a period lies on the axis of time, in months.
fn at(moment: &ProcessMoment) -> f64 {
    f64::from(moment.period.first_month())
}

fn span(stretch: &Stretch) -> (f64, f64) {
    (f64::from(stretch.first.first_month()), f64::from(stretch.last.first_month()))
}

/// Ours: marked where it is a sign, open where it is not final; no line across a missing figure or into a new stretch.
fn trace(process: &ProcessComparison, figures: &Figures) -> Trace {
    let mut dots: Vec<Dot> = Vec::new();
    let mut before: Option<&ProcessMoment> = None;
    for (row, moment) in process.moments.iter().enumerate() {
        if let Some(value) = moment.figure.cell.value() {
            let sign = moment.reading.and_then(|reading| reading.sign);
            let is_next = |before: &ProcessMoment| {
                let stretch = |of: &ProcessMoment| of.reading.map(|reading| reading.stretch);
                before.figure.cell.value().is_some() && !moment.after_gap && stretch(before) == stretch(moment)
            };
            dots.push(Dot {
                at: at(moment),
                value,
                range: moment.figure.intervals[0].map(|interval| (interval.lower, interval.upper)),
                shape: Some(if moment.provisional { Shape::Unclear } else { shape(sign.as_ref()) }),
                tone: tone(sign.as_ref()),
                is_joined: before.is_some_and(is_next),
                row,
            });
        }
        before = Some(moment);
    }
    let last = process.moments.iter().rfind(|moment| moment.figure.cell.value().is_some());
    let label = last.map_or(String::new(), |last| {
        let slots = [("area", &*short(last.period, figures)), ("v", &*figures.value(&last.figure))];
        figures.language.label(Label::Point, &slots)
    });
    Trace { label, weight: Weight::Ours, dots }
}

fn band(process: &ProcessComparison, figures: &Figures) -> Option<Band> {
    let mut label = String::new();
    let mut stretches = Vec::new();
    for (stretch, usual) in usuals(process) {
        let ((from, to), (lower, upper)) = (span(stretch), ends(process, usual));
        stretches.push(vec![(from, lower, upper), (to, lower, upper)]);
        label = figures.label_of(ProcessLabel::UsualRangeOf, &range(process, usual, figures));
    }
    (!stretches.is_empty()).then_some(Band { label, stretches })
}

/// The average of each stretch, of which the last is named; and the standard, over all.
fn levels(process: &ProcessComparison, figures: &Figures) -> Vec<LevelLine> {
    let mut levels: Vec<LevelLine> = Vec::new();
    for (stretch, usual) in usuals(process) {
        let label = figures.label_of(ProcessLabel::AverageOf, &figures.short(usual.centre));
        if let Some(before) = levels.last_mut() {
            before.label = String::new();
        }
        levels.push(LevelLine { label, value: usual.centre, span: span(stretch), weight: Weight::Other });
    }
    if let (Some(value), Some(first), Some(last)) = (process.target, process.moments.first(), process.moments.last()) {
        let label = figures.label_of(ProcessLabel::Standard, &figures.short(value));
        levels.push(LevelLine { label, value, span: (at(first), at(last)), weight: Weight::Benchmark });
    }
    levels
}

/// Where a stretch begins, between its first period and the one before.
fn uprights(process: &ProcessComparison, figures: &Figures) -> Vec<Upright> {
    let mut uprights = Vec::new();
    for stretch in process.stretches.iter().flatten() {
        let label = match (&stretch.rebase, &stretch.changed) {
            (Some(start), _) => start.reason.to_owned(),
            (None, Some(_)) => figures.word(TrendLabel::Changed),
            (None, None) => continue,
        };
        let first = f64::from(stretch.first.first_month());
        let before = process.moments.iter().rev().map(at).find(|at| *at < first).unwrap_or(first);
        uprights.push(Upright { at: (before + first) / 2.0, label, parts: true });
    }
    uprights
}

/// The key: only what stands in the picture, each sign in the words that its points are read out with.
pub(super) fn key(time: &Time, process: &ProcessComparison, figures: &Figures) -> Vec<KeyItem> {
    let dots = &time.traces[0].dots;
    let mut items = signs(process, figures);
    items.sort_by_key(|item| item.shape.map(|shape| shape as usize));
    let has = |shape: Shape| dots.iter().any(|dot| dot.shape == Some(shape));
    let mut add = |is_there: bool, shape: Option<Shape>, text: String| {
        if is_there {
            items.push(KeyItem { shape, tone: Tone::Plain, text });
        }
    };
    // Where no sign is looked for, a plain point says nothing of signs.
    add(!time.bands.is_empty() && has(Shape::Dot), Some(Shape::Dot), figures.word(ProcessLabel::KeyPlain));
    add(has(Shape::Unclear), Some(Shape::Unclear), figures.word(ProcessLabel::KeyNotFinal));
    add(!time.bands.is_empty(), Some(Shape::Band), figures.word(ProcessLabel::KeyUsual));
    add(dots.iter().any(|dot| dot.range.is_some()), None, figures.word(Label::KeyRange));
    add(!time.uprights.is_empty(), Some(Shape::Upright), figures.word(ProcessLabel::KeyStart));
    items
}

/// The signs that stand in the picture, each kind once. The words tell the side too, as colour alone would not.
fn signs(process: &ProcessComparison, figures: &Figures) -> Vec<KeyItem> {
    let mut items = Vec::new();
    for moment in process.moments.iter().filter(|moment| !moment.provisional && moment.figure.cell.value().is_some()) {
        let Some(reading) = moment.reading.filter(|reading| reading.sign.is_some()) else { continue };
        let (shape, tone) = (shape(reading.sign.as_ref()), tone(reading.sign.as_ref()));
        let item = KeyItem { shape: Some(shape), tone, text: words::reading(process, &reading, figures) };
        if !items.contains(&item) {
            items.push(item);
        }
    }
    items
}

fn icons(process: &ProcessComparison, figures: &Figures) -> Vec<Icon> {
    let mut icons = Vec::new();
    let is_shown = process.last_stretch().is_some_and(|stretch| stretch.usual.is_ok());
    let latest = process.latest().and_then(|at| process.moments[at].reading).filter(|_| is_shown);
    if let Some(reading) = latest {
        icons.push(variation(reading.sign.as_ref(), figures));
    }
    if let (Some(target), Some(assurance)) = (process.target, process.assurance) {
        icons.push(standard(process, target, assurance, figures));
    }
    icons
}

/// What the latest figure shows.
fn variation(sign: Option<&Sign>, figures: &Figures) -> Icon {
    let (kind, label) = match sign {
        None => (IconKind::Within, ProcessLabel::NothingUnusual),
        Some(sign) if sign.opposed => (IconKind::BothWays, ProcessLabel::MayHaveChanged),
        Some(Sign { side: Side::Above, .. }) => (IconKind::High, ProcessLabel::MayHaveChangedHigh),
        Some(Sign { side: Side::Below, .. }) => (IconKind::Low, ProcessLabel::MayHaveChangedLow),
    };
    let way = || {
        let is_up = kind == IconKind::High;
        figures.word(if is_up { ProcessLabel::Upwards } else { ProcessLabel::Downwards })
    };
    let words = match sign.map(|sign| sign.cause) {
        Some(SpecialCause::Improvement) => figures.label_of(ProcessLabel::SignBetter, &way()),
        Some(SpecialCause::Concern) => figures.label_of(ProcessLabel::SignWorse, &way()),
        Some(SpecialCause::Neutral) | None => figures.word(label),
    };
    Icon { kind, tone: tone(sign), words }
}

/// What the process, left as it is, will do about the standard.
fn standard(process: &ProcessComparison, target: f64, assurance: Assurance, figures: &Figures) -> Icon {
    let is_high_good = process.now.subject.polarity == Polarity::HighIsGood;
    let (kind, tone, label) = match assurance {
        Assurance::HitOrMiss => (IconKind::AcrossLine, Tone::Plain, ProcessLabel::SomeMeet),
        Assurance::ConsistentlyMeets if is_high_good => (IconKind::OverLine, Tone::Better, ProcessLabel::MostMeet),
        Assurance::ConsistentlyMeets => (IconKind::UnderLine, Tone::Better, ProcessLabel::MostMeet),
        Assurance::ConsistentlyMisses if is_high_good => (IconKind::UnderLine, Tone::Worse, ProcessLabel::MostMiss),
        Assurance::ConsistentlyMisses => (IconKind::OverLine, Tone::Worse, ProcessLabel::MostMiss),
    };
    let months = figures.word(unit(process).1);
    let target = figures.short(target);
    Icon { kind, tone, words: figures.language.label(label, &[("months", &months), ("t", &target)]) }
}
