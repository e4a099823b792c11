//! The priorities of a board, and what holds for all of them.

use peerglass::config::{Choice, LivedKind, MeasureType, PartnerType, Tier, Whose};
use serde_json::{Value, json};

use super::parts::{either, list, named, one_of, parts, said, switch, text, word};

/// The list of priorities. The first names of a priority are all that is asked for.
pub fn all() -> Value {
    let priority = parts(
        "A measure of the files, with what goes with it.",
        &["indicator", "kind", "type"],
        [
            ("indicator", word("The measure, by id or name.")),
            ("series", word("Which group, where the file holds several.")),
            ("title", said("What it is called on the board. Default: the measure's name.")),
            ("kind", one_of("Whose it is.", Whose::WORDS)),
            (
                "type",
                one_of(
                    "What it measures. Context and resource cannot lead; a process needs a note.",
                    MeasureType::WORDS,
                ),
            ),
            ("note", said("Why a measure that is no outcome stands for the priority.")),
            ("frameworks", list("The national frameworks it belongs to.", said("A framework."))),
            ("matters", word("The least gap or change that matters, in the figure's unit.")),
            ("target", target()),
            ("partners", list("Who is in it together. They stand A to Z.", partner())),
            ("pledges", list("What they promised each other.", pledge())),
            ("lived-experience", list("What people told.", lived())),
            ("different-on-purpose", decision()),
            ("comment", comment()),
            ("context", list("Measures of need and context to stand beside it. They are not judged.", beside())),
            ("action", said("What is being done.")),
            ("feedback", text("The address where a reader can answer: https, or relative.")),
            ("members", text("The address of the ward or division and its members: https, or relative.")),
            ("review", word("When the priority is looked at again.")),
            ("next-update", word("When new figures are due.")),
        ],
    );
    list("What a board (`view` as `profile`) shows, in the publisher's order.", priority)
}

/// What holds for all priorities.
pub fn board() -> Value {
    let mut limits = named("The most priorities at a tier; those beyond are left out.", word("How many."));
    limits["propertyNames"] = json!({ "enum": Tier::WORDS });
    parts(
        "What holds for all priorities.",
        &[],
        [
            ("title", said("The title of the board.")),
            ("owner", text("The code of the area whose promises these are.")),
            ("tier", one_of("How wide that area is.", Tier::WORDS)),
            ("limits", limits),
            ("draft", switch("Whether it is a draft: every copy says so.")),
            (
                "publishers",
                list("All members of a system, when all of them publish this together.", text("The code of an area.")),
            ),
        ],
    )
}

fn target() -> Value {
    let baseline = parts(
        "Where it started.",
        &[],
        [
            ("period", word("The label of the period.")),
            ("value", word("The figure, where it is not that of the file.")),
        ],
    );
    parts(
        "What was promised.",
        &["level"],
        [
            ("level", word("The level.")),
            ("date", word("By when: a day, as 2026-03-31, or a period.")),
            ("baseline", baseline),
            ("milestones", named("Levels on the way, by day or period.", word("The level."))),
            ("standard", switch("Whether it is met or not and has no path.")),
            ("owner", text("The code of the area that promised it, where that is not the board's owner.")),
        ],
    )
}

fn partner() -> Value {
    parts(
        "A partner.",
        &["name"],
        [
            ("name", said("The name.")),
            ("role", said("What they do in it.")),
            ("type", one_of("What kind of body.", PartnerType::WORDS)),
            ("link", text("An address: https, or relative.")),
        ],
    )
}

fn pledge() -> Value {
    parts(
        "A pledge.",
        &["who", "what"],
        [
            ("who", said("Who.")),
            ("what", said("What.")),
            ("by", word("By when: a day or a period.")),
            ("updated", word("The day of the last word.")),
            ("update", said("The last word.")),
            ("done", switch("Whether it is done.")),
        ],
    )
}

fn lived() -> Value {
    parts(
        "A quote or a finding. Without consent it is not shown.",
        &["kind", "words"],
        [
            ("kind", one_of("What one person said, or what some of many said.", LivedKind::WORDS)),
            ("words", said("The words.")),
            ("k", word("Of a finding, how many said so.")),
            ("n", word("Of a finding, how many were asked.")),
            ("method", said("How they were asked.")),
            ("period", word("When.")),
            ("place", said("Where.")),
            ("source", said("Who asked them.")),
            ("consent", switch("Whether they agreed that it is shown.")),
        ],
    )
}

fn decision() -> Value {
    parts(
        "A choice to do it in another way. All parts are asked for.",
        &["body", "date", "reason", "link", "review"],
        [
            ("body", said("Who chose.")),
            ("date", word("When.")),
            ("reason", said("Why, in their words.")),
            ("link", text("Where it is written down: https, or relative.")),
            ("review", word("By when it is looked at again.")),
        ],
    )
}

fn comment() -> Value {
    parts(
        "The publisher's own words, beside the computed sentences, never in their place.",
        &["words"],
        [("words", said("The words.")), ("author", said("Whose.")), ("date", word("When."))],
    )
}

fn beside() -> Value {
    either(
        "A measure.",
        word("Its id or name."),
        parts(
            "A measure, with its group and what it is of.",
            &["indicator"],
            [
                ("indicator", word("Its id or name.")),
                ("series", word("Which group.")),
                ("type", one_of("What it is of.", MeasureType::WORDS)),
            ],
        ),
    )
}
