use super::comparison::{Choices, Place};
use super::finding::{Finding, FindingKind};
use super::kind::{is_wide, same_kind};
#[cfg(more)]
use super::places::{Shown, Succeeded};
use crate::config::{Config, Key, named, nearest};
#[cfg(more)]
use crate::data;
use crate::data::{AreaClass, AreaId, IndicatorId, PeriodId, Row, Series, SeriesId, Table, among};

/// The words by which one question is asked; those of the config, where it asks only one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wording<'t> {
    pub indicator: &'t str,
    pub series: &'t str,
    pub area: &'t str,
    pub period: &'t str,
    pub peers: &'t str,
    pub benchmark: &'t str,
}

impl<'t> Wording<'t> {
    pub fn of(config: &'t Config) -> Wording<'t> {
        Wording {
            indicator: config.word(Key::Indicator),
            series: config.word(Key::Series),
            area: config.word(Key::Area),
            period: config.word(Key::Period),
            peers: config.word(Key::Peers),
            benchmark: config.word(Key::Benchmark),
        }
    }
}

/// What is asked, resolved against what is there: one indicator, one series, one area, one period.
pub(super) struct Question<'t> {
    pub table: &'t Table,
    pub config: &'t Config,
    pub wording: Wording<'t>,
    pub indicator: IndicatorId,
    /// The label of our series among those of the indicator.
    pub group: String,
    pub area: AreaId,
    pub period: PeriodId,
    /// The rows of the series, in file order, those that cannot be used left out.
    pub rows: Vec<Row<'t>>,
    /// The areas of those rows, A to Z.
    pub areas: Vec<u32>,
    /// The row of each area in our period, by the area's position in the table: its place among the rows and one.
    now: Vec<u32>,
    /// Whether a county stands in our period, to tell what a unitary is compared with.
    counties: bool,
    /// Whether the peers asked for are all of our own system, and so are not set against ours.
    #[cfg(more)]
    pub is_one_system: bool,
    /// What became of the area asked for, where it is no more.
    #[cfg(more)]
    pub succession: Option<Succeeded>,
    pub choices: Choices<'t>,
    pub findings: Vec<Finding>,
}

impl<'t> Question<'t> {
    /// Resolves the question against the table; `None` when the table holds no usable row.
    pub fn worded(table: &'t Table, config: &'t Config, wording: Wording<'t>) -> Option<Question<'t>> {
        let mut question = Question {
            table,
            config,
            wording,
            indicator: IndicatorId(0),
            group: String::new(),
            area: AreaId(0),
            period: PeriodId(0),
            rows: Vec::new(),
            areas: Vec::new(),
            now: vec![0; table.areas().len()],
            counties: false,
            #[cfg(more)]
            is_one_system: false,
            #[cfg(more)]
            succession: None,
            choices: Choices::default(),
            findings: Vec::new(),
        };
        question.ask()?;
        Some(question)
    }

    /// Chooses one after the other; `None` when there is nothing to choose from.
    fn ask(&mut self) -> Option<()> {
        self.ask_indicator()?;
        let series = self.ask_series()?;
        for row in self.table.rows() {
            if row.series() == series && row.rejected().is_none() && !row.superseded() {
                self.rows.push(row);
            }
        }
        self.areas = areas(self.table, &self.rows);
        self.ask_area()?;
        self.ask_period();
        self.turn_to(self.period);
        for row in &self.rows {
            self.counties = self.counties
                || row.period() == self.period && self.table.area(row.area()).class() == AreaClass::County;
        }
        Some(())
    }

    /// Makes a period ours, so that [`Question::row_of`] gives its rows. Who is of our kind stays as it was.
    pub fn turn_to(&mut self, period: PeriodId) {
        self.period = period;
        self.now.fill(0);
        for (at, row) in self.rows.iter().enumerate() {
            if row.period() == period {
                self.now[row.area().0 as usize] = at as u32 + 1;
            }
        }
    }

    /// The row of an area in our period.
    pub fn row_of(&self, area: AreaId) -> Option<Row<'t>> {
        let place = self.now[area.0 as usize] as usize;
        self.rows.get(place.checked_sub(1)?).copied()
    }

