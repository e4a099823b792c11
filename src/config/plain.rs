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
    /// Whether something holds.
    #[cfg(authoring)]
    Truth(bool),
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

impl Plain {
    /// JSON (RFC 8259), indented by two spaces: the same text from the page and from the tool, so a file of one can be
    /// held against the other byte for byte. A number is written in its shortest form that reads back the same.
    pub fn json(&self) -> String {
        let mut out = String::new();
        self.write_json(&mut out, 0);
        out.push('\n');
        out
    }

    fn write_json(&self, out: &mut String, depth: usize) {
        match self {
            Plain::Number(number) if number.is_finite() => out.push_str(&number.to_string()),
            Plain::Nothing | Plain::Number(_) => out.push_str("null"),
            #[cfg(authoring)]
            Plain::Truth(truth) => out.push_str(if *truth { "true" } else { "false" }),
            Plain::Text(text) => write_json_text(text, out),
            Plain::List(items) => {
                let write = |at: usize, out: &mut String| items[at].write_json(out, depth + 1);
                write_json_items("[]", items.len(), depth, out, &write);
            }
            Plain::Map(entries) => {
                let write = |at: usize, out: &mut String| {
                    let (name, entry) = &entries[at];
                    write_json_text(name, out);
                    out.push_str(": ");
                    entry.write_json(out, depth + 1);
                };
                write_json_items("{}", entries.len(), depth, out, &write);
            }
        }
    }
}

/// Items between brackets, one a line.
fn write_json_items(brackets: &str, count: usize, depth: usize, out: &mut String, write: &dyn Fn(usize, &mut String)) {
    let (open, close) = brackets.split_at(1);
    out.push_str(open);
    for at in 0..count {
        out.push_str(if at > 0 { ",\n" } else { "\n" });
        (0..=depth).for_each(|_| out.push_str("  "));
        write(at, out);
    }
    if count > 0 {
        out.push('\n');
        (0..depth).for_each(|_| out.push_str("  "));
    }
    out.push_str(close);
}

fn write_json_text(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push_str("\\n"),
            '\0'..='\u{1f}' => {
                let digit = |value: u32| char::from_digit(value, 16).unwrap_or('0');
                out.push_str("\\u00");
                out.push(digit(u32::from(c) / 16));
                out.push(digit(u32::from(c) % 16));
            }
            _ => out.push(c),
        }
    }
    out.push('"');
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
            #[cfg(authoring)]
            Plain::Truth(truth) => serializer.serialize_bool(*truth),
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

#[cfg(test)]
mod tests {
    use super::Plain;
    use proptest::prelude::*;

    fn plain() -> impl Strategy<Value = Plain> {
        let number = prop_oneof![-1e300..1e300_f64, -1.0..1.0_f64, (-1000..1000_i32).prop_map(f64::from)];
        let leaf = prop_oneof![
            Just(Plain::Nothing),
            number.prop_map(Plain::Number),
            any::<bool>().prop_map(Plain::Truth),
            any::<String>().prop_map(Plain::Text),
        ];
        leaf.prop_recursive(3, 24, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Plain::List),
                prop::collection::vec((any::<String>(), inner), 0..4).prop_map(Plain::Map),
            ]
        })
    }

    fn same(plain: &Plain, json: &serde_json::Value) -> bool {
        match plain {
            Plain::Nothing => json.is_null(),
            Plain::Number(number) => json.as_f64() == Some(*number),
            Plain::Truth(truth) => json.as_bool() == Some(*truth),
            Plain::Text(text) => json.as_str() == Some(text),
            Plain::List(items) => {
                let list = json.as_array().unwrap();
                list.len() == items.len() && items.iter().zip(list).all(|(item, json)| same(item, json))
            }
            Plain::Map(entries) => entries.iter().all(|(name, _)| same(plain.get(name), &json[name])),
        }
    }

    proptest! {
        #[test]
        fn json_reads_back_the_same(plain in plain()) {
            let json: serde_json::Value = serde_json::from_str(&plain.json()).unwrap();
            prop_assert!(same(&plain, &json), "{}", plain.json());
        }
    }
}
