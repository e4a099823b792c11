//! Why a build stopped, and what to do about it.

use std::fmt;
use std::path::Path;

/// A sentence saying what is wrong and, where something can be done, one saying what.
#[derive(Debug)]
pub struct Failure {
    what: String,
    remedy: Option<String>,
}

impl Failure {
    /// A failure that the reader cannot do anything general about.
    pub fn new(what: impl Into<String>) -> Failure {
        Failure { what: what.into(), remedy: None }
    }

    /// Adds what to do about it.
    pub fn fix(self, remedy: impl Into<String>) -> Failure {
        Failure { remedy: Some(remedy.into()), ..self }
    }

    /// A file that cannot be read or written.
    pub fn file(path: &Path, error: &std::io::Error) -> Failure {
        Failure::new(format!("{} cannot be read or written: {error}", path.display()))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "bundle: {}", self.what)?;
        match &self.remedy {
            Some(remedy) => write!(f, "\n  {remedy}"),
            None => Ok(()),
        }
    }
}
