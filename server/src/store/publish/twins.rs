//! Which rows and passages of a plan stand in another plan of the store too?
//!
//! Such a check belongs to the newer of the two plans, whichever is published
//! first, so that the store says the same in whatever order plans come in.

use std::collections::BTreeSet;

use plandoc::{
    Reading,
    check::twins::{Place, Twin, twins},
    span::{CharRange, Text},
};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{
    State,
    across::{Label, PlanCheck},
    fingerprint, places, plan,
    records::{BATCH, assign, reconcile},
    shape::{Context, Ids},
};
use crate::store::{
    RecordKind, StoreError, Stored,
    entities::{self, record, twin_place},
};

/// Another current plan, and what it shares with the one being published.
struct Other {
    row: entities::plan::Model,
    /// What its checks say of it: province and period.
    plan: plandoc::records::plan::Plan,
    label: Label,
    /// Ids of its spending records that are shared, each in its place in the list.
    spending: Vec<String>,
    /// Seen from the plan being published.
    twins: Vec<Twin>,
}

/// The other current plans that share something with the one being published, or did.
pub(super) struct Others {
    published: Label,
    places: Vec<Place>,
    plans: Vec<Other>,
}

impl Others {
    /// Looks up the plans that share a row or passage with the one being published, and those that
    /// show that they shared one with what it was.
    pub(super) async fn load(transaction: &DatabaseTransaction, state: &State<'_>) -> Stored<Self> {
        let reading = state.publication.reading;
        let published = Label::new(state.id, &reading.plan);
        let places = places::hashed(reading);
        let mut alike = places::alike(transaction, state.id, &places).await?;
        let mut ids = showing(transaction, state.id).await?;
        ids.extend(alike.keys().cloned());
        let ids: Vec<String> = ids.into_iter().collect();
        let mut others = Vec::with_capacity(ids.len());
        for batch in ids.chunks(BATCH) {
            let rows = entities::plan::Entity::find()
                .filter(entities::plan::Column::RevisionTo.is_null())
                .filter(entities::plan::Column::Id.is_in(batch))
                .order_by_asc(entities::plan::Column::Id)
                .all(transaction)
                .await?;
            for row in rows {
                let shared = alike.remove(&row.id).unwrap_or_default();
                let mut other = Other::new(row, &shared, &places)?;
                if other.label.age > published.age {
                    other.quote(transaction).await?;
                }
                others.push(other);
            }
        }
        Ok(Self { published, places, plans: others })
    }

    /// The places of the plan being published.
    pub(super) fn places(&self) -> &[Place] {
        &self.places
    }

    /// The checks that the plan being published shows, as the newer one.
    pub(super) fn twins_of_published(&self) -> Vec<PlanCheck> {
        let older = self.plans.iter().filter(|other| other.label.age < self.published.age);
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
        let mut touched = Vec::new();
        for other in &self.plans {
            let newer = other.label.age > self.published.age;
            let twins: Vec<Twin> =
                if newer { other.twins.iter().map(Twin::swapped).collect() } else { Vec::new() };
            let checks: Vec<PlanCheck> =
                twins.iter().map(|twin| PlanCheck::across(twin, &self.published, ids.spending())).collect();
            if other.show(transaction, state, checks).await? {
                touched.push(other.row.id.clone());
            }
        }
        Ok(touched)
    }
}

impl Other {
    fn new(row: entities::plan::Model, shared: &[twin_place::Model], places: &[Place]) -> Stored<Self> {
        let public: app::types::plan::Plan = serde_json::from_str(&row.body).map_err(|error| {
            StoreError::Damaged { what: "plan", id: row.id.clone(), detail: error.to_string() }
        })?;
        let plan = plandoc::records::plan::Plan {
            issued_on: public.issued_on,
            province: public.province,
            province_slug: public.province_slug,
            province_now: public.province_now_slug,
            period_start: public.period_start,
            period_end: public.period_end,
            ..plandoc::records::plan::Plan::default()
        };
        let mut spending = Vec::new();
        for place in shared {
            let index = place.row.and_then(|row| usize::try_from(row).ok());
            if let Some((index, id)) = index.zip(place.record_id.clone()) {
                spending.resize(spending.len().max(index + 1), String::new());
                spending[index] = id;
            }
        }
        let shared: Vec<Place> = shared.iter().map(places::kept).collect();
        let label = Label::new(&row.id, &plan);
        Ok(Self { label, spending, twins: twins(places, &shared), plan, row })
    }

    /// Gives its places their words, which its own checks quote.
    async fn quote(&mut self, transaction: &DatabaseTransaction) -> Stored<()> {
        if self.twins.is_empty() {
            return Ok(());
        }
        let rows = places::row_quotes(transaction, &self.spending).await?;
        let text = Text::new(crate::store::plans::text(transaction, &self.row.text_sha256).await?);
        for place in self.twins.iter_mut().map(|twin| &mut twin.other) {
            place.quote = match place.record.as_ref().and_then(places::index) {
                Some(row) => self.spending.get(row).and_then(|id| rows.get(id)).cloned().unwrap_or_default(),
                None => text.slice(CharRange::new(place.start, place.end)).to_owned(),
            };
        }
        Ok(())
    }

    /// Makes these checks the plan's checks across to the one being published; says whether anything changed.
    async fn show(
        &self,
        transaction: &DatabaseTransaction,
        state: &State<'_>,
        mut checks: Vec<PlanCheck>,
    ) -> Stored<bool> {
        let all = checks_of(transaction, &self.row.id).await?;
        let with_published = |row: &record::Model| row.other_plan_id.as_deref() == Some(state.id);
        let (earlier, rest): (Vec<_>, Vec<_>) = all.into_iter().partition(with_published);
        if earlier.is_empty() && checks.is_empty() {
            return Ok(false);
        }
        checks.sort_by_key(|check| (check.check.start, check.check.end));
        let reading = Reading { plan: self.plan.clone(), ..Reading::default() };
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

/// Current checks of a plan, in their order.
async fn checks_of(transaction: &DatabaseTransaction, plan_id: &str) -> Stored<Vec<record::Model>> {
    Ok(record::Entity::find()
        .filter(record::Column::RevisionTo.is_null())
        .filter(record::Column::PlanId.eq(plan_id))
        .filter(record::Column::Kind.eq(RecordKind::Checks))
        .order_by_asc(record::Column::Ordinal)
        .all(transaction)
        .await?)
}

/// Ids of the plans that show what they share with a plan.
async fn showing(transaction: &DatabaseTransaction, plan_id: &str) -> Stored<BTreeSet<String>> {
    let ids: Vec<String> = record::Entity::find()
        .select_only()
        .column(record::Column::PlanId)
        .distinct()
        .filter(record::Column::RevisionTo.is_null())
        .filter(record::Column::OtherPlanId.eq(plan_id))
        .into_tuple()
        .all(transaction)
        .await?;
    Ok(ids.into_iter().collect())
}
