//! What goes with a priority. Every text is as the publisher wrote it; whether it can be used is asked where it is used.

use crate::config::Plain;

/// A level that was promised, and the way to it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Target {
    /// The level.
    pub level: String,
    /// By when: a day or a period.
    pub date: String,
    /// Where it started: the label of the period.
    pub baseline_period: String,
    /// Where it started: the figure; empty means that of the data.
    pub baseline_value: String,
    /// Levels on the way: day or period → level.
    pub milestones: Vec<(String, String)>,
    /// Whether it is a standard, which is met or not and has no path.
    pub standard: bool,
    /// The code of the area that promised it, where that is not the owner of the board.
    pub owner: String,
}

/// Somebody who is in it together with others.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Partner {
    /// The name.
    pub name: String,
    /// What they do in it.
    pub role: String,
    /// What kind of body: [`PartnerType`](super::PartnerType).
    pub kind: String,
    /// An address.
    pub link: String,
}

/// What somebody promised to the others.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Pledge {
    /// Who.
    pub who: String,
    /// What.
    pub what: String,
    /// By when: a day or a period.
    pub by: String,
    /// When it was last looked at.
    pub updated: String,
    /// What was said of it then.
    pub update: String,
    /// Whether it is done.
    pub done: bool,
}

/// What people told.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Lived {
    /// What kind: [`LivedKind`](super::LivedKind).
    pub kind: String,
    /// The words.
    pub words: String,
    /// Of a finding, how many said so.
    pub k: String,
    /// Of a finding, how many were asked.
    pub n: String,
    /// How they were asked.
    pub method: String,
    /// When.
    pub period: String,
    /// Where.
    pub place: String,
    /// Who asked them.
    pub source: String,
    /// Whether they agreed that it is shown.
    pub consent: bool,
}

/// A choice to do something in another way, on purpose.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Decision {
    /// Who chose.
    pub body: String,
    /// When.
    pub date: String,
    /// Why, in their words.
    pub reason: String,
    /// Where it is written down.
    pub link: String,
    /// By when it is looked at again.
    pub review: String,
}

/// The publisher's own words beside the computed ones.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Comment {
    /// The words.
    pub words: String,
    /// Whose.
    pub author: String,
    /// When.
    pub date: String,
}

/// A measure that stands beside a priority and is never judged.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Beside {
    /// Id or name of the indicator.
    pub indicator: String,
    /// Which group.
    pub series: String,
    /// What it is of: [`MeasureType`](super::MeasureType).
    pub measure: String,
}

/// A structure of the texts that stand under the names of its parts; the other parts are those of another.
macro_rules! texts {
    ($kind:ident from $data:ident { $($field:ident = $name:literal),+ $(,)? } $(, $others:expr)?) => {
        $kind { $($field: $data.get($name).text().trim().to_owned(),)+ $(..$others)? }
    };
}
pub(super) use texts;

/// Whether a switch is on: `true`, or the word.
pub(super) fn is_on(data: &Plain) -> bool {
    data.text() == "true"
}

/// Reads each item of a list.
pub(super) fn list<T>(data: &Plain, read: fn(&Plain) -> T) -> Vec<T> {
    match data {
        Plain::List(items) => items.iter().map(read).collect(),
        _ => Vec::new(),
    }
}

/// Reads what is there; nothing where nothing is.
pub(super) fn one<T>(data: &Plain, read: fn(&Plain) -> T) -> Option<T> {
    (!data.entries().is_empty()).then(|| read(data))
}

impl Target {
    pub(super) fn read(data: &Plain) -> Target {
        let mut target =
            texts!(Target from data { level = "level", date = "date", owner = "owner" }, Target::default());
        let baseline = data.get("baseline");
        target.baseline_period = baseline.get("period").text().trim().to_owned();
        target.baseline_value = baseline.get("value").text().trim().to_owned();
        data.get("milestones").add_named_texts(&mut target.milestones);
        target.standard = is_on(data.get("standard"));
        target
    }
}

impl Partner {
    pub(super) fn read(data: &Plain) -> Partner {
        texts!(Partner from data { name = "name", role = "role", kind = "type", link = "link" })
    }
}

impl Pledge {
    pub(super) fn read(data: &Plain) -> Pledge {
        let rest = Pledge { done: is_on(data.get("done")), ..Pledge::default() };
        texts!(Pledge from data {
            who = "who", what = "what", by = "by", updated = "updated", update = "update",
        }, rest)
    }
}

impl Lived {
    pub(super) fn read(data: &Plain) -> Lived {
        let rest = Lived { consent: is_on(data.get("consent")), ..Lived::default() };
        texts!(Lived from data {
            kind = "kind", words = "words", k = "k", n = "n", method = "method", period = "period", place = "place",
            source = "source",
        }, rest)
    }
}

impl Decision {
    pub(super) fn read(data: &Plain) -> Decision {
        texts!(Decision from data { body = "body", date = "date", reason = "reason", link = "link", review = "review" })
    }
}

impl Comment {
    pub(super) fn read(data: &Plain) -> Comment {
        texts!(Comment from data { words = "words", author = "author", date = "date" })
    }
}

impl Beside {
    pub(super) fn read(data: &Plain) -> Beside {
        match data {
            Plain::Text(indicator) => Beside { indicator: indicator.trim().to_owned(), ..Beside::default() },
            _ => texts!(Beside from data { indicator = "indicator", series = "series", measure = "type" }),
        }
    }
}
