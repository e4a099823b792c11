//! The ids of what the profile says.

use super::Language;

templates! {
    /// The sentences of the profile, by the id that receipts name.
    ProfileSentence in profile::SENTENCES {
        B1 = "B1", B1None = "B1-none", B1One = "B1-one", B1NoState = "B1-no-state", B1NoStateOne = "B1-no-state-one", B1Peers = "B1-peers",
        B2 = "B2", B2Risk = "B2-risk", B2Signals = "B2-signals",
        B3None = "B3-none", B3Watch = "B3-watch", B3Closer = "B3-closer", B3Twice = "B3-twice", B3Cannot = "B3-cannot",
        B3NoState = "B3-no-state",
        B5On = "B5-on", B5Close = "B5-close", B5Behind = "B5-behind", B5Target = "B5-target",
        B6NoPath = "B6-no-path", B6Standard = "B6-standard", B6Meets = "B6-meets", B6Misses = "B6-misses", B6None = "B6-none",
        B7 = "B7", B7Review = "B7-review", B7Past = "B7-past",
        B8One = "B8-one", B8Finding = "B8-finding", B8How = "B8-how", B8Places = "B8-places",
        B9Stale = "B9-stale", B9Draft = "B9-draft",
    }
}

templates! {
    /// The labels of the profile.
    ProfileLabel in profile::LABELS {
        WorseThanPeers = "worse-than-peers", GettingWorse = "getting-worse", GapBigger = "gap-bigger",
        BehindPath = "behind-path", Signals = "signals", NoSigns = "no-signs",
        LookCloser = "look-closer", Watch = "watch", NoFlag = "no-flag", CannotJudge = "cannot-judge", NoState = "no-state",
        WhyWithheld = "why-withheld", WhyNoFigure = "why-no-figure", WhyUncertain = "why-uncertain",
        WhyNotApplicable = "why-not-applicable", WhyFewChecks = "why-few-checks", WhyNotThere = "why-not-there",
        Local = "local", National = "national", Outcome = "outcome", Output = "output", Process = "process",
        Context = "context", Resource = "resource",
        Priority = "priority", Whose = "whose", FigureHead = "figure", PeriodHead = "period", RangeHead = "range", Named = "named", UseNote = "use-note", PeersMiddle = "peers-middle", PeersHalf = "peers-half", State = "state",
        ChecksMet = "checks-met", Trend = "trend", Target = "target", TargetBy = "target-by", Standard = "standard",
        Priorities = "priorities", Draft = "draft", FigureIn = "figure-in", FigureRange = "figure-range",
        NoPeers = "no-peers", OnPath = "on-path", TooClose = "too-close", Behind = "behind", Meets = "meets", Misses = "misses",
        KeyOurs = "key-ours", KeyHalf = "key-half", KeyMiddle = "key-middle", KeyLine = "key-line",
        KeyCloser = "key-closer", KeyWatch = "key-watch", KeyNoFlag = "key-no-flag", KeyCannot = "key-cannot",
        Picture = "picture", Frameworks = "frameworks", MeasureOf = "measure-of", Why = "why", Partners = "partners",
        PartnersOrder = "partners-order", Pledges = "pledges", PledgeWho = "pledge-who", PledgeWhat = "pledge-what",
        PledgeBy = "pledge-by", PledgeNow = "pledge-now", PledgeDone = "pledge-done", PledgeDue = "pledge-due",
        PledgeUpdate = "pledge-update", PledgeQuiet = "pledge-quiet", PledgeAnd = "pledge-and",
        Lived = "lived", LivedSource = "lived-source",
        Need = "need", NeedPeers = "need-peers", Comment = "comment", SignedOn = "signed-on", Action = "action",
        Decision = "decision", ReadDecision = "read-decision", Feedback = "feedback", Members = "members",
        Review = "review", ReviewPast = "review-past", NextFigures = "next-figures",
        Council = "council", Nhs = "nhs", Voluntary = "voluntary", Education = "education", Safety = "safety",
        Housing = "housing", Business = "business", Residents = "residents", OtherBody = "other-body",
        Rule = "rule", Met = "met", NotMet = "not-met", MetTwice = "met-twice", Planned = "planned",
        Place = "place", BoardPlace = "board-place",
    }
}

templates! {
    /// What is wrong with a set of priorities: each a message, then what to do.
    ProfileMessage {
        TooMany = "priorities-too-many", OverLimit = "priorities-over-limit", LimitsNotLower = "limits-not-lower",
        NoPriorities = "no-priorities", NoLocal = "no-local-priority", NoMeasure = "priority-without-measure", MeasureNotThere = "priority-not-there",
        Repeated = "priority-repeated", WhoseUnknown = "priority-kind-unknown", MeasureTypeUnknown = "measure-type-unknown",
        NotAPriority = "not-a-priority", ProcessWithoutNote = "process-without-note", TargetOfMember = "target-of-member",
        TargetIncomplete = "target-incomplete", DateUnreadable = "date-unreadable", NotANumber = "not-a-number-in-config",
        LinkRefused = "link-refused", PartnerIncomplete = "partner-incomplete", PartnerTypeUnknown = "partner-type-unknown",
        NoPartners = "no-partners", PledgeIncomplete = "pledge-incomplete", NoConsent = "no-consent",
        LivedIncomplete = "lived-experience-incomplete", DecisionIncomplete = "decision-incomplete",
        CommentUnsigned = "comment-unsigned", NoMembersLink = "no-members-link", MembersApart = "members-apart",
        Blame = "blaming-word", Order = "league-word",
    }
}

impl ProfileMessage {
    /// The message and what to do, in a language, with the one slot filled.
    pub fn in_words(self, language: Language, found: &str) -> (String, String) {
        let messages = match language {
            #[cfg(english)]
            Language::English | Language::Pseudo => super::en::profile::MESSAGES,
            #[cfg(welsh)]
            Language::Welsh => super::cy::profile::MESSAGES,
        };
        let line = |at: usize| super::line(messages, 2 * self as usize + at);
        (language.filled(line(0), found), language.filled(line(1), found))
    }
}
