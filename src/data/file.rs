/// Records whose cells are kept as they stood, for who wants to see that the file was understood.
#[cfg(authoring)]
pub const FIRST: usize = 20;

/// One file that was read, and what it was taken for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FileSeen {
    /// The name it was given.
    pub name: String,
    /// What its header says it is.
    pub kind: FileKind,
    /// Records below the header, those with a problem included; blank lines are none.
    pub rows: u32,
    /// Headers of columns that are neither known nor needed.
    pub unknown_columns: Vec<String>,
    /// The columns, each by its header and what it was taken for.
    #[cfg(authoring)]
    pub columns: Vec<(String, Option<super::Meaning>)>,
    /// The cells of the first records below the header, at most [`FIRST`].
    #[cfg(authoring)]
    pub first: Vec<Vec<String>>,
}

/// The shapes of file that are told apart by their header.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum FileKind {
    /// Fingertips' table view of about 2017: no indicator columns.
    FingertipsTable,
    /// Fingertips downloads since 2018, by website, API or `fingertipsR`.
    Fingertips,
    /// DHSC's extract: ids and years, with names in tables of their own.
    DhscExtract,
    /// ONS Explore Local Statistics.
    Ons,
    /// A council's tidy table: indicator, measure, unit, value.
    CouncilTidy,
    /// Oflog metrics.
    Oflog,
    /// The Department for Education's Local Authority Interactive Tool.
    Lait,
    /// Any other table with an area, a period and a value.
    Plain,
    /// Facts about indicators.
    IndicatorTable,
    /// Facts about areas.
    AreaTable,
    /// Order of the categories of a grouping.
    CategoryTable,
    /// Areas and those most like each, in order.
    NeighbourTable,
    /// None of these; a problem says why.
    #[default]
    Unrecognised,
}

impl FileKind {
    /// The name by which tools speak of it.
    #[cfg(authoring)]
    pub fn id(self) -> &'static str {
        match self {
            FileKind::FingertipsTable => "fingertips-table",
            FileKind::Fingertips => "fingertips",
            FileKind::DhscExtract => "dhsc-extract",
            FileKind::Ons => "ons",
            FileKind::CouncilTidy => "council-tidy",
            FileKind::Oflog => "oflog",
            FileKind::Lait => "lait",
            FileKind::Plain => "plain",
            FileKind::IndicatorTable => "indicator-table",
            FileKind::AreaTable => "area-table",
            FileKind::CategoryTable => "category-table",
            FileKind::NeighbourTable => "neighbour-table",
            FileKind::Unrecognised => "unrecognised",
        }
    }

    /// Whether its rows are figures, rather than facts about areas or indicators.
    pub fn holds_figures(self) -> bool {
        self <= FileKind::Plain
    }
}
