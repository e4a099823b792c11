//! The view as plain data, for pages and tools: the same words and numbers, without markup or positions.

use super::model::{Notice, ResultRow, Said, Tested, View};
use crate::config::Plain;

impl View {
    /// Headline, sentences, every verdict with its rule and inputs, the receipt, and what was left out.
    pub fn answer(&self) -> Plain {
        let choices = self.choices.iter().map(|(name, value)| ((*name).to_owned(), Plain::Text(value.clone())));
        let facts = self.receipt.facts.iter().map(|(name, fact)| (name.clone(), Plain::Text(fact.clone())));
        let sentences = self.receipt.sentences.iter().map(|id| Plain::from(*id));
        let receipt = [
            ("rule", Plain::from(self.receipt.rule.as_str())),
            ("sentences", Plain::List(sentences.collect())),
            ("facts", Plain::Map(facts.collect())),
        ];
        Plain::map([
            ("language", Plain::from(self.language)),
            ("choices", Plain::Map(choices.collect())),
            ("kicker", Plain::from(self.kicker.as_str())),
            ("headline", said(&self.headline)),
            ("lines", Plain::List(self.lines.iter().map(said).collect())),
            ("results", Plain::List(self.results.iter().map(result).collect())),
            ("receipt", Plain::map(receipt)),
            ("notices", Plain::List(self.notices.iter().map(notice).collect())),
            ("notes", Plain::List(self.notes.iter().map(|note| Plain::from(note.as_str())).collect())),
            ("problems", Plain::List(self.problems.iter().map(notice).collect())),
        ])
    }
}

fn said(said: &Said) -> Plain {
    Plain::map([("id", Plain::from(said.id)), ("text", Plain::from(said.text.as_str()))])
}

/// A notice as plain data.
pub(super) fn notice(notice: &Notice) -> Plain {
    Plain::map([
        ("kind", Plain::from(notice.kind)),
        ("line", Plain::Number(f64::from(notice.line))),
        ("column", Plain::from(notice.column.as_str())),
        ("message", Plain::from(notice.message.as_str())),
        ("hint", Plain::from(notice.hint.as_str())),
        ("times", Plain::Number(f64::from(notice.times))),
    ])
}

fn result(row: &ResultRow) -> Plain {
    let word = |word: Option<&'static str>| word.map_or(Plain::Nothing, Plain::from);
    Plain::map([
        ("code", Plain::from(row.code.as_str())),
        ("name", Plain::from(row.name.as_str())),
        ("role", Plain::from(row.role)),
        ("value", row.value.into()),
        ("absence", word(row.absence)),
        ("lower", row.lower.into()),
        ("upper", row.upper.into()),
        ("method", word(row.method)),
        ("count", row.count.into()),
        ("denominator", row.denominator.into()),
        ("test", row.test.as_ref().map_or(Plain::Nothing, tested)),
        ("untested", word(row.untested)),
        ("line", Plain::Number(f64::from(row.line))),
    ])
}

fn tested(test: &Tested) -> Plain {
    Plain::map([
        ("rule", Plain::from(test.rule)),
        ("side", Plain::from(test.side)),
        ("judgement", Plain::from(test.judgement)),
        ("level", Plain::Number(test.level)),
        ("against", Plain::Number(test.against)),
        ("gap", test.gap.into()),
        ("gapLower", test.gap_lower.into()),
        ("gapUpper", test.gap_upper.into()),
    ])
}
