//! Which tables does the whole data set have?
//!
//! One for each list of the API, told by its endpoints, so that a new list is in the data set too.

use std::{future::Future, pin::Pin};

use app::{error::PortalError, portal::Answer};
use serde::Serialize;
use serde_json::Value;

use super::{
    columns::{Column, columns},
    endpoints,
    noun::Noun,
};
use crate::portal::{ListSpec, Page, ServerPortal};

/// An answer on its way.
type Coming<T> = Pin<Box<dyn Future<Output = Answer<T>> + Send>>;

/// One list, its type forgotten.
#[derive(Clone, Copy)]
pub(crate) struct Table {
    /// What the list can be asked.
    pub(crate) spec: &'static ListSpec,
    /// What it lists, in one line.
    pub(crate) summary: &'static str,
    /// What one needs to know to use it rightly.
    pub(crate) description: &'static str,
    /// Its columns, labelled in English if so told.
    pub(crate) columns: fn(bool) -> Vec<Column>,
    /// The public shape of a row of the store.
    pub(crate) stored: fn(&str) -> Answer<Option<Value>>,
    /// One page of all its records, from a cursor on, in the order of the data set.
    pub(crate) every: fn(ServerPortal, Option<String>) -> Coming<Page<Value>>,
}

impl Table {
    /// The table of a list.
    pub(super) fn of<N: Noun>() -> Self {
        Self {
            spec: N::SPEC,
            summary: N::SUMMARY,
            description: N::DESCRIPTION,
            columns: columns::<N>,
            stored: |body| N::stored(body, None)?.as_ref().map(value).transpose(),
            every: |portal, cursor| {
                Box::pin(async move {
                    let page = N::every(&portal, cursor).await?;
                    let records = page.records.iter().map(value).collect::<Answer<_>>()?;
                    Ok(Page { records, next: page.next })
                })
            },
        }
    }
}

fn value<T: Serialize>(record: &T) -> Answer<Value> {
    serde_json::to_value(record).map_err(|error| {
        tracing::error!(%error, "a record could not be written as JSON");
        PortalError::Failed { what: "a record could not be written as JSON".to_owned() }
    })
}

/// The tables of all lists.
pub(crate) fn tables() -> Vec<Table> {
    endpoints().into_iter().filter_map(|endpoint| endpoint.table).collect()
}