    /// Whether an area is ours, under whichever type it stands.
    pub fn is_ours(&self, id: AreaId) -> bool {
        let (ours, other) = (self.table.area(self.area), self.table.area(id));
        id == self.area || (!ours.code.is_empty() && ours.code == other.code)
    }

    /// Whether an area is of our area's kind.
    pub fn is_of_our_kind(&self, id: AreaId) -> bool {
        same_kind(self.table.area(self.area), self.table.area(id), self.counties)
    }

    /// What an area is called, if the publisher gave no name in the page's language: as in the file.
    #[cfg_attr(not(more), allow(unused_variables))] // no names but the file's in the first engine
    pub fn name(&self, code: &str, given: &'t str) -> &'t str {
        #[cfg(more)]
        if let Some(name) = named(&self.config.names, code) {
            return name;
        }
        given
    }

    /// An area as a place, with the name the publisher wants spoken.
    pub fn place(&self, id: AreaId) -> Place<'t> {
        let area = self.table.area(id);
        let spoken = named(&self.config.spoken_names, &area.code).unwrap_or(&area.name);
        Place {
            code: code(self.table, id),
            name: self.name(&area.code, &area.name),
            spoken,
            level: area.class().level(),
        }
    }
}

/// The code of an area, or its name where the file has no codes.
fn code(table: &Table, id: AreaId) -> &str {
    let area = table.area(id);
    if area.code.is_empty() { &area.name } else { &area.code }
}

/// Puts positions in order; those alike keep theirs. By insertion: one small sort serves every kind of order.
pub(super) fn sort(ids: &mut [u32], is_before: &dyn Fn(u32, u32) -> bool) {
    for end in 1..ids.len() {
        let id = ids[end];
        let at = ids[..end].partition_point(|&other| !is_before(id, other));
        ids.copy_within(at..end, at + 1);
        ids[at] = id;
    }
}

/// The areas of rows, A to Z.
fn areas(table: &Table, rows: &[Row]) -> Vec<u32> {
    let mut is_seen = vec![false; table.areas().len()];
    let mut areas = Vec::new();
    for row in rows {
        let id = row.area().0;
        if !std::mem::replace(&mut is_seen[id as usize], true) {
            areas.push(id);
        }
    }
    sort(&mut areas, &|a, b| {
        let (a, b) = (table.area(AreaId(a)), table.area(AreaId(b)));
        for (a, b) in a.name.bytes().zip(b.name.bytes()) {
            let (a, b) = (a.to_ascii_lowercase(), b.to_ascii_lowercase());
            if a != b {
                return a < b;
            }
        }
        match a.name.len() == b.name.len() {
            true => a.code < b.code,
            false => a.name.len() < b.name.len(),
        }
    });
    areas
}

fn parts<'t>(table: &'t Table, series: &Series) -> [&'t str; 4] {
    [series.sex, series.age, series.category_type, series.category].map(|part| table.text(part))
}

/// How far a series is from the default: the whole before subgroups, Persons before one sex, all ages before some,
/// and years before quarters before months, where all stand: the calmest figure first.
pub(super) fn distance_from_default(table: &Table, series: &Series) -> u32 {
    let [sex, age, _, category] = parts(table, series);
    let subgroup = u32::from(!category.is_empty());
    let one_sex = u32::from(!among("|persons|person", sex));
    let some_ages = u32::from(!among("|all ages", age));
    let length = if series.months == 12 { 0 } else { u32::from(u16::MAX - series.months) };
    (subgroup << 18) | (one_sex << 17) | (some_ages << 16) | length
}

/// How well a series fits what was asked for: 2 by its label, 1 by each part that was asked for, else 0.
fn fit(table: &Table, series: &Series, label: &str, asked: &str) -> u8 {
    if label == asked {
        return 2;
    }
    let mut fits = 0;
    for wanted in asked.as_bytes().split(|byte| matches!(byte, b',' | b';')) {
        let wanted = wanted.trim_ascii();
        if !parts(table, series).iter().any(|part| wanted.is_empty() || part.as_bytes().eq_ignore_ascii_case(wanted)) {
            return 0;
        }
        fits = 1;
    }
    fits
}

impl<'t> Question<'t> {
    /// Adds a finding.
    pub fn find(&mut self, kind: FindingKind, found: &str) {
        self.missing(kind, found, &[]);
    }

