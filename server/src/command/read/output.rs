//! Where does what was read go?

use std::{
    io,
    path::{Path, PathBuf},
};

use crate::command::print;

/// Text to print, or a page to write.
pub(super) enum Output {
    Printed(String),
    Page { page: String, out: PathBuf, read: PathBuf },
}

/// Why a page was not written.
#[derive(Debug, thiserror::Error)]
pub(super) enum OutputError {
    /// The page would take the place of the plan.
    #[error("{}: this is the plan itself; name another file for the report after --html", .0.display())]
    Itself(PathBuf),
    /// It cannot be written.
    #[error("{}: the report cannot be written ({source}); name another file after --html", out.display())]
    Unwritable { out: PathBuf, source: io::Error },
    /// Standard output is gone.
    #[error("the report cannot be printed ({0})")]
    Unprintable(#[from] io::Error),
}

impl Output {
    pub(super) fn printed(text: String) -> Self {
        Self::Printed(text)
    }

    /// A page for `out`, "-" for standard output; unless told, named after the file that was read.
    pub(super) fn page(page: String, out: Option<&Path>, read: &Path) -> Self {
        match out {
            Some(out) if out == Path::new("-") => Self::Printed(page),
            out => Self::Page {
                page,
                out: out.map_or_else(|| named_after(read), Path::to_owned),
                read: read.to_owned(),
            },
        }
    }

    pub(super) fn write(self) -> Result<(), OutputError> {
        let (page, out, read) = match self {
            Self::Printed(text) => return Ok(print(&text)?),
            Self::Page { page, out, read } => (page, out, read),
        };
        if out.canonicalize().is_ok_and(|out| read.canonicalize().is_ok_and(|read| read == out)) {
            return Err(OutputError::Itself(out));
        }
        match std::fs::write(&out, page) {
            Ok(()) => Ok(print(&format!("Đã ghi báo cáo vào {}; mở bằng trình duyệt.\n", out.display()))?),
            Err(source) => Err(OutputError::Unwritable { out, source }),
        }
    }
}

/// "ke-hoach.bao-cao.html" in the current folder.
fn named_after(read: &Path) -> PathBuf {
    let stem = read.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    PathBuf::from(format!("{stem}.bao-cao.html"))
}
