//! What Node calls: numbers in, numbers out, so that no generated glue is needed.
//!
//! A name that stays as it is counts as unsafe, since two things might bear it; here nothing else does.

use crate::answers::answers;
use std::cell::RefCell;

thread_local! {
    static ASKED: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static ANSWERED: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Takes the next byte of what is asked: the name of a file, the end of the line, the file.
#[unsafe(no_mangle)]
pub extern "C" fn put(byte: u32) {
    ASKED.with_borrow_mut(|asked| asked.push(byte as u8));
}

/// Answers what was put, and says how many bytes that takes.
#[unsafe(no_mangle)]
pub extern "C" fn answer() -> u32 {
    let asked = String::from_utf8(ASKED.take()).expect("UTF-8");
    let (file, text) = asked.split_once('\n').expect("a name and a file");
    let answered = answers(file, text).into_bytes();
    let length = answered.len() as u32;
    ANSWERED.set(answered);
    length
}

/// A byte of the answer.
#[unsafe(no_mangle)]
pub extern "C" fn get(at: u32) -> u32 {
    ANSWERED.with_borrow(|answered| answered[at as usize].into())
}
