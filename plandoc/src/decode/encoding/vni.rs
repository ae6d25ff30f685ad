//! Which text do letters in VNI stand for?
//!
//! VNI writes a vowel and after it one letter for its hat and tone ("á" of "kieán" is
//! "ế"); "ô" and "ö" are the vowels "ơ" and "ư", and "i" with its tone is one letter.

use unicode_normalization::UnicodeNormalization;

/// What the letter after a vowel puts on it.
fn marks(c: char) -> Option<&'static str> {
    Some(match c {
        'ù' => "\u{301}",
        'ø' => "\u{300}",
        'û' => "\u{309}",
        'õ' => "\u{303}",
        'ï' => "\u{323}",
        'â' => "\u{302}",
        'á' => "\u{302}\u{301}",
        'à' => "\u{302}\u{300}",
        'å' => "\u{302}\u{309}",
        'ã' => "\u{302}\u{303}",
        'ä' => "\u{302}\u{323}",
        'ê' => "\u{306}",
        'é' => "\u{306}\u{301}",
        'è' => "\u{306}\u{300}",
        'ú' => "\u{306}\u{309}",
        'ü' => "\u{306}\u{303}",
        'ë' => "\u{306}\u{323}",
        _ => return None,
    })
}

/// A letter that stands for another, or that stays.
fn letter(c: char) -> char {
    match c {
        'ñ' => 'đ',
        'ô' => 'ơ',
        'ö' => 'ư',
        'í' => 'í',
        'ì' => 'ì',
        'æ' => 'ỉ',
        'ó' => 'ĩ',
        'ò' => 'ị',
        'î' => 'ỵ',
        'Ñ' => 'Đ',
        'Ô' => 'Ơ',
        'Ö' => 'Ư',
        'Æ' => 'Ỉ',
        'Ó' => 'Ĩ',
        'Ò' => 'Ị',
        'Î' => 'Ỵ',
        other => other,
    }
}

/// Converts text whose bytes are shown as windows-1252.
pub(super) fn convert(latin: &str) -> String {
    let mut converted = String::with_capacity(latin.len() + latin.len() / 4);
    let mut letters = latin.chars().peekable();
    while let Some(c) = letters.next() {
        let vowel = letter(c);
        let marked = letters
            .peek()
            .and_then(|mark| marks(mark.to_lowercase().next()?))
            .and_then(|marks| with_marks(vowel, marks));
        if marked.is_some() {
            letters.next();
        }
        converted.push(marked.unwrap_or(vowel));
    }
    converted
}

/// A vowel with its marks, if there is such a letter.
fn with_marks(vowel: char, marks: &str) -> Option<char> {
    if !matches!(vowel.to_lowercase().next(), Some('a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'ơ' | 'ư')) {
        return None;
    }
    let mut composed = std::iter::once(vowel).chain(marks.chars()).nfc();
    let whole = composed.next();
    whole.filter(|_| composed.next().is_none())
}
