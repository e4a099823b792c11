//! A row for each period: of the table, of what is read aloud, and of the results.

use super::super::figures::Figures;
use super::super::model::{Grid, Point};
use super::super::results::of_period;
use super::super::rows::{has_benchmark, head};
use super::super::table::{Column, table};
use crate::compare::{Moment, TrendComparison};
use crate::config::{Config, Plain, named};
use crate::text::{Label, TrendLabel, ViewLabel, plain, push_part, stop};

/// The rows, in order of time.
#[derive(Default)]
pub(super) struct Rows {
    cells: Vec<Vec<String>>,
    pub points: Vec<Point>,
    pub results: Vec<Plain>,
}

pub(super) fn rows(trend: &TrendComparison, config: &Config, figures: &Figures) -> Rows {
    let mut rows = Rows::default();
    for moment in &trend.history {
        rows.add(moment, config, figures);
    }
    rows
}

/// What stands beside a figure: whether it is final, where the way of measuring changed, what partners noted, and the
/// publisher's own note.
pub(in crate::view) fn beside(moment: &Moment, config: &Config, figures: &Figures) -> String {
    let mut beside = String::new();
    if moment.provisional {
        push_part(&mut beside, "; ", &figures.word(TrendLabel::NotFinal));
    }
    if let Some(at) = &moment.changed {
        let words = match at.reason {
            "" => figures.word(TrendLabel::Changed),
            reason => figures.label_of(TrendLabel::ChangedBecause, reason),
        };
        push_part(&mut beside, "; ", &words);
    }
    push_part(&mut beside, "; ", &event(moment, config, figures));
    push_part(&mut beside, "; ", moment.ours.note);
    beside
}

/// What partners noted for a period.
pub(super) fn event(moment: &Moment, config: &Config, figures: &Figures) -> String {
    let Some(event) = named(&config.views.events, &moment.period.label) else { return String::new() };
    if event.who.is_empty() {
        return event.text.clone();
    }
    figures.language.label(TrendLabel::EventBy, &[("text", &event.text), ("who", &event.who)])
}

impl Rows {
    fn add(&mut self, moment: &Moment, config: &Config, figures: &Figures) {
        let name = figures.period(moment.period);
        let value = figures.cell(&moment.ours);
        let range = moment.ours.intervals[0].map_or(String::new(), |interval| {
            figures.range(&figures.short(interval.lower), &figures.short(interval.upper))
        });
        let benchmark = figures.value(&moment.benchmark);
        let peers = moment.peers.map_or(String::new(), |peers| {
            figures.range(&figures.short(peers.quartiles.0), &figures.short(peers.quartiles.1))
        });
        let beside = beside(moment, config, figures);
        let row = plain(self.cells.len() as f64, 0);
        let mut aloud = figures.language.label(Label::Point, &[("area", &name), ("v", &value)]);
        if !range.is_empty() {
            push_part(&mut aloud, ", ", &figures.label_of(Label::PointRange, &range));
        }
        if !benchmark.is_empty() {
            let name = figures.bench_name();
            let of = figures.language.label(Label::Point, &[("area", &name), ("v", &benchmark)]);
            push_part(&mut aloud, ", ", &of);
        }
        push_part(&mut aloud, ", ", &beside);
        stop(&mut aloud);
        self.points.push(Point { row, text: aloud });
        self.results.push(result(moment, &name, &beside));
        let range =
            if range.is_empty() && moment.ours.cell.value().is_some() { figures.word(Label::NoRange) } else { range };
        self.cells.push(vec![name, value, range, benchmark, peers, beside]);
    }

    /// The table, without the columns in which nothing stands.
    pub fn grid(&self, caption: String, figures: &Figures) -> Grid {
        let benchmark = Column::numbers(figures.bench_name());
        let columns = [
            Column::words(figures.word(Label::Period)).always(),
            Column::numbers(head(Label::Figure, figures)).always(),
            Column::numbers(figures.word(Label::Range)),
            if has_benchmark(figures) { benchmark.always() } else { benchmark },
            Column::numbers(figures.word(TrendLabel::PeersMiddle)),
            Column::words(figures.word(ViewLabel::Note)),
        ];
        table(columns, &self.cells, caption)
    }
}

/// One period as plain data.
fn result(moment: &Moment, name: &str, beside: &str) -> Plain {
    let Moment { ours, benchmark, peers, .. } = moment;
    let mut data = of_period(moment.period, name, ours);
    data.number("benchmark", benchmark.cell.value());
    data.number("peersLower", peers.map(|peers| peers.quartiles.0));
    data.number("peersUpper", peers.map(|peers| peers.quartiles.1));
    data.word("final", moment.provisional.then_some("no"));
    data.word("changed", moment.changed.map(|at| at.reason));
    data.number("line", Some(f64::from(ours.line)));
    data.text("note", beside);
    data.plain()
}
