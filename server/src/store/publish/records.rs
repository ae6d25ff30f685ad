//! How do a plan's records become rows, those that stay as they were left alone?

use std::collections::{BTreeMap, HashMap, HashSet};

use plandoc::Reading;
use sea_orm::{
    ActiveModelTrait, ActiveValue::NotSet, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait,
    IntoActiveModel, QueryFilter, QueryOrder, sea_query::Expr,
};

use super::{
    Outcome, PlanCheck, State,
    fingerprint::{self, Fingerprint},
    identity,
    matching::continuations,
    reader_version,
    shape::{Context, Ids},
};
use crate::store::{RecordKind, Stored, entities::record};

/// Rows at a time: both engines bind only so many values to one statement.
pub(super) const BATCH: usize = 400;

/// How many rows a publication opened and closed.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Changes {
    pub(super) opened: usize,
    pub(super) closed: usize,
    pub(super) gone: usize,
}

/// Closes the plan's rows that no longer hold, opens those that now do, and gives all ids.
pub(super) async fn replace(
    transaction: &DatabaseTransaction,
    state: &State<'_>,
    twins: Vec<PlanCheck>,
) -> Stored<(Ids, Changes)> {
    let reading = state.publication.reading;
    let checks: Vec<PlanCheck> = reading.checks.iter().cloned().map(PlanCheck::own).chain(twins).collect();
    let earlier = current(transaction, state.id).await?;
    let drafts = drafts(reading, &checks);
    let fingerprints: Vec<Fingerprint> = drafts.iter().map(|draft| draft.fingerprint.clone()).collect();
    let assigned = assign(transaction, state.id, &earlier, &fingerprints).await?;
    let (ids, rows) = rows(state, checks, &drafts, assigned)?;
    let changes = reconcile(transaction, state.revision, reason(state.outcome), earlier, rows).await?;
    Ok((ids, changes))
}

/// The rows that a plan would have, with ids made of the list and the number in it.
pub(super) fn unpublished(state: &State<'_>) -> Stored<(Ids, Vec<record::Model>)> {
    let reading = state.publication.reading;
    let checks: Vec<PlanCheck> = reading.checks.iter().cloned().map(PlanCheck::own).collect();
    let drafts = drafts(reading, &checks);
    let ids = drafts.iter().map(|draft| format!("{}-{}", draft.kind.as_str(), draft.index + 1)).collect();
    rows(state, checks, &drafts, ids)
}

/// The rows of a publication's records under these ids.
fn rows(
    state: &State<'_>,
    checks: Vec<PlanCheck>,
    drafts: &[Draft],
    ids: Vec<String>,
) -> Stored<(Ids, Vec<record::Model>)> {
    let context = Context {
        plan_id: state.id,
        reading: state.publication.reading,
        checks,
        text_sha256: state.text_sha256,
        reader_version: reader_version(),
        revision: state.revision,
        ids: by_list(drafts, ids),
    };
    let row = |draft: &Draft| context.row(draft.kind, draft.index, &draft.fingerprint);
    let rows = drafts.iter().map(row).collect::<Stored<Vec<record::Model>>>()?;
    Ok((context.ids, rows))
}

/// Leaves alone the rows that say what they said, closes the others, and opens the new ones.
pub(super) async fn reconcile(
    transaction: &DatabaseTransaction,
    revision: i64,
    reason: &str,
    earlier: Vec<record::Model>,
    rows: Vec<record::Model>,
) -> Stored<Changes> {
    let mut before: HashMap<String, record::Model> =
        earlier.into_iter().map(|row| (row.id.clone(), row)).collect();
    let mut opened = Vec::new();
    let mut superseded = Vec::new();
    for row in rows {
        match before.remove(&row.id) {
            Some(old) if same(&old, &row) => {}
            Some(old) => {
                superseded.push(old.row_id);
                opened.push(row);
            }
            None => opened.push(row),
        }
    }
    let gone: Vec<i64> = before.into_values().map(|row| row.row_id).collect();
    let changes = Changes { opened: opened.len(), closed: superseded.len() + gone.len(), gone: gone.len() };
    close(transaction, revision, &superseded, None).await?;
    close(transaction, revision, &gone, Some(reason)).await?;
    open(transaction, opened).await?;
    Ok(changes)
}

/// A record of the reading before it has its id.
struct Draft {
    kind: RecordKind,
    index: usize,
    fingerprint: Fingerprint,
}

fn drafts(reading: &Reading, checks: &[PlanCheck]) -> Vec<Draft> {
    RecordKind::ALL
        .into_iter()
        .flat_map(|kind| {
            let list = fingerprint::of_list(reading, checks, kind);
            list.into_iter().enumerate().map(move |(index, fingerprint)| Draft { kind, index, fingerprint })
        })
        .collect()
}

/// Why a record is gone, in the store's words.
fn reason(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::NewVersion => "not_in_new_version",
        _ => "not_read_any_more",
    }
}

