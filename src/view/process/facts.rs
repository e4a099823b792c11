//! How the usual range was worked out, in words with every number in full.

use super::short;
use super::words::reading;
use crate::compare::{ProcessComparison, Stretch, Usual};
use crate::text::{Label, ProcessLabel, ProcessSentence, Sentence, push_part};
use crate::view::figures::Figures;
use crate::view::model::Receipt;
use crate::view::results::in_full;

pub(super) fn receipt(process: &ProcessComparison, figures: &Figures) -> Receipt {
    let mut facts = Vec::new();
    for stretch in process.stretches.iter().flatten() {
        if let Ok(usual) = &stretch.usual {
            add(&mut facts, process, stretch, usual, figures);
        }
    }
    let rule = match process.screening {
        _ if facts.is_empty() => ProcessLabel::RuleNone,
        true => ProcessLabel::Rule,
        false => ProcessLabel::RuleAllRanges,
    };
    let latest = process.latest().and_then(|at| process.moments[at].reading);
    if let (Some(latest), false) = (latest, facts.is_empty()) {
        facts.push((figures.word(Label::Outcome), reading(process, &latest, figures)));
    }
    if let Some(target) = process.target {
        facts.push((figures.word(ProcessLabel::StandardHead), in_full(target)));
    }
    let mut definition = figures.language.say(ProcessSentence::Usual, &[]);
    if process.moments.iter().any(|moment| moment.figure.intervals[0].is_some()) {
        push_part(&mut definition, " ", &figures.language.say(Sentence::S6, &[]));
    }
    Receipt { rule: figures.label_of(rule, &figures.count(process.run.points())), facts, definition }
}

/// Average, mean moving range and limits of a stretch; where there are several, with its first and last period.
fn add(
    facts: &mut Vec<(String, String)>,
    process: &ProcessComparison,
    stretch: &Stretch,
    usual: &Usual,
    figures: &Figures,
) {
    let is_one = process.stretches.as_ref().is_ok_and(|all| all.len() == 1);
    let mut write = |label: ProcessLabel, number: String| {
        let mut of = String::new();
        if !is_one {
            of = figures.range(&short(stretch.first, figures), &short(stretch.last, figures));
        }
        push_part(&mut of, ": ", &figures.word(label));
        facts.push((of, number));
    };
    write(ProcessLabel::FiguresUsed, figures.count(usual.baseline));
    write(ProcessLabel::Average, in_full(usual.centre));
    write(ProcessLabel::MeanRange, in_full(usual.mean_range));
    write(ProcessLabel::LowerLimit, in_full(usual.limits.lower));
    write(ProcessLabel::UpperLimit, in_full(usual.limits.upper));
}
