use js_sys::Uint8Array;
use plotters_canvas::CanvasBackend;
use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

use crate::config::Plain;
use crate::draw::{self, Palette, Room, Scene};
use crate::html::{self, Picture};
use crate::text::push_part;
#[cfg(every_view)]
use crate::view;
#[cfg(more)]
use crate::view::{Made, SourceFile};
use crate::view::{Notice, View};
#[cfg(every_view)]
use crate::{
    compare::{self, Answer},
    config::Config,
    data::Table,
};
#[cfg(every_view)]
use std::rc::Rc;

/// A question and what it was asked of: what an answer rests on is worked out anew when somebody asks for it.
#[cfg(every_view)]
pub(super) struct Asked {
    pub table: Rc<Table>,
    pub config: Config,
}

#[cfg(every_view)]
impl Asked {
    fn answer(&self) -> Option<Answer<'_>> {
        compare::answer(&self.table, &self.config).ok()
    }
}

/// A view ready to be placed: markup, pixels, files and plain data of one answer.
#[wasm_bindgen]
#[allow(missing_debug_implementations)] // for the page only
pub struct Figure {
    view: Result<View, Vec<Notice>>,
    /// The receipts of its verdicts, as JSON.
    #[cfg(all(more, not(every_view)))]
    receipts: String,
    /// What was asked, and of what.
    #[cfg(every_view)]
    asked: Option<Asked>,
    /// When copies are made, and of which files.
    #[cfg(more)]
    made: Made,
}

impl Figure {
    pub(super) fn new(view: Result<View, Vec<Notice>>) -> Figure {
        Figure {
            view,
            #[cfg(all(more, not(every_view)))]
            receipts: String::new(),
            #[cfg(every_view)]
            asked: None,
            #[cfg(more)]
            made: Made::default(),
        }
    }

    #[cfg(all(more, not(every_view)))]
    pub(super) fn with_receipts(view: View, receipts: String) -> Figure {
        Figure { receipts, ..Figure::new(Ok(view)) }
    }

    #[cfg(every_view)]
    pub(super) fn asked(view: View, asked: Asked) -> Figure {
        Figure { asked: Some(asked), ..Figure::new(Ok(view)) }
    }

    fn scene(&self, width: f64, font: f64) -> Option<Scene> {
        let view = self.view.as_ref().ok()?;
        Some(draw::picture(&view.chart, room(width, font)))
    }
}

fn room(width: f64, font: f64) -> Room {
    Room { width: width.clamp(200.0, 4000.0), font: font.clamp(0.5, 3.0), text: 13.0 }
}

#[wasm_bindgen]
impl Figure {
    /// Whether there is nothing to show; [`Figure::notices`] says why.
    #[wasm_bindgen(getter)]
    pub fn refused(&self) -> bool {
        self.view.is_err()
    }

    /// Why there is nothing to show, as text: a line for each reason, with what to do.
    pub fn notices(&self) -> String {
        let Err(notices) = &self.view else { return String::new() };
        let mut lines = String::new();
        for notice in notices {
            push_part(&mut lines, "\n", &notice.text());
        }
        lines
    }

    /// The whole figure as markup, with a canvas for the picture.
    pub fn markup(&self) -> String {
        self.view.as_ref().map_or(String::new(), |view| html::figure(view, Picture::Canvas))
    }

    /// One part of the figure as markup, by its name, with a canvas for the picture.
    pub fn part(&self, name: &str) -> String {
        self.view.as_ref().map_or(String::new(), |view| html::part(view, name, Picture::Canvas))
    }

    /// How the picture lies at a width, in CSS pixels: its height, then for each row that can be touched the row, x, y,
    /// width and height.
    pub fn layout(&self, width: f64, font: f64) -> Vec<f64> {
        let Some(scene) = self.scene(width, font) else { return Vec::new() };
        let mut numbers = vec![scene.height];
        for touch in &scene.touches {
            numbers.extend_from_slice(&[touch.row as f64, touch.x, touch.y, touch.width, touch.height]);
        }
        numbers
    }

    /// Paints the picture on a canvas already sized in device pixels. `colours` are the ten of a palette as red, green,
    /// blue; shorter means light. False when it could not be painted.
    pub fn paint(
        &self,
        canvas: HtmlCanvasElement,
        width: f64,
        density: f64,
        font: f64,
        family: &str,
        colours: &Uint8Array,
    ) -> bool {
        let Some(scene) = self.scene(width, font) else { return false };
        paint(&scene, canvas, density, family, &palette(colours))
    }

    /// Headline, verdicts, receipt and choices as plain data; in brief, without the verdicts that are no row's, which are
    /// slow to write.
    pub fn results(&self, brief: bool) -> JsValue {
        let _ = brief;
        let Ok(view) = &self.view else { return JsValue::UNDEFINED };
        #[cfg(every_view)]
        if !brief && let Some(answer) = self.asked.as_ref().and_then(Asked::answer) {
            let mut data = view.answer().clone();
            view::add_verdicts(&mut data, &answer);
            return to_page(&data);
        }
        to_page(view.answer())
    }
}

