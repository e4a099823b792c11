//! The parts of a figure, in reading order. Each can be made again without the others.

use maud::{Markup, PreEscaped, html};

use super::Picture;
use crate::view::{Control, Grid, KeyItem, Labels, Notice, Shape, Tone, View};

/// The parts, in reading order.
pub const PARTS: &[&str] = &["notices", "answer", "controls", "key", "picture", "table", "worked", "download", "foot"];

/// One part by its name; empty for a name that is none.
pub fn part(view: &View, name: &str, picture: Picture) -> String {
    match name {
        "notices" => notices(&view.notices),
        "answer" => answer(view),
        "controls" => controls(view),
        "key" => key(&view.key),
        "picture" => self::picture(view, picture),
        "table" => table(view),
        "worked" => worked(view),
        "download" if matches!(picture, Picture::Static(_)) => html! {},
        "download" => download(view),
        "foot" => foot(view),
        _ => html! {},
    }
    .into_string()
}

fn notices(notices: &[Notice]) -> Markup {
    html! {
        @if !notices.is_empty() {
            ul class="pg-notice-list" {
                @for notice in notices { li { (line(notice)) (notice.message) " " (notice.hint) } }
            }
        }
    }
}

fn line(notice: &Notice) -> Markup {
    html! { @if !notice.place.is_empty() { b { (notice.place) } " " } }
}

fn answer(view: &View) -> Markup {
    html! {
        p class="pg-kicker" { (view.kicker) }
        h3 class="pg-headline" id="pg-headline" data-sentence=(view.headline.id) { (view.headline.text) }
        p class="pg-lines" {
            @for (at, said) in view.lines.iter().enumerate() {
                @if at > 0 { " " }
                span data-sentence=(said.id) { (said.text) }
            }
        }
    }
}

fn controls(view: &View) -> Markup {
    html! { @for control in &view.controls { (one_control(control, &view.labels)) } }
}

/// A select with its label; a long one has a field above it that narrows the list by typing.
fn one_control(control: &Control, labels: &Labels) -> Markup {
    let id = format!("pg-{}", control.name);
    html! {
        div class={ "pg-control pg-control-" (control.name) } {
            @if control.find {
                label for={ (id) "-find" } { (labels.find) }
                input type="search" id={ (id) "-find" } data-find=(control.name) data-matches=(labels.matches) autocomplete="off" spellcheck="false";
            }
            label for=(id) { (control.label) }
            select id=(id) name=(control.name) {
                @for (value, label) in &control.options {
                    option value=(value) selected[*value == control.value] { (label) }
                }
            }
        }
    }
}

fn key(items: &[KeyItem]) -> Markup {
    html! {
        ul {
            @for item in items {
                li {
                    @if let Some(shape) = item.shape {
                        span class={ "pg-shape " (tone(item.tone)) } aria-hidden="true" { (glyph(shape)) }
                        " "
                    } @else {
                        span class="pg-shape" aria-hidden="true" { "—" }
                        " "
                    }
                    (item.text)
                }
            }
        }
    }
}

fn glyph(shape: Shape) -> &'static str {
    match shape {
        Shape::Higher => "▶",
        Shape::Lower => "◀",
        Shape::Unclear => "○",
        Shape::Untested => "▪",
    }
}

fn tone(tone: Tone) -> &'static str {
    match tone {
        Tone::Better => "pg-better",
        Tone::Worse => "pg-worse",
        Tone::Apart => "pg-apart",
        Tone::Plain => "pg-plain",
    }
}

fn picture(view: &View, picture: Picture) -> Markup {
    html! {
        div class="pg-frame" {
            @match picture {
                Picture::Canvas => canvas role="img" aria-label=(view.chart.name) {},
                Picture::Svg(svg) | Picture::Static(svg) => (PreEscaped(svg.to_owned())),
            }
            @if !matches!(picture, Picture::Static(_)) {
                div class="pg-points" role="listbox" tabindex="0" aria-label=(view.labels.points) {
                    @for (at, point) in view.points.iter().enumerate() {
                        div role="option" id={ "pg-point-" (at) } aria-selected="false" data-row=(at) {
                            span class="pg-hidden" { (point) }
                        }
                    }
                }
            }
        }
        @if !matches!(picture, Picture::Static(_)) {
            p class="pg-readout" aria-hidden="true" {}
        }
    }
}

fn table(view: &View) -> Markup {
    html! {
        details {
            summary { (view.labels.table) }
            div class="pg-scroll" role="region" tabindex="0" aria-label=(view.table.caption) { (grid(&view.table)) }
        }
    }
}

fn grid(grid: &Grid) -> Markup {
    let class = |at: usize| grid.numeric.get(at).copied().unwrap_or(false).then_some("pg-number");
    html! {
        table {
            caption { (grid.caption) }
            thead {
                tr { @for (at, head) in grid.columns.iter().enumerate() { th scope="col" class=[class(at)] { (head) } } }
            }
            tbody {
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

fn worked(view: &View) -> Markup {
    html! {
        details {
            summary { (view.labels.worked) }
            p { (view.receipt.rule) }
            dl {
                @for (name, fact) in &view.receipt.facts { div { dt { (name) } dd { (fact) } } }
            }
            p { b { (view.labels.definition) } " " (view.receipt.definition) }
            @if !view.notes.is_empty() {
                p { b { (view.labels.notes) } }
                ul { @for note in &view.notes { li { (note) } } }
            }
            @if !view.problems.is_empty() {
                p { b { (view.labels.problems) } }
                (notices(&view.problems))
            }
        }
    }
}

fn download(view: &View) -> Markup {
    html! {
        details {
            summary { (view.labels.download) }
            p class="pg-buttons" {
                @for kind in ["CSV", "PNG", "SVG", "HTML"] {
                    button type="button" data-download=(kind.to_ascii_lowercase()) { (kind) }
                    " "
                }
            }
            p { (view.labels.use_note) }
        }
    }
}

fn foot(view: &View) -> Markup {
    html! { @if !view.foot.is_empty() { p { (view.foot.join(" · ")) } } }
}
