//! Which abbreviations does everyone in the administration use without explaining them?

use std::sync::LazyLock;

use serde::Deserialize;

use super::load;

/// One abbreviation with its one meaning.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UsualAbbreviation {
    /// "UBND".
    pub short: String,
    /// "Ủy ban nhân dân".
    pub long: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "note")]
    _note: String,
    abbreviations: Vec<UsualAbbreviation>,
}

static ABBREVIATIONS: LazyLock<Vec<UsualAbbreviation>> = LazyLock::new(|| {
    let File { abbreviations, .. } =
        load("abbreviations.json", include_str!("../../catalog/abbreviations.json"));
    abbreviations
});

/// All of them.
pub fn all() -> &'static [UsualAbbreviation] {
    &ABBREVIATIONS
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_stands_once_and_is_shorter_than_what_it_means() {
        let shorts: BTreeSet<&str> = all().iter().map(|known| known.short.as_str()).collect();
        assert_eq!(shorts.len(), all().len());
        for known in all() {
            assert!(known.short.chars().count() < known.long.chars().count(), "{}", known.short);
            assert!(!known.short.contains(char::is_whitespace), "{}", known.short);
        }
    }
}
