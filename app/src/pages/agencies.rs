//! Who leads the tasks of plans?

use leptos::prelude::*;

use super::{Visit, answered, indicators::linked, listing};
use crate::{
    components::table::{Column, RecordTable},
    format,
    i18n::Language,
    paths,
    types::{agency::Agency, filter::Filter},
};

const NOUN: &str = "agencies";

/// All agencies, those that lead most tasks first.
#[component]
pub fn AgenciesPage() -> impl IntoView {
    answered(|visit: Visit| async move {
        let filter = visit.place.filter()?;
        let agencies = visit.portal.agencies(&filter).await?;
        let lang = visit.lang;
        let frame = listing::Frame {
            noun: NOUN,
            title: lang.t("agencies-title"),
            lead: lang.t("agencies-lead"),
            empty: lang.t("agencies-empty"),
            parameters: &["province", "level"],
            order: None,
        };
        let rows = agencies.records.iter().map(|agency| row(lang, agency)).collect();
        let columns = vec![
            Column::words(lang.t("column-agency"), Some("name_vi")),
            Column::numbers(lang.t("column-tasks"), Some("spending")),
            Column::numbers(lang.t("column-plans"), Some("plans")),
            Column::numbers(lang.t("column-provinces"), Some("provinces")),
        ];
        let caption = crate::tr!(lang, "agencies-caption", count = format::counted(agencies.total));
        let table = view! {
            <RecordTable lang noun=NOUN filter=filter.clone() caption columns rows class="named" />
        }
        .into_any();
        listing::shown(&visit, frame, filter, agencies.into(), table).await
    })
}

/// The name of an agency in a language.
pub fn name(lang: Language, agency: &Agency) -> String {
    match lang {
        Language::Vi => agency.name_vi.clone(),
        Language::En => agency.name_en.clone(),
    }
}

fn row(lang: Language, agency: &Agency) -> AnyView {
    let of = Filter { agency: Some(agency.id.clone()), ..Filter::default() };
    let until = agency.until.map(|year| crate::tr!(lang, "agency-until", year = year.to_string()));
    view! {
        <tr role="row">
            <th role="rowheader" scope="row" class="title">
                <a href=paths::agency(lang, &agency.id)>{name(lang, agency)}</a>
                <span class="sub">{until}</span>
            </th>
            <td role="cell" class="num meta" data-label=lang.t("column-tasks")>
                {linked(lang, "spending", &of, agency.spending)}
            </td>
            <td role="cell" class="num meta" data-label=lang.t("column-plans")>
                {format::count(lang, agency.plans)}
            </td>
            <td role="cell" class="num wide-only">{format::count(lang, agency.provinces)}</td>
        </tr>
    }
    .into_any()
}
