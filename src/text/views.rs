//! The ids of what several views other than compare say.

use super::en;

templates! {
    /// Labels that stand in several views.
    ViewLabel in en::views::LABELS {
        Dash = "dash", ScaleCut = "scale-cut", Note = "note",
        Show = "show",
        ViewCompare = "view-compare",
        ViewTrend = "view-trend",
        ViewProcess = "view-process",
        ViewGap = "view-gap",
        ViewFunnel = "view-funnel",
        ViewProfile = "view-profile",
    }
}
