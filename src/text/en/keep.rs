//! What is said of copies, in English.

use crate::text::KeepLabel;

pub(in crate::text) const LABELS: &str = lines! { KeepLabel {
    CopyPicture => "Copy the picture";
    CopyTable => "Copy the table";
    CopyCitation => "Copy the citation";
    Copied => "Copied.";
    NotCopied => "This browser does not let the page copy.";
    Citation => "How to cite this";
    Cite => "{measure}. Figures for {period}. Worked out by Peerglass {version} from {address}. Accessed on {date}.";
    Data => "Data: {address}";
    DataHash => "Data: {address} (SHA-256: {hash})";
} };
