//! Sums with withheld counts, solved: by taking what is known from each sum that has one unknown count, again and again; then
//! by elimination (Gauss and Jordan) where several sums together tell what none tells alone.

use std::collections::BTreeMap;

use super::Leak;
use super::cells::{Cells, State};
use super::sums::Sum;
use crate::advice::finding::Check;

/// A figure that comes out of a sum that is only likely tells something where it is small: then the sum hardly fits by chance.
const SMALL: f64 = 10.0;
/// A figure that is known no closer than this is not told.
const FAR_OFF: f64 = 2.5;
/// Unknown counts that are eliminated together; a larger system is left at what single sums tell.
const MOST_TOGETHER: usize = 80;

/// What is known of a count that was not shown.
struct Solver<'c> {
    cells: &'c Cells,
    states: Vec<State>,
    leaks: Vec<Leak>,
}

/// A sum whose known part is taken together: the unknown counts with their signs come to `rest`.
struct Open {
    unknown: Vec<(usize, i8)>,
    rest: f64,
    off: f64,
}

/// The withheld counts that the sums tell.
pub(super) fn solve(cells: &Cells, sums: Vec<Sum>) -> Vec<Leak> {
    let states = cells.all.iter().map(|cell| cell.state).collect();
    let mut solver = Solver { cells, states, leaks: Vec::new() };
    solver.one_by_one(&sums);
    if solver.together(&sums) {
        solver.one_by_one(&sums);
    }
    solver.small_together(&sums);
    solver.leaks
}

