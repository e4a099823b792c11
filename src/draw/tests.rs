//! What every picture must keep to, whatever the names, figures and widths.

use super::width::Face;
use super::*;
use crate::stats::float::{exp, ln};
use crate::view::{Axis, Bar, Bars, Chart, Drawn, Line, Shape, Tick, Tone};

pub(super) const WIDTHS: [f64; 5] = [320.0, 519.0, 520.0, 768.0, 1280.0];

pub(super) const NAMES: [&str; 6] = [
    "Bath",
    "Ynys Môn",
    "Bournemouth, Christchurch and Poole",
    "NHS Bath and North East Somerset, Swindon and Wiltshire Integrated Care Board",
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch",
    "Stoke-on-Trent/Newcastle-under-Lyme",
];

pub(super) fn room(width: f64) -> Room {
    Room { width, font: SVG_FONT, text: 13.0 }
}

/// Numbers from 0 to 1 that look random and are the same every time.
pub(super) fn random(seed: u64) -> impl FnMut() -> f64 {
    let mut state = seed;
    move || {
        state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (state >> 40) as f64 / (1u64 << 24) as f64
    }
}

fn bar(label: &str, at: Option<f64>, row: usize) -> Bar {
    let shape = [Shape::Higher, Shape::Lower, Shape::Unclear, Shape::Untested][row % 4];
    let figure =
        at.map_or("not published: the numbers are too small to show here".to_owned(), |at| format!("{at:.1}%"));
    let range = Some((at.unwrap_or(8.0) - 2.0, at.unwrap_or(8.0) + 2.0));
    Bar { label: label.to_owned(), figure, at, range, shape, tone: Tone::Plain, ours: row == 0, row }
}

fn chart(bars: Vec<Bar>, strip: bool) -> Bars {
    let ticks = (0..=8).map(|at| Tick { at: f64::from(at) * 2.5, label: format!("{:.1}%", f64::from(at) * 2.5) });
    Bars {
        axis: Axis { min: 0.0, max: 20.0, ticks: ticks.collect() },
        unit: "for every 100,000 people, each counted once in a year, whatever their age".to_owned(),
        benchmark: Some(Line {
            at: 19.9,
            label: "The middle of the 14 places most like ours 19.9%".to_owned(),
            row: 1,
        }),
        bars,
        strip,
        strip_label: "150 places most like Bournemouth, Christchurch and Poole".to_owned(),
    }
}

fn picture(bars: &Bars, room: Room) -> Scene {
    super::picture(&Chart { name: "A picture".to_owned(), drawn: Drawn::Bars(bars.clone()) }, room)
}

/// A row each; the third has no figure but, wrongly, a range.
fn rows() -> Bars {
    let mut next = random(7);
    let bars = NAMES.iter().enumerate();
    let bars = bars.map(|(at, name)| bar(name, (at != 2).then(|| 20.0 * next()), if at == 0 { 0 } else { at + 1 }));
    chart(bars.collect(), false)
}

/// So many peers in a strip, as dense in the middle as `clumped` says; every fortieth has no figure.
fn strip(peers: usize, clumped: f64) -> Bars {
    let mut next = random(11);
    let mut bars = vec![bar(NAMES[3], Some(12.0), 0)];
    for at in 0..peers {
        let value = 10.0 + (next() + next() - 1.0) * 10.0 * (1.0 - clumped);
        bars.push(bar("A place", (at % 40 != 39).then_some(value), at + 2));
    }
    chart(bars, true)
}

fn charts() -> Vec<Bars> {
    let mut bare = rows();
    bare.benchmark = None;
    bare.unit = String::new();
    vec![rows(), strip(150, 0.0), strip(40, 1.0), bare]
}

