//! The static copies that `render` made and somebody pasted into a page: finding them, and what they say.

use peerglass::config::{Config, Key};

use crate::markup::{Piece, Tag, pieces};

/// What a copy says: enough to tell whether the files still say it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    /// The period it is for, as the data label it.
    pub period: String,
    /// The answer.
    pub headline: String,
    /// The sentences below it: how sure, compared with whom.
    pub lines: Vec<String>,
    /// The rows of the table, its head first.
    pub table: Vec<Vec<String>>,
}

/// A copy in a page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Copied {
    /// The line of the page it begins on.
    pub line: u32,
    /// When it was made.
    pub made: String,
    /// The language it is in.
    pub language: String,
    /// The options of the tag it stands in; empty when it stands by itself.
    pub options: Config,
    /// What it says.
    pub said: Said,
}

/// What a page holds of ours.
#[derive(Debug, Default, PartialEq)]
pub struct Page {
    /// The copies.
    pub copies: Vec<Copied>,
    /// The lines of tags that hold none.
    pub bare: Vec<u32>,
}

/// The attribute that marks a copy, and holds the date.
const MADE: &str = "data-peerglass-made";

/// Finds the copies in a page.
pub fn find(page: &str) -> Page {
    let mut found = Page::default();
    let mut tag: Option<(Tag, usize)> = None;
    let mut copy: Option<Scribe> = None;
    for piece in pieces(page) {
        if let Some(scribe) = &mut copy {
            if scribe.take(&piece) {
                found.copies.extend(copy.take().map(Scribe::finish));
            }
            continue;
        }
        match piece {
            Piece::Open(open) if open.get(MADE).is_some() => {
                copy = Some(Scribe::of(&open, tag.as_ref().map(|(tag, _)| tag)));
            }
            Piece::Open(open) if open.name == "peer-glass" => tag = Some((open, found.copies.len())),
            Piece::Close(name) if name == "peer-glass" => {
                let without = tag.take().filter(|(_, before)| *before == found.copies.len());
                found.bare.extend(without.map(|(tag, _)| tag.line));
            }
            _ => {}
        }
    }
    found
}

/// Writes down what a copy says while its markup goes by.
struct Scribe {
    copied: Copied,
    /// The name of the copy's own tag, and how many of that name are open.
    name: String,
    depth: usize,
    inside: Inside,
}

/// Where the text that comes belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Inside {
    Elsewhere,
    Headline,
    Line,
    Cell,
}

impl Scribe {
    fn of(open: &Tag, within: Option<&Tag>) -> Scribe {
        let of = |name| open.get(name).unwrap_or("").to_owned();
        let mut options = Config::default();
        for (name, word) in within.into_iter().flat_map(|tag| &tag.attributes) {
            if let Some(key) = Key::of(name) {
                options.words.set(key, word);
            }
        }
        let said = Said { period: of("data-peerglass-period"), ..Said::default() };
        let copied = Copied { line: open.line, made: of(MADE), options, said, ..Copied::default() };
        Scribe { copied, name: open.name.clone(), depth: 1, inside: Inside::Elsewhere }
    }

    /// The copy, with all that it says.
    fn finish(self) -> Copied {
        Copied { said: self.copied.said.settled(), ..self.copied }
    }

    /// Takes a piece; true when it ends the copy.
    fn take(&mut self, piece: &Piece) -> bool {
        match piece {
            Piece::Open(tag) => self.open(tag),
            Piece::Close(name) => {
                if matches!(name.as_str(), "th" | "td" | "span" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6") {
                    self.inside = Inside::Elsewhere;
                }
                self.depth -= usize::from(*name == self.name);
            }
            Piece::Text(text) => match self.inside {
                Inside::Elsewhere => {}
                Inside::Line => self.copied.said.lines.last_mut().into_iter().for_each(|line| line.push_str(text)),
                Inside::Headline => self.copied.said.headline.push_str(text),
                Inside::Cell => {
                    let row = self.copied.said.table.last_mut();
                    row.and_then(|row| row.last_mut()).into_iter().for_each(|cell| cell.push_str(text));
                }
            },
        }
        self.depth == 0
    }

    fn open(&mut self, tag: &Tag) {
        self.depth += usize::from(tag.name == self.name);
        let table = &mut self.copied.said.table;
        match tag.name.as_str() {
            "article" => self.copied.language = tag.get("lang").unwrap_or("").to_owned(),
            "tr" => table.push(Vec::new()),
            "th" | "td" => {
                if let Some(row) = table.last_mut() {
                    row.push(String::new());
                    self.inside = Inside::Cell;
                }
            }
            "span" if tag.get("data-sentence").is_some() => {
                self.copied.said.lines.push(String::new());
                self.inside = Inside::Line;
            }
            // A content system may take classes and ids away; the headline is the only heading of a copy.
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.inside = Inside::Headline,
            _ => {}
        }
    }
}

impl Said {
    /// Makes every run of white space one space, as a browser shows it.
    fn settled(self) -> Said {
        let one = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let all = |texts: Vec<String>| texts.into_iter().map(one).collect();
        Said {
            period: one(self.period),
            headline: one(self.headline),
            lines: all(self.lines),
            table: self.table.into_iter().map(all).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_found_with_its_tag_and_what_it_says() {
        let page = "<main>\n<peer-glass src=/a.csv area='E1' class=x>\n<div data-peerglass-made=2026-01-02 \
            data-peerglass-period=2024><article lang=en><h3>Higher\n than <b>England</b>.</h3><p><span data-sentence=S1>Sure.</span> \
            <span data-sentence=S2>Quite.</span></p><div><table><caption>c</caption>\
            <tr><th>Area<th>Figure</tr><tr><th>Wessmere</th><td>1&nbsp;2</td></tr></table></div></article></div></peer-glass>\
            <peer-glass></peer-glass>";
        let found = find(page);
        let [copy] = found.copies.as_slice() else { panic!("{found:?}") };
        assert_eq!((copy.line, copy.made.as_str(), copy.language.as_str()), (3, "2026-01-02", "en"));
        assert_eq!([Key::Area, Key::Src].map(|key| copy.options.word(key).is_empty()), [false, false]);
        assert_eq!((copy.said.period.as_str(), copy.said.headline.as_str()), ("2024", "Higher than England."));
        assert_eq!(copy.said.lines, ["Sure.", "Quite."]);
        assert_eq!(copy.said.table, [["Area", "Figure"], ["Wessmere", "1 2"]]);
        assert_eq!(found.bare, [4]);
    }
}
