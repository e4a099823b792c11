//! What the commands that read files share on the command line: files, a config file, and the widget's own options.

use std::path::PathBuf;

use lexopt::prelude::*;
use peerglass::config::{Config, Key, nearest};

use crate::failure::Failure;

/// Files, config file and options of the widget, as they were given.
#[derive(Debug, Default)]
pub struct Asked {
    /// Data files and lookup tables, in the order given.
    pub files: Vec<PathBuf>,
    /// The config file.
    pub config: Option<PathBuf>,
    /// The widget's options.
    pub options: Config,
}

impl Asked {
    /// Takes the next arguments up to an option that is the command's own, and returns its name; `None` at the end.
    pub fn next(&mut self, arguments: &mut lexopt::Parser, own: &[&str]) -> Result<Option<String>, Failure> {
        while let Some(argument) = arguments.next()? {
            match argument {
                Value(file) => self.files.push(file.into()),
                Short('h') => return Ok(Some("help".to_owned())),
                Long(name) if own.contains(&name) || name == "help" => return Ok(Some(name.to_owned())),
                Long("config") => self.config = Some(arguments.value()?.into()),
                Long(name) => match Key::of(name) {
                    Some(key) => self.options.words.set(key, &arguments.value()?.string()?),
                    None => return Err(unknown(name, own)),
                },
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(None)
    }
}

fn unknown(name: &str, own: &[&str]) -> Failure {
    let known: Vec<&str> = own.iter().copied().chain(["help"]).chain(Key::ALL.iter().map(|key| key.name())).collect();
    let failure = Failure::new(format!("there is no option --{name}"));
    match nearest(name, &known) {
        Some(near) => failure.fix(format!("Did you mean --{near}?")),
        None => failure.fix("See the command's --help."),
    }
}