/// Left, top, right and bottom of a mark.
pub(super) fn bounds(mark: &Mark) -> (f64, f64, f64, f64) {
    let (x, y) = mark.at;
    match &mark.form {
        Form::Box { width, height } => (x, y, x + width, y + height),
        Form::Disc { radius: reach } | Form::Triangle { reach } => {
            let reach = reach.abs();
            (x - reach, y - reach, x + reach, y + reach)
        }
        Form::Path { corners, .. } | Form::Filled { corners } => {
            let of = |pick: fn(f64, f64) -> f64, start: f64| {
                let all = |(dx, dy): (f64, f64), corner: &(f64, f64)| (pick(dx, corner.0), pick(dy, corner.1));
                corners.iter().fold((start, start), all)
            };
            let ((left, top), (right, bottom)) = (of(f64::min, f64::INFINITY), of(f64::max, f64::NEG_INFINITY));
            (x + left, y + top, x + right, y + bottom)
        }
        Form::Text { text, size, bold, anchor } => {
            let wide = Face { size: *size, bold: *bold, font: SVG_FONT }.width(text);
            let left = x - wide * [0.0, 0.5, 1.0][*anchor as usize];
            (left, y - size / 2.0, left + wide, y + size / 2.0)
        }
    }
}

pub(super) fn is_text(mark: &Mark) -> bool {
    matches!(mark.form, Form::Text { .. })
}

pub(super) fn overlap(one: (f64, f64, f64, f64), other: (f64, f64, f64, f64)) -> bool {
    one.0 < other.2 && other.0 < one.2 && one.1 < other.3 && other.1 < one.3
}

#[test]
fn no_mark_leaves_the_picture_and_no_two_texts_overlap() {
    for width in WIDTHS {
        for chart in charts() {
            let scene = picture(&chart, room(width));
            for mark in &scene.marks {
                let (left, top, right, bottom) = bounds(mark);
                let within = left >= -1e-6 && top >= -1e-6 && right <= width + 1e-6 && bottom <= scene.height + 1e-6;
                assert!(within, "{width}: {mark:?}");
            }
            let texts: Vec<&Mark> = scene.marks.iter().filter(|mark| is_text(mark)).collect();
            for (at, one) in texts.iter().enumerate() {
                for other in &texts[at + 1..] {
                    assert!(!overlap(bounds(one), bounds(other)), "{width}: {one:?} over {other:?}");
                }
            }
        }
    }
}

#[test]
fn names_take_two_lines_before_they_are_shortened() {
    for (width, name) in [(320.0, NAMES[2]), (320.0, NAMES[5]), (768.0, NAMES[2]), (768.0, NAMES[5])] {
        let mut chart = rows();
        chart.bars[0].label = name.to_owned();
        let scene = picture(&chart, room(width));
        let texts = scene.marks.iter().filter_map(|mark| match &mark.form {
            Form::Text { text, bold: true, .. } => Some(text.as_str()),
            _ => None,
        });
        let texts: Vec<&str> = texts.collect();
        let said = texts.join(" ").replace("- ", "-").replace("/ ", "/");
        assert!(said.starts_with(name), "{width}: {texts:?}");
    }
}

#[test]
fn every_bar_has_one_touch_within_the_picture() {
    for width in WIDTHS {
        for chart in charts() {
            let scene = picture(&chart, room(width));
            for touch in &scene.touches {
                assert!(touch.x >= 0.0 && touch.x + touch.width <= width + 1e-6, "{width}: {touch:?}");
                assert!(touch.y >= 0.0 && touch.y + touch.height <= scene.height, "{width}: {touch:?}");
                assert!(touch.width > 0.0 && touch.height > 0.0, "{width}: {touch:?}");
            }
            let mut rows: Vec<usize> = scene.touches.iter().map(|touch| touch.row).collect();
            let mut wanted: Vec<usize> = chart.bars.iter().map(|bar| bar.row).collect();
            wanted.extend(chart.benchmark.iter().map(|line| line.row));
            rows.sort_unstable();
            wanted.sort_unstable();
            assert_eq!(rows, wanted, "{width}");
        }
    }
}

