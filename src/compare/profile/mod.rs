//! The meaning of a board: a small set of priorities, each with its figure, its peers, its trend, its target, and the state
//! that published checks come to. Nothing is added up over priorities.

mod check;
mod fault;
mod path;
#[cfg(test)]
mod tests;
mod when;

pub use check::{Cannot, Check, Made, State};
pub use fault::{Fault, FaultKind};
pub use path::{PlaceOnPath, Progress, Promise};
pub use when::When;
#[cfg(authoring)]
pub use when::is_past;

pub(super) use check::{is_met, stretched};
pub(super) use path::{meets, place, planned_level};
pub(super) use when::last_month;

use super::comparison::Comparison;
use super::finding::{Finding, FindingKind};
use super::inequality::{self, GapLine};
use super::process::{self, ProcessComparison};
use super::question::Wording;
use super::trend::{self, TrendComparison};
use super::{Asked, NoData};
use crate::config::{
    Board, Choice, Comment, Config, Decision, Key, Lived, MeasureType, Partner, Pledge, Priority, Tier, Whose,
};
use crate::data::{Area, AreaClass, Period, Table, parse_number};
use crate::stats::{ChanceFlags, flags_by_chance};
use check::Evidence;

/// A board of priorities: facts only, no words but the publisher's.
#[derive(Debug, Clone, PartialEq)]
pub struct Profile<'t> {
    /// Ours against its peers by the measure of the first priority that has figures: whose board it is, and with whom it
    /// is compared.
    pub now: Comparison<'t>,
    /// What holds for all priorities.
    pub board: &'t Board,
    /// How wide the area is whose promises these are.
    pub tier: Tier,
    /// The day on which the board is read, where the page says it.
    pub today: Option<Period>,
    /// The priorities in the order to show them: local ones before national ones, and else as the publisher wrote them.
    pub entries: Vec<Entry<'t>>,
    /// How many checks with a known risk were made over all priorities, and what chance alone does to so many.
    pub chance: (usize, Option<ChanceFlags>),
    /// What is wrong with the set-up of the board.
    pub faults: Vec<Fault>,
}

/// One priority.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry<'t> {
    /// Its place in the publisher's list, counted from 0.
    pub number: usize,
    /// What the publisher says of it.
    pub priority: &'t Priority,
    /// Whose it is, where that is said.
    pub whose: Option<Whose>,
    /// The national frameworks it belongs to, each once.
    pub frameworks: Vec<&'t str>,
    /// Its figures; `None` where its measure, its group or our area is not in the files.
    pub standing: Option<Outlook<'t>>,
    /// The state that the checks come to.
    pub state: State,
}

/// The figures of a priority, and what can be said of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Outlook<'t> {
    /// Ours over time, and now against the middle of the peers.
    pub trend: TrendComparison<'t>,
    /// Where it is on the way to its target.
    pub progress: Progress,
    /// The checks that could be made.
    pub made: Vec<Made>,
    /// The least gap or change that matters, where the publisher set one.
    pub matters: Option<f64>,
    /// Ours as a process, where its periods are shorter than a year: what is asked for signals.
    pub process: Option<ProcessComparison<'t>>,
    /// The gap between two groups of our area, where there are figures of them.
    pub gap_line: Option<GapLine<'t>>,
    /// Need and context, which are never judged.
    pub context: Vec<Comparison<'t>>,
}

impl<'t> Outlook<'t> {
    /// Ours against its peers now.
    pub fn now(&self) -> &Comparison<'t> {
        &self.trend.now
    }

    /// The checks that are met.
    pub fn met(&self) -> Vec<Made> {
        self.made.iter().copied().filter(|made| made.met).collect()
    }
}

impl<'t> Profile<'t> {
    /// Reads a day or period that the publisher named; past it only where it is known what day it is.
    pub fn when(&self, text: &str) -> Option<When> {
        when::when(text, self.today.as_ref())
    }

