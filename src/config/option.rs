use super::Key;

/// An option whose value is one of a few words.
pub trait Choice: Sized + Copy + 'static {
    /// The words, and beside them what each means. The first word of a meaning is the one we write.
    const WORDS: &'static [&'static str];
    /// What the words mean, one for one.
    const MEANINGS: &'static [Self];

    /// Reads a word, ASCII case, spaces and hyphens aside (`Low is good` = `low-is-good`).
    fn read(word: &str) -> Option<Self> {
        Self::MEANINGS.get(place(Self::WORDS, word)?).copied()
    }
}

/// The place of a word among some words of ours.
pub(super) fn place(words: &[&str], word: &str) -> Option<usize> {
    words.iter().position(|known| is_same(known, word))
}

/// Whether a word is one of ours, ASCII case, spaces and hyphens aside.
fn is_same(known: &str, word: &str) -> bool {
    for (known, byte) in known.bytes().zip(word.bytes()) {
        let folded = if matches!(byte, b' ' | b'_') { b'-' } else { byte.to_ascii_lowercase() };
        if known != folded {
            return false;
        }
    }
    known.len() == word.len()
}

/// The options whose words are few, and those words. The first engine is never asked for another view.
pub(super) const ALLOWED: &[(Key, &[&str])] = &[
    #[cfg(more)]
    (Key::View, ViewName::WORDS),
    (Key::Order, Order::WORDS),
    (Key::Theme, Theme::WORDS),
    (Key::Picture, Picture::WORDS),
    (Key::Polarity, Polarity::WORDS),
    (Key::ValueType, ValueType::WORDS),
    (Key::Basis, Basis::WORDS),
    #[cfg(more)]
    (Key::TrendMethod, TrendMethod::WORDS),
    (Key::GapShows, GapShows::WORDS),
];

#[cfg(not(target_arch = "wasm32"))]
impl Key {
    /// Its words, where they are few: for the schema of the config file.
    pub fn words(self) -> Option<&'static [&'static str]> {
        ALLOWED.iter().find(|(key, _)| *key == self).map(|(_, words)| *words)
    }
}

macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$what:meta])* $variant:ident = $($word:literal)|+),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name { $($(#[$what])* $variant),+ }
        impl Choice for $name {
            const WORDS: &'static [&'static str] = &[$($($word),+),+];
            const MEANINGS: &'static [Self] = &[$($({ let _ = $word; $name::$variant }),+),+];
        }
    };
}
#[cfg(more)]
pub(super) use choice;

choice! {
    /// Which view is shown.
    ViewName {
        /// Our area against its peers and the benchmark.
        Compare = "compare",
        /// Our area over time.
        Trend = "trend",
        /// Our area over time, read as a process.
        Process = "process",
        /// The groups of our area, and how far apart they are.
        Gap = "gap",
        /// Every area of our kind by its size.
        Funnel = "funnel",
        /// A board of priorities.
        Profile = "profile",
    }
}

impl ViewName {
    /// Its word.
    pub fn word(self) -> &'static str {
        #[cfg(not(more))]
        return "compare";
        #[cfg(more)]
        ViewName::WORDS[self as usize]
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
        /// Colours like those of GOV.UK, light or dark as the reader's device asks.
        Govuk = "govuk",
        /// The same, dark on light.
        GovukLight = "govuk-light",
        /// The same, light on dark.
        GovukDark = "govuk-dark",
        /// Colours like those of the NHS website, light or dark as the reader's device asks.
        Nhs = "nhs",
        /// The same, dark on light.
        NhsLight = "nhs-light",
        /// The same, light on dark.
        NhsDark = "nhs-dark",
        /// The page's own colours, as far as everything stays readable.
        Host = "host",
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

choice! {
    /// How a recent trend is tested.
    TrendMethod {
        /// As OHID's guidance says: shares by their counts, all else by their ranges.
        Guidance = "guidance",
        /// As the public Fingertips service does: all by their ranges.
        Published = "published",
    }
}

choice! {
    /// What the view of a gap shows.
    GapShows {
        /// The groups in one period.
        Groups = "groups",
        /// The gap between two of them, over time.
        Gap = "gap",
        /// How many times one of them the other is, over time.
        Ratio = "ratio",
        /// The places inside our area.
        Parts = "parts",
    }
}
