//! What is wrong with the set-up of a board, in words: faults of its parts, and words that lay blame or order places.

use crate::compare::{Fault, FaultKind};
use crate::config::{Config, Priority};
use crate::text::{Language, ProfileLabel, ProfileMessage, Unfair};
use crate::view::model::Notice;

/// A notice for each fault, and for each unfair word of the publisher's.
pub(in crate::view) fn notices(config: &Config, faults: &[Fault], language: Language) -> Vec<Notice> {
    let mut notices = of_faults(faults, language);
    unfair(None, "title", &config.views.board.title, &[], language, &mut notices);
    for (number, priority) in config.views.priorities.iter().enumerate() {
        let names: Vec<&str> = priority.partners.iter().map(|partner| partner.name.as_str()).collect();
        for (part, text) in texts(priority) {
            unfair(Some(number), part, text, &names, language, &mut notices);
        }
    }
    notices
}

/// A notice for each fault.
pub(in crate::view) fn of_faults(faults: &[Fault], language: Language) -> Vec<Notice> {
    let notice = |fault: &Fault| notice(message(fault.kind), fault.priority, fault.part, &fault.found, language);
    faults.iter().map(notice).collect()
}

/// The texts that a publisher writes for one priority, with the parts they stand in. What people told is theirs.
fn texts(priority: &Priority) -> Vec<(&'static str, &str)> {
    let mut texts = vec![("title", &*priority.title), ("note", &*priority.note), ("action", &*priority.action)];
    for partner in &priority.partners {
        texts.push(("partners", &partner.role));
    }
    for pledge in &priority.pledges {
        texts.extend([("pledges", &*pledge.what), ("pledges", &*pledge.update)]);
    }
    if let Some(decision) = &priority.decision {
        texts.push(("different-on-purpose", &decision.reason));
    }
    if let Some(comment) = &priority.comment {
        texts.push(("comment", &comment.words));
    }
    texts
}

fn unfair(
    number: Option<usize>,
    part: &'static str,
    text: &str,
    names: &[&str],
    language: Language,
    to: &mut Vec<Notice>,
) {
    for (kind, found) in language.unfair(text, names) {
        let message = match kind {
            Unfair::Blame => ProfileMessage::Blame,
            Unfair::Order => ProfileMessage::Order,
        };
        to.push(notice(message, number, part, &found, language));
    }
}

fn notice(kind: ProfileMessage, number: Option<usize>, part: &str, found: &str, language: Language) -> Notice {
    let place = match number {
        Some(number) => {
            let number = language.number((number + 1) as f64, 0);
            language.label(ProfileLabel::Place, &[("n", &number), ("part", part)])
        }
        None => language.label_of(ProfileLabel::BoardPlace, part),
    };
    let (message, hint) = kind.in_words(language, found);
    Notice { kind: kind.id(), file: 0, line: 0, place, column: part.to_owned(), message, hint, times: 1 }
}

fn message(kind: FaultKind) -> ProfileMessage {
    match kind {
        FaultKind::TooMany => ProfileMessage::TooMany,
        FaultKind::OverLimit => ProfileMessage::OverLimit,
        FaultKind::LimitsNotLower => ProfileMessage::LimitsNotLower,
        FaultKind::NoPriorities => ProfileMessage::NoPriorities,
        FaultKind::NoLocal => ProfileMessage::NoLocal,
        FaultKind::NoMeasure => ProfileMessage::NoMeasure,
        FaultKind::MeasureNotThere => ProfileMessage::MeasureNotThere,
        FaultKind::Repeated => ProfileMessage::Repeated,
        FaultKind::WhoseUnknown => ProfileMessage::WhoseUnknown,
        FaultKind::MeasureTypeUnknown => ProfileMessage::MeasureTypeUnknown,
        FaultKind::NotAPriority => ProfileMessage::NotAPriority,
        FaultKind::ProcessWithoutNote => ProfileMessage::ProcessWithoutNote,
        FaultKind::TargetOfMember => ProfileMessage::TargetOfMember,
        FaultKind::TargetIncomplete => ProfileMessage::TargetIncomplete,
        FaultKind::DateUnreadable => ProfileMessage::DateUnreadable,
        FaultKind::NotANumber => ProfileMessage::NotANumber,
        FaultKind::LinkRefused => ProfileMessage::LinkRefused,
        FaultKind::PartnerIncomplete => ProfileMessage::PartnerIncomplete,
        FaultKind::PartnerTypeUnknown => ProfileMessage::PartnerTypeUnknown,
        FaultKind::NoPartners => ProfileMessage::NoPartners,
        FaultKind::PledgeIncomplete => ProfileMessage::PledgeIncomplete,
        FaultKind::NoConsent => ProfileMessage::NoConsent,
        FaultKind::LivedIncomplete => ProfileMessage::LivedIncomplete,
        FaultKind::DecisionIncomplete => ProfileMessage::DecisionIncomplete,
        FaultKind::CommentUnsigned => ProfileMessage::CommentUnsigned,
        FaultKind::NoMembersLink => ProfileMessage::NoMembersLink,
        FaultKind::MembersApart => ProfileMessage::MembersApart,
    }
}
