//! The keys that hold more than a word.

use peerglass::config::{Key, SCHEMA};
use peerglass::data::Meaning;
use serde_json::{Map, Value, json};

use super::parts::{either, list, named, one_of, parts, said, switch, text, word};
use super::{option, priorities};

/// All of them, in the order of the documentation.
pub fn all() -> [(&'static str, Value); 18] {
    [
        ("schema", version()),
        ("columns", columns()),
        ("peer-groups", peer_groups()),
        ("indicators", indicators()),
        ("spoken-names", named("Names as spoken in a sentence, by code.", said("The name, with its article."))),
        (
            "not-provided",
            list(
                "Codes of areas that do not provide the service: left out, never given an average.",
                text("The code of an area."),
            ),
        ),
        (
            "likeness",
            list(
                "Measures in the files, by which the areas most like ours are found where no neighbour file lists them.",
                word("The id or name of a measure."),
            ),
        ),
        (
            "breaks",
            named(
                "Where the way of measuring changed, by the label of the first period measured in the new way. No trend is tested across it.",
                said("Why, in the publisher's words."),
            ),
        ),
        (
            "provisional",
            list(
                "Periods whose figures are not final: shown, and left out of every test of a trend and every usual range.",
                word("The label of a period."),
            ),
        ),
        ("events", events()),
        ("process", process()),
        ("gap", gap()),
        (
            "funnel",
            parts(
                "How a funnel is made.",
                &[],
                [(
                    "over-dispersion",
                    switch("Whether its limits allow for the usual spread between places, beside chance."),
                )],
            ),
        ),
        ("show", show()),
        ("learn-from", learn_from()),
        ("priorities", priorities::all()),
        ("board", priorities::board()),
        ("overrides", overrides()),
    ]
}

fn overrides() -> Value {
    let one = parts(
        "A finding of `peerglass check` that the publisher has looked at and stands by.",
        &["check", "reason"],
        [("check", text("The id of the finding.")), ("reason", said("Why it is right here."))],
    );
    list("Findings that the publisher has looked at and stands by. One without a reason does nothing.", one)
}

fn version() -> Value {
    let said = "For which version of the options this was written. A file that names none is of version 1.";
    json!({ "description": said, "enum": [SCHEMA.to_string(), SCHEMA] })
}

fn columns() -> Value {
    let meanings = Meaning::ALL.map(Meaning::name);
    let mut shape = named("Which column holds what, where the header does not say.", text("The column's header."));
    shape["propertyNames"] = json!({ "enum": meanings.as_slice() });
    shape
}

fn peer_groups() -> Value {
    let group = parts(
        "A group, for `peers` or `benchmark`. Without a reason and a date the figure says so.",
        &["codes"],
        [
            ("codes", list("The areas.", text("The code of an area."))),
            ("reason", said("Why these.")),
            ("date", word("When they were chosen.")),
        ],
    );
    named("Areas chosen by the publisher, by the name of the group.", group)
}

/// What can hold for one indicator only: these options, and how it is read as a process.
fn indicators() -> Value {
    let own = [Key::Name, Key::Polarity, Key::ValueType, Key::Unit, Key::Multiplier, Key::Basis];
    let mut properties: Map<String, Value> = own.iter().map(|&key| (key.name().to_owned(), option(key))).collect();
    properties.insert("process".to_owned(), process());
    let mut shape = parts("What holds for this indicator.", &[], []);
    shape["properties"] = properties.into();
    named("What holds for one indicator only, by its id or name; it goes before what holds for all.", shape)
}

fn events() -> Value {
    let event = either(
        "The event.",
        said("What it was."),
        parts("What it was, and whose.", &["text"], [("text", said("What it was.")), ("who", said("Who says so."))]),
    );
    named("What partners changed or noted, to stand beside the figures over time, by the label of its period.", event)
}

fn process() -> Value {
    let rebase = parts(
        "A new start.",
        &[],
        [
            ("reason", said("Why. Without it the usual range does not start again.")),
            ("who", said("Who stands for it. Default: the publisher.")),
        ],
    );
    let baseline = parts(
        "The only periods, 12 figures at least, that make the usual range of the stretch they begin. Default: all.",
        &["to"],
        [("from", word("The label of the first.")), ("to", word("The label of the last."))],
    );
    let mut run = word("How many figures in a row are a sign: 6, 7 or 8. Default 7.");
    run["enum"] = json!([6, 7, 8, "6", "7", "8"]);
    parts(
        "How a series is read as a process, for the view `process`.",
        &[],
        [
            ("target", word("The standard, in the unit of the figures.")),
            (
                "rebases",
                named("Where the usual range starts again, by the label of the first period of the new one.", rebase),
            ),
            ("baseline", baseline),
            ("run", run),
            (
                "screening",
                switch("Whether the widest steps between figures are left out of the usual range. Default true."),
            ),
        ],
    )
}

fn gap() -> Value {
    let mut between = list(
        "The labels of the two groups, as the file has them: the gap is the first less the second.",
        word("A label."),
    );
    between["minItems"] = json!(2);
    between["maxItems"] = json!(2);
    let phrases = named(
        "How a group is spoken of, by its label.",
        said("The phrase, with its article: the most deprived tenth."),
    );
    parts("Between which groups a gap is shown.", &[], [("between", between), ("phrases", phrases)])
}

fn show() -> Value {
    let what = "`learning`: places like ours that are clearly better and clearly getting better. `peer-rules`: where ours \
        stands by every rule for choosing peers. `pairs`: ours against each peer. `positions`: between which positions ours could be. \
        `false-discovery`: which clear gaps to the benchmark stay clear with the number of checks in mind. `places`: what contains our area and lies in it, and whether the parts add up.";
    list(
        "What stands beside a comparison.",
        one_of(what, &["learning", "peer-rules", "pairs", "positions", "false-discovery", "places"]),
    )
}

fn learn_from() -> Value {
    let page = parts(
        "A page.",
        &["text"],
        [("text", said("What it is.")), ("link", text("Its address: https, or relative."))],
    );
    named("What can be read of a place's work, by its code, for `learning`.", page)
}
