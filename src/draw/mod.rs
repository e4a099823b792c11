//! A [`Chart`](crate::view::Chart) and a size become a [`Scene`]: a list of marks in CSS pixels, and where
//! each row of the table can be touched; and a scene is painted on any plotters backend by one replay.
//!
//! Knows pixels, text widths and layouts. Refuses to know what a figure means, how it is written or which colours a theme
//! has: labels arrive as text, colours leave as roles. Start at [`picture`].

#[cfg(every_view)]
mod board;
mod compare;
#[cfg(every_view)]
mod plane;
#[cfg(every_view)]
mod process;
mod scene;
#[cfg(more)]
mod sheet;
mod surface;
#[cfg(test)]
mod tests;
#[cfg(more)]
mod time;
mod width;

pub use scene::{Anchor, Colour, Form, Ink, Mark, Palette, Scene, Touch};
pub use surface::{paint, svg, svg_in_page};

#[cfg(more)]
use crate::view::View;
use crate::view::{Chart, Drawn};

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
    match &chart.drawn {
        Drawn::Bars(bars) => compare::picture(bars, room),
        #[cfg(more)]
        Drawn::Time(time) => time::picture(time, room),
        #[cfg(every_view)]
        Drawn::Board(board) => board::picture(board, room),
        #[cfg(every_view)]
        Drawn::Process(process) => process::picture(process, room),
        #[cfg(every_view)]
        Drawn::Plane(plane) => plane::picture(plane, room),
    }
}

/// The picture with everything a copy of it must carry: question, answer, how sure, key and source, and what the copy says
/// of itself ([`View::origin`]).
#[cfg(more)]
pub fn sheet(view: &View, origin: &[String], room: Room) -> Scene {
    sheet::sheet(view, origin, room)
}

/// How wide fonts can be where nobody can be asked, as in a file: wider than Arial, so that nothing is clipped.
pub const SVG_FONT: f64 = 1.12;
