//! The publisher's tool, run as a publisher runs it: what it prints, how it ends, what it serves.
//!
//! `PEERGLASS_DATA` (default `../shared/data`) names the folder of real files. Where `CI` is set, their absence fails.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::Value;
use sha2::{Digest, Sha256};

#[allow(dead_code)]
#[path = "real_files/files.rs"]
mod files;

/// How a run of the tool ended and what it said.
struct Ran {
    code: i32,
    out: String,
    err: String,
}

impl Ran {
    fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}{}", self.out, self.err))
    }
}

fn tool() -> Command {
    Command::new(env!("CARGO_BIN_EXE_peerglass"))
}

fn run(folder: &Path, arguments: &[&str]) -> Ran {
    let output = tool().args(arguments).current_dir(folder).output().unwrap();
    Ran {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A folder of a test's own, with these files in it.
fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).unwrap();
    for (name, content) in files {
        fs::write(folder.join(name), content).unwrap();
    }
    folder
}

/// Proportions by Wilson, with labels against England; low is good.
const SMOKING: &str = "\
Indicator ID,Indicator Name,Area Code,Area Name,Area Type,Sex,Age,Time period,Value,Lower CI 95.0 limit,\
Upper CI 95.0 limit,Count,Denominator,Compared to England value or percentiles
1,Smoking,E92000001,England,England,Persons,18+ yrs,2024,12,11.5,12.5,1920,16000,Not compared
1,Smoking,E06000001,Aldmoor,UA,Persons,18+ yrs,2024,15,12.9210,17.3469,150,1000,Worse
1,Smoking,E06000002,Brackwell,UA,Persons,18+ yrs,2024,10,8.2909,12.0152,100,1000,Similar
1,Smoking,E06000003,Cawdale,UA,Persons,18+ yrs,2024,8,6.4748,9.8466,80,1000,Better
1,Smoking,E06000004,Dunmere,UA,Persons,18+ yrs,2024,9,7.3796,10.9342,90,1000,Better
1,Smoking,E06000005,Elsworth,UA,Persons,18+ yrs,2024,13,11.0564,15.2268,130,1000,Similar
1,Smoking,E06000006,Fenbridge,UA,Persons,18+ yrs,2024,14,11.9869,16.2887,140,1000,Similar
1,Smoking,E06000007,Garth,UA,Persons,18+ yrs,2024,11,9.2079,13.0905,110,1000,Similar
1,Smoking,E06000008,Holme,UA,Persons,18+ yrs,2024,16,13.8585,18.4017,160,1000,Worse
1,Smoking,E06000009,Ivelby,UA,Persons,18+ yrs,2024,17,14.7992,19.4534,170,1000,Worse
1,Smoking,E06000010,Jarrow,UA,Persons,18+ yrs,2024,12,10.1299,14.1609,120,1000,Similar
";

#[test]
fn help_is_there_for_all_and_each_and_says_how_it_ends() {
    let here = folder("help", &[]);
    for arguments in [
        vec!["--help"],
        vec!["serve", "--help"],
        vec!["check", "-h"],
        vec!["render", "--help"],
        vec!["verify", "--help"],
    ] {
        let ran = run(&here, &arguments);
        assert_eq!(ran.code, 0, "{arguments:?}: {}", ran.err);
        assert!(ran.out.contains("peerglass") && ran.out.contains("Exit codes"), "{arguments:?}");
    }
    assert!(run(&here, &["--version"]).out.contains(env!("CARGO_PKG_VERSION")));
}

