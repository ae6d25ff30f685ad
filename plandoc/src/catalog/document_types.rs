//! Which kinds of legal documents are there, and what are they called?

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::load;
use crate::text::fold::fold;

/// One kind of legal document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentType {
    /// Its name in addresses; unique.
    pub id: String,
    /// "Nghị định".
    pub name: String,
    /// "Decree".
    pub name_en: String,
    /// What stands for it in a number: "NĐ" in "43/2011/NĐ-CP".
    #[serde(default)]
    pub symbols: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "note")]
    _note: String,
    types: Vec<DocumentType>,
}

static TYPES: LazyLock<Vec<DocumentType>> = LazyLock::new(|| {
    let File { mut types, .. } =
        load("document_types.json", include_str!("../../catalog/document_types.json"));
    types.sort_by_key(|t| std::cmp::Reverse(t.name.chars().count()));
    types
});

/// Every kind, longest name first, so that "Thông tư liên tịch" is met before "Thông tư".
pub fn all() -> &'static [DocumentType] {
    &TYPES
}

/// The kind with this name, in any spelling.
pub fn by_name(name: &str) -> Option<&'static DocumentType> {
    let name = fold(name);
    TYPES.iter().find(|t| fold(&t.name) == name)
}

/// The kind that a symbol in a number ("NĐ", "QĐ") stands for.
pub fn by_symbol(symbol: &str) -> Option<&'static DocumentType> {
    TYPES.iter().find(|t| t.symbols.iter().any(|s| s == symbol))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn ids_names_and_symbols_are_unique() {
        let ids: BTreeSet<_> = all().iter().map(|t| &t.id).collect();
        let names: BTreeSet<_> = all().iter().map(|t| fold(&t.name)).collect();
        assert_eq!((ids.len(), names.len()), (all().len(), all().len()));
        let symbols: Vec<_> = all().iter().flat_map(|t| &t.symbols).collect();
        assert_eq!(symbols.iter().collect::<BTreeSet<_>>().len(), symbols.len());
    }

    #[test]
    fn kinds_are_found_by_name_and_symbol() {
        assert_eq!(by_name("nghị định").map(|t| t.id.as_str()), Some("nghi-dinh"));
        assert_eq!(by_symbol("TTLT").map(|t| t.name.as_str()), Some("Thông tư liên tịch"));
        assert_eq!(by_symbol("XX"), None);
    }
}
