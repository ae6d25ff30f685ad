//! Who signed?
//!
//! Below the office, in capitals, stands a name, with room for the seal between them:
//! ```text
//! TM. ỦY BAN NHÂN DÂN
//! KT. CHỦ TỊCH
//! PHÓ CHỦ TỊCH
//!
//! Nguyễn Văn A
//! ```

use std::sync::LazyLock;

use crate::text::pattern::Regex;

use super::{
    imprint::Stated,
    page::{Line, Page, fact},
    title,
};

static OFFICE: LazyLock<Regex> = LazyLock::new(|| {
    let offices = "CHỦ TỊCH|BỘ TRƯỞNG|THỨ TRƯỞNG|GIÁM ĐỐC|CHÁNH VĂN PHÒNG|THỦ TƯỚNG|BÍ THƯ|TRƯỞNG BAN|CỤC TRƯỞNG|VỤ TRƯỞNG";
    Regex::new(&format!(r"^(?:(?:TM|KT|TL|TUQ|Q|T/M|K/T|T/L)\b[\s./]*)*(?:(?:ỦY BAN NHÂN DÂN|UBND)\b.*|(?:QUYỀN |PHÓ )?(?:{offices})(?:\s+[A-ZÀ-Ỹ ]+)?)$"))
        .expect("a pattern of this file")
});
static FLATTENED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:TM|KT|TL|T/M|K/T)\b.*(?:CHỦ TỊCH|BỘ TRƯỞNG|THỨ TRƯỞNG|GIÁM ĐỐC)\s+(\p{Lu}\p{Ll}*(?:\s+\p{Lu}\p{Ll}*){1,5})$")
        .expect("a pattern of this file")
});
static SIGNED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^[(\[]?\s*(?:đã ký|ký tên|chữ ký|ký|signature|signed)\b[^)\]]*[)\]]?$")
        .expect("a pattern of this file")
});

/// Most lines between the office and the name.
const SEAL_LINES: usize = 3;

/// The name below the last office that one stands below, else the one that a portal gives.
pub(super) fn read(page: &Page) -> Option<Stated> {
    let flat = || page.body().iter().rev().find_map(flattened);
    signed(page.body()).or_else(flat).or_else(|| given(page.head()))
}

/// "Người ký | …" in a portal's table of facts.
fn given(head: &[Line]) -> Option<Stated> {
    let (line, from) = fact(head, &["người ký"])?;
    let name = &line.shown()[from..];
    names_person(name).then(|| Stated {
        value: name.split_whitespace().collect::<Vec<_>>().join(" "),
        range: line.range(from..line.shown().len()),
    })
}

/// "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Nguyễn Văn A" on one line.
fn flattened(line: &Line) -> Option<Stated> {
    let name = FLATTENED.captures(line.shown())?.get(1)?;
    let words: Vec<&str> = name.as_str().split_whitespace().collect();
    names_person(name.as_str()).then(|| Stated { value: words.join(" "), range: line.range(name.range()) })
}

fn stated(name: &Line) -> Stated {
    let words: Vec<&str> = name.shown().split_whitespace().collect();
    Stated { value: words.join(" "), range: name.whole() }
}

fn signed(lines: &[Line]) -> Option<Stated> {
    (0..lines.len()).rev().filter(|&at| OFFICE.is_match(lines[at].shown())).find_map(|at| {
        let below = lines[at + 1..].iter().take(SEAL_LINES);
        let mut below = below.skip_while(|l| SIGNED.is_match(l.shown()) || OFFICE.is_match(l.shown()));
        below.next().filter(|l| is_name(l)).map(stated)
    })
}

/// Two to six words, each with a capital and nothing but letters.
fn is_name(line: &Line) -> bool {
    let head = line.is_capitals() && (line.shown().starts_with("PHỤ LỤC") || title::names_kind(line));
    names_person(line.shown()) && !head
}

fn names_person(shown: &str) -> bool {
    let words: Vec<&str> = shown.split_whitespace().collect();
    let capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let letters = |word: &str| word.chars().all(char::is_alphabetic);
    (2..=6).contains(&words.len()) && words.iter().all(|w| capital(w) && letters(w))
}
