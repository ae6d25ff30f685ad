//! Which characters of a stretch of text are shown, and where does each stand?
//!
//! Layout of the export (`**`, bookmarks) is left out, line breaks of the print and
//! runs of spaces show as one space; letters stay as printed.

use plandoc::{
    span::{CharRange, Text},
    text::shadow::Shadow,
};

/// One shown character, with the marks that were typed apart from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Glyph {
    /// The served characters that it stands for.
    pub(super) range: CharRange,
    /// Whether it shows as a space.
    pub(super) blank: bool,
}

/// The shown characters of several stretches, read on from one to the next.
pub(super) fn glyphs(text: &Text, ranges: &[CharRange]) -> Vec<Glyph> {
    let mut found: Vec<Glyph> = Vec::new();
    for range in ranges {
        if found.last().is_some_and(|last| !last.blank) {
            found.push(Glyph { range: CharRange::new(range.start, range.start), blank: true });
        }
        let shadow = Shadow::of(text, *range);
        let mut last_start = None;
        for (byte, letter) in shadow.as_str().char_indices() {
            let range = shadow.range(byte..byte + letter.len_utf8());
            let blank = letter.is_whitespace();
            let again =
                last_start == Some(range.start) || blank && found.last().is_none_or(|last| last.blank);
            last_start = Some(range.start);
            if !again {
                found.push(Glyph { range, blank });
            }
        }
    }
    while found.last().is_some_and(|last| last.blank) {
        found.pop();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(served: &str, ranges: &[(usize, usize)]) -> String {
        let text = Text::new(served.to_owned());
        let ranges: Vec<CharRange> = ranges.iter().map(|&(start, end)| CharRange::new(start, end)).collect();
        let letters: Vec<char> = served.chars().collect();
        glyphs(&text, &ranges)
            .iter()
            .map(|glyph| {
                if glyph.blank {
                    " ".to_owned()
                } else {
                    letters[glyph.range.start..glyph.range.end].iter().collect()
                }
            })
            .collect()
    }

    #[test]
    fn layout_is_left_out_and_white_space_is_one_space() {
        assert_eq!(shown(" **Hai**\n\t dòng  ", &[(0, 17)]), "Hai dòng");
    }

    #[test]
    fn letters_stay_as_printed() {
        assert_eq!(shown("Uỷ ban Т", &[(0, 8)]), "Uỷ ban Т");
        assert_eq!(shown("so\u{302}\u{301}", &[(0, 4)]), "so\u{302}\u{301}");
    }

    #[test]
    fn stretches_are_read_on_with_a_space_between() {
        assert_eq!(shown("trên … dưới", &[(0, 4), (7, 11)]), "trên dưới");
    }
}
