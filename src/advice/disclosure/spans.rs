//! Ages and periods as spans: sums between spans that lie end to end.

/// A span from one point to another, and the cell that it is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Span {
    pub from: i32,
    pub to: i32,
    pub cell: usize,
}

/// Beyond every age.
const NO_END: i32 = 1000;

/// The span of an age label in whole years: `18+ yrs`, `0-4 yrs`, `<18 yrs`, `16 yrs`, `All ages`.
pub(super) fn of_age(label: &str) -> Option<(i32, i32)> {
    let label = label.trim().to_ascii_lowercase();
    let label = label.trim_end_matches("years").trim_end_matches("yrs").trim_end_matches("yr").trim();
    let year = |text: &str| text.trim().parse::<i32>().ok().filter(|year| (0..NO_END).contains(year));
    if matches!(label, "all ages" | "all" | "total") {
        return Some((0, NO_END));
    }
    if let Some(from) = label.strip_suffix('+').and_then(year) {
        return Some((from, NO_END));
    }
    let below = label.strip_prefix('<').or_else(|| label.strip_prefix("under"));
    if let Some(to) = below.and_then(year) {
        return Some((0, to));
    }
    let (from, to) = label
        .split_once('-')
        .or_else(|| label.split_once('–'))
        .or_else(|| label.split_once(" to "))
        .unwrap_or((label, label));
    let (from, to) = (year(from)?, year(to)?);
    (from <= to).then_some((from, to + 1))
}

/// Every sum between spans that lie end to end, none twice: for each span that others already reach across, it less those.
/// The shorter spans are laid first, so a year is set against its quarters or months. (Spans as edges between their ends:
/// those laid make a forest, and every further one closes a circle; the circles span all sums there are.)
pub(super) fn sums(mut spans: Vec<Span>) -> Vec<Vec<(usize, i8)>> {
    spans.sort_by_key(|span| (span.to - span.from, span.from, span.cell));
    let mut laid: Vec<Span> = Vec::new();
    let mut sums = Vec::new();
    for span in spans.into_iter().filter(|span| span.from < span.to) {
        match way(&laid, span.from, span.to) {
            None => laid.push(span),
            Some(mut sum) => {
                sum.push((span.cell, -1));
                sums.push(sum);
            }
        }
    }
    sums
}

/// The spans by which one gets from a point to another, forwards as 1 and backwards as -1.
fn way(laid: &[Span], from: i32, to: i32) -> Option<Vec<(usize, i8)>> {
    // The points reached, each with the place of the one before it and the step from there.
    let mut reached: Vec<(i32, usize, (usize, i8))> = vec![(from, 0, (0, 0))];
    let mut at = 0;
    while let Some(&(point, ..)) = reached.get(at) {
        if point == to {
            let mut steps = Vec::new();
            let mut here = at;
            while here > 0 {
                steps.push(reached[here].2);
                here = reached[here].1;
            }
            return Some(steps);
        }
        for span in laid {
            let next = match point {
                _ if span.from == point => (span.to, (span.cell, 1)),
                _ if span.to == point => (span.from, (span.cell, -1)),
                _ => continue,
            };
            if reached.iter().all(|(known, ..)| *known != next.0) {
                reached.push((next.0, at, next.1));
            }
        }
        at += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_read() {
        assert_eq!(of_age("All ages"), Some((0, NO_END)));
        assert_eq!(of_age("65+ yrs"), Some((65, NO_END)));
        assert_eq!(of_age("0-4 yrs"), Some((0, 5)));
        assert_eq!(of_age("<18 yrs"), Some((0, 18)));
        assert_eq!(of_age("Under 18"), Some((0, 18)));
        assert_eq!(of_age("16 yrs"), Some((16, 17)));
        assert_eq!([of_age("Adults"), of_age(""), of_age("9-4 yrs")], [None; 3]);
    }

    #[test]
    fn a_year_is_its_quarters_and_rolling_years_their_ends() {
        let span = |from, to, cell| Span { from, to, cell };
        let mut quarters: Vec<Span> = (0..4).map(|at| span(at, at + 1, at as usize)).collect();
        quarters.push(span(0, 4, 9));
        let [sum] = &sums(quarters)[..] else { panic!("one sum") };
        assert_eq!((sum.len(), sum[4]), (5, (9, -1)));
        // 2017-19, 2018-20 and the years at their ends: 17 + (18-20) - (17-19) - 20.
        let [sum] = &sums(vec![span(17, 20, 0), span(18, 21, 1), span(17, 18, 2), span(20, 21, 3)])[..] else {
            panic!("one sum")
        };
        assert_eq!(sum.len(), 4);
        assert_eq!(sums(vec![span(17, 20, 0), span(18, 21, 1)]), Vec::<Vec<(usize, i8)>>::new());
    }
}
