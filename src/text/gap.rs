//! The ids of what the view of a gap says.

templates! {
    /// The sentences of the view of a gap, by the id that receipts name.
    GapSentence in gap::SENTENCES {
        I1 = "I1", I1Plain = "I1-plain", I1Unclear = "I1-not-clear", I1UnclearPlain = "I1-not-clear-plain",
        I1NoRange = "I1-no-range", I1NoRangePlain = "I1-no-range-plain", I1Sides = "I1-sides", I1Ratio = "I1-ratio",
        I1Several = "I1-several", I1Overlap = "I1-overlap", I1Counts = "I1-counts",
        I2 = "I2", I2Sides = "I2-sides", I2Areas = "I2-areas",
        I3 = "I3", I3Ratio = "I3-ratio", I3RatioFitted = "I3-ratio-fitted", I3RatioUnclear = "I3-ratio-not-clear",
        I4 = "I4", I4Unreliable = "I4-unreliable", I4Missing = "I4-missing", I4NotApplicable = "I4-not-applicable",
        I4None = "I4-none", I5 = "I5", I5Few = "I5-few",
    }
}

templates! {
    /// The labels of the view of a gap.
    GapLabel in gap::LABELS {
        MostDeprived = "most-deprived", LeastDeprived = "least-deprived", Tenth = "tenth", Fifth = "fifth",
        Quarter = "quarter", Third = "third", OneOf = "one-of", Females = "females", Males = "males", Ages = "ages", Named = "named",
        InGroup = "in-group", ForGroup = "for-group", AtAges = "at-ages",
        ByDeprivation = "by-deprivation", BySex = "by-sex", ByAge = "by-age", ByEthnicity = "by-ethnicity",
        ByNamed = "by-named", ByGroup = "by-group", Sex = "sex", Age = "age", Deprivation = "deprivation", Ethnicity = "ethnicity",
        InPoints = "in-points", AsDifference = "as-difference", Rounded = "rounded", Points = "points",
        Neighbourhoods = "neighbourhoods", Places = "places", Organisations = "organisations",
        Groups = "groups", Shows = "shows", ShowsGroups = "shows-groups", ShowsGap = "shows-gap", ShowsRatio = "shows-ratio", ShowsParts = "shows-parts",
        Group = "group", Whole = "whole", WholeLine = "whole-line", OtherGroup = "other-group", Part = "part", PartsInside = "parts-inside", PartsLeftOut = "parts-left-out",
        Gap = "gap", GapAloud = "gap-aloud", GapRange = "gap-range", Ratio = "ratio", RatioAloud = "ratio-aloud", RatioRange = "ratio-range", NoGapLine = "no-gap-line",
        UseNote = "use-note", KeyFigure = "key-figure", KeyHigher = "key-higher", KeyLower = "key-lower", GapPicture = "gap-picture",
        SlopeIndex = "slope-index", RelativeIndex = "relative-index", MiddleHalf = "middle-half", RatioTest = "ratio-test",
        NotFitted = "not-fitted", TooFewGroups = "too-few-groups", GroupMissing = "group-missing", GroupAbsent = "group-absent",
        NoPopulation = "no-population", NoRanges = "no-ranges", OnlyCounts = "only-counts", NotCalculable = "not-calculable",
        MethodRatio = "method-ratio", MethodNormal = "method-normal", MethodFieller = "method-fieller", MethodInverted = "method-inverted",
    }
}
