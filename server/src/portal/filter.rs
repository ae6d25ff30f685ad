//! Which rows does a filter leave, at one revision of the store?

use app::types::filter::Filter;
use plandoc::text::fold;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Func, Query, SelectStatement};

use super::{
    parameter::Parameter,
    spec::{By, ListSpec},
};
use crate::store::{RecordKind, held_at};

/// The rows that a list is made of.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rows {
    table: &'static str,
    kind: Option<RecordKind>,
    revision: u64,
}

impl Rows {
    /// Records of one kind as they were at a revision.
    pub(crate) fn records(kind: RecordKind, revision: u64) -> Self {
        Self { table: "records", kind: Some(kind), revision }
    }

    /// Plans as they were at a revision.
    pub(crate) fn plans(revision: u64) -> Self {
        Self { table: "plans", kind: None, revision }
    }

    /// The revision that they are of.
    pub(crate) fn revision(self) -> u64 {
        self.revision
    }

    /// A selection of all of them.
    pub(crate) fn every(self) -> SelectStatement {
        Query::select().from(self.table).cond_where(self.held()).to_owned()
    }

    fn held(self) -> Condition {
        let condition = held_at(self.revision);
        match self.kind {
            Some(kind) => condition.add(Expr::col("kind").eq(kind.as_str())),
            None => condition,
        }
    }

    /// A selection of them that a filter leaves, leaving out one parameter of the filter.
    pub(crate) fn select(
        self,
        spec: &ListSpec,
        filter: &Filter,
        except: Option<Parameter>,
    ) -> SelectStatement {
        let mut condition = self.held();
        for (parameter, by) in spec.filters {
            if Some(*parameter) == except {
                continue;
            }
            if let Some(value) = parameter.value(filter) {
                condition = condition.add(self.condition(*by, &value));
            }
        }
        condition = condition.add(super::condition::sql(spec, &filter.conditions));
        Query::select().from(self.table).cond_where(condition).to_owned()
    }

    fn condition(self, by: By, value: &str) -> Condition {
        let year = || Expr::val(value.parse::<i32>().unwrap_or_default());
        match by {
            By::TextOrNull(column, null) if value == null => {
                Condition::all().add(Expr::col(column).is_null())
            }
            By::Text(column) | By::TextOrNull(column, _) => Condition::all().add(Expr::col(column).eq(value)),
            By::Number(column) => Condition::all().add(Expr::col(column).eq(year())),
            By::Flag(column) => Condition::all().add(Expr::col(column).eq(value == "true")),
            By::Words => words(value),
            By::Period => covers(year()),
            By::PlanPeriod => {
                let plans = Query::select()
                    .column("id")
                    .from("plans")
                    .cond_where(held_at(self.revision).add(covers(year())))
                    .to_owned();
                Condition::all().add(Expr::col("plan_id").in_subquery(plans))
            }
        }
    }
}

/// Rows whose period holds the year; of a plan "until 2025" only the end is stated, and counts for both.
fn covers(year: Expr) -> Condition {
    let either = |one, other| Expr::expr(Func::coalesce([Expr::col(one), Expr::col(other)]));
    Condition::all()
        .add(either("period_start", "period_end").lte(year.clone()))
        .add(either("period_end", "period_start").gte(year))
}

/// Rows whose folded words hold each of these as a whole word.
fn words(value: &str) -> Condition {
    let words = fold::words(value);
    if words.is_empty() {
        // Only punctuation: no row holds it as a word.
        return Condition::all().add(Expr::val(1).eq(0));
    }
    words.iter().fold(Condition::all(), |all, word| {
        // Words are letters and digits only, so that LIKE has nothing to escape.
        let padded = Expr::cust("' ' || folded || ' '");
        all.add(padded.like(format!("% {word} %")))
    })
}
