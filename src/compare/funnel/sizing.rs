//! Which figures have a place in a funnel: how they are made, of how many, and out of how many.

use super::NoFunnel;
use crate::compare::comparison::Figure;
use crate::compare::measure::{Known, agrees};
use crate::config::ValueType;
use crate::data::{Absence, Cell};
use crate::stats::{RateKind, Rejection, funnel_denominator};

/// How the figures of a funnel are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FunnelKind {
    /// A share of a whole; its size is the whole.
    Share,
    /// Events over people or time; its size is that.
    Rate,
    /// The same, adjusted to a standard population; its size is what the events are to the rate.
    StandardisedRate,
    /// Observed against expected events; its size is the expected, and the average 1.
    Ratio,
}

/// Why a figure has no place in a funnel. It concerns that area alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unplaced {
    /// There is no figure.
    NoFigure(Absence),
    /// There is a figure and not its count.
    NoCount,
    /// There is a figure and not what it is out of.
    NoDenominator,
    /// The count and what it is out of do not make the figure.
    CountsDisagree,
    /// Fewer than ten events, too few for a standardised rate.
    TooFewCases,
    /// The numbers are too large or too small to reckon with.
    NotCalculable,
    /// The measure has no funnel.
    NoFunnel,
}

impl Unplaced {
    /// Its name in plain data.
    pub fn id(self) -> &'static str {
        match self {
            Unplaced::NoFigure(_) => "no-figure",
            Unplaced::NoCount => "no-count",
            Unplaced::NoDenominator => "no-denominator",
            Unplaced::CountsDisagree => "counts-disagree",
            Unplaced::TooFewCases => "too-few-cases",
            Unplaced::NotCalculable => "not-calculable",
            Unplaced::NoFunnel => "no-funnel",
        }
    }
}

/// A count, and its size: what it is out of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cases {
    /// How many had the property.
    pub count: f64,
    /// Out of how many; of standardised rates what the events are to the rate, of ratios the expected.
    pub size: f64,
}

impl Cases {
    /// Whether there are cases enough for the figure to stand in the funnel.
    pub(super) fn is_enough(&self, kind: FunnelKind) -> bool {
        kind != FunnelKind::StandardisedRate || self.count >= FEWEST
    }
}

/// Fewer events than this and a standardised rate is not placed (Morris et al. 2018).
const FEWEST: f64 = 10.0;

/// How the figures are made and what a count over its size is multiplied by: as somebody says; else, where every row's
/// count and denominator bear its figure, as those tell.
pub(super) fn kind(known: &Known) -> Result<(FunnelKind, f64), NoFunnel> {
    let per = known.subject.per;
    let kind = match (known.value_type(), per) {
        (Some(ValueType::Proportion), _) => FunnelKind::Share,
        (Some(ValueType::Rate), _) => FunnelKind::Rate,
        (Some(ValueType::StandardisedRate), _) => FunnelKind::StandardisedRate,
        (Some(ValueType::Ratio), _) => FunnelKind::Ratio,
        (None, Some(per)) if per == 100.0 && known.subject.unit == "%" => FunnelKind::Share,
        (None, Some(per)) if per > 100.0 => FunnelKind::Rate,
        _ => return Err(NoFunnel::NotCounted),
    };
    let usual = match kind {
        FunnelKind::Share if known.subject.unit == "%" => Some(100.0),
        _ => None,
    };
    per.or(usual).map(|per| (kind, per)).ok_or(NoFunnel::NoMultiplier)
}

/// The count of a figure and its size; or why they cannot be had.
pub(super) fn cases(kind: FunnelKind, per: f64, figure: &Figure) -> Result<Cases, Unplaced> {
    let value = match figure.cell {
        Cell::Value(value) => value,
        Cell::Absent(why) => return Err(Unplaced::NoFigure(why)),
    };
    let count = figure.count.ok_or(Unplaced::NoCount)?;
    if kind == FunnelKind::StandardisedRate {
        let size = funnel_denominator(count, value / per, figure.denominator).map_err(|why| match why {
            Rejection::DenominatorUnknown => Unplaced::NoDenominator,
            _ => Unplaced::CountsDisagree,
        })?;
        return Ok(Cases { count, size });
    }
    let size = figure.denominator.filter(|size| *size > 0.0).ok_or(Unplaced::NoDenominator)?;
    let is_whole = kind != FunnelKind::Share || count <= size;
    if count >= 0.0 && is_whole && agrees(value, count, size, per) {
        Ok(Cases { count, size })
    } else {
        Err(Unplaced::CountsDisagree)
    }
}

impl FunnelKind {
    /// The kinds by their names in plain data.
    pub(in crate::compare) const NAMES: [(&'static str, FunnelKind); 4] = [
        ("share", FunnelKind::Share),
        ("rate", FunnelKind::Rate),
        ("standardised-rate", FunnelKind::StandardisedRate),
        ("ratio", FunnelKind::Ratio),
    ];

    /// Its name in plain data.
    pub fn id(self) -> &'static str {
        FunnelKind::NAMES[self as usize].0
    }

    /// What kind of rate it is.
    pub(super) fn rate(self) -> RateKind {
        if self == FunnelKind::StandardisedRate { RateKind::DirectlyStandardised } else { RateKind::Crude }
    }
}