fn to_page(data: &Plain) -> JsValue {
    data.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).unwrap_or(JsValue::UNDEFINED)
}

/// What the first engine does not do: pictures as text, and files to keep.
#[cfg(more)]
#[wasm_bindgen]
impl Figure {
    /// The picture's part as markup with an SVG of this width, in ten colours as [`Figure::paint`] takes them.
    pub fn picture(&self, width: f64, colours: &Uint8Array) -> String {
        let (Ok(view), Some(svg)) = (&self.view, self.picture_svg(width, &palette(colours))) else {
            return String::new();
        };
        html::part(view, "picture", Picture::Svg(&svg))
    }

    /// The sheet (title, key, picture and source) as an SVG file.
    pub fn svg(&self, width: f64) -> String {
        let Ok(view) = &self.view else { return String::new() };
        draw::svg(&draw::sheet(view, &self.origin(), room(width, draw::SVG_FONT)), &Palette::LIGHT, &view.chart.name)
    }

    /// Paints the sheet on a canvas, which takes its size; on white, as it leaves the page. False when it could not be
    /// painted.
    #[wasm_bindgen(js_name = paintSheet)]
    pub fn paint_sheet(&self, canvas: HtmlCanvasElement, width: f64, density: f64, font: f64, family: &str) -> bool {
        let Ok(view) = &self.view else { return false };
        let scene = draw::sheet(view, &self.origin(), room(width, font));
        canvas.set_width((scene.width * density) as u32);
        canvas.set_height((scene.height * density) as u32);
        paint(&scene, canvas, density, family, &Palette::LIGHT)
    }

    /// Every verdict with its rule, what went in, what was worked out on the way and what came out, as JSON; the tool's
    /// `receipt` command works it out again.
    pub fn receipts(&self) -> String {
        #[cfg(not(every_view))]
        return self.receipts.clone();
        #[cfg(every_view)]
        {
            let Some(asked) = &self.asked else { return String::new() };
            let alike = compare::alike(&asked.table, &asked.config);
            asked.answer().map_or(String::new(), |answer| compare::answer_receipts(&answer, &alike).json())
        }
    }

    /// Says on which day copies are made, and of which files: a line each, the hash of its bytes (SHA-256 in hexadecimal,
    /// or nothing), a space, its address. Every copy from here on says so.
    pub fn stamp(&mut self, date: &str, files: &str) {
        let file = |line: &str| {
            let (sha256, address) = line.split_once(' ')?;
            Some(SourceFile { address: address.to_owned(), sha256: sha256.to_owned() })
        };
        self.made = Made { date: date.to_owned(), files: files.lines().filter_map(file).collect() };
    }

    /// How to cite it, and of which data it was made; nothing until it was stamped.
    pub fn citation(&self) -> String {
        self.origin().join("\n")
    }

    /// The table as a CSV file.
    pub fn csv(&self) -> String {
        self.view.as_ref().map_or(String::new(), |view| view.csv(&self.origin()))
    }

    /// The figure as one HTML file that needs nothing else, with the day it was made and its receipts.
    pub fn html(&self, made: &str) -> String {
        let Ok(view) = &self.view else { return String::new() };
        let svg = self.picture_svg(720.0, &Palette::LIGHT).unwrap_or_default();
        html::archive(view, &svg, made, &self.origin(), &self.receipts())
    }
}

#[cfg(authoring)]
#[wasm_bindgen]
impl Figure {
    /// The answer as it stands inside a page without a script: sentence, table, picture and source, made on a day.
    pub fn fallback(&self, made: &str) -> String {
        let Ok(view) = &self.view else { return String::new() };
        let svg = self.picture_svg(720.0, &Palette::LIGHT).unwrap_or_default();
        html::fallback(view, &svg, made)
    }
}

#[cfg(more)]
impl Figure {
    fn origin(&self) -> Vec<String> {
        match &self.view {
            Ok(view) if !self.made.date.is_empty() => view.origin(&self.made),
            _ => Vec::new(),
        }
    }

    fn picture_svg(&self, width: f64, palette: &Palette) -> Option<String> {
        let view = self.view.as_ref().ok()?;
        Some(draw::svg_in_page(&self.scene(width, draw::SVG_FONT)?, palette, &view.chart.name))
    }
}

fn paint(scene: &Scene, canvas: HtmlCanvasElement, density: f64, family: &str, palette: &Palette) -> bool {
    let Some(mut backend) = CanvasBackend::with_canvas_object(canvas) else { return false };
    draw::paint(scene, palette, density, family, &mut backend).is_ok()
}

fn palette(colours: &Uint8Array) -> Palette {
    let mut palette = Palette::LIGHT;
    let given = colours.to_vec();
    if given.len() == 3 * palette.colours.len() {
        for (colour, rgb) in palette.colours.iter_mut().zip(given.chunks_exact(3)) {
            *colour = (rgb[0], rgb[1], rgb[2]);
        }
    }
    palette
}