impl Solver<'_> {
    fn open(&self, sum: &Sum) -> Open {
        let mut open = Open { unknown: Vec::new(), rest: 0.0, off: 0.0 };
        for &(cell, sign) in &sum.terms {
            match self.states[cell] {
                State::Known(count, off) => {
                    open.rest -= f64::from(sign) * count;
                    open.off += off;
                }
                _ => open.unknown.push((cell, sign)),
            }
        }
        open
    }

    /// Takes what a sum says of a cell; whether that is new.
    fn take(&mut self, cell: usize, count: f64, off: f64, sum: &Sum) -> bool {
        let fits = count >= -off - 0.5 && off <= FAR_OFF && (sum.is_certain || count - off < SMALL);
        if !fits {
            return false;
        }
        if self.states[cell] == State::Withheld {
            let from = sum.terms.iter().map(|&(other, _)| other).filter(|other| *other != cell).collect();
            self.leaks.push(Leak { check: Check::Recoverable, cells: vec![cell], from });
        }
        self.states[cell] = State::Known(count.max(0.0), off);
        true
    }

    /// Until no sum has one unknown count that it tells.
    fn one_by_one(&mut self, sums: &[Sum]) {
        let mut changed = true;
        while changed {
            changed = false;
            for sum in sums {
                let open = self.open(sum);
                if let [(cell, sign)] = open.unknown[..] {
                    changed |= self.take(cell, open.rest / f64::from(sign), open.off, sum);
                }
            }
        }
    }

    /// What sums tell together that are known to hold; whether that is anything.
    fn together(&mut self, sums: &[Sum]) -> bool {
        let mut found = false;
        for part in self.connected(sums) {
            let mut columns: Vec<usize> = Vec::new();
            let mut rows: Vec<(Vec<f64>, f64, f64)> = Vec::new();
            for open in part.iter().map(|&at| self.open(&sums[at])) {
                for (cell, _) in &open.unknown {
                    if let Err(at) = columns.binary_search(cell) {
                        columns.insert(at, *cell);
                    }
                }
                rows.push((Vec::new(), open.rest, open.off));
            }
            if columns.len() > MOST_TOGETHER {
                continue;
            }
            for (row, &at) in rows.iter_mut().zip(&part) {
                row.0 = vec![0.0; columns.len()];
                for (cell, sign) in self.open(&sums[at]).unknown {
                    row.0[columns.partition_point(|known| *known < cell)] = f64::from(sign);
                }
            }
            eliminate(&mut rows);
            let all: Vec<(usize, i8)> = part.iter().flat_map(|&at| sums[at].terms.clone()).collect();
            for (row, rest, off) in rows {
                let mut places = row.iter().enumerate().filter(|(_, factor)| factor.abs() > 1e-9);
                if let (Some((place, factor)), None) = (places.next(), places.next()) {
                    let whole = Sum { terms: known_of(self, &all, columns[place]), is_certain: true };
                    found |= self.take(columns[place], rest / factor, off / factor.abs(), &whole);
                }
            }
        }
        found
    }

    /// The certain sums with two unknown counts or more, in parts that share none.
    fn connected(&self, sums: &[Sum]) -> Vec<Vec<usize>> {
        let mut part_of_cell = BTreeMap::<usize, usize>::new();
        let mut parts: Vec<Vec<usize>> = Vec::new();
        for (at, sum) in sums.iter().enumerate().filter(|(_, sum)| sum.is_certain) {
            let unknown: Vec<usize> = self.open(sum).unknown.iter().map(|(cell, _)| *cell).collect();
            if unknown.len() < 2 {
                continue;
            }
            let mut own = vec![at];
            let mut touched: Vec<usize> = unknown.iter().filter_map(|cell| part_of_cell.get(cell).copied()).collect();
            touched.sort_unstable();
            touched.dedup();
            touched.iter().for_each(|&part| own.append(&mut parts[part]));
            let number = parts.len();
            for part in part_of_cell.values_mut().filter(|part| touched.contains(part)) {
                *part = number;
            }
            part_of_cell.extend(unknown.into_iter().map(|cell| (cell, number)));
            parts.push(own);
        }
        parts.retain(|part| part.len() > 1);
        parts
    }

    /// Withheld counts that come to a small number together.
    fn small_together(&mut self, sums: &[Sum]) {
        for sum in sums {
            let open = self.open(sum);
            let Some(&(_, sign)) = open.unknown.first() else { continue };
            let rest = open.rest / f64::from(sign);
            let are_withheld =
                open.unknown.iter().all(|&(cell, own)| own == sign && self.states[cell] == State::Withheld);
            let is_small = rest > -0.5 && rest + open.off < self.cells.least - 0.5;
            if open.unknown.len() < 2 || !are_withheld || !is_small {
                continue;
            }
            let mut cells: Vec<usize> = open.unknown.iter().map(|(cell, _)| *cell).collect();
            cells.sort_unstable();
            let from: Vec<usize> =
                sum.terms.iter().map(|(cell, _)| *cell).filter(|cell| !cells.contains(cell)).collect();
            self.leaks.push(Leak { check: Check::SmallTogether, cells, from });
        }
    }
}

/// The terms of sums that are known, and one cell that is told by them.
fn known_of(solver: &Solver, terms: &[(usize, i8)], told: usize) -> Vec<(usize, i8)> {
    let mut known: Vec<(usize, i8)> =
        terms.iter().copied().filter(|(cell, _)| matches!(solver.states[*cell], State::Known(..))).collect();
    known.sort_unstable();
    known.dedup();
    known.push((told, 1));
    known
}

/// Brings rows of factors, each with what they come to and how far that may be off, to their simplest form.
fn eliminate(rows: &mut [(Vec<f64>, f64, f64)]) {
    let width = rows.first().map_or(0, |row| row.0.len());
    let mut done = 0;
    for column in 0..width {
        let Some(pivot) = (done..rows.len()).find(|&row| rows[row].0[column].abs() > 1e-9) else { continue };
        rows.swap(done, pivot);
        let by = rows[done].0[column];
        let (factors, rest, off) = &mut rows[done];
        factors.iter_mut().for_each(|factor| *factor /= by);
        *rest /= by;
        *off /= by.abs();
        let (factors, rest, off) = rows[done].clone();
        for (at, row) in rows.iter_mut().enumerate() {
            let times = row.0[column];
            if at != done && times != 0.0 {
                row.0.iter_mut().zip(&factors).for_each(|(factor, other)| *factor -= times * other);
                row.1 -= times * rest;
                row.2 += times.abs() * off;
            }
        }
        done += 1;
    }
}
