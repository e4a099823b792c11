/// Everything that is shown, in words and numbers, with nothing left to decide.
#[derive(Debug, Clone, PartialEq)]
pub struct View {
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
    /// What is chosen now, by the names of the options.
    pub choices: Vec<(&'static str, String)>,
    /// What a reader can choose.
    pub controls: Vec<Control>,
    /// What the shapes mean.
    pub key: Vec<KeyItem>,
    /// The picture, as positions and labels.
    pub chart: Chart,
    /// The same as a table; its rows are the picture's points.
    pub table: Grid,
    /// Each point read aloud, one for each row of the table.
    pub points: Vec<String>,
    /// What a reader should know of the figures.
    pub notes: Vec<String>,
    /// What could not be used from the data.
    pub problems: Vec<Notice>,
    /// Source, licence, next update.
    pub foot: Vec<String>,
    /// Every verdict as data, one for each row of the table.
    pub results: Vec<ResultRow>,
    /// How our verdict was worked out.
    pub receipt: Receipt,
    /// Fixed labels of the parts.
    pub labels: Labels,
    /// The period's label as the data give it.
    pub period: String,
    /// For which period, and `{date}`: when a static copy was made.
    pub made: String,
    /// Whether the last column of the table holds notes.
    pub has_notes: bool,
}

/// A sentence and the id it is published under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Its id.
    pub id: &'static str,
    /// Its words.
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
#[derive(Debug, Clone, PartialEq)]
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

/// One verdict as data.
#[derive(Debug, Clone, PartialEq)]
pub struct ResultRow {
    /// The area's code.
    pub code: String,
    /// The area's name.
    pub name: String,
    /// `area`, `benchmark` or `peer`.
    pub role: &'static str,
    /// The value.
    pub value: Option<f64>,
    /// Why there is none.
    pub absence: Option<&'static str>,
    /// Lower limit of the 95 % interval.
    pub lower: Option<f64>,
    /// Upper limit of the 95 % interval.
    pub upper: Option<f64>,
    /// How the interval was made.
    pub method: Option<&'static str>,
    /// The count it was made from, if the file gives it.
    pub count: Option<f64>,
    /// The denominator, if the file gives it.
    pub denominator: Option<f64>,
    /// The test, where there was one.
    pub test: Option<Tested>,
    /// Why there was none.
    pub untested: Option<&'static str>,
    /// The line of the file.
    pub line: u32,
}

/// A test as data.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tested {
    /// By which rule: `fixed-value` or `gap`.
    pub rule: &'static str,
    /// `higher`, `lower` or `no-clear-gap`.
    pub side: &'static str,
    /// `better`, `worse`, or `none` where there is no polarity or no clear gap.
    pub judgement: &'static str,
    /// The strictest level at which it is clear; 0.95 when it is not.
    pub level: f64,
    /// What it was compared with.
    pub against: f64,
    /// The gap, where the gap itself was tested.
    pub gap: Option<f64>,
    /// Its lower limit.
    pub gap_lower: Option<f64>,
    /// Its upper limit.
    pub gap_upper: Option<f64>,
}

/// How a verdict was worked out, in words, with every number in full.
#[derive(Debug, Clone, PartialEq)]
pub struct Receipt {
    /// The sentences it stands for, by id.
    pub sentences: Vec<&'static str>,
    /// The rule in words.
    pub rule: String,
    /// Names and numbers.
    pub facts: Vec<(String, String)>,
    /// What the likely range is.
    pub definition: String,
}

/// Fixed labels.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)] // the names say which
pub struct Labels {
    pub table: String,
    pub worked: String,
    pub download: String,
    pub notes: String,
    pub problems: String,
    pub find: String,
    pub matches: String,
    pub points: String,
    pub rule: String,
    pub definition: String,
    pub updated: String,
    pub use_note: String,
}
