//! Shewhart charts: one centre, limits of three standard deviations, and runs about the centre.
//!
//! **Knows** a column of values with gaps (and of denominators, or subgroups), which points make the baseline, and
//! which are left out. A chart that is split is two charts. **Refuses to know** which chart suits which data.
//!
//! **Start reading** at [`Plan`] and [`Chart`], then at [`p_chart`]; every chart is a centre and a standard deviation
//! handed to `Chart::around`.

mod chart;
mod count;
mod deviations;
mod gaps;
mod i_prime;
mod individuals;
mod moving_range;
mod plan;
mod prime;
mod proportion;
mod rate;
mod subgroups;
mod times;
mod xbar;

pub use chart::{Chart, ChartLimits, ChartPoint};
pub use count::c_chart;
pub use deviations::s_chart;
pub use gaps::g_chart;
pub use i_prime::i_prime_chart;
pub use individuals::i_chart;
pub use moving_range::mr_chart;
pub use plan::Plan;
pub use proportion::{p_chart, p_prime_chart};
pub use rate::{u_chart, u_prime_chart};
pub use times::t_chart;
pub use xbar::xbar_chart;
