//! The profile in English.

use crate::text::{ProfileLabel, ProfileMessage, ProfileSentence};

pub(in crate::text) const SENTENCES: &str = lines! { ProfileSentence {
    B1 => "{n} priorities: {a} to look at more closely, {b} to watch, {c} with no flag, {d} we cannot judge yet.";
    B1None => "No priorities are set yet.";
    B1One => "One priority: {a} to look at more closely, {b} to watch, {c} with no flag, {d} we cannot judge yet.";
    B1NoState => "For {e} of them, nobody has set which way is better.";
    B1NoStateOne => "For one of them, nobody has set which way is better.";
    B1Peers => "Each is set beside the middle of the {who}.";
    B2 => "With {m} checks, expect chance alone to raise {e}.";
    B2Risk => "With {m} checks, the risk that chance alone raises a flag is at most 1 in {e}.";
    B2Signals => "Month-by-month signals are not counted here.";
    B3None => "No flag: {r} checks made, none met.";
    B3Watch => "Watch: 1 of {r} checks met ({check}).";
    B3Closer => "Look closer: {k} of {r} checks met ({checks}).";
    B3Twice => "Look closer: {check}, last time as well.";
    B3Cannot => "Cannot judge yet: {reason}.";
    B3NoState => "No state: nobody has set which way is better.";
    B5On => "On the planned path: {v} {in_period}, planned {p}.";
    B5Close => "Too close to call: {v}, planned {p}.";
    B5Behind => "Behind the planned path: {v}, planned {p}.";
    B5Target => "Target: {t} by {date}.";
    B6NoPath => "Target: {t} by {date}. No path is agreed, so we do not judge progress.";
    B6Standard => "The national standard is {t}.";
    B6Meets => "The figure for {period} was {v}, which meets it.";
    B6Misses => "The figure for {period} was {v}, which does not meet it.";
    B6None => "No target is agreed yet.";
    B7 => "{Body} chose on {date} to do this differently: “{reason}”.";
    B7Review => "Review by {date}.";
    B7Past => "That choice was due for review on {date}.";
    B8One => "One person told us: “{words}”";
    B8Finding => "{k} of {n} people told us: {finding}.";
    B8How => "{Method}, {period}, shared with consent.";
    B8Places => "What people told us comes from {n} places.";
    B9Stale => "New figures were due by {date}. These are the latest we have.";
    B9Draft => "Draft: not for holding anyone to account.";
} };

