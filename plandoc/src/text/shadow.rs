//! What does a stretch of text say once its spelling is evened out?
//!
//! A shadow is the copy that recognition works on: composed (NFC), no-break and
//! odd spaces made plain, kinds of hyphens and look-alike letters made one, tone
//! marks placed one way, layout (`**`, `<b>`, bookmarks) left out. Every byte of it
//! knows the character of the served text it came from, so that what is found is
//! quoted exactly as printed. Tabs and line ends stay.

use std::ops::Range;

use super::{
    layout::may_be_layout,
    letter::{compose, stands_alone, without_layout},
    places::Places,
    tone::with_tones_placed,
};
use crate::span::{CharRange, Text};

/// An evened-out copy of one range of the served text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shadow {
    text: String,
    places: Places,
}

impl Shadow {
    /// The shadow of `range` of `text`.
    pub fn of(text: &Text, range: CharRange) -> Self {
        Self::of_words(text.slice(range), range.start)
    }

    /// The shadow of served words whose first is character `origin` of the text.
    pub(crate) fn of_words(words: &str, origin: usize) -> Self {
        let plain = Plain::of(words);
        if words[plain.length..].chars().all(stands_alone) {
            let text = evened(words, &plain);
            return Self { places: Places::one_to_one(&text, origin, Vec::new()), text };
        }
        if words[plain.length..].chars().all(|c| stands_alone(c) || may_be_layout(c)) {
            let (words, runs) = without_layout(words, origin);
            let text = evened(&words, &plain);
            return Self { places: Places::one_to_one(&text, origin, runs), text };
        }
        let letters = compose(words, origin);
        let mut composed = String::with_capacity(words.len());
        composed.extend(letters.iter().map(|letter| letter.shown));
        let text = evened(&composed, &Plain::of(&composed));
        Self { places: Places::of(&text, &letters, origin), text }
    }

    /// The evened-out words.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The served characters behind a byte range of the shadow (as a regex match gives it).
    pub fn range(&self, bytes: Range<usize>) -> CharRange {
        self.places.range(&self.text, bytes)
    }

    /// The bytes of the shadow that came from a range of the served text.
    pub fn bytes_of(&self, range: CharRange) -> Range<usize> {
        self.places.bytes_of(&self.text, range)
    }
}

/// The plain letters that words begin with: each stands alone and is even. Nearly all of
/// Vietnamese text is, and told by its bytes.
struct Plain {
    /// How many bytes of the words they are.
    length: usize,
    /// Whether the tone of one may stand on the wrong letter.
    tones: bool,
}

impl Plain {
    fn of(words: &str) -> Self {
        let bytes = words.as_bytes();
        let (mut at, mut tones) = (0, false);
        while let Some(&byte) = bytes.get(at) {
            at += match byte {
                0..0x80 if !may_be_layout(char::from(byte)) => 1,
                0xc3..=0xc7 if !matches!((byte, bytes[at + 1]), (0xc3, 0x90 | 0xb0) | (0xc6, 0x89)) => {
                    tones |= byte == 0xc3 && may_move(bytes, at);
                    2
                }
                0xe1 if matches!(bytes[at + 1], 0xb8..=0xbb) => {
                    tones |= may_move(bytes, at);
                    3
                }
                _ => break,
            };
        }
        Self { length: at, tones }
    }
}

/// Whether the letter before a byte is one that the tone of the letter there may belong to.
fn may_move(bytes: &[u8], at: usize) -> bool {
    at > 0 && matches!(bytes[at - 1], b'o' | b'O' | b'u' | b'U')
}

/// Composed words made even, letter for letter, all that stand behind the plain ones.
fn evened(words: &str, plain: &Plain) -> String {
    let mut text = String::with_capacity(words.len());
    let mut done = 0;
    for (at, c) in words[plain.length..].char_indices().map(|(at, c)| (plain.length + at, c)) {
        let even = even(c);
        if even != c {
            text.push_str(&words[done..at]);
            text.push(even);
            done = at + c.len_utf8();
        }
    }
    text.push_str(&words[done..]);
    if plain.tones || plain.length < words.len() { with_tones_placed(text) } else { text }
}

/// The words of a range as printed, on one line: composed, layout left out, runs of
/// white space one space; spelling untouched.
pub fn printed(text: &Text, range: CharRange) -> String {
    let words = text.slice(range);
    let plain = Plain::of(words).length;
    if plain == words.len() && is_on_one_line(words) {
        return words.to_owned();
    }
    if words[plain..].chars().all(stands_alone) {
        return on_one_line(words.chars());
    }
    on_one_line(compose(words, range.start).into_iter().map(|letter| letter.shown))
}

/// Whether plain words have single spaces between them and no other white space.
fn is_on_one_line(words: &str) -> bool {
    let is_apart = words.contains("  ") || words.starts_with(' ') || words.ends_with(' ');
    !is_apart && !words.bytes().any(|byte| matches!(byte, b'\t'..=b'\r'))
}

fn on_one_line(words: impl Iterator<Item = char>) -> String {
    let mut line = String::with_capacity(words.size_hint().1.unwrap_or_default());
    let mut apart = false;
    for c in words {
        if c.is_whitespace() {
            apart = !line.is_empty();
            continue;
        }
        if std::mem::take(&mut apart) {
            line.push(' ');
        }
        line.push(c);
    }
    line
}

