//! What can go wrong between us and the store?

use std::path::PathBuf;

use sea_orm::DbErr;

/// Why the store could not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The data folder cannot be made.
    #[error("cannot create the data folder {}: {source}; name a folder that can be written with --data", path.display())]
    DataFolder {
        /// The folder.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The engine cannot be reached or opened.
    #[error("cannot open the store at {location}: {source}; {advice}")]
    Open {
        /// File or address, without password.
        location: String,
        /// Why.
        source: DbErr,
        /// What to do.
        advice: &'static str,
    },
    /// What is copied or restored would mix with what is there.
    #[error(
        "the store that is to be filled holds revision {revision} already; name an empty one, or move it away first"
    )]
    NotEmpty {
        /// Its revision.
        revision: u64,
    },
    /// A copy is not what was copied.
    #[error(
        "the copy of table {table} differs from the table; the copy is not to be used: check the disk and try again"
    )]
    CopyDiffers {
        /// The table.
        table: &'static str,
    },
    /// The address is of an engine that is not supported.
    #[error(
        "MINHBACH_DATABASE_URL names no supported engine; expected an address that begins with postgres:// or postgresql://"
    )]
    Engine,
    /// A statement failed.
    #[error("the store failed: {0}")]
    Query(#[from] DbErr),
    /// What the store holds cannot be understood.
    #[error("the store holds a damaged {what} ({id}): {detail}; ingest the plan again or restore a backup")]
    Damaged {
        /// Table or shape.
        what: &'static str,
        /// Which one.
        id: String,
        /// What is wrong with it.
        detail: String,
    },
    /// Something the store should hold is not there.
    #[error("the store lacks the {what} {id} that a plan names; ingest the plan again or restore a backup")]
    Lacking {
        /// "text", "reading", "document".
        what: &'static str,
        /// Its hash.
        id: String,
    },
    /// A plan is to go by an id that another plan has, and no other id can be made.
    #[error("another plan is published as \"{id}\"; pass --id or write `id` in plan.toml")]
    IdTaken {
        /// The id.
        id: String,
    },
    /// The same file is published under another id.
    #[error("this very file is published as \"{id}\" already; take it in under that id, or under none")]
    SameFile {
        /// The id it has.
        id: String,
    },
    /// The plan was described by a manifest, and now comes without it.
    #[error(
        "\"{id}\" was published with a plan.toml; put it beside the file again, or what it states would be lost"
    )]
    Undescribed {
        /// The plan.
        id: String,
    },
    /// A reading contradicts itself.
    #[error(
        "the reading of \"{plan}\" cannot be published: {detail}; this is a fault of the reader, please report it with the file"
    )]
    Reading {
        /// The plan.
        plan: String,
        /// What is wrong.
        detail: String,
    },
}
