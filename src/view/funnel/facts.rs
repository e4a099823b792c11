//! How the verdict of a funnel was worked out, in words with every number in full.

use super::rows::stands_label;
use super::{average_label, size_label};
use crate::compare::{Funnel, FunnelComparison, FunnelKind, Standing};
use crate::text::{FunnelLabel, Label, push_part};
use crate::view::figures::Figures;
use crate::view::model::Receipt;
use crate::view::results::{in_full, level};

pub(super) fn receipt(funnel: &FunnelComparison, figures: &Figures) -> Receipt {
    let mut facts = Facts { figures, written: Vec::new() };
    let ours = funnel.ours();
    let (mut rule, mut definition) = (figures.word(Label::RuleNone), FunnelLabel::Definition);
    if let Ok(around) = &funnel.funnel {
        rule = figures.word(rule_of(around));
        if around.is_widened {
            definition = FunnelLabel::DefinitionWidened;
        }
        if let Some(value) = ours.figure.cell.value() {
            facts.write(ours.place.name, figures.word(Label::Figure), in_full(value));
        }
        if let Some(cases) = ours.cases {
            facts.write(ours.place.name, figures.word(Label::CountLabel), in_full(cases.count));
            facts.write(ours.place.name, figures.word(size_label(around.kind)), in_full(cases.size));
        }
        if let Ok(standing) = &ours.standing {
            facts.standing(ours.place.name, standing);
        }
        facts.funnel(around);
    }
    Receipt { rule, facts: facts.written, definition: figures.word(definition) }
}

fn rule_of(around: &Funnel) -> FunnelLabel {
    match around.kind {
        _ if around.is_widened => FunnelLabel::RuleWidened,
        FunnelKind::Share => FunnelLabel::RuleShare,
        FunnelKind::Rate | FunnelKind::StandardisedRate => FunnelLabel::RuleRate,
        FunnelKind::Ratio => FunnelLabel::RuleRatio,
    }
}

/// The least chance that is written as a number.
const RAREST: f64 = 1e-6;

/// Names and numbers, as they are written down.
struct Facts<'a> {
    figures: &'a Figures<'a>,
    written: Vec<(String, String)>,
}

impl Facts<'_> {
    fn write(&mut self, of: &str, name: String, fact: String) {
        let mut written = of.to_owned();
        push_part(&mut written, ": ", &name);
        self.written.push((written, fact));
    }

    fn standing(&mut self, of: &str, standing: &Standing) {
        let figures = self.figures;
        for (label, limits) in [FunnelLabel::Expected, FunnelLabel::ExpectedWide].into_iter().zip(standing.limits) {
            self.write(of, figures.word(label), figures.range(&in_full(limits.0), &in_full(limits.1)));
        }
        self.write(of, figures.word(FunnelLabel::Stands), figures.word(stands_label(standing)));
        if let Some(found) = standing.level {
            self.write("", figures.word(Label::LevelWord), level(found));
        }
    }

    fn funnel(&mut self, around: &Funnel) {
        let figures = self.figures;
        let word = |label: FunnelLabel| figures.word(label);
        self.write("", word(average_label(around.kind)), in_full(around.average));
        self.write("", word(FunnelLabel::Placed), figures.count(around.placed));
        for (label, outside) in [FunnelLabel::Outside, FunnelLabel::OutsideWide].into_iter().zip(around.outside) {
            self.write("", word(label), figures.count(outside));
        }
        if !around.is_widened {
            // What would be written as none is still more than none.
            let by_chance = match around.by_chance {
                rare if rare < RAREST => figures.label_of(FunnelLabel::LessThan, &in_full(RAREST)),
                by_chance => in_full(by_chance),
            };
            self.write("", word(FunnelLabel::ByChance), by_chance);
        }
        if let Ok(spread) = around.spread {
            self.write("", word(FunnelLabel::Phi), in_full(spread.phi));
            let used = if around.is_widened { FunnelLabel::Widened } else { FunnelLabel::NotWidened };
            let mut fact = in_full(spread.tau_squared);
            push_part(&mut fact, "; ", &word(used));
            self.write("", word(FunnelLabel::TauSquared), fact);
        }
    }
}