/// One spelling for spaces, hyphens, look-alike letters and wide digits.
fn even(c: char) -> char {
    if c.is_ascii() || ('\u{1e00}'..='\u{1eff}').contains(&c) {
        return c;
    }
    match c {
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => ' ',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => '-',
        '\u{2044}' | '\u{2215}' => '/',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        'Ð' | 'Ɖ' => 'Đ',
        'ð' | 'ɖ' => 'đ',
        'А' => 'A',
        'В' => 'B',
        'Е' => 'E',
        'К' => 'K',
        'М' => 'M',
        'Н' => 'H',
        'О' => 'O',
        'Р' => 'P',
        'С' => 'C',
        'Т' => 'T',
        'Х' => 'X',
        'І' => 'I',
        'а' => 'a',
        'е' => 'e',
        'о' => 'o',
        'р' => 'p',
        'с' => 'c',
        'у' => 'y',
        'х' => 'x',
        'і' => 'i',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::{Plain, Shadow, even, is_on_one_line, on_one_line, printed, stands_alone, with_tones_placed};
    use crate::span::{CharRange, Text};

    fn whole(served: &str) -> (Text, Shadow) {
        let text = Text::new(served.to_owned());
        let shadow = Shadow::of(&text, CharRange::new(0, text.len()));
        (text, shadow)
    }

    #[test]
    fn decomposed_letters_are_composed_and_map_back() {
        let (text, shadow) = whole(&"Số: 176/KH".nfd().collect::<String>());
        let at = shadow.as_str().find("Số").expect("composed");
        assert_eq!(text.slice(shadow.range(at..at + "Số".len())), "So\u{302}\u{301}");
        let found = shadow.as_str().find("176").expect("digits");
        assert_eq!(text.slice(shadow.range(found..found + 3)), "176");
    }

    #[test]
    fn marks_in_any_order_make_one_letter() {
        assert_eq!(whole("e\u{301}\u{302}").1.as_str(), "ế");
        assert_eq!(whole("é\u{302}").1.as_str(), "ế");
    }

    #[test]
    fn spaces_hyphens_and_look_alikes_become_one() {
        assert_eq!(whole("QÐ\u{a0}2009–2010 Т\u{200b}T\tx\ny").1.as_str(), "QĐ 2009-2010 TT\tx\ny");
    }

    #[test]
    fn tone_marks_are_placed_one_way() {
        assert_eq!(whole("Uỷ ban hoà hoàn quý khoá HOÁ toạ thuỷ").1.as_str(), {
            "Ủy ban hòa hoàn quý khóa HÓA tọa thủy"
        });
    }

    #[test]
    fn layout_is_left_out_and_quotes_still_map() {
        let (text, shadow) = whole("x: **Đạt**.");
        let at = shadow.as_str().find("Đạt.").expect("without stars");
        assert_eq!(text.slice(shadow.range(at..at + "Đạt.".len())), "Đạt**.");
    }

    #[test]
    fn printed_keeps_the_spelling() {
        let text = Text::new("  Uỷ ban – <b>hai</b>\n\tdòng ".to_owned());
        assert_eq!(printed(&text, CharRange::new(0, text.len())), "Uỷ ban – hai dòng");
        let text = Text::new("Sở X<br>Sở Y 1\\. <5%".to_owned());
        assert_eq!(printed(&text, CharRange::new(0, text.len())), "Sở X Sở Y 1. <5%");
    }

    #[test]
    fn what_is_plain_needs_nothing_done_to_it() {
        for c in '\0'..=char::MAX {
            let is_plain = Plain::of(c.encode_utf8(&mut [0; 4])).length > 0;
            assert!(!is_plain || stands_alone(c) && even(c) == c, "{c:?}");
        }
    }

    proptest! {
        #[test]
        fn tones_that_could_be_misplaced_are_told(words in "[aouqOUàáỏỷÝẻưnấ ]{0,8}") {
            let plain = Plain::of(&words);
            prop_assert_eq!(plain.length, words.len());
            prop_assert!(plain.tones || with_tones_placed(words.clone()) == words);
        }

        #[test]
        fn words_told_to_be_on_one_line_are(words in "[a ,\tư\r]{0,6}") {
            prop_assert!(!is_on_one_line(&words) || on_one_line(words.chars()) == words);
        }

        #[test]
        fn every_byte_knows_its_characters(served in "[\\PC\\n\\t]{0,80}") {
            let (text, shadow) = whole(&served);
            let mut last = 0;
            for (byte, c) in shadow.as_str().char_indices() {
                let range = shadow.range(byte..byte + c.len_utf8());
                prop_assert!(range.start >= last && range.end <= text.len() && !range.is_empty());
                prop_assert_eq!(shadow.bytes_of(range).start <= byte, true);
                last = range.start;
            }
        }

        #[test]
        fn the_shadow_is_the_same_composed_or_not(served in "[a-zăâđêôơưàáảãạếềểễệ *–]{0,40}") {
            let decomposed: String = served.nfd().collect();
            let (composed, decomposed) = (whole(&served).1, whole(&decomposed).1);
            prop_assert_eq!(composed.as_str(), decomposed.as_str());
        }
    }
}
