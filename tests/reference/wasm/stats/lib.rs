//! The library's own `stats`, and nothing else of it.

#![forbid(unsafe_code)]

#[path = "../../../../src/stats/mod.rs"]
pub mod stats;
