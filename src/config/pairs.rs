use super::Plain;

/// The languages in which a publisher may give a text.
const LANGUAGES: [&str; 2] = ["en", "cy"];

/// A text that is there in another language only than the one asked for, with the tag of its own.
pub type Foreign = (String, &'static str);

impl Plain {
    /// The same, with each text that is given in pairs (`{"en": "a coast", "cy": "arfordir"}`) in the language of a tag;
    /// where it is not given in that, in the other, and then it is added to `foreign`. A text that is given once is of no
    /// stated language and stays.
    pub fn in_language(&self, tag: &str, foreign: &mut Vec<Foreign>) -> Plain {
        match self {
            Plain::Map(entries) if is_pair(entries) => {
                let asked = if is_welsh(tag) { "cy" } else { "en" };
                let given =
                    LANGUAGES.into_iter().find(|language| *language == asked && !self.get(language).text().is_empty());
                let language =
                    given.or_else(|| LANGUAGES.into_iter().find(|language| *language != asked)).unwrap_or(asked);
                let text = self.get(language);
                if language != asked && !text.text().is_empty() {
                    foreign.push((text.text().to_owned(), language));
                }
                text.clone()
            }
            Plain::Map(entries) => {
                let each = entries.iter().map(|(name, entry)| (name.clone(), entry.in_language(tag, foreign)));
                Plain::Map(each.collect())
            }
            Plain::List(items) => Plain::List(items.iter().map(|item| item.in_language(tag, foreign)).collect()),
            other => other.clone(),
        }
    }
}

/// Whether a language tag is one of Welsh.
pub(super) fn is_welsh(tag: &str) -> bool {
    tag.get(..2).is_some_and(|two| two.eq_ignore_ascii_case("cy"))
}

/// Whether these are languages and texts, and nothing else.
fn is_pair(entries: &[(String, Plain)]) -> bool {
    !entries.is_empty()
        && entries.iter().all(|(name, entry)| LANGUAGES.contains(&name.as_str()) && matches!(entry, Plain::Text(_)))
}

#[cfg(test)]
mod tests {
    use crate::config::{Config, Key};

    fn read(json: &str, tag: &str) -> Config {
        let mut unknown = Vec::new();
        let mut config = Config::default();
        config.add_in(&serde_json::from_str(json).unwrap(), tag, &mut unknown);
        assert_eq!(unknown, [""; 0]);
        config
    }

    const PAIRED: &str = r#"{"name": {"en": "the share of adults who smoke", "cy": "cyfran yr oedolion sy'n ysmygu"},
        "source": {"en": "Yearly survey"}, "unit": "%",
        "priorities": [{"indicator": "1", "title": {"cy": "Cartrefi cynnes", "en": "Warm homes"}, "partners": [{"name": "A", "role": {"cy": "Gwrando"}}]}],
        "breaks": {"2018": {"en": "A new question", "cy": "Cwestiwn newydd"}}}"#;

    #[test]
    fn a_pair_is_read_in_the_language_asked_for() {
        for (tag, name, title, reason) in [
            ("en-GB", "the share of adults who smoke", "Warm homes", "A new question"),
            ("", "the share of adults who smoke", "Warm homes", "A new question"),
            ("cy", "cyfran yr oedolion sy'n ysmygu", "Cartrefi cynnes", "Cwestiwn newydd"),
            ("CY-GB", "cyfran yr oedolion sy'n ysmygu", "Cartrefi cynnes", "Cwestiwn newydd"),
        ] {
            let config = read(PAIRED, tag);
            assert_eq!((config.word(Key::Name), config.word(Key::Unit)), (name, "%"));
            assert_eq!(config.views.priorities[0].title, title);
            assert_eq!(config.views.breaks[0].1, reason);
        }
    }

    #[test]
    fn a_text_in_the_other_language_only_is_shown_and_known_for_it() {
        let welsh = read(PAIRED, "cy");
        assert_eq!(welsh.word(Key::Source), "Yearly survey");
        assert_eq!(welsh.foreign, [("Yearly survey".to_owned(), "en")]);
        let english = read(PAIRED, "en");
        assert_eq!(english.views.priorities[0].partners[0].role, "Gwrando");
        assert_eq!(english.foreign, [("Gwrando".to_owned(), "cy")]);
    }

    #[test]
    fn the_config_says_its_own_language_where_nothing_else_does() {
        let config: Config =
            serde_json::from_str(r#"{"lang": "cy", "unit": {"en": "people", "cy": "o bobl"}}"#).unwrap();
        assert_eq!(config.word(Key::Unit), "o bobl");
    }

    #[test]
    fn what_is_no_pair_is_left_as_it_is() {
        let config =
            read(r#"{"spoken-names": {"en": "x", "E1": "the City"}, "breaks": {"2018": {"en": "", "cy": "a"}}}"#, "en");
        assert_eq!(config.spoken_names.len(), 2);
        assert_eq!(config.views.breaks[0].1, "a");
    }
}
