//! The rules that tell a signal from noise.

use super::limits::Zone;

/// Which rule a point breaks. The first that applies names the point, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// Beyond a process limit.
    OutsideLimits,
    /// One of a run of points that all rise or all fall.
    Trend,
    /// One of two points near a limit among three on the same side.
    TwoOfThree,
    /// One of a run of points on the same side of the centre.
    Shift,
}

/// Above or below the centre; for a trend, rising or falling.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Above, or rising.
    Above,
    /// Below, or falling.
    Below,
}

/// Why a point wants an explanation, and in which direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signal {
    /// The rule.
    pub rule: Rule,
    /// The direction.
    pub side: Side,
}

/// The signal of a point, which the first of its rules gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    pub signal: Signal,
    /// Whether another of its rules points the other way: only a trend can, against the side of the centre.
    pub opposed: bool,
}

/// How many points in a row make a trend or a shift.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RunLength {
    /// More signals, and more of them false.
    Six,
    /// The rule of *Making Data Count*.
    #[default]
    Seven,
    /// The rule of several textbooks.
    Eight,
}

impl RunLength {
    /// As a number of points.
    ///
    /// ```
    /// use peerglass::stats::process::RunLength;
    /// assert_eq!(RunLength::default().points(), 7);
    /// ```
    pub fn points(self) -> usize {
        match self {
            RunLength::Six => 6,
            RunLength::Seven => 7,
            RunLength::Eight => 8,
        }
    }
}

/// The signal of each point of one period; without limits (`zones` are `None`) only trends and shifts are seen.
pub(super) fn signals(
    values: &[f64],
    sides: &[Option<Side>],
    zones: &[Option<Zone>],
    length: RunLength,
) -> Vec<Option<Found>> {
    let trends = trends(values, length.points());
    let near = two_of_three(sides, zones);
    let shifts = shifts(sides, length.points());
    let of_point = |i: usize| {
        let is_outside = zones[i] == Some(Zone::Outside);
        let by_side = if is_outside || near[i] || shifts[i] { sides[i] } else { None };
        let (rule, side) = match (by_side, trends[i]) {
            (Some(side), _) if is_outside => (Rule::OutsideLimits, side),
            (_, Some(way)) => (Rule::Trend, way),
            (Some(side), None) => (if near[i] { Rule::TwoOfThree } else { Rule::Shift }, side),
            (None, None) => return None,
        };
        let opposed = by_side.zip(trends[i]).is_some_and(|(side, way)| side != way);
        Some(Found { signal: Signal { rule, side }, opposed })
    };
    (0..values.len()).map(of_point).collect()
}

/// Points in runs of `length` or more that strictly rise or strictly fall, with the direction.
///
/// A point that ends one trend and begins the next belongs to the next.
fn trends(values: &[f64], length: usize) -> Vec<Option<Side>> {
    let steps: Vec<Option<Side>> = values.windows(2).map(|pair| super::limits::side(pair[1], pair[0])).collect();
    let mut trends = vec![None; values.len()];
    for (start, count) in runs(&steps) {
        if count + 1 >= length {
            trends[start..=start + count].fill(steps[start]);
        }
    }
    trends
}

/// Points near a limit that are two or more among three neighbours on one side.
///
/// A point outside the limits is not counted as one of the two: here *Making Data Count* is stricter than the zone
/// tests of the Western Electric handbook.
fn two_of_three(sides: &[Option<Side>], zones: &[Option<Zone>]) -> Vec<bool> {
    let mut marked = vec![false; sides.len()];
    for start in 0..sides.len().saturating_sub(2) {
        let window = start..start + 3;
        let same = sides[start].is_some() && sides[window.clone()].iter().all(|side| *side == sides[start]);
        let near = |i: &usize| zones[*i] == Some(Zone::Near);
        if same && window.clone().filter(near).count() >= 2 {
            window.filter(near).for_each(|i| marked[i] = true);
        }
    }
    marked
}

/// Points in runs of `length` or more on one side; a point on the centre breaks a run.
fn shifts(sides: &[Option<Side>], length: usize) -> Vec<bool> {
    let mut shifts = vec![false; sides.len()];
    for (start, count) in runs(sides).filter(|(_, count)| *count >= length) {
        shifts[start..start + count].fill(true);
    }
    shifts
}

/// Start and length of each stretch of one side.
fn runs(sides: &[Option<Side>]) -> impl Iterator<Item = (usize, usize)> {
    let mut start = 0;
    sides.chunk_by(|a, b| a == b).filter_map(move |run| {
        let at = start;
        start += run.len();
        run[0].is_some().then_some((at, run.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use Side::{Above, Below};

    #[test]
    fn the_turning_point_belongs_to_the_next_trend() {
        let found = trends(&[1.0, 2.0, 3.0, 2.0, 1.0], 3);
        assert_eq!(found, [Some(Above), Some(Above), Some(Below), Some(Below), Some(Below)]);
    }

    #[test]
    fn as_many_points_as_the_run_length_make_a_trend() {
        for length in [RunLength::Six, RunLength::Seven, RunLength::Eight].map(RunLength::points) {
            let rising: Vec<f64> = (0..length).map(|i| i as f64).collect();
            assert_eq!(trends(&rising, length), vec![Some(Above); length]);
            assert_eq!(trends(&rising[1..], length), vec![None; length - 1]);
        }
    }

    #[test]
    fn a_repeated_value_breaks_a_trend() {
        assert_eq!(trends(&[1.0, 2.0, 2.0, 3.0], 3), [None; 4]);
    }

    #[test]
    fn a_point_outside_is_not_one_of_the_two() {
        let zones = [Some(Zone::Near), Some(Zone::Outside), Some(Zone::Inner)];
        assert_eq!(two_of_three(&[Some(Above); 3], &zones), [false; 3]);
    }

    #[test]
    fn a_trend_can_point_the_other_way() {
        // Seven below the centre, all rising: the trend names them, the shift says the opposite.
        let rising: Vec<f64> = (0..7).map(f64::from).collect();
        let found = signals(&rising, &[Some(Below); 7], &[Some(Zone::Inner); 7], RunLength::Seven);
        assert_eq!(found, [Some(Found { signal: Signal { rule: Rule::Trend, side: Above }, opposed: true }); 7]);
        let found = signals(&rising, &[Some(Above); 7], &[Some(Zone::Outside); 7], RunLength::Seven);
        assert_eq!(
            found,
            [Some(Found { signal: Signal { rule: Rule::OutsideLimits, side: Above }, opposed: false }); 7]
        );
        let found = signals(&rising, &[Some(Below); 7], &[Some(Zone::Outside); 7], RunLength::Eight);
        assert_eq!(
            found,
            [Some(Found { signal: Signal { rule: Rule::OutsideLimits, side: Below }, opposed: false }); 7]
        );
    }

    #[test]
    fn a_point_on_the_centre_breaks_a_shift() {
        let sides = [Some(Below), Some(Below), None, Some(Below)];
        assert_eq!(shifts(&sides, 3), [false; 4]);
        assert_eq!(shifts(&sides, 2), [true, true, false, false]);
    }
}
