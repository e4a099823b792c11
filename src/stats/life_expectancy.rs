//! Life expectancy from an abridged life table, with its variance.

use super::float::{Sum, sum_of};
use super::{Level, Limits, Rejection};

/// A life table of no more people than this says too little (Toson and Baker 2003; Eayres and Williams 2004).
const TOO_FEW_PEOPLE: f64 = 5000.0;
/// A 95 % interval wider than this many years leaves nothing to say.
const WIDEST: f64 = 20.0;
/// How many of those born the table follows; any number would do.
const BORN: f64 = 100_000.0;

/// Deaths and people in one age band, from an age up to where the next band begins.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LifeBand {
    /// First age of the band, in completed years.
    pub from: u8,
    /// Deaths over the period.
    pub deaths: f64,
    /// Person-years over the same period.
    pub population: f64,
}

/// Where a life table's last band, which has no end, begins. All bands before are 0, 1 to 4, then five years each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenBand {
    /// 85 and over: nineteen bands.
    From85,
    /// 90 and over: twenty bands, as published tables for England have them.
    From90,
}

/// The years that people of some age may expect to live yet, at the death rates of the table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LifeExpectancy {
    /// The age, in completed years.
    pub age: u8,
    /// Years yet to live.
    pub value: f64,
    /// Standard error of the value; `None` at an age that nobody reaches.
    pub standard_error: Option<f64>,
}

/// One row of a life table.
struct Row {
    /// Years the band is wide; for the open one, the mean time lived in it, doubled.
    width: f64,
    /// The part of the band lived through by those who die in it.
    part: f64,
    /// The probability of dying in the band.
    dying: f64,
    /// The variance of that probability.
    variance: f64,
    /// Survivors at the beginning of the band.
    alive: f64,
}

/// Life expectancy at the beginning of each age band.
///
/// Chiang's abridged life table (1968, revised method "Chiang II"), infants who die living a tenth of their year, all
/// others half of their band; the variance with Silcocks, Jenner and Reza's (2001) term for the open last band, as
/// recommended by Toson and Baker (2003) and Eayres and Williams (2004). Where more die than the band can hold, all do:
/// nobody reaches the ages after, whose expectancy is zero and has no limits.
///
/// The bands must be exactly those of `open`, in order, and begin at birth. Negative deaths, more deaths than people,
/// no people, 5,000 people or fewer in all, and an open band without deaths are refused. A figure whose 95 % interval
/// is wider than twenty years is refused alone.
///
/// ```
/// use peerglass::stats::{LifeBand, OpenBand, life_expectancy};
/// let deaths = [2, 1, 1, 1, 1, 2, 2, 3, 4, 8, 9, 16, 22, 39, 48, 82, 106, 107, 300];
/// let people = [589, 2869, 3516, 3259, 3762, 3401, 3886, 4359, 3405, 4150, 3236, 3765, 3493, 3857, 3124, 3284, 2460, 1387, 1633];
/// let ages = [0, 1].into_iter().chain((5..=85).step_by(5));
/// let bands: Vec<LifeBand> = ages
///     .zip(deaths.into_iter().zip(people))
///     .map(|(from, (d, p))| LifeBand { from, deaths: d.into(), population: p.into() })
///     .collect();
/// let at_birth = life_expectancy(&bands, OpenBand::From85).unwrap()[0].unwrap();
/// assert_eq!(format!("{:.1}", at_birth.value), "78.5");
/// ```
pub fn life_expectancy(
    bands: &[LifeBand],
    open: OpenBand,
) -> Result<Vec<Result<LifeExpectancy, Rejection>>, Rejection> {
    check(bands, open)?;
    let found = expectancies(&table(bands));
    let at = |((value, standard_error), band): (_, &LifeBand)| {
        sound(LifeExpectancy { age: band.from, value, standard_error })
    };
    Ok(found.into_iter().zip(bands).map(at).collect())
}

