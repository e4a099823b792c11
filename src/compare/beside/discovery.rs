//! The clear gaps of many areas tested again with all of them in mind: false-discovery control.

use crate::compare::comparison::{Benchmark, Compared, Comparison, Place, Rule, Test};
use crate::stats::{
    Estimate, Method, Rejection, Significance, false_discovery_adjusted, gap_p_value, interval_p_value,
    proportion_p_value, rate_p_value,
};

/// The peers' gaps to the benchmark, tested again so that few of those called clear are so by chance alone. No verdict of
/// the comparison changes: this stands beside them.
#[derive(Debug, Clone, PartialEq)]
pub struct FalseDiscovery<'t> {
    /// Every check that has a p-value, in the order of the comparison.
    pub checks: Vec<Checked<'t>>,
    /// The areas that were compared and have none, with why.
    pub left_out: Vec<(Place<'t>, Rejection)>,
}

/// One area's check.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Checked<'t> {
    /// The area.
    pub place: Place<'t>,
    /// What the comparison says of it.
    pub side: Significance,
    /// What its p-value comes from.
    pub evidence: Evidence,
    /// How rarely chance alone gives a gap so big.
    pub p_value: f64,
    /// The least share of false alarms at which its gap is called clear.
    pub adjusted: f64,
}

/// What a p-value comes from: what went into the very test that made the comparison.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Evidence {
    /// Counts, by Wilson's score test of a share.
    Share(Counts),
    /// Counts, by the exact Poisson test or Byar's.
    Rate(Counts),
    /// A figure with a range that was published, against a fixed figure.
    Range(Estimate, f64),
    /// Two figures with their ranges: the gap between them against none.
    Gap(Estimate, Estimate),
}

/// A count out of a denominator, per so many, against a fixed figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Counts {
    /// How many had the property.
    pub count: f64,
    /// How many could have had it.
    pub denominator: f64,
    /// What their ratio is multiplied by.
    pub per: f64,
    /// What it is compared with.
    pub against: f64,
}

impl Checked<'_> {
    /// Whether the comparison calls the gap clear.
    pub fn is_clear(&self) -> bool {
        self.side != Significance::NotDifferent
    }

    /// Whether it stays clear.
    pub fn stays(&self) -> bool {
        self.is_clear() && self.adjusted <= FalseDiscovery::SHARE
    }
}

impl FalseDiscovery<'_> {
    /// Of the gaps that stay clear, no more than this share is expected to be false.
    pub const SHARE: f64 = 0.05;

    /// How many gaps the comparison calls clear, and how many of them stay so.
    pub fn clear_and_stay(&self) -> (usize, usize) {
        let clear = self.checks.iter().filter(|checked| checked.is_clear());
        (clear.clone().count(), clear.filter(|checked| checked.stays()).count())
    }
}

impl Evidence {
    /// What went into the test of one area; `None` where an interval that it had is not there.
    fn of(compared: &Compared, test: &Test, benchmark: &Benchmark, per: Option<f64>) -> Option<Evidence> {
        let figure = &compared.figure;
        let (value, against) = (figure.cell.value()?, benchmark.figure.cell.value()?);
        let [usual, wide] = figure.intervals;
        if test.rule == Rule::GapItself {
            let theirs = Estimate { value: against, interval: benchmark.figure.intervals[0]? };
            return Some(Evidence::Gap(Estimate { value, interval: usual? }, theirs));
        }
        let interval = usual.or(wide)?;
        let counts = || Some(Counts { count: figure.count?, denominator: figure.denominator?, per: per?, against });
        Some(match interval.method {
            Method::Wilson => Evidence::Share(counts()?),
            Method::Exact | Method::Byar => Evidence::Rate(counts()?),
            _ => Evidence::Range(Estimate { value, interval }, against),
        })
    }

    pub(in crate::compare) fn p_value(&self) -> Result<f64, Rejection> {
        match self {
            Evidence::Share(of) => proportion_p_value(of.count, of.denominator, of.against / of.per),
            Evidence::Rate(of) => rate_p_value(of.count, of.denominator, of.against / of.per),
            Evidence::Range(figure, against) => interval_p_value(figure, *against),
            Evidence::Gap(figure, against) => gap_p_value(figure, against),
        }
    }
}

/// Every peer that was tested, tested again with all of them in mind; `None` for fewer than two.
///
/// Ours is not among them: its gap is the one question that was asked beforehand, and these are the checks whose number
/// the comparison tells.
pub(super) fn false_discovery<'t>(comparison: &Comparison<'t>) -> Option<FalseDiscovery<'t>> {
    let (mut tested, mut left_out) = (Vec::new(), Vec::new());
    for compared in comparison.peers() {
        let Ok(test) = &compared.verdict else { continue };
        let evidence = Evidence::of(compared, test, &comparison.benchmark, comparison.subject.per);
        match evidence.ok_or(Rejection::MissingLimits).and_then(|evidence| Ok((evidence, evidence.p_value()?))) {
            Ok((evidence, p_value)) => tested.push((compared.place, test.significance, evidence, p_value)),
            Err(why) => left_out.push((compared.place, why)),
        }
    }
    if tested.len() < 2 {
        return None;
    }
    let adjusted = false_discovery_adjusted(&tested.iter().map(|one| one.3).collect::<Vec<_>>()).ok()?;
    let checked = |((place, side, evidence, p_value), adjusted)| Checked { place, side, evidence, p_value, adjusted };
    Some(FalseDiscovery { checks: tested.into_iter().zip(adjusted).map(checked).collect(), left_out })
}
