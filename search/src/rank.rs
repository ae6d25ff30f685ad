//! In which order are those found that fit best?

use tantivy::{
    DocId, Score, Searcher, SeekDangerResult, SegmentReader,
    query::{EnableScoring, Query as IndexQuery, Weight},
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
    raising: &[Box<dyn IndexQuery>],
    by: Fold,
) -> Result<Vec<Ranked>, SearchError> {
    let mut hits = list.best.settled();
    if !raising.is_empty() {
        let window = hits.len().min(WINDOW);
        raise(searcher, &mut hits[..window], raising)?;
        hits[..window].sort_unstable_by(|a, b| compare(Order::Relevance, a, b));
        fold(&mut hits, by);
    }
    Ok(hits)
}

/// Adds to the scores what their words' places give.
fn raise(
    searcher: &Searcher,
    hits: &mut [Ranked],
    raising: &[Box<dyn IndexQuery>],
) -> Result<(), SearchError> {
    let weights = raising
        .iter()
        .map(|query| query.weight(EnableScoring::enabled_from_searcher(searcher)))
        .collect::<tantivy::Result<Vec<_>>>()?;
    hits.sort_unstable_by_key(|hit| hit.address);
    for hits in hits.chunk_by_mut(|a, b| a.address.segment_ord == b.address.segment_ord) {
        let docs: Vec<DocId> = hits.iter().map(|hit| hit.address.doc_id).collect();
        let reader = searcher.segment_reader(hits[0].address.segment_ord);
        let mut raised = vec![0.0; docs.len()];
        for weight in &weights {
            add_scores(weight.as_ref(), reader, &docs, &mut raised)?;
        }
        for (hit, raised) in hits.iter_mut().zip(raised) {
            hit.score += raised;
        }
    }
    Ok(())
}

/// Adds the scores that a query gives these texts of a segment, which are in order.
///
/// Only these texts are looked at: to seek would mean to read the places of words in every text up
/// to the next one found.
fn add_scores(
    weight: &dyn Weight,
    reader: &SegmentReader,
    docs: &[DocId],
    scores: &mut [Score],
) -> Result<(), SearchError> {
    let Some(first) = docs.first() else { return Ok(()) };
    let (mut at, mut walk) = weight.scorer_danger(reader, *first, 1.0)?;
    for (doc, score) in docs.iter().zip(scores) {
        match at {
            SeekDangerResult::SeekLowerBound(next) if next > *doc => continue,
            SeekDangerResult::Found if doc == first => {}
            _ => at = walk.seek_danger(*doc),
        }
        if at == SeekDangerResult::Found {
            *score += walk.score();
        }
    }
    Ok(())
}