#[test]
fn upright_lines_never_stand_behind_names_or_figures() {
    for width in WIDTHS {
        for chart in charts() {
            let scene = picture(&chart, room(width));
            let lines = scene.marks.iter().filter(|mark| matches!(mark.ink, Ink::Benchmark | Ink::Grid));
            for line in lines {
                for text in scene.marks.iter().filter(|mark| is_text(mark)) {
                    assert!(!overlap(bounds(line), bounds(text)), "{width}: {line:?} behind {text:?}");
                }
            }
        }
    }
}

#[test]
fn labels_of_the_scale_are_evenly_spaced_and_as_many_as_fit() {
    for width in WIDTHS.into_iter().chain([200.0, 240.0, 400.0]) {
        let chart = rows();
        let scene = picture(&chart, room(width));
        let found = scene.marks.iter().filter_map(|mark| match &mark.form {
            Form::Text { text, anchor: Anchor::Middle, .. } if mark.ink == Ink::Muted => {
                chart.axis.ticks.iter().position(|tick| tick.label == *text).map(|tick| (tick, bounds(mark)))
            }
            _ => None,
        });
        let found: Vec<_> = found.collect();
        assert!(found.len() >= 2, "{width}");
        let every = found[1].0;
        for (at, pair) in found.windows(2).enumerate() {
            assert_eq!(pair[1].0, (at + 1) * every, "{width}");
            assert!(pair[1].1.0 - pair[0].1.2 >= 9.9, "{width}");
        }
        let step = (found[1].1.0 - found[0].1.0) / every as f64;
        let wide = found.iter().map(|(_, (left, _, right, _))| right - left).fold(0.0, f64::max);
        assert!(every == 1 || step * (every - 1) as f64 <= wide + 14.0, "{width}: more would fit");
    }
}

#[test]
fn a_bar_without_a_figure_has_no_range() {
    for width in WIDTHS {
        let with = picture(&rows(), room(width));
        let mut chart = rows();
        chart.bars[2].range = None;
        assert_eq!(with, picture(&chart, room(width)), "{width}");
    }
}

/// The dots of a strip, a ring being one.
fn dots(scene: &Scene) -> Vec<&Mark> {
    let dot = |mark: &&Mark| match mark.form {
        Form::Disc { .. } => mark.ink == Ink::Plain,
        Form::Triangle { reach } => reach.abs() < 6.0,
        Form::Box { width, height } => mark.ink == Ink::Plain && width == height,
        _ => false,
    };
    scene.marks.iter().filter(dot).collect()
}

#[test]
fn dots_of_a_strip_do_not_overlap_and_the_strip_stays_low() {
    for width in WIDTHS {
        for (peers, clumped) in [(26, 0.0), (150, 0.0), (150, 0.8), (60, 1.0), (330, 0.5), (5000, 0.0)] {
            let chart = strip(peers, clumped);
            let scene = picture(&chart, room(width));
            let dots = dots(&scene);
            assert_eq!(dots.len(), peers - peers / 40, "{width}");
            let top = dots.iter().map(|dot| bounds(dot).1).fold(f64::INFINITY, f64::min);
            let bottom = dots.iter().map(|dot| bounds(dot).3).fold(0.0, f64::max);
            assert!(bottom - top <= 160.0, "{width}, {peers}: {}", bottom - top);
            if peers == 5000 {
                continue; // More than can lie side by side: they may overlap, but stay where they belong.
            }
            for (at, one) in dots.iter().enumerate() {
                for other in &dots[at + 1..] {
                    assert!(!overlap(bounds(one), bounds(other)), "{width}, {peers}: {one:?} over {other:?}");
                }
            }
        }
    }
}

