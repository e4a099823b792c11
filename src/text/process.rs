//! The ids of what the process view says.

templates! {
    /// The sentences of the process view, by the id that receipts name.
    ProcessSentence in process::SENTENCES {
        R1 = "R1", R1Label = "R1-label", R2 = "R2", R2Label = "R2-label",
        R3Shift = "R3-shift", R3Run = "R3-run", R3Edge = "R3-edge", R4 = "R4", R4Mixed = "R4-mixed",
        R5 = "R5", R5One = "R5-one", R5Then = "R5-then", R5ThenOne = "R5-then-one",
        R5Equal = "R5-equal", R5EqualThen = "R5-equal-then", R5Overlap = "R5-overlap", R5None = "R5-none", R5Large = "R5-large",
        R6 = "R6", R7 = "R7", R7Either = "R7-either", R8 = "R8", Usual = "R-usual",
    }
}

templates! {
    /// What is wrong in the set-up of a process, and what to do: the one after the other.
    ProcessMessage in process::MESSAGES {
        RebaseNotFound = "rebase-not-found", RebaseNotFoundFix = "rebase-not-found-fix",
        RebaseBare = "rebase-bare", RebaseBareFix = "rebase-bare-fix",
        BaselineNotFound = "baseline-not-found", BaselineNotFoundFix = "baseline-not-found-fix",
        BaselineMidway = "baseline-midway", BaselineMidwayFix = "baseline-midway-fix",
        BaselineShort = "baseline-short", BaselineShortFix = "baseline-short-fix",
        BaselineEqual = "baseline-equal", BaselineEqualFix = "baseline-equal-fix",
        RunNotOffered = "run-not-offered", RunNotOfferedFix = "run-not-offered-fix",
        TargetNotANumber = "target-not-a-number", TargetNotANumberFix = "target-not-a-number-fix",
        TargetWithoutPolarity = "target-without-polarity", TargetWithoutPolarityFix = "target-without-polarity-fix",
    }
}

templates! {
    /// The labels of the process view.
    ProcessLabel in process::LABELS {
        Month = "month", Months = "months", Quarter = "quarter", Quarters = "quarters", Year = "year", Years = "years",
        Period = "period", Periods = "periods", Figures = "figures",
        Above = "above", Below = "below", Rose = "rose", Fell = "fell", Upper = "upper", Lower = "lower",
        Meet = "meet", Miss = "miss",
        UsualRange = "usual-range", UsualRangeOf = "usual-range-of", PointUsual = "point-usual", PointInside = "point-inside", Sign = "sign",
        Average = "average", AverageOf = "average-of", Standard = "standard", StandardHead = "standard-head",
        Inside = "inside", OutsideAbove = "outside-above", OutsideBelow = "outside-below",
        ShiftAbove = "shift-above", ShiftBelow = "shift-below", RunUp = "run-up", RunDown = "run-down",
        EdgeUpper = "edge-upper", EdgeLower = "edge-lower", BothWays = "both-ways", NoUsualRange = "no-usual-range",
        SignBetter = "sign-better", SignWorse = "sign-worse", StartsAgain = "starts-again",
        NothingUnusual = "nothing-unusual", MayHaveChanged = "may-have-changed",
        MayHaveChangedHigh = "may-have-changed-high", MayHaveChangedLow = "may-have-changed-low",
        Upwards = "upwards", Downwards = "downwards",
        MostMeet = "most-meet", MostMiss = "most-miss", SomeMeet = "some-meet",
        KeyUsual = "key-usual", KeyPlain = "key-plain",
        KeyNotFinal = "key-not-final", KeyStart = "key-start", Picture = "process-picture",
        Rule = "process-rule", RuleAllRanges = "process-rule-all-ranges", RuleNone = "process-rule-none",
        MeanRange = "mean-moving-range", LowerLimit = "lower-limit", UpperLimit = "upper-limit",
        FiguresUsed = "figures-used", Definition = "what-usual-is",
    }
}
