//! Withheld figures that what is shown gives away: every planted leak is found, by its cell, and no sound file is accused.

use peerglass::advice::{self, Check, Slot};
use peerglass::config::Config;
use peerglass::data::Table;
use serde_json::json;

use super::{assert_told, sound, table};

/// The findings about withheld figures, each with the names of the cells it speaks of.
fn found(table: &Table) -> Vec<(Check, Vec<String>)> {
    found_with(table, &Config::default())
}

fn found_with(table: &Table, config: &Config) -> Vec<(Check, Vec<String>)> {
    let names = |slots: &[(&'static str, Slot)]| match slots.first() {
        Some((_, Slot::Names(names))) => names.clone(),
        other => panic!("{other:?}"),
    };
    advice::withheld(table, config).iter().map(|finding| (finding.check, names(&finding.slots))).collect()
}

fn assert_found(rows: &str, check: Check, cells: &[&str]) {
    let table = table(&[rows]);
    assert_eq!(found(&table), [(check, cells.iter().map(ToString::to_string).collect())], "{rows}");
}

fn assert_nothing(rows: &str) {
    assert_eq!(found(&table(&[rows])), [], "{rows}");
}

const HEAD: &str = "area code,area name,sex,period,value,count,denominator\n";

#[test]
fn everyone_less_one_sex_is_the_other() {
    assert_found(
        &format!(
            "{HEAD}A1,Ash,Persons,2023,1.2,120,10000\nA1,Ash,Male,2023,2.3,117,5000\nA1,Ash,Female,2023,*,*,5000\n"
        ),
        Check::Recoverable,
        &["(Ash, 2023, Female)"],
    );
    // Both withheld, and enough people together.
    assert_nothing(&format!(
        "{HEAD}A1,Ash,Persons,2023,1.2,120,10000\nA1,Ash,Male,2023,*,*,5000\nA1,Ash,Female,2023,*,*,5000\n"
    ));
    // The whole withheld too.
    assert_nothing(&format!(
        "{HEAD}A1,Ash,Persons,2023,*,*,10000\nA1,Ash,Male,2023,2.3,117,5000\nA1,Ash,Female,2023,*,*,5000\n"
    ));
}

#[test]
fn two_that_come_to_little_are_told_together() {
    let head = "area code,area name,age,period,value,count,denominator\n";
    let rows = |young: u32| {
        format!(
            "{head}A1,Ash,All ages,2023,1,100,10000\nA1,Ash,0-17 yrs,2023,1,{young},4000\nA1,Ash,18-64 yrs,2023,*,*,4000\nA1,Ash,65+ yrs,2023,*,*,2000\n"
        )
    };
    assert_found(&rows(97), Check::SmallTogether, &["(Ash, 2023, 18-64 yrs)", "(Ash, 2023, 65+ yrs)"]);
    assert_found(&rows(100), Check::SmallTogether, &["(Ash, 2023, 18-64 yrs)", "(Ash, 2023, 65+ yrs)"]);
    assert_nothing(&rows(93));
}

#[test]
fn ages_that_lie_end_to_end_tell_the_one_between() {
    let head = "area code,area name,age,period,value,count,denominator\n";
    let ages = "A1,Ash,All ages,2023,1,100,10000\nA1,Ash,0-17 yrs,2023,1,40,4000\nA1,Ash,18-64 yrs,2023,1.4,57,4000\n";
    assert_found(&format!("{head}{ages}A1,Ash,65+ yrs,2023,*,*,2000\n"), Check::Recoverable, &["(Ash, 2023, 65+ yrs)"]);
    // By way of an age that lies across: 18+ less 18-64.
    let across = "A1,Ash,18+ yrs,2023,1,60,6000\nA1,Ash,18-64 yrs,2023,1.4,57,4000\nA1,Ash,65+ yrs,2023,*,*,2000\n";
    assert_found(&format!("{head}{across}"), Check::Recoverable, &["(Ash, 2023, 65+ yrs)"]);
    assert_nothing(&format!("{head}{}A1,Ash,65+ yrs,2023,*,*,2000\n", ages.replace("1,40,4000", "*,*,4000")));
}

#[test]
fn a_whole_less_its_groups_is_the_last_group() {
    let head = "area code,area name,category type,category,period,value,count,denominator\n";
    let rows = |last: &str| {
        format!(
            "{head}A1,Ash,,,2023,1,90,9000\nA1,Ash,Kind,One,2023,1,48,3000\nA1,Ash,Kind,Two,2023,1,40,3000\nA1,Ash,Kind,Three,2023,{last}\n"
        )
    };
    assert_found(&rows("*,*,3000"), Check::Recoverable, &["(Ash, 2023, Kind, Three)"]);
    assert_nothing(&rows("1,30,3000"));
    // Groups that cannot add up to the whole are no parts of it.
    assert_nothing(&rows("*,*,3000").replace("1,90,9000", "1,50,9000"));
}

#[test]
fn an_area_less_its_parts_is_the_last_part() {
    let head = "area code,area name,area type,parent code,period,value,count,denominator\n";
    let rows = |sum: u32, last: &str| {
        format!(
            "{head}P1,Wood,County,,2023,1,{sum},9000\nA1,Ash,District,P1,2023,1,48,3000\nA2,Elm,District,P1,2023,1,40,3000\nA3,Oak,District,P1,2023,{last}\n"
        )
    };
    assert_found(&rows(91, "*,*,3000"), Check::Recoverable, &["(Oak, 2023)"]);
    // What is left is no small number, and nothing shows that these are all parts.
    assert_nothing(&rows(400, "*,*,3000"));
    // Another year shows that they are.
    let before = "P1,Wood,County,,2022,1,100,9000\nA1,Ash,District,P1,2022,1,30,3000\nA2,Elm,District,P1,2022,1,40,3000\nA3,Oak,District,P1,2022,1,30,3000\n";
    assert_found(&(rows(400, "*,*,3000") + before), Check::Recoverable, &["(Oak, 2023)"]);
}

/// Nation, region, county, district: what one level hides another tells.
#[test]
fn nested_areas_tell_what_each_hides() {
    let head = "area code,area name,area type,parent code,period,value,count,denominator\n";
    let rows = "E12000001,North,Region,E92000001,2023,1,300,1\nE12000002,South,Region,E92000001,2023,1,200,1\nE92000001,England,England,,2023,1,500,1\n\
        E10000001,Wood,County,E12000001,2023,*,*,1\nE10000002,Hill,County,E12000001,2023,1,297,1\nE10000003,Dale,County,E12000002,2023,1,80,1\nE10000004,Fen,County,E12000002,2023,1,120,1\n";
    assert_found(&format!("{head}{rows}").replace(",1\n", ",\n"), Check::Recoverable, &["(Wood, 2023)"]);
}

#[test]
fn a_year_less_its_quarters_is_the_last_quarter() {
    let head = "area code,area name,period,value,count,denominator\n";
    let quarters = "A1,Ash,2023/24 Q1,1,20,2000\nA1,Ash,2023/24 Q2,1,21,2000\nA1,Ash,2023/24 Q3,1,22,2000\nA1,Ash,2023/24 Q4,*,*,2000\n";
    assert_found(&format!("{head}{quarters}A1,Ash,2023/24,1,65,8000\n"), Check::Recoverable, &["(Ash, 2023/24 Q4)"]);
    assert_nothing(&format!("{head}{quarters}A1,Ash,2022/23,1,65,8000\n"));
}

#[test]
fn rolling_years_tell_a_year_at_their_ends() {
    let head = "area code,area name,period,value,count,denominator\n";
    let rows = "A1,Ash,2017 - 19,1,60,3000\nA1,Ash,2018 - 20,1,43,3000\nA1,Ash,2017,2,20,1000\nA1,Ash,2020,*,*,1000\n";
    assert_found(&format!("{head}{rows}"), Check::Recoverable, &["(Ash, 2020)"]);
}

#[test]
fn a_rate_times_its_population_is_the_count() {
    let head = "area code,area name,period,value,count,denominator,unit\n";
    let others = "A2,Elm,2023,1.2,12,1000,%\nA3,Oak,2023,1.3,13,1000,%\nA4,Yew,2023,1.4,14,1000,%\n";
    assert_found(&format!("{head}A1,Ash,2023,0.3,*,1000,%\n{others}"), Check::RateTellsCount, &["(Ash, 2023)"]);
    assert_nothing(&format!("{head}A1,Ash,2023,*,*,1000,%\n{others}"));
    // So large a population that the rounded rate does not tell.
    assert_nothing(&format!("{head}A1,Ash,2023,0.3,*,1000000,%\n{others}"));
    // The note says that the count was withheld.
    let note = "area code,area name,period,value,count,denominator,unit,note\nA1,Ash,2023,0.3,,1000,%,Count suppressed as under 5\n";
    assert_found(&format!("{note}{}", others.replace(",%\n", ",%,\n")), Check::RateTellsCount, &["(Ash, 2023)"]);
}

#[test]
fn what_is_shown_in_another_row_or_column_is_known() {
    let head = "area code,area name,area type,period,value,count,denominator\n";
    let twice =
        "A1,Ash,Upper tier,2023,*,*,1000\nA1,Ash,Lower tier,2023,0.7,7,1000\nA2,Elm,Upper tier,2023,1,10,1000\n";
    assert_found(&format!("{head}{twice}"), Check::ShownElsewhere, &["(Ash, 2023)"]);
    assert_found(&format!("{head}A1,Ash,Upper tier,2023,*,7,1000\n"), Check::ShownElsewhere, &["(Ash, 2023)"]);
}

#[test]
fn a_range_beside_a_withheld_figure_tells_it() {
    let head = "area code,area name,period,value,lower,upper\n";
    assert_found(&format!("{head}A1,Ash,2023,*,0.1,0.9\nA2,Elm,2023,3,2,4\n"), Check::LimitsTell, &["(Ash, 2023)"]);
    assert_nothing(&format!("{head}A1,Ash,2023,*,*,*\nA2,Elm,2023,3,2,4\n"));
    // A figure that is only missing was not withheld.
    assert_nothing(&format!("{head}A1,Ash,2023,,0.1,0.9\nA2,Elm,2023,3,2,4\n"));
}

#[test]
fn small_counts_are_named_where_others_are_withheld() {
    let head = "area code,area name,period,value,count,denominator\n";
    let small = "A1,Ash,2023,0.4,4,1000\nA2,Elm,2023,3,30,1000\n";
    assert_found(&format!("{head}{small}A3,Oak,2023,*,*,1000\n"), Check::SmallShown, &["(Ash, 2023)"]);
    assert_nothing(&format!("{head}{small}"));
    assert_nothing(&format!("{head}A1,Ash,2023,0,0,1000\nA2,Elm,2023,3,30,1000\nA3,Oak,2023,*,*,1000\n"));
}

/// Three by three with margins, five cells withheld so that every row and column with one has two, but one cell joins two
/// squares: no single sum tells it, all of them together do.
#[test]
fn sums_together_tell_what_none_tells_alone() {
    // Sexes by ages: 4 ages × (Male, Female, Other); the withheld cells form two squares joined by a bridge.
    let head = "area code,area name,sex,age,period,value,count,denominator\n";
    let counts = [[20, 30, 40, 50], [21, 31, 41, 51], [22, 32, 42, 52], [23, 33, 43, 53]];
    let withheld = [(0, 0), (0, 1), (1, 0), (1, 1), (2, 2), (2, 3), (3, 2), (3, 3), (1, 2)];
    let (sexes, ages) = (["a", "b", "c", "d"], ["0-4", "5-9", "10-14", "15-19"]);
    let mut rows = head.to_owned();
    let mut row = |sex: &str, age: &str, count: String| rows += &format!("A1,Ash,{sex},{age},2023,{count},{count},\n");
    for (i, sex) in sexes.iter().enumerate() {
        for (j, age) in ages.iter().enumerate() {
            row(sex, age, if withheld.contains(&(i, j)) { "*".to_owned() } else { counts[i][j].to_string() });
        }
        row(sex, "0-19", counts[i].iter().sum::<i32>().to_string());
    }
    for (j, age) in ages.iter().enumerate() {
        row("Persons", age, counts.iter().map(|of| of[j]).sum::<i32>().to_string());
    }
    assert_found(&rows, Check::Recoverable, &["(Ash, 2023, b, 10-14)"]);
}

/// Percentages are not parts of one another, whatever they look like.
#[test]
fn shares_are_not_taken_for_counts() {
    let head = "area code,area name,sex,period,value\n";
    assert_nothing(&format!(
        "{head}A1,Ash,Persons,2023,12\nA1,Ash,Male,2023,10\nA1,Ash,Female,2023,*\nA2,Elm,Persons,2023,11\n"
    ));
    let counted = "area code,area name,sex,period,value,unit\nA1,Ash,Persons,2023,12,count\nA1,Ash,Male,2023,10,count\nA1,Ash,Female,2023,*,count\n";
    assert_found(counted, Check::Recoverable, &["(Ash, 2023, Female)"]);
}

/// Counts rounded to fives hide what they should.
#[test]
fn rounded_counts_tell_nothing() {
    let mut rows = HEAD.to_owned();
    for at in 1..10 {
        rows += &format!(
            "A{at},Ash{at},Persons,2023,1,{},9\nA{at},Ash{at},Male,2023,1,{},9\nA{at},Ash{at},Female,2023,*,*,9\n",
            100 + 5 * at,
            95 + 5 * at
        );
    }
    assert_nothing(&rows.replace(",9\n", ",\n"));
}

#[test]
fn it_is_told_in_words_and_how_small_a_figure_is_is_not() {
    let rows = format!(
        "{HEAD}A1,Ash,Persons,2023,1.2,120,10000\nA1,Ash,Male,2023,2.3,117,5000\nA1,Ash,Female,2023,*,*,5000\n"
    );
    let table = table(&[&rows]);
    let mut config = sound();
    config["area"] = json!("A1");
    assert_eq!(assert_told(&table, &config, "withheld-recoverable"), "stop");
    let advice = super::told(&table, &config);
    let one = advice.findings.iter().find(|one| one.id == "withheld-recoverable").unwrap();
    assert!(one.what.contains("(Ash, 2023, Female)") && !one.what.contains(" 3 "), "{one:?}");
    assert_eq!(one.place, "0.csv:4");
}
