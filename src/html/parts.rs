//! The parts of a figure, in reading order. Each can be made again without the others.

use maud::{Markup, PreEscaped, html};

use super::Picture;
#[cfg(more)]
use crate::view::ViewName;
use crate::view::{Fixed, Grid, Notice, Said, Shape, Tone, View};

/// What makes a part.
type Make = fn(&View, Picture) -> Markup;

/// The parts and what makes them, in reading order.
pub(super) const PARTS: &[(&str, Make)] = &[
    ("notices", |view, _| notices(&view.notices)),
    ("answer", answer),
    ("controls", controls),
    ("key", key),
    ("picture", picture),
    #[cfg(more)]
    ("board", board),
    #[cfg(not(more))]
    ("table", table),
    #[cfg(more)]
    ("table", tables),
    ("worked", worked),
    ("download", download),
    ("foot", foot),
];

/// Whether a view has a part: cards are a board's alone, and of a view from which a reader can come to one.
pub(super) fn has(view: &View, name: &str) -> bool {
    #[cfg(every_view)]
    if name == "board" && view.board.is_some() {
        return true;
    }
    #[cfg(more)]
    if name == "board" {
        return view.controls.iter().any(|control| control.name == "view");
    }
    let _ = (view, name);
    true
}

/// One part by its name; empty for a name that is none.
pub fn part(view: &View, name: &str, picture: Picture) -> String {
    match PARTS.iter().find(|part| part.0 == name) {
        Some((_, make)) => super::in_languages(make(view, picture).into_string(), view),
        None => String::new(),
    }
}

fn notices(notices: &[Notice]) -> Markup {
    html! {
        @if !notices.is_empty() {
            ul class="pg-notice-list" {
                @for notice in notices {
                    li {
                        @if !notice.place.is_empty() { b { (notice.place) } " " }
                        (notice.message) " " (notice.hint)
                    }
                }
            }
        }
    }
}

fn answer(view: &View, picture: Picture) -> Markup {
    html! {
        p class="pg-kicker" { (view.kicker) }
        h3 class="pg-headline" id=[picture.label()] data-sentence=(view.headline.id) { (view.headline.text) }
        p class="pg-lines" {
            @for said in &view.lines { span data-sentence=(said.id) { (spoken(said)) } " " }
        }
    }
}

/// A sentence, as a link where it leads somewhere.
#[cfg(more)]
pub(super) fn spoken(said: &Said) -> Markup {
    html! {
        @match &said.link {
            Some(link) => a href=(link.address()) { (said.text) },
            None => (said.text),
        }
    }
}

#[cfg(not(more))]
fn spoken(said: &Said) -> &str {
    &said.text
}

/// Selects with their labels; a long one has a field above it that narrows the list by typing.
fn controls(view: &View, _: Picture) -> Markup {
    html! {
        @for control in &view.controls {
            div class={ "pg-control pg-control-" (control.name) } {
                @if control.find {
                    label for={ "pg-" (control.name) "-find" } { (view.labels.of(Fixed::Find)) }
                    input type="search" autocomplete="off" spellcheck="false" id={ "pg-" (control.name) "-find" }
                        data-find=(control.name) data-matches=(view.labels.of(Fixed::Matches));
                }
                label for={ "pg-" (control.name) } { (control.label) }
                select id={ "pg-" (control.name) } name=(control.name) {
                    @for (value, label) in &control.options {
                        option value=(value) selected[*value == control.value] { (label) }
                    }
                }
            }
        }
    }
}

fn key(view: &View, _: Picture) -> Markup {
    html! {
        @if !view.key.is_empty() {
            ul aria-label=(view.labels.of(Fixed::Key)) {
                @for item in &view.key {
                    li {
                        span class={ "pg-shape" (tone(item.tone)) } aria-hidden="true" { (glyph(item.shape)) }
                        " " (item.text)
                    }
                }
            }
        }
    }
}

/// In the order of the shapes. Those that some fonts, and content systems, show as small coloured pictures are asked for as text.
#[cfg(more)]
const GLYPHS: [&str; 16] =
    ["▶\u{fe0e}", "◀\u{fe0e}", "○", "▪\u{fe0e}", "●", "▲", "▼", "◆", "┄", "▒", "│", "■", "◓", "◒", "◐", "–"];
/// The first engine knows but these.
#[cfg(not(more))]
const GLYPHS: [&str; 4] = ["▶\u{fe0e}", "◀\u{fe0e}", "○", "▪\u{fe0e}"];

pub(super) fn glyph(shape: Option<Shape>) -> &'static str {
    shape.map_or("—", |shape| GLYPHS[shape as usize])
}

pub(super) fn tone(tone: Tone) -> &'static str {
    [" pg-better", " pg-worse", " pg-apart", ""][tone as usize]
}

/// The picture; over it, in the page, the points as a list that the keyboard walks.
fn picture(view: &View, picture: Picture) -> Markup {
    html! {
        div class="pg-frame" {
            @match picture {
                Picture::Canvas => canvas role="img" aria-label=(view.chart.name) {},
                Picture::Svg(svg) | Picture::Static(svg) => (PreEscaped(svg)),
            }
            @if !picture.is_static() {
                div class="pg-points" role="listbox" tabindex="0" aria-label=(view.labels.of(Fixed::Points)) {
                    @for point in &view.points {
                        div role="option" id={ "pg-point-" (point.row) } aria-selected="false" data-row=(point.row) {
                            span class="pg-hidden" { (point.text) }
                        }
                    }
                }
            }
        }
        @if !picture.is_static() { p class="pg-readout" aria-hidden="true" {} }
    }
}

