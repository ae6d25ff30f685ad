//! Which marker does a list item begin with?

use super::numbering::{Mark, Numbered};

/// A list item's marker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Marker {
    /// "-", "+", "a)".
    pub(super) text: String,
    /// 0 for "-", 1 for "+" under it.
    pub(super) depth: u8,
    /// The number or letter, if it is one.
    pub(super) mark: Option<Mark>,
}

/// The marker that words begin with, if any.
pub(super) fn marker(shown: &str) -> Option<Marker> {
    if let Some(bullet) = bullet(shown) {
        return Some(bullet);
    }
    if let Some(rest) = shown.strip_prefix('(')
        && let Some((number, _)) = rest.split_once(')')
        && (1..=2).contains(&number.len())
        && number.chars().all(|c| c.is_ascii_alphanumeric())
    {
        return Some(Marker { text: format!("({number})"), depth: 0, mark: None });
    }
    let found = Numbered::of(shown)?;
    let depth = match found.mark {
        Mark::Arabic(_) | Mark::Dotted(_) | Mark::Lower(_) | Mark::Roman(_) => 0,
        _ => return None,
    };
    let text = shown[found.head].trim_start_matches(['-', ' ']).to_owned();
    Some(Marker { text, depth, mark: Some(found.mark) })
}

/// Bytes of the bullet and the white space after it that words begin with. Numbers and
/// letters are part of what an item says, bullets are not.
pub(crate) fn marker_length(shown: &str) -> usize {
    let mut rest = shown;
    while bullet(rest).is_some() {
        rest = rest.trim_start_matches(|c: char| !c.is_whitespace() && !c.is_alphanumeric()).trim_start();
    }
    shown.len() - rest.len()
}

fn bullet(shown: &str) -> Option<Marker> {
    let mut chars = shown.chars();
    let first = chars.next()?;
    let depth = match first {
        '-' | '•' | '·' | '●' | '▪' | '\u{f0b7}' | '*' => 0,
        '+' | '◦' | '○' => 1,
        _ => return None,
    };
    let rest = chars.as_str().trim_start();
    // "-5 %" is a number; "-Tổ chức" is an item whose space was lost.
    if rest.is_empty() || chars.as_str().starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    // "- + Đăng ký …": an export wraps one list in another.
    match rest.strip_prefix("+ ").or_else(|| rest.strip_prefix("- ")) {
        Some(_) => bullet(rest),
        None => Some(Marker { text: first.to_string(), depth, mark: None }),
    }
}

#[cfg(test)]
mod tests {
    use super::marker;

    #[test]
    fn markers_and_their_depth() {
        let cases = [
            ("- Duy trì", Some(("-", 0))),
            ("-\tDuy trì", Some(("-", 0))),
            ("+ Thuê dịch vụ", Some(("+", 1))),
            ("- + Cấp giấy phép", Some(("+", 1))),
            ("· Tỷ trọng", Some(("·", 0))),
            ("đ) Rà soát", Some(("đ)", 0))),
            ("(1) Chính sách", Some(("(1)", 0))),
            ("-5 %", None),
            ("Duy trì", None),
        ];
        for (shown, expected) in cases {
            let found = marker(shown);
            assert_eq!(found.as_ref().map(|m| (m.text.as_str(), m.depth)), expected, "{shown}");
        }
    }
}
