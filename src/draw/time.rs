//! Figures over time: lines with their ranges, bands and levels, each named at its end; on a small screen, above.

use super::Room;
use super::scene::{Anchor, Ink, Scene, Touch, tone_ink};
use super::width::Face;
use crate::view::{Dot, Shape, Time, Tone, Trace, Upright, Weight};

#[cfg(test)]
pub(super) mod tests;

/// Below this width names stand above the plot.
const NARROW: f64 = 520.0;
/// Room around the picture.
const EDGE: f64 = 4.0;
/// Between the plot and what is written beside it.
const GAP: f64 = 10.0;
/// Between the words above the plot and the highest label of the scale.
const ABOVE: f64 = 10.0;
/// From one line of text to the next, in sizes of the text.
const LINE: f64 = 1.3;
/// More upright lines than this carry no words: they are read in the table.
const MOST_WORDS: usize = 4;
/// The words of an upright line have so much room at least, though another line may then cross them.
const LEAST_WORDS: f64 = 110.0;

/// The picture in the making.
struct Sketch<'a> {
    time: &'a Time,
    room: Room,
    scene: Scene,
    narrow: bool,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    /// First and last time.
    span: (f64, f64),
}

/// A name that stands beside what it names.
struct Name<'a> {
    text: &'a str,
    weight: Option<Weight>,
    /// The figure at its end.
    value: f64,
}

/// The words of an upright line.
struct Words {
    /// Which line.
    upright: usize,
    lines: Vec<String>,
    /// Where they may stand.
    span: (f64, f64),
}

/// Draws what lies behind first: scale, bands, levels, upright lines, then ours over all others.
pub(super) fn picture(time: &Time, room: Room) -> Scene {
    let mut sketch = Sketch::new(time, room);
    if sketch.narrow {
        sketch.names_above();
    }
    sketch.columns();
    sketch.uprights_room();
    sketch.bottom = sketch.top + if sketch.narrow { 210.0 } else { 260.0 };
    sketch.scale();
    sketch.bands();
    sketch.uprights();
    sketch.levels();
    for trace in time.traces.iter().rev() {
        sketch.trace(trace);
    }
    if !sketch.narrow {
        sketch.names_beside();
    }
    sketch.times();
    sketch.touches();
    sketch.scene
}

impl<'a> Sketch<'a> {
    fn new(time: &'a Time, room: Room) -> Sketch<'a> {
        let ends = |at: &[crate::view::Tick]| Some((at.first()?.at, at.last()?.at));
        let span = ends(&time.times).unwrap_or((0.0, 1.0));
        let narrow = room.width < NARROW;
        Sketch {
            time,
            room,
            scene: Scene::new(room.width),
            narrow,
            left: EDGE,
            right: room.width - EDGE,
            top: 8.0,
            bottom: 0.0,
            span,
        }
    }

    fn small(&self) -> Face {
        Face { size: self.room.text, bold: false, font: self.room.font }
    }

    /// The face of a name.
    fn face(&self, weight: Option<Weight>) -> Face {
        let bold = weight == Some(Weight::Ours);
        Face { size: self.room.text + if bold { 1.0 } else { 0.0 }, bold, font: self.room.font }
    }

    fn x(&self, at: f64) -> f64 {
        let inset = 8.0;
        let (from, to) = (self.left + inset, self.right - inset);
        let long = self.span.1 - self.span.0;
        if long <= 0.0 { (from + to) / 2.0 } else { from + (at - self.span.0) / long * (to - from) }
    }

    fn y(&self, value: f64) -> f64 {
        let axis = &self.time.axis;
        let share = (value - axis.min) / (axis.max - axis.min).max(f64::MIN_POSITIVE);
        self.bottom - share.clamp(0.0, 1.0) * (self.bottom - self.top)
    }

    /// From one period to the next.
    fn pitch(&self) -> f64 {
        (self.right - self.left) / self.time.times.len().max(1) as f64
    }

    /// What carries a name, ours first.
    fn names(&self) -> Vec<Name<'a>> {
        let mut names = Vec::new();
        for trace in &self.time.traces {
            if let Some(last) = trace.dots.last() {
                names.push(Name { text: &trace.label, weight: Some(trace.weight), value: last.value });
            }
        }
        for level in &self.time.levels {
            names.push(Name { text: &level.label, weight: Some(level.weight), value: level.value });
        }
        for band in &self.time.bands {
            if let Some(&(_, lower, upper)) = band.stretches.iter().flatten().last() {
                names.push(Name { text: &band.label, weight: None, value: (lower + upper) / 2.0 });
            }
        }
        names.retain(|name| !name.text.is_empty());
        names
    }

