//! What a publisher says of the groups between which a gap is shown.

use super::Plain;

/// Which two groups are set against each other, and how groups are spoken of.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GapOptions {
    /// `between`: the labels of the two groups, as the data have them: the gap is the first less the second. Of a
    /// grouping by deprivation, the first is the most deprived end.
    pub between: Vec<String>,
    /// `phrases`: how a group is spoken of in a sentence, with its article, by its label: `Decile 1` → `the most deprived
    /// tenth`.
    pub phrases: Vec<(String, String)>,
}

impl GapOptions {
    /// Adds what plain data say; of anything but two groups, none is taken.
    pub fn add(&mut self, data: &Plain) {
        let mut between = Vec::new();
        data.get("between").add_texts(&mut between);
        if between.len() == 2 {
            self.between = between;
        }
        data.get("phrases").add_named_texts(&mut self.phrases);
    }

    /// Takes what `other` says and this does not.
    pub fn fill(&mut self, other: GapOptions) {
        if self.between.is_empty() {
            self.between = other.between;
        }
        self.phrases.extend(other.phrases);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::named;

    fn options(json: &str) -> GapOptions {
        let mut options = GapOptions::default();
        options.add(&serde_json::from_str(json).unwrap());
        options
    }

    #[test]
    fn two_groups_and_their_phrases_are_read() {
        let read = options(r#"{"between": ["Male", "Female"], "phrases": {"Male": "boys"}}"#);
        assert_eq!(read.between, ["Male", "Female"]);
        assert_eq!(named(&read.phrases, "Male").map(String::as_str), Some("boys"));
        assert_eq!(options(r#"{"between": ["Male"]}"#), GapOptions::default());
        assert_eq!(options(r#""Male""#), GapOptions::default());
    }

    #[test]
    fn what_is_said_goes_before_what_was_said() {
        let mut attributes = GapOptions::default();
        attributes.fill(options(r#"{"between": ["a", "b"]}"#));
        attributes.fill(options(r#"{"between": ["c", "d"]}"#));
        assert_eq!(attributes.between, ["a", "b"]);
    }
}
