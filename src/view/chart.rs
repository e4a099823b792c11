//! The picture as positions and labels: scale, ticks, shapes, tones, and the key to them.

use super::figures::Figures;
use super::model::{Axis, Bar, Chart, KeyItem, Line, Said, Shape, Tick, Tone};
use super::table::{bench_name, has_benchmark};
use crate::compare::{Comparison, Figure, Judgement, Place, Polarity, Side, Test, Verdict};
use crate::text::{Label, Unit};

/// More peers than this stand in a strip, not in a row each.
const ROWS: usize = 25;

/// The picture of a comparison; its rows are numbered as the table's.
pub(super) fn chart(comparison: &Comparison, figures: &Figures, headline: &Said) -> Chart {
    let with_benchmark = has_benchmark(comparison);
    let first_peer = 1 + usize::from(with_benchmark);
    let mut bars = vec![bar(&comparison.area, &comparison.ours, &comparison.verdict, figures, 0)];
    bars[0].ours = true;
    for (at, peer) in comparison.peers.places.iter().enumerate() {
        bars.push(bar(&peer.place, &peer.figure, &peer.verdict, figures, first_peer + at));
    }
    let n = comparison.peers.places.len();
    Chart {
        name: figures.language.label(Label::PictureName, &[("headline", &headline.text)]),
        axis: axis(comparison, figures),
        unit: figures.unit_words(),
        benchmark: with_benchmark.then(|| benchmark(comparison, figures)).flatten(),
        bars,
        strip: n > ROWS,
        strip_label: figures.language.begin(&figures.who(comparison, n)),
    }
}

fn benchmark(comparison: &Comparison, figures: &Figures) -> Option<Line> {
    let at = comparison.benchmark.figure.cell.value()?;
    let label = format!("{} {}", bench_name(comparison, figures), figures.short(at));
    Some(Line { at, label, row: 1 })
}

fn bar(place: &Place, figure: &Figure, verdict: &Verdict, figures: &Figures, row: usize) -> Bar {
    let (shape, tone) = look(verdict);
    Bar {
        label: place.name.clone(),
        figure: figures.cell(figure),
        at: figure.cell.value(),
        range: figure.interval.map(|interval| (interval.lower, interval.upper)),
        shape,
        tone,
        ours: false,
        row,
    }
}

/// Shape by direction, tone by judgement.
fn look(verdict: &Verdict) -> (Shape, Tone) {
    let Verdict::Tested(test) = verdict else { return (Shape::Untested, Tone::Plain) };
    (shape(test), tone(test.judgement))
}

fn shape(test: &Test) -> Shape {
    match test.side {
        Some(Side::Higher) => Shape::Higher,
        Some(Side::Lower) => Shape::Lower,
        None => Shape::Unclear,
    }
}

fn tone(judgement: Judgement) -> Tone {
    match judgement {
        Judgement::Better => Tone::Better,
        Judgement::Worse => Tone::Worse,
        Judgement::Higher | Judgement::Lower => Tone::Apart,
        Judgement::Similar | Judgement::NotCompared => Tone::Plain,
    }
}

/// The key: only the shapes that stand in the picture, in words.
pub(super) fn key(comparison: &Comparison, figures: &Figures) -> Vec<KeyItem> {
    let language = figures.language;
    let verdicts =
        || std::iter::once(&comparison.verdict).chain(comparison.peers.places.iter().map(|peer| &peer.verdict));
    let looks: Vec<(Shape, Tone)> = verdicts().map(look).collect();
    let mut items = Vec::new();
    for shape in [Shape::Higher, Shape::Unclear, Shape::Lower, Shape::Untested] {
        let Some(&(_, tone)) = looks.iter().find(|(other, _)| *other == shape) else { continue };
        let label = match shape {
            Shape::Higher => Label::HigherThan,
            Shape::Lower => Label::LowerThan,
            Shape::Unclear => Label::Unclear,
            Shape::Untested => Label::NotCompared,
        };
        let words = language.label(label, &[("bench", &figures.bench)]);
        let judgement = match (comparison.subject.polarity, shape) {
            (Polarity::HighIsGood, Shape::Higher) | (Polarity::LowIsGood, Shape::Lower) => Judgement::Better,
            (Polarity::HighIsGood, Shape::Lower) | (Polarity::LowIsGood, Shape::Higher) => Judgement::Worse,
            _ => Judgement::NotCompared,
        };
        items.push(KeyItem {
            shape: Some(shape),
            tone,
            text: super::table::with_judgement(words, judgement, language),
        });
    }
    let has_range =
        comparison.ours.interval.is_some() || comparison.peers.places.iter().any(|peer| peer.figure.interval.is_some());
    if has_range {
        items.push(KeyItem { shape: None, tone: Tone::Plain, text: language.label(Label::KeyRange, &[]) });
    }
    items
}

/// A scale that holds every figure, range and the benchmark, with four to eight round ticks.
fn axis(comparison: &Comparison, figures: &Figures) -> Axis {
    let all = || {
        std::iter::once(&comparison.ours)
            .chain(comparison.peers.places.iter().map(|peer| &peer.figure))
            .chain(std::iter::once(&comparison.benchmark.figure))
    };
    let mut low = f64::INFINITY;
    let mut high = f64::NEG_INFINITY;
    for figure in all() {
        let limits = figure.interval.map(|interval| [interval.lower, interval.upper]);
        for at in figure.cell.value().into_iter().chain(limits.into_iter().flatten()) {
            low = low.min(at);
            high = high.max(at);
        }
    }
    if low > high {
        return Axis { min: 0.0, max: 1.0, ticks: Vec::new() };
    }
    let (step, decimals) = step((high - low).max(high.abs() * 1e-6).max(1e-9));
    let mut first = (low / step).floor();
    let mut last = (high / step).ceil();
    if first == last {
        (first, last) = (first - 1.0, last + 1.0);
    }
    if figures.unit == Unit::Percent && low >= 0.0 && high <= 100.0 {
        first = first.max(0.0);
        last = last.min((100.0 / step).ceil());
    }
    let count = (last - first) as usize + 1;
    let ticks = (0..count)
        .map(|at| (first + at as f64) * step)
        .map(|at| Tick { at, label: figures.language.figure(at, decimals, &figures.unit) })
        .collect();
    Axis { min: first * step, max: last * step, ticks }
}

/// A round step (1, 2 or 5 times a power of ten) that parts a width into five to ten, and the decimals it needs.
fn step(width: f64) -> (f64, u8) {
    let mut unit = 1.0;
    let mut decimals = 0u8;
    while width / unit < 5.0 && decimals < 9 {
        unit /= 10.0;
        decimals += 1;
    }
    while width / unit >= 50.0 {
        unit *= 10.0;
        decimals = 0;
    }
    for times in [1.0, 2.0, 5.0] {
        if width / (unit * times) <= 8.0 {
            return (unit * times, decimals);
        }
    }
    (unit * 10.0, decimals.saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use super::step;

    #[test]
    fn steps_are_round_and_few() {
        for (width, expected, decimals) in
            [(12.0, 2.0, 0), (0.7, 0.1, 1), (100.0, 20.0, 0), (3.0, 0.5, 1), (40.0, 5.0, 0), (8000.0, 1000.0, 0)]
        {
            let (step, places) = step(width);
            assert!((step - expected).abs() < 1e-12, "{width}: {step}");
            assert_eq!(places, decimals, "{width}");
        }
    }
}
