//! Which numbers does the plan promise?

use leptos::prelude::*;

use super::{all_of_them, nothing, sentence};
use crate::{
    components::{
        section::Section,
        source::{Address, NotStated, SourceLink},
        status::StatusMark,
        table::{Column, RecordTable},
    },
    format,
    i18n::Language,
    types::{
        filter::Filter,
        listing::Listing,
        plan::Plan,
        record::Status,
        target::{Target, TargetStatus},
    },
};

/// Every target with its level, its verdict and its sentence.
pub(super) fn section(lang: Language, plan: &Plan, targets: &Listing<Target>) -> AnyView {
    let content = if targets.records.is_empty() {
        nothing(lang.t("plan-no-target"))
    } else {
        let caption = crate::tr!(lang, "plan-targets-caption", count = targets.total);
        let rows = targets.records.iter().map(|target| row(lang, target)).collect();
        let columns = vec![
            Column::numbers(lang.t("column-promised"), None),
            Column::words(lang.t("column-target"), None),
            Column::words(lang.t("column-due"), None),
            Column::words(lang.t("column-reported"), None),
            Column::words(lang.t("column-source"), None),
        ];
        view! {
            <RecordTable lang noun="targets" filter=Filter::default() caption unit=Some(lang.t("plan-targets-signs")) columns rows class="tg" />
            {all_of_them(lang, plan, "targets", targets)}
        }
        .into_any()
    };
    view! {
        <Section id="targets" title=lang.t("nav-targets") note=Some(lang.t("plan-targets-note"))>
            {content}
        </Section>
    }
    .into_any()
}

fn row(lang: Language, target: &Target) -> AnyView {
    let value =
        format::compared(lang, target.comparator, target.value, target.value_max, target.unit.as_deref());
    let words = format::compared_in_words(
        lang,
        target.comparator,
        target.value,
        target.value_max,
        target.unit.as_deref(),
    );
    let href = sentence(&target.record);
    let due = target.due_date.as_ref().map(|date| format::date(lang, date));
    let due = due.or_else(|| target.due_year.map(|year| year.to_string()));
    let due = due.map_or_else(|| view! { <NotStated lang /> }.into_any(), IntoAny::into_any);
    let interim = target.interim.then(|| view! { <span class="sub">{lang.t("target-interim")}</span> });
    view! {
        <tr role="row">
            <td role="cell" class="num val">
                <SourceLink href=href.clone() text=value title=Some(words) />
            </td>
            <th role="rowheader" scope="row" class="title" lang=lang.of_quotes()>
                {target.label.clone()}
                {interim}
            </th>
            <td role="cell" class="n meta" data-l=lang.t("column-due")>{due}</td>
            <td role="cell" class="meta" data-l=lang.t("column-reported")>{status(lang, target.status)}</td>
            <td role="cell" class="at-col">
                <Address lang href address=target.record.source.address.clone() />
            </td>
        </tr>
    }
    .into_any()
}

fn status(lang: Language, status: TargetStatus) -> AnyView {
    let verdict = match status {
        TargetStatus::Met => Status::Met,
        TargetStatus::Partly => Status::Partly,
        TargetStatus::Missed => Status::Missed,
        TargetStatus::NotReported => {
            return view! { <span class="none">{lang.t("target-not-reported")}</span> }.into_any();
        }
    };
    view! { <StatusMark lang status=Some(verdict) basis=None /> }.into_any()
}
