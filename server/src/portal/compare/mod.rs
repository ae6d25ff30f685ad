//! What do plans state of one indicator, and which of it may be set side by side?
//!
//! Unlike things are shown with the reason why they are not compared, never left out silently:
//! look-alikes of the catalogue, other units, other levels.

mod reason;
mod row;

use app::{
    portal::Answer,
    types::{
        comparison::Comparison,
        filter::{Filter, LIMIT_MAX},
        progress::Progress,
        target::Target,
    },
};
use plandoc::catalog::indicators::{self, Indicator};

use self::row::Numbers;
use super::{By, ListSpec, Listed, Parameter, ServerPortal, address, english, named, parameter::bad};

/// What a comparison can be asked.
pub(crate) const SPEC: ListSpec = address(
    "compare",
    &[
        (Parameter::Indicator, By::Text("indicator")),
        (Parameter::Province, By::Text("province_slug")),
        (Parameter::ProvinceNow, By::Text("province_now_slug")),
        (Parameter::Year, By::Number("year")),
    ],
    &[Parameter::Lang],
);

/// Most provinces that can be asked for at once.
pub(crate) const PROVINCES_MAX: usize = 8;

/// The comparison that is asked for, of these provinces or of all; none unless an indicator is asked for.
pub(crate) async fn compare(
    portal: &ServerPortal,
    filter: &Filter,
    provinces: &[String],
) -> Answer<Option<Comparison>> {
    let filter = SPEC.check(filter)?;
    let filters = by_province(&filter, provinces)?;
    let Some(asked) = filter.indicator.as_deref().and_then(indicators::by_id) else { return Ok(None) };
    let mut numbers = Numbers::default();
    for indicator in with_look_alikes(asked) {
        for filter in &filters {
            let filter = Filter { indicator: Some(indicator.id.clone()), lang: None, ..filter.clone() };
            all::<Target>(portal, &filter).await?.iter().for_each(|target| numbers.promise(target));
            all::<Progress>(portal, &filter).await?.iter().for_each(|result| numbers.report(result));
        }
    }
    let rows = numbers.rows();
    let level = reason::level_of_most(asked, &rows);
    let mut rows: Vec<_> = rows.into_iter().map(|row| reason::judged(asked, level, row)).collect();
    // What may be compared comes first; each part stays in the order of provinces and years.
    rows.sort_by_key(|row| !row.comparable);
    let name = if english(filter.lang.as_deref()) { &asked.name_en } else { &asked.name_vi };
    Ok(Some(Comparison {
        indicator: asked.id.clone(),
        name: name.clone(),
        unit: asked.unit.clone(),
        direction: named::direction(asked.direction).to_owned(),
        level,
        rows,
    }))
}

/// A filter for each province; the filter itself if none is named.
fn by_province(filter: &Filter, provinces: &[String]) -> Answer<Vec<Filter>> {
    if provinces.len() > PROVINCES_MAX {
        let detail =
            format!("{} provinces are asked for; at most {PROVINCES_MAX} are compared", provinces.len());
        return Err(bad(Parameter::Province.fault(detail, Parameter::Province.form())));
    }
    let of = |province: &String| SPEC.check(&Filter { province: Some(province.clone()), ..filter.clone() });
    let mut filters = provinces.iter().map(of).collect::<Result<Vec<_>, _>>()?;
    if filters.is_empty() {
        filters.push(filter.clone());
    }
    Ok(filters)
}

/// The indicator and those that the catalogue knows not to be it.
fn with_look_alikes(asked: &'static Indicator) -> impl Iterator<Item = &'static Indicator> {
    let unlike = move |other: &&Indicator| indicators::unlike(&asked.id, &other.id).is_some();
    std::iter::once(asked).chain(indicators::all().iter().filter(unlike))
}

/// The whole list under a filter.
async fn all<T: Listed>(portal: &ServerPortal, filter: &Filter) -> Answer<Vec<T>> {
    let mut found = Vec::new();
    let mut filter = Filter { limit: Some(LIMIT_MAX), ..filter.clone() };
    loop {
        let page = T::page(portal, portal.shown(), &filter).await?;
        found.extend(page.records);
        match page.next {
            Some(cursor) => filter.cursor = Some(cursor),
            None => return Ok(found),
        }
    }
}
