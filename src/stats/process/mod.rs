//! Process behaviour: is a series of measurements one unchanged process, and does it meet its target?
//!
//! The XmR chart with the rules of NHS England's *Making Data Count*. Nothing here is a confidence interval: limits say
//! what an unchanged process would go on doing.
//!
//! **Knows** values in time order, where periods begin, and which way is better. **Refuses to know** dates: absent
//! points are left out by the caller, and what remains is taken as adjacent.
//!
//! **Start reading** at [`behaviour()`]; its limits are made in `limits`, its signals in `rules`, and both are summed
//! up by [`Behaviour::icons`].

mod behaviour;
mod icons;
mod limits;
mod moving_range;
mod rules;

pub use behaviour::{Behaviour, Period, Plan, Point, behaviour};
pub use icons::{Assurance, Icons, SpecialCause, Variation, assurance, variation};
pub use limits::{ProcessLimits, Zone};
pub use moving_range::RangesUsed;
pub(super) use moving_range::{mean_range, screened_mean_range};
pub use rules::{Rule, RunLength, Side, Signal};
