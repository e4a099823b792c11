//! Bytes in, a typed columnar [`Table`] out, and every [`Problem`] met on the way, with its line.
//!
//! Knows the shapes of the files publishers already have, the spellings of periods and of missing values, and
//! which areas are of one kind. Refuses to know statistics, peers, words for readers or where bytes come from.
//! Reading never fails and never drops silently: a row is a value, an absence with its reason, or a problem.
//! Start at [`Reader`], which makes the [`Table`].

mod absence;
mod area;
mod column;
mod decode;
mod figures;
mod file;
mod finish;
#[cfg(more)]
mod hierarchy;
mod intern;
mod lookup;
mod markup;
mod meaning;
mod number;
mod period;
mod problem;
mod reader;
mod records;
mod rows;
mod schema;
mod spelling;
#[cfg(more)]
mod succession;
mod table;
mod words;

pub use absence::{Absence, Cell};
pub use area::{Area, AreaClass, Level};
#[cfg(authoring)]
pub use file::FIRST;
pub use file::{FileKind, FileSeen};
#[cfg(more)]
pub use hierarchy::Hierarchy;
pub use meaning::{Mapping, Meaning};
pub use number::parse as parse_number;
pub use period::{Period, PeriodKind};
pub use problem::{Problem, ProblemKind};
pub use reader::Reader;
#[cfg(more)]
pub use succession::{Succession, successor};
pub use table::{
    AreaId, Indicator, IndicatorId, PeriodId, PublishedComparison, PublishedTrend, Row, Series, SeriesId, Table, TextId,
};
pub(crate) use words::among;
