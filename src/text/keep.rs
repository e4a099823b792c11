//! The ids of what is said of copies, and in them.

templates! {
    /// What a copy says of where it is from, and the ways to make one.
    KeepLabel in keep::LABELS {
        CopyPicture = "copy-picture", CopyTable = "copy-table", CopyCitation = "copy-citation",
        Copied = "copied", NotCopied = "not-copied", Citation = "citation", Cite = "cite", Data = "data", DataHash = "data-hash",
    }
}
