//! What a publisher is told before a view goes out, in words: each finding as what it is, why it matters and what to do.

use super::model::Notice;
use super::notices;
use crate::advice::{Check, Finding, Severity, Slot, Supplied};
use crate::compare::{self, Problem};
use crate::config::{Choice, Config, Key, Plain, ViewName};
use crate::text::{AdviceMessage, Language, Unfair};

/// Everything to be told of a view.
#[derive(Debug, Clone, PartialEq)]
pub struct Advice {
    /// Each finding, the serious first.
    pub findings: Vec<Advised>,
}

/// A finding in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Advised {
    /// Its id, by which it is overridden.
    pub id: &'static str,
    /// How serious it is.
    pub severity: Severity,
    /// What it is.
    pub what: String,
    /// Why it matters.
    pub why: String,
    /// What to do.
    pub fix: String,
    /// Keys of the config and what to set them to; [`Plain::Nothing`] takes one away. None where that alone mends nothing.
    pub set: Vec<(&'static str, Plain)>,
    /// Which part of the config or the files it is in; or nothing.
    pub place: String,
    /// Why the publisher stands by it.
    pub overridden: Option<String>,
}

/// Says what was found, and looks at the words that the publisher wrote.
pub fn advise(found: &[Finding], texts: &[Supplied], config: &Config, language: Language) -> Advice {
    let mut findings: Vec<Advised> = found.iter().map(|finding| of_finding(finding, language)).collect();
    if ViewName::read(config.word(Key::View)) == Some(ViewName::Profile) {
        findings.extend(of_priorities(config, language));
    }
    for supplied in texts {
        of_text(supplied, language, &mut findings);
    }
    findings.extend(of_overrides(config, language));
    for finding in &mut findings {
        finding.overridden = reason(config, finding.id);
    }
    findings.sort_by_key(|finding| finding.severity);
    Advice { findings }
}

/// Why the publisher stands by a finding; nothing where no reason is given.
fn reason(config: &Config, id: &str) -> Option<String> {
    let stands_by = config.overrides.iter().find(|one| one.check == id && !one.reason.is_empty())?;
    Some(stands_by.reason.clone())
}

impl Advice {
    /// Whether something serious was found that nobody has overridden: then the view does not go out.
    pub fn is_blocked(&self) -> bool {
        self.findings.iter().any(|one| one.severity == Severity::Stop && one.overridden.is_none())
    }

    /// As plain data, for pages and tools.
    pub fn plain(&self) -> Plain {
        let findings = self.findings.iter().map(Advised::plain).collect();
        Plain::map([("findings", Plain::List(findings)), ("blocked", Plain::Truth(self.is_blocked()))])
    }
}

impl Advised {
    /// As plain data.
    pub fn plain(&self) -> Plain {
        let set = self.set.iter().map(|(key, to)| ((*key).to_owned(), to.clone())).collect::<Vec<_>>();
        Plain::map([
            ("id", Plain::from(self.id)),
            ("severity", Plain::from(self.severity.word())),
            ("what", Plain::from(&*self.what)),
            ("why", Plain::from(&*self.why)),
            ("fix", Plain::from(&*self.fix)),
            ("set", if set.is_empty() { Plain::Nothing } else { Plain::Map(set) }),
            ("where", Plain::from(&*self.place)),
            ("overridden", self.overridden.as_deref().map_or(Plain::Nothing, Plain::from)),
        ])
    }
}

/// The problems of the files as plain data.
pub fn problems_plain(problems: &[Problem], language: Language) -> Plain {
    Plain::List(super::answer::notices(&notices::problems(problems, language)))
}

fn of_finding(finding: &Finding, language: Language) -> Advised {
    let written: Vec<(&str, String)> =
        finding.slots.iter().map(|(name, slot)| (*name, write(slot, language))).collect();
    let slots: Vec<(&str, &str)> = written.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let said = said(message(finding.check), finding.check.severity(), &slots, &finding.place, language);
    Advised { set: finding.set.clone(), ..said }
}

fn write(slot: &Slot, language: Language) -> String {
    match slot {
        Slot::Text(text) => text.clone(),
        Slot::Number(number) => language.number(*number, 0),
        Slot::Names(names) => language.list(names),
    }
}

