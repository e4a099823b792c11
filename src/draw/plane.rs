//! Figures against sizes: a spot for each place, ours named and large, and the limits named at their ends.

#[cfg(test)]
mod tests;

use super::Room;
use super::scene::{Anchor, Form, Ink, Scene, Touch, tone_ink};
use super::width::Face;
use crate::view::{Axis, Limits, Plane, Shape, Spot};

/// Below this width the plot takes all of it, and its scale is written less often.
const NARROW: f64 = 520.0;
/// Room around the picture.
const EDGE: f64 = 4.0;
/// Between the plot and what is written beside it.
const GAP: f64 = 8.0;
/// From one line of text to the next, in sizes of the text.
const LINE: f64 = 1.3;
/// How far around a spot it is touched.
const REACH: f64 = 9.0;

/// The picture in the making.
struct Sketch<'a> {
    plane: &'a Plane,
    room: Room,
    scene: Scene,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

/// A name at the right end of a line.
struct Name {
    /// Where the line ends.
    end: f64,
    /// The middle of the name.
    middle: f64,
    lines: Vec<String>,
}

/// Draws scale and limits, then the others, our peers and ours, each over those before.
pub(super) fn picture(plane: &Plane, room: Room) -> Scene {
    let mut sketch = Sketch {
        plane,
        room,
        scene: Scene::new(room.width),
        left: EDGE,
        right: room.width - EDGE,
        top: 6.0,
        bottom: 0.0,
    };
    if plane.spots.is_empty() {
        sketch.bottom = sketch.top;
        sketch.left_out(sketch.top);
        return sketch.scene;
    }
    sketch.heading();
    sketch.columns();
    let named = sketch.our_name();
    sketch.bottom = sketch.top + if room.width < NARROW { 240.0 } else { 300.0 };
    sketch.scale();
    sketch.limits();
    sketch.names();
    for is_filled in [false, true] {
        for spot in plane.spots.iter().filter(|spot| !spot.ours && spot.is_filled == is_filled) {
            sketch.spot(spot);
        }
    }
    sketch.ours(named);
    let below = sketch.sizes();
    sketch.left_out(below);
    sketch.scene
}

impl<'a> Sketch<'a> {
    fn small(&self) -> Face {
        Face { size: self.room.text, bold: false, font: self.room.font }
    }

    fn bold(&self) -> Face {
        Face { size: self.room.text + 1.0, bold: true, font: self.room.font }
    }

    fn x(&self, size: f64) -> f64 {
        self.left + along(&self.plane.sizes, size) * (self.right - self.left)
    }

    fn y(&self, value: f64) -> f64 {
        self.bottom - along(&self.plane.axis, value) * (self.bottom - self.top)
    }

    /// What the figures are, above the plot.
    fn heading(&mut self) {
        let small = self.small();
        for line in small.lines(&self.plane.label, self.room.width - 2.0 * EDGE, 2) {
            self.scene.text(EDGE, self.top + small.size * 0.7, Ink::Muted, line, small, Anchor::Start);
            self.top += small.size * LINE;
        }
        self.top += if self.plane.spots.iter().any(|spot| spot.ours) { 4.0 } else { 10.0 };
    }

    /// Shares the width among the scale, the plot and the names of the lines.
    fn columns(&mut self) {
        let small = self.small();
        let widest =
            |labels: &mut dyn Iterator<Item = &String>| labels.map(|label| small.width(label)).fold(0.0, f64::max);
        self.left = EDGE + widest(&mut self.plane.axis.ticks.iter().map(|tick| &tick.label)) + GAP;
        let names = self.lines_of_average();
        let labels = self.plane.limits.iter().map(|limits| &limits.label);
        self.right = self.room.width - EDGE - widest(&mut labels.chain(&names)) - GAP - 6.0;
    }

