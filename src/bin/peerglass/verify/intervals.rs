//! The 95 % intervals of one indicator, worked out again by the methods a publisher may have used.

use std::collections::BTreeMap;

use peerglass::config::{Choice, Config, Key, ValueType};
use peerglass::data::{IndicatorId, Row, Table};
use peerglass::stats::{Interval, Level, Method, events_interval, rate_interval, rate_method, wilson};

/// The share of an indicator's rows that must agree with a method for it to be the publisher's.
const DECIDES: f64 = 0.9;

/// What a value may be "per".
const MULTIPLIERS: [f64; 6] = [100.0, 1_000.0, 10_000.0, 100_000.0, 1_000_000.0, 1.0];

/// The two families of methods a publisher may have used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// Wilson, for proportions.
    Wilson,
    /// Exact below ten events, Byar from ten.
    Poisson,
}

/// What an indicator is, as far as its table or its rows say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A share of a whole.
    Proportion,
    /// Events per people or time.
    Rate,
    /// Observed against expected.
    Ratio,
}

/// Why an indicator's intervals cannot be worked out again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Apart {
    /// No row has both a count and a denominator beside its interval; whether any has the one, or the other.
    NoCounts(bool, bool),
    /// Its table says that it is of a type that is not worked out from one count and one denominator.
    ValueType(String),
    /// The values are not their counts over their denominators.
    OtherValue,
    /// Every count is a multiple of five.
    RoundedCounts,
    /// The intervals are those of the counts.
    OfCount,
    /// The values are their counts over their denominators, and the intervals are others.
    Unknown,
}

/// A published interval beside the one worked out again.
#[derive(Debug, Clone, Copy)]
pub struct Checked {
    /// The row's position in the table.
    pub row: usize,
    /// By which method it was worked out again.
    pub method: Method,
    /// The published limits; `None` where they do not hold their own value, and so were not read.
    pub published: Option<(f64, f64)>,
    /// The interval worked out again.
    pub recomputed: Interval,
    /// Whether the two agree.
    pub agrees: bool,
    /// Whether the published one is the interval of the count, which was never divided by the denominator.
    pub of_count: bool,
}

/// What came of one indicator.
#[derive(Debug)]
pub enum Found {
    /// It publishes no interval.
    Nothing,
    /// Its publisher's method is known.
    Known(Kind, Vec<Checked>),
    /// It cannot be: why, of how many intervals, and how many of them agree with the nearest method.
    Apart(Apart, usize, usize),
}

/// The rows of one indicator and what is known of it.
struct Measure<'t> {
    rows: Vec<Row<'t>>,
    value_type: String,
    /// How many intervals show so many decimals: one indicator may come from sources that round differently.
    decimals: BTreeMap<usize, usize>,
}

/// Works out again what one indicator publishes, from its rows that have an interval.
pub fn check(table: &Table, config: &Config, id: IndicatorId, rows: Vec<Row>) -> Found {
    let measure = Measure::of(table, config, id, rows);
    if measure.rows.is_empty() {
        return Found::Nothing;
    }
    let counted: Vec<Row> = measure.rows.iter().copied().filter(|row| counts(row).is_some()).collect();
    let Some(per) = multiplier(&counted, measure.known()) else {
        let apart = measure.apart(&counted, false);
        return Found::Apart(apart, measure.rows.len(), 0);
    };
    let tried = [Family::Wilson, Family::Poisson].map(|family| (family, measure.try_family(&counted, family, per)));
    let agreeing = |checked: &[Checked]| checked.iter().filter(|one| one.agrees).count();
    let (wilson, poisson) = (agreeing(&tried[0].1), agreeing(&tried[1].1));
    let [first, second] = tried;
    let (family, checked) = if wilson >= poisson { first } else { second };
    let agree = wilson.max(poisson);
    let judged = checked.iter().filter(|one| one.published.is_some()).count();
    if judged > 0 && agree as f64 >= DECIDES * judged as f64 {
        return Found::Known(measure.kind(family, per), checked);
    }
    Found::Apart(measure.apart(&counted, true), measure.rows.len(), agree)
}

/// The count and the denominator of a row that has both.
fn counts(row: &Row) -> Option<(f64, f64)> {
    let (count, denominator) = (row.count()?, row.denominator()?);
    (denominator > 0.0).then_some((count, denominator))
}