    /// The places from which people's words come, each once, in the order of the board: counted, and never scored.
    pub fn heard_from(&self) -> Vec<&'t str> {
        let mut places = Vec::new();
        for lived in self.entries.iter().flat_map(Entry::lived) {
            if !lived.place.is_empty() && !places.contains(&lived.place.as_str()) {
                places.push(lived.place.as_str());
            }
        }
        places
    }

    /// How many priorities are in a state that a rule picks.
    pub fn count(&self, is_it: fn(State) -> bool) -> usize {
        self.entries.iter().filter(|entry| is_it(entry.state)).count()
    }
}

/// The board of the config's priorities.
///
/// A priority whose measure, group or area is not there stays, and says so; one that may not stand on a board is left out,
/// and that is a fault. Fails only where the files hold nothing at all.
pub fn profile<'t>(table: &'t Table, config: &'t Config) -> Result<Profile<'t>, NoData> {
    let mut setup = Setup::of(table, config)?;
    let mut entries: Vec<Entry> = Vec::new();
    for (number, priority) in config.views.priorities.iter().enumerate() {
        if fault::refused(&setup.faults, number).is_none() {
            let entry = setup.entry(number, priority);
            setup.add(entry, &mut entries);
        }
    }
    entries.sort_by_key(|entry| entry.whose == Some(Whose::National));
    setup.limit(&mut entries);
    let first = entries.iter().find_map(|entry| entry.standing.as_ref());
    let mut now = match first {
        Some(standing) => standing.now().clone(),
        None => Asked::worded(table, config, setup.wording)?.compared(),
    };
    if config.word(Key::Area).is_empty() && config.views.board.owner.is_empty() {
        now.findings.push(Finding { kind: FindingKind::ChooseArea, found: String::new(), near: Vec::new(), line: 0 });
    }
    let chance = chance(&entries);
    let Setup { tier, today, faults, .. } = setup;
    Ok(Profile { now, board: &config.views.board, tier, today, entries, chance, faults })
}

/// What is wrong with the priorities of a config, as far as that can be told without data.
pub fn priority_faults(config: &Config) -> Vec<Fault> {
    fault::faults(config)
}

/// What chance alone does to the checks that were made; those of priorities without a state flag nothing.
fn chance(entries: &[Entry]) -> (usize, Option<ChanceFlags>) {
    let mut risks = Vec::new();
    for entry in entries {
        let Some(standing) = &entry.standing else { continue };
        if !matches!(entry.state, State::NoState | State::CannotJudge(_)) {
            risks.extend(standing.made.iter().filter_map(|made| made.check.risk()));
        }
    }
    (risks.len(), flags_by_chance(&risks))
}

/// What all priorities share.
struct Setup<'t> {
    table: &'t Table,
    config: &'t Config,
    wording: Wording<'t>,
    tier: Tier,
    today: Option<Period>,
    faults: Vec<Fault>,
}

