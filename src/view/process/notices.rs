//! What is wrong in the set-up of a process, and what to do.

use crate::compare::{ProcessComparison, ProcessFindingKind};
use crate::text::{Language, ProcessMessage};
use crate::view::Notice;
use crate::view::notices::near;

/// What was asked of the process and could not be: stands above the headline, for whoever set up the page.
pub(in crate::view) fn notices(process: &ProcessComparison, language: Language) -> Vec<Notice> {
    let mut notices = Vec::new();
    for finding in &process.findings {
        let (said, fix) = messages(finding.kind);
        let near = near(&finding.near, language);
        let slots = [("found", finding.found.as_str()), ("near", near.as_str())];
        notices.push(Notice {
            kind: said.id(),
            file: 0,
            line: 0,
            place: String::new(),
            column: String::new(),
            message: language.label(said, &slots),
            hint: language.label(fix, &slots),
            times: 1,
        });
    }
    notices
}

fn messages(kind: ProcessFindingKind) -> (ProcessMessage, ProcessMessage) {
    use ProcessMessage::*;
    match kind {
        ProcessFindingKind::RebaseNotFound => (RebaseNotFound, RebaseNotFoundFix),
        ProcessFindingKind::RebaseBare => (RebaseBare, RebaseBareFix),
        ProcessFindingKind::BaselineNotFound => (BaselineNotFound, BaselineNotFoundFix),
        ProcessFindingKind::BaselineMidway => (BaselineMidway, BaselineMidwayFix),
        ProcessFindingKind::BaselineShort => (BaselineShort, BaselineShortFix),
        ProcessFindingKind::BaselineEqual => (BaselineEqual, BaselineEqualFix),
        ProcessFindingKind::RunNotOffered => (RunNotOffered, RunNotOfferedFix),
        ProcessFindingKind::TargetNotANumber => (TargetNotANumber, TargetNotANumberFix),
        ProcessFindingKind::TargetWithoutPolarity => (TargetWithoutPolarity, TargetWithoutPolarityFix),
    }
}
