//! `peerglass serve`: the gallery in a browser on this machine, under the headers of a strict site.

use std::fs::File;
use std::io::Cursor;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::thread;

use lexopt::prelude::*;
use tiny_http::{Header, Method, Request, Response, Server, StatusCode};

use crate::failure::{Failure, Outcome};
use crate::printing;
use crate::site::{Answer, Site};

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

/// A browser opens six connections to one site; a few more do no harm.
const WORKERS: usize = 8;

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
    let headers = strict_headers(&asked.policy)?;
    let site = Site::find()?;
    let server = listen(&asked)?;
    printing::print(&format!("Peerglass is at http://{}/ (Ctrl-C stops it)\n", server.server_addr()))?;
    thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(|| {
                while let Ok(request) = server.recv() {
                    // A browser that has gone away is no trouble of ours.
                    let _ = answer(&site, &headers, request);
                }
            });
        }
    });
    Ok(Outcome::Fine)
}

/// An address of this machine that no other can reach.
fn host(text: &str) -> Result<IpAddr, Failure> {
    let address = if text == "localhost" { Some(IpAddr::V4(Ipv4Addr::LOCALHOST)) } else { text.parse().ok() };
    address.filter(IpAddr::is_loopback).ok_or_else(|| {
        Failure::new(format!("{text} is not an address of this machine alone"))
            .fix("`serve` is for looking around: use 127.0.0.1, ::1 or localhost; to publish, copy pkg/ to your site.")
    })
}

fn listen(asked: &Asked) -> Result<Server, Failure> {
    let ports = match asked.port {
        Some(port) => port..=port,
        None => FIRST_PORT..=FIRST_PORT + MORE_PORTS,
    };
    let mut last = String::new();
    for port in ports {
        match Server::http(SocketAddr::new(asked.host, port)) {
            Ok(server) => return Ok(server),
            Err(error) => last = format!("port {port} of {} cannot be used: {error}", asked.host),
        }
    }
    Err(Failure::new(last).fix("Name another: peerglass serve --port 9000, or --port 0 for any that is free."))
}

fn strict_headers(policy: &str) -> Result<Vec<Header>, Failure> {
    let pairs =
        [("Content-Security-Policy", policy), ("X-Content-Type-Options", "nosniff"), ("Cache-Control", "no-cache")];
    let made = pairs.map(|(name, value)| header(name, value));
    let headers: Option<Vec<Header>> = made.into_iter().collect();
    headers.ok_or_else(|| Failure::new(format!("{policy:?} cannot be sent as a header")).fix("Use plain ASCII text."))
}

fn header(name: &str, value: &str) -> Option<Header> {
    let is_plain = value.bytes().all(|byte| (b' '..=b'~').contains(&byte));
    Header::from_bytes(name, value).ok().filter(|_| is_plain)
}

fn answer(site: &Site, headers: &[Header], request: Request) -> std::io::Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return say(headers, request, 405, "Only GET and HEAD are answered here.\n");
    }
    let is_accepts = |header: &&Header| header.field.equiv("Accept-Encoding");
    let accepts = request.headers().iter().find(is_accepts).map_or("", |header| header.value.as_str());
    match site.answer(request.url(), accepts) {
        Answer::Nothing => say(headers, request, 404, "There is nothing at this address.\n"),
        Answer::Folder(address) => {
            let to = header("Location", &address);
            let headers: Vec<Header> = headers.iter().cloned().chain(to).collect();
            say(&headers, request, 308, "The folder's address ends with a slash.\n")
        }
        Answer::File(found) => {
            let Ok(file) = File::open(&found.path) else {
                return say(headers, request, 404, "The file cannot be read.\n");
            };
            let length = file.metadata().ok().and_then(|about| usize::try_from(about.len()).ok());
            let mut own = vec![header("Content-Type", found.media_type), header("Vary", "Accept-Encoding")];
            own.push(found.encoding.and_then(|encoding| header("Content-Encoding", encoding)));
            let headers = headers.iter().cloned().chain(own.into_iter().flatten()).collect();
            let response = Response::new(StatusCode(200), headers, file, length, None);
            request.respond(response.with_chunked_threshold(usize::MAX))
        }
    }
}

/// Answers in a few plain words.
fn say(headers: &[Header], request: Request, status: u16, words: &str) -> std::io::Result<()> {
    let plain = header("Content-Type", "text/plain; charset=utf-8");
    let headers = headers.iter().cloned().chain(plain).collect();
    let words = words.as_bytes().to_vec();
    request.respond(Response::new(StatusCode(status), headers, Cursor::new(&words), Some(words.len()), None))
}
