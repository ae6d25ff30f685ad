//! Why was a number passed over?

use std::{ops::Range, sync::LazyLock};

use crate::text::pattern::{Regex, regex};
use serde::{Deserialize, Serialize};

use super::place::{Sort, Stretch};
use crate::{
    blocks::SectionRole,
    text::number::{Figure, FigureKind},
};

/// Why no record has a number, as far as can be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// What another number is compared with.
    Compared,
    /// How long or how often, not how much.
    Duration,
    /// A grade.
    Grade,
    /// How many places, bodies or people something holds for.
    Where,
    /// In brackets, beside what they explain.
    Bracket,
    /// Money in a report, not of the plan.
    ReportedMoney,
    /// In a table without columns that make a record.
    Table,
    /// The words do not say what is counted.
    NothingCounted,
    /// In a heading.
    Heading,
    /// In a note.
    Footnote,
    /// In the legal basis.
    Basis,
    /// In a section of tasks: a count there says what is done, not what is reached.
    Tasks,
    /// In a section on means, organisation or money.
    Means,
    /// In a section that neither promises nor reports.
    OtherSection,
}

static COMPARED: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)\b(?:so\s+với|từ\s+mức|(?:trên|trong)\s+tổng\s+số)\s+(?:\p{L}+\s+){0,4}$"));
static WHERE: LazyLock<Regex> = LazyLock::new(|| regex(r"(?i)(?:^|\s)(?:tại|của|ở|thuộc|cho|đối với)\s+$"));

impl Reason {
    /// What an editor reads.
    pub fn vi(self) -> &'static str {
        match self {
            Self::Compared => "con số để so sánh",
            Self::Duration => "khoảng thời gian, không phải mức phải đạt",
            Self::Grade => "mức, hạng",
            Self::Where => "chỉ nói ở bao nhiêu nơi, cho bao nhiêu đơn vị",
            Self::Bracket => "nằm trong ngoặc, giải thích cho con số khác",
            Self::ReportedMoney => "tiền nêu trong phần kết quả, không phải kinh phí của kế hoạch",
            Self::Table => "bảng không có cột chỉ tiêu, kết quả hay kinh phí",
            Self::NothingCounted => "câu không nói rõ đếm cái gì",
            Self::Heading => "nằm trong đề mục",
            Self::Footnote => "nằm trong chú thích",
            Self::Basis => "nằm trong phần căn cứ",
            Self::Tasks => "mô tả nhiệm vụ, không phải mức phải đạt",
            Self::Means => "thuộc phần giải pháp, tổ chức hoặc kinh phí",
            Self::OtherSection => "thuộc phần không nêu mục tiêu hay kết quả",
        }
    }
}

/// Why the number at `bytes` of a stretch has no record.
pub(super) fn of(stretch: &Stretch, bytes: &Range<usize>, figure: Option<&Figure>) -> Option<Reason> {
    by_sort(stretch.sort)
        .or_else(|| figure.and_then(|figure| by_kind(stretch, figure)))
        .or_else(|| by_words(&stretch.words()[..bytes.start], figure))
        .or_else(|| by_section(stretch.role, figure))
}

fn by_sort(sort: Sort) -> Option<Reason> {
    match sort {
        Sort::Heading => Some(Reason::Heading),
        Sort::Footnote => Some(Reason::Footnote),
        Sort::Columns | Sort::Cell { .. } => Some(Reason::Table),
        Sort::Passage | Sort::Furniture => None,
    }
}

fn by_kind(stretch: &Stretch, figure: &Figure) -> Option<Reason> {
    match figure.kind {
        FigureKind::Duration => Some(Reason::Duration),
        FigureKind::Grade => Some(Reason::Grade),
        FigureKind::Money if stretch.role == SectionRole::Results => Some(Reason::ReportedMoney),
        _ => None,
    }
}

fn by_words(before: &str, figure: Option<&Figure>) -> Option<Reason> {
    let counts = figure.is_some_and(|figure| figure.kind == FigureKind::Count);
    let open = before.rfind('(').is_some_and(|open| !before[open..].contains(')'));
    if COMPARED.is_match(before) {
        Some(Reason::Compared)
    } else if counts && WHERE.is_match(before) {
        Some(Reason::Where)
    } else {
        (counts && open).then_some(Reason::Bracket)
    }
}

fn by_section(role: SectionRole, figure: Option<&Figure>) -> Option<Reason> {
    let unnamed = figure.is_none_or(|figure| figure.kind == FigureKind::Count && figure.unit.is_none());
    match role {
        SectionRole::Basis => Some(Reason::Basis),
        SectionRole::Tasks => Some(Reason::Tasks),
        SectionRole::Means | SectionRole::Money | SectionRole::Review => Some(Reason::Means),
        SectionRole::Other | SectionRole::Annex => Some(Reason::OtherSection),
        SectionRole::Goals | SectionRole::Results => unnamed.then_some(Reason::NothingCounted),
    }
}
