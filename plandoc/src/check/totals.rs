//! Do the rows give the total that the document states?

use super::{
    Check, CheckKind, Severity, Statement,
    figures::{dong, vnd},
};
use crate::{Reading, records::total::Total};

pub(super) fn verify(reading: &Reading) -> Vec<Check> {
    let totals = reading.totals.iter().enumerate();
    totals.flat_map(|(index, total)| [planned(index, total), spent(index, total)]).flatten().collect()
}

fn planned(index: usize, total: &Total) -> Option<Check> {
    Some(check(index, total, ("kinh phí", "amount"), total.amount_vnd?, total.computed_vnd?))
}

fn spent(index: usize, total: &Total) -> Option<Check> {
    let column = ("kinh phí đã thực hiện", "amount spent");
    Some(check(index, total, column, total.disbursed_vnd?, total.computed_disbursed_vnd?))
}

fn check(index: usize, total: &Total, column: (&str, &str), stated: i64, computed: i64) -> Check {
    let (severity, message, message_en) = if stated == computed {
        (
            Severity::Agrees,
            format!("{}, {}: tổng ghi {} bằng tổng các dòng.", total.label, column.0, dong(stated)),
            format!(
                "{}, {}: the stated total {} equals the sum of its rows.",
                total.label,
                column.1,
                vnd(stated)
            ),
        )
    } else {
        let difference = stated.saturating_sub(computed);
        (
            Severity::Differs,
            format!(
                "{}, {}: văn bản ghi {}, các dòng cộng lại được {}, chênh {}.",
                total.label,
                column.0,
                dong(stated),
                dong(computed),
                dong(difference)
            ),
            format!(
                "{}, {}: the document states {}, its rows give {}; difference {}.",
                total.label,
                column.1,
                vnd(stated),
                vnd(computed),
                vnd(difference)
            ),
        )
    };
    let statement = Statement {
        list: "totals",
        index,
        provenance: &total.provenance,
        unit: "VND",
        stated: number(stated),
        computed: number(computed),
    };
    statement.check(CheckKind::Total, severity, message, message_en)
}

/// VND as a number of a check; amounts of plans stay far below 2^53.
#[allow(clippy::cast_precision_loss, reason = "9 million billion VND is more than the country's budget")]
pub(super) fn number(vnd: i64) -> f64 {
    vnd as f64
}
