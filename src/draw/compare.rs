//! Our area, its peers and the benchmark: a row each, or the peers in a strip.

use super::Room;
use super::scene::{Anchor, Ink, Scene, Touch, tone_ink};
use super::width::Face;
use crate::view::{Bar, Bars};

/// Below this width names stand above their rows.
const NARROW: f64 = 520.0;
/// Room around the picture.
const EDGE: f64 = 4.0;
/// Between columns.
const GAP: f64 = 12.0;
/// Between a name and the plot below it, clear of the tails of its letters.
const BELOW: f64 = 3.0;
/// From one line of text to the next, in sizes of the text.
const LINE: f64 = 1.3;

/// The picture in the making: what is drawn, where it goes, and how far down it has come.
struct Sketch<'a> {
    chart: &'a Bars,
    room: Room,
    scene: Scene,
    narrow: bool,
    /// Left and right end of the plot.
    left: f64,
    right: f64,
    /// Width of the column of names.
    names: f64,
    /// Width of the widest label of the scale.
    widest: f64,
    /// Size of names and figures.
    label: f64,
    /// Where the next row begins.
    y: f64,
    /// Where upright lines may stand without crossing a text: top and bottom.
    clear: Vec<(f64, f64)>,
}

/// Draws the rows or the strip, then puts band, scale and benchmark behind them.
pub(super) fn picture(chart: &Bars, room: Room) -> Scene {
    let mut sketch = Sketch::new(chart, room);
    let top = sketch.y;
    let mut ours = top;
    if !sketch.narrow {
        sketch.clear.push((top - 6.0, top));
    }
    for bar in sketch.rows() {
        sketch.row(bar);
        if bar.ours {
            ours = sketch.y;
        }
    }
    if chart.strip {
        sketch.strip();
    }
    let bottom = sketch.y + 6.0;
    if !sketch.narrow {
        sketch.keep_clear(sketch.y, bottom);
    }
    let rows = std::mem::take(&mut sketch.scene.marks);
    if ours > top {
        sketch.band(top, ours - top);
    }
    sketch.scale(bottom);
    sketch.benchmark(top);
    sketch.scene.marks.extend(rows);
    sketch.scene
}

impl<'a> Sketch<'a> {
    fn new(chart: &'a Bars, room: Room) -> Sketch<'a> {
        let scene = Scene::new(room.width);
        let y = if chart.benchmark.is_some() { room.text + 16.0 } else { 6.0 };
        let (narrow, label, clear) = (room.width < NARROW, room.text + 1.0, Vec::new());
        let (left, right, names, widest) = (0.0, 0.0, 0.0, 0.0);
        let mut sketch = Sketch { chart, room, scene, narrow, left, right, names, widest, label, y, clear };
        sketch.columns();
        sketch
    }

    /// Shares the width among names, plot and figures.
    fn columns(&mut self) {
        let (bold, width) = (self.face(true), self.room.width);
        for tick in &self.chart.axis.ticks {
            self.widest = self.widest.max(self.small().width(&tick.label));
        }
        let end = EDGE + self.widest / 2.0;
        (self.left, self.right) = (end, width - end);
        if self.narrow {
            return;
        }
        let (mut figures, mut most) = (0.0_f64, 0.38);
        if self.chart.strip {
            (self.names, most) = (bold.width(&self.chart.strip_label), 0.26);
        }
        for bar in self.rows() {
            self.names = self.names.max(bold.width(&bar.label));
            if bar.at.is_some() {
                figures = figures.max(bold.width(&bar.figure));
            }
        }
        self.names = self.names.min(width * most);
        self.left = self.left.max(EDGE + self.names + GAP);
        self.right = self.right.min(width - EDGE - figures - GAP);
    }

    /// The bars that have a row of their own: all, or beside a strip only ours.
    fn rows(&self) -> &'a [Bar] {
        let count = if self.chart.strip { 1 } else { self.chart.bars.len() };
        &self.chart.bars[..count]
    }

    /// The face of names and figures.
    fn face(&self, bold: bool) -> Face {
        Face { size: self.label, bold, font: self.room.font }
    }

    /// The face of the scale and of the benchmark's name.
    fn small(&self) -> Face {
        Face { size: self.room.text, bold: false, font: self.room.font }
    }

    /// Where a figure lies; kept between the ends.
    fn x(&self, value: f64) -> f64 {
        let axis = &self.chart.axis;
        let share = (value - axis.min) / (axis.max - axis.min).max(f64::MIN_POSITIVE);
        self.left + share.clamp(0.0, 1.0) * (self.right - self.left)
    }

