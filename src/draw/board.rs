//! Priorities below one another: figure and state, the spread of the peers with ours on it, ours over time. On a small
//! screen each stands in lines of its own, at the same sizes.

use super::Room;
use super::scene::{Anchor, Form, Ink, Scene, Touch, tone_ink};
use super::width::Face;
use crate::view::{Board, BoardRow, Dot, Spine};

#[cfg(test)]
mod tests;

/// Below this width the parts of a row stand below one another.
const NARROW: f64 = 620.0;
/// Room around the picture.
const EDGE: f64 = 4.0;
/// Between columns.
const GAP: f64 = 16.0;
/// Above and below a row.
const PAD: f64 = 12.0;
/// From one line of text to the next, in sizes of the text.
const LINE: f64 = 1.3;
/// Half the height of the box that holds the middle half of the peers.
const HALF: f64 = 7.0;
/// Height of the line over time.
const TALL: f64 = 28.0;

/// The picture in the making.
struct Sketch {
    room: Room,
    scene: Scene,
    narrow: bool,
    /// Where the next row begins.
    y: f64,
    /// Left edge and width of the columns: name, figure, spine, trend.
    columns: [(f64, f64); 4],
}

/// Draws row after row; a draft says that it is one above and below all.
pub(super) fn picture(board: &Board, room: Room) -> Scene {
    let mut sketch = Sketch::new(board, room);
    sketch.draft(&board.draft);
    for (at, row) in board.rows.iter().enumerate() {
        if at > 0 {
            sketch.scene.block(0.0, sketch.y.round(), room.width, 1.0, Ink::Grid);
        }
        let top = sketch.y;
        if sketch.narrow {
            sketch.stacked(row)
        } else {
            sketch.abreast(row)
        }
        sketch.scene.touches.push(Touch { row: row.row, x: 0.0, y: top, width: room.width, height: sketch.y - top });
    }
    sketch.draft(&board.draft);
    sketch.scene.height = sketch.y.max(1.0);
    sketch.scene
}

impl Sketch {
    fn new(board: &Board, room: Room) -> Sketch {
        let narrow = room.width < NARROW;
        let scene = Scene::new(room.width);
        let mut sketch = Sketch { room, scene, narrow, y: 0.0, columns: [(EDGE, room.width - 2.0 * EDGE); 4] };
        if !narrow {
            sketch.share(board);
        }
        sketch
    }

    /// Shares the width: figures take what they need, the rest goes to name, spine and trend.
    fn share(&mut self, board: &Board) {
        let mut wide = 0.0_f64;
        for row in &board.rows {
            wide = wide.max(self.state().width(&row.state.word) + 18.0).max(self.figure().width(&row.figure));
        }
        let all = self.room.width - 2.0 * EDGE - 3.0 * GAP;
        let figure = wide.min(all * 0.26);
        let rest = all - figure;
        let mut left = EDGE;
        for (column, wide) in self.columns.iter_mut().zip([rest * 0.38, figure, rest * 0.29, rest * 0.33]) {
            *column = (left, wide);
            left += wide + GAP;
        }
    }

    fn face(&self, more: f64, bold: bool) -> Face {
        Face { size: self.room.text + more, bold, font: self.room.font }
    }

    fn name(&self) -> Face {
        self.face(2.0, true)
    }

    fn figure(&self) -> Face {
        self.face(5.0, true)
    }

    fn state(&self) -> Face {
        self.face(1.0, true)
    }

    fn small(&self) -> Face {
        self.face(0.0, false)
    }

    /// Writes a text in lines from the left of a column, and gives where it ends.
    fn write(&mut self, text: &str, face: Face, ink: Ink, (left, wide): (f64, f64), top: f64) -> f64 {
        let mut y = top;
        for line in face.lines(text, wide, usize::MAX) {
            self.scene.text(left, y + face.size * 0.65, ink, line, face, Anchor::Start);
            y += face.size * LINE;
        }
        y
    }

    /// A draft says so on a band across the picture.
    fn draft(&mut self, words: &str) {
        if words.is_empty() {
            return;
        }
        let face = self.state();
        let lines = face.lines(words, self.room.width - 4.0 * EDGE, usize::MAX).len() as f64;
        let (top, height) = (self.y, lines * face.size * LINE + 10.0);
        self.scene.block(0.0, top, self.room.width, height, Ink::Muted);
        self.scene.block(2.0, top + 2.0, self.room.width - 4.0, height - 4.0, Ink::Band);
        self.write(words, face, Ink::Text, (2.0 * EDGE, self.room.width - 4.0 * EDGE), top + 5.0);
        self.y += height + 2.0;
    }

    /// A row in four columns.
    fn abreast(&mut self, row: &BoardRow) {
        let top = self.y + PAD;
        let [name, figure, spine, trend] = self.columns;
        let mut bottom = self.write(&row.label, self.name(), Ink::Text, name, top);
        bottom = self.write(&row.tag, self.small(), Ink::Muted, name, bottom + 2.0);
        let under = self.write(&row.figure, self.figure(), Ink::Text, figure, top);
        let under = self.mark(row, figure, under + 2.0);
        let middle = top + TALL / 2.0;
        let below = self.spine(row, spine, middle);
        let period = self.write(&row.period, self.small(), Ink::Muted, spine, below);
        let line = trend.1.min(84.0);
        self.line(&row.line, (trend.0, line), middle);
        let words = self.write(&row.trend, self.face(1.0, false), Ink::Text, trend, top + TALL + 6.0);
        let words = self.write(&row.target, self.small(), Ink::Muted, trend, words);
        self.y = bottom.max(under).max(period).max(words) + PAD;
    }

