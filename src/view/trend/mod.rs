//! Our area over time: what is said, drawn and listed of a [`TrendComparison`].

pub(super) mod facts;
pub(super) mod picture;
pub(super) mod rows;
pub(super) mod say;

use super::Parts;
use super::figures::{Figures, span};
use super::model::{Chart, Drawn};
use super::say::kicker_for;
use crate::compare::{Period, TrendComparison};
use crate::config::{Config, ViewName};
use crate::text::{Language, TrendLabel, ViewLabel, decimals_between};

/// How the figures of a trend are written: where a clear trend or a clear change of the gap would print as none, with
/// more decimals.
pub(super) fn figures<'a>(trend: &'a TrendComparison, language: Language) -> Figures<'a> {
    let mut figures = Figures::of(&trend.now, language);
    let long = trend.long.iter().flatten();
    for verdict in trend.recent.iter().chain(long) {
        figures.decimals = decimals_between(verdict.first.1, verdict.last.1, figures.decimals);
    }
    if let Ok(gap) = &trend.gap {
        figures.decimals = decimals_between(gap.first.gap.abs(), gap.last.gap.abs(), figures.decimals);
    }
    figures
}

pub(super) fn parts(trend: &TrendComparison, figures: &Figures, config: &Config) -> Parts {
    let said = say::trend(trend, figures);
    let kicker = kicker_for(figures, &over(trend, figures));
    let rows = rows::rows(trend, config, figures);
    let drawn = picture::time(trend, config, figures);
    Parts {
        name: ViewName::Trend,
        key: picture::key(&drawn, figures),
        chart: Chart { name: figures.label_of(TrendLabel::TrendPicture, &said[0].text), drawn: Drawn::Time(drawn) },
        table: rows.grid(kicker.clone(), figures),
        points: rows.points,
        results: rows.results,
        receipt: facts::receipt(trend, figures),
        controls: Vec::new(),
        kicker,
        said,
    }
}

/// From the first period shown to the last.
fn over(trend: &TrendComparison, figures: &Figures) -> String {
    match (trend.history.first(), trend.history.last()) {
        (Some(first), Some(last)) if first.period != last.period => {
            figures.range(&short(first.period, figures), &short(last.period, figures))
        }
        _ => short(trend.now.period, figures),
    }
}

/// A period where another stands beside it, so that "to" is not said twice: 2018–2020.
pub(super) fn short(period: &Period, figures: &Figures) -> String {
    figures.language.span_with(span(period), ViewLabel::Dash)
}