    /// The average's name, a line of it for each word where there is little room.
    fn lines_of_average(&self) -> Vec<String> {
        let small = self.small();
        let label = self.plane.average.as_ref().map_or("", |line| &line.label);
        let longest = label.split(' ').map(|word| small.width(word)).fold(0.0, f64::max);
        small.lines(label, if self.room.width < NARROW { longest } else { 120.0 }, 3)
    }

    /// Our name above the plot, over our spot and kept inside the picture; gives where the line from it to the spot begins.
    fn our_name(&mut self) -> Option<(f64, f64)> {
        let spot = self.plane.spots.iter().find(|spot| spot.ours)?;
        let (face, x) = (self.bold(), self.x(spot.size));
        let mut top = self.top;
        for line in face.lines(&spot.label, self.room.width - 2.0 * EDGE, 2) {
            let half = face.width(&line) / 2.0 + EDGE;
            let middle = x.min(self.room.width - half).max(half);
            self.scene.text(middle, top + face.size * 0.7, Ink::Text, line, face, Anchor::Middle);
            top += face.size * LINE;
        }
        self.top = top + 6.0;
        Some((x, top))
    }

    /// Level hair lines with their labels.
    fn scale(&mut self) {
        let small = self.small();
        for tick in &self.plane.axis.ticks {
            let y = self.y(tick.at);
            self.scene.block(self.left, y.floor(), self.right - self.left, 1.0, Ink::Grid);
            self.scene.text(self.left - GAP + 2.0, y, Ink::Muted, tick.label.clone(), small, Anchor::End);
        }
    }

    /// The limits as lines, as far as they lie in the plot, and the average.
    fn limits(&mut self) {
        for Limits { line, is_wide, .. } in &self.plane.limits {
            for points in
                [line.iter().map(|p| (p.0, p.1)).collect::<Vec<_>>(), line.iter().map(|p| (p.0, p.2)).collect()]
            {
                let points: Vec<(f64, f64)> =
                    self.inside(&points).into_iter().map(|(size, value)| (self.x(size), self.y(value))).collect();
                if *is_wide {
                    self.scene.dashes(&points, Ink::Plain, 1.5);
                } else {
                    self.scene.path(&points, Ink::Plain, 1.5);
                }
            }
        }
        if let Some(line) = &self.plane.average {
            let (y, right) = (self.y(line.at), self.right);
            self.scene.block(self.left, y - 1.0, right - self.left, 2.0, Ink::Benchmark);
        }
    }

    /// The part of a line that lies in the plot, cut at its edges. A line leaves the plot at one end at most on each side.
    fn inside(&self, points: &[(f64, f64)]) -> Vec<(f64, f64)> {
        let (sizes, axis) = (&self.plane.sizes, &self.plane.axis);
        let is_in = |&(size, value): &(f64, f64)| {
            (sizes.min..=sizes.max).contains(&size) && (axis.min..=axis.max).contains(&value)
        };
        let mut kept = Vec::new();
        for pair in points.windows(2) {
            let (from, to) = (pair[0], pair[1]);
            match (is_in(&from), is_in(&to)) {
                (false, true) => kept.extend([edge(to, from, sizes, axis), to]),
                (true, false) => {
                    kept.extend([from, edge(from, to, sizes, axis)]);
                    break;
                }
                (true, true) if kept.is_empty() => kept.extend([from, to]),
                (true, true) => kept.push(to),
                (false, false) => {}
            }
        }
        kept
    }

