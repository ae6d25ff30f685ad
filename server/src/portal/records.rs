//! How is a list of any kind of record answered?

use app::{
    portal::Answer,
    types::{
        agency::Agency,
        check::Check,
        citation::Citation,
        filter::{Filter, LIMIT_MAX},
        indicator::Indicator,
        law::Law,
        listing::Listing,
        objective::Objective,
        plan::Plan,
        progress::Progress,
        province::Province,
        spending::Spending,
        target::Target,
        total::Total,
    },
};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{
    ServerPortal, checks, citations,
    filter::Rows,
    grouping::Grouping,
    list::{Page, list, page, page_in, shape},
    named::{self, Named},
    newest::{Dated, newest},
    objectives,
    paging::{BY_ID, Paging},
    plans, progress, provinces, record,
    spec::{AS_PRINTED, ListSpec},
    spending, targets, totals,
};
use crate::store::RecordKind;

/// A shape that the store holds a list of.
pub(crate) trait Stored: DeserializeOwned + Send + Sync {
    /// What the list can be asked.
    const SPEC: &'static ListSpec;
    /// Which records they are; none of them for plans.
    const KIND: Option<RecordKind>;

    /// The public shape of a row, in the language asked for.
    fn shape(body: &str, lang: Option<&str>) -> Answer<Self> {
        let _ = lang;
        shape(body)
    }
}

macro_rules! stored {
    ($shape:ty, $noun:ident, $kind:expr) => {
        impl Stored for $shape {
            const SPEC: &'static ListSpec = &$noun::SPEC;
            const KIND: Option<RecordKind> = $kind;
        }
    };
}

stored!(Plan, plans, None);
stored!(Objective, objectives, Some(RecordKind::Objectives));
stored!(Target, targets, Some(RecordKind::Targets));
stored!(Progress, progress, Some(RecordKind::Progress));
stored!(Spending, spending, Some(RecordKind::Spending));
stored!(Total, totals, Some(RecordKind::Totals));
stored!(Citation, citations, Some(RecordKind::Citations));

impl Stored for Check {
    const SPEC: &'static ListSpec = &checks::SPEC;
    const KIND: Option<RecordKind> = Some(RecordKind::Checks);

    fn shape(body: &str, lang: Option<&str>) -> Answer<Self> {
        checks::in_language(body, lang)
    }
}

/// The rows of a list as a revision shows them.
pub(crate) fn rows<T: Stored>(revision: u64) -> Rows {
    T::KIND.map_or_else(|| Rows::plans(revision), |kind| Rows::records(kind, revision))
}

/// What can be listed: page by page, or one by its id.
pub(crate) trait Listed: Sized {
    /// What the list can be asked.
    const SPEC: &'static ListSpec;

    /// One page of the list that is shown now, with its count and facets.
    fn list(portal: &ServerPortal, filter: &Filter) -> impl Future<Output = Answer<Listing<Self>>> + Send;

    /// One page as a revision shows it, and nothing about the whole.
    fn page(
        portal: &ServerPortal,
        revision: u64,
        filter: &Filter,
    ) -> impl Future<Output = Answer<Page<Self>>> + Send;

    /// One page of all of them, plan by plan as printed, as a mirror can put them in order.
    fn every(portal: &ServerPortal, cursor: Option<String>) -> impl Future<Output = Answer<Page<Self>>> + Send
    where
        Self: Send,
    {
        async move {
            let filter = Filter { cursor, limit: Some(LIMIT_MAX), ..Filter::default() };
            Self::page(portal, portal.shown(), &filter).await
        }
    }

    /// The public shape of a row of the store; none for what is worked out from all plans.
    fn stored(body: &str, lang: Option<&str>) -> Answer<Option<Self>> {
        let _ = (body, lang);
        Ok(None)
    }

    /// One page of the groups that a filter asks for, as a revision shows them.
    fn groups(
        portal: &ServerPortal,
        revision: u64,
        filter: &Filter,
    ) -> impl Future<Output = Answer<Page<Value>>> + Send {
        // Only stored lists take the parameters that ask for groups.
        let _ = (portal, revision, filter);
        async { Ok(Page { records: Vec::new(), next: None }) }
    }

    /// The number of those groups.
    fn group_count(
        portal: &ServerPortal,
        revision: u64,
        filter: &Filter,
    ) -> impl Future<Output = Answer<u64>> + Send {
        let _ = (portal, revision, filter);
        async { Ok(0) }
    }