    /// Shares the width among the scale, the plot and the names.
    fn columns(&mut self) {
        let small = self.small();
        let widest = self.time.axis.ticks.iter().map(|tick| small.width(&tick.label)).fold(0.0, f64::max);
        self.left = EDGE + widest + GAP;
        if self.narrow {
            return;
        }
        let names = self.names().iter().map(|name| self.face(name.weight).width(name.text)).fold(0.0, f64::max);
        self.right = self.room.width - EDGE - names.min(self.room.width * 0.28) - GAP;
    }

    /// Names above the plot, a line each, with a piece of what they name.
    fn names_above(&mut self) {
        for name in self.names() {
            let face = self.face(name.weight);
            let y = self.top + face.size * 0.7;
            match name.weight {
                Some(Weight::Ours) => self.scene.block(EDGE, y - 1.5, 16.0, 3.0, Ink::Apart),
                Some(Weight::Benchmark) => self.scene.dashes(&[(EDGE, y), (EDGE + 16.0, y)], Ink::Benchmark, 2.0),
                Some(Weight::Other) => self.scene.block(EDGE, y - 0.75, 16.0, 1.5, Ink::Plain),
                None => self.scene.shape(EDGE + 8.0, y, Shape::Band, Tone::Plain, 6.0, Ink::Paper),
            }
            for line in face.lines(name.text, self.room.width - 2.0 * EDGE - 24.0, 2) {
                let y = self.top + face.size * 0.7;
                self.scene.text(EDGE + 24.0, y, Ink::Text, line, face, Anchor::Start);
                self.top += face.size * LINE;
            }
        }
        self.top += 10.0;
    }

    /// Room for the words of upright lines.
    fn uprights_room(&mut self) {
        let high = self.high(&self.words());
        self.top += high + if high > 0.0 { ABOVE } else { 0.0 };
    }

    fn high(&self, words: &[Words]) -> f64 {
        words.iter().map(|words| words.lines.len()).sum::<usize>() as f64 * self.small().size * LINE
    }

    /// The words of upright lines, from the top down: one below the other on that side of the line above where there is
    /// more room, so that no line crosses words.
    fn words(&self) -> Vec<Words> {
        let has_words = |(_, upright): &(usize, &Upright)| !upright.label.is_empty();
        let mut worded: Vec<_> = self.time.uprights.iter().enumerate().filter(has_words).take(MOST_WORDS).collect();
        let is_left = worded.last().is_some_and(|last| self.x(last.1.at) > (self.left + self.right) / 2.0);
        if is_left {
            worded.reverse();
        }
        let (mut from, mut to) = (EDGE, self.room.width - EDGE);
        let mut words = Vec::new();
        for (at, upright) in worded {
            words.push(Words {
                upright: at,
                lines: self.small().lines(&upright.label, to - from, 3),
                span: (from, to),
            });
            let x = self.x(upright.at);
            if is_left {
                to = (x - EDGE).max(from + LEAST_WORDS).min(to);
            } else {
                from = (x + EDGE).min(to - LEAST_WORDS).max(from);
            }
        }
        words
    }

    /// Level hair lines with their labels, and below them what the figures are counted in.
    fn scale(&mut self) {
        let small = self.small();
        for tick in &self.time.axis.ticks {
            let y = self.y(tick.at);
            self.scene.block(self.left, y.floor(), self.right - self.left, 1.0, Ink::Grid);
            self.scene.text(self.left - GAP + 2.0, y, Ink::Muted, tick.label.clone(), small, Anchor::End);
        }
    }