#[test]
fn svg_is_named_and_whole() {
    let drawn = svg(&picture(&rows(), room(640.0)), &Palette::LIGHT, "Is \"A\" < B & C?");
    let name = "role=\"img\" aria-label=\"Is &quot;A&quot; &lt; B &amp; C?\"";
    assert!(drawn.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\"") && drawn.contains(name));
    assert!(drawn.ends_with("</svg>\n</svg>"));
    assert!(drawn.contains(" width=\"640\" height=\""));
}

#[test]
fn svg_in_a_page_is_no_wider_than_the_page() {
    let drawn = svg_in_page(&picture(&rows(), room(640.0)), &Palette::LIGHT, "A");
    assert!(drawn.contains(" width=\"100%\" height=\"") && drawn.contains(" preserveAspectRatio=\"xMinYMin\""));
}

/// Relative luminance (WCAG 2.2).
fn luminance((red, green, blue): Colour) -> f64 {
    let part = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { exp(2.4 * ln((part + 0.055) / 1.055)) }
    };
    0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue)
}

fn contrast(one: Colour, other: Colour) -> f64 {
    let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
    one.max(other) / one.min(other)
}

#[test]
fn colours_stand_out_from_paper_and_band() {
    for palette in [Palette::LIGHT, Palette::DARK] {
        for ground in [Ink::Paper, Ink::Band] {
            let least = |inks: &[Ink], least: f64| {
                for &ink in inks {
                    let found = contrast(palette.of(ink), palette.of(ground));
                    assert!(found >= least, "{ink:?} on {ground:?}: {found}");
                }
            };
            least(&[Ink::Text, Ink::Muted], 4.5);
            least(&[Ink::Benchmark, Ink::Better, Ink::Worse, Ink::Apart, Ink::Plain], 3.0);
        }
    }
}

#[test]
fn the_band_has_an_edge_where_it_has_no_colour() {
    assert_eq!(Palette::LIGHT.of(Ink::Edge), Palette::LIGHT.of(Ink::Band));
    let mut forced = Palette::LIGHT;
    forced.colours[Ink::Band as usize] = forced.of(Ink::Paper);
    assert_eq!(forced.of(Ink::Edge), forced.of(Ink::Muted));
}

/// The stylesheet's colours are ours: `:host` holds the light theme, then the dark stands twice.
#[test]
fn the_stylesheet_has_the_same_colours() {
    let css = include_str!("../../www/peer-glass.css");
    let roles = ["paper", "text", "muted", "grid", "band", "benchmark", "better", "worse", "apart", "plain"];
    for (role, at) in roles.iter().zip(0..) {
        let name = format!("--pg-{role}: #");
        let values = css.split(&name).skip(1).map(|rest| rest.split(';').next().unwrap());
        let values: Vec<Colour> = values.map(colour).collect();
        let (light, dark) = (Palette::LIGHT.colours[at], Palette::DARK.colours[at]);
        assert_eq!(values, [light, dark, dark], "{role}");
    }
}

fn colour(hex: &str) -> Colour {
    let long: String =
        if hex.len() == 3 { hex.chars().flat_map(|digit| [digit, digit]).collect() } else { hex.to_owned() };
    let part = |at: usize| u8::from_str_radix(&long[at..at + 2], 16).unwrap();
    (part(0), part(2), part(4))
}

/// The element's script sets its own font beside this text; both must take it to be as wide.
#[test]
fn the_script_knows_the_width_of_the_sample() {
    let script = include_str!("../../www/peer-glass.js");
    let between = |from: &str, to: &str| {
        let rest = &script[script.find(from).unwrap() + from.len()..];
        rest[..rest.find(to).unwrap()].to_owned()
    };
    let sample = between("const SAMPLE = \"", "\";");
    let width: f64 = between("const SAMPLE_WIDTH = ", ";").parse().unwrap();
    assert!(
        (super::width::Face { size: 100.0, bold: false, font: 1.0 }.width(&sample) - width).abs() < 0.1,
        "{sample}"
    );
    let font: f64 = between("const SVG_FONT = ", ";").parse().unwrap();
    assert_eq!(font, super::SVG_FONT);
}
