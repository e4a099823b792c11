//! What is said and listed beside a comparison, on request: from whom to learn, ours against each peer, between which
//! positions, where ours stands under other rules of choosing places, which clear gaps stay clear with all checks in mind,
//! and what lies above and below ours.

use super::figures::{Figures, side};
use super::model::{Grid, Said};
use super::places;
use super::results::in_full;
use super::rows::with_judgement;
use super::say::Speaker;
use crate::compare::{
    Beside, Checked, Compared, FalseDiscovery, Judgement, PeerKind, Polarity, Significance, UnderRule,
};
use crate::text::{BesideLabel, BesideSentence, FunnelLabel, Label, decimals_between};

/// What is said, after the sentences of the comparison.
pub(super) fn said(figures: &Figures) -> Vec<Said> {
    let mut speaker = Speaker::of(figures);
    let beside = &figures.comparison.beside;
    speaker.pairs(beside);
    speaker.learning(beside);
    speaker.position(beside);
    speaker.rules(beside);
    speaker.false_discovery(beside);
    speaker.places(beside);
    speaker.said
}

/// The tables.
pub(super) fn grids(figures: &Figures) -> Vec<Grid> {
    [rules(figures), rechecked(figures), places::grid(figures)].into_iter().flatten().collect()
}

impl Speaker<'_> {
    /// P3.
    fn pairs(&mut self, beside: &Beside) {
        let Some(pairs) = beside.pairs else { return };
        self.set_tally("a", pairs.higher);
        self.set_tally("c", pairs.lower);
        self.set_tally("d", pairs.unclear);
        self.say(BesideSentence::P3);
    }

    /// P4, with what the publisher points to.
    fn learning(&mut self, beside: &Beside) {
        let Some(places) = &beside.learning else { return };
        let figures = self.figures;
        let better = figures.comparison.subject.polarity == Polarity::HighIsGood;
        self.set_label("better_side", if better { Label::Higher } else { Label::Lower });
        if places.is_empty() {
            return self.say(BesideSentence::P4None);
        }
        let names: Vec<String> = places.iter().map(|learned| learned.place.spoken.to_owned()).collect();
        let list = figures.language.list(&names);
        self.set("places", if names.len() > 1 { figures.label_of(BesideLabel::ToZ, &list) } else { list });
        self.say(BesideSentence::P4);
        for learned in places {
            let Some(from) = learned.from else { continue };
            let slots = [("name", learned.place.name.to_owned()), ("text", from.text.clone())];
            let text = figures.language.say(BesideSentence::P4See, &slots);
            self.said.push(Said { id: BesideSentence::P4See.id(), text, link: from.link.clone() });
        }
    }

    /// P5, the positions.
    fn position(&mut self, beside: &Beside) {
        let Some((interval, of)) = beside.position else { return };
        self.set_count("l", interval.best);
        self.set_count("u", interval.worst);
        self.set_count("n", of);
        self.say(BesideSentence::P5Position);
        self.say(BesideSentence::P5Chance);
    }

    /// How ours stands by all rules together.
    fn rules(&mut self, beside: &Beside) {
        let sides: Vec<Significance> =
            beside.rules.iter().filter_map(|rule| Some(rule.verdict.ok()?.significance)).collect();
        if sides.len() < 2 {
            return;
        }
        let of = |side: Significance| sides.iter().filter(|found| **found == side).count();
        let mut speaker = Speaker::of(self.figures);
        speaker.set_count("n", sides.len());
        speaker.set_tally("a", of(Significance::Higher));
        speaker.set_tally("c", of(Significance::Lower));
        speaker.set_tally("d", of(Significance::NotDifferent));
        speaker.say(BesideSentence::P6);
        speaker.say(BesideSentence::P6Tried);
        self.said.append(&mut speaker.said);
    }

    /// How many clear gaps stay clear with the number of checks in mind.
    fn false_discovery(&mut self, beside: &Beside) {
        let Some(found) = &beside.false_discovery else { return };
        let (clear, stay) = found.clear_and_stay();
        self.set_count("n", found.checks.len());
        self.set_count("m", clear);
        self.set_tally("k", stay);
        self.say(if clear == 0 { BesideSentence::P7None } else { BesideSentence::P7 });
        if stay > 0 {
            self.say(BesideSentence::P7Share);
        }
        if !found.left_out.is_empty() {
            self.set_count("k", found.left_out.len());
            self.say(BesideSentence::P7Left);
        }
    }
}

