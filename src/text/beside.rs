//! The ids of what is said beside a comparison, on request.

templates! {
    /// The sentences beside a comparison, by the id that receipts name.
    BesideSentence in beside::SENTENCES {
        P3 = "P3", P4 = "P4", P4None = "P4-none", P4See = "P4-see", P5Position = "P5-position", P5Chance = "P5-chance",
        P6 = "P6", P6Tried = "P6-tried",
        P7 = "P7", P7None = "P7-none", P7Share = "P7-share", P7Left = "P7-left",
        D1 = "D1", D2 = "D2", D3 = "D3", D4 = "D4", D5 = "D5", D6 = "D6", D7 = "D7",
    }
}

templates! {
    /// What is said of an area that is no more, and what to do: the one after the other.
    BesideMessage in beside::MESSAGES {
        AreaReplaced = "area-replaced", ReplacedNew = "area-replaced-new", ReplacedOld = "area-replaced-old", ReplacedNeither = "area-replaced-neither",
    }
}

templates! {
    /// The labels beside a comparison.
    BesideLabel in beside::LABELS {
        Rules = "rules", Rule = "rule", Places = "places", Middle = "middle", Stands = "stands", Chosen = "chosen", IsChosen = "is-chosen",
        ToZ = "to-z",
        Rechecked = "rechecked", PValue = "p-value", Adjusted = "adjusted-p-value", Stays = "stays-clear", Yes = "yes", No = "no", NotChecked = "not-checked",
        Above = "above-and-inside", Width = "width", Neighbourhood = "neighbourhood", PlaceWidth = "place", System = "system", Region = "region", Nation = "nation",
        OtherPeriod = "other-period-figure", AlsoHere = "also-here", Here = "here", Up = "up", Down = "down", NamedCode = "named-code", CountOf = "count-of",
    }
}
