//! What does an editor's `plan.toml` say?

use std::path::Path;

use plandoc::{Manifest, catalog::provinces};

use super::{IngestError, plan_id::check_id};

/// Name of the manifest beside a plan.
pub(crate) const MANIFEST: &str = "plan.toml";

/// The manifest in a folder, if there is one.
pub(super) fn in_folder(folder: &Path) -> Result<Option<Manifest>, IngestError> {
    match std::fs::read_to_string(folder.join(MANIFEST)) {
        Ok(text) => parse(&text).map(Some),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) if error.kind() == std::io::ErrorKind::InvalidData => {
            Err(IngestError::Manifest { detail: "it is not UTF-8 text".to_owned() })
        }
        Err(error) => Err(error.into()),
    }
}

/// A manifest's text, checked as far as that can be done without the plan.
pub(crate) fn parse(text: &str) -> Result<Manifest, IngestError> {
    let detail = |detail: String| IngestError::Manifest { detail };
    let manifest: Manifest = toml::from_str(text).map_err(|error| {
        let line =
            error.span().map_or(1, |span| text[..span.start.min(text.len())].matches('\n').count() + 1);
        detail(format!("line {line}: {}", error.message().replace('\n', "; ")))
    })?;
    if let Some(id) = &manifest.id {
        check_id(id)?;
    }
    if let Some(slug) = manifest.province.as_deref().filter(|slug| provinces::by_slug(slug).is_none()) {
        return Err(detail(format!(
            "`province = \"{slug}\"` is no province of the catalogue; expected a slug such as \"soc-trang\""
        )));
    }
    if let (Some(first), Some(last)) = (manifest.period_start, manifest.period_end)
        && first > last
    {
        return Err(detail(format!("`period_start` {first} lies after `period_end` {last}")));
    }
    Ok(manifest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_is_read() {
        let manifest = parse("id = \"soc-trang-2020\"\nprovince = \"soc-trang\"\n").unwrap();
        assert_eq!(manifest.id.as_deref(), Some("soc-trang-2020"));
    }

    #[test]
    fn faults_say_what_was_expected() {
        for (text, word) in [
            ("id = \"Sóc Trăng\"", "lower-case"),
            ("province = \"atlantis\"", "atlantis"),
            ("period_start = 2021\nperiod_end = 2020", "2021"),
            ("nmuber = \"1\"", "nmuber"),
            ("number = \"1\"\nid = ", "line 2"),
        ] {
            let error = parse(text).unwrap_err().to_string();
            assert!(error.contains(word), "{error}");
        }
    }
}
