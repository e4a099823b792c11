//! What a picture of figures against sizes must keep to, whatever the names, figures and widths.

use super::super::tests::{NAMES, WIDTHS, bounds, is_text, overlap, random, room};
use super::super::{Form, Mark, Scene, Touch};
use super::*;
use crate::view::{Line, Tick, Tone};

fn axis(most: f64, unit: &str) -> Axis {
    let tick =
        |at: u32| Tick { at: most * f64::from(at) / 6.0, label: format!("{:.0}{unit}", most * f64::from(at) / 6.0) };
    Axis { min: 0.0, max: most, ticks: (0..=6).map(tick).collect() }
}

/// So many places, ours of a given name, size and figure; limits that leave the plot above and below.
fn plane(places: usize, name: &str, ours: (f64, f64)) -> Plane {
    let mut next = random(5);
    let mut spots = Vec::new();
    for row in 0..places {
        let (size, value) = if row == 0 { ours } else { (3_000_000.0 * next() * next(), 60.0 * next()) };
        spots.push(Spot {
            label: name.to_owned(),
            size,
            value,
            shape: [Shape::Above, Shape::Below, Shape::Dot][row % 3],
            tone: Tone::Plain,
            is_filled: row % 2 == 0,
            ours: row == 0,
            row: row + usize::from(row > 0),
        });
    }
    let line = |reach: f64| {
        let at = |at: u32| f64::from(at) * f64::from(at) * 800.0 + 500.0;
        (0..80).map(|step| (at(step), 30.0 - reach / at(step).sqrt(), 30.0 + reach / at(step).sqrt())).collect()
    };
    Plane {
        sizes: axis(3_000_000.0, ""),
        size_label: "Size (count divided by rate)".to_owned(),
        axis: axis(60.0, "%"),
        label: "Figure, for every 100,000 people, each counted once in a year".to_owned(),
        cut: "The scale starts at 11%, not at 0.".to_owned(),
        average: Some(Line { at: 30.0, label: "average 1,130.0".to_owned(), row: 1 }),
        limits: vec![
            Limits { label: "95%".to_owned(), line: line(3_000.0), is_wide: false },
            Limits { label: "99.8%".to_owned(), line: line(4_700.0), is_wide: true },
        ],
        spots,
        left_out: vec![places + 1, places + 2],
        left_out_label: "2 places are not on the chart; the table says why.".to_owned(),
    }
}

fn planes() -> Vec<Plane> {
    let mut found = Vec::new();
    for name in NAMES {
        for ours in [(10.0, 60.0), (3_000_000.0, 0.0), (1_500_000.0, 30.0)] {
            found.push(plane(40, name, ours));
        }
    }
    found.push(plane(150, "Bath", (20_000.0, 31.0)));
    found.push(Plane { left_out: vec![0], left_out_label: "There is no chart.".to_owned(), ..Plane::default() });
    found
}

#[test]
fn no_mark_leaves_the_picture_and_no_two_texts_overlap() {
    for plane in planes() {
        for width in WIDTHS {
            let scene = picture(&plane, room(width));
            let inside = |mark: &&Mark| {
                let (left, top, right, bottom) = bounds(mark);
                left >= -0.5 && top >= -0.5 && right <= width + 0.5 && bottom <= scene.height + 0.5
            };
            let out: Vec<&Mark> = scene.marks.iter().filter(|mark| !inside(mark)).collect();
            assert!(out.is_empty(), "{width}: {out:?}");
            let texts: Vec<&Mark> = scene.marks.iter().filter(|mark| is_text(mark)).collect();
            for (at, one) in texts.iter().enumerate() {
                for other in &texts[at + 1..] {
                    assert!(!overlap(bounds(one), bounds(other)), "{width}: {one:?} and {other:?}");
                }
            }
        }
    }
}

#[test]
fn every_row_is_touched_within_the_picture_and_a_spot_where_it_lies() {
    let plane = plane(60, "Bath", (1_500_000.0, 30.0));
    for width in WIDTHS {
        let scene = picture(&plane, room(width));
        let mut rows: Vec<usize> = scene.touches.iter().map(|touch| touch.row).collect();
        rows.sort_unstable();
        assert_eq!(rows, (0..=62).collect::<Vec<_>>());
        let is_in =
            |touch: &Touch| touch.x >= 0.0 && touch.x + touch.width <= width && touch.y + touch.height <= scene.height;
        assert!(scene.touches.iter().all(is_in), "{width}");
        let ours = scene.touches.iter().find(|touch| touch.row == 0).unwrap();
        let middle = (ours.x + ours.width / 2.0, ours.y + ours.height / 2.0);
        let is_ours = |mark: &&Mark| matches!(mark.form, Form::Disc { radius } if radius > 9.0) && mark.at == middle;
        assert_eq!(scene.marks.iter().filter(is_ours).count(), 2, "{width}");
    }
}

/// The lines of limits end at the edges of the plot, however far they go on.
#[test]
fn limits_are_cut_at_the_edges_of_the_plot() {
    let plane = plane(40, "Bath", (1_500_000.0, 30.0));
    let sketch = Sketch {
        plane: &plane,
        room: room(760.0),
        scene: Scene::new(760.0),
        left: 0.0,
        right: 0.0,
        top: 0.0,
        bottom: 0.0,
    };
    let upper: Vec<(f64, f64)> = plane.limits[0].line.iter().map(|point| (point.0, point.2)).collect();
    assert!(upper[0].1 > 60.0 && upper.last().unwrap().0 > 3_000_000.0);
    let inside = sketch.inside(&upper);
    assert!((inside[0].1 - 60.0).abs() < 1e-9 && (inside.last().unwrap().0 - 3_000_000.0).abs() < 1e-6);
    assert!(inside.iter().all(|&(size, value)| size <= 3_000_000.0 + 1e-6 && value <= 60.0 + 1e-9));
    assert!(sketch.inside(&[(1.0, 90.0), (2.0, 80.0)]).is_empty());
}
