use crate::config::Plain;

/// Something a publisher must be told of a view.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// What it is.
    pub check: Check,
    /// Which part of the config or the file it is in, as the publisher names it: a key, a column, a line; or nothing.
    pub place: String,
    /// What the words for it speak of.
    pub slots: Vec<(&'static str, Slot)>,
    /// Keys of the config and what to set them to, where that is all there is to do; [`Plain::Nothing`] takes a key away.
    pub set: Vec<(&'static str, Plain)>,
}

/// Something that words speak of: text of the publisher's, or a figure of ours that `view` writes.
#[derive(Debug, Clone, PartialEq)]
pub enum Slot {
    /// A text. Untrusted.
    Text(String),
    /// A whole number.
    Number(f64),
    /// Names, of which a few are said.
    Names(Vec<String>),
}

/// How serious a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The view does not go out until it is mended, or the publisher has said why it is right.
    Stop,
    /// Worth a look.
    Look,
}

impl Severity {
    /// The word by which tools speak of it.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Stop => "stop",
            Severity::Look => "look",
        }
    }
}

/// The closed list of checks. Each has its words in `text`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Check {
    /// Nothing can be shown.
    NothingToShow,
    /// Nobody is named as the source of the figures.
    SourceMissing,
    /// The licence of the figures is not named.
    LicenceMissing,
    /// Peers chosen by hand, without a reason and a date.
    PeersWithoutReason,
    /// Peers chosen by hand, with a reason: other rules would say something else.
    PeersMatter,
    /// A withheld figure can be worked out from others.
    Recoverable,
    /// Withheld figures come to a small number together.
    SmallTogether,
    /// A count was withheld, and its rate and population stand.
    RateTellsCount,
    /// A figure was withheld in one place and stands in another.
    ShownElsewhere,
    /// A figure was withheld, and its range stands.
    LimitsTell,
    /// Small counts are shown where others were withheld.
    SmallShown,
    /// A measure was too large to look for withheld figures in it.
    NotAllLooked,
    /// A newer figure is there than the one that is shown.
    PeriodNotLatest,
    /// A longer trend starts at the highest or lowest figure of all.
    TrendFromPeak,
    /// The figure is set against one of another period.
    BenchmarkOtherPeriod,
    /// Figures that rest on few cases.
    FewCases,
    /// Places are in the order of their figures.
    OrderByFigure,
    /// The priorities of a board have figures that are years apart.
    BoardPeriods,
    /// The day is past on which new figures were due.
    FiguresDue,
}

impl Check {
    /// How serious it is.
    pub fn severity(self) -> Severity {
        match self {
            Check::NothingToShow
            | Check::SourceMissing
            | Check::LicenceMissing
            | Check::PeersWithoutReason
            | Check::Recoverable
            | Check::SmallTogether
            | Check::RateTellsCount
            | Check::ShownElsewhere
            | Check::LimitsTell => Severity::Stop,
            _ => Severity::Look,
        }
    }
}

impl Finding {
    /// A finding in one part of the config.
    pub(super) fn of(check: Check, place: &str) -> Finding {
        Finding { check, place: place.to_owned(), slots: Vec::new(), set: Vec::new() }
    }

    /// With something its words speak of.
    pub(super) fn with(mut self, name: &'static str, slot: Slot) -> Finding {
        self.slots.push((name, slot));
        self
    }

    /// With a text its words speak of.
    pub(super) fn text(self, name: &'static str, text: &str) -> Finding {
        self.with(name, Slot::Text(text.to_owned()))
    }

    /// With a number its words speak of.
    pub(super) fn number(self, name: &'static str, number: usize) -> Finding {
        self.with(name, Slot::Number(number as f64))
    }

    /// With a key to set.
    pub(super) fn set(mut self, key: &'static str, to: Plain) -> Finding {
        self.set.push((key, to));
        self
    }
}
