//! Which words stand in a cell of a table?
//!
//! Narrow cells cut words and numbers where the line is full: "15.0" above "00" is 15.000.

use super::{
    line::{Line, join, lines},
    sheet::Glyph,
};

/// What a cell keeps free at both sides together, points: a word processor's usual is 11.
const PADDING: f64 = 11.0;

/// Width of a digit, in sizes of the letters.
const DIGIT: f64 = 0.55;

/// The words of a cell that is so wide.
pub(super) fn words(glyphs: &[&Glyph], width: f64) -> String {
    let mut words = String::new();
    let mut was_full = false;
    for line in lines(glyphs) {
        let text = line.text.split_whitespace().collect::<Vec<_>>().join(" ");
        if words.is_empty() || was_full && is_cut(&words, &text) {
            words.push_str(&text);
        } else {
            join(&mut words, &text);
        }
        was_full = is_full(&line, width);
    }
    words
}

/// Whether not even a digit had room on the line.
fn is_full(line: &Line, width: f64) -> bool {
    line.right - line.left + PADDING + line.size * DIGIT > width
}

/// Whether what stands above and what follows are parts of one number, or of one word: a part
/// without a vowel is no word.
fn is_cut(above: &str, below: &str) -> bool {
    let (Some(above), Some(below)) = (above.split(' ').next_back(), below.split(' ').next()) else {
        return false;
    };
    let is_figure = |part: &str| part.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
    if is_figure(above) && is_figure(below) {
        return true;
    }
    let is_letters = |part: &str| !part.is_empty() && part.chars().all(char::is_alphabetic);
    is_letters(above) && is_letters(below) && (is_rest(above, below) || is_begin(above))
}

/// Whether a part without a vowel ends a word: "n" after "kiế", "NG" after "TỔ", "T" after "CNT";
/// capitals may else be an abbreviation of their own.
fn is_rest(above: &str, below: &str) -> bool {
    let is_capital = |part: &str| part.chars().all(char::is_uppercase);
    let has_marks = |part: &str| !part.is_ascii();
    let is_last_letter = is_capital(above) && is_capital(below) && below.chars().count() == 1;
    is_last_letter || has_no_vowel(below) && (!is_capital(below) || is_capital(above) && has_marks(above))
}

/// Whether a part without a vowel begins a word: "ph" before "í".
fn is_begin(above: &str) -> bool {
    has_no_vowel(above) && above.ends_with(char::is_lowercase)
}

fn has_no_vowel(part: &str) -> bool {
    part.to_lowercase().chars().all(|c| "bcdđghklmnpqrstvx".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_or_word_cut_at_a_full_line_is_made_whole() {
        for (above, below) in [
            ("15.0", "00"),
            ("1", "0"),
            ("Tổ", "ng"),
            ("dự kiế", "n"),
            ("ph", "í"),
            ("CNT", "T"),
            ("TỔ", "NG"),
        ] {
            assert!(is_cut(above, below), "{above} | {below}");
        }
        for (above, below) in [
            ("Sở", "TTTT"),
            ("10", "km"),
            ("Hạ tầng", "CNTT"),
            ("TỔNG", "CỘNG"),
            ("thực", "hiện"),
            ("2 Mbps", "10"),
        ] {
            assert!(!is_cut(above, below), "{above} | {below}");
        }
    }
}
