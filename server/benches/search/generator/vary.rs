//! How do the same words speak of another province, another year and other money?

use plandoc::catalog::provinces::Province;

use super::{
    random::Random,
    source::{PLANS, Words, numbering},
    words::swapped,
};

/// Whose words they become.
#[derive(Clone, Copy)]
pub(super) struct Setting<'a> {
    pub(super) province: &'a Province,
    pub(super) year: i32,
}

/// Years that plans speak of; numbers beyond are no years.
const YEARS: std::ops::RangeInclusive<i32> = 1999..=2045;

impl Setting<'_> {
    /// The words as this plan would have them.
    pub(super) fn vary(self, words: Words, random: &mut Random) -> String {
        let published = &PLANS[words.plan];
        let later = self.year - published.year;
        let mut varied = numbering(words.text).to_owned();
        let mut rest = &words.text[varied.len()..];
        // Letters and digits that hang together are one word: "IPv6" holds no number.
        let mut within_word = false;
        while let Some(first) = rest.chars().next() {
            let begins = !within_word && first.is_alphanumeric();
            let replaced = if begins { self.replaced(rest, published.names, later, random) } else { None };
            let (length, put) = replaced.unwrap_or_else(|| (first.len_utf8(), first.to_string()));
            within_word = rest[..length].ends_with(char::is_alphanumeric);
            varied.push_str(&put);
            rest = &rest[length..];
        }
        varied
    }

    fn replaced(
        self,
        rest: &str,
        names: &[&str],
        later: i32,
        random: &mut Random,
    ) -> Option<(usize, String)> {
        let name = |rest: &str| names.iter().find(|name| rest.starts_with(**name)).map(|name| name.len());
        if let Some(length) = name(rest) {
            return Some((length, self.province.name.clone()));
        }
        if let Some(length) = rest.strip_prefix("tỉnh ").and_then(name) {
            let titled = format!("{} {}", self.province.kind.title(), self.province.name);
            return Some(("tỉnh ".len() + length, titled));
        }
        if rest.starts_with(|c: char| c.is_ascii_digit()) {
            number(rest, later, random)
        } else {
            swapped(rest, random)
        }
    }
}

/// A number with what it is joined to ("23/3/2020", "1.774", "194/QĐ-TTg"), and another like it.
fn number(rest: &str, later: i32, random: &mut Random) -> Option<(usize, String)> {
    let joined = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '/');
    let length = rest.find(|c: char| !joined(c)).unwrap_or(rest.len());
    let printed = rest[..length].trim_end_matches(['.', ',', '/']);
    let after = &rest[printed.len()..];
    if after.starts_with(char::is_alphabetic) {
        return None;
    }
    let parts: Vec<&str> = printed.split('/').collect();
    let put = match parts[..] {
        [day, month, year] if day.len() <= 2 && month.len() <= 2 && year.len() == 4 => {
            format!("{:02}/{}/{}", random.within(1, 28), random.within(1, 12), shifted(year, later))
        }
        [part, whole] if whole.len() == 4 && !after.starts_with('/') => {
            format!("{part}/{}", shifted(whole, later))
        }
        [number, year] if year.len() == 4 => format!("{}/{}", like(number, random), shifted(year, later)),
        [one] if one.len() == 4 && is_year(one) => shifted(one, later),
        [one] if one.len() > 1 => like(one, random),
        // "3 tỷ": money of one digit would be the same in every plan.
        [_] if [" tỷ", " triệu"].iter().any(|unit| after.starts_with(unit)) => {
            format!("{},{}", random.within(1, 99), random.within(1, 9))
        }
        _ => return None,
    };
    Some((printed.len(), put))
}

fn is_year(printed: &str) -> bool {
    printed.parse().is_ok_and(|year| YEARS.contains(&year))
}

fn shifted(printed: &str, later: i32) -> String {
    let year = printed.parse::<i32>().ok().filter(|year| YEARS.contains(year));
    year.map_or_else(
        || printed.to_owned(),
        |year| (year + later).clamp(*YEARS.start(), *YEARS.end()).to_string(),
    )
}

/// Another number with as many digits in the same notation; a whole hundred stays.
fn like(printed: &str, random: &mut Random) -> String {
    if printed == "100" {
        return printed.to_owned();
    }
    let mut first = true;
    let digit = |c: char| {
        if !c.is_ascii_digit() {
            return c;
        }
        let least = usize::from(std::mem::take(&mut first) && c != '0');
        char::from(b"0123456789"[random.within(least, 9)])
    };
    printed.chars().map(digit).collect()
}
