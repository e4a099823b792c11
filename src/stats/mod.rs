//! Numbers in, numbers out.
//!
//! **Knows** `f64`, slices and `libm`: special functions, intervals, tests against a benchmark or a goal,
//! quantiles, gaps; and, in rooms of their own, process behaviour, run charts, Shewhart charts, over-dispersed funnels
//! and ranks.
//!
//! **Refuses to know** where a number came from, what it is called, how it is written or how it looks. A missing
//! number never enters: the caller holds the `Option` and asks only when it has one (but a chart has gaps, because a
//! gap takes away the ranges beside it). No result is ever `NaN` or
//! infinite: what cannot be calculated is a [`Rejection`] or a `None`, for that one figure and no other. Results do
//! not depend on the platform (see [`float`]) nor, for a set of values, on the order they are given in.
//!
//! **Start reading** at [`Interval`], which carries its [`Level`] and [`Method`] wherever it goes; then
//! [`wilson`], the shortest complete example; then [`against_value`] and [`Judgement::of`], which turn an interval
//! into a verdict.

mod benchmark;
pub mod float;
pub mod funnel;
mod gap;
mod goal;
mod interval;
mod level;
mod mean;
pub mod process;
mod proportion;
mod quantile;
mod quintile;
pub mod rank;
mod rate;
mod rejection;
pub mod run_chart;
pub mod shewhart;
pub mod special;

pub use benchmark::{
    GradedSignificance, Judgement, Polarity, Significance, against_interval, against_poisson_limits,
    against_proportion_limits, against_value, against_value_graded,
};
pub use gap::{Gap, gap, median_interval};
pub use goal::{goal_percentiles, goal_previous, goal_range, goal_single, goal_single_interval, percentile_bounds};
pub use interval::{Estimate, Interval, Method};
pub use level::{Level, LevelError};
pub use mean::{Mean, mean, mean_interval, sum};
pub use proportion::{proportion, wilson};
pub use quantile::{Quartiles, median, quantile, quartiles};
pub use quintile::{Quintile, QuintileJudgement, equal_count_quintiles, quantile_categories};
pub use rate::{events_interval, rate, rate_interval, rate_method};
pub use rejection::Rejection;
