//! What does one mention of a legal document say of it?
//!
//! ```text
//! mention = [kind] ["số"] number [[","] date] [["của"] issuer] [title]
//! ```
//! Several numbers may share what is stated once: "Quyết định số 1/QĐ-A ngày … và
//! Quyết định số 2/QĐ-A ngày … của A".

use std::{ops::Range, sync::LazyLock};

use crate::text::pattern::Regex;

use super::issuer;
use crate::text::{
    date,
    document_number::{FoundNumber, numbers, type_at_end},
    sentence,
};

/// Longest title that is taken; what runs on is no title.
const LONGEST_TITLE: usize = 500;

static BASIS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^[\s\-+–•*]*(?:căn cứ|theo|thực hiện|xét)?\s*(?:các\s+)?$")
        .expect("a pattern of this file")
});
static ABOUT: LazyLock<Regex> = LazyLock::new(|| {
    let first = r"về\s*việc|về|v/v|quy định|ban hành|phê duyệt|thực hiện|triển khai|hướng dẫn|công bố|sửa đổi|bổ sung|điều chỉnh|tăng cường|thành lập|kiện toàn|giao";
    Regex::new(&format!(r"(?i)^[\s,]*((?:{first})\b)")).expect("a pattern of this file")
});

/// A stretch of a mention: its words evened out, and their bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part<T> {
    pub(super) value: T,
    pub(super) range: Range<usize>,
}

/// One mention; ranges are bytes of the passage's shadow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mention {
    pub(super) number: FoundNumber,
    /// Range of the kind's words.
    pub(super) doc_type: Option<Range<usize>>,
    pub(super) issued_on: Option<Part<date::Date>>,
    pub(super) issuer: Option<Range<usize>>,
    pub(super) title: Option<Range<usize>>,
    /// From the kind to the last thing stated at this mention itself, title aside.
    pub(super) words: Range<usize>,
}

/// The mentions of one passage, in order.
pub(super) fn mentions(text: &str) -> Vec<Mention> {
    let numbers = numbers(text);
    if numbers.is_empty() {
        return Vec::new();
    }
    let clauses = sentence::clauses(text, 0..text.len());
    let mut found: Vec<Mention> = Vec::with_capacity(numbers.len());
    for number in numbers {
        let doc_type = type_at_end(before_number(text, number.range.start));
        let (issued_on, issuer) = tail(text, number.range.end);
        let start = doc_type.as_ref().map_or(number.range.start, |r| r.start);
        let end = [issued_on.as_ref().map(|d| d.range.end), issuer.as_ref().map(|i| i.end)]
            .into_iter()
            .flatten()
            .fold(number.range.end, usize::max);
        let title = clause_of(&clauses, start).and_then(|clause| title(text, clause, start, end));
        let doc_type = doc_type.or_else(|| distant_type(text, &number, found.last()));
        found.push(Mention { number, doc_type, issued_on, issuer, title, words: start..end });
    }
    share_issuers(text, &mut found);
    found
}

/// The words before a number without the "số" that announces it.
fn before_number(text: &str, start: usize) -> &str {
    let before = text[..start].trim_end_matches([' ', '\n', ':', '.']);
    before
        .strip_suffix("số")
        .or_else(|| before.strip_suffix("Số"))
        .unwrap_or(before)
        .trim_end_matches([' ', '\n'])
}

/// A kind stated for an earlier number of the row ("Quyết định số 1/QĐ-A và 2/QĐ-A"),
/// or, for laws, before their name ("Luật Công nghệ thông tin số 67/2006/QH11").
fn distant_type(text: &str, number: &FoundNumber, last: Option<&Mention>) -> Option<Range<usize>> {
    let last = last.filter(|m| m.number.symbols.first() == number.symbols.first());
    if let Some(range) = last.and_then(|m| m.doc_type.clone()) {
        // The words of the last may reach into this number, where its date or issuer does.
        let between = text.get(last?.words.end..number.range.start)?;
        let only_links = between.split_whitespace().all(|w| matches!(w, "và" | "," | ";" | "số" | "hoặc"));
        return only_links.then_some(range);
    }
    if !number.symbols.iter().any(|s| s.starts_with("QH")) {
        return None;
    }
    let clause = text[..number.range.start].rfind([';', '.', '\n', '(']).map_or(0, |at| at + 1);
    ["Bộ luật", "Luật", "Pháp lệnh"].iter().find_map(|kind| {
        let at = text[clause..number.range.start].rfind(kind)? + clause;
        Some(at..at + kind.len())
    })
}

