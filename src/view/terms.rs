//! The words of the field that stand in what is shown, each with what it means.

use super::model::{Meaning, Said, View};
use crate::text::{Language, Term, ViewLabel};

/// A word is explained where it stands in a sentence, in the key, at the head of a column, or in a point read aloud.
pub(super) fn terms(view: &View, language: Language) -> Option<(String, Vec<Meaning>)> {
    let shown = shown(view).to_ascii_lowercase();
    let found = Term::ALL.iter().filter_map(|&term| {
        let (mut forms, text) = language.term(term);
        let is_shown = forms.iter().any(|form| shown.contains(&form.to_ascii_lowercase()));
        is_shown.then(|| Meaning { word: forms.remove(0), text })
    });
    let found: Vec<Meaning> = found.collect();
    (!found.is_empty()).then(|| (language.label(ViewLabel::Words, &[]), found))
}

/// All that is read or heard, a line each.
fn shown(view: &View) -> String {
    let mut shown = String::new();
    let mut add = |text: &str| {
        shown.push_str(text);
        shown.push('\n');
    };
    let said = |said: &[Said], add: &mut dyn FnMut(&str)| said.iter().for_each(|said| add(&said.text));
    add(&view.headline.text);
    said(&view.lines, &mut add);
    view.key.iter().for_each(|item| add(&item.text));
    view.table.columns.iter().for_each(|head| add(head));
    view.points.iter().for_each(|point| add(&point.text));
    #[cfg(every_view)]
    for card in view.board.iter().flat_map(|board| &board.cards) {
        card.under.iter().for_each(|text| add(text));
        said(&card.said, &mut add);
        said(&card.gap, &mut add);
    }
    for grid in &view.beside {
        grid.columns.iter().for_each(|head| add(head));
    }
    shown
}