    /// The parts of a row below one another.
    fn stacked(&mut self, row: &BoardRow) {
        let column = self.columns[0];
        let mut y = self.write(&row.label, self.name(), Ink::Text, column, self.y + PAD);
        y = self.write(&row.tag, self.small(), Ink::Muted, column, y);
        y = self.write(&row.figure, self.figure(), Ink::Text, column, y + 4.0);
        y = self.mark(row, column, y + 2.0);
        y = self.spine(row, column, y + HALF + 8.0) + 2.0;
        y = self.write(&row.period, self.small(), Ink::Muted, column, y);
        let middle = y + 6.0 + TALL / 2.0;
        self.line(&row.line, (column.0, 84.0), middle);
        let beside = (column.0 + 84.0 + GAP, column.1 - 84.0 - GAP);
        let words = self.write(&row.trend, self.face(1.0, false), Ink::Text, beside, middle - self.room.text);
        y = words.max(middle + TALL / 2.0);
        y = self.write(&row.target, self.small(), Ink::Muted, column, y + 2.0);
        self.y = y + PAD;
    }

    /// The state in shape and word.
    fn mark(&mut self, row: &BoardRow, (left, wide): (f64, f64), top: f64) -> f64 {
        let face = self.state();
        let ink = if tone_ink(row.state.tone) == Ink::Plain { Ink::Muted } else { tone_ink(row.state.tone) };
        self.scene.shape(left + 6.0, top + face.size * 0.65, row.state.shape, row.state.tone, 5.5, Ink::Paper);
        self.write(&row.state.word, face, ink, (left + 18.0, wide - 18.0), top)
    }

    /// The peers from the least to the greatest as a line with ends, their middle half as a box, their middle dashed, and
    /// ours with its range on them; on a scale of its own.
    fn spine(&mut self, row: &BoardRow, (left, wide): (f64, f64), middle: f64) -> f64 {
        let Some(spine) = &row.spine else {
            return self.write(&row.no_spine, self.small(), Ink::Muted, (left, wide), middle - self.room.text * 0.65);
        };
        let (low, high) = ends(spine);
        let (from, long) = (left + 9.0, wide - 18.0);
        let x = |value: f64| from + (value - low) / (high - low).max(f64::MIN_POSITIVE) * long;
        let (start, end) = (x(spine.ends.0), x(spine.ends.1));
        let (first, third) = (x(spine.quartiles.0), x(spine.quartiles.1));
        let blocks = [
            (start, end, 1.0, Ink::Plain),
            // Our range may lie over the whole line: its ends still show.
            (start - 1.0, start + 1.0, 5.0, Ink::Plain),
            (end - 1.0, end + 1.0, 5.0, Ink::Plain),
            (first - 1.0, third + 1.0, HALF, Ink::Plain),
            // Paper first: with forced colours there is no ink for grounds, and what lies on the box must be seen.
            (first, third, HALF - 1.0, Ink::Paper),
            (first, third, HALF - 1.0, Ink::Grid),
        ];
        for (from, to, half, ink) in blocks {
            self.scene.block(from, middle - half, to - from, 2.0 * half, ink);
        }
        if let Some(at) = spine.middle {
            let at = x(at).round();
            self.scene.dashes(&[(at, middle - HALF - 6.0), (at, middle + HALF + 6.0)], Ink::Benchmark, 2.0);
        }
        if let Some((lower, upper)) = spine.range {
            self.scene.block(x(lower), middle - 1.5, x(upper) - x(lower), 3.0, Ink::Apart);
        }
        if let Some(at) = spine.at {
            self.scene.add(x(at), middle, Ink::Paper, Form::Disc { radius: 8.0 });
            self.scene.add(x(at), middle, Ink::Apart, Form::Disc { radius: 6.0 });
        }
        middle + HALF + 8.0
    }

    /// Ours over time: a line where figures follow each other, a dot where one stands alone or is the latest.
    fn line(&mut self, dots: &[Dot], (left, wide): (f64, f64), middle: f64) {
        let (Some(first), Some(last)) = (dots.first(), dots.last()) else { return };
        let (mut low, mut high) = (first.value, first.value);
        for dot in dots {
            (low, high) = (low.min(dot.value), high.max(dot.value));
        }
        let share = |value: f64, from: f64, to: f64| if to > from { (value - from) / (to - from) } else { 0.5 };
        let x = |dot: &Dot| left + 4.0 + share(dot.at, first.at, last.at) * (wide - 8.0);
        let y = |dot: &Dot| middle + TALL / 2.0 - 4.0 - share(dot.value, low, high) * (TALL - 8.0);
        let mut points = Vec::new();
        for (at, dot) in dots.iter().enumerate() {
            if !dot.is_joined {
                self.scene.path(&points, Ink::Apart, 2.0);
                points.clear();
            }
            points.push((x(dot), y(dot)));
            let is_alone = !dot.is_joined && !dots.get(at + 1).is_some_and(|next| next.is_joined);
            if is_alone || at + 1 == dots.len() {
                self.scene.add(x(dot), y(dot), Ink::Apart, Form::Disc { radius: 3.5 });
            }
        }
        self.scene.path(&points, Ink::Apart, 2.0);
    }
}

/// The least and the greatest of all that stands on a spine.
fn ends(spine: &Spine) -> (f64, f64) {
    let (low, high) = spine.ends;
    let (lower, upper) = spine.range.unwrap_or(spine.ends);
    let at = spine.at.unwrap_or(low);
    (low.min(lower).min(at), high.max(upper).max(at))
}
