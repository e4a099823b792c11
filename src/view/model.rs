#[cfg(more)]
use crate::config::{Foreign, Link};
use crate::config::{Plain, ViewName};
use crate::text::push_part;

/// Everything that is shown, in words and numbers, with nothing left to decide.
#[derive(Debug, Clone, PartialEq)]
pub struct View {
    /// Which view it is.
    pub name: ViewName,
    /// BCP 47 tag of the words.
    pub language: &'static str,
    /// Measure, group and period, small above the headline.
    pub kicker: String,
    /// The answer.
    pub headline: Said,
    /// How sure, compared with whom, in this order.
    pub lines: Vec<Said>,
    /// What was asked and is not there; stands above all.
    pub notices: Vec<Notice>,
    /// What a reader can choose.
    pub controls: Vec<Control>,
    /// What the shapes mean.
    pub key: Vec<KeyItem>,
    /// The picture, as positions and labels.
    pub chart: Chart,
    /// What goes with each priority, below the picture of a board.
    #[cfg(every_view)]
    pub board: Option<super::board::Cards>,
    /// The same as a table; its rows are the picture's points.
    pub table: Grid,
    /// What stands beside it, on request, as further tables.
    #[cfg(more)]
    pub beside: Vec<Grid>,
    /// The publisher's texts that are in another language than the view, each with the tag of its own.
    #[cfg(more)]
    pub foreign: Vec<Foreign>,
    /// Each point read aloud, one for each row of the table.
    pub points: Vec<Point>,
    /// What a reader should know of the figures.
    pub notes: Vec<String>,
    /// What could not be used from the data.
    pub problems: Vec<Notice>,
    /// Source, licence, next update.
    pub foot: Vec<String>,
    /// The same words and numbers as plain data, without markup or positions.
    pub(super) answer: Plain,
    /// How our verdict was worked out.
    pub receipt: Receipt,
    /// The words of the field that it uses: a heading, then each.
    #[cfg(more)]
    pub terms: Option<(String, Vec<Meaning>)>,
    /// The ways to copy it.
    #[cfg(more)]
    pub copying: super::keep::CopyLabels,
    /// The period in words.
    #[cfg(more)]
    pub period_name: String,
    /// Fixed labels of the parts.
    pub labels: Labels,
    /// The period's label as the data give it.
    pub period: String,
    /// For which period, and `{date}`: when a static copy was made.
    pub made: String,
}

/// A sentence and the id it is published under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Its id.
    pub id: &'static str,
    /// Its words.
    pub text: String,
    /// Where it leads, if anywhere.
    #[cfg(more)]
    pub link: Option<Link>,
}

impl Said {
    /// A sentence that leads nowhere.
    pub(super) fn new(id: &'static str, text: String) -> Said {
        Said {
            id,
            text,
            #[cfg(more)]
            link: None,
        }
    }
}

/// A word of the field and what it means.
#[cfg(more)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meaning {
    /// The word, in the first of its forms.
    pub word: String,
    /// What it means.
    pub text: String,
}

/// Something wrong or noteworthy: what, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The kind, as tools name it.
    pub kind: &'static str,
    /// Which file of those given, counted from 0.
    pub file: u16,
    /// The line of the file, or 0.
    pub line: u32,
    /// The line in words, or empty.
    pub place: String,
    /// The column, or empty.
    pub column: String,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: String,
    /// How often.
    pub times: u32,
}

impl Notice {
    /// All of it as one text.
    pub fn text(&self) -> String {
        let mut text = self.place.clone();
        push_part(&mut text, " ", &self.message);
        push_part(&mut text, " ", &self.hint);
        text
    }
}

/// A choice the reader has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Control {
    /// The option it sets.
    pub name: &'static str,
    /// Its label.
    pub label: String,
    /// The value shown now.
    pub value: String,
    /// The values and their labels.
    pub options: Vec<(String, String)>,
    /// Whether the list is long enough to want a field to find one by typing.
    pub find: bool,
}

/// What a shape means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyItem {
    /// The shape; none for the line of the range.
    pub shape: Option<Shape>,
    /// Its colour's role.
    pub tone: Tone,
    /// The words.
    pub text: String,
}

/// Shape says direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Clearly higher: a triangle to the right.
    Higher,
    /// Clearly lower: a triangle to the left.
    Lower,
    /// No clear gap: an open circle.
    Unclear,
    /// Not tested: a small square.
    Untested,
    /// A figure that is not compared: a disc.
    #[cfg(more)]
    Dot,
    /// Above what is usual or expected: a triangle that points up.
    #[cfg(more)]
    Above,
    /// Below what is usual or expected: a triangle that points down.
    #[cfg(more)]
    Below,
    /// Part of a pattern: a square on its corner.
    #[cfg(more)]
    Diamond,
    /// A dashed line.
    #[cfg(more)]
    Dashes,
    /// A band.
    #[cfg(more)]
    Band,
    /// An upright line.
    #[cfg(more)]
    Upright,
    /// One of a run on one side: a square.
    #[cfg(more)]
    Square,
    /// One of several near the upper edge: a disc of which the upper half is full.
    #[cfg(more)]
    HalfAbove,
    /// One of several near the lower edge: a disc of which the lower half is full.
    #[cfg(more)]
    HalfBelow,
    /// One check met: a disc of which one half is open.
    #[cfg(more)]
    Half,
    /// Nothing to judge: a short line.
    #[cfg(more)]
    Stroke,
}

