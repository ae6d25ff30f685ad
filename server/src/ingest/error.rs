//! Why can a file not be taken in, and what is to be done?

use crate::store::StoreError;

/// Why a file was not taken in. Messages are read after the file's name.
#[derive(Debug, thiserror::Error)]
pub enum IngestError {
    /// There is nothing at the path.
    #[error("there is no such file or folder; check the path")]
    Missing,
    /// It cannot be opened or read.
    #[error("it cannot be read ({0}); check its permissions")]
    Unreadable(#[from] std::io::Error),
    /// A pipe, a device, a socket.
    #[error("it is no regular file; expected a plan as .txt, .md, .docx, .pdf or .html")]
    Irregular,
    /// A folder that holds no plan.
    #[error(
        "the folder holds no plan.toml, nor do the folders in it; name the plan's file itself, or write a plan.toml beside it"
    )]
    NoPlan,
    /// A plan folder without the plan.
    #[error(
        "plan.toml names {expected}, which is not in the folder; put the plan as published beside plan.toml"
    )]
    NoFile {
        /// The file it names, or that any is missing.
        expected: String,
    },
    /// A plan folder with several files.
    #[error(
        "the folder holds several files ({files}); write `file = \"…\"` in plan.toml to say which is the plan"
    )]
    SeveralFiles {
        /// Their names.
        files: String,
    },
    /// A manifest that cannot be understood.
    #[error("plan.toml cannot be understood: {detail}")]
    Manifest {
        /// What, where, and what was expected.
        detail: String,
    },
    /// An id that cannot stand in an address.
    #[error(
        "\"{id}\" cannot be a plan's id; expected lower-case letters, digits and single hyphens, at most {max} characters, such as \"soc-trang-2020\""
    )]
    BadId {
        /// The id.
        id: String,
        /// Longest id.
        max: usize,
    },
    /// A plan whose identity cannot be told.
    #[error(
        "its {missing} cannot be told from the text; pass --id, or write a plan.toml beside it that states {missing}"
    )]
    Nameless {
        /// "province", "period", "province and period".
        missing: &'static str,
    },
    /// The reader refuses it.
    #[error("{0}")]
    Refused(String),
    /// A scan, and nothing here to recognise its letters with.
    #[error(
        "its {pages} pages are pictures without text, as a scan's are; to recognise their letters, {missing} must be installed (Debian: apt-get install tesseract-ocr tesseract-ocr-vie poppler-utils); or recognise them elsewhere (ocrmypdf -l vie) and take in the result"
    )]
    CannotRecognise {
        /// How many.
        pages: usize,
        /// What is missing.
        missing: &'static str,
    },
    /// A scan of too many pages.
    #[error(
        "its {pages} pages are pictures without text; at most {limit} are recognised; split off its attachments and try again"
    )]
    LongScan {
        /// How many.
        pages: usize,
        /// The limit.
        limit: usize,
    },
    /// A page of a scan that could not be recognised.
    #[error(
        "the letters of its page {page} cannot be recognised: {detail}; open it, save it again, and try again"
    )]
    ScanFailed {
        /// Which page, from 1.
        page: usize,
        /// What went wrong.
        detail: String,
    },
    /// Reading took too long.
    #[error(
        "reading took more than {seconds} seconds and was stopped; the file is not taken in; split off its attachments and try again"
    )]
    TooSlow {
        /// The limit.
        seconds: u64,
    },
    /// Reading took too much memory, or crashed.
    #[error(
        "the reader stopped ({detail}); the file is not taken in; it may need more than the {megabytes} MB of memory that a document gets: split off its attachments and try again, or report it"
    )]
    Crashed {
        /// How the process ended.
        detail: String,
        /// The limit on memory.
        megabytes: u64,
    },
    /// The reader cannot be started or understood.
    #[error("the reader failed: {detail}; this is a fault of the program, please report it with the file")]
    ReaderFailed {
        /// What went wrong.
        detail: String,
    },
    /// The store failed or refuses it.
    #[error(transparent)]
    Store(#[from] StoreError),
}
