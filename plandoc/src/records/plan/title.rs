//! What is the plan called, and where is its title?
//!
//! The kind of document stands alone in capitals, the title follows it:
//! ```text
//! KẾ HOẠCH                               QUYẾT ĐỊNH
//! Chuyển đổi số tỉnh … năm …             Phê duyệt Kế hoạch …
//! ```
//! A text that begins later names itself at its end: "Trên đây là kế hoạch … của …".

use std::sync::LazyLock;

use regex::Regex;

use super::page::{Line, Page};
use crate::span::CharRange;

/// Longest title, in characters.
const LONGEST: usize = 500;

static KIND: LazyLock<Regex> = LazyLock::new(|| regex(r"^(KẾ HOẠCH|QUYẾT ĐỊNH)(?:$|[\s:]+)(.*)$"));
static PREAMBLE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)^(?:[-+•]\s*)?(?:căn cứ|thực hiện (?:quyết|nghị|chỉ|kế|thông|công|chương|đề)|xét|nhằm|để|trên cơ sở|theo|tiếp tục|phần|chương|điều|[IVX]+\.|\d+\.|\()",
    )
});
static CLOSING: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)^trên đây là (?:toàn bộ )?(?:nội dung )?(kế hoạch\s.+?)(?:\s+của (?:ủy ban nhân dân|UBND)\b.*|[.;]\s.*|[./\s]*)$",
    )
});
static PLAN: LazyLock<Regex> = LazyLock::new(|| regex(r"(?i)\bkế hoạch\b"));

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a pattern of this file")
}

/// The title and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Title {
    /// "Kế hoạch Ứng dụng …".
    pub(super) words: String,
    /// Whether a decision sets the plan.
    pub(super) decision: bool,
    pub(super) ranges: Vec<CharRange>,
}

/// The title before the first section, else the one that the closing sentence gives.
pub(super) fn read(page: &Page) -> Option<Title> {
    printed(page.head()).or_else(|| page.body().iter().rev().find_map(closing))
}

/// Whether a title says that its document sets a plan: one does, or approves one.
pub(super) fn sets_a_plan(title: &Title) -> bool {
    PLAN.is_match(&title.words)
}

fn printed(head: &[Line]) -> Option<Title> {
    head.iter().enumerate().find_map(|(at, line)| {
        let captures = KIND.captures(line.shown())?;
        let decision = &captures[1] == "QUYẾT ĐỊNH";
        let inline = captures[2].trim().to_owned();
        let title = with_following(inline, line, &head[at + 1..])?;
        let kind = if decision { "Quyết định" } else { "Kế hoạch" };
        Some(Title { words: format!("{kind} {}", title.0), decision, ranges: title.1 })
    })
}

/// The words of a title that begins on the kind's line or below it.
fn with_following(inline: String, first: &Line, below: &[Line]) -> Option<(String, Vec<CharRange>)> {
    let mut words = inline;
    let mut ranges = vec![first.whole()];
    let mut capitals = (!words.is_empty()).then(|| first.is_capitals());
    for line in below {
        let goes_on = capitals.is_none_or(|capitals| !line.after_gap && (capitals || !line.is_capitals()));
        let longer = words.chars().count() + line.shown().chars().count();
        if !goes_on || longer > LONGEST || PREAMBLE.is_match(line.shown()) {
            break;
        }
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(&line.shown().split_whitespace().collect::<Vec<_>>().join(" "));
        ranges.push(line.whole());
        capitals = capitals.or(Some(line.is_capitals()));
    }
    (!words.is_empty()).then_some((words, ranges))
}

fn closing(line: &Line) -> Option<Title> {
    let words = CLOSING.captures(line.shown())?.get(1)?;
    let mut letters = words.as_str().chars();
    let first = letters.next()?.to_uppercase();
    Some(Title {
        words: first.chain(letters).collect(),
        decision: false,
        ranges: vec![line.range(words.range())],
    })
}
