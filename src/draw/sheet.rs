//! The picture with everything a copy of it must carry: question, answer, how sure, key, picture, source.

use super::scene::{Anchor, Form, Ink, Mark, Scene};
use super::width::Face;
use super::{Room, picture};
use crate::view::{Fixed, View};

/// Room around the sheet.
const MARGIN: f64 = 16.0;

/// A pen that writes down the sheet, line after line.
struct Pen {
    scene: Scene,
    room: Room,
    y: f64,
}

/// The whole sheet at a width.
pub(super) fn sheet(view: &View, origin: &[String], room: Room) -> Scene {
    let mut pen = Pen { scene: Scene::new(room.width), room, y: MARGIN };
    pen.write(&view.kicker, room.text, true, Ink::Muted);
    pen.y += 4.0;
    pen.write(&view.headline.text, room.text + 7.0, true, Ink::Text);
    pen.y += 4.0;
    let mut said = String::new();
    for line in &view.lines {
        said.push_str(&line.text);
        said.push(' ');
    }
    pen.write(&said, room.text + 1.0, false, Ink::Muted);
    pen.y += 10.0;
    pen.key(view);
    pen.place(picture(&view.chart, Room { width: room.width - 2.0 * MARGIN, ..room }));
    for texts in [view.notes.as_slice(), &view.foot, origin] {
        for text in texts {
            pen.write(text, room.text, false, Ink::Muted);
        }
    }
    pen.write(view.labels.of(Fixed::UseNote), room.text, false, Ink::Muted);
    let mut scene = pen.scene;
    scene.height = pen.y + MARGIN;
    let form = Form::Box { width: scene.width, height: scene.height };
    scene.marks.insert(0, Mark { at: (0.0, 0.0), ink: Ink::Paper, form });
    scene
}

impl Pen {
    /// Writes a paragraph within the margins.
    fn write(&mut self, text: &str, size: f64, bold: bool, ink: Ink) {
        let face = Face { size, bold, font: self.room.font };
        for line in face.lines(text, self.room.width - 2.0 * MARGIN, usize::MAX) {
            self.scene.text(MARGIN, self.y + size * 0.7, ink, line, face, Anchor::Start);
            self.y += size * 1.4;
        }
    }

    /// The key, its items one after the other, on as many lines as it takes.
    fn key(&mut self, view: &View) {
        let face = Face { size: self.room.text, bold: false, font: self.room.font };
        let end = self.room.width - MARGIN;
        let mut x = MARGIN;
        self.y += face.size * 0.7;
        for item in &view.key {
            let wide = 18.0 + face.width(&item.text);
            if x > MARGIN && x + wide > end {
                x = MARGIN;
                self.y += face.size * 1.6;
            }
            match item.shape {
                Some(shape) => self.scene.shape(x + 6.0, self.y, shape, item.tone, 5.5, Ink::Paper),
                None => self.scene.block(x, self.y - 1.0, 12.0, 2.0, Ink::Plain),
            }
            for (at, line) in face.lines(&item.text, end - x - 18.0, usize::MAX).into_iter().enumerate() {
                self.y += if at > 0 { face.size * 1.4 } else { 0.0 };
                self.scene.text(x + 18.0, self.y, Ink::Text, line, face, Anchor::Start);
            }
            x += wide + 18.0;
        }
        self.y += face.size * 1.4;
    }

    /// Puts a picture below what is written.
    fn place(&mut self, picture: Scene) {
        for mut mark in picture.marks {
            mark.at = (mark.at.0 + MARGIN, mark.at.1 + self.y);
            self.scene.marks.push(mark);
        }
        self.y += picture.height + 10.0;
    }
}
