//! Setting the extremes aside before their spread is measured.

use crate::stats::quantile;

/// A z-score after trimming: what is left of it, and whether it was among the extremes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Trimmed {
    /// `None` when it was dropped.
    pub(super) z: Option<f64>,
    pub(super) extreme: bool,
}

/// How extremes are set aside.
pub(super) type Trim = fn(&[f64], f64) -> Vec<Trimmed>;

/// Pulls z-scores beyond the `share` and `1 - share` quantiles in to them; none is dropped.
///
/// Spiegelhalter (2005); quantiles of type 7.
pub(super) fn winsorise(scores: &[f64], share: f64) -> Vec<Trimmed> {
    let ends = quantile(scores, share).zip(quantile(scores, 1.0 - share));
    let (low, high) = ends.unwrap_or((f64::NEG_INFINITY, f64::INFINITY));
    scores.iter().map(|z| Trimmed { z: Some(z.max(low).min(high)), extreme: *z <= low || *z >= high }).collect()
}

/// Drops the lowest and the highest `share` of the z-scores.
///
/// NHS Digital, SHMI specification: `1/share` groups by `⌊rank/(share (m + 1))⌋`, equal scores sharing their mean rank; the
/// first and the last group are dropped. A score of minus infinity has a rank like any other.
pub(super) fn truncate(scores: &[f64], share: f64) -> Vec<Trimmed> {
    let groups = 1.0 / share;
    let count = scores.len() as f64;
    let extreme = |z: f64| {
        let below = scores.iter().filter(|other| **other < z).count() as f64;
        let equal = scores.iter().filter(|other| **other == z).count() as f64;
        let group = ((below + (equal + 1.0) / 2.0) * groups / (count + 1.0)).floor();
        share > 0.0 && (group < 1.0 || group >= groups - 1.0)
    };
    scores.iter().map(|z| Trimmed { z: Some(*z).filter(|z| !extreme(*z)), extreme: extreme(*z) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn winsorising_pulls_in_and_truncating_drops() {
        let scores = [-9.0, -2.0, -1.0, 0.0, 0.0, 1.0, 1.0, 2.0, 3.0, 9.0];
        let kept = |trim: Trim| trim(&scores, 0.1).iter().map(|t| t.z).collect::<Vec<_>>();
        assert_eq!(kept(winsorise)[0], Some(-2.7));
        assert_eq!(kept(truncate)[0], None);
        assert_eq!(kept(truncate)[9], None);
        assert_eq!(kept(truncate).iter().flatten().count(), 8);
    }

    #[test]
    fn nothing_is_trimmed_by_nothing() {
        let scores = [f64::NEG_INFINITY, 0.0, 5.0];
        assert!(truncate(&scores, 0.0).iter().all(|t| t.z.is_some()));
    }
}
