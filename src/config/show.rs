use super::Plain;

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
    /// Its address: `https`, or relative to the page; empty where the one that was given is neither.
    pub link: String,
}

impl LearnFrom {
    pub(super) fn read(data: &Plain, unknown: &mut Vec<String>) -> LearnFrom {
        let link = data.get("link").text();
        let is_safe = is_safe(link);
        if !is_safe {
            unknown.push(link.to_owned());
        }
        LearnFrom {
            text: data.get("text").text().to_owned(),
            link: if is_safe { link.to_owned() } else { String::new() },
        }
    }
}

/// Whether an address leads to a page by `https`, or within the site that shows it.
fn is_safe(link: &str) -> bool {
    let is_plain = link.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'\\' | b'"' | b'<' | b'>'));
    let path = link.split(['?', '#']).next().unwrap_or_default();
    let is_relative = !link.starts_with("//") && !path.contains(':');
    let is_https = link.strip_prefix("https://").is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'));
    is_plain && (is_https || is_relative)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_https_or_within_the_site() {
        for link in ["https://example.org/a?b=1#c", "/learning/ash.html", "ash.html", "#ash", "", "a?b=x:y"] {
            assert!(is_safe(link), "{link}");
        }
        for link in [
            "http://example.org",
            "//example.org",
            "javascript:alert(1)",
            "data:text/html,x",
            "https://",
            "a b",
            "\\\\host",
            "https:///x",
        ] {
            assert!(!is_safe(link), "{link}");
        }
    }

    #[test]
    fn what_is_to_be_shown_is_read_and_what_is_not_known_is_said() {
        let data = serde_json::from_str(
            r#"{"show": ["pairs", "learning", "league"], "learn-from": {"E1": {"text": "T", "link": "http://x"}}}"#,
        )
        .unwrap();
        let mut unknown = Vec::new();
        let config = crate::config::Config::read(&data, &mut unknown);
        assert_eq!(config.views.show, Show { learning: true, pairs: true, ..Show::default() });
        assert_eq!(config.views.learn_from[0].1, LearnFrom { text: "T".to_owned(), link: String::new() });
        assert_eq!(unknown, ["league", "http://x"]);
    }
}