#[test]
fn what_is_not_understood_ends_with_two_and_says_what_to_do() {
    let here = folder("usage", &[("a.csv", SMOKING)]);
    for (arguments, says) in [
        (vec![], "--help"),
        (vec!["chekc"], "--help"),
        (vec!["check"], "no file was named"),
        (vec!["check", "nowhere.csv"], "nowhere.csv cannot be read"),
        (vec!["check", "a.csv", "--aera", "x"], "Did you mean --area?"),
        (vec!["check", "a.csv", "--config", "nowhere.json"], "nowhere.json cannot be read"),
        (vec!["render", "a.csv", "--format", "pdf"], "html, page, svg, csv, json and receipt"),
        (vec!["render", "a.csv", "--area", "E06000001", "--date", "yesterday"], "--date 2026"),
        (vec!["render", "a.csv", "--width", "9"], "200 to 4000"),
        (vec!["render", "a.csv", "--area", "E06000001", "--out", "no/such/folder.html"], "cannot be written"),
        (vec!["verify", "a.csv", "--least", "most"], "--least"),
        (vec!["serve", "--host", "0.0.0.0"], "this machine"),
    ] {
        let ran = run(&here, &arguments);
        assert_eq!(ran.code, 2, "{arguments:?}: {}{}", ran.out, ran.err);
        assert!(ran.err.contains(says), "{arguments:?}: {}", ran.err);
        assert!(ran.out.is_empty(), "{arguments:?}");
    }
}

#[test]
fn check_names_file_line_column_and_fix() {
    let broken = SMOKING.replace("Aldmoor,UA,Persons,18+ yrs,2024,15", "Aldmoor,UA,Persons,18+ yrs,2024,1O");
    let here = folder("check", &[("fine.csv", SMOKING), ("broken.csv", &broken)]);
    let fine = run(&here, &["check", "fine.csv"]);
    assert_eq!((fine.code, fine.out.contains("No problems")), (0, true), "{}", fine.out);
    let ran = run(&here, &["check", "broken.csv"]);
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("broken.csv:3, column “Value”: "), "{}", ran.out);
    let json = run(&here, &["check", "broken.csv", "--json"]);
    assert_eq!(json.code, 1);
    let json = json.json();
    let counts = ["rows", "areas", "indicators", "periods"].map(|key| json[key].as_u64().unwrap());
    assert_eq!(counts, [11, 11, 1, 1]);
    let problem = &json["problems"][0];
    assert_eq!((problem["line"].as_u64(), problem["column"].as_str()), (Some(3), Some("Value")));
    assert_eq!(problem["kind"], "not-a-number");
    assert!(["message", "hint"].iter().all(|key| !problem[key].as_str().unwrap().is_empty()));
}

