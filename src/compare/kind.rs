//! Which areas are of one kind, so that they may be compared.

use crate::data::{Area, AreaClass, among};

/// Whether an area is England: by its code; or, where it has none, by a name or type that says England or a country.
pub(super) fn is_england(area: &Area) -> bool {
    const NATION: &str = "england|country";
    area.code == "E92000001" || area.code.is_empty() && (among(NATION, &area.name) || among(NATION, &area.area_type))
}

/// Whether an area is wider than a local comparison: a benchmark, never a peer.
pub(super) fn is_wide(area: &Area) -> bool {
    area.class().is_wide() || is_england(area)
}

/// Whether two areas are of one width and one kind, and so may stand in one comparison.
///
/// The publisher's label of the type decides where both have one, within what their codes allow (files label a county
/// among neighbourhoods as a neighbourhood). Without labels the codes decide; a unitary, which is of both tiers, is
/// then compared with counties where the series has any, and else with districts.
pub(super) fn same_kind(ours: &Area, other: &Area, counties: bool) -> bool {
    let (our_class, class) = (ours.class(), other.class());
    if !our_class.comparable(class) || is_wide(ours) != is_wide(other) {
        return false;
    }
    if !ours.area_type.is_empty() && !other.area_type.is_empty() {
        return labels_agree(ours, other);
    }
    !(counties && our_class == AreaClass::Unitary && class == AreaClass::District)
}

/// Files split one tier into several labels (`UA`, `County`; `London Boroughs`): where the codes are of authorities,
/// labels that name a form of authority agree with each other, and all other labels must be equal.
fn labels_agree(ours: &Area, other: &Area) -> bool {
    if ours.area_type == other.area_type {
        return true;
    }
    const FORMS: &str = "ua|county|counties|unitary authority|unitary authorities|london borough|london boroughs|\
        metropolitan district|metropolitan districts|metropolitan borough|metropolitan boroughs";
    among(FORMS, &ours.area_type) && among(FORMS, &other.area_type)
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
        assert!(!same_kind(&area("E02005540", label), &area("E10000020", label), false));
    }

    #[test]
    fn without_labels_a_unitary_stands_with_counties_first() {
        let unitary = area("E06000001", "");
        assert!(same_kind(&unitary, &area("E10000017", ""), true));
        assert!(!same_kind(&unitary, &area("E07000008", ""), true));
        assert!(same_kind(&unitary, &area("E07000008", ""), false));
        assert!(!same_kind(&area("E10000017", ""), &area("E07000008", ""), true));
    }

    #[test]
    fn forms_of_one_tier_agree_and_other_labels_must_be_equal() {
        assert!(same_kind(&area("E06000001", "UA"), &area("E10000017", "County"), false));
        let (old, new) = ("Counties & UAs (pre 4/19)", "Counties & UAs (from Apr 2023)");
        assert!(!same_kind(&area("E06000001", old), &area("E06000002", new), false));
    }
}
