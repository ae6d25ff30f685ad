//! How is a list paged that fits into memory?

use app::{portal::Answer, types::filter::Filter};

use super::{
    paging::{KeyValue, Paging},
    spec::{ListSpec, limit},
};

/// Some rows of a list, how many the whole has, and where to go on.
#[derive(Debug)]
pub(super) struct PageOf<T> {
    pub(super) records: Vec<T>,
    pub(super) total: u64,
    pub(super) next: Option<String>,
}

/// The page that a checked filter asks for of everything that it leaves; `keys` are what a row is ordered by.
pub(super) fn page_of<T>(
    spec: &ListSpec,
    filter: &Filter,
    found: Vec<T>,
    keys: impl Fn(&Paging, &T) -> Vec<KeyValue>,
) -> Answer<PageOf<T>> {
    let paging = Paging::new(spec, filter.sort.as_deref());
    let total = found.len() as u64;
    let mut keyed: Vec<(Vec<KeyValue>, T)> =
        found.into_iter().map(|row| (keys(&paging, &row), row)).collect();
    keyed.sort_by(|(one, _), (other, _)| paging.compare(one, other));
    if let Some(cursor) = &filter.cursor {
        let last = paging.values(cursor)?;
        keyed.retain(|(keys, _)| paging.compare(&last, keys).is_lt());
    }
    let limit = usize::try_from(limit(filter)).unwrap_or(usize::MAX);
    let more = keyed.len() > limit;
    keyed.truncate(limit);
    let next = keyed.last().filter(|_| more).map(|(keys, _)| paging.cursor(keys.clone()));
    Ok(PageOf { records: keyed.into_iter().map(|(_, row)| row).collect(), total, next })
}
