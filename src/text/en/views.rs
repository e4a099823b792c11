//! What several views other than compare say, in English.

use crate::text::{SetUpMessage, ViewLabel};

pub(in crate::text) const LABELS: &str = lines! { ViewLabel {
    Dash => "{a}–{b}";
    ScaleCut => "The scale starts at {v}, not at 0.";
    Note => "Note";
    Show => "Show";
    Words => "What the words mean";
    ViewCompare => "Beside its peers";
    ViewTrend => "Over time";
    ViewProcess => "Ups and downs";
    ViewGap => "Gaps between groups";
    ViewFunnel => "By size";
    ViewProfile => "Our priorities";
} };

pub(in crate::text) const SET_UP: &str = lines! { SetUpMessage {
    SchemaNewer => "The config was written for version {found} of the options. This copy of Peerglass knows version {ours}.";
    SchemaNewerFix => "Use a newer copy, or look closely at what is shown.";
} };