    /// Names at the right ends of the lines, moved apart where they would cover each other, each led to by a thin line.
    fn names(&mut self) {
        let small = self.small();
        let high = small.size * LINE;
        let mut names = Vec::new();
        for limits in &self.plane.limits {
            for side in [|p: &(f64, f64, f64)| p.1, |p: &(f64, f64, f64)| p.2] {
                let line: Vec<(f64, f64)> = limits.line.iter().map(|point| (point.0, side(point))).collect();
                if let Some(&(size, value)) = self.inside(&line).last()
                    && self.x(size) > self.right - 1.0
                {
                    names.push(Name { end: self.y(value), middle: 0.0, lines: vec![limits.label.clone()] });
                }
            }
        }
        if let Some(line) = &self.plane.average {
            names.push(Name { end: self.y(line.at), middle: 0.0, lines: self.lines_of_average() });
        }
        names.sort_by(|a, b| a.end.total_cmp(&b.end));
        apart(&mut names, high, (self.top, self.bottom));
        let x = self.right + GAP + 6.0;
        for Name { end, middle, lines } in names {
            self.scene.path(&[(self.right + 1.0, end), (x - 3.0, middle)], Ink::Muted, 1.0);
            let mut y = middle - high * lines.len() as f64 / 2.0 + high / 2.0;
            for line in lines {
                self.scene.text(x, y, Ink::Text, line, small, Anchor::Start);
                y += high;
            }
        }
    }

    /// A place that is not ours: filled where it is a peer, else open.
    fn spot(&mut self, spot: &Spot) {
        let (x, y) = (self.x(spot.size), self.y(spot.value));
        let radius = if spot.shape == Shape::Dot { 4.0 } else { 5.0 };
        self.mark(spot, x, y, radius);
        self.touch(spot.row, x, y);
    }

    fn mark(&mut self, spot: &Spot, x: f64, y: f64, radius: f64) {
        // A little ground around it, so that spots that lie over each other stay apart.
        self.scene.add(x, y, Ink::Paper, Form::Disc { radius: radius + 1.0 });
        self.scene.shape(x, y, spot.shape, spot.tone, radius, Ink::Paper);
        if !spot.is_filled {
            self.hollow(spot.shape, x, y, radius);
        }
    }

    /// Takes the middle out of a shape.
    fn hollow(&mut self, shape: Shape, x: f64, y: f64, radius: f64) {
        let (inner, back) = (radius * 0.5, radius * 0.4);
        let low = radius * 0.16;
        match shape {
            Shape::Above => {
                self.scene.filled(x, y + low, Ink::Paper, vec![(-inner, back), (inner, back), (0.0, -inner)]);
            }
            Shape::Below => {
                self.scene.filled(x, y - low, Ink::Paper, vec![(-inner, -back), (inner, -back), (0.0, inner)]);
            }
            _ => self.scene.add(x, y, Ink::Paper, Form::Disc { radius: radius * 0.6 }),
        }
    }

    /// Ours over all others, large, with a line from its name.
    fn ours(&mut self, named: Option<(f64, f64)>) {
        let Some(spot) = self.plane.spots.iter().find(|spot| spot.ours) else { return };
        let (x, y) = (self.x(spot.size), self.y(spot.value));
        if let Some((_, top)) = named {
            self.scene.block(x - 0.5, top, 1.0, y - top, Ink::Text);
        }
        self.scene.add(x, y, Ink::Paper, Form::Disc { radius: 10.5 });
        self.scene.add(x, y, tone_ink(spot.tone), Form::Disc { radius: 9.5 });
        self.scene.add(x, y, Ink::Paper, Form::Disc { radius: 8.0 });
        self.scene.shape(x, y, spot.shape, spot.tone, if spot.shape == Shape::Dot { 5.5 } else { 6.5 }, Ink::Paper);
        self.touch(spot.row, x, y);
        if let Some(line) = &self.plane.average {
            let y = self.y(line.at);
            self.scene.touches.push(Touch {
                row: line.row,
                x: self.right,
                y: y - REACH,
                width: self.room.width - self.right,
                height: 2.0 * REACH,
            });
        }
    }

    fn touch(&mut self, row: usize, x: f64, y: f64) {
        self.scene.touches.push(Touch { row, x: x - REACH, y: y - REACH, width: 2.0 * REACH, height: 2.0 * REACH });
    }