#[test]
fn check_reads_the_set_up_too() {
    let config = r#"{"area": "Aldmor", "polarty": "low-is-good", "view": "comapre"}"#;
    let here = folder("set-up", &[("fine.csv", SMOKING), ("view.json", config), ("broken.json", "{")]);
    let json = run(&here, &["check", "fine.csv", "--config", "view.json", "--json"]).json();
    let kinds: Vec<&str> =
        json["problems"].as_array().unwrap().iter().map(|one| one["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["unknown-option", "unknown-word", "area-not-found"]);
    let broken = run(&here, &["check", "fine.csv", "--config", "broken.json", "--json"]);
    assert_eq!((broken.code, broken.json()["problems"][0]["kind"].as_str()), (1, Some("config-unreadable")));
}

#[test]
fn render_writes_every_format_with_period_and_date() {
    let here =
        folder("render", &[("smoking.csv", SMOKING), ("view.json", r#"{"src": "smoking.csv", "area": "E06000001"}"#)]);
    let with = |format: &str| {
        let ran = run(&here, &["render", "--config", "view.json", "--format", format, "--date", "2026-01-02"]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        ran.out
    };
    let html = with("html");
    for part in
        ["data-peerglass-made=\"2026-01-02\"", "data-peerglass-period=\"2024\"", "<h3", "<table>", "<svg", "Aldmoor"]
    {
        assert!(html.contains(part), "{part}: {html}");
    }
    assert!(html.contains("2 January 2026") || html.matches("2026-01-02").count() > 1, "the reader is told the date");
    assert!(with("page").starts_with("<!DOCTYPE html>"));
    assert!(with("svg").starts_with("<svg"));
    assert!(with("csv").starts_with("code,name,role,value"));
    assert!(serde_json::from_str::<Value>(&with("json")).unwrap()["headline"]["text"].is_string());
    assert_eq!(with("html"), html, "same files, same day, same bytes");
    let out = run(&here, &["render", "smoking.csv", "--area", "E06000001", "--date", "2026-01-02", "--out", "a.html"]);
    assert_eq!((out.code, out.out.as_str(), fs::read_to_string(here.join("a.html")).unwrap()), (0, "", html));
}

#[test]
fn a_copy_says_its_source_day_version_and_the_hash_of_its_data() {
    let config = r#"{"src": "smoking.csv", "area": "E06000001", "source": "Yearly survey"}"#;
    let here = folder("origin", &[("smoking.csv", SMOKING), ("view.json", config)]);
    let hash: String = Sha256::digest(SMOKING).iter().map(|byte| format!("{byte:02x}")).collect();
    let version = concat!("Peerglass ", env!("CARGO_PKG_VERSION"));
    for format in ["page", "csv", "svg"] {
        let ran = run(&here, &["render", "--config", "view.json", "--format", format, "--date", "2026-01-02"]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        // A line of the picture ends where its width does.
        let words = ran.out.split('<').map(|tag| tag.split_once('>').map_or(tag, |(_, text)| text));
        let said = words.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ");
        for part in ["Source: Yearly survey.", "Figures for 2024.", version, "2026-01-02", "smoking.csv", hash.as_str()]
        {
            assert!(said.contains(part), "{format}: {part}: {said}");
        }
        // Nothing of this machine, nothing to fetch, nothing that a spreadsheet takes for a formula.
        assert!(!ran.out.contains(here.to_str().unwrap()), "{format}");
        assert!(!ran.out.contains(" src=") && !ran.out.contains("<link") && !ran.out.contains("@import"), "{format}");
        assert!(format != "csv" || ran.out.lines().all(|line| !line.starts_with(['=', '+', '@'])));
        let receipts = "&quot;verdicts&quot;";
        assert_eq!(format == "page", ran.out.contains(receipts), "{format}");
    }
}

#[test]
fn render_writes_nothing_in_place_of_what_was_asked() {
    let here = folder("instead", &[("smoking.csv", SMOKING), ("empty.csv", "")]);
    for arguments in
        [vec!["smoking.csv", "--area", "Aldmor"], vec!["smoking.csv"], vec!["empty.csv", "--area", "E06000001"]]
    {
        let ran = run(&here, &[vec!["render"], arguments].concat());
        assert_eq!((ran.code, ran.out.as_str()), (1, ""));
        assert!(ran.err.contains("nothing is written"), "{}", ran.err);
    }
}

#[test]
fn check_names_a_static_copy_that_no_longer_matches() {
    let newer = SMOKING.replace(",2024,", ",2025,");
    let other = SMOKING.replace("Aldmoor,UA,Persons,18+ yrs,2024,15,", "Aldmoor,UA,Persons,18+ yrs,2024,14,");
    let here = folder("copies", &[("smoking.csv", SMOKING), ("newer.csv", &newer), ("other.csv", &other)]);
    let copy = run(&here, &["render", "smoking.csv", "--area", "E06000001", "--date", "2026-01-02"]).out;
    // What a content system may do to markup that is pasted into it.
    let tidied = copy.replace("><", ">\n  <").replace(" class=\"pg\"", "");
    let page =
        |copy: &str| format!("<html>\n<peer-glass src=\"/data/a.csv\" area=\"E06000001\">\n{copy}</peer-glass>\n");
    fs::write(here.join("page.html"), page(&copy)).unwrap();
    fs::write(here.join("tidied.html"), page(&tidied)).unwrap();
    fs::write(here.join("bare.html"), page("")).unwrap();
    let kinds = |data: &str, page: &str| {
        let ran = run(&here, &["check", data, "--page", page, "--json"]);
        let json = ran.json();
        let problems = json["problems"].as_array().unwrap();
        assert_eq!(ran.code, i32::from(!problems.is_empty()));
        problems.iter().map(|one| format!("{} {}", one["kind"].as_str().unwrap(), one["line"])).collect::<Vec<_>>()
    };
    assert_eq!(kinds("smoking.csv", "page.html"), [""; 0]);
    assert_eq!(kinds("smoking.csv", "tidied.html"), [""; 0]);
    assert_eq!(kinds("newer.csv", "page.html")[0], "fallback-period 3");
    let other = kinds("other.csv", "page.html");
    assert!(
        other.contains(&"fallback-headline 3".to_owned()) && other.contains(&"fallback-table 3".to_owned()),
        "{other:?}"
    );
    assert_eq!(kinds("smoking.csv", "bare.html"), ["no-fallback 2"]);
    let words = run(&here, &["check", "newer.csv", "--page", "page.html"]).out;
    assert!(words.contains("page.html:3: The copy of 2026-01-02 is for 2024; the files now give 2025."), "{words}");
}

#[test]
fn verify_agrees_and_names_what_does_not() {
    let wrong = SMOKING.replace("8.2909,12.0152,100,1000,Similar", "8.2909,12.9152,100,1000,Worse");
    let outside = wrong.replace("2024,8,6.4748,9.8466", "2024,8,8.4748,9.8466");
    let here = folder("verify", &[("fine.csv", SMOKING), ("wrong.csv", &outside), ("empty.csv", "")]);
    let empty = run(&here, &["verify", "empty.csv"]);
    assert_eq!((empty.code, empty.out.contains("nothing to verify")), (1, true), "{}", empty.out);
    let fine = run(&here, &["verify", "fine.csv", "--json"]);
    let json = fine.json();
    assert_eq!(json["intervals"]["by_method"]["wilson"]["agree"], 11, "{}", fine.out);
    assert_eq!((fine.code, json["comparisons"]["agree"].as_u64(), json["rows"].as_u64()), (0, Some(10), Some(11)));
    let ran = run(&here, &["verify", "wrong.csv", "--json", "--least", "100%"]);
    assert_eq!(ran.code, 1);
    let json = ran.json();
    let found: Vec<(u64, &str)> = json["disagreements"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["line"].as_u64().unwrap(), one["what"].as_str().unwrap()))
        .collect();
    assert_eq!(found, [(4, "interval"), (4, "comparison"), (5, "value-outside-interval")]);
    assert_eq!(run(&here, &["verify", "wrong.csv"]).code, 1, "everything must agree where no share is named");
    assert_eq!(run(&here, &["verify", "wrong.csv", "--least", "0.8"]).code, 0);
}

#[test]
fn verify_tells_apart_what_it_cannot_work_out() {
    // Intervals half as wide again as Wilson's, as a survey's are.
    let survey: String = SMOKING
        .lines()
        .enumerate()
        .map(|(at, line)| {
            let mut cells: Vec<String> = line.split(',').map(str::to_owned).collect();
            if at > 0 {
                let [value, lower, upper] = [8, 9, 10].map(|at| cells[at].parse::<f64>().unwrap());
                cells[9] = (value - 1.5 * (value - lower)).to_string();
                cells[10] = (value + 1.5 * (upper - value)).to_string();
            }
            cells.join(",") + "\n"
        })
        .collect();
    let here = folder("survey", &[("survey.csv", &survey)]);
    let json = run(&here, &["verify", "survey.csv", "--json"]).json();
    assert_eq!(json["intervals"]["checked"], 0);
    assert_eq!((json["told_apart"][0]["id"].as_str(), json["told_apart"][0]["near"].as_u64()), (Some("1"), Some(0)));
}

/// Seven years of one place that rise steadily, and of one that do not, each with the label that its file gives it.
fn trended(rising: &str, level: &str, untested: &str) -> String {
    let mut csv =
        String::from("Indicator ID,Area Code,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Recent Trend\n");
    let steps = [("E10000001", 1.0, rising), ("E10000002", 0.0, level)];
    for (code, step, label) in steps {
        for year in 0..7 {
            let value = 50.0 + step * f64::from(year);
            let label = if year == 6 { label } else { "" };
            csv += &format!("1,{code},{},{value},{},{},{label}\n", 2017 + year, value - 1.2, value + 1.2);
        }
    }
    csv + &format!("2,E10000001,2023,5,4,6,{untested}\n")
}

#[test]
fn verify_works_trends_out_again() {
    let files = [
        ("fine.csv", trended("Increasing and getting worse", "No significant change", "Increasing")),
        ("wrong.csv", trended("Decreasing", "No significant change", "Cannot be calculated")),
    ];
    let here = folder("trends", &files.each_ref().map(|(name, csv)| (*name, csv.as_str())));
    let fine = run(&here, &["verify", "fine.csv", "--json"]).json();
    assert_eq!(fine["trends"], serde_json::json!({ "checked": 2, "agree": 2, "without": 0, "unchecked": 1 }));
    let wrong = run(&here, &["verify", "wrong.csv", "--json"]);
    assert_eq!(wrong.code, 1);
    let json = wrong.json();
    assert_eq!(json["trends"], serde_json::json!({ "checked": 2, "agree": 1, "without": 1, "unchecked": 0 }));
    let one = &json["disagreements"][0];
    assert_eq!((one["what"].as_str(), one["line"].as_u64()), (Some("trend"), Some(8)));
    assert_eq!((one["published"].as_str(), one["recomputed"].as_str()), (Some("Decreasing"), Some("Increasing")));
}

#[test]
fn real_files_verify_by_the_shares_that_are_promised() {
    let Some(here) = files::folder().map(|folder| folder.join("fingertips")) else { return };
    let mut sums: Vec<(String, u64, u64)> = Vec::new();
    let mut add = |name: &str, tally: &Value| {
        let (checked, agree) = (tally["checked"].as_u64().unwrap(), tally["agree"].as_u64().unwrap());
        match sums.iter_mut().find(|(known, ..)| known == name) {
            Some(sum) => (sum.1, sum.2) = (sum.1 + checked, sum.2 + agree),
            None => sums.push((name.to_owned(), checked, agree)),
        }
    };
    let mut apart: Vec<String> = Vec::new();
    for files in fingertips(&here) {
        let files: Vec<&str> = files.iter().map(String::as_str).collect();
        let json = run(&here, &[vec!["verify", "--json"], files].concat()).json();
        add("wilson", &json["intervals"]["by_method"]["wilson"]);
        add("ratio", &json["intervals"]["by_kind"]["ratio"]);
        add("rate", &json["intervals"]["by_kind"]["rate"]);
        add("comparisons", &json["comparisons"]);
        add("trends", &json["trends"]);
        apart.extend(json["told_apart"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_owned()));
        assert!(json["disagreements"].as_array().unwrap().len() <= 20);
    }
    println!("{sums:?}; told apart: {apart:?}");
    let share = |name: &str| {
        let (_, checked, agree) = sums.iter().find(|(known, ..)| known == name).unwrap();
        (*checked, *agree as f64 / *checked as f64)
    };
    let (wilson, ratio, comparisons) = (share("wilson"), share("ratio"), share("comparisons"));
    let trends = share("trends");
    assert!(trends.0 >= 800 && trends.1 >= 0.98, "trends {trends:?}");
    assert!(wilson.0 >= 4_000 && wilson.1 >= 0.99, "Wilson {wilson:?}");
    assert!(ratio.0 >= 1_400 && ratio.1 == 1.0, "ratios {ratio:?}");
    assert!(comparisons.0 >= 5_000 && comparisons.1 >= 0.999, "comparisons {comparisons:?}");
    // Surveys, models, standardised rates and unrounded counts: by name, and not among those that agree.
    for id in
        ["22401", "92033", "93015", "93088", "93701", "94103", "90280", "90638", "90988", "93283", "93573", "92659"]
    {
        assert!(apart.contains(&id.to_owned()), "{id} is not told apart: {apart:?}");
    }
}

/// The files of the folder, each by itself but for the extract, which needs its indicator table.
fn fingertips(folder: &Path) -> Vec<Vec<String>> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let is_data = |name: &String| name.ends_with(".csv") && !name.starts_with("dhsc-extract");
    let mut files: Vec<Vec<String>> = names.filter(is_data).map(|name| vec![name]).collect();
    files.sort();
    let extract = ["dhsc-extract-20-indicators.csv", "dhsc-extract-indicator-metadata.csv"];
    files.push(extract.map(str::to_owned).to_vec());
    files
}

#[test]
fn the_interval_of_a_count_is_named_as_such() {
    let Some(here) = files::folder().map(|folder| folder.join("fingertips")) else { return };
    let files = ["dhsc-extract-20-indicators.csv", "dhsc-extract-indicator-metadata.csv"];
    let json = run(&here, &[vec!["verify", "--json"], files.to_vec()].concat()).json();
    let listed = json["disagreements"].as_array().unwrap();
    let of_intervals: Vec<&Value> = listed.iter().filter(|one| one["what"] != "trend").collect();
    assert!(of_intervals.iter().all(|one| one["indicator"] == "93124"), "{listed:?}");
    assert!(listed.iter().any(|one| one["what"] == "interval-of-count"));
}

/// A server that is stopped when the test is over.
struct Serving {
    child: Child,
    address: String,
}

impl Serving {
    fn start(arguments: &[&str]) -> Serving {
        let mut child = tool()
            .args(["serve", "--port", "0"])
            .args(arguments)
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.split(['/', ' ']).find(|part| part.starts_with("127.0.0.1:")).unwrap().to_owned();
        Serving { child, address }
    }

    /// Head and body of the answer to a request, its path sent as it is.
    fn ask(&self, method: &str, path: &str, headers: &str) -> (String, Vec<u8>) {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let host = &self.address;
        write!(stream, "{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{headers}\r\n").unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let end = answer.windows(4).position(|bytes| bytes == b"\r\n\r\n").unwrap();
        let head = String::from_utf8(answer[..end].to_vec()).unwrap();
        (head, answer[end + 4..].to_vec())
    }

    fn get(&self, path: &str) -> (String, Vec<u8>) {
        self.ask("GET", path, "")
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn committed(path: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

#[test]
fn serve_sends_files_as_a_strict_site_would() {
    let serving = Serving::start(&[]);
    for (path, file, media_type) in [
        ("/peerglass/peerglass_bg.wasm", "pkg/peerglass_bg.wasm", "application/wasm"),
        ("/pkg/peer-glass.js?v=1", "pkg/peer-glass.js", "text/javascript; charset=utf-8"),
        ("/peerglass/peer-glass.css", "pkg/peer-glass.css", "text/css; charset=utf-8"),
        ("/embed.js", "www/embed.js", "text/javascript; charset=utf-8"),
        ("/peerglass/build.json", "pkg/build.json", "application/json"),
    ] {
        let (head, body) = serving.get(path);
        assert!(head.starts_with("HTTP/1.1 200"), "{path}: {head}");
        assert!(head.contains(&format!("Content-Type: {media_type}\r")), "{path}: {head}");
        let policy = "Content-Security-Policy: default-src 'self'; script-src 'self' 'wasm-unsafe-eval'\r";
        assert!(head.contains(policy) && head.contains("X-Content-Type-Options: nosniff"), "{head}");
        assert!(!head.contains("Content-Encoding"), "{head}");
        assert!(body == committed(file), "{path}");
    }
    let (head, body) = serving.ask("HEAD", "/embed.js", "");
    assert!(head.starts_with("HTTP/1.1 200") && body.is_empty(), "{head}");
    assert!(serving.ask("POST", "/embed.js", "Content-Length: 0\r\n").0.starts_with("HTTP/1.1 405"));
}

#[test]
fn serve_sends_the_compressed_copy_a_browser_asks_for() {
    let serving = Serving::start(&[]);
    let path = "/peerglass/peerglass_bg.wasm";
    for (accepts, encoding, file) in
        [("gzip, deflate, br", "br", "pkg/peerglass_bg.wasm.br"), ("gzip", "gzip", "pkg/peerglass_bg.wasm.gz")]
    {
        let (head, body) = serving.ask("GET", path, &format!("Accept-Encoding: {accepts}\r\n"));
        assert!(head.contains(&format!("Content-Encoding: {encoding}\r")) || head.ends_with(encoding), "{head}");
        assert!(head.contains("Content-Type: application/wasm") && head.contains("Vary: Accept-Encoding"), "{head}");
        assert!(body == committed(file), "{accepts}");
    }
    let (head, _) = serving.ask("GET", path, "Accept-Encoding: br;q=0\r\n");
    assert!(!head.contains("Content-Encoding"), "{head}");
}

#[test]
fn serve_gives_nothing_from_outside_its_folders() {
    let serving = Serving::start(&[]);
    for path in [
        "/nothing.html",
        "/../Cargo.toml",
        "/peerglass/../Cargo.toml",
        "/peerglass/../../tool/Cargo.toml",
        "/%2e%2e/Cargo.toml",
        "/..%2fCargo.toml",
        "/..%5cCargo.toml",
        "//etc/passwd",
        "/peerglass//etc/passwd",
        "/.git/config",
        "/%00",
        "/%",
    ] {
        let (head, body) = serving.get(path);
        assert!(head.starts_with("HTTP/1.1 404"), "{path}: {head}");
        assert!(!String::from_utf8_lossy(&body).contains("[package]"), "{path}");
        assert!(head.contains("Content-Security-Policy") && head.contains("text/plain"), "{head}");
    }
    let (head, _) = serving.get("/peerglass");
    assert!(head.starts_with("HTTP/1.1 308") && head.contains("Location: /peerglass/"), "{head}");
}

#[test]
fn serve_tries_another_policy_and_answers_many_at_once() {
    let serving = Serving::start(&["--policy", "default-src 'none'"]);
    let (head, _) = serving.get("/embed.js");
    assert!(head.contains("Content-Security-Policy: default-src 'none'\r"), "{head}");
    // Connections that are opened and kept waiting, as browsers do, must not hold up the next.
    let idle: Vec<TcpStream> = (0..6).map(|_| TcpStream::connect(&serving.address).unwrap()).collect();
    assert!(serving.get("/embed.js").0.starts_with("HTTP/1.1 200"));
    drop(idle);
}

#[test]
fn serve_says_what_to_do_without_its_folders_or_its_port() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let ran = run(Path::new(env!("CARGO_MANIFEST_DIR")), &["serve", "--port", &port]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("cannot be used") && ran.err.contains("--port"), "{}", ran.err);
}

/// Every step of a receipt, wherever it stands.
fn steps<'j>(json: &'j Value, found: &mut Vec<&'j Value>) {
    match json {
        Value::Object(entries) if entries.contains_key("rule") => found.push(json),
        Value::Object(entries) => entries.values().for_each(|entry| steps(entry, found)),
        Value::Array(items) => items.iter().for_each(|item| steps(item, found)),
        _ => {}
    }
}

#[test]
fn receipts_of_every_case_come_out_the_same_when_worked_out_again() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let here = folder("receipts", &[]);
    let mut rules = std::collections::BTreeMap::<String, usize>::new();
    let mut replayed = 0;
    for case in fs::read_dir(&cases).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()) {
        let config = case.join("config.json");
        let made = run(&here, &["render", "--config", config.to_str().unwrap(), "--format", "receipt"]);
        if made.code == 1 {
            continue; // it shows something else than was asked, and so is not written
        }
        fs::write(here.join("receipt.json"), &made.out).unwrap();
        let again = run(&here, &["receipt", "receipt.json"]);
        assert_eq!((again.code, &again.out), (0, &made.out), "{}: {}", case.display(), again.err);
        let json = made.json();
        let mut found = Vec::new();
        steps(&json, &mut found);
        for step in found {
            assert!(step["missing"].is_null(), "{}: {step}", case.display());
            *rules.entry(step["rule"].as_str().unwrap().to_owned()).or_default() += 1;
        }
        replayed += 1;
    }
    assert!(replayed > 30, "{replayed}");
    for rule in ["wilson", "exact-poisson-or-byar", "median", "fixed-value", "gap"] {
        assert!(rules.get(rule).is_some_and(|times| *times > 0), "no case has {rule}: {rules:?}");
    }
}

#[test]
fn receipt_that_was_changed_comes_out_otherwise() {
    let here = folder("receipt-changed", &[("smoking.csv", SMOKING)]);
    let made = run(&here, &["render", "smoking.csv", "--area", "E06000001", "--format", "receipt"]).out;
    let first = |text: &str| made.lines().position(|line| line.contains(text)).unwrap() + 1;
    let side = made.lines().find(|line| line.contains("\"side\":")).unwrap();
    for (name, changed, code, says) in [
        ("result", made.replacen(side, "  \"side\": \"sideways\",", 1), 1, format!(":{}:", first("\"side\":"))),
        ("rule", made.replacen("fixed-value", "a-better-rule", 1), 2, "a-better-rule".to_owned()),
        ("input", made.replacen("\"against\"", "\"opposite\"", 1), 2, "\"against\"".to_owned()),
        ("json", made[..made.len() / 2].to_owned(), 2, "can be worked out again".to_owned()),
    ] {
        fs::write(here.join("changed.json"), changed).unwrap();
        let ran = run(&here, &["receipt", "changed.json"]);
        assert_eq!(ran.code, code, "{name}: {}", ran.err);
        assert!(ran.err.contains(&says), "{name}: {}", ran.err);
    }
    assert_eq!(run(&here, &["receipt"]).code, 2);
    assert_eq!(run(&here, &["receipt", "nowhere.json"]).code, 2);
}

#[test]
fn a_config_for_newer_options_is_said_and_not_rendered() {
    let config = |version: &str| format!(r#"{{"schema": {version}, "area": "E06000001", "unit": "%"}}"#);
    let (ours, newer, none) = (config("\"1\""), config("\"2\""), config("\"one\""));
    let files = [("a.csv", SMOKING), ("ours.json", &ours), ("newer.json", &newer), ("none.json", &none)];
    let here = folder("newer-options", &files);
    let render = |config: &str| run(&here, &["render", "a.csv", "--config", config]);
    assert_eq!(render("ours.json").code, 0);
    let refused = render("newer.json");
    assert_eq!((refused.code, refused.out.as_str()), (1, ""));
    assert!(refused.err.contains("version 2 of the options"), "{}", refused.err);
    assert!(render("none.json").err.contains("“one” is no word for the option schema"));
    let checked = run(&here, &["check", "a.csv", "--config", "newer.json"]);
    assert!(checked.code == 1 && checked.out.contains("version 2 of the options"), "{}", checked.out);
}

#[test]
fn init_writes_a_config_that_check_says_what_is_wanting_in() {
    let here = folder("init", &[("smoking.csv", SMOKING)]);
    _ = fs::remove_file(here.join("view.json"));
    let printed = run(&here, &["init", "smoking.csv"]);
    assert_eq!(printed.code, 0, "{}", printed.err);
    let draft = printed.json();
    assert_eq!(
        (&draft["src"], &draft["indicator"], &draft["source"]),
        (&"smoking.csv".into(), &"1".into(), &"".into())
    );
    assert_eq!(run(&here, &["init", "smoking.csv", "--out", "view.json"]).code, 0);
    assert_eq!(fs::read_to_string(here.join("view.json")).unwrap(), printed.out);
    let again = run(&here, &["init", "smoking.csv", "--out", "view.json"]);
    assert!(again.code == 2 && again.err.contains("is there already"), "{}", again.err);
    let checked = run(&here, &["check", "--config", "view.json"]);
    assert_eq!(checked.code, 1);
    for said in ["stop: source-missing (source): The view names no source.", "stop: licence-missing"] {
        assert!(checked.out.contains(said), "{said}: {}", checked.out);
    }
}

#[test]
fn check_stops_what_must_be_mended_until_it_is_overridden() {
    let config = |overrides: &str| {
        format!(
            r#"{{"area": "E06000001", "unit": "%", "source": "Us", "polarity": "low-is-good", "value-type": "proportion", "overrides": [{overrides}]}}"#
        )
    };
    let (bare, stood_by) = (config(""), config(r#"{"check": "licence-missing", "reason": "It stands on the page."}"#));
    let here = folder("advice", &[("a.csv", SMOKING), ("bare.json", &bare), ("stood-by.json", &stood_by)]);
    let stopped = run(&here, &["check", "a.csv", "--config", "bare.json", "--json"]);
    assert_eq!((stopped.code, &stopped.json()["advice"][0]["id"]), (1, &"licence-missing".into()));
    let fine = run(&here, &["check", "a.csv", "--config", "stood-by.json"]);
    assert!(fine.code == 0 && fine.out.contains("Overridden: It stands on the page."), "{}", fine.out);
}

/// Withheld figures are looked for in every file, whatever view it is for.
#[test]
fn check_finds_a_withheld_figure_that_others_give_away() {
    let leak = "area code,sex,period,value,count\nA1,Persons,2023,1.2,120\nA1,Male,2023,2.3,117\nA1,Female,2023,*,*\n";
    let here = folder("leak", &[("leak.csv", leak)]);
    let found = run(&here, &["check", "leak.csv"]);
    assert!(found.code == 1 && found.out.contains("stop: withheld-recoverable (leak.csv:4)"), "{}", found.out);
}