/// The clear gaps, a row each in the order of the comparison, and whether they stay clear; every check is in the receipt.
fn rechecked(figures: &Figures) -> Option<Grid> {
    let found = figures.comparison.beside.false_discovery.as_ref()?;
    let rows: Vec<Vec<String>> =
        figures.comparison.peers().iter().filter_map(|peer| recheck(peer, found, figures)).collect();
    if rows.is_empty() {
        return None;
    }
    let heads = [
        (figures.word(Label::Area), false),
        (figures.of_bench(Label::Compared), false),
        (figures.word(BesideLabel::PValue), true),
        (figures.word(BesideLabel::Adjusted), true),
        (figures.word(BesideLabel::Stays), false),
    ];
    let (columns, numeric) = heads.into_iter().unzip();
    Some(Grid { caption: figures.of_bench(BesideLabel::Rechecked), columns, numeric, rows })
}

fn recheck(peer: &Compared, found: &FalseDiscovery, figures: &Figures) -> Option<Vec<String>> {
    let test = peer.verdict.as_ref().ok().filter(|test| test.significance != Significance::NotDifferent)?;
    let checked = found.checks.iter().find(|checked| checked.place == peer.place);
    let p_value = |of: fn(&Checked) -> f64| checked.map_or(String::new(), |checked| rarely(of(checked), figures));
    let stays = match checked.map(|checked| checked.stays()) {
        Some(true) => BesideLabel::Yes,
        Some(false) => BesideLabel::No,
        None => BesideLabel::NotChecked,
    };
    Some(vec![
        peer.place.name.to_owned(),
        with_judgement(side(test.significance), test.judgement, figures),
        p_value(|checked| checked.p_value),
        p_value(|checked| checked.adjusted),
        figures.word(stays),
    ])
}

/// The least p-value that is written as a number.
const RAREST: f64 = 1e-4;

/// A p-value, with one digit more than it takes to tell it from the share it is held against.
fn rarely(p_value: f64, figures: &Figures) -> String {
    match p_value {
        rare if rare < RAREST => figures.label_of(FunnelLabel::LessThan, &in_full(RAREST)),
        p_value => figures.language.number(p_value, decimals_between(p_value, FalseDiscovery::SHARE, 4)),
    }
}

/// Ours by each rule of choosing places, a row each; which of them is chosen is marked, and nothing else depends on it.
fn rules(figures: &Figures) -> Option<Grid> {
    let comparison = figures.comparison;
    if comparison.beside.rules.is_empty() {
        return None;
    }
    let area = comparison.ours().place.name;
    let heads = [
        (figures.word(BesideLabel::Rule), false),
        (figures.word(BesideLabel::Places), true),
        (figures.word(BesideLabel::Middle), true),
        (figures.label_of(BesideLabel::Stands, area), false),
        (figures.word(BesideLabel::Chosen), false),
    ];
    let (columns, numeric) = heads.into_iter().unzip();
    let rows = comparison.beside.rules.iter().map(|rule| row(rule, figures)).collect();
    Some(Grid { caption: figures.label_of(BesideLabel::Rules, area), columns, numeric, rows })
}

fn row(under: &UnderRule, figures: &Figures) -> Vec<String> {
    let (label, judgement) = match &under.verdict {
        Ok(test) => (side(test.significance), test.judgement),
        Err(_) => (Label::NotCompared, Judgement::NotCompared),
    };
    let rule = match under.rule.kind {
        PeerKind::Nearest => figures.word(Label::PeersMostLike),
        PeerKind::Parent => figures.label_of(Label::PeersParent, under.rule.name),
        PeerKind::All => figures.word(Label::PeersAll),
        PeerKind::Codes => figures.word(Label::PeersChosen),
        PeerKind::Group => under.rule.name.to_owned(),
    };
    vec![
        rule,
        figures.count(under.of),
        under.middle.map_or(String::new(), |middle| figures.short(middle)),
        with_judgement(label, judgement, figures),
        if under.is_chosen { figures.word(BesideLabel::IsChosen) } else { String::new() },
    ]
}
