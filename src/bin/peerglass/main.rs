//! The publisher's tool: look at the widget, check files, render what stands where no script runs, verify figures.
//!
//! One file a command; `arguments.rs` reads what they share from the command line, `input.rs` reads files. The tool
//! knows files, clocks and sockets, and leaves every word about the figures to the library. Start at [`run`].

mod arguments;
mod check;
mod copies;
mod failure;
mod http;
mod init;
mod input;
mod markup;
mod printing;
mod receipt;
mod render;
mod serve;
mod site;
mod today;
mod verify;

use std::process::ExitCode;

use lexopt::prelude::*;

use failure::{Failure, Outcome};

const HELP: &str = "\
Peerglass: honest peer comparisons of public outcomes, for the publisher's own page.

  peerglass serve                   look at the widget and its gallery in a browser on this machine
  peerglass init FILE...            write a config to start from
  peerglass check FILE...           say what the files hold and what is wrong with them, line by line; and what must be
                                    mended before a view goes out
  peerglass render FILE...          write a view as static HTML, SVG or CSV
  peerglass verify FILE...          work out again the intervals and comparisons that the files publish
  peerglass receipt FILE            work out again the verdicts that a receipt holds
  peerglass <command> --help        say more

  --version    the version

Exit codes: 0 all is well; 1 something was found that you should look at; 2 the command was not understood, or a
file cannot be read or written.";

fn main() -> ExitCode {
    match run(lexopt::Parser::from_env()) {
        Ok(outcome) => outcome.into(),
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::from(2)
        }
    }
}

fn run(mut arguments: lexopt::Parser) -> Result<Outcome, Failure> {
    match arguments.next()? {
        Some(Long("help") | Short('h')) => printing::help(HELP),
        Some(Long("version") | Short('V')) => printing::help(concat!("peerglass ", env!("CARGO_PKG_VERSION"))),
        Some(Value(command)) => match command.to_string_lossy().as_ref() {
            "serve" => serve::run(arguments),
            "init" => init::run(arguments),
            "check" => check::run(arguments),
            "render" => render::run(arguments),
            "verify" => verify::run(arguments),
            "receipt" => receipt::run(arguments),
            "help" => printing::help(HELP),
            other => Err(Failure::new(format!("there is no command {other:?}")).fix("See `peerglass --help`.")),
        },
        Some(other) => Err(other.unexpected().into()),
        None => {
            Err(Failure::new("no command was given").fix("See `peerglass --help`; to look around: `peerglass serve`."))
        }
    }
}
