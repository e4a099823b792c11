//! Verdicts as data, and the receipt of ours in words with every number in full.

use super::figures::Figures;
use super::model::{Receipt, ResultRow, Tested};
use super::say::{Spoken, side_label};
use super::table::{bench_name, has_benchmark};
use crate::compare::{Absence, BenchmarkKind, Cell, Comparison, Figure, Judgement, Level, Method, Rule, Side, Verdict};
use crate::text::{Label, plain};

/// One result for each row of the table.
pub(super) fn results(comparison: &Comparison) -> Vec<ResultRow> {
    let against = comparison.benchmark.figure.cell.value();
    let area = &comparison.area;
    let mut rows = vec![result(&area.code, &area.name, "area", &comparison.ours, &comparison.verdict, against)];
    if has_benchmark(comparison) {
        let (code, name) = match &comparison.benchmark.kind {
            BenchmarkKind::Wide(place) | BenchmarkKind::Peer(place) => (place.code.as_str(), place.name.as_str()),
            BenchmarkKind::GroupMedian(name, _) => ("", name.as_str()),
            _ => ("", ""),
        };
        let figure = &comparison.benchmark.figure;
        rows.push(result(code, name, "benchmark", figure, &Verdict::NoBenchmark, against));
    }
    for peer in &comparison.peers.places {
        rows.push(result(&peer.place.code, &peer.place.name, "peer", &peer.figure, &peer.verdict, against));
    }
    rows
}

fn result(
    code: &str,
    name: &str,
    role: &'static str,
    figure: &Figure,
    verdict: &Verdict,
    against: Option<f64>,
) -> ResultRow {
    let interval = figure.interval;
    ResultRow {
        code: code.to_owned(),
        name: name.to_owned(),
        role,
        value: figure.cell.value(),
        absence: match figure.cell {
            Cell::Value(_) => None,
            Cell::Absent(absence) => Some(absence_id(absence)),
        },
        lower: interval.map(|interval| interval.lower),
        upper: interval.map(|interval| interval.upper),
        method: interval.map(|interval| method_id(interval.method)),
        count: figure.count,
        denominator: figure.denominator,
        test: against.and_then(|against| tested(verdict, against)),
        untested: untested(verdict),
        line: figure.line,
    }
}

fn tested(verdict: &Verdict, against: f64) -> Option<Tested> {
    let Verdict::Tested(test) = verdict else { return None };
    Some(Tested {
        rule: match test.rule {
            Rule::FixedValue => "fixed-value",
            Rule::GapItself => "gap",
        },
        side: match test.side {
            Some(Side::Higher) => "higher",
            Some(Side::Lower) => "lower",
            None => "no-clear-gap",
        },
        judgement: match test.judgement {
            Judgement::Better => "better",
            Judgement::Worse => "worse",
            _ => "none",
        },
        level: if test.level == Level::P998 { 0.998 } else { 0.95 },
        against,
        gap: test.gap.map(|gap| gap.difference),
        gap_lower: test.gap.map(|gap| gap.interval.lower),
        gap_upper: test.gap.map(|gap| gap.interval.upper),
    })
}

fn untested(verdict: &Verdict) -> Option<&'static str> {
    match verdict {
        Verdict::Tested(_) => None,
        Verdict::NoInterval => Some("no-interval"),
        Verdict::NoFigure(_) => Some("no-figure"),
        Verdict::NoBenchmark => Some("no-benchmark"),
        Verdict::OtherPeriod => Some("other-period"),
        Verdict::OtherKind => Some("other-kind"),
    }
}

fn absence_id(absence: Absence) -> &'static str {
    match absence {
        Absence::Missing => "missing",
        Absence::Suppressed => "suppressed",
        Absence::Unreliable => "unreliable",
        Absence::NotApplicable => "not-applicable",
        Absence::Unreadable => "unreadable",
    }
}

fn method_id(method: Method) -> &'static str {
    match method {
        Method::Published => "published",
        Method::Wilson => "wilson",
        Method::Exact => "exact-poisson",
        Method::Byar => "byar",
        Method::StudentT => "student-t",
        Method::SquareAndAdd => "square-and-add",
        Method::MedianOfPeers => "median-of-peers",
    }
}

fn method_label(method: Method) -> Label {
    match method {
        Method::Published => Label::MethodPublished,
        Method::Wilson => Label::MethodWilson,
        Method::Exact => Label::MethodExact,
        Method::Byar => Label::MethodByar,
        Method::StudentT => Label::MethodStudent,
        Method::SquareAndAdd => Label::MethodSquareAndAdd,
        Method::MedianOfPeers => Label::MethodMedian,
    }
}

/// How our verdict was worked out.
pub(super) fn receipt(comparison: &Comparison, figures: &Figures, said: &Spoken) -> Receipt {
    let language = figures.language;
    let of = |label| language.label(label, &[]);
    let rule = match &comparison.verdict {
        Verdict::Tested(test) => match test.rule {
            Rule::FixedValue => language.label(Label::RuleFixed, &[("bench", &figures.bench)]),
            Rule::GapItself => of(Label::RuleGap),
        },
        _ => of(Label::RuleNone),
    };
    let mut facts = Vec::new();
    figure_facts(&mut facts, &comparison.area.name, &comparison.ours, figures);
    if has_benchmark(comparison) {
        figure_facts(&mut facts, &bench_name(comparison, figures), &comparison.benchmark.figure, figures);
    }
    if let Verdict::Tested(test) = &comparison.verdict {
        if let Some(gap) = test.gap {
            facts.push((of(Label::GapWord), in_full(gap.difference)));
            facts.push((of(Label::GapRange), limits(gap.interval.lower, gap.interval.upper, figures)));
        }
        let level = if test.level == Level::P998 { "99.8%" } else { "95%" };
        facts.push((of(Label::LevelWord), level.to_owned()));
        facts.push((of(Label::Outcome), of(test.side.map_or(Label::Unclear, side_label))));
    }
    let sentences = std::iter::once(said.headline.id).chain(said.lines.iter().map(|line| line.id)).collect();
    Receipt { sentences, rule, facts, definition: language.say(crate::text::Sentence::S6, &[]) }
}

fn figure_facts(facts: &mut Vec<(String, String)>, name: &str, figure: &Figure, figures: &Figures) {
    let of = |label| figures.language.label(label, &[]);
    let named = |label| format!("{name}: {}", of(label));
    match figure.cell {
        Cell::Value(value) => facts.push((named(Label::Figure), in_full(value))),
        Cell::Absent(absence) => facts.push((named(Label::Figure), of(super::figures::absent(absence)))),
    }
    for (label, interval) in [(Label::Range, figure.interval), (Label::WideRange, figure.wide_interval)] {
        if let Some(interval) = interval {
            let range = limits(interval.lower, interval.upper, figures);
            facts.push((named(label), format!("{range} ({})", of(method_label(interval.method)))));
        }
    }
    if let Some(count) = figure.count {
        facts.push((named(Label::CountLabel), in_full(count)));
    }
    if let Some(denominator) = figure.denominator {
        facts.push((named(Label::Denominator), in_full(denominator)));
    }
}

fn limits(lower: f64, upper: f64, figures: &Figures) -> String {
    figures.language.label(Label::To, &[("a", &in_full(lower)), ("b", &in_full(upper))])
}

/// A number with as many decimals as say something, six at most.
fn in_full(value: f64) -> String {
    let written = plain(value, 6);
    written.trim_end_matches('0').trim_end_matches('.').to_owned()
}
