//! Our area over time as a process: what is said, drawn and listed of a [`ProcessComparison`].

mod facts;
mod notices;
mod picture;
mod rows;
mod say;
#[cfg(test)]
mod tests;
mod words;

use super::Parts;
use super::figures::{Figures, span};
use super::model::{Chart, Drawn, Notice};
use super::say::kicker_for;
use crate::compare::{Period, Problem, ProcessComparison, ProcessRule};
use crate::config::{Config, ViewName};
use crate::text::{Language, ProcessLabel, ViewLabel, decimals_between};
use crate::view::{Fixed, View};

/// The view of a process.
pub(super) fn compose(
    process: &ProcessComparison,
    problems: &[Problem],
    config: &Config,
    language: Language,
    mut notices: Vec<Notice>,
) -> View {
    let figures = &figures(process, language);
    notices.append(&mut notices::notices(process, language));
    let mut view = parts(process, figures).put_together(figures, problems, config, notices);
    fit(&mut view, language);
    view
}

/// How the figures of a process are written: where one outside the usual range would print as its limit, with more
/// decimals.
fn figures<'a>(process: &'a ProcessComparison, language: Language) -> Figures<'a> {
    let mut figures = Figures::of(&process.now, language);
    for moment in &process.moments {
        let (Some(value), Some(reading)) = (moment.figure.cell.value(), moment.reading) else { continue };
        let is_outside = reading.sign.is_some_and(|sign| sign.rule == ProcessRule::OutsideLimits);
        if let (true, Some(usual)) = (is_outside, words::usual(process, &reading)) {
            let limit = if value > usual.centre { usual.limits.upper } else { usual.limits.lower };
            figures.decimals = decimals_between(value, limit, figures.decimals);
        }
    }
    figures
}

fn parts(process: &ProcessComparison, figures: &Figures) -> Parts {
    let said = say::process(process, figures);
    let kicker = kicker_for(figures, &over(process, figures));
    let rows = rows::rows(process, figures);
    let drawn = picture::picture(process, figures);
    Parts {
        name: ViewName::Process,
        controls: Vec::new(),
        key: picture::key(&drawn.time, process, figures),
        chart: Chart { name: figures.label_of(ProcessLabel::Picture, &said[0].text), drawn: Drawn::Process(drawn) },
        table: rows.grid(kicker.clone(), figures),
        points: rows.points,
        results: rows.results,
        receipt: facts::receipt(process, figures),
        kicker,
        said,
    }
}

/// What is not as in the other views: the range that is explained is the usual one, and there is nothing to choose about
/// peers, who have no part in this picture.
fn fit(view: &mut View, language: Language) {
    view.labels.0[Fixed::Definition as usize] = language.label(ProcessLabel::Definition, &[]);
    view.controls.retain(|control| !matches!(control.name, "peers" | "order"));
}

/// From the first period shown to the last.
fn over(process: &ProcessComparison, figures: &Figures) -> String {
    match (process.moments.first(), process.moments.last()) {
        (Some(first), Some(last)) if first.period != last.period => {
            figures.range(&short(first.period, figures), &short(last.period, figures))
        }
        _ => short(process.now.period, figures),
    }
}

/// A period where another stands beside it, so that "to" is not said twice.
fn short(period: &Period, figures: &Figures) -> String {
    figures.language.span_with(span(period), ViewLabel::Dash)
}
