//! The picture as positions and labels: scale, ticks, shapes, tones, and the key to them.

use super::figures::Figures;
use super::model::{Axis, Bar, Bars, Chart, Drawn, KeyItem, Line, Shape, Tick, Tone};
use super::rows::with_judgement;
use crate::compare::{Figure, Judgement, Polarity};
use crate::text::{Label, Unit, push_part};

/// More peers than this stand in a strip, not in a row each.
const ROWS: usize = 25;

/// The picture of a comparison; its rows are numbered as the table's.
pub(super) fn chart(bars: Vec<Bar>, figures: &Figures, headline: &str) -> Chart {
    let peers = figures.comparison.peers().len();
    let drawn = Drawn::Bars(Bars {
        axis: axis(figures),
        unit: figures.unit_words(),
        benchmark: benchmark(figures),
        bars,
        strip: peers > ROWS,
        strip_label: figures.language.begin(&figures.who(peers)),
    });
    Chart { name: figures.label_of(Label::PictureName, headline), drawn }
}

fn benchmark(figures: &Figures) -> Option<Line> {
    let at = figures.comparison.benchmark.figure.cell.value()?;
    let mut label = figures.bench_name();
    push_part(&mut label, " ", &figures.short(at));
    Some(Line { at, label, row: 1 })
}

/// The key: only the shapes that stand in the picture, in words.
pub(super) fn key(bars: &[Bar], figures: &Figures) -> Vec<KeyItem> {
    let mut items = Vec::new();
    let (better, worse) = match figures.comparison.subject.polarity {
        Polarity::HighIsGood => (Judgement::Better, Judgement::Worse),
        Polarity::LowIsGood => (Judgement::Worse, Judgement::Better),
        Polarity::NoJudgement => (Judgement::NotCompared, Judgement::NotCompared),
    };
    for &(shape, label, judgement) in &[
        (Shape::Higher, Label::HigherThan, better),
        (Shape::Unclear, Label::Unclear, Judgement::NotCompared),
        (Shape::Lower, Label::LowerThan, worse),
        (Shape::Untested, Label::NotCompared, Judgement::NotCompared),
    ] {
        if let Some(bar) = bars.iter().find(|bar| bar.shape == shape) {
            let text = with_judgement(label, judgement, figures);
            items.push(KeyItem { shape: Some(shape), tone: bar.tone, text });
        }
    }
    if bars.iter().any(|bar| bar.range.is_some()) {
        items.push(KeyItem { shape: None, tone: Tone::Plain, text: figures.word(Label::KeyRange) });
    }
    items
}

/// A scale that holds every figure, range and the benchmark.
fn axis(figures: &Figures) -> Axis {
    let mut ends = NOTHING;
    for compared in &figures.comparison.areas {
        widen(&mut ends, &compared.figure);
    }
    widen(&mut ends, &figures.comparison.benchmark.figure);
    scale(ends, figures)
}

/// A span that holds nothing yet.
pub(super) const NOTHING: (f64, f64) = (f64::INFINITY, f64::NEG_INFINITY);

/// A scale over a span, with four to eight round ticks.
pub(super) fn scale((low, high): (f64, f64), figures: &Figures) -> Axis {
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
    let mut ticks = Vec::new();
    for count in 0..(last - first) as usize + 1 {
        let at = (first + count as f64) * step;
        ticks.push(Tick { at, label: figures.language.figure(at, decimals, &figures.unit) });
    }
    Axis { min: first * step, max: last * step, ticks }
}

/// Widens a span so that it holds a figure and its range.
pub(super) fn widen((low, high): &mut (f64, f64), figure: &Figure) {
    let Some(value) = figure.cell.value() else { return };
    let (lower, upper) = figure.intervals[0].map_or((value, value), |interval| (interval.lower, interval.upper));
    *low = low.min(value).min(lower);
    *high = high.max(value).max(upper);
}

/// A round step (1, 2 or 5 times a power of ten) that parts a width into five to ten, and the decimals it needs.
pub(super) fn step(width: f64) -> (f64, u8) {
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
    for times in &[1.0, 2.0, 5.0] {
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
