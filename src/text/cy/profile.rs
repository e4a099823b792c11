//! The profile in Welsh.

use crate::text::{ProfileLabel, ProfileMessage, ProfileSentence};

pub(in crate::text) const SENTENCES: &str = lines! { ProfileSentence {
    B1 => "{n} f:blaenoriaeth: {a} i'w hystyried yn fanylach, {b} i'w gwylio, {c} heb fflag, {d} na allwn eu barnu eto.";
    B1None => "Nid oes blaenoriaethau wedi'u pennu eto.";
    B1One => "Un flaenoriaeth: {a} i'w hystyried yn fanylach, {b} i'w gwylio, {c} heb fflag, {d} na allwn eu barnu eto.";
    B1NoState => "Ar gyfer {e} ohonynt, nid oes neb wedi pennu pa ffordd sy'n well.";
    B1NoStateOne => "Ar gyfer un ohonynt, nid oes neb wedi pennu pa ffordd sy'n well.";
    B1Peers => "Mae pob un yn cael ei gosod wrth ochr ffigur canol y grŵp cymharu ({who}).";
    B2 => "Gyda/Gydag {m} m:gwiriad, disgwyliwch i siawns yn unig godi {e}.";
    B2Risk => "Gyda/Gydag {m} m:gwiriad, y risg bod siawns yn unig yn codi fflag yw 1 o bob {e} ar y mwyaf.";
    B2Signals => "Nid yw arwyddion o fis i fis yn cael eu cyfrif yma.";
    B3None => "Dim fflag: gwnaed {r} m:gwiriad, ni fodlonwyd yr un.";
    B3Watch => "Gwylio: bodlonwyd 1 o {r} m:gwiriad ({check}).";
    B3Closer => "Edrych yn fanylach: bodlonwyd {k} o {r} m:gwiriad ({checks}).";
    B3Twice => "Edrych yn fanylach: {check}, y tro diwethaf hefyd.";
    B3Cannot => "Ni ellir barnu eto: {reason}.";
    B3NoState => "Dim cyflwr: nid oes neb wedi pennu pa ffordd sy'n well.";
    B5On => "Ar y llwybr a gynlluniwyd: {v} {in_period}, cynlluniwyd {p}.";
    B5Close => "Rhy agos i ddweud: {v}, cynlluniwyd {p}.";
    B5Behind => "Y tu ôl i'r llwybr a gynlluniwyd: {v}, cynlluniwyd {p}.";
    B5Target => "Targed: {t} erbyn {date}.";
    B6NoPath => "Targed: {t} erbyn {date}. Nid oes llwybr wedi'i gytuno, felly nid ydym yn barnu cynnydd.";
    B6Standard => "Y safon genedlaethol yw {t}.";
    B6Meets => "Y ffigur ar gyfer {period} oedd {v}, sy'n cyrraedd y safon.";
    B6Misses => "Y ffigur ar gyfer {period} oedd {v}, nad yw'n cyrraedd y safon.";
    B6None => "Nid oes targed wedi'i gytuno eto.";
    B7 => "Dewisodd {body} ar {date} wneud hyn yn wahanol: “{reason}”.";
    B7Review => "Adolygu erbyn {date}.";
    B7Past => "Roedd y dewis hwnnw i'w adolygu ar {date}.";
    B8One => "Dywedodd un person wrthym: “{words}”";
    B8Finding => "Dywedodd {k} o {n} o bobl wrthym: {finding}.";
    B8How => "{Method}, {period}, rhannwyd gyda chydsyniad.";
    B8Places => "Daw'r hyn a ddywedodd pobl wrthym o {n} m:lle.";
    B9Stale => "Roedd disgwyl ffigurau newydd erbyn {date}. Dyma'r rhai diweddaraf sydd gennym.";
    B9Draft => "Drafft: nid er mwyn dal neb yn atebol.";
} };

