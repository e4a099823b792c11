//! What goes with each priority of a board, as a card each.

use maud::{Markup, html};

use super::Picture;
use super::parts::{glyph, tone};
use crate::view::{Beside, Card, Lived, Partner, Pledge, Said, StateMark, View, Way};

/// The cards, below the picture.
pub(super) fn board(view: &View, picture: Picture) -> Markup {
    html! {
        @if let Some(board) = &view.board {
            @for (at, card) in board.cards.iter().enumerate() {
                @let id = format!("pg-card-{at}");
                section class="pg-card" aria-labelledby=(id) {
                    div {
                        @if !board.draft.is_empty() { p class="pg-draft" { (board.draft) } }
                        h4 id=(id) { (card.title) }
                        (head(card))
                    }
                    div {
                        (said(&card.said))
                        @if !card.gap.is_empty() { (said(&card.gap)) }
                        @if let Some((head, lived)) = &card.lived { h5 { (head) } @for one in lived { (told(one)) } }
                        (decision(card))
                        (together(card))
                        (words(card))
                        @if !picture.is_static() && !card.views.is_empty() {
                            p class="pg-buttons" {
                                @for (label, choices) in &card.views {
                                    button type="button" data-go=(choices) aria-describedby=(id) { (label) } " "
                                }
                            }
                        }
                        @for way in &card.ways { p { (link(way)) } }
                        @for date in &card.dates { p class="pg-small" { (date) } }
                    }
                }
            }
        }
    }
}

/// What it is about, the figure, its period and range, and the state.
fn head(card: &Card) -> Markup {
    html! {
        p class="pg-small" { (joined(&card.about)) }
        p class="pg-big" { (card.figure) }
        p class="pg-small" { (joined(&card.under)) }
        p class={ "pg-state" (tone(card.state.tone)) } { (mark(&card.state)) }
    }
}

fn mark(state: &StateMark) -> Markup {
    html! { span class={ "pg-shape" (tone(state.tone)) } aria-hidden="true" { (glyph(Some(state.shape))) } " " (state.word) }
}

fn joined(parts: &[String]) -> Markup {
    html! { @for (at, part) in parts.iter().enumerate() { @if at > 0 { " · " } (part) } }
}

fn said(said: &[Said]) -> Markup {
    html! { p { @for one in said { span data-sentence=(one.id) { (one.text) } " " } } }
}

/// What people told, as large as a number.
fn told(lived: &Lived) -> Markup {
    html! {
        blockquote class="pg-told" {
            p class="pg-big" data-sentence=(lived.said.id) { (lived.said.text) }
            p class="pg-small" {
                @for one in &lived.how { span data-sentence=(one.id) { (one.text) } " " }
                (lived.source)
            }
        }
    }
}

fn decision(card: &Card) -> Markup {
    html! {
        @if let Some((head, sentences, way)) = &card.decision {
            h5 { (head) }
            (said(sentences))
            @if let Some(way) = way { p { (link(way)) } }
        }
    }
}

/// Who is in it, what they promised, and what stands beside.
fn together(card: &Card) -> Markup {
    html! {
        @if let Some((head, partners)) = &card.partners {
            h5 { (head) }
            ul class="pg-items" { @for one in partners { li { (partner(one)) } } }
        }
        @if let Some((head, heads, promises)) = &card.pledges {
            h5 { (head) }
            (pledges(&card.title, head, heads, promises))
        }
        @if let Some((head, beside)) = &card.beside {
            h5 { (head) }
            dl { @for Beside { label, figure } in beside { div { dt { (label) } dd { (figure) } } } }
        }
    }
}

fn partner(partner: &Partner) -> Markup {
    html! {
        @match &partner.link {
            Some(link) => a href=(link.address()) { (partner.name) },
            None => b { (partner.name) },
        }
        @if !partner.role.is_empty() { ": " (partner.role) }
    }
}

fn pledges(title: &str, head: &str, heads: &[String; 4], pledges: &[Pledge]) -> Markup {
    html! {
        div class="pg-scroll" role="region" tabindex="0" aria-label={ (title) ": " (head) } {
            table {
                thead { tr { @for head in heads { th scope="col" { (head) } } } }
                tbody class="pg-even" {
                    @for pledge in pledges {
                        tr {
                            @for (at, cell) in pledge.cells.iter().enumerate() {
                                @if at == 0 { th scope="row" { (cell) } } @else { td { (cell) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The publisher's own words, which stand beside ours and never in their place.
fn words(card: &Card) -> Markup {
    html! {
        @if let Some((head, action)) = &card.action { h5 { (head) } p { (action) } }
        @if let Some((head, words, signed)) = &card.comment {
            h5 { (head) }
            blockquote { p { (words) } p class="pg-small" { (signed) } }
        }
    }
}

fn link(way: &Way) -> Markup {
    html! { a href=(way.link.address()) { (way.label) } }
}
