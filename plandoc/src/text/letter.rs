//! Which composed characters does a stretch of text hold, and where do they stand?

use unicode_normalization::{UnicodeNormalization, char::canonical_combining_class};

use super::{
    layout::{is_line_break, layout_flags, may_be_layout},
    places::Run,
};

/// One composed character and the served characters behind it.
#[derive(Clone, Copy)]
pub(super) struct Letter {
    pub(super) shown: char,
    pub(super) start: u32,
    pub(super) end: u32,
}

/// Positions fit 32 bits: a file has at most [`crate::decode::SIZE_LIMIT`] bytes.
pub(super) fn position(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Whether a character is sure to be a letter of its own, composed and no layout, whatever
/// stands beside it that is of the same sort.
pub(super) fn stands_alone(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => !may_be_layout(c),
        '\u{a0}'..='\u{2ff}' | '\u{1e00}'..='\u{1eff}' | '\u{2010}'..='\u{2027}' => !is_invisible(c),
        _ => false,
    }
}

/// Words whose characters each stand alone, or may be layout, without their layout; `origin`
/// is the place of their first character in the text. And where something was left out.
pub(super) fn without_layout(words: &str, origin: usize) -> (String, Vec<Run>) {
    let chars: Vec<char> = words.chars().collect();
    let layout = layout_flags(&chars);
    let (mut text, mut runs) = (String::with_capacity(words.len()), Vec::new());
    let (mut letter, mut next) = (0, 0);
    for (at, &c) in chars.iter().enumerate() {
        if layout[at] && !is_line_break(&chars, at) {
            continue;
        }
        text.push(if layout[at] { ' ' } else { c });
        if at != next {
            runs.push(Run { letter, served: origin + at });
        }
        letter += 1;
        next = at + 1;
    }
    (text, runs)
}

/// Composed characters of words whose first is character `origin` of the text; layout and
/// invisible characters left out.
pub(super) fn compose(words: &str, origin: usize) -> Vec<Letter> {
    let has_layout = words.chars().any(may_be_layout);
    let chars: Vec<char> = if has_layout { words.chars().collect() } else { Vec::new() };
    let layout = layout_flags(&chars);
    let mut letters = Vec::with_capacity(words.len());
    let mut marked = Vec::new();
    let mut rest = words.chars().peekable();
    let mut at = 0;
    while let Some(first) = rest.next() {
        let from = at;
        at += 1;
        marked.clear();
        while let Some(mark) = rest.next_if(|&c| is_mark(c)) {
            marked.push(mark);
            at += 1;
        }
        let (start, end) = (position(origin + from), position(origin + at));
        let is_layout = layout.get(from).copied().unwrap_or_default();
        if is_layout && is_line_break(&chars, from) {
            letters.push(Letter { shown: ' ', start, end });
        }
        if is_layout || is_invisible(first) {
            continue;
        }
        if marked.is_empty() && stays(first) {
            letters.push(Letter { shown: first, start, end });
        } else {
            letters.extend(cluster(first, &marked).map(|shown| Letter { shown, start, end }));
        }
    }
    letters
}

/// One letter with its marks, composed. Quality marks go before tone marks, whatever
/// order they were typed in, so that they become one Vietnamese letter.
fn cluster(first: char, marks: &[char]) -> impl Iterator<Item = char> {
    let whole = std::iter::once(first).chain(marks.iter().copied());
    let mut parts: Vec<char> = if marks.is_empty() { vec![first] } else { whole.nfd().collect() };
    parts[1..].sort_by_key(|mark| !matches!(mark, '\u{302}' | '\u{306}' | '\u{31b}'));
    parts.into_iter().nfc()
}

/// Whether a character is a mark on the one before it. The tables need not be asked for
/// what Vietnamese text is made of.
fn is_mark(c: char) -> bool {
    !(c < '\u{300}' || ('\u{1e00}'..='\u{206f}').contains(&c)) && canonical_combining_class(c) != 0
}

/// Whether a character alone is surely composed already.
fn stays(c: char) -> bool {
    c < '\u{300}' || ('\u{1e00}'..='\u{1eff}').contains(&c) || ('\u{2002}'..='\u{206f}').contains(&c)
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use unicode_normalization::{UnicodeNormalization, char::canonical_combining_class};

    use super::{is_mark, stands_alone, stays};

    #[test]
    fn what_is_told_without_the_tables_agrees_with_them() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_mark(c), canonical_combining_class(c) != 0, "{c:?}");
            assert!(!stands_alone(c) || stays(c) && !is_mark(c), "{c:?}");
            assert!(!stays(c) || std::iter::once(c).nfc().eq([c]), "{c:?}");
        }
    }
}
