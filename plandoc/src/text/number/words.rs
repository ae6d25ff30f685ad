//! Which quantities does a sentence spell out?
//!
//! ```text
//! one      ít nhất một điểm                  after a promise only: "một" is an article as well
//! rate     năm mươi phần trăm số hộ          "… per cent"
//! share    một nửa, ba phần tư số xã         read as a rate where that is exact
//! many     ba trăm hai mươi tổ               with "mươi", "trăm" or "nghìn", before a counting noun
//! ```
//! "Hai phần ba" has no exact rate and gives none.

use std::{ops::Range, sync::LazyLock};

use crate::text::pattern::{Captures, Regex, regex};

use super::{Figure, FigureKind, plain, worded};
use crate::text::unit::counting_noun_after;

const DIGIT: &str = "một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín";

static PROMISED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)\b(?:ít nhất|tối thiểu|không dưới)\s+(?:(?:là|có|được|phải)\s+)*(?P<number>một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười)\s+(?P<next>\p{L}+)",
    )
});
static SHARE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)\b(?:(?P<half>(?:một\s+)?nửa)\s+(?:tổng\s+)?số\b|(?P<upper>một|hai|ba|bốn)\s+phần\s+(?P<lower>tư|năm|mười)\b)",
    )
});
static MANY: LazyLock<Regex> = LazyLock::new(|| {
    regex(&format!(
        r"(?i)\b(?:mười(?:\s+(?:{DIGIT}))?|(?:{DIGIT})(?:\s+(?:{DIGIT}|mươi|trăm|nghìn|ngàn|linh|lẻ|mười))+)\b(?P<rate>\s+phần\s+trăm\b)?"
    ))
});

/// Words that each of these needs; they are looked for in one go.
static NEEDED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)(?:ít nhất|tối thiểu|không dưới)\s+\p{L}|nửa\s|phần\s+(?:tư|năm|mười)|mươi|mười|trăm|nghìn|ngàn(?:\P{L}|$)",
    )
});

/// Whether words may spell out a quantity.
pub(super) fn may_be_in(sentence: &str) -> bool {
    NEEDED.is_match(sentence)
}

/// The quantities that words spell out, without comparator and unit.
pub(super) fn quantities(sentence: &str) -> Vec<Figure> {
    if !may_be_in(sentence) {
        return Vec::new();
    }
    let promised = PROMISED.captures_iter(sentence).filter_map(|words| {
        let number = words.name("number")?;
        let of_a_whole =
            ["phần", "nửa", "mươi", "trăm", "nghìn", "ngàn"].contains(&words.name("next")?.as_str());
        let value = worded(number.as_str()).filter(|_| !of_a_whole)?;
        Some(plain(FigureKind::Count, value, number.range()))
    });
    let shares = SHARE.captures_iter(sentence).filter_map(|words| {
        let (rate, range) = share(&words)?;
        Some(plain(FigureKind::Percent, rate, range))
    });
    let many = MANY.captures_iter(sentence).filter_map(|words| many(sentence, &words));
    promised.chain(shares).chain(many).collect()
}

fn share(words: &Captures<'_>) -> Option<(f64, Range<usize>)> {
    if let Some(half) = words.name("half") {
        return Some((50.0, half.range()));
    }
    let upper = worded(words.name("upper")?.as_str())?;
    let lower = match words.name("lower")?.as_str().to_lowercase().as_str() {
        "tư" => 4.0,
        "năm" => 5.0,
        _ => 10.0,
    };
    (upper < lower).then(|| (100.0 * upper / lower, words.get(0).map_or(0..0, |all| all.range())))
}

/// "Ba trăm tổ", "năm mươi phần trăm"; "năm mươi tỷ đồng" is money and read as such.
fn many(sentence: &str, words: &Captures<'_>) -> Option<Figure> {
    let all = words.get(0)?;
    if words.name("rate").is_some() {
        let number = all.as_str().rsplitn(3, char::is_whitespace).nth(2)?;
        return Some(plain(FigureKind::Percent, value(number)?, all.range()));
    }
    counting_noun_after(sentence, all.end())?;
    Some(plain(FigureKind::Count, value(all.as_str())?, all.range()))
}

/// The value of spelled-out digits, tens, hundreds and thousands in their order.
fn value(words: &str) -> Option<f64> {
    let (mut total, mut section, mut digit) = (0.0, 0.0, None);
    let mut scaled = false;
    for word in words.split_whitespace() {
        let word = word.to_lowercase();
        let one = |digit: Option<f64>| digit.unwrap_or(1.0);
        match word.as_str() {
            "linh" | "lẻ" => continue,
            "mươi" => section += one(digit.take()) * 10.0,
            "mười" => section += 10.0,
            "trăm" => section += one(digit.take()) * 100.0,
            "nghìn" | "ngàn" => {
                total += (section + digit.take().unwrap_or(0.0)) * 1000.0;
                section = 0.0;
            }
            "mốt" => digit = Some(1.0),
            "tư" => digit = Some(4.0),
            "lăm" => digit = Some(5.0),
            // Two digits side by side are no number: "hai ba ngày".
            _ if digit.is_some() => return None,
            _ => digit = Some(worded(&word)?),
        }
        scaled |= ["mươi", "mười", "trăm", "nghìn", "ngàn"].contains(&word.as_str());
    }
    scaled.then_some(total + section + digit.unwrap_or(0.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(sentence: &str) -> Vec<(f64, FigureKind)> {
        quantities(sentence).iter().map(|figure| (figure.value, figure.kind)).collect()
    }

    #[test]
    fn rates_and_shares_in_words_are_rates() {
        assert_eq!(read("Năm mươi phần trăm số hộ"), [(50.0, FigureKind::Percent)]);
        assert_eq!(read("chín mươi lăm phần trăm số hộ"), [(95.0, FigureKind::Percent)]);
        assert_eq!(read("Tối thiểu một nửa số xã"), [(50.0, FigureKind::Percent)]);
        assert_eq!(read("ba phần tư số xã"), [(75.0, FigureKind::Percent)]);
        assert_eq!(read("Ít nhất hai phần ba số xã"), []);
    }

    #[test]
    fn counts_in_words_need_tens_and_a_noun() {
        assert_eq!(read("có ba trăm hai mươi mốt điểm"), [(321.0, FigureKind::Count)]);
        assert_eq!(read("mười hai xã"), [(12.0, FigureKind::Count)]);
        assert_eq!(read("hai nghìn không trăm hộ, một ngàn hộ"), [(1000.0, FigureKind::Count)]);
        assert_eq!(read("Ít nhất một điểm"), [(1.0, FigureKind::Count)]);
        assert_eq!(read("hai ba xã, năm nay, ba năm"), []);
        assert_eq!(read("(Năm mươi tỷ đồng), năm mươi lăm triệu đồng"), []);
    }
}
