//! Is a line a heading, or a numbered item of a list?

use std::{ops::Range, sync::LazyLock};

use crate::text::pattern::Regex;

use super::{
    line::{Line, is_capitals},
    numbering::{Mark, Numbered},
    outline::Outline,
};

/// Longest heading; what is longer is running text.
const LONGEST: usize = 300;
/// Longest lettered heading, and longest name before the colon of a run-in heading.
const LONGEST_LETTERED: usize = 200;
const LONGEST_RUN_IN: usize = 100;

/// A field of a task with its value in the same line.
static FIELD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)^(?:nội\s+dung|phân\s+công|(?:cơ\s+quan|đơn\s+vị)\s+(?:chủ\s+trì|thực\s+hiện|phối\s+hợp)|chủ\s+đầu\s+tư|chủ\s+trì|phối\s+hợp|(?:(?:tổng|dự\s+kiến|nhu\s+cầu)\s+)?kinh\s+phí|nguồn\s+(?:vốn|kinh\s+phí)|tổng\s+mức\s+đầu\s+tư|thời\s+(?:gian|hạn)|tiến\s+độ|sản\s+phẩm)(?:\s[^:]{0,30})?:\s+\S",
    )
    .unwrap_or_else(|error| unreachable!("a fixed pattern: {error}"))
});

/// A heading in a line.
#[derive(Debug)]
pub(super) struct Heading {
    /// Its number; `None` for a Markdown heading without one.
    pub(super) mark: Option<Mark>,
    /// Bytes of the line that hold its name.
    pub(super) words: Range<usize>,
    /// Bytes of number and name.
    pub(super) whole: Range<usize>,
    /// Bytes of the text that runs on after it in the same line.
    pub(super) rest: Option<Range<usize>>,
}

impl Heading {
    /// Whether it opens something new after the signatures.
    pub(super) fn reopens(&self) -> bool {
        matches!(self.mark, Some(Mark::Annex { .. } | Mark::Part { .. }))
    }
}

/// The heading that a line is, if it is one.
pub(super) fn of(line: &Line, outline: &Outline, item_before: Option<&Mark>) -> Option<Heading> {
    let shown = line.shown();
    let set_apart = line.hashes > 0 || line.is_bold();
    let Some(found) = Numbered::of(shown) else {
        let sections_begun = !outline.sections.is_empty();
        // A line in bold between sections names what follows, unless it is a sentence.
        if line.is_bold() && line.hashes == 0 && sections_begun && names_something(shown) {
            return Some(whole(None, shown, 0..shown.len()));
        }
        return (line.hashes > 0 && sections_begun && !super::furniture::opens_closing(shown))
            .then(|| whole(None, shown, 0..shown.len()));
    };
    let length = shown.chars().count();
    let ends_item = shown.ends_with(';');
    match &found.mark {
        Mark::Part { .. } | Mark::Annex { .. } => Some(whole(Some(found.mark), shown, found.rest)),
        Mark::Article(_) => Some(article(found, shown, line)),
        Mark::Upper(_) => (length <= LONGEST && (is_capitals(shown) || set_apart))
            .then(|| whole(Some(found.mark), shown, found.rest)),
        Mark::Roman(value) => {
            let expected = outline.last_roman().map_or(1, |last| last + 1);
            let in_order =
                *value == 1 || (expected..expected + 3).contains(value) || set_apart || is_capitals(shown);
            (length <= LONGEST && !ends_item && in_order).then(|| whole(Some(found.mark), shown, found.rest))
        }
        Mark::Arabic(_) | Mark::Dotted(_) => {
            let is_heading = set_apart
                || !shown.contains('%')
                    && (length <= LONGEST && !ends_item && !is_list_end(shown, &found.mark, item_before));
            is_heading.then(|| whole(Some(found.mark), shown, found.rest))
        }
        Mark::Lower(_) => lettered(found, shown, set_apart, outline),
    }
}

fn names_something(shown: &str) -> bool {
    let length = shown.chars().count();
    (8..=150).contains(&length)
        && !shown.ends_with(['.', ';', ','])
        && shown.starts_with(char::is_uppercase)
        && !super::furniture::is_signature(shown)
        && !super::furniture::opens_closing(shown)
        && super::furniture::unit_line(shown).is_none()
}

fn whole(mark: Option<Mark>, shown: &str, words: Range<usize>) -> Heading {
    Heading { mark, words, whole: mark_start(shown)..shown.len(), rest: None }
}

/// "- a) Nâng cao …": the dash is not part of the heading.
fn mark_start(shown: &str) -> usize {
    shown.len() - shown.trim_start_matches(['-', ' ']).len()
}

/// The last of a list of sentences ("3. Báo cáo kết quả.") ends like one.
fn is_list_end(shown: &str, mark: &Mark, item_before: Option<&Mark>) -> bool {
    let follows = match (mark, item_before) {
        (Mark::Arabic(value), Some(Mark::Arabic(before))) => *value == before + 1,
        _ => false,
    };
    shown.ends_with('.') && (follows || shown.chars().count() > 120)
}

/// "Điều 2. Kinh phí thực hiện" is a heading; of "Điều 4. Quyết định này … thi hành"
/// only the number is, the sentence is text; bold that ends after the number says so too.
fn article(found: Numbered, shown: &str, line: &Line) -> Heading {
    let name = &shown[found.rest.clone()];
    let half_bold = line.raw.contains("**") && !line.is_bold();
    let ends = name.ends_with(['.', ':', ';']);
    let runs_on = half_bold || ends && name.chars().count() > 50 || name.chars().count() > 120;
    if runs_on || name.is_empty() {
        let rest = (!name.is_empty()).then(|| found.rest.clone());
        return Heading {
            mark: Some(found.mark),
            words: found.head.end..found.head.end,
            whole: found.head,
            rest,
        };
    }
    whole(Some(found.mark), shown, found.rest)
}

/// "a) Kết quả đạt được:" is a heading, "a) Tổ chức triển khai ….": an item. Among lettered
/// headings "b) Hạn chế: Nguồn nhân lực …" is one with its text in the same line.
fn lettered(found: Numbered, shown: &str, set_apart: bool, outline: &Outline) -> Option<Heading> {
    // "d) Kinh phí: 300 triệu đồng" states a field of a task.
    if !set_apart && FIELD.is_match(&shown[found.rest.clone()]) {
        return None;
    }
    // "b) Tối thiểu 50% hồ sơ …" promises, whatever it ends with.
    let open_end = !shown.ends_with(['.', ';', ',', '…']) && !shown.contains('%');
    if set_apart || (open_end && shown.chars().count() <= LONGEST_LETTERED) {
        return Some(whole(Some(found.mark), shown, found.rest));
    }
    if !outline.in_lettered() {
        return None;
    }
    let name = &shown[found.rest.clone()];
    let colon = name.find(": ")?;
    if name[..colon].chars().count() > LONGEST_RUN_IN {
        return None;
    }
    let start = found.rest.start;
    let text = start + colon + 1 + (name[colon + 1..].len() - name[colon + 1..].trim_start().len());
    Some(Heading {
        mark: Some(found.mark),
        words: start..start + colon,
        whole: mark_start(shown)..start + colon + 1,
        rest: Some(text..shown.len()),
    })
}
