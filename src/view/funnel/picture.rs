//! The picture of a funnel: every place a spot at its size and figure, the limits as lines that narrow with size.

use super::rows::{AVERAGE, row_of, stands_label};
use super::size_label;
use crate::compare::{Funnel, FunnelComparison, FunnelKind, FunnelPlace, Level, Significance, Standing};
use crate::text::{FunnelLabel, Label, push_part};
use crate::view::chart::{NOTHING, scale, step};
use crate::view::figures::Figures;
use crate::view::model::{Axis, KeyItem, Line, Shape, Tick, Tone};
use crate::view::plane::{Limits, Plane, Spot};
use crate::view::rows::{tone, with_judgement};
use crate::view::trend::picture::cut;

pub(super) fn plane(funnel: &FunnelComparison, figures: &Figures) -> Plane {
    let left_out: Vec<usize> = (0..funnel.places.len())
        .filter(|&at| funnel.places[at].standing.is_err())
        .map(|at| row_of(at, funnel))
        .collect();
    let left_out_label = match left_out.len() {
        _ if funnel.funnel.is_err() => figures.word(FunnelLabel::NoChart),
        0 => String::new(),
        1 => figures.word(FunnelLabel::LeftOutOne),
        n => figures.label_of(FunnelLabel::LeftOut, &figures.count(n)),
    };
    let Ok(around) = &funnel.funnel else { return Plane { left_out, left_out_label, ..Plane::default() } };
    let axis = scale(values(funnel, around), figures);
    let mut label = figures.word(Label::Figure);
    push_part(&mut label, ", ", &figures.unit_words());
    let name = if around.kind == FunnelKind::Ratio { FunnelLabel::AsExpected } else { FunnelLabel::Average };
    let average = figures.label_of(name, &figures.short(around.average));
    Plane {
        sizes: sizes(funnel, figures),
        size_label: figures.word(size_label(around.kind)),
        cut: cut(&axis, figures),
        axis,
        label,
        average: Some(Line { at: around.average, label: average, row: AVERAGE }),
        limits: limits(around, figures),
        spots: spots(funnel),
        left_out,
        left_out_label,
    }
}

/// A span that holds every figure and the average, and the wider limits at our size and at the middle one.
fn values(funnel: &FunnelComparison, around: &Funnel) -> (f64, f64) {
    let mut ends = NOTHING;
    let mut hold = |value: f64| ends = (ends.0.min(value), ends.1.max(value));
    hold(around.average);
    let mut standings: Vec<&Standing> = Vec::new();
    for place in &funnel.places {
        if let (Ok(standing), Some(value)) = (&place.standing, place.figure.cell.value()) {
            hold(value);
            standings.push(standing);
        }
    }
    let ours = funnel.ours().standing.ok();
    standings.sort_by(|a, b| a.size.total_cmp(&b.size));
    let middle = standings.get(standings.len() / 2).copied().copied();
    for standing in ours.into_iter().chain(middle) {
        hold(standing.limits[1].0);
        hold(standing.limits[1].1);
    }
    ends
}

/// The scale of the sizes: from none where the greatest is more than twice the least, as the published charts have it.
fn sizes(funnel: &FunnelComparison, figures: &Figures) -> Axis {
    let (mut least, mut most) = NOTHING;
    for standing in funnel.places.iter().flat_map(|place| &place.standing) {
        (least, most) = (least.min(standing.size), most.max(standing.size));
    }
    if least > most {
        return Axis::default();
    }
    let from = if most > 2.0 * least { 0.0 } else { least };
    let (step, decimals) = step((most - from).max(most * 1e-3));
    let (first, last) = ((from / step).floor(), (most * 1.02 / step).ceil());
    let tick = |at: f64| Tick { at, label: figures.language.number(at, decimals) };
    let ticks = (0..=(last - first) as usize).map(|at| tick((first + at as f64) * step)).collect();
    Axis { min: first * step, max: last * step, ticks }
}

fn limits(around: &Funnel, figures: &Figures) -> Vec<Limits> {
    let lines = |level: usize| {
        around.lines.iter().map(|line| (line.size, line.limits[level].0, line.limits[level].1)).collect()
    };
    let labels = [FunnelLabel::Line95, FunnelLabel::Line998];
    let one = |(at, label)| Limits { label: figures.word(label), line: lines(at), is_wide: at == 1 };
    labels.into_iter().enumerate().map(one).collect()
}

fn spots(funnel: &FunnelComparison) -> Vec<Spot> {
    let mut spots = Vec::new();
    for (at, place) in funnel.places.iter().enumerate() {
        let (Ok(standing), Some(value)) = (&place.standing, place.figure.cell.value()) else { continue };
        spots.push(Spot {
            label: place.place.name.to_owned(),
            size: standing.size,
            value,
            shape: shape(standing),
            tone: tone(standing.judgement),
            is_filled: at <= funnel.peers,
            ours: at == 0,
            row: row_of(at, funnel),
        });
    }
    spots
}

fn shape(standing: &Standing) -> Shape {
    match standing.side {
        Significance::Higher => Shape::Above,
        Significance::Lower => Shape::Below,
        Significance::NotDifferent => Shape::Dot,
    }
}

/// The key: only what stands in the picture.
pub(super) fn key(plane: &Plane, funnel: &FunnelComparison, figures: &Figures) -> Vec<KeyItem> {
    let mut items = Vec::new();
    let of = |wanted: Shape| {
        let is_it = |place: &&FunnelPlace| place.standing.as_ref().is_ok_and(|standing| shape(standing) == wanted);
        funnel.places.iter().find(is_it).and_then(|place| place.standing.ok())
    };
    for wanted in [Shape::Above, Shape::Dot, Shape::Below] {
        if let Some(standing) = of(wanted) {
            let usual = Standing { level: standing.level.map(|_| Level::P95), ..standing };
            let text = with_judgement(stands_label(&usual), standing.judgement, figures);
            items.push(KeyItem { shape: Some(wanted), tone: tone(standing.judgement), text });
        }
    }
    if plane.spots.iter().any(|spot| !spot.is_filled) {
        let text = figures.word(FunnelLabel::KeyOthers);
        items.push(KeyItem { shape: Some(Shape::Unclear), tone: Tone::Plain, text });
    }
    if !plane.limits.is_empty() {
        items.push(KeyItem { shape: None, tone: Tone::Plain, text: figures.word(FunnelLabel::KeyLines) });
    }
    items
}
