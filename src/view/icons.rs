//! What a process does and what it will do about its standard, each as a small picture beside its words.

use super::model::Tone;
use super::time::Time;

/// A process over time, under the small pictures that sum it up.
#[derive(Debug, Clone, PartialEq)]
pub struct ProcessPicture {
    /// What the latest figure shows, then what becomes of the standard; those that can be told.
    pub icons: Vec<Icon>,
    /// The figures.
    pub time: Time,
}

/// A small picture and its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Icon {
    /// What is drawn.
    pub kind: IconKind,
    /// The colour's role of what speaks in it.
    pub tone: Tone,
    /// What it says.
    pub words: String,
}

/// The small pictures: a band that stands for the usual range, and what lies in, beside or across it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IconKind {
    /// Points within the band.
    Within,
    /// The latest of the points above.
    High,
    /// The latest of the points below.
    Low,
    /// One above, one below.
    BothWays,
    /// The band above the line of the standard.
    OverLine,
    /// The band below the line of the standard.
    UnderLine,
    /// The line of the standard across the band.
    AcrossLine,
}
