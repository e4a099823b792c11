//! Marks the publisher's texts that are in another language than the figure, so that a screen reader changes its voice.

/// The elements that can hold no mark: choices, and pictures.
const CLOSED: [&str; 2] = ["option", "svg"];

/// Markup of ours, with `lang` around each text that is in another language.
pub(super) fn marked(markup: String, foreign: &[(String, &'static str)]) -> String {
    let mut texts: Vec<(String, &str)> = Vec::new();
    for (text, tag) in foreign {
        texts.push((escaped(text), tag));
        texts.push((escaped(&begun(text)), tag));
    }
    // The longest first, so that one within another does not break it.
    texts.sort_by_key(|text| std::cmp::Reverse(text.0.len()));
    if texts.is_empty() {
        return markup;
    }
    let (mut out, mut rest) = (String::new(), markup.as_str());
    while let Some(open) = rest.find('<') {
        push_marked(&mut out, &rest[..open], &texts);
        rest = &rest[open..];
        let end = end_of_tag(rest);
        out.push_str(&rest[..end]);
        rest = &rest[end..];
    }
    push_marked(&mut out, rest, &texts);
    out
}

/// Where a tag ends, and with it what it holds where that can hold no mark.
fn end_of_tag(rest: &str) -> usize {
    for name in CLOSED {
        let is_it = rest[1..].strip_prefix(name).is_some_and(|after| after.starts_with([' ', '>']));
        let close = ["</", name, ">"].concat();
        if let (true, Some(at)) = (is_it, rest.find(&close)) {
            return at + close.len();
        }
    }
    let mut quoted = false;
    for (at, byte) in rest.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'>' if !quoted => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// Adds the words between two tags.
fn push_marked(out: &mut String, mut words: &str, texts: &[(String, &str)]) {
    let next = |words: &str| {
        let found = texts.iter().filter_map(|(text, tag)| Some((place(words, text)?, text.len(), *tag)));
        found.min_by_key(|(at, length, _)| (*at, std::cmp::Reverse(*length)))
    };
    while let Some((at, length, tag)) = next(words) {
        out.push_str(&words[..at]);
        for part in ["<span lang=\"", tag, "\">", &words[at..at + length], "</span>"] {
            out.push_str(part);
        }
        words = &words[at + length..];
    }
    out.push_str(words);
}

/// Where a text stands in words, from the edge of a word to the edge of a word.
fn place(words: &str, text: &str) -> Option<usize> {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    words
        .match_indices(text)
        .map(|(at, _)| at)
        .find(|&at| !is_letter(words[..at].chars().next_back()) && !is_letter(words[at + text.len()..].chars().next()))
}

fn begun(text: &str) -> String {
    let mut begun = text.to_owned();
    if let Some(first) = begun.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    begun
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::marked;

    #[test]
    fn a_text_in_another_language_is_marked_where_it_is_read() {
        let foreign = [("warm & dry homes".to_owned(), "en"), ("homes".to_owned(), "en")];
        let of = |markup: &str| marked(markup.to_owned(), &foreign);
        assert_eq!(
            of("<p>Aeth warm &amp; dry homes i lawr</p>"),
            "<p>Aeth <span lang=\"en\">warm &amp; dry homes</span> i lawr</p>"
        );
        assert_eq!(of("<b>Homes</b>: homeslice"), "<b><span lang=\"en\">Homes</span></b>: homeslice");
        // Attributes, choices and pictures hold no elements.
        for kept in
            ["<p aria-label=\"homes > a\"></p>", "<option value=\"a\">homes</option>", "<svg><text>homes</text></svg>"]
        {
            assert_eq!(of(kept), kept);
        }
        assert_eq!(marked("<p>homes</p>".to_owned(), &[]), "<p>homes</p>");
    }
}
