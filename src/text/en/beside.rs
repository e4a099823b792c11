//! What stands beside a comparison, in English.

use crate::text::{BesideLabel, BesideSentence};

pub(in crate::text) const SENTENCES: &str = lines! { BesideSentence {
    P3 => "{Area} was clearly higher than {a} of them and clearly lower than {c}; for {d} there was no clear gap. Over all these checks, chance gives even one wrong “clearly” no more than 1 time in 20.";
    P4 => "Like {area}, but clearly {better_side} and moving that way: {places}. We do not know why.";
    P4None => "No place like {area} was both clearly {better_side} and moving that way {in_period}.";
    P4See => "{name}: {text}";
    P5Position => "Counting down from the highest figure, {area} could be anywhere from {l} to {u} out of {n}.";
    P5Chance => "Chance makes it hard to say more.";
    P6 => "We tried {n} ways to choose places.";
    P6Tried => "By {a} of them, {area} was clearly above the middle. By {c}, it was clearly below. By {d}, there was no clear gap.";
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
    See => "{text} ({link})";
} };
