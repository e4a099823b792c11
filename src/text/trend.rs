//! The ids of what the trend view says.

templates! {
    /// The sentences of the trend view, by the id that receipts name.
    TrendSentence in trend::SENTENCES {
        T1 = "T1", T1Bare = "T1-bare", T1Chance = "T1-chance", T2 = "T2", T2Small = "T2-small", T3 = "T3", T3Bare = "T3-bare", T3Recent = "T3-recent",
        T4 = "T4", T4One = "T4-one", T4None = "T4-none", T4Gap = "T4-gap", T4GapOne = "T4-gap-one", T4GapNone = "T4-gap-none",
        T5 = "T5", T5Few = "T5-few", T6 = "T6", T6Gap = "T6-gap", T7 = "T7", T7Bare = "T7-bare", T7Last = "T7-last",
        T8 = "T8", T9 = "T9", T9Early = "T9-early",
        G1 = "G1", G1Fitted = "G1-fitted", G1Both = "G1-both", G1Closed = "G1-closed", G1Chance = "G1-chance", G2 = "G2", G2Range = "G2-range",
        G3 = "G3", G3Crossed = "G3-crossed",
    }
}

templates! {
    /// The labels of the trend view.
    TrendLabel in trend::LABELS {
        FigureFor = "figure-for", Up = "up", Down = "down", Smaller = "smaller", Bigger = "bigger", Above = "above", Below = "below",
        GoingUp = "going-up", GoingDown = "going-down", NoTrend = "no-trend", TooFew = "too-few", Overlap = "overlap",
        NoFigureFor = "no-figure-for", NotFinalFor = "not-final-for", NoFigureBetween = "no-figure-between",
        NoRanges = "no-ranges", NoWidth = "no-width", CountZero = "count-zero", CountWhole = "count-whole",
        NotYears = "not-years", OnlyCounts = "only-counts", NotCalculable = "not-calculable",
        ThePublisher = "the-publisher", FromTo = "from-to", PeersMiddle = "peers-middle", NotFinal = "not-final",
        Changed = "changed", ChangedBecause = "changed-reason", EventBy = "event-by", Marks = "marks",
        KeyRange = "key-range", KeyPeers = "key-peers", KeyNotFinal = "key-not-final", KeyBreak = "key-break", KeyEvent = "key-event",
        TrendPicture = "trend-picture", Tested = "tested", NotTested = "not-tested", RuleCounts = "rule-counts", RuleLine = "rule-line", RulePublished = "rule-published",
        Statistic = "statistic", Slope = "slope", Figures = "figures", FirstTested = "first-tested", LastTested = "last-tested",
        GapChange = "gap-change", GapChangeRange = "gap-change-range", OnePoint = "one-point", LongTest = "long-test", RecentTest = "recent-test", GapTest = "gap-test",
    }
}