pub(in crate::text) const LABELS: &str = lines! { ProfileLabel {
    WorseThanPeers => "yn amlwg yn waeth na lleoedd tebyg i'n lle ni";
    GettingWorse => "yn mynd yn waeth";
    GapBigger => "bwlch yn mynd yn fwy";
    BehindPath => "y tu ôl i'r llwybr a gynlluniwyd";
    Signals => "arwyddion o fynd yn waeth";
    NoSigns => "dim arwyddion o fynd yn waeth";
    LookCloser => "edrych yn fanylach";
    Watch => "gwylio";
    NoFlag => "dim fflag";
    CannotJudge => "ni ellir barnu eto";
    NoState => "dim cyflwr";
    WhyWithheld => "nid yw'r ffigur yn cael ei ddangos, er mwyn diogelu preifatrwydd";
    WhyNoFigure => "nid oes ffigur";
    WhyUncertain => "mae'r ffigur yn rhy ansicr i'w ddefnyddio";
    WhyNotApplicable => "nid yw'r mesur hwn yn berthnasol yma";
    WhyFewChecks => "gellid gwneud llai na dau wiriad";
    WhyNotThere => "nid yw'r data'n cynnwys y mesur hwn ar gyfer yr ardal hon";
    Local => "Lleol";
    National => "Ar y cyd â'r wlad";
    Outcome => "Canlyniad";
    Output => "Yr hyn a wnaed";
    Process => "Sut y'i gwnaed";
    Context => "Cyd-destun";
    Resource => "Arian a staff";
    Priority => "Blaenoriaeth";
    Whose => "Pwy biau";
    FigureHead => "Ffigur";
    PeriodHead => "Cyfnod";
    RangeHead => "Ystod debygol (95%)";
    Named => "{a}: {b}";
    UseNote => "Mae'r ffigurau'n ansicr, felly peidiwch â gwneud tabl cynghrair ohonynt.";
    PeersMiddle => "Canol y grŵp cymharu";
    PeersHalf => "Hanner canol y grŵp cymharu";
    State => "Cyflwr";
    ChecksMet => "Gwiriadau a fodlonwyd";
    Trend => "Tuedd";
    Target => "Targed";
    TargetBy => "{t} erbyn {date}";
    Standard => "safon {t}";
    Priorities => "Blaenoriaethau";
    Draft => "Drafft";
    FigureIn => "{v}, {period}";
    FigureRange => "Ystod debygol {range}";
    NoPeers => "dim grŵp cymharu i'w ddangos";
    OnPath => "ar y llwybr a gynlluniwyd";
    TooClose => "rhy agos i ddweud";
    Behind => "y tu ôl i'r llwybr a gynlluniwyd";
    Meets => "yn ei chyrraedd";
    Misses => "ddim yn ei chyrraedd";
    KeyOurs => "{area}, gyda'i hystod debygol";
    KeyHalf => "blwch: hanner canol y grŵp cymharu; llinell: o'r isaf i'r uchaf, pob rhes ar ei graddfa ei hun";
    KeyMiddle => "llinell doredig: canol y grŵp cymharu";
    KeyLine => "llinell fach: y ffigurau dros amser, pob un ar ei raddfa ei hun";
    KeyCloser => "edrych yn fanylach: bodlonwyd dau wiriad, neu'r un gwiriad ddwywaith yn olynol";
    KeyWatch => "gwylio: bodlonwyd un gwiriad";
    KeyNoFlag => "dim fflag: ni fodlonwyd yr un gwiriad";
    KeyCannot => "ni ellir barnu eto: gellid gwneud llai na dau wiriad";
    Picture => "Llun o'r tabl isod, rhes ar gyfer pob blaenoriaeth: {headline}";
    Frameworks => "Hefyd yn y rhain: {list}";
    MeasureOf => "Yr hyn y mae'n ei fesur: {kind}";
    Why => "Pam y mesur hwn: {note}";
    Partners => "Pwy sydd gyda'i gilydd yn hyn";
    PartnersOrder => "Yn nhrefn yr wyddor";
    Pledges => "Yr hyn a addawsant i'w gilydd";
    PledgeWho => "Pwy";
    PledgeWhat => "Beth";
    PledgeBy => "Erbyn pryd";
    PledgeNow => "Y gair diweddaraf";
    PledgeDone => "gwnaed";
    PledgeDue => "disgwylid erbyn {date}";
    PledgeUpdate => "{update} ({date})";
    PledgeQuiet => "dim hyd yma";
    PledgeAnd => "{a}; {b}";
    Lived => "Yr hyn a ddywedodd pobl wrthym";
    LivedSource => "Holwyd gan: {source}";
    Need => "Angen a chyd-destun, heb eu barnu";
    NeedPeers => "{v} ({period}); canol y grŵp cymharu {m}";
    Comment => "Yng ngeiriau'r cyhoeddwr";
    SignedOn => "{author}, {date}";
    Action => "Yr hyn sy'n cael ei wneud";
    Decision => "Gwahanol o fwriad";
    ReadDecision => "Darllen y penderfyniad";
    Feedback => "Dywedwch wrthym beth a wyddoch chi";
    Members => "Eich ward neu adran a'i haelodau";
    Review => "I'w hystyried eto erbyn {date}.";
    ReviewPast => "Roedd y flaenoriaeth hon i'w hystyried eto erbyn {date}.";
    NextFigures => "Disgwylir ffigurau newydd erbyn {date}.";
    Council => "cyngor";
    Nhs => "GIG";
    Voluntary => "gwirfoddol a chymunedol";
    Education => "addysg";
    Safety => "heddlu, tân a chyfiawnder";
    Housing => "tai";
    Business => "busnes";
    Residents => "trigolion";
    OtherBody => "partner";
    Rule => "Un gwiriad wedi'i fodloni yw gwylio. Dau, neu'r un un hefyd heb y cyfnod diweddaraf, yw edrych yn fanylach. Gyda llai na dau wiriad ni allwn farnu.";
    Met => "bodlonwyd";
    NotMet => "ni fodlonwyd";
    MetTwice => "bodlonwyd, y tro diwethaf hefyd";
    Planned => "Cynlluniwyd ar gyfer y cyfnod";
    Place => "Blaenoriaeth {n}, {part}:";
    BoardPlace => "Bwrdd, {part}:";
} };

