//! What does the list of progress say of itself?

use app::{
    portal::Answer,
    types::{filter::Filter, progress::Progress},
};
use serde_json::{Map, Value};

use super::{noun::Noun, reply::fields};
use crate::portal::ServerPortal;

impl Noun for Progress {
    const SUMMARY: &'static str = "Results reported";
    const DESCRIPTION: &'static str = "One record for each result reported. `status_basis` says whether the document judges \
        (`stated`) or the portal worked it out from value and target (`computed`); `meta.stated` \
        and `meta.computed` count both over the whole filtered list.";

    async fn figures(portal: &ServerPortal, filter: &Filter) -> Answer<Map<String, Value>> {
        fields(&portal.judged(filter).await?)
    }
}
