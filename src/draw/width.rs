//! How wide a text is, near enough to lay out by, without asking a browser.

/// Advance widths of ASCII 32 to 126 in thousandths of the size, in the proportions of Arial.
const ASCII: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
];

/// How much wider bold letters are: as much as in the widest of the usual fonts, so that nothing is clipped.
const BOLD: f64 = 1.15;

const ELLIPSIS: &str = "…";

/// A size and weight of the reader's font.
#[derive(Debug, Clone, Copy)]
pub(super) struct Face {
    pub size: f64,
    pub bold: bool,
    /// How wide the font is, 1 being Arial's width.
    pub font: f64,
}

impl Face {
    /// Width of a text in pixels.
    pub fn width(&self, text: &str) -> f64 {
        text.chars().map(|letter| self.advance(letter)).sum()
    }

    fn advance(&self, letter: char) -> f64 {
        let thousandths = match letter {
            ' '..='~' => ASCII[letter as usize - 32],
            // Marks that combine with the letter before take no room.
            '\u{300}'..='\u{36f}' => 0,
            // Latin letters with accents are as wide as an average letter.
            '\u{a0}'..='\u{24f}' | '–' | '−' | '‘' | '’' | '“' | '”' => 590,
            _ => 1000,
        };
        f64::from(thousandths) / 1000.0 * self.size * self.font * if self.bold { BOLD } else { 1.0 }
    }

    /// The text in lines, parted between words where words fit; the last of `most` lines is shortened where it must be.
    pub fn lines(&self, text: &str, room: f64, most: usize) -> Vec<String> {
        let mut lines = Vec::new();
        let mut rest = text.trim_ascii();
        while !rest.is_empty() && lines.len() < most {
            let (end, mark) = match lines.len() + 1 == most {
                _ if self.width(rest) <= room => (rest.len(), ""),
                true => (self.end(rest, room - self.width(ELLIPSIS), false), ELLIPSIS),
                false => (self.end(rest, room, true), ""),
            };
            let (line, left) = rest.split_at(end);
            lines.push([line.trim_ascii_end(), mark].concat());
            rest = left.trim_ascii_start();
        }
        lines
    }

    /// Where a line of so much room ends: after a word if one fits and words are asked for, else after a letter. Never
    /// at the start, so that whoever goes on from there arrives.
    fn end(&self, text: &str, room: f64, words: bool) -> usize {
        let (mut word, mut letter, mut wide) = (0, text.chars().next().map_or(0, char::len_utf8), 0.0);
        let mut before = ' ';
        for (at, next) in text.char_indices() {
            if wide > room {
                break;
            }
            letter = letter.max(at);
            if next == ' ' || matches!(before, '-' | '/') {
                word = at;
            }
            before = next;
            wide += self.advance(next);
        }
        if words && word > 0 { word } else { letter }
    }

    /// The text in one line, shortened where it must be.
    pub fn short(&self, text: &str, room: f64) -> String {
        self.lines(text, room, 1).pop().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Face = Face { size: 14.0, bold: false, font: 1.0 };

    #[test]
    fn letters_are_counted_not_bytes() {
        assert!((PLAIN.width("Ynys Môn") - PLAIN.width("Ynys Mon")).abs() < 1.0);
    }

    #[test]
    fn long_names_break_between_words_and_then_shorten() {
        let name = "NHS Bath and North East Somerset, Swindon and Wiltshire Integrated Care Board";
        let lines = PLAIN.lines(name, 150.0, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines.iter().all(|line| PLAIN.width(line) <= 150.0), "{lines:?}");
        assert_eq!(lines[0], "NHS Bath and North");
        assert!(lines[1].ends_with('…'));
        assert_eq!(PLAIN.short("Llanfairpwllgwyngyll", 40.0).chars().last(), Some('…'));
    }

    #[test]
    fn a_paragraph_loses_no_letter() {
        let text = "In Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch, Stoke-on-Trent and 1/2 of Môn.";
        for room in [1.0, 40.0, 90.0, 200.0] {
            let lines = PLAIN.lines(text, room, usize::MAX);
            assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""), "{room}");
            let fits = |line: &String| PLAIN.width(line) <= room || line.chars().count() == 1;
            assert!(lines.iter().all(fits), "{room}: {lines:?}");
        }
        assert!(PLAIN.lines("", 90.0, 2).is_empty());
        assert_eq!(PLAIN.lines("Stoke-on-Trent", 70.0, 2), ["Stoke-on-", "Trent"]);
    }
}
