//! Whether the parts of an area add up to the whole.

use super::Located;
use crate::compare::comparison::Figure;
use crate::compare::measure::{Known, agrees};

/// The parts of an area against the whole.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sum {
    /// How many parts there are.
    pub parts: usize,
    /// How many of them have counts, and so are in the sum; none where a row gives no figure, as that may be withheld.
    pub counted: usize,
    /// How many have a figure for another period only.
    pub other_period: usize,
    /// How many have no figure at all.
    pub without: usize,
    /// The sum of those that are in it.
    pub of_parts: Amount,
    /// What the whole has of its own.
    pub whole: Whole,
    /// The value that the sum makes, where the measure is a count over its denominator.
    pub value: Option<f64>,
    /// Whether it adds up.
    pub sums: Sums,
}

/// How many had the property, and of how many; a number of people or events is of none.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Amount {
    /// How many had it.
    pub count: f64,
    /// How many could have had it.
    pub denominator: Option<f64>,
}

/// Whether parts add up to the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sums {
    /// They do, within what rounding can do.
    AddUp,
    /// They do not.
    Differ,
    /// That cannot be told, as counts are missing.
    Untold,
}

/// What is known of the whole.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Whole {
    /// Its counts.
    pub amount: Option<Amount>,
    /// Its value, and what a count over its denominator is multiplied by, where the measure is made so.
    pub value: Option<(f64, f64)>,
}

/// The parts of an area against the whole; `None` where the files have a row for none of them.
pub(super) fn sum(whole: &Located, parts: &[Located], known: &Known) -> Option<Sum> {
    let per = known.per_of_counts();
    let whole = Whole { amount: whole.amount, value: whole.figure.cell.value().zip(per) };
    // What is withheld of one part could be told from the sum of the others, so there is none then.
    let is_withheld = parts.iter().any(|part| part.has_row && part.figure.cell.value().is_none());
    let counted: Vec<Amount> = parts.iter().filter_map(|part| part.amount).filter(|_| !is_withheld).collect();
    let (of_parts, sums) = add_up(&counted, &whole);
    let missing = parts.iter().filter(|part| part.figure.cell.value().is_none());
    let other_period = missing.clone().filter(|part| part.other_period.is_some()).count();
    parts.iter().any(|part| part.has_row).then(|| Sum {
        parts: parts.len(),
        counted: counted.len(),
        other_period,
        without: missing.count() - other_period,
        of_parts,
        whole,
        value: per.and_then(|per| Some(per * of_parts.count / of_parts.denominator.filter(|of| *of > 0.0)?)),
        sums,
    })
}

/// The sum of counts over that of denominators, against the whole's own counts; where it has none, against its value.
pub(in crate::compare) fn add_up(parts: &[Amount], whole: &Whole) -> (Amount, Sums) {
    let count = parts.iter().map(|part| part.count).sum();
    let denominator = parts.iter().map(|part| part.denominator).sum::<Option<f64>>();
    let total = Amount { count, denominator: denominator.filter(|_| !parts.is_empty()) };
    let is_same = match (whole.amount, total.denominator, whole.value) {
        _ if parts.is_empty() => None,
        (Some(of_whole), ..) => Some(is_within_rounding(parts, &total, &of_whole)),
        (None, Some(denominator), Some((value, per))) => Some(agrees(value, count, denominator, per)),
        _ => None,
    };
    let sums = match is_same {
        Some(true) => Sums::AddUp,
        Some(false) => Sums::Differ,
        None => Sums::Untold,
    };
    (total, sums)
}

/// Whether a sum is the whole but for rounding: each number may be off by half of what all are rounded to.
fn is_within_rounding(parts: &[Amount], total: &Amount, whole: &Amount) -> bool {
    let counts: Vec<f64> = parts.iter().chain([whole]).map(|amount| amount.count).collect();
    let denominators: Vec<f64> = parts.iter().chain([whole]).filter_map(|amount| amount.denominator).collect();
    let close = |numbers: &[f64], total: f64, whole: f64| {
        (total - whole).abs() <= rounded_to(numbers) / 2.0 * numbers.len() as f64
    };
    let of = match (total.denominator, whole.denominator) {
        (Some(total), Some(whole)) => close(&denominators, total, whole),
        (None, None) => true,
        _ => false,
    };
    of && close(&counts, total.count, whole.count)
}

/// What numbers are rounded to: 10, 5, 1, else a tenth. Two numbers that end alike may do so by chance.
fn rounded_to(numbers: &[f64]) -> f64 {
    let coarse: &[f64] = if numbers.len() > 3 { &[10.0, 5.0, 1.0] } else { &[1.0] };
    let fits = |unit: &&f64| numbers.iter().all(|number| number % **unit == 0.0);
    coarse.iter().find(fits).copied().unwrap_or(0.1)
}

impl Amount {
    /// The counts of a figure; those of a number of people or events are its value.
    pub(super) fn of(figure: &Figure, is_count: bool) -> Option<Amount> {
        let value = figure.cell.value()?;
        if is_count {
            return Some(Amount { count: value, denominator: None });
        }
        Some(Amount { count: figure.count?, denominator: Some(figure.denominator?) })
    }
}

impl Sums {
    /// Its name in plain data.
    pub(in crate::compare) fn id(self) -> &'static str {
        match self {
            Sums::AddUp => "add-up",
            Sums::Differ => "differ",
            Sums::Untold => "untold",
        }
    }
}
