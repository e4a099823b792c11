//! What a publisher is told before a view goes out, in English: what it is, why it matters, what to do.

use crate::text::AdviceMessage;

pub(in crate::text) const MESSAGES: &str = lines! { AdviceMessage {
    SourceMissing => "The view names no source.",
        "Readers cannot tell whose figures these are, and cannot check them.",
        "Set `source` to who publishes the figures.";
    LicenceMissing => "The view names no licence.",
        "Nobody can tell whether they may use the figures again.",
        "Set `licence` to the one that the publisher of the figures gives.";
    PeersWithoutReason => "The peers were chosen by hand, and nothing says why and when.",
        "With the right peers any place can look good. Readers must be able to see why it is these.",
        "Choose peers by a rule, or name a group in `peer-groups` with a `reason` and a `date`.";
    PeersMatter => "Other rules for choosing peers would give another answer: {k} of {n}.",
        "Readers should see how far the answer hangs on the peers that were chosen.",
        "Add `peer-rules` to `show`. Then each rule stands beside the figure.";
    PeriodNotLatest => "The view shows {found}, and there is a figure for {latest}.",
        "An older figure can hide what came after it.",
        "Take `period` away, so that the latest figure is shown.";
    BenchmarkOtherPeriod => "The figure is for {found}. The one it is set against is for {other}.",
        "We do not compare across periods, so the view gives no answer.",
        "Set `period` to one for which both have a figure.";
    TrendFromPeak => "The longer trend starts in {found}, at the highest or lowest figure of all.",
        "From a high point most lines go down, and from a low point they go up.",
        "Take `trend-from` away, or start where a plan began.";
    FewCases => "Some figures rest on fewer than {events} cases or {people} people: {names}.",
        "Such figures go up and down a lot by chance alone.",
        "Show a longer period or a wider area, where the files have one.";
    OrderByFigure => "Places are put in the order of their figures.",
        "Readers take that for a league table. Chance alone moves places up and down in it.",
        "Take `order` away. Readers who want it can choose it.";
    FiguresDue => "New figures were due by {found}.",
        "Readers take the figures shown for the latest there are.",
        "Load the new figures, or set `next-update` to the new day.";
    BoardPeriods => "The figures of the priorities are years apart: from {found} to {latest}.",
        "Readers take what stands side by side to be of one time.",
        "Look for a newer figure for the oldest, or say in its `note` why there is none.";
    Recoverable => "Some withheld figures can be worked out from others: {names}. The first comes from {from}.",
        "They were withheld so that nobody can be known by them. A sum that gives them away undoes that.",
        "Withhold one more figure of each such sum, or leave the total out. Then load the file again.";
    SmallTogether => "Some withheld figures come to a small number together: {names}. The first are told by {from}.",
        "Whoever knows the sum knows that each of them is small, and nearly which it is.",
        "Withhold one more figure of each such sum, or leave the total out. Then load the file again.";
    RateTellsCount => "Some counts were withheld, but their rates and populations give them: {names}.",
        "A rate times its population is the count, so nothing is hidden.",
        "Withhold the rate or the population too. Then load the file again.";
    ShownElsewhere => "Some figures were withheld in one row and are shown in another: {names}.",
        "What is shown once is known.",
        "Withhold them in every row and column. Then load the file again.";
    LimitsTell => "Some figures were withheld, but their likely range is shown: {names}.",
        "The figure can be worked out from its range.",
        "Withhold the range too. Then load the file again.";
    SmallShown => "Some counts from 1 to {most} are shown, where others were withheld: {names}.",
        "If small numbers could make people known, all of them should be withheld.",
        "Withhold these too, or ask the publisher of the figures why they are shown.";
    NotAllLooked => "Not every sum in the files was looked at for withheld figures: {names}.",
        "A withheld figure could be worked out that was not found here.",
        "Load the measures one by one, or have the file checked where it was made.";
    BlamingText => "“{found}” lays blame.",
        "Blame ends the talk that the view should begin.",
        "Say what was found, and leave out who should answer for it.";
    OrderingText => "“{found}” puts places in an order.",
        "Chance alone moves places up and down in such an order.",
        "Say how far apart the figures are, and how sure that is.";
    HardText => "This is hard to read: “{found}”",
        "Many readers will not get to the end of it, or will take something else from it.",
        "Use short words, and no more than {most} of them in a sentence.";
    NothingToShow => "There is nothing to show.",
        "The page would show what stands inside the tag, and no figure.",
        "Mend the files first. Their problems are listed with line and column.";
    Priorities => "{found}",
        "Readers hold you to what the board says.",
        "{near}";
    OverrideWithoutReason => "The override of `{found}` gives no reason, so it does nothing.",
        "Who reads the config later must be able to see why it is right.",
        "Add a `reason` to it.";
    OverrideUnknown => "`{found}` in `overrides` is the name of no check.",
        "It does nothing, and who wrote it may think that it does.",
        "{near}";
} };
