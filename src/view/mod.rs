//! A [`Comparison`] in one language becomes a [`View`]: sentences chosen by id, every number made text once, every
//! position still a number.
//!
//! Knows what is shown, in what order, with what emphasis. Refuses to know pixels, tags and how a figure was worked out.
//! A view has no choice left in it: whoever draws or writes it only places what is here. Start at [`compose`].

#[cfg(authoring)]
mod advice;
mod answer;
#[cfg(more)]
mod beside;
#[cfg(every_view)]
mod board;
mod chart;
mod controls;
#[cfg(more)]
mod csv;
mod figures;
#[cfg(every_view)]
mod funnel;
#[cfg(every_view)]
mod gap;
#[cfg(more)]
mod gap_line;
#[cfg(every_view)]
mod icons;
#[cfg(more)]
mod keep;
mod model;
#[cfg(more)]
mod moving;
mod notices;
#[cfg(more)]
mod places;
#[cfg(every_view)]
mod plane;
#[cfg(every_view)]
mod process;
#[cfg(every_view)]
mod profile;
mod results;
mod rows;
mod say;
#[cfg(more)]
mod table;
#[cfg(more)]
mod terms;
#[cfg(test)]
mod tests;
#[cfg(more)]
mod time;
#[cfg(more)]
mod trend;

pub use model::{
    Axis, Bar, Bars, Chart, Control, Drawn, Fixed, Grid, KeyItem, Labels, Line, Notice, Point, Receipt, Said, Shape,
    Tick, Tone, View,
};

#[cfg(more)]
pub use answer::add_verdicts;

#[cfg(authoring)]
pub use advice::{Advice, Advised, advise, problems_plain};
#[cfg(every_view)]
pub use board::{Beside, Board, BoardRow, Card, Cards, Lived, Partner, Pledge, Spine, StateMark, Way};
#[cfg(more)]
pub use gap_line::gap_line;
#[cfg(every_view)]
pub use icons::{Icon, IconKind, ProcessPicture};
#[cfg(more)]
pub use keep::{CopyLabels, Made, SourceFile};
#[cfg(more)]
pub use model::Meaning;
#[cfg(every_view)]
pub use plane::{Limits, Plane, Spot};
#[cfg(more)]
pub use time::{Band, Dot, LevelLine, Time, Trace, Upright, Weight};

#[cfg(more)]
use crate::compare::Answer;
use crate::compare::{Comparison, NoData, Problem};
/// What `html` needs of the rooms below, so that it need not know them.
pub use crate::config::ViewName;
use crate::config::{Config, Key, Misnamed, Plain};
use crate::text::{Label, Language};
use controls::Controls;
use figures::Figures;
use rows::Rows;

/// Chooses the words, formats the numbers, and lays out what is said, drawn and listed. What is to be said of the set-up
/// stands before the other notices.
pub fn compose(
    comparison: &Comparison,
    problems: &[Problem],
    config: &Config,
    language: Language,
    notices: Vec<Notice>,
) -> View {
    let figures = &Figures::of(comparison, language);
    #[allow(unused_mut)] // as there is nothing to add in the first engine
    let mut said = say::compare(figures);
    #[cfg(more)]
    said.append(&mut beside::said(figures));
    let kicker = say::kicker(figures);
    let Rows { cells, points, bars, results } = rows::rows(figures);
    let parts = Parts {
        name: ViewName::Compare,
        key: chart::key(&bars, figures),
        chart: chart::chart(bars, figures, &said[0].text),
        table: rows::grid(cells, kicker.clone(), figures),
        receipt: results::receipt(figures),
        kicker,
        said,
        points,
        results,
        #[cfg(more)]
        controls: Vec::new(),
    };
    parts.put_together(figures, problems, config, notices)
}

/// The view of whatever was answered.
#[cfg(more)]
pub fn compose_answer(
    answer: &Answer,
    problems: &[Problem],
    config: &Config,
    language: Language,
    notices: Vec<Notice>,
) -> View {
    let mut view = compose_shown(answer, problems, config, language, notices);
    add_verdicts(&mut view.answer, answer);
    view
}

/// The view of whatever was answered, as it is shown: its data lack what [`add_verdicts`] adds, which is slow to write.
#[cfg(more)]
pub fn compose_shown(
    answer: &Answer,
    problems: &[Problem],
    config: &Config,
    language: Language,
    notices: Vec<Notice>,
) -> View {
    match answer {
        Answer::Compare(comparison) => compose(comparison, problems, config, language, notices),
        Answer::Trend(comparison) => {
            let figures = &trend::figures(comparison, language);
            trend::parts(comparison, figures, config).put_together(figures, problems, config, notices)
        }
        #[cfg(every_view)]
        Answer::Funnel(comparison) => {
            let figures = &funnel::figures(comparison, language);
            funnel::parts(comparison, figures).put_together(figures, problems, config, notices)
        }
        #[cfg(every_view)]
        Answer::Profile(comparison) => profile::compose(comparison, problems, config, language, notices),
        #[cfg(every_view)]
        Answer::Process(comparison) => process::compose(comparison, problems, config, language, notices),
        #[cfg(every_view)]
        Answer::Gap(comparison) => gap::compose(comparison, problems, config, language, notices),
    }
}

