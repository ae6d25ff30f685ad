//! What do all list pages share?
//!
//! Head, filter, chips, the region that the filter's island swaps, the way on,
//! the data behind it, and what to loosen when nothing fits.

use leptos::prelude::*;

use super::Visit;
use crate::{
    components::{
        data_line::DataLine,
        filter_bar::{FilterBar, conditions},
        head::{HeadTags, PageHead},
        pager::Pager,
        state::{EmptyState, Loosening},
    },
    i18n::Language,
    islands::LiveResults,
    paths,
    portal::Answer,
    types::{
        filter::Filter,
        listing::{Facet, Listing},
    },
};

/// What differs between list pages.
pub struct Frame {
    /// The list: "targets".
    pub noun: &'static str,
    /// The heading.
    pub title: String,
    /// The sentence under it.
    pub lead: String,
    /// What is said when no row fits.
    pub empty: String,
    /// Parameters that the form offers, in order.
    pub parameters: &'static [&'static str],
    /// The order of the rows unless another is asked for.
    pub order: Option<&'static str>,
}

/// The filter with the order in which a page shows its rows unless told.
pub fn in_order(filter: &Filter, order: Option<&str>) -> Filter {
    let sort = filter.sort.clone().filter(|sort| !sort.is_empty());
    Filter { sort: sort.or_else(|| order.map(str::to_owned)), ..filter.clone() }
}

/// What holds for a list, apart from its rows.
pub struct Extent {
    /// Rows shown.
    pub shown: usize,
    /// Rows in the whole filtered list.
    pub total: u64,
    /// Cursor of the next page.
    pub next: Option<String>,
    /// Values one can filter by.
    pub facets: Vec<Facet>,
}

impl<T> From<Listing<T>> for Extent {
    fn from(listing: Listing<T>) -> Self {
        Self {
            shown: listing.records.len(),
            total: listing.total,
            next: listing.next,
            facets: listing.facets,
        }
    }
}

/// A list page around its `rows`.
pub async fn shown(
    visit: &Visit,
    frame: Frame,
    filter: Filter,
    extent: Extent,
    rows: AnyView,
) -> Answer<AnyView> {
    let lang = visit.lang;
    let Frame { noun, title, lead, empty, parameters, order } = frame;
    let all = paths::list(lang, noun, &Filter::default());
    let rows_found = rows_found(lang, extent.total);
    let results = if extent.total == 0 {
        let loosenings = loosenings(visit, noun, &filter, &extent.facets).await?;
        view! { <EmptyState lang title=empty loosenings all /> }.into_any()
    } else {
        view! {
            {rows}
            <Pager lang noun filter=filter.clone() shown=extent.shown total=extent.total next=extent.next />
        }
        .into_any()
    };
    let canonical =
        paths::query_of(&Filter { lang: None, cursor: None, sort: None, limit: None, ..filter.clone() });
    Ok(view! {
        <HeadTags place=visit.place.clone() title=title.clone() description=lead.clone() query=canonical />
        <PageHead title lead=Some(lead) />
        <LiveResults waiting=lang.t("filter-waiting") />
        <div id="results" data-region data-announce=rows_found>
            <FilterBar lang noun filter=&filter facets=&extent.facets parameters />
            {results}
            <DataLine lang noun filter=in_order(&filter, order) />
        </div>
    }
    .into_any())
}

/// "47 rows", for those who listen.
fn rows_found(lang: Language, total: u64) -> String {
    crate::tr!(lang, "rows", count = crate::format::counted(total))
}

/// Per chosen condition the rows there would be without it.
async fn loosenings(visit: &Visit, noun: &str, filter: &Filter, facets: &[Facet]) -> Answer<Vec<Loosening>> {
    let mut ways = Vec::new();
    for condition in conditions(visit.lang, noun, filter, facets) {
        let looser = Filter { limit: Some(1), cursor: None, ..condition.filter.clone() };
        if let Some(rows) = total_of(visit, noun, &looser).await? {
            ways.push(Loosening { condition, rows });
        }
    }
    Ok(ways)
}

/// Rows of a list, if there is such a list.
async fn total_of(visit: &Visit, noun: &str, filter: &Filter) -> Answer<Option<u64>> {
    let portal = &visit.portal;
    let total = match noun {
        "plans" => portal.plans(filter).await.map(|list| list.total),
        "targets" => portal.targets(filter).await.map(|list| list.total),
        "progress" => portal.progress(filter).await.map(|list| list.total),
        "spending" => portal.spending(filter).await.map(|list| list.total),
        "provinces" => portal.provinces(filter).await.map(|list| list.total),
        "indicators" => portal.indicators(filter).await.map(|list| list.total),
        "agencies" => portal.agencies(filter).await.map(|list| list.total),
        "laws" => portal.laws(filter).await.map(|list| list.total),
        "checks" => portal.checks(filter).await.map(|list| list.total),
        _ => return Ok(None),
    };
    total.map(Some)
}
