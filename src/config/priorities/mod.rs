//! The priorities of a board, as a publisher writes them down: `priorities`, the list, and `board`, what holds for all.
//!
//! Knows names and texts. Whether a date is one, whether a level is a number and whether a set is well made is asked in
//! [`compare`](crate::compare), which has the data beside it. Every text here is untrusted.

mod parts;
mod words;

pub use parts::{Beside, Comment, Decision, Lived, Partner, Pledge, Target};
pub use words::{LivedKind, MeasureType, PartnerType, Tier, Whose};

use super::Plain;
use parts::{is_on, list, one, texts};

/// One priority. What nobody said is empty.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Priority {
    /// Id or name of the indicator.
    pub indicator: String,
    /// Which group, where the file holds several.
    pub series: String,
    /// What it is called on the board; empty: the indicator's name.
    pub title: String,
    /// Whose it is: [`Whose`].
    pub whose: String,
    /// The national frameworks it belongs to.
    pub frameworks: Vec<String>,
    /// What the measure is of: [`MeasureType`].
    pub measure: String,
    /// Why a measure that is no outcome stands for the priority.
    pub note: String,
    /// The least gap or change that matters, in the figure's unit.
    pub matters: String,
    /// What was promised.
    pub target: Option<Target>,
    /// Who is in it together.
    pub partners: Vec<Partner>,
    /// What they promised each other.
    pub pledges: Vec<Pledge>,
    /// What people told.
    pub lived: Vec<Lived>,
    /// What is done in another way, on purpose.
    pub decision: Option<Decision>,
    /// The publisher's own words.
    pub comment: Option<Comment>,
    /// Need and context beside it, never judged.
    pub context: Vec<Beside>,
    /// What people do about it, where a publisher wants to say.
    pub action: String,
    /// Where a reader can answer.
    pub feedback: String,
    /// Where the ward or division and its members are found.
    pub members: String,
    /// When the priority is looked at again.
    pub review: String,
    /// When new figures are due.
    pub next_update: String,
}

/// What holds for all priorities of a board.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Board {
    /// The title, in the publisher's own words.
    pub title: String,
    /// The code of the area whose promises these are; empty: our area's.
    pub owner: String,
    /// How wide that area is: [`Tier`].
    pub tier: String,
    /// The most priorities there may be, by tier.
    pub limits: Vec<(String, String)>,
    /// Whether it is a draft.
    pub draft: bool,
    /// The codes of the members of the system that publish this together.
    pub publishers: Vec<String>,
}

impl Priority {
    /// Reads one priority.
    pub fn read(data: &Plain) -> Priority {
        let mut priority = texts!(Priority from data {
            indicator = "indicator", series = "series", title = "title", whose = "kind", measure = "type", note = "note",
            matters = "matters", action = "action", feedback = "feedback", members = "members", review = "review",
            next_update = "next-update",
        }, Priority::default());
        data.get("frameworks").add_texts(&mut priority.frameworks);
        priority.target = one(data.get("target"), Target::read);
        priority.partners = list(data.get("partners"), Partner::read);
        priority.pledges = list(data.get("pledges"), Pledge::read);
        priority.lived = list(data.get("lived-experience"), Lived::read);
        priority.decision = one(data.get("different-on-purpose"), Decision::read);
        priority.comment = one(data.get("comment"), Comment::read);
        priority.context = list(data.get("context"), Beside::read);
        priority
    }

    /// Reads the list.
    #[cfg(every_view)]
    pub(super) fn add_all(data: &Plain, to: &mut Vec<Priority>) {
        to.extend(list(data.get("priorities"), Priority::read));
    }
}

impl Board {
    /// Reads what holds for all; nothing where nothing is said.
    pub fn read(data: &Plain) -> Board {
        let mut board = texts!(Board from data { title = "title", owner = "owner", tier = "tier" }, Board::default());
        data.get("limits").add_named_texts(&mut board.limits);
        data.get("publishers").add_texts(&mut board.publishers);
        board.draft = is_on(data.get("draft"));
        board
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Choice;

    fn plain(json: &str) -> Plain {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn a_priority_is_read_as_it_is_written() {
        let data = plain(
            r#"{"priorities": [{"indicator": "92443", "title": "Adults who smoke", "kind": "local", "type": "outcome",
                "frameworks": ["NHS", "PHOF"], "matters": 0.5,
                "target": {"level": 12, "date": "2027", "baseline": {"period": "2020", "value": 17.6}, "milestones": {"2024": 14}},
                "partners": [{"name": "A charity", "role": "Runs groups", "type": "voluntary", "link": "/a"}],
                "pledges": [{"who": "A", "what": "B", "by": "2026-03-31", "updated": "2025-12-01", "done": true}],
                "lived-experience": [{"kind": "finding", "words": "w", "k": 29, "n": 41, "consent": true}],
                "different-on-purpose": {"body": "The board", "reason": "r"}, "context": ["90366", {"indicator": "x", "type": "resource"}]}]}"#,
        );
        let mut read = Vec::new();
        Priority::add_all(&data, &mut read);
        let [priority] = &read[..] else { panic!("{read:?}") };
        let target = priority.target.as_ref().unwrap();
        assert_eq!((target.level.as_str(), target.baseline_value.as_str(), target.standard), ("12", "17.6", false));
        assert_eq!(target.milestones, [("2024".to_owned(), "14".to_owned())]);
        assert_eq!((priority.matters.as_str(), priority.frameworks.len()), ("0.5", 2));
        assert_eq!(PartnerType::read(&priority.partners[0].kind), Some(PartnerType::Voluntary));
        assert_eq!(
            (priority.lived[0].k.as_str(), priority.lived[0].consent, priority.pledges[0].done),
            ("29", true, true)
        );
        assert_eq!(
            (priority.context[0].indicator.as_str(), priority.context[1].measure.as_str()),
            ("90366", "resource")
        );
        assert_eq!(priority.comment, None);
    }

    #[test]
    fn consent_that_is_not_given_is_none() {
        let read = |json: &str| Lived::read(&plain(json)).consent;
        assert!(read(r#"{"consent": true}"#) && read(r#"{"consent": "true"}"#));
        for json in
            ["{}", r#"{"consent": false}"#, r#"{"consent": "no"}"#, r#"{"consent": "asked"}"#, r#"{"consent": 1}"#]
        {
            assert!(!read(json), "{json}");
        }
    }

    #[test]
    fn whatever_is_of_no_shape_we_know_is_left_out() {
        for json in [r#"{"priorities": 3}"#, r#"{"priorities": {"a": 1}}"#, "[]", r#"{"priorities": []}"#] {
            let mut read = Vec::new();
            Priority::add_all(&plain(json), &mut read);
            assert!(read.is_empty(), "{json}");
        }
        assert_eq!(Priority::read(&plain(r#"["x"]"#)), Priority::default());
        assert_eq!(Board::read(&plain("7")), Board::default());
    }
}
