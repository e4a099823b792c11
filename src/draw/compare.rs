//! Our area, its peers and the benchmark: a row each, or the peers in a strip.

use super::scale::Scale;
use super::scene::{Anchor, Ink, Mark, Scene, Touch};
use super::width::{shorten, two_lines, width};
use super::{Room, scene};
use crate::view::{Bar, Chart, Shape, Tone};

/// Below this width names stand above their rows.
const NARROW: f64 = 520.0;
/// Room around the picture.
const EDGE: f64 = 4.0;
/// Between columns.
const GAP: f64 = 12.0;

/// Where everything goes.
struct Layout {
    room: Room,
    narrow: bool,
    /// Left and right end of the plot.
    left: f64,
    right: f64,
    /// Width of the column of names.
    names: f64,
    row: f64,
    /// Text sizes.
    label: f64,
    tick: f64,
    top: f64,
}

/// Draws frame, rows or strip, benchmark, scale.
pub(super) fn picture(chart: &Chart, room: Room) -> Scene {
    let layout = Layout::of(chart, room);
    let scale = Scale::new(&chart.axis, layout.left, layout.right);
    let mut scene = Scene::new(room.width);
    let rows = if chart.strip { &chart.bars[..1] } else { &chart.bars[..] };
    let lane = if chart.strip { Some(lane(chart, &layout, &scale)) } else { None };
    let strip_height = lane.as_ref().map_or(0.0, |lane| lane.height);
    let bottom = layout.top + layout.row * rows.len() as f64 + strip_height + 6.0;

    band(&mut scene, &layout);
    grid(&mut scene, chart, &layout, &scale, bottom);
    for (at, bar) in rows.iter().enumerate() {
        row(&mut scene, bar, &layout, &scale, layout.top + layout.row * at as f64);
    }
    if let Some(lane) = lane {
        strip(&mut scene, chart, &layout, lane);
    }
    ticks(&mut scene, chart, &layout, &scale, bottom);
    benchmark(&mut scene, chart, &layout, &scale, bottom);
    scene
}

impl Layout {
    fn of(chart: &Chart, room: Room) -> Layout {
        let (label, tick) = (room.text + 1.0, room.text);
        let narrow = room.width < NARROW;
        let widest = |part: fn(&Bar) -> &str, bold: bool| {
            chart.bars.iter().map(|bar| width(part(bar), label, bold, room.font)).fold(0.0, f64::max)
        };
        let figures = chart.bars.iter().filter(|bar| bar.at.is_some());
        let figures = figures.map(|bar| width(&bar.figure, label, true, room.font)).fold(0.0, f64::max);
        let names = match (narrow, chart.strip) {
            (true, _) => 0.0,
            (false, true) => room.width * 0.24,
            (false, false) => widest(|bar| &bar.label, true).min(room.width * 0.34),
        };
        let ends = chart.axis.ticks.last().map_or(0.0, |tick_| width(&tick_.label, tick, false, room.font)) / 2.0;
        let (left, right) = if narrow {
            (EDGE + ends, room.width - EDGE - ends)
        } else {
            (EDGE + names + GAP, room.width - EDGE - (figures + GAP).max(ends))
        };
        let row = if narrow { label * 1.35 + 22.0 } else { (label * 1.85).max(24.0) };
        let top = if chart.benchmark.is_some() { tick + 16.0 } else { 6.0 };
        Layout { room, narrow, left, right, names, row, label, tick, top }
    }

    fn wide(&self, text: &str, size: f64, bold: bool) -> f64 {
        width(text, size, bold, self.room.font)
    }
}

/// The band behind our row, which is the first.
fn band(scene: &mut Scene, layout: &Layout) {
    scene.add_for(0, Mark::Rect { at: (0.0, layout.top), size: (layout.room.width, layout.row), ink: Ink::Band });
}

fn grid(scene: &mut Scene, chart: &Chart, layout: &Layout, scale: &Scale, bottom: f64) {
    for tick in &chart.axis.ticks {
        let x = scale.at(tick.at).round();
        scene.add(Mark::Line { from: (x, layout.top), to: (x, bottom), width: 1.0, ink: Ink::Grid });
    }
}

