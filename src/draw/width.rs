//! How wide a text is, near enough to lay out by, without asking a browser.

/// Advance widths of ASCII 32 to 126 in thousandths of the size, in the proportions of Arial.
const ASCII: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
];

/// Width of a text in pixels, for a font `font` times as wide as Arial.
pub(super) fn width(text: &str, size: f64, bold: bool, font: f64) -> f64 {
    let thousandths: f64 = text.chars().map(advance).sum();
    thousandths / 1000.0 * size * font * if bold { 1.08 } else { 1.0 }
}

fn advance(c: char) -> f64 {
    match c {
        ' '..='~' => f64::from(ASCII[c as usize - 32]),
        // Marks that combine with the letter before take no room.
        '\u{300}'..='\u{36f}' => 0.0,
        // Latin letters with accents are as wide as an average letter.
        '\u{a0}'..='\u{24f}' | '–' | '−' | '‘' | '’' | '“' | '”' => 590.0,
        '—' | '…' => 1000.0,
        _ => 1000.0,
    }
}

/// The text, shortened with an ellipsis until it fits.
pub(super) fn shorten(text: &str, room: f64, size: f64, bold: bool, font: f64) -> String {
    if width(text, size, bold, font) <= room {
        return text.to_owned();
    }
    let mut kept = text;
    while let Some((at, _)) = kept.char_indices().next_back() {
        kept = kept[..at].trim_end();
        let short = format!("{kept}…");
        if width(&short, size, bold, font) <= room {
            return short;
        }
    }
    "…".to_owned()
}

/// The text in at most two lines, parted between words; the second shortened where it must be.
pub(super) fn two_lines(text: &str, room: f64, size: f64, bold: bool, font: f64) -> Vec<String> {
    if width(text, size, bold, font) <= room {
        return vec![text.to_owned()];
    }
    let fits = |at: &usize| width(text[..*at].trim_end(), size, bold, font) <= room;
    let breaks: Vec<usize> = text.match_indices([' ', '-', '/']).map(|(at, mark)| at + mark.len()).collect();
    match breaks.into_iter().rfind(fits) {
        Some(at) => vec![text[..at].trim_end().to_owned(), shorten(text[at..].trim_start(), room, size, bold, font)],
        None => vec![shorten(text, room, size, bold, font)],
    }
}

/// The text in as many lines as it takes, parted between words.
pub(super) fn lines(text: &str, room: f64, size: f64, bold: bool, font: f64) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        match out.last_mut() {
            Some(line) if width(line, size, bold, font) + width(word, size, bold, font) + size * 0.3 <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => out.push(word.to_owned()),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_counted_not_bytes() {
        assert!((width("Ynys Môn", 16.0, false, 1.0) - width("Ynys Mon", 16.0, false, 1.0)).abs() < 1.0);
    }

    #[test]
    fn long_names_break_between_words_and_then_shorten() {
        let name = "NHS Bath and North East Somerset, Swindon and Wiltshire Integrated Care Board";
        let lines = two_lines(name, 150.0, 14.0, false, 1.0);
        assert_eq!(lines.len(), 2);
        assert!(lines.iter().all(|line| width(line, 14.0, false, 1.0) <= 150.0), "{lines:?}");
        assert!(lines[1].ends_with('…'));
        assert_eq!(shorten("Llanfairpwllgwyngyll", 40.0, 14.0, false, 1.0).chars().last(), Some('…'));
    }
}
