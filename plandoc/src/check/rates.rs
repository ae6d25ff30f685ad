//! Do the printed numbers give the printed rate?

use super::{
    Check, CheckKind, Severity, Statement,
    figures::{decimal, decimals_of},
    totals::number,
};
use crate::{Reading, records::Provenance};

pub(super) fn verify(reading: &Reading) -> Vec<Check> {
    let of_totals = reading.totals.iter().enumerate().filter_map(|(index, total)| {
        let (part, whole) = (number(total.disbursed_vnd?), number(total.amount_vnd?));
        check(("totals", index, &total.provenance), total.printed_rate?, part, whole)
    });
    let of_progress = reading.progress.iter().enumerate().filter_map(|(index, progress)| {
        let shares = progress.unit.as_deref() == Some("%");
        let (part, whole) = (progress.numerator?, progress.denominator?);
        check(("progress", index, &progress.provenance), progress.value.filter(|_| shares)?, part, whole)
    });
    of_totals.chain(of_progress).collect()
}

/// A rate agrees if it is the right one rounded to as many decimals as are printed, is
/// worth a note if it is cut off or rounded the other way, and differs otherwise.
fn check(record: (&str, usize, &Provenance), stated: f64, part: f64, whole: f64) -> Option<Check> {
    if whole <= 0.0 {
        return None;
    }
    let computed = 100.0 * part / whole;
    let decimals = decimals_of(stated);
    let step = 0.1_f64.powi(i32::try_from(decimals).ok()?);
    let off = (stated - computed).abs();
    let severity = if off <= step / 2.0 + 1e-9 {
        Severity::Agrees
    } else if off < step {
        Severity::Note
    } else {
        Severity::Differs
    };
    let shown = |value: f64, mark| decimal(value, decimals.max(2), mark);
    let (vi, en) = match severity {
        Severity::Agrees => ("đúng với", "as"),
        Severity::Note if stated < computed => {
            ("bỏ phần lẻ, không làm tròn, so với", "cut off, not rounded, from")
        }
        Severity::Note => (
            "làm tròn lên, quá nửa đơn vị cuối, so với",
            "rounded up by more than half of its last digit from",
        ),
        Severity::Differs => ("khác với", "unlike"),
    };
    let message = format!(
        "Tỷ lệ ghi {}% {vi} tỷ lệ tính từ hai số đã ghi, {}%.",
        decimal(stated, decimals, ','),
        shown(computed, ',')
    );
    let message_en = format!(
        "The printed rate is {}%, {en} the rate of its two numbers, {}%.",
        decimal(stated, decimals, '.'),
        shown(computed, '.')
    );
    let (list, index, provenance) = record;
    let statement = Statement { list, index, provenance, unit: "%", stated, computed };
    Some(statement.check(CheckKind::Rate, severity, message, message_en))
}
