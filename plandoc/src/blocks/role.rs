//! Which part does a section play, by the words of its heading?

use super::SectionRole;
use crate::text::fold::lower;

/// The role of a section: what its own heading says, else the role above it.
///
/// `title` is the heading without its number. Below the top a heading must begin with
/// the telling words: "1. Giải pháp tài chính" is not about goals because it mentions one.
pub(super) fn role_of(title: &str, above: Option<SectionRole>) -> SectionRole {
    let title = lower(title);
    let title = title.trim().trim_end_matches([':', '.']);
    match above {
        // Parts of an index are no promises: "gồm 08 chỉ tiêu thành phần".
        Some(SectionRole::Other) if title.contains("chỉ tiêu thành phần") => SectionRole::Other,
        None | Some(SectionRole::Other) => top_role(title),
        Some(SectionRole::Annex) => SectionRole::Annex,
        Some(SectionRole::Results) if is_review(title) || is_money(title) => SectionRole::Review,
        Some(SectionRole::Results) => SectionRole::Results,
        Some(role) if is_goal(title) && role != SectionRole::Review => SectionRole::Goals,
        Some(SectionRole::Tasks | SectionRole::Means) if is_money(title) => SectionRole::Money,
        Some(SectionRole::Tasks) if title.starts_with("kết quả") || title.starts_with("tình hình") => {
            SectionRole::Results
        }
        Some(role) => role,
    }
}

fn top_role(title: &str) -> SectionRole {
    let has = |words: &[&str]| words.iter().any(|word| title.contains(word));
    if is_review(title) {
        SectionRole::Review
    } else if has(&["kết quả", "tình hình thực hiện", "hiện trạng", "thực trạng", "đánh giá", "tồn tại"])
    {
        SectionRole::Results
    } else if has(&["căn cứ", "cơ sở pháp lý"]) {
        SectionRole::Basis
    } else if has(&["mục tiêu", "chỉ tiêu"]) {
        SectionRole::Goals
    } else if has(&["tổ chức thực hiện", "trách nhiệm"]) {
        SectionRole::Means
    } else if is_money(title) || has(&["kinh phí", "nguồn vốn"]) || is_project_list(title) {
        SectionRole::Money
    } else if has(&["nhiệm vụ", "nội dung", "danh mục"]) {
        SectionRole::Tasks
    } else if has(&["giải pháp"]) {
        SectionRole::Means
    } else {
        SectionRole::Other
    }
}

/// "Danh mục nhiệm vụ, dự án" holds the plan's money or points at it.
fn is_project_list(title: &str) -> bool {
    title.starts_with("danh mục") && (title.contains("dự án") || title.contains("nhiệm vụ"))
}

fn is_review(title: &str) -> bool {
    title.contains("đánh giá") && ["đầu tư", "kinh phí", "nguồn vốn"].iter().any(|word| title.contains(word))
}

/// "Mục tiêu cụ thể", "Các chỉ tiêu cần đạt".
fn is_goal(title: &str) -> bool {
    let title = title.strip_prefix("các ").or_else(|| title.strip_prefix("một số ")).unwrap_or(title);
    title.starts_with("mục tiêu") || title.starts_with("chỉ tiêu")
}

/// "Kinh phí thực hiện", but not "Kinh phí hoạt động của …", which is a task.
fn is_money(title: &str) -> bool {
    const SUBJECTS: [&str; 7] = [
        "tổng kinh phí",
        "kinh phí",
        "nguồn kinh phí",
        "nhu cầu kinh phí",
        "dự toán kinh phí",
        "nguồn vốn",
        "khái toán kinh phí",
    ];
    const TAILS: [&str; 6] = ["", "thực hiện", "dự kiến", "triển khai", "bố trí", "và nguồn vốn"];
    SUBJECTS.iter().filter_map(|subject| title.strip_prefix(subject)).any(|rest| {
        let rest = rest.trim();
        TAILS.iter().any(|tail| if tail.is_empty() { rest.is_empty() } else { rest.starts_with(tail) })
    })
}

