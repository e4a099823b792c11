//! Place and system, both ways: the table of what lies above and in ours, whether the parts add up, where a reader can go
//! from here, and what took the place of an area that is no more.

use super::figures::Figures;
use super::model::{Control, Grid, Notice};
use super::results::in_full;
use super::say::Speaker;
use crate::compare::{Amount, Beside, Cell, Located, Places, Shown, Sum, Sums, Width};
use crate::text::{BesideLabel, BesideMessage, BesideSentence, Label, decimals_between};

/// More areas than this want a field to find one by typing.
const LONG: usize = 25;

impl Speaker<'_> {
    /// Whether the parts add up, and that members of one system are not set against each other.
    pub(super) fn places(&mut self, beside: &Beside) {
        if beside.is_one_system {
            self.say(BesideSentence::D7);
        }
        let Some(Places { sum: Some(sum), .. }) = &beside.places else { return };
        let (of_parts, of_whole) = sums(sum, self.figures);
        self.set("sum", of_parts);
        self.set("whole", of_whole);
        self.say(match sum.sums {
            Sums::AddUp => BesideSentence::D1,
            Sums::Differ => BesideSentence::D2,
            Sums::Untold => BesideSentence::D6,
        });
        self.set_count("n", sum.parts);
        for (missing, sentence) in [(sum.without, BesideSentence::D3), (sum.other_period, BesideSentence::D4)] {
            if missing > 0 {
                self.set_count("k", missing);
                self.say(sentence);
            }
        }
        if sum.sums == Sums::Differ && sum.without + sum.other_period == 0 {
            self.say(BesideSentence::D5);
        }
    }
}

/// What the parts come to and what the whole is: as counts; where the whole has none, as its figure.
fn sums(sum: &Sum, figures: &Figures) -> (String, String) {
    if let Some(whole) = &sum.whole.amount {
        return (amount(&sum.of_parts, figures), amount(whole, figures));
    }
    let ours = figures.comparison.ours().figure.cell.value();
    let (Some(parts), Some(whole)) = (sum.value, ours) else { return (String::new(), String::new()) };
    let decimals = decimals_between(parts, whole, figures.decimals);
    let written = |value| figures.language.figure(value, decimals, &figures.unit);
    (written(parts), written(whole))
}

fn amount(amount: &Amount, figures: &Figures) -> String {
    let number = |number: f64| figures.language.number(number, if number.fract() == 0.0 { 0 } else { 1 });
    let count = number(amount.count);
    match amount.denominator {
        Some(of) => figures.language.label(BesideLabel::CountOf, &[("count", &count), ("of", &number(of))]),
        None => count,
    }
}

/// Ours, what contains it and what lies in it, the widest first; the parts A to Z. None is set against another.
pub(super) fn grid(figures: &Figures) -> Option<Grid> {
    let Places { ours, above, below, .. } = figures.comparison.beside.places.as_ref()?;
    let heads = [
        (figures.word(Label::Area), false),
        (figures.word(BesideLabel::Width), false),
        (figures.word(Label::Figure), true),
        (figures.word(Label::Range), true),
        (figures.word(Label::Note), false),
    ];
    let (columns, numeric) = heads.into_iter().unzip();
    let all = above.iter().rev().chain([ours]).chain(below);
    let rows = all.map(|one| row(one, figures)).collect();
    Some(Grid { caption: figures.label_of(BesideLabel::Above, ours.place.name), columns, numeric, rows })
}

fn row(one: &Located, figures: &Figures) -> Vec<String> {
    let figure = &one.figure;
    let range = match (&figure.intervals[0], figure.cell) {
        (Some(interval), _) => figures.range(&figures.short(interval.lower), &figures.short(interval.upper)),
        (None, Cell::Value(_)) => figures.word(Label::NoRange),
        (None, Cell::Absent(_)) => String::new(),
    };
    let note = match one.other_period {
        Some(period) => figures.label_of(BesideLabel::OtherPeriod, &figures.period(period)),
        None => figure.note.to_owned(),
    };
    vec![one.place.name.to_owned(), width(one, figures), figures.cell(figure), range, note]
}

/// How wide an area is; where its code does not tell, what the publisher calls its type.
fn width(one: &Located, figures: &Figures) -> String {
    let label = match one.width {
        Some(Width::Neighbourhood) => BesideLabel::Neighbourhood,
        Some(Width::Place) => BesideLabel::PlaceWidth,
        Some(Width::System) => BesideLabel::System,
        Some(Width::Region) => BesideLabel::Region,
        Some(Width::Nation) => BesideLabel::Nation,
        None => return one.kind.to_owned(),
    };
    figures.word(label)
}

/// Where a reader can go from here and find the same measure and period: up, the nearest first, or down, A to Z.
pub(super) fn control(figures: &Figures) -> Option<Control> {
    let Places { ours, above, below, .. } = figures.comparison.beside.places.as_ref()?;
    let ways = above.iter().map(|one| (one, BesideLabel::Up)).chain(below.iter().map(|one| (one, BesideLabel::Down)));
    let mut options = Vec::new();
    for (one, way) in [(ours, BesideLabel::Here)].into_iter().chain(ways.filter(|(one, _)| one.has_row)) {
        let width = width(one, figures);
        let slots = [("name", one.place.name), ("width", width.as_str())];
        options.push((one.place.code.to_owned(), figures.language.label(way, &slots)));
    }
    let find = options.len() > LONG;
    let control = Control {
        name: "here",
        label: figures.word(BesideLabel::AlsoHere),
        value: ours.place.code.to_owned(),
        options,
        find,
    };
    (control.options.len() > 1).then_some(control)
}

/// That the area asked for is no more, what took its place, and whose figures are shown.
pub(super) fn succession(figures: &Figures) -> Option<Notice> {
    let succeeded = figures.comparison.beside.succession?;
    let language = figures.language;
    let named = |code: &str, name: &str| language.label(BesideLabel::NamedCode, &[("name", name), ("code", code)]);
    let what = succeeded.what;
    let new: Vec<String> = what.into.iter().map(|(code, name)| named(code, name)).collect();
    let year = in_full(f64::from(what.year));
    let ours = figures.comparison.ours().place;
    let slots = [
        ("year", year.as_str()),
        ("new", &language.list(&new)),
        ("old", &named(what.code, what.name)),
        ("shown", &named(ours.code, ours.name)),
    ];
    let hint = match succeeded.shown {
        Some(Shown::New) => BesideMessage::ReplacedNew,
        Some(Shown::Old) => BesideMessage::ReplacedOld,
        None => BesideMessage::ReplacedNeither,
    };
    Some(Notice {
        kind: BesideMessage::AreaReplaced.id(),
        file: 0,
        line: 0,
        place: String::new(),
        column: String::new(),
        message: language.label(BesideMessage::AreaReplaced, &slots),
        hint: language.label(hint, &slots),
        times: 1,
    })
}