    /// Those of a filtered list that were published or changed last, the newest first.
    fn newest(portal: &ServerPortal, filter: &Filter) -> impl Future<Output = Answer<Vec<Dated<Self>>>> + Send
    where
        Self: Send,
    {
        // What is worked out from all plans is as new as the newest of them.
        async {
            let stamp = portal.stamp();
            let page = Self::page(portal, stamp.revision, filter).await?;
            Ok(page.records.into_iter().map(|record| Dated { record, at: stamp.moment.clone() }).collect())
        }
    }

    /// One of them.
    fn one(portal: &ServerPortal, id: &str, lang: Option<&str>) -> impl Future<Output = Answer<Self>> + Send;
}

impl<T: Stored> Listed for T {
    const SPEC: &'static ListSpec = T::SPEC;

    async fn list(portal: &ServerPortal, filter: &Filter) -> Answer<Listing<Self>> {
        let filter = T::SPEC.check(filter)?;
        plans::known(portal, &filter).await?;
        let shape = |body: &str| T::shape(body, filter.lang.as_deref());
        list(portal, rows::<T>(portal.shown()), T::SPEC, &filter, shape).await
    }

    async fn page(portal: &ServerPortal, revision: u64, filter: &Filter) -> Answer<Page<Self>> {
        plans::known(portal, filter).await?;
        let shape = |body: &str| T::shape(body, filter.lang.as_deref());
        page(portal.db(), rows::<T>(revision), T::SPEC, filter, shape).await
    }

    async fn every(portal: &ServerPortal, cursor: Option<String>) -> Answer<Page<Self>> {
        let filter = Filter { cursor, limit: Some(LIMIT_MAX), ..Filter::default() };
        let keys = match T::KIND {
            Some(_) => [AS_PRINTED, &[BY_ID]].concat(),
            None => vec![BY_ID],
        };
        let paging = Paging::by(format!("{}:every", T::SPEC.noun), keys);
        let rows = rows::<T>(portal.shown());
        page_in(paging, portal.db(), rows, T::SPEC, &filter, |body| T::shape(body, None)).await
    }

    fn stored(body: &str, lang: Option<&str>) -> Answer<Option<Self>> {
        T::shape(body, lang).map(Some)
    }

    async fn groups(portal: &ServerPortal, revision: u64, filter: &Filter) -> Answer<Page<Value>> {
        plans::known(portal, filter).await?;
        Grouping::new(T::SPEC, filter).page(portal, rows::<T>(revision)).await
    }

    async fn group_count(portal: &ServerPortal, revision: u64, filter: &Filter) -> Answer<u64> {
        Grouping::new(T::SPEC, filter).count(portal.db(), rows::<T>(revision)).await
    }

    async fn newest(portal: &ServerPortal, filter: &Filter) -> Answer<Vec<Dated<Self>>> {
        plans::known(portal, filter).await?;
        let shape = |body: &str| T::shape(body, filter.lang.as_deref());
        newest(portal.db(), rows::<T>(portal.shown()), T::SPEC, filter, shape).await
    }

    async fn one(portal: &ServerPortal, id: &str, lang: Option<&str>) -> Answer<Self> {
        match T::KIND {
            Some(kind) => T::shape(&record::body(portal, Some(kind), id).await?.json, lang),
            None => T::shape(&plans::body(portal, id).await?, lang),
        }
    }
}

impl Listed for Province {
    const SPEC: &'static ListSpec = &provinces::SPEC;

    async fn list(portal: &ServerPortal, filter: &Filter) -> Answer<Listing<Self>> {
        provinces::list(portal, &provinces::SPEC.check(filter)?).await
    }

    /// Provinces are few; an export has them in one page.
    async fn page(portal: &ServerPortal, _: u64, filter: &Filter) -> Answer<Page<Self>> {
        let listing = provinces::list(portal, filter).await?;
        Ok(Page { records: listing.records, next: listing.next })
    }

    async fn one(portal: &ServerPortal, slug: &str, _: Option<&str>) -> Answer<Self> {
        provinces::one(portal, slug).await
    }
}

/// Lists whose rows are what records name.
macro_rules! named {
    ($shape:ty) => {
        impl Listed for $shape {
            const SPEC: &'static ListSpec = <$shape as Named>::SPEC;

            async fn list(portal: &ServerPortal, filter: &Filter) -> Answer<Listing<Self>> {
                named::listed(portal, &<$shape as Named>::SPEC.check(filter)?).await
            }

            /// Counted of what is shown now, which an export is held to.
            async fn page(portal: &ServerPortal, _: u64, filter: &Filter) -> Answer<Page<Self>> {
                let listing = named::listed(portal, filter).await?;
                Ok(Page { records: listing.records, next: listing.next })
            }

            async fn one(portal: &ServerPortal, id: &str, _: Option<&str>) -> Answer<Self> {
                named::one(portal, id).await
            }
        }
    };
}

named!(Indicator);
named!(Agency);
named!(Law);
