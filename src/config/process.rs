use super::Plain;

/// `process`: how a series is read as a process. What is absent means the default.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Process {
    /// `rebases`: where the usual range starts again: the label of the first period of the new one → why, and who says so.
    pub rebases: Vec<(String, Rebase)>,
    /// `baseline`: the only periods that the usual range is made from.
    pub baseline: Option<Baseline>,
    /// `run`: how many figures in a row are a sign: 6, 7 or 8. Default 7.
    pub run: String,
    /// `screening` set to `false`: the widest steps from one figure to the next are kept in.
    pub unscreened: bool,
    /// `target`: the standard, in the unit of the figures.
    pub target: String,
}

/// A new start, which wants a reason and somebody who stands for it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rebase {
    /// Why, in the publisher's words.
    pub reason: String,
    /// Who says so; empty for the publisher.
    pub who: String,
}

/// The periods from one to another, by their labels.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Baseline {
    /// The first; empty for that of the stretch in which the last one lies.
    pub from: String,
    /// The last.
    pub to: String,
}

impl Process {
    /// Reads what plain data hold. Names that are none of ours go to `unknown`.
    pub(super) fn read(data: &Plain, unknown: &mut Vec<String>) -> Process {
        let mut process = Process::default();
        for (name, entry) in data.entries() {
            match name.as_str() {
                "rebases" => {
                    let rebase = |(label, entry): &(String, Plain)| (label.clone(), Rebase::read(entry));
                    process.rebases.extend(entry.entries().iter().map(rebase));
                }
                "baseline" => {
                    let text = |name| entry.get(name).text().to_owned();
                    process.baseline = Some(Baseline { from: text("from"), to: text("to") });
                }
                "run" => process.run = entry.text().to_owned(),
                // A `false` is read as nothing, so that saying it is all it takes.
                "screening" => process.unscreened = entry.text() != "true",
                "target" => process.target = entry.text().to_owned(),
                _ => unknown.push(name.clone()),
            }
        }
        process
    }
}

impl Rebase {
    fn read(data: &Plain) -> Rebase {
        Rebase { reason: data.get("reason").text().to_owned(), who: data.get("who").text().to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> (Process, Vec<String>) {
        let mut unknown = Vec::new();
        let process = Process::read(&serde_json::from_str(json).unwrap(), &mut unknown);
        (process, unknown)
    }

    #[test]
    fn all_that_a_process_can_say_is_read() {
        let (process, unknown) = read(
            r#"{"rebases": {"May 2023": {"reason": "A new unit opened.", "who": "the trust"}},
                "baseline": {"from": "April 2022", "to": "March 2023"}, "run": 8, "screening": false, "target": 95.5,
                "colour": "blue"}"#,
        );
        assert_eq!(unknown, ["colour"]);
        let rebase = Rebase { reason: "A new unit opened.".into(), who: "the trust".into() };
        assert_eq!(process.rebases, [("May 2023".to_owned(), rebase)]);
        assert_eq!(process.baseline, Some(Baseline { from: "April 2022".into(), to: "March 2023".into() }));
        assert_eq!((process.run.as_str(), process.target.as_str(), process.unscreened), ("8", "95.5", true));
    }

    #[test]
    fn screening_is_on_unless_it_is_said_to_be_off() {
        assert!(!read("{}").0.unscreened && !read(r#"{"screening": true}"#).0.unscreened);
        assert!(read(r#"{"screening": false}"#).0.unscreened);
        assert_eq!(read("3").0, Process::default());
    }
}
