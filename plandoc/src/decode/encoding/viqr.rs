//! Which text do letters in VIQR stand for?
//!
//! VIQR writes Vietnamese with the signs of a typewriter: "nu+o+'c" is "nước", "dd" is
//! "đ". A full stop or question mark after a vowel is its tone, unless the vowel has one
//! already, a backslash stands before it, or what follows cannot belong to the syllable.

use unicode_normalization::UnicodeNormalization;

/// Letters that may follow a vowel inside a syllable.
const GOES_ON: [char; 11] = ['a', 'e', 'i', 'o', 'u', 'y', 'c', 'm', 'n', 'p', 't'];

/// Converts text in VIQR.
pub(super) fn convert(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut converted = String::with_capacity(text.len());
    let mut at = 0;
    while at < letters.len() {
        let (letter, used) = letter_at(&letters, at);
        converted.push(letter);
        at += used;
    }
    converted
}

/// The letter that begins at a place, and how many signs it takes.
fn letter_at(signs: &[char], at: usize) -> (char, usize) {
    let (first, next) = (signs[at], signs.get(at + 1).copied());
    if first == '\\' {
        return next.filter(|&next| is_sign(next)).map_or((first, 1), |next| (next, 2));
    }
    match (first, next) {
        ('d', Some('d')) => return ('đ', 2),
        ('D', Some('d' | 'D')) => return ('Đ', 2),
        _ => {}
    }
    if !matches!(first.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u' | 'y') {
        return (first, 1);
    }
    let mut vowel = first;
    let mut used = 1;
    if let Some(shaped) = next.and_then(shape).and_then(|mark| compose(vowel, mark)) {
        (vowel, used) = (shaped, 2);
    }
    if let Some(toned) = tone_at(signs, at, at + used).and_then(|mark| compose(vowel, mark)) {
        (vowel, used) = (toned, used + 1);
    }
    (vowel, used)
}

fn is_sign(c: char) -> bool {
    shape(c).is_some() || tone(c).is_some() || matches!(c, 'd' | 'D' | '\\')
}

fn shape(c: char) -> Option<char> {
    Some(match c {
        '(' => '\u{306}',
        '^' => '\u{302}',
        '+' => '\u{31b}',
        _ => return None,
    })
}

fn tone(c: char) -> Option<char> {
    Some(match c {
        '\'' => '\u{301}',
        '`' => '\u{300}',
        '?' => '\u{309}',
        '~' => '\u{303}',
        '.' => '\u{323}',
        _ => return None,
    })
}

/// The tone at a place, for the vowel that begins at `vowel`.
fn tone_at(signs: &[char], vowel: usize, at: usize) -> Option<char> {
    let sign = *signs.get(at)?;
    let mark = tone(sign)?;
    let after = signs.get(at + 1).copied().unwrap_or('\n');
    let before = vowel.checked_sub(1).and_then(|before| signs.get(before)).copied().unwrap_or('\n');
    // "a. Mục tiêu": the letter of a list stands alone.
    let alone = sign == '.' && !before.is_alphanumeric() && !after.is_alphabetic() && at == vowel + 1;
    let breaks = after.is_alphabetic() && !GOES_ON.contains(&after.to_ascii_lowercase());
    let is_stop = matches!(sign, '.' | '?') && (alone || breaks || after.is_ascii_digit());
    (!is_stop).then_some(mark)
}

fn compose(vowel: char, mark: char) -> Option<char> {
    let mut composed = [vowel, mark].into_iter().nfc();
    let whole = composed.next();
    whole.filter(|_| composed.next().is_none())
}