impl<'t> Measure<'t> {
    fn of(table: &Table, config: &Config, id: IndicatorId, rows: Vec<Row<'t>>) -> Measure<'t> {
        let indicator = table.indicator(id);
        let said = config.word_for(&indicator.id, &indicator.name, Key::ValueType);
        let value_type = if said.is_empty() { indicator.value_type.clone() } else { said.to_owned() };
        let mut shown = BTreeMap::new();
        for limits in rows.iter().filter_map(Row::limits95) {
            *shown.entry(decimals(limits)).or_insert(0) += 1;
        }
        Measure { rows, value_type, decimals: shown }
    }

    /// Half a unit of the last decimal that a source shows, as far as the limits tell: where ten times as many show one
    /// decimal more, these have lost their closing zeros.
    fn rounding(&self, limits: (f64, f64)) -> f64 {
        let showing = |decimals: usize| self.decimals.get(&decimals).copied().unwrap_or(0);
        let mut decimals = decimals(limits);
        while showing(decimals + 1) > 10 * showing(decimals) {
            decimals += 1;
        }
        half_unit(decimals)
    }

    /// Whether the published limits of a row are those of an interval.
    fn agrees(&self, row: &Row, interval: &Interval) -> bool {
        row.limits95().is_some_and(|published| near(published, interval, self.rounding(published)))
    }

    /// Whether the published limits of a row are those of its count, not divided by anything.
    fn is_of_count(&self, row: &Row) -> bool {
        let interval = row.count().and_then(|count| events_interval(count, Level::P95).ok());
        interval.is_some_and(|interval| self.agrees(row, &interval))
    }

    fn known(&self) -> Option<ValueType> {
        ValueType::read(&self.value_type)
    }

    fn kind(&self, family: Family, per: f64) -> Kind {
        match (self.known(), family) {
            (Some(ValueType::Ratio), _) => Kind::Ratio,
            (_, Family::Wilson) => Kind::Proportion,
            // Where nobody says what it is, events per hundred of what they are counted against are observed per expected.
            (None, Family::Poisson) if per == 100.0 => Kind::Ratio,
            (_, Family::Poisson) => Kind::Rate,
        }
    }

    /// Every row with its interval by one family of methods.
    fn try_family(&self, rows: &[Row], family: Family, per: f64) -> Vec<Checked> {
        rows.iter().filter_map(|row| self.checked(row, family, per)).collect()
    }

    fn checked(&self, row: &Row, family: Family, per: f64) -> Option<Checked> {
        let (count, denominator) = counts(row)?;
        let interval = match family {
            Family::Wilson => wilson(count, denominator, Level::P95),
            Family::Poisson => rate_interval(count, denominator, Level::P95),
        };
        let recomputed = interval.and_then(|interval| interval.scaled(per)).ok()?;
        let method = if family == Family::Wilson { Method::Wilson } else { rate_method(count) };
        let agrees = self.agrees(row, &recomputed);
        let of_count = !agrees && self.is_of_count(row);
        Some(Checked { row: row.index, method, published: row.limits95(), recomputed, agrees, of_count })
    }

    /// Why its intervals cannot be worked out, as far as the data show.
    fn apart(&self, counted: &[Row], value_fits: bool) -> Apart {
        if counted.is_empty() {
            let (counts, denominators) = (|row: &Row| row.count().is_some(), |row: &Row| row.denominator().is_some());
            return Apart::NoCounts(self.rows.iter().any(counts), self.rows.iter().any(denominators));
        }
        let rounded = |row: &Row| row.count().is_some_and(|count| count % 5.0 == 0.0);
        let counts_give_it = [ValueType::Proportion, ValueType::Rate, ValueType::Ratio, ValueType::Count];
        let of_count = counted.iter().filter(|row| self.is_of_count(row)).count();
        if of_count as f64 >= DECIDES * counted.len() as f64 {
            Apart::OfCount
        } else if self.known().is_some_and(|known| !counts_give_it.contains(&known)) {
            Apart::ValueType(self.value_type.clone())
        } else if !value_fits {
            Apart::OtherValue
        } else if counted.iter().all(rounded) {
            Apart::RoundedCounts
        } else {
            Apart::Unknown
        }
    }
}

/// Whether both limits are within 1 % of the published width, or within the published rounding.
fn near((lower, upper): (f64, f64), recomputed: &Interval, rounding: f64) -> bool {
    // A little more than half a unit, for a limit that lay on the edge when it was rounded.
    let reach = (0.01 * (upper - lower)).max(rounding * 1.000_001);
    (lower - recomputed.lower).abs() <= reach && (upper - recomputed.upper).abs() <= reach
}

/// Decimals of the longer of two limits, as they were written but for closing zeros.
fn decimals((lower, upper): (f64, f64)) -> usize {
    let of = |figure: f64| figure.to_string().split_once('.').map_or(0, |(_, decimals)| decimals.len());
    of(lower).max(of(upper))
}

/// Half a unit of the last of so many decimals.
fn half_unit(decimals: usize) -> f64 {
    (0..decimals).fold(0.5, |unit, _| unit / 10.0)
}

/// The "per" with which nine in ten values are their counts over their denominators.
fn multiplier(rows: &[Row], known: Option<ValueType>) -> Option<f64> {
    let fits = |row: &&Row, per: f64| {
        let (Some(value), Some((count, denominator))) = (row.cell().value(), counts(row)) else { return false };
        let exact = per * count / denominator;
        (value - exact).abs() <= (0.005 * exact.abs()).max(half_unit(decimals((value, value))) * 1.000_001)
    };
    let wanted = |per: &f64| known != Some(ValueType::Proportion) || *per == 100.0 || *per == 1.0;
    let share = |per: f64| rows.iter().filter(|row| fits(row, per)).count() as f64 / rows.len().max(1) as f64;
    MULTIPLIERS.into_iter().filter(wanted).find(|&per| !rows.is_empty() && share(per) >= DECIDES)
}
