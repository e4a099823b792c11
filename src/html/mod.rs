//! A [`View`] as markup: the figure in its parts, the same figure as static HTML, and an archive of it.
//!
//! Knows tags and ARIA. Refuses to format a number, choose a word or set a style: there is no `style=`, no `on…=`, and
//! every text is escaped. Start at [`figure`].

#[cfg(every_view)]
mod board;
#[cfg(more)]
mod foreign;
mod parts;

use maud::html;
#[cfg(more)]
use maud::{DOCTYPE, PreEscaped};

#[cfg(more)]
use crate::view::Fixed;
use crate::view::View;

pub use parts::part;

/// What stands where the picture goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picture<'a> {
    /// A canvas, and the points as a list that the keyboard walks.
    Canvas,
    /// SVG markup of ours, and the points as a list that the keyboard walks.
    Svg(&'a str),
    /// SVG markup of ours, with nothing that needs a script.
    Static(&'a str),
}

impl Picture<'_> {
    fn is_static(&self) -> bool {
        matches!(self, Picture::Static(_))
    }

    /// The headline's id, by which the figure is labelled. A page can hold several static figures, and an id only once.
    fn label(&self) -> Option<&'static str> {
        if self.is_static() { None } else { Some("pg-headline") }
    }
}

/// The whole figure.
pub fn figure(view: &View, picture: Picture) -> String {
    let figure = html! {
        article class="pg" lang=(view.language) aria-labelledby=[picture.label()] {
            @for (name, make) in parts::PARTS {
                // A static figure leaves out what only a script could answer.
                @if !(picture.is_static() && *name == "controls") && parts::has(view, name) {
                    div class={ "pg-" (name) } data-part=(name) { (make(view, picture)) }
                }
            }
        }
    };
    in_languages(figure.into_string(), view)
}

/// Markup of a view, with what is in another language marked as such.
#[cfg(more)]
fn in_languages(markup: String, view: &View) -> String {
    foreign::marked(markup, &view.foreign)
}

/// The light engine is given no text in another language.
#[cfg(not(more))]
fn in_languages(markup: String, _: &View) -> String {
    markup
}

/// The static figure with the date it was made, as the fallback inside the tag and as an archive.
#[cfg(more)]
pub fn fallback(view: &View, svg: &str, made: &str) -> String {
    let figure = figure(view, Picture::Static(svg));
    html! {
        div data-peerglass-made=(made) data-peerglass-period=(view.period) {
            (PreEscaped(figure))
            p { (view.made.replace("{date}", made)) }
        }
    }
    .into_string()
}

/// The figure as one file that needs nothing else and can fetch nothing: as it stood on a day, with what a copy says of
/// itself ([`View::origin`]), how it may be used, and its receipts.
#[cfg(more)]
pub fn archive(view: &View, svg: &str, made: &str, origin: &[String], receipts: &str) -> String {
    html! {
        (DOCTYPE)
        html lang=(view.language) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                title { (view.kicker) }
                style { (PreEscaped(include_str!("archive.css"))) }
            }
            body {
                main {
                    (PreEscaped(fallback(view, svg, made)))
                    @if !origin.is_empty() { h4 { (view.copying.citation) } }
                    @for line in origin { p { (line) } }
                    p { (view.labels.of(Fixed::UseNote)) }
                    details { summary { (view.labels.of(Fixed::Receipt)) } pre { (receipts) } }
                }
            }
        }
    }
    .into_string()
}
