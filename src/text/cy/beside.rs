//! What stands beside a comparison, in Welsh.

use crate::text::{BesideLabel, BesideMessage, BesideSentence};

pub(in crate::text) const SENTENCES: &str = lines! { BesideSentence {
    P3 => "Roedd {area} yn amlwg yn uwch na'r nifer hwn ohonynt: {a}; yn amlwg yn is: {c}; heb fwlch clir: {d}. Dros yr holl wiriadau hyn, ni rydd siawns hyd yn oed un “amlwg” anghywir fwy nag 1 tro ym mhob 20.";
    P4 => "Tebyg i ardal {area}, ond yn amlwg yn {better_side} ac yn symud y ffordd honno: {places}. Ni wyddom pam.";
    P4None => "Nid oedd unrhyw le tebyg i ardal {area} yn amlwg yn {better_side} a hefyd yn symud y ffordd honno {in_period}.";
    P4See => "{name}: {text}";
    P5Position => "Gan gyfrif i lawr o'r ffigur uchaf, gallai {area} fod unrhyw le o {l} i {u} allan o {n}.";
    P5Chance => "Mae siawns yn ei gwneud yn anodd dweud mwy.";
    P6 => "Rydym wedi rhoi cynnig ar {n} ffordd o ddewis lleoedd.";
    P6Tried => "Roedd {area} yn amlwg uwchlaw'r canol yn ôl hyn o ffyrdd: {a}. Yn amlwg islaw'r canol: {c}. Heb fwlch clir: {d}.";
    P7 => "Gan gadw pob un o'r {n} m:gwiriad mewn cof, profwyd y bylchau clir yn llymach gennym. Nifer a brofwyd: {m}. Nifer sy'n dal yn glir: {k}.";
    P7None => "Gan gadw pob un o'r {n} m:gwiriad mewn cof, nid oedd bwlch clir i'w brofi'n llymach.";
    P7Share => "O'r holl fylchau sy'n pasio prawf o'r fath, disgwyliwch i siawns yn unig wneud dim mwy nag 1 o bob 20.";
    P7Left => "I hyn o leoedd, nid yw'r ystod yn dweud pa mor siŵr yw'r ffigur, felly maent wedi'u hepgor o hyn: {k}.";
    D1 => "Gyda'i gilydd, cyfanswm rhannau {area} yw {sum}. Mae hynny'n cyd-fynd â'r cyfan.";
    D2 => "Gyda'i gilydd, cyfanswm rhannau {area} yw {sum}. Y cyfan yw {whole}.";
    D3 => "Nid oes ffigur {in_period} ar gyfer {k} o'r {n} f:rhan.";
    D4 => "Ar gyfer {k} o'r {n} f:rhan, mae'r ffigurau ar gyfer amser arall.";
    D5 => "Mae gan bob rhan ffigur, felly nid yw'r data'n dweud beth sy'n gwneud y bwlch.";
    D6 => "Mae rhai niferoedd ar goll, felly ni allwn ddweud a yw rhannau {area} yn gwneud y cyfan.";
    D7 => "Mae {area} a'r lleoedd wrth ei ochr yn gweithio fel un system. Felly nid ydym yn eu gosod yn erbyn ei gilydd.";
} };

pub(in crate::text) const MESSAGES: &str = lines! { BesideMessage {
    AreaReplaced => "Ar 1 Ebrill {year}, cymerodd {new} le {old}.";
    ReplacedNew => "Y ffigurau ar gyfer {shown} a ddangosir. Enwch ei chod yn lle'r hen un.";
    ReplacedOld => "Y ffigurau ar gyfer {old} a ddangosir.";
    ReplacedNeither => "Nid yw'r ffeiliau'n cynnwys ffigurau ar gyfer y naill na'r llall. Gwiriwch “area”.";
} };

pub(in crate::text) const LABELS: &str = lines! { BesideLabel {
    Rules => "{area} wrth ochr dewisiadau eraill o leoedd";
    Rule => "Y lleoedd a gymherir";
    Places => "Lleoedd";
    Middle => "Eu canol";
    Stands => "{area} o gymharu â'u canol";
    Chosen => "Dewiswyd";
    IsChosen => "dewiswyd yma";
    ToZ => "{places} (A i Y)";
    Rechecked => "Bylchau clir â/ag {bench}, wedi'u profi'n llymach";
    PValue => "gwerth p";
    Adjusted => "Gwerth p wedi'i addasu";
    Stays => "Yn dal yn glir";
    Yes => "ydy";
    No => "nac ydy";
    NotChecked => "heb ei brofi";
    Above => "{area}: yma, uwchben a'r tu mewn";
    Width => "Lefel";
    Neighbourhood => "cymdogaeth";
    PlaceWidth => "lle";
    System => "system";
    Region => "rhanbarth";
    Nation => "gwlad";
    OtherPeriod => "ffigurau ar gyfer {period}";
    AlsoHere => "Hefyd yma";
    Here => "{name} ({width})";
    Up => "I fyny: {name} ({width})";
    Down => "I lawr: {name} ({width})";
    NamedCode => "{name} ({code})";
    CountOf => "{count} o {of}";
} };
