use super::NoData;
use super::beside;
use super::comparison::Comparison;
use super::funnel::{FunnelComparison, funnel};
use super::inequality::{GapComparison, gap, gap_line};
use super::process::{ProcessComparison, process};
use super::profile::{Profile, profile};
use super::trend::{TrendComparison, trend};
use crate::config::{Choice, Config, Key, ViewName};
use crate::data::Table;

/// The answer to whatever view is asked for.
#[derive(Debug, Clone, PartialEq)]
#[allow(clippy::large_enum_variant)] // one at a time
pub enum Answer<'t> {
    /// Our area against its peers and a benchmark.
    Compare(Comparison<'t>),
    /// Our area over time.
    Trend(TrendComparison<'t>),
    /// Our area over time, read as a process.
    Process(ProcessComparison<'t>),
    /// Every area of our kind by its size.
    Funnel(FunnelComparison<'t>),
    /// The groups of our area, and how far apart they are.
    Gap(GapComparison<'t>),
    /// A board of priorities.
    Profile(Profile<'t>),
}

impl<'t> Answer<'t> {
    /// What stands in every answer: our area, its peers and the benchmark, in the period it is of.
    pub fn now(&self) -> &Comparison<'t> {
        match self {
            Answer::Compare(comparison) => comparison,
            Answer::Trend(comparison) => &comparison.now,
            Answer::Process(comparison) => &comparison.now,
            Answer::Funnel(comparison) => &comparison.now,
            Answer::Gap(comparison) => &comparison.now,
            Answer::Profile(profile) => &profile.now,
        }
    }

    /// Where an answer is of one measure for everyone, its headline shows the gap between groups too.
    fn headline(&mut self) -> Option<&mut Comparison<'t>> {
        match self {
            Answer::Compare(comparison) => Some(comparison),
            Answer::Trend(comparison) => Some(&mut comparison.now),
            Answer::Process(comparison) => Some(&mut comparison.now),
            Answer::Funnel(comparison) => Some(&mut comparison.now),
            // These tell of gaps themselves.
            Answer::Gap(_) | Answer::Profile(_) => None,
        }
    }
}

/// Answers by the view that is asked for; one that is none of ours is answered with a comparison.
pub fn answer<'t>(table: &'t Table, config: &'t Config) -> Result<Answer<'t>, NoData> {
    let mut answer = match ViewName::read(config.word(Key::View)) {
        Some(ViewName::Trend) => trend(table, config).map(Answer::Trend),
        Some(ViewName::Process) => process(table, config).map(Answer::Process),
        Some(ViewName::Funnel) => funnel(table, config).map(Answer::Funnel),
        Some(ViewName::Gap) => gap(table, config).map(Answer::Gap),
        Some(ViewName::Profile) => profile(table, config).map(Answer::Profile),
        Some(ViewName::Compare) | None => beside::compare(table, config).map(Answer::Compare),
    }?;
    if let Some(now) = answer.headline() {
        now.gap_line = gap_line(table, config).map(Box::new);
    }
    Ok(answer)
}
