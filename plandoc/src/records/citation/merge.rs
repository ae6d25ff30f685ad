//! Which mentions speak of one document, and what do they say of it together?
//!
//! A document is told from another by its number and date. What one mention leaves
//! out another may state: "Nghị định 61/2018/NĐ-CP" here, its date and issuer there.

use std::collections::{BTreeMap, BTreeSet};

use super::Citation;
use crate::{records::RecordBuilder, span::CharRange};

/// Words and where they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stated {
    pub(super) value: String,
    pub(super) range: CharRange,
}

/// One mention with its place in the served text.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    pub(super) number: Stated,
    pub(super) doc_type: Option<Stated>,
    /// ISO date.
    pub(super) issued_on: Option<Stated>,
    pub(super) issuer: Option<Stated>,
    pub(super) title: Option<Stated>,
    /// Where the mention begins.
    pub(super) at: usize,
    /// The record that it would make.
    pub(super) record: RecordBuilder,
}

/// The documents that the mentions speak of, in order of their first mention.
pub(super) fn merge(mentions: Vec<Placed>) -> Vec<Citation> {
    let mut by_number: BTreeMap<String, Vec<Placed>> = BTreeMap::new();
    for mention in mentions {
        by_number.entry(mention.number.value.clone()).or_default().push(mention);
    }
    let mut documents: Vec<Vec<Placed>> = by_number.into_values().flat_map(by_date).collect();
    documents.sort_by_key(|mentions| mentions[0].at);
    documents.into_iter().filter_map(citation).collect()
}

/// Mentions of one number, one group per date. A mention without date belongs to the
/// only dated document; if there are several it could mean any of them and adds nothing.
fn by_date(alike: Vec<Placed>) -> Vec<Vec<Placed>> {
    let mut groups: BTreeMap<String, Vec<Placed>> = BTreeMap::new();
    let dates: BTreeSet<&str> =
        alike.iter().filter_map(|m| m.issued_on.as_ref()).map(|d| d.value.as_str()).collect();
    if dates.len() < 2 {
        return vec![alike];
    }
    for mention in alike {
        if let Some(date) = mention.issued_on.as_ref().map(|d| d.value.clone()) {
            groups.entry(date).or_default().push(mention);
        }
    }
    groups.into_values().collect()
}

fn citation(mentions: Vec<Placed>) -> Option<Citation> {
    let mut record = mentions.first()?.record.clone();
    record.evidence("number", mentions[0].number.range);
    let mut field = |name: &str, get: fn(&Placed) -> Option<&Stated>| {
        let (at, stated) = mentions.iter().enumerate().find_map(|(at, m)| Some((at, get(m)?)))?;
        if at == 0 {
            record.evidence(name, stated.range);
        } else {
            record.inherited(name, Some(stated.range));
        }
        Some(stated.value.clone())
    };
    let doc_type = field("doc_type", |m| m.doc_type.as_ref());
    let issued_on = field("issued_on", |m| m.issued_on.as_ref());
    let issuer = field("issuer", |m| m.issuer.as_ref());
    let title = field("title", |m| m.title.as_ref());
    let number = mentions.into_iter().next()?.number.value;
    Some(Citation { provenance: record.finish(), number, doc_type, issued_on, issuer, title })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        decode::{Decoded, Format},
        records::ReadContext,
    };

    fn stated(value: &str, at: usize) -> Stated {
        Stated { value: value.to_owned(), range: CharRange::new(at, at + 1) }
    }

    fn context() -> ReadContext {
        ReadContext::new(Decoded { text: "chữ ".repeat(40), format: Format::Plain, ..Decoded::default() })
    }

    fn mention(number: &str, at: usize, date: Option<&str>, issuer: Option<&str>) -> Placed {
        Placed {
            number: stated(number, at),
            doc_type: None,
            issued_on: date.map(|d| stated(d, at + 1)),
            issuer: issuer.map(|i| stated(i, at + 2)),
            title: None,
            at,
            record: context().record_at(None, "¶1".to_owned(), CharRange::new(at, at + 3)),
        }
    }

    #[test]
    fn what_a_later_mention_states_is_taken_from_there() {
        let merged = merge(vec![
            mention("61/2018/NĐ-CP", 5, None, None),
            mention("61/2018/NĐ-CP", 90, Some("2018-04-23"), Some("Chính phủ")),
        ]);
        assert_eq!(merged.len(), 1);
        assert_eq!(merged[0].issued_on.as_deref(), Some("2018-04-23"));
        assert_eq!(merged[0].provenance.source.start, 5);
        assert_eq!(merged[0].provenance.inherited, ["issued_on", "issuer"]);
        assert_eq!(merged[0].provenance.evidence["issued_on"], [CharRange::new(91, 92)]);
    }

    #[test]
    fn one_number_with_two_dates_is_two_documents() {
        let merged = merge(vec![
            mention("14/CT-TTg", 1, Some("2019-06-07"), None),
            mention("14/CT-TTg", 9, None, None),
            mention("14/CT-TTg", 20, Some("2018-05-25"), None),
        ]);
        let dates: Vec<_> = merged.iter().filter_map(|c| c.issued_on.as_deref()).collect();
        assert_eq!(dates, ["2019-06-07", "2018-05-25"]);
    }

    #[test]
    fn documents_stand_in_order_of_first_mention() {
        let merged = merge(vec![
            mention("9/NQ-CP", 1, None, None),
            mention("1/NQ-CP", 9, None, None),
            mention("9/NQ-CP", 20, None, None),
        ]);
        let numbers: Vec<_> = merged.iter().map(|c| c.number.as_str()).collect();
        assert_eq!(numbers, ["9/NQ-CP", "1/NQ-CP"]);
    }
}
