//! Which digits make one quantity: a percentage, a fraction, a range, a count?

use std::{ops::Range, sync::LazyLock};

use crate::text::{fold::lower, pattern::Regex};

use super::{Figure, FigureKind, Numeral, naming::word_before, numeral};
use crate::records::Comparator;

static DIGITS: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\d+(?:[.,]\d+)*").expect("the pattern of digits compiles"));

static PERCENT: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^(?:\s*%|\s+phần\s+trăm\b)").expect("the pattern of per cent compiles"));

/// The lower number of a fraction: "/867.427", or "khách hàng/395.034".
static UNDER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?P<noun>(?:\s+\p{L}+){0,6}?)\s*/\s*(?P<lower>\d+(?:[.,]\d+)*)")
        .expect("the pattern of fractions compiles")
});

/// The upper end of a range.
static UPPER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^\s*(?P<first>%?)\s*(?P<mark>-|÷|~|\bđến\b|\btới\b)\s*(?P<upper>\d+(?:[.,]\d+)*)")
        .expect("the pattern of ranges compiles")
});

/// "tăng từ 30% lên 50%" states the 50; the 30 is where it came from.
static RISE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:tăng|nâng|giảm|rút|hạ)\b[^,;.]{0,80}\btừ\s+$")
        .expect("the pattern of rises compiles")
});

/// "từ 30% (năm 2030) lên 50%"
static YEAR_OF_ORIGIN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^\(?\s*(?:(?:vào|của|trong)\s+)?(?:cuối\s+)?năm\s+\d{4}\s*\)?\s*")
        .expect("the pattern of an origin's year compiles")
});

static MONEY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)^\s*(?:(?P<scale>nghìn|ngàn|triệu|tỷ|tỉ)\b\s*)?(?P<scale2>(?:nghìn|ngàn|triệu|tỷ|tỉ)\s+)?(?P<money>đồng|VNĐ|VND|USD)\b",
    )
    .expect("the pattern of money compiles")
});

static SCALE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^\s+(?P<scale>nghìn|ngàn|triệu|tỷ|tỉ)\b(?P<next>\s*\p{L}*)")
        .expect("the pattern of scales compiles")
});

/// One numeral that counts.
struct Token {
    range: Range<usize>,
    read: Numeral,
}

/// All quantities outside of `names`, without comparator and unit.
pub(super) fn quantities(sentence: &str, names: &[Range<usize>]) -> Vec<Figure> {
    let mut found = Vec::new();
    let mut past = 0;
    let mut names = names.iter().peekable();
    for digits in DIGITS.find_iter(sentence) {
        while names.next_if(|name| name.end <= digits.start()).is_some() {}
        let is_name = names.peek().is_some_and(|name| name.start < digits.end());
        if is_name || digits.start() < past {
            continue;
        }
        let Some(read) = numeral(digits.as_str()) else { continue };
        let token = Token { range: digits.range(), read };
        if is_origin_of_a_rise(sentence, &token) {
            continue;
        }
        if let Some(figure) = quantity(sentence, &token) {
            past = figure.digits.end;
            found.push(figure);
        }
    }
    found
}

fn quantity(sentence: &str, token: &Token) -> Option<Figure> {
    if let Some(range) = range_of(sentence, token) {
        return Some(range);
    }
    let rest = &sentence[token.range.end..];
    if let Some(sign) = PERCENT.find(rest) {
        return Some(figure(FigureKind::Percent, token, token.range.end + sign.end()));
    }
    if let Some(money) = MONEY.find(rest) {
        return Some(figure(FigureKind::Money, token, token.range.end + money.end()));
    }
    if let Some(scaled) = scaled(rest, token) {
        return Some(scaled);
    }
    match stroke(sentence, token) {
        Stroke::None => Some(figure(FigureKind::Count, token, token.range.end)),
        Stroke::Fraction(fraction) => Some(fraction),
        Stroke::Name => None,
    }
}

fn figure(kind: FigureKind, token: &Token, end: usize) -> Figure {
    Figure {
        kind,
        value: token.read.value,
        decimals: token.read.decimals,
        value_max: None,
        denominator: None,
        digits: token.range.start..end,
        comparator: Comparator::Eq,
        comparator_words: Vec::new(),
        unit: None,
    }
}

/// "1,2 triệu lượt" counts; "11 triệu" alone is money.
fn scaled(rest: &str, token: &Token) -> Option<Figure> {
    let found = SCALE.captures(rest)?;
    let scale = found.name("scale")?;
    let next = found.name("next").map_or("", |next| next.as_str().trim_start());
    if ["lệ", "trọng", "suất", "số"].contains(&next) {
        return None;
    }
    let factor = match scale.as_str().to_lowercase().as_str() {
        "nghìn" | "ngàn" => 1e3,
        "triệu" => 1e6,
        _ => 1e9,
    };
    let counts = !next.is_empty() && !["cho", "để", "từ", "trong", "và", "của", "tại"].contains(&next);
    let kind = if counts { FigureKind::Count } else { FigureKind::Money };
    let mut scaled = figure(kind, token, token.range.end + scale.end());
    scaled.value *= factor;
    Some(scaled)
}

