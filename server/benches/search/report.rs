//! How are the figures written down?

use std::{fmt::Write as _, process::Command};

use super::{
    costs,
    load::Measured,
    machine::{description, said},
    queries::Asked,
    size::Size,
};

const HEAD: &str = include_str!("report.md");

/// The page: what was measured and how, every figure of this run.
pub(crate) fn markdown(
    sizes: &[Size],
    queries: &[Asked],
    versions: &[String],
    seconds: f64,
    minutes: f64,
) -> String {
    let Some(largest) = sizes.last() else { return String::new() };
    let head = HEAD
        .replace("{date}", &said(Command::new("date").args(["-u", "+%F, %H:%M UTC"])))
        .replace("{machine}", &description())
        .replace("{versions}", &versions.join("; "))
        .replace("{minutes}", &format!("{minutes:.0}"))
        .replace("{seconds}", &format!("{seconds:.0}"))
        .replace("{queries}", &queries.len().to_string())
        .replace("{sparing}", &sparing(largest))
        .replace("{others}", &format!("{:.0}", others(largest) * 100.0));
    let mut page = head;
    page.push_str(&aims(largest));
    page.push_str(&questions(largest));
    page.push_str(&growth(sizes));
    page.push_str(&costs::making(sizes));
    page.push_str(&costs::server(sizes));
    page.push_str(&found(largest, queries));
    page
}

fn sparing(size: &Size) -> String {
    let taken = size.sparing.iter().map(|parameter| format!("`{parameter}`")).collect::<Vec<_>>().join(", ");
    if taken.is_empty() {
        "the portal has no parameter yet to leave out counts of filter values: it counts them all the same"
            .to_owned()
    } else {
        format!("asked with {taken}")
    }
}

fn others(size: &Size) -> f64 {
    size.measured.iter().map(|measured| measured.others).fold(0.0, f64::max)
}

/// Places of engines in the list of [`super::size`].
const BARE: usize = 0;
const AS_PEERS: usize = 1;
const EVERYTHING: usize = 3;
const PEERS: std::ops::RangeInclusive<usize> = 5..=8;

/// What the search is to reach, and what it does, by the figures without memory.
fn aims(size: &Size) -> String {
    let (bare, ours) = (&size.measured[BARE], &size.measured[AS_PEERS]);
    let peer = size.measured[PEERS].iter().max_by(|a, b| a.best().1.total_cmp(&b.best().1)).unwrap_or(bare);
    let thrifty = size.measured[PEERS].iter().min_by(|a, b| a.cpu_ms.total_cmp(&b.cpu_ms)).unwrap_or(bare);
    let times = |measured: &Measured| measured.best().1 / peer.best().1;
    let slower = |percent| ours.percentile(percent) / bare.percentile(percent);
    let indexing = 100.0 * size.making.bare / size.making.portal;
    format!(
        "\n## Aims, at {} passages\n\n| aim | measured |\n| --- | --- |\n\
         | 10 times the answers a second of the best peer ({}) | {:.1} times; {:.1} times with everything on |\n\
         | the same by processor time an answer, which holds beside other programs too | {:.1} times less than {}; \
         {:.1} times that of bare tantivy |\n\
         | p50 and p99 within 1.5 times those of bare tantivy | {:.1} and {:.1} times |\n\
         | indexing at least 70 % as fast as bare tantivy | {indexing:.0} % |\n\
         | memory of the server below 300 MB | {:.0} MB after all questions, {:.0} MB while the index was made |\n",
        grouped(size.passages),
        peer.name,
        times(ours),
        times(&size.measured[EVERYTHING]),
        thrifty.cpu_ms / ours.cpu_ms,
        thrifty.name,
        ours.cpu_ms / bare.cpu_ms,
        slower(50),
        slower(99),
        size.server.loaded,
        size.server.peak,
    )
}

fn questions(size: &Size) -> String {
    let mut page = format!(
        "\n## {} passages\n\n| engine | p50 | p99 | answers a second: 1 connection | 2 | 4 | 8 | processor time an answer | \
         slowest question |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |\n",
        grouped(size.passages)
    );
    for measured in &size.measured {
        let rates: Vec<String> = measured.throughput.iter().map(|(_, rate)| format!("{rate:.0}")).collect();
        let (query, median) = &measured.slowest;
        let _ = writeln!(
            page,
            "| {} | {:.2} ms | {:.2} ms | {} | {:.2} ms | `{query}`, {median:.1} ms |",
            measured.name,
            measured.percentile(50),
            measured.percentile(99),
            rates.join(" | "),
            measured.cpu_ms
        );
    }
    page
}

fn growth(sizes: &[Size]) -> String {
    let mut page = "\n## As the corpus grows tenfold\n\n![Processor time of an answer by passages](benchmarks-search.svg)\n\n\
        p50 / p99 in milliseconds, most answers a second\n\n| engine |"
        .to_owned();
    for size in sizes {
        let _ = write!(page, " {} passages |", grouped(size.passages));
    }
    let _ = writeln!(page, "\n| --- |{}", " ---: |".repeat(sizes.len()));
    for engine in 0..sizes[0].measured.len() {
        let cell = |size: &Size| {
            let measured = &size.measured[engine];
            format!(
                "{:.2} / {:.2}, {:.0}",
                measured.percentile(50),
                measured.percentile(99),
                measured.best().1
            )
        };
        let cells: Vec<String> = sizes.iter().map(cell).collect();
        let _ = writeln!(page, "| {} | {} |", sizes[0].measured[engine].name, cells.join(" | "));
    }
    page
}

fn found(size: &Size, queries: &[Asked]) -> String {
    let engines = [
        ("bare tantivy", BARE),
        ("Minh Bạch", AS_PEERS),
        ("SQLite FTS5", *PEERS.start()),
        ("PostgreSQL", *PEERS.end()),
    ];
    let mut page = "\n## What each found\n\n| question | kind |".to_owned();
    for (name, _) in engines {
        let _ = write!(page, " {name} |");
    }
    let _ = writeln!(page, "\n| --- | --- |{}", " ---: |".repeat(engines.len()));
    for (number, query) in queries.iter().enumerate() {
        let counts: Vec<String> =
            engines.iter().map(|(_, engine)| size.measured[*engine].found[number].to_string()).collect();
        let _ = writeln!(page, "| `{}` | {} | {} |", query.typed, query.kind, counts.join(" | "));
    }
    page
}

/// 200,000.
pub(crate) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut shown = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown
}
