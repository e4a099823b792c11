//! A row for each period: of the table, of what is read aloud, and of the results.

use super::words::{ends, range, reading, usual};
use crate::compare::{ProcessComparison, ProcessMoment, Side};
use crate::config::Plain;
use crate::text::{Label, ProcessLabel, TrendLabel, ViewLabel, plain, push_part, stop};
use crate::view::figures::Figures;
use crate::view::model::{Grid, Point};
use crate::view::results::of_period;
use crate::view::rows::head;
use crate::view::table::{Column, table};

/// The rows, in order of time.
#[derive(Default)]
pub(super) struct Rows {
    cells: Vec<Vec<String>>,
    pub points: Vec<Point>,
    pub results: Vec<Plain>,
}

pub(super) fn rows(process: &ProcessComparison, figures: &Figures) -> Rows {
    let mut rows = Rows::default();
    for at in 0..process.moments.len() {
        rows.add(process, at, figures);
    }
    rows
}

/// What stands beside a figure: whether it is final, where the usual range starts again, where the way of measuring changed,
/// and the publisher's own note.
fn beside(process: &ProcessComparison, moment: &ProcessMoment, figures: &Figures) -> String {
    let mut beside = String::new();
    if moment.provisional {
        push_part(&mut beside, "; ", &figures.word(TrendLabel::NotFinal));
    }
    for stretch in process.stretches.iter().flatten().filter(|stretch| stretch.first == moment.period) {
        if let Some(start) = &stretch.rebase {
            let slots = [("reason", start.reason), ("who", start.who)];
            push_part(&mut beside, "; ", &figures.language.label(ProcessLabel::StartsAgain, &slots));
        }
        if let Some(changed) = &stretch.changed {
            let words = match changed.reason {
                "" => figures.word(TrendLabel::Changed),
                reason => figures.label_of(TrendLabel::ChangedBecause, reason),
            };
            push_part(&mut beside, "; ", &words);
        }
    }
    push_part(&mut beside, "; ", moment.figure.note);
    beside
}

impl Rows {
    fn add(&mut self, process: &ProcessComparison, at: usize, figures: &Figures) {
        let moment = &process.moments[at];
        let name = figures.period(moment.period);
        let value = figures.cell(&moment.figure);
        let likely = moment.figure.intervals[0].map_or(String::new(), |interval| {
            figures.range(&figures.short(interval.lower), &figures.short(interval.upper))
        });
        let (mut usual_range, mut mark) = (String::new(), String::new());
        if let Some(read) = &moment.reading {
            mark = reading(process, read, figures);
            usual_range = usual(process, read).map_or(String::new(), |usual| range(process, usual, figures));
        }
        let standard = process.target.map_or(String::new(), |target| figures.short(target));
        let beside = beside(process, moment, figures);
        let mut aloud = figures.language.label(Label::Point, &[("area", &name), ("v", &value)]);
        if !likely.is_empty() {
            push_part(&mut aloud, ", ", &figures.label_of(Label::PointRange, &likely));
        }
        if !usual_range.is_empty() {
            let is_sign = moment.reading.is_some_and(|read| read.sign.is_some());
            let label = if is_sign { ProcessLabel::PointUsual } else { ProcessLabel::PointInside };
            push_part(&mut aloud, ", ", &figures.label_of(label, &usual_range));
            push_part(&mut aloud, ", ", if is_sign { &mark } else { "" });
        } else {
            push_part(&mut aloud, ", ", &mark);
        }
        push_part(&mut aloud, ", ", &beside);
        stop(&mut aloud);
        self.points.push(Point { row: plain(at as f64, 0), text: aloud });
        self.results.push(result(process, moment, &name, &beside));
        self.cells.push(vec![name, value, likely, usual_range, standard, mark, beside]);
    }

    /// The table, without the columns in which nothing stands.
    pub fn grid(&self, caption: String, figures: &Figures) -> Grid {
        let columns = [
            Column::words(figures.word(Label::Period)).always(),
            Column::numbers(head(Label::Figure, figures)).always(),
            Column::numbers(figures.word(Label::Range)),
            Column::numbers(figures.word(ProcessLabel::UsualRange)),
            Column::numbers(figures.word(ProcessLabel::StandardHead)),
            Column::words(figures.word(ProcessLabel::Sign)),
            Column::words(figures.word(ViewLabel::Note)),
        ];
        table(columns, &self.cells, caption)
    }
}

/// One period as plain data. The usual range is told within what such a figure can be; the receipt has its limits.
fn result(process: &ProcessComparison, moment: &ProcessMoment, name: &str, beside: &str) -> Plain {
    let figure = &moment.figure;
    let usual = moment.reading.and_then(|read| usual(process, &read));
    let ends = usual.map(|usual| ends(process, usual));
    let sign = moment.reading.and_then(|read| read.sign);
    let mut data = of_period(moment.period, name, figure);
    data.number("average", usual.map(|usual| usual.centre));
    data.number("usualLower", ends.map(|ends| ends.0));
    data.number("usualUpper", ends.map(|ends| ends.1));
    data.number("standard", process.target);
    data.word("sign", sign.map(|sign| sign.rule_id()));
    data.word("side", sign.map(|sign| if sign.side == Side::Above { "above" } else { "below" }));
    data.word("judgement", sign.map(|sign| sign.judgement_id()));
    data.word("opposed", sign.filter(|sign| sign.opposed).map(|_| "yes"));
    data.word("final", moment.provisional.then_some("no"));
    data.number("line", Some(f64::from(figure.line)));
    data.text("note", beside);
    data.plain()
}
