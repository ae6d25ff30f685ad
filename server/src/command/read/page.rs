//! What does the report look like as one page, with the document below it?
//!
//! One file that asks nobody for anything: its style stands in it, there is no script, and a
//! policy forbids both to the words of the document, which are escaped wherever they stand.

mod document;
mod marks;
mod markup;
mod summary;

use app::types::reader::ReaderDocument;

use self::{
    marks::Marks,
    markup::{each, escaped},
};
use super::report::{Report, Sort};

const STYLE: &str = include_str!("page/style.css");

/// Kinds in the order of the legend.
const SORTS: [Sort; 7] = [
    Sort::Objective,
    Sort::Target,
    Sort::Progress,
    Sort::Spending,
    Sort::Total,
    Sort::Citation,
    Sort::Passed,
];

/// The page.
pub(super) fn of(report: &Report, document: &ReaderDocument) -> String {
    let marks = Marks::of(report);
    format!(
        r##"<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Báo cáo đọc: {title}</title>
<style>
{STYLE}</style>
</head>
<body>
<a class="skip" href="#van-ban">Đến văn bản</a>
<main>
<h1>{title}</h1>
{summary}
<section id="van-ban" aria-labelledby="h-van-ban">
<h2 id="h-van-ban">8. Văn bản, có đánh dấu</h2>
{legend}
{contents}
<div class="doc">
{blocks}</div>
</section>
</main>
</body>
</html>
"##,
        title = escaped(&report.title),
        summary = summary::of(report),
        legend = legend(),
        contents = document::contents(document),
        blocks = document::of(document, &marks),
    )
}

/// What the letters and colours mean.
fn legend() -> String {
    let entries = each(SORTS, |sort| {
        format!("<li><mark class=\"{}\">{}</mark> {}</li>", class(sort), sort.letter(), escaped(sort.name()))
    });
    format!(
        "<p>Mỗi dấu chữ và số trong văn bản dẫn về bản ghi ở trên; mỗi bản ghi dẫn xuống câu của nó.</p>\n<ul class=\"legend\">{entries}</ul>\n"
    )
}

/// The class that colours a kind.
fn class(sort: Sort) -> &'static str {
    match sort {
        Sort::Objective => "k-m",
        Sort::Target => "k-c",
        Sort::Progress => "k-k",
        Sort::Spending => "k-n",
        Sort::Total => "k-t",
        Sort::Citation => "k-v",
        Sort::Passed => "k-b",
    }
}
