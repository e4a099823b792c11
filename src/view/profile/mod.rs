//! A board of priorities: what is said, drawn, listed and told beside each of a [`Profile`].

mod card;
mod facts;
mod fault;
mod picture;
mod rows;
mod say;
#[cfg(test)]
mod tests;
mod words;

pub(super) use fault::notices as fault_notices;
#[cfg(authoring)]
pub(super) use fault::of_faults;

use super::figures::Figures;
use super::model::{Fixed, Notice, View};
use super::{Chart, Drawn, Parts};
use crate::compare::{Entry, Outlook, PlaceOnPath, Problem, Profile, Progress};
use crate::config::{Config, ViewName};
use crate::text::{Language, ProfileLabel, ProfileSentence, decimals_between, push_part};

/// One priority with the way its figures are written.
struct Told<'a> {
    entry: &'a Entry<'a>,
    title: &'a str,
    /// Its figures, where the files hold them.
    known: Option<(&'a Outlook<'a>, Figures<'a>)>,
}

/// The view of a board.
pub(super) fn compose(
    profile: &Profile,
    problems: &[Problem],
    config: &Config,
    language: Language,
    mut notices: Vec<Notice>,
) -> View {
    let figures = &Figures::of(&profile.now, language);
    let told: Vec<Told> = profile.entries.iter().map(|entry| Told::of(entry, language)).collect();
    notices.extend(fault::notices(config, &profile.faults, language));
    let draft = if profile.board.draft { language.say(ProfileSentence::B9Draft, &[]) } else { String::new() };
    let mut view = parts(profile, &told, &draft, figures).put_together(figures, problems, config, notices);
    // Each priority has its own measure and its own latest period; and where nobody has said whose the promises are, they
    // are not to be held against another area.
    let has_owner = !profile.board.owner.is_empty();
    view.controls.retain(|control| matches!(control.name, "peers" | "view") || (control.name == "area" && has_owner));
    view.board = Some(card::cards(profile, &told, draft, language));
    view.labels.0[Fixed::UseNote as usize] = language.label(ProfileLabel::UseNote, &[]);
    view
}

fn parts(profile: &Profile, told: &[Told], draft: &str, figures: &Figures) -> Parts {
    let language = figures.language;
    let said = say::board(profile, told, draft, figures);
    let mut kicker = profile.now.ours().place.name.to_owned();
    push_part(&mut kicker, " · ", &language.label(ProfileLabel::Priorities, &[]));
    push_part(&mut kicker, " · ", draft);
    let rows = rows::rows(profile, told, figures);
    let drawn = picture::board(told, draft.to_owned(), language);
    Parts {
        name: ViewName::Profile,
        key: picture::key(told, figures),
        chart: Chart { name: figures.label_of(ProfileLabel::Picture, &said[0].text), drawn: Drawn::Board(drawn) },
        table: rows.grid(kicker.clone(), language),
        points: rows.points,
        results: rows.results,
        receipt: facts::receipt(told, figures),
        controls: Vec::new(),
        kicker,
        said,
    }
}

impl<'a> Told<'a> {
    fn of(entry: &'a Entry, language: Language) -> Told<'a> {
        let known = entry.standing.as_ref().map(|standing| (standing, figures(standing, language)));
        let label =
            known.as_ref().map_or(entry.priority.indicator.as_str(), |(standing, _)| standing.now().subject.label);
        let title = if entry.priority.title.is_empty() { label } else { &entry.priority.title };
        Told { entry, title, known }
    }
}

/// How the figures of a priority are written: with more decimals where a figure off its planned level would print as on it.
fn figures<'a>(standing: &'a Outlook, language: Language) -> Figures<'a> {
    let mut figures = Figures::of(standing.now(), language);
    if let (Progress::Judged { planned, place: PlaceOnPath::On | PlaceOnPath::Behind, .. }, Some(value)) =
        (&standing.progress, standing.now().ours().figure.cell.value())
    {
        figures.decimals = decimals_between(value, *planned, figures.decimals);
    }
    figures
}
