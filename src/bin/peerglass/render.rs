//! stub
pub fn run(_: lexopt::Parser) -> Result<crate::failure::Outcome, crate::failure::Failure> {
    todo!()
}
