//! What does a number measure whose own words only say when or where?
//!
//! ```text
//! 70% hộ có nước vào năm 2033, 90% vào năm 2035     both are "hộ có nước"
//! đến năm 2033: 50% chợ có mái; năm 2034: 70%       both are "chợ có mái"
//! 50% chợ có mái; trong đó cấp xã 40%               "chợ có mái", at the commune's
//! ```

use std::{ops::Range, sync::LazyLock};

use crate::text::pattern::Regex;

use super::{Statement, share::head_words};
use crate::text::{fold::lower, number::FigureKind};

/// A time at the end of what is measured.
static TIME: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)(?:^\s*|[\s,:;]+(?:vào|đến|tới|trong|hết|cuối|trước|ngay)\s+)(?:(?:vào|đến|tới|trong|hết|cuối|đầu|trước)\s+)*(?:năm|quý\s+[IV\d]+[\s/]*(?:năm)?)\s+(?:19|20)\d\d[\s:;,.]*$",
    )
    .expect("the pattern of times compiles")
});

/// A level alone.
static WHERE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:(?:tại|ở|đối\s+với|của|cho)\s+)?(?:các\s+(?:đơn\s+vị|cơ\s+quan)\s+)?cấp\s+(?:tỉnh|huyện|xã)$")
        .expect("the pattern of levels alone compiles")
});

/// Words before a number that only say when: "năm 2033 đạt".
static DATED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^[\s,;+-]*(?:và\s+)?(?:(?:đến|trong|vào|hết|cuối)\s+)*năm\s+(?:19|20)\d\d\s*(?:[:,]|(?:đạt|là|có|phấn\s+đấu)\b)*\s*$")
        .expect("the pattern of times before a number compiles")
});

/// A size of its own: what has it is not what is counted.
static SIZE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:tổng\s+)?(?:dung\s+lượng|băng\s+thông|tốc\s+độ|công\s+suất|diện\s+tích|chiều\s+dài|thời\s+lượng|bán\s+kính|tuổi\s+thọ|điểm\s+(?:số|trung\s+bình))\b")
        .expect("the pattern of sizes compiles")
});

/// Whether words name a size of something.
pub(super) fn names_size(words: &str) -> bool {
    SIZE.is_match(words)
}

/// Whether words only name a level.
pub(super) fn is_place(words: &str) -> bool {
    WHERE.is_match(words.trim())
}

/// Gives the numbers of one sentence that only say when or where what the one before them
/// measures, and takes times out of labels.
pub(super) fn share(text: &str, statements: &mut [Statement]) {
    take_from_behind(text, statements);
    let mut measured: Option<(FigureKind, Vec<Range<usize>>)> = None;
    for statement in statements.iter_mut() {
        let own = own_words(text, statement);
        let place = WHERE.is_match(&own);
        let silent = statement.label.iter().all(|range| without_time(text, range).is_empty())
            || ["duy trì", "tiếp tục duy trì", "giữ vững"].contains(&lower(&own).as_str());
        if statement.head.is_empty() && (silent || place) {
            let before = measured.as_ref().filter(|(kind, _)| *kind == statement.figure.kind);
            let Some((_, label)) = before else { continue };
            statement.head =
                if place { head_words(text, &without_places(text, label)) } else { label.clone() };
            statement.label.retain(|_| place);
            if let Some(last) = statement.head.last_mut() {
                last.end = last.start + text[last.clone()].trim_end_matches([':', ',', ' ']).len();
            }
        } else {
            let bare: Vec<Range<usize>> =
                statement.label.iter().map(|range| without_time(text, range)).collect();
            if bare.iter().any(|range| !range.is_empty()) {
                statement.label = bare.into_iter().filter(|range| !range.is_empty()).collect();
            }
            let label = statement.head.iter().chain(&statement.label).cloned().collect();
            measured = Some((statement.figure.kind, label));
        }
    }
}

/// "cấp tỉnh 90%, cấp xã 50% hồ sơ được số hóa": the last of a list names what all measure.
fn take_from_behind(text: &str, statements: &mut [Statement]) {
    let mut named: Option<(FigureKind, Vec<Range<usize>>)> = None;
    for statement in statements.iter_mut().rev() {
        let own = own_words(text, statement);
        let behind: Vec<Range<usize>> =
            statement.label.iter().filter(|range| range.start >= statement.figure.end()).cloned().collect();
        let before = statement.label.iter().find(|range| range.end <= statement.figure.start());
        let place = |range: &Range<usize>| WHERE.is_match(text[range.clone()].trim());
        let alike = named.as_ref().filter(|(kind, _)| *kind == statement.figure.kind);
        let dated = before.is_none() && DATED.is_match(statement.lead(text));
        let silent = WHERE.is_match(&own) || own.is_empty() && dated;
        if let (true, true, Some((_, label))) = (silent, statement.head.is_empty(), alike) {
            statement.head.clone_from(label);
        } else if (before.is_some_and(place) || dated) && !behind.is_empty() {
            named = Some((statement.figure.kind, behind));
        } else {
            named = None;
        }
    }
}

/// A label without the levels that it points at: "cấp huyện: 95% văn bản" measures "văn bản".
fn without_places(text: &str, label: &[Range<usize>]) -> Vec<Range<usize>> {
    let named = label.iter().filter(|range| !WHERE.is_match(text[(*range).clone()].trim()));
    let named: Vec<Range<usize>> = named.cloned().collect();
    if named.is_empty() { label.to_vec() } else { named }
}

/// What a statement's label says besides time and unit.
fn own_words(text: &str, statement: &Statement) -> String {
    let unit = statement.figure.unit.clone().filter(|_| statement.figure.kind == FigureKind::Count);
    let kept = statement.label.iter().filter(|range| unit.as_ref() != Some(*range));
    let words: Vec<&str> = kept.map(|range| text[without_time(text, range)].trim()).collect();
    words.join(" ").trim().to_owned()
}

/// A stretch of a label without the time at its end.
fn without_time(text: &str, range: &Range<usize>) -> Range<usize> {
    let words = &text[range.clone()];
    range.start..TIME.find(words).map_or(range.end, |time| range.start + time.start())
}
