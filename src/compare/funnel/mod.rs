//! The meaning of a funnel: whether an area's figure lies further from the average than chance takes one of its size.

mod limits;
mod sizing;
#[cfg(test)]
mod tests;

pub use limits::{FunnelLine, Standing};
pub use sizing::{Cases, FunnelKind, Unplaced};

pub(super) use limits::{Middle, Widened, average, spread};

use super::comparison::{Compared, Comparison, Figure, Place};
use super::measure::Known;
use super::peers;
use super::{Asked, NoData};
use crate::config::Config;
use crate::data::{AreaId, Table};
use crate::stats::funnel::Overdispersion;
use crate::stats::{Rejection, chance_of_flags};

/// How rare it must be by chance for so many places outside to be called far more than chance puts there.
const FAR_MORE: f64 = 0.001;
/// How many of a hundred chance puts outside the narrower limits.
pub(super) const OUTSIDE_95: f64 = 0.05;

/// Every area of our kind, its figure against its size: facts only, no words.
#[derive(Debug, Clone, PartialEq)]
pub struct FunnelComparison<'t> {
    /// Our area, its peers and the benchmark, in the same period.
    pub now: Comparison<'t>,
    /// Our area, then our peers in the order to show them, then all others A to Z: never empty.
    pub places: Vec<FunnelPlace<'t>>,
    /// How many of them, after ours, are our peers.
    pub peers: usize,
    /// The average and the limits; or why the measure has none.
    pub funnel: Result<Funnel, NoFunnel>,
}

impl<'t> FunnelComparison<'t> {
    /// Our area.
    pub fn ours(&self) -> &FunnelPlace<'t> {
        &self.places[0]
    }
}

/// An area with its figure, and where that stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FunnelPlace<'t> {
    /// The area.
    pub place: Place<'t>,
    /// Its figure.
    pub figure: Figure<'t>,
    /// Its count and size, where they can be had.
    pub cases: Option<Cases>,
    /// Where it stands; or why it has no place in the funnel.
    pub standing: Result<Standing, Unplaced>,
}

/// What figures are held against.
#[derive(Debug, Clone, PartialEq)]
pub struct Funnel {
    /// How the figures are made.
    pub kind: FunnelKind,
    /// The average, as figures are written.
    pub average: f64,
    /// What a count over its size is multiplied by.
    pub per: f64,
    /// How much more the figures vary than chance, whether or not the limits allow for it.
    pub spread: Result<Overdispersion, Rejection>,
    /// Whether the limits allow for it: asked for, and there is some.
    pub is_widened: bool,
    /// How many areas stand in the funnel.
    pub placed: usize,
    /// How many of them lie outside the limits at 95 and at 99.8 %.
    pub outside: [usize; 2],
    /// How likely chance alone puts so many or more outside the limits at 95 %.
    pub by_chance: f64,
    /// The limits over a range of sizes, ascending.
    pub lines: Vec<FunnelLine>,
}

impl Funnel {
    /// Whether far more areas are outside than chance alone would put there, by an exact binomial test at 99.8 %.
    ///
    /// It concerns limits of chance alone: those that allow for the usual spread are not tested so.
    pub fn is_spread(&self) -> bool {
        !self.is_widened && Funnel::is_far_more(self.by_chance)
    }

    /// Whether so many are outside as chance would hardly ever put there.
    pub(super) fn is_far_more(by_chance: f64) -> bool {
        by_chance < FAR_MORE
    }
}

/// Why a measure has no funnel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoFunnel {
    /// It is no share, rate or ratio of counts: an average, a score, years of life, a number of people; or nobody has said.
    NotCounted,
    /// Nothing says what a count over its denominator is multiplied by.
    NoMultiplier,
    /// Fewer than two areas have a figure with its count and size.
    TooFewPlaces {
        /// How many have.
        have: usize,
    },
    /// Nobody has the property at all, so there is nothing to expect.
    NoEvents,
    /// The numbers are too large or too small to reckon with.
    NotCalculable,
}

/// Every area of our kind by its size, in the period asked for, else our latest.
///
/// The average and the limits of chance are those of the public-health funnel: PHE technical guide "Funnel Plots" (2017).
/// On request the limits allow for the usual spread between places: Spiegelhalter (2005). Fails only when there is nothing
/// at all; a measure without a funnel says why, and so does an area without a place in it.
pub fn funnel<'t>(table: &'t Table, config: &'t Config) -> Result<FunnelComparison<'t>, NoData> {
    let mut asked = Asked::of(table, config)?;
    let mut places = everyone(&mut asked);
    let funnel = around(&mut places, &asked.known, config.views.funnel.is_widened);
    Ok(FunnelComparison { peers: asked.ids.len(), now: asked.compared(), places, funnel })
}

/// Ours, our peers, then the other areas of our kind; not yet placed.
fn everyone<'t>(asked: &mut Asked<'t>) -> Vec<FunnelPlace<'t>> {
    let bare = |&Compared { place, figure, .. }: &Compared<'t>| FunnelPlace {
        place,
        figure,
        cases: None,
        standing: Err(Unplaced::NoFunnel),
    };
    let mut found: Vec<FunnelPlace> = asked.areas.iter().map(bare).collect();
    // Members of one system answer for it together: none is placed against another.
    if asked.question.is_one_system && asked.ids.is_empty() {
        return found;
    }
    // What was left out of the peers is found already.
    let findings = asked.question.findings.len();
    for id in peers::candidates(&mut asked.question) {
        if !asked.ids.contains(&id) {
            found.push(bare(&asked.known.compared(&asked.question, AreaId(id))));
        }
    }
    asked.question.findings.truncate(findings);
    found
}

/// The funnel of some places, each of which is then told where it stands.
fn around(places: &mut [FunnelPlace], known: &Known, is_widened: bool) -> Result<Funnel, NoFunnel> {
    let (kind, per) = sizing::kind(known)?;
    let cases: Vec<Result<Cases, Unplaced>> =
        places.iter().map(|place| sizing::cases(kind, per, &place.figure)).collect();
    let all: Vec<Cases> = cases.iter().flatten().copied().collect();
    let average = average(kind, &all)?;
    let enough: Vec<Cases> = all.into_iter().filter(|cases| cases.is_enough(kind)).collect();
    if enough.len() < 2 {
        return Err(NoFunnel::TooFewPlaces { have: enough.len() });
    }
    let spread = spread(kind, average, &enough);
    let widened = spread.ok().filter(|spread| is_widened && spread.tau_squared > 0.0);
    let widened = widened.map(|spread| Widened { tau_squared: spread.tau_squared });
    let middle = Middle { kind, average, per, widened };
    let (mut placed, mut outside) = (0, [0, 0]);
    for (place, cases) in places.iter_mut().zip(cases) {
        place.cases = cases.ok();
        place.standing = cases.and_then(|cases| middle.stands(&cases, known.subject.polarity));
        let Ok(standing) = &place.standing else { continue };
        placed += 1;
        for (level, count) in outside.iter_mut().enumerate() {
            *count += usize::from(standing.is_outside(level));
        }
    }
    let by_chance = chance_of_flags(outside[0], placed, OUTSIDE_95).ok_or(NoFunnel::NotCalculable)?;
    Ok(Funnel {
        kind,
        average: average * per,
        per,
        spread,
        is_widened: widened.is_some(),
        placed,
        outside,
        by_chance,
        lines: middle.lines(&enough),
    })
}
