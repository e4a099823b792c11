//! What a reader can choose, as labelled lists.

use super::figures::Figures;
use super::model::Control;
use crate::compare::{PeerKind, PeerRule, PeriodKind};
use crate::config::Order;
use crate::text::Label;

/// More areas than this want a field to find one by typing.
const LONG: usize = 25;

/// Values and their labels.
type Options = Vec<(String, String)>;

/// The controls that have something to choose, in reading order; and what is chosen now, by the names of all options.
pub(super) struct Controls {
    pub shown: Vec<Control>,
    pub chosen: Vec<(String, String)>,
}

pub(super) fn controls(figures: &Figures) -> Controls {
    let comparison = figures.comparison;
    let (subject, choices) = (&comparison.subject, &comparison.choices);
    let mut controls = Controls { shown: Vec::new(), chosen: Vec::new() };
    let mut add = |name, label, value: &str, options: Options| {
        controls.chosen.push((String::from(name), value.to_owned()));
        if options.len() > 1 {
            let find = label == Label::Area && options.len() > LONG;
            controls.shown.push(Control { name, label: figures.word(label), value: value.to_owned(), options, find });
        }
    };
    add("indicator", Label::Indicator, subject.id, pairs(&choices.indicators));
    add("series", Label::Series, &subject.group, series(figures));
    add("area", Label::Area, comparison.ours().place.code, pairs(&choices.areas));
    add("peers", Label::PeersLabel, comparison.peer_rule.word(), peers(figures));
    add("period", period_label(figures), &comparison.period.label, periods(figures));
    add("order", Label::OrderLabel, order_word(comparison.order), orders(figures));
    controls
}

fn pairs(pairs: &[(&str, &str)]) -> Options {
    let mut options = Vec::new();
    for (value, label) in pairs {
        options.push(((*value).to_owned(), (*label).to_owned()));
    }
    options
}

fn series(figures: &Figures) -> Options {
    let mut options = Vec::new();
    for label in &figures.comparison.choices.series {
        let words = if label.is_empty() { figures.word(Label::PersonsAll) } else { figures.group(label) };
        options.push((label.clone(), words));
    }
    options
}

/// The rules by which peers can be chosen; codes only while they are chosen.
fn peers(figures: &Figures) -> Options {
    let comparison = figures.comparison;
    let shown = &comparison.peer_rule;
    let mut options = Vec::new();
    if shown.kind == PeerKind::Codes {
        options.push(peer_option(shown, figures));
    }
    for rule in &comparison.choices.peers {
        options.push(peer_option(rule, figures));
    }
    options
}

fn peer_option(rule: &PeerRule, figures: &Figures) -> (String, String) {
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
    (rule.word().to_owned(), label)
}

fn period_label(figures: &Figures) -> Label {
    let period = figures.comparison.period;
    match period.kind {
        PeriodKind::Calendar | PeriodKind::Financial | PeriodKind::Academic if period.months == 12 => Label::Year,
        PeriodKind::Month => Label::Month,
        _ => Label::Period,
    }
}

fn periods(figures: &Figures) -> Options {
    let mut options = Vec::new();
    for period in &figures.comparison.choices.periods {
        options.push((period.label.clone(), figures.period(period)));
    }
    options
}

fn order_word(order: Order) -> &'static str {
    match order {
        Order::Likeness => "likeness",
        Order::Name => "name",
        Order::Value => "value",
    }
}

/// The orders that can be answered; none where there is nothing to order.
fn orders(figures: &Figures) -> Options {
    let comparison = figures.comparison;
    let mut options = Vec::new();
    if comparison.peers().len() < 2 {
        return options;
    }
    let has_neighbours = comparison.choices.peers.iter().any(|rule| rule.kind == PeerKind::Nearest);
    for &(order, label) in
        &[(Order::Likeness, Label::OrderLikeness), (Order::Name, Label::OrderName), (Order::Value, Label::OrderValue)]
    {
        if order != Order::Likeness || has_neighbours {
            options.push((order_word(order).to_owned(), figures.word(label)));
        }
    }
    options
}
