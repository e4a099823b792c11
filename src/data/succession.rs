//! Which areas took the place of areas that are no more.
//!
//! Written by hand from the lookup of local authority districts of 2022 to those of 2023 (Office for National Statistics,
//! Open Geography Portal; Open Government Licence v3.0; contains public sector information licensed under it), and for
//! the three counties from the same orders of Parliament that joined their districts.

/// What became of an area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Succession {
    /// The code that is no more.
    pub code: &'static str,
    /// The name that went with it.
    pub name: &'static str,
    /// The codes and names of the areas that took its place, A to Z.
    pub into: &'static [(&'static str, &'static str)],
    /// The year in which they did, on 1 April.
    pub year: i16,
}

/// What became of an area, by its code or name; `None` where nothing is known to have.
pub fn successor(asked: &str) -> Option<&'static Succession> {
    RETIRED.iter().find(|retired| {
        retired.code.eq_ignore_ascii_case(asked) || retired.name.eq_ignore_ascii_case(asked) && !retired.is_name_kept()
    })
}

impl Succession {
    /// Whether a successor has the same name, so that the name alone does not tell which is meant.
    fn is_name_kept(&self) -> bool {
        self.into.iter().any(|(_, name)| *name == self.name)
    }
}

type Into = &'static [(&'static str, &'static str)];

const CUMBERLAND: Into = &[("E06000063", "Cumberland")];
const WESTMORLAND: Into = &[("E06000064", "Westmorland and Furness")];
const CUMBRIA: Into = &[CUMBERLAND[0], WESTMORLAND[0]];
const NORTH_YORKSHIRE: Into = &[("E06000065", "North Yorkshire")];
const SOMERSET: Into = &[("E06000066", "Somerset")];

/// An area that was replaced on 1 April 2023.
const fn of_2023(code: &'static str, name: &'static str, into: Into) -> Succession {
    Succession { code, name, into, year: 2023 }
}

/// By code.
const RETIRED: [Succession; 20] = [
    of_2023("E07000026", "Allerdale", CUMBERLAND),
    of_2023("E07000027", "Barrow-in-Furness", WESTMORLAND),
    of_2023("E07000028", "Carlisle", CUMBERLAND),
    of_2023("E07000029", "Copeland", CUMBERLAND),
    of_2023("E07000030", "Eden", WESTMORLAND),
    of_2023("E07000031", "South Lakeland", WESTMORLAND),
    of_2023("E07000163", "Craven", NORTH_YORKSHIRE),
    of_2023("E07000164", "Hambleton", NORTH_YORKSHIRE),
    of_2023("E07000165", "Harrogate", NORTH_YORKSHIRE),
    of_2023("E07000166", "Richmondshire", NORTH_YORKSHIRE),
    of_2023("E07000167", "Ryedale", NORTH_YORKSHIRE),
    of_2023("E07000168", "Scarborough", NORTH_YORKSHIRE),
    of_2023("E07000169", "Selby", NORTH_YORKSHIRE),
    of_2023("E07000187", "Mendip", SOMERSET),
    of_2023("E07000188", "Sedgemoor", SOMERSET),
    of_2023("E07000189", "South Somerset", SOMERSET),
    of_2023("E07000246", "Somerset West and Taunton", SOMERSET),
    of_2023("E10000006", "Cumbria", CUMBRIA),
    of_2023("E10000023", "North Yorkshire", NORTH_YORKSHIRE),
    of_2023("E10000027", "Somerset", SOMERSET),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_retired_code_or_name_leads_on_and_a_living_one_does_not() {
        assert_eq!(successor("e07000165").unwrap().into, NORTH_YORKSHIRE);
        assert_eq!(successor("Cumbria").unwrap().into.len(), 2);
        assert_eq!(successor("E10000027").unwrap().name, "Somerset");
        for living in ["Somerset", "North Yorkshire", "E06000065", "E07000008", ""] {
            assert_eq!(successor(living), None, "{living}");
        }
    }

    /// So one step always ends at an area that is there.
    #[test]
    fn no_successor_is_retired_itself_and_codes_stand_in_order() {
        assert!(RETIRED.is_sorted_by(|a, b| a.code < b.code));
        for retired in RETIRED {
            assert!(retired.into.is_sorted_by(|a, b| a.1 < b.1) && !retired.into.is_empty());
            assert!(retired.into.iter().all(|(code, _)| successor(code).is_none()), "{}", retired.code);
        }
    }
}
