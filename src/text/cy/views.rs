//! What several views other than compare say, in Welsh.

use crate::text::{SetUpMessage, ViewLabel};

pub(in crate::text) const LABELS: &str = lines! { ViewLabel {
    Dash => "{a}–{b}";
    ScaleCut => "Mae'r raddfa'n dechrau ar {v}, nid ar 0.";
    Note => "Nodyn";
    Show => "Dangos";
    Words => "Beth yw ystyr y geiriau";
    ViewCompare => "Wrth ochr y grŵp cymharu";
    ViewTrend => "Dros amser";
    ViewProcess => "Codi a gostwng";
    ViewGap => "Bylchau rhwng grwpiau";
    ViewFunnel => "Yn ôl maint";
    ViewProfile => "Ein blaenoriaethau";
} };

pub(in crate::text) const SET_UP: &str = lines! { SetUpMessage {
    SchemaNewer => "Ysgrifennwyd y ffurfweddiad ar gyfer fersiwn {found} o'r opsiynau. Mae'r copi hwn o Peerglass yn adnabod fersiwn {ours}.";
    SchemaNewerFix => "Defnyddiwch gopi mwy newydd, neu edrychwch yn fanwl ar yr hyn a ddangosir.";
} };
