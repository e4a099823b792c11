use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

/// Plain data: what JSON can say. The one type that crosses the border to pages and tools, in both directions, so that
/// reading and writing are compiled once.
///
/// A number is read as its text, since every option is a word: who reads it at the border writes it out, so that the
/// engine need not.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Plain {
    /// Nothing, or something we have no use for.
    #[default]
    Nothing,
    /// A number we write.
    Number(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Plain>),
    /// Names and what they hold, in order.
    Map(Vec<(String, Plain)>),
}

impl Plain {
    /// A map from names and what they hold.
    pub fn map<const N: usize>(entries: [(&str, Plain); N]) -> Plain {
        Plain::Map(entries.into_iter().map(|(name, entry)| (name.to_owned(), entry)).collect())
    }

    /// Its text; empty when it is none.
    pub fn text(&self) -> &str {
        match self {
            Plain::Text(text) => text,
            _ => "",
        }
    }

    /// Its entries; none when it is no map.
    pub fn entries(&self) -> &[(String, Plain)] {
        match self {
            Plain::Map(entries) => entries,
            _ => &[],
        }
    }

    /// What it holds under a name, the last if under several; nothing when it is no map.
    pub fn get(&self, name: &str) -> &Plain {
        let entry = self.entries().iter().rfind(|(known, _)| known == name);
        entry.map_or(&Plain::Nothing, |(_, entry)| entry)
    }

    /// Adds its entries as names and texts; none when it is no map.
    pub fn add_named_texts(&self, to: &mut Vec<(String, String)>) {
        for (name, entry) in self.entries() {
            to.push((name.clone(), entry.text().to_owned()));
        }
    }

    /// Adds its items as texts; none when it is no list.
    pub fn add_texts(&self, to: &mut Vec<String>) {
        if let Plain::List(items) = self {
            for item in items {
                to.push(item.text().to_owned());
            }
        }
    }
}

impl From<&str> for Plain {
    fn from(text: &str) -> Plain {
        Plain::Text(text.to_owned())
    }
}

impl From<Option<f64>> for Plain {
    fn from(number: Option<f64>) -> Plain {
        number.map_or(Plain::Nothing, Plain::Number)
    }
}

impl<'de> Deserialize<'de> for Plain {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Plain, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Plain;
            fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
                f.write_str("plain data")
            }
            fn visit_bool<E>(self, truth: bool) -> Result<Plain, E> {
                Ok(if truth { Plain::Text("true".to_owned()) } else { Plain::Nothing })
            }
            fn visit_unit<E>(self) -> Result<Plain, E> {
                Ok(Plain::Nothing)
            }
            fn visit_f64<E>(self, number: f64) -> Result<Plain, E> {
                Ok(Plain::Text(number.to_string()))
            }
            fn visit_i64<E>(self, number: i64) -> Result<Plain, E> {
                Ok(Plain::Text((number as f64).to_string()))
            }
            fn visit_u64<E>(self, number: u64) -> Result<Plain, E> {
                Ok(Plain::Text((number as f64).to_string()))
            }
            fn visit_str<E>(self, text: &str) -> Result<Plain, E> {
                Ok(Plain::Text(text.to_owned()))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Plain, A::Error> {
                let mut list = Vec::new();
                while let Some(item) = items.next_element()? {
                    list.push(item);
                }
                Ok(Plain::List(list))
            }
            fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Plain, A::Error> {
                let mut map = Vec::new();
                while let Some(Plain::Text(name)) = entries.next_key()? {
                    map.push((name, entries.next_value()?));
                }
                Ok(Plain::Map(map))
            }
        }
        deserializer.deserialize_any(Reader)
    }
}

impl Serialize for Plain {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Plain::Nothing => serializer.serialize_unit(),
            Plain::Number(number) => serializer.serialize_f64(*number),
            Plain::Text(text) => serializer.serialize_str(text),
            Plain::List(items) => serializer.collect_seq(items),
            Plain::Map(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                for (name, entry) in entries {
                    map.serialize_entry(name, entry)?;
                }
                map.end()
            }
        }
    }
}
