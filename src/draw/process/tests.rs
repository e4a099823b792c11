//! What the small pictures above a process must keep to.

use crate::draw::tests::{NAMES, WIDTHS, bounds, is_text, overlap, room};
use crate::draw::time::tests::time;
use crate::draw::*;
use crate::view::{Chart, Drawn, Icon, IconKind, ProcessPicture, Tone};

const KINDS: [IconKind; 7] = [
    IconKind::Within,
    IconKind::High,
    IconKind::Low,
    IconKind::BothWays,
    IconKind::OverLine,
    IconKind::UnderLine,
    IconKind::AcrossLine,
];

fn picture(icons: &[IconKind], words: &str, width: f64) -> Scene {
    let icon = |kind: &IconKind| Icon { kind: *kind, tone: Tone::Worse, words: words.to_owned() };
    let drawn = Drawn::Process(ProcessPicture { icons: icons.iter().map(icon).collect(), time: time(20, 1) });
    crate::draw::picture(&Chart { name: "A picture".to_owned(), drawn }, room(width))
}

#[test]
fn small_pictures_and_their_words_stay_in_the_picture_and_off_each_other() {
    for (width, words) in WIDTHS.into_iter().flat_map(|width| NAMES.map(|words| (width, words))) {
        let scene = picture(&KINDS, words, width);
        for mark in &scene.marks {
            let (left, top, right, bottom) = bounds(mark);
            let within = left >= -1e-6 && top >= -1e-6 && right <= width + 1e-6 && bottom <= scene.height + 1e-6;
            assert!(within, "{width}: {mark:?}");
        }
        let texts: Vec<_> = scene.marks.iter().filter(|mark| is_text(mark)).collect();
        for (at, one) in texts.iter().enumerate() {
            for other in &texts[at + 1..] {
                assert!(!overlap(bounds(one), bounds(other)), "{width}: {one:?} over {other:?}");
            }
        }
    }
}

#[test]
fn every_small_picture_is_told_from_the_others_without_its_colour() {
    let forms = |kind: IconKind| {
        let scene = picture(&[kind], "x", 768.0);
        let figures = picture(&[], "x", 768.0).marks.len();
        let icon = scene.marks[..scene.marks.len() - figures].iter();
        icon.map(|mark| (mark.at, mark.form.clone())).collect::<Vec<_>>()
    };
    for (at, kind) in KINDS.iter().enumerate() {
        for other in &KINDS[at + 1..] {
            assert_ne!(forms(*kind), forms(*other), "{kind:?} {other:?}");
        }
    }
}

#[test]
fn what_is_touched_moves_down_with_the_figures() {
    let (with, without) = (picture(&KINDS, "x", 320.0), picture(&[], "x", 320.0));
    let down = with.height - without.height;
    assert!(down > 7.0 * 30.0 && with.touches.len() == 20);
    for (one, other) in with.touches.iter().zip(&without.touches) {
        assert!((one.y - other.y - down).abs() < 1e-9 && one.row == other.row);
    }
}
