//! Which lines at the foot of a page are footnotes?

use std::collections::HashSet;

use super::{
    flow::Piece,
    line::{Line, join, quantile},
};

/// Footnotes are set smaller than the text.
const SMALLER: f64 = 0.95;

/// A footnote's mark and words.
pub(super) type Note = (String, String);

/// Takes the footnotes off the end of a page: from the first small line near the foot on that
/// begins with a raised number, or with the number of a reference on the page.
pub(super) fn take(page: &mut Vec<Line>) -> Vec<Note> {
    let text_size = quantile(page.iter().map(|line| line.size), 3, 4).unwrap_or_default();
    let referred: HashSet<String> = page.iter().flat_map(|line| references(&line.text)).collect();
    let mut from = page.len();
    for at in (0..page.len()).rev() {
        if page[at].size >= text_size * SMALLER {
            break;
        }
        if mark(&page[at], &referred).is_some() {
            from = at;
        }
    }
    let mut notes: Vec<Note> = Vec::new();
    for line in page.drain(from..) {
        match (mark(&line, &referred), notes.last_mut()) {
            (Some((mark, words)), _) => notes.push((mark, words)),
            (None, Some((_, words))) => join(words, &line.text),
            (None, None) => {}
        }
    }
    notes
}

/// The numbers that a line refers to.
fn references(text: &str) -> impl Iterator<Item = String> {
    text.split("[footnoteRef:").skip(1).filter_map(|rest| Some(rest.split_once(']')?.0.to_owned()))
}

/// The number that a line begins with, if it is a footnote's, and the words after it.
fn mark(line: &Line, referred: &HashSet<String>) -> Option<Note> {
    if let Some(mark) = &line.note {
        return Some((mark.clone(), line.text.clone()));
    }
    // "1113 ngân hàng" is note 11 on thirteen banks.
    let digits = line.text.bytes().take_while(u8::is_ascii_digit).count();
    let (mark, words) = (1..=digits)
        .rev()
        .map(|length| line.text.split_at(length))
        .find(|(mark, _)| referred.contains(*mark))?;
    Some((mark.to_owned(), words.trim_start().to_owned()))
}

/// Sets each footnote after the paragraph that refers to it, among those from `first` on.
pub(super) fn place(pieces: &mut Vec<Piece>, first: usize, notes: Vec<Note>) {
    for (mark, words) in notes {
        let reference = format!("[footnoteRef:{mark}]");
        let note = format!("[{mark}:  {words}]");
        let paragraphs = pieces.iter_mut().skip(first).filter_map(|piece| match piece {
            Piece::Paragraph { text, .. } => Some(text),
            Piece::Table(_) => None,
        });
        match paragraphs.rev().find(|text| text.contains(&reference)) {
            Some(text) => {
                text.push(' ');
                text.push_str(&note);
            }
            None => pieces.push(Piece::Paragraph { text: note, last: None }),
        }
    }
}
