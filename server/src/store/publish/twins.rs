//! Which rows and passages of a plan stand in another plan of the store too?
//!
//! Such a check belongs to the newer of the two plans, whichever is published
//! first, so that the store says the same in whatever order plans come in.

use plandoc::{
    Reading,
    check::{
        Check,
        twins::{Twin, twins},
    },
    records::spending::Spending,
};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder};

use super::{
    State, fingerprint, plan,
    records::{assign, current, reconcile},
    shape::{Context, Ids},
};
use crate::store::{
    RecordKind, StoreError, Stored,
    entities::{self, record},
};

/// A check of a plan, by itself or across two plans.
#[derive(Clone, Debug)]
pub(super) struct PlanCheck {
    pub(super) check: Check,
    pub(super) across: Option<Across>,
}

/// The other side of a check across two plans.
#[derive(Clone, Debug)]
pub(super) struct Across {
    pub(super) plan_id: String,
    /// The other plan's record; none for a passage.
    pub(super) record_id: Option<String>,
}

impl PlanCheck {
    /// A check that the reader made within the plan.
    pub(super) fn own(check: Check) -> Self {
        Self { check, across: None }
    }

    fn across(twin: &Twin, other: &Label, spending: &[String]) -> Self {
        let record_id = twin.other.record.as_ref().and_then(|reference| {
            let (_, index) = reference.0.split_once('/')?;
            spending.get(index.parse::<usize>().ok()?).cloned()
        });
        Self { check: twin.check(&other.name), across: Some(Across { plan_id: other.id.clone(), record_id }) }
    }
}

/// How a plan is named in the checks of another, and how old it is.
struct Label {
    id: String,
    name: String,
    age: (Option<i32>, Option<i32>, Option<String>, String),
}

impl Label {
    fn new(id: &str, plan: &plandoc::records::plan::Plan) -> Self {
        let period = match (plan.period_start, plan.period_end) {
            (Some(first), Some(last)) if first != last => format!("{first}–{last}"),
            (Some(year), _) | (None, Some(year)) => year.to_string(),
            (None, None) => String::new(),
        };
        let name = match &plan.province {
            Some(province) if !period.is_empty() => format!("{province} {period}"),
            _ => id.to_owned(),
        };
        let age = (plan.period_start, plan.period_end, plan.issued_on.clone(), id.to_owned());
        Self { id: id.to_owned(), name, age }
    }
}

/// Another current plan, and what it shares with the one being published.
struct Other {
    row: entities::plan::Model,
    label: Label,
    /// Ids of its spending records in order.
    spending: Vec<String>,
    /// Seen from the plan being published.
    twins: Vec<Twin>,
}

/// The other current plans.
pub(super) struct Others {
    published: Label,
    others: Vec<Other>,
}

impl Others {
    /// Reads the other plans back from the store, one at a time, and compares each with the one being
    /// published; what they say is not kept, since there may be hundreds.
    pub(super) async fn load(transaction: &DatabaseTransaction, state: &State<'_>) -> Stored<Self> {
        let reading = state.publication.reading;
        let rows = entities::plan::Entity::find()
            .filter(entities::plan::Column::RevisionTo.is_null())
            .filter(entities::plan::Column::Id.ne(state.id))
            .order_by_asc(entities::plan::Column::Id)
            .all(transaction)
            .await?;
        let mut others = Vec::with_capacity(rows.len());
        for row in rows {
            let (other, spending) = read_back(transaction, &row).await?;
            let twins = twins(reading, &other);
            others.push(Other { label: Label::new(&row.id, &other.plan), row, spending, twins });
        }
        Ok(Self { published: Label::new(state.id, &reading.plan), others })
    }

    /// The checks that the plan being published shows, as the newer one.
    pub(super) fn twins_of_published(&self) -> Vec<PlanCheck> {
        let older = self.others.iter().filter(|other| other.label.age < self.published.age);
        older
            .flat_map(|other| {
                other.twins.iter().map(|twin| PlanCheck::across(twin, &other.label, &other.spending))
            })
            .collect()
    }

