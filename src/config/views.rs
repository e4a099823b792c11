use super::GapOptions;

/// What a publisher says of the single views.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Views {
    /// `gap`: the groups of the view of a gap.
    pub gap: GapOptions,
}
