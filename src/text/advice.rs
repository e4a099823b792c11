//! The ids of what a publisher is told before a view goes out.

use super::{Language, ProfileMessage};

templates! {
    /// What could mislead or give away too much: each what it is, why it matters, and what to do.
    AdviceMessage {
        SourceMissing = "source-missing", LicenceMissing = "licence-missing",
        PeersWithoutReason = "peers-without-reason", PeersMatter = "peers-matter",
        PeriodNotLatest = "period-not-latest", BenchmarkOtherPeriod = "benchmark-other-period",
        TrendFromPeak = "trend-from-peak", FewCases = "few-cases", OrderByFigure = "order-by-figure",
        FiguresDue = "figures-due", BoardPeriods = "board-periods",
        Recoverable = "withheld-recoverable", SmallTogether = "withheld-small-together",
        RateTellsCount = "withheld-count-from-rate", ShownElsewhere = "withheld-shown-elsewhere",
        LimitsTell = "withheld-limits-shown", SmallShown = "small-counts-shown", NotAllLooked = "too-large-to-look",
        BlamingText = "blaming-word", OrderingText = "league-word", HardText = "hard-sentence",
        NothingToShow = "nothing-to-show", Priorities = "priorities",
        OverrideWithoutReason = "override-without-reason", OverrideUnknown = "override-unknown",
    }
}

/// Every id under which a publisher can be told something of a view, and so override it.
pub fn advice_ids() -> Vec<&'static str> {
    let ours = AdviceMessage::ALL.iter().filter(|one| **one != AdviceMessage::Priorities).map(|one| one.id());
    ours.chain(ProfileMessage::ALL.iter().map(|one| one.id())).collect()
}

impl AdviceMessage {
    /// What it is, why it matters and what to do, in a language, with the slots filled.
    pub fn in_words(self, language: Language, slots: &[(&str, &str)]) -> [String; 3] {
        let messages = match language {
            #[cfg(english)]
            Language::English | Language::Pseudo => super::en::advice::MESSAGES,
            #[cfg(welsh)]
            Language::Welsh => super::cy::advice::MESSAGES,
        };
        let line = |at: usize| super::line(messages, 3 * self as usize + at);
        [0, 1, 2].map(|at| language.fill(line(at), &|name| super::among(slots, name)))
    }
}
