//! Who we compare with, and in which order.

use super::comparison::{PeerKind, PeerRule};
use super::finding::{Finding, FindingKind};
use super::kind::is_wide;
#[cfg(more)]
use super::likeness::{self, Alike};
use super::question::{Question, sort, written};
use crate::config::{Choice, Key, Order, named};
use crate::data::{AreaClass, AreaId};

/// The peers by the rule asked for, in the order asked for.
pub(super) fn choose<'t>(question: &mut Question<'t>) -> (PeerRule<'t>, Order, Vec<u32>) {
    let all = candidates(question);
    let (table, config) = (question.table, question.config);
    let ours = table.area(question.area);
    let neighbours = &neighbours(question, &all);
    answerable(question, neighbours);
    let mut rule = rule(question, neighbours);
    let mut ids = members(question, &rule, &all, neighbours);
    if rule.kind == PeerKind::Codes && ids.is_empty() {
        question.find(FindingKind::PeersNotFound, rule.name);
        rule = of_kind(PeerKind::All, "");
        ids.clone_from(&all);
    }
    // Members of one system: the first engine has no words for it, and sets them beside each other as the rule says.
    #[cfg(more)]
    if is_one_system(question, &ids) {
        question.is_one_system = true;
        rule = of_kind(PeerKind::All, "");
        ids = if is_one_system(question, &all) { Vec::new() } else { all };
    }
    let order = match Order::read(config.word(Key::Order)) {
        Some(Order::Likeness) | None if neighbours.is_empty() => Order::Name,
        None if rule.kind != PeerKind::Nearest => Order::Name,
        None => Order::Likeness,
        Some(order) => order,
    };
    let value = |id| question.row_of(AreaId(id)).and_then(|row| row.cell().value());
    let place = |id| nearness(question, neighbours, id);
    sort(&mut ids, &|a, b| match order {
        Order::Name => false, // they stand A to Z already
        Order::Likeness => place(a) < place(b),
        Order::Value => value(a) > value(b),
    });
    #[cfg(more)]
    let is_said = question.is_one_system;
    #[cfg(not(more))]
    let is_said = false;
    if ids.is_empty() && !is_wide(ours) && !is_said {
        question.find(FindingKind::NoPeers, "");
    }
    (rule, order, ids)
}

/// The codes of the areas most like ours, the most like first: those that a file lists; else, where the config names
/// measures for it, those whose figures are nearest.
fn neighbours<'t>(question: &mut Question<'t>, all: &[u32]) -> Vec<&'t str> {
    let table = question.table;
    let mut codes = Vec::new();
    for &text in table.neighbours(&table.area(question.area).code).unwrap_or_default() {
        codes.push(table.text(text));
    }
    // Whoever names measures gets more than the first engine; see the element's script.
    #[cfg(more)]
    if codes.is_empty() && !question.config.likeness.is_empty() {
        for near in likeness::nearest(question, all).nearest {
            codes.push(near.code);
        }
    }
    #[cfg(not(more))]
    let _ = all;
    codes
}

/// How the areas most like ours are found by measures, where the config names some and no file lists them.
#[cfg(more)]
pub(super) fn alike<'t>(question: &mut Question<'t>) -> Alike<'t> {
    let ours = &question.table.area(question.area).code;
    if question.config.likeness.is_empty() || question.table.neighbours(ours).is_some_and(|listed| !listed.is_empty()) {
        return Alike::default();
    }
    let all = candidates(question);
    likeness::nearest(question, &all)
}

/// The areas of our kind with a row in our period, A to Z, ours left out, and those that do not provide the service.
/// Areas of another kind are left out and counted.
pub(super) fn candidates(question: &mut Question) -> Vec<u32> {
    let table = question.table;
    let mut kept = Vec::new();
    let (mut others, mut line) = (0u32, u32::MAX);
    for id in question.areas.clone() {
        let area = table.area(AreaId(id));
        let Some(row) = question.row_of(AreaId(id)) else { continue };
        if question.is_ours(AreaId(id)) || is_wide(area) {
            continue;
        }
        if !question.is_of_our_kind(AreaId(id)) {
            others += 1;
            line = line.min(row.place().1);
        } else if question.config.not_provided.contains(&area.code) {
            question.find(FindingKind::NotProvided, &area.name);
        } else {
            kept.push(id);
        }
    }
    if others > 0 {
        let found = written(others);
        question.findings.push(Finding { kind: FindingKind::MixedAreaTypes, found, near: Vec::new(), line });
    }
    kept
}

/// The place of an area in the neighbour list, most like ours first; behind its end when it is not there.
fn nearness(question: &Question, neighbours: &[&str], id: u32) -> usize {
    let code = question.table.area(AreaId(id)).code.as_str();
    neighbours.iter().position(|neighbour| *neighbour == code).unwrap_or(neighbours.len())
}

