//! What every picture of a board must keep to, whatever the names, figures and widths.

use crate::draw::tests::{NAMES, WIDTHS, bounds, is_text, overlap, random, room};
use crate::draw::*;
use crate::view::{Board, BoardRow, Chart, Dot, Drawn, Shape, Spine, StateMark, Tone};

/// So many priorities; every third has no peers, every fourth no figure, and all carry long words.
fn board(rows: usize, seed: u64) -> Board {
    let mut next = random(seed);
    let mut row = |at: usize| {
        let mut values = [0.0; 6].map(|_| 20.0 * next());
        values.sort_by(f64::total_cmp);
        let [low, lower, middle, upper, high, ours] = values;
        let dot = |year: usize| Dot {
            at: 12.0 * year as f64,
            value: (7 * year % 5) as f64,
            range: None,
            shape: None,
            tone: Tone::Apart,
            is_joined: !year.is_multiple_of(3),
            row: 0,
        };
        let has_figure = at % 4 != 3;
        BoardRow {
            label: format!("{} and everyone who lives or works there", NAMES[at % NAMES.len()]),
            tag: "Shared with the nation".to_owned(),
            figure: if has_figure { "1,643.4 per 100,000 people" } else { "too uncertain to use" }.to_owned(),
            period: "2016/17 to 2018/19".to_owned(),
            state: StateMark { shape: Shape::Half, tone: Tone::Plain, word: "cannot judge yet".to_owned() },
            spine: (at % 3 != 2).then_some(Spine {
                ends: (low, high),
                quartiles: (lower, upper),
                middle: Some(middle),
                at: has_figure.then_some(ours),
                range: has_figure.then_some((ours - 3.0, ours + 3.0)),
            }),
            no_spine: "no peers to show".to_owned(),
            line: (0..at % 6).map(dot).collect(),
            trend: "no clear trend, as the periods overlap".to_owned(),
            target: "Target: 12% by 31 December 2027; behind the planned path".to_owned(),
            row: at,
        }
    };
    let draft = if seed.is_multiple_of(2) { "Draft: not for holding anyone to account." } else { "" };
    Board { draft: draft.to_owned(), rows: (0..rows).map(&mut row).collect() }
}

fn picture(board: &Board, width: f64) -> Scene {
    crate::draw::picture(&Chart { name: "A picture".to_owned(), drawn: Drawn::Board(board.clone()) }, room(width))
}

fn texts(scene: &Scene) -> String {
    let text = |mark: &Mark| match &mark.form {
        Form::Text { text, .. } => Some(text.clone()),
        _ => None,
    };
    scene.marks.iter().filter_map(text).collect::<Vec<_>>().join(" ")
}

#[test]
fn no_mark_leaves_the_board_and_no_two_texts_overlap() {
    for (width, rows) in WIDTHS.into_iter().chain([619.0, 620.0]).flat_map(|width| [0, 1, 8].map(|rows| (width, rows)))
    {
        for seed in 0..6 {
            let scene = picture(&board(rows, seed), width);
            for mark in &scene.marks {
                let (left, top, right, bottom) = bounds(mark);
                let within = left >= -1e-6 && top >= -1e-6 && right <= width + 1e-6 && bottom <= scene.height + 1e-6;
                assert!(within, "{width}, {rows} rows: {mark:?}");
                assert!(!matches!(mark.form, Form::Text { size, .. } if size < 13.0));
            }
            let texts: Vec<_> = scene.marks.iter().filter(|mark| is_text(mark)).collect();
            for (at, one) in texts.iter().enumerate() {
                for other in &texts[at + 1..] {
                    assert!(!overlap(bounds(one), bounds(other)), "{width}, {rows}: {one:?} over {other:?}");
                }
            }
        }
    }
}

#[test]
fn every_priority_has_one_touch_with_all_its_words() {
    for width in WIDTHS {
        let board = board(8, 3);
        let scene = picture(&board, width);
        let rows: Vec<usize> = scene.touches.iter().map(|touch| touch.row).collect();
        assert_eq!(rows, (0..8).collect::<Vec<_>>());
        for pair in scene.touches.windows(2) {
            assert!((pair[0].y + pair[0].height - pair[1].y).abs() < 1e-6, "{width}");
        }
        let written = texts(&scene).replace(' ', "");
        for row in &board.rows {
            for words in [&row.label, &row.figure, &row.state.word, &row.trend, &row.target, &row.period] {
                assert!(written.contains(&words.replace(' ', "")), "{width}: {words}");
            }
        }
    }
}

#[test]
fn a_draft_says_so_above_and_below_at_every_width() {
    for width in WIDTHS {
        let scene = picture(&board(3, 2), width);
        assert_eq!(texts(&scene).replace(' ', "").matches("Draft:notforholdinganyonetoaccount.").count(), 2, "{width}");
        assert!(!texts(&picture(&board(3, 1), width)).contains("Draft"));
    }
}

#[test]
fn ours_lies_where_its_figure_is_among_the_peers() {
    let mut board = board(1, 1);
    board.rows[0].spine =
        Some(Spine { ends: (10.0, 20.0), quartiles: (12.0, 18.0), middle: Some(15.0), at: Some(20.0), range: None });
    let scene = picture(&board, 768.0);
    let disc = |radius: f64| {
        let is_it = |mark: &&Mark| matches!(mark.form, Form::Disc { radius: found } if found == radius);
        scene.marks.iter().find(is_it).map(|mark| mark.at.0)
    };
    let line = scene.marks.iter().find_map(|mark| match mark.form {
        Form::Box { width, height } if height == 2.0 && mark.ink == Ink::Plain => Some((mark.at.0, mark.at.0 + width)),
        _ => None,
    });
    let (from, to) = line.unwrap();
    assert!((disc(6.0).unwrap() - to).abs() < 1e-9 && to > from);
}

#[test]
fn where_the_peers_end_shows_under_a_range_that_is_wider() {
    let mut board = board(1, 1);
    let range = Some((5.0, 25.0));
    board.rows[0].spine =
        Some(Spine { ends: (10.0, 20.0), quartiles: (12.0, 18.0), middle: Some(15.0), at: Some(14.0), range });
    let scene = picture(&board, 768.0);
    let boxes = |tall: f64, ink: Ink| -> Vec<(f64, f64)> {
        let is_it = |mark: &&Mark| matches!(mark.form, Form::Box { height, .. } if height == tall) && mark.ink == ink;
        scene.marks.iter().filter(is_it).map(|mark| mark.at).collect()
    };
    let ours = boxes(3.0, Ink::Apart);
    let ends = boxes(10.0, Ink::Plain);
    assert_eq!((ours.len(), ends.len()), (1, 2));
    assert!(ends.iter().all(|&(x, y)| x > ours[0].0 && y < ours[0].1 && y + 10.0 > ours[0].1 + 3.0));
    assert!(ends[0].0 < ends[1].0);
}
