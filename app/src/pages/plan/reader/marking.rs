//! How do overlapping records become nested marks?
//!
//! The portal gives stretches of text, each with the records that cover it. A
//! page needs elements inside one another: the longest record outside, and one
//! that reaches past the end of another is cut there and goes on after it.

use crate::types::reader::Inline;

/// A stretch of text, or a record around stretches.
#[derive(Debug, PartialEq)]
pub(super) enum Piece<'a> {
    /// Words with one set of marks.
    Words(&'a Inline),
    /// A record's sentence, or the part of it that fits here.
    Marked {
        /// The record.
        record: &'a str,
        /// Whether the sentence begins here: anchor and number stand once.
        begins: bool,
        /// What it covers.
        inside: Vec<Piece<'a>>,
    },
}

/// Nests the marks of one block or cell.
pub(super) fn nested(inlines: &[Inline]) -> Vec<Piece<'_>> {
    nest(inlines, &mut Vec::new())
}

fn nest<'a>(inlines: &'a [Inline], open: &mut Vec<&'a str>) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let mut rest = inlines;
    while let Some(first) = rest.first() {
        let outermost = first
            .records
            .iter()
            .map(String::as_str)
            .filter(|record| !open.contains(record))
            .map(|record| (length(rest, record), record))
            // The first of equally long ones, so that the order of the marks is the portal's.
            .reduce(|longest, next| if next.0 > longest.0 { next } else { longest });
        let Some((length, record)) = outermost else {
            pieces.push(Piece::Words(first));
            rest = &rest[1..];
            continue;
        };
        open.push(record);
        let inside = nest(&rest[..length], open);
        open.pop();
        let begins = first.begins.iter().any(|begun| begun == record);
        pieces.push(Piece::Marked { record, begins, inside });
        rest = &rest[length..];
    }
    pieces
}

/// How many stretches from here on the record covers without a gap.
fn length(inlines: &[Inline], record: &str) -> usize {
    inlines.iter().take_while(|inline| inline.records.iter().any(|covering| covering == record)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inline(text: &str, records: &[&str], begins: &[&str]) -> Inline {
        let owned = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect();
        Inline { text: text.into(), records: owned(records), begins: owned(begins), ..Inline::default() }
    }

    /// "a(b)" for a record `a` around the words "b"; "!" where the anchor stands.
    fn drawn(pieces: &[Piece]) -> String {
        let draw = |piece: &Piece| match piece {
            Piece::Words(inline) => inline.text.clone(),
            Piece::Marked { record, begins, inside } => {
                format!("{record}{}({})", if *begins { "!" } else { "" }, drawn(inside))
            }
        };
        pieces.iter().map(draw).collect()
    }

    #[test]
    fn a_record_within_another_stands_inside_it() {
        let inlines = [
            inline("tối thiểu ", &["a"], &["a"]),
            inline("80%", &["a", "b"], &["b"]),
            inline(" hồ sơ", &["a"], &[]),
            inline(".", &[], &[]),
        ];
        assert_eq!(drawn(&nested(&inlines)), "a!(tối thiểu b!(80%) hồ sơ).");
    }

    #[test]
    fn a_record_that_reaches_past_another_is_cut_and_goes_on_without_a_second_anchor() {
        let inlines =
            [inline("một ", &["a"], &["a"]), inline("hai ", &["a", "b"], &["b"]), inline("ba", &["b"], &[])];
        assert_eq!(drawn(&nested(&inlines)), "a!(một b!(hai ))b(ba)");
    }

    #[test]
    fn records_with_the_same_words_both_keep_their_anchor() {
        let inlines = [inline("58 tỷ", &["a", "b"], &["a", "b"])];
        assert_eq!(drawn(&nested(&inlines)), "a!(b!(58 tỷ))");
    }

    #[test]
    fn words_without_a_record_stay_as_they_are() {
        assert_eq!(drawn(&nested(&[inline("Căn cứ", &[], &[])])), "Căn cứ");
    }
}
