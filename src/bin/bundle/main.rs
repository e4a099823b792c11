//! Builds `pkg/`.
fn main() {}
