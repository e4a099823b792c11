//! How each state was worked out, in words with every number in full.

use super::{Told, words};
use crate::compare::{Made, Progress};
use crate::text::{Label, ProfileLabel, Sentence, push_part};
use crate::view::figures::Figures;
use crate::view::model::Receipt;
use crate::view::results::in_full;

/// The rule of the states, then for each priority its figure, the middle of its peers, and each check.
pub(super) fn receipt(told: &[Told], figures: &Figures) -> Receipt {
    let mut facts = Vec::new();
    for told in told {
        of_one(told, figures, &mut facts);
    }
    let definition = figures.language.say(Sentence::S6, &[]);
    Receipt { rule: figures.word(ProfileLabel::Rule), facts, definition }
}

fn of_one(told: &Told, figures: &Figures, facts: &mut Vec<(String, String)>) {
    let mut write = |name: String, fact: String| {
        let mut of = told.title.to_owned();
        push_part(&mut of, ": ", &name);
        facts.push((of, fact));
    };
    let Some((standing, _)) = &told.known else {
        return write(figures.word(ProfileLabel::State), words::state(told.entry.state, figures.language).word);
    };
    let now = standing.now();
    if let Some(value) = now.ours().figure.cell.value() {
        write(figures.word(Label::Figure), in_full(value));
    }
    if let Some(range) = now.ours().figure.intervals[0] {
        write(figures.word(Label::Range), figures.range(&in_full(range.lower), &in_full(range.upper)));
    }
    if let Some(middle) = now.benchmark.figure.cell.value() {
        write(figures.word(ProfileLabel::PeersMiddle), in_full(middle));
    }
    if let Progress::Judged { planned, .. } = &standing.progress {
        write(figures.word(ProfileLabel::Planned), in_full(*planned));
    }
    for made in &standing.made {
        write(figures.word(words::check(made.check)), figures.word(outcome(made)));
    }
    write(figures.word(ProfileLabel::State), words::state(told.entry.state, figures.language).word);
}

fn outcome(made: &Made) -> ProfileLabel {
    match (made.met, made.before) {
        (true, Some(true)) => ProfileLabel::MetTwice,
        (true, _) => ProfileLabel::Met,
        (false, _) => ProfileLabel::NotMet,
    }
}
