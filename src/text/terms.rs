//! The ids of the words of the field that readers can have explained.

use super::{Language, Template};

templates! {
    /// A word of the field, and what it means: the word, or its forms parted by bars and its own name first, a colon, then its meaning.
    Term in terms::TERMS {
        LikelyRange = "likely-range", UsualRange = "usual-range", ExpectedRange = "expected-range",
        MiddleHalf = "middle-half", Middle = "middle", Clear = "clear", Chance = "chance", Trend = "trend",
        PercentagePoints = "percentage-points", PerHundredThousand = "per-100,000", Where100 = "where-100",
        Average = "average", Sign = "sign", Check = "check", Target = "target", PlannedPath = "planned-path",
        Standard = "standard", Deprived = "deprived", FittedGap = "fitted-gap", NotFinal = "not-final",
        Position = "position", PValue = "p-value",
    }
}

impl Language {
    /// The forms of a word of the field, and what it means.
    pub fn term(self, term: Term) -> (Vec<String>, String) {
        let (forms, meaning) = term.words(self).split_once(": ").unwrap_or_default();
        let ours = |words: &str| self.fill(words, &|_| None);
        (forms.split('|').map(ours).collect(), ours(meaning))
    }
}
