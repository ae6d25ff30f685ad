//! On which legal documents does the plan rest?

use leptos::prelude::*;

use super::{nothing, sentence};
use crate::{
    components::{
        section::Section,
        source::{Address, SourceLink, stated},
        table::{Column, RecordTable},
    },
    format,
    i18n::Language,
    types::{citation::Citation, filter::Filter, listing::Listing, plan::Plan},
};

/// Every legal document cited by number.
pub(super) fn section(lang: Language, plan: &Plan, citations: &Listing<Citation>) -> AnyView {
    let content = if citations.records.is_empty() {
        nothing(lang.t("plan-no-basis"))
    } else {
        let caption = crate::tr!(lang, "plan-basis-caption", count = citations.total);
        let rows = citations.records.iter().map(|citation| row(lang, citation)).collect();
        let columns = vec![
            Column::words(lang.t("column-law"), None),
            Column::words(lang.t("column-law-title"), None),
            Column::words(lang.t("column-date"), None),
            Column::words(lang.t("column-source"), None),
        ];
        view! {
            <RecordTable lang noun="citations" filter=Filter::default() caption unit=None columns rows class="cites" />
            <p class="foots">
                <a href=format!("/api/v1/citations.csv?plan={}", plan.id) download="">{lang.t("plan-basis-data")}</a>
            </p>
        }
        .into_any()
    };
    view! {
        <Section id="basis" title=lang.t("plan-basis") note=Some(lang.t("plan-basis-note"))>
            {content}
        </Section>
    }
    .into_any()
}

fn row(lang: Language, citation: &Citation) -> AnyView {
    let href = sentence(&citation.record);
    let date = citation.issued_on.as_ref().map(|date| format::date(lang, date));
    let issuer = citation
        .issuer
        .clone()
        .map(|issuer| view! { <span class="sub" lang=lang.of_quotes()>{issuer}</span> });
    let doc_type =
        citation.doc_type.clone().map(|kind| view! { <span lang=lang.of_quotes()>{kind}</span> " " });
    view! {
        <tr role="row">
            <th role="rowheader" scope="row" class="title">
                {doc_type}
                <SourceLink href=href.clone() text=citation.number.clone() title=None />
                {issuer}
            </th>
            <td role="cell" class="meta full">{stated(lang, citation.title.clone())}</td>
            <td role="cell" class="n nw val">{stated(lang, date)}</td>
            <td role="cell" class="at-col">
                <Address lang href address=citation.record.source.address.clone() />
            </td>
        </tr>
    }
    .into_any()
}
