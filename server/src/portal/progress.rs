//! Which results reported does a filter leave, and how did they come out?

use app::{
    portal::Answer,
    types::{figures::Verdicts, filter::Filter, listing::VerdictFigures},
};
use sea_orm::{DatabaseConnection, sea_query::Expr};

use super::{
    filter::Rows,
    list::{all, get},
    parameter::Parameter,
    spec::{AS_PRINTED, By, ListSpec, Order, STORED_LIST},
};

/// As `status=` asks for results that neither the document nor the portal judges.
const NO_VERDICT: &str = "unknown";

/// What the list can be asked.
pub(crate) const SPEC: ListSpec = ListSpec {
    noun: "progress",
    common: STORED_LIST,
    filters: &[
        (Parameter::Q, By::Words),
        (Parameter::Plan, By::Text("plan_id")),
        (Parameter::Province, By::Text("province_slug")),
        (Parameter::ProvinceNow, By::Text("province_now_slug")),
        (Parameter::Year, By::Number("year")),
        (Parameter::Status, By::TextOrNull("status", NO_VERDICT)),
        (Parameter::Indicator, By::Text("indicator")),
        (Parameter::Level, By::Text("level")),
    ],
    words: &[
        (Parameter::Status, &["met", "partly", "missed", NO_VERDICT]),
        (Parameter::Level, &["province", "district", "commune"]),
    ],
    sorts: &[
        Order::text("label", "label"),
        Order::decimal("value", "value"),
        Order::whole("year", "year"),
        Order::text("status", "status"),
        Order::text("indicator", "indicator"),
        Order::text("level", "level"),
        Order::text("plan", "plan_id"),
        Order::text("province", "province_slug"),
    ],
    order: AS_PRINTED,
    facets: &[
        Parameter::Province,
        Parameter::Year,
        Parameter::Status,
        Parameter::Indicator,
        Parameter::Level,
        Parameter::Plan,
    ],
};

/// Verdicts over the whole of a filtered list, the document's own and those worked out apart.
pub(super) async fn verdicts(db: &DatabaseConnection, rows: Rows, filter: &Filter) -> Answer<VerdictFigures> {
    let mut select = rows.select(&SPEC, filter, None);
    select
        .columns(["status", "status_basis"])
        .expr_as(Expr::cust("count(*)"), "n")
        .group_by_columns(["status", "status_basis"]);
    let mut figures = VerdictFigures::default();
    for row in all(db, &select).await? {
        let (status, basis): (Option<String>, Option<String>) =
            (get(&row, "status")?, get(&row, "status_basis")?);
        let count = get::<i64>(&row, "n")?.unsigned_abs();
        // Without a verdict nothing was worked out: the document states a number and no more.
        let verdicts =
            if basis.as_deref() == Some("computed") { &mut figures.computed } else { &mut figures.stated };
        *counter(verdicts, status.as_deref()) += count;
    }
    Ok(figures)
}

fn counter<'a>(verdicts: &'a mut Verdicts, status: Option<&str>) -> &'a mut u64 {
    match status {
        Some("met") => &mut verdicts.met,
        Some("partly") => &mut verdicts.partly,
        Some("missed") => &mut verdicts.missed,
        _ => &mut verdicts.unknown,
    }
}
