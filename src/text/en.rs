//! English. The sentences stand word for word as published; a slot is `{name}`.

use super::{Label, Message, Sentence, line};

#[cfg(authoring)]
pub(super) mod advice;
pub(super) mod beside;
pub(super) mod funnel;
pub(super) mod gap;
pub(super) mod keep;
pub(super) mod process;
pub(super) mod profile;
pub(super) mod terms;
pub(super) mod trend;
pub(super) mod views;

/// The message, then what to do.
pub(super) fn message(message: Message) -> (&'static str, &'static str) {
    (line(MESSAGES, 2 * message as usize), line(MESSAGES, 2 * message as usize + 1))
}

/// The name of a month, 1 to 12.
pub(super) fn month(month: u8) -> &'static str {
    line(MONTHS, usize::from(month).wrapping_sub(1))
}

pub(super) const SENTENCES: &str = lines! { Sentence {
    C0 => "{label}, {period}: {v} {in_area}, {b} {in_bench}.";
    C0Alone => "{label}, {period}: {v} {in_area}.";
    C0Gap => "That is {direction}.";
    C0NoGap => "No clear gap.";
    C1 => "{Measure} was {direction} {in_area} than {than_bench} {in_period}: {v}, against {b}.";
    Pol => "For this measure, {side} is better.";
    Chance => "If there were no real gap, chance alone would give one this big less than 1 time in {odds}.";
    C2 => "There was no clear gap in {measure} between {area} and {bench} {in_period}: {v}, against {b}.";
    C2NotSame => "That does not mean the two are the same.";
    C3 => "Both figures are uncertain. The gap is likely to be between {lo} and {hi}.";
    C3Sides => "Both figures are uncertain. The gap is likely to be from {lo} lower to {hi} higher.";
    C4 => "{Measure} was {v} {in_area} and {b} {in_bench} {in_period}.";
    C5 => "The figure for {area} {in_period} is not shown, to protect privacy. Not shown does not mean zero.";
    C6 => "The figure for {area} {in_period} is too uncertain to use, so the publisher left it out.";
    C7 => "There is no figure for {area} {in_period}.";
    C7Note => "The data say: “{note}”.";
    C8 => "This measure does not apply to {area}.";
    C8Reason => "This measure does not apply to {area}: {note}.";
    C9 => "{Measure} was {v} {in_area} {in_period}. There is no figure for {bench} to compare it with.";
    C9Alone => "{Measure} was {v} {in_area} {in_period}.";
    C9None => "There is no figure for {bench} to compare it with.";
    C10 => "The figure for {area} is for {p1} and the one for {bench} is for {p2}. We do not compare across {unit}s.";
    C10Kind => "{Area} and {bench} are not the same kind of area. We do not compare across kinds of area.";
    C11 => "{Bench} includes {area}, so the gap to the rest is bigger than shown.";
    S1 => "This comes from asking some people, not all. The true figure is likely to be between {lo} and {hi} (95% range).";
    S2 => "Every case is counted, but counts go up and down by chance. The level behind them is likely to be between {lo} and {hi} (95% range).";
    S3 => "This is an estimate from a model. If the model is right, the figure is likely to be between {lo} and {hi} (95% range).";
    S4 => "Allowing for chance, the figure is likely to be between {lo} and {hi} (95% range).";
    S5 => "The data give no likely range, so we cannot say how much is chance.";
    S6 => "Of ranges made this way, 95 in 100 hold the true figure. They allow for chance only, not for mistakes or for people missed out.";
    P1 => "For the {who}, the middle half ran from {q1} to {q3}.";
    P1Few => "For the {who}, they ran from {q1} to {q3}.";
    P1Missing => "{k} have no figure.";
    P1MissingOne => "One has no figure.";
    P2 => "Of these, {a} {were} higher than {bench}, {c} lower, and {d} had no clear gap.";
    P2Chance => "With {n} checks, expect chance alone to mark {e}.";
    P5 => "{Publisher} chose these places on {date}: “{reason}”.";
} };

