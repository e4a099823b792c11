//! As much HTTP as one reader on this machine needs: a request's head in, an answer out, one to a connection, each
//! connection on a thread of its own, so that none that a browser keeps open for later holds up another.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

/// The longest head of a request.
const LONGEST: u64 = 32 * 1024;

/// How long a connection may say nothing.
const PATIENCE: Duration = Duration::from_secs(60);

/// What is left of a request after its answer is read this far, so that the answer is not cut off.
const REST: u64 = 64 * 1024;

/// What a browser asks for.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// `GET`, `HEAD` …
    pub method: String,
    /// The address, without the site.
    pub address: String,
    /// The encodings it takes.
    pub accepts: String,
}

/// What is sent back.
pub struct Answer {
    /// 200, 404 …
    pub status: u16,
    /// The headers, but for those about length and connection.
    pub headers: Vec<(&'static str, String)>,
    /// How many bytes follow.
    pub length: u64,
    /// Where they come from.
    pub body: Box<dyn Read>,
}

/// Answers every connection, for ever.
pub fn serve(listener: &TcpListener, answer: impl Fn(&Request) -> Answer + Send + Sync + 'static) -> ! {
    let answer = Arc::new(answer);
    loop {
        let Ok((stream, _)) = listener.accept() else {
            // Out of sockets, most likely: some will be given back.
            thread::sleep(Duration::from_millis(50));
            continue;
        };
        let answer = Arc::clone(&answer);
        // A browser that has gone away, and a thread that cannot be had, cost this one connection and no more.
        let _ = thread::Builder::new().spawn(move || {
            let _ = converse(&stream, &*answer);
        });
    }
}

fn converse(mut stream: &TcpStream, answer: &impl Fn(&Request) -> Answer) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let Some(request) = read(BufReader::new(stream.take(LONGEST)))? else { return Ok(()) };
    let mut answer = answer(&request);
    let mut head = format!("HTTP/1.1 {} {}\r\n", answer.status, reason(answer.status));
    for (name, value) in &answer.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str(&format!("Content-Length: {}\r\nConnection: close\r\n\r\n", answer.length));
    stream.write_all(head.as_bytes())?;
    if request.method != "HEAD" {
        io::copy(&mut answer.body, &mut stream)?;
    }
    stream.shutdown(Shutdown::Write)?;
    stream.set_read_timeout(Some(Duration::from_secs(1)))?;
    io::copy(&mut stream.take(REST), &mut io::sink()).map(|_| ())
}

/// Reads the head of a request; `None` when the connection ends before there is one.
fn read(mut head: impl BufRead) -> io::Result<Option<Request>> {
    let Some(first) = line(&mut head)? else { return Ok(None) };
    let mut parts = first.split(' ');
    let mut part = || parts.next().unwrap_or("").to_owned();
    let mut request = Request { method: part(), address: part(), accepts: String::new() };
    while let Some(header) = line(&mut head)?.filter(|line| !line.is_empty()) {
        if let Some((name, value)) = header.split_once(':')
            && name.eq_ignore_ascii_case("accept-encoding")
        {
            request.accepts = value.trim().to_owned();
        }
    }
    Ok(Some(request))
}

/// The next line without its end; `None` at the end of the connection, and where it is cut off.
fn line(head: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    head.read_until(b'\n', &mut bytes)?;
    let whole = bytes.pop() == Some(b'\n');
    if bytes.last() == Some(&b'\r') {
        bytes.pop();
    }
    Ok(whole.then(|| String::from_utf8_lossy(&bytes).into_owned()))
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        308 => "Permanent Redirect",
        404 => "Not Found",
        405 => "Method Not Allowed",
        _ => "Error",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_is_read_and_one_cut_off_is_none() {
        let text = "GET /a?b HTTP/1.1\r\nHost: x\r\nACCEPT-encoding:  br, gzip \r\n\r\nrest";
        let read_all = |text: &str| read(text.as_bytes()).unwrap();
        let request = read_all(text).unwrap();
        assert_eq!((request.method.as_str(), request.address.as_str()), ("GET", "/a?b"));
        assert_eq!(request.accepts, "br, gzip");
        assert_eq!((read_all(""), read_all("GET /a")), (None, None));
        assert_eq!(read_all("\r\n\r\n").map(|request| request.address).as_deref(), Some(""));
    }
}
