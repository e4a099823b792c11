//! What a board must say, beside what the cases show.

use super::*;
use crate::compare;
use crate::config::{Key, Plain};
use crate::data::{Mapping, Reader};
use crate::view::{Card, compose_answer, priority_notices};

const PARTNERS: &str = r#""partners": [{"name": "Zed Trust", "role": "Asks everyone", "type": "nhs"}, {"name": "Acorn", "role": "Runs groups", "type": "voluntary"}]"#;

/// A config of one local priority with more about it and about all.
fn config(priority: &str, all: &str) -> Config {
    let json = format!(
        r#"{{"view": "profile", "area": "E10000001", "unit": "%", "polarity": "low-is-good"{all},
            "priorities": [{{"indicator": "a", "title": "Fewer smokers", "kind": "local", "type": "outcome", "members": "/ward", {PARTNERS}{priority}}}]}}"#
    );
    Config::read(&serde_json::from_str::<Plain>(&json).unwrap(), &mut Vec::new())
}

fn view(config: &Config) -> View {
    let mut file =
        "Indicator,Area Code,Area Name,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit\n".to_owned();
    for year in 2019..2024 {
        for peer in 0..9 {
            let value = 9.6 + 0.1 * f64::from(peer);
            file += &format!("a,E1000010{peer},P{peer},{year},{value},{},{}\n", value - 0.4, value + 0.4);
        }
        file += &format!("a,E10000001,Ash,{year},10,9.6,10.4\n");
    }
    let mut reader = Reader::new(Mapping::default());
    reader.begin("a.csv");
    reader.push(file.as_bytes());
    reader.end();
    let (table, problems) = reader.finish();
    let answer = compare::answer(&table, config).unwrap();
    compose_answer(&answer, &problems, config, Language::English, Vec::new())
}

fn card(priority: &str, all: &str) -> Card {
    view(&config(priority, all)).board.unwrap().cards.remove(0)
}

fn ids(card: &Card) -> Vec<&str> {
    card.said.iter().map(|said| said.id).collect()
}

#[test]
fn a_card_says_state_side_peers_trend_and_target_in_this_order() {
    assert_eq!(ids(&card("", "")), ["B3-none", "POL", "P1", "T2", "B6-none"]);
    let target = r#", "target": {"level": 8, "date": "2023", "baseline": {"period": "2019", "value": 12}}"#;
    let card = card(target, "");
    assert_eq!(ids(&card)[3..], ["T2", "B5-behind", "B5-target"]);
    assert_eq!(card.said[4].text, "Behind the planned path: 10.0%, planned 8%.");
}