type Tail = (Option<Part<date::Date>>, Option<Range<usize>>);

/// Date and issuer that directly follow a number.
fn tail(text: &str, number_end: usize) -> Tail {
    let after = &text[number_end..];
    let lead = after.len() - after.trim_start_matches([' ', '\n', ',']).len();
    let found = date::first(&after[..after.len().min(floor_char(after, lead + 60))])
        .filter(|d| d.range.start <= lead || is_announcement(&after[lead..d.range.start]));
    let issued_on =
        found.map(|d| Part { value: d.date, range: number_end + d.range.start..number_end + d.range.end });
    let from = issued_on.as_ref().map_or(number_end, |d| d.range.end);
    (issued_on, issuer::after(text, from))
}

/// What may stand between a number and its date.
fn is_announcement(between: &str) -> bool {
    matches!(
        between.trim().to_lowercase().as_str(),
        "ngày" | "ban hành ngày" | "ký ngày" | "được ban hành ngày"
    )
}

fn floor_char(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(0)
}

/// The clause that holds a byte.
fn clause_of(clauses: &[Range<usize>], at: usize) -> Option<&Range<usize>> {
    clauses.get(clauses.partition_point(|clause| clause.end <= at)).filter(|clause| clause.contains(&at))
}

/// What the document is about, if the passage is devoted to it: it stands at the
/// passage's beginning (or inside the title of the one that does) and runs to the
/// clause's end. In running prose nobody can tell where a title ends.
fn title(text: &str, clause: &Range<usize>, start: usize, end: usize) -> Option<Range<usize>> {
    let opening = &text[clause.start..start];
    let devoted = BASIS.is_match(opening) || begins_with_document(&text[clause.clone()]);
    // A clause may have been cut for its length, inside of the mention.
    let about = ABOUT.captures(text.get(end..clause.end)?)?.get(1)?;
    let from = end + about.start();
    let body = &text[from..clause.end];
    let body = body
        .find(" (")
        .filter(|_| body.trim_end_matches(['.', ';', ' ']).ends_with(')'))
        .map_or(body, |at| &body[..at]);
    let body = body.trim_end_matches([';', '.', ',', ' ', '\n', '/', ')']);
    (devoted && body.chars().count() <= LONGEST_TITLE && body.contains(' ')).then(|| from..from + body.len())
}

/// Whether a text begins with a numbered document: "Kế hoạch số 8…".
fn begins_with_document(text: &str) -> bool {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '+' | '•'));
    let text = text.strip_prefix("Căn cứ ").unwrap_or(text);
    numbers(text)
        .first()
        .and_then(|n| type_at_end(before_number(text, n.range.start)))
        .is_some_and(|t| t.start == 0)
}

/// An issuer stated once for several numbers in a row belongs to each of them.
fn share_issuers(text: &str, found: &mut [Mention]) {
    for at in (0..found.len().saturating_sub(1)).rev() {
        let (head, rest) = found.split_at_mut(at + 1);
        let (one, next) = (&mut head[at], &rest[0]);
        let Some(between) = text.get(one.words.end..next.words.start) else { continue };
        let between = between.split_whitespace();
        let linked =
            between.clone().count() < 3 && between.clone().all(|w| matches!(w, "và" | "," | "số" | "các"));
        if one.issuer.is_none() && linked && one.number.same_issuer(&next.number) {
            one.issuer.clone_from(&next.issuer);
        }
    }
}