/// Colour says judgement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Clearly on the better side.
    Better,
    /// Clearly on the worse side.
    Worse,
    /// A clear gap, and nobody has said which side is better.
    Apart,
    /// No clear gap, or not tested.
    Plain,
}

/// The picture, as positions and labels.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// Its accessible name.
    pub name: String,
    /// What is drawn.
    pub drawn: Drawn,
}

/// The kinds of picture.
#[derive(Debug, Clone, PartialEq)]
pub enum Drawn {
    /// Places below one another.
    Bars(Bars),
    /// Figures over time.
    #[cfg(more)]
    Time(super::time::Time),
    /// Figures over time as a process, with what sums it up.
    #[cfg(every_view)]
    Process(super::icons::ProcessPicture),
    /// Figures against sizes.
    #[cfg(every_view)]
    Plane(super::plane::Plane),
    /// Priorities below one another.
    #[cfg(every_view)]
    Board(super::board::Board),
}

impl Chart {
    /// The places below one another, where that is what is drawn.
    pub fn bars(&self) -> Option<&Bars> {
        match &self.drawn {
            Drawn::Bars(bars) => Some(bars),
            #[cfg(more)]
            _ => None,
        }
    }

    /// The rows of the table that have a mark in the picture.
    pub fn rows(&self) -> Vec<usize> {
        match &self.drawn {
            Drawn::Bars(Bars { bars, benchmark, .. }) => {
                bars.iter().map(|bar| bar.row).chain(benchmark.iter().map(|line| line.row)).collect()
            }
            #[cfg(more)]
            Drawn::Time(time) => time.rows(),
            #[cfg(every_view)]
            Drawn::Board(board) => board.rows.iter().map(|row| row.row).collect(),
            #[cfg(every_view)]
            Drawn::Process(process) => process.time.rows(),
            #[cfg(every_view)]
            Drawn::Plane(plane) => plane.rows(),
        }
    }
}

/// Places below one another on one scale: a row each, or all but ours in a strip.
#[derive(Debug, Clone, PartialEq)]
pub struct Bars {
    /// The scale.
    pub axis: Axis,
    /// What the axis is counted in, where figures do not carry it.
    pub unit: String,
    /// The benchmark's line.
    pub benchmark: Option<Line>,
    /// A row each: ours first.
    pub bars: Vec<Bar>,
    /// Whether the peers stand in one strip of dots, being too many for a row each.
    pub strip: bool,
    /// What the strip holds.
    pub strip_label: String,
}

/// A scale with its ticks.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Axis {
    /// Its least value.
    pub min: f64,
    /// Its greatest value.
    pub max: f64,
    /// The ticks, ascending.
    pub ticks: Vec<Tick>,
}

/// A tick of a scale.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// Where.
    pub at: f64,
    /// Its label.
    pub label: String,
}

/// A line across the picture, named on it.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Where.
    pub at: f64,
    /// Its name and figure.
    pub label: String,
    /// The row of the table it stands for.
    pub row: usize,
}

/// One area in the picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// Its name.
    pub label: String,
    /// Its figure, or why there is none.
    pub figure: String,
    /// Where, if there is a figure.
    pub at: Option<f64>,
    /// Its likely range.
    pub range: Option<(f64, f64)>,
    /// Direction.
    pub shape: Shape,
    /// Judgement.
    pub tone: Tone,
    /// Whether it is our area.
    pub ours: bool,
    /// The row of the table it stands for.
    pub row: usize,
}

/// A row of the table, read aloud.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// Which row, counted from 0.
    pub row: String,
    /// The words.
    pub text: String,
}

/// A table as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// Its caption.
    pub caption: String,
    /// Heads of the columns; the first column heads the rows.
    pub columns: Vec<String>,
    /// Whether a column holds numbers, to be set right-aligned.
    pub numeric: Vec<bool>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

/// How a verdict was worked out, in words, with every number in full.
#[derive(Debug, Clone, PartialEq)]
pub struct Receipt {
    /// The rule in words.
    pub rule: String,
    /// Names and numbers.
    pub facts: Vec<(String, String)>,
    /// What the likely range is.
    pub definition: String,
}

/// The labels that are the same in every view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // the names say which
pub enum Fixed {
    Table,
    Worked,
    Download,
    Notes,
    Problems,
    Find,
    Matches,
    Points,
    Definition,
    UseNote,
    OpenReceipt,
    CopyReceipt,
    Copied,
    Receipt,
    Key,
}

/// Fixed labels in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Labels(pub(super) [String; 15]);

impl Labels {
    /// The words of one.
    pub fn of(&self, label: Fixed) -> &str {
        &self.0[label as usize]
    }
}
