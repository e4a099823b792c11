use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

#[cfg(every_view)]
use super::figure::Asked;
use super::figure::Figure;
use super::options::{self, Options};
use crate::data::{Problem, Reader, Table};
use crate::{compare, view};

/// What was read; an answer keeps hold of it, to be asked for what it rests on.
#[cfg(every_view)]
type Kept = std::rc::Rc<Table>;
#[cfg(not(every_view))]
type Kept = Table;

/// Bytes taken over at a time: small enough to stay warm, large enough not to matter.
const CHUNK: usize = 64 * 1024;

/// The files of one or more widgets: read once, as they arrive, and kept as columns.
#[wasm_bindgen]
#[allow(missing_debug_implementations)] // for the page only
pub struct Data {
    reader: Option<Reader>,
    pub(super) table: Kept,
    pub(super) problems: Vec<Problem>,
    buffer: Vec<u8>,
}

#[wasm_bindgen]
impl Data {
    /// A reader for the files to come. `options` is the config file's object, for its column mapping, or undefined.
    #[wasm_bindgen(constructor)]
    pub fn new(options: &JsValue) -> Data {
        Data {
            reader: Some(Reader::new(options::mapping(options))),
            table: Kept::default(),
            problems: Vec::new(),
            buffer: Vec::new(),
        }
    }

    /// Starts a file by its name.
    pub fn begin(&mut self, name: &str) {
        if let Some(reader) = &mut self.reader {
            reader.begin(name);
        }
    }

    /// Reads the next bytes of the file, through one small buffer.
    pub fn push(&mut self, chunk: &Uint8Array) {
        let Some(reader) = &mut self.reader else { return };
        self.buffer.resize(CHUNK, 0);
        let length = chunk.length();
        let mut at = 0;
        while at < length {
            let end = length.min(at + CHUNK as u32);
            let part = &mut self.buffer[..(end - at) as usize];
            chunk.subarray(at, end).copy_to(part);
            reader.push(part);
            at = end;
        }
    }

    /// Ends the file.
    pub fn end(&mut self) {
        if let Some(reader) = &mut self.reader {
            reader.end();
        }
    }

    /// Ends reading; figures can be made from here on.
    pub fn finish(&mut self) {
        if let Some(reader) = self.reader.take() {
            let (table, problems) = reader.finish();
            self.table = table.into();
            self.problems = problems;
            self.buffer = Vec::new();
        }
    }

    /// Whether a measure is there by group too: then more than the first engine is wanted, to say how far apart groups are.
    #[wasm_bindgen(getter)]
    pub fn grouped(&self) -> bool {
        let all = self.table.series();
        all.iter().any(|one| all.iter().any(|other| one != other && one.indicator == other.indicator))
    }

    /// The figure for the attributes and choices of an element, over the object of its config file (or undefined), in
    /// the language of a tag.
    pub fn figure(&self, attributes: &JsValue, config: &JsValue, tag: &str) -> Figure {
        let (language, mut notices) = view::language(tag);
        let mut options = Options::read(attributes, config, language);
        notices.append(&mut options.notices);
        #[cfg(more)]
        let answer = compare::answer(&self.table, &options.config);
        #[cfg(not(more))]
        let answer = compare::run(&self.table, &options.config);
        match answer {
            #[cfg(every_view)]
            Ok(answer) => {
                let view = view::compose_shown(&answer, &self.problems, &options.config, language, notices);
                Figure::asked(view, Asked { table: self.table.clone(), config: options.config })
            }
            #[cfg(all(more, not(every_view)))]
            Ok(answer) => {
                let view = view::compose_answer(&answer, &self.problems, &options.config, language, notices);
                let alike = compare::alike(&self.table, &options.config);
                Figure::with_receipts(view, compare::answer_receipts(&answer, &alike).json())
            }
            #[cfg(not(more))]
            Ok(comparison) => {
                Figure::new(Ok(view::compose(&comparison, &self.problems, &options.config, language, notices)))
            }
            Err(why) => {
                notices.append(&mut view::refusal(why, &self.problems, language));
                Figure::new(Err(notices))
            }
        }
    }
}
