//! What is wrong with the priorities of a config: each fault with its place.

use super::when::{today, when};
use crate::config::{
    Board, Choice, Comment, Config, Decision, Key, Link, Lived, LivedKind, MeasureType, Partner, PartnerType, Pledge,
    Priority, Target, Tier, Whose,
};
use crate::data::parse_number;

/// Something wrong or doubtful in the set-up of a board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What it is.
    pub kind: FaultKind,
    /// Which priority, counted from 0 in the publisher's list; `None` for the board.
    pub priority: Option<usize>,
    /// Which part of it, as the config names it.
    pub part: &'static str,
    /// What was found. Untrusted text.
    pub found: String,
}

/// The closed list of faults.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultKind {
    /// More priorities than people can keep in mind.
    TooMany,
    /// More than the publisher's own limit: those beyond it are left out.
    OverLimit,
    /// A neighbourhood may have no fewer priorities than the system.
    LimitsNotLower,
    /// The list is empty.
    NoPriorities,
    /// No priority is local.
    NoLocal,
    /// A priority names no measure.
    NoMeasure,
    /// A measure, its group or our area is not in the files.
    MeasureNotThere,
    /// A measure stands on the board already: its frameworks are added there.
    Repeated,
    /// Whose priority it is, is not said.
    WhoseUnknown,
    /// What the measure is of, is in no word of ours.
    MeasureTypeUnknown,
    /// Context, money or staff cannot stand for a priority: it is left out.
    NotAPriority,
    /// A process measure stands for a priority without a note: it is left out.
    ProcessWithoutNote,
    /// A target of a member of the system, which cannot carry the system's promise: it is left out.
    TargetOfMember,
    /// A target without a level or a date: it is left out.
    TargetIncomplete,
    /// A day or period in no spelling we know.
    DateUnreadable,
    /// What should be a number is none.
    NotANumber,
    /// An address that is neither of this site nor `https`: it is left out.
    LinkRefused,
    /// A partner without a name or a role.
    PartnerIncomplete,
    /// The type of a partner is in no word of ours.
    PartnerTypeUnknown,
    /// Nobody is named as a partner.
    NoPartners,
    /// A pledge without who, what or by when.
    PledgeIncomplete,
    /// Lived experience without consent: it is left out.
    NoConsent,
    /// Lived experience without its words, kind, method, period or source: it is left out.
    LivedIncomplete,
    /// A decision without body, date, reason, link or review date.
    DecisionIncomplete,
    /// A comment without author or date: it is left out.
    CommentUnsigned,
    /// A local priority does not lead to the ward or division and its members.
    NoMembersLink,
    /// Members of one system are not compared with each other unless all of them publish together.
    MembersApart,
}

/// From how many on a set is too many to keep in mind, by tier.
fn many(tier: Tier) -> usize {
    match tier {
        Tier::System | Tier::Place => 10,
        Tier::Neighbourhood => 5,
    }
}

/// The tier of a board; a system where nobody says.
pub(super) fn tier(board: &Board) -> Tier {
    Tier::read(&board.tier).unwrap_or(Tier::System)
}

/// The publisher's own limit at a tier.
pub(super) fn limit(board: &Board, tier: Tier) -> Option<usize> {
    let (_, limit) = board.limits.iter().find(|(name, _)| Tier::read(name) == Some(tier))?;
    parse_number(limit).filter(|limit| *limit >= 1.0).map(|limit| limit as usize)
}

/// Why a priority may not stand on the board.
pub(super) fn refused(faults: &[Fault], number: usize) -> Option<FaultKind> {
    let is_refusal =
        |kind| matches!(kind, FaultKind::NotAPriority | FaultKind::ProcessWithoutNote | FaultKind::NoMeasure);
    faults.iter().find(|fault| fault.priority == Some(number) && is_refusal(fault.kind)).map(|fault| fault.kind)
}

/// Faults in the making: of one priority after the other.
struct Faults<'c> {
    board: &'c Board,
    tier: Tier,
    /// The area whose promises these are.
    owner: &'c str,
    priority: Option<usize>,
    found: Vec<Fault>,
}