/// Limits of a life expectancy: `value ∓ z · standard error`.
///
/// Chiang (1968). Refuses an age that nobody reaches, and a confidence of 1.
///
/// ```
/// use peerglass::stats::{Level, LifeExpectancy, life_expectancy_limits};
/// let at_birth = LifeExpectancy { age: 0, value: 78.5, standard_error: Some(0.5) };
/// let limits = life_expectancy_limits(&at_birth, Level::P95).unwrap();
/// assert_eq!((format!("{:.2}", limits.lower), format!("{:.2}", limits.upper)), ("77.52".into(), "79.48".into()));
/// ```
pub fn life_expectancy_limits(expectancy: &LifeExpectancy, level: Level) -> Result<Limits, Rejection> {
    let reach = level.z() * expectancy.standard_error.ok_or(Rejection::NobodyReachesAge)?;
    Limits::new(expectancy.value - reach, expectancy.value + reach, level)
}

fn check(bands: &[LifeBand], open: OpenBand) -> Result<(), Rejection> {
    if bands.first().is_some_and(|band| band.from != 0) {
        return Err(Rejection::FirstBandNotAtBirth);
    }
    let last = match open {
        OpenBand::From85 => 85,
        OpenBand::From90 => 90,
    };
    if !bands.iter().map(|band| band.from).eq([0, 1].into_iter().chain((5..=last).step_by(5))) {
        return Err(Rejection::WrongAgeBands);
    }
    for band in bands {
        if !(band.deaths.is_finite() && band.population.is_finite()) {
            return Err(Rejection::NotCalculable);
        } else if band.population <= 0.0 {
            return Err(Rejection::DenominatorNotPositive);
        } else if band.deaths < 0.0 {
            return Err(Rejection::NegativeNumerator);
        } else if band.deaths > band.population {
            return Err(Rejection::NumeratorExceedsDenominator);
        }
    }
    if sum_of(bands.iter().map(|band| band.population)) <= TOO_FEW_PEOPLE {
        return Err(Rejection::PopulationTooSmall);
    }
    if bands.last().is_some_and(|band| band.deaths == 0.0) { Err(Rejection::NoDeathsInLastBand) } else { Ok(()) }
}

fn table(bands: &[LifeBand]) -> Vec<Row> {
    let mut alive = BORN;
    let ends = bands.iter().skip(1).map(|band| Some(band.from)).chain([None]);
    bands
        .iter()
        .zip(ends)
        .map(|(band, end)| {
            let row = row(band, end, alive);
            alive -= alive * row.dying;
            row
        })
        .collect()
}

fn row(band: &LifeBand, end: Option<u8>, alive: f64) -> Row {
    let LifeBand { from, deaths, population } = *band;
    let rate = deaths / population;
    let Some(end) = end else {
        return Row { width: 2.0 / rate, part: 0.5, dying: 1.0, variance: 4.0 / deaths / rate / rate, alive };
    };
    let width = f64::from(end.saturating_sub(from));
    let part = if from == 0 { 0.1 } else { 0.5 };
    // At the bound the formula gives one too, but for rounding, which would leave somebody alive.
    let dying =
        if deaths * width * part < population { width * rate / (1.0 + width * rate * (1.0 - part)) } else { 1.0 };
    let variance = if deaths == 0.0 { 0.0 } else { dying * dying * (1.0 - dying) / deaths };
    Row { width, part, dying, variance, alive }
}

/// Years yet to live at the beginning of each row, with the standard error.
fn expectancies(rows: &[Row]) -> Vec<(f64, Option<f64>)> {
    let (mut years, mut squares, mut next) = (Sum::default(), Sum::default(), None);
    let mut found: Vec<_> = rows
        .iter()
        .rev()
        .map(|row| {
            let (n, a, l) = (row.width, row.part, row.alive);
            let survivors = l * (1.0 - row.dying);
            years.add(n * (survivors + a * (l - survivors)));
            // In the open band the next expectancy is none, and what dying earlier or later adds is l/2 (Silcocks).
            let lost = next.map_or(0.5, |next: f64| (1.0 - a) * n + next);
            squares.add(l * lost * (l * lost) * row.variance);
            let reached = l > 0.0;
            let value = if reached { years.total() / l } else { 0.0 };
            next = Some(value);
            (value, reached.then(|| squares.total().sqrt() / l))
        })
        .collect();
    found.reverse();
    found
}

