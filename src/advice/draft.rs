//! A config to start from, with what the files can tell and empty places for what they cannot.

use crate::config::{Choice, Plain, Polarity, SCHEMA, ValueType};
use crate::data::{FileKind, Indicator, Table};

/// Measures beyond these make no board.
const MOST_PRIORITIES: usize = 10;

/// A config for the files that were read. What only the publisher knows is an empty text: whose figures they are, their
/// licence, what the measure is called in plain words.
pub fn draft(table: &Table) -> Plain {
    let mut keys = Keys::default();
    let names = |wanted: fn(FileKind) -> bool| -> String {
        let names = table.files().iter().filter(|file| wanted(file.kind)).map(|file| base(&file.name));
        names.collect::<Vec<_>>().join(" ")
    };
    keys.text("schema", &SCHEMA.to_string());
    keys.text("src", &names(|kind| kind != FileKind::NeighbourTable && kind != FileKind::Unrecognised));
    keys.if_any("neighbours", &names(|kind| kind == FileKind::NeighbourTable));
    keys.text("view", "compare");
    if let Some(first) = table.indicators().first() {
        keys.text("indicator", &first.id);
    }
    keys.text("area", "");
    match table.indicators() {
        [only] => {
            keys.text("name", "");
            keys.all(of_indicator(only));
        }
        several => {
            let each = several.iter().map(|indicator| {
                let mut own = Keys::default();
                own.text("name", "");
                own.all(of_indicator(indicator));
                (indicator.id.clone(), own.plain())
            });
            keys.add("indicators", Plain::Map(each.collect()));
        }
    }
    for key in ["source", "licence", "next-update"] {
        keys.text(key, "");
    }
    if (2..=MOST_PRIORITIES).contains(&table.indicators().len()) {
        let priorities = table.indicators().iter().map(|indicator| {
            Plain::map([("indicator", Plain::from(indicator.id.as_str())), ("title", Plain::from(&*indicator.name))])
        });
        keys.add("priorities", Plain::List(priorities.collect()));
    }
    keys.plain()
}

/// What a table of indicators or the rows say of one.
fn of_indicator(indicator: &Indicator) -> Keys {
    let mut keys = Keys::default();
    if Polarity::read(&indicator.polarity).is_some() {
        keys.text("polarity", &written(&indicator.polarity));
    }
    if ValueType::read(&indicator.value_type).is_some() {
        keys.text("value-type", &written(&indicator.value_type));
    }
    keys.if_any("unit", &indicator.unit);
    keys
}

/// A word of a table as the options write it.
fn written(word: &str) -> String {
    word.chars().map(|c| if c == ' ' { '-' } else { c.to_ascii_lowercase() }).collect()
}

/// The name of a file without its folders.
fn base(name: &str) -> &str {
    name.rsplit(['/', '\\']).next().unwrap_or(name)
}

/// Keys and what they hold, in order.
#[derive(Default)]
struct Keys(Vec<(String, Plain)>);

impl Keys {
    fn add(&mut self, key: &str, to: Plain) {
        self.0.push((key.to_owned(), to));
    }

    fn text(&mut self, key: &str, to: &str) {
        self.add(key, Plain::from(to));
    }

    fn if_any(&mut self, key: &str, to: &str) {
        if !to.is_empty() {
            self.text(key, to);
        }
    }

    fn all(&mut self, other: Keys) {
        self.0.extend(other.0);
    }

    fn plain(self) -> Plain {
        Plain::Map(self.0)
    }
}
