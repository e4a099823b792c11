//! A row for each priority: of the table, of what is read aloud, and of the results.

use super::{Told, words};
use crate::compare::{Cell, Check, Comparison, Outlook, PlaceOnPath, Profile, Progress, Promise};
use crate::config::Plain;
use crate::text::{Label, Language, ProfileLabel, plain, push_part, stop};
use crate::view::figures::Figures;
use crate::view::model::{Grid, Point};
use crate::view::results::{Data, absence_id, method};
use crate::view::trend::say::short_form;

/// The rows, in the order to show them.
pub(super) struct Rows {
    cells: Vec<[String; HEADS.len()]>,
    pub points: Vec<Point>,
    pub results: Vec<Plain>,
}

/// The columns of the table, and whether each holds numbers.
const HEADS: [(ProfileLabel, bool); 11] = [
    (ProfileLabel::Priority, false),
    (ProfileLabel::Whose, false),
    (ProfileLabel::FigureHead, true),
    (ProfileLabel::PeriodHead, false),
    (ProfileLabel::RangeHead, true),
    (ProfileLabel::PeersMiddle, true),
    (ProfileLabel::PeersHalf, true),
    (ProfileLabel::State, false),
    (ProfileLabel::ChecksMet, false),
    (ProfileLabel::Trend, false),
    (ProfileLabel::Target, false),
];

pub(super) fn rows(profile: &Profile, told: &[Told], figures: &Figures) -> Rows {
    let mut rows = Rows { cells: Vec::new(), points: Vec::new(), results: Vec::new() };
    for told in told {
        let cells = cells(told, figures.language);
        let row = plain(rows.cells.len() as f64, 0);
        rows.points.push(Point { row, text: aloud(&cells, figures.language) });
        rows.results.push(result(profile, told, &cells));
        rows.cells.push(cells);
    }
    rows
}

impl Rows {
    /// The table, without the columns in which nothing stands.
    pub fn grid(&self, caption: String, language: Language) -> Grid {
        let mut grid = Grid { caption, columns: Vec::new(), numeric: Vec::new(), rows: Vec::new() };
        grid.rows.resize(self.cells.len(), Vec::new());
        for (at, (head, is_numeric)) in HEADS.into_iter().enumerate() {
            if at > 2 && self.cells.iter().all(|row| row[at].is_empty()) {
                continue;
            }
            grid.columns.push(language.label(head, &[]));
            grid.numeric.push(is_numeric);
            for (row, cells) in grid.rows.iter_mut().zip(&self.cells) {
                row.push(cells[at].clone());
            }
        }
        grid
    }
}

/// The cells of a row, under [`HEADS`].
fn cells(told: &Told, language: Language) -> [String; HEADS.len()] {
    let mut cells: [String; HEADS.len()] = std::array::from_fn(|_| String::new());
    cells[0] = told.title.to_owned();
    cells[1] = words::whose(told.entry.whose, language);
    cells[2] = told.figure(language);
    cells[7] = words::state(told.entry.state, language).word;
    let Some((standing, figures)) = &told.known else { return cells };
    let (now, ours) = (standing.now(), &standing.now().ours().figure);
    cells[3] = figures.period(now.period);
    cells[4] = match ours.intervals[0] {
        Some(interval) => figures.range(&figures.short(interval.lower), &figures.short(interval.upper)),
        None if ours.cell.value().is_some() => figures.word(Label::NoRange),
        None => String::new(),
    };
    cells[5] = figures.value(&now.benchmark.figure);
    cells[6] = now.spread.map_or(String::new(), |spread| {
        figures.range(&figures.short(spread.quartiles.0), &figures.short(spread.quartiles.1))
    });
    for made in standing.met() {
        push_part(&mut cells[8], "; ", &language.label(words::check(made.check), &[]));
    }
    if cells[8].is_empty() && !standing.made.is_empty() {
        cells[8] = language.label(Label::None, &[]);
    }
    cells[9] = trend(standing, figures);
    cells[10] = target(&standing.progress, figures);
    cells
}