pub(in crate::text) const LABELS: &str = lines! { ProfileLabel {
    WorseThanPeers => "clearly worse than places like ours";
    GettingWorse => "getting worse";
    GapBigger => "gap getting bigger";
    BehindPath => "behind the planned path";
    Signals => "signs of getting worse";
    NoSigns => "no signs of getting worse";
    LookCloser => "look closer";
    Watch => "watch";
    NoFlag => "no flag";
    CannotJudge => "cannot judge yet";
    NoState => "no state";
    WhyWithheld => "the figure is not shown, to protect privacy";
    WhyNoFigure => "there is no figure";
    WhyUncertain => "the figure is too uncertain to use";
    WhyNotApplicable => "this measure does not apply here";
    WhyFewChecks => "fewer than two checks could be made";
    WhyNotThere => "the data do not hold this measure for this area";
    Local => "Local";
    National => "Shared with the nation";
    Outcome => "Outcome";
    Output => "What was done";
    Process => "How it was done";
    Context => "Context";
    Resource => "Money and staff";
    Priority => "Priority";
    Whose => "Whose";
    FigureHead => "Figure";
    PeriodHead => "Period";
    RangeHead => "Likely range (95%)";
    Named => "{a}: {b}";
    UseNote => "The figures are uncertain, so please do not make a league table of them.";
    PeersMiddle => "Middle of the peers";
    PeersHalf => "Middle half of peers";
    State => "State";
    ChecksMet => "Checks met";
    Trend => "Trend";
    Target => "Target";
    TargetBy => "{t} by {date}";
    Standard => "standard {t}";
    Priorities => "Priorities";
    Draft => "Draft";
    FigureIn => "{v}, {period}";
    FigureRange => "Likely range {range}";
    NoPeers => "no peers to show";
    OnPath => "on the planned path";
    TooClose => "too close to call";
    Behind => "behind the planned path";
    Meets => "meets it";
    Misses => "does not meet it";
    KeyOurs => "{area}, with its likely range";
    KeyHalf => "box: middle half of the peers; line: from the lowest to the highest, each row on a scale of its own";
    KeyMiddle => "dashed: the middle of the peers";
    KeyLine => "small line: the figures over time, each on a scale of its own";
    KeyCloser => "look closer: two checks met, or the same one twice running";
    KeyWatch => "watch: one check met";
    KeyNoFlag => "no flag: no check met";
    KeyCannot => "cannot judge yet: fewer than two checks could be made";
    Picture => "Picture of the table below, a row for each priority: {headline}";
    Frameworks => "Also in: {list}";
    MeasureOf => "What it measures: {kind}";
    Why => "Why this measure: {note}";
    Partners => "Who is in it together";
    PartnersOrder => "A to Z";
    Pledges => "What they promised each other";
    PledgeWho => "Who";
    PledgeWhat => "What";
    PledgeBy => "By when";
    PledgeNow => "Last word";
    PledgeDone => "done";
    PledgeDue => "was due by {date}";
    PledgeUpdate => "{update} ({date})";
    PledgeQuiet => "nothing yet";
    PledgeAnd => "{a}; {b}";
    Lived => "What people told us";
    LivedSource => "Asked by {source}";
    Need => "Need and context, not judged";
    NeedPeers => "{v} in {period}; middle of the peers {m}";
    Comment => "In the words of the publisher";
    SignedOn => "{author}, {date}";
    Action => "What is being done";
    Decision => "Different on purpose";
    ReadDecision => "Read the decision";
    Feedback => "Tell us what you know";
    Members => "Your ward or division and its members";
    Review => "To be looked at again by {date}.";
    ReviewPast => "This priority was due to be looked at again by {date}.";
    NextFigures => "New figures are due by {date}.";
    Council => "council";
    Nhs => "NHS";
    Voluntary => "voluntary and community";
    Education => "education";
    Safety => "police, fire and justice";
    Housing => "housing";
    Business => "business";
    Residents => "residents";
    OtherBody => "partner";
    Rule => "One check met is watch. Two, or the same one with the latest period left out as well, is look closer. With fewer than two checks we cannot judge.";
    Met => "met";
    NotMet => "not met";
    MetTwice => "met, last time as well";
    Planned => "Planned for the period";
    Place => "Priority {n}, {part}:";
    BoardPlace => "Board, {part}:";
} };

