//! A scene on any plotters backend. One replay: whatever can be worked out is worked out before it, once for all
//! backends: device pixels, colours of the theme, sizes of text.

use std::convert::Infallible;

use maud::{PreEscaped, html};
#[cfg(more)]
use plotters_backend::BackendStyle;
use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{BackendColor, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontFamily, FontStyle};
use plotters_svg::SVGBackend;

use super::scene::{Anchor, Form, Ink, Mark, Palette, Scene};

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

/// A line's colour and width as plotters wants them.
#[cfg(more)]
struct Stroke {
    colour: BackendColor,
    width: u32,
}

#[cfg(more)]
impl BackendStyle for Stroke {
    fn color(&self) -> BackendColor {
        self.colour
    }

    fn stroke_width(&self) -> u32 {
        self.width
    }
}

impl Surface<'_> {
    #[inline(never)] // asked for at every corner of every mark: once is enough
    fn pixel(&self, at: f64) -> i32 {
        (at * self.density + 0.5).floor() as i32
    }

    /// The only part that is compiled for each backend: keep it small.
    fn replay<B: DrawingBackend>(&self, scene: &Scene, backend: &mut B) -> Result<(), DrawingErrorKind<B::ErrorType>> {
        let no_grid = self.palette.of(Ink::Grid) == self.palette.of(Ink::Paper);
        for Mark { at: (x, y), ink, form } in &scene.marks {
            if no_grid && *ink == Ink::Grid {
                continue; // in the paper's colour it would nick what it crosses
            }
            let colour = BackendColor { alpha: 1.0, rgb: self.palette.of(*ink) };
            let point = |dx: f64, dy: f64| (self.pixel(x + dx), self.pixel(y + dy));
            let at = point(0.0, 0.0);
            match form {
                Form::Box { width, height } => backend.draw_rect(at, point(*width, *height), &colour, true),
                Form::Disc { radius } => backend.draw_circle(at, self.pixel(*radius).max(1) as u32, &colour, true),
                Form::Triangle { reach } => {
                    let back = -0.8 * reach;
                    let corners = [point(back, -reach), point(*reach, 0.0), point(back, *reach)];
                    backend.fill_polygon(corners, &colour)
                }
                #[cfg(more)]
                Form::Path { corners, stroke } => {
                    let corners = corners.iter().map(|&(dx, dy)| point(dx, dy));
                    backend.draw_path(corners, &Stroke { colour, width: self.pixel(*stroke).max(1) as u32 })
                }
                #[cfg(more)]
                Form::Filled { corners } => {
                    backend.fill_polygon(corners.iter().map(|&(dx, dy)| point(dx, dy)), &colour)
                }
                Form::Text { text, size, bold, anchor } => {
                    let size = size * self.density * self.text;
                    let lettering = Lettering { colour, size, bold: *bold, anchor: *anchor, family: self.family };
                    backend.draw_text(text, &lettering, at)
                }
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

/// A scene as an SVG file: described for assistive technology, in a font every machine has.
pub fn svg(scene: &Scene, palette: &Palette, title: &str) -> String {
    markup(scene, palette, title, false)
}

/// The same to stand in a page: where the page is narrower it shrinks, so that nothing makes the page scroll sideways, and
/// where the page is wider it keeps its size.
pub fn svg_in_page(scene: &Scene, palette: &Palette, title: &str) -> String {
    markup(scene, palette, title, true)
}

/// The backend's own element, which has neither name nor role and counts in fine pixels, stands inside ours.
fn markup(scene: &Scene, palette: &Palette, title: &str, shrinks: bool) -> String {
    let mut drawn = String::new();
    let surface = Surface { palette, density: FINE, family: "Arial, Helvetica, sans-serif", text: SVG_TEXT };
    let (width, height) = (scene.width.ceil() as usize, scene.height.ceil() as usize);
    let (wide, high) = (width * FINE as usize, height * FINE as usize);
    // Writing to a string cannot fail.
    let _ = surface.replay(scene, &mut SVGBackend::with_string(&mut drawn, (wide as u32, high as u32)));
    html! {
        svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label=(title)
            width=(if shrinks { "100%".to_owned() } else { width.to_string() }) height=(height)
            preserveAspectRatio=[shrinks.then_some("xMinYMin")] viewBox={ "0 0 " (wide) " " (high) } {
            (PreEscaped(drawn))
        }
    }
    .into_string()
}
