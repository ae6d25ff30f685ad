//! Which plans ship with the program, and when are they taken in?

use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

use crate::{
    ingest::{self, Contents, IngestError, Options, Reader, Report, Source},
    store::{Store, Stored},
};

/// The plans as published, each with its plan.toml.
static EMBEDDED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../corpus");

/// Where the first plans of an empty store come from.
#[derive(Clone, Debug)]
pub enum Corpus {
    /// The program itself.
    Embedded,
    /// A folder of plan folders.
    Folder(PathBuf),
}

impl Corpus {
    /// The folder if one is named, else what ships with the program.
    pub fn new(folder: Option<PathBuf>) -> Self {
        folder.map_or(Self::Embedded, Self::Folder)
    }

    fn sources(&self) -> (Vec<Source>, Vec<Report>) {
        match self {
            Self::Embedded => {
                let (mut sources, mut failed) = (Vec::new(), Vec::new());
                for folder in EMBEDDED.dirs() {
                    match embedded(folder) {
                        Ok(source) => sources.push(source),
                        Err(error) => {
                            failed.push(Report {
                                name: folder.path().display().to_string(),
                                result: Err(error),
                            });
                        }
                    }
                }
                (sources, failed)
            }
            Self::Folder(folder) => ingest::find_all(std::slice::from_ref(folder)),
        }
    }

    /// What is part of the program is read here; what is not, in child processes.
    fn reader(&self) -> Result<Reader, IngestError> {
        match self {
            Self::Embedded => Ok(Reader::Here),
            Self::Folder(_) => Reader::child(),
        }
    }
}

fn embedded(folder: &'static Dir<'static>) -> Result<Source, IngestError> {
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let manifest = folder.get_file(folder.path().join(ingest::MANIFEST));
    let manifest = match manifest.and_then(include_dir::File::contents_utf8) {
        Some(text) => Some(ingest::parse_manifest(text)?),
        None => None,
    };
    let documents: Vec<String> =
        folder.files().map(|file| name(file.path())).filter(|name| ingest::may_be_a_plan(name)).collect();
    let file_name = ingest::file_of(&manifest.clone().unwrap_or_default(), documents)?;
    let path = folder.path().join(&file_name);
    let bytes = folder.get_file(&path).map(include_dir::File::contents).unwrap_or_default();
    Ok(Source { name: path.display().to_string(), file_name, contents: Contents::Embedded(bytes), manifest })
}

/// By whom the audit says that the corpus was taken in.
const ACTOR: &str = "serve";

/// Takes the corpus into a store in which nothing else was ever published; gives what became
/// of each file. What is there already stays as it is, so that a first start that was cut off
/// is finished by the next, and a better reader's readings take the place of the old ones.
pub async fn ensure(store: &Store, corpus: &Corpus) -> Stored<Vec<Report>> {
    if store.published_by_others(ACTOR).await? {
        return Ok(Vec::new());
    }
    let (sources, mut reports) = corpus.sources();
    match corpus.reader() {
        Ok(reader) => {
            let options = Options { reader, id: None, actor: ACTOR };
            reports.extend(ingest::ingest(store, sources, &options).await);
        }
        Err(error) => reports.push(Report { name: "corpus".to_owned(), result: Err(error) }),
    }
    Ok(reports)
}