    /// Writes a name beside or above a plot of so much height, in three lines at most, and moves on below both. Gives the
    /// middle of the name's first line and of the plot.
    fn head(&mut self, name: &str, bold: bool, taken: f64, plot: f64) -> (f64, f64) {
        let face = self.face(bold);
        let (room, x, anchor) = match self.narrow {
            true => (self.room.width - taken - 2.0 * EDGE, EDGE, Anchor::Start),
            false => (self.names, EDGE + self.names, Anchor::End),
        };
        let lines = face.lines(name, room, 3);
        let (line, text) = (LINE * self.label, LINE * self.label * lines.len() as f64);
        let (first, middle, height) = if self.narrow {
            (self.y + line * 0.6, self.y + text + BELOW + plot / 2.0, text + BELOW + plot + 4.0)
        } else {
            let height = plot.max(text + 8.0);
            let middle = self.y + height / 2.0;
            (middle + (line - text) / 2.0, middle, height)
        };
        for (at, words) in lines.into_iter().enumerate() {
            self.scene.text(x, first + line * at as f64, Ink::Text, words, face, anchor);
        }
        self.y += height;
        (first, middle)
    }

    /// Remembers where upright lines may stand: beside the plot above, or all along the row that began at the top.
    fn open(&mut self, top: f64, middle: f64, plot: f64) {
        match self.narrow {
            true => self.keep_clear(middle - plot / 2.0, middle + plot / 2.0),
            false => self.keep_clear(top, self.y),
        }
    }

    /// Adds a stretch to those where upright lines may stand, joined to the one that ends there.
    fn keep_clear(&mut self, top: f64, bottom: f64) {
        match self.clear.last_mut() {
            Some(last) if last.1 == top => last.1 = bottom,
            _ => self.clear.push((top, bottom)),
        }
    }

    fn touch(&mut self, row: usize, x: f64, y: f64, width: f64, height: f64) {
        self.scene.touches.push(Touch { row, x, y, width, height });
    }

    /// One area: name, range, shape, figure; or why there is no figure.
    fn row(&mut self, bar: &Bar) {
        let (top, face, end) = (self.y, self.face(bar.ours), self.room.width - EDGE);
        let taken = if bar.at.is_some() { face.width(&bar.figure) + GAP } else { 0.0 };
        let plot = if self.narrow { 18.0 } else { 26.0 };
        let (first, middle) = self.head(&bar.label, bar.ours, taken, plot);
        self.touch(bar.row, 0.0, top, self.room.width, self.y - top);
        let Some(at) = bar.at else {
            let (face, left) = (self.face(false), if self.narrow { EDGE } else { self.left });
            self.scene.text(left, middle, Ink::Muted, face.short(&bar.figure, end - left), face, Anchor::Start);
            return;
        };
        self.open(top, middle, plot);
        let line = if self.narrow { first } else { middle };
        self.scene.text(end, line, Ink::Text, bar.figure.clone(), face, Anchor::End);
        let (stroke, radius, ground) = if bar.ours { (3.0, 7.0, Ink::Band) } else { (2.0, 5.5, Ink::Paper) };
        if let Some((lower, upper)) = bar.range {
            let (from, to) = (self.x(lower), self.x(upper));
            self.scene.block(from, middle - stroke / 2.0, to - from, stroke, tone_ink(bar.tone));
        }
        self.scene.shape(self.x(at), middle, bar.shape, bar.tone, radius, ground);
    }

    /// The band behind our row, with the edge that stands for it where it has no colour.
    fn band(&mut self, top: f64, height: f64) {
        let width = self.room.width;
        self.scene.block(0.0, top, width, height, Ink::Edge);
        self.scene.block(1.0, top + 1.0, width - 2.0, height - 2.0, Ink::Band);
    }

