//! What goes with each priority: who is in it, what they promised, what people told, why it is done in another way.

use super::{Told, say, words};
use crate::compare::{Comparison, FindingKind, Profile};
use crate::config::{Choice, Link, LivedKind, MeasureType, PartnerType, Plain, Priority, ViewName};
use crate::text::{Label, Language, ProfileLabel, ProfileSentence, Template, ViewLabel, push_part};
use crate::view::board::{Beside, Card, Cards, Lived, Partner, Pledge, Way};
use crate::view::figures::Figures;
use crate::view::gap_line::gap_line;
use crate::view::model::Said;
use crate::view::notices;

/// A card for each priority.
pub(super) fn cards(profile: &Profile, told: &[Told], draft: String, language: Language) -> Cards {
    let figures = Figures::of(&profile.now, language);
    let cards = told.iter().map(|told| Maker { profile, told, priority: told.entry.priority, language }.card(&figures));
    Cards { draft, cards: cards.collect() }
}

/// What a card is made of.
struct Maker<'a> {
    profile: &'a Profile<'a>,
    told: &'a Told<'a>,
    priority: &'a Priority,
    language: Language,
}

impl Maker<'_> {
    fn card(&self, figures: &Figures) -> Card {
        let told = self.told;
        Card {
            title: told.title.to_owned(),
            about: self.about(),
            figure: told.figure(self.language),
            under: self.under(),
            state: words::state(told.entry.state, self.language),
            said: say::priority(told, figures),
            gap: self.gap(),
            decision: self.decision(),
            lived: self.headed(ProfileLabel::Lived, told.entry.lived(), |lived| self.lived(lived)),
            partners: self.headed(ProfileLabel::Partners, told.entry.partners(), |partner| self.partner(partner)),
            pledges: self.pledges(),
            beside: self.beside(),
            comment: self.comment(),
            action: self.text(ProfileLabel::Action, &self.priority.action),
            views: self.views(),
            ways: self.ways(),
            dates: self.dates(),
        }
    }

    /// Over time, beside its peers, and by group where there are groups; from each a reader can come back.
    fn views(&self) -> Vec<(String, String)> {
        let Some((standing, _)) = &self.told.known else { return Vec::new() };
        let mut views = vec![(ViewName::Trend, ViewLabel::ViewTrend), (ViewName::Compare, ViewLabel::ViewCompare)];
        if standing.gap_line.is_some() {
            views.push((ViewName::Gap, ViewLabel::ViewGap));
        }
        let mut offered = ViewName::Profile.word().to_owned();
        for (name, _) in &views {
            push_part(&mut offered, " ", name.word());
        }
        let subject = &standing.now().subject;
        let choices = |name: ViewName| {
            Plain::map([
                ("view", name.word().into()),
                ("indicator", subject.id.into()),
                ("series", subject.group.as_str().into()),
                ("views", offered.as_str().into()),
            ])
        };
        views.iter().map(|&(name, label)| (self.word(label), choices(name).json())).collect()
    }

    fn word<T: Template>(&self, label: T) -> String {
        self.language.label(label, &[])
    }

    fn of<T: Template>(&self, label: T, text: &str) -> String {
        self.language.label_of(label, text)
    }

    fn day(&self, text: &str) -> String {
        words::day(self.profile, text, self.language)
    }

    fn is_past(&self, text: &str) -> bool {
        self.profile.when(text).is_some_and(|when| when.is_past)
    }

    fn said(&self, sentence: ProfileSentence, slots: &[(&str, &str)]) -> Said {
        Said::new(sentence.id(), self.language.label(sentence, slots))
    }

    /// A heading with its items; nothing without items.
    fn headed<F, T>(&self, head: ProfileLabel, items: Vec<F>, tell: impl Fn(F) -> T) -> Option<(String, Vec<T>)> {
        (!items.is_empty()).then(|| (self.word(head), items.into_iter().map(tell).collect()))
    }

    /// A heading with a text; nothing without a text.
    fn text(&self, head: ProfileLabel, text: &str) -> Option<(String, String)> {
        (!text.is_empty()).then(|| (self.word(head), text.to_owned()))
    }

    fn about(&self) -> Vec<String> {
        let entry = self.told.entry;
        let mut about = vec![words::whose(entry.whose, self.language)];
        let mut frameworks = String::new();
        entry.frameworks.iter().for_each(|framework| push_part(&mut frameworks, ", ", framework));
        if !frameworks.is_empty() {
            about.push(self.of(ProfileLabel::Frameworks, &frameworks));
        }
        if entry.measure() != MeasureType::Outcome {
            about.push(
                self.of(ProfileLabel::MeasureOf, &self.word(words::measure(entry.measure())).to_ascii_lowercase()),
            );
        }
        if !self.priority.note.is_empty() {
            about.push(self.of(ProfileLabel::Why, &self.priority.note));
        }
        about.retain(|part| !part.is_empty());
        about
    }

    /// The period, and the likely range.
    fn under(&self) -> Vec<String> {
        let Some((standing, figures)) = &self.told.known else { return Vec::new() };
        let mut under = vec![figures.period(standing.now().period)];
        let ours = &standing.now().ours().figure;
        match ours.intervals[0] {
            Some(range) => {
                let range = figures.range(&figures.short(range.lower), &figures.short(range.upper));
                under.push(figures.label_of(ProfileLabel::FigureRange, &range));
            }
            None if ours.cell.value().is_some() => under.push(figures.word(Label::NoRange)),
            None => {}
        }
        under
    }

    /// The gap between groups, where figures by group are there.
    fn gap(&self) -> Vec<Said> {
        let Some((standing, _)) = &self.told.known else { return Vec::new() };
        standing.gap_line.as_ref().map_or(Vec::new(), |line| gap_line(line, standing.now(), self.language))
    }

    fn decision(&self) -> Option<(String, Vec<Said>, Option<Way>)> {
        let decision = self.told.entry.decision()?;
        let (date, review) = (self.day(&decision.date), self.day(&decision.review));
        let slots = [("body", &*decision.body), ("date", &*date), ("reason", &*decision.reason)];
        let until = if self.is_past(&decision.review) { ProfileSentence::B7Past } else { ProfileSentence::B7Review };
        let said = vec![self.said(ProfileSentence::B7, &slots), self.said(until, &[("date", &review)])];
        Some((self.word(ProfileLabel::Decision), said, self.way(ProfileLabel::ReadDecision, &decision.link)))
    }

    fn lived(&self, lived: &crate::config::Lived) -> Lived {
        let said = match LivedKind::read(&lived.kind) {
            Some(LivedKind::Quote) | None => self.said(ProfileSentence::B8One, &[("words", &lived.words)]),
            Some(LivedKind::Finding) => {
                let finding = lived.words.trim_end_matches('.');
                self.said(ProfileSentence::B8Finding, &[("k", &lived.k), ("n", &lived.n), ("finding", finding)])
            }
        };
        let slots = [("method", &*lived.method), ("period", &*self.day(&lived.period))];
        let how = vec![self.said(ProfileSentence::B8How, &slots)];
        let mut source = self.of(ProfileLabel::LivedSource, &lived.source);
        push_part(&mut source, " · ", &lived.place);
        Lived { said, how, source }
    }

    fn partner(&self, partner: &crate::config::Partner) -> Partner {
        let mut role = partner.role.clone();
        let body = self.word(words::body(PartnerType::read(&partner.kind)));
        if !body.is_empty() {
            push_part(&mut role, " (", &body);
            role.push_str(if partner.role.is_empty() { "" } else { ")" });
        }
        Partner { name: partner.name.clone(), role, link: Link::read(&partner.link) }
    }

    fn pledges(&self) -> Option<(String, [String; 4], Vec<Pledge>)> {
        let (head, pledges) =
            self.headed(ProfileLabel::Pledges, self.told.entry.pledges(), |pledge| self.pledge(pledge))?;
        let heads =
            [ProfileLabel::PledgeWho, ProfileLabel::PledgeWhat, ProfileLabel::PledgeBy, ProfileLabel::PledgeNow];
        Some((head, heads.map(|label| self.word(label)), pledges))
    }

    /// A promise; one that is past its day says so, and no more than that.
    fn pledge(&self, pledge: &crate::config::Pledge) -> Pledge {
        let by = self.day(&pledge.by);
        let mut now = String::new();
        if pledge.done {
            now = self.word(ProfileLabel::PledgeDone);
        } else if self.is_past(&pledge.by) {
            now = self.of(ProfileLabel::PledgeDue, &by);
        }
        let on = self.day(&pledge.updated);
        let word = match (pledge.update.as_str(), on.as_str()) {
            ("", on) => on.to_owned(),
            (update, "") => update.to_owned(),
            (update, on) => self.language.label(ProfileLabel::PledgeUpdate, &[("update", update), ("date", on)]),
        };
        now = match (now.as_str(), word.as_str()) {
            ("", "") => self.word(ProfileLabel::PledgeQuiet),
            (_, "") => now,
            ("", _) => word,
            (a, b) => self.language.pair(ProfileLabel::PledgeAnd, a, b),
        };
        Pledge { cells: [pledge.who.clone(), pledge.what.clone(), by, now] }
    }

    fn beside(&self) -> Option<(String, Vec<Beside>)> {
        let context: Vec<(&Comparison, String)> = self
            .told
            .known
            .iter()
            .flat_map(|(standing, _)| &standing.context)
            .map(|now| (now, self.kind_of(now)))
            .collect();
        self.headed(ProfileLabel::Need, context, |(now, kind)| {
            let figures = Figures::of(now, self.language);
            let (value, period) = (figures.cell(&now.ours().figure), figures.period(now.period));
            let middle = figures.value(&now.benchmark.figure);
            let slots = [("v", &*value), ("period", &*period), ("m", &*middle)];
            let label = if middle.is_empty() { ProfileLabel::FigureIn } else { ProfileLabel::NeedPeers };
            let mut name = now.subject.label.to_owned();
            push_part(&mut name, " · ", &figures.group(&now.subject.group));
            push_part(&mut name, " · ", &kind);
            Beside { label: name, figure: self.language.label(label, &slots) }
        })
    }

    /// What a measure beside the priority is of: said of money and staff, which must not be taken for need.
    fn kind_of(&self, now: &Comparison) -> String {
        let is_it = |name: &str| name == now.subject.id || name.eq_ignore_ascii_case(now.subject.label);
        let named = self.priority.context.iter().find(|beside| is_it(&beside.indicator));
        match named.and_then(|beside| MeasureType::read(&beside.measure)) {
            Some(MeasureType::Resource) => self.word(words::measure(MeasureType::Resource)).to_ascii_lowercase(),
            _ => String::new(),
        }
    }

    fn comment(&self) -> Option<(String, String, String)> {
        let comment = self.told.entry.comment()?;
        let date = self.day(&comment.date);
        let signed = self.language.label(ProfileLabel::SignedOn, &[("author", &comment.author), ("date", &date)]);
        Some((self.word(ProfileLabel::Comment), comment.words.clone(), signed))
    }

    fn way(&self, label: ProfileLabel, address: &str) -> Option<Way> {
        Some(Way { label: self.word(label), link: Link::read(address)? })
    }

    fn ways(&self) -> Vec<Way> {
        let feedback = self.way(ProfileLabel::Feedback, &self.priority.feedback);
        feedback.into_iter().chain(self.way(ProfileLabel::Members, &self.priority.members)).collect()
    }

    /// B9, the review, and what is to be known of the figures.
    fn dates(&self) -> Vec<String> {
        let Priority { next_update, review, .. } = self.priority;
        let mut dates = Vec::new();
        if !next_update.is_empty() {
            let slots = [("date", &*self.day(next_update))];
            dates.push(match self.is_past(next_update) {
                true => self.language.label(ProfileSentence::B9Stale, &slots),
                false => self.language.label(ProfileLabel::NextFigures, &slots),
            });
        }
        if !review.is_empty() {
            let label = if self.is_past(review) { ProfileLabel::ReviewPast } else { ProfileLabel::Review };
            dates.push(self.of(label, &self.day(review)));
        }
        if let Some((_, figures)) = &self.told.known {
            dates.extend(notices::notes_but(figures, Some(FindingKind::MixedAreaTypes)));
        }
        dates
    }
}

impl Told<'_> {
    /// The figure with its unit, or why there is none.
    pub(super) fn figure(&self, language: Language) -> String {
        let Some((standing, figures)) = &self.known else { return language.label(Label::NoFigure, &[]) };
        let figure = &standing.now().ours().figure;
        match figure.cell.value() {
            Some(value) => language.spoken_figure(value, figures.decimals, &figures.unit),
            None => figures.cell(figure),
        }
    }
}
