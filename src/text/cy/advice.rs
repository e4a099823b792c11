//! What a publisher is told before a view goes out, in Welsh: what it is, why it matters, what to do.

use crate::text::AdviceMessage;

pub(in crate::text) const MESSAGES: &str = lines! { AdviceMessage {
    SourceMissing => "Nid yw'r olwg yn enwi ffynhonnell.",
        "Ni all darllenwyr weld ffigurau pwy yw'r rhain, ac ni allant eu gwirio.",
        "Gosodwch `source` i enwi pwy sy'n cyhoeddi'r ffigurau.";
    LicenceMissing => "Nid yw'r olwg yn enwi trwydded.",
        "Ni all neb weld a oes hawl defnyddio'r ffigurau eto.",
        "Gosodwch `licence` i'r un y mae cyhoeddwr y ffigurau'n ei rhoi.";
    PeersWithoutReason => "Dewiswyd y grŵp cymharu â llaw, ac nid oes dim yn dweud pam a phryd.",
        "Gyda'r grŵp cymharu iawn gall unrhyw le edrych yn dda. Rhaid i ddarllenwyr allu gweld pam mai'r rhain ydynt.",
        "Dewiswch y grŵp trwy reol, neu enwch grŵp yn `peer-groups` gyda `reason` a `date`.";
    PeersMatter => "Byddai rheolau eraill ar gyfer dewis y grŵp cymharu'n rhoi ateb arall: {k} o {n}.",
        "Dylai darllenwyr weld faint y mae'r ateb yn dibynnu ar y grŵp a ddewiswyd.",
        "Ychwanegwch `peer-rules` at `show`. Yna mae pob rheol yn sefyll wrth ochr y ffigur.";
    PeriodNotLatest => "Mae'r olwg yn dangos {found}, ac mae ffigur ar gyfer {latest}.",
        "Gall ffigur hŷn guddio'r hyn a ddaeth ar ei ôl.",
        "Tynnwch `period` i ffwrdd, fel y dangosir y ffigur diweddaraf.";
    BenchmarkOtherPeriod => "Mae'r ffigur ar gyfer {found}. Mae'r un y cymherir ag ef ar gyfer {other}.",
        "Nid ydym yn cymharu ar draws cyfnodau, felly nid yw'r olwg yn rhoi ateb.",
        "Gosodwch `period` i un y mae gan y ddau ffigur ar ei gyfer.";
    TrendFromPeak => "Mae'r duedd hirach yn dechrau yn {found}, ar y ffigur uchaf neu isaf oll.",
        "O bwynt uchel mae'r rhan fwyaf o linellau'n mynd i lawr, ac o bwynt isel maent yn mynd i fyny.",
        "Tynnwch `trend-from` i ffwrdd, neu dechreuwch lle dechreuodd cynllun.";
    FewCases => "Mae rhai ffigurau'n seiliedig ar lai na {events} o ddigwyddiadau neu {people} o bobl: {names}.",
        "Mae ffigurau o'r fath yn codi ac yn gostwng llawer trwy hap yn unig.",
        "Dangoswch gyfnod hirach neu ardal ehangach, lle mae gan y ffeiliau un.";
    OrderByFigure => "Mae lleoedd wedi'u rhoi yn nhrefn eu ffigurau.",
        "Mae darllenwyr yn gweld tabl cynghrair yn hynny. Mae hap yn unig yn symud lleoedd i fyny ac i lawr ynddo.",
        "Tynnwch `order` i ffwrdd. Gall darllenwyr sydd am ei gael ei ddewis.";
    FiguresDue => "Roedd ffigurau newydd i ddod erbyn {found}.",
        "Mae darllenwyr yn meddwl mai'r ffigurau a ddangosir yw'r rhai diweddaraf sydd.",
        "Llwythwch y ffigurau newydd, neu gosodwch `next-update` i'r diwrnod newydd.";
    BoardPeriods => "Mae blynyddoedd rhwng ffigurau'r blaenoriaethau: o {found} i {latest}.",
        "Mae darllenwyr yn meddwl bod yr hyn sy'n sefyll ochr yn ochr o'r un adeg.",
        "Chwiliwch am ffigur mwy newydd i'r hynaf, neu dywedwch yn ei `note` pam nad oes un.";
    Recoverable => "Gellir cyfrifo rhai ffigurau a ddaliwyd yn ôl o rai eraill: {names}. Daw'r cyntaf o {from}.",
        "Fe'u daliwyd yn ôl fel na ellir adnabod neb trwyddynt. Mae swm sy'n eu datgelu'n dad-wneud hynny.",
        "Daliwch un ffigur arall o bob swm o'r fath yn ôl, neu hepgorwch y cyfanswm. Yna llwythwch y ffeil eto.";
    SmallTogether => "Mae rhai ffigurau a ddaliwyd yn ôl yn dod i rif bach gyda'i gilydd: {names}. Datgelir y rhai cyntaf gan {from}.",
        "Mae pwy bynnag sy'n gwybod y swm yn gwybod bod pob un yn fach, a bron pa un ydyw.",
        "Daliwch un ffigur arall o bob swm o'r fath yn ôl, neu hepgorwch y cyfanswm. Yna llwythwch y ffeil eto.";
    RateTellsCount => "Daliwyd rhai cyfrifon yn ôl, ond mae eu cyfraddau a'u poblogaethau'n eu rhoi: {names}.",
        "Y gyfradd wedi'i lluosi â'i phoblogaeth yw'r cyfrif, felly nid oes dim yn gudd.",
        "Daliwch y gyfradd neu'r boblogaeth yn ôl hefyd. Yna llwythwch y ffeil eto.";
    ShownElsewhere => "Daliwyd rhai ffigurau yn ôl mewn un rhes ac fe'u dangosir mewn un arall: {names}.",
        "Mae'r hyn a ddangosir unwaith yn hysbys.",
        "Daliwch nhw yn ôl ym mhob rhes a cholofn. Yna llwythwch y ffeil eto.";
    LimitsTell => "Daliwyd rhai ffigurau yn ôl, ond dangosir eu hystod debygol: {names}.",
        "Gellir cyfrifo'r ffigur o'i ystod.",
        "Daliwch yr ystod yn ôl hefyd. Yna llwythwch y ffeil eto.";
    SmallShown => "Dangosir rhai cyfrifon o 1 i {most}, lle daliwyd rhai eraill yn ôl: {names}.",
        "Os gallai rhifau bach ddatgelu pobl, dylid dal pob un ohonynt yn ôl.",
        "Daliwch y rhain yn ôl hefyd, neu gofynnwch i gyhoeddwr y ffigurau pam y'u dangosir.";
    NotAllLooked => "Nid edrychwyd ar bob swm yn y ffeiliau am ffigurau a ddaliwyd yn ôl: {names}.",
        "Gallai fod modd cyfrifo ffigur a ddaliwyd yn ôl na chafwyd hyd iddo yma.",
        "Llwythwch y mesurau un ar y tro, neu trefnwch wirio'r ffeil lle cafodd ei gwneud.";
    BlamingText => "Mae “{found}” yn rhoi'r cyfrifoldeb ar un.",
        "Mae hynny'n rhoi terfyn ar y sgwrs y dylai'r olwg ei dechrau.",
        "Dywedwch beth a gafwyd, a hepgorwch pwy ddylai ateb drosto.";
    OrderingText => "Mae “{found}” yn rhoi lleoedd mewn trefn.",
        "Mae hap yn unig yn symud lleoedd i fyny ac i lawr mewn trefn o'r fath.",
        "Dywedwch pa mor bell oddi wrth ei gilydd yw'r ffigurau, a pha mor sicr yw hynny.";
    HardText => "Mae hyn yn anodd ei ddarllen: “{found}”",
        "Ni fydd llawer o ddarllenwyr yn cyrraedd ei ddiwedd, neu byddant yn deall rhywbeth arall.",
        "Defnyddiwch eiriau byr, a dim mwy na {most} ohonynt mewn brawddeg.";
    NothingToShow => "Nid oes dim i'w ddangos.",
        "Byddai'r dudalen yn dangos yr hyn sydd y tu mewn i'r tag, a dim ffigur.",
        "Trwsiwch y ffeiliau yn gyntaf. Rhestrir eu problemau gyda llinell a cholofn.";
    Priorities => "{found}",
        "Mae darllenwyr yn eich dal at yr hyn y mae'r bwrdd yn ei ddweud.",
        "{near}";
    OverrideWithoutReason => "Nid yw'r eithriad ar gyfer `{found}` yn rhoi rheswm, felly nid yw'n gwneud dim.",
        "Rhaid i bwy bynnag sy'n darllen y ffurfweddiad wedyn allu gweld pam ei fod yn iawn.",
        "Ychwanegwch `reason` ato.";
    OverrideUnknown => "Nid yw `{found}` yn `overrides` yn enw ar unrhyw wiriad.",
        "Nid yw'n gwneud dim, a gall pwy bynnag a'i hysgrifennodd feddwl ei fod.",
        "{near}";
} };