    /// Upright hair lines; below them every tick's label, or every second, third …, whichever are the most that fit; then
    /// the unit.
    fn scale(&mut self, bottom: f64) {
        let (small, ticks) = (self.small(), &self.chart.axis.ticks);
        let step = (self.right - self.left) / ticks.len().saturating_sub(1).max(1) as f64;
        let every = ((self.widest + 10.0) / step.max(1.0)).ceil().max(1.0) as usize;
        let mut y = bottom + small.size;
        for (at, tick) in ticks.iter().enumerate() {
            let x = self.x(tick.at);
            for &(top, bottom) in &self.clear {
                self.scene.block(x.floor(), top, 1.0, bottom - top, Ink::Grid);
            }
            if at % every == 0 {
                self.scene.text(x, y, Ink::Muted, tick.label.clone(), small, Anchor::Middle);
            }
        }
        if !self.chart.unit.is_empty() {
            y += small.size * 1.4;
            let unit = small.short(&self.chart.unit, self.room.width - 2.0 * EDGE);
            self.scene.text(self.room.width - EDGE, y, Ink::Muted, unit, small, Anchor::End);
        }
        self.scene.height = y + small.size;
    }

    /// The benchmark's dashed line, named above it; the name kept inside the picture.
    fn benchmark(&mut self, top: f64) {
        let Some(line) = &self.chart.benchmark else { return };
        let (small, x) = (self.small(), self.x(line.at));
        for &(top, bottom) in &self.clear {
            let mut y = top;
            while y < bottom {
                self.scene.block(x.round() - 1.0, y, 2.0, (bottom - y).min(4.0), Ink::Benchmark);
                y += 7.0;
            }
        }
        let name = small.short(&line.label, self.room.width - 2.0 * EDGE);
        let half = small.width(&name) / 2.0 + EDGE;
        let middle = x.min(self.room.width - half).max(half);
        self.touch(line.row, middle - half, 0.0, 2.0 * half, top);
        self.scene.text(middle, small.size * 0.8, Ink::Text, name, small, Anchor::Middle);
    }

    /// Every peer a dot, named as a group. A peer without a figure is touched where the group's name is.
    fn strip(&mut self) {
        let chart = self.chart;
        let dots = self.dots();
        let (top, pitch) = (self.y, dots.radius * PITCH);
        let plot = dots.deepest * pitch + 8.0;
        let (_, middle) = self.head(&chart.strip_label, false, 0.0, plot);
        self.open(top, middle, plot);
        let (width, bottom) = match self.narrow {
            true => (self.room.width, middle - plot / 2.0),
            false => (EDGE + self.names, self.y),
        };
        for (bar, level) in chart.bars[1..].iter().zip(dots.levels) {
            let Some(at) = bar.at else {
                self.touch(bar.row, 0.0, top, width, bottom - top);
                continue;
            };
            // From the middle outwards: 0, 1, −1, 2, −2 …
            let away = f64::from(level.div_ceil(2)) * if level % 2 == 0 { -pitch } else { pitch };
            let (x, y) = (self.x(at), middle + away);
            self.scene.shape(x, y, bar.shape, bar.tone, dots.radius, Ink::Paper);
            self.touch(bar.row, x - pitch / 2.0, y - pitch / 2.0, pitch, pitch);
        }
    }

    /// The greatest dots that leave the strip low enough.
    fn dots(&self) -> Dots {
        let mut radius = 4.5;
        loop {
            let dots = self.placed(radius);
            if dots.deepest * radius * PITCH <= HIGHEST || radius <= 1.0 {
                return dots;
            }
            radius -= 0.5;
        }
    }

    /// Places dots so that none covers another: in the order of the peers, so that those most like us lie nearest the
    /// middle, each on the first level that is free within a dot's width. Levels are a bit each, columns a quarter dot.
    fn placed(&self, radius: f64) -> Dots {
        let mut columns = vec![0_u64; 9 + (self.room.width * 4.0 / radius) as usize];
        let mut dots = Dots { radius, levels: Vec::new(), deepest: 1.0 };
        for bar in &self.chart.bars[1..] {
            let column = 4 + (self.x(bar.at.unwrap_or_default()) * 4.0 / (radius * PITCH)) as usize;
            let mut level = 0;
            if bar.at.is_some() {
                let taken = columns[column - 4..=column + 4].iter().fold(0, |all, column| all | column);
                level = (!taken).trailing_zeros().min(63);
                columns[column] |= 1 << level;
                dots.deepest = dots.deepest.max(f64::from(level.div_ceil(2) * 2 + 1));
            }
            dots.levels.push(level);
        }
        dots
    }
}

/// From one dot of a strip to the next, in radii.
const PITCH: f64 = 2.2;
/// How high a strip may become.
const HIGHEST: f64 = 152.0;

/// The dots of a strip.
struct Dots {
    radius: f64,
    /// Of each peer, how many places from the middle.
    levels: Vec<u32>,
    /// How many levels high the strip is, counted alike to both sides.
    deepest: f64,
}