    fn bands(&mut self) {
        for stretch in self.time.bands.iter().flat_map(|band| &band.stretches) {
            let upper: Vec<_> = stretch.iter().map(|&(at, _, upper)| (self.x(at), self.y(upper))).collect();
            let lower: Vec<_> = stretch.iter().rev().map(|&(at, lower, _)| (self.x(at), self.y(lower))).collect();
            let Some(&(x, y)) = upper.first() else { continue };
            if let (&[top], &[bottom]) = (&*upper, &*lower) {
                self.scene.block(top.0 - 3.0, top.1, 6.0, bottom.1 - top.1, Ink::Grid);
                continue;
            }
            let around = upper.iter().chain(&lower).map(|point| (point.0 - x, point.1 - y)).collect();
            self.scene.filled(x, y, Ink::Band, around);
            self.scene.path(&upper, Ink::Plain, 1.0);
            self.scene.path(&lower, Ink::Plain, 1.0);
        }
    }

    /// Upright lines; their words above the plot, kept inside the picture.
    fn uprights(&mut self) {
        let (small, words) = (self.small(), self.words());
        let mut y = self.top - ABOVE - self.high(&words);
        let mut tops = vec![self.top; self.time.uprights.len()];
        for Words { upright, lines, span } in words {
            let x = self.x(self.time.uprights[upright].at).round();
            for line in lines {
                let half = small.width(&line) / 2.0;
                let middle = x.min(span.1 - half).max(span.0 + half);
                self.scene.text(middle, y + small.size * 0.7, Ink::Text, line, small, Anchor::Middle);
                y += small.size * LINE;
            }
            tops[upright] = y;
        }
        for (upright, from) in self.time.uprights.iter().zip(tops) {
            let x = self.x(upright.at).round();
            if upright.parts {
                self.scene.block(x - 1.0, from, 2.0, self.bottom - from, Ink::Benchmark);
            } else {
                self.scene.block(x, from, 1.0, self.bottom - from, Ink::Muted);
                self.scene.shape(x, self.bottom, Shape::Above, Tone::Plain, 5.0, Ink::Paper);
            }
        }
    }

    fn levels(&mut self) {
        for level in &self.time.levels {
            let y = self.y(level.value);
            // Half a period further, so that a level of one period is a line too.
            let half = self.pitch() / 2.0 - 1.0;
            let from = (self.x(level.span.0) - half).max(self.left);
            let to = (self.x(level.span.1) + half).min(self.right);
            match level.weight {
                Weight::Benchmark => self.scene.dashes(&[(from, y), (to, y)], Ink::Benchmark, 2.0),
                Weight::Ours => self.scene.block(from, y - 1.0, to - from, 2.0, Ink::Plain),
                Weight::Other => self.scene.block(from, y - 0.5, to - from, 1.0, Ink::Plain),
            }
        }
    }

    /// The line of one place: ranges behind, then stretches, then points.
    fn trace(&mut self, trace: &Trace) {
        for dot in &trace.dots {
            if let Some((lower, upper)) = dot.range {
                let (from, to) = (self.y(upper), self.y(lower));
                self.scene.block(self.x(dot.at) - 1.0, from, 2.0, to - from, tone_ink(dot.tone));
            }
        }
        for stretch in trace.dots.chunk_by(|_, next| next.is_joined) {
            let points: Vec<_> = stretch.iter().map(|dot| (self.x(dot.at), self.y(dot.value))).collect();
            match trace.weight {
                Weight::Ours => self.scene.path(&points, Ink::Apart, 2.5),
                Weight::Benchmark => self.scene.dashes(&points, Ink::Benchmark, 2.0),
                Weight::Other => self.scene.path(&points, Ink::Plain, 1.5),
            }
            if let (&[(x, y)], None) = (&*points, stretch[0].shape) {
                self.scene.block(x - 3.0, y - 1.0, 6.0, 2.0, Ink::Benchmark);
            }
        }
        for dot in &trace.dots {
            self.dot(dot, trace.weight);
        }
    }

