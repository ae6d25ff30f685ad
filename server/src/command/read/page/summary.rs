//! How is the report shown above the document?

use super::{
    class,
    markup::{each, escaped},
};
use crate::command::read::report::{Finding, Item, Kind, PassedItem, Report};

pub(super) fn of(report: &Report) -> String {
    let parts: [(&str, String); 7] = [
        ("1. Đã đọc văn bản nào", identity(report)),
        ("2. Đọc được gì", records(report)),
        ("3. Chắc đến đâu", sureness(report)),
        ("4. Số liệu có khớp không", findings(report)),
        ("5. Bỏ qua gì", passed(report)),
        ("6. Nên xem", list(&report.advice.look, "Không có gì bất thường.")),
        ("7. Làm gì tiếp", next(report)),
    ];
    each(&parts, |(title, body)| format!("<section>\n<h2>{title}</h2>\n{body}</section>\n"))
}

fn identity(report: &Report) -> String {
    let line = |name: &str, value: Option<&str>, whence: Option<&str>| {
        let value = value.map_or_else(|| "<i>không nêu</i>".to_owned(), escaped);
        let whence = whence.map(|whence| format!(" <small>theo {}</small>", escaped(whence)));
        format!("<div><dt>{name}</dt><dd>{value}{}</dd></div>\n", whence.unwrap_or_default())
    };
    let lines = report.identity.iter();
    let lines: String =
        lines.map(|field| line(field.name, field.value.as_deref(), field.whence.as_deref())).collect();
    format!("<dl>\n{lines}</dl>\n")
}

fn records(report: &Report) -> String {
    let kinds: String = report.kinds.iter().filter(|kind| !kind.items.is_empty()).map(kind).collect();
    let none: Vec<&str> =
        report.kinds.iter().filter(|kind| kind.items.is_empty()).map(|kind| kind.sort.name()).collect();
    let none =
        if none.is_empty() { String::new() } else { format!("<p>Không có: {}.</p>\n", none.join("; ")) };
    format!("<p><b>{}</b> bản ghi.</p>\n{kinds}{none}", report.records())
}

fn kind(kind: &Kind) -> String {
    let items: String = kind.items.iter().map(|shown| item(kind, shown)).collect();
    format!(
        "<details{}>\n<summary>{} {}: {}</summary>\n<ol>\n{items}</ol>\n</details>\n",
        if kind.items.len() <= 5 { " open" } else { "" },
        letter(kind),
        escaped(kind.sort.name()),
        kind.items.len()
    )
}

fn letter(kind: &Kind) -> String {
    format!("<span class=\"tag {}\">{}</span>", class(kind.sort), kind.sort.letter())
}

fn item(kind: &Kind, item: &Item) -> String {
    let doubt = item.doubt.as_deref().map(|doubt| format!(" <em>Chưa chắc: {}</em>", escaped(doubt)));
    format!(
        "<li id=\"m-{id}\"><a class=\"tag {class}\" href=\"#r-{id}\">{mark}</a> {words} <small>[{address}]</small>{doubt}</li>\n",
        id = item.id,
        class = class(kind.sort),
        mark = item.mark,
        words = escaped(&item.words),
        address = escaped(&item.address),
        doubt = doubt.unwrap_or_default(),
    )
}

fn sureness(report: &Report) -> String {
    let sure = &report.sureness;
    let doubts = each(&sure.doubts, |doubt| {
        let records = doubt.records.iter().map(|(id, mark)| format!("<a href=\"#m-{id}\">{mark}</a>"));
        let records: Vec<String> = records.collect();
        format!("<li>{}: {}</li>\n", escaped(&doubt.reason), records.join(", "))
    });
    format!(
        "<p>{} chắc, {} khá chắc, {} chưa chắc.</p>\n<ul>\n{doubts}</ul>\n",
        sure.high, sure.medium, sure.low
    )
}

fn findings(report: &Report) -> String {
    let found = &report.findings;
    let part = |word: &str, class: &str, list: &[Finding]| -> String {
        list.iter().map(|shown| finding(word, class, shown)).collect()
    };
    let lines = [
        part("Không khớp", "differs", &found.differs),
        part("Lưu ý", "", &found.notes),
        part("Cảnh báo", "", &found.warnings),
    ];
    format!(
        "<p>{} không khớp, {} lưu ý, {} khớp; {} cảnh báo về văn bản.</p>\n<ul>\n{}</ul>\n",
        found.differs.len(),
        found.notes.len(),
        found.agrees,
        found.warnings.len(),
        lines.concat()
    )
}

fn finding(word: &str, class: &str, finding: &Finding) -> String {
    let place = finding.address.as_deref().map(|address| {
        let address = escaped(address);
        match &finding.record {
            Some(id) => format!(" <a href=\"#r-{id}\">[{address}]</a>"),
            None => format!(" <small>[{address}]</small>"),
        }
    });
    let quote = finding.quote.as_deref().map(|quote| format!(" <q>{}</q>", escaped(quote)));
    format!(
        "<li class=\"{class}\"><b>{word}</b>{}: {}{}</li>\n",
        place.unwrap_or_default(),
        escaped(&finding.message),
        quote.unwrap_or_default()
    )
}

fn passed(report: &Report) -> String {
    let passed = &report.passed;
    let apart: usize = passed.apart.iter().map(|(_, count)| count).sum();
    let kinds: Vec<String> = passed.apart.iter().map(|(name, count)| format!("{name} {count}")).collect();
    let (unexplained, explained): (Vec<&PassedItem>, Vec<&PassedItem>) =
        passed.items.iter().partition(|item| item.reason.is_none());
    let part = |title: &str, open: &str, list: &[&PassedItem]| {
        let items: String = list.iter().map(|item| passed_item(item)).collect();
        let count = list.len();
        if count == 0 {
            return String::new();
        }
        format!("<details{open}>\n<summary>{title}: {count}</summary>\n<ol>\n{items}</ol>\n</details>\n")
    };
    format!(
        "<p>Trong {} con số của văn bản, {} đã vào bản ghi, {apart} không cần bản ghi ({}), {} bị bỏ qua.</p>\n{}{}",
        passed.numbers,
        passed.in_records,
        kinds.join(", "),
        passed.left,
        part("Chưa rõ vì sao", " open", &unexplained),
        part("Đã rõ lý do", "", &explained)
    )
}

fn passed_item(item: &PassedItem) -> String {
    let reason = item.reason.as_deref().map(|reason| format!(" – {}", escaped(reason)));
    let path = if item.path.is_empty() { &item.address } else { &item.path.join(" › ") };
    format!(
        "<li id=\"m-{id}\"><a class=\"tag k-b\" href=\"#r-{id}\">{mark}</a> <b>{numbers}</b>{reason} <q>{quote}</q> <small>[{address}] {path}</small></li>\n",
        id = item.id,
        mark = item.mark,
        numbers = escaped(&item.numbers.join(", ")),
        reason = reason.unwrap_or_default(),
        quote = escaped(&item.quote),
        address = escaped(&item.address),
        path = escaped(path),
    )
}

fn list(sentences: &[String], none: &str) -> String {
    if sentences.is_empty() {
        return format!("<p>{none}</p>\n");
    }
    let items = each(sentences, |words| format!("<li>{}</li>\n", escaped(words)));
    format!("<ul>\n{items}</ul>\n")
}

fn next(report: &Report) -> String {
    format!("<p>Đưa kế hoạch vào cổng: <code>{}</code></p>\n", escaped(&report.advice.ingest))
}
