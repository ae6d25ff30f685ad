//! How are words compared when spelling and case must not matter?
//!
//! "Ủy ban" is also spelt "Uỷ ban" and "ủy ban"; a searcher types "uy ban". Folding
//! takes away case and every mark, so that all of them meet. It loses meaning
//! ("bán" and "bàn" become one), so it serves matching, never what is shown.

use std::{ops::Range, sync::LazyLock};

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Lower case without marks: "Đường Số" gives "duong so". Spaces and punctuation stay.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() {
            folded.push(c.to_ascii_lowercase());
        } else if let Some(letter) = FOLDED.of(c) {
            folded.push(letter);
        } else {
            folded.extend(folded_char(c));
        }
    }
    folded
}

/// The text in small letters, as `str::to_lowercase` gives it, without a search in the tables
/// of Unicode for each letter with a mark.
pub(crate) fn lower(text: &str) -> String {
    let mut small = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\0'..='\u{7f}' => small.push(c.to_ascii_lowercase()),
            // What it becomes depends on the letters beside it.
            'Σ' => return text.to_lowercase(),
            _ => match SMALL.of(c) {
                Some(c) => small.push(c),
                None => small.extend(c.to_lowercase()),
            },
        }
    }
    small
}

/// What one character becomes, by the tables of Unicode.
fn folded_char(c: char) -> impl Iterator<Item = char> {
    std::iter::once(c).nfd().filter(|&c| !is_combining_mark(c)).flat_map(char::to_lowercase).map(plain)
}

/// Blocks of Latin letters in which Vietnamese is written.
const LATIN: Range<u32> = 0x80..0x250;
const LATIN_ADDITIONAL: Range<u32> = 0x1e00..0x1f00;

/// The one letter that each character of those blocks becomes, worked out once.
struct Letters(Vec<Option<char>>);

static FOLDED: LazyLock<Letters> = LazyLock::new(|| Letters::new(folded_char));
static SMALL: LazyLock<Letters> = LazyLock::new(|| Letters::new(char::to_lowercase));

impl Letters {
    fn new<T: Iterator<Item = char>>(become_of: impl Fn(char) -> T) -> Self {
        let only = |code| {
            let mut letters = become_of(char::from_u32(code)?);
            letters.next().filter(|_| letters.next().is_none())
        };
        Self(LATIN.chain(LATIN_ADDITIONAL).map(only).collect())
    }

    /// None where a character becomes several, or is in another block.
    fn of(&self, c: char) -> Option<char> {
        let code = u32::from(c);
        let at = if LATIN.contains(&code) {
            code - LATIN.start
        } else if LATIN_ADDITIONAL.contains(&code) {
            code - LATIN_ADDITIONAL.start + (LATIN.end - LATIN.start)
        } else {
            return None;
        };
        self.0.get(at as usize).copied().flatten()
    }
}

/// Whether a text begins with words in small letters, whatever the case of its own.
pub(crate) fn begins(text: &str, words: &str) -> bool {
    let mut said = text.chars().flat_map(char::to_lowercase);
    words.chars().all(|c| said.next() == Some(c))
}

/// The words of a text, folded: "Sở TT&TT" gives "so", "tt", "tt".
pub fn words(text: &str) -> Vec<String> {
    fold(text).split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

/// The words of a text, folded, each with its bytes in it.
pub fn word_ranges(text: &str) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let in_word = c.is_alphanumeric() || is_combining_mark(c);
        match (start, in_word) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                found.push((from..at, fold(&text[from..at])));
                start = None;
            }
            _ => {}
        }
    }
    found
}

/// The words of a text as one address word: "43/2011/NĐ-CP" gives "43-2011-nd-cp".
pub fn slug(text: &str) -> String {
    words(text).join("-")
}

/// Letters that carry their stroke inside themselves and so survive decomposition.
fn plain(c: char) -> char {
    match c {
        'đ' | 'ð' => 'd',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_word_fold_to_one() {
        for spelling in ["Ủy ban", "Uỷ ban", "ủy ban", "ỦY BAN", "U\u{309}y ban"] {
            assert_eq!(fold(spelling), "uy ban");
        }
    }

    #[test]
    fn stroked_d_folds_in_both_cases_and_forms() {
        assert_eq!(fold("Đắk Lắk, Ðồng Nai, đ"), "dak lak, dong nai, d");
    }

    #[test]
    fn beginnings_are_told_in_either_case() {
        assert!(begins("NƠI NHẬN: Sở A", "nơi nhận") && begins("nơi nhận", "nơi nhận"));
        assert!(!begins("Nơi", "nơi nhận") && !begins("Nơi nhan", "nơi nhận"));
    }

    #[test]
    fn every_character_folds_by_itself() {
        for c in '\0'..=char::MAX {
            let by_tables: String = std::iter::once(c)
                .nfd()
                .filter(|&c| !is_combining_mark(c))
                .flat_map(char::to_lowercase)
                .map(plain)
                .collect();
            assert_eq!(fold(c.encode_utf8(&mut [0; 4])), by_tables, "{c:?}");
        }
    }

    #[test]
    fn small_letters_are_those_of_the_standard_library() {
        for c in '\0'..=char::MAX {
            let letter = c.to_string();
            assert_eq!(lower(&letter), letter.to_lowercase(), "{c:?}");
        }
        assert_eq!(lower("ĐƯỜNG ΟΔΟΣ – İ"), "ĐƯỜNG ΟΔΟΣ – İ".to_lowercase());
    }

    #[test]
    fn folding_keeps_digits_and_punctuation() {
        assert_eq!(fold("Hoà-Bình: 97,5 %"), "hoa-binh: 97,5 %");
    }

    #[test]
    fn word_ranges_cover_decomposed_words_whole() {
        let text = "Sô\u{301} 12-KH";
        let words: Vec<_> = word_ranges(text).into_iter().map(|(r, w)| (&text[r], w)).collect();
        assert_eq!(words, [("Sô\u{301}", "so".to_owned()), ("12", "12".to_owned()), ("KH", "kh".to_owned())]);
    }

    #[test]
    fn slugs_are_made_of_words() {
        assert_eq!(slug("43/2011/NĐ-CP"), "43-2011-nd-cp");
        assert_eq!(slug("  Sở Thông tin & Truyền thông "), "so-thong-tin-truyen-thong");
        assert_eq!(slug("…"), "");
    }
}