/// Labels of the scale, as many as fit without touching; the unit below them.
fn ticks(scene: &mut Scene, chart: &Chart, layout: &Layout, scale: &Scale, bottom: f64) {
    let y = bottom + layout.tick;
    let mut free = f64::NEG_INFINITY;
    for tick in &chart.axis.ticks {
        let x = scale.at(tick.at);
        let half = layout.wide(&tick.label, layout.tick, false) / 2.0;
        if x - half < free {
            continue;
        }
        free = x + half + 10.0;
        text(scene, (x, y), &tick.label, layout.tick, false, Anchor::Middle, Ink::Muted);
    }
    scene.height = y + layout.tick;
    if !chart.unit.is_empty() {
        let unit = shorten(&chart.unit, layout.room.width - 2.0 * EDGE, layout.tick, false, layout.room.font);
        let at = (layout.right, y + layout.tick * 1.4);
        text(scene, at, &unit, layout.tick, false, Anchor::End, Ink::Muted);
        scene.height = at.1 + layout.tick;
    }
}

/// The benchmark's line, named on it; the name kept inside the picture.
fn benchmark(scene: &mut Scene, chart: &Chart, layout: &Layout, scale: &Scale, bottom: f64) {
    let Some(line) = &chart.benchmark else { return };
    let x = scale.at(line.at);
    scene.dashes(x.round(), layout.tick + 8.0, bottom, 2.0, Ink::Benchmark);
    let label = shorten(&line.label, layout.room.width - 2.0 * EDGE, layout.tick, false, layout.room.font);
    let half = layout.wide(&label, layout.tick, false) / 2.0;
    let middle = x.clamp(EDGE + half, (layout.room.width - EDGE - half).max(EDGE + half));
    text(scene, (middle, layout.tick * 0.7), &label, layout.tick, false, Anchor::Middle, Ink::Text);
    let touch = Touch { row: line.row, x: middle - half - 4.0, y: 0.0, width: 2.0 * half + 8.0, height: layout.top };
    scene.touches.push(touch);
}

/// One area: name, range, shape, figure.
fn row(scene: &mut Scene, bar: &Bar, layout: &Layout, scale: &Scale, top: f64) {
    let middle = if layout.narrow { top + layout.label * 1.35 + 9.0 } else { top + layout.row / 2.0 };
    name(scene, bar, layout, top, middle);
    let line = if layout.narrow { top + layout.label * 0.8 } else { middle };
    let figure_at = (layout.room.width - EDGE, line);
    if bar.at.is_some() || layout.narrow {
        text_for(scene, bar.row, figure_at, &bar.figure, layout.label, bar.ours, Anchor::End, Ink::Text);
    } else {
        text_for(scene, bar.row, (layout.left, middle), &bar.figure, layout.label, false, Anchor::Start, Ink::Muted);
    }
    if let Some((lower, upper)) = bar.range {
        let ink = tone_ink(bar.tone);
        let width = if bar.ours { 3.0 } else { 2.0 };
        let line = Mark::Line { from: (scale.at(lower), middle), to: (scale.at(upper), middle), width, ink };
        scene.add_for(bar.row, line);
    }
    if let Some(at) = bar.at {
        let radius = if bar.ours { 7.0 } else { 5.5 };
        let open = if bar.ours { Ink::Band } else { Ink::Paper };
        shape(scene, bar, (scale.at(at), middle), radius, open);
    }
    scene.touches.push(Touch { row: bar.row, x: 0.0, y: top, width: layout.room.width, height: layout.row });
}

fn name(scene: &mut Scene, bar: &Bar, layout: &Layout, top: f64, middle: f64) {
    let (font, size) = (layout.room.font, layout.label);
    if layout.narrow {
        let taken = layout.wide(&bar.figure, size, true) + GAP + 2.0 * EDGE;
        let label = shorten(&bar.label, layout.room.width - taken, size, bar.ours, font);
        text_for(scene, bar.row, (EDGE, top + size * 0.8), &label, size, bar.ours, Anchor::Start, Ink::Text);
        return;
    }
    let label = shorten(&bar.label, layout.names, size, bar.ours, font);
    let at = (EDGE + layout.names, middle);
    text_for(scene, bar.row, at, &label, size, bar.ours, Anchor::End, Ink::Text);
}

/// A bar's shape at a place.
fn shape(scene: &mut Scene, bar: &Bar, at: (f64, f64), radius: f64, open: Ink) {
    scene.add_for(bar.row, shape_mark(bar.shape, bar.tone, at, radius, open));
}