/// Those that every row asks for stand first, where they are soonest found.
pub(super) const LABELS: &str = lines! { Label {
    To => "{a} to {b}";
    Point => "{area}, {v}";
    PointRange => "likely range {range}";
    Unclear => "no clear gap";
    Higher => "higher";
    Lower => "lower";
    Better => "better";
    Worse => "worse";
    HigherThan => "higher than {bench}";
    LowerThan => "lower than {bench}";
    UnclearWith => "no clear gap with {bench}";
    NotCompared => "not compared";
    NoRange => "no likely range";
    NoFigure => "no figure";
    Area => "Area";
    FindArea => "Find an area";
    Indicator => "Measure";
    Period => "Period";
    Year => "Year";
    Month => "Month";
    Series => "Group";
    PeersLabel => "Compare with";
    PeersNearest => "{n} places most like this one";
    PeersMostLike => "Places most like this one";
    PeersParent => "Other places in {parent}";
    PeersAll => "All places of this kind";
    PeersChosen => "Places chosen";
    OrderLabel => "Order";
    OrderLikeness => "By likeness";
    OrderName => "A to Z";
    OrderValue => "By figure";
    Table => "Show as table";
    Worked => "How we worked this out";
    Download => "Download";
    Source => "Source: {text}";
    Licence => "Licence: {text}";
    NextUpdate => "Next update: {text}";
    Notes => "Notes";
    Problems => "What we could not use from the data";
    Line => "Line {line}:";
    Figure => "Figure";
    Range => "Likely range (95%)";
    Compared => "Compared with {bench}";
    Note => "Note";
    CountLabel => "Count";
    Denominator => "Out of";
    Our => "{area} (your area)";
    Benchmark => "{bench} (compared with)";
    NotShown => "not shown";
    TooUncertain => "too uncertain to use";
    NotApplicable => "does not apply";
    UsedAsBenchmark => "compared with";
    MedianOf => "the middle of the {n} places";
    MedianOfGroup => "the middle of the {n} places in “{group}”";
    RatioUnit => "where 100 is the level {in_bench}";
    YearsUnit => "years";
    MonthWord => "month";
    MonthsLong => "{n} months";
    YearWord => "year";
    PeriodWord => "period";
    FixedLevel => "the level of {v}";
    FixedName => "Set level";
    KeyWord => "Key";
    KeyRange => "line: likely range (95%)";
    PointsHint => "Points in the picture. Use the arrow keys to move, Escape to leave.";
    InPlace => "in {name}";
    ForOrganisation => "for {name}";
    InPeriod => "in {period}";
    OnDay => "on {period}";
    And => "{a} and {b}";
    AndMore => "{n} more";
    YearFromDay => "the year from {day}";
    YearsFromDay => "the {n} years from {day}";
    None => "none";
    Was => "was";
    Were => "were";
    LessThanOne => "less than 1";
    About => "about {n}";
    WhoNearest => "{n} places most like {area}";
    WhoParent => "{n} other places in {parent}";
    WhoAll => "{n} other places of this kind";
    WhoChosen => "{n} places chosen";
    Years => "{n} years";
    PercentagePoints => "{n} percentage points";
    PictureName => "Picture of the table below: {headline}";
    PersonsAll => "Everyone";
    Definition => "What the likely range is";
    GapWord => "Gap";
    GapRange => "Likely range of the gap (95%)";
    LevelWord => "Level";
    Outcome => "Result";
    WideRange => "Likely range (99.8%)";
    Matches => "{n} areas match";
    CheckSpelling => "Check the spelling.";
    DidYouMean => "Did you mean {names}?";
    Made => "Figures for {period}. Made on {date}.";
    UseNote => "Places are in order of likeness or A to Z. The figures are uncertain, so please do not make a league table of them.";
    OpenReceipt => "Open the receipt";
    CopyReceipt => "Copy the receipt";
    Copied => "The receipt is copied.";
    Receipt => "Receipt";
    MethodPublished => "as published";
    MethodWilson => "Wilson score";
    MethodExact => "exact Poisson";
    MethodByar => "Byar";
    MethodStudent => "Student t";
    MethodSquareAndAdd => "square and add";
    MethodMedian => "median of uncertain figures";
    RuleFixed => "The likely range of the area is set against the figure for {bench}.";
    RuleGap => "The gap itself is tested, as both figures are uncertain.";
    RuleNone => "Not tested: a figure or a likely range is missing.";
} };

