//! A row for each place and one for the average: of the table, of what is read aloud, and of the results.

use super::{average_label, has_value, size_label, written};
use crate::compare::{Cell, FunnelComparison, FunnelPlace, Judgement, LEVELS, Level, Significance, Standing, Unplaced};
use crate::config::Plain;
use crate::text::{FunnelLabel, Label, ViewLabel, plain, push_part, stop};
use crate::view::figures::{Figures, absent};
use crate::view::model::{Grid, Point};
use crate::view::results::{Data, absence_id};
use crate::view::rows::{count, with_judgement};

/// The rows: ours, the average, our peers, the others.
#[derive(Default)]
pub(super) struct Rows {
    cells: Vec<Vec<String>>,
    pub points: Vec<Point>,
    pub results: Vec<Plain>,
}

/// The row of the average, where there is one; that of a place is its number, after the average one more.
pub(super) const AVERAGE: usize = 1;

/// The row of a place, by its number.
pub(super) fn row_of(at: usize, funnel: &FunnelComparison) -> usize {
    at + usize::from(at >= AVERAGE && funnel.funnel.is_ok())
}

pub(super) fn rows(funnel: &FunnelComparison, figures: &Figures) -> Rows {
    let mut rows = Rows::default();
    for (at, place) in funnel.places.iter().enumerate() {
        if rows.cells.len() == AVERAGE && funnel.funnel.is_ok() {
            rows.average(funnel, figures);
        }
        let role = match at {
            0 => "area",
            at if at <= funnel.peers => "peer",
            _ => "other",
        };
        rows.place(place, role, figures);
    }
    if rows.cells.len() == AVERAGE && funnel.funnel.is_ok() {
        rows.average(funnel, figures);
    }
    rows
}

impl Rows {
    fn place(&mut self, one: &FunnelPlace, role: &str, figures: &Figures) {
        let name = match role {
            "area" => figures.label_of(Label::Our, one.place.name),
            _ => one.place.name.to_owned(),
        };
        let value = figures.cell(&one.figure);
        let stands = stands(one, figures);
        let (mut expected, mut wide) = (String::new(), String::new());
        if let Ok(standing) = &one.standing {
            (expected, wide) = (written(standing.limits[0], figures), written(standing.limits[1], figures));
        }
        let size = one.standing.map_or(String::new(), |standing| count(Some(standing.size.round()), figures.language));
        let mut aloud = figures.language.label(Label::Point, &[("area", &name), ("v", &value)]);
        push_part(&mut aloud, ", ", &stands);
        if !expected.is_empty() {
            push_part(&mut aloud, ", ", &figures.label_of(FunnelLabel::ExpectedAloud, &expected));
        }
        push_part(&mut aloud, ", ", one.figure.note);
        let cases = count(one.figure.count, figures.language);
        self.add(vec![name, value, size, expected, wide, stands, cases, one.figure.note.to_owned()], aloud);
        self.results.push(result(one, role));
    }

    fn average(&mut self, funnel: &FunnelComparison, figures: &Figures) {
        let Ok(around) = &funnel.funnel else { return };
        let name = figures.word(average_label(around.kind));
        let value = figures.short(around.average);
        let aloud = figures.language.label(Label::Point, &[("area", &name), ("v", &value)]);
        let mut data = Data::default();
        data.text("code", "");
        data.text("name", &name);
        data.text("role", "average");
        data.number("value", Some(around.average));
        self.results.push(data.plain());
        let mut cells = vec![String::new(); 8];
        (cells[0], cells[1], cells[5]) = (name, value, figures.word(FunnelLabel::Used));
        self.add(cells, aloud);
    }

    fn add(&mut self, cells: Vec<String>, mut aloud: String) {
        stop(&mut aloud);
        self.points.push(Point { row: plain(self.cells.len() as f64, 0), text: aloud });
        self.cells.push(cells);
    }

