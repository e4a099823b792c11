//! Welsh. A slot is `{name}`, as in English; what stands before it in a template says how Welsh takes it in, so that no
//! name of a publisher's is ever mutated: see [`grammar`].

use super::{Label, Language, Message, Sentence, Span, line};

pub(super) mod beside;
pub(super) mod funnel;
pub(super) mod gap;
pub(super) mod grammar;
pub(super) mod process;
pub(super) mod profile;
pub(super) mod terms;
pub(super) mod trend;
pub(super) mod views;

/// The message, then what to do.
pub(super) fn message(message: Message) -> (&'static str, &'static str) {
    (line(MESSAGES, 2 * message as usize), line(MESSAGES, 2 * message as usize + 1))
}

/// The name of a month, 1 to 12.
pub(super) fn month(month: u8) -> &'static str {
    line(MONTHS, usize::from(month).wrapping_sub(1))
}

/// A span with its preposition: "yn 2023", "ym mis Ebrill 2023", "ar 31 Mawrth 2024". *Yn* would mutate a month, or a name
/// that a publisher gave a stretch of time, so a noun of ours stands before these.
pub(super) fn in_span(span: Span) -> String {
    let before = match span {
        Span::Day(..) => return Language::Welsh.label_of(Label::OnDay, &Language::Welsh.span(span)),
        Span::Months(first, last) if first == last => "ym mis ",
        Span::Years(first, last) | Span::SplitYears(first, last) if first == last => "yn ",
        Span::YearsFrom(..) => "yn ",
        _ => "yn y cyfnod ",
    };
    [before, &Language::Welsh.span(span)].concat()
}

pub(super) const SENTENCES: &str = lines! { Sentence {
    C0 => "{label}, {period}: {v} {in_area}, {b} {in_bench}.";
    C0Alone => "{label}, {period}: {v} {in_area}.";
    C0Gap => "Mae hynny'n {direction}.";
    C0NoGap => "Dim bwlch clir.";
    C1 => "Roedd {measure} yn {direction} {in_area} na/nag {than_bench} {in_period}: {v}, o gymharu â/ag {b}.";
    Pol => "Ar gyfer y mesur hwn, mae ffigur {side} yn well.";
    Chance => "Pe na bai bwlch go iawn, byddai siawns yn unig yn rhoi un mor fawr lai nag 1 tro ym mhob {odds}.";
    C2 => "Nid oedd bwlch clir o ran {measure} rhwng {area} a/ac {bench} {in_period}: {v}, o gymharu â/ag {b}.";
    C2NotSame => "Nid yw hynny'n golygu bod y ddau yr un fath.";
    C3 => "Mae'r ddau ffigur yn ansicr. Mae'r bwlch yn debygol o fod rhwng {lo} a/ac {hi}.";
    C3Sides => "Mae'r ddau ffigur yn ansicr. Mae'r bwlch yn debygol o fod rhwng {lo} yn is a/ac {hi} yn uwch.";
    C4 => "Roedd {measure} yn {v} {in_area} ac yn {b} {in_bench} {in_period}.";
    C5 => "Nid yw'r ffigur ar gyfer {area} {in_period} yn cael ei ddangos, er mwyn diogelu preifatrwydd. Nid yw peidio â'i ddangos yn golygu sero.";
    C6 => "Mae'r ffigur ar gyfer {area} {in_period} yn rhy ansicr i'w ddefnyddio, felly mae'r cyhoeddwr wedi'i hepgor.";
    C7 => "Nid oes ffigur ar gyfer {area} {in_period}.";
    C7Note => "Mae'r data'n dweud: “{note}”.";
    C8 => "Nid yw'r mesur hwn yn berthnasol ar gyfer {area}.";
    C8Reason => "Nid yw'r mesur hwn yn berthnasol ar gyfer {area}: {note}.";
    C9 => "Roedd {measure} yn {v} {in_area} {in_period}. Nid oes ffigur ar gyfer {bench} i gymharu ag ef.";
    C9Alone => "Roedd {measure} yn {v} {in_area} {in_period}.";
    C9None => "Nid oes ffigur ar gyfer {bench} i gymharu ag ef.";
    C10 => "Daw'r ffigur ar gyfer {area} o gyfnod {p1} a'r un ar gyfer {bench} o gyfnod {p2}. Nid ydym yn cymharu ar draws {unit}.";
    C10Kind => "Nid yw {area} a/ac {bench} yr un math o ardal. Nid ydym yn cymharu ar draws mathau o ardaloedd.";
    C11 => "Mae {bench} yn cynnwys {area}, felly mae'r bwlch â'r gweddill yn fwy na'r hyn a ddangosir.";
    S1 => "Daw hyn o holi rhai pobl, nid pawb. Mae'r gwir ffigur yn debygol o fod rhwng {lo} a/ac {hi} (ystod 95%).";
    S2 => "Mae pob achos yn cael ei gyfrif, ond mae cyfrifon yn codi ac yn gostwng drwy siawns. Mae'r lefel y tu ôl iddynt yn debygol o fod rhwng {lo} a/ac {hi} (ystod 95%).";
    S3 => "Amcangyfrif o fodel yw hwn. Os yw'r model yn gywir, mae'r ffigur yn debygol o fod rhwng {lo} a/ac {hi} (ystod 95%).";
    S4 => "Gan ystyried siawns, mae'r ffigur yn debygol o fod rhwng {lo} a/ac {hi} (ystod 95%).";
    S5 => "Nid yw'r data'n rhoi ystod debygol, felly ni allwn ddweud faint sy'n siawns.";
    S6 => "O'r ystodau a wneir fel hyn, mae 95 o bob 100 yn cynnwys y gwir ffigur. Maent yn ystyried siawns yn unig, nid camgymeriadau na phobl a gollwyd.";
    P1 => "Yn y grŵp cymharu ({who}), roedd yr hanner canol yn amrywio o {q1} i {q3}.";
    P1Few => "Yn y grŵp cymharu ({who}), roedd y ffigurau'n amrywio o {q1} i {q3}.";
    P1Missing => "Nid oes ffigur ar gyfer {k} ohonynt.";
    P1MissingOne => "Nid oes ffigur ar gyfer un ohonynt.";
    P2 => "O'r rhain: {a} yn uwch na/nag {bench}, {c} yn is, a/ac {d} heb fwlch clir.";
    P2Chance => "Gyda/Gydag {n} m:gwiriad, disgwyliwch i siawns yn unig nodi {e}.";
    P5 => "Dewisodd {publisher} y lleoedd hyn ar {date}: “{reason}”.";
} };

