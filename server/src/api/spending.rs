//! What does the list of spending say of itself?

use app::{
    portal::Answer,
    types::{filter::Filter, spending::Spending},
};
use serde_json::{Map, Value};

use super::{noun::Noun, reply::fields};
use crate::portal::ServerPortal;

impl Noun for Spending {
    const SUMMARY: &'static str = "Tasks and money";
    const DESCRIPTION: &'static str = "One record for each task, project or row of a task table, with or without money. \
        `meta.sums` adds up the whole filtered list: `in_sum` rows only, one sum for each phase \
        and basis, never mixed.";

    async fn figures(portal: &ServerPortal, filter: &Filter) -> Answer<Map<String, Value>> {
        fields(&portal.money(filter).await?)
    }
}
