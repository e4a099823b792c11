//! The ids of what the funnel view says.

templates! {
    /// The sentences of the funnel view, by the id that receipts name.
    FunnelSentence in funnel::SENTENCES {
        F1 = "F1", F1Label = "F1-label", F1Average = "F1-average",
        F2 = "F2", F2Label = "F2-label", F2Chance = "F2-chance", F3 = "F3", F3Why = "F3-why",
        F4 = "F4", F4NotWidened = "F4-not-widened",
        F5 = "F5", F5Count = "F5-count", F5Disagree = "F5-disagree",
        F6 = "F6", F6Per = "F6-per", F6Places = "F6-places", F6Cases = "F6-cases", F6Numbers = "F6-numbers",
    }
}

templates! {
    /// The labels of the funnel view.
    FunnelLabel in funnel::LABELS {
        Inside = "inside", Above = "above", Below = "below", AboveWide = "above-wide", BelowWide = "below-wide",
        AboveWord = "above-word", BelowWord = "below-word",
        NoCount = "no-count", NoDenominator = "no-denominator", Disagree = "disagree", TooFew = "too-few", NotPlaced = "not-placed",
        Stands = "stands", Expected = "expected", ExpectedWide = "expected-wide", ExpectedAloud = "expected-aloud",
        OutOf = "out-of", Adjusted = "adjusted", ExpectedCases = "expected-cases",
        Average = "average", AverageOf = "average-of", AsExpected = "as-expected", AsExpectedOf = "as-expected-of", RatioUnit = "ratio-unit", Used = "used", Line95 = "line-95", Line998 = "line-998",
        LeftOut = "left-out", LeftOutOne = "left-out-one", NoChart = "no-chart",
        Chance = "chance", ChanceAlone = "chance-alone", ChanceAndSpread = "chance-and-spread",
        OneInTwenty = "one-in-twenty", TwoInThousand = "two-in-thousand",
        KeyOthers = "key-others", KeyLines = "key-lines", Picture = "funnel-picture",
        RuleShare = "rule-share", RuleRate = "rule-rate", RuleRatio = "rule-ratio", RuleWidened = "rule-widened",
        Definition = "definition", DefinitionWidened = "definition-widened",
        Placed = "placed", Outside = "outside", OutsideWide = "outside-wide", ByChance = "by-chance", LessThan = "less-than",
        Phi = "phi", TauSquared = "tau-squared", Widened = "widened", NotWidened = "not-widened",
    }
}
