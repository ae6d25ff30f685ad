//! Which values can a list be filtered by, and how many rows would each leave?

use std::collections::BTreeMap;

use app::{
    portal::Answer,
    types::{
        filter::{Filter, YEARS},
        listing::{Facet, FacetValue},
    },
};
use sea_orm::{
    DatabaseConnection,
    sea_query::{Expr, ExprTrait, NullOrdering, Order as Direction, SelectStatement},
};

use super::{
    ServerPortal,
    filter::Rows,
    label::Labels,
    list::{all, get},
    parameter::Parameter,
    spec::{By, ListSpec, listed},
};

/// Values offered for one parameter; more would be a list of their own.
const VALUES_MAX: u64 = 100;

/// Each facet of the list, counted with the other filters holding.
pub(super) async fn facets(
    portal: &ServerPortal,
    rows: Rows,
    spec: &ListSpec,
    filter: &Filter,
) -> Answer<Vec<Facet>> {
    let labels = Labels::load(portal, filter.lang.as_deref()).await?;
    let mut facets = Vec::with_capacity(spec.facets.len());
    let asked = |parameter: Parameter| {
        filter.facets.as_deref().is_none_or(|asked| listed(asked).any(|name| name == parameter.name()))
    };
    for parameter in spec.facets.iter().filter(|parameter| asked(**parameter)) {
        let mut counts = counts(portal.db(), rows, spec, filter, *parameter).await?;
        let chosen = parameter.value(filter);
        // What is chosen is shown by its name, even where it leaves nothing.
        counts.extend(
            chosen
                .clone()
                .filter(|chosen| counts.iter().all(|(value, _)| value != chosen))
                .map(|chosen| (chosen, 0)),
        );
        let values = counts
            .into_iter()
            .map(|(value, count)| FacetValue {
                label: labels.of(*parameter, &value),
                chosen: chosen.as_ref() == Some(&value),
                value,
                count,
            })
            .collect();
        facets.push(Facet { parameter: parameter.name().to_owned(), values });
    }
    Ok(facets)
}

async fn counts(
    db: &DatabaseConnection,
    rows: Rows,
    spec: &ListSpec,
    filter: &Filter,
    parameter: Parameter,
) -> Answer<Vec<(String, u64)>> {
    let (column, null) = match spec.by(parameter) {
        Some(By::Text(column) | By::Number(column)) => (column, None),
        Some(By::TextOrNull(column, null)) => (column, Some(null)),
        Some(By::Period) => return years(db, rows.select(spec, filter, Some(parameter))).await,
        Some(By::Words | By::PlanPeriod | By::Flag(_)) | None => return Ok(Vec::new()),
    };
    let mut select = rows.select(spec, filter, Some(parameter));
    select
        .expr_as(Expr::col(column).cast_as("text"), "facet")
        .expr_as(Expr::cust("count(*)"), "n")
        .group_by_col(column)
        .order_by("n", Direction::Desc)
        .order_by_with_nulls("facet", Direction::Asc, NullOrdering::Last)
        .limit(VALUES_MAX);
    let mut counts = Vec::new();
    for row in all(db, &select).await? {
        let value = get::<Option<String>>(&row, "facet")?.or_else(|| null.map(str::to_owned));
        if let Some(value) = value {
            counts.push((value, get::<i64>(&row, "n")?.unsigned_abs()));
        }
    }
    Ok(counts)
}

/// Each year of the selected plans' periods, newest first.
async fn years(db: &DatabaseConnection, mut select: SelectStatement) -> Answer<Vec<(String, u64)>> {
    select.column("period_start").column("period_end");
    let mut counts: BTreeMap<i32, u64> = BTreeMap::new();
    for row in all(db, &select).await? {
        let (first, last): (Option<i32>, Option<i32>) =
            (get(&row, "period_start")?, get(&row, "period_end")?);
        // Of a plan "until 2025" only the end is stated.
        if let (Some(first), Some(last)) = (first.or(last), last.or(first)) {
            for year in Ord::max(first, *YEARS.start())..=Ord::min(last, *YEARS.end()) {
                *counts.entry(year).or_default() += 1;
            }
        }
    }
    Ok(counts.into_iter().rev().map(|(year, count)| (year.to_string(), count)).collect())
}