pub(in crate::text) const MESSAGES: &str = lines! { ProfileMessage {
    TooMany => "Nifer y blaenoriaethau yw {found}: mwy nag y gall pobl eu cadw mewn cof.", "Dewiswch lai: deg ar y mwyaf, a phump ar gyfer cymdogaeth.";
    OverLimit => "Mae mwy o flaenoriaethau na'ch terfyn chi eich hun ({found}). Hepgorir y gweddill.", "Tynnwch rai allan, neu codwch “limits”.";
    LimitsNotLower => "Caiff cymdogaeth gynifer o flaenoriaethau â'r system ({found}).", "Pennwch derfyn is ar gyfer cymdogaethau.";
    NoPriorities => "Nid oes blaenoriaethau wedi'u rhestru.", "Rhestrwch nhw dan “priorities”.";
    NoLocal => "Nid oes blaenoriaeth leol.", "Ychwanegwch o leiaf un a ddewiswyd yma.";
    NoMeasure => "Mae blaenoriaeth heb enwi mesur, felly mae wedi'i hepgor.", "Enwch un dan “indicator”.";
    MeasureNotThere => "Nid yw'r data'n cynnwys “{found}” ar gyfer yr ardal a'r grŵp hyn.", "Gwiriwch “indicator”, “series” ac “area”.";
    Repeated => "Mae'r mesur “{found}” ar y bwrdd eisoes. Ychwanegwyd ei fframweithiau yno.", "Rhestrwch bob fframwaith gydag un flaenoriaeth.";
    WhoseUnknown => "Ni ddywedir pwy biau'r flaenoriaeth hon: “{found}”.", "Ysgrifennwch “local” neu “national” dan “kind”.";
    MeasureTypeUnknown => "Ni ddywedir beth y mae hwn yn ei fesur: “{found}”.", "Ysgrifennwch “outcome”, “output” neu “process” dan “type”.";
    NotAPriority => "Ni all mesur o'r math hwn sefyll dros flaenoriaeth, felly mae wedi'i hepgor: {found}.", "Rhowch ef dan “context” canlyniad.";
    ProcessWithoutNote => "Mae mesur proses yn sefyll dros flaenoriaeth heb nodyn, felly mae wedi'i hepgor.", "Dewiswch ganlyniad, neu dywedwch dan “note” pam na ellir.";
    TargetOfMember => "Mae'r targed wedi'i osod ar “{found}” yn unig. Yma mae targed yn perthyn i'r system gyfan, felly mae wedi'i hepgor.", "Gosodwch ef ar y system, neu tynnwch “owner” allan.";
    TargetIncomplete => "Nid oes gan y targed lefel neu ddyddiad, felly mae wedi'i hepgor.", "Rhowch y ddau, neu nodwch ei fod yn safon.";
    DateUnreadable => "Cafwyd “{found}”; disgwylid diwrnod neu gyfnod.", "Ysgrifennwch ef fel 2026-03-31, 2026 neu 2025/26.";
    NotANumber => "Cafwyd “{found}”; disgwylid rhif.", "Ysgrifennwch ddigidau, heb yr uned.";
    LinkRefused => "Nid yw'r cyfeiriad “{found}” yn cael ei ddefnyddio.", "Dim ond cyfeiriadau'r safle hwn a https sy'n ddolenni.";
    PartnerIncomplete => "Nid oes gan bartner enw neu ran yn hyn: “{found}”.", "Dywedwch pwy, a beth y maent yn ei wneud.";
    PartnerTypeUnknown => "Ni ddywedir pa fath o gorff yw partner: “{found}”.", "Defnyddiwch council, nhs, voluntary-and-community, education, police-fire-and-justice, housing, business, residents neu other.";
    NoPartners => "Nid oes neb wedi'i enwi'n bartner.", "Enwch bawb sydd gyda'i gilydd yn hyn, nid un yn unig.";
    PledgeIncomplete => "Nid yw addewid yn dweud pwy, beth neu erbyn pryd, felly mae wedi'i hepgor: “{found}”.", "Rhowch y tri.";
    NoConsent => "Ni ddangosir profiad byw heb gydsyniad.", "Gofynnwch am gydsyniad, yna ysgrifennwch “consent”: true.";
    LivedIncomplete => "Nid yw profiad byw yn gyflawn, felly ni ddangosir ef: “{found}”.", "Rhowch fath, geiriau, dull, cyfnod a ffynhonnell, ac ar gyfer canfyddiad faint o faint.";
    DecisionIncomplete => "Nid yw dewis i wneud hyn yn wahanol yn gyflawn, felly ni ddangosir ef: “{found}”.", "Rhowch gorff, dyddiad, rheswm, dolen a dyddiad adolygu.";
    CommentUnsigned => "Nid yw sylw wedi'i lofnodi, felly ni ddangosir ef: “{found}”.", "Rhowch awdur a dyddiad.";
    NoMembersLink => "Nid yw blaenoriaeth leol yn arwain at y ward neu'r adran a'i haelodau.", "Rhowch gyfeiriad dan “members”.";
    MembersApart => "Nid yw aelodau un system yn cael eu gosod wrth ochr ei gilydd, felly dangosir pob ardal o'r math hwn.", "Enwch nhw i gyd dan “publishers” pan fydd pob un ohonynt yn cyhoeddi hyn gyda'i gilydd.";
    Blame => "Mae “{found}” yn pwyntio bys at rywun.", "Dywedwch beth a welwyd a beth sy'n cael ei wneud gyda'ch gilydd.";
    Order => "Mae “{found}” yn rhoi lleoedd mewn trefn.", "Dywedwch ai uwch ynteu is, ac o gymharu â beth.";
} };

