use super::NoData;
use super::beside;
use super::comparison::Comparison;
use super::inequality::gap_line;
use super::trend::{TrendComparison, trend};
#[cfg(every_view)]
use super::{
    funnel::{FunnelComparison, funnel},
    inequality::{GapComparison, gap},
    process::{ProcessComparison, process},
    profile::{Profile, profile},
};
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
    #[cfg(every_view)]
    Process(ProcessComparison<'t>),
    /// Every area of our kind by its size.
    #[cfg(every_view)]
    Funnel(FunnelComparison<'t>),
    /// The groups of our area, and how far apart they are.
    #[cfg(every_view)]
    Gap(GapComparison<'t>),
    /// A board of priorities.
    #[cfg(every_view)]
    Profile(Profile<'t>),
}

impl<'t> Answer<'t> {
    /// What stands in every answer: our area, its peers and the benchmark, in the period it is of.
    pub fn now(&self) -> &Comparison<'t> {
        match self {
            Answer::Compare(comparison) => comparison,
            Answer::Trend(comparison) => &comparison.now,
            #[cfg(every_view)]
            Answer::Process(comparison) => &comparison.now,
            #[cfg(every_view)]
            Answer::Funnel(comparison) => &comparison.now,
            #[cfg(every_view)]
            Answer::Gap(comparison) => &comparison.now,
            #[cfg(every_view)]
            Answer::Profile(profile) => &profile.now,
        }
    }

    /// Where an answer is of one measure for everyone, its headline shows the gap between groups too.
    fn headline(&mut self) -> Option<&mut Comparison<'t>> {
        match self {
            Answer::Compare(comparison) => Some(comparison),
            Answer::Trend(comparison) => Some(&mut comparison.now),
            #[cfg(every_view)]
            Answer::Process(comparison) => Some(&mut comparison.now),
            #[cfg(every_view)]
            Answer::Funnel(comparison) => Some(&mut comparison.now),
            // These tell of gaps themselves.
            #[cfg(every_view)]
            Answer::Gap(_) | Answer::Profile(_) => None,
        }
    }
}

/// Answers by the view that is asked for; one that is none of ours is answered with a comparison.
pub fn answer<'t>(table: &'t Table, config: &'t Config) -> Result<Answer<'t>, NoData> {
    let mut answer = match ViewName::read(config.word(Key::View)) {
        Some(ViewName::Trend) => trend(table, config).map(Answer::Trend),
        #[cfg(every_view)]
        Some(ViewName::Process) => process(table, config).map(Answer::Process),
        #[cfg(every_view)]
        Some(ViewName::Funnel) => funnel(table, config).map(Answer::Funnel),
        #[cfg(every_view)]
        Some(ViewName::Gap) => gap(table, config).map(Answer::Gap),
        #[cfg(every_view)]
        Some(ViewName::Profile) => profile(table, config).map(Answer::Profile),
        Some(ViewName::Compare) | None => beside::compare(table, config).map(Answer::Compare),
        #[cfg(not(every_view))]
        Some(_) => beside::compare(table, config).map(Answer::Compare),
    }?;
    if let Some(now) = answer.headline() {
        now.gap_line = gap_line(table, config).map(Box::new);
    }
    Ok(answer)
}
