//! Which lines does the served text have, and what do they say once evened out?

use std::sync::Arc;

use crate::{
    span::{CharRange, Text},
    text::shadow::Shadow,
};

/// One line of the served text, without its end.
#[derive(Clone, Debug)]
pub(crate) struct ServedLine {
    /// Where it stands.
    pub(crate) range: CharRange,
    /// Its evened-out words; shared by whoever looks at the line again.
    pub(crate) shadow: Arc<Shadow>,
}

/// The lines of a text, in order.
pub(crate) fn served_lines(text: &Text) -> Vec<ServedLine> {
    let mut start = 0;
    let line = |words: &str| {
        let range = CharRange::new(start, start + words.chars().count());
        start = range.end + 1;
        ServedLine { range, shadow: Arc::new(Shadow::of_words(words, range.start)) }
    };
    text.as_str().split('\n').map(line).collect()
}
