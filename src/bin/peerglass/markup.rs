//! A page's markup as a row of tags and texts: enough to find our own copies in any page, and no more.

/// A piece of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// `<name …>`; names in lower case.
    Open(Tag),
    /// `</name>`.
    Close(String),
    /// Text between tags, with its entities read.
    Text(String),
}

/// An opening tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// Its name, in lower case.
    pub name: String,
    /// Its attributes in order, names in lower case, entities read.
    pub attributes: Vec<(String, String)>,
    /// The line of the page it stands on.
    pub line: u32,
}

impl Tag {
    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// Takes a page apart. What is no markup is text; nothing is refused.
pub fn pieces(page: &str) -> Vec<Piece> {
    let mut reader = PageReader { rest: page, line: 1, pieces: Vec::new() };
    while !reader.rest.is_empty() {
        reader.piece();
    }
    reader.pieces
}

struct PageReader<'p> {
    rest: &'p str,
    line: u32,
    pieces: Vec<Piece>,
}

impl<'p> PageReader<'p> {
    fn piece(&mut self) {
        let rest = self.rest;
        if rest.starts_with("<!--") {
            self.take(rest.find("-->").map_or(rest.len(), |end| end + 3));
        } else if rest.starts_with("<!") || rest.starts_with("<?") {
            self.take(rest.find('>').map_or(rest.len(), |end| end + 1));
        } else if let Some(name) = rest.strip_prefix("</").map(name_of).filter(|name| !name.is_empty()) {
            self.take(rest.find('>').map_or(rest.len(), |end| end + 1));
            self.pieces.push(Piece::Close(name.to_ascii_lowercase()));
        } else if rest.strip_prefix('<').is_some_and(|rest| !name_of(rest).is_empty()) {
            self.open();
        } else {
            // A "<" that opens nothing is text, like what follows it.
            let first = rest.chars().next().map_or(0, char::len_utf8);
            let end = rest[first..].find('<').map_or(rest.len(), |end| first + end);
            let text = self.take(end);
            self.pieces.push(Piece::Text(read_entities(text)));
        }
    }

    /// Takes so many bytes, and counts the lines in them.
    fn take(&mut self, bytes: usize) -> &'p str {
        let (taken, rest) = self.rest.split_at(bytes);
        self.line += taken.bytes().filter(|byte| *byte == b'\n').count() as u32;
        self.rest = rest;
        taken
    }

    fn open(&mut self) {
        let line = self.line;
        self.take(1);
        let name = self.take(name_of(self.rest).len()).to_ascii_lowercase();
        let mut attributes = Vec::new();
        loop {
            let space = self.rest.len() - self.rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/').len();
            self.take(space);
            if self.rest.is_empty() || self.rest.starts_with('>') {
                self.take(usize::from(!self.rest.is_empty()));
                break;
            }
            attributes.push(self.attribute());
        }
        self.pieces.push(Piece::Open(Tag { name: name.clone(), attributes, line }));
        if matches!(name.as_str(), "script" | "style" | "template" | "textarea" | "title") && !self.rest.is_empty() {
            let lower = self.rest.to_ascii_lowercase();
            self.take(lower.find(&format!("</{name}")).unwrap_or(lower.len()));
        }
    }

    fn attribute(&mut self) -> (String, String) {
        let is_end = |c: char| c.is_whitespace() || matches!(c, '=' | '>' | '/');
        let length = self.rest.find(is_end).unwrap_or(self.rest.len());
        // A stray "=" is passed over, so that reading always goes on.
        let name = self.take(length.max(usize::from(self.rest.starts_with('=')))).to_ascii_lowercase();
        let after = self.rest.trim_start();
        let Some(value) = after.strip_prefix('=').map(str::trim_start) else { return (name, String::new()) };
        self.take(self.rest.len() - value.len());
        let value = match value.chars().next().filter(|quote| matches!(quote, '"' | '\'')) {
            Some(quote) => {
                self.take(1);
                let value = self.take(self.rest.find(quote).unwrap_or(self.rest.len()));
                self.take(usize::from(!self.rest.is_empty()));
                value
            }
            None => {
                let end = |c: char| c.is_whitespace() || c == '>';
                self.take(self.rest.find(end).unwrap_or(self.rest.len()))
            }
        };
        (name, read_entities(value))
    }
}

/// The name that a tag begins with; empty when it is no tag.
fn name_of(rest: &str) -> &str {
    if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return "";
    }
    let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).unwrap_or(rest.len());
    &rest[..end]
}

/// Reads the entities that editors write; any other stays as it is.
fn read_entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let entity = rest.find(';').filter(|end| *end < 12).and_then(|end| Some((end, entity(&rest[1..end])?)));
        let (length, read) = entity.map_or((1, '&'), |(end, read)| (end + 1, read));
        out.push(read);
        rest = &rest[length..];
    }
    out.push_str(rest);
    out
}

fn entity(name: &str) -> Option<char> {
    let number = |digits: &str, radix| u32::from_str_radix(digits, radix).ok().and_then(char::from_u32);
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        "ndash" => Some('–'),
        "mdash" => Some('—'),
        "lsquo" => Some('‘'),
        "rsquo" => Some('’'),
        "ldquo" => Some('“'),
        "rdquo" => Some('”'),
        "middot" => Some('·'),
        _ => match name.strip_prefix('#')? {
            hex if hex.starts_with(['x', 'X']) => number(&hex[1..], 16),
            digits => number(digits, 10),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_comes_apart_into_tags_and_texts() {
        let page = "<!doctype html>\n<P Class=a id='b c' hidden>1 &lt; 2 &amp; 3<br/>\n<!-- <p> --><script>\"<p>\"</script></p>";
        let found = pieces(page);
        let Piece::Open(tag) = &found[1] else { panic!("{found:?}") };
        assert_eq!((tag.name.as_str(), tag.line, tag.get("id"), tag.get("hidden")), ("p", 2, Some("b c"), Some("")));
        assert_eq!(found[2], Piece::Text("1 < 2 & 3".to_owned()));
        assert_eq!(found.iter().filter(|piece| matches!(piece, Piece::Open(tag) if tag.name == "p")).count(), 1);
        assert_eq!(found.last(), Some(&Piece::Close("p".to_owned())));
    }

    #[test]
    fn broken_markup_ends_all_the_same() {
        for page in [
            "<",
            "<p",
            "<p a",
            "<p a=",
            "<p a='",
            "<p =x>",
            "a<é",
            "<!--",
            "</",
            "&",
            "&#x110000;",
            "<script>",
            "<p / = = >",
            "é",
            "é<",
            "<é<p>é",
        ] {
            pieces(page);
        }
    }
}
