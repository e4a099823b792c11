//! A [`Chart`](crate::view::Chart) and a size become a [`Scene`]: a list of marks in CSS pixels, each knowing its row of
//! the table; and a scene is painted on any plotters backend by one replay.
//!
//! Knows pixels, text widths and layouts. Refuses to know what a figure means, how it is written or which colours a theme
//! has: labels arrive as text, colours leave as roles. Start at [`picture`].

mod compare;
mod scale;
mod scene;
mod sheet;
mod surface;
mod width;

pub use scene::{Anchor, Colour, Ink, Mark, Palette, Placed, Scene, Touch};
pub use surface::{paint, svg};

use crate::view::{Chart, View};

/// How much room there is, and how wide the reader's font is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Room {
    /// Width in CSS pixels.
    pub width: f64,
    /// Width of the reader's font, 1 being Arial's.
    pub font: f64,
    /// Size of small text in CSS pixels, at least 13.
    pub text: f64,
}

/// The picture of a chart in so much room.
pub fn picture(chart: &Chart, room: Room) -> Scene {
    compare::picture(chart, room)
}

/// The picture with everything a copy of it must carry: question, answer, how sure, key and source.
pub fn sheet(view: &View, room: Room) -> Scene {
    sheet::sheet(view, room)
}

/// How wide fonts can be where nobody can be asked, as in a file: wider than Arial, so that nothing is clipped.
pub const SVG_FONT: f64 = 1.12;

#[cfg(test)]
mod tests {
    /// The element's script sets its own font beside this text; both must take it to be as wide.
    #[test]
    fn the_script_knows_the_width_of_the_sample() {
        let script = include_str!("../../www/peer-glass.js");
        let between = |from: &str, to: &str| {
            let rest = &script[script.find(from).unwrap() + from.len()..];
            rest[..rest.find(to).unwrap()].to_owned()
        };
        let sample = between("const SAMPLE = \"", "\";");
        let width: f64 = between("const SAMPLE_WIDTH = ", ";").parse().unwrap();
        assert!((super::width::width(&sample, 100.0, false, 1.0) - width).abs() < 0.1, "{sample}");
        let font: f64 = between("const SVG_FONT = ", ";").parse().unwrap();
        assert_eq!(font, super::SVG_FONT);
    }
}
