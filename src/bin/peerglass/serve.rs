//! `peerglass serve`: the gallery in a browser on this machine, under the headers of a strict site.

use std::fs::File;
use std::io::Cursor;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener};

use lexopt::prelude::*;

use crate::failure::{Failure, Outcome};
use crate::http::{self, Answer, Request};
use crate::printing;
use crate::site::{Found, Site};

const HELP: &str = "\
Shows the widget and its gallery in a browser on this machine, from the committed pkg/ and www/.

  peerglass serve                    at http://127.0.0.1:8080/, or the next port that is free
  peerglass serve --port 9000        at this port and no other; 0 means any that is free
  peerglass serve --host ::1         at another address of this machine; others are refused
  peerglass serve --policy \"CSP\"     under another Content-Security-Policy

  /             www/, the gallery
  /peerglass/   pkg/, as a publisher's site would have it (also /pkg/)
  /cases/       tests/cases/

Every answer carries the headers of a strict site, so that what works here works there:
  Content-Security-Policy: default-src 'self'; script-src 'self' 'wasm-unsafe-eval'
  X-Content-Type-Options: nosniff

It runs until you stop it with Ctrl-C. Exit codes: 2 the command was not understood, the folders are not there, or
the port is taken.";

/// The strictest policy under which WebAssembly runs.
const POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";

/// The port that is tried first when none is asked for, and how many after it.
const FIRST_PORT: u16 = 8080;
const MORE_PORTS: u16 = 50;

/// What was asked for.
struct Asked {
    host: IpAddr,
    port: Option<u16>,
    policy: String,
}

/// Runs the command, until it is stopped.
pub fn run(mut arguments: lexopt::Parser) -> Result<Outcome, Failure> {
    let mut asked = Asked { host: IpAddr::V4(Ipv4Addr::LOCALHOST), port: None, policy: POLICY.to_owned() };
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("help") | Short('h') => return printing::help(HELP),
            Long("port") => asked.port = Some(arguments.value()?.parse()?),
            Long("host") => asked.host = host(&arguments.value()?.string()?)?,
            Long("policy") => asked.policy = arguments.value()?.string()?,
            other => return Err(other.unexpected().into()),
        }
    }
    if !asked.policy.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        let failure = Failure::new(format!("{:?} cannot be sent as a header", asked.policy));
        return Err(failure.fix("Write the policy in plain ASCII, on one line."));
    }
    let site = Site::find()?;
    let (listener, address) = listen(&asked)?;
    printing::print(&format!("Peerglass is at http://{address}/ (Ctrl-C stops it)\n"))?;
    http::serve(&listener, move |request| answer(&site, &asked.policy, request))
}

/// An address of this machine that no other can reach.
fn host(text: &str) -> Result<IpAddr, Failure> {
    let address = if text == "localhost" { Some(IpAddr::V4(Ipv4Addr::LOCALHOST)) } else { text.parse().ok() };
    address.filter(IpAddr::is_loopback).ok_or_else(|| {
        Failure::new(format!("{text} is not an address of this machine alone"))
            .fix("`serve` is for looking around: use 127.0.0.1, ::1 or localhost; to publish, copy pkg/ to your site.")
    })
}

fn listen(asked: &Asked) -> Result<(TcpListener, SocketAddr), Failure> {
    let ports = match asked.port {
        Some(port) => port..=port,
        None => FIRST_PORT..=FIRST_PORT + MORE_PORTS,
    };
    let mut last = String::new();
    for port in ports {
        let bound = TcpListener::bind((asked.host, port)).and_then(|bound| bound.local_addr().map(|at| (bound, at)));
        match bound {
            Ok(bound) => return Ok(bound),
            Err(error) => last = format!("port {port} of {} cannot be used: {error}", asked.host),
        }
    }
    Err(Failure::new(last).fix("Name another: peerglass serve --port 9000, or --port 0 for any that is free."))
}

/// The answer to a request, under the headers of a strict site.
fn answer(site: &Site, policy: &str, request: &Request) -> Answer {
    let mut answer = match request.method.as_str() {
        "GET" | "HEAD" => match site.find_file(&request.address, &request.accepts) {
            Found::File { path, media_type, encoding } => match File::open(&path).and_then(sized) {
                Ok((file, length)) => {
                    let mut headers =
                        vec![("Content-Type", media_type.to_owned()), ("Vary", "Accept-Encoding".to_owned())];
                    headers.extend(encoding.map(|encoding| ("Content-Encoding", encoding.to_owned())));
                    Answer { status: 200, headers, length, body: Box::new(file) }
                }
                Err(_) => say(404, "The file cannot be read.\n"),
            },
            Found::Folder(address) => {
                let mut answer = say(308, "The folder's address ends with a slash.\n");
                answer.headers.push(("Location", address));
                answer
            }
            Found::Nothing => say(404, "There is nothing at this address.\n"),
        },
        _ => say(405, "Only GET and HEAD are answered here.\n"),
    };
    answer.headers.push(("Content-Security-Policy", policy.to_owned()));
    answer.headers.push(("X-Content-Type-Options", "nosniff".to_owned()));
    answer.headers.push(("Cache-Control", "no-cache".to_owned()));
    answer
}

/// A file with its size.
fn sized(file: File) -> std::io::Result<(File, u64)> {
    let length = file.metadata()?.len();
    Ok((file, length))
}

/// An answer in a few plain words.
fn say(status: u16, words: &'static str) -> Answer {
    let headers = vec![("Content-Type", "text/plain; charset=utf-8".to_owned())];
    Answer { status, headers, length: words.len() as u64, body: Box::new(Cursor::new(words)) }
}
