//! In which order are those found that fit best?

use std::collections::BTreeMap;

use tantivy::{
    Searcher, SegmentOrdinal,
    query::{EnableScoring, Query as IndexQuery},
};

use super::{
    best::{Fold, Order, Ranked, compare, fold},
    collect::List,
    index::SearchError,
};

/// The first of a list that are raised for where their words stand; those after them keep
/// their place by which words they hold.
pub(super) const WINDOW: usize = 100;

/// The first hits of a list in order, those of the window raised.
pub(super) fn ranked(
    searcher: &Searcher,
    list: List,
    raising: Option<&dyn IndexQuery>,
    by: Fold,
) -> Result<Vec<Ranked>, SearchError> {
    let mut hits = list.best.settled();
    if let Some(raising) = raising {
        let window = hits.len().min(WINDOW);
        raise(searcher, &mut hits[..window], raising)?;
        hits[..window].sort_unstable_by(|a, b| compare(Order::Relevance, a, b));
        fold(&mut hits, by);
    }
    Ok(hits)
}

/// Adds to the scores what their words' places give.
fn raise(searcher: &Searcher, hits: &mut [Ranked], raising: &dyn IndexQuery) -> Result<(), SearchError> {
    let weight = raising.weight(EnableScoring::enabled_from_searcher(searcher))?;
    let mut segments: BTreeMap<SegmentOrdinal, Vec<&mut Ranked>> = BTreeMap::new();
    for hit in hits {
        segments.entry(hit.address.segment_ord).or_default().push(hit);
    }
    for (segment, mut hits) in segments {
        hits.sort_unstable_by_key(|hit| hit.address.doc_id);
        let mut scorer = weight.scorer(searcher.segment_reader(segment), 1.0)?;
        for hit in hits {
            let doc = hit.address.doc_id;
            // A scorer goes only forward.
            if scorer.doc() < doc {
                scorer.seek(doc);
            }
            if scorer.doc() == doc {
                hit.score += scorer.score();
            }
        }
    }
    Ok(())
}
