//! Which plans does a filter leave, in memory?

use std::{collections::HashMap, ops::RangeInclusive};

use app::{portal::Answer, types::filter::Filter};
use sea_orm::sea_query::{Order as Direction, Query};

use crate::{
    portal::{
        ServerPortal,
        list::{all, get},
    },
    store::held_at,
};

/// What filters ask of a plan.
#[derive(Debug)]
pub(super) struct PlanOf {
    id: String,
    pub(super) province: Option<String>,
    province_now: Option<String>,
    years: Option<RangeInclusive<i32>>,
}

/// Every plan of a state of the store, by its place in this list.
#[derive(Debug, Default)]
pub(super) struct Plans {
    plans: Vec<PlanOf>,
    places: HashMap<String, usize>,
}

impl Plans {
    /// The plans that are shown now.
    pub(super) async fn load(portal: &ServerPortal) -> Answer<Self> {
        let select = Query::select()
            .columns(["id", "province_slug", "province_now_slug", "period_start", "period_end"])
            .from("plans")
            .cond_where(held_at(portal.shown()))
            .order_by("id", Direction::Asc)
            .to_owned();
        let mut found = Self::default();
        for row in all(portal.db(), &select).await? {
            let first: Option<i32> = get(&row, "period_start")?;
            let last: Option<i32> = get(&row, "period_end")?;
            found.push(PlanOf {
                id: get(&row, "id")?,
                province: get(&row, "province_slug")?,
                province_now: get(&row, "province_now_slug")?,
                // Of a plan "until 2025" only the end is stated, and counts for both.
                years: first.or(last).zip(last.or(first)).map(|(first, last)| first..=last),
            });
        }
        Ok(found)
    }

    fn push(&mut self, plan: PlanOf) {
        self.places.insert(plan.id.clone(), self.plans.len());
        self.plans.push(plan);
    }

    /// Their ids, in the order of their places.
    pub(super) fn ids(&self) -> impl Iterator<Item = &str> {
        self.plans.iter().map(|plan| plan.id.as_str())
    }

    /// The place of a plan.
    pub(super) fn place(&self, id: &str) -> Option<usize> {
        self.places.get(id).copied()
    }

    /// The plan at a place.
    pub(super) fn at(&self, place: usize) -> &PlanOf {
        &self.plans[place]
    }

    /// Per plan, whether the filter leaves it.
    pub(super) fn left(&self, filter: &Filter) -> Vec<bool> {
        self.plans.iter().map(|plan| plan.is_left(filter)).collect()
    }
}

impl PlanOf {
    fn is_left(&self, filter: &Filter) -> bool {
        let same = |asked: &Option<String>, own: Option<&String>| {
            asked.as_ref().is_none_or(|asked| own == Some(asked))
        };
        same(&filter.plan, Some(&self.id))
            && same(&filter.province, self.province.as_ref())
            && same(&filter.province_now, self.province_now.as_ref())
            && filter.year.is_none_or(|year| self.years.as_ref().is_some_and(|years| years.contains(&year)))
    }
}

/// Whether a filter leaves out any plan at all.
pub(super) fn narrows(filter: &Filter) -> bool {
    filter.plan.is_some()
        || filter.province.is_some()
        || filter.province_now.is_some()
        || filter.year.is_some()
}
