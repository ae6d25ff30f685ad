//! Which tasks and how much money does a filter leave?

use app::{
    portal::Answer,
    types::{
        figures::{GroupSum, SpendingSum},
        filter::Filter,
        listing::SpendingFigures,
        spending::{AmountBasis, Phase},
    },
};
use sea_orm::{
    DatabaseConnection, QueryResult,
    sea_query::{Expr, ExprTrait, NullOrdering, Order as Direction},
};
use serde::de::DeserializeOwned;

use super::{
    ServerPortal,
    filter::Rows,
    label::Labels,
    list::{all, failed, get},
    parameter::Parameter,
    spec::{AS_PRINTED, By, ListSpec, Order, STORED_LIST},
};

/// What the list can be asked.
pub(crate) const SPEC: ListSpec = ListSpec {
    noun: "spending",
    common: STORED_LIST,
    filters: &[
        (Parameter::Q, By::Words),
        (Parameter::Plan, By::Text("plan_id")),
        (Parameter::Province, By::Text("province_slug")),
        (Parameter::ProvinceNow, By::Text("province_now_slug")),
        (Parameter::Year, By::Number("year")),
        (Parameter::Phase, By::Text("phase")),
        (Parameter::Agency, By::Text("agency_id")),
        (Parameter::FundingSource, By::Text("funding_source")),
        (Parameter::AmountBasis, By::Text("amount_basis")),
        (Parameter::InSum, By::Flag("in_sum")),
    ],
    words: &[
        (Parameter::Phase, &["planned", "executed", "reported"]),
        (Parameter::AmountBasis, &["allocation", "total_investment", "estimate"]),
    ],
    sorts: &[
        Order::text("title", "label"),
        Order::whole("amount_vnd", "amount_vnd").adds_up(),
        Order::whole("disbursed_vnd", "disbursed_vnd").adds_up(),
        Order::whole("year", "year"),
        Order::text("phase", "phase"),
        Order::text("agency", "agency_id"),
        Order::text("funding_source", "funding_source"),
        Order::text("plan", "plan_id"),
        Order::text("province", "province_slug"),
    ],
    order: AS_PRINTED,
    facets: &[
        Parameter::Province,
        Parameter::Year,
        Parameter::Phase,
        Parameter::Agency,
        Parameter::FundingSource,
        Parameter::Plan,
    ],
};

/// Money of the whole filtered list: one sum for each phase and basis, and what is planned in groups.
pub(super) async fn figures(portal: &ServerPortal, rows: Rows, filter: &Filter) -> Answer<SpendingFigures> {
    let db = portal.db();
    let labels = Labels::load(portal, filter.lang.as_deref()).await?;
    let sums = sums(db, rows, filter).await?;
    let planned = sums.iter().filter(|sum| sum.phase == Phase::Planned).max_by_key(|sum| sum.rows);
    let group_basis = planned.and_then(|sum| sum.amount_basis);
    let planned = Planned { db, rows, filter, labels: &labels, basis: group_basis };
    let group = |parameter, column| planned.groups(parameter, column);
    Ok(SpendingFigures {
        sums,
        group_basis,
        by_funding_source: group(Parameter::FundingSource, "funding_source").await?,
        by_agency: group(Parameter::Agency, "agency_id").await?,
        by_plan: group(Parameter::Plan, "plan_id").await?,
    })
}