/// The trend in short; of months and quarters, which are not tested as years are, what their ups and downs say.
pub(super) fn trend(standing: &Outlook, figures: &Figures) -> String {
    match standing.made.iter().find(|made| made.check == Check::Signals) {
        Some(made) => figures.word(if made.met { ProfileLabel::Signals } else { ProfileLabel::NoSigns }),
        None => short_form(&standing.trend, figures),
    }
}

/// The target with its date, and where we are on the way; a standard, and whether it is met.
pub(super) fn target(progress: &Progress, figures: &Figures) -> String {
    let language = figures.language;
    let mut words = String::new();
    let (promise, place) = match progress {
        Progress::NoTarget | Progress::OfAnother => return words,
        Progress::Standard { promise, met } => {
            words = figures.label_of(ProfileLabel::Standard, &words::level(promise.level, figures));
            (None, met.map(met_label))
        }
        Progress::Due { promise, met } => (Some(promise), met.map(met_label)),
        Progress::NoPath(promise) | Progress::NotJudged(promise) => (Some(promise), None),
        Progress::Judged { promise, place, .. } => (Some(promise), Some(place_label(*place))),
    };
    if let Some(Promise { level, by: Some(by), .. }) = promise {
        let (level, by) = (words::level(*level, figures), words::at(by, language));
        words = language.label(ProfileLabel::TargetBy, &[("t", &level), ("date", &by)]);
    }
    push_part(&mut words, "; ", &place.map_or(String::new(), |place| figures.word(place)));
    words
}

fn met_label(met: bool) -> ProfileLabel {
    if met { ProfileLabel::Meets } else { ProfileLabel::Misses }
}

fn place_label(place: PlaceOnPath) -> ProfileLabel {
    match place {
        PlaceOnPath::On => ProfileLabel::OnPath,
        PlaceOnPath::TooClose => ProfileLabel::TooClose,
        PlaceOnPath::Behind => ProfileLabel::Behind,
    }
}

/// A row as a reader would say it: priority, whose, figure and period, range, peers, state with its checks, trend, target.
fn aloud(cells: &[String; HEADS.len()], language: Language) -> String {
    let [title, whose, figure, period, range, middle, _, state, checks, trend, target] = cells;
    let mut aloud = title.clone();
    push_part(&mut aloud, ", ", whose);
    push_part(&mut aloud, ", ", figure);
    push_part(&mut aloud, ", ", period);
    if range.contains(|c: char| c.is_ascii_digit()) {
        push_part(&mut aloud, ", ", &language.label_of(Label::PointRange, range));
    } else {
        push_part(&mut aloud, ", ", range);
    }
    if !middle.is_empty() {
        let name = language.label(ProfileLabel::PeersMiddle, &[]);
        push_part(&mut aloud, ", ", &language.label(Label::Point, &[("area", &name), ("v", middle)]));
    }
    push_part(&mut aloud, ". ", &language.begin(state));
    if !checks.is_empty() {
        let name = language.label(ProfileLabel::ChecksMet, &[]);
        push_part(&mut aloud, ". ", &language.label(ProfileLabel::Named, &[("a", &name), ("b", checks)]));
    }
    for (label, words) in [(ProfileLabel::Trend, trend), (ProfileLabel::Target, target)] {
        if !words.is_empty() {
            let name = language.label(label, &[]);
            push_part(&mut aloud, ". ", &language.label(ProfileLabel::Named, &[("a", &name), ("b", words)]));
        }
    }
    stop(&mut aloud);
    aloud
}

