use super::Plain;

/// How a funnel is made: `funnel`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct FunnelOptions {
    /// `over-dispersion`: whether the limits allow for the usual spread between places, beside chance.
    pub is_widened: bool,
}

impl FunnelOptions {
    /// From `{"over-dispersion": true}`; whatever else stands there leaves the limits to chance alone.
    pub(super) fn read(data: &Plain) -> FunnelOptions {
        FunnelOptions { is_widened: data.get("over-dispersion").text() == "true" }
    }

    /// These options, or where they ask for nothing, others.
    pub(super) fn or(self, other: FunnelOptions) -> FunnelOptions {
        FunnelOptions { is_widened: self.is_widened || other.is_widened }
    }
}

#[cfg(test)]
mod tests {
    use crate::config::Config;

    #[test]
    fn over_dispersion_is_asked_for_by_true_alone() {
        let is_widened = |json: &str| serde_json::from_str::<Config>(json).unwrap().views.funnel.is_widened;
        assert!(is_widened(r#"{"funnel": {"over-dispersion": true}}"#));
        for json in [r"{}", r#"{"funnel": {"over-dispersion": false}}"#, r#"{"funnel": true}"#, r#"{"funnel": {}}"#] {
            assert!(!is_widened(json), "{json}");
        }
    }
}