/// What differs from view to view.
struct Parts {
    name: ViewName,
    kicker: String,
    /// The headline, then the lines below it: never empty.
    said: Vec<Said>,
    key: Vec<KeyItem>,
    chart: Chart,
    table: Grid,
    points: Vec<Point>,
    results: Vec<Plain>,
    receipt: Receipt,
    /// What a reader can choose in this view alone.
    #[cfg(more)]
    controls: Vec<Control>,
}

impl Parts {
    /// Adds what is the same in every view.
    fn put_together(self, figures: &Figures, problems: &[Problem], config: &Config, mut notices: Vec<Notice>) -> View {
        let language = figures.language;
        let mut lines = self.said;
        #[cfg(more)]
        if let Some(line) = &figures.comparison.gap_line {
            lines.append(&mut gap_line(line, figures.comparison, language));
        }
        let headline = lines.remove(0);
        let Controls { shown, mut chosen, .. } = controls::controls(figures);
        chosen.text("view", self.name.word());
        #[cfg(more)]
        for control in &self.controls {
            chosen.text(control.name, &control.value);
        }
        #[cfg(more)]
        notices.extend(places::succession(figures));
        notices::notices(figures, &mut notices);
        let period = figures.comparison.period;
        let mut view = View {
            name: self.name,
            language: language.tag(),
            notices,
            controls: shown,
            key: self.key,
            chart: self.chart,
            #[cfg(every_view)]
            board: None,
            table: self.table,
            #[cfg(more)]
            beside: if self.name == ViewName::Compare { beside::grids(figures) } else { Vec::new() },
            points: self.points,
            notes: notices::notes(figures),
            problems: notices::problems(problems, language),
            foot: foot(config, language),
            #[cfg(more)]
            foreign: config.foreign.clone(),
            answer: Plain::Nothing,
            receipt: self.receipt,
            #[cfg(more)]
            terms: None,
            #[cfg(more)]
            copying: keep::CopyLabels::of(language),
            #[cfg(more)]
            period_name: figures.period(period),
            labels: labels(language),
            kicker: self.kicker,
            headline,
            lines,
            period: period.label.clone(),
            made: language.label(Label::Made, &[("period", &figures.period(period)), ("date", "{date}")]),
        };
        #[cfg(more)]
        {
            view.controls.splice(0..0, self.controls);
            moving::add(&mut view.controls, self.name, config, language);
            view.controls.extend(places::control(figures));
            view.terms = terms::terms(&view, language);
        }
        view.answer = answer::answer(&view, chosen, self.results);
        view
    }
}

/// What is wrong with the priorities of a config, as far as that can be told without data, in words.
#[cfg(every_view)]
pub fn priority_notices(config: &Config, language: Language) -> Vec<Notice> {
    profile::fault_notices(config, &crate::compare::priority_faults(config), language)
}

/// What to say when nothing could be read: the problems, or at least that there is no data.
pub fn refusal(_why: NoData, problems: &[Problem], language: Language) -> Vec<Notice> {
    notices::refusal(problems, language)
}

/// What to say of options and words that are none of ours.
pub fn misnamed(wrong: &[Misnamed], language: Language) -> Vec<Notice> {
    notices::misnamed(wrong, language)
}

/// What to say of a config that was written for newer options than ours.
#[cfg(more)]
pub fn newer_schema(config: &Config, language: Language) -> Option<Notice> {
    notices::newer_schema(&config.schema, language)
}

/// What to say of a config file that cannot be read as one.
pub fn config_unreadable(why: &str, language: Language) -> Notice {
    notices::config_unreadable(why, language)
}

/// The file's problems in words, for the tool.
pub fn problems(problems: &[Problem], language: Language) -> Vec<Notice> {
    notices::problems(problems, language)
}

/// The language for a tag, and what to say where we do not speak it.
pub fn language(tag: &str) -> (Language, Vec<Notice>) {
    let mut notices = Vec::new();
    let language = Language::of(tag);
    if language.is_none() && !tag.trim().is_empty() {
        notices.push(notices::language_not_there(tag));
    }
    (language.unwrap_or(Language::USUAL), notices)
}

fn foot(config: &Config, language: Language) -> Vec<String> {
    let mut foot = Vec::new();
    for &(key, label) in
        &[(Key::Source, Label::Source), (Key::Licence, Label::Licence), (Key::NextUpdate, Label::NextUpdate)]
    {
        let text = config.word(key);
        if !text.is_empty() {
            foot.push(language.label_of(label, text));
        }
    }
    foot
}

/// In the order of [`Fixed`].
const FIXED: [Label; 15] = [
    Label::Table,
    Label::Worked,
    Label::Download,
    Label::Notes,
    Label::Problems,
    Label::FindArea,
    Label::Matches,
    Label::PointsHint,
    Label::Definition,
    Label::UseNote,
    Label::OpenReceipt,
    Label::CopyReceipt,
    Label::Copied,
    Label::Receipt,
    Label::KeyWord,
];

/// The fixed labels; slots that the page fills stay as they are.
fn labels(language: Language) -> Labels {
    let mut labels = Labels::default();
    for (words, &label) in labels.0.iter_mut().zip(&FIXED) {
        *words = language.label(label, &[]);
    }
    labels
}
