//! What does an editor's `plan.toml` say?

use std::path::Path;

use app::types::filter::YEARS;
use plandoc::{Manifest, catalog::provinces, text::date::Date};

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
    for (name, year) in [("period_start", manifest.period_start), ("period_end", manifest.period_end)] {
        if let Some(year) = year.filter(|year| !YEARS.contains(year)) {
            let (first, last) = (YEARS.start(), YEARS.end());
            return Err(detail(format!(
                "`{name} = {year}` is no year of a plan; expected {first} to {last}"
            )));
        }
    }
    for (name, date) in [("issued_on", &manifest.issued_on), ("published_at", &manifest.published_at)] {
        if let Some(date) = date.as_ref().filter(|date| Date::from_iso(date).is_none()) {
            return Err(detail(format!(
                "`{name} = \"{date}\"` is no date; expected one such as \"2019-12-27\""
            )));
        }
    }
    if let Some(url) = &manifest.source_url
        && !["http://", "https://"].iter().any(|scheme| url.starts_with(scheme))
    {
        return Err(detail(format!(
            "`source_url = \"{url}\"` is no web address; expected one with https://"
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
            ("period_start = 20244", "1945 to 2100"),
            ("issued_on = \"27/12/2019\"", "2019-12-27"),
            ("source_url = \"javascript:alert(1)\"", "https://"),
            ("nmuber = \"1\"", "nmuber"),
            ("number = \"1\"\nid = ", "line 2"),
        ] {
            let error = parse(text).unwrap_err().to_string();
            assert!(error.contains(word), "{error}");
        }
    }
}