/// The cards of a board: in another engine's view, the place for them.
#[cfg(more)]
fn board(view: &View, picture: Picture) -> Markup {
    #[cfg(every_view)]
    return super::board::board(view, picture);
    #[cfg(not(every_view))]
    {
        let _ = (view, picture);
        Markup::default()
    }
}

/// The table, and the one beside it where there is one.
#[cfg(more)]
fn tables(view: &View, picture: Picture) -> Markup {
    html! {
        (table(view, picture))
        @for grid in &view.beside { (listed(grid, &grid.caption, Some("pg-even"))) }
    }
}

/// The table. Its first column heads the rows.
fn table(view: &View, _: Picture) -> Markup {
    listed(&view.table, view.labels.of(Fixed::Table), even(view))
}

fn listed(grid: &Grid, summary: &str, rows: Option<&str>) -> Markup {
    let class = |at: usize| grid.numeric.get(at).filter(|&&numeric| numeric).map(|_| "pg-number");
    html! {
        details {
            summary { (summary) }
            div class="pg-scroll" role="region" tabindex="0" aria-label=(grid.caption) {
                table {
                    caption { (grid.caption) }
                    thead {
                        tr {
                            @for (at, head) in grid.columns.iter().enumerate() {
                                th scope="col" class=[class(at)] { (head) }
                            }
                        }
                    }
                    tbody class=[rows] {
                        @for row in &grid.rows {
                            tr {
                                @for (at, cell) in row.iter().enumerate() {
                                    @if at == 0 { th scope="row" { (cell) } }
                                    @else { td class=[class(at)] { (cell) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Where our area stands among others, its row is the first and stands out; no row does where all are ours.
fn even(view: &View) -> Option<&'static str> {
    let _ = view;
    #[cfg(more)]
    if !matches!(view.name, ViewName::Compare | ViewName::Funnel) {
        return Some("pg-even");
    }
    None
}

fn worked(view: &View, picture: Picture) -> Markup {
    html! {
        details {
            summary { (view.labels.of(Fixed::Worked)) }
            p { (view.receipt.rule) }
            @if !view.receipt.facts.is_empty() {
                dl {
                    @for (name, fact) in &view.receipt.facts { div { dt { (name) } dd { (fact) } } }
                }
            }
            h4 { (view.labels.of(Fixed::Definition)) }
            p { (view.receipt.definition) }
            (terms(view))
            @if !picture.is_static() { (receipt(view)) }
            @if !view.notes.is_empty() {
                h4 { (view.labels.of(Fixed::Notes)) }
                ul { @for note in &view.notes { li { (note) } } }
            }
            @if !view.problems.is_empty() {
                h4 { (view.labels.of(Fixed::Problems)) }
                (notices(&view.problems))
            }
        }
    }
}

/// The words of the field, each opening into what it means, where it stands.
#[cfg(more)]
fn terms(view: &View) -> Markup {
    html! {
        @if let Some((head, terms)) = &view.terms {
            h4 { (head) }
            div class="pg-terms" {
                @for term in terms { details { summary { (term.word) } p { (term.text) } } }
            }
        }
    }
}

/// The light engine has no room for them: the whole one adds them when this part is opened.
#[cfg(not(more))]
fn terms(_: &View) -> Markup {
    Markup::default()
}

/// The way to the receipt, and where it is opened.
fn receipt(view: &View) -> Markup {
    let of = |label| view.labels.of(label);
    html! {
        p class="pg-buttons" {
            button type="button" data-receipt=(of(Fixed::OpenReceipt)) data-copy=(of(Fixed::CopyReceipt)) data-copied=(of(Fixed::Copied)) {
                (of(Fixed::OpenReceipt))
            }
        }
        pre class="pg-receipt" role="region" tabindex="0" aria-label=(of(Fixed::Receipt)) hidden {}
    }
}

/// Files to take away, where there is a script to make them.
fn download(view: &View, picture: Picture) -> Markup {
    html! {
        @if !picture.is_static() {
            details {
                summary { (view.labels.of(Fixed::Download)) }
                p class="pg-buttons" {
                    button type="button" data-download="csv" { "CSV" } " "
                    button type="button" data-download="png" { "PNG" } " "
                    button type="button" data-download="svg" { "SVG" } " "
                    button type="button" data-download="html" { "HTML" }
                }
                (copying(view))
                p { (view.labels.of(Fixed::UseNote)) }
            }
        }
    }
}

/// The ways to copy it, and what is said then.
#[cfg(more)]
fn copying(view: &View) -> Markup {
    let labels = &view.copying;
    html! {
        p class="pg-buttons" data-copied=(labels.copied) data-refused=(labels.refused) {
            @for (what, label) in &labels.buttons { button type="button" data-copies=(what) { (label) } " " }
        }
    }
}

/// The first engine leaves them, too, to the next, when this part is opened.
#[cfg(not(more))]
fn copying(_: &View) -> Markup {
    Markup::default()
}

fn foot(view: &View, _: Picture) -> Markup {
    html! {
        @if !view.foot.is_empty() {
            p { @for (at, text) in view.foot.iter().enumerate() { @if at > 0 { " · " } (text) } }
        }
    }
}
