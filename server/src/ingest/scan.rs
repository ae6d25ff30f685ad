//! How does a scan become a PDF with text?
//!
//! Page by page: poppler draws it, Tesseract recognises its letters and says where they stand.
//! Both are programs of the system, where they are installed; a scan is as little trusted as any
//! document, so each runs under limits of its own.

use std::{
    ffi::OsStr,
    path::{Path, PathBuf},
    time::Duration,
};

use plandoc::Warning;
use tokio::process::Command;

use super::IngestError;

/// Most pages that are recognised, some three seconds each.
const PAGE_LIMIT: usize = 300;

/// Longer side of a page's picture, in pixels: A4 at 300 to the inch.
const LONGER_SIDE: &str = "3508";

/// What drawing or recognising one page may cost: processor time in seconds, address space in
/// megabytes, time on the clock.
const CPU_SECONDS: &str = "60";
const MEMORY_MEGABYTES: &str = "1024";
const PATIENCE: Duration = Duration::from_mins(2);

/// What must be installed, as messages name it.
const TOOLS: &str = "Tesseract with its Vietnamese data, and poppler's pdftoppm and pdfunite";

/// A scan whose letters were recognised.
pub(super) struct Recognised {
    /// A PDF of the words alone.
    pub(super) bytes: Vec<u8>,
    /// Who recognised them: "tesseract 5.3.0".
    pub(super) tool: String,
}

/// Recognises the letters of a PDF of so many pages; `program` is this program, for its limits.
pub(super) async fn recognise(program: &Path, bytes: &[u8], pages: usize) -> Result<Recognised, IngestError> {
    let tool = tool(program).await.ok_or(IngestError::CannotRecognise { pages, missing: TOOLS })?;
    if pages > PAGE_LIMIT {
        return Err(IngestError::LongScan { pages, limit: PAGE_LIMIT });
    }
    let folder = tempfile::tempdir()?;
    let desk = Desk { program, folder: folder.path() };
    tokio::fs::write(desk.at("scan.pdf"), bytes).await?;
    let mut words = Vec::new();
    for page in 1..=pages {
        words.push(desk.page(page).await.map_err(|detail| IngestError::ScanFailed { page, detail })?);
    }
    let all = desk.at("all.pdf");
    let joined: Vec<&OsStr> = words.iter().chain([&all]).map(|path| path.as_os_str()).collect();
    desk.run("pdfunite", &joined).await.map_err(|detail| IngestError::ScanFailed { page: pages, detail })?;
    Ok(Recognised { bytes: tokio::fs::read(&all).await?, tool })
}

/// What the reading of a recognised text says of it.
pub(super) fn warning(tool: &str) -> Warning {
    Warning {
        kind: "recognised".to_owned(),
        message: format!(
            "Tệp là ảnh quét; chữ và số trong đó do {tool} nhận dạng, có thể sai, và bảng thường không đọc được thành dòng. Hãy đối chiếu với tệp gốc \
             trước khi trích dẫn."
        ),
        range: None,
    }
}

/// Name and version of Tesseract, if all that is needed is there.
async fn tool(program: &Path) -> Option<String> {
    let desk = Desk { program, folder: Path::new("/") };
    let languages = desk.run("tesseract", &["--list-langs"]).await.ok()?;
    languages.lines().any(|line| line.trim() == "vie").then_some(())?;
    for drawing in ["pdftoppm", "pdfunite"] {
        desk.run(drawing, &["-v"]).await.ok()?;
    }
    let version = desk.run("tesseract", &["--version"]).await.ok()?;
    version.lines().next().map(|line| line.trim().to_owned())
}

/// Where the pages of one scan lie.
struct Desk<'a> {
    program: &'a Path,
    folder: &'a Path,
}

impl Desk<'_> {
    fn at(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Recognises one page; gives the path of a PDF of its words.
    async fn page(&self, page: usize) -> Result<PathBuf, String> {
        let number = page.to_string();
        let draw = [
            "-f",
            &number,
            "-l",
            &number,
            "-gray",
            "-scale-to",
            LONGER_SIDE,
            "-singlefile",
            "scan.pdf",
            "page",
        ];
        self.run("pdftoppm", &draw).await?;
        let words = format!("words-{page}");
        let read = ["page.pgm", &words, "-l", "vie", "-c", "textonly_pdf=1", "pdf"];
        self.run("tesseract", &read).await?;
        Ok(self.at(&format!("{words}.pdf")))
    }

    /// Runs a program under limits and gives what it says.
    async fn run<A: AsRef<OsStr>>(&self, tool: &str, arguments: &[A]) -> Result<String, String> {
        let output = Command::new(self.program)
            .args([
                "limited",
                "--cpu-seconds",
                CPU_SECONDS,
                "--memory-megabytes",
                MEMORY_MEGABYTES,
                "--",
                tool,
            ])
            .args(arguments)
            .current_dir(self.folder)
            .env("OMP_THREAD_LIMIT", "1")
            .stdin(std::process::Stdio::null())
            .kill_on_drop(true)
            .output();
        let output = tokio::time::timeout(PATIENCE, output)
            .await
            .map_err(|_| format!("{tool} took more than {} seconds", PATIENCE.as_secs()))?
            .map_err(|error| format!("{tool}: {error}"))?;
        let said =
            String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
        if output.status.success() {
            Ok(said)
        } else {
            Err(format!("{tool} ended with {}: {}", output.status, said.lines().last().unwrap_or_default()))
        }
    }
}
