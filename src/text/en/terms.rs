//! The words of the field, in English.

use crate::text::Term;

pub(in crate::text) const TERMS: &str = lines! { Term {
    LikelyRange => "likely range|95% range: Where the true figure is likely to be. Of ranges made this way, 95 in 100 hold it. They allow for chance only.";
    UsualRange => "usual range: Where most figures fall as long as nothing changes. It is worked out from the ups and downs so far.";
    ExpectedRange => "expected range|range expected: Where the figure of a place this size would fall by chance, around the average. Small places have a wide one.";
    MiddleHalf => "middle half: Leave out the quarter of places with the highest figures and the quarter with the lowest. The rest is the middle half.";
    Middle => "the middle of: Half of the places have a higher figure than this, and half a lower one.";
    Clear => "clear: A gap or a change is clear when chance alone would not often make one as big. Not clear does not mean the same.";
    Chance => "chance: Figures go up and down a little from one time to the next, even where nothing has changed.";
    Trend => "trend: A change one way, up or down, over several figures.";
    PercentagePoints => "percentage points: The plain gap between two percentages. From 10% to 12% is 2 percentage points.";
    PerHundredThousand => "per 100,000: How many there would be among 100,000 people.";
    Where100 => "where 100 is: A figure of 110 is one tenth above the level that is called 100.";
    Average => "average: What it comes to when all of it is added up and shared out evenly.";
    Sign => "sign of: A pattern that chance alone does not often make. It says where to look, not why.";
    Check => "checks|check: One look at one figure by a published rule. The rule is the same for every place.";
    Target => "target: The level that was agreed, and the day it is to be reached by.";
    PlannedPath => "planned path: The straight line from one agreed level to the next. It ends at the last of them.";
    Standard => "standard: A level that is asked for all the time.";
    Deprived => "deprived: Small areas are put in order by the official index. It is about areas, not about each person there.";
    FittedGap => "fitted gap: A straight line is drawn through all groups, and large groups count for more. The gap is from end to end.";
    NotFinal => "not final: It may still change as more reports come in.";
    Position => "position: Where a place could stand among the others, given how sure the figures are.";
    PValue => "p-value: How often chance alone would give a gap as big as this one, if there were no real gap.";
} };
