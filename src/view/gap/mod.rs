//! The groups of our area and the gap between two of them: what is said, drawn and listed of a [`GapComparison`].

mod facts;
mod groups;
mod names;
mod over_time;
mod say;

use super::Parts;
use super::figures::Figures;
use super::gap_line::decimals_of;
use super::model::{Chart, Control, Drawn, Fixed, Grid, KeyItem, Notice, Point, View};
use super::say::{kicker, kicker_for};
use crate::compare::{GapComparison, Problem};
use crate::config::{Choice, Config, GapShows, Plain, ViewName};
use crate::text::{GapLabel, Language, decimals_between, push_part};

/// The view of a gap.
pub(super) fn compose(
    gap: &GapComparison,
    problems: &[Problem],
    config: &Config,
    language: Language,
    notices: Vec<Notice>,
) -> View {
    let figures = &figures(gap, language);
    let mut view = parts(gap, figures, config).put_together(figures, problems, config, notices);
    // There are no peers here.
    view.controls.retain(|control| !matches!(control.name, "peers" | "order"));
    view.labels.0[Fixed::UseNote as usize] = language.label(GapLabel::UseNote, &[]);
    view
}

/// How figures are written: where two groups that differ clearly would print alike, with more decimals.
fn figures<'a>(gap: &'a GapComparison, language: Language) -> Figures<'a> {
    let mut figures = Figures::of(&gap.now, language);
    if let Some(pair) = gap.pair() {
        figures.decimals = decimals_of(gap.gap.as_ref().ok(), pair, figures.decimals);
    }
    if let Some(Ok(change)) = gap.over_time.as_ref().map(|over_time| &over_time.change) {
        figures.decimals = decimals_between(change.first.gap.abs(), change.last.gap.abs(), figures.decimals);
    }
    figures
}

/// What is shown: a row and a mark for each group, period or place.
struct Shown {
    drawn: Drawn,
    key: Vec<KeyItem>,
    table: Grid,
    points: Vec<Point>,
    results: Vec<Plain>,
}

fn parts(gap: &GapComparison, figures: &Figures, config: &Config) -> Parts {
    let said = say::gap(gap, figures);
    let mut kicker = kicker(figures);
    if let (GapShows::Gap | GapShows::Ratio, Some(over_time)) = (gap.shows, &gap.over_time) {
        kicker = kicker_for(figures, &over_time::span(&over_time.history, figures));
    }
    if gap.shows != GapShows::Parts
        && let Some(dimension) = gap.dimension()
    {
        push_part(&mut kicker, " · ", &names::heading(dimension, figures));
    }
    let shown = match (gap.shows, &gap.over_time, &gap.inside) {
        (GapShows::Gap | GapShows::Ratio, Some(over_time), _) => {
            over_time::shown(gap, over_time, config, figures, kicker.clone())
        }
        (GapShows::Parts, _, Some(inside)) => groups::inside(inside, figures, kicker.clone()),
        _ => groups::groups(gap, figures, kicker.clone()),
    };
    Parts {
        name: ViewName::Gap,
        key: shown.key,
        chart: Chart { name: figures.label_of(GapLabel::GapPicture, &said[0].text), drawn: shown.drawn },
        table: shown.table,
        points: shown.points,
        results: shown.results,
        receipt: facts::receipt(gap, figures),
        controls: controls(gap, figures),
        kicker,
        said,
    }
}

/// Which groups, and what of them is shown; none where there is nothing to choose.
fn controls(gap: &GapComparison, figures: &Figures) -> Vec<Control> {
    let dimensions =
        gap.dimensions.iter().map(|dimension| (dimension.name().to_owned(), names::heading(dimension, figures)));
    let shows = gap.can_show.iter().map(|&shows| {
        let area = gap.now.ours().place.spoken;
        let label = match shows {
            GapShows::Groups => GapLabel::ShowsGroups,
            GapShows::Gap => GapLabel::ShowsGap,
            GapShows::Ratio => GapLabel::ShowsRatio,
            GapShows::Parts => GapLabel::ShowsParts,
        };
        (word(shows), figures.label_of(label, area))
    });
    let dimension = gap.dimension().map_or("", |dimension| dimension.name());
    let mut controls = Vec::new();
    for (name, label, value, options) in [
        ("groups", GapLabel::Groups, dimension.to_owned(), dimensions.collect::<Vec<_>>()),
        ("gap-shows", GapLabel::Shows, word(gap.shows), shows.collect()),
    ] {
        if options.len() > 1 {
            controls.push(Control { name, label: figures.word(label), value, options, find: false });
        }
    }
    controls
}

fn word(shows: GapShows) -> String {
    GapShows::WORDS[shows as usize].to_owned()
}
