//! The meaning of a trend: which way our figures went, whether that is clear, and what became of the gap.

use super::closing::{self, GapVerdict};
use super::comparable::Comparable;
use super::comparison::{Comparison, Untested};
use super::history::{self, Break, Moment, Whose};
use super::question::Wording;
use super::recent::{self, Horizon, Published, TrendVerdict};
use super::{Asked, NoData};
use crate::config::{Choice, Config, Key, TrendMethod};
use crate::data::{Period, Table};

#[cfg(test)]
mod tests;

/// The fewest figures that are tested, and how many of the latest a recent trend is tested on.
pub(super) const POINTS: usize = 5;

/// Our area over time, against a benchmark and beside its peers, up to one period: facts only, no words.
///
/// A test tests figures that are measured in one way, final, and share no month with each other; what it tested stands in
/// its verdict, and why it did not test in its refusal.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendComparison<'t> {
    /// Ours against its peers and the benchmark in the last period shown: the one asked for, else our latest.
    pub now: Comparison<'t>,
    /// Every period from our first to the last, in order of time: never empty.
    pub history: Vec<Moment<'t>>,
    /// How trends are tested.
    pub method: TrendMethod,
    /// The trend of our latest five figures, at 99.8 %.
    pub recent: Result<TrendVerdict<'t>, NoTrend<'t>>,
    /// The trend of our figures from the period that the publisher fixed, at 99.8 %; `None` where none is fixed, or the
    /// one that is fixed is not there, which is a finding.
    pub long: Option<Result<TrendVerdict<'t>, NoTrend<'t>>>,
    /// What became of the gap to the benchmark over the latest five periods.
    pub gap: Result<GapVerdict<'t>, NoTrend<'t>>,
    /// How small a change figures like these show; `None` where no figure of ours could be tested.
    pub horizon: Option<Horizon<'t>>,
    /// The publisher's own label on our last figure.
    pub published: Option<Published>,
}

impl<'t> TrendComparison<'t> {
    /// The latest change in the way of measuring, which no test reaches across.
    pub fn latest_break(&self) -> Option<Break<'t>> {
        history::latest_break(&self.history)
    }

    /// The periods after the latest break that every test left out, their figures not being final.
    pub fn not_final(&self) -> Vec<&'t Period> {
        history::not_final(&self.history)
    }
}

/// Why a trend was not tested. It concerns that test alone.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum NoTrend<'t> {
    /// Fewer than five figures that can be compared.
    TooFew {
        /// How many there are.
        have: usize,
    },
    /// A figure that the test needs is not there.
    Gap {
        /// Whose.
        whose: Whose,
        /// Where.
        hole: Hole<'t>,
    },
    /// A figure has no range.
    NoRange {
        /// Whose.
        whose: Whose,
        /// In which period: the latest, where several have none.
        period: &'t Period,
    },
    /// The range of a figure has no width, so that it would outweigh all others.
    RangeWithoutWidth {
        /// Whose.
        whose: Whose,
        /// In which period: the latest, where there are several.
        period: &'t Period,
    },
    /// A count is zero, and the share is tested on a scale that has no place for that.
    ZeroCount {
        /// Whose.
        whose: Whose,
        /// In which period: the latest, where there are several.
        period: &'t Period,
    },
    /// A count is all there are, and the share is tested on a scale that has no place for that.
    WholeCount {
        /// Whose.
        whose: Whose,
        /// In which period: the latest, where there are several.
        period: &'t Period,
    },
    /// The periods are not whole years: months, quarters, single days.
    NotAnnual {
        /// The length of a period in months; 0 for a single day, or where it is not told.
        months: u16,
    },
    /// Figures next to each other share months, and fewer than five stand clear of each other.
    Overlapping {
        /// How many figures there are.
        have: usize,
        /// How many of them stand clear of each other.
        clear: usize,
    },
    /// Numbers of people or events, which say nothing of how many there could have been.
    CountsNotTested,
    /// There is no benchmark to have a gap to, or nothing may be set against it.
    NoBenchmark(Untested),
    /// The numbers are too large or too small to reckon with.
    NotCalculable,
}

/// Where a figure is missing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Hole<'t> {
    /// In this period; the history says why: absent with its reason, or not final.
    At(&'t Period),
    /// Between these two, in a period of which no area has a row.
    Between(&'t Period, &'t Period),
}

/// Our area over time, up to the period asked for, else our latest.
///
/// What was asked for and is not there is answered with what is, and said in the findings; what cannot be tested says
/// why; so this fails only when there is nothing at all. The methods: `stats::recent_trend` and its neighbours.
pub fn trend<'t>(table: &'t Table, config: &'t Config) -> Result<TrendComparison<'t>, NoData> {
    worded(table, config, Wording::of(config))
}

/// The same, asked in other words than the config's.
pub(super) fn worded<'t>(
    table: &'t Table,
    config: &'t Config,
    wording: Wording<'t>,
) -> Result<TrendComparison<'t>, NoData> {
    let mut asked = Asked::worded(table, config, wording)?;
    let history = history::read(&mut asked);
    history::check_labels(&mut asked.question, config.word(Key::TrendFrom));
    let method = TrendMethod::read(config.word(Key::TrendMethod)).unwrap_or(TrendMethod::Guidance);

    let (known, benchmark) = (&asked.known, &asked.benchmark);
    let comparable = Comparable::of(&history);
    let comparable = comparable.as_ref().map_err(|refused| *refused);
    let recent = comparable.and_then(|comparable| recent::recent(comparable, known, method, Whose::Ours));
    let long = from(table, config).map(|from| comparable.and_then(|all| recent::long(all, known, method, from)));
    let gap = comparable.and_then(|comparable| closing::closing(comparable, known, method, benchmark));
    let horizon = comparable.ok().and_then(|comparable| recent::horizon(comparable, known));
    let published = recent::published(&asked.question, &recent);
    Ok(TrendComparison { now: asked.compared(), recent, long, gap, horizon, published, history, method })
}

/// The first month of a longer trend, where one is asked for and there.
fn from(table: &Table, config: &Config) -> Option<i32> {
    let asked = config.word(Key::TrendFrom);
    table.periods().iter().find(|period| period.label == asked).map(Period::first_month)
}
