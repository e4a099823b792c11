//! What every picture over time must keep to, whatever the names, figures, periods and widths.

use crate::draw::tests::{NAMES, WIDTHS, bounds, is_text, overlap, random, room};
use crate::draw::*;
use crate::view::{Axis, Band, Chart, Dot, Drawn, LevelLine, Shape, Tick, Time, Tone, Trace, Upright, Weight};

/// So many periods with ours, a benchmark, a band, and words on upright lines; every seventh has no figure.
pub(in crate::draw) fn time(periods: usize, seed: u64) -> Time {
    let mut next = random(seed);
    let name = |at: usize| format!("{} 12.3%", NAMES[at % NAMES.len()]);
    let times = (0..periods).map(|at| Tick { at: 12.0 * at as f64, label: format!("{}–{}", 2000 + at, 2002 + at) });
    let mut dots = |shape: Option<Shape>| {
        let dot = |at: usize| {
            let value = 20.0 * next();
            let range = Some(((value - 2.0).max(0.0), (value + 2.0).min(20.0)));
            let is_joined = at > 0 && !(at - 1).is_multiple_of(7);
            Dot { at: 12.0 * at as f64, value, range, shape, tone: Tone::Apart, is_joined, row: at }
        };
        (0..periods).filter(|at| periods == 1 || at % 7 != 6).map(dot).collect::<Vec<_>>()
    };
    let last = 12.0 * periods.saturating_sub(1) as f64;
    let ticks = (0..=8).map(|at| Tick { at: f64::from(at) * 2.5, label: format!("{:.1}%", f64::from(at) * 2.5) });
    Time {
        axis: Axis { min: 0.0, max: 20.0, ticks: ticks.collect() },
        unit: "for every 100,000 people, each counted once in a year, whatever their age".to_owned(),
        cut: "The scale starts at 2.5%, not at 0.".to_owned(),
        times: times.collect(),
        bands: vec![Band {
            label: "Middle half of peers".to_owned(),
            stretches: vec![(0..periods).map(|at| (12.0 * at as f64, 8.0, 9.0)).collect()],
        }],
        levels: vec![LevelLine {
            label: "Average 10.2%".to_owned(),
            value: 10.2,
            span: (0.0, last),
            weight: Weight::Ours,
        }],
        traces: vec![
            Trace { label: name(seed as usize), weight: Weight::Ours, dots: dots(Some(Shape::Dot)) },
            Trace { label: name(seed as usize + 1), weight: Weight::Benchmark, dots: dots(None) },
            Trace { label: name(seed as usize + 2), weight: Weight::Other, dots: dots(Some(Shape::Above)) },
        ],
        uprights: (0..3)
            .map(|at| Upright {
                at: last * f64::from(at) / 2.0,
                label: format!("{} changed the way it is measured", NAMES[at as usize + 1]),
                parts: at == 1,
            })
            .collect(),
    }
}

fn picture(time: &Time, width: f64) -> Scene {
    crate::draw::picture(&Chart { name: "A picture".to_owned(), drawn: Drawn::Time(time.clone()) }, room(width))
}

#[test]
fn no_mark_leaves_the_picture_and_no_two_texts_overlap() {
    for (width, periods) in WIDTHS.into_iter().flat_map(|width| [1, 2, 7, 40, 120].map(|periods| (width, periods))) {
        for seed in 0..6 {
            let scene = picture(&time(periods, seed), width);
            for mark in &scene.marks {
                let (left, top, right, bottom) = bounds(mark);
                let within = left >= -1e-6 && top >= -1e-6 && right <= width + 1e-6 && bottom <= scene.height + 1e-6;
                assert!(within, "{width}, {periods} periods: {mark:?}");
            }
            let texts: Vec<_> = scene.marks.iter().filter(|mark| is_text(mark)).collect();
            for (at, one) in texts.iter().enumerate() {
                for other in &texts[at + 1..] {
                    assert!(!overlap(bounds(one), bounds(other)), "{width}, {periods}: {one:?} over {other:?}");
                }
            }
        }
    }
}

#[test]
fn every_period_has_one_touch_and_the_latest_has_a_label() {
    for (width, periods) in WIDTHS.into_iter().flat_map(|width| [1, 5, 40].map(|periods| (width, periods))) {
        let time = time(periods, 3);
        let scene = picture(&time, width);
        let rows: Vec<usize> = scene.touches.iter().map(|touch| touch.row).collect();
        assert_eq!(rows, (0..periods).collect::<Vec<_>>());
        let is_there = |touch: &Touch| touch.width > 0.0 && touch.x >= 0.0 && touch.x + touch.width <= width + 1e-6;
        assert!(scene.touches.iter().all(is_there), "{width}, {periods}");
        let latest = &time.times.last().unwrap().label;
        assert!(scene.marks.iter().any(|mark| matches!(&mark.form, Form::Text { text, .. } if text == latest)));
    }
}

#[test]
fn no_line_goes_across_a_figure_that_is_not_there() {
    let mut time = time(9, 1);
    time.traces.truncate(1);
    (time.bands, time.levels, time.uprights) = (Vec::new(), Vec::new(), Vec::new());
    time.traces[0].dots.retain(|dot| dot.row != 4);
    for dot in &mut time.traces[0].dots {
        dot.is_joined = !matches!(dot.row, 0 | 5);
    }
    let scene = picture(&time, 768.0);
    let paths = scene.marks.iter().filter_map(|mark| match &mark.form {
        Form::Path { corners, .. } => Some((mark.at.0, mark.at.0 + corners.last().unwrap().0)),
        _ => None,
    });
    let x = |row: usize| scene.touches[row].x + scene.touches[row].width / 2.0;
    let paths: Vec<(f64, f64)> = paths.collect();
    assert_eq!(paths.len(), 2);
    assert!(paths[0].1.max(paths[1].1) > x(5) && paths.iter().all(|path| path.1 < x(4) || path.0 > x(4)), "{paths:?}");
}
