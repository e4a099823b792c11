//! Picture, table, sentence, what is read aloud and the file say one thing, whatever the data hold.

use peerglass::compare;
use peerglass::config::{Config, Plain};
use peerglass::data::{Mapping, Reader, Table};
use peerglass::text::Language;
use peerglass::view::{Drawn, Spine, Time, View, compose_answer};
use proptest::prelude::*;

const PLACES: [(&str, &str); 6] = [
    ("E10000001", "Ash"),
    ("E10000002", "Birch"),
    ("E10000003", "Cedar"),
    ("E10000004", "Dogwood"),
    ("E10000005", "Elder"),
    ("E92000001", "England"),
];
const VIEWS: [&str; 6] = ["compare", "trend", "process", "funnel", "gap", "profile"];
const HEADER: &[u8] = b"Indicator,Area Code,Area Name,Category Type,Category,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Count,Denominator\n";

/// A cell: nothing, withheld, too small, a value with its range and counts, or one without.
fn cell() -> impl Strategy<Value = String> {
    let counted = (1..1000_u32, 0..9_u32).prop_map(|(count, reach)| {
        let (value, reach) = (f64::from(count) / 10.0, 0.5 + f64::from(reach) / 10.0);
        format!("{value:.1},{:.1},{:.1},{count},1000", value - reach, value + reach)
    });
    prop_oneof![
        1 => Just(",,,,".to_owned()),
        1 => Just("*,,,,".to_owned()),
        1 => Just("[low],,,,".to_owned()),
        1 => (0.0..99.0_f64).prop_map(|value| format!("{value:.2},,,,")),
        12 => counted,
    ]
}

/// A file of one measure: each place in each year, for everyone and for the most and the least deprived.
fn file() -> impl Strategy<Value = String> {
    let groups = prop_oneof![Just(1_usize), Just(3)];
    (groups, 1..9_usize).prop_flat_map(|(groups, years)| {
        prop::collection::vec(cell(), PLACES.len() * groups * years).prop_map(move |cells| {
            let row = |(at, cell): (usize, &String)| {
                let (code, name) = PLACES[at % PLACES.len()];
                let group =
                    [",", "Deprivation,Most deprived", "Deprivation,Least deprived"][at / PLACES.len() % groups];
                format!("Damp homes,{code},{name},{group},{},{cell}\n", 2010 + at / PLACES.len() / groups)
            };
            cells.iter().enumerate().map(row).collect()
        })
    })
}

fn table(rows: &str) -> Table {
    let mut reader = Reader::new(Mapping::default());
    reader.begin("a.csv");
    reader.push(HEADER);
    reader.push(rows.as_bytes());
    reader.end();
    reader.finish().0
}

fn config(view: &str, polarity: &str) -> Config {
    let board = match view {
        "profile" => {
            r#", "priorities": [{"indicator": "Damp homes", "kind": "local", "type": "outcome", "target": {"level": 20, "date": "2030", "baseline": {"period": "2010"}}}]"#
        }
        _ => "",
    };
    let json = format!(
        r#"{{"view": "{view}", "area": "E10000001", "polarity": "{polarity}", "value-type": "proportion", "unit": "%"{board}}}"#
    );
    Config::read(&serde_json::from_str::<Plain>(&json).unwrap(), &mut Vec::new())
}

fn number(result: &Plain, name: &str) -> Option<f64> {
    match entry(result, name) {
        Some(Plain::Number(number)) => Some(*number),
        _ => None,
    }
}

fn word<'a>(result: &'a Plain, name: &str) -> Option<&'a str> {
    match entry(result, name) {
        Some(Plain::Text(text)) => Some(text),
        _ => None,
    }
}

fn entry<'a>(result: &'a Plain, name: &str) -> Option<&'a Plain> {
    let Plain::Map(entries) = result else { return None };
    entries.iter().find(|(key, _)| key == name).map(|(_, value)| value)
}

/// What stands in the picture for each row of the table: where its figure is, and its range.
type Mark = (usize, Option<f64>, Option<(f64, f64)>);

fn of_time(time: &Time) -> Vec<Mark> {
    let ours = time.traces.first().map(|trace| trace.dots.as_slice()).unwrap_or_default();
    ours.iter().map(|dot| (dot.row, Some(dot.value), dot.range)).collect()
}