    /// Adds a finding of what is not there, with what is near.
    pub fn missing(&mut self, kind: FindingKind, asked: &str, names: &[&str]) {
        let mut near = Vec::new();
        for &name in names {
            near.push(name.to_owned());
        }
        self.findings.push(Finding { kind, found: asked.to_owned(), near, line: 0 });
    }

    /// The indicator asked for, else the first with figures.
    fn ask_indicator(&mut self) -> Option<()> {
        let table = self.table;
        let asked = self.wording.indicator;
        let (mut first, mut found) = (None, None);
        let mut known = Vec::new();
        for (at, indicator) in table.indicators().iter().enumerate() {
            let id = IndicatorId(at as u32);
            if !table.series().iter().any(|series| series.indicator == id) {
                continue;
            }
            self.choices.indicators.push((&indicator.id, &indicator.name));
            known.push(indicator.name.as_str());
            known.push(indicator.id.as_str());
            first = first.or(Some(id));
            if indicator.id == asked || indicator.name.eq_ignore_ascii_case(asked) {
                found = found.or(Some(id));
            }
        }
        if found.is_none() && first.is_some() && !asked.is_empty() {
            self.missing(FindingKind::IndicatorNotFound, asked, nearest(asked, &known).as_slice());
        }
        self.indicator = found.or(first)?;
        Some(())
    }

    /// The series that fits best what was asked for, and among those the one nearest to the default.
    fn ask_series(&mut self) -> Option<SeriesId> {
        let table = self.table;
        let asked = self.wording.series;
        let mut ids = Vec::new();
        for (at, series) in table.series().iter().enumerate() {
            if series.indicator == self.indicator {
                ids.push(at as u32);
            }
        }
        let of = |id: u32| table.one_series(SeriesId(id));
        sort(&mut ids, &|a, b| distance_from_default(table, of(a)) < distance_from_default(table, of(b)));
        let mut labels = labels(table, &ids);
        let (mut chosen, mut best) = (0, 0);
        for (at, &id) in ids.iter().enumerate() {
            let fit = if asked.is_empty() { 0 } else { fit(table, of(id), &labels[at], asked) };
            if fit > best {
                (chosen, best) = (at, fit);
            }
        }
        let ours = of(*ids.get(chosen)?);
        if !asked.is_empty() && best == 0 {
            let mut known = Vec::new();
            for label in &labels {
                known.push(label.as_str());
            }
            if let Some(near) = nearest(asked, &known) {
                known = vec![near];
            }
            known.truncate(3);
            self.missing(FindingKind::SeriesNotFound, asked, &known);
        }
        let (mut lengths, mut editions) = (String::new(), table.text(ours.category_type).to_owned());
        for (at, label) in labels.iter().enumerate() {
            let series = of(ids[at]);
            if is_twin(series, ours) {
                list(&mut lengths, ", ", &written(u32::from(series.months)));
            }
            if best == 1 && series.category_type != ours.category_type && fit(table, series, label, asked) == 1 {
                list(&mut editions, "; ", table.text(series.category_type));
            }
            // Subgroups of an inequality split are no choice of this view, unless one was asked for.
            if series == ours || table.text(series.category).is_empty() {
                self.choices.series.push(label.clone());
            }
        }
        if !lengths.is_empty() {
            self.find(FindingKind::MixedPeriodLengths, &lengths);
        }
        if editions.len() > table.text(ours.category_type).len() {
            self.find(FindingKind::MixedEditions, &editions);
        }
        self.group = labels.swap_remove(chosen);
        Some(SeriesId(ids[chosen]))
    }

