//! Which area lies in which, as the rows and the tables of areas say.

use super::lookup::bare_code;
use super::records::Line;
use super::words::{owned, part};
use super::{Area, Meaning};

/// What lies in what. An area may lie in several others: a place in a region and in a health system.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hierarchy {
    /// The code of an area, and that of one that contains it.
    links: Vec<(String, String)>,
    /// The code of an area, and its name.
    names: Vec<(String, String)>,
}

impl Hierarchy {
    /// Keeps what a row of an area table says of its area.
    pub(super) fn keep(&mut self, code: &str, line: &Line) {
        let parent = bare_code(line.cell(Meaning::ParentCode));
        self.link(code, parent);
        self.name(code, line.cell(Meaning::AreaName));
        self.name(parent, line.cell(Meaning::ParentName));
        let mut rest = Some(bare_code(line.cell(Meaning::Children)));
        while let Some(children) = rest {
            let (child, next) = part(children, b'|');
            self.link(child, code);
            rest = next;
        }
    }

    /// Takes what the tables say, and beside it what the rows say of their own areas.
    pub(super) fn take(&mut self, listed: Hierarchy, areas: &[Area]) {
        *self = listed;
        for area in areas {
            self.link(&area.code, &area.parent_code);
            self.name(&area.parent_code, &area.parent_name);
        }
        self.links.sort_unstable();
        self.links.dedup();
    }

    fn link(&mut self, child: &str, parent: &str) {
        if !child.is_empty() && !parent.is_empty() && child != parent {
            self.links.push((owned(child), owned(parent)));
        }
    }

    fn name(&mut self, code: &str, name: &str) {
        let is_new = self.names.last().is_none_or(|(last, _)| last != code);
        if is_new && !code.is_empty() && !name.is_empty() {
            self.names.push((owned(code), owned(name)));
        }
    }

    /// The codes of the areas that contain an area, by code.
    pub fn parents<'a>(&'a self, code: &'a str) -> impl Iterator<Item = &'a str> {
        let start = self.links.partition_point(|(child, _)| child.as_str() < code);
        self.links[start..].iter().take_while(move |(child, _)| child == code).map(|(_, parent)| parent.as_str())
    }

    /// The codes of the areas that lie in an area, by code.
    pub fn children<'a>(&'a self, code: &'a str) -> impl Iterator<Item = &'a str> {
        self.links.iter().filter(move |(_, parent)| parent == code).map(|(child, _)| child.as_str())
    }

    /// The name of an area that has no row of its own; its code where nobody names it.
    pub fn name_of<'a>(&'a self, code: &'a str) -> &'a str {
        self.names.iter().find(|(known, _)| known == code).map_or(code, |(_, name)| name.as_str())
    }
}

#[cfg(test)]
mod tests {
    use crate::data::{Mapping, Reader, Table};

    fn read(files: &[&str]) -> (Table, usize) {
        let mut reader = Reader::new(Mapping::default());
        for (at, file) in files.iter().enumerate() {
            reader.begin(&format!("{at}.csv"));
            reader.push(file.as_bytes());
        }
        let (table, problems) = reader.finish();
        (table, problems.len())
    }

    #[test]
    fn rows_tables_of_parents_and_lists_of_children_say_the_same() {
        let plain = "code,period,value\nA1,2024,1\nB1,2024,2\n";
        let own = "code,parent code,parent name,period,value\nA1,P1,Ash,2024,1\nB1,P1,Ash,2024,2\n";
        for files in [
            &[own][..],
            &[plain, "code,parent code\nA1,P1\nB1,P1\n"],
            &["code,parent code\nB1,P1\nA1,P1\n", plain],
            &[plain, "AreaCode,AreaName,Children\nP1,Ash,A1|B1\nA1,a,\nB1,b,\n"],
        ] {
            let (table, problems) = read(files);
            let hierarchy = table.hierarchy();
            assert_eq!(hierarchy.children("P1").collect::<Vec<_>>(), ["A1", "B1"], "{files:?}");
            assert_eq!(hierarchy.parents("B1").collect::<Vec<_>>(), ["P1"]);
            assert_eq!((hierarchy.parents("P1").count(), problems), (0, 0));
        }
        assert_eq!(read(&[own]).0.hierarchy().name_of("P1"), "Ash");
    }

    /// A table of codes alone names no area, so one that it does not list is no problem; one may lie in two others.
    #[test]
    fn an_area_may_lie_in_several_others_and_need_not_be_listed() {
        let (table, problems) = read(&[
            "code,period,value\nA1,2024,1\nE92000001,2024,2\n",
            "code,parent code\nA1,S1\nA1,R1\nA1,A1\nS1,R1\n",
        ]);
        assert_eq!(table.hierarchy().parents("A1").collect::<Vec<_>>(), ["R1", "S1"]);
        assert_eq!(problems, 0);
    }
}
