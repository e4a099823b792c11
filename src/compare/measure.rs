//! What a measure is: its unit, polarity and value type, and the figures of its rows.

use super::comparison::{Figure, Origin, Subject};
use super::finding::{Finding, FindingKind};
use super::question::{Question, series_choice, series_label};
use crate::config::{Basis, Choice, Key, Polarity as Word, ValueType};
use crate::data::{PublishedComparison, PublishedTrend, Row, SeriesId, parse_number};
use crate::stats::{Interval, Level, Method, Polarity, rate_interval, wilson};

/// What is known of the measure, before any area is looked at.
pub(super) struct Known {
    pub subject: Subject,
    value_type: Option<ValueType>,
    multiplier: Option<f64>,
}

impl Known {
    /// Gathers what the config, the indicator table and the rows say.
    pub fn of(question: &mut Question) -> Known {
        let table = question.table;
        let indicator = table.indicator(question.indicator);
        let config = question.config;
        let word = |key| config.word_for(&indicator.id, &indicator.name, key);
        let (polarity, polarity_from) = polarity(question, word(Key::Polarity));
        let value_type = ValueType::read(word(Key::ValueType)).or_else(|| ValueType::read(&indicator.value_type));
        let counted = counted_multiplier(&question.rows);
        let multiplier = multiplier(word(Key::Multiplier), question).or(counted);
        let unit = unit(word(Key::Unit), &indicator.unit, value_type, counted, question);
        let series: Vec<SeriesId> = (0..table.series().len() as u32)
            .map(SeriesId)
            .filter(|&id| table.one_series(id).indicator == question.indicator)
            .collect();
        let group = match series.len() {
            0 | 1 => series_label(table, table.one_series(question.series)),
            _ => series_choice(table, &series, question.series),
        };
        let subject = Subject {
            id: indicator.id.clone(),
            label: indicator.name.clone(),
            phrase: some(word(Key::Name)),
            group,
            unit,
            polarity,
            polarity_from,
            basis: Basis::read(word(Key::Basis)),
            ratio: value_type == Some(ValueType::Ratio),
            publisher: some(config.word(Key::Publisher)),
            decimals: decimals(&question.rows),
        };
        Known { subject, value_type, multiplier }
    }

    /// The figure of a row: the published intervals where there are any, else worked out where that can be done.
    pub fn figure(&self, row: &Row) -> Figure {
        let published = |limits: Option<(f64, f64)>, level| {
            limits.and_then(|(lower, upper)| Interval::new(lower, upper, level, Method::Published).ok())
        };
        let mut figure = Figure {
            cell: row.cell(),
            interval: published(row.limits95(), Level::P95),
            wide_interval: published(row.limits998(), Level::P998),
            count: row.count(),
            denominator: row.denominator(),
            note: row.note().to_owned(),
            line: row.place().1,
        };
        if figure.interval.is_none() && figure.wide_interval.is_none() {
            figure.interval = self.worked_out(&figure, Level::P95);
            figure.wide_interval = self.worked_out(&figure, Level::P998);
        }
        figure
    }

    /// The interval by the method of the value type, where count, denominator and value agree with each other.
    fn worked_out(&self, figure: &Figure, level: Level) -> Option<Interval> {
        let (value, count, denominator) = (figure.cell.value()?, figure.count?, figure.denominator?);
        let multiplier = self.multiplier?;
        if !agrees(value, count, denominator, multiplier) {
            return None;
        }
        match self.value_type? {
            ValueType::Proportion => wilson(count, denominator, level).ok(),
            ValueType::Rate | ValueType::Ratio => rate_interval(count, denominator, level).ok(),
            _ => None,
        }?
        .scaled(multiplier)
        .ok()
    }
}

fn some(word: &str) -> Option<String> {
    (!word.is_empty()).then(|| word.to_owned())
}

/// Whether a value is its count over its denominator times the multiplier, within what rounding to whole numbers or
/// one decimal can do.
fn agrees(value: f64, count: f64, denominator: f64, multiplier: f64) -> bool {
    denominator > 0.0 && {
        let exact = multiplier * count / denominator;
        (value - exact).abs() <= (0.51f64).min(0.006 * exact.abs() + 0.051)
    }
}

