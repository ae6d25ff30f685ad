//! Which of all that is found comes first?
//!
//! Only as many hits are kept as will be shown: the rest is counted and let go.

use std::{
    cmp::{Ordering, Reverse},
    collections::HashSet,
};

use tantivy::{DocAddress, Score};

/// The order of hits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// What fits best first.
    #[default]
    Relevance,
    /// Most money first, without money last.
    AmountFalling,
    /// Least money first, without money last.
    AmountRising,
    /// Latest year first, without year last.
    YearFalling,
    /// Earliest year first, without year last.
    YearRising,
    /// What was published here last first.
    Newest,
}

/// Which hits stand for one another in a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fold {
    /// None: each is shown.
    #[default]
    Nothing,
    /// Those of the same words.
    SameWords,
    /// Those of the same words, and those in one passage.
    SamePlace,
}

/// One thing found, with what orders it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ranked {
    /// Where the index has it.
    pub address: DocAddress,
    /// Relevance.
    pub score: Score,
    /// What it is sorted by, where not by relevance.
    pub key: Option<i64>,
    /// Place among all texts.
    pub place: u64,
    /// Its family of same words; none where it has no words of its own.
    pub family: Option<u64>,
    /// Its passage.
    pub spot: Option<u64>,
}

/// The first of a list, more of them coming in any order.
#[derive(Clone, Debug)]
pub(super) struct Best {
    order: Order,
    fold: Fold,
    limit: usize,
    kept: Vec<Ranked>,
    /// The last of a full list: what comes after it is not kept.
    floor: Option<Ranked>,
}

impl Best {
    /// The first `limit` by an order.
    pub(super) fn new(order: Order, fold: Fold, limit: usize) -> Self {
        Self { order, fold, limit, kept: Vec::new(), floor: None }
    }

    /// Whether a hit of this score and key may still belong to the first; `place` decides ties.
    pub(super) fn takes(&self, score: Score, key: Option<i64>) -> bool {
        self.floor
            .as_ref()
            .is_none_or(|floor| first(self.order, (score, key), (floor.score, floor.key)).is_le())
    }

    /// Takes one in.
    pub(super) fn push(&mut self, hit: Ranked) {
        self.kept.push(hit);
        if self.kept.len() >= self.limit.saturating_mul(2).saturating_add(64) {
            self.settle();
        }
    }

    /// Takes in the first of another part of the index.
    pub(super) fn extend(&mut self, other: Self) {
        self.kept.extend(other.kept);
        self.settle();
    }

    /// The first, in order.
    pub(super) fn settled(mut self) -> Vec<Ranked> {
        self.settle();
        self.kept
    }

    fn settle(&mut self) {
        self.kept.sort_unstable_by(|a, b| compare(self.order, a, b));
        fold(&mut self.kept, self.fold);
        self.kept.truncate(self.limit);
        if self.kept.len() == self.limit {
            self.floor = self.kept.last().copied();
        }
    }
}

/// Keeps the first of those that stand for one another.
pub(super) fn fold(hits: &mut Vec<Ranked>, by: Fold) {
    if by == Fold::Nothing {
        return;
    }
    let mut families = HashSet::new();
    let mut spots = HashSet::new();
    hits.retain(|hit| {
        let spot = hit.spot.filter(|_| by == Fold::SamePlace);
        let stands_behind = hit.family.is_some_and(|family| families.contains(&family))
            || spot.is_some_and(|spot| spots.contains(&spot));
        if !stands_behind {
            // What stands behind another hides nothing by itself.
            families.extend(hit.family);
            spots.extend(spot);
        }
        !stands_behind
    });
}

/// Puts hits in order.
pub(super) fn compare(order: Order, a: &Ranked, b: &Ranked) -> Ordering {
    first(order, (a.score, a.key), (b.score, b.key))
        .then(a.place.cmp(&b.place))
        .then(a.address.cmp(&b.address))
}

fn first(order: Order, a: (Score, Option<i64>), b: (Score, Option<i64>)) -> Ordering {
    let by_key = match order {
        Order::Relevance => Ordering::Equal,
        Order::AmountFalling | Order::YearFalling | Order::Newest => {
            (a.1.is_none(), Reverse(a.1)).cmp(&(b.1.is_none(), Reverse(b.1)))
        }
        Order::AmountRising | Order::YearRising => (a.1.is_none(), a.1).cmp(&(b.1.is_none(), b.1)),
    };
    by_key.then(b.0.total_cmp(&a.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hit(doc: u32, score: f32, family: u64, spot: u64) -> Ranked {
        Ranked {
            address: DocAddress::new(0, doc),
            score,
            key: None,
            place: u64::from(doc),
            family: Some(family),
            spot: Some(spot),
        }
    }

    fn shown(fold: Fold, limit: usize, hits: &[Ranked]) -> Vec<u32> {
        let mut best = Best::new(Order::Relevance, fold, limit);
        for hit in hits {
            if best.takes(hit.score, hit.key) {
                best.push(*hit);
            }
        }
        best.settled().iter().map(|hit| hit.address.doc_id).collect()
    }

    #[test]
    fn the_best_come_first_however_many_there_are() {
        let hits: Vec<Ranked> =
            (0..1000_u16).map(|doc| hit(doc.into(), f32::from(doc % 97), doc.into(), doc.into())).collect();
        assert_eq!(shown(Fold::Nothing, 3, &hits), [96, 193, 290]);
        assert_eq!(shown(Fold::Nothing, 1000, &hits).len(), 1000);
    }

    #[test]
    fn one_hit_stands_for_all_of_the_same_words() {
        let hits = [hit(1, 1.0, 7, 1), hit(2, 3.0, 7, 2), hit(3, 2.0, 8, 2)];
        assert_eq!(shown(Fold::Nothing, 9, &hits), [2, 3, 1]);
        assert_eq!(shown(Fold::SameWords, 9, &hits), [2, 3]);
        assert_eq!(shown(Fold::SamePlace, 9, &hits), [2]);
    }

    #[test]
    fn a_hit_that_stands_behind_another_hides_no_third() {
        let hits = [hit(1, 3.0, 7, 1), hit(2, 2.0, 8, 1), hit(3, 1.0, 8, 2)];
        assert_eq!(shown(Fold::SamePlace, 9, &hits), [1, 3]);
    }

    #[test]
    fn folding_fills_the_list_from_what_comes_later() {
        let same = (0..500).map(|doc| hit(doc, 9.0, 1, doc.into()));
        let others = (500..503).map(|doc| hit(doc, 1.0, doc.into(), doc.into()));
        let hits: Vec<Ranked> = same.chain(others).collect();
        assert_eq!(shown(Fold::SameWords, 3, &hits), [0, 500, 501]);
    }
}