    /// Replaces the checks that newer plans show of the one being published; gives those plans' ids.
    pub(super) async fn replace_twins(
        &self,
        transaction: &DatabaseTransaction,
        state: &State<'_>,
        ids: &Ids,
    ) -> Stored<Vec<String>> {
        let spending = ids.lists.get(&RecordKind::Spending).map(Vec::as_slice).unwrap_or_default();
        let mut touched = Vec::new();
        for other in &self.others {
            let newer = other.label.age > self.published.age;
            let twins: Vec<Twin> =
                if newer { other.twins.iter().map(Twin::swapped).collect() } else { Vec::new() };
            let checks: Vec<PlanCheck> =
                twins.iter().map(|twin| PlanCheck::across(twin, &self.published, spending)).collect();
            if other.show(transaction, state, checks).await? {
                touched.push(other.row.id.clone());
            }
        }
        Ok(touched)
    }
}

impl Other {
    /// Makes these checks the plan's checks across to the one being published; says whether anything changed.
    async fn show(
        &self,
        transaction: &DatabaseTransaction,
        state: &State<'_>,
        mut checks: Vec<PlanCheck>,
    ) -> Stored<bool> {
        let all = current(transaction, &self.row.id).await?;
        let all: Vec<_> = all.into_iter().filter(|row| row.kind == RecordKind::Checks).collect();
        let with_published = |row: &record::Model| row.other_plan_id.as_deref() == Some(state.id);
        let (earlier, rest): (Vec<_>, Vec<_>) = all.into_iter().partition(with_published);
        if earlier.is_empty() && checks.is_empty() {
            return Ok(false);
        }
        checks.sort_by_key(|check| (check.check.start, check.check.end));
        let (reading, _) = read_back(transaction, &self.row).await?;
        let context = Context {
            plan_id: &self.row.id,
            reading: &reading,
            text_sha256: &self.row.text_sha256,
            reader_version: self.row.reader_version,
            revision: state.revision,
            ids: Ids { lists: [(RecordKind::Spending, self.spending.clone())].into() },
            checks,
        };
        let fingerprints = fingerprint::of_list(&reading, &context.checks, RecordKind::Checks);
        let assigned = assign(transaction, &self.row.id, &earlier, &fingerprints).await?;
        // They stand after all checks that do not concern the published plan.
        let first = rest.iter().map(|row| row.ordinal + 1).max().unwrap_or_default();
        let rows = (first..)
            .zip(assigned.iter().zip(context.checks.iter().zip(&fingerprints)))
            .map(|(ordinal, (id, (check, fingerprint)))| context.check_row(id, ordinal, check, fingerprint))
            .collect::<Stored<Vec<_>>>()?;
        let count = rest.len() + rows.len();
        let changes = reconcile(transaction, state.revision, "not_in_other_plan", earlier, rows).await?;
        if changes.opened + changes.closed > 0 {
            plan::recount(transaction, state.revision, self.row.clone(), count).await?;
        }
        Ok(changes.opened + changes.closed > 0)
    }
}

/// What the comparison needs of a published plan: its text, blocks and spending.
async fn read_back(
    transaction: &DatabaseTransaction,
    row: &entities::plan::Model,
) -> Stored<(Reading, Vec<String>)> {
    let spending = record::Entity::find()
        .filter(record::Column::RevisionTo.is_null())
        .filter(record::Column::PlanId.eq(row.id.as_str()))
        .filter(record::Column::Kind.eq(RecordKind::Spending))
        .order_by_asc(record::Column::Ordinal)
        .all(transaction)
        .await?;
    let damaged = |what, error: serde_json::Error| StoreError::Damaged {
        what,
        id: row.id.clone(),
        detail: error.to_string(),
    };
    let public: app::types::plan::Plan = serde_json::from_str(&row.body).map_err(|e| damaged("plan", e))?;
    let rows = spending.iter().map(|row| serde_json::from_str::<Spending>(&row.body));
    let reading = Reading {
        text: crate::store::plans::text(transaction, &row.text_sha256).await?,
        document: crate::store::plans::reading_document(transaction, row).await?,
        spending: rows.collect::<Result<_, _>>().map_err(|e| damaged("record", e))?,
        plan: plandoc::records::plan::Plan {
            issued_on: public.issued_on,
            province: public.province,
            province_slug: public.province_slug,
            province_now: public.province_now_slug,
            period_start: public.period_start,
            period_end: public.period_end,
            ..plandoc::records::plan::Plan::default()
        },
        ..Reading::default()
    };
    Ok((reading, spending.into_iter().map(|row| row.id).collect()))
}