/// The year that a heading carries: the one after "năm", else the only one that stands
/// alone. The years of a span ("giai đoạn 2016 - 2020") are no year of the heading.
pub(crate) fn year_in(title: &str) -> Option<i32> {
    let title = lower(title);
    let years: Vec<(usize, i32)> = title
        .match_indices(|c: char| c.is_ascii_digit())
        .filter_map(|(at, _)| year_at(&title, at).map(|year| (at, year)))
        .collect();
    let alone = |at: usize| {
        let before = title[..at].trim_end();
        let after = title[at + 4..].trim_start();
        !before.ends_with('-') && !after.starts_with('-')
    };
    let after_word = years.iter().find(|(at, _)| title[..*at].trim_end().ends_with("năm") && alone(*at));
    let single = || match years.as_slice() {
        [only] if alone(only.0) => Some(only),
        _ => None,
    };
    after_word.or_else(single).map(|(_, year)| *year)
}

/// Four digits that stand for a year, not part of a longer number.
fn year_at(text: &str, at: usize) -> Option<i32> {
    let digits = text.get(at..at + 4)?;
    let glued = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit() || matches!(c, '/' | '.' | ','));
    let next = text[at + 4..].chars().next().filter(|c| c.is_ascii_digit() || *c == '/');
    if glued(text[..at].chars().next_back()) || next.is_some() {
        return None;
    }
    digits.parse().ok().filter(|year| (1990..=2099).contains(year))
}

#[cfg(test)]
mod tests {
    use super::{role_of, year_in};
    use crate::blocks::SectionRole::{
        self, Annex, Basis, Goals, Means, Money, Other, Results, Review, Tasks,
    };

    #[test]
    fn top_headings_are_told_by_their_words() {
        let cases: [(&str, SectionRole); 10] = [
            ("KẾT QUẢ ỨNG DỤNG CÔNG NGHỆ THÔNG TIN 2019", Results),
            ("TÌNH HÌNH THỰC HIỆN MỤC TIÊU ĐẶT RA", Results),
            ("CĂN CỨ LẬP KẾ HOẠCH", Basis),
            ("MỤC TIÊU NĂM 2020", Goals),
            ("NHIỆM VỤ VÀ GIẢI PHÁP", Tasks),
            ("GIẢI PHÁP", Means),
            ("TỔ CHỨC THỰC HIỆN", Means),
            ("DANH MỤC DỰ ÁN, NHIỆM VỤ", Money),
            ("KINH PHÍ THỰC HIỆN", Money),
            ("Đánh giá đầu tư cho xây dựng Chính quyền điện tử", Review),
        ];
        for (title, role) in cases {
            assert_eq!(role_of(title, None), role, "{title}");
        }
    }

    #[test]
    fn headings_below_follow_those_above_unless_they_begin_otherwise() {
        assert_eq!(role_of("Đánh giá các mục tiêu Kế hoạch năm 2019:", Some(Results)), Results);
        assert_eq!(role_of("Kinh phí thực hiện", Some(Results)), Review);
        assert_eq!(role_of("Kinh phí hoạt động cho Ban chỉ đạo", Some(Tasks)), Tasks);
        assert_eq!(role_of("Các chỉ tiêu cần đạt được", Some(Tasks)), Goals);
        assert_eq!(role_of("Giải pháp tài chính", Some(Means)), Means);
        assert_eq!(role_of("MỤC TIÊU", Some(Annex)), Annex);
        assert_eq!(role_of("NHIỆM VỤ", Some(Other)), Tasks);
    }

    #[test]
    fn a_heading_carries_one_year() {
        assert_eq!(year_in("KẾT QUẢ NĂM 2019"), Some(2019));
        assert_eq!(year_in("KẾT QUẢ ỨNG DỤNG 2019"), Some(2019));
        assert_eq!(year_in("Kế hoạch năm 2019, Kế hoạch 5 năm (giai đoạn 2016 - 2020)"), Some(2019));
        assert_eq!(year_in("giai đoạn 2016-2020"), None);
        assert_eq!(year_in("Quyết định 28/2018/QĐ-TTg"), None);
    }
}