    fn dot(&mut self, dot: &Dot, weight: Weight) {
        let Some(shape) = dot.shape else { return };
        let most = if weight == Weight::Ours { 5.0 } else { 4.0 };
        let is_marked = !matches!(shape, Shape::Dot | Shape::Unclear);
        let radius = (self.pitch() * 0.36).clamp(2.5, most) + if is_marked { 1.5 } else { 0.0 };
        self.scene.shape(self.x(dot.at), self.y(dot.value), shape, dot.tone, radius, Ink::Paper);
    }

    /// Names at the ends of what they name, moved apart where they would cover each other.
    fn names_beside(&mut self) {
        let x = self.right + GAP;
        let room = self.room.width - EDGE - x;
        let mut written: Vec<(f64, Vec<String>, Face)> = Vec::new();
        for name in self.names() {
            let face = self.face(name.weight);
            written.push((self.y(name.value), face.lines(name.text, room, 3), face));
        }
        written.sort_by(|a, b| a.0.total_cmp(&b.0));
        let high = |lines: &[String], face: &Face| lines.len() as f64 * face.size * LINE;
        // Down from the top, then up from the bottom.
        let mut free = self.top - 8.0;
        for (middle, lines, face) in &mut written {
            let half = high(lines, face) / 2.0;
            *middle = middle.max(free + half);
            free = *middle + half + 2.0;
        }
        let mut free = self.bottom + 2.0;
        for (middle, lines, face) in written.iter_mut().rev() {
            let half = high(lines, face) / 2.0;
            *middle = middle.min(free - half);
            free = *middle - half - 2.0;
        }
        for (middle, lines, face) in written {
            let mut y = middle - high(&lines, &face) / 2.0 + face.size * LINE / 2.0;
            for line in lines {
                self.scene.text(x, y, Ink::Text, line, face, Anchor::Start);
                y += face.size * LINE;
            }
        }
    }

    /// The periods below the plot, as many as fit, the latest always; then what the figures are counted in, and where the
    /// scale starts.
    fn times(&mut self) {
        let small = self.small();
        let ticks = &self.time.times;
        let widest = ticks.iter().map(|tick| small.width(&tick.label)).fold(0.0, f64::max);
        // From the latest back, which is moved inwards where it would stand out: the next must leave it room.
        let inwards = ticks
            .last()
            .map_or(0.0, |last| (self.x(last.at) + small.width(&last.label) / 2.0 + EDGE - self.room.width).max(0.0));
        let every = ((widest + 10.0 + inwards) / self.pitch().max(0.1)).ceil().max(1.0) as usize;
        let mut y = self.bottom + small.size * 1.3;
        let mut free = self.room.width;
        for tick in ticks.iter().rev().step_by(every) {
            let x = self.x(tick.at);
            let half = small.width(&tick.label) / 2.0 + EDGE;
            let middle = x.min(self.room.width - half).max(half);
            if middle + half <= free {
                self.scene.block(x.floor(), self.bottom, 1.0, 4.0, Ink::Muted);
                self.scene.text(middle, y, Ink::Muted, tick.label.clone(), small, Anchor::Middle);
                free = middle - half;
            }
        }
        for words in [&self.time.unit, &self.time.cut] {
            for line in small.lines(words, self.room.width - 2.0 * EDGE, 3) {
                y += small.size * 1.5;
                self.scene.text(EDGE, y, Ink::Muted, line, small, Anchor::Start);
            }
        }
        self.scene.height = y + small.size;
    }

    /// Each period is touched all along its height.
    fn touches(&mut self) {
        let half = self.pitch() / 2.0;
        for (row, tick) in self.time.times.iter().enumerate() {
            let x = (self.x(tick.at) - half).max(0.0);
            let width = (2.0 * half).min(self.room.width - x);
            self.scene.touches.push(Touch { row, x, y: self.top, width, height: self.bottom - self.top });
        }
    }
}
