use super::{FunnelOptions, Plain};

/// What only views other than compare ask for.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Views {
    /// `funnel`: how a funnel is made.
    pub funnel: FunnelOptions,
}

impl Views {
    pub(super) fn add(&mut self, data: &Plain) {
        self.funnel = FunnelOptions::read(data.get("funnel")).or(self.funnel);
    }

    pub(super) fn fill(&mut self, other: Views) {
        self.funnel = self.funnel.or(other.funnel);
    }
}
