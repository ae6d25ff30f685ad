//! What does `minhbach read` print for people?

use std::fmt::{self, Write};

use plandoc::{
    Reading,
    check::Severity,
    records::{
        Comparator, Provenance, Status, StatusBasis, progress::Progress, spending::Spending, target::Target,
    },
};

use super::File;

/// Characters of a quote that are shown.
const QUOTE: usize = 100;

pub(super) fn of(reading: &Reading, file: &File<'_>) -> String {
    let mut report = String::new();
    // Writing into a string cannot fail.
    let _ = write(&mut report, reading, file);
    report
}

fn write(out: &mut String, reading: &Reading, file: &File<'_>) -> fmt::Result {
    identity(out, reading, file)?;
    list(out, "Objectives", &reading.objectives, |r| (&r.provenance, String::new()))?;
    list(out, "Targets", &reading.targets, |r| (&r.provenance, target(r)))?;
    list(out, "Progress", &reading.progress, |r| (&r.provenance, progress(r)))?;
    list(out, "Spending", &reading.spending, |r| (&r.provenance, spending(r)))?;
    list(out, "Totals", &reading.totals, |r| {
        let verdict = match r.matches {
            Some(true) => "agrees with its rows",
            Some(false) => "differs from its rows",
            None => "rows cannot be told",
        };
        (&r.provenance, format!("{} = {}, {verdict}", r.label, money(r.amount_vnd)))
    })?;
    list(out, "Citations", &reading.citations, |r| (&r.provenance, r.number.clone()))?;
    checks(out, reading)?;
    heading(out, "Warnings", reading.warnings.len())?;
    for warning in &reading.warnings {
        writeln!(out, "  {}: {}", warning.kind, warning.message)?;
    }
    Ok(())
}

fn identity(out: &mut String, reading: &Reading, file: &File<'_>) -> fmt::Result {
    let plan = &reading.plan;
    let years = match (plan.period_start, plan.period_end) {
        (Some(first), Some(last)) if first != last => Some(format!("{first}–{last}")),
        (first, last) => first.or(last).map(|year| year.to_string()),
    };
    writeln!(out, "{}", plan.title.as_deref().unwrap_or("(no title found)"))?;
    for (name, value) in [
        ("id", file.id.as_deref()),
        ("number", plan.number.as_deref()),
        ("issued on", plan.issued_on.as_deref()),
        ("issuer", plan.issuer.as_deref()),
        ("province", plan.province.as_deref()),
        ("period", years.as_deref()),
        ("signatory", plan.signatory.as_deref()),
        ("file", Some(file.source.file_name.as_str())),
        ("sha256", Some(file.sha256.as_str())),
    ] {
        let supplied = if plan.supplied.iter().any(|field| field == name) { " (plan.toml)" } else { "" };
        writeln!(out, "  {name:<10} {}{supplied}", value.unwrap_or("not stated"))?;
    }
    heading(out, "Sections", plan.sections.len())?;
    for section in &plan.sections {
        writeln!(out, "  {section}")?;
    }
    Ok(())
}

fn heading(out: &mut String, name: &str, count: usize) -> fmt::Result {
    writeln!(out, "\n{name} ({count})")
}

fn list<R>(
    out: &mut String,
    name: &str,
    records: &[R],
    line: impl Fn(&R) -> (&Provenance, String),
) -> fmt::Result {
    heading(out, name, records.len())?;
    for record in records {
        let (provenance, value) = line(record);
        let gap = if value.is_empty() { "" } else { "  " };
        writeln!(out, "  [{}]  {value}{gap}“{}”", provenance.source.address, short(&provenance.quote))?;
    }
    Ok(())
}

fn checks(out: &mut String, reading: &Reading) -> fmt::Result {
    heading(out, "Checks", reading.checks.len())?;
    for (severity, word) in
        [(Severity::Differs, "differs"), (Severity::Note, "note"), (Severity::Agrees, "agrees")]
    {
        for check in reading.checks.iter().filter(|check| check.severity == severity) {
            writeln!(out, "  {word}  [{}]  {}", check.address.as_deref().unwrap_or("–"), check.message)?;
        }
    }
    Ok(())
}

fn target(record: &Target) -> String {
    let value = number(Some(record.comparator), Some(record.value), record.value_max, record.unit.as_deref());
    format!(
        "{value}, {}: {}",
        record.due_year.map_or("no year".to_owned(), |year| year.to_string()),
        record.label
    )
}

fn progress(record: &Progress) -> String {
    let value = number(record.comparator, record.value, record.value_max, record.unit.as_deref());
    let verdict = match record.status {
        Some(Status::Met) => "met",
        Some(Status::Partly) => "partly met",
        Some(Status::Missed) => "missed",
        None => "no verdict",
    };
    let basis = match record.status_basis {
        Some(StatusBasis::Stated) => " (stated)",
        Some(StatusBasis::Computed) => " (computed)",
        None => "",
    };
    format!("{value}, {verdict}{basis}: {}", record.label)
}

fn spending(record: &Spending) -> String {
    let note = record.funding_note.as_deref().map(|note| format!(" ({note})")).unwrap_or_default();
    let agency = record.lead_agency.as_deref().map(|agency| format!(", {agency}")).unwrap_or_default();
    format!("{}{note}{agency}: {}", money(record.amount_vnd), short(&record.title))
}

fn number(
    comparator: Option<Comparator>,
    value: Option<f64>,
    max: Option<f64>,
    unit: Option<&str>,
) -> String {
    let Some(value) = value else { return "no number".to_owned() };
    let unit = unit.map(|unit| format!(" {unit}")).unwrap_or_default();
    let sign = match comparator {
        Some(Comparator::Gte) => "≥ ",
        Some(Comparator::Gt) => "> ",
        Some(Comparator::Lte) => "≤ ",
        Some(Comparator::Lt) => "< ",
        Some(Comparator::Approx) => "≈ ",
        Some(Comparator::Eq | Comparator::Range) | None => "",
    };
    match max {
        Some(max) => format!("{value}–{max}{unit}"),
        None => format!("{sign}{value}{unit}"),
    }
}

/// VND with the digits in threes, as Vietnamese texts print them.
fn money(amount: Option<i64>) -> String {
    let Some(amount) = amount else { return "no amount".to_owned() };
    let digits = amount.unsigned_abs().to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    format!("{}{grouped} VND", if amount < 0 { "-" } else { "" })
}

/// One line, cut at a word.
fn short(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= QUOTE {
        return line;
    }
    let cut: String = line.chars().take(QUOTE).collect();
    format!("{}…", cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_printed_in_threes() {
        assert_eq!(money(Some(20_396_000_000)), "20.396.000.000 VND");
        assert_eq!(money(Some(-16)), "-16 VND");
        assert_eq!(money(Some(160)), "160 VND");
        assert_eq!(money(None), "no amount");
    }

    #[test]
    fn long_quotes_are_cut_at_a_word() {
        let cut = short(&"mười ".repeat(40));
        assert!(cut.chars().count() <= QUOTE + 1 && cut.ends_with("mười…"), "{cut}");
        assert_eq!(short("hai\n  dòng"), "hai dòng");
    }
}