/// The "per" that the rows' own counts and denominators agree on, asked of three rows at least and all that have both.
fn counted_multiplier(rows: &[Row]) -> Option<f64> {
    let counted: Vec<(f64, f64, f64)> = rows
        .iter()
        .filter_map(|row| Some((row.cell().value()?, row.count()?, row.denominator()?)))
        .filter(|&(_, count, denominator)| count > 0.0 && denominator > 0.0)
        .collect();
    let candidates = [100.0, 1_000.0, 10_000.0, 100_000.0, 1_000_000.0, 1.0];
    let fits = |multiplier: &f64| counted.iter().all(|&(value, count, of)| agrees(value, count, of, *multiplier));
    candidates.into_iter().find(|multiplier| counted.len() >= 3 && fits(multiplier))
}

fn multiplier(word: &str, question: &mut Question) -> Option<f64> {
    if word.is_empty() {
        return None;
    }
    let number = parse_number(word).filter(|number| *number > 0.0);
    if number.is_none() {
        question.findings.push(Finding::new(FindingKind::MultiplierNotANumber, word));
    }
    number
}

fn unit(
    word: &str,
    of_file: &str,
    value_type: Option<ValueType>,
    counted: Option<f64>,
    question: &mut Question,
) -> String {
    for said in [word, of_file] {
        if !said.is_empty() {
            return said.to_owned();
        }
    }
    match value_type {
        Some(ValueType::Proportion) => return "%".to_owned(),
        Some(ValueType::LifeExpectancy) => return "years".to_owned(),
        Some(_) => return String::new(),
        None => {}
    }
    let whole = |row: &Row| match (row.cell().value(), row.count(), row.denominator()) {
        (Some(value), Some(count), Some(of)) => value <= 100.0 && count <= of,
        _ => true,
    };
    if counted == Some(100.0) && question.rows.iter().all(whole) {
        question.findings.push(Finding::new(FindingKind::PercentInferred, ""));
        return "%".to_owned();
    }
    String::new()
}

/// One decimal where any figure has a part, none where all are whole.
fn decimals(rows: &[Row]) -> u8 {
    let part = |row: &Row| row.cell().value().is_some_and(|value| value.fract() != 0.0);
    u8::from(rows.iter().any(part))
}

fn polarity(question: &mut Question, word: &str) -> (Polarity, Origin) {
    let meaning = |word: Word| match word {
        Word::HighIsGood => Polarity::HighIsGood,
        Word::LowIsGood => Polarity::LowIsGood,
        Word::NoJudgement => Polarity::NoJudgement,
    };
    if let Some(word) = Word::read(word) {
        return (meaning(word), Origin::Config);
    }
    if let Some(word) = Word::read(&question.table.indicator(question.indicator).polarity) {
        return (meaning(word), Origin::IndicatorTable);
    }
    match labels_agree_on(question) {
        Some(polarity) => {
            question.findings.push(Finding::new(FindingKind::PolarityInferred, ""));
            (polarity, Origin::Labels)
        }
        None => (Polarity::NoJudgement, Origin::Nobody),
    }
}

/// The polarity that every label of the indicator's rows agrees with: of trends ("increasing and getting worse"), and
/// of comparisons with England ("worse" where the figure is above England's).
fn labels_agree_on(question: &Question) -> Option<Polarity> {
    let mut high_is_good = None;
    for row in &question.rows {
        for says in [trend_says(row), comparison_says(row, question)].into_iter().flatten() {
            if high_is_good.is_some_and(|before| before != says) {
                return None;
            }
            high_is_good = Some(says);
        }
    }
    high_is_good.map(|high| if high { Polarity::HighIsGood } else { Polarity::LowIsGood })
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
    let england = question
        .rows
        .iter()
        .filter(|other| other.period() == row.period())
        .find(|other| question.table.area(other.area()).code == super::ENGLAND)?
        .cell()
        .value()?;
    let value = row.cell().value()?;
    (value != england).then_some((value > england) == better)
}
