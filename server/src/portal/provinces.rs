//! Which provinces of then and now are there, and what has been published for each?

use std::{ops::RangeInclusive, sync::Arc};

use app::{
    error::PortalError,
    portal::Answer,
    types::{
        filter::Filter,
        listing::{Facet, FacetValue, Listing},
        plan::Plan,
        province::Province,
    },
};
use plandoc::{
    catalog::provinces::{self as catalog, ProvinceKind},
    text::fold,
};

use super::{
    ServerPortal,
    in_memory::page_of,
    label::Labels,
    near::near,
    paging::{KeyValue, Paging},
    parameter::Parameter,
    plans,
    spec::{By, EVERY_LIST, ListSpec, Order},
};

/// What the list can be asked. `province` and `province_now` name the unit itself and what it belongs to.
pub(crate) const SPEC: ListSpec = ListSpec {
    noun: "provinces",
    common: EVERY_LIST,
    filters: &[
        (Parameter::Q, By::Words),
        (Parameter::Province, By::Text("slug")),
        (Parameter::ProvinceNow, By::Text("now")),
        (Parameter::Year, By::Period),
        (Parameter::Kind, By::Text("kind")),
    ],
    words: &[(Parameter::Kind, &["province", "city"])],
    sorts: &[
        Order::text("name", "name"),
        Order::text("slug", "slug"),
        Order::whole("plans", "plans"),
        Order::whole("planned_vnd", "planned_vnd"),
    ],
    order: &[Order::whole("plans", "plans").falling(), Order::text("slug", "slug")],
    facets: &[Parameter::Kind],
};

/// One page of the provinces that a filter leaves, those with plans first.
pub(super) async fn list(portal: &ServerPortal, filter: &Filter) -> Answer<Listing<Province>> {
    let labels = Labels::load(portal, filter.lang.as_deref()).await?;
    let every = every(portal).await?;
    let left_over = every.iter().filter(|unit| left(unit, filter, None));
    let found: Vec<Province> = left_over.map(|unit| unit.province.clone()).collect();
    let page = page_of(&SPEC, filter, found, keys)?;
    let facets = vec![kinds(&every, filter, &labels)];
    Ok(Listing {
        records: page.records,
        total: page.total,
        next: page.next,
        revision: portal.shown(),
        facets,
    })
}

/// The unit of that slug.
pub(super) async fn one(portal: &ServerPortal, slug: &str) -> Answer<Province> {
    let every = every(portal).await?;
    let found = every.iter().find(|unit| unit.province.slug == slug);
    found.map(|unit| unit.province.clone()).ok_or_else(|| PortalError::NotFound {
        noun: "province".to_owned(),
        id: slug.to_owned(),
        near: near(slug, catalog::all().iter().map(|unit| unit.slug.as_str())),
    })
}

/// A unit with the periods of its plans.
#[derive(Debug)]
pub(super) struct Unit {
    province: Province,
    periods: Vec<RangeInclusive<i32>>,
}

/// Every unit with what has been published for it.
async fn every(portal: &ServerPortal) -> Answer<Arc<Vec<Unit>>> {
    portal.worked.provinces.of(portal.stamp(), load(portal)).await
}

async fn load(portal: &ServerPortal) -> Answer<Vec<Unit>> {
    let plans = plans::every(portal).await?;
    let unit = |unit: &catalog::Province| {
        let own = own_plans(unit, &plans);
        Unit { province: shape(unit, &own), periods: own.iter().filter_map(|plan| years(plan)).collect() }
    };
    Ok(catalog::all().iter().map(unit).collect())
}

/// Years of a plan's period; of one "until 2025" only the end is stated, and counts for both.
fn years(plan: &Plan) -> Option<RangeInclusive<i32>> {
    let first = plan.period_start.or(plan.period_end)?;
    Some(first..=plan.period_end.unwrap_or(first))
}

