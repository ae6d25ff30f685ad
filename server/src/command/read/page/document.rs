//! How is the document's text shown, with its records marked?

use app::types::reader::{BlockShape, ContentsEntry, Inline, ReaderBlock, ReaderDocument, ReaderRow};

use super::{
    marks::Marks,
    markup::{each, escaped},
};

/// The headings, each leading to its place.
pub(super) fn contents(document: &ReaderDocument) -> String {
    let entry = |entry: &ContentsEntry| {
        let (block, label, title) = (escaped(&entry.block), escaped(&entry.label), escaped(&entry.title));
        format!("<li class=\"l{}\"><a href=\"#{block}\">{label}. {title}</a></li>\n", entry.level.min(3))
    };
    let entries: String = document.contents.iter().map(entry).collect();
    format!("<details>\n<summary>Mục lục</summary>\n<ul class=\"contents\">\n{entries}</ul>\n</details>")
}

/// All blocks in order, items of a list together.
pub(super) fn of(document: &ReaderDocument, marks: &Marks) -> String {
    let is_item = |block: &ReaderBlock| matches!(block.shape, BlockShape::ListItem { .. });
    let groups = document.blocks.chunk_by(|one, next| is_item(one) && is_item(next));
    let shown = groups.map(|group| {
        let blocks: String = group.iter().map(|block| shown(block, marks)).collect();
        if group.first().is_some_and(is_item) { format!("<ul>\n{blocks}</ul>\n") } else { blocks }
    });
    shown.collect()
}

fn shown(block: &ReaderBlock, marks: &Marks) -> String {
    let words = |inlines: &[Inline]| words(inlines, marks);
    let place = block.address.as_deref().map(|address| format!(" title=\"{}\"", escaped(address)));
    let open = format!("id=\"{}\"{}", escaped(&block.id), place.unwrap_or_default());
    match &block.shape {
        BlockShape::Heading { level, inlines } => {
            let level = (level + 2).clamp(3, 6);
            format!("<h{level} {open}>{}</h{level}>\n", words(inlines))
        }
        BlockShape::Paragraph { inlines } => format!("<p {open}>{}</p>\n", words(inlines)),
        BlockShape::ListItem { depth, inlines } => {
            format!("<li {open} class=\"d{}\">{}</li>\n", depth.min(&1), words(inlines))
        }
        BlockShape::Footnote { mark, inlines } => {
            format!("<p {open} class=\"note\"><sup>{}</sup> {}</p>\n", escaped(mark), words(inlines))
        }
        BlockShape::Furniture { inlines } => format!("<p {open} class=\"plain\">{}</p>\n", words(inlines)),
        BlockShape::Table { columns, unit, rows } => {
            format!(
                "<div {open} class=\"table\" role=\"region\" aria-label=\"Bảng\" tabindex=\"0\">\n{}</div>\n",
                table(columns, unit.as_deref(), rows, marks)
            )
        }
    }
}

fn table(columns: &[String], unit: Option<&str>, rows: &[ReaderRow], marks: &Marks) -> String {
    let unit = unit.map(|unit| format!("<caption>Đơn vị tính: {}</caption>", escaped(unit)));
    let head = each(columns, |name| format!("<th scope=\"col\">{}</th>", escaped(name)));
    let head = if columns.is_empty() { head } else { format!("<thead><tr>{head}</tr></thead>") };
    let rows: String = rows.iter().map(|shown| row(shown, columns.len(), marks)).collect();
    format!("<table>{}{head}<tbody>\n{rows}</tbody></table>\n", unit.unwrap_or_default())
}

fn row(row: &ReaderRow, width: usize, marks: &Marks) -> String {
    let missing = width.saturating_sub(row.cells.len());
    let cells = each(row.cells.iter().enumerate(), |(place, cell)| {
        let tags = if place == 0 { marks.tags(&row.records) } else { String::new() };
        // A total that has lost its empty cells has its numbers at the right end.
        let wide = if row.kind == "item" { place + 1 == row.cells.len() } else { place == 0 };
        let span = if wide && missing > 0 { format!(" colspan=\"{}\"", missing + 1) } else { String::new() };
        let words = each(cell, |inline| stretch(inline, &row.records, marks));
        format!("<td{span}>{tags}{words}</td>")
    });
    let class = if row.kind == "item" { String::new() } else { format!(" class=\"{}\"", escaped(&row.kind)) };
    format!("<tr id=\"{}\"{class} title=\"{}\">{cells}</tr>\n", escaped(&row.id), escaped(&row.address))
}

fn words(inlines: &[Inline], marks: &Marks) -> String {
    inlines.iter().map(|inline| stretch(inline, &[], marks)).collect()
}

/// One stretch with the marks of its records, `around` those of the row that it stands in.
fn stretch(inline: &Inline, around: &[String], marks: &Marks) -> String {
    let text = escaped(&inline.text);
    let text = match &inline.abbreviation {
        Some(meaning) => format!("<abbr title=\"{}\">{text}</abbr>", escaped(meaning)),
        None => text,
    };
    let mut records = inline.records.clone();
    records.extend(around.iter().cloned());
    format!("{}{}", marks.tags(&inline.begins), marks.marked(&records, &text))
}