fn sound(expectancy: LifeExpectancy) -> Result<LifeExpectancy, Rejection> {
    let error = expectancy.standard_error.unwrap_or(0.0);
    if !(expectancy.value.is_finite() && error.is_finite()) {
        Err(Rejection::NotCalculable)
    } else if 2.0 * Level::P95.z() * error > WIDEST {
        Err(Rejection::IntervalTooWide)
    } else {
        Ok(expectancy)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DEATHS: [u32; 20] = [2, 1, 1, 1, 1, 2, 2, 3, 4, 8, 9, 16, 22, 39, 48, 82, 106, 107, 146, 154];
    const PEOPLE: [u32; 20] = [
        589, 2869, 3516, 3259, 3762, 3401, 3886, 4359, 3405, 4150, 3236, 3765, 3493, 3857, 3124, 3284, 2460, 1387,
        1041, 592,
    ];

    fn to_90() -> Vec<LifeBand> {
        let ages = [0, 1].into_iter().chain((5..=90).step_by(5));
        let counts = DEATHS.into_iter().zip(PEOPLE);
        ages.zip(counts).map(|(from, (d, p))| LifeBand { from, deaths: d.into(), population: p.into() }).collect()
    }

    /// The last two bands as one.
    fn to_85() -> Vec<LifeBand> {
        let mut bands = to_90();
        let last = bands.pop().unwrap();
        let open = bands.last_mut().unwrap();
        open.deaths += last.deaths;
        open.population += last.population;
        bands
    }

    // Calculated apart, straight from the formulas, in another language.
    #[test]
    fn a_table_that_ends_at_85_agrees_with_the_formulas() {
        let all = life_expectancy(&to_85(), OpenBand::From85).unwrap();
        let (birth, open) = (all[0].unwrap(), all[18].unwrap());
        let close = |found: f64, expected: f64| assert!((found - expected).abs() < 1e-12 * expected, "{found}");
        close(birth.value, 78.47958028220064);
        close(birth.standard_error.unwrap(), 0.5485455657872501);
        close(open.value, 5.443333333333333);
        close(open.standard_error.unwrap(), 0.3142709965288863);
    }

    #[test]
    fn where_the_table_ends_says_little_about_birth() {
        let at_birth = |bands: &[LifeBand], open| life_expectancy(bands, open).unwrap()[0].unwrap().value;
        assert!((at_birth(&to_85(), OpenBand::From85) - at_birth(&to_90(), OpenBand::From90)).abs() < 0.2);
    }

    #[test]
    fn a_table_that_cannot_be_made_says_why() {
        let with = |change: fn(&mut Vec<LifeBand>)| {
            let mut bands = to_90();
            change(&mut bands);
            life_expectancy(&bands, OpenBand::From90).unwrap_err()
        };
        assert_eq!(with(|bands| bands.clear()), Rejection::WrongAgeBands);
        assert_eq!(with(|bands| bands[3].from = 11), Rejection::WrongAgeBands);
        assert_eq!(with(|bands| bands.swap(3, 4)), Rejection::WrongAgeBands);
        assert_eq!(with(|bands| bands[0].from = 1), Rejection::FirstBandNotAtBirth);
        assert_eq!(with(|bands| bands[4].deaths = f64::NAN), Rejection::NotCalculable);
        assert_eq!(with(|bands| bands[19].deaths = 0.0), Rejection::NoDeathsInLastBand);
        assert_eq!(life_expectancy(&to_90(), OpenBand::From85).unwrap_err(), Rejection::WrongAgeBands);
    }
}
