//! How a command ends: well, with something found, or not at all.

use std::fmt;
use std::path::Path;
use std::process::ExitCode;

/// How a command that ran to its end ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// All is well.
    Fine,
    /// Something was found that the publisher should look at.
    Found,
}

impl Outcome {
    /// [`Outcome::Found`] when there is something.
    pub fn found(something: bool) -> Outcome {
        if something { Outcome::Found } else { Outcome::Fine }
    }
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> ExitCode {
        match outcome {
            Outcome::Fine => ExitCode::SUCCESS,
            Outcome::Found => ExitCode::from(1),
        }
    }
}

/// Why a command could not run: a sentence saying what is wrong and one saying what to do about it.
#[derive(Debug)]
pub struct Failure {
    what: String,
    remedy: Option<String>,
}

impl Failure {
    /// A failure, in words.
    pub fn new(what: impl Into<String>) -> Failure {
        Failure { what: what.into(), remedy: None }
    }

    /// Adds what to do about it.
    pub fn fix(self, remedy: impl Into<String>) -> Failure {
        Failure { remedy: Some(remedy.into()), ..self }
    }

    /// A file that cannot be read.
    pub fn reading(path: &Path, error: &std::io::Error) -> Failure {
        let failure = Failure::new(format!("{} cannot be read: {error}", path.display()));
        match error.kind() {
            std::io::ErrorKind::NotFound => failure.fix("Check the path; it is taken from the folder you are in."),
            _ => failure,
        }
    }

    /// A file that cannot be written.
    pub fn writing(path: &Path, error: &std::io::Error) -> Failure {
        Failure::new(format!("{} cannot be written: {error}", path.display()))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "peerglass: {}", self.what)?;
        match &self.remedy {
            Some(remedy) => write!(f, "\n  {remedy}"),
            None => Ok(()),
        }
    }
}

impl From<lexopt::Error> for Failure {
    fn from(error: lexopt::Error) -> Failure {
        Failure::new(error.to_string()).fix("See `peerglass --help`, or a command's own: `peerglass check --help`.")
    }
}