pub(in crate::text) const MESSAGES: &str = lines! { ProfileMessage {
    TooMany => "There are {found} priorities: more than people can keep in mind.", "Choose fewer: ten at most, and five for a neighbourhood.";
    OverLimit => "There are more priorities than your own limit of {found}. The rest is left out.", "Take some out, or raise “limits”.";
    LimitsNotLower => "A neighbourhood may have as many priorities as the system ({found}).", "Set a lower limit for neighbourhoods.";
    NoPriorities => "No priorities are listed.", "List them under “priorities”.";
    NoLocal => "No priority is local.", "Add at least one that was chosen here.";
    NoMeasure => "A priority names no measure, so it is left out.", "Name one under “indicator”.";
    MeasureNotThere => "The data do not hold “{found}” for this area and group.", "Check “indicator”, “series” and “area”.";
    Repeated => "The measure “{found}” stands on the board already. Its frameworks are added there.", "List every framework with one priority.";
    WhoseUnknown => "It is not said whose priority this is: “{found}”.", "Write “local” or “national” under “kind”.";
    MeasureTypeUnknown => "It is not said what this measures: “{found}”.", "Write “outcome”, “output” or “process” under “type”.";
    NotAPriority => "A measure of {found} cannot stand for a priority, so it is left out.", "Put it under “context” of an outcome.";
    ProcessWithoutNote => "A process measure stands for a priority without a note, so it is left out.", "Choose an outcome, or say under “note” why not.";
    TargetOfMember => "The target is set on “{found}” alone. Here a target is the whole system’s, so it is left out.", "Set it on the system, or take “owner” out.";
    TargetIncomplete => "The target has no level or no date, so it is left out.", "Give both, or mark it as a standard.";
    DateUnreadable => "Found “{found}”; expected a day or a period.", "Write it like 2026-03-31, 2026 or 2025/26.";
    NotANumber => "Found “{found}”; expected a number.", "Write digits, without the unit.";
    LinkRefused => "The address “{found}” is not used.", "Only addresses of this site and https are links.";
    PartnerIncomplete => "A partner has no name or no part in it: “{found}”.", "Say who, and what they do in it.";
    PartnerTypeUnknown => "It is not said what kind of body a partner is: “{found}”.", "Use council, nhs, voluntary-and-community, education, police-fire-and-justice, housing, business, residents or other.";
    NoPartners => "Nobody is named as a partner.", "Name all who are in it together, not one alone.";
    PledgeIncomplete => "A pledge does not say who, what or by when, so it is left out: “{found}”.", "Give all three.";
    NoConsent => "Lived experience without consent is not shown.", "Ask for consent, then write “consent”: true.";
    LivedIncomplete => "Lived experience is not whole, so it is not shown: “{found}”.", "Give kind, words, method, period and source, and for a finding how many of how many.";
    DecisionIncomplete => "A choice to do it differently is not whole, so it is not shown: “{found}”.", "Give body, date, reason, link and review date.";
    CommentUnsigned => "A comment is not signed, so it is not shown: “{found}”.", "Give author and date.";
    NoMembersLink => "A local priority does not lead to the ward or division and its members.", "Give an address under “members”.";
    MembersApart => "Members of one system are not set beside each other, so all areas of this kind are.", "Name them all under “publishers” when all of them publish this together.";
    Blame => "“{found}” points a finger at someone.", "Say what was seen and what is being done together.";
    Order => "“{found}” puts places in an order.", "Say higher or lower, and than what.";
} };

/// Words and turns of phrase that lay blame, in small letters; one that ends in a hyphen stands for all that begin so.
pub(in crate::text) const BLAME: &[&str] = &[
    "fail-",
    "blame-",
    "to blame",
    "fault of",
    "at fault",
    "let down by",
    "lets down",
    "letting down",
    "guilty",
    "culprit-",
    "incompeten-",
    "neglig-",
    "shame-",
    "disgrac-",
    "scandal-",
    "unacceptabl-",
    "inexcusabl-",
    "underperform-",
    "under-perform-",
    "poor performer-",
    "poorly perform-",
    "poor performance",
    "not good enough",
    "must do better",
    "laggard-",
    "held back by",
    "sole responsibility",
    "solely responsible",
    "solely accountable",
    "alone is responsible",
    "alone is accountable",
    "dragged down",
    "drags down",
    "dragging down",
    "name and shame",
    "should have done",
    "did not bother",
    "winners and losers",
];

/// Turns of phrase that lay blame where the name of a partner follows.
pub(in crate::text) const LAID_ON: &[&str] =
    &["because of", "caused by", "due to", "down to", "thanks to", "the fault of"];

/// Words that put places in an order.
pub(in crate::text) const ORDER: &[&str] = &[
    "worst",
    "best in",
    "best-performing",
    "best performing",
    "top-performing",
    "top performing",
    "top performer-",
    "league table-",
    "league",
    "ranked",
    "ranking-",
    "rank",
    "outrank-",
    "bottom of",
    "top of the",
    "outlier-",
    "number one",
    "lowest performing",
    "highest performing",
    "leading the pack",
    "lagging behind",
];

/// What the words above are part of and yet fair: names of illnesses and of things.
pub(in crate::text) const FAIR: &[&str] = &[
    "heart failure",
    "kidney failure",
    "renal failure",
    "liver failure",
    "organ failure",
    "respiratory failure",
    "rank and file",
];
