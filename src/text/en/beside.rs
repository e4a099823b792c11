//! What stands beside a comparison, in English.

use crate::text::{BesideLabel, BesideMessage, BesideSentence};

pub(in crate::text) const SENTENCES: &str = lines! { BesideSentence {
    P3 => "{Area} was clearly higher than {a} of them and clearly lower than {c}; for {d} there was no clear gap. Over all these checks, chance gives even one wrong “clearly” no more than 1 time in 20.";
    P4 => "Like {area}, but clearly {better_side} and moving that way: {places}. We do not know why.";
    P4None => "No place like {area} was both clearly {better_side} and moving that way {in_period}.";
    P4See => "{name}: {text}";
    P5Position => "Counting down from the highest figure, {area} could be anywhere from {l} to {u} out of {n}.";
    P5Chance => "Chance makes it hard to say more.";
    P6 => "We tried {n} ways to choose places.";
    P6Tried => "By {a} of them, {area} was clearly above the middle. By {c}, it was clearly below. By {d}, there was no clear gap.";
    P7 => "With all {n} checks in mind, we tested the clear gaps more strictly: of {m}, {k} stay clear.";
    P7None => "With all {n} checks in mind, there was no clear gap to test more strictly.";
    P7Share => "Of all gaps that pass such a test, expect chance alone to make no more than 1 in 20.";
    P7Left => "For {k}, the range does not tell how sure the figure is, so we left them out of this.";
    D1 => "Added up, the parts of {area} come to {sum}. That fits the whole.";
    D2 => "Added up, the parts of {area} come to {sum}. The whole is {whole}.";
    D3 => "There is no figure {in_period} for {k} of the {n} parts.";
    D4 => "For {k} of the {n} parts, the figures are for another time.";
    D5 => "Each part has a figure, so the data do not say what makes the gap.";
    D6 => "Some counts are missing, so we cannot tell if the parts of {area} add up.";
    D7 => "{Area} and the places beside it work as one system. So we do not set them against each other.";
} };

pub(in crate::text) const MESSAGES: &str = lines! { BesideMessage {
    AreaReplaced => "On 1 April {year}, {new} took the place of {old}.";
    ReplacedNew => "The figures are those of {shown}. Name its code in place of the old one.";
    ReplacedOld => "The figures are those of {old}.";
    ReplacedNeither => "The files hold figures for neither. Check “area”.";
} };

pub(in crate::text) const LABELS: &str = lines! { BesideLabel {
    Rules => "{area} beside other choices of places";
    Rule => "Places compared with";
    Places => "Places";
    Middle => "Their middle";
    Stands => "{area} against their middle";
    Chosen => "Chosen";
    IsChosen => "chosen here";
    ToZ => "{places} (A to Z)";
    Rechecked => "Clear gaps to {bench}, tested more strictly";
    PValue => "p-value";
    Adjusted => "Adjusted p-value";
    Stays => "Stays clear";
    Yes => "yes";
    No => "no";
    NotChecked => "not tested";
    Above => "{area}: here, above and inside";
    Width => "Level";
    Neighbourhood => "neighbourhood";
    PlaceWidth => "place";
    System => "system";
    Region => "region";
    Nation => "nation";
    OtherPeriod => "figures for {period}";
    AlsoHere => "Also here";
    Here => "{name} ({width})";
    Up => "Up: {name} ({width})";
    Down => "Down: {name} ({width})";
    NamedCode => "{name} ({code})";
    CountOf => "{count} of {of}";
} };
