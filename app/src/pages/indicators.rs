//! What do plans count?

use leptos::prelude::*;

use super::{Visit, answered, compare::name, listing};
use crate::{
    components::table::{Column, RecordTable},
    format,
    i18n::Language,
    paths,
    types::{filter::Filter, indicator::Indicator},
};

const NOUN: &str = "indicators";

/// All indicators, those that most plans state first.
#[component]
pub fn IndicatorsPage() -> impl IntoView {
    answered(|visit: Visit| async move {
        let filter = visit.place.filter()?;
        let indicators = visit.portal.indicators(&filter).await?;
        let lang = visit.lang;
        let frame = listing::Frame {
            noun: NOUN,
            title: lang.t("indicators-title"),
            lead: lang.t("indicators-lead"),
            empty: lang.t("indicators-empty"),
            parameters: &["province"],
            order: None,
        };
        let rows = indicators.records.iter().map(|indicator| row(lang, indicator)).collect();
        let columns = vec![
            Column::words(lang.t("column-indicator"), Some("name_vi")),
            Column::words(lang.t("column-unit"), None),
            Column::numbers(lang.t("nav-targets"), Some("targets")),
            Column::numbers(lang.t("nav-progress"), Some("progress")),
            Column::numbers(lang.t("column-plans"), Some("plans")),
            Column::numbers(lang.t("column-provinces"), Some("provinces")),
        ];
        let caption = crate::tr!(lang, "indicators-caption", count = format::counted(indicators.total));
        let table = view! {
            <RecordTable lang noun=NOUN filter=filter.clone() caption columns rows class="named" />
        }
        .into_any();
        listing::shown(&visit, frame, filter, indicators.into(), table).await
    })
}

fn row(lang: Language, indicator: &Indicator) -> AnyView {
    let of = Filter { indicator: Some(indicator.id.clone()), ..Filter::default() };
    let plans = crate::tr!(
        lang,
        "compare-offered",
        plans = format::counted(indicator.plans),
        provinces = format::counted(indicator.provinces)
    );
    view! {
        <tr role="row">
            <th role="rowheader" scope="row" class="title">
                <a href=paths::indicator(lang, &indicator.id)>{name(lang, indicator)}</a>
                <span class="sub phone-only">{plans}</span>
            </th>
            <td role="cell" class="wide-only" lang=lang.of_quotes()>
                {indicator.unit.clone()}
            </td>
            <td role="cell" class="num meta" data-label=lang.t("nav-targets")>
                {linked(lang, "targets", &of, indicator.targets)}
            </td>
            <td role="cell" class="num meta" data-label=lang.t("nav-progress")>
                {linked(lang, "progress", &of, indicator.progress)}
            </td>
            <td role="cell" class="num wide-only">{format::count(lang, indicator.plans)}</td>
            <td role="cell" class="num wide-only">{format::count(lang, indicator.provinces)}</td>
        </tr>
    }
    .into_any()
}

/// A count that leads to what it counts.
pub fn linked(lang: Language, noun: &str, filter: &Filter, count: u64) -> AnyView {
    let text = format::count(lang, count);
    if count == 0 {
        return text.into_any();
    }
    view! { <a href=paths::list(lang, noun, filter)>{text}</a> }.into_any()
}

/// A way from a number to the others of its indicator.
pub fn beside(lang: Language, indicator: Option<&str>) -> Option<AnyView> {
    let href = paths::indicator(lang, indicator?);
    Some(view! { " " <a class="quiet" href=href>{lang.t("indicator-beside")}</a> }.into_any())
}
