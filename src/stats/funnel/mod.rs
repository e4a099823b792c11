//! Over-dispersed funnels: which figures differ from the common one by more than their size, and the usual spread,
//! would explain?
//!
//! Spiegelhalter (2005), "Funnel plots for comparing institutional performance", Stat Med 24:1185-1202, and "Handling
//! over-dispersion of performance indicators", Qual Saf Health Care 14:347-351. Each figure is put on a scale where its
//! standard error is known (`scale`), the extremes are set aside (`trim`), and what is left says how much more the
//! figures vary than chance (`dispersion`).
//!
//! **Knows** counts and denominators, one of each per unit. **Refuses to know** groups: rows of one unit are summed by
//! the caller first. The funnel without over-dispersion, against a benchmark, is another convention and lives elsewhere.
//!
//! **Start reading** at [`funnel_proportion`]; all four funnels are one `Scale` handed to `build`.

mod build;
mod count_ratio;
mod dispersion;
mod proportion;
mod ratio;
mod trim;

pub use build::{Funnel, FunnelLimits, FunnelUnit, Widening};
pub use count_ratio::funnel_count_ratio;
pub use dispersion::Overdispersion;
pub use proportion::{funnel_proportion, widened_limits_of_proportion};
pub use ratio::{Rounding, funnel_ratio_cqc, funnel_ratio_shmi, widened_limits_of_ratio};
