/// The address of a page to go to: on the same site, or by `https`. There is no other way to make one, so that whoever
/// writes it into markup need not look at it again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link(String);

impl Link {
    /// Takes an address that is relative or starts with `https://`; nothing else: no other scheme, no address that takes
    /// its scheme from the page, none with spaces or control characters, with which a browser could be led elsewhere.
    pub fn read(text: &str) -> Option<Link> {
        let address = text.trim_matches(' ');
        let is_clean =
            address.bytes().all(|byte| byte > b' ' && !matches!(byte, b'"' | b'<' | b'>' | b'\\' | b'`' | 0x7f));
        let beginning = address.split(['/', '?', '#']).next().unwrap_or_default();
        let is_ours = match address.get(..8) {
            Some(scheme) if scheme.eq_ignore_ascii_case("https://") => {
                address.len() > 8 && !address[8..].starts_with('/')
            }
            _ => !beginning.contains(':') && !address.starts_with("//"),
        };
        (is_clean && is_ours && !address.is_empty()).then(|| Link(address.to_owned()))
    }

    /// The address.
    pub fn address(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::Link;

    #[test]
    fn only_https_and_the_same_site_are_links() {
        for address in [
            "https://wessmere.gov.uk/plan",
            "/plan",
            "plan.html",
            "../plan?x=1#y",
            "#part",
            "?ward=3",
            "HTTPS://a.uk",
            "a/b:c",
        ] {
            assert!(Link::read(address).is_some(), "{address}");
        }
        for address in [
            "",
            " ",
            "http://a.uk",
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "data:text/html,x",
            "//evil.uk",
            "mailto:a@b.uk",
            "java\tscript:alert(1)",
            "https://",
            "https:///x",
            "/\\evil.uk",
            "\\\\evil.uk",
            "/a b",
            "\"onclick=x",
            "vbscript:x",
            "https:evil.uk",
            "\u{1}javascript:x",
        ] {
            assert!(Link::read(address).is_none(), "{address:?}");
        }
        assert_eq!(Link::read(" /plan ").unwrap().address(), "/plan");
    }
}
