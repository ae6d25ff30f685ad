//! Which source of money do these words name?

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::{
    load,
    phrase::{Phrase, Vocabulary},
};

/// One source of money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fund {
    /// Its name in addresses; unique.
    pub id: String,
    /// Vietnamese name.
    pub name_vi: String,
    /// English name.
    pub name_en: String,
    /// Phrases that name it.
    pub patterns: Vec<String>,
    /// Words that it must be found in.
    pub examples: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "note")]
    _note: String,
    funds: Vec<Fund>,
}

struct Catalog {
    vocabulary: Vocabulary,
    funds: Vec<(Fund, Vec<Phrase>)>,
}

static FUNDS: LazyLock<Catalog> = LazyLock::new(|| {
    let mut vocabulary = Vocabulary::new([("CNTT", "công nghệ thông tin")]);
    let File { funds, .. } = load("funds.json", include_str!("../../catalog/funds.json"));
    let with_phrases = |fund: Fund| {
        let phrases = fund.patterns.iter().map(|phrase| vocabulary.phrase(phrase)).collect();
        (fund, phrases)
    };
    Catalog { funds: funds.into_iter().map(with_phrases).collect(), vocabulary }
});

/// Every source.
pub fn all() -> impl Iterator<Item = &'static Fund> {
    FUNDS.funds.iter().map(|(fund, _)| fund)
}

/// The source that printed words name; of several, the one whose pattern says most.
pub fn find(printed: &str) -> Option<&'static Fund> {
    let said = FUNDS.vocabulary.spoken(printed);
    let mut best: Option<(usize, &'static Fund)> = None;
    for (fund, phrases) in &FUNDS.funds {
        let weight = phrases.iter().filter(|p| p.is_in(&said)).map(Phrase::weight).max();
        if weight.is_some_and(|weight| best.is_none_or(|(most, _)| weight > most)) {
            best = weight.map(|weight| (weight, fund));
        }
    }
    best.map(|(_, fund)| fund)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn ids_are_unique() {
        assert_eq!(all().map(|f| &f.id).collect::<BTreeSet<_>>().len(), all().count());
    }

    #[test]
    fn every_source_is_found_in_its_examples() {
        for fund in all() {
            for example in &fund.examples {
                assert_eq!(find(example).map(|f| f.id.as_str()), Some(fund.id.as_str()), "in: {example}");
            }
        }
    }

    #[test]
    fn other_words_name_no_source() {
        assert_eq!(find("đã cấp kinh phí"), None);
    }
}