/// One sum for each phase and basis of the rows that belong in their plan's sum, and the rows of
/// that phase without an amount. Phases and bases are never added up together.
async fn sums(db: &DatabaseConnection, rows: Rows, filter: &Filter) -> Answer<Vec<SpendingSum>> {
    let mut select = rows.select(&SPEC, filter, None);
    select
        .columns(["phase", "amount_basis"])
        .expr_as(counted("in_sum AND amount_vnd IS NOT NULL"), "n")
        .expr_as(counted("amount_vnd IS NULL"), "without")
        .expr_as(summed("amount_vnd"), "amount")
        .expr_as(summed("disbursed_vnd"), "disbursed")
        .group_by_columns(["phase", "amount_basis"])
        .order_by_with_nulls("phase", Direction::Asc, NullOrdering::Last)
        .order_by_with_nulls("amount_basis", Direction::Asc, NullOrdering::Last);
    let mut sums: Vec<SpendingSum> = Vec::new();
    let mut without: Vec<(Phase, u64)> = Vec::new();
    for row in all(db, &select).await? {
        let phase: Phase = word(&get::<String>(&row, "phase")?)?;
        let bare = get::<i64>(&row, "without")?.unsigned_abs();
        without.push((phase, bare));
        let rows = get::<i64>(&row, "n")?.unsigned_abs();
        let disbursed_vnd: Option<i64> = get(&row, "disbursed")?;
        if rows == 0 && disbursed_vnd.is_none() {
            continue;
        }
        sums.push(SpendingSum {
            phase,
            amount_basis: get::<Option<String>>(&row, "amount_basis")?
                .map(|basis| word::<AmountBasis>(&basis))
                .transpose()?,
            rows,
            rows_without_amount: 0,
            amount_vnd: get::<Option<i64>>(&row, "amount")?.unwrap_or_default(),
            disbursed_vnd,
        });
    }
    for sum in &mut sums {
        sum.rows_without_amount =
            without.iter().filter(|(phase, _)| *phase == sum.phase).map(|(_, count)| count).sum();
    }
    Ok(sums)
}

/// Planned money of one basis: that of most rows.
struct Planned<'a> {
    db: &'a DatabaseConnection,
    rows: Rows,
    filter: &'a Filter,
    labels: &'a Labels,
    basis: Option<AmountBasis>,
}

impl Planned<'_> {
    /// By the values of a column, most money first.
    async fn groups(&self, parameter: Parameter, column: &'static str) -> Answer<Vec<GroupSum>> {
        let mut select = self.rows.select(&SPEC, self.filter, None);
        select
            .expr_as(Expr::col(column), "grouped")
            .expr_as(Expr::cust("count(*)"), "n")
            .expr_as(summed("amount_vnd"), "amount")
            .cond_where(Expr::col("phase").eq("planned").and(Expr::cust("in_sum AND amount_vnd IS NOT NULL")))
            .cond_where(match self.basis {
                Some(basis) => Expr::col("amount_basis").eq(basis_word(basis)),
                None => Expr::col("amount_basis").is_null(),
            })
            .group_by_col(column)
            .order_by("amount", Direction::Desc)
            .order_by_with_nulls("grouped", Direction::Asc, NullOrdering::Last);
        let found = all(self.db, &select).await?;
        found.iter().map(|row| self.group(row, parameter)).collect()
    }

    fn group(&self, row: &QueryResult, parameter: Parameter) -> Answer<GroupSum> {
        let value: Option<String> = get(row, "grouped")?;
        let label = match &value {
            Some(value) => self.labels.of(parameter, value),
            None => self.labels.none(parameter),
        };
        Ok(GroupSum {
            label,
            value,
            rows: get::<i64>(row, "n")?.unsigned_abs(),
            amount_vnd: get::<Option<i64>>(row, "amount")?.unwrap_or_default(),
        })
    }
}

fn basis_word(basis: AmountBasis) -> &'static str {
    match basis {
        AmountBasis::Allocation => "allocation",
        AmountBasis::TotalInvestment => "total_investment",
        AmountBasis::Estimate => "estimate",
    }
}

/// PostgreSQL gives a sum of big integers as a decimal; one type is read back.
fn summed(column: &str) -> Expr {
    Expr::cust(format!("CAST(sum(CASE WHEN in_sum THEN {column} END) AS bigint)"))
}

fn counted(condition: &str) -> Expr {
    Expr::cust(format!("count(CASE WHEN {condition} THEN 1 END)"))
}

fn word<T: DeserializeOwned>(word: &str) -> Answer<T> {
    serde_json::from_value(word.into()).map_err(|error| failed("a word of the store", &error))
}
