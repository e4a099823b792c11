//! The view as plain data, for pages and tools: the same words and numbers, without markup or positions.

use super::model::{Notice, Said, View};
use super::results::Data;
use crate::config::Plain;

impl View {
    /// Headline, sentences, every verdict with its rule and inputs, the receipt, and what was left out.
    pub fn answer(&self) -> Plain {
        let mut sentences = vec![Plain::from(self.headline.id)];
        let mut lines = Vec::new();
        for line in &self.lines {
            sentences.push(Plain::from(line.id));
            lines.push(said(line));
        }
        let mut notes = Vec::new();
        for note in &self.notes {
            notes.push(Plain::from(note.as_str()));
        }
        let mut receipt = Data::default();
        receipt.text("rule", &self.receipt.rule);
        receipt.add("sentences", Plain::List(sentences));
        receipt.add("facts", texts(&self.receipt.facts));
        let mut answer = Data::default();
        answer.text("language", self.language);
        answer.add("choices", texts(&self.choices));
        answer.text("kicker", &self.kicker);
        answer.add("headline", said(&self.headline));
        answer.add("lines", Plain::List(lines));
        answer.add("results", Plain::List(self.results.clone()));
        answer.add("receipt", receipt.plain());
        answer.add("notices", notices(&self.notices));
        answer.add("notes", Plain::List(notes));
        answer.add("problems", notices(&self.problems));
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

fn said(said: &Said) -> Plain {
    let mut data = Data::default();
    data.text("id", said.id);
    data.text("text", &said.text);
    data.plain()
}

fn notices(notices: &[Notice]) -> Plain {
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
    Plain::List(list)
}