fn said(
    message: AdviceMessage,
    severity: Severity,
    slots: &[(&str, &str)],
    place: &str,
    language: Language,
) -> Advised {
    let [what, why, fix] = message.in_words(language, slots);
    Advised { id: message.id(), severity, what, why, fix, set: Vec::new(), place: place.to_owned(), overridden: None }
}

/// What is wrong with the board itself; its words are looked at with all others.
fn of_priorities(config: &Config, language: Language) -> Vec<Advised> {
    let notices = super::profile::of_faults(&compare::priority_faults(config), language);
    let of_notice = |Notice { kind, place, column, message, hint, .. }: Notice| {
        let found = [place.as_str(), " ", &message].concat();
        let slots = [("found", found.trim()), ("near", &hint)];
        let said = said(AdviceMessage::Priorities, Severity::Look, &slots, &column, language);
        Advised { id: kind, ..said }
    };
    notices.into_iter().map(of_notice).collect()
}

/// Words that lay blame or order places, and sentences that are hard to read.
fn of_text(supplied: &Supplied, language: Language, to: &mut Vec<Advised>) {
    let look = |message, found: &str| said(message, Severity::Look, &[("found", found)], &supplied.place, language);
    for (kind, found) in language.unfair(supplied.text, &supplied.partners) {
        let message = match kind {
            Unfair::Blame => AdviceMessage::BlamingText,
            Unfair::Order => AdviceMessage::OrderingText,
        };
        to.push(look(message, &found));
    }
    for hard in language.hard_sentences(supplied.text) {
        let most = language.number(crate::text::LONGEST_SENTENCE as f64, 0);
        let slots = [("found", hard), ("most", &most)];
        to.push(said(AdviceMessage::HardText, Severity::Look, &slots, &supplied.place, language));
    }
}

/// Overrides that do nothing.
fn of_overrides(config: &Config, language: Language) -> Vec<Advised> {
    let mut findings = Vec::new();
    let known = crate::text::advice_ids();
    for one in &config.overrides {
        let (message, near) = match () {
            () if !known.contains(&one.check.as_str()) => {
                let near = crate::config::nearest(&one.check, &known).map(str::to_owned);
                (AdviceMessage::OverrideUnknown, notices::near(near.as_slice(), language))
            }
            () if one.reason.is_empty() => (AdviceMessage::OverrideWithoutReason, String::new()),
            () => continue,
        };
        let slots = [("found", one.check.as_str()), ("near", &near)];
        findings.push(said(message, Severity::Look, &slots, "overrides", language));
    }
    findings
}

fn message(check: Check) -> AdviceMessage {
    match check {
        Check::NothingToShow => AdviceMessage::NothingToShow,
        Check::SourceMissing => AdviceMessage::SourceMissing,
        Check::LicenceMissing => AdviceMessage::LicenceMissing,
        Check::PeersWithoutReason => AdviceMessage::PeersWithoutReason,
        Check::PeersMatter => AdviceMessage::PeersMatter,
        Check::Recoverable => AdviceMessage::Recoverable,
        Check::SmallTogether => AdviceMessage::SmallTogether,
        Check::RateTellsCount => AdviceMessage::RateTellsCount,
        Check::ShownElsewhere => AdviceMessage::ShownElsewhere,
        Check::LimitsTell => AdviceMessage::LimitsTell,
        Check::SmallShown => AdviceMessage::SmallShown,
        Check::NotAllLooked => AdviceMessage::NotAllLooked,
        Check::PeriodNotLatest => AdviceMessage::PeriodNotLatest,
        Check::TrendFromPeak => AdviceMessage::TrendFromPeak,
        Check::BenchmarkOtherPeriod => AdviceMessage::BenchmarkOtherPeriod,
        Check::FewCases => AdviceMessage::FewCases,
        Check::OrderByFigure => AdviceMessage::OrderByFigure,
        Check::BoardPeriods => AdviceMessage::BoardPeriods,
        Check::FiguresDue => AdviceMessage::FiguresDue,
    }
}