impl<'t> Setup<'t> {
    fn of(table: &'t Table, config: &'t Config) -> Result<Setup<'t>, NoData> {
        let board = &config.views.board;
        let mut wording = Wording { indicator: "", series: "", period: "", benchmark: "peers", ..Wording::of(config) };
        if wording.area.is_empty() {
            wording.area = &board.owner;
        }
        if wording.area.is_empty() {
            let first = config.views.priorities.first().map_or("", |first| &first.indicator);
            wording.area = Asked::worded(table, config, Wording { indicator: first, ..wording })?.areas[0].place.code;
        }
        let mut faults = fault::faults(config);
        if is_between_members(table, board, &wording) {
            wording.peers = "all";
            faults.push(Fault {
                kind: FaultKind::MembersApart,
                priority: None,
                part: "publishers",
                found: String::new(),
            });
        }
        let (tier, today) = (fault::tier(board), when::today(config.word(Key::Today)));
        Ok(Setup { table, config, wording, tier, today, faults })
    }

    /// A question about one measure, resolved; `None` where the files do not hold just what was asked.
    fn there(&self, indicator: &'t str, series: &'t str) -> Option<Wording<'t>> {
        let wording = Wording { indicator, series, ..self.wording };
        let question = super::Question::worded(self.table, self.config, wording)?;
        let is_missing = |kind| question.findings.iter().any(|finding| finding.kind == kind);
        let missing = [FindingKind::IndicatorNotFound, FindingKind::SeriesNotFound, FindingKind::AreaNotFound];
        (!indicator.is_empty() && !missing.into_iter().any(is_missing)).then_some(wording)
    }

    fn entry(&mut self, number: usize, priority: &'t Priority) -> Entry<'t> {
        let standing = self
            .there(&priority.indicator, &priority.series)
            .and_then(|wording| self.standing(number, priority, wording));
        let state = match &standing {
            Some(Outlook { trend, made, .. }) => {
                State::of(made, trend.now.subject.polarity, trend.now.ours().figure.cell)
            }
            None => State::CannotJudge(Cannot::NotThere),
        };
        if standing.is_none() {
            let found = priority.indicator.clone();
            self.faults.push(Fault {
                kind: FaultKind::MeasureNotThere,
                priority: Some(number),
                part: "indicator",
                found,
            });
        }
        let mut frameworks = Vec::new();
        add_frameworks(&priority.frameworks, &mut frameworks);
        Entry { number, priority, whose: Whose::read(&priority.whose), frameworks, standing, state }
    }

    fn standing(&self, number: usize, priority: &'t Priority, wording: Wording<'t>) -> Option<Outlook<'t>> {
        let now = self.evidence(number, priority, wording)?;
        let mut made = now.made();
        let met: Vec<usize> = (0..made.len()).filter(|&at| made[at].met).collect();
        if let ([at], Some(before)) = (&met[..], period_before(&now.trend.now)) {
            let then = self.evidence(number, priority, Wording { period: &before.label, ..wording })?;
            made[*at].before = then.met(made[*at].check);
        }
        let gap_line = inequality::gap_line_worded(self.table, self.config, wording);
        let mut context = Vec::new();
        for beside in &priority.context {
            let Some(wording) = self.there(&beside.indicator, &beside.series) else { continue };
            context.extend(Asked::worded(self.table, self.config, wording).map(Asked::compared));
        }
        let Evidence { trend, process, progress, matters } = now;
        Some(Outlook { trend, progress, made, matters, process, gap_line, context })
    }

    /// What the checks look at, up to one period. Signals are asked of periods shorter than a year: of years, the trend is.
    fn evidence(&self, number: usize, priority: &Priority, wording: Wording<'t>) -> Option<Evidence<'t>> {
        let trend = trend::worded(self.table, self.config, wording).ok()?;
        let is_short = (1..12).contains(&trend.now.period.months);
        let process = is_short.then(|| process::worded(self.table, self.config, wording).ok()).flatten();
        let progress = self.progress(number, priority, &trend);
        let matters = parse_number(&priority.matters).filter(|size| *size > 0.0);
        Some(Evidence { trend, process, progress, matters })
    }

    /// Where ours is on the way to the target, if that may be asked of the area shown.
    fn progress(&self, number: usize, priority: &Priority, trend: &TrendComparison) -> Progress {
        let is_refused = |fault: &Fault| fault.priority == Some(number) && fault.kind == FaultKind::TargetOfMember;
        if self.faults.iter().any(is_refused) {
            return Progress::NoTarget;
        }
        let now = &trend.now;
        let (ours, owner) = (now.ours(), self.config.views.board.owner.as_str());
        let is_ours = owner.is_empty() || ours.place.code == owner || ours.place.name.eq_ignore_ascii_case(owner);
        path::progress(priority, is_ours, &ours.figure, now.period, &trend.history, now.subject.polarity)
    }

    /// Adds an entry; one whose measure stands there already only adds its frameworks to that.
    fn add(&mut self, entry: Entry<'t>, to: &mut Vec<Entry<'t>>) {
        let same = |other: &&mut Entry| match (&entry.standing, &other.standing) {
            (Some(a), Some(b)) => {
                let (a, b) = (&a.now().subject, &b.now().subject);
                (a.id, a.label, &a.group) == (b.id, b.label, &b.group)
            }
            _ => false,
        };
        match to.iter_mut().find(same) {
            Some(before) => {
                add_frameworks(&entry.priority.frameworks, &mut before.frameworks);
                let found = entry.priority.indicator.clone();
                let fault = Fault { kind: FaultKind::Repeated, priority: Some(entry.number), part: "indicator", found };
                self.faults.push(fault);
            }
            None => to.push(entry),
        }
    }

    /// Leaves out what is above the publisher's own limit.
    fn limit(&mut self, entries: &mut Vec<Entry<'t>>) {
        if let Some(limit) = fault::limit(&self.config.views.board, self.tier) {
            entries.truncate(limit);
        }
    }
}

