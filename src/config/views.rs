use super::{Board, FunnelOptions, GapOptions, LearnFrom, Plain, Priority, Process, Show, named};

/// What only views other than compare ask for; so it is read where those views are, and stays empty in the engine that
/// makes a page's first answer.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Views {
    /// `breaks`: where the way of measuring changed: the label of the first period measured in the new way → why.
    pub breaks: Vec<(String, String)>,
    /// `provisional`: labels of the periods whose figures are not final: shown, and left out of every test of a trend.
    pub provisional: Vec<String>,
    /// `events`: what partners changed, to stand on the axis of time: the label of its period → what, and whose.
    pub events: Vec<(String, Event)>,
    /// `process`: how a series is read as a process: by the id or name of its indicator; under no name, for all others.
    pub processes: Vec<(String, Process)>,
    /// `gap`: the groups between which a gap is shown.
    pub gap: GapOptions,
    /// `funnel`: how a funnel is made.
    pub funnel: FunnelOptions,
    /// `show`: what stands beside a comparison.
    pub show: Show,
    /// `learn-from`: what can be read of a place's work, by its code.
    pub learn_from: Vec<(String, LearnFrom)>,
    /// `priorities`: what the profile shows, in the publisher's order.
    pub priorities: Vec<Priority>,
    /// `board`: what holds for all of them.
    pub board: Board,
}

/// Something that partners did or that happened, in the publisher's words. It explains nothing: it only stands beside the
/// figures.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Event {
    /// What.
    pub text: String,
    /// Who says so.
    pub who: String,
}

impl Views {
    /// How an indicator is read as a process: as is said for it alone, else for all.
    pub fn process_for(&self, indicator: &str, name: &str) -> Option<&Process> {
        [indicator, name, ""].into_iter().find_map(|name| named(&self.processes, name))
    }
}

impl Views {
    /// Reads what plain data hold, beside what is here.
    pub(super) fn add(&mut self, data: &Plain, unknown: &mut Vec<String>) {
        data.get("breaks").add_named_texts(&mut self.breaks);
        data.get("provisional").add_texts(&mut self.provisional);
        self.gap.add(data.get("gap"));
        for (period, event) in data.get("events").entries() {
            self.events.push((period.clone(), Event::read(event)));
        }
        #[cfg(every_view)]
        Priority::add_all(data, &mut self.priorities);
        if !data.get("board").entries().is_empty() {
            self.board = Board::read(data.get("board"));
        }
        let own = data.get("indicators").entries().iter().map(|(indicator, own)| (indicator.as_str(), own));
        for (indicator, all) in [("", data)].into_iter().chain(own) {
            if let process @ Plain::Map(_) = all.get("process") {
                self.processes.push((indicator.to_owned(), Process::read(process, unknown)));
            }
        }
        self.show = Show::read(data.get("show"), unknown).or(self.show);
        for (code, from) in data.get("learn-from").entries() {
            self.learn_from.push((code.clone(), LearnFrom::read(from, unknown)));
        }
        self.funnel = FunnelOptions::read(data.get("funnel")).or(self.funnel);
    }

    /// Adds what `other` says.
    pub(super) fn fill(&mut self, other: Views) {
        self.breaks.extend(other.breaks);
        self.provisional.extend(other.provisional);
        self.events.extend(other.events);
        self.processes.extend(other.processes);
        self.gap.fill(other.gap);
        self.funnel = self.funnel.or(other.funnel);
        self.show = self.show.or(other.show);
        self.learn_from.extend(other.learn_from);
        self.priorities.extend(other.priorities);
        if self.board == Board::default() {
            self.board = other.board;
        }
    }
}

impl Event {
    /// An event from its text alone, or from `text` and `who`.
    fn read(data: &Plain) -> Event {
        match data {
            Plain::Text(text) => Event { text: text.clone(), who: String::new() },
            _ => Event { text: data.get("text").text().to_owned(), who: data.get("who").text().to_owned() },
        }
    }
}
