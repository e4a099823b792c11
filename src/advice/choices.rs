//! Choices of a publisher that could mislead: names that are wanting, peers, periods, few cases, orders.

use super::finding::{Check, Finding, Slot};
use crate::compare::{
    self, Answer, Compared, Comparison, PeerKind, PeerRule, Period, Profile, Significance, TrendComparison, UnderRule,
    Verdict,
};
use crate::config::{Choice, Config, Key, Order, Plain, ViewName};
use crate::data::Table;

/// Fewer events than these are few: below them the field gives no standardised rate.
const FEW_EVENTS: f64 = 10.0;
/// Fewer people than these are few.
const FEW_PEOPLE: f64 = 50.0;

/// Looks at the choices of a view.
pub(super) fn look(table: &Table, config: &Config, found: &mut Vec<Finding>) {
    names(config, found);
    if Order::read(config.word(Key::Order)) == Some(Order::Value) {
        found.push(Finding::of(Check::OrderByFigure, "order").set("order", Plain::Nothing));
    }
    let due = config.word(Key::NextUpdate);
    if compare::is_past(due, config.word(Key::Today)) {
        found.push(Finding::of(Check::FiguresDue, "next-update").text("found", due));
    }
    let Ok(answer) = compare::answer(table, config) else {
        return found.push(Finding::of(Check::NothingToShow, ""));
    };
    let now = answer.now();
    peers(table, config, now, found);
    match &answer {
        Answer::Profile(profile) => board_periods(profile, found),
        _ => {
            periods(config, now, found);
            few_cases(now, found);
        }
    }
    if let Answer::Trend(trend) = &answer {
        trend_from(config, trend, found);
    }
}

/// Whose figures they are, and who may use them.
fn names(config: &Config, found: &mut Vec<Finding>) {
    for (key, check) in [(Key::Source, Check::SourceMissing), (Key::Licence, Check::LicenceMissing)] {
        if config.word(key).is_empty() {
            found.push(Finding::of(check, key.name()));
        }
    }
}

/// Peers chosen by hand: without a reason, or with one where other rules say something else.
fn peers(table: &Table, config: &Config, now: &Comparison, found: &mut Vec<Finding>) {
    let is_bare = match (now.peer_rule.kind, now.peer_rule.group) {
        (PeerKind::Codes, _) => true,
        (PeerKind::Group, Some(group)) => group.reason.trim().is_empty() || group.date.trim().is_empty(),
        _ => return,
    };
    if is_bare {
        let finding = Finding::of(Check::PeersWithoutReason, "peers");
        found.push(finding.set("peers", Plain::from(rule_instead(&now.choices.peers))));
        return;
    }
    let show = config.views.show;
    let is_compare = matches!(ViewName::read(config.word(Key::View)), None | Some(ViewName::Compare));
    if !is_compare || show.peer_rules {
        return;
    }
    let mut asking = config.clone();
    asking.views.show.peer_rules = true;
    let Ok(Answer::Compare(beside)) = compare::answer(table, &asking) else { return };
    let (others, different) = other_answers(&beside.beside.rules);
    if different > 0 {
        let mut words: Vec<Plain> = show.words().into_iter().map(Plain::from).collect();
        words.push(Plain::from("peer-rules"));
        let finding = Finding::of(Check::PeersMatter, "peers").number("k", different).number("n", others);
        found.push(finding.set("show", Plain::List(words)));
    }
}

/// The rule that needs no choosing.
fn rule_instead(rules: &[PeerRule]) -> &'static str {
    if rules.iter().any(|rule| rule.kind == PeerKind::Nearest) { "nearest" } else { "all" }
}

/// How many other rules could be asked, and how many of them say something else than the one that was chosen.
fn other_answers(rules: &[UnderRule]) -> (usize, usize) {
    let side = |verdict: &Verdict| verdict.as_ref().ok().map(|test| test.significance);
    let chosen: Option<Significance> = rules.iter().find(|rule| rule.is_chosen).and_then(|rule| side(&rule.verdict));
    let others: Vec<_> = rules.iter().filter(|rule| !rule.is_chosen).filter_map(|rule| side(&rule.verdict)).collect();
    let different = others.iter().filter(|&&side| chosen.is_some_and(|chosen| chosen != side)).count();
    (others.len(), different)
}

/// An older figure than the latest, or one of another period than the benchmark's.
fn periods(config: &Config, now: &Comparison, found: &mut Vec<Finding>) {
    if let (false, Some(latest)) = (config.word(Key::Period).is_empty(), now.choices.periods.first())
        && !latest.is_same_span(now.period)
    {
        let finding = Finding::of(Check::PeriodNotLatest, "period").set("period", Plain::Nothing);
        found.push(finding.text("found", &now.period.label).text("latest", &latest.label));
    }
    if let Some(other) = now.benchmark.other_period {
        let finding = Finding::of(Check::BenchmarkOtherPeriod, "benchmark");
        let finding = finding.text("found", &now.period.label).text("other", &other.label);
        let has_ours = now.choices.periods.iter().any(|period| period.is_same_span(other));
        found.push(if has_ours { finding.set("period", Plain::from(other.label.as_str())) } else { finding });
    }
}

/// Areas whose figure rests on few events or few people.
fn few_cases(now: &Comparison, found: &mut Vec<Finding>) {
    let is_few = |compared: &&Compared| {
        let figure = &compared.figure;
        figure.cell.value().is_some()
            && (figure.count.is_some_and(|count| count < FEW_EVENTS)
                || figure.denominator.is_some_and(|denominator| denominator < FEW_PEOPLE))
    };
    let names: Vec<String> = now.areas.iter().filter(is_few).map(|compared| compared.place.spoken.to_owned()).collect();
    if !names.is_empty() {
        let finding = Finding::of(Check::FewCases, "").with("names", Slot::Names(names));
        let finding = finding.with("events", Slot::Number(FEW_EVENTS)).with("people", Slot::Number(FEW_PEOPLE));
        found.push(finding);
    }
}

/// A longer trend that starts at the highest or the lowest figure of all, and not with the first.
fn trend_from(config: &Config, trend: &TrendComparison, found: &mut Vec<Finding>) {
    let word = config.word(Key::TrendFrom);
    let values = trend.history.iter().filter_map(|moment| Some((moment.period, moment.ours.cell.value()?)));
    let values: Vec<(&Period, f64)> = values.collect();
    let Some(at) = values.iter().position(|(period, _)| period.label == word).filter(|at| *at > 0) else { return };
    let start = values[at].1;
    let is_peak = values.iter().all(|(_, value)| *value <= start) || values.iter().all(|(_, value)| *value >= start);
    if is_peak {
        let finding = Finding::of(Check::TrendFromPeak, "trend-from").text("found", word);
        found.push(finding.set("trend-from", Plain::Nothing));
    }
}

/// Figures of priorities that end further apart than this are of different times.
const APART_MONTHS: i32 = 24;

/// The priorities of a board whose figures are years apart.
fn board_periods(profile: &Profile, found: &mut Vec<Finding>) {
    let mut periods: Vec<&Period> =
        profile.entries.iter().filter_map(|entry| Some(entry.standing.as_ref()?.now().period)).collect();
    let end = |period: &Period| period.first_month() + i32::from(period.months);
    periods.sort_by_key(|period| end(period));
    if let [first, .., last] = periods[..]
        && end(last) - end(first) > APART_MONTHS
    {
        let finding = Finding::of(Check::BoardPeriods, "priorities");
        found.push(finding.text("found", &first.label).text("latest", &last.label));
    }
}
