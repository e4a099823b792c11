//! The words of the field, in Welsh.

use crate::text::Term;

pub(in crate::text) const TERMS: &str = lines! { Term {
    LikelyRange => "ystod debygol|ystod 95%|ystodau tebygol: Lle mae'r gwir ffigur yn debygol o fod. O'r ystodau a wneir fel hyn, mae 95 o bob 100 yn ei gynnwys. Maent yn ystyried siawns yn unig.";
    UsualRange => "ystod arferol: Lle mae'r rhan fwyaf o ffigurau pan na fydd dim yn newid. Mae'n cael ei chyfrifo o'r codi a'r gostwng hyd yn hyn.";
    ExpectedRange => "ystod ddisgwyliedig: Lle byddai ffigur lle o'r maint hwn drwy siawns, o gwmpas y cyfartaledd. Mae un llydan gan leoedd bach.";
    MiddleHalf => "hanner canol: Gadewch allan y chwarter o leoedd â'r ffigurau uchaf a'r chwarter â'r rhai isaf. Y gweddill yw'r hanner canol.";
    Middle => "ffigur canol|eu canol|canol y: Mae gan hanner y lleoedd ffigur uwch na hwn, a hanner ffigur is.";
    Clear => "clir: Mae bwlch neu newid yn glir pan na fyddai siawns yn unig yn gwneud un mor fawr yn aml. Nid yw peidio â bod yn glir yn golygu bod yr un fath.";
    Chance => "siawns: Mae ffigurau'n codi ac yn gostwng ychydig o un tro i'r nesaf, hyd yn oed lle nad oes dim wedi newid.";
    Trend => "tuedd|duedd: Newid un ffordd, i fyny neu i lawr, dros sawl ffigur.";
    PercentagePoints => "pwyntiau canran|pwynt canran|phwynt canran|bwynt canran: Y bwlch plaen rhwng dwy ganran. Mae 2 bwynt canran o 10% i 12%.";
    PerHundredThousand => "fesul 100,000: Faint fyddai ymhlith 100,000 o bobl.";
    Where100 => "lle 100|lle mae 100: Mae ffigur o 110 un rhan o ddeg yn uwch na'r lefel a elwir yn 100.";
    Average => "cyfartaledd: Yr hyn a geir o adio'r cyfan a'i rannu'n gyfartal.";
    Sign => "arwydd: Patrwm nad yw siawns yn unig yn ei wneud yn aml. Mae'n dweud lle i edrych, nid pam.";
    Check => "gwiriadau|gwiriad|wiriad|wiriadau: Un olwg ar un ffigur yn ôl rheol a gyhoeddwyd. Yr un yw'r rheol i bob lle.";
    Target => "targed|darged: Y lefel y cytunwyd arni, a'r diwrnod y mae i'w chyrraedd erbyn hynny.";
    PlannedPath => "llwybr: Y llinell syth o un lefel y cytunwyd arni i'r nesaf. Mae'n dod i ben wrth yr olaf ohonynt.";
    Standard => "safon: Lefel y gofynnir amdani drwy'r amser.";
    Deprived => "difreintiedig: Mae ardaloedd bach yn cael eu gosod mewn trefn yn ôl yr indecs swyddogol. Mae'n sôn am ardaloedd, nid am bob person yno.";
    FittedGap => "bwlch a ffitiwyd: Mae llinell syth yn cael ei thynnu drwy bob grŵp, ac mae grwpiau mawr yn cyfrif am fwy. Mae'r bwlch o un pen i'r llall.";
    NotFinal => "heb fod yn derfynol|yn derfynol: Gall newid eto wrth i ragor o adroddiadau ddod i mewn.";
    Position => "safle|unrhyw le o: Lle gallai lle sefyll ymhlith y lleill, o ystyried pa mor siŵr yw'r ffigurau.";
    PValue => "gwerth p|gwerthoedd p: Pa mor aml y byddai siawns yn unig yn rhoi bwlch mor fawr â hwn, pe na bai bwlch go iawn.";
} };
