//! The view as plain data, for pages and tools: the same words and numbers, without markup or positions.

use super::model::{Notice, Said, View};
use super::results::Data;
#[cfg(more)]
use crate::compare::{Alike, Answer, answer_receipts, beside_receipts};
use crate::config::Plain;

impl View {
    /// Headline, sentences, every verdict with its rule and inputs, the receipt, and what was left out.
    pub fn answer(&self) -> &Plain {
        &self.answer
    }

    /// Every verdict, one for each row of the table: names and role, figure, interval with its method, the test with its
    /// rule and level or why there was none, line and note.
    pub fn results(&self) -> &[Plain] {
        let Plain::Map(entries) = &self.answer else { return &[] };
        match entries.iter().find(|entry| entry.0 == "results") {
            Some((_, Plain::List(results))) => results,
            _ => &[],
        }
    }
}

/// The answer of a view, of which only the choices and the results are not yet there in words.
pub(super) fn answer(view: &View, choices: Data, results: Vec<Plain>) -> Plain {
    let mut sentences = Vec::new();
    let headline = said(&view.headline, &mut sentences);
    let mut lines = Vec::new();
    for line in &view.lines {
        lines.push(said(line, &mut sentences));
    }
    let mut notes = Vec::new();
    for note in &view.notes {
        notes.push(Plain::from(note.as_str()));
    }
    let mut facts = Data::default();
    for (name, fact) in &view.receipt.facts {
        facts.text(name, fact);
    }
    let mut receipt = Data::default();
    receipt.text("rule", &view.receipt.rule);
    receipt.list("sentences", sentences);
    receipt.map("facts", facts);
    let mut answer = Data::default();
    answer.text("language", view.language);
    answer.map("choices", choices);
    answer.text("kicker", &view.kicker);
    answer.add("headline", headline);
    answer.list("lines", lines);
    answer.list("results", results);
    answer.map("receipt", receipt);
    answer.list("notices", notices(&view.notices));
    answer.list("notes", notes);
    answer.list("problems", notices(&view.problems));
    answer.plain()
}

/// Adds the verdicts that are no row's, with their rules and inputs, to the data of a view; nothing where the rows have
/// them all.
#[cfg(more)]
pub fn add_verdicts(data: &mut Plain, answer: &Answer) {
    let verdicts = match answer {
        Answer::Compare(comparison) => beside_receipts(comparison),
        _ => answer_receipts(answer, &Alike::default()),
    };
    if let (Plain::Map(_), Plain::Map(entries)) = (&verdicts, data) {
        entries.push(("verdicts".to_owned(), verdicts));
    }
}

/// A sentence; its id is remembered.
fn said(said: &Said, ids: &mut Vec<Plain>) -> Plain {
    ids.push(Plain::from(said.id));
    let mut data = Data::default();
    data.text("id", said.id);
    data.text("text", &said.text);
    data.plain()
}

pub(super) fn notices(notices: &[Notice]) -> Vec<Plain> {
    let mut list = Vec::new();
    for notice in notices {
        let mut data = Data::default();
        data.text("kind", notice.kind);
        data.number("line", Some(f64::from(notice.line)));
        data.text("column", &notice.column);
        data.text("message", &notice.message);
        data.text("hint", &notice.hint);
        data.number("times", Some(f64::from(notice.times)));
        list.push(data.plain());
    }
    list
}
