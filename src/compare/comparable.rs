//! Which figures of a history may be tested for a trend together.

use super::history::{Moment, Whose};
use super::recent::interval;
use super::trend::{Hole, NoTrend, POINTS};
use crate::data::Period;
use crate::stats::Interval;

/// The periods that may be tested together: measured in one way, final, none sharing a month with another.
pub(super) struct Comparable<'h, 't> {
    /// All that is shown.
    history: &'h [Moment<'t>],
    /// Those after the latest break that are final.
    finals: Vec<&'h Moment<'t>>,
    /// The last of them.
    last: &'h Moment<'t>,
    /// Months of a period, and so from one to the next.
    months: i32,
}

/// Which figures a test needs.
pub(super) type Sides = &'static [Whose];

impl<'h, 't> Comparable<'h, 't> {
    /// The comparable periods of a history; refused where its periods are not whole years.
    pub fn of(history: &'h [Moment<'t>]) -> Result<Comparable<'h, 't>, NoTrend<'t>> {
        let start = history.iter().rposition(|moment| moment.changed.is_some()).unwrap_or(0);
        let mut finals = Vec::new();
        for moment in history.iter().skip(start) {
            if !moment.provisional {
                finals.push(moment);
            }
        }
        let last = *finals.last().ok_or(NoTrend::TooFew { have: 0 })?;
        let months = last.period.months;
        if months == 0 || months % 12 != 0 {
            return Err(NoTrend::NotAnnual { months });
        }
        Ok(Comparable { history, finals, last, months: i32::from(months) })
    }

    /// Years from one tested figure to the next.
    pub fn years(&self) -> i32 {
        self.months / 12
    }

    /// Whether a period stands clear of the last one, and of all others that do.
    fn is_clear(&self, moment: &Moment) -> bool {
        (self.last.period.first_month() - moment.period.first_month()) % self.months == 0
    }

    /// The periods with a figure on each of the sides, all of them, whether or not they share months.
    fn with_figures(&self, sides: Sides) -> Vec<&'h Moment<'t>> {
        let mut found = Vec::new();
        for &moment in &self.finals {
            if sides.iter().all(|&whose| moment.figure(whose).cell.value().is_some()) {
                found.push(moment);
            }
        }
        found
    }

    /// Whether periods with a figure are left out because they share months with those tested.
    pub fn is_thinned(&self, sides: Sides) -> bool {
        self.with_figures(sides).iter().any(|moment| !self.is_clear(moment))
    }

    /// The periods with a figure on each of the sides from a first month on, at least five.
    pub fn all_from(&self, first_month: i32, sides: Sides) -> Result<Vec<&'h Moment<'t>>, NoTrend<'t>> {
        let mut found = self.with_figures(sides);
        found.retain(|moment| moment.period.first_month() >= first_month);
        let have = found.len();
        found.retain(|moment| self.is_clear(moment));
        match found.len() {
            POINTS.. => Ok(found),
            clear if clear < have => Err(NoTrend::Overlapping { have, clear }),
            _ => Err(NoTrend::TooFew { have }),
        }
    }

    /// The latest five periods, in order of time, without a gap.
    pub fn latest_five(&self, sides: Sides) -> Result<Vec<&'h Moment<'t>>, NoTrend<'t>> {
        self.all_from(i32::MIN, sides)?;
        let mut five = Vec::new();
        for back in (0..POINTS as i32).rev() {
            five.push(self.at(self.last.period.first_month() - back * self.months, sides)?);
        }
        Ok(five)
    }

    /// The period that starts in a month, with its figures.
    fn at(&self, month: i32, sides: Sides) -> Result<&'h Moment<'t>, NoTrend<'t>> {
        let missing =
            |moment: &Moment| sides.iter().copied().find(|&whose| moment.figure(whose).cell.value().is_none());
        let mut refused = NoTrend::Gap { whose: Whose::Ours, hole: self.hole(month) };
        for &moment in &self.finals {
            if moment.period.first_month() == month {
                let Some(whose) = missing(moment) else { return Ok(moment) };
                refused = NoTrend::Gap { whose, hole: Hole::At(moment.period) };
            }
        }
        Err(refused)
    }

    /// Our latest figure that has a range, and its period.
    pub fn latest_ranged(&self) -> Option<(&'t Period, Interval)> {
        self.finals.iter().rev().find_map(|moment| Some((moment.period, interval(&moment.ours)?)))
    }

    /// Where nothing starts in a month that could be tested.
    fn hole(&self, month: i32) -> Hole<'t> {
        let mut before = self.last.period;
        for moment in self.history {
            let start = moment.period.first_month();
            if start == month {
                return Hole::At(moment.period);
            }
            if start > month {
                return Hole::Between(before, moment.period);
            }
            before = moment.period;
        }
        Hole::At(before)
    }
}
