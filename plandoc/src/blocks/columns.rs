//! What does a column hold, by the words of its header?

use crate::text::fold::lower;

/// What stands in a column of a table of tasks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ColumnRole {
    /// STT, TT.
    Ordinal,
    /// Name of the task.
    Title,
    /// Name of what is measured.
    Indicator,
    /// Agency in charge.
    Lead,
    /// Agencies that help.
    Partners,
    /// Money assigned or asked for.
    Amount,
    /// Tổng mức đầu tư.
    TotalInvestment,
    /// Money spent.
    Disbursed,
    /// Share spent.
    Rate,
    /// Source of the money.
    Source,
    /// Remarks.
    Note,
    /// What is delivered.
    Product,
    /// When.
    Period,
    /// Anything else.
    Other,
}

/// Words of money in headers.
const MONEY: [&str; 6] = ["kinh phí", "vốn", "dự toán", "số tiền", "thành tiền", "kế hoạch năm"];

/// The role of a column. Order matters: "Thời gian thực hiện" is a time, not an agency.
pub(crate) fn role_of_header(header: &str) -> ColumnRole {
    let header = lower(header);
    let header = header.split_whitespace().collect::<Vec<_>>().join(" ");
    let has = |words: &[&str]| words.iter().any(|word| header.contains(word));
    let money = has(&MONEY);
    let beside_source = header.replace("nguồn vốn", "").replace("nguồn kinh phí", "");
    let only_source = header.contains("nguồn") && !MONEY.iter().any(|word| beside_source.contains(word));
    if matches!(header.trim_matches('.'), "stt" | "tt" | "t t" | "s tt" | "số tt" | "số thứ tự" | "no")
    {
        ColumnRole::Ordinal
    } else if names_indicators(&header) {
        ColumnRole::Indicator
    } else if has(&["tỷ lệ", "tỉ lệ"]) || header.trim() == "%" {
        ColumnRole::Rate
    } else if has(&["thời gian", "thời hạn", "tiến độ", "hoàn thành", "lộ trình"]) {
        ColumnRole::Period
    } else if has(&["đơn vị tính", "đvt"]) && !money {
        ColumnRole::Other
    } else if has(&["đã thực hiện", "giải ngân", "đã chi", "thực chi", "đã thanh toán", "quyết toán"])
    {
        ColumnRole::Disbursed
    } else if has(&["tổng mức", "tổng dự toán"]) {
        ColumnRole::TotalInvestment
    } else if has(&["lũy kế", "luỹ kế", "đã bố trí", "đã cấp", "đã phân bổ", "còn lại", "còn thiếu"])
    {
        ColumnRole::Other
    } else if only_source {
        ColumnRole::Source
    } else if has(&["chủ trì", "chủ đầu tư", "phụ trách"]) {
        ColumnRole::Lead
    } else if has(&["phối hợp"]) {
        ColumnRole::Partners
    } else if money {
        ColumnRole::Amount
    } else if has(&["đơn vị", "cơ quan"]) {
        ColumnRole::Lead
    } else if has(&["sản phẩm", "đầu ra", "kết quả"]) {
        ColumnRole::Product
    } else if has(&["ghi chú"]) {
        ColumnRole::Note
    } else if has(&["nội dung", "tên", "nhiệm vụ", "dự án", "hoạt động", "hạng mục", "công việc", "danh mục"])
    {
        ColumnRole::Title
    } else {
        ColumnRole::Other
    }
}

/// "Chỉ tiêu", "Tên chỉ tiêu", "Mục tiêu": nothing but what is measured. "Mục tiêu đầu tư"
/// and "Chỉ tiêu năm 2025" are something else.
fn names_indicators(header: &str) -> bool {
    let name = header.trim_start_matches("tên ").trim_start_matches("các ").trim_start_matches("nội dung ");
    matches!(
        name,
        "chỉ tiêu"
            | "mục tiêu"
            | "mục tiêu, chỉ tiêu"
            | "chỉ tiêu, mục tiêu"
            | "chỉ tiêu chủ yếu"
            | "chỉ tiêu cụ thể"
            | "mục tiêu cụ thể"
            | "tiêu chí"
            | "chỉ số"
    )
}

#[cfg(test)]
mod tests {
    use super::{ColumnRole, role_of_header};

    #[test]
    fn headers_are_told_in_many_spellings() {
        let cases = [
            ("T T", ColumnRole::Ordinal),
            ("Tên nhiệm vụ, dự án", ColumnRole::Title),
            ("Hoạt động ứng dụng CNTT", ColumnRole::Title),
            ("Nội dung công việc", ColumnRole::Title),
            ("Đơn vị thực hiện", ColumnRole::Lead),
            ("Cơ quan chủ trì", ColumnRole::Lead),
            ("Đơn vị phối hợp", ColumnRole::Partners),
            ("Tổng mức đầu tư dự kiến", ColumnRole::TotalInvestment),
            ("Kinh phí đã thực hiện", ColumnRole::Disbursed),
            ("Tổng kinh phí đã thực hiện (triệu đồng)", ColumnRole::Disbursed),
            ("Kinh phí được giao theo Kế hoạch năm 2023", ColumnRole::Amount),
            ("Kinh phí (triệu đồng)", ColumnRole::Amount),
            ("Nguồn vốn", ColumnRole::Source),
            ("Dự kiến nguồn kinh phí", ColumnRole::Source),
            ("Kinh phí và nguồn vốn", ColumnRole::Amount),
            ("Lũy kế vốn đã bố trí đến hết năm 2023", ColumnRole::Other),
            ("Tỷ lệ thực hiện (%)", ColumnRole::Rate),
            ("Thời gian hoàn thành", ColumnRole::Period),
            ("Sản phẩm", ColumnRole::Product),
            ("Ghi chú", ColumnRole::Note),
            ("Tên chỉ tiêu", ColumnRole::Indicator),
            ("Mục tiêu", ColumnRole::Indicator),
            ("Chỉ tiêu năm 2025", ColumnRole::Other),
            ("Mục tiêu đầu tư", ColumnRole::Other),
            ("Lĩnh vực ứng dụng", ColumnRole::Other),
        ];
        for (header, role) in cases {
            assert_eq!(role_of_header(header), role, "{header}");
        }
    }
}