    /// The table, without the columns in which nothing stands.
    pub fn grid(&self, caption: String, funnel: &FunnelComparison, figures: &Figures) -> Grid {
        let mut head = figures.word(Label::Figure);
        let unit = figures.unit_words();
        if !unit.is_empty() {
            push_part(&mut head, " (", &unit);
            head.push(')');
        }
        let size = funnel.funnel.as_ref().map_or(FunnelLabel::OutOf, |around| size_label(around.kind));
        let heads = [
            (figures.word(Label::Area), false),
            (head, true),
            (figures.word(size), true),
            (figures.word(FunnelLabel::Expected), true),
            (figures.word(FunnelLabel::ExpectedWide), true),
            (figures.word(FunnelLabel::Stands), false),
            (figures.word(Label::CountLabel), true),
            (figures.word(ViewLabel::Note), false),
        ];
        let mut grid = Grid { caption, columns: Vec::new(), numeric: Vec::new(), rows: Vec::new() };
        grid.rows.resize(self.cells.len(), Vec::new());
        for (at, (head, is_numeric)) in heads.into_iter().enumerate() {
            if at >= 2 && self.cells.iter().all(|row| row[at].is_empty()) {
                continue;
            }
            grid.columns.push(head);
            grid.numeric.push(is_numeric);
            for (row, cells) in grid.rows.iter_mut().zip(&self.cells) {
                row.push(cells[at].clone());
            }
        }
        grid
    }
}

/// Where a place stands in words; or why it has no place. Nothing where there is no figure: the reason stands in its place.
fn stands(one: &FunnelPlace, figures: &Figures) -> String {
    match &one.standing {
        Ok(standing) => with_judgement(stands_label(standing), standing.judgement, figures),
        Err(_) if !has_value(&one.figure) => String::new(),
        Err(Unplaced::NoFigure(why)) => figures.word(absent(*why)),
        Err(Unplaced::NoCount) => figures.word(FunnelLabel::NoCount),
        Err(Unplaced::NoDenominator) => figures.word(FunnelLabel::NoDenominator),
        Err(Unplaced::CountsDisagree) => figures.word(FunnelLabel::Disagree),
        Err(Unplaced::TooFewCases) => figures.word(FunnelLabel::TooFew),
        Err(Unplaced::NotCalculable) => figures.word(FunnelLabel::NotPlaced),
        Err(Unplaced::NoFunnel) => String::new(),
    }
}

pub(super) fn stands_label(standing: &Standing) -> FunnelLabel {
    let is_wide = standing.level == Some(LEVELS[1]);
    match (standing.side, is_wide) {
        (Significance::NotDifferent, _) => FunnelLabel::Inside,
        (Significance::Higher, false) => FunnelLabel::Above,
        (Significance::Higher, true) => FunnelLabel::AboveWide,
        (Significance::Lower, false) => FunnelLabel::Below,
        (Significance::Lower, true) => FunnelLabel::BelowWide,
    }
}

/// A place's figure and where it stands, with all that it rests on.
fn result(one: &FunnelPlace, role: &str) -> Plain {
    let FunnelPlace { place, figure, standing, .. } = one;
    let mut data = Data::default();
    data.text("code", place.code);
    data.text("name", place.name);
    data.text("role", role);
    data.number("value", figure.cell.value());
    data.word(
        "absence",
        match figure.cell {
            Cell::Value(_) => None,
            Cell::Absent(absence) => Some(absence_id(absence)),
        },
    );
    data.number("count", figure.count);
    data.number("denominator", figure.denominator);
    let found = standing.ok();
    data.number("size", found.map(|standing| standing.size));
    for (at, (lower, upper)) in [("lower95", "upper95"), ("lower998", "upper998")].into_iter().enumerate() {
        data.number(lower, found.map(|standing| standing.limits[at].0));
        data.number(upper, found.map(|standing| standing.limits[at].1));
    }
    data.word("side", found.map(|standing| side_id(standing.side)));
    data.number("outside", found.and_then(|standing| standing.level).map(Level::confidence));
    data.word("judgement", found.map(|standing| judgement_id(standing.judgement)));
    data.word("unplaced", standing.err().map(Unplaced::id));
    data.number("line", Some(f64::from(figure.line)));
    data.text("note", figure.note);
    data.plain()
}

fn side_id(side: Significance) -> &'static str {
    match side {
        Significance::Higher => "above",
        Significance::NotDifferent => "inside",
        Significance::Lower => "below",
    }
}

fn judgement_id(judgement: Judgement) -> &'static str {
    match judgement {
        Judgement::Better => "better",
        Judgement::Worse => "worse",
        _ => "none",
    }
}