fn marks(view: &View) -> Vec<Mark> {
    match &view.chart.drawn {
        Drawn::Bars(bars) => bars.bars.iter().map(|bar| (bar.row, bar.at, bar.range)).collect(),
        Drawn::Time(time) => of_time(time),
        Drawn::Process(process) => of_time(&process.time),
        Drawn::Plane(plane) => plane.spots.iter().map(|spot| (spot.row, Some(spot.value), None)).collect(),
        Drawn::Board(board) => {
            let mark = |spine: &Spine| (spine.at, spine.range);
            board
                .rows
                .iter()
                .filter_map(|row| row.spine.as_ref().map(mark).map(|(at, range)| (row.row, at, range)))
                .collect()
        }
    }
}

/// A line of a file whose fields hold no quotes.
fn fields(line: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut is_quoted = false;
    for letter in line.chars() {
        match letter {
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => found.push(String::new()),
            _ => found.last_mut().unwrap().push(letter),
        }
    }
    found
}

/// Whether a field of the file is this number, to the digits that the file gives.
fn is_same(field: &str, number: Option<f64>) -> bool {
    match (field.parse::<f64>(), number) {
        (Ok(written), Some(number)) => (written - number).abs() <= 1e-6 * number.abs().max(1.0),
        (written, number) => written.is_err() && number.is_none(),
    }
}

/// The column of the table that holds the figures, and the one with their likely ranges.
fn columns(view: &View) -> (usize, Option<usize>) {
    let at = |name: &str| view.table.columns.iter().position(|column| column.starts_with(name));
    (at("Figure").unwrap(), at("Likely range"))
}

fn check(view: &View) -> Result<(), TestCaseError> {
    let results = view.results();
    let csv = view.csv(&[]);
    let lines: Vec<Vec<String>> = csv.lines().map(fields).collect();
    let field = |row: usize, name: &str| lines[0].iter().position(|head| head == name).map(|at| &*lines[row + 1][at]);
    prop_assert_eq!((results.len(), view.points.len()), (view.table.rows.len(), view.table.rows.len()));
    let (figure, range) = columns(view);
    let marks = marks(view);
    for (row, result) in results.iter().enumerate() {
        let (value, absence) = (number(result, "value"), word(result, "absence"));
        let cell = &view.table.rows[row][figure];
        prop_assert!(
            !cell.is_empty() && view.points[row].text.contains(cell.as_str()),
            "{cell}: {:?}",
            view.points[row]
        );
        prop_assert_eq!(value.is_some(), absence.is_none(), "a figure, or why there is none: {:?}", result);
        // In full in the file, or the reason by its name.
        prop_assert!(is_same(field(row, "value").unwrap(), value), "{:?}: {:?}", field(row, "value"), value);
        prop_assert_eq!(field(row, "absent").unwrap_or(""), absence.unwrap_or(""));
        let limits = number(result, "lower").zip(number(result, "upper"));
        if let Some(lower) = field(row, "lower_95") {
            prop_assert!(is_same(lower, limits.map(|limits| limits.0)), "{lower}: {limits:?}");
        }
        if let Some(cell) = range.map(|at| &view.table.rows[row][at]) {
            prop_assert_eq!(cell.contains(" to "), limits.is_some(), "{}", cell);
            prop_assert!(!cell.contains(" to ") || view.points[row].text.contains(cell.as_str()), "{}", cell);
        }
        for (_, at, drawn) in marks.iter().filter(|mark| mark.0 == row) {
            prop_assert_eq!(*at, value, "the mark of row {}", row);
            prop_assert!(drawn.is_none() || *drawn == limits, "{:?} is drawn, {:?} written", drawn, limits);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(super::config())]

    #[test]
    fn picture_table_reading_and_file_say_one_thing(file in file(), polarity in prop_oneof![Just("low-is-good"), Just("none")]) {
        let table = table(&file);
        for name in VIEWS {
            let config = config(name, polarity);
            let Ok(answer) = compare::answer(&table, &config) else { continue };
            check(&compose_answer(&answer, &[], &config, Language::English, Vec::new())).map_err(|error| TestCaseError::fail(format!("{name}: {error}")))?;
        }
    }
}
