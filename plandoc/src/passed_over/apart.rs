//! Which numbers need no record, because they count and promise nothing?

use std::{ops::Range, sync::LazyLock};

use crate::text::pattern::{Regex, regex};
use serde::{Deserialize, Serialize};

use super::place::{Sort, Stretch};
use crate::{
    blocks::{SectionRole, marker_length, split_number},
    text::{
        date, document_number,
        number::{Figure, FigureKind, names},
    },
};

/// Why a number needs no record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Apart {
    /// Part of the number of a legal document, or of its articles.
    Citation,
    /// Part of a day, month or year.
    Date,
    /// The number of a heading, an item or a row.
    Numbering,
    /// In letterhead, title, captions or signatures.
    Letterhead,
    /// Part of a name: "mức độ 4", "IPv6", an address.
    Name,
    /// Marks of the export, not words.
    Layout,
}

static DATED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)^(?:ngày|mùng|mồng|tháng|quý|năm)\b|^\d{1,2}\s*[/-]\s*\d{1,2}(?:\s*[/-]\s*\d{4}|\s+(?:hàng|hằng|mỗi)\s+năm)?$|^\d{1,2}\s*/\s*\d{4}$|^(?:19|20)\d\d(?:\s*[/-]\s*(?:19|20)?\d\d)?$",
    )
});
static CITED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)^(?:quyết định|nghị định|nghị quyết|chỉ thị|thông tư|công văn|kế hoạch|đề án|luật|lệnh|tờ trình|hướng dẫn|báo cáo|văn bản|điều|khoản|phụ lục|biểu mẫu|biểu|mẫu|chương|mục|phần|bảng)\s",
    )
});

/// Stretches of some words whose digits need no record.
pub(super) struct Marked(Vec<(Range<usize>, Apart)>);

impl Marked {
    pub(super) fn of(stretch: &Stretch) -> Self {
        let words = stretch.words();
        let mut found = Vec::new();
        if stretch.begins {
            found.extend(numbering(stretch).map(|range| (range, Apart::Numbering)));
        }
        found.extend(document_number::numbers(words).into_iter().map(|f| (f.range, Apart::Citation)));
        found.extend(date::dates(words).into_iter().map(|f| (f.range, Apart::Date)));
        found.extend(names(words).into_iter().map(|range| (range.clone(), sort_of_name(&words[range]))));
        Self(found)
    }

    /// Why the digits at `range` need no record.
    pub(super) fn at(&self, range: &Range<usize>) -> Option<Apart> {
        let holds =
            |marked: &&(Range<usize>, Apart)| marked.0.start <= range.start && range.end <= marked.0.end;
        self.0.iter().find(holds).map(|marked| marked.1)
    }
}

/// The number that a heading, an item or a row begins with.
fn numbering(stretch: &Stretch) -> Option<Range<usize>> {
    let words = stretch.words();
    let bullet = marker_length(words);
    if let Sort::Cell { first: true } = stretch.sort
        && words.trim().trim_end_matches(['.', ')']).chars().all(|c| c.is_ascii_digit() || c == '.')
    {
        return Some(0..words.len());
    }
    let (number, rest) = split_number(&words[bullet..]);
    let bracketed = || {
        words[bullet..].starts_with('(').then(|| words.find(')')).flatten().filter(|end| *end < bullet + 4)
    };
    number.map(|_| 0..words.len() - rest.len()).or_else(|| bracketed().map(|end| 0..end + 1))
}

fn sort_of_name(name: &str) -> Apart {
    let name = name.trim();
    if DATED.is_match(name) {
        Apart::Date
    } else if CITED.is_match(name) || !document_number::numbers(name).is_empty() {
        Apart::Citation
    } else {
        Apart::Name
    }
}

/// Whether a figure needs no record where it stands: what a letterhead or the legal basis says
/// is no promise and no result, unless it is a share.
pub(super) fn by_place(stretch: &Stretch, figure: Option<&Figure>) -> Option<Apart> {
    let share = figure.is_some_and(|figure| figure.kind == FigureKind::Percent);
    match stretch.sort {
        Sort::Furniture | Sort::Columns if !share => Some(Apart::Letterhead),
        _ if stretch.role == SectionRole::Basis && figure.is_none() => Some(Apart::Citation),
        _ => None,
    }
}
