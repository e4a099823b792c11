//! A process over time: above it, what it does and what it will do about its standard, each drawn small beside its words.

use super::Room;
use super::scene::{Anchor, Ink, Scene, tone_ink};
use super::time;
use super::width::Face;
use crate::view::{Icon, IconKind, ProcessPicture, Shape, Tone};

#[cfg(test)]
mod tests;

/// Width and height of a small picture.
const ICON: (f64, f64) = (46.0, 30.0);
/// Between a small picture and its words.
const GAP: f64 = 10.0;
/// Between one small picture and the next below it.
const BELOW: f64 = 8.0;
/// Room around the picture.
const EDGE: f64 = 4.0;
/// From one line of text to the next, in sizes of the text.
const LINE: f64 = 1.3;

/// The small pictures below one another, then the figures.
pub(super) fn picture(process: &ProcessPicture, room: Room) -> Scene {
    let mut scene = Scene::new(room.width);
    let mut y = EDGE;
    for icon in &process.icons {
        y += icon_with_words(&mut scene, icon, y, room) + BELOW;
    }
    let below = time::picture(&process.time, room);
    for mut mark in below.marks {
        mark.at.1 += y;
        scene.marks.push(mark);
    }
    for mut touch in below.touches {
        touch.y += y;
        scene.touches.push(touch);
    }
    scene.height = below.height + y;
    scene
}

/// One of them at a height; gives how high both are.
fn icon_with_words(scene: &mut Scene, icon: &Icon, y: f64, room: Room) -> f64 {
    let face = Face { size: room.text + 1.0, bold: false, font: room.font };
    let left = EDGE + ICON.0 + GAP;
    let lines = face.lines(&icon.words, room.width - left - EDGE, 3);
    let words = lines.len() as f64 * face.size * LINE;
    let height = words.max(ICON.1);
    draw(scene, icon, (EDGE, y + (height - ICON.1) / 2.0));
    let mut line_y = y + (height - words) / 2.0 + face.size * LINE / 2.0;
    for line in lines {
        scene.text(left, line_y, Ink::Text, line, face, Anchor::Start);
        line_y += face.size * LINE;
    }
    height
}

/// A band and what lies in, beside or across it, from its top left corner.
fn draw(scene: &mut Scene, icon: &Icon, at: (f64, f64)) {
    let (x, y) = at;
    let (width, height) = ICON;
    let ink = tone_ink(icon.tone);
    // The band leaves room above and below, or where it lies beside a line, on one side.
    let (top, thick) = match icon.kind {
        IconKind::OverLine => (y + 2.0, height * 0.5),
        IconKind::UnderLine => (y + height * 0.5 - 2.0, height * 0.5),
        _ => (y + height * 0.27, height * 0.46),
    };
    let edge = if matches!(icon.kind, IconKind::OverLine | IconKind::UnderLine | IconKind::AcrossLine) {
        ink
    } else {
        Ink::Plain
    };
    scene.block(x, top, width, thick, edge);
    scene.block(x + 1.5, top + 1.5, width - 3.0, thick - 3.0, Ink::Band);
    let line = |scene: &mut Scene, y: f64| scene.dashes(&[(x, y), (x + width, y)], Ink::Benchmark, 2.0);
    match icon.kind {
        IconKind::OverLine => line(scene, y + height - 4.0),
        IconKind::UnderLine => line(scene, y + 4.0),
        IconKind::AcrossLine => line(scene, y + height / 2.0),
        _ => points(scene, icon, (x, y + height / 2.0)),
    }
}

/// Four points up and down within the band; the latest, or the latest two, beside it where they are a sign.
fn points(scene: &mut Scene, icon: &Icon, (x, middle): (f64, f64)) {
    let beside = ICON.1 / 2.0 - 5.0;
    let places = match icon.kind {
        IconKind::High => [3.0, -3.0, 3.0, -beside],
        IconKind::Low => [-3.0, 3.0, -3.0, beside],
        IconKind::BothWays => [-3.0, 3.0, -beside, beside],
        _ => [3.0, -3.0, 3.0, -3.0],
    };
    for (at, up) in places.into_iter().enumerate() {
        let shape = match up {
            up if up == -beside => Shape::Above,
            up if up == beside => Shape::Below,
            _ => Shape::Dot,
        };
        let (radius, tone) = if shape == Shape::Dot { (2.5, Tone::Plain) } else { (4.5, icon.tone) };
        scene.shape(x + 7.0 + at as f64 * (ICON.0 - 14.0) / 3.0, middle + up, shape, tone, radius, Ink::Band);
    }
}
