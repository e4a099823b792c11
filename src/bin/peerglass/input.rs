//! Files from the disk into a table, and the config file with the command line's options over it.

use std::fs::File;
use std::io::{IsTerminal, Read, Write};
use std::path::{Path, PathBuf};

use peerglass::config::{Config, Key, Plain};
use peerglass::data::{Mapping, Problem, Reader, Table};
use peerglass::text::Language;
use peerglass::view::{self, Notice};

use crate::arguments::Asked;
use crate::failure::Failure;

/// Bytes read at a time.
const CHUNK: usize = 64 * 1024;

/// From this size on, a reader at a terminal is told how far it is.
const LONG: u64 = 5_000_000;

/// What the files hold.
pub struct Input {
    /// Everything that was read.
    pub table: Table,
    /// What could not be taken at its word.
    pub problems: Vec<Problem>,
}

/// The config in force, and what is wrong with it.
pub struct Settings {
    /// The command line's options over the config file's.
    pub config: Config,
    /// Names and words that are none of ours, or why the config file is no config file.
    pub notices: Vec<Notice>,
    /// The language of every word that follows.
    pub language: Language,
    /// Said when the language asked for is not there yet.
    pub other_language: Vec<Notice>,
}

/// Reads the config file, and puts options over it.
pub fn settings(asked: &Asked) -> Result<Settings, Failure> {
    let file = match &asked.config {
        Some(path) => Some((path.as_path(), std::fs::read(path).map_err(|error| Failure::reading(path, &error))?)),
        None => None,
    };
    let (mut unknown, mut unreadable) = (Vec::new(), None);
    let mut config = asked.options.clone();
    if let Some((_, bytes)) = &file {
        match serde_json::from_slice::<Plain>(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)) {
            Ok(data) => {
                let asked = config.word(Key::Lang);
                let tag = if asked.is_empty() { data.get("lang").text() } else { asked };
                let mut file = Config::default();
                file.add_in(&data, tag, &mut unknown);
                config = config.over(file);
            }
            Err(error) => unreadable = Some(error.to_string()),
        }
    }
    Mapping::of(&config.columns, &mut unknown);
    let (language, other_language) = view::language(config.word(Key::Lang));
    let mut notices: Vec<Notice> = unreadable.iter().map(|why| view::config_unreadable(why, language)).collect();
    notices.extend(view::newer_schema(&config, language));
    notices.extend(view::misnamed(&Config::misnamed(&unknown), language));
    notices.extend(view::misnamed(&config.misworded(), language));
    Ok(Settings { config, notices, language, other_language })
}

/// A config for a day, unless it names another itself: what is past by then is said to be.
pub fn on_day(config: &Config, day: &str) -> Config {
    let mut config = config.clone();
    if config.word(Key::Today).is_empty() {
        config.words.set(Key::Today, day);
    }
    config
}

/// The files to read: those that were named, else those that the config names, beside the config file.
pub fn files(asked: &Asked, config: &Config) -> Result<Vec<PathBuf>, Failure> {
    if !asked.files.is_empty() {
        return Ok(asked.files.clone());
    }
    let beside = asked.config.as_deref().and_then(Path::parent).unwrap_or(Path::new(""));
    let named = [Key::Src, Key::Neighbours].map(|key| config.word(key));
    let addresses: Vec<&str> = named.iter().flat_map(|word| word.split_whitespace()).collect();
    let is_local = |address: &&str| !address.starts_with('/') && !address.contains("://");
    if addresses.is_empty() || !addresses.iter().all(is_local) {
        return Err(
            Failure::new("no file was named").fix("Name one or more: the data, and lookup tables in any order.")
        );
    }
    // What stands behind the name is for the page's server and browser: a version, a hash.
    let name = |address: &str| address.split(['?', '#']).next().unwrap_or_default().to_owned();
    Ok(addresses.into_iter().map(|address| beside.join(name(address))).collect())
}

/// Reads files, 64 KiB at a time.
pub fn read(files: &[PathBuf], config: &Config) -> Result<Input, Failure> {
    let mut reader = Reader::new(Mapping::of(&config.columns, &mut Vec::new()));
    for path in files {
        let mut file = File::open(path).map_err(|error| Failure::reading(path, &error))?;
        let mut progress = Progress::of(path, &file);
        let mut buffer = vec![0; CHUNK];
        reader.begin(&path.to_string_lossy());
        loop {
            let length = match file.read(&mut buffer) {
                Ok(0) => break,
                Ok(length) => length,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(Failure::reading(path, &error)),
            };
            reader.push(&buffer[..length]);
            progress.add(length as u64);
        }
        reader.end();
        progress.end();
    }
    let (table, problems) = reader.finish();
    Ok(Input { table, problems })
}

/// How far a long file has been read, said on a terminal and nowhere else.
struct Progress {
    name: Option<String>,
    size: u64,
    done: u64,
    percent: u64,
}

impl Progress {
    fn of(path: &Path, file: &File) -> Progress {
        let size = file.metadata().map_or(0, |about| about.len());
        let wanted = size > LONG && std::io::stderr().is_terminal();
        Progress { name: wanted.then(|| path.display().to_string()), size: size.max(1), done: 0, percent: u64::MAX }
    }

    fn add(&mut self, bytes: u64) {
        self.done += bytes;
        let percent = (100 * self.done / self.size).min(100);
        if let Some(name) = self.name.as_ref().filter(|_| percent != self.percent) {
            self.percent = percent;
            // A line of progress that cannot be shown is no reason to stop.
            let _ = write!(std::io::stderr(), "\rReading {name}: {percent} %");
        }
    }

    fn end(&self) {
        if self.name.is_some() {
            let _ = writeln!(std::io::stderr());
        }
    }
}
