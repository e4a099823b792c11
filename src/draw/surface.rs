//! A scene on any plotters backend. One replay: whatever can be worked out is worked out before it, once for all
//! backends: device pixels, colours of the theme, sizes of text.

use std::convert::Infallible;

use maud::{PreEscaped, html};
use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{BackendColor, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontFamily, FontStyle};
use plotters_svg::SVGBackend;

use super::scene::{Anchor, Form, Mark, Palette, Scene};

/// How a scene's CSS pixels become a backend's whole pixels.
#[derive(Debug, Clone, Copy)]
struct Surface<'a> {
    palette: &'a Palette,
    /// Backend pixels to a CSS pixel.
    density: f64,
    family: &'a str,
    /// What a text size is multiplied by so that this backend shows it as asked.
    text: f64,
}

type Point = (i32, i32);

/// A mark as a backend takes it.
enum Step<'a> {
    Box(Point, Point),
    Disc(Point, u32),
    Triangle([Point; 3]),
    Text(Point, &'a str, Lettering<'a>),
}

/// A text as plotters wants it. It is never measured: the scene is laid out before.
struct Lettering<'a> {
    colour: BackendColor,
    size: f64,
    bold: bool,
    anchor: Anchor,
    family: &'a str,
}

impl BackendTextStyle for Lettering<'_> {
    type FontError = Infallible;

    fn color(&self) -> BackendColor {
        self.colour
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

impl<'a> Surface<'a> {
    #[inline(never)] // asked for at every corner of every mark: once is enough
    fn pixel(&self, at: f64) -> i32 {
        (at * self.density + 0.5).floor() as i32
    }

    fn step(&self, mark: &'a Mark, colour: BackendColor) -> Step<'a> {
        let (x, y) = mark.at;
        let point = |dx: f64, dy: f64| (self.pixel(x + dx), self.pixel(y + dy));
        match &mark.form {
            Form::Box { width, height } => Step::Box(point(0.0, 0.0), point(*width, *height)),
            Form::Disc { radius } => Step::Disc(point(0.0, 0.0), self.pixel(*radius).max(1) as u32),
            Form::Triangle { reach } => {
                let back = -0.8 * reach;
                Step::Triangle([point(back, -reach), point(*reach, 0.0), point(back, *reach)])
            }
            Form::Text { text, size, bold, anchor } => {
                let size = size * self.density * self.text;
                let lettering = Lettering { colour, size, bold: *bold, anchor: *anchor, family: self.family };
                Step::Text(point(0.0, 0.0), text, lettering)
            }
        }
    }

    /// The only part that is compiled for each backend: keep it small.
    fn replay<B: DrawingBackend>(&self, scene: &Scene, backend: &mut B) -> Result<(), DrawingErrorKind<B::ErrorType>> {
        for mark in &scene.marks {
            let colour = BackendColor { alpha: 1.0, rgb: self.palette.of(mark.ink) };
            match self.step(mark, colour) {
                Step::Box(from, to) => backend.draw_rect(from, to, &colour, true),
                Step::Disc(at, radius) => backend.draw_circle(at, radius, &colour, true),
                Step::Triangle(points) => backend.fill_polygon(points, &colour),
                Step::Text(at, text, lettering) => backend.draw_text(text, &lettering, at),
            }?;
        }
        backend.present()
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
    Surface { palette, density, family, text: 1.0 }.replay(scene, backend)
}

/// Backend pixels to a CSS pixel in SVG: its backend knows whole pixels only, and marks want less.
const FINE: f64 = 4.0;

/// The SVG backend shows text smaller than asked by this.
const SVG_TEXT: f64 = 1.24;

/// A scene as SVG markup: described for assistive technology, scaled to its box, in a font every machine has. The
/// backend's own element, which has neither name nor role and counts in fine pixels, stands inside ours.
pub fn svg(scene: &Scene, palette: &Palette, title: &str) -> String {
    let mut drawn = String::new();
    let surface = Surface { palette, density: FINE, family: "Arial, Helvetica, sans-serif", text: SVG_TEXT };
    let (width, height) = (scene.width.ceil() as usize, scene.height.ceil() as usize);
    let (wide, high) = (width * FINE as usize, height * FINE as usize);
    // Writing to a string cannot fail.
    let _ = surface.replay(scene, &mut SVGBackend::with_string(&mut drawn, (wide as u32, high as u32)));
    html! {
        svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label=(title) width=(width) height=(height)
            viewBox={ "0 0 " (wide) " " (high) } {
            (PreEscaped(drawn))
        }
    }
    .into_string()
}
