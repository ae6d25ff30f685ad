//! How do a plan's records become rows, those that stay as they were left alone?

use std::collections::{BTreeMap, HashMap, HashSet};

use sea_orm::{
    ActiveModelTrait, ActiveValue::NotSet, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait,
    IntoActiveModel, QueryFilter, QueryOrder, sea_query::Expr,
};

use super::{
    Outcome, State,
    fingerprint::{self, Fingerprint},
    identity,
    matching::continuations,
    reader_version,
    shape::{Context, Ids},
};
use crate::store::{RecordKind, Stored, entities::record};

/// Rows at a time: both engines bind only so many values to one statement.
const BATCH: usize = 400;

/// How many rows a publication opened and closed.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Changes {
    pub(super) opened: usize,
    pub(super) closed: usize,
    pub(super) gone: usize,
}

/// Closes the rows that no longer hold, opens those that now do, and gives all ids.
pub(super) async fn replace(transaction: &DatabaseTransaction, state: &State<'_>) -> Stored<(Ids, Changes)> {
    let earlier = current(transaction, state.id).await?;
    let drafts: Vec<Draft> = drafts(state);
    let ids = assign(transaction, state, &earlier, &drafts).await?;
    let context = Context {
        plan_id: state.id,
        reading: state.publication.reading,
        text_sha256: state.text_sha256,
        reader_version: reader_version(),
        revision: state.revision,
        ids,
    };
    let mut before: HashMap<String, record::Model> =
        earlier.into_iter().map(|row| (row.id.clone(), row)).collect();
    let mut opened = Vec::new();
    let mut superseded = Vec::new();
    for draft in &drafts {
        let row = context.row(draft.kind, draft.index, &draft.fingerprint)?;
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
    close(transaction, state, &superseded, None).await?;
    close(transaction, state, &gone, Some(reason(state.outcome))).await?;
    open(transaction, opened).await?;
    Ok((context.ids, changes))
}

/// A record of the reading before it has its id.
struct Draft {
    kind: RecordKind,
    index: usize,
    fingerprint: Fingerprint,
}

fn drafts(state: &State<'_>) -> Vec<Draft> {
    let lists = fingerprint::of_reading(state.publication.reading);
    let lists = RecordKind::ALL.into_iter().zip(lists);
    lists
        .flat_map(|(kind, list)| {
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

/// Gives every draft its id: that of the record it continues, else that of one that
/// came back, else a new one.
async fn assign(
    transaction: &DatabaseTransaction,
    state: &State<'_>,
    earlier: &[record::Model],
    drafts: &[Draft],
) -> Stored<Ids> {
    let known: Vec<Fingerprint> = earlier.iter().map(Fingerprint::of_row).collect::<Result<_, _>>()?;
    let new: Vec<Fingerprint> = drafts.iter().map(|draft| draft.fingerprint.clone()).collect();
    let continued = continuations(&known, &new);
    let mut taken: HashSet<String> = earlier.iter().map(|row| row.id.clone()).collect();
    let columns: Vec<String> = new.iter().map(Fingerprint::column).collect();
    let unmatched: Vec<usize> = (0..drafts.len()).filter(|index| !continued.contains_key(index)).collect();
    let wanted: Vec<String> = unmatched.iter().map(|&index| columns[index].clone()).collect();
    let returned = returned(transaction, state.id, &wanted).await?;
    loop {
        let mut used = taken.clone();
        let mut made: HashMap<usize, String> = HashMap::new();
        let mut fresh: Vec<String> = Vec::new();
        for &index in &unmatched {
            let back = returned.get(&columns[index]).filter(|id| !used.contains(*id));
            let id = back.cloned().unwrap_or_else(|| {
                let id = identity::record_id(state.id, &new[index], &used);
                fresh.push(id.clone());
                id
            });
            used.insert(id.clone());
            made.insert(index, id);
        }
        let clashes = existing(transaction, &fresh).await?;
        if clashes.is_empty() {
            return Ok(ids(drafts, |index| {
                continued.get(&index).map_or_else(|| made[&index].clone(), |&old| earlier[old].id.clone())
            }));
        }
        taken.extend(clashes);
    }
}

fn ids(drafts: &[Draft], id: impl Fn(usize) -> String) -> Ids {
    let mut lists: BTreeMap<RecordKind, Vec<String>> =
        RecordKind::ALL.into_iter().map(|kind| (kind, Vec::new())).collect();
    for (index, draft) in drafts.iter().enumerate() {
        lists.entry(draft.kind).or_default().push(id(index));
    }
    Ids { lists }
}

/// Current rows of a plan's records, in the order of its text.
async fn current(transaction: &DatabaseTransaction, plan_id: &str) -> Stored<Vec<record::Model>> {
    Ok(record::Entity::find()
        .filter(record::Column::RevisionTo.is_null())
        .filter(record::Column::PlanId.eq(plan_id))
        .order_by_asc(record::Column::Kind)
        .order_by_asc(record::Column::Ordinal)
        .all(transaction)
        .await?)
}

/// Ids of gone records of the plan by their last fingerprint.
async fn returned(
    transaction: &DatabaseTransaction,
    plan_id: &str,
    columns: &[String],
) -> Stored<HashMap<String, String>> {
    let mut found = HashMap::new();
    for batch in columns.chunks(BATCH) {
        let rows = record::Entity::find()
            .filter(record::Column::PlanId.eq(plan_id))
            .filter(record::Column::GoneReason.is_not_null())
            .filter(record::Column::Fingerprint.is_in(batch))
            .order_by_asc(record::Column::RevisionFrom)
            .all(transaction)
            .await?;
        found.extend(rows.into_iter().map(|row| (row.fingerprint, row.id)));
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
    state: &State<'_>,
    rows: &[i64],
    reason: Option<&str>,
) -> Stored<()> {
    for batch in rows.chunks(BATCH) {
        record::Entity::update_many()
            .col_expr(record::Column::RevisionTo, Expr::value(Some(state.revision)))
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
