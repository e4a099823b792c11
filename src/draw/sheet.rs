//! The picture with everything a copy of it must carry: question, answer, how sure, key, picture, source.

use super::compare::shape_mark;
use super::scene::{Anchor, Ink, Mark, Placed, Scene};
use super::width::{lines, width};
use super::{Room, picture};
use crate::view::View;

/// Room around the sheet.
const MARGIN: f64 = 16.0;

/// A pen that writes down the sheet, line after line.
struct Pen {
    scene: Scene,
    room: Room,
    y: f64,
}

/// The whole sheet at a width.
pub(super) fn sheet(view: &View, room: Room) -> Scene {
    let mut pen = Pen { scene: Scene::new(room.width), room, y: MARGIN };
    pen.write(&view.kicker, room.text, true, Ink::Muted);
    pen.y += 4.0;
    pen.write(&view.headline.text, room.text + 7.0, true, Ink::Text);
    pen.y += 4.0;
    let said: Vec<&str> = view.lines.iter().map(|said| said.text.as_str()).collect();
    pen.write(&said.join(" "), room.text + 1.0, false, Ink::Muted);
    pen.y += 10.0;
    pen.key(view);
    pen.place(picture(&view.chart, Room { width: room.width - 2.0 * MARGIN, ..room }));
    for text in view.notes.iter().chain(&view.foot).chain([&view.labels.use_note]) {
        pen.write(text, room.text, false, Ink::Muted);
    }
    let mut scene = pen.scene;
    scene.height = pen.y + MARGIN;
    let paper = Mark::Rect { at: (0.0, 0.0), size: (scene.width, scene.height), ink: Ink::Paper };
    scene.marks.insert(0, Placed { mark: paper, row: None });
    scene.touches.clear();
    scene
}

impl Pen {
    /// Writes a paragraph within the margins.
    fn write(&mut self, text: &str, size: f64, bold: bool, ink: Ink) {
        for line in lines(text, self.room.width - 2.0 * MARGIN, size, bold, self.room.font) {
            self.y += size * 0.7;
            let at = (MARGIN, self.y);
            self.scene.add(Mark::Text { at, text: line, size, bold, anchor: Anchor::Start, ink });
            self.y += size * 0.7;
        }
    }

    /// The key, its items one after the other, on as many lines as it takes.
    fn key(&mut self, view: &View) {
        let size = self.room.text;
        let mut x = MARGIN;
        self.y += size * 0.7;
        for item in &view.key {
            let wide = 18.0 + width(&item.text, size, false, self.room.font);
            if x > MARGIN && x + wide > self.room.width - MARGIN {
                x = MARGIN;
                self.y += size * 1.6;
            }
            let middle = (x + 6.0, self.y);
            let mark = match item.shape {
                Some(shape) => shape_mark(shape, item.tone, middle, 5.5, Ink::Paper),
                None => Mark::Line { from: (x, self.y), to: (x + 12.0, self.y), width: 2.0, ink: Ink::Plain },
            };
            self.scene.add(mark);
            let (at, text) = ((x + 18.0, self.y), item.text.clone());
            self.scene.add(Mark::Text { at, text, size, bold: false, anchor: Anchor::Start, ink: Ink::Text });
            x += wide + 18.0;
        }
        self.y += size * 1.4;
    }

    /// Puts a picture below what is written.
    fn place(&mut self, picture: Scene) {
        let (dx, dy) = (MARGIN, self.y);
        self.y += picture.height + 10.0;
        let marks = picture.marks.into_iter().map(|placed| Placed { mark: moved(placed.mark, dx, dy), ..placed });
        self.scene.marks.extend(marks);
    }
}

fn moved(mark: Mark, dx: f64, dy: f64) -> Mark {
    let to = |(x, y): (f64, f64)| (x + dx, y + dy);
    match mark {
        Mark::Line { from, to: end, width, ink } => Mark::Line { from: to(from), to: to(end), width, ink },
        Mark::Rect { at, size, ink } => Mark::Rect { at: to(at), size, ink },
        Mark::Disc { at, radius, ink, open } => Mark::Disc { at: to(at), radius, ink, open },
        Mark::Polygon { points, ink } => Mark::Polygon { points: points.into_iter().map(to).collect(), ink },
        Mark::Text { at, text, size, bold, anchor, ink } => Mark::Text { at: to(at), text, size, bold, anchor, ink },
    }
}
