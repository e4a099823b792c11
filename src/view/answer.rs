//! The view as plain data, for pages and tools: the same words and numbers, without markup or positions.

use super::model::{Notice, Said, View};
use super::results::Data;
use crate::config::Plain;

impl View {
    /// Headline, sentences, every verdict with its rule and inputs, the receipt, and what was left out.
    pub fn answer(&self) -> Plain {
        let mut sentences = Vec::new();
        let headline = said(&self.headline, &mut sentences);
        let mut lines = Vec::new();
        for line in &self.lines {
            lines.push(said(line, &mut sentences));
        }
        let mut notes = Vec::new();
        for note in &self.notes {
            notes.push(Plain::from(note.as_str()));
        }
        let mut receipt = Data::default();
        receipt.text("rule", &self.receipt.rule);
        receipt.list("sentences", sentences);
        receipt.add("facts", texts(&self.receipt.facts));
        let mut answer = Data::default();
        answer.text("language", self.language);
        answer.add("choices", texts(&self.choices));
        answer.text("kicker", &self.kicker);
        answer.add("headline", headline);
        answer.list("lines", lines);
        answer.list("results", self.results.clone());
        answer.add("receipt", receipt.plain());
        answer.list("notices", notices(&self.notices));
        answer.list("notes", notes);
        answer.list("problems", notices(&self.problems));
        answer.plain()
    }
}

fn texts(named: &[(String, String)]) -> Plain {
    let mut data = Data::default();
    for (name, text) in named {
        data.text(name, text);
    }
    data.plain()
}

/// A sentence; its id is remembered.
fn said(said: &Said, ids: &mut Vec<Plain>) -> Plain {
    ids.push(Plain::from(said.id));
    let mut data = Data::default();
    data.text("id", said.id);
    data.text("text", &said.text);
    data.plain()
}

fn notices(notices: &[Notice]) -> Vec<Plain> {
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
