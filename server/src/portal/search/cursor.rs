//! Where does the next page of a search begin?

use app::{error::ParameterFault, types::search::SearchQuery};
use sha2::{Digest, Sha256};

use super::ask::{fault, start_of};
use crate::search::{KINDS, kind_word};

/// Parameters that change nothing about which hits come in which order.
const BESIDE: [&str; 5] = ["cursor", "limit", "lang", "facets", "partial"];

/// Hits that the cursor of a query passes over.
pub(super) fn offset(query: &SearchQuery, one_list: bool) -> Result<usize, ParameterFault> {
    let Some(cursor) = query.get("cursor") else { return Ok(0) };
    if !one_list {
        let detail = "needs one list: a kind, or view=ranked";
        return Err(fault(
            "cursor",
            detail.to_owned(),
            KINDS.map(|kind| kind_word(kind).to_owned()).to_vec(),
        ));
    }
    let (mark, count) = cursor.split_once('-').unwrap_or_default();
    let count = usize::from_str_radix(count, 36).ok().filter(|_| mark == mark_of(query));
    count.ok_or_else(|| {
        let allowed = vec!["the cursor of page.next of the same search, unchanged".to_owned()];
        fault("cursor", format!("\"{}\" is not of this search", start_of(cursor)), allowed)
    })
}

/// The cursor of a search that goes on after so many hits.
pub(super) fn cursor(query: &SearchQuery, after: usize) -> String {
    let mut digits = Vec::new();
    let mut rest = after;
    while rest > 0 || digits.is_empty() {
        digits.push(b"0123456789abcdefghijklmnopqrstuvwxyz"[rest % 36]);
        rest /= 36;
    }
    digits.reverse();
    format!("{}-{}", mark_of(query), String::from_utf8_lossy(&digits))
}

/// What tells one search from another, but for its page.
fn mark_of(query: &SearchQuery) -> String {
    let mut search = query.without(&BESIDE).pairs().to_vec();
    search.sort();
    let address = serde_json::to_vec(&search).unwrap_or_default();
    Sha256::digest(address).iter().take(5).fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_goes_on_in_its_own_search_only() {
        let query = SearchQuery::parse("q=số hóa&kind=target");
        let after = cursor(&query, 1234);
        let next = |query: &str| offset(&SearchQuery::parse(&format!("{query}&cursor={after}")), true);
        assert_eq!(next("kind=target&q=số hóa&limit=7"), Ok(1234));
        assert!(next("q=khác&kind=target").is_err());
        assert!(offset(&query.with("cursor", Some("12")), true).is_err());
        assert!(offset(&SearchQuery::parse(&format!("q=số hóa&cursor={after}")), false).is_err());
    }
}
