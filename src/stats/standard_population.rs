//! Standard populations: the weights that make rates of populations of different ages comparable.

use super::Rejection;
use super::float::sum_of;

/// An age band of a standard population: from an age up to where the next band begins; the last has no end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StandardBand {
    /// First age of the band, in completed years.
    pub from: u8,
    /// How many of the standard's 100,000 people are in it.
    pub weight: f64,
}

const fn band(from: u8, weight: f64) -> StandardBand {
    StandardBand { from, weight }
}

/// The European Standard Population of 2013: nineteen bands of five years, the last from 90 on; 100,000 people.
///
/// Eurostat (2013), "Revision of the European Standard Population".
pub const EUROPEAN_STANDARD_POPULATION_2013: [StandardBand; 19] = [
    band(0, 5000.0),
    band(5, 5500.0),
    band(10, 5500.0),
    band(15, 5500.0),
    band(20, 6000.0),
    band(25, 6000.0),
    band(30, 6500.0),
    band(35, 7000.0),
    band(40, 7000.0),
    band(45, 7000.0),
    band(50, 7000.0),
    band(55, 6500.0),
    band(60, 6000.0),
    band(65, 5500.0),
    band(70, 5000.0),
    band(75, 4000.0),
    band(80, 2500.0),
    band(85, 1500.0),
    band(90, 1000.0),
];

/// The weights of a standard population for wider age bands: each the sum of the standard's bands within it.
///
/// `starts` are the first ages of the bands wanted, ascending; the last band has no end, and ages before the first
/// are left out (as for a rate of people aged 65 and over). A start at which no band of the standard begins, or that
/// does not come after the one before it, is refused, and so are no bands.
///
/// ```
/// use peerglass::stats::{EUROPEAN_STANDARD_POPULATION_2013, standard_weights};
/// let weights = standard_weights(&EUROPEAN_STANDARD_POPULATION_2013, &[0, 15, 65, 85]);
/// assert_eq!(weights, Ok(vec![16_000.0, 64_500.0, 17_000.0, 2_500.0]));
/// ```
pub fn standard_weights(standard: &[StandardBand], starts: &[u8]) -> Result<Vec<f64>, Rejection> {
    let ascending = starts.windows(2).all(|pair| pair[0] < pair[1]);
    let known = starts.iter().all(|start| standard.iter().any(|band| band.from == *start));
    if starts.is_empty() || !ascending || !known {
        return Err(Rejection::WrongAgeBands);
    }
    let weight = |(at, start): (usize, &u8)| {
        let end = starts.get(at + 1);
        let within = |band: &&StandardBand| *start <= band.from && end.is_none_or(|end| band.from < *end);
        sum_of(standard.iter().filter(within).map(|band| band.weight))
    };
    Ok(starts.iter().enumerate().map(weight).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn however_the_bands_are_drawn_the_people_are_the_same() {
        for starts in [vec![0], vec![0, 85], vec![0, 5, 10, 90]] {
            let weights = standard_weights(&EUROPEAN_STANDARD_POPULATION_2013, &starts).unwrap();
            assert_eq!(weights.iter().sum::<f64>(), 100_000.0);
        }
    }

    #[test]
    fn bands_that_do_not_fit_are_refused() {
        for starts in [vec![], vec![0, 1, 5], vec![5, 0], vec![0, 0]] {
            let refused = standard_weights(&EUROPEAN_STANDARD_POPULATION_2013, &starts);
            assert_eq!(refused, Err(Rejection::WrongAgeBands));
        }
    }
}
