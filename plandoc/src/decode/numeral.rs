//! How do Word and browsers write the number of a list item?

/// A number in one of Word's formats; those that plans do not use are written in digits.
pub(super) fn written(number: usize, format: &str) -> String {
    match format {
        "none" => String::new(),
        "upperRoman" => roman(number),
        "lowerRoman" => roman(number).to_lowercase(),
        "upperLetter" => letter(number, b'A'),
        "lowerLetter" => letter(number, b'a'),
        "decimalZero" => format!("{number:02}"),
        _ => number.to_string(),
    }
}

fn roman(number: usize) -> String {
    const SIGNS: [(usize, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number == 0 || number > 3999 {
        return number.to_string();
    }
    let mut rest = number;
    let mut written = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            written.push_str(sign);
            rest -= value;
        }
    }
    written
}

/// "a" to "z", then "aa", "bb".
fn letter(number: usize, first: u8) -> String {
    let Some(at) = number.checked_sub(1) else { return String::new() };
    let letter = char::from(first + u8::try_from(at % 26).unwrap_or(0));
    std::iter::repeat_n(letter, (at / 26 + 1).min(50)).collect()
}

#[cfg(test)]
mod tests {
    use super::written;

    #[test]
    fn numbers_are_written_as_word_does() {
        assert_eq!(written(4, "upperRoman"), "IV");
        assert_eq!(written(19, "lowerRoman"), "xix");
        assert_eq!(written(28, "lowerLetter"), "bb");
        assert_eq!(written(7, "decimalZero"), "07");
        assert_eq!(written(12, "decimal"), "12");
        assert_eq!(written(5000, "upperRoman"), "5000");
    }
}
