//! Every area of our kind by its size: what is said, drawn and listed of a [`FunnelComparison`].

mod facts;
mod picture;
mod rows;
mod say;

use super::Parts;
use super::figures::Figures;
use super::model::{Chart, Drawn};
use super::say::kicker;
use crate::compare::{Figure, FunnelComparison, FunnelKind, LEVELS, Significance, Standing};
use crate::config::ViewName;
use crate::text::{FunnelLabel, Language, Unit, decimals_between};

/// How the figures of a funnel are written: where ours would print as the limit that it is outside of, with more decimals.
pub(super) fn figures<'a>(funnel: &'a FunnelComparison, language: Language) -> Figures<'a> {
    let mut figures = Figures::of(&funnel.now, language);
    if funnel.now.subject.ratio && figures.unit != Unit::Percent {
        figures.unit = Unit::Other(figures.word(FunnelLabel::RatioUnit));
    }
    let ours = funnel.ours();
    if let (Ok(standing), Some(value)) = (&ours.standing, ours.figure.cell.value()) {
        let (lower, upper) = range(standing);
        figures.decimals = match standing.side {
            Significance::Higher => decimals_between(value, upper, figures.decimals),
            Significance::Lower => decimals_between(value, lower, figures.decimals),
            Significance::NotDifferent => figures.decimals,
        };
    }
    figures
}

pub(super) fn parts(funnel: &FunnelComparison, figures: &Figures) -> Parts {
    let said = say::funnel(funnel, figures);
    let rows = rows::rows(funnel, figures);
    let drawn = picture::plane(funnel, figures);
    let kicker = kicker(figures);
    Parts {
        name: ViewName::Funnel,
        controls: Vec::new(),
        key: picture::key(&drawn, funnel, figures),
        chart: Chart { name: figures.label_of(FunnelLabel::Picture, &said[0].text), drawn: Drawn::Plane(drawn) },
        table: rows.grid(kicker.clone(), funnel, figures),
        points: rows.points,
        results: rows.results,
        receipt: facts::receipt(funnel, figures),
        kicker,
        said,
    }
}

/// The range that is told with a verdict: that of the strictest level at which the figure is outside; inside, the usual.
fn range(standing: &Standing) -> (f64, f64) {
    standing.limits[usize::from(standing.level == Some(LEVELS[1]))]
}

/// A range in a cell or sentence.
fn written((lower, upper): (f64, f64), figures: &Figures) -> String {
    figures.range(&figures.short(lower), &figures.short(upper))
}

/// What the sizes are.
fn size_label(kind: FunnelKind) -> FunnelLabel {
    match kind {
        FunnelKind::Share | FunnelKind::Rate => FunnelLabel::OutOf,
        FunnelKind::StandardisedRate => FunnelLabel::Adjusted,
        FunnelKind::Ratio => FunnelLabel::ExpectedCases,
    }
}

/// What the average's row is called.
fn average_label(kind: FunnelKind) -> FunnelLabel {
    if kind == FunnelKind::Ratio { FunnelLabel::AsExpectedOf } else { FunnelLabel::AverageOf }
}

/// Whether a figure is there to be shown.
fn has_value(figure: &Figure) -> bool {
    figure.cell.value().is_some()
}
