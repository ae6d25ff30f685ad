//! What does it cost to take plans in, to index them and to serve them, as tables?

use std::fmt::Write as _;

use super::{load::float, report::grouped, size::Size};

/// A row of a table: its name, and what it says of a size.
type Row<'a> = (&'a str, Box<dyn Fn(&Size) -> String>);

fn table(title: &str, sizes: &[Size], rows: &[Row<'_>]) -> String {
    let mut page = format!(
        "\n## {title}\n\n| |{}\n| --- |{}\n",
        " |".repeat(sizes.len()),
        " ---: |".repeat(sizes.len())
    );
    for (name, cell) in rows {
        let cells: Vec<String> = sizes.iter().map(cell).collect();
        let _ = writeln!(page, "| {name} | {} |", cells.join(" | "));
    }
    page
}

/// Seconds to take in and to index.
pub(crate) fn making(sizes: &[Size]) -> String {
    let speed = |size: &Size, seconds: f64| {
        let passages = float(size.passages);
        format!("{seconds:.1} s, {:.0} passages/s, {:.1} MB/s", passages / seconds, size.words / seconds)
    };
    let rows: [Row<'_>; 10] = [
        ("plans", Box::new(|size| grouped(size.plans))),
        ("passages", Box::new(|size| grouped(size.passages))),
        (
            "everything that can be found",
            Box::new(|size| {
                size.totals
                    .iter()
                    .map(|(kind, total)| format!("{total} {kind}"))
                    .collect::<Vec<_>>()
                    .join(", ")
            }),
        ),
        (
            "text as published; words of the passages",
            Box::new(|size| format!("{:.1}; {:.1} MB", size.text, size.words)),
        ),
        (
            "`minhbach ingest`, from files to records",
            Box::new(|size| {
                format!("{:.1} s, {:.2} MB/s", size.making.ingest, size.text / size.making.ingest)
            }),
        ),
        (
            "index of the passages: bare tantivy, one thread",
            Box::new(move |size| speed(size, size.making.bare)),
        ),
        (
            "index of the passages: Minh Bạch, with its lexicon",
            Box::new(move |size| {
                format!(
                    "{}: {:.0} % of bare tantivy",
                    speed(size, size.making.portal),
                    100.0 * size.making.bare / size.making.portal
                )
            }),
        ),
        (
            "index of everything: Minh Bạch, read from its store",
            Box::new(|size| format!("{:.1} s", size.making.everything)),
        ),
        (
            "SQLite with FTS5, filled and optimised",
            Box::new(|size| format!("{:.1} s", size.making.datasette)),
        ),
        ("PostgreSQL, filled, indexed, analysed", Box::new(|size| format!("{:.1} s", size.making.postgres))),
    ];
    table("Taking in and indexing", sizes, &rows)
}

/// Memory and disk of the server.
pub(crate) fn server(sizes: &[Size]) -> String {
    let rows: [Row<'_>; 6] = [
        ("passages", Box::new(|size| grouped(size.passages))),
        ("memory after start", Box::new(|size| format!("{:.0} MB", size.server.idle))),
        (
            "memory after all questions (of it not files of the index)",
            Box::new(|size| format!("{:.0} MB ({:.0})", size.server.loaded, size.server.anonymous)),
        ),
        ("most memory while the index was made", Box::new(|size| format!("{:.0} MB", size.server.peak))),
        (
            "start without an index; with one",
            Box::new(|size| format!("{:.1} s; {:.1} s", size.server.first_start, size.server.start)),
        ),
        (
            "store; index on disk",
            Box::new(|size| format!("{:.0} MB; {:.0} MB", size.server.store, size.server.index)),
        ),
    ];
    table("The server", sizes, &rows)
}