/// Words and turns of phrase that lay blame, in small letters, in every mutation they have; one that ends in a hyphen
/// stands for all that begin so.
pub(in crate::text) const BLAME: &[&str] = &[
    "methiant",
    "fethiant",
    "methiannau",
    "fethiannau",
    "methodd",
    "fethodd",
    "ar fai",
    "bai ar",
    "fai ar",
    "beio",
    "feio",
    "euog",
    "gwarth-",
    "warth-",
    "cywilydd-",
    "gywilydd-",
    "sgandal-",
    "annerbyniol",
    "anfaddeuol",
    "esgeulus-",
    "anghymwys",
    "tanberffor-",
    "danberffor-",
    "perfformiad gwael",
    "berfformiad gwael",
    "ddim yn ddigon da",
    "rhaid gwneud yn well",
    "llusgo i lawr",
    "enwi a chywilyddio",
    "yn unig sy'n gyfrifol",
    "yn unig sy'n atebol",
];

/// Turns of phrase that lay blame where the name of a partner follows.
pub(in crate::text) const LAID_ON: &[&str] = &["oherwydd", "o achos", "diolch i", "bai", "fai", "achoswyd gan"];

/// Words that put places in an order.
pub(in crate::text) const ORDER: &[&str] = &[
    "gwaethaf",
    "waethaf",
    "gorau yn",
    "orau yn",
    "perfformio orau",
    "tabl cynghrair",
    "dabl cynghrair",
    "tablau cynghrair",
    "cynghrair",
    "gynghrair",
    "safle cyntaf",
    "ar y brig",
    "brig y",
    "ar y gwaelod",
    "gwaelod y",
    "allanolyn",
    "rhif un",
];

/// What the words above are part of and yet fair: names of illnesses and of things.
pub(in crate::text) const FAIR: &[&str] = &[
    "methiant y galon",
    "fethiant y galon",
    "methiant yr arennau",
    "fethiant yr arennau",
    "methiant arennol",
    "methiant yr afu",
    "methiant anadlol",
    "methiant organau",
];
