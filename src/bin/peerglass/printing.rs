//! What goes to the terminal.

use std::io::{ErrorKind, Write};

use peerglass::view::Notice;
use serde::Serialize;

use crate::failure::{Failure, Outcome};

/// Prints a text, whole. A reader who has seen enough and closes the pipe does no harm.
pub fn print(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Failure::new(format!("the result cannot be printed: {error}")))
        }
        _ => Ok(()),
    }
}

/// Prints a help text.
pub fn help(text: &str) -> Result<Outcome, Failure> {
    print(&format!("{text}\n")).map(|()| Outcome::Fine)
}

/// Prints plain data as JSON.
pub fn json(data: &impl Serialize) -> Result<(), Failure> {
    print(&to_json(data)?)
}

/// Says on stderr what is wrong with a set-up.
pub fn tell(notices: &[Notice]) {
    for notice in notices {
        eprintln!("{}", notice.text());
    }
}

/// Plain data as JSON, with a line end.
pub fn to_json(data: &impl Serialize) -> Result<String, Failure> {
    let written = serde_json::to_string_pretty(data);
    written
        .map(|json| json + "\n")
        .map_err(|error| Failure::new(format!("the result cannot be written as JSON: {error}")))
}

/// A whole number with its thousands parted, as the tool's own report shows it.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// So many of a thing, in words: "1 row", "1,204 rows".
pub fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", grouped(number), if number == 1 { one } else { many })
}
