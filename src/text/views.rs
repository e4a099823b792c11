//! The ids of what several views other than compare say.

templates! {
    /// Labels that stand in several views.
    ViewLabel in views::LABELS {
        Dash = "dash", ScaleCut = "scale-cut", Note = "note",
        Show = "show", Words = "words",
        ViewCompare = "view-compare",
        ViewTrend = "view-trend",
        ViewProcess = "view-process",
        ViewGap = "view-gap",
        ViewFunnel = "view-funnel",
        ViewProfile = "view-profile",
    }
}

templates! {
    /// What is to be said of the set-up, beside what every engine says, and what to do: the one after the other.
    SetUpMessage in views::SET_UP {
        SchemaNewer = "schema-newer", SchemaNewerFix = "schema-newer-fix",
    }
}
