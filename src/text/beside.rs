//! The ids of what is said beside a comparison, on request.

use super::en;

templates! {
    /// The sentences beside a comparison, by the id that receipts name.
    BesideSentence in en::beside::SENTENCES {
        P3 = "P3", P4 = "P4", P4None = "P4-none", P4See = "P4-see", P5Position = "P5-position", P5Chance = "P5-chance",
        P6 = "P6", P6Tried = "P6-tried",
    }
}

templates! {
    /// The labels beside a comparison.
    BesideLabel in en::beside::LABELS {
        Rules = "rules", Rule = "rule", Places = "places", Middle = "middle", Stands = "stands", Chosen = "chosen", IsChosen = "is-chosen",
        ToZ = "to-z", See = "see",
    }
}
