//! Which plans are there?

use leptos::prelude::*;

use super::{Visit, answered, listing};
use crate::{
    components::{
        source::{Address, Computed, NotStated, SourceLink, stated},
        table::{Column, RecordTable},
    },
    format,
    i18n::Language,
    paths,
    types::{
        figures::{PlanSum, SumBasis},
        filter::Filter,
        listing::Listing,
        plan::Plan,
    },
};

const NOUN: &str = "plans";

/// All plans, by province, year and kind.
#[component]
pub fn PlansPage() -> impl IntoView {
    answered(|visit: Visit| async move {
        let filter = visit.place.filter()?;
        let plans = visit.portal.plans(&filter).await?;
        let lang = visit.lang;
        let frame = listing::Frame {
            noun: NOUN,
            title: lang.t("plans-title"),
            lead: lang.t("plans-lead"),
            empty: lang.t("plans-empty"),
            parameters: &["province", "province_now", "year", "kind"],
            order: None,
        };
        let table = plan_table(lang, &filter, &plans);
        listing::shown(&visit, frame, filter, plans.into(), table.into_any()).await
    })
}

/// Plans as a table.
pub fn plan_table(lang: Language, filter: &Filter, plans: &Listing<Plan>) -> impl IntoView + use<> {
    let rows = plans.records.iter().map(|plan| row(lang, plan)).collect();
    let columns = vec![
        Column::words(lang.t("column-year"), Some("period_start")),
        Column::words(lang.t("column-plan"), Some("title")),
        Column::words(lang.t("column-province"), Some("province_slug")),
        Column::words(lang.t("column-number-date"), Some("issued_on")),
        Column::numbers(lang.t("column-planned"), Some("planned_vnd")),
        Column::sources(lang),
    ];
    let caption = crate::tr!(lang, "plans-caption", count = crate::format::counted(plans.total));
    view! {
        <RecordTable
            lang
            noun=NOUN
            filter=filter.clone()
            caption
            unit=Some(lang.t("unit-million-column"))
            columns
            rows
            class="plans"
        />
        <p class="foots">{lang.t("plans-note")}</p>
    }
}

fn row(lang: Language, plan: &Plan) -> AnyView {
    let years = format::years(plan.period_start, plan.period_end);
    let title = plan.title.clone().unwrap_or_else(|| plan.id.clone());
    let number = || stated(lang, plan.number.clone());
    let issued = plan.issued_on.as_ref().map(|date| format::date(lang, date));
    let issued_again = issued.clone();
    let place = [plan.province.clone(), years.clone()].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    view! {
        <tr role="row">
            <td role="cell" class="n wide-only nw">{stated(lang, years)}</td>
            <th role="rowheader" scope="row" class="title">
                <a href=paths::plan(lang, &plan.id) lang=lang.of_quotes()>{title}</a>
                <span class="sub phone-only n">{place} " · " {number()} " " {issued_again}</span>
            </th>
            <td role="cell" class="wide-only nw">{stated(lang, plan.province.clone())}</td>
            <td role="cell" class="wide-only n">{number()} <span class="sub">{issued}</span></td>
            <td role="cell" class="num val">{sum(lang, plan, plan.figures.planned.as_ref())}</td>
            <td role="cell" class="at-col">{sum_place(lang, plan, plan.figures.planned.as_ref())}</td>
        </tr>
    }
    .into_any()
}

/// A plan's sum in million đồng: printed, worked out, or not stated.
pub fn sum(lang: Language, plan: &Plan, sum: Option<&PlanSum>) -> AnyView {
    let Some(sum) = sum else {
        return view! { <NotStated lang /> }.into_any();
    };
    let text = format::millions(lang, sum.amount_vnd);
    let title = Some(format::money_exact(lang, sum.amount_vnd));
    match (sum.basis, &sum.total) {
        (SumBasis::Stated, Some(total)) => {
            let href = paths::record(lang, &plan.id, total);
            view! { <SourceLink href text title /> }.into_any()
        }
        (SumBasis::Stated, None) => view! { <span class="n" title=title>{text}</span> }.into_any(),
        (SumBasis::Computed, _) => view! { <Computed text title /> }.into_any(),
    }
}

/// Where a printed sum stands; for one worked out, the rows that it adds up.
fn sum_place(lang: Language, plan: &Plan, sum: Option<&PlanSum>) -> Option<AnyView> {
    let sum = sum?;
    if let (Some(total), Some(address)) = (&sum.total, &sum.address) {
        let href = paths::record(lang, &plan.id, total);
        return Some(view! { <Address lang href address=address.clone() /> }.into_any());
    }
    let rows = crate::tr!(lang, "sum-of-rows", count = format::counted(sum.rows));
    let filter =
        Filter { plan: Some(plan.id.clone()), phase: Some("planned".to_owned()), ..Filter::default() };
    Some(view! { <a class="label" href=paths::list(lang, "spending", &filter)>{rows}</a> }.into_any())
}
