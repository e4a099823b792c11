//! The words a priority may use.

use crate::config::option::{Choice, choice};

choice! {
    /// Whose priority it is.
    Whose {
        /// Chosen here.
        Local = "local",
        /// Shared with the nation.
        National = "national",
    }
}

choice! {
    /// What a measure is of.
    MeasureType {
        /// What became of people.
        Outcome = "outcome",
        /// What was delivered.
        Output = "output",
        /// How it was done.
        Process = "process",
        /// What the place is like.
        Context = "context",
        /// Money and staff.
        Resource = "resource",
    }
}

choice! {
    /// What kind of body a partner is.
    PartnerType {
        /// A council.
        Council = "council",
        /// A body of the NHS.
        Nhs = "nhs",
        /// A voluntary or community body.
        Voluntary = "voluntary-and-community" | "voluntary" | "community" | "vcse",
        /// A school, college or university.
        Education = "education",
        /// Police, fire or justice.
        Safety = "police-fire-and-justice" | "police" | "fire",
        /// A housing body.
        Housing = "housing",
        /// An employer or business.
        Business = "business",
        /// Residents themselves.
        Residents = "residents",
        /// Any other.
        Other = "other",
    }
}

choice! {
    /// How wide the area is whose priorities these are.
    Tier {
        /// A system of many bodies.
        System = "system",
        /// One place in it.
        Place = "place",
        /// A neighbourhood.
        Neighbourhood = "neighbourhood",
    }
}

choice! {
    /// What kind of lived experience it is.
    LivedKind {
        /// What one person said.
        Quote = "quote",
        /// What some of many said.
        Finding = "finding",
    }
}