/// A priority as plain data.
fn result(profile: &Profile, told: &Told, cells: &[String; HEADS.len()]) -> Plain {
    let entry = told.entry;
    let mut data = Data::default();
    data.text("name", told.title);
    data.word("kind", entry.whose.map(|_| entry.priority.whose.as_str()));
    let mut frameworks = String::new();
    entry.frameworks.iter().for_each(|framework| push_part(&mut frameworks, "; ", framework));
    data.text("frameworks", &frameworks);
    data.text("state", entry.state.id());
    data.word("draft", profile.board.draft.then_some("yes"));
    let mut partners = String::new();
    entry.partners().iter().for_each(|partner| push_part(&mut partners, "; ", &partner.name));
    data.text("partners", &partners);
    data.word("decision", entry.decision().map(|decision| decision.reason.as_str()));
    if let Some((standing, _)) = &told.known {
        add_figures(standing.now(), &mut data);
        add_checks(standing, &mut data);
        add_target(standing, &mut data);
        data.text("trend", &cells[9]);
    }
    data.plain()
}

fn add_figures(now: &Comparison, data: &mut Data) {
    let figure = &now.ours().figure;
    let interval = &figure.intervals[0];
    data.text("indicator", if now.subject.id.is_empty() { now.subject.label } else { now.subject.id });
    data.text("group", &now.subject.group);
    data.text("period", &now.period.label);
    data.number("value", figure.cell.value());
    data.word(
        "absence",
        match figure.cell {
            Cell::Value(_) => None,
            Cell::Absent(absence) => Some(absence_id(absence)),
        },
    );
    data.number("lower", interval.map(|interval| interval.lower));
    data.number("upper", interval.map(|interval| interval.upper));
    data.word("method", interval.map(|interval| method(interval.method).0));
    data.number("peersMiddle", now.benchmark.figure.cell.value());
    data.number("peersLower", now.spread.map(|spread| spread.quartiles.0));
    data.number("peersUpper", now.spread.map(|spread| spread.quartiles.1));
    data.number("line", Some(f64::from(figure.line)));
    data.text("note", figure.note);
}

fn add_checks(standing: &Outlook, data: &mut Data) {
    let mut met = String::new();
    let mut checks = Vec::new();
    for made in &standing.made {
        let mut check = Data::default();
        check.text("check", made.check.id());
        check.word("met", Some(if made.met { "yes" } else { "no" }));
        check.word("metBefore", made.before.map(|before| if before { "yes" } else { "no" }));
        checks.push(check.plain());
        if made.met {
            push_part(&mut met, "; ", made.check.id());
        }
    }
    data.list("checks", checks);
    data.text("checksMet", &met);
    data.number("checksMade", Some(standing.made.len() as f64));
}

fn add_target(standing: &Outlook, data: &mut Data) {
    let (promise, planned, progress) = match &standing.progress {
        Progress::NoTarget => (None, None, "no-target"),
        Progress::OfAnother => (None, None, "of-another-area"),
        Progress::Standard { promise, met: Some(true) } => (Some(promise), None, "meets-standard"),
        Progress::Standard { promise, met: Some(false) } => (Some(promise), None, "misses-standard"),
        Progress::Standard { promise, met: None } | Progress::NotJudged(promise) => (Some(promise), None, "not-judged"),
        Progress::Due { promise, met } => {
            let word = match met {
                Some(true) => "reached",
                Some(false) => "not-reached",
                None => "not-judged",
            };
            (Some(promise), None, word)
        }
        Progress::NoPath(promise) => (Some(promise), None, "no-path"),
        Progress::Judged { promise, planned, place, .. } => {
            let place = match place {
                PlaceOnPath::On => "on-path",
                PlaceOnPath::TooClose => "too-close",
                PlaceOnPath::Behind => "behind-path",
            };
            (Some(promise), Some(*planned), place)
        }
    };
    data.number("target", promise.map(|promise| promise.level));
    data.word("targetDate", promise.and_then(|promise| promise.by.as_ref()).map(|by| by.label.as_str()));
    data.number("planned", planned);
    data.text("progress", progress);
}
