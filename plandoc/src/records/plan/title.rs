//! What is the plan called, and where is its title?
//!
//! The kind of document stands alone in capitals, the title follows it:
//! ```text
//! KẾ HOẠCH                               QUYẾT ĐỊNH
//! Chuyển đổi số tỉnh … năm …             Phê duyệt Kế hoạch …
//! ```
//! A text that begins later names itself at its end: "Trên đây là kế hoạch … của …".

use std::sync::LazyLock;

use crate::text::pattern::{Regex, regex};

use super::page::{Line, Page};
use crate::span::CharRange;

/// Longest title, in characters.
const LONGEST: usize = 500;

/// Fewest words of a title that is not called one.
const FEWEST_WORDS: usize = 4;

static NUMBERED: LazyLock<Regex> = LazyLock::new(|| regex(r"(?i)^số\s*:.*/KH-"));
static DATED: LazyLock<Regex> = LazyLock::new(|| regex(r"(?i),\s*ngày\b.*\bnăm\s+\d{4}"));
/// Also with marks that a scan misread: "KÊ HOACH".
static KIND: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"(?s)^(K[EÈẺẼÉẸÊỀỂỄẾỆ]\s+HO[AÀẢÃÁẠ]CH|QUY[EÈẺẼÉẸÊỀỂỄẾỆ]T\s+[DĐ][IÌỈĨÍỊ]NH)(?:$|[\s:]+)(.*)$")
});
/// What stands below a title and never in it.
static PREAMBLE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)^(?:[-+•]\s*)?(?:căn cứ|xét|phần|chương|điều|[IVX]+\.|\d+\.|\(\s*(?:(?:ban hành\s+)?(?:đính |gửi )?kèm|sau đây|dự thảo))",
    )
});
/// How a preamble begins, and at times a title: "Thực hiện Nghị quyết số …".
static AIM: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)^(?:[-+•]\s*)?(?:thực hiện (?:quyết|nghị|chỉ|kế|thông|công|chương|đề|văn bản|hướng dẫn|luật|ý kiến|tinh thần)|nhằm|để|trên cơ sở|theo|tiếp tục|\()",
    )
});
/// The body that decides, named between a title and its grounds.
static BODY: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)^(?:chủ tịch\s+)?(?:ủy ban nhân dân|UBND|hội đồng nhân dân)\b"));
/// A title that needs another word.
static OPEN: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)(?:,|\s(?:của|do|tại|và|với|trên|thuộc|giữa|cho|trong|bởi))$"));
static CLOSING: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)^trên đây là (?:toàn bộ )?(?:nội dung )?(kế hoạch\s.+?)(?:,\s+(?:đề nghị|yêu cầu|giao|trong quá trình|các|UBND|Ủy ban)\b.*|\s+của (?:ủy ban nhân dân|UBND)\b.*|[.;]\s.*|[./\s]*)$",
    )
});
static PLAN: LazyLock<Regex> = LazyLock::new(|| regex(r"(?i)\bkế hoạch\b"));

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
    printed(page.head())
        .or_else(|| unnamed(page.head()))
        .or_else(|| page.body().iter().rev().find_map(closing))
}

/// Whether a title says that its document sets a plan: one does, or approves one.
pub(super) fn sets_a_plan(title: &Title) -> bool {
    PLAN.is_match(&title.words)
}

fn printed(head: &[Line]) -> Option<Title> {
    head.iter().enumerate().find_map(|(at, line)| {
        let captures = KIND.captures(line.shown())?;
        let decision = captures[1].starts_with("QUY");
        let inline = captures[2].trim_matches([' ', ':']).to_owned();
        let title = with_following(inline, line, &head[at + 1..])?;
        let kind = if decision { "Quyết định" } else { "Kế hoạch" };
        Some(Title { words: format!("{kind} {}", title.0), decision, ranges: title.1 })
    })
}

/// The capitals below the number of a plan ("Số: 12/KH-UBND"), where an export lost the
/// word for its kind.
fn unnamed(head: &[Line]) -> Option<Title> {
    let numbered = head.iter().position(|line| NUMBERED.is_match(line.shown()))?;
    let rest = &head[numbered + 1..];
    let dated = rest.iter().position(|line| DATED.is_match(line.shown())).map_or(0, |at| at + 1);
    let first = rest.get(dated).filter(|line| line.is_capitals() && !BODY.is_match(line.shown()))?;
    let (words, ranges) = with_following(String::new(), first, &rest[dated..])?;
    let named = words.split_whitespace().count() >= FEWEST_WORDS;
    named.then(|| Title {
        words: format!("Kế hoạch {words}"), decision: false, ranges: ranges[1..].to_vec()
    })
}

/// The words of a title that begins on the kind's line or below it.
fn with_following(inline: String, first: &Line, below: &[Line]) -> Option<(String, Vec<CharRange>)> {
    let mut words = inline;
    let mut ranges = vec![first.whole()];
    let mut capitals = (!words.is_empty()).then(|| first.is_capitals());
    for line in below {
        let longer = words.chars().count() + line.shown().chars().count();
        let apart = capitals.is_some_and(|capitals| !alike(&words, line, capitals));
        if apart || longer > LONGEST || ends_title(&words, line, capitals) {
            break;
        }
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(&line.shown().split_whitespace().collect::<Vec<_>>().join(" "));
        ranges.push(line.whole());
        capitals = capitals.or(Some(line.is_capitals()));
    }
    let words = words.trim_end_matches(['.', ' ']).to_owned();
    (!words.is_empty()).then_some((words, ranges))
}

/// Whether a line is set like the title above it. Below capitals a sentence begins the text.
fn alike(words: &str, line: &Line, capitals: bool) -> bool {
    if line.after_gap {
        return false;
    }
    let sentence = line.shown().starts_with(char::is_uppercase) && !line.is_capitals();
    if capitals { !sentence || is_generic(words) } else { !line.is_capitals() }
}

/// Whether a line below some words of a title is not part of it. An aim ("Thực hiện …")
/// is the title itself if it stands first, or in capitals like the rest.
fn ends_title(words: &str, line: &Line, capitals: Option<bool>) -> bool {
    let shown = line.shown();
    let in_capitals = capitals == Some(true) && line.is_capitals();
    let is_title = in_capitals || is_generic(words) && !shown.ends_with(':');
    let decides = BODY.is_match(shown) && !words.is_empty() && !OPEN.is_match(words);
    PREAMBLE.is_match(shown) || decides || AIM.is_match(shown) && !is_title
}

/// No word yet, or none that tells one plan from another: "KẾ HOẠCH HÀNH ĐỘNG".
fn is_generic(words: &str) -> bool {
    ["", "HÀNH ĐỘNG", "TRIỂN KHAI", "THỰC HIỆN", "CÔNG TÁC"].contains(&words)
}

/// Whether a line is the word for the kind of document: "KẾ HOẠCH".
pub(super) fn names_kind(line: &Line) -> bool {
    KIND.is_match(line.shown())
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
