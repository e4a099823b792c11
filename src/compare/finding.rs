/// Something about the question that a reader must be told: what was asked and is not there, what was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub kind: FindingKind,
    /// What was found or asked for. Untrusted text.
    pub found: String,
    /// The nearest names that are there.
    pub near: Vec<String>,
    /// The line of the file, or 0.
    pub line: u32,
}

/// The closed list of findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FindingKind {
    /// The area asked for is not in the files.
    AreaNotFound,
    /// The indicator asked for is not in the files.
    IndicatorNotFound,
    /// The period asked for is not there.
    PeriodNotFound,
    /// The group asked for is not there.
    SeriesNotFound,
    /// The type asked for is not one of this area's.
    AreaTypeNotFound,
    /// No area was asked for.
    ChooseArea,
    /// The peers asked for are neither codes nor a named group.
    PeersNotFound,
    /// `nearest` without a neighbour list for our area.
    NoNeighbours,
    /// A measure by which likeness was to be judged is not in the files, or not for our area.
    LikenessNotFound,
    /// No other area is left to compare with.
    NoPeers,
    /// A named peer group without reason or date.
    PeerGroupBare,
    /// The benchmark asked for has no figure.
    BenchmarkNotFound,
    /// The multiplier is not a number above zero.
    MultiplierNotANumber,
    /// Areas of another kind were left out of the comparison.
    MixedAreaTypes,
    /// The indicator has periods of another length, which are not mixed in.
    MixedPeriodLengths,
    /// The group asked for names several editions.
    MixedEditions,
    /// An area does not provide the service and was left out.
    NotProvided,
    /// Which way is better was read from the file's own labels.
    PolarityInferred,
    /// Figures were told to be percentages by their counts.
    PercentInferred,
}
