use super::{Misnamed, Plain};

/// The version of the options that is read here. It goes up when a config of today would be read in another way than it
/// was meant: not when a name or a word is added.
pub const SCHEMA: u32 = 1;

/// For which version of the options a config was written, in its own words; nothing is said for the first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Schema(String);

impl Schema {
    pub(super) fn read(data: &Plain) -> Schema {
        Schema(data.text().trim().to_owned())
    }

    /// This version, or where none is said, another.
    pub(super) fn or(self, other: Schema) -> Schema {
        if self.0.is_empty() { other } else { self }
    }

    /// The version, where it is newer than ours.
    pub fn newer(&self) -> Option<u32> {
        self.0.parse().ok().filter(|version| *version > SCHEMA)
    }

    /// Adds what is said where it is no version.
    pub(super) fn misworded(&self, wrong: &mut Vec<Misnamed>) {
        let is_version = self.0.parse().is_ok_and(|version: u32| version > 0);
        if !self.0.is_empty() && !is_version {
            wrong.push(Misnamed::of("schema", &self.0, &["1"]));
        }
    }
}

/// A config of an older version, brought to ours: the one place where that is done. None is older than the first.
pub(super) fn migrated(data: &Plain) -> &Plain {
    data
}

#[cfg(test)]
mod tests {
    use crate::config::Config;

    fn config(json: &str) -> Config {
        let mut unknown = Vec::new();
        let config = Config::read(&serde_json::from_str(json).unwrap(), &mut unknown);
        assert_eq!(unknown, [""; 0]);
        config
    }

    #[test]
    fn our_version_goes_without_saying() {
        for json in ["{}", r#"{"schema": "1"}"#, r#"{"schema": 1}"#, r#"{"schema": " 1 "}"#] {
            let config = config(json);
            assert_eq!((config.schema.newer(), config.misworded().len()), (None, 0), "{json}");
        }
    }

    #[test]
    fn a_newer_version_is_told_from_none() {
        assert_eq!(config(r#"{"schema": "2"}"#).schema.newer(), Some(2));
        for json in [r#"{"schema": "0"}"#, r#"{"schema": "one"}"#, r#"{"schema": "-1"}"#, r#"{"schema": 1.5}"#] {
            let config = config(json);
            let wrong = config.misworded();
            assert_eq!((config.schema.newer(), wrong.len(), wrong[0].option), (None, 1, "schema"), "{json}");
        }
    }

    #[test]
    fn the_config_file_says_it_for_the_attributes() {
        assert_eq!(Config::default().over(config(r#"{"schema": "3"}"#)).schema.newer(), Some(3));
    }
}