fn of_kind(kind: PeerKind, name: &str) -> PeerRule<'_> {
    PeerRule { kind, name, group: None }
}

/// The rule asked for; where it cannot be followed, every area of our kind.
fn rule<'t>(question: &mut Question<'t>, neighbours: &[&str]) -> PeerRule<'t> {
    let asked = question.wording.peers;
    let ours = question.table.area(question.area);
    if let Some(group) = named(&question.config.peer_groups, asked) {
        if group.reason.is_empty() || group.date.is_empty() {
            question.find(FindingKind::PeerGroupBare, asked);
        }
        return PeerRule { kind: PeerKind::Group, name: asked, group: Some(group) };
    }
    match asked {
        "" | "nearest" if !neighbours.is_empty() => of_kind(PeerKind::Nearest, ""),
        "" | "all" => of_kind(PeerKind::All, ""),
        "nearest" => {
            question.find(FindingKind::NoNeighbours, &ours.name);
            of_kind(PeerKind::All, "")
        }
        "parent" => parent(question),
        codes => of_kind(PeerKind::Codes, codes),
    }
}

fn parent<'t>(question: &Question<'t>) -> PeerRule<'t> {
    let ours = question.table.area(question.area);
    let name = if ours.parent_name.is_empty() { &ours.parent_code } else { &ours.parent_name };
    of_kind(PeerKind::Parent, name)
}

/// Whether a code stands in a list parted by spaces or commas.
fn is_listed(list: &str, code: &str) -> bool {
    let mut codes = list.as_bytes().split(|byte| matches!(byte, b' ' | b','));
    !code.is_empty() && codes.any(|listed| listed == code.as_bytes())
}

/// Those of the areas that a rule names.
fn members(question: &Question, rule: &PeerRule, all: &[u32], neighbours: &[&str]) -> Vec<u32> {
    let table = question.table;
    let mut members = Vec::new();
    for &id in all {
        let area = table.area(AreaId(id));
        let is_member = match rule.kind {
            PeerKind::All => true,
            PeerKind::Parent => area.parent_code == table.area(question.area).parent_code,
            PeerKind::Nearest => nearness(question, neighbours, id) < neighbours.len(),
            PeerKind::Codes => is_listed(rule.name, &area.code),
            PeerKind::Group => rule.group.is_some_and(|group| group.codes.contains(&area.code)),
        };
        if is_member {
            members.push(id);
        }
    }
    members
}

/// The peers by every rule that can be answered here, and by the one that is chosen.
#[cfg(more)]
pub(super) fn under_each_rule<'t>(question: &mut Question<'t>, chosen: &PeerRule<'t>) -> Vec<(PeerRule<'t>, Vec<u32>)> {
    // What was left out is found already.
    let findings = question.findings.len();
    let all = candidates(question);
    let neighbours = neighbours(question, &all);
    question.findings.truncate(findings);
    let mut rules = question.choices.peers.clone();
    if !rules.contains(chosen) {
        rules.insert(0, *chosen);
    }
    let under = |rule: PeerRule<'t>| (rule, members(question, &rule, &all, &neighbours));
    rules.into_iter().map(under).filter(|(_, ids)| !is_one_system(question, ids)).collect()
}

/// Whether some areas are all of the system that ours is of. They answer for it together, so none is set
/// against another, unless all of them are named as those who publish together.
#[cfg(more)]
fn is_one_system(question: &Question, ids: &[u32]) -> bool {
    let area = |id: u32| question.table.area(AreaId(id));
    let AreaId(ours) = question.area;
    let system = area(ours).parent_code.as_str();
    if [ours].iter().chain(ids).all(|&id| question.config.views.board.publishers.contains(&area(id).code)) {
        return false;
    }
    AreaClass::of(system).is_system() && !ids.is_empty() && ids.iter().all(|&id| area(id).parent_code == system)
}

/// Lists the rules that can be answered here.
fn answerable(question: &mut Question, neighbours: &[&str]) {
    let ours = question.table.area(question.area);
    let parent = parent(question);
    let rules = &mut question.choices.peers;
    if !neighbours.is_empty() {
        rules.push(of_kind(PeerKind::Nearest, ""));
    }
    if !ours.parent_code.is_empty() && AreaClass::of(&ours.parent_code) != AreaClass::Nation {
        rules.push(parent);
    }
    rules.push(of_kind(PeerKind::All, ""));
    for (name, group) in &question.config.peer_groups {
        rules.push(PeerRule { kind: PeerKind::Group, name, group: Some(group) });
    }
}
