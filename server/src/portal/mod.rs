//! What is the answer to each question, from store and index?
//!
//! One file per noun. Every answer shows the revision that the index has reached, so
//! that lists, sums and search say the same at any moment.

mod answers;
pub(crate) mod changes;
mod checks;
mod citations;
pub(crate) mod compare;
pub(crate) mod condition;
mod facets;
mod filter;
pub(crate) mod grouping;
mod in_memory;
mod kept;
mod label;
mod list;
mod named;
mod near;
mod newest;
mod objectives;
mod overview;
mod paging;
mod parameter;
mod plan_names;
mod plans;
mod progress;
mod provinces;
pub mod reader;
mod record;
mod records;
pub mod search;
mod spec;
mod spending;
pub mod suggest;
mod targets;
mod totals;
mod versions;
mod whole;
mod worked;

use std::sync::Arc;

use app::{
    portal::Answer,
    types::{
        filter::Filter,
        listing::{SpendingFigures, VerdictFigures},
    },
};
use sea_orm::DatabaseConnection;
use serde_json::Value;

use crate::{
    search::{Search, Stamp},
    store::{RecordKind, Store},
};
use filter::Rows;

pub(crate) use label::english;
pub(crate) use list::Page;
pub(crate) use list::failed;
pub(crate) use newest::Dated;
pub(crate) use parameter::Parameter;
pub(crate) use records::Listed;
pub(crate) use spec::{By, ListSpec, NO_QUESTION, ONE_THING, Type, address, listed, pairs};

/// Answers from store and index. Cheap to clone.
#[derive(Clone)]
pub struct ServerPortal {
    store: Store,
    search: Arc<Search>,
    worked: Arc<worked::Worked>,
    /// The state that answers show, if they are held to one.
    held: Option<Stamp>,
}

impl ServerPortal {
    /// A portal over a store and the index that follows it.
    pub fn new(store: Store, search: Arc<Search>) -> Self {
        Self { store, search, worked: Arc::default(), held: None }
    }

    /// The same portal held to what it shows now, so that all parts of one answer are of one state
    /// of the store, whatever is published meanwhile.
    pub(crate) fn held(&self) -> Self {
        Self { held: Some(self.stamp()), ..self.clone() }
    }

    /// The revision that answers show.
    pub(crate) fn shown(&self) -> u64 {
        self.stamp().revision
    }

    /// Which state of which store answers show.
    pub(crate) fn stamp(&self) -> Stamp {
        self.held.clone().unwrap_or_else(|| self.search.stamp())
    }

    /// When a revision was made, RFC 3339; nothing for one that is not shown or that there never was.
    pub(crate) async fn moment_of(&self, revision: u64) -> Answer<Option<String>> {
        let Some(asked) = i64::try_from(revision).ok().filter(|_| revision <= self.shown()) else {
            return Ok(None);
        };
        Ok(newest::moments(self.db(), &[asked]).await?.remove(&asked))
    }

    pub(crate) fn store(&self) -> &Store {
        &self.store
    }

    pub(crate) fn db(&self) -> &DatabaseConnection {
        self.store.connection()
    }

    /// Money over the whole of a filtered list of spending.
    pub(crate) async fn money(&self, filter: &Filter) -> Answer<SpendingFigures> {
        let filter = spending::SPEC.check(filter)?;
        let rows = Rows::records(RecordKind::Spending, self.shown());
        let work = spending::figures(self, rows, &filter);
        let figures = self.worked.money.of(self.stamp(), worked::question("money", &filter), work).await?;
        Ok(figures.as_ref().clone())
    }

    /// Verdicts over the whole of a filtered list of progress.
    pub(crate) async fn judged(&self, filter: &Filter) -> Answer<VerdictFigures> {
        let filter = progress::SPEC.check(filter)?;
        let rows = Rows::records(RecordKind::Progress, self.shown());
        let work = progress::verdicts(self.db(), rows, &filter);
        let question = worked::question("verdicts", &filter);
        Ok(self.worked.verdicts.of(self.stamp(), question, work).await?.as_ref().clone())
    }

    /// One record of any kind.
    pub(crate) async fn any_record(&self, id: &str, lang: Option<&str>) -> Answer<Value> {
        record::record(self, id, lang).await
    }
}

/// What the list of spending can be asked.
pub(crate) fn spending_spec() -> &'static ListSpec {
    &spending::SPEC
}

/// The names of all lists.
pub(crate) fn nouns() -> impl Iterator<Item = &'static str> {
    specs().into_iter().map(|spec| spec.noun)
}

/// What each list can be asked.
fn specs() -> [&'static ListSpec; 12] {
    [
        &plans::SPEC,
        &provinces::SPEC,
        &objectives::SPEC,
        &targets::SPEC,
        &progress::SPEC,
        &spending::SPEC,
        &totals::SPEC,
        &citations::SPEC,
        &checks::SPEC,
        &named::INDICATORS,
        &named::AGENCIES,
        &named::LAWS,
    ]
}
