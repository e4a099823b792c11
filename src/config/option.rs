use super::{Misnamed, Word, nearest};

/// An option whose value is one of a few words.
pub trait Choice: Sized + Copy + 'static {
    /// The words, each with what it means. The first word of a meaning is the one we write.
    const WORDS: &'static [(&'static str, Self)];

    /// Reads a word, ASCII case, spaces and hyphens aside (`Low is good` = `low-is-good`).
    fn read(text: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(word, _)| same(word, text.trim())).map(|&(_, meaning)| meaning)
    }
}

fn same(word: &str, text: &str) -> bool {
    word.len() == text.len()
        && word
            .bytes()
            .zip(text.bytes())
            .all(|(a, b)| a == b.to_ascii_lowercase() || (a == b'-' && matches!(b, b' ' | b'_')))
}

/// Adds an option's word to `wrong` when it is none of the option's words.
pub(super) fn note<T: Choice>(option: &str, word: &Option<Word>, wrong: &mut Vec<Misnamed>) {
    let Some(word) = word else { return };
    if T::read(word.text()).is_none() {
        wrong.push(Misnamed {
            option: option.to_owned(),
            found: word.text().to_owned(),
            nearest: nearest(word.text(), T::WORDS.iter().map(|&(word, _)| word)),
        });
    }
}

macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$what:meta])* $variant:ident = $($word:literal)|+),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name { $($(#[$what])* $variant),+ }
        impl Choice for $name {
            const WORDS: &'static [(&'static str, Self)] = &[$($(($word, $name::$variant)),+),+];
        }
    };
}

choice! {
    /// Which view is shown.
    ViewName {
        /// Our area against its peers and the benchmark.
        Compare = "compare",
    }
}

choice! {
    /// Which way is better.
    Polarity {
        /// Higher is better.
        HighIsGood = "high-is-good" | "higher-is-better" | "high",
        /// Lower is better.
        LowIsGood = "low-is-good" | "lower-is-better" | "low",
        /// Nobody has said, or it is not for us to say.
        NoJudgement = "no-judgement" | "no-judgment" | "none",
    }
}

choice! {
    /// How a value is made from its count and denominator; decides the interval worked out where none is published.
    ValueType {
        /// A share of a whole: Wilson.
        Proportion = "proportion" | "percentage",
        /// Events per people or time: exact Poisson below 10, Byar from 10.
        Rate = "rate" | "crude-rate",
        /// Observed against expected: as a rate, the denominator being what was expected.
        Ratio = "ratio" | "indirectly-standardised-ratio",
        /// Standardised by age: cannot be worked out again without the age bands.
        StandardisedRate = "standardised-rate" | "directly-standardised-rate" | "indirectly-standardised-rate" | "indirectly-standardised-proportion",
        /// An average.
        Mean = "mean",
        /// A number of people or events.
        Count = "count",
        /// Years.
        LifeExpectancy = "life-expectancy",
        /// Points on a scale.
        Score = "score",
    }
}

choice! {
    /// The order of the peers.
    Order {
        /// Most like us first.
        Likeness = "likeness",
        /// A to Z.
        Name = "name",
        /// By the figure; only when a reader or publisher asks.
        Value = "value",
    }
}

choice! {
    /// The colours.
    Theme {
        /// As the reader's device asks.
        Auto = "auto",
        /// Dark on light.
        Light = "light",
        /// Light on dark.
        Dark = "dark",
    }
}

choice! {
    /// How the picture is drawn.
    Picture {
        /// On a canvas, sharp at any density.
        Canvas = "canvas",
        /// As SVG markup.
        Svg = "svg",
    }
}

choice! {
    /// What the figures rest on.
    Basis {
        /// Asking some people.
        Survey = "survey",
        /// Counting every case.
        Counts = "counts",
        /// A model.
        Model = "model",
    }
}