/// The plans of a unit, the newest first: by the names of then, or of now where it is of today.
fn own_plans<'a>(unit: &catalog::Province, plans: &'a [Plan]) -> Vec<&'a Plan> {
    let today = unit.now.is_none();
    let mut own: Vec<&Plan> = plans
        .iter()
        .filter(|plan| {
            let slug = if today { &plan.province_now_slug } else { &plan.province_slug };
            slug.as_deref() == Some(unit.slug.as_str())
        })
        .collect();
    own.sort_by(|one, other| (other.period_end, &other.id).cmp(&(one.period_end, &one.id)));
    own
}

fn shape(unit: &catalog::Province, own: &[&Plan]) -> Province {
    let planned: Vec<i64> =
        own.iter().filter_map(|plan| plan.figures.planned.as_ref()).map(|sum| sum.amount_vnd).collect();
    let made_of = |former: &&catalog::Province| former.now.as_deref() == Some(unit.slug.as_str());
    Province {
        slug: unit.slug.clone(),
        name: unit.name.clone(),
        code: unit.code.clone(),
        kind: kind(unit.kind).to_owned(),
        valid_from: Some(unit.valid_from.clone()).filter(|from| !from.is_empty()),
        valid_to: unit.valid_to.clone(),
        now: unit.now().slug.clone(),
        made_of: catalog::former().filter(made_of).map(|former| former.slug.clone()).collect(),
        plans: own.len() as u64,
        plan_ids: own.iter().map(|plan| plan.id.clone()).collect(),
        year_first: own.iter().filter_map(|plan| years(plan)).map(|years| *years.start()).min(),
        year_last: own.iter().filter_map(|plan| years(plan)).map(|years| *years.end()).max(),
        planned_vnd: planned.into_iter().reduce(i64::saturating_add),
    }
}

fn kind(kind: ProvinceKind) -> &'static str {
    match kind {
        ProvinceKind::Province => "province",
        ProvinceKind::City => "city",
    }
}

fn left(unit: &Unit, filter: &Filter, except: Option<Parameter>) -> bool {
    let Unit { province: unit, periods } = unit;
    let same = |wanted: &Option<String>, own: &str| wanted.as_deref().is_none_or(|wanted| wanted == own);
    let words = fold::words(&unit.name);
    let asked = filter.q.as_deref().map(fold::words);
    let in_period = |year| periods.iter().any(|period| period.contains(&year));
    same(&filter.province, &unit.slug)
        && same(&filter.province_now, &unit.now)
        && (except == Some(Parameter::Kind) || same(&filter.kind, &unit.kind))
        && asked.is_none_or(|asked| !asked.is_empty() && asked.iter().all(|word| words.contains(word)))
        && filter.year.is_none_or(in_period)
}

fn keys(paging: &Paging, unit: &Province) -> Vec<KeyValue> {
    let key = |order: &Order| match order.name {
        "name" => KeyValue::Text(fold::fold(&unit.name)),
        "plans" => KeyValue::count(unit.plans),
        "planned_vnd" => unit.planned_vnd.map_or(KeyValue::Null, KeyValue::Whole),
        _ => KeyValue::Text(unit.slug.clone()),
    };
    paging.keys().iter().map(key).collect()
}

fn kinds(every: &[Unit], filter: &Filter, labels: &Labels) -> Facet {
    let count = |kind: &str| {
        let with = every.iter().filter(|unit| unit.province.kind == kind);
        with.filter(|unit| left(unit, filter, Some(Parameter::Kind))).count() as u64
    };
    let value = |kind: &str| FacetValue {
        value: kind.to_owned(),
        label: labels.of(Parameter::Kind, kind),
        count: count(kind),
        chosen: filter.kind.as_deref() == Some(kind),
    };
    let mut values = vec![value("province"), value("city")];
    values.retain(|value| value.count > 0);
    Facet { parameter: Parameter::Kind.name().to_owned(), values }
}
