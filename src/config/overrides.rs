use super::Plain;

/// A finding that a publisher has looked at and stands by.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Override {
    /// The id of the finding.
    pub check: String,
    /// Why it is right here. Without one, nothing is overridden.
    pub reason: String,
}

impl Override {
    /// Reads the list.
    pub(super) fn add_all(data: &Plain, to: &mut Vec<Override>) {
        let Plain::List(items) = data else { return };
        for item in items {
            let text = |name: &str| item.get(name).text().trim().to_owned();
            to.push(Override { check: text("check"), reason: text("reason") });
        }
    }
}
