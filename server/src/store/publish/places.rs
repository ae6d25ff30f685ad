//! Where do rows and passages stand that may stand in another plan too?
//!
//! Kept for each plan as it is now, by a hash of what a twin must say, so that a publication looks up
//! only what is the same, however many plans there are.

use std::collections::{BTreeMap, HashMap};

use plandoc::{
    Reading,
    check::twins::{Place, TwinPlace, places},
    records::{RecordRef, spending::Spending},
};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
};
use serde::Deserialize;

use super::{records::BATCH, sha256};
use crate::store::{
    RecordKind, StoreError, Stored,
    entities::{plan, record, twin_place},
};

/// Characters of a hash that are kept: 128 bits.
const KEY_LENGTH: usize = 32;

/// The places of a reading under the keys that the store knows them by.
pub(super) fn hashed(reading: &Reading) -> Vec<Place> {
    let mut places = places(reading);
    for place in &mut places {
        place.key = sha256(place.key.as_bytes());
        place.key.truncate(KEY_LENGTH);
    }
    places
}

/// Keeps a plan's places instead of those it had; `spending` are the ids of its rows.
pub(super) async fn replace<C: ConnectionTrait>(
    connection: &C,
    plan_id: &str,
    places: &[Place],
    spending: &[String],
) -> Stored<()> {
    let of_plan = twin_place::Column::PlanId.eq(plan_id);
    twin_place::Entity::delete_many().filter(of_plan).exec(connection).await?;
    for batch in places.chunks(BATCH) {
        let rows = batch.iter().map(|place| row(plan_id, place, spending));
        twin_place::Entity::insert_many(rows).exec_without_returning(connection).await?;
    }
    Ok(())
}

fn row(plan_id: &str, Place { key, place, .. }: &Place, spending: &[String]) -> twin_place::ActiveModel {
    let row = place.record.as_ref().and_then(index);
    twin_place::ActiveModel {
        id: NotSet,
        plan_id: Set(plan_id.to_owned()),
        key: Set(key.clone()),
        row: Set(row.and_then(|row| i32::try_from(row).ok())),
        record_id: Set(row.and_then(|row| spending.get(row)).cloned()),
        address: Set(place.address.clone()),
        start: Set(position(place.start)),
        end: Set(position(place.end)),
    }
}

/// The number in its list that a reference of the reader names.
pub(super) fn index(reference: &RecordRef) -> Option<usize> {
    reference.0.split_once('/')?.1.parse().ok()
}

fn position(position: usize) -> i32 {
    i32::try_from(position).unwrap_or(i32::MAX)
}

/// The places of other plans that say the same as one of these, by plan, in the order of each.
pub(super) async fn alike<C: ConnectionTrait>(
    connection: &C,
    plan_id: &str,
    places: &[Place],
) -> Stored<BTreeMap<String, Vec<twin_place::Model>>> {
    let mut keys: Vec<&str> = places.iter().map(|place| place.key.as_str()).collect();
    keys.sort_unstable();
    keys.dedup();
    let mut found: BTreeMap<String, Vec<twin_place::Model>> = BTreeMap::new();
    for batch in keys.chunks(BATCH) {
        let rows = twin_place::Entity::find()
            .filter(twin_place::Column::Key.is_in(batch.iter().copied()))
            .filter(twin_place::Column::PlanId.ne(plan_id))
            .order_by_asc(twin_place::Column::Id)
            .all(connection)
            .await?;
        for row in rows {
            found.entry(row.plan_id.clone()).or_default().push(row);
        }
    }
    Ok(found)
}

/// A kept place as the reader gives it, without its words.
pub(super) fn kept(row: &twin_place::Model) -> Place {
    let place = TwinPlace {
        record: row.row.and_then(|row| usize::try_from(row).ok()).map(|row| RecordRef::new("spending", row)),
        address: row.address.clone(),
        quote: String::new(),
        start: usize::try_from(row.start).unwrap_or_default(),
        end: usize::try_from(row.end).unwrap_or_default(),
    };
    Place { key: row.key.clone(), place, amount_vnd: None }
}

/// The words of spending records, by id; blank ids are passed over.
pub(super) async fn row_quotes<C: ConnectionTrait>(
    connection: &C,
    ids: &[String],
) -> Stored<HashMap<String, String>> {
    #[derive(Deserialize)]
    struct Quoted {
        quote: String,
    }
    let mut found = HashMap::new();
    let ids: Vec<&str> = ids.iter().map(String::as_str).filter(|id| !id.is_empty()).collect();
    for batch in ids.chunks(BATCH) {
        let rows = record::Entity::find()
            .filter(record::Column::RevisionTo.is_null())
            .filter(record::Column::Id.is_in(batch.iter().copied()))
            .all(connection)
            .await?;
        for row in rows {
            let quoted: Quoted = serde_json::from_str(&row.body).map_err(|error| damaged(&row.id, &error))?;
            found.insert(row.id, quoted.quote);
        }
    }
    Ok(found)
}

fn damaged(record: &str, error: &serde_json::Error) -> StoreError {
    StoreError::Damaged { what: "record", id: record.to_owned(), detail: error.to_string() }
}

/// Keeps the places of every plan that is published, for a store that has not kept them yet.
pub(in crate::store) async fn fill<C: ConnectionTrait>(connection: &C) -> Stored<()> {
    let plans = plan::Entity::find().filter(plan::Column::RevisionTo.is_null());
    for plan in plans.order_by_asc(plan::Column::Id).all(connection).await? {
        let (reading, spending) = read_back(connection, &plan).await?;
        replace(connection, &plan.id, &hashed(&reading), &spending).await?;
    }
    Ok(())
}

/// What can have a twin in a published plan: its text, blocks and spending, with the ids of that.
async fn read_back<C: ConnectionTrait>(connection: &C, plan: &plan::Model) -> Stored<(Reading, Vec<String>)> {
    let rows = record::Entity::find()
        .filter(record::Column::RevisionTo.is_null())
        .filter(record::Column::PlanId.eq(plan.id.as_str()))
        .filter(record::Column::Kind.eq(RecordKind::Spending))
        .order_by_asc(record::Column::Ordinal)
        .all(connection)
        .await?;
    let spending = rows
        .iter()
        .map(|row| serde_json::from_str::<Spending>(&row.body).map_err(|error| damaged(&row.id, &error)));
    let reading = Reading {
        text: crate::store::plans::text(connection, &plan.text_sha256).await?,
        document: crate::store::plans::reading_document(connection, plan).await?,
        spending: spending.collect::<Stored<_>>()?,
        ..Reading::default()
    };
    Ok((reading, rows.into_iter().map(|row| row.id).collect()))
}