#[test]
fn a_target_stands_in_picture_table_sentence_and_csv_alike() {
    for (target, words, csv) in [
        (r#"{"level": 8, "date": "2027", "baseline": {"period": "2019"}}"#, "8% by 2027", "8,2027,9,behind-path"),
        (r#"{"level": 8, "date": "2027"}"#, "8% by 2027", "8,2027,,no-path"),
        (r#"{"level": 10, "standard": true}"#, "standard 10%; meets it", "10,,,meets-standard"),
    ] {
        let view = view(&config(&format!(r#", "target": {target}"#), ""));
        let Drawn::Board(board) = &view.chart.drawn else { panic!() };
        assert!(board.rows[0].target.contains(words), "{:?}", board.rows[0].target);
        assert!(view.table.rows[0].iter().any(|cell| cell.contains(words)), "{:?}", view.table.rows[0]);
        assert!(view.points[0].text.contains(words), "{}", view.points[0].text);
        let csv_row = view.csv(&[]);
        assert!(csv_row.lines().nth(1).unwrap().contains(csv), "{csv_row}");
        let level = words.split('%').next().unwrap().trim_start_matches("standard ");
        let said = &view.board.as_ref().unwrap().cards[0].said;
        assert!(said.iter().any(|said| said.text.contains(&format!("{level}%"))), "{said:?}");
    }
}

#[test]
fn picture_points_table_cards_and_results_have_the_same_rows() {
    let view = view(&config("", ""));
    let Drawn::Board(board) = &view.chart.drawn else { panic!() };
    let cards = &view.board.as_ref().unwrap().cards;
    assert_eq!((board.rows.len(), view.points.len(), view.table.rows.len()), (1, 1, 1));
    assert_eq!((cards.len(), view.results().len()), (1, 1));
    assert_eq!(cards[0].figure, board.rows[0].figure);
    assert_eq!(view.table.rows[0][0], cards[0].title);
}

#[test]
fn a_draft_says_so_in_text_picture_cards_and_file() {
    let draft = "Draft: not for holding anyone to account.";
    let view = view(&config("", r#", "board": {"draft": true, "title": "What we could promise"}"#));
    assert!(view.kicker.contains(draft) && view.csv(&[]).contains(draft));
    assert!(view.lines.iter().any(|said| said.id == "B9-draft"));
    let Drawn::Board(board) = &view.chart.drawn else { panic!() };
    assert_eq!((board.draft.as_str(), view.board.as_ref().unwrap().draft.as_str()), (draft, draft));
    assert!(view.csv(&[]).lines().nth(1).unwrap().ends_with(",yes"));
    let plain = super::tests::view(&config("", ""));
    assert!(!plain.csv(&[]).contains("Draft") && !plain.kicker.contains("Draft"));
}

#[test]
fn what_is_past_is_said_on_the_day_after_and_not_without_a_day() {
    let dates = r#", "next-update": "2024-03-31", "review": "2024-03-31", "pledges": [{"who": "A", "what": "B", "by": "2024-03-31"}],
        "different-on-purpose": {"body": "The board", "date": "2023-01-01", "reason": "R", "link": "/d", "review": "2024-03-31"}"#;
    for (today, is_past) in [("2024-03-31", false), ("2024-04-01", true), ("", false)] {
        let card = card(dates, &format!(r#", "today": "{today}""#));
        assert_eq!(
            card.dates[0].starts_with("New figures were due by 31 March 2024."),
            is_past,
            "{today}: {:?}",
            card.dates
        );
        assert_eq!(card.dates[1].starts_with("This priority was due"), is_past);
        assert_eq!(card.pledges.as_ref().unwrap().2[0].cells[3] == "was due by 31 March 2024", is_past);
        let (_, said, way) = card.decision.as_ref().unwrap();
        assert_eq!((said[0].id, said[1].id), ("B7", if is_past { "B7-past" } else { "B7-review" }));
        assert!(way.is_some());
        // The state is what the checks say, whatever was decided.
        assert_eq!(card.said[0].id, "B3-none");
    }
}

#[test]
fn what_people_told_is_one_persons_or_some_of_many_and_never_without_consent() {
    let lived = |kind: &str, consent: &str| {
        card(
            &format!(
                r#", "lived-experience": [{{"kind": "{kind}", "words": "it was hard to get through.", "k": 29, "n": 41, "method": "interviews", "period": "Mar 2024", "source": "Acorn"{consent}}}]"#
            ),
            "",
        )
        .lived
    };
    let (_, quote) = lived("quote", r#", "consent": true"#).unwrap();
    assert_eq!(
        (quote[0].said.id, quote[0].said.text.as_str()),
        ("B8-one", "One person told us: “it was hard to get through.”")
    );
    assert_eq!(quote[0].how[0].text, "Interviews, March 2024, shared with consent.");
    let (_, finding) = lived("finding", r#", "consent": true"#).unwrap();
    assert_eq!(finding[0].said.text, "29 of 41 people told us: it was hard to get through.");
    assert_eq!(lived("quote", ""), None);
}

#[test]
fn the_publishers_words_stand_beside_the_computed_ones() {
    let comment = r#", "comment": {"words": "All is well.", "author": "The director", "date": "2024-05-01"}"#;
    let (with, without) = (card(comment, ""), card("", ""));
    assert_eq!(with.said, without.said);
    let (_, words, signed) = with.comment.unwrap();
    assert_eq!((words.as_str(), signed.as_str()), ("All is well.", "The director, 1 May 2024"));
    assert_eq!(card(r#", "comment": {"words": "All is well."}"#, "").comment, None);
}

#[test]
fn unfair_words_are_found_with_their_place() {
    let config = config(
        r#", "comment": {"words": "Zed Trust failed us.", "author": "A", "date": "2024"}, "note": "Late because of Acorn",
            "pledges": [{"who": "Acorn", "what": "Leave the bottom of the league", "by": "2026"}],
            "lived-experience": [{"kind": "quote", "words": "They failed me.", "method": "m", "period": "2024", "source": "s", "consent": true}]"#,
        "",
    );
    let found: Vec<(&str, String)> =
        priority_notices(&config, Language::English).into_iter().map(|notice| (notice.kind, notice.text())).collect();
    let has = |kind: &str, words: &[&str]| {
        found.iter().any(|(found, text)| *found == kind && words.iter().all(|word| text.contains(word)))
    };
    assert!(has("blaming-word", &["Priority 1, comment", "failed"]), "{found:?}");
    assert!(has("blaming-word", &["Priority 1, note", "because of Acorn"]), "{found:?}");
    assert!(has("league-word", &["Priority 1, pledges", "bottom of"]), "{found:?}");
    // What people told is theirs.
    assert!(!has("blaming-word", &["lived-experience"]), "{found:?}");
    assert!(priority_notices(&super::tests::config("", ""), Language::English).is_empty());
}

#[test]
fn without_priorities_the_board_says_so() {
    let config = Config::read(&serde_json::from_str::<Plain>(r#"{"view": "profile"}"#).unwrap(), &mut Vec::new());
    let view = view(&config);
    assert_eq!((view.headline.id, view.table.rows.len()), ("B1-none", 0));
    assert!(view.notices.iter().any(|notice| notice.kind == "no-priorities"));
}

#[test]
fn a_reader_chooses_an_area_where_it_is_said_whose_the_promises_are() {
    let names =
        |all: &str| -> Vec<&str> { view(&config("", all)).controls.iter().map(|control| control.name).collect() };
    assert_eq!(names(r#", "board": {"owner": "E10000001"}"#), ["area"]);
    assert_eq!(names(""), [""; 0]);
}

#[test]
fn without_an_area_the_board_asks_for_one() {
    let mut config = config("", "");
    config.words.set(Key::Area, "");
    assert!(view(&config).notices.iter().any(|notice| notice.kind == "choose-area"));
    config.views.board.owner = "E10000001".to_owned();
    let view = view(&config);
    assert!(view.kicker.starts_with("Ash") && view.notices.is_empty(), "{:?}", view.notices);
}

#[test]
fn a_local_priority_leads_to_its_ward_or_division() {
    let way = &card("", "").ways[0];
    assert_eq!((way.label.as_str(), way.link.address()), ("Your ward or division and its members", "/ward"));
    let mut bare = config("", "");
    bare.views.priorities[0].members = String::new();
    let notices = priority_notices(&bare, Language::English);
    assert_eq!(notices.iter().map(|notice| notice.kind).collect::<Vec<_>>(), ["no-members-link"]);
}

#[test]
fn a_national_priority_takes_answers_and_a_local_comment() {
    let national = r#", "kind": "national", "feedback": "https://wessmere.example/tell-us",
        "comment": {"words": "Here it is the hills.", "author": "A ward member", "date": "2024"}"#;
    let card = card(national, "");
    assert!(card.ways.iter().any(|way| way.link.address() == "https://wessmere.example/tell-us"));
    assert_eq!(card.comment.unwrap().1, "Here it is the hills.");
    assert!(card.about[0].contains("Shared with the nation"));
}

#[test]
fn all_partners_stand_on_an_outcome_a_to_z_voluntary_ones_among_them() {
    let (_, partners) = card("", "").partners.unwrap();
    let said: Vec<(&str, &str)> = partners.iter().map(|one| (one.name.as_str(), one.role.as_str())).collect();
    assert_eq!(said, [("Acorn", "Runs groups (voluntary and community)"), ("Zed Trust", "Asks everyone (NHS)")]);
}