pub(super) const LABELS: &str = lines! { Label {
    To => "{a} i °{b}";
    Point => "{area}, {v}";
    PointRange => "ystod debygol {range}";
    Unclear => "dim bwlch clir";
    Higher => "uwch";
    Lower => "is";
    Better => "gwell";
    Worse => "gwaeth";
    HigherThan => "yn uwch na/nag {bench}";
    LowerThan => "yn is na/nag {bench}";
    UnclearWith => "dim bwlch clir â/ag {bench}";
    NotCompared => "heb ei gymharu";
    NoRange => "dim ystod debygol";
    NoFigure => "dim ffigur";
    Area => "Ardal";
    FindArea => "Dod o hyd i ardal";
    Indicator => "Mesur";
    Period => "Cyfnod";
    Year => "Blwyddyn";
    Month => "Mis";
    Series => "Grŵp";
    PeersLabel => "Cymharu â";
    PeersNearest => "{n} m:lle mwyaf tebyg i'r un hwn";
    PeersMostLike => "Y lleoedd mwyaf tebyg i'r un hwn";
    PeersParent => "Lleoedd eraill yn ardal {parent}";
    PeersAll => "Pob lle o'r math hwn";
    PeersChosen => "Lleoedd a ddewiswyd";
    OrderLabel => "Trefn";
    OrderLikeness => "Yn ôl tebygrwydd";
    OrderName => "Yn nhrefn yr wyddor";
    OrderValue => "Yn ôl ffigur";
    Table => "Dangos fel tabl";
    Worked => "Sut y cyfrifwyd hyn";
    Download => "Lawrlwytho";
    Source => "Ffynhonnell: {text}";
    Licence => "Trwydded: {text}";
    NextUpdate => "Diweddariad nesaf: {text}";
    Notes => "Nodiadau";
    Problems => "Yr hyn na allem ei ddefnyddio o'r data";
    Line => "Llinell {line}:";
    Figure => "Ffigur";
    Range => "Ystod debygol (95%)";
    Compared => "O gymharu â/ag {bench}";
    Note => "Nodyn";
    CountLabel => "Nifer";
    Denominator => "Allan o";
    Our => "{area} (eich ardal chi)";
    Benchmark => "{bench} (i gymharu)";
    NotShown => "heb ei ddangos";
    TooUncertain => "rhy ansicr i'w ddefnyddio";
    NotApplicable => "ddim yn berthnasol";
    UsedAsBenchmark => "i gymharu";
    MedianOf => "ffigur canol y grŵp o {n} m:lle";
    MedianOfGroup => "ffigur canol “{group}” ({n} m:lle)";
    RatioUnit => "lle 100 yw'r lefel {in_bench}";
    YearsUnit => "blynyddoedd";
    MonthWord => "misoedd";
    MonthsLong => "{n} m:mis";
    YearWord => "blynyddoedd";
    PeriodWord => "cyfnodau";
    FixedLevel => "lefel o {v}";
    FixedName => "Lefel a bennwyd";
    KeyRange => "llinell: ystod debygol (95%)";
    PointsHint => "Pwyntiau yn y llun. Defnyddiwch y bysellau saeth i symud, ac Escape i adael.";
    InPlace => "ar gyfer {name}";
    ForOrganisation => "ar gyfer {name}";
    InPeriod => "yn {period}";
    OnDay => "ar {period}";
    And => "{a} a/ac {b}";
    AndMore => "{n} arall";
    YearFromDay => "y flwyddyn o {day}";
    YearsFromDay => "y cyfnod o {n} o flynyddoedd o {day}";
    None => "dim un";
    Was => "roedd";
    Were => "roedd";
    LessThanOne => "llai nag 1";
    About => "tua {n}";
    WhoNearest => "{n} m:lle mwyaf tebyg i ardal {area}";
    WhoParent => "{n} m:lle arall yn ardal {parent}";
    WhoAll => "{n} m:lle arall o'r math hwn";
    WhoChosen => "{n} m:lle a ddewiswyd";
    Years => "{n} o flynyddoedd";
    PercentagePoints => "{n} m:pwynt canran";
    PictureName => "Llun o'r tabl isod: {headline}";
    PersonsAll => "Pawb";
    Definition => "Beth yw'r ystod debygol";
    GapWord => "Bwlch";
    GapRange => "Ystod debygol y bwlch (95%)";
    LevelWord => "Lefel";
    Outcome => "Canlyniad";
    WideRange => "Ystod debygol (99.8%)";
    Matches => "{n} ardal yn cyfateb";
    CheckSpelling => "Gwiriwch y sillafu.";
    DidYouMean => "Ai dyma oedd gennych mewn golwg: {names}?";
    Made => "Ffigurau ar gyfer {period}. Gwnaed ar {date}.";
    UseNote => "Mae'r lleoedd yn nhrefn tebygrwydd neu A i Y. Mae'r ffigurau'n ansicr, felly peidiwch â gwneud tabl cynghrair ohonynt.";
    OpenReceipt => "Agor y dderbynneb";
    CopyReceipt => "Copïo'r dderbynneb";
    Copied => "Mae'r dderbynneb wedi'i chopïo.";
    Receipt => "Derbynneb";
    MethodPublished => "fel y'i cyhoeddwyd";
    MethodWilson => "sgôr Wilson";
    MethodExact => "Poisson union";
    MethodByar => "Byar";
    MethodStudent => "t Student";
    MethodSquareAndAdd => "sgwario ac adio";
    MethodMedian => "canolrif ffigurau ansicr";
    RuleFixed => "Mae ystod debygol yr ardal yn cael ei chymharu â'r ffigur ar gyfer {bench}.";
    RuleGap => "Mae'r bwlch ei hun yn cael ei brofi, gan fod y ddau ffigur yn ansicr.";
    RuleNone => "Heb ei brofi: mae ffigur neu ystod debygol ar goll.";
} };

