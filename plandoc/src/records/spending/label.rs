//! Which field of a task does a labelled line state?

use std::ops::Range;

use crate::blocks::year_in;

/// What a label announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    /// "Nội dung thực hiện".
    Content,
    /// "Mục tiêu", "Dự kiến hiệu quả" and whatever else is told of a task.
    Purpose,
    /// "Phân công thực hiện": a sentence that names lead and partners.
    Assignment,
    /// "Cơ quan chủ trì".
    Lead,
    /// "Đơn vị phối hợp".
    Partners,
    /// "Kinh phí dự kiến".
    Money,
    /// "Nguồn vốn".
    Source,
    /// "Thời gian thực hiện".
    Period,
    /// "Sản phẩm".
    Product,
}

/// Longest label, in characters; "Kinh phí bố trí cho … năm 2023:" is a
/// sentence about money, not the label of a task's.
const LONGEST: usize = 45;

/// Labels by how they begin; longer beginnings come before those they begin with.
const LABELS: [(&str, Field); 39] = [
    ("nội dung", Field::Content),
    ("mục tiêu", Field::Purpose),
    ("mục đích", Field::Purpose),
    ("yêu cầu", Field::Purpose),
    ("dự kiến hiệu quả", Field::Purpose),
    ("hiệu quả", Field::Purpose),
    ("kết quả", Field::Purpose),
    ("quy mô", Field::Purpose),
    ("phạm vi", Field::Purpose),
    ("địa điểm", Field::Purpose),
    ("đối tượng", Field::Purpose),
    ("phân công", Field::Assignment),
    ("tổ chức thực hiện", Field::Assignment),
    ("trách nhiệm thực hiện", Field::Assignment),
    ("cơ quan chủ trì", Field::Lead),
    ("đơn vị chủ trì", Field::Lead),
    ("cơ quan thực hiện", Field::Lead),
    ("đơn vị thực hiện", Field::Lead),
    ("chủ đầu tư", Field::Lead),
    ("chủ trì", Field::Lead),
    ("cơ quan phối hợp", Field::Partners),
    ("đơn vị phối hợp", Field::Partners),
    ("phối hợp", Field::Partners),
    ("kinh phí", Field::Money),
    ("tổng kinh phí", Field::Money),
    ("dự kiến kinh phí", Field::Money),
    ("dự toán", Field::Money),
    ("nhu cầu kinh phí", Field::Money),
    ("khái toán", Field::Money),
    ("tổng mức đầu tư", Field::Money),
    ("vốn đầu tư", Field::Money),
    ("nguồn vốn", Field::Source),
    ("nguồn kinh phí", Field::Source),
    ("thời gian", Field::Period),
    ("thời hạn", Field::Period),
    ("tiến độ", Field::Period),
    ("lộ trình", Field::Period),
    ("sản phẩm", Field::Product),
    ("đầu ra", Field::Product),
];

/// The field that words state and the bytes of its value, which may be empty: the value then
/// stands in the next lines.
pub(super) fn label(words: &str) -> Option<(Field, Range<usize>)> {
    let colon = words.find(':')?;
    let name = without_year(&words[..colon]);
    if name.chars().count() > LONGEST
        || name.chars().any(|c| c.is_ascii_digit() || matches!(c, '.' | ';' | ','))
    {
        return None;
    }
    let name = name.to_lowercase();
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let (_, field) = LABELS.iter().find(|(start, _)| {
        name.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    })?;
    let value = &words[colon + 1..];
    let start = colon + 1 + (value.len() - value.trim_start().len());
    Some((*field, start..start + value.trim().len()))
}

/// "Kinh phí năm 2024" is the label "Kinh phí" of one year.
fn without_year(name: &str) -> &str {
    let Some(bare) = name.trim_end().strip_suffix(|c: char| c.is_ascii_digit()) else { return name };
    let bare = bare.trim_end_matches(|c: char| c.is_ascii_digit());
    match bare.trim_end().strip_suffix("năm") {
        Some(label) if year_in(name).is_some() => label.trim_end(),
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::{Field, label};

    #[test]
    fn labels_are_told_in_many_spellings() {
        let field = |words: &str| label(words).map(|(field, _)| field);
        assert_eq!(field("Kinh phí dự kiến thực hiện: 2.697 triệu đồng"), Some(Field::Money));
        assert_eq!(field("Phân Công thực hiện: Sở X chủ trì"), Some(Field::Assignment));
        assert_eq!(field("Cơ quan thực hiện: Sở X"), Some(Field::Lead));
        assert_eq!(field("Thời gian thực hiện: 2009-2010."), Some(Field::Period));
        assert_eq!(field("Nội dung thực hiện:"), Some(Field::Content));
        assert_eq!(field("Mục tiêu và nhiệm vụ:"), Some(Field::Purpose));
        assert_eq!(field("Tổ chức thực hiện tốt các việc sau"), None);
        assert_eq!(field("Kinh phí bố trí cho các nhiệm vụ, dự án năm 2023: 49.008 triệu đồng"), None);
        assert_eq!(field("Kinh phí năm 2024: 500 triệu đồng"), Some(Field::Money));
        assert_eq!(field("Kinh phí 2024 hồ sơ: 500 triệu đồng"), None);
        assert_eq!(field("Ngành Y tế: ứng dụng"), None);
    }

    #[test]
    fn values_are_what_follows_the_colon() {
        let words = "Đơn vị chủ trì:  Sở X. ";
        assert_eq!(label(words).map(|(_, value)| &words[value]), Some("Sở X."));
    }
}
