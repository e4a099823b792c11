//! What is said of a board as a whole, and of each priority.

use super::{Told, words};
use crate::compare::{Cell, ChanceFlags, PlaceOnPath, Profile, Progress, Promise, State};
use crate::text::{Label, ProfileSentence, TrendSentence, push_part};
use crate::view::figures::Figures;
use crate::view::model::Said;
use crate::view::say::Speaker;
use crate::view::trend::say;

/// What is said: the publisher's own title, or else the count; then the lines below it.
pub(super) fn board(profile: &Profile, told: &[Told], draft: &str, figures: &Figures) -> Vec<Said> {
    let mut speaker = Speaker::of(figures);
    if !profile.board.title.is_empty() {
        speaker.said.push(Said::new("title", profile.board.title.clone()));
    }
    if !draft.is_empty() {
        speaker.say(ProfileSentence::B9Draft);
    }
    speaker.count(profile);
    speaker.beside_whom(told);
    speaker.chance(profile);
    let places = profile.heard_from().len();
    if places > 1 {
        speaker.set_count("n", places);
        speaker.say(ProfileSentence::B8Places);
    }
    speaker.said
}

impl Speaker<'_> {
    /// B1.
    fn count(&mut self, profile: &Profile) {
        let count = profile.entries.len();
        self.set_count("n", count);
        self.set_tally("a", profile.count(|state| state == State::LookCloser));
        self.set_tally("b", profile.count(|state| state == State::Watch));
        self.set_tally("c", profile.count(|state| state == State::NoFlag));
        self.set_tally("d", profile.count(|state| matches!(state, State::CannotJudge(_))));
        self.say(match count {
            0 => ProfileSentence::B1None,
            1 => ProfileSentence::B1One,
            _ => ProfileSentence::B1,
        });
        let without = profile.count(|state| state == State::NoState);
        self.set_count("e", without);
        match without {
            0 => {}
            1 => self.say(ProfileSentence::B1NoStateOne),
            _ => self.say(ProfileSentence::B1NoState),
        }
    }

    /// With whom all are compared, where that is the same for all.
    fn beside_whom(&mut self, told: &[Told]) {
        let mut who = Vec::new();
        for (standing, figures) in told.iter().filter_map(|told| told.known.as_ref()) {
            if let Some(spread) = standing.now().spread {
                who.push(figures.who(spread.with_figure));
            }
        }
        if let Some(one) = who.first()
            && who.iter().all(|other| other == one)
        {
            self.set("who", one.clone());
            self.say(ProfileSentence::B1Peers);
        }
    }

    /// B2.
    fn chance(&mut self, profile: &Profile) {
        let (checks, Some(flags)) = profile.chance else { return };
        self.set_count("m", checks);
        match flags {
            ChanceFlags::About(number) => {
                let number = self.figures.language.number(number, 0);
                self.set("e", self.figures.label_of(Label::About, &number));
                self.say(ProfileSentence::B2);
            }
            ChanceFlags::AtMostOneIn(number) => {
                self.set("e", self.figures.language.number(f64::from(number), 0));
                self.say(ProfileSentence::B2Risk);
            }
        }
        self.say(ProfileSentence::B2Signals);
    }
}

/// What is said of one priority: its state, which way is better, its peers, its trend, its target.
pub(super) fn priority(told: &Told, figures: &Figures) -> Vec<Said> {
    let Some((standing, own)) = &told.known else {
        let mut speaker = Speaker::of(figures);
        speaker.state(told);
        return speaker.said;
    };
    let mut speaker = Speaker::of(own);
    speaker.state(told);
    speaker.polarity();
    if standing.now().ours().figure.cell.value().is_some() {
        speaker.spread();
    }
    let trend = say::trend(&standing.trend, own);
    speaker.said.extend(trend.into_iter().find(|said| said.id.starts_with('T')));
    speaker.progress(&standing.progress, standing.now().ours().figure.cell);
    speaker.said
}

impl Speaker<'_> {
    /// B3.
    fn state(&mut self, told: &Told) {
        let language = self.figures.language;
        let made = told.known.as_ref().map_or(&[][..], |(standing, _)| &standing.made);
        let met: Vec<_> = made.iter().filter(|made| made.met).collect();
        let mut names = String::new();
        for made in &met {
            push_part(&mut names, "; ", &language.label(words::check(made.check), &[]));
        }
        self.set_count("r", made.len());
        self.set_count("k", met.len());
        self.set("check", names.clone());
        self.set("checks", names);
        let sentence = match told.entry.state {
            State::LookCloser if met.len() == 1 => ProfileSentence::B3Twice,
            State::LookCloser => ProfileSentence::B3Closer,
            State::Watch => ProfileSentence::B3Watch,
            State::NoFlag => ProfileSentence::B3None,
            State::NoState => ProfileSentence::B3NoState,
            State::CannotJudge(why) => {
                self.set_label("reason", words::why(why));
                ProfileSentence::B3Cannot
            }
        };
        self.say(sentence);
    }

    /// B5 and B6.
    fn progress(&mut self, progress: &Progress, cell: Cell) {
        match progress {
            Progress::NoTarget => self.say(ProfileSentence::B6None),
            Progress::OfAnother => {}
            Progress::Standard { promise, met } => {
                self.promise(promise);
                self.say(ProfileSentence::B6Standard);
                self.met(*met);
            }
            Progress::Due { promise, met } => {
                self.promise(promise);
                self.say(ProfileSentence::B5Target);
                self.met(*met);
            }
            Progress::NoPath(promise) => {
                self.promise(promise);
                self.say(ProfileSentence::B6NoPath);
            }
            Progress::NotJudged(promise) => {
                self.promise(promise);
                self.say(ProfileSentence::B5Target);
            }
            Progress::Judged { promise, planned, place, shows_from } => {
                self.promise(promise);
                self.set("p", words::level(*planned, self.figures));
                self.say(match place {
                    PlaceOnPath::On => ProfileSentence::B5On,
                    PlaceOnPath::TooClose => ProfileSentence::B5Close,
                    PlaceOnPath::Behind => ProfileSentence::B5Behind,
                });
                self.say(ProfileSentence::B5Target);
                if let (PlaceOnPath::TooClose, Some(year), Cell::Value(_)) = (place, shows_from, cell) {
                    self.too_early(*year);
                }
            }
        }
    }

    fn met(&mut self, met: Option<bool>) {
        match met {
            Some(true) => self.say(ProfileSentence::B6Meets),
            Some(false) => self.say(ProfileSentence::B6Misses),
            None => {}
        }
    }

    fn promise(&mut self, promise: &Promise) {
        let figures = self.figures;
        self.set("t", words::level(promise.level, figures));
        self.set("date", promise.by.as_ref().map_or(String::new(), |by| words::at(by, figures.language)));
    }

    /// T9: not before which period a change as big as the plan is likely to show.
    fn too_early(&mut self, year: i32) {
        let figures = self.figures;
        let mut by = figures.comparison.period.clone();
        by.year = year as i16;
        self.set("by", words::at(&by, figures.language));
        self.say(TrendSentence::T9Early);
    }
}
