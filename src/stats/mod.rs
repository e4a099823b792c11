//! Numbers in, numbers out.
//!
//! **Knows** `f64`, slices and `libm`: special functions, intervals, tests against a benchmark or a goal,
//! quantiles, gaps, standardised rates, life expectancy, slopes across the social scale, trends, funnels; and, in rooms of
//! their own, process behaviour, run charts, Shewhart charts, over-dispersed funnels and ranks.
//!
//! **Refuses to know** where a number came from, what it is called, how it is written or how it looks. A missing
//! number never enters: the caller holds the `Option` and asks only when it has one (but in a list where it matters which
//! one is missing, and in a chart, where a gap takes away the ranges beside it). No result is ever `NaN` or infinite:
//! what cannot be calculated is a [`Rejection`] or a `None`, for that one figure and no other. Results do not depend on
//! the platform (see [`float`]) nor, for a set of values, on the order they are given in.
//!
//! **Start reading** at [`Interval`], which carries its [`Level`] and [`Method`] wherever it goes; then
//! [`wilson`], the shortest complete example; then [`against_value`] and [`Judgement::of`], which turn an interval
//! into a verdict.

mod benchmark;
mod chance;
mod detectable;
mod directly_standardised;
pub mod float;
pub mod funnel;
mod funnel_axis;
mod funnel_limits;
mod funnel_points;
mod funnel_range;
mod funnel_significance;
mod gap;
mod gap_trend;
mod goal;
mod indirectly_standardised;
mod inequality;
mod inequality_limits;
mod interval;
mod level;
mod life_expectancy;
mod likeness;
mod limits;
mod long_trend;
mod mean;
mod p_value;
pub mod process;
mod proportion;
mod quantile;
mod quintile;
pub mod rank;
mod ranked_quantile;
mod rate;
mod recent_trend;
mod rejection;
mod relative_gap;
pub mod run_chart;
pub mod shewhart;
pub mod special;
mod standard_population;
mod transformed_sum;

pub use benchmark::{
    GradedSignificance, Judgement, Polarity, Significance, against_interval, against_poisson_limits,
    against_proportion_limits, against_value, against_value_graded,
};
pub use chance::{ChanceFlags, chance_of_flags, false_discovery_adjusted, family_wise_control, flags_by_chance};
pub use detectable::{detectable_slope, figures_to_show, standard_error};
pub use directly_standardised::{
    DirectlyStandardised, Repeats, Stratum, directly_standardised, directly_standardised_limits,
    directly_standardised_repeated,
};
pub use funnel_axis::{funnel_axis_of_proportions, funnel_axis_of_rates, funnel_axis_of_ratios};
pub use funnel_limits::{
    FunnelLimits, funnel_average_of_proportions, funnel_average_of_rates, funnel_limits_of_proportion,
    funnel_limits_of_rate, funnel_limits_of_ratio,
};
pub use funnel_points::{FunnelPoint, RateKind, funnel_denominator, funnel_point};
pub use funnel_range::funnel_range_of_ratio;
pub use funnel_significance::{
    funnel_significance_of_proportion, funnel_significance_of_rate, funnel_significance_of_ratio,
};
pub use gap::{Gap, gap, gap_p_value, median_interval};
pub use gap_trend::{GapChange, GapPoint, GapTrend, gap_trend};
pub use goal::{goal_percentiles, goal_previous, goal_range, goal_single, goal_single_interval, percentile_bounds};
pub use indirectly_standardised::{
    Expected, ReferenceStratum, expected_events, indirectly_standardised_rate, indirectly_standardised_rate_interval,
    indirectly_standardised_ratio, indirectly_standardised_ratio_interval, observed_events,
};
pub use inequality::{InequalityLine, InequalityModel, SocialGroup, inequality_line};
pub use interval::{Estimate, Interval, Method};
pub use level::{Level, LevelError};
pub use life_expectancy::{LifeBand, LifeExpectancy, OpenBand, life_expectancy, life_expectancy_limits};
pub use likeness::{Likeness, likeness, spreads};
pub use limits::Limits;
pub use long_trend::{long_trend, long_trend_of_proportion};
pub use mean::{Mean, mean, mean_interval, sum};
pub use p_value::{interval_p_value, proportion_p_value, rate_p_value};
pub use proportion::{proportion, wilson};
pub use quantile::{Quartiles, median, quantile, quartiles};
pub use quintile::{Quintile, QuintileJudgement, equal_count_quintiles, quantile_categories};
pub use ranked_quantile::{QuantileOne, ranked_quantiles};
pub use rate::{events_interval, rate, rate_interval, rate_method};
pub use recent_trend::{
    CountedPoint, EstimatedPoint, RecentTrend, Trend, TrendJudgement, TrendReason, published_recent_trend,
    recent_trend, recent_trend_of_proportion,
};
pub use rejection::Rejection;
pub use relative_gap::{RelativeGap, log_ratio, relative_gap};
pub use standard_population::{EUROPEAN_STANDARD_POPULATION_2013, StandardBand, standard_weights};
