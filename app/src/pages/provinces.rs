//! Which provinces have plans here?

use leptos::prelude::*;

use super::{Visit, answered, listing};
use crate::{
    components::{
        source::{Computed, NotStated},
        table::{Column, RecordTable},
        tiles::{Era, EraSwitch, ProvinceTiles},
    },
    format,
    i18n::Language,
    paths,
    types::{
        filter::{Filter, LIMIT_MAX},
        province::Province,
    },
};

const NOUN: &str = "provinces";

/// Provinces of then and now, those with plans first.
#[component]
pub fn ProvincesPage() -> impl IntoView {
    answered(|visit: Visit| async move {
        let filter = visit.place.filter()?;
        let lang = visit.lang;
        let provinces = visit.portal.provinces(&filter).await?;
        let every = Filter { limit: Some(LIMIT_MAX), ..Filter::default() };
        let every = visit.portal.provinces(&every).await?.records;
        let frame = listing::Frame {
            noun: NOUN,
            title: lang.t("provinces-title"),
            lead: lang.t("provinces-lead"),
            empty: lang.t("provinces-empty"),
            parameters: &["kind"],
            order: None,
        };
        let table = province_table(lang, &filter, &provinces.records, &every, provinces.total);
        let era = Era::of(&visit.place.query);
        let rows = view! {
            <div class="tiles-page">
                <div>
                    <EraSwitch lang era />
                    <ProvinceTiles lang provinces=every.clone() era />
                </div>
                <div>{table}</div>
            </div>
        }
        .into_any();
        listing::shown(&visit, frame, filter, provinces.into(), rows).await
    })
}

fn province_table(
    lang: Language,
    filter: &Filter,
    provinces: &[Province],
    every: &[Province],
    total: u64,
) -> impl IntoView + use<> {
    let rows = provinces.iter().map(|province| row(lang, province, every)).collect();
    let columns = vec![
        Column::words(lang.t("column-province"), Some("name")),
        Column::words(lang.t("column-years"), None),
        Column::numbers(lang.t("column-plans"), Some("plans")),
        Column::numbers(lang.t("column-planned"), Some("planned_vnd")),
    ];
    let caption = crate::tr!(lang, "provinces-caption", count = format::counted(total));
    let unit = Some(lang.t("unit-million-column"));
    view! { <RecordTable lang noun=NOUN filter=filter.clone() caption unit columns rows class="provinces" /> }
}

fn row(lang: Language, province: &Province, every: &[Province]) -> AnyView {
    let years = format::years(province.year_first, province.year_last);
    let money = province.planned_vnd.map(|vnd| {
        let (text, title) = (format::millions(lang, vnd), Some(format::money_exact(lang, vnd)));
        view! { <Computed text title /> }
    });
    let money = match money {
        Some(money) => money.into_any(),
        None if province.plans > 0 => view! { <NotStated lang /> }.into_any(),
        None => ().into_any(),
    };
    view! {
        <tr role="row">
            <th role="rowheader" scope="row" class="title">
                <a href=paths::province(lang, &province.slug)>{province.name.clone()}</a>
                <span class="sub">{relation(lang, province, every)}</span>
            </th>
            <td role="cell" class="meta n">{years}</td>
            <td role="cell" class="num val">{format::count(lang, province.plans)}</td>
            <td role="cell" class="num at-col">{money}</td>
        </tr>
    }
    .into_any()
}

/// What a former province belongs to, or what today's was made of.
pub fn relation(lang: Language, province: &Province, every: &[Province]) -> String {
    let name = |slug: &String| {
        every
            .iter()
            .find(|other| other.slug == *slug)
            .map_or_else(|| slug.clone(), |other| other.name.clone())
    };
    if province.valid_to.is_some() {
        return crate::tr!(lang, "province-belongs", name = name(&province.now));
    }
    let parts: Vec<String> = province.made_of.iter().map(name).collect();
    if parts.len() > 1 {
        crate::tr!(lang, "province-made-of", names = parts.join(", "))
    } else {
        lang.t("province-unchanged")
    }
}
