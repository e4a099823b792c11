//! From whom to learn: peers that are clearly on the better side of ours, and clearly getting better.

use crate::compare::comparable::Comparable;
use crate::compare::comparison::{Benchmark, BenchmarkKind, Compared, Place, Rule};
use crate::compare::recent::{TrendVerdict, recent};
use crate::compare::{Asked, Whose, benchmark, history, verdict};
use crate::config::{Choice, Key, LearnFrom, TrendMethod, named};
use crate::data::AreaId;
use crate::stats::{Gap, Judgement, Polarity, TrendJudgement};

/// A place to learn from.
#[derive(Debug, Clone, PartialEq)]
pub struct Learned<'t> {
    /// The place.
    pub place: Place<'t>,
    /// Its gap to ours.
    pub gap: Gap,
    /// Its recent trend.
    pub trend: TrendVerdict<'t>,
    /// What the publisher points to.
    pub from: Option<&'t LearnFrom>,
}

/// The places to learn from, A to Z: the gap to ours tested at 95 %, the trend at 99.8 %. `None` where nothing could be
/// tested, or a place that is clearly better has figures too few for a trend and no other place is found.
pub(super) fn learning<'t>(asked: &mut Asked<'t>) -> Option<Vec<Learned<'t>>> {
    let polarity = asked.known.subject.polarity;
    if polarity == Polarity::NoJudgement {
        return None;
    }
    let config = asked.question.config;
    let method = TrendMethod::read(config.word(Key::TrendMethod)).unwrap_or(TrendMethod::Guidance);
    let ours = as_benchmark(&asked.areas[0]);
    let (mut found, mut tested, mut is_open) = (Vec::new(), 0, false);
    for at in 1..asked.areas.len() {
        let Compared { place, figure, .. } = asked.areas[at];
        let Ok(test) = verdict::judge(&figure, &ours, Rule::GapItself, polarity) else { continue };
        tested += 1;
        let (Judgement::Better, Some(gap)) = (test.judgement, test.gap) else { continue };
        let history = history::of_area(asked, AreaId(asked.ids[at - 1]));
        let trend = Comparable::of(&history).and_then(|all| recent(&all, &asked.known, method, Whose::Ours));
        match trend {
            Ok(trend) if trend.judgement == TrendJudgement::GettingBetter => {
                found.push(Learned { place, gap, trend, from: named(&config.views.learn_from, place.code) });
            }
            Ok(_) => {}
            Err(_) => is_open = true,
        }
    }
    found.sort_by_cached_key(|learned| learned.place.name.to_ascii_lowercase());
    (tested > 0 && (!found.is_empty() || !is_open)).then_some(found)
}

/// Ours, as what others are set against.
pub(in crate::compare) fn as_benchmark<'t>(ours: &Compared<'t>) -> Benchmark<'t> {
    Benchmark { kind: BenchmarkKind::Peer, place: ours.place, figure: ours.figure, ..benchmark::middle(&[]) }
}
