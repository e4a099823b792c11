//! What a column can mean, and the publisher's own word for which column means what.

use super::words::{at, owned, place};

/// The names by which a configuration speaks of meanings, in their order.
const NAMES: &str = "area_code|area_name|area_type|parent_code|parent_name|indicator_id|indicator|sex|age|\
    category_type|category|period|value|lower|upper|lower_998|upper_998|count|denominator|note|unit|status|\
    period_start|period_length|trend|compared_to_england|compared_to_parent|measure|group|polarity|value_type|\
    period_type|children";

/// What a column of a data file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Meaning {
    /// Official code of the area.
    AreaCode,
    /// Name of the area.
    AreaName,
    /// The publisher's label of the kind of area.
    AreaType,
    /// Code of the area that contains it.
    ParentCode,
    /// Name of the area that contains it.
    ParentName,
    /// Id of the indicator.
    IndicatorId,
    /// Name of the indicator.
    Indicator,
    /// Sex.
    Sex,
    /// Age group.
    Age,
    /// Dimension of a subgroup.
    CategoryType,
    /// Subgroup.
    Category,
    /// Label of the period.
    Period,
    /// The value.
    Value,
    /// Lower 95 % limit.
    Lower,
    /// Upper 95 % limit.
    Upper,
    /// Lower 99.8 % limit.
    Lower998,
    /// Upper 99.8 % limit.
    Upper998,
    /// How many had the property.
    Count,
    /// How many could have had it.
    Denominator,
    /// Note on the value.
    Note,
    /// Unit of the value.
    Unit,
    /// Marker that says why there is no value.
    Status,
    /// Start of the period as `yyyyqqmm`.
    PeriodStart,
    /// Length of the period as `1y`, `3m`.
    PeriodLength,
    /// The publisher's own recent trend.
    Trend,
    /// The publisher's own comparison with England.
    ComparedToEngland,
    /// The publisher's own comparison with the parent.
    ComparedToParent,
    /// What is measured, beside an indicator (`Percentage`).
    Measure,
    /// A sex or a subgroup, told apart by what stands in it.
    Group,
    /// Which way is better.
    Polarity,
    /// Proportion, crude rate …
    ValueType,
    /// Calendar, Financial, Academic.
    PeriodType,
    /// Codes of the areas inside, parted by `|`.
    Children,
}

impl Meaning {
    /// Every meaning, in the order of their positions.
    pub const ALL: [Meaning; 33] = {
        use Meaning::*;
        [
            AreaCode,
            AreaName,
            AreaType,
            ParentCode,
            ParentName,
            IndicatorId,
            Indicator,
            Sex,
            Age,
            CategoryType,
            Category,
            Period,
            Value,
            Lower,
            Upper,
            Lower998,
            Upper998,
            Count,
            Denominator,
            Note,
            Unit,
            Status,
            PeriodStart,
            PeriodLength,
            Trend,
            ComparedToEngland,
            ComparedToParent,
            Measure,
            Group,
            Polarity,
            ValueType,
            PeriodType,
            Children,
        ]
    };

    /// The name by which a configuration speaks of it.
    pub fn name(self) -> &'static str {
        at(NAMES, self as usize)
    }
}

/// Which header means what, where the publisher says so; looked at before anything is recognised.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mapping {
    headers: Vec<(Meaning, String)>,
}

impl Mapping {
    /// Reads pairs of a meaning's name and a header; the names that are no meaning of ours go to `unknown`.
    pub fn of(columns: &[(String, String)], unknown: &mut Vec<String>) -> Mapping {
        let mut mapping = Mapping::default();
        for (name, header) in columns {
            match place(NAMES, name).and_then(|at| Meaning::ALL.get(at)) {
                Some(&meaning) => mapping.set(meaning, header),
                None => unknown.push(["columns: ", name].concat()),
            }
        }
        mapping
    }

    /// Says which header holds a meaning. Said twice, the last holds.
    pub fn set(&mut self, meaning: Meaning, header: &str) {
        match self.headers.iter_mut().find(|(known, _)| *known == meaning) {
            Some((_, old)) => *old = owned(header),
            None => self.headers.push((meaning, owned(header))),
        }
    }

    /// The header said to hold a meaning.
    pub fn get(&self, meaning: Meaning) -> Option<&str> {
        self.headers.iter().find(|(known, _)| *known == meaning).map(|(_, header)| header.as_str())
    }

    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        self.headers.is_empty()
    }

    /// Every pair, in the order they were said.
    pub fn iter(&self) -> impl Iterator<Item = (Meaning, &str)> {
        self.headers.iter().map(|(meaning, header)| (*meaning, header.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_and_names_agree() {
        for (at, meaning) in Meaning::ALL.into_iter().enumerate() {
            assert_eq!(meaning as usize, at);
        }
        assert_eq!((Meaning::AreaCode.name(), Meaning::Children.name()), ("area_code", "children"));
    }
}
