use super::{Link, Plain};

/// What stands beside a comparison, on request: `show`, a list of words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Show {
    /// `learning`: peers that are clearly better and getting better.
    pub learning: bool,
    /// `peer-rules`: where ours stands among its peers by every rule that can be answered.
    pub peer_rules: bool,
    /// `pairs`: ours against each peer, tested one by one.
    pub pairs: bool,
    /// `positions`: between which positions ours could be.
    pub positions: bool,
    /// `false-discovery`: which clear gaps to the benchmark stay clear with the number of checks in mind.
    pub false_discovery: bool,
    /// `places`: the areas above and below ours, and whether the parts add up to the whole.
    pub places: bool,
}

impl Show {
    /// From a list of words. Words that are none of ours go to `unknown`.
    pub(super) fn read(data: &Plain, unknown: &mut Vec<String>) -> Show {
        let mut show = Show::default();
        let mut words = Vec::new();
        data.add_texts(&mut words);
        for word in words {
            match word.as_str() {
                "learning" => show.learning = true,
                "peer-rules" => show.peer_rules = true,
                "pairs" => show.pairs = true,
                "positions" => show.positions = true,
                "false-discovery" => show.false_discovery = true,
                "places" => show.places = true,
                _ => unknown.push(word),
            }
        }
        show
    }

    /// What either asks for.
    pub(super) fn or(self, other: Show) -> Show {
        Show {
            learning: self.learning || other.learning,
            peer_rules: self.peer_rules || other.peer_rules,
            pairs: self.pairs || other.pairs,
            positions: self.positions || other.positions,
            false_discovery: self.false_discovery || other.false_discovery,
            places: self.places || other.places,
        }
    }

    /// The words it is asked for by.
    #[cfg(authoring)]
    pub fn words(self) -> Vec<&'static str> {
        let all = [
            (self.learning, "learning"),
            (self.peer_rules, "peer-rules"),
            (self.pairs, "pairs"),
            (self.positions, "positions"),
            (self.false_discovery, "false-discovery"),
            (self.places, "places"),
        ];
        all.into_iter().filter(|(is_on, _)| *is_on).map(|(_, word)| word).collect()
    }

    /// Whether anything is asked for.
    pub fn is_any(self) -> bool {
        self != Show::default()
    }
}

/// What can be read of a place's work: `learn-from`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LearnFrom {
    /// What it is.
    pub text: String,
    /// Where it is; none where the address that was given is none to go to.
    pub link: Option<Link>,
}

impl LearnFrom {
    pub(super) fn read(data: &Plain, unknown: &mut Vec<String>) -> LearnFrom {
        let address = data.get("link").text();
        let link = Link::read(address);
        if link.is_none() && !address.is_empty() {
            unknown.push(address.to_owned());
        }
        LearnFrom { text: data.get("text").text().to_owned(), link }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_to_be_shown_is_read_and_what_is_not_known_is_said() {
        let data = serde_json::from_str(
            r#"{"show": ["pairs", "learning", "league"], "learn-from": {"E1": {"text": "T", "link": "http://x"}}}"#,
        )
        .unwrap();
        let mut unknown = Vec::new();
        let config = crate::config::Config::read(&data, &mut unknown);
        assert_eq!(config.views.show, Show { learning: true, pairs: true, ..Show::default() });
        assert_eq!(config.views.learn_from[0].1, LearnFrom { text: "T".to_owned(), link: None });
        assert_eq!(unknown, ["league", "http://x"]);
    }
}
