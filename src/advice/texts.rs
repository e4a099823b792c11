//! The texts that a publisher wrote and a reader sees, each with its place in the config. What people told is theirs and not
//! looked at.

use crate::config::{Config, Key, Priority};

/// A text of the publisher's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Supplied<'c> {
    /// The keys that lead to it, parted by full stops; items of a list are counted from 1.
    pub place: String,
    /// The text.
    pub text: &'c str,
    /// The partners named beside it, on none of whom a cause may be laid.
    pub partners: Vec<&'c str>,
}

/// All of them, in the order of the documentation. None is empty.
pub fn supplied(config: &Config) -> Vec<Supplied<'_>> {
    let mut texts = Vec::new();
    let mut add = |place: String, text| texts.push(Supplied { place, text, partners: Vec::new() });
    add(Key::Name.name().to_owned(), config.word(Key::Name));
    for (indicator, words) in &config.indicators {
        add(["indicators.", indicator, ".name"].concat(), words.get(Key::Name));
    }
    for (name, group) in &config.peer_groups {
        add(["peer-groups.", name, ".reason"].concat(), &group.reason);
    }
    let views = &config.views;
    for (period, reason) in &views.breaks {
        add(["breaks.", period].concat(), reason);
    }
    for (period, event) in &views.events {
        add(["events.", period].concat(), &event.text);
    }
    for (indicator, process) in &views.processes {
        let before = if indicator.is_empty() { String::new() } else { ["indicators.", indicator, "."].concat() };
        for (period, rebase) in &process.rebases {
            add([&before, "process.rebases.", period].concat(), &rebase.reason);
        }
    }
    for (group, phrase) in &views.gap.phrases {
        add(["gap.phrases.", group].concat(), phrase);
    }
    for (code, from) in &views.learn_from {
        add(["learn-from.", code].concat(), &from.text);
    }
    add("board.title".to_owned(), &views.board.title);
    for (at, priority) in views.priorities.iter().enumerate() {
        add_of_priority(at + 1, priority, &mut texts);
    }
    texts.retain(|supplied| !supplied.text.trim().is_empty());
    texts
}

fn add_of_priority<'c>(number: usize, priority: &'c Priority, texts: &mut Vec<Supplied<'c>>) {
    let partners: Vec<&str> = priority.partners.iter().map(|partner| partner.name.as_str()).collect();
    let before = ["priorities.", &number.to_string(), "."].concat();
    let mut add =
        |part: &str, text| texts.push(Supplied { place: [&before, part].concat(), text, partners: partners.clone() });
    add("title", &priority.title);
    add("note", &priority.note);
    add("action", &priority.action);
    for partner in &priority.partners {
        add("partners", &partner.role);
    }
    for pledge in &priority.pledges {
        add("pledges", &pledge.what);
        add("pledges", &pledge.update);
    }
    if let Some(decision) = &priority.decision {
        add("different-on-purpose", &decision.reason);
    }
    if let Some(comment) = &priority.comment {
        add("comment", &comment.words);
    }
}
