//! What value do printed digits have?

/// A value with the number of decimals it is printed with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Numeral {
    /// The value.
    pub value: f64,
    /// Digits after the decimal mark.
    pub decimals: u8,
}

/// Reads digits as Vietnamese prints them: a dot groups thousands, a comma marks
/// decimals ("31.274", "41,17", "1.234,5", "01"). A dot that cannot group, as in
/// "13.69", is a decimal mark typed the English way; several commas group.
pub fn numeral(digits: &str) -> Option<Numeral> {
    if !digits.starts_with(|c: char| c.is_ascii_digit()) || !digits.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (whole, fraction) = split(digits);
    let mut plain: String = whole.chars().filter(char::is_ascii_digit).collect();
    if let Some(fraction) = fraction {
        plain.push('.');
        plain.push_str(fraction);
    }
    let decimals = fraction.map_or(0, str::len);
    Some(Numeral { value: plain.parse().ok()?, decimals: u8::try_from(decimals).unwrap_or(u8::MAX) })
}

/// Parts the whole number from its decimals.
fn split(digits: &str) -> (&str, Option<&str>) {
    let dots = digits.matches('.').count();
    let commas = digits.matches(',').count();
    match (dots, commas) {
        (_, 1) => {
            let mark = digits.find(',').unwrap_or(digits.len());
            // "1,234.5": the English way round.
            match digits[mark..].split_once('.') {
                Some((group, rest)) if group.len() == 4 => (&digits[..mark + group.len()], Some(rest)),
                _ => (&digits[..mark], Some(&digits[mark + 1..])),
            }
        }
        (1, 0) if !groups(digits, '.') => {
            let mark = digits.find('.').unwrap_or(digits.len());
            (&digits[..mark], Some(&digits[mark + 1..]))
        }
        _ => (digits, None),
    }
}

/// Whether `mark` parts the digits into thousands: "31.274", not "13.69" or "0.125".
fn groups(digits: &str, mark: char) -> bool {
    let mut parts = digits.split(mark);
    let first = parts.next().unwrap_or_default();
    (1..=3).contains(&first.len()) && first != "0" && parts.all(|part| part.len() == 3)
}

/// The value of a number word or a Roman grade.
pub fn worded(word: &str) -> Option<f64> {
    let value = match word.to_lowercase().as_str() {
        "một" | "i" => 1,
        "hai" | "ii" => 2,
        "ba" | "iii" => 3,
        "bốn" | "iv" => 4,
        "năm" | "v" => 5,
        "sáu" | "vi" => 6,
        "bảy" | "bẩy" => 7,
        "tám" => 8,
        "chín" => 9,
        "mười" => 10,
        _ => return None,
    };
    Some(f64::from(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(digits: &str) -> Option<(f64, u8)> {
        numeral(digits).map(|n| (n.value, n.decimals))
    }

    #[test]
    fn dots_group_thousands_and_commas_mark_decimals() {
        assert_eq!(value("31.274"), Some((31274.0, 0)));
        assert_eq!(value("12.345.678"), Some((12_345_678.0, 0)));
        assert_eq!(value("41,17"), Some((41.17, 2)));
        assert_eq!(value("1.234,5"), Some((1234.5, 1)));
        assert_eq!(value("01"), Some((1.0, 0)));
        assert_eq!(value("6.500"), Some((6500.0, 0)));
    }

    #[test]
    fn a_dot_that_cannot_group_marks_decimals() {
        assert_eq!(value("13.69"), Some((13.69, 2)));
        assert_eq!(value("0.125"), Some((0.125, 3)));
    }

    #[test]
    fn the_english_way_round_is_understood() {
        assert_eq!(value("1,234,567"), Some((1_234_567.0, 0)));
        assert_eq!(value("1,234.5"), Some((1234.5, 1)));
    }

    #[test]
    fn what_is_no_number_has_no_value() {
        assert_eq!(value(""), None);
        assert_eq!(value("."), None);
        assert_eq!(value("12."), None);
        assert_eq!(worded("đồng"), None);
    }
}