/// Everything that is wrong, as far as it can be told without data.
pub(super) fn faults(config: &Config) -> Vec<Fault> {
    let (board, priorities) = (&config.views.board, &config.views.priorities);
    let owner = if board.owner.is_empty() { config.word(Key::Area) } else { &board.owner };
    let mut faults = Faults { board, tier: tier(board), owner, priority: None, found: Vec::new() };
    faults.of_set(priorities);
    let day = config.word(Key::Today);
    if !day.is_empty() && today(day).is_none() {
        faults.add(FaultKind::DateUnreadable, "today", day);
    }
    for (number, priority) in priorities.iter().enumerate() {
        faults.priority = Some(number);
        faults.of_measure(priority);
        faults.of_target(priority);
        faults.of_partners(priority);
        faults.of_words(priority);
    }
    faults.found
}

impl Faults<'_> {
    fn add(&mut self, kind: FaultKind, part: &'static str, found: &str) {
        self.found.push(Fault { kind, priority: self.priority, part, found: found.to_owned() });
    }

    fn of_set(&mut self, priorities: &[Priority]) {
        let count = priorities.len();
        let number = |n: usize| n.to_string();
        match limit(self.board, self.tier) {
            Some(limit) if count > limit => self.add(FaultKind::OverLimit, "limits", &number(limit)),
            _ if count > many(self.tier) => self.add(FaultKind::TooMany, "priorities", &number(count)),
            _ => {}
        }
        let limits = (limit(self.board, Tier::Neighbourhood), limit(self.board, Tier::System));
        if let (Some(neighbourhood), Some(system)) = limits
            && neighbourhood >= system
        {
            self.add(FaultKind::LimitsNotLower, "limits", &number(neighbourhood));
        }
        for (_, limit) in &self.board.limits {
            self.number("limits", limit);
        }
        let is_local = |priority: &Priority| Whose::read(&priority.whose) == Some(Whose::Local);
        if count == 0 {
            self.add(FaultKind::NoPriorities, "priorities", "");
        } else if !priorities.iter().any(is_local) {
            self.add(FaultKind::NoLocal, "priorities", "");
        }
    }

    fn of_measure(&mut self, priority: &Priority) {
        if priority.indicator.is_empty() {
            self.add(FaultKind::NoMeasure, "indicator", "");
        }
        let whose = Whose::read(&priority.whose);
        if whose.is_none() {
            self.add(FaultKind::WhoseUnknown, "kind", &priority.whose);
        }
        match MeasureType::read(&priority.measure) {
            Some(MeasureType::Context | MeasureType::Resource) => {
                self.add(FaultKind::NotAPriority, "type", &priority.measure);
            }
            Some(MeasureType::Process) if priority.note.is_empty() => {
                self.add(FaultKind::ProcessWithoutNote, "note", "");
            }
            None => self.add(FaultKind::MeasureTypeUnknown, "type", &priority.measure),
            Some(_) => {}
        }
        self.number("matters", &priority.matters);
        self.date("review", &priority.review);
        self.date("next-update", &priority.next_update);
        self.link("feedback", &priority.feedback);
        self.link("members", &priority.members);
        if whose == Some(Whose::Local) && priority.members.is_empty() {
            self.add(FaultKind::NoMembersLink, "members", "");
        }
    }

    fn of_target(&mut self, priority: &Priority) {
        let Some(target) = &priority.target else { return };
        let Target { level, date, baseline_period, baseline_value, milestones, standard, owner } = target;
        if self.is_of_member(owner) {
            self.add(FaultKind::TargetOfMember, "target.owner", owner);
        }
        if level.is_empty() || (date.is_empty() && !standard) {
            self.add(FaultKind::TargetIncomplete, "target", "");
        }
        self.number("target.level", level);
        self.date("target.date", date);
        self.date("target.baseline", baseline_period);
        self.number("target.baseline", baseline_value);
        for (period, level) in milestones {
            self.date("target.milestones", period);
            self.number("target.milestones", level);
        }
    }

    /// In a system the promise is the system's: the owner of a target can be no other area.
    fn is_of_member(&self, owner: &str) -> bool {
        self.tier == Tier::System && !owner.is_empty() && owner != self.owner
    }

    fn of_partners(&mut self, priority: &Priority) {
        if priority.partners.is_empty() {
            self.add(FaultKind::NoPartners, "partners", "");
        }
        for Partner { name, role, kind, link } in &priority.partners {
            if name.is_empty() || role.is_empty() {
                self.add(FaultKind::PartnerIncomplete, "partners", name);
            }
            if PartnerType::read(kind).is_none() {
                self.add(FaultKind::PartnerTypeUnknown, "partners.type", kind);
            }
            self.link("partners.link", link);
        }
        for pledge in &priority.pledges {
            if !is_pledge(pledge) {
                self.add(FaultKind::PledgeIncomplete, "pledges", &pledge.what);
            }
            self.date("pledges.by", &pledge.by);
            self.date("pledges.updated", &pledge.updated);
        }
    }

    fn of_words(&mut self, priority: &Priority) {
        for lived in &priority.lived {
            if !lived.consent {
                self.add(FaultKind::NoConsent, "lived-experience", &lived.words);
            } else if !is_whole(lived) {
                self.add(FaultKind::LivedIncomplete, "lived-experience", &lived.words);
            }
        }
        if let Some(decision) = &priority.decision {
            if !is_decision(decision) {
                self.add(FaultKind::DecisionIncomplete, "different-on-purpose", &decision.reason);
            }
            self.date("different-on-purpose.date", &decision.date);
            self.date("different-on-purpose.review", &decision.review);
            self.link("different-on-purpose.link", &decision.link);
        }
        if let Some(comment) = &priority.comment {
            if !is_signed(comment) {
                self.add(FaultKind::CommentUnsigned, "comment", &comment.words);
            }
            self.date("comment.date", &comment.date);
        }
    }

    fn number(&mut self, part: &'static str, text: &str) {
        if !text.is_empty() && parse_number(text).is_none() {
            self.add(FaultKind::NotANumber, part, text);
        }
    }

    fn date(&mut self, part: &'static str, text: &str) {
        if !text.is_empty() && when(text, None).is_none() {
            self.add(FaultKind::DateUnreadable, part, text);
        }
    }

    fn link(&mut self, part: &'static str, text: &str) {
        if !text.is_empty() && Link::read(text).is_none() {
            self.add(FaultKind::LinkRefused, part, text);
        }
    }
}