const MESSAGES: &str = lines! { Message {
    EmptyFile => "Mae'r ffeil yn wag.", "Gwiriwch y cyfeiriad, neu cyhoeddwch y ffeil eto.";
    NoRows => "Mae gan y ffeil bennawd ond dim rhesi.", "Cyhoeddwch y ffeil eto gyda'i rhesi.";
    HtmlNotCsv => "Tudalen we yw hon, nid ffeil CSV.",
        "Gwiriwch y cyfeiriad: gall arwain at dudalen fewngofnodi neu dudalen “heb ei chanfod”.";
    NotText => "Nid ffeil CSV yw hon, ond ffeil o fath arall ({found}).",
        "Agorwch hi mewn taenlen a'i chadw fel “CSV UTF-8”.";
    UnknownColumns => "Cafwyd y colofnau {found}; disgwylid o leiaf ardal, cyfnod a gwerth.",
        "Ailenwch y penawdau, neu enwch y colofnau yn y ffurfweddiad dan “columns”.";
    MappedColumnMissing => "Mae'r ffurfweddiad yn enwi colofn “{found}”, ond nid yw yn y ffeil.",
        "Gwiriwch ei sillafu dan “columns”.";
    RepeatedColumn => "Mae dwy golofn yn golygu'r un peth: “{found}”.", "Defnyddir y gyntaf. Ailenwch neu tynnwch y llall.";
    RaggedRow => "Nifer y celloedd yn y rhes yw {found}, nid yr un nifer ag yn y pennawd.", "Gwiriwch am goma neu ddyfynnod coll.";
    UnclosedQuote => "Mae dyfynnod yn agor yma ond nid yw'n cau.", "Ychwanegwch y dyfynnod cau.";
    NotUtf8 => "Nid UTF-8 yw'r testun. Cafodd ei ddarllen fel Windows-1252.",
        "Gwiriwch enwau ag acenion, neu cadwch y ffeil fel “CSV UTF-8”.";
    NotANumber => "Cafwyd “{found}” yn y golofn “{column}”; disgwylid rhif.",
        "Cywirwch y gell. Gall y llythyren O neu l edrych fel sero neu un.";
    UnknownPeriod => "Cafwyd “{found}” fel cyfnod, mewn sillafiad nad ydym yn ei adnabod.",
        "Ysgrifennwch ef fel 2023, 2022/23, 2023 Q1, Jan 2023 neu 2023-01-31.";
    NoArea => "Nid yw'r rhes yn enwi ardal.", "Rhowch yr ardal, neu tynnwch y rhes.";
    NoPeriod => "Nid yw'r rhes yn enwi cyfnod.", "Rhowch y cyfnod, neu tynnwch y rhes.";
    ValueOutsideInterval => "Mae'r gwerth {found} y tu allan i'w ystod gyhoeddedig ei hun.",
        "Dangosir y gwerth heb ystod. Gofynnwch i'r cyhoeddwr pa un sy'n gywir.";
    LimitsReversed => "Mae'r terfyn isaf uwchlaw'r un uchaf: {found}.",
        "Dangosir y gwerth heb ystod. Cyfnewidiwch y terfynau os dyna'r llithriad.";
    ImpossibleCount => "Ni all y nifer fod yn gywir: {found}.", "Ni chaiff ei ddefnyddio. Gwiriwch y nifer a'r cyfanswm y mae'n rhan ohono.";
    DuplicateKey => "Mae'r un mesur, ardal, cyfnod a grŵp yma ac ar linell {found}, gyda gwerthoedd eraill.",
        "Ni ddefnyddir y naill na'r llall. Cadwch un o'r rhesi, neu ychwanegwch golofn i wahaniaethu rhyngddynt.";
    RepeatedRow => "Mae'r rhes hon eisoes ar linell {found}.", "Fe'i defnyddir unwaith. Nid oes angen gwneud dim.";
    MixedAreaTypes => "Nifer yr ardaloedd o fath arall a hepgorwyd: {found}.", "Dywedwch pa fath i'w gymharu gydag “area-type”.";
    MixedPeriodLengths => "Mae gan y mesur hwn gyfnodau o hyd arall hefyd: {found}.",
        "Nid ydynt yn cael eu cymysgu. Dewiswch y grŵp i'w gweld.";
    MixedEditions => "Mae sawl fersiwn o un grwpio yn y ffeil: {found}.", "Nid ydynt yn cael eu cymysgu. Dewiswch un.";
    UnknownAreaCode => "Nid yw'r tabl ardaloedd yn enwi {found}.", "Dangosir ei chod. Ychwanegwch hi at y tabl ardaloedd.";
    UnknownIndicator => "Nid oes enw hysbys ar gyfer y mesur {found}.",
        "Dangosir ei id. Ychwanegwch y tabl dangosyddion at “src”.";
    TooMany => "Mae gan y ffeil fwy nag y gellir ei gadw o'r rhain: {found}.", "Hepgorir y gweddill. Rhannwch y ffeil.";
    TooLarge => "Mae rhes yn rhy fawr i'w darllen: {found}.", "Caiff ei hepgor. Gwiriwch am ddyfynnod coll uwchlaw'r llinell hon.";
    NoData => "Ni ellid darllen unrhyw ffigurau.", "Gwiriwch y cyfeiriad yn “src” a bod y ffeil yn CSV.";
    AreaNotFound => "Nid yw'r ardal “{found}” yn y ffeil.", "{near}";
    IndicatorNotFound => "Nid yw'r mesur “{found}” yn y ffeil.", "{near}";
    PeriodNotFound => "Nid yw'r cyfnod “{found}” yno ar gyfer y mesur a'r ardal hyn.", "{near}";
    SeriesNotFound => "Nid yw'r grŵp “{found}” yno ar gyfer y mesur hwn.", "{near}";
    AreaTypeNotFound => "Nid yw'r math o ardal “{found}” yno ar gyfer yr ardal hon.", "{near}";
    PeersNotFound => "Nid yw “{found}” yn enwi grŵp cymharu nac ardal yn y ffeil.",
        "Defnyddiwch all, parent, nearest, codau ardal, neu enw o “peer-groups”.";
    NoNeighbours => "Nid oes rhestr ar gael o ardaloedd tebyg i hon: {found}.",
        "Enwch ffeil gymdogion gyda “neighbours”, neu fesurau gyda “likeness”. Dangosir pob lle o'r math hwn yn lle hynny.";
    LikenessNotFound => "Nid oes ffigur yn ôl “{found}”, felly nid yw'n cael ei ddefnyddio i ganfod lleoedd tebyg i'n lle ni.", "Gwiriwch “likeness”.";
    NoPeers => "Ni ellir cymharu unrhyw ardal arall â hon.", "Gwiriwch “peers” ac “area-type”.";
    BenchmarkNotFound => "Nid oes gan “{found}” ffigur i gymharu ag ef.",
        "Gwiriwch “benchmark”: cod, “peers”, grŵp cymharu neu rif.";
    PeerGroupBare => "Nid yw'r grŵp cymharu “{found}” yn rhoi rheswm na dyddiad.",
        "Dywedwch yn y ffurfweddiad pam a phryd y dewiswyd y lleoedd hyn.";
    MultiplierNotANumber => "Nid yw'r lluosydd “{found}” yn rhif uwchlaw sero.", "Ysgrifennwch 100, 1000 neu 100000.";
    UnknownOption => "Nid oes opsiwn “{found}”.", "{near}";
    ConfigUnreadable => "Ni ellir darllen y ffeil ffurfweddu: {found}.", "Gwiriwch hi yn erbyn y rhestr opsiynau.";
    UnknownWord => "Nid yw “{found}” yn air ar gyfer yr opsiwn {option}.", "{near}";
    LanguageNotThere => "Nid oes fersiwn “{found}” eto, felly mae hyn yn Gymraeg.", "Nid oes angen gwneud dim.";
    ChooseArea => "Ni ddewiswyd ardal, felly dangosir y gyntaf yn ôl enw.", "Dewiswch eich ardal chi uchod.";
    PolarityInferred => "Darllenwyd pa ffordd sy'n well o labeli'r ffeil ei hun.", "Dywedwch hynny yn y ffurfweddiad i fod yn siŵr.";
    PercentInferred => "Darllenir y ffigurau fel canrannau, gan fod pob un yn 100 gwaith ei nifer wedi'i rannu â'i gyfanswm.",
        "Dywedwch hynny yn y ffurfweddiad i fod yn siŵr.";
    NotProvided => "Nid yw {found} yn darparu'r gwasanaeth hwn, felly mae wedi'i hepgor.", "Nid oes angen gwneud dim.";
    IntervalWorkedOut => "Nid yw'r ffeil yn rhoi ystodau tebygol, felly fe'u cyfrifwyd gennym o'r niferoedd ({found}).",
        "Nid oes angen gwneud dim.";
} };

const MONTHS: &str = concat!(
    "Ionawr\n",
    "Chwefror\n",
    "Mawrth\n",
    "Ebrill\n",
    "Mai\n",
    "Mehefin\n",
    "Gorffennaf\n",
    "Awst\n",
    "Medi\n",
    "Hydref\n",
    "Tachwedd\n",
    "Rhagfyr\n",
);