fn add_frameworks<'t>(frameworks: &'t [String], to: &mut Vec<&'t str>) {
    for framework in frameworks {
        if !framework.is_empty() && !to.contains(&framework.as_str()) {
            to.push(framework);
        }
    }
}

/// The period of ours before the one shown.
fn period_before<'t>(now: &Comparison<'t>) -> Option<&'t Period> {
    let at = now.choices.periods.iter().position(|period| *period == now.period)?;
    now.choices.periods.get(at + 1).copied()
}

/// Whether the peers asked for are members of one system together with our area, and not all of them publish together.
fn is_between_members(table: &Table, board: &Board, wording: &Wording) -> bool {
    let is_ours = |area: &&Area| area.code == wording.area || area.name.eq_ignore_ascii_case(wording.area);
    let Some(ours) = table.areas().iter().find(is_ours) else { return false };
    let is_system = AreaClass::of(&ours.parent_code).is_system();
    let is_member = |area: &&Area| !area.parent_code.is_empty() && area.parent_code == ours.parent_code;
    let all_publish = || table.areas().iter().filter(is_member).all(|area| board.publishers.contains(&area.code));
    is_system && wording.peers == "parent" && !all_publish()
}

impl<'t> Entry<'t> {
    /// What the measure is of; an outcome where nobody has said.
    pub fn measure(&self) -> MeasureType {
        MeasureType::read(&self.priority.measure).unwrap_or(MeasureType::Outcome)
    }

    /// Those who are in it together, A to Z and never by size; one without a name is nobody.
    pub fn partners(&self) -> Vec<&'t Partner> {
        let mut partners: Vec<&Partner> =
            self.priority.partners.iter().filter(|partner| !partner.name.is_empty()).collect();
        partners.sort_by_key(|partner| partner.name.to_ascii_lowercase());
        partners
    }

    /// The promises that say who, what and by when.
    pub fn pledges(&self) -> Vec<&'t Pledge> {
        self.priority.pledges.iter().filter(|pledge| fault::is_pledge(pledge)).collect()
    }

    /// The lived experience that may be shown: consented to, and whole.
    pub fn lived(&self) -> Vec<&'t Lived> {
        self.priority.lived.iter().filter(|lived| fault::can_be_shown(lived)).collect()
    }

    /// The choice to do it in another way, where it is whole: who, when, why, where it is written, until when.
    pub fn decision(&self) -> Option<&'t Decision> {
        self.priority.decision.as_ref().filter(|decision| fault::is_decision(decision))
    }

    /// The publisher's words, where somebody stands by them.
    pub fn comment(&self) -> Option<&'t Comment> {
        self.priority.comment.as_ref().filter(|comment| fault::is_signed(comment))
    }
}
