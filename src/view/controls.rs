//! What a reader can choose, as labelled lists.

use super::figures::{Figures, span};
use super::model::Control;
use crate::compare::{Comparison, PeerRule, PeriodKind};
use crate::config::Order;
use crate::text::{Label, Language};

/// More areas than this want a field to find one by typing.
const LONG: usize = 25;

/// The controls that have something to choose, in reading order.
pub(super) fn controls(comparison: &Comparison, figures: &Figures) -> Vec<Control> {
    let language = figures.language;
    [
        indicator(comparison, language),
        series(comparison, language),
        area(comparison, language),
        peers(comparison, language),
        period(comparison, language),
        order(comparison, language),
    ]
    .into_iter()
    .filter(|control| control.options.len() > 1)
    .collect()
}

/// What is chosen now, by the names of the options.
pub(super) fn choices(comparison: &Comparison) -> Vec<(&'static str, String)> {
    vec![
        ("indicator", comparison.subject.id.clone()),
        ("series", comparison.subject.group.clone()),
        ("area", comparison.area.code.clone()),
        ("peers", chosen_peers(comparison)),
        ("period", comparison.period.label.clone()),
        ("order", order_word(comparison).to_owned()),
    ]
}

fn chosen_peers(comparison: &Comparison) -> String {
    if comparison.peers.rule == PeerRule::Codes {
        let codes: Vec<&str> = comparison.peers.places.iter().map(|peer| peer.place.code.as_str()).collect();
        return codes.join(" ");
    }
    let chosen = comparison.choices.peers.iter().find(|(_, rule)| *rule == comparison.peers.rule);
    chosen.map_or(String::new(), |(word, _)| word.clone())
}

fn order_word(comparison: &Comparison) -> &'static str {
    match comparison.peers.order {
        Order::Likeness => "likeness",
        Order::Name => "name",
        Order::Value => "value",
    }
}

fn control(
    name: &'static str,
    label: Label,
    value: String,
    options: Vec<(String, String)>,
    language: Language,
) -> Control {
    Control { name, label: language.label(label, &[]), value, options, find: false }
}

fn indicator(comparison: &Comparison, language: Language) -> Control {
    let options = comparison.choices.indicators.clone();
    control("indicator", Label::Indicator, comparison.subject.id.clone(), options, language)
}

fn series(comparison: &Comparison, language: Language) -> Control {
    let whole = language.label(Label::PersonsAll, &[]);
    let named = |label: &String| (label.clone(), if label.is_empty() { whole.clone() } else { label.clone() });
    let options = comparison.choices.series.iter().map(named).collect();
    control("series", Label::Series, comparison.subject.group.clone(), options, language)
}

fn area(comparison: &Comparison, language: Language) -> Control {
    let options = comparison.choices.areas.clone();
    let find = options.len() > LONG;
    Control { find, ..control("area", Label::Area, comparison.area.code.clone(), options, language) }
}

fn peers(comparison: &Comparison, language: Language) -> Control {
    let shown = comparison.peers.places.len();
    let label = |rule: &PeerRule| match rule {
        PeerRule::Nearest if comparison.peers.rule == PeerRule::Nearest => {
            language.label(Label::PeersNearest, &[("n", &language.number(shown as f64, 0))])
        }
        PeerRule::Nearest => language.label(Label::PeersMostLike, &[]),
        PeerRule::Parent(parent) => language.label(Label::PeersParent, &[("parent", parent)]),
        PeerRule::All => language.label(Label::PeersAll, &[]),
        PeerRule::Codes => language.label(Label::PeersChosen, &[]),
        PeerRule::Group(name, ..) => name.clone(),
    };
    let mut options: Vec<(String, String)> =
        comparison.choices.peers.iter().map(|(word, rule)| (word.clone(), label(rule))).collect();
    let value = chosen_peers(comparison);
    if comparison.peers.rule == PeerRule::Codes {
        options.insert(0, (value.clone(), label(&PeerRule::Codes)));
    }
    control("peers", Label::PeersLabel, value, options, language)
}

fn period(comparison: &Comparison, language: Language) -> Control {
    let options =
        comparison.choices.periods.iter().map(|period| (period.label.clone(), language.span(&span(period)))).collect();
    let label = match comparison.period.kind {
        PeriodKind::Calendar | PeriodKind::Financial | PeriodKind::Academic if comparison.period.months == 12 => {
            Label::Year
        }
        PeriodKind::Month => Label::Month,
        _ => Label::Period,
    };
    control("period", label, comparison.period.label.clone(), options, language)
}

fn order(comparison: &Comparison, language: Language) -> Control {
    let known = comparison.choices.peers.iter().any(|(_, rule)| *rule == PeerRule::Nearest);
    let mut options = vec![
        ("name".to_owned(), language.label(Label::OrderName, &[])),
        ("value".to_owned(), language.label(Label::OrderValue, &[])),
    ];
    if known {
        options.insert(0, ("likeness".to_owned(), language.label(Label::OrderLikeness, &[])));
    }
    if comparison.peers.places.len() < 2 {
        options.clear();
    }
    let value = order_word(comparison);
    control("order", Label::OrderLabel, value.to_owned(), options, language)
}
