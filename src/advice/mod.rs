//! What a publisher must be told before a view goes out: a [`Table`] and a [`Config`] become [`Finding`]s — views that could
//! mislead, figures that were withheld and can be worked out, words and names that are wanting — and, for a file that nobody
//! has set up yet, what was understood of it and a config to start from.
//!
//! Knows which choices mislead and how serious that is. Refuses to know words, languages and pages; `view` says each finding
//! in words. Not in a reader's engine: only the tool, the library and the engine for authors hold it. Start at [`look`].

mod choices;
mod disclosure;
mod draft;
mod finding;
mod texts;
mod understood;

pub use draft::draft;
pub use finding::{Check, Finding, Severity, Slot};
pub use texts::{Supplied, supplied};
pub use understood::understood;

use crate::config::Config;
use crate::data::Table;

/// Withheld figures that the files give away, whatever view they are for.
pub fn withheld(table: &Table, config: &Config) -> Vec<Finding> {
    let mut found = Vec::new();
    disclosure::look(table, config, &mut found);
    found
}

/// Everything to be told of a view, the serious first; each check in the order of its list.
pub fn look(table: &Table, config: &Config) -> Vec<Finding> {
    let mut found = Vec::new();
    choices::look(table, config, &mut found);
    disclosure::look(table, config, &mut found);
    found.sort_by_key(|finding| (finding.check.severity(), finding.check));
    found
}
