//! A board of priorities: its picture as positions and labels, and what goes with each priority, in words.

use super::model::{Said, Shape, Tone};
use super::time::Dot;
use crate::config::Link;

/// The picture of a board: a row for each priority, each with a scale of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Board {
    /// What a draft says on every copy; empty where it is none.
    pub draft: String,
    /// The priorities.
    pub rows: Vec<BoardRow>,
}

/// One priority in the picture.
#[derive(Debug, Clone, PartialEq)]
pub struct BoardRow {
    /// What it is called.
    pub label: String,
    /// Whose it is; maybe empty.
    pub tag: String,
    /// Its figure, or why there is none.
    pub figure: String,
    /// The period of the figure.
    pub period: String,
    /// Its state, in shape and word.
    pub state: StateMark,
    /// Where the peers' figures lie, with ours on them.
    pub spine: Option<Spine>,
    /// What stands instead of the spine.
    pub no_spine: String,
    /// Ours over time, without shapes.
    pub line: Vec<Dot>,
    /// The trend in words.
    pub trend: String,
    /// The target, and where we are on the way to it; maybe empty.
    pub target: String,
    /// The row of the table it stands for.
    pub row: usize,
}

/// A state as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StateMark {
    /// The shape that stands for it.
    pub shape: Shape,
    /// Its colour's role.
    pub tone: Tone,
    /// The word.
    pub word: String,
}

/// The spread of peers, in the unit of the figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spine {
    /// The least and the greatest figure of the peers.
    pub ends: (f64, f64),
    /// Their quartiles.
    pub quartiles: (f64, f64),
    /// Their middle.
    pub middle: Option<f64>,
    /// Ours.
    pub at: Option<f64>,
    /// Its likely range.
    pub range: Option<(f64, f64)>,
}

/// What goes with the priorities.
#[derive(Debug, Clone, PartialEq)]
pub struct Cards {
    /// What a draft says on every card; empty where it is none.
    pub draft: String,
    /// A card for each row of the table.
    pub cards: Vec<Card>,
}

/// What goes with one priority, all in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// What it is called.
    pub title: String,
    /// Whose it is, the frameworks, what it measures and why.
    pub about: Vec<String>,
    /// The figure with its unit, or why there is none.
    pub figure: String,
    /// The period, and the likely range.
    pub under: Vec<String>,
    /// The state.
    pub state: StateMark,
    /// State with its checks, peers, trend, target.
    pub said: Vec<Said>,
    /// The gap between groups, where figures by group are there.
    pub gap: Vec<Said>,
    /// A choice to do it in another way: a heading, what is said, and where it is written down.
    pub decision: Option<(String, Vec<Said>, Option<Way>)>,
    /// What people told, each the size of a number.
    pub lived: Option<(String, Vec<Lived>)>,
    /// Who is in it: a heading, then each.
    pub partners: Option<(String, Vec<Partner>)>,
    /// What they promised: heads of the columns, then each.
    pub pledges: Option<(String, [String; 4], Vec<Pledge>)>,
    /// Need and context.
    pub beside: Option<(String, Vec<Beside>)>,
    /// The publisher's own words: a heading, the words, and whose and when.
    pub comment: Option<(String, String, String)>,
    /// What is being done: a heading, and the words.
    pub action: Option<(String, String)>,
    /// The other views of the same measure: what each is called, and the choices that lead there, as JSON.
    pub views: Vec<(String, String)>,
    /// Where a reader can go.
    pub ways: Vec<Way>,
    /// When it is looked at again, when new figures are due, and what is to be known of the figures.
    pub dates: Vec<String>,
}

/// Where a reader can go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// What it says.
    pub label: String,
    /// The address.
    pub link: Link,
}

/// What people told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lived {
    /// What.
    pub said: Said,
    /// How, when, and that it is shared with consent; then where and by whom.
    pub how: Vec<Said>,
    /// Where, and who asked.
    pub source: String,
}

/// Somebody who is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partner {
    /// The name.
    pub name: String,
    /// Their part in it, and what kind of body they are.
    pub role: String,
    /// Where they are found.
    pub link: Option<Link>,
}

/// A promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pledge {
    /// Who, what, by when, last word.
    pub cells: [String; 4],
}

/// A measure that stands beside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beside {
    /// What it is called, and what it is of.
    pub label: String,
    /// Its figure, its period and the middle of the peers.
    pub figure: String,
}