    /// The sizes below the plot, as many as fit; then what they are, and where the scale starts.
    fn sizes(&mut self) -> f64 {
        let (small, ticks) = (self.small(), &self.plane.sizes.ticks);
        let widest = ticks.iter().map(|tick| small.width(&tick.label)).fold(0.0, f64::max);
        let step = (self.right - self.left) / ticks.len().saturating_sub(1).max(1) as f64;
        let every = ((widest + 10.0) / step.max(0.1)).ceil().max(1.0) as usize;
        let mut y = self.bottom + small.size * 1.3;
        for (at, tick) in ticks.iter().enumerate() {
            let x = self.x(tick.at);
            self.scene.block(x.floor(), self.bottom, 1.0, 4.0, Ink::Muted);
            if at % every == 0 {
                let half = small.width(&tick.label) / 2.0 + EDGE;
                let middle = x.min(self.room.width - half).max(half);
                self.scene.text(middle, y, Ink::Muted, tick.label.clone(), small, Anchor::Middle);
            }
        }
        for (words, anchor) in [(&self.plane.size_label, Anchor::End), (&self.plane.cut, Anchor::Start)] {
            let x = if anchor == Anchor::End { self.right } else { EDGE };
            for line in small.lines(words, self.room.width - 2.0 * EDGE, 2) {
                y += small.size * 1.4;
                self.scene.text(x, y, Ink::Muted, line, small, anchor);
            }
        }
        y + small.size
    }

    /// What is said of the places without a spot, where they are touched.
    fn left_out(&mut self, top: f64) {
        let small = self.small();
        let mut y = top;
        for line in small.lines(&self.plane.left_out_label, self.room.width - 2.0 * EDGE, 3) {
            self.scene.text(EDGE, y + small.size * 0.7, Ink::Muted, line, small, Anchor::Start);
            y += small.size * LINE;
        }
        for &row in &self.plane.left_out {
            self.scene.touches.push(Touch { row, x: 0.0, y: top, width: self.room.width, height: y - top });
        }
        self.scene.height = y + 4.0;
    }
}

/// How far along a scale a number lies, kept between its ends.
fn along(axis: &Axis, at: f64) -> f64 {
    ((at - axis.min) / (axis.max - axis.min).max(f64::MIN_POSITIVE)).clamp(0.0, 1.0)
}

/// Where the way from a point in the plot to one that is not leaves it.
fn edge(from: (f64, f64), to: (f64, f64), sizes: &Axis, axis: &Axis) -> (f64, f64) {
    let share = |from: f64, to: f64, ends: &Axis| match to {
        to if to < ends.min => (from - ends.min) / (from - to),
        to if to > ends.max => (ends.max - from) / (to - from),
        _ => 1.0,
    };
    let share = share(from.0, to.0, sizes).min(share(from.1, to.1, axis));
    (from.0 + share * (to.0 - from.0), from.1 + share * (to.1 - from.1))
}

/// Places names near the ends of their lines, one below the other: from the middle one outwards, then within the plot.
fn apart(names: &mut [Name], high: f64, (top, bottom): (f64, f64)) {
    let half = |name: &Name| high * name.lines.len() as f64 / 2.0;
    let middle = names.len() / 2;
    let mut free = f64::NEG_INFINITY;
    for name in &mut names[middle..] {
        name.middle = name.end.max(free + half(name));
        free = name.middle + half(name);
    }
    let mut free = names.get(middle).map_or(bottom, |name| name.middle - half(name));
    for name in names[..middle].iter_mut().rev() {
        name.middle = name.end.min(free - half(name));
        free = name.middle - half(name);
    }
    let mut free = top - high / 2.0;
    for name in names.iter_mut() {
        name.middle = name.middle.max(free + half(name));
        free = name.middle + half(name);
    }
    let mut free = bottom + high / 2.0;
    for name in names.iter_mut().rev() {
        name.middle = name.middle.min(free - half(name));
        free = name.middle - half(name);
    }
}
