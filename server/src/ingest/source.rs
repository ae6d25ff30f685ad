//! Which files does a path on the command line mean?

use std::{
    borrow::Cow,
    fs,
    path::{Path, PathBuf},
};

use plandoc::{Manifest, ReadError, Reading, decode::SIZE_LIMIT};

use super::{
    IngestError, Reader,
    manifest::{MANIFEST, in_folder},
};

/// One file that is to be taken in.
#[derive(Clone, Debug)]
pub struct Source {
    /// How messages name it.
    pub name: String,
    /// Name of the file as published.
    pub file_name: String,
    /// Its bytes.
    pub contents: Contents,
    /// What stands in the plan.toml beside it.
    pub manifest: Option<Manifest>,
}

/// Where a file's bytes are.
#[derive(Clone, Debug)]
pub enum Contents {
    /// On disk.
    File(PathBuf),
    /// In the program.
    Embedded(&'static [u8]),
    /// In memory.
    Held(Vec<u8>),
}

/// A path that gives no source, by the name that messages use.
type Failed = (String, IngestError);

impl Source {
    /// Reads it.
    pub async fn read(&self, reader: &Reader) -> Result<(Cow<'static, [u8]>, Reading), IngestError> {
        let bytes = self.contents.bytes().await?;
        let reading = reader.read(&bytes, &self.file_name, self.manifest.as_ref()).await?;
        Ok((bytes, reading))
    }

    /// Media type by the file's name; what is read at all under another name is text.
    pub fn media_type(&self) -> &'static str {
        let extension = Path::new(&self.file_name).extension().and_then(|extension| extension.to_str());
        match extension.map(str::to_ascii_lowercase).as_deref() {
            Some("md" | "markdown") => "text/markdown",
            Some("docx") => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Some("pdf") => "application/pdf",
            Some("html" | "htm") => "text/html",
            _ => "text/plain",
        }
    }
}

impl Contents {
    /// The bytes; a file over the limit is not even opened.
    pub(super) async fn bytes(&self) -> Result<Cow<'static, [u8]>, IngestError> {
        match self {
            Self::Embedded(bytes) => Ok(Cow::Borrowed(bytes)),
            Self::Held(bytes) => Ok(Cow::Owned(bytes.clone())),
            Self::File(path) => {
                let metadata = tokio::fs::metadata(path).await?;
                if !metadata.is_file() {
                    return Err(IngestError::Irregular);
                }
                let size = usize::try_from(metadata.len()).unwrap_or(usize::MAX);
                if size > SIZE_LIMIT {
                    let error = ReadError::TooLarge { bytes: size, limit: SIZE_LIMIT };
                    return Err(IngestError::Refused(error.to_string()));
                }
                Ok(Cow::Owned(tokio::fs::read(path).await?))
            }
        }
    }
}

/// The sources that a path means: a file, a plan folder, or a folder of plan folders.
pub fn find(path: &Path) -> Vec<Result<Source, Failed>> {
    let failed = |error: IngestError| vec![Err((path.display().to_string(), error))];
    match fs::metadata(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => failed(IngestError::Missing),
        Err(error) => failed(error.into()),
        Ok(metadata) if metadata.is_dir() => in_directory(path),
        Ok(_) if path.file_name().is_some_and(|name| name == MANIFEST) => {
            vec![plan_folder(path.parent().unwrap_or(Path::new(".")))]
        }
        Ok(_) => vec![beside(path).map_err(|error| (path.display().to_string(), error))],
    }
}

/// A file with the plan.toml beside it, if that speaks of this file.
pub fn beside(path: &Path) -> Result<Source, IngestError> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let file_name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let manifest = in_folder(folder)?;
    let speaks_of_it = match manifest.as_ref().map(|manifest| manifest.file.as_deref()) {
        None => false,
        Some(Some(file)) => file == file_name,
        Some(None) => documents(folder)?.len() == 1,
    };
    Ok(Source {
        name: path.display().to_string(),
        file_name,
        contents: Contents::File(path.to_owned()),
        manifest: manifest.filter(|_| speaks_of_it),
    })
}

fn in_directory(folder: &Path) -> Vec<Result<Source, Failed>> {
    if folder.join(MANIFEST).exists() {
        return vec![plan_folder(folder)];
    }
    let failed = |error: IngestError| vec![Err((folder.display().to_string(), error))];
    let entries = fs::read_dir(folder).and_then(|entries| {
        entries.map(|entry| entry.map(|entry| entry.path())).collect::<std::io::Result<Vec<PathBuf>>>()
    });
    let mut folders = match entries {
        Ok(folders) => folders,
        Err(error) => return failed(error.into()),
    };
    folders.retain(|path| path.join(MANIFEST).is_file());
    folders.sort();
    if folders.is_empty() {
        return failed(IngestError::NoPlan);
    }
    folders.iter().map(|folder| plan_folder(folder)).collect()
}

/// The plan of a folder with a plan.toml.
fn plan_folder(folder: &Path) -> Result<Source, Failed> {
    let find = || -> Result<Source, IngestError> {
        let manifest = in_folder(folder)?.unwrap_or_default();
        let file_name = file_of(&manifest, documents(folder)?)?;
        let path = folder.join(&file_name);
        Ok(Source {
            name: path.display().to_string(),
            file_name,
            contents: Contents::File(path),
            manifest: Some(manifest),
        })
    };
    find().map_err(|error| (folder.display().to_string(), error))
}

/// Which of a folder's files is the plan.
pub(crate) fn file_of(manifest: &Manifest, mut documents: Vec<String>) -> Result<String, IngestError> {
    match &manifest.file {
        Some(file) if documents.contains(file) => Ok(file.clone()),
        Some(file) => Err(IngestError::NoFile { expected: file.clone() }),
        None if documents.len() > 1 => Err(IngestError::SeveralFiles { files: documents.join(", ") }),
        None => documents.pop().ok_or_else(|| IngestError::NoFile { expected: "no file".to_owned() }),
    }
}

/// Names of the files of a folder that may be a plan.
fn documents(folder: &Path) -> Result<Vec<String>, IngestError> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_file() && may_be_a_plan(&name) {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

/// Not the manifest, nor a hidden file.
pub(crate) fn may_be_a_plan(file_name: &str) -> bool {
    file_name != MANIFEST && !file_name.starts_with('.')
}
