//! What a copy says of itself: how to cite it, and of which data it was made.

use super::model::View;
use crate::text::{KeepLabel, Language, push_part};

/// When a copy is made, and of which files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Made {
    /// The day, as 2026-07-28.
    pub date: String,
    /// The files it is made of.
    pub files: Vec<SourceFile>,
}

/// A file that a copy was made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Its address or name.
    pub address: String,
    /// The SHA-256 of its bytes in hexadecimal; empty where nobody has it.
    pub sha256: String,
}

/// Ways to copy, as labels of buttons, and what is said of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CopyLabels {
    /// Each thing to copy by its name, and its label.
    pub buttons: [(&'static str, String); 3],
    /// Said when it is copied.
    pub copied: String,
    /// Said where the page may not copy.
    pub refused: String,
    /// Stands over the citation.
    pub citation: String,
}

impl CopyLabels {
    pub(super) fn of(language: Language) -> CopyLabels {
        let word = |label| language.label(label, &[]);
        CopyLabels {
            buttons: [
                ("picture", word(KeepLabel::CopyPicture)),
                ("table", word(KeepLabel::CopyTable)),
                ("citation", word(KeepLabel::CopyCitation)),
            ],
            copied: word(KeepLabel::Copied),
            refused: word(KeepLabel::NotCopied),
            citation: word(KeepLabel::Citation),
        }
    }
}

impl View {
    /// What a reader needs to cite a copy and to check it: what is shown, its period, the version, where the data are and
    /// when they were looked at; then each file with its hash.
    pub fn origin(&self, made: &Made) -> Vec<String> {
        let language = Language::of(self.language).unwrap_or(Language::USUAL);
        let mut addresses = String::new();
        for file in &made.files {
            push_part(&mut addresses, ", ", &file.address);
        }
        let slots = [
            ("measure", self.kicker.as_str()),
            ("period", &self.period_name),
            ("version", env!("CARGO_PKG_VERSION")),
            ("address", &addresses),
            ("date", &made.date),
        ];
        let mut citation = self.foot.first().cloned().unwrap_or_default();
        push_part(&mut citation, ". ", &language.label(KeepLabel::Cite, &slots));
        let mut origin = vec![citation];
        for file in &made.files {
            let label = if file.sha256.is_empty() { KeepLabel::Data } else { KeepLabel::DataHash };
            origin.push(language.label(label, &[("address", &file.address), ("hash", &file.sha256)]));
        }
        origin
    }
}
