//! The compressed copies, for a server that sends files as they lie. Same bytes in, same bytes out: no date, no name.

use std::io::Write;

use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, GzBuilder};

use crate::failure::Failure;

/// Brotli at its best: quality 11 and the widest window that every browser takes unasked.
pub fn brotli(content: &[u8]) -> Result<Vec<u8>, Failure> {
    let params = BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: content.len(), ..Default::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut packed, &params).map_err(|error| failed("brotli", &error))?;
    Ok(packed)
}

/// Gzip at its best.
pub fn gzip(content: &[u8]) -> Result<Vec<u8>, Failure> {
    let mut encoder = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    encoder.write_all(content).and_then(|()| encoder.finish()).map_err(|error| failed("gzip", &error))
}

fn failed(method: &str, error: &std::io::Error) -> Failure {
    Failure::new(format!("{method} cannot compress a file: {error}"))
}
