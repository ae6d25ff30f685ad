//! What is said of the whole of a filtered list, whichever page of it is asked for?

use std::sync::Arc;

use app::{
    portal::Answer,
    types::{filter::Filter, listing::Facet},
};

use super::{ServerPortal, facets, filter::Rows, list::count, spec::ListSpec, worked::question};

/// The number of its rows, and how many each value would leave.
#[derive(Debug)]
pub(super) struct Whole {
    pub(super) total: u64,
    pub(super) facets: Vec<Facet>,
}

/// The same for each page of a list; the filter has been checked.
pub(super) async fn whole(
    portal: &ServerPortal,
    rows: Rows,
    spec: &ListSpec,
    filter: &Filter,
) -> Answer<Arc<Whole>> {
    let work = async {
        let total = count(portal.db(), rows, spec, filter).await?;
        Ok(Whole { total, facets: facets::facets(portal, rows, spec, filter).await? })
    };
    portal.worked.wholes.of(portal.stamp(), question(spec.noun, filter), work).await
}
