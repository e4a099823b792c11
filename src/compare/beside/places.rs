//! Ours among other places: by each rule of choosing them, against each of them, and between which positions.

use crate::compare::comparison::{Compared, LEVELS, PeerRule, Rule, Verdict};
use crate::compare::{Asked, benchmark, peers, verdict};
use crate::data::AreaId;
use crate::stats::rank::{Best, RankInterval, Steps, marginal_rank_interval};
use crate::stats::{Estimate, family_wise_control, gap_p_value, standard_error};

/// Where ours stands among the places that a rule chooses.
#[derive(Debug, Clone, PartialEq)]
pub struct UnderRule<'t> {
    /// The rule.
    pub rule: PeerRule<'t>,
    /// The places, ours left out.
    pub among: Vec<Compared<'t>>,
    /// How many of them have a figure.
    pub of: usize,
    /// The middle of their figures.
    pub middle: Option<f64>,
    /// Ours against that middle.
    pub verdict: Verdict,
    /// Whether this is the rule that is chosen.
    pub is_chosen: bool,
}

/// Ours against each of its peers: every gap tested, and the risk of even one wrong verdict over all kept at 5 %.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pairs {
    /// Ours is clearly higher than so many.
    pub higher: usize,
    /// Clearly lower than so many.
    pub lower: usize,
    /// No clear gap with so many.
    pub unclear: usize,
}

/// The risk of even one wrong verdict over all pairs.
const RISK: f64 = 0.05;

/// Ours against the middle of its peers, by each rule that can be answered.
pub(super) fn rules<'t>(asked: &mut Asked<'t>) -> Vec<UnderRule<'t>> {
    let chosen = asked.peer_rule;
    let polarity = asked.known.subject.polarity;
    let mut found = Vec::new();
    for (rule, ids) in peers::under_each_rule(&mut asked.question, &chosen) {
        let compared = |&id: &u32| asked.known.compared(&asked.question, AreaId(id));
        let others: Vec<Compared> = ids.iter().map(compared).collect();
        let middle = benchmark::middle(&others);
        found.push(UnderRule {
            rule,
            of: middle.of,
            middle: middle.figure.cell.value(),
            verdict: verdict::judge(&asked.areas[0].figure, &middle, Rule::GapItself, polarity),
            is_chosen: rule == chosen,
            among: others,
        });
    }
    found
}

/// Figures with a range, ours first.
pub(in crate::compare) struct Among(pub Vec<Estimate>);

impl Among {
    /// Those of some areas that have a range; none where ours has none, or no other.
    pub fn of(areas: &[Compared]) -> Option<Among> {
        let estimate = |compared: &Compared| {
            let interval = compared.figure.intervals[0]?;
            let value = compared.figure.cell.value().filter(|value| interval.contains(*value))?;
            (interval.upper > interval.lower).then_some(Estimate { value, interval })
        };
        estimate(areas.first()?)?;
        let found: Vec<Estimate> = areas.iter().filter_map(estimate).collect();
        (found.len() > 1).then_some(Among(found))
    }
}

/// Each gap tested, Holm's correction over all.
pub(in crate::compare) fn pairs(Among(figures): &Among) -> Option<Pairs> {
    let (ours, others) = figures.split_first()?;
    let tests: Option<Vec<f64>> = others.iter().map(|other| gap_p_value(ours, other).ok()).collect();
    let clear = family_wise_control(&tests?, RISK).ok()?;
    let mut pairs = Pairs { higher: 0, lower: 0, unclear: 0 };
    for (other, is_clear) in others.iter().zip(clear) {
        match is_clear {
            true if ours.value > other.value => pairs.higher += 1,
            true => pairs.lower += 1,
            false => pairs.unclear += 1,
        }
    }
    Some(pairs)
}

/// The positions ours could be at, at 95 %, and among how many.
pub(in crate::compare) fn position(Among(figures): &Among) -> Option<(RankInterval, usize)> {
    let values: Vec<f64> = figures.iter().map(|figure| figure.value).collect();
    let errors: Vec<f64> = figures.iter().map(|figure| standard_error(&figure.interval)).collect();
    let coverage = LEVELS[0].confidence();
    let found = marginal_rank_interval(&values, &errors, 0, coverage, Best::Highest, Steps::Down).ok()?;
    Some((found, values.len()))
}
