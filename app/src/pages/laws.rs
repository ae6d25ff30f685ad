//! Which legal documents do plans rest on?

use leptos::prelude::*;

use super::{Visit, answered, listing};
use crate::{
    components::{
        source::NotStated,
        table::{Column, RecordTable},
    },
    format,
    i18n::Language,
    paths,
    types::law::Law,
};

const NOUN: &str = "laws";

/// All legal documents cited, those that most plans cite first.
#[component]
pub fn LawsPage() -> impl IntoView {
    answered(|visit: Visit| async move {
        let filter = visit.place.filter()?;
        let laws = visit.portal.laws(&filter).await?;
        let lang = visit.lang;
        let frame = listing::Frame {
            noun: NOUN,
            title: lang.t("laws-title"),
            lead: lang.t("laws-lead"),
            empty: lang.t("laws-empty"),
            parameters: &["province"],
            order: None,
        };
        let rows = laws.records.iter().map(|law| row(lang, law)).collect();
        let columns = vec![
            Column::words(lang.t("column-document"), Some("number")),
            Column::words(lang.t("column-issued"), Some("issued_on")),
            Column::numbers(lang.t("column-plans"), Some("plans")),
            Column::numbers(lang.t("column-citations"), Some("citations")),
        ];
        let caption = crate::tr!(lang, "laws-caption", count = format::counted(laws.total));
        let table = view! {
            <RecordTable lang noun=NOUN filter=filter.clone() caption columns rows class="named" />
        }
        .into_any();
        listing::shown(&visit, frame, filter, laws.into(), table).await
    })
}

/// "Nghị định 43/2011/NĐ-CP".
pub fn name(law: &Law) -> String {
    match &law.doc_type {
        Some(doc_type) => format!("{doc_type} {}", law.number),
        None => law.number.clone(),
    }
}

fn row(lang: Language, law: &Law) -> AnyView {
    let date = match &law.issued_on {
        Some(date) => format::date(lang, date).into_any(),
        None => view! { <NotStated lang /> }.into_any(),
    };
    view! {
        <tr role="row">
            <th role="rowheader" scope="row" class="title">
                <a href=paths::law(lang, &law.id) lang=lang.of_quotes()>
                    {name(law)}
                </a>
                <span class="sub" lang=lang.of_quotes()>
                    {law.title.clone()}
                </span>
            </th>
            <td role="cell" class="meta n nw">{date}</td>
            <td role="cell" class="num meta" data-label=lang.t("column-plans")>
                {format::count(lang, law.plans)}
            </td>
            <td role="cell" class="num wide-only">{format::count(lang, law.citations)}</td>
        </tr>
    }
    .into_any()
}
