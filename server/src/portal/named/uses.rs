//! How often does each plan name a thing?

use std::collections::{BTreeMap, BTreeSet};

use app::portal::Answer;
use sea_orm::sea_query::{Expr, ExprTrait};

use super::plans::Plans;
use crate::{
    portal::{
        ServerPortal,
        filter::Rows,
        list::{all, get},
    },
    store::RecordKind,
};

/// What of it a record is: a thing may be named by records of two kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    First,
    Second,
}

/// Records of one part in one plan that name a thing.
#[derive(Clone, Debug)]
pub(super) struct Use {
    pub(super) plan: usize,
    pub(super) part: Part,
    pub(super) records: u64,
}

/// Counts of a thing under the plans that a filter leaves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(super) first: u64,
    pub(super) second: u64,
    pub(super) plans: u64,
    pub(super) provinces: u64,
}

impl Counts {
    /// The counts of uses in the plans that are left.
    pub(super) fn of(uses: &[Use], plans: &Plans, left: &[bool]) -> Self {
        let mut counts = Self::default();
        let (mut in_plans, mut in_provinces) = (BTreeSet::new(), BTreeSet::new());
        for used in uses.iter().filter(|used| left[used.plan]) {
            match used.part {
                Part::First => counts.first += used.records,
                Part::Second => counts.second += used.records,
            }
            in_plans.insert(used.plan);
            in_provinces.extend(plans.at(used.plan).province.as_deref());
        }
        Self { plans: in_plans.len() as u64, provinces: in_provinces.len() as u64, ..counts }
    }

    /// Whether nothing names it.
    pub(super) fn is_none(&self) -> bool {
        self.plans == 0
    }
}

/// The uses of each value of a column, over all records of a kind.
pub(super) async fn uses(
    portal: &ServerPortal,
    plans: &Plans,
    kind: RecordKind,
    column: &'static str,
    part: Part,
    found: &mut BTreeMap<String, Vec<Use>>,
) -> Answer<()> {
    let mut select = Rows::records(kind, portal.shown()).every();
    select
        .column(column)
        .column("plan_id")
        .expr_as(Expr::cust("count(*)"), "n")
        .and_where(Expr::col(column).is_not_null())
        .group_by_columns([column, "plan_id"]);
    for row in all(portal.db(), &select).await? {
        let Some(plan) = plans.place(&get::<String>(&row, "plan_id")?) else { continue };
        let records = get::<i64>(&row, "n")?.unsigned_abs();
        found.entry(get(&row, column)?).or_default().push(Use { plan, part, records });
    }
    Ok(())
}