/// Whether a pledge says who, what and by when.
pub(super) fn is_pledge(pledge: &Pledge) -> bool {
    !pledge.who.is_empty() && !pledge.what.is_empty() && when(&pledge.by, None).is_some()
}

/// Whether a decision is whole: who, why and where it is written down, and from when until when it stands.
pub(super) fn is_decision(decision: &Decision) -> bool {
    let Decision { body, date, reason, link, review } = decision;
    let is_dated = when(date, None).is_some() && when(review, None).is_some();
    is_dated && !body.is_empty() && !reason.is_empty() && Link::read(link).is_some()
}

/// Whether somebody stands by a comment, and since when.
pub(super) fn is_signed(comment: &Comment) -> bool {
    !comment.words.is_empty() && !comment.author.is_empty() && when(&comment.date, None).is_some()
}

/// Whether lived experience can be shown: consented to, and whole. A finding says how many of how many.
pub(super) fn can_be_shown(lived: &Lived) -> bool {
    lived.consent && is_whole(lived)
}

fn is_whole(lived: &Lived) -> bool {
    let said = [&lived.words, &lived.method, &lived.period, &lived.source].into_iter().all(|part| !part.is_empty());
    let counted = match LivedKind::read(&lived.kind) {
        Some(LivedKind::Quote) => true,
        Some(LivedKind::Finding) => match (parse_number(&lived.k), parse_number(&lived.n)) {
            (Some(k), Some(n)) => k >= 0.0 && k <= n && n > 0.0,
            _ => false,
        },
        None => false,
    };
    said && counted
}