    /// The area asked for, of the type asked for; else the first by name that is a place among places.
    fn ask_area(&mut self) -> Option<()> {
        let table = self.table;
        let (asked, asked_type) = (self.wording.area, self.config.word(Key::AreaType));
        let mut best: Option<(u8, u32)> = None;
        let mut known = Vec::new();
        let mut types = Vec::new();
        for &id in &self.areas {
            let area = table.area(AreaId(id));
            known.push(area.name.as_str());
            known.push(area.code.as_str());
            let is_asked =
                !asked.is_empty() && (area.code.eq_ignore_ascii_case(asked) || area.name.eq_ignore_ascii_case(asked));
            let is_type = asked_type.is_empty() || area.area_type.eq_ignore_ascii_case(asked_type);
            let fit = (u8::from(is_asked) << 2) | (u8::from(is_type) << 1) | u8::from(!is_wide(area));
            if is_asked {
                types.push(area.area_type.as_str());
            }
            if best.is_none_or(|(before, _)| fit > before) {
                best = Some((fit, id));
            }
        }
        #[allow(unused_mut)] // as nothing is known of successors in the first engine
        let (mut fit, mut id) = best?;
        #[cfg(more)]
        self.succeed(&mut fit, &mut id);
        if asked.is_empty() {
            self.find(FindingKind::ChooseArea, "");
        } else if fit & 4 == 0 {
            self.missing(FindingKind::AreaNotFound, asked, nearest(asked, &known).as_slice());
        } else if fit & 2 == 0 {
            self.missing(FindingKind::AreaTypeNotFound, asked_type, &types);
        }
        for &other in &self.areas {
            let area = table.area(AreaId(other));
            let code = code(table, AreaId(other));
            let is_new = self.choices.areas.last().is_none_or(|last| last.0 != code);
            if is_new && (other == id || !is_wide(area)) {
                self.choices.areas.push((code, self.name(&area.code, &area.name)));
            }
        }
        self.area = AreaId(id);
        Some(())
    }

    /// Where the area asked for is no more: what took its place, instead of an area that is not there.
    #[cfg(more)]
    fn succeed(&mut self, fit: &mut u8, id: &mut u32) {
        let table = self.table;
        let is_there = *fit & 4 != 0;
        let asked = if is_there { table.area(AreaId(*id)).code.as_str() } else { self.wording.area };
        let Some(what) = data::successor(asked) else { return };
        let mut shown = is_there.then_some(Shown::Old);
        for (code, _) in what.into {
            let new = self.areas.iter().find(|&&area| table.area(AreaId(area)).code == *code);
            if let (None, Some(&new)) = (shown, new) {
                (*fit, *id) = (*fit | 4, new);
                shown = Some(Shown::New);
            }
        }
        self.succession = Some(Succeeded { what, shown });
    }

    /// The period asked for, if any row has it; else our area's latest.
    fn ask_period(&mut self) {
        let periods = self.table.periods();
        let asked = self.wording.period;
        let mut is_ours = vec![false; periods.len()];
        let mut found = None;
        for row in &self.rows {
            let id = row.period();
            let ours = row.area() == self.area;
            is_ours[id.0 as usize] |= ours;
            if periods[id.0 as usize].label == asked && (ours || found.is_none()) {
                found = Some(id);
            }
        }
        let mut near = Vec::new();
        for at in (0..periods.len()).rev() {
            if is_ours[at] {
                if self.choices.periods.is_empty() {
                    self.period = PeriodId(at as u16);
                }
                if near.len() < 3 {
                    near.push(periods[at].label.as_str());
                }
                self.choices.periods.push(&periods[at]);
            }
        }
        match found {
            Some(found) => self.period = found,
            None if asked.is_empty() => {}
            None => self.missing(FindingKind::PeriodNotFound, asked, &near),
        }
    }
}

/// A whole number in digits. In one place, because writing one is longer than calling for one.
#[inline(never)]
pub(super) fn written(number: u32) -> String {
    number.to_string()
}

/// Adds an item to a list written as text, if there is one.
fn list(to: &mut String, between: &str, item: &str) {
    if !to.is_empty() && !item.is_empty() {
        to.push_str(between);
    }
    to.push_str(item);
}

/// Whether two series differ in nothing but the length of their periods.
fn is_twin(a: &Series, b: &Series) -> bool {
    a.months != b.months && Series { months: b.months, ..*a } == *b
}

/// The label of each series: what its rows say of the group (`Female, 65+ yrs`), and the length of its periods (`P36M`,
/// as ISO 8601 has it) where only that tells two apart.
fn labels(table: &Table, ids: &[u32]) -> Vec<String> {
    let mut labels = Vec::new();
    for &id in ids {
        let series = table.one_series(SeriesId(id));
        let mut label = String::new();
        for part in parts(table, series) {
            list(&mut label, ", ", part);
        }
        if ids.iter().any(|&other| is_twin(series, table.one_series(SeriesId(other)))) {
            list(&mut label, ", ", &["P", &written(u32::from(series.months)), "M"].concat());
        }
        labels.push(label);
    }
    labels
}
