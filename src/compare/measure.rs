//! What a measure is: its unit, polarity and value type, and the figures of its rows.

#[cfg(more)]
mod made;

use super::comparison::{Compared, Figure, LEVELS, Subject, Untested};
use super::finding::FindingKind;
use super::kind::is_england;
use super::question::Question;
use crate::config::{Basis, Choice, Key, Polarity as Word, ValueType};
use crate::data::{Absence, AreaId, Cell, PublishedComparison, PublishedTrend, Row, parse_number};
use crate::stats::{Interval, Level, Method, Polarity, rate_interval, wilson};

/// What is known of the measure, before any area is looked at.
pub(super) struct Known<'t> {
    pub subject: Subject<'t>,
    value_type: Option<ValueType>,
}

impl<'t> Known<'t> {
    /// Gathers what the config, the indicator table and the rows say.
    pub fn of(question: &mut Question<'t>) -> Known<'t> {
        let (indicator, config) = (question.table.indicator(question.indicator), question.config);
        let word = |key| config.word_for(&indicator.id, &indicator.name, key);
        let value_type = ValueType::read(word(Key::ValueType)).or_else(|| ValueType::read(&indicator.value_type));
        let counted = Counted::of(&question.rows);
        let subject = Subject {
            id: &indicator.id,
            label: &indicator.name,
            phrase: word(Key::Name),
            group: String::new(),
            polarity: polarity(question, word(Key::Polarity)),
            unit: unit(word(Key::Unit), value_type, &counted, question),
            basis: Basis::read(word(Key::Basis)),
            ratio: value_type == Some(ValueType::Ratio),
            publisher: config.word(Key::Publisher),
            decimals: u8::from(counted.has_parts),
            per: multiplier(word(Key::Multiplier), question).or(counted.multiplier),
        };
        Known { subject, value_type }
    }

    /// An area with its figure in our period, not yet tested.
    pub fn compared(&self, question: &Question<'t>, id: AreaId) -> Compared<'t> {
        let figure = match question.row_of(id) {
            Some(row) => self.figure(&row),
            None => Figure::bare(Cell::Absent(Absence::Missing)),
        };
        Compared { place: question.place(id), figure, verdict: Err(Untested::NoBenchmark) }
    }

    /// The figure of a row: the published intervals where there are any, else worked out where that can be done. Without
    /// a figure there is no interval, and none is put in the place of one that cannot be right.
    pub fn figure(&self, row: &Row<'t>) -> Figure<'t> {
        let (count, denominator) = (row.count(), row.denominator());
        let mut figure =
            Figure { count, denominator, note: row.note(), line: row.place().1, ..Figure::bare(row.cell()) };
        let Cell::Value(value) = figure.cell else { return figure };
        let published = [row.limits95(), row.limits998()];
        let is_published = published[0].is_some() || published[1].is_some() || row.interval_rejected();
        for (at, &level) in LEVELS.iter().enumerate() {
            figure.intervals[at] = match published[at] {
                Some((lower, upper)) => Interval::new(lower, upper, level, Method::Published).ok(),
                None if is_published => None,
                None => self.worked_out(value, count, denominator, level),
            };
        }
        figure
    }

    /// The interval by the method of the value type, where count, denominator and value agree with each other.
    fn worked_out(&self, value: f64, count: Option<f64>, denominator: Option<f64>, level: Level) -> Option<Interval> {
        let (count, denominator, multiplier) = (count?, denominator?, self.subject.per?);
        if !agrees(value, count, denominator, multiplier) {
            return None;
        }
        let interval = match self.value_type? {
            ValueType::Proportion => wilson(count, denominator, level),
            ValueType::Rate | ValueType::Ratio => rate_interval(count, denominator, level),
            _ => return None,
        };
        interval.ok()?.scaled(multiplier).ok()
    }
}

/// Whether a value is its count over its denominator times the multiplier, within what rounding to whole numbers or
/// one decimal can do.
pub(super) fn agrees(value: f64, count: f64, denominator: f64, multiplier: f64) -> bool {
    denominator > 0.0 && {
        let exact = multiplier * count / denominator;
        (value - exact).abs() <= (0.51f64).min(0.006 * exact.abs() + 0.051)
    }
}

/// What the rows tell by their counts.
struct Counted {
    /// The "per" that the rows' own counts and denominators agree on, asked of three rows at least and all that have both.
    multiplier: Option<f64>,
    /// Whether no row speaks against shares of a whole.
    are_shares: bool,
    /// Whether any figure has decimals.
    has_parts: bool,
}

impl Counted {
    fn of(rows: &[Row]) -> Counted {
        const PER: [f64; 6] = [100.0, 1_000.0, 10_000.0, 100_000.0, 1_000_000.0, 1.0];
        let mut fits = [true; PER.len()];
        let mut asked = 0;
        let mut counted = Counted { multiplier: None, are_shares: true, has_parts: false };
        for row in rows {
            let Cell::Value(value) = row.cell() else { continue };
            counted.has_parts |= value.fract() != 0.0;
            let (Some(count), Some(of)) = (row.count(), row.denominator()) else { continue };
            counted.are_shares &= value <= 100.0 && count <= of;
            if count > 0.0 && of > 0.0 {
                asked += 1;
                for (at, &per) in PER.iter().enumerate() {
                    fits[at] &= agrees(value, count, of, per);
                }
            }
        }
        if asked >= 3 {
            counted.multiplier = fits.iter().position(|&fits| fits).map(|at| PER[at]);
        }
        counted
    }
}

fn multiplier(word: &str, question: &mut Question) -> Option<f64> {
    if word.is_empty() {
        return None;
    }
    let number = parse_number(word).filter(|number| *number > 0.0);
    if number.is_none() {
        question.find(FindingKind::MultiplierNotANumber, word);
    }
    number
}

fn unit<'t>(word: &'t str, value_type: Option<ValueType>, counted: &Counted, question: &mut Question<'t>) -> &'t str {
    let of_file = question.table.indicator(question.indicator).unit.as_str();
    match value_type {
        _ if !word.is_empty() => word,
        _ if !of_file.is_empty() => of_file,
        Some(ValueType::Proportion) => "%",
        Some(ValueType::LifeExpectancy) => "years",
        None if counted.multiplier == Some(100.0) && counted.are_shares => {
            question.find(FindingKind::PercentInferred, "");
            "%"
        }
        _ => "",
    }
}

/// Which way is better: as the config says, else the indicator table, else every label of the file.
fn polarity(question: &mut Question, word: &str) -> Polarity {
    match Word::read(word).or_else(|| Word::read(&question.table.indicator(question.indicator).polarity)) {
        Some(Word::HighIsGood) => Polarity::HighIsGood,
        Some(Word::LowIsGood) => Polarity::LowIsGood,
        Some(Word::NoJudgement) => Polarity::NoJudgement,
        None => {
            let Some(high_is_good) = labels_agree_on(question) else { return Polarity::NoJudgement };
            question.find(FindingKind::PolarityInferred, "");
            if high_is_good { Polarity::HighIsGood } else { Polarity::LowIsGood }
        }
    }
}

/// Whether high is good, when every label of the indicator's rows agrees on it: of trends ("increasing and getting
/// worse"), and of comparisons with England ("worse" where the figure is above England's).
fn labels_agree_on(question: &Question) -> Option<bool> {
    let mut high_is_good = None;
    for row in &question.rows {
        for says in [trend_says(row), comparison_says(row, question)] {
            if says.is_some() && high_is_good.is_some() && says != high_is_good {
                return None;
            }
            high_is_good = high_is_good.or(says);
        }
    }
    high_is_good
}

fn trend_says(row: &Row) -> Option<bool> {
    match row.published_trend()? {
        PublishedTrend::IncreasingBetter | PublishedTrend::DecreasingWorse => Some(true),
        PublishedTrend::IncreasingWorse | PublishedTrend::DecreasingBetter => Some(false),
        _ => None,
    }
}

fn comparison_says(row: &Row, question: &Question) -> Option<bool> {
    use PublishedComparison::{Better, Better95, Better998, Worse, Worse95, Worse998};
    let better = match row.compared_to_england()? {
        Better | Better95 | Better998 => true,
        Worse | Worse95 | Worse998 => false,
        _ => return None,
    };
    for other in &question.rows {
        if other.period() == row.period() && is_england(question.table.area(other.area())) {
            let (value, england) = (row.cell().value()?, other.cell().value()?);
            return (value != england).then_some((value > england) == better);
        }
    }
    None
}
