//! Which lists are there, their types forgotten?
//!
//! They are told by their endpoints, so that a new list is among them.

use app::{error::PortalError, portal::Answer};
use serde::Serialize;
use serde_json::Value;

use super::{
    columns::{Column, columns},
    endpoints,
    noun::Noun,
};
use crate::portal::ListSpec;

/// One list, its type forgotten.
#[derive(Clone, Copy)]
pub(crate) struct Table {
    /// What the list can be asked.
    pub(crate) spec: &'static ListSpec,
    /// Its columns, labelled in English if so told.
    pub(crate) columns: fn(bool) -> Vec<Column>,
    /// The public shape of a row of the store.
    pub(crate) stored: fn(&str) -> Answer<Option<Value>>,
}

impl Table {
    /// The table of a list.
    pub(super) fn of<N: Noun>() -> Self {
        Self {
            spec: N::SPEC,
            columns: columns::<N>,
            stored: |body| N::stored(body, None)?.as_ref().map(value).transpose(),
        }
    }
}

fn value<T: Serialize>(record: &T) -> Answer<Value> {
    serde_json::to_value(record).map_err(|error| {
        tracing::error!(%error, "a record could not be written as JSON");
        PortalError::Failed { what: "a record could not be written as JSON".to_owned() }
    })
}

/// All lists.
pub(crate) fn tables() -> Vec<Table> {
    endpoints().into_iter().filter_map(|endpoint| endpoint.table).collect()
}
