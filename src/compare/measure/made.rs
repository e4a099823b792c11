//! How the figures of a measure are made, as far as that decides what can be tested and drawn of them.

use super::{Known, agrees};
use crate::compare::comparison::Figure;
use crate::config::ValueType;

impl Known<'_> {
    /// Whether the figures are numbers of people or events.
    pub fn is_count(&self) -> bool {
        self.value_type == Some(ValueType::Count)
    }

    /// What a count over its denominator is multiplied by, where that alone makes the value: not where it is standardised.
    pub fn per_of_counts(&self) -> Option<f64> {
        use ValueType::{Proportion, Rate, Ratio};
        let is_plain = matches!(self.value_type, None | Some(Proportion | Rate | Ratio));
        self.subject.per.filter(|_| is_plain)
    }

    /// Whether a figure is a share whose count and denominator stand and bear its value.
    pub fn is_counted(&self, figure: &Figure) -> bool {
        let Figure { count: Some(count), denominator: Some(denominator), .. } = *figure else { return false };
        let (Some(value), Some(multiplier)) = (figure.cell.value(), self.subject.per) else { return false };
        self.value_type == Some(ValueType::Proportion)
            && count <= denominator
            && agrees(value, count, denominator, multiplier)
    }
}

/// What only views other than compare and trend ask.
#[cfg(every_view)]
impl Known<'_> {
    /// How a figure is made, where anyone has said.
    pub fn value_type(&self) -> Option<ValueType> {
        self.value_type
    }

    /// Whether the figures are shares of a whole.
    pub fn is_share(&self) -> bool {
        self.value_type == Some(ValueType::Proportion) || self.value_type.is_none() && self.subject.unit == "%"
    }

    /// Whether the figures are rates or ratios, standardised or not.
    pub fn is_rate(&self) -> bool {
        use ValueType::{Rate, Ratio, StandardisedRate};
        matches!(self.value_type, Some(Rate | Ratio | StandardisedRate))
    }

    /// The least and the greatest that such a figure can be, where that is known.
    pub fn bounds(&self) -> (Option<f64>, Option<f64>) {
        let whole = if self.subject.unit == "%" { Some(100.0) } else { None };
        match self.value_type {
            Some(ValueType::Proportion) => (Some(0.0), self.subject.per.or(whole)),
            Some(ValueType::Mean | ValueType::Score) => (None, None),
            Some(_) => (Some(0.0), None),
            None if self.subject.per.is_some() || whole.is_some() => (Some(0.0), whole),
            None => (None, None),
        }
    }
}
