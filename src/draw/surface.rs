//! A scene on any plotters backend. One replay: device pixels, colours of the theme, strokes and text sizes scaled alike.

use std::convert::Infallible;

use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{
    BackendColor, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontFamily, FontStyle,
};
use plotters_svg::SVGBackend;

use super::scene::{Anchor, Colour, Ink, Mark, Palette, Scene};

/// How a scene's CSS pixels become a backend's whole pixels.
#[derive(Debug, Clone, Copy)]
pub(super) struct Surface<'a> {
    palette: &'a Palette,
    /// Backend pixels to a CSS pixel.
    density: f64,
    family: &'a str,
    /// What a text size is multiplied by so that this backend shows it as asked.
    text: f64,
}

/// A stroke as plotters wants it.
struct Stroke {
    colour: Colour,
    width: u32,
}

impl BackendStyle for Stroke {
    fn color(&self) -> BackendColor {
        BackendColor { alpha: 1.0, rgb: self.colour }
    }

    fn stroke_width(&self) -> u32 {
        self.width
    }
}

/// A text as plotters wants it. It is never measured: the scene is laid out before.
struct Lettering<'a> {
    colour: Colour,
    size: f64,
    bold: bool,
    anchor: Anchor,
    family: &'a str,
}

impl BackendTextStyle for Lettering<'_> {
    type FontError = Infallible;

    fn color(&self) -> BackendColor {
        BackendColor { alpha: 1.0, rgb: self.colour }
    }

    fn size(&self) -> f64 {
        self.size
    }

    fn style(&self) -> FontStyle {
        if self.bold { FontStyle::Bold } else { FontStyle::Normal }
    }

    fn anchor(&self) -> Pos {
        let along = match self.anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        Pos::new(along, VPos::Center)
    }

    fn family(&self) -> FontFamily<'_> {
        FontFamily::Name(self.family)
    }

    fn layout_box(&self, _: &str) -> Result<((i32, i32), (i32, i32)), Infallible> {
        Ok(((0, 0), (0, 0)))
    }

    fn draw<E, F: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        _: &str,
        _: (i32, i32),
        _: F,
    ) -> Result<Result<(), E>, Infallible> {
        Ok(Ok(()))
    }
}

impl Surface<'_> {
    fn pixel(&self, at: f64) -> i32 {
        (at * self.density).round() as i32
    }

    fn point(&self, (x, y): (f64, f64)) -> (i32, i32) {
        (self.pixel(x), self.pixel(y))
    }

    fn stroke(&self, ink: Ink, width: f64) -> Stroke {
        Stroke { colour: self.palette.of(ink), width: (width * self.density).round().max(1.0) as u32 }
    }
}

/// Paints a scene on a backend with so many pixels to a CSS pixel, in a font the page names.
pub fn paint<B: DrawingBackend>(
    scene: &Scene,
    palette: &Palette,
    density: f64,
    family: &str,
    backend: &mut B,
) -> Result<(), DrawingErrorKind<B::ErrorType>> {
    replay(scene, Surface { palette, density, family, text: 1.0 }, backend)
}

fn replay<B: DrawingBackend>(
    scene: &Scene,
    surface: Surface,
    backend: &mut B,
) -> Result<(), DrawingErrorKind<B::ErrorType>> {
    for placed in &scene.marks {
        mark(&placed.mark, surface, backend)?;
    }
    backend.present()
}

fn mark<B: DrawingBackend>(mark: &Mark, on: Surface, backend: &mut B) -> Result<(), DrawingErrorKind<B::ErrorType>> {
    match mark {
        Mark::Line { from, to, width, ink } => {
            backend.draw_line(on.point(*from), on.point(*to), &on.stroke(*ink, *width))
        }
        Mark::Rect { at, size, ink } => {
            let end = (at.0 + size.0, at.1 + size.1);
            backend.draw_rect(on.point(*at), on.point(end), &on.stroke(*ink, 1.0), true)
        }
        Mark::Disc { at, radius, ink, open } => {
            let radius = on.pixel(*radius).max(1) as u32;
            backend.draw_circle(on.point(*at), radius, &on.stroke(open.unwrap_or(*ink), 1.0), true)?;
            backend.draw_circle(on.point(*at), radius, &on.stroke(*ink, 2.0), false)
        }
        Mark::Polygon { points, ink } => {
            backend.fill_polygon(points.iter().map(|&point| on.point(point)), &on.stroke(*ink, 1.0))
        }
        Mark::Text { at, text, size, bold, anchor, ink } => {
            let lettering = Lettering {
                colour: on.palette.of(*ink),
                size: size * on.density * on.text,
                bold: *bold,
                anchor: *anchor,
                family: on.family,
            };
            backend.draw_text(text, &lettering, on.point(*at))
        }
    }
}

/// Backend pixels to a CSS pixel in SVG: its backend knows whole pixels only, and lines want halves.
const FINE: f64 = 4.0;

/// The SVG backend shows text smaller than asked by this.
const SVG_TEXT: f64 = 1.24;

/// A scene as SVG markup: described for assistive technology, scaled to its box, in a font every machine has.
pub fn svg(scene: &Scene, palette: &Palette, title: &str) -> String {
    let mut drawn = String::new();
    let size = ((scene.width * FINE).round() as u32, (scene.height * FINE).round() as u32);
    let surface = Surface { palette, density: FINE, family: "Arial, Helvetica, sans-serif", text: SVG_TEXT };
    let mut backend = SVGBackend::with_string(&mut drawn, size);
    // Writing to a string cannot fail.
    let _ = replay(scene, surface, &mut backend);
    drop(backend);
    // Everything after the backend's own opening tag, which has no name, role or size in CSS pixels.
    let marks = drawn.split_once('>').map_or("", |(_, marks)| marks);
    let (width, height) = (scene.width.round() as u32, scene.height.round() as u32);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"{}\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {} {}\">{marks}",
        escape(title),
        size.0,
        size.1
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