/// Shape says direction.
pub(super) fn shape_mark(shape: Shape, tone: Tone, (x, y): (f64, f64), r: f64, open: Ink) -> Mark {
    let ink = tone_ink(tone);
    match shape {
        Shape::Higher => Mark::Polygon { points: vec![(x - r * 0.8, y - r), (x + r, y), (x - r * 0.8, y + r)], ink },
        Shape::Lower => Mark::Polygon { points: vec![(x + r * 0.8, y - r), (x - r, y), (x + r * 0.8, y + r)], ink },
        Shape::Unclear => Mark::Disc { at: (x, y), radius: r * 0.85, ink, open: Some(open) },
        Shape::Untested => {
            let half = r * 0.6;
            Mark::Rect { at: (x - half, y - half), size: (2.0 * half, 2.0 * half), ink }
        }
    }
}

fn tone_ink(tone: Tone) -> Ink {
    match tone {
        Tone::Better => Ink::Better,
        Tone::Worse => Ink::Worse,
        Tone::Apart => Ink::Apart,
        Tone::Plain => Ink::Plain,
    }
}

/// The dots of a strip, placed so that none covers another.
struct Lane {
    /// Index of the bar and where its dot lies, from the middle of the lane.
    dots: Vec<(usize, f64, f64)>,
    height: f64,
    caption: f64,
}

/// Radius of a dot in a strip.
const DOT: f64 = 4.0;

fn lane(chart: &Chart, layout: &Layout, scale: &Scale) -> Lane {
    let mut placed: Vec<(usize, f64)> =
        chart.bars.iter().enumerate().skip(1).filter_map(|(at, bar)| Some((at, scale.at(bar.at?)))).collect();
    placed.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
    let mut dots: Vec<(usize, f64, f64)> = Vec::with_capacity(placed.len());
    let mut deepest: f64 = 0.0;
    for (index, x) in placed {
        // Nearest free level to the middle: 0, 1, −1, 2, −2 …
        let near: Vec<f64> = dots.iter().rev().take_while(|dot| x - dot.1 < 2.2 * DOT).map(|dot| dot.2).collect();
        let free = |y: &f64| near.iter().all(|other| (other - y).abs() > DOT);
        let levels = (0..).map(|step: i32| f64::from((step + 1) / 2) * if step % 2 == 0 { -1.0 } else { 1.0 });
        let y = levels.map(|level| level * 2.2 * DOT).find(free).unwrap_or(0.0);
        deepest = deepest.max(y.abs());
        dots.push((index, x, y));
    }
    let caption = layout.label * if layout.narrow { 1.6 } else { 2.6 };
    let height = (2.0 * deepest + 6.0 * DOT).max(layout.row) + if layout.narrow { caption } else { 0.0 };
    Lane { dots, height: height.max(if layout.narrow { 0.0 } else { caption + 8.0 }), caption }
}

/// Every peer a dot, named as a group; each can be touched.
fn strip(scene: &mut Scene, chart: &Chart, layout: &Layout, lane: Lane) {
    let top = layout.top + layout.row;
    let (size, font) = (layout.label, layout.room.font);
    let middle =
        if layout.narrow { top + lane.caption + (lane.height - lane.caption) / 2.0 } else { top + lane.height / 2.0 };
    if layout.narrow {
        let label = shorten(&chart.strip_label, layout.room.width - 2.0 * EDGE, size, false, font);
        text(scene, (EDGE, top + size), &label, size, false, Anchor::Start, Ink::Text);
    } else {
        let lines = two_lines(&chart.strip_label, layout.names, size, false, font);
        let first = middle - size * 0.65 * (lines.len() - 1) as f64;
        for (at, line) in lines.iter().enumerate() {
            let y = first + size * 1.3 * at as f64;
            text(scene, (EDGE + layout.names, y), line, size, false, Anchor::End, Ink::Text);
        }
    }
    for (index, x, y) in lane.dots {
        let bar = &chart.bars[index];
        let at = (x, middle + y);
        shape(scene, bar, at, DOT + 0.7, Ink::Paper);
        scene.touches.push(Touch {
            row: bar.row,
            x: x - 2.0 * DOT,
            y: at.1 - 2.0 * DOT,
            width: 4.0 * DOT,
            height: 4.0 * DOT,
        });
    }
}

fn text(scene: &mut Scene, at: (f64, f64), text: &str, size: f64, bold: bool, anchor: Anchor, ink: Ink) {
    scene.add(Mark::Text { at, text: text.to_owned(), size, bold, anchor, ink });
}

#[allow(clippy::too_many_arguments)] // one text mark has that many sides
fn text_for(
    scene: &mut scene::Scene,
    row: usize,
    at: (f64, f64),
    text: &str,
    size: f64,
    bold: bool,
    anchor: Anchor,
    ink: Ink,
) {
    scene.add_for(row, Mark::Text { at, text: text.to_owned(), size, bold, anchor, ink });
}