/// A range: both numbers of one kind, the second above the first.
fn range_of(sentence: &str, token: &Token) -> Option<Figure> {
    let rest = &sentence[token.range.end..];
    let found = UPPER.captures(rest)?;
    let upper = found.name("upper")?;
    let read = numeral(upper.as_str())?;
    let end = token.range.end + upper.end();
    let sign = PERCENT.find(&sentence[end..]);
    let first_is_percent = found.name("first").is_some_and(|sign| !sign.is_empty());
    if read.value <= token.read.value || (first_is_percent && sign.is_none()) {
        return None;
    }
    let hyphen = found.name("mark").is_some_and(|mark| mark.as_str() == "-");
    if sign.is_none() && !counts_something(&sentence[end..]) {
        return None;
    }
    let from = ends_in(&sentence[..token.range.start], "từ");
    if !hyphen && !first_is_percent && !from {
        return None;
    }
    let kind = if sign.is_some() { FigureKind::Percent } else { FigureKind::Count };
    let mut range = figure(kind, token, end + sign.map_or(0, |sign| sign.end()));
    range.value_max = Some(read.value);
    Some(range)
}

/// Whether a text ends with a word in small letters, whatever the case of its own.
fn ends_in(text: &str, word: &str) -> bool {
    let text = text.trim_end();
    let start = text.char_indices().rev().nth(word.chars().count() - 1);
    start.is_some_and(|(at, _)| lower(&text[at..]) == word)
}

/// Whether a lower-case word follows at once.
fn counts_something(rest: &str) -> bool {
    rest.strip_prefix(' ').is_some_and(|word| word.starts_with(char::is_lowercase))
}

fn is_origin_of_a_rise(sentence: &str, token: &Token) -> bool {
    let from = sentence[..token.range.start].char_indices().rev().take(100).last().map_or(0, |(at, _)| at);
    let rest = sentence[token.range.end..].trim_start_matches(['%', ' ']);
    let rest = YEAR_OF_ORIGIN.find(rest).map_or(rest, |year| &rest[year.end()..]);
    ["lên", "đến", "xuống", "còn"].iter().any(|word| rest.starts_with(word))
        && RISE.is_match(&sentence[from..token.range.start])
        && !rest.starts_with("lên,")
}

/// What a stroke after a number makes of it.
enum Stroke {
    /// There is none, or it parts the number from something else.
    None,
    /// A fraction.
    Fraction(Figure),
    /// A day and a month, or more numbers with strokes.
    Name,
}

fn stroke(sentence: &str, token: &Token) -> Stroke {
    let rest = &sentence[token.range.end..];
    let Some(found) = UNDER.captures(rest) else { return Stroke::None };
    let Some(lower) = found.name("lower") else { return Stroke::None };
    let Some(read) = numeral(lower.as_str()) else { return Stroke::None };
    let end = token.range.end + lower.end();
    let after = &sentence[end..];
    let noun = found.name("noun").is_some_and(|noun| !noun.is_empty());
    if noun && (read.value < token.read.value || is_base_of_a_rate(read.value, after)) {
        return Stroke::None;
    }
    let more = after.trim_start().starts_with('/');
    let date = !noun && could_be_a_date(&token.read, &read) && !counts_things(sentence, token, after);
    if more || date {
        return Stroke::Name;
    }
    let mut fraction = figure(FigureKind::Count, token, end);
    fraction.denominator = Some(read.value);
    Stroke::Fraction(fraction)
}

/// "thuê bao/100 dân"
fn is_base_of_a_rate(lower: f64, after: &str) -> bool {
    [100.0, 1_000.0, 10_000.0, 100_000.0].contains(&lower)
        && after.trim_start().starts_with(|c: char| c.is_alphabetic())
}

fn could_be_a_date(day: &Numeral, month: &Numeral) -> bool {
    day.value <= 31.0 && month.value <= 12.0 && day.decimals == 0 && month.decimals == 0
}

/// A day and month stand alone; a fraction counts things that follow.
fn counts_things(sentence: &str, token: &Token, after: &str) -> bool {
    let before = word_before(sentence, token.range.start);
    let follows = after.trim_start();
    let dated = ["ngày", "tháng", "đến", "trước", "sau", "hết", "từ"].contains(&before.as_str());
    let idle = ["hàng", "hằng", "năm", "đến", "và", "tại"]
        .iter()
        .any(|word| follows.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphabetic)));
    !dated && !idle && follows.starts_with(|c: char| c.is_lowercase() || c == '(')
}
