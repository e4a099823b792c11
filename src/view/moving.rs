//! From one view to another: the reader keeps area, measure, period and peers.

use super::model::Control;
use crate::config::{Choice, Config, Key, ViewName};
use crate::text::{Language, ViewLabel};

/// Adds the choice of a view, where the publisher offers more than one. The one shown is always among them.
pub(super) fn add(controls: &mut Vec<Control>, shown: ViewName, config: &Config, language: Language) {
    let offered = config.word(Key::Views).split_ascii_whitespace().filter_map(ViewName::read);
    let mut names: Vec<ViewName> = Vec::new();
    for name in offered.chain([shown]) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if names.len() < 2 {
        return;
    }
    let options = names.into_iter().map(|name| (name.word().to_owned(), language.label(label(name), &[])));
    controls.insert(
        0,
        Control {
            name: "view",
            label: language.label(ViewLabel::Show, &[]),
            value: shown.word().to_owned(),
            options: options.collect(),
            find: false,
        },
    );
}

/// What a view is called.
fn label(name: ViewName) -> ViewLabel {
    match name {
        ViewName::Compare => ViewLabel::ViewCompare,
        ViewName::Trend => ViewLabel::ViewTrend,
        ViewName::Process => ViewLabel::ViewProcess,
        ViewName::Gap => ViewLabel::ViewGap,
        ViewName::Funnel => ViewLabel::ViewFunnel,
        ViewName::Profile => ViewLabel::ViewProfile,
    }
}
