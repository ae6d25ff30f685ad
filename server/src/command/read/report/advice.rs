//! What should an editor look at, and do next?

use super::{Report, kind::Sort};
use crate::command::read::File;

/// What to look at in sentences, and what to run next.
#[derive(Debug, Default)]
pub(in crate::command::read) struct Advice {
    /// What to look at.
    pub(in crate::command::read) look: Vec<String>,
    /// The command that lists everything.
    pub(in crate::command::read) all: String,
    /// The command that shows the records in the document.
    pub(in crate::command::read) page: String,
    /// The command that takes the plan in.
    pub(in crate::command::read) ingest: String,
}

impl Advice {
    pub(super) fn of(report: &Report, file: &File<'_>) -> Self {
        let look = [missing(report), none_read(report), differs(report), unsure(report), passed(report)];
        let path = quoted_path(file.path);
        let id = if file.id.is_some() { "" } else { " --id TEN-KE-HOACH" };
        Self {
            look: look.into_iter().flatten().collect(),
            all: format!("minhbach read {path} --all"),
            page: format!("minhbach read {path} --html"),
            ingest: format!("minhbach ingest {path}{id} --data data"),
        }
    }
}

fn missing(report: &Report) -> Option<String> {
    let missing = report.identity.iter().filter(|field| field.value.is_none());
    let (names, keys): (Vec<String>, Vec<&str>) =
        missing.filter_map(|field| Some((field.name.to_lowercase(), field.key?))).unzip();
    (!names.is_empty()).then(|| {
        let keys: Vec<String> = keys.into_iter().map(written).collect();
        format!(
            "Văn bản không nêu {}. Nếu biết chắc, ghi vào tệp plan.toml đặt cạnh văn bản: {}.",
            names.join(", "),
            keys.join(", ")
        )
    })
}

/// How a plan.toml states a field.
fn written(key: &str) -> String {
    match key {
        "period_end" => "period_start = 2025 và period_end = 2025".to_owned(),
        "province" => "province = \"ten-tinh\"".to_owned(),
        "issued_on" => "issued_on = \"2025-01-31\"".to_owned(),
        key => format!("{key} = \"…\""),
    }
}

fn none_read(report: &Report) -> Option<String> {
    let empty = |sort| report.kinds.iter().any(|kind| kind.sort == sort && kind.items.is_empty());
    let names: Vec<&str> = [(Sort::Target, "chỉ tiêu"), (Sort::Spending, "nhiệm vụ")]
        .into_iter()
        .filter(|(sort, _)| empty(*sort))
        .map(|(_, name)| name)
        .collect();
    (!names.is_empty()).then(|| {
        format!(
            "Không đọc được {} nào: nếu văn bản có, hãy xem các câu bị bỏ qua (mục 5) và phần phụ lục.",
            names.join(", ")
        )
    })
}

fn differs(report: &Report) -> Option<String> {
    let count = report.findings.differs.len();
    (count > 0).then(|| format!("{count} chỗ số in trong văn bản không khớp với số tính lại (mục 4)."))
}

fn unsure(report: &Report) -> Option<String> {
    let low = report.sureness.low;
    (low > 0).then(|| format!("{low} bản ghi độ chắc thấp, cần người đọc lại (mục 3)."))
}

fn passed(report: &Report) -> Option<String> {
    let count = report.passed.unexplained();
    (count > 0).then(|| format!("{count} câu hoặc dòng có số bị bỏ qua mà không rõ lý do (dấu ! ở mục 5)."))
}

/// A path as a shell takes it.
fn quoted_path(path: &std::path::Path) -> String {
    let path = path.display().to_string();
    let plain = |letter: char| letter.is_alphanumeric() || matches!(letter, '/' | '.' | '-' | '_');
    if path.chars().all(plain) { path } else { format!("'{}'", path.replace('\'', r"'\''")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_with_spaces_are_quoted_for_the_shell() {
        let quoted = |path: &str| quoted_path(std::path::Path::new(path));
        assert_eq!(quoted("kế-hoạch.txt"), "kế-hoạch.txt");
        assert_eq!(quoted("Kế hoạch 2025.docx"), "'Kế hoạch 2025.docx'");
        assert_eq!(quoted("a'b"), r"'a'\''b'");
    }
}
