//! What a reader can choose, as labelled lists.

use super::figures::Figures;
use super::model::Control;
use super::results::Data;
use crate::compare::{PeerKind, PeerRule, PeriodKind};
use crate::text::Label;

/// More areas than this want a field to find one by typing.
const LONG: usize = 25;

/// What can be chosen, in the making: an option of a control after the other, then the control.
pub(super) struct Controls {
    /// The controls that have something to choose, in reading order.
    pub shown: Vec<Control>,
    /// What is chosen now, by the names of all options.
    pub chosen: Data,
    options: Vec<(String, String)>,
}

pub(super) fn controls(figures: &Figures) -> Controls {
    let comparison = figures.comparison;
    let (subject, choices) = (&comparison.subject, &comparison.choices);
    let mut controls = Controls { shown: Vec::new(), chosen: Data::default(), options: Vec::new() };
    controls.named(&choices.indicators);
    controls.close("indicator", Label::Indicator, subject.id, figures);
    for label in &choices.series {
        let words = if label.is_empty() { figures.word(Label::PersonsAll) } else { figures.group(label) };
        controls.option(label, words);
    }
    controls.close("series", Label::Series, &subject.group, figures);
    controls.named(&choices.areas);
    controls.close("area", Label::Area, comparison.ours().place.code, figures);
    controls.peers(figures);
    controls.close("peers", Label::PeersLabel, comparison.peer_rule.word(), figures);
    for period in &choices.periods {
        controls.option(&period.label, figures.period(period));
    }
    controls.close("period", period_label(figures), &comparison.period.label, figures);
    controls.orders(figures);
    controls.close("order", Label::OrderLabel, ORDERS[comparison.order as usize].0, figures);
    controls
}

impl Controls {
    fn option(&mut self, value: &str, label: String) {
        self.options.push((value.to_owned(), label));
    }

    fn named(&mut self, names: &[(&str, &str)]) {
        for (value, name) in names {
            self.option(value, (*name).to_owned());
        }
    }

    /// Makes a control of the options since the last one; none where there is nothing to choose.
    fn close(&mut self, name: &'static str, label: Label, value: &str, figures: &Figures) {
        self.chosen.text(name, value);
        let options = std::mem::take(&mut self.options);
        if options.len() > 1 {
            let find = label == Label::Area && options.len() > LONG;
            self.shown.push(Control { name, label: figures.word(label), value: value.to_owned(), options, find });
        }
    }

    /// The rules by which peers can be chosen; codes only while they are chosen.
    fn peers(&mut self, figures: &Figures) {
        let comparison = figures.comparison;
        if comparison.peer_rule.kind == PeerKind::Codes {
            self.peer_rule(&comparison.peer_rule, figures);
        }
        for rule in &comparison.choices.peers {
            self.peer_rule(rule, figures);
        }
    }

    fn peer_rule(&mut self, rule: &PeerRule, figures: &Figures) {
        let comparison = figures.comparison;
        let label = match rule.kind {
            PeerKind::Nearest if comparison.peer_rule.kind == PeerKind::Nearest => {
                figures.label_of(Label::PeersNearest, &figures.count(comparison.peers().len()))
            }
            PeerKind::Nearest => figures.word(Label::PeersMostLike),
            PeerKind::Parent => figures.label_of(Label::PeersParent, rule.name),
            PeerKind::All => figures.word(Label::PeersAll),
            PeerKind::Codes => figures.word(Label::PeersChosen),
            PeerKind::Group => rule.name.to_owned(),
        };
        self.option(rule.word(), label);
    }

    /// The orders that can be answered; none where there is nothing to order.
    fn orders(&mut self, figures: &Figures) {
        let comparison = figures.comparison;
        let has_neighbours = comparison.choices.peers.iter().any(|rule| rule.kind == PeerKind::Nearest);
        let orders = &ORDERS[usize::from(!has_neighbours)..];
        if comparison.peers().len() > 1 {
            for &(value, label) in orders {
                self.option(value, figures.word(label));
            }
        }
    }
}

/// In the order of [`Order`](crate::config::Order): that of likeness, which wants neighbours, first.
const ORDERS: [(&str, Label); 3] =
    [("likeness", Label::OrderLikeness), ("name", Label::OrderName), ("value", Label::OrderValue)];

fn period_label(figures: &Figures) -> Label {
    let period = figures.comparison.period;
    match period.kind {
        PeriodKind::Calendar | PeriodKind::Financial | PeriodKind::Academic if period.months == 12 => Label::Year,
        PeriodKind::Month => Label::Month,
        _ => Label::Period,
    }
}
