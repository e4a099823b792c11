//! What a publisher asks of a process, held against the periods and figures that there are.

use super::{NewStart, ProcessFinding, ProcessFindingKind};
use crate::compare::Asked;
use crate::config::{Baseline, Process, nearest};
use crate::data::{Period, Table, parse_number};
use crate::stats::Polarity;
use crate::stats::process::RunLength;

/// How the series is to be read.
pub(super) struct Setup<'t> {
    /// The new starts, in order of time.
    pub rebases: Vec<NewStart<'t>>,
    /// The periods of the baseline: its first, where one is named, and its last.
    pub baseline: Option<(Option<&'t Period>, &'t Period)>,
    pub run: RunLength,
    pub screening: bool,
    pub target: Option<f64>,
    pub findings: Vec<ProcessFinding>,
}

impl<'t> Setup<'t> {
    /// What the config asks for our indicator.
    pub fn read(asked: &Asked<'t>) -> Setup<'t> {
        let mut setup = Setup {
            rebases: Vec::new(),
            baseline: None,
            run: RunLength::Seven,
            screening: true,
            target: None,
            findings: Vec::new(),
        };
        let (subject, question) = (&asked.known.subject, &asked.question);
        if let Some(process) = question.config.views.process_for(subject.id, subject.label) {
            setup.fill(process, question.table, subject.publisher);
            if setup.target.is_some() && subject.polarity == Polarity::NoJudgement {
                setup.find(ProcessFindingKind::TargetWithoutPolarity, &process.target);
            }
        }
        setup
    }

    fn fill(&mut self, process: &'t Process, table: &'t Table, publisher: &'t str) {
        self.screening = !process.unscreened;
        self.run = match process.run.as_str() {
            "" | "7" => RunLength::Seven,
            "6" => RunLength::Six,
            "8" => RunLength::Eight,
            other => {
                self.find(ProcessFindingKind::RunNotOffered, other);
                RunLength::Seven
            }
        };
        self.target = parse_number(&process.target);
        if self.target.is_none() && !process.target.is_empty() {
            self.find(ProcessFindingKind::TargetNotANumber, &process.target);
        }
        self.rebase(process, table, publisher);
        if let Some(baseline) = &process.baseline {
            self.baseline = self.periods(baseline, table);
        }
    }

    /// The new starts that have a period, a reason and somebody who stands for them.
    fn rebase(&mut self, process: &'t Process, table: &'t Table, publisher: &'t str) {
        for (label, rebase) in &process.rebases {
            let who = if rebase.who.is_empty() { publisher } else { &rebase.who };
            if rebase.reason.is_empty() || who.is_empty() {
                self.find(ProcessFindingKind::RebaseBare, label);
            } else if let Some(period) = self.period(label, table, ProcessFindingKind::RebaseNotFound) {
                self.rebases.push(NewStart { period, reason: &rebase.reason, who });
            }
        }
        self.rebases.sort_by(|one, other| one.period.cmp(other.period));
    }

    fn periods(&mut self, baseline: &'t Baseline, table: &'t Table) -> Option<(Option<&'t Period>, &'t Period)> {
        let to = self.period(&baseline.to, table, ProcessFindingKind::BaselineNotFound)?;
        if baseline.from.is_empty() {
            return Some((None, to));
        }
        let from = self.period(&baseline.from, table, ProcessFindingKind::BaselineNotFound)?;
        Some((Some(from), to))
    }

    /// The period of a label; else says that there is none, and which is near.
    fn period(&mut self, label: &str, table: &'t Table, kind: ProcessFindingKind) -> Option<&'t Period> {
        let found = table.periods().iter().find(|period| period.label == label);
        if found.is_none() {
            let known: Vec<&str> = table.periods().iter().map(|period| period.label.as_str()).collect();
            let near = nearest(label, &known).map(str::to_owned).into_iter().collect();
            self.findings.push(ProcessFinding { kind, found: label.to_owned(), near });
        }
        found
    }

    /// Adds a finding.
    pub fn find(&mut self, kind: ProcessFindingKind, found: &str) {
        self.findings.push(ProcessFinding { kind, found: found.to_owned(), near: Vec::new() });
    }
}
