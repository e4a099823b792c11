//! Which areas are of one kind, so that they may be compared.

use crate::data::{Area, AreaClass};

/// Which tiers of authority stand side by side in a series that labels no types.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Tiers {
    counties: bool,
    districts: bool,
}

impl Tiers {
    /// Reads the tiers from the classes of the areas there.
    pub fn of(classes: impl Iterator<Item = AreaClass>) -> Tiers {
        classes.fold(Tiers::default(), |tiers, class| Tiers {
            counties: tiers.counties || class == AreaClass::County,
            districts: tiers.districts || class == AreaClass::District,
        })
    }
}

/// Whether two areas may stand in one comparison.
///
/// The publisher's label of the type decides where both have one, within what their codes allow (files label a county
/// among neighbourhoods as a neighbourhood). Without labels the codes decide; a unitary, which is of both tiers, is
/// then compared with counties where there are any, and else with districts.
pub(super) fn same_kind(ours: &Area, other: &Area, tiers: &Tiers) -> bool {
    let (our_class, class) = (ours.class(), other.class());
    if !our_class.comparable(class) {
        return false;
    }
    if !ours.area_type.is_empty() && !other.area_type.is_empty() {
        return labels_agree(ours, other);
    }
    match (our_class, class) {
        (AreaClass::Unitary, AreaClass::District) => !tiers.counties,
        _ => true,
    }
}

/// Files split one tier into several labels (`UA`, `County`; `London Boroughs`): where the codes are of authorities,
/// labels that name a form of authority agree with each other, and all other labels must be equal.
fn labels_agree(ours: &Area, other: &Area) -> bool {
    if ours.area_type == other.area_type {
        return true;
    }
    const UPPER: [&str; 8] = [
        "ua",
        "county",
        "counties",
        "unitary authority",
        "unitary authorities",
        "london borough",
        "london boroughs",
        "metropolitan district",
    ];
    const MORE: [&str; 3] = ["metropolitan districts", "metropolitan borough", "metropolitan boroughs"];
    let form = |label: &str| UPPER.iter().chain(&MORE).any(|form| label.eq_ignore_ascii_case(form));
    form(&ours.area_type) && form(&other.area_type)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(code: &str, area_type: &str) -> Area {
        Area {
            code: code.into(),
            name: code.into(),
            area_type: area_type.into(),
            parent_code: String::new(),
            parent_name: String::new(),
        }
    }

    #[test]
    fn a_county_labelled_as_a_neighbourhood_is_no_neighbourhood() {
        let label = "Middle Super Output Area";
        assert!(!same_kind(&area("E02005540", label), &area("E10000020", label), &Tiers::default()));
    }

    #[test]
    fn without_labels_a_unitary_stands_with_counties_first() {
        let unitary = area("E06000001", "");
        let both = Tiers { counties: true, districts: true };
        let lower = Tiers { counties: false, districts: true };
        assert!(same_kind(&unitary, &area("E10000017", ""), &both));
        assert!(!same_kind(&unitary, &area("E07000008", ""), &both));
        assert!(same_kind(&unitary, &area("E07000008", ""), &lower));
        assert!(!same_kind(&area("E10000017", ""), &area("E07000008", ""), &both));
    }

    #[test]
    fn forms_of_one_tier_agree_and_other_labels_must_be_equal() {
        assert!(same_kind(&area("E06000001", "UA"), &area("E10000017", "County"), &Tiers::default()));
        let (old, new) = ("Counties & UAs (pre 4/19)", "Counties & UAs (from Apr 2023)");
        assert!(!same_kind(&area("E06000001", old), &area("E06000002", new), &Tiers::default()));
    }
}
