//! What is said of copies, in Welsh.

use crate::text::KeepLabel;

pub(in crate::text) const LABELS: &str = lines! { KeepLabel {
    CopyPicture => "Copïo'r llun";
    CopyTable => "Copïo'r tabl";
    CopyCitation => "Copïo'r cyfeirnod";
    Copied => "Wedi'i gopïo.";
    NotCopied => "Nid yw'r porwr hwn yn gadael i'r dudalen gopïo.";
    Citation => "Sut i gyfeirio at hyn";
    Cite => "{measure}. Ffigurau ar gyfer {period}. Cyfrifwyd gan Peerglass {version} ar sail {address}. Cyrchwyd ar {date}.";
    Data => "Y data: {address}";
    DataHash => "Y data: {address} (SHA-256: {hash})";
} };
