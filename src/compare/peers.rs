//! Who we compare with, and in which order.

use super::comparison::{PeerRule, Place};
use super::finding::{Finding, FindingKind};
use super::question::Question;
use crate::config::{Choice, Config, Key, Order, named};
use crate::data::{AreaId, Table};

/// An area as a place, with the name the publisher wants spoken.
pub(super) fn place(table: &Table, config: &Config, id: AreaId) -> Place {
    let area = table.area(id);
    let class = area.class();
    Place {
        code: if area.code.is_empty() { area.name.clone() } else { area.code.clone() },
        name: area.name.clone(),
        spoken: named(&config.spoken_names, &area.code).cloned(),
        level: class.level(),
        wide: class.is_wide(),
    }
}

/// The areas of our kind with a row in our period, ours left out, in file order.
fn candidates(question: &Question) -> Vec<AreaId> {
    let mut ids: Vec<AreaId> = Vec::new();
    for row in question.rows_now() {
        let id = row.area();
        let area = question.table.area(id);
        if id != question.area && !area.class().is_wide() && question.of_our_kind(id) && !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids
}

/// The peers by the rule asked for, in the order asked for.
pub(super) fn choose(question: &mut Question) -> (PeerRule, Order, Vec<AreaId>) {
    note_other_kinds(question);
    let all = provided(question, candidates(question));
    let neighbours = neighbours(question);
    let (rule, mut ids) = by_rule(question, &all, &neighbours);
    let order = order(question.config, &rule, &neighbours);
    sort(question, &mut ids, order, &neighbours);
    if ids.is_empty() {
        question.findings.push(Finding::new(FindingKind::NoPeers, ""));
    }
    (rule, order, ids)
}

/// The codes a neighbour list names for our area, most like it first.
fn neighbours(question: &Question) -> Vec<String> {
    let code = &question.table.area(question.area).code;
    question.table.neighbours(code).unwrap_or_default().iter().map(|&id| question.table.text(id).to_owned()).collect()
}

fn provided(question: &mut Question, ids: Vec<AreaId>) -> Vec<AreaId> {
    let (table, config) = (question.table, question.config);
    let mut kept = Vec::with_capacity(ids.len());
    for id in ids {
        if config.not_provided.contains(&table.area(id).code) {
            question.findings.push(Finding::new(FindingKind::NotProvided, table.area(id).name.as_str()));
        } else {
            kept.push(id);
        }
    }
    kept
}

fn by_rule(question: &mut Question, all: &[AreaId], neighbours: &[String]) -> (PeerRule, Vec<AreaId>) {
    let (table, config) = (question.table, question.config);
    let asked = config.word(Key::Peers);
    let listed = |codes: &[String]| -> Vec<AreaId> {
        all.iter().copied().filter(|&id| codes.contains(&table.area(id).code)).collect()
    };
    let nearest = || (PeerRule::Nearest, listed(neighbours));
    if let Some(group) = named(&config.peer_groups, asked) {
        if group.reason.is_empty() || group.date.is_empty() {
            question.findings.push(Finding::new(FindingKind::PeerGroupBare, asked));
        }
        let rule = PeerRule::Group(asked.to_owned(), group.reason.clone(), group.date.clone());
        return (rule, listed(&group.codes));
    }
    match asked {
        "" if !neighbours.is_empty() => return nearest(),
        "" | "all" => {}
        "nearest" if !neighbours.is_empty() => return nearest(),
        "nearest" => {
            let name = table.area(question.area).name.as_str();
            question.findings.push(Finding::new(FindingKind::NoNeighbours, name));
        }
        "parent" => {
            let ours = table.area(question.area);
            let parent = if ours.parent_name.is_empty() { &ours.parent_code } else { &ours.parent_name };
            let same = |id: &AreaId| table.area(*id).parent_code == ours.parent_code;
            return (PeerRule::Parent(parent.clone()), all.iter().copied().filter(same).collect());
        }
        codes => {
            let codes: Vec<String> =
                codes.split([' ', ',']).filter(|code| !code.is_empty()).map(str::to_owned).collect();
            let ids = listed(&codes);
            if !ids.is_empty() {
                return (PeerRule::Codes, ids);
            }
            question.findings.push(Finding::new(FindingKind::PeersNotFound, asked));
        }
    }
    (PeerRule::All, all.to_vec())
}

/// Likeness where known, else name; by value only when asked.
fn order(config: &Config, rule: &PeerRule, neighbours: &[String]) -> Order {
    let asked = Order::read(config.word(Key::Order));
    match asked {
        Some(Order::Likeness) | None if neighbours.is_empty() => Order::Name,
        None if *rule != PeerRule::Nearest => Order::Name,
        None => Order::Likeness,
        Some(order) => order,
    }
}

fn sort(question: &Question, ids: &mut [AreaId], order: Order, neighbours: &[String]) {
    let table = question.table;
    let name = |id: &AreaId| (table.area(*id).name.to_ascii_lowercase(), table.area(*id).code.clone());
    ids.sort_by_cached_key(name);
    match order {
        Order::Name => {}
        Order::Likeness => {
            let likeness = |id: &AreaId| neighbours.iter().position(|code| *code == table.area(*id).code);
            ids.sort_by_key(|id| likeness(id).unwrap_or(usize::MAX));
        }
        Order::Value => {
            let value = |id: &AreaId| question.row_of(*id).and_then(|row| row.cell().value());
            ids.sort_by(|a, b| {
                let (a, b) = (value(a).unwrap_or(f64::NEG_INFINITY), value(b).unwrap_or(f64::NEG_INFINITY));
                b.total_cmp(&a)
            });
        }
    }
}

/// The rules that can be answered here, as the option writes them.
pub(super) fn answerable(question: &Question) -> Vec<(String, PeerRule)> {
    let ours = question.table.area(question.area);
    let mut rules = Vec::new();
    if !neighbours(question).is_empty() {
        rules.push(("nearest".to_owned(), PeerRule::Nearest));
    }
    let is_parent_wide = crate::data::AreaClass::of(&ours.parent_code) == crate::data::AreaClass::Nation;
    if !ours.parent_code.is_empty() && !is_parent_wide {
        let name = if ours.parent_name.is_empty() { &ours.parent_code } else { &ours.parent_name };
        rules.push(("parent".to_owned(), PeerRule::Parent(name.clone())));
    }
    rules.push(("all".to_owned(), PeerRule::All));
    for (name, group) in &question.config.peer_groups {
        rules.push((name.clone(), PeerRule::Group(name.clone(), group.reason.clone(), group.date.clone())));
    }
    rules
}

/// Areas of another kind in our period are left out, and said.
fn note_other_kinds(question: &mut Question) {
    let table = question.table;
    let mut others: Vec<AreaId> = Vec::new();
    let mut line = 0;
    for row in question.rows_now() {
        let id = row.area();
        if !table.area(id).class().is_wide() && !question.of_our_kind(id) && !others.contains(&id) {
            line = if others.is_empty() { row.place().1 } else { line };
            others.push(id);
        }
    }
    if !others.is_empty() {
        let found = others.len().to_string();
        question.findings.push(Finding { line, ..Finding::new(FindingKind::MixedAreaTypes, found) });
    }
}
