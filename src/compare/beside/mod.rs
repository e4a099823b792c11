//! What stands beside a comparison on request: ours among its peers under other rules of choosing them, against each of
//! them, between which positions; which clear gaps stay clear with all checks in mind; from whom to learn; and what lies
//! above and below ours.

mod discovery;
mod learning;
mod places;
#[cfg(test)]
mod tests;

pub use discovery::{Checked, Counts, Evidence, FalseDiscovery};
pub use learning::Learned;
pub use places::{Pairs, UnderRule};

pub(super) use learning::as_benchmark;
pub(super) use places::{Among, pairs, position};

use super::comparison::Comparison;
use super::places::{Places, Succeeded, places_of};
use super::{Asked, NoData};
use crate::config::Config;
use crate::data::Table;
use crate::stats::rank::RankInterval;

/// What stands beside a comparison, as far as it was asked for and can be said.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Beside<'t> {
    /// Peers that are clearly better than ours and getting better, A to Z; `None` where that was not asked for, nobody has
    /// said which way is better, or it could not be tested.
    pub learning: Option<Vec<Learned<'t>>>,
    /// Where ours stands among its peers by each rule of choosing them.
    pub rules: Vec<UnderRule<'t>>,
    /// Ours against each of its peers.
    pub pairs: Option<Pairs>,
    /// The positions ours could be at, counted down from the highest figure, and among how many.
    pub position: Option<(RankInterval, usize)>,
    /// The peers' gaps to the benchmark, tested again so that few of those called clear are so by chance alone.
    pub false_discovery: Option<FalseDiscovery<'t>>,
    /// The areas above and below ours.
    pub places: Option<Places<'t>>,
    /// Whether the peers asked for are all of our own system, and so left out.
    pub is_one_system: bool,
    /// What became of the area asked for, where it is no more.
    pub succession: Option<Succeeded>,
}

impl<'t> Asked<'t> {
    /// What stands beside every view.
    pub(super) fn beside(&self) -> Beside<'t> {
        let question = &self.question;
        Beside {
            places: question.config.views.show.places.then(|| places_of(question, &self.known)),
            is_one_system: question.is_one_system,
            succession: question.succession,
            ..Beside::default()
        }
    }
}

/// A comparison, with what is asked for beside it.
pub(super) fn compare<'t>(table: &'t Table, config: &'t Config) -> Result<Comparison<'t>, NoData> {
    let mut asked = Asked::of(table, config)?;
    let show = config.views.show;
    let mut beside = asked.beside();
    if show.learning {
        beside.learning = learning::learning(&mut asked);
    }
    if show.peer_rules {
        beside.rules = places::rules(&mut asked);
    }
    let among = Among::of(&asked.areas);
    if show.pairs {
        beside.pairs = among.as_ref().and_then(pairs);
    }
    if show.positions {
        beside.position = among.as_ref().and_then(position);
    }
    let mut comparison = asked.compared();
    if show.false_discovery {
        beside.false_discovery = discovery::false_discovery(&comparison);
    }
    comparison.beside = beside;
    Ok(comparison)
}
