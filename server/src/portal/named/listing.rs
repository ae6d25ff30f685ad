//! How is a list answered whose rows are things that records name?

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use app::{
    error::PortalError,
    portal::Answer,
    types::{
        filter::Filter,
        listing::{Facet, FacetValue, Listing},
    },
};
use plandoc::text::fold;

use super::{
    plans::{Plans, narrows},
    uses::{Counts, Use},
};
use crate::portal::{
    ServerPortal,
    in_memory::page_of,
    label::Labels,
    near::near,
    paging::{KeyValue, Paging},
    parameter::Parameter,
    plans,
    spec::ListSpec,
};

/// A thing that records name.
pub(crate) trait Named: Clone + Send + Sync {
    /// What the list can be asked.
    const SPEC: &'static ListSpec;
    /// What one of them is called in errors.
    const ONE: &'static str;
    /// Parameters that ask for a property of its own; all others ask for plans.
    const PROPERTIES: &'static [Parameter];
    /// Whether it is listed where nothing names it.
    const LISTED_UNNAMED: bool;

    /// Its name in addresses.
    fn id(&self) -> &str;
    /// Everything that it is called.
    fn words(&self) -> String;
    /// What it is ordered by in a column.
    fn key(&self, column: &str) -> KeyValue;
    /// The same with counts.
    fn counted(&self, counts: Counts) -> Self;
    /// Its value of one of [`Self::PROPERTIES`].
    fn property(&self, parameter: Parameter) -> Option<&str>;
    /// All of them, as of what is shown now.
    fn things(portal: &ServerPortal) -> impl Future<Output = Answer<Arc<Things<Self>>>> + Send;
}

/// All things of a kind with where they are named.
#[derive(Debug)]
pub(crate) struct Things<T> {
    pub(super) plans: Plans,
    pub(super) things: Vec<Thing<T>>,
}

/// One thing with where it is named.
#[derive(Debug)]
pub(super) struct Thing<T> {
    pub(super) what: T,
    pub(super) uses: Vec<Use>,
    words: Vec<String>,
}

impl<T: Named> Thing<T> {
    pub(super) fn new(what: T, uses: Vec<Use>) -> Self {
        let words = fold::words(&what.words());
        Self { what, uses, words }
    }
}

impl<T: Named> Things<T> {
    /// Those that a filter leaves, before any is counted.
    fn asked<'a>(&'a self, filter: &'a Filter) -> impl Iterator<Item = &'a Thing<T>> {
        let asked = filter.q.as_deref().map(fold::words);
        self.things.iter().filter(move |thing| {
            let said = |word: &String| thing.words.iter().any(|own| own.starts_with(word.as_str()));
            asked.as_ref().is_none_or(|asked| !asked.is_empty() && asked.iter().all(said))
                && T::PROPERTIES.iter().all(|parameter| {
                    let wanted = parameter.value(filter);
                    wanted.is_none() || wanted.as_deref() == thing.what.property(*parameter)
                })
        })
    }

    /// Those that a filter leaves, counted under the plans that it leaves.
    fn left(&self, filter: &Filter) -> Vec<T> {
        let left = self.plans.left(filter);
        let unnamed = T::LISTED_UNNAMED && !narrows(filter);
        self.asked(filter)
            .map(|thing| (thing, Counts::of(&thing.uses, &self.plans, &left)))
            .filter(|(_, counts)| unnamed || !counts.is_none())
            .map(|(thing, counts)| thing.what.counted(counts))
            .collect()
    }

    /// Values of a parameter, each with the things that it would leave, most of them first.
    fn facet(&self, filter: &Filter, parameter: Parameter, labels: &Labels) -> Facet {
        let mut others = filter.clone();
        parameter.clear(&mut others);
        let left = self.plans.left(&others);
        let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
        for thing in self.asked(&others) {
            for value in self.values(thing, parameter, &left) {
                *counts.entry(value).or_default() += 1;
            }
        }
        let chosen = parameter.value(filter);
        if let Some(chosen) = &chosen {
            counts.entry(chosen).or_default();
        }
        let value = |(value, count): (&str, u64)| FacetValue {
            label: labels.of(parameter, value),
            chosen: chosen.as_deref() == Some(value),
            value: value.to_owned(),
            count,
        };
        let mut values: Vec<FacetValue> = counts.into_iter().map(value).collect();
        values.sort_by_key(|value| std::cmp::Reverse(value.count));
        Facet { parameter: parameter.name().to_owned(), values }
    }

    /// What a thing counts for: its own property, or the provinces whose plans name it.
    fn values<'a>(&'a self, thing: &'a Thing<T>, parameter: Parameter, left: &[bool]) -> BTreeSet<&'a str> {
        if T::PROPERTIES.contains(&parameter) {
            return thing.what.property(parameter).into_iter().collect();
        }
        let uses = thing.uses.iter().filter(|used| left[used.plan]);
        uses.filter_map(|used| self.plans.at(used.plan).province.as_deref()).collect()
    }
}

/// One page of the things that a checked filter leaves.
pub(crate) async fn listed<T: Named>(portal: &ServerPortal, filter: &Filter) -> Answer<Listing<T>> {
    plans::known(portal, filter).await?;
    let things = T::things(portal).await?;
    let labels = Labels::load(portal, filter.lang.as_deref()).await?;
    let facets = T::SPEC.facets.iter().map(|parameter| things.facet(filter, *parameter, &labels)).collect();
    let keys = |paging: &Paging, thing: &T| paging.keys().iter().map(|key| thing.key(key.name)).collect();
    let page = page_of(T::SPEC, filter, things.left(filter), keys)?;
    Ok(Listing {
        records: page.records,
        total: page.total,
        next: page.next,
        revision: portal.shown(),
        facets,
    })
}

/// The thing of that id, counted over all plans.
pub(crate) async fn one<T: Named>(portal: &ServerPortal, id: &str) -> Answer<T> {
    let things = T::things(portal).await?;
    let every = things.plans.left(&Filter::default());
    let found = things.things.iter().find(|thing| thing.what.id() == id);
    let counted = found.map(|thing| thing.what.counted(Counts::of(&thing.uses, &things.plans, &every)));
    counted.ok_or_else(|| PortalError::NotFound {
        noun: T::ONE.to_owned(),
        id: id.to_owned(),
        near: near(id, things.things.iter().map(|thing| thing.what.id())),
    })
}