/// Gives every record its id: that of the record it continues, else that of one that
/// came back, else a new one.
pub(super) async fn assign(
    transaction: &DatabaseTransaction,
    plan_id: &str,
    earlier: &[record::Model],
    new: &[Fingerprint],
) -> Stored<Vec<String>> {
    let known: Vec<Fingerprint> = earlier.iter().map(Fingerprint::of_row).collect::<Result<_, _>>()?;
    let continued = continuations(&known, new);
    let mut taken: HashSet<String> = earlier.iter().map(|row| row.id.clone()).collect();
    let columns: Vec<String> = new.iter().map(Fingerprint::column).collect();
    let unmatched: Vec<usize> = (0..new.len()).filter(|index| !continued.contains_key(index)).collect();
    let wanted: Vec<String> = unmatched.iter().map(|&index| columns[index].clone()).collect();
    let returned = returned(transaction, plan_id, &wanted).await?;
    loop {
        let mut used = taken.clone();
        let mut made: HashMap<usize, String> = HashMap::new();
        let mut fresh: Vec<String> = Vec::new();
        for &index in &unmatched {
            let back =
                returned.get(&(new[index].kind, columns[index].clone())).filter(|id| !used.contains(*id));
            let id = back.cloned().unwrap_or_else(|| {
                let id = identity::record_id(plan_id, &new[index], &used);
                fresh.push(id.clone());
                id
            });
            used.insert(id.clone());
            made.insert(index, id);
        }
        let clashes = existing(transaction, &fresh).await?;
        if clashes.is_empty() {
            let id = |index| match continued.get(&index) {
                Some(&old) => earlier[old].id.clone(),
                None => made[&index].clone(),
            };
            return Ok((0..new.len()).map(id).collect());
        }
        taken.extend(clashes);
    }
}

fn by_list(drafts: &[Draft], assigned: Vec<String>) -> Ids {
    let mut lists: BTreeMap<RecordKind, Vec<String>> =
        RecordKind::ALL.into_iter().map(|kind| (kind, Vec::new())).collect();
    for (draft, id) in drafts.iter().zip(assigned) {
        lists.entry(draft.kind).or_default().push(id);
    }
    Ids { lists }
}

/// Current rows of a plan's records, in the order of its text.
pub(super) async fn current(transaction: &DatabaseTransaction, plan_id: &str) -> Stored<Vec<record::Model>> {
    Ok(record::Entity::find()
        .filter(record::Column::RevisionTo.is_null())
        .filter(record::Column::PlanId.eq(plan_id))
        .order_by_asc(record::Column::Kind)
        .order_by_asc(record::Column::Ordinal)
        .all(transaction)
        .await?)
}

/// Ids of gone records of the plan by kind and last fingerprint.
async fn returned(
    transaction: &DatabaseTransaction,
    plan_id: &str,
    columns: &[String],
) -> Stored<HashMap<(RecordKind, String), String>> {
    let mut found = HashMap::new();
    for batch in columns.chunks(BATCH) {
        let rows = record::Entity::find()
            .filter(record::Column::PlanId.eq(plan_id))
            .filter(record::Column::GoneReason.is_not_null())
            .filter(record::Column::Fingerprint.is_in(batch))
            .order_by_asc(record::Column::RevisionFrom)
            .all(transaction)
            .await?;
        found.extend(rows.into_iter().map(|row| ((row.kind, row.fingerprint), row.id)));
    }
    Ok(found)
}

/// Those of the ids that a record of any plan or time has.
async fn existing<C: ConnectionTrait>(connection: &C, ids: &[String]) -> Stored<Vec<String>> {
    let mut found = Vec::new();
    for batch in ids.chunks(BATCH) {
        let rows = record::Entity::find().filter(record::Column::Id.is_in(batch)).all(connection).await?;
        found.extend(rows.into_iter().map(|row| row.id));
    }
    Ok(found)
}

/// Whether a row says what the one before said: then that one stays.
fn same(old: &record::Model, new: &record::Model) -> bool {
    let new = record::Model {
        row_id: old.row_id,
        revision_from: old.revision_from,
        reader_version: old.reader_version,
        fingerprint: old.fingerprint.clone(),
        ..new.clone()
    };
    *old == new
}

async fn close(
    transaction: &DatabaseTransaction,
    revision: i64,
    rows: &[i64],
    reason: Option<&str>,
) -> Stored<()> {
    for batch in rows.chunks(BATCH) {
        record::Entity::update_many()
            .col_expr(record::Column::RevisionTo, Expr::value(Some(revision)))
            .col_expr(record::Column::GoneReason, Expr::value(reason.map(str::to_owned)))
            .filter(record::Column::RowId.is_in(batch.iter().copied()))
            .exec(transaction)
            .await?;
    }
    Ok(())
}

async fn open(transaction: &DatabaseTransaction, rows: Vec<record::Model>) -> Stored<()> {
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        let batch = rows.by_ref().take(BATCH).map(|row| {
            let mut row = row.into_active_model().reset_all();
            row.row_id = NotSet;
            row
        });
        record::Entity::insert_many(batch).exec_without_returning(transaction).await?;
    }
    Ok(())
}
