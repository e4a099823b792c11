//! The positions a unit may hold.

/// Positions compatible with the data, from 1; both ends belong to them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RankInterval {
    /// One more than the units that are surely better.
    pub best: usize,
    /// All units less those that are surely worse.
    pub worst: usize,
}

impl RankInterval {
    /// From how many of `count` units are surely better and surely worse.
    pub(super) fn between(better: usize, worse: usize, count: usize) -> RankInterval {
        RankInterval { best: better + 1, worst: count - worse }
    }

    /// How many positions there are.
    ///
    /// ```
    /// assert_eq!(peerglass::stats::rank::RankInterval { best: 3, worst: 7 }.positions(), 5);
    /// ```
    pub fn positions(&self) -> usize {
        self.worst - self.best + 1
    }
}