const MESSAGES: &str = lines! { Message {
    EmptyFile => "The file is empty.", "Check the address, or publish the file again.";
    NoRows => "The file has a header and no rows.", "Publish the file again with its rows.";
    HtmlNotCsv => "This is a web page, not a CSV file.",
        "Check the address: it may lead to a sign-in or “not found” page.";
    NotText => "This is not a CSV file, but of another kind ({found}).",
        "Open it in a spreadsheet and save it as “CSV UTF-8”.";
    UnknownColumns => "Found columns {found}; expected at least an area, a period and a value.",
        "Rename the headers, or name the columns in the config under “columns”.";
    MappedColumnMissing => "The config names a column “{found}”, which the file does not have.",
        "Check its spelling under “columns”.";
    RepeatedColumn => "Two columns mean the same: “{found}”.", "The first is used. Rename or drop the other.";
    RaggedRow => "The row has {found}, not as many cells as the header.", "Check for a missing comma or quote.";
    UnclosedQuote => "A quote opens here and does not close.", "Add the closing quote.";
    NotUtf8 => "The text is not UTF-8. It was read as Windows-1252.",
        "Check names with accents, or save the file as “CSV UTF-8”.";
    NotANumber => "Found “{found}” in column “{column}”; expected a number.",
        "Correct the cell. A letter O or l can look like a zero or one.";
    UnknownPeriod => "Found “{found}” as a period, in no spelling we know.",
        "Write it like 2023, 2022/23, 2023 Q1, Jan 2023 or 2023-01-31.";
    NoArea => "The row names no area.", "Fill in the area, or remove the row.";
    NoPeriod => "The row names no period.", "Fill in the period, or remove the row.";
    ValueOutsideInterval => "The value {found} lies outside its own published range.",
        "The value is shown without a range. Ask the publisher which is right.";
    LimitsReversed => "The lower limit is above the upper one: {found}.",
        "The value is shown without a range. Swap the limits if that is the slip.";
    ImpossibleCount => "The count cannot be right: {found}.", "It is not used. Check the count and what it is out of.";
    DuplicateKey => "The same measure, area, period and group stands here and on line {found}, with other values.",
        "Neither is used. Keep one of the rows, or add a column that tells them apart.";
    RepeatedRow => "This row stands on line {found} already.", "It is used once. Nothing needs doing.";
    MixedAreaTypes => "{found} areas of another kind are left out.", "Say which kind to compare with “area-type”.";
    MixedPeriodLengths => "This measure also has periods of another length: {found}.",
        "They are not mixed. Choose the group to see them.";
    MixedEditions => "Several editions of one grouping stand in the file: {found}.", "They are not mixed. Choose one.";
    UnknownAreaCode => "The area table does not name {found}.", "Its code is shown. Add it to the area table.";
    UnknownIndicator => "No name is known for the measure {found}.",
        "Its id is shown. Add the indicator table to “src”.";
    TooMany => "The file has more {found} than can be held.", "The rest is left out. Split the file.";
    TooLarge => "A row is too large to read: {found}.", "It is left out. Check for a missing quote above this line.";
    NoData => "No figures could be read.", "Check the address in “src” and that the file is a CSV.";
    AreaNotFound => "The area “{found}” is not in the file.", "{near}";
    IndicatorNotFound => "The measure “{found}” is not in the file.", "{near}";
    PeriodNotFound => "The period “{found}” is not there for this measure and area.", "{near}";
    SeriesNotFound => "The group “{found}” is not there for this measure.", "{near}";
    AreaTypeNotFound => "The kind of area “{found}” is not there for this area.", "{near}";
    PeersNotFound => "“{found}” names no peer group and no area of the file.",
        "Use all, parent, nearest, area codes, or a name from “peer-groups”.";
    NoNeighbours => "No list of areas like {found} is at hand.",
        "Name a neighbour file with “neighbours”, or measures with “likeness”. All places of this kind are shown instead.";
    LikenessNotFound => "There is no figure by “{found}”, so it is not used to find places like ours.", "Check “likeness”.";
    NoPeers => "No other area can be compared with this one.", "Check “peers” and “area-type”.";
    BenchmarkNotFound => "“{found}” has no figure to compare with.",
        "Check “benchmark”: a code, “peers”, a peer group or a number.";
    PeerGroupBare => "The peer group “{found}” gives no reason or date.",
        "Say in the config why these places were chosen and when.";
    MultiplierNotANumber => "The multiplier “{found}” is not a number above zero.", "Write 100, 1000 or 100000.";
    UnknownOption => "There is no option “{found}”.", "{near}";
    ConfigUnreadable => "The config file cannot be read: {found}.", "Check it against the list of options.";
    UnknownWord => "“{found}” is no word for the option {option}.", "{near}";
    LanguageNotThere => "There is no “{found}” version yet, so this is in English.", "Nothing needs doing.";
    ChooseArea => "No area was chosen, so the first by name is shown.", "Choose yours above.";
    PolarityInferred => "Which way is better was read from the file's own labels.", "Say it in the config to be sure.";
    PercentInferred => "The figures are read as percentages, as each is 100 times its count over its total.",
        "Say it in the config to be sure.";
    NotProvided => "{found} does not provide this service, so it is left out.", "Nothing needs doing.";
    IntervalWorkedOut => "The file gives no likely ranges, so we worked them out from the counts ({found}).",
        "Nothing needs doing.";
} };

const MONTHS: &str = concat!(
    "January\n",
    "February\n",
    "March\n",
    "April\n",
    "May\n",
    "June\n",
    "July\n",
    "August\n",
    "September\n",
    "October\n",
    "November\n",
    "December\n",
);
