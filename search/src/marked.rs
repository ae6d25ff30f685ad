//! Which words of a hit are marked in its title and in its snippet?

use app::types::search::Fragment;

use super::{
    entry::Shown,
    query::Query,
    snippet::{Marked, SNIPPET_MAX},
    word::{Word, words},
};

/// Title and snippet of a hit with what was asked for marked.
pub(super) fn marked(query: &Query, shown: &Shown) -> (Option<Vec<Fragment>>, Vec<Fragment>) {
    let searched = words(&shown.searched());
    let marks = query.find(&searched, &shown.facts).unwrap_or_else(|| query.find_any(&searched));
    let title_length = shown.title.as_ref().map(|title| title.chars().count());
    let part = |text: &str, offset: usize| {
        let end = offset + text.chars().count();
        let within = |word: &Word| word.range.start >= offset && word.range.end <= end;
        let kept = marks.iter().filter(|mark| searched[(*mark).clone()].iter().all(within)).cloned();
        Marked { text, words: &searched, marks: &kept.collect::<Vec<_>>(), offset }.parts()
    };
    let title = shown.title.as_ref().map(|title| part(title, 0).0);
    let offset = title_length.map_or(0, |length| length + 1);
    (title, part(&shown.text, offset).1)
}

impl Marked<'_> {
    /// The whole, and the snippet.
    fn parts(&self) -> (Vec<Fragment>, Vec<Fragment>) {
        (self.whole(), self.snippet(SNIPPET_MAX))
    }
}
