//! Ranks, and the positions compatible with the data.
//!
//! A rank without its uncertainty misleads: with a few thousand people each, forty-two figures hardly have an order. So
//! a [`RankInterval`] is every position a unit might truly hold. No random numbers: the same figures have the same
//! intervals everywhere and always.
//!
//! Mogstad, Romano, Shaikh and Wilhelm (2024), "Inference for ranks with applications to mobility across
//! neighbourhoods and academic achievement across countries", Rev Econ Stud 91:476-518; Holm (1979).
//!
//! **Start reading** at [`ranks`]; then [`simultaneous_rank_intervals`] (all units at once, wider) and
//! [`marginal_rank_intervals`] (one unit, named beforehand, narrower).

mod comparison;
mod correction;
mod critical;
mod interval;
mod marginal;
mod multinomial;
mod point;
mod simultaneous;
mod tail_table;

pub use correction::Correction;
pub use critical::rank_critical_value;
pub use interval::RankInterval;
pub use marginal::{Steps, marginal_rank_interval, marginal_rank_intervals, marginal_rank_intervals_corrected};
pub use multinomial::{Bound, Scope, multinomial_rank_intervals};
pub use point::{Best, Ties, ranks};
pub use simultaneous::simultaneous_rank_intervals;
