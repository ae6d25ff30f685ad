//! What does one operation take and answer?

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::{ApiOperations, PATH};
use crate::{
    components::{
        head::{Breadcrumbs, HeadTags, PageHead},
        section::Section,
    },
    error::PortalError,
    i18n::Language,
    pages::{Visit, answered},
    paths,
    types::operation::{Operation, OperationAnswer, OperationParameter},
};

/// One operation, with a form that asks it.
#[component]
pub fn ApiOperationPage() -> impl IntoView {
    let operations = use_context::<ApiOperations>().unwrap_or_default().0;
    let id = use_params_map().read_untracked().get("operation").unwrap_or_default();
    answered(move |visit: Visit| async move {
        let Some(operation) = operations.iter().find(|operation| operation.id == id) else {
            return Err(PortalError::NotFound { noun: "operation".to_owned(), id, near: Vec::new() });
        };
        Ok(page(&visit, operation))
    })
}

fn page(visit: &Visit, operation: &Operation) -> AnyView {
    let (lang, place) = (visit.lang, visit.place.clone());
    let Operation { id, summary, description, path, .. } = operation.clone();
    let steps = vec![
        (lang.t("nav-data"), Some(paths::page(lang, "/data"))),
        (lang.t("api-docs-title"), Some(paths::page(lang, PATH))),
        (id.clone(), None),
    ];
    let (form, answers) = (form(lang, operation), answers(lang, &operation.answers));
    view! {
        <HeadTags place title=format!("{id} – API") description=summary.clone() />
        <Breadcrumbs lang steps />
        <PageHead title=summary lead=Some(format!("GET {path}")) />
        <p lang="en">{description}</p>
        <Section id="ask" title=lang.t("api-docs-ask") note=Some(lang.t("api-docs-ask-note"))>
            {form}
        </Section>
        <Section id="answers" title=lang.t("api-docs-answers")>
            {answers}
        </Section>
    }
    .into_any()
}

/// The server makes the address of what is filled in, and leads there.
fn form(lang: Language, operation: &Operation) -> AnyView {
    let (conditions, plain): (Vec<&OperationParameter>, Vec<&OperationParameter>) =
        operation.parameters.iter().partition(|parameter| parameter.is_condition());
    let plain = plain.into_iter().map(field).collect_view();
    let conditions = (!conditions.is_empty()).then(|| {
        let fields = conditions.into_iter().map(field).collect_view();
        view! {
            <details>
                <summary>{lang.t("api-docs-conditions")}</summary>
                {fields}
            </details>
        }
    });
    view! {
        <form class="report" method="get" action="/api/docs/try">
            <input type="hidden" name="operation" value=operation.id.clone() />
            {plain}
            {conditions}
            <button class="btn main">{lang.t("api-docs-send")}</button>
        </form>
    }
    .into_any()
}

fn field(parameter: &OperationParameter) -> AnyView {
    let name = parameter.name.clone();
    let (id, note) = (format!("p-{name}"), format!("n-{name}"));
    let entry = if parameter.words.is_empty() {
        view! {
            <input
                class="in"
                id=id.clone()
                name=name.clone()
                required=parameter.required
                placeholder=parameter.example.clone()
                aria-describedby=note.clone()
                autocomplete="off"
            />
        }
        .into_any()
    } else {
        let words = parameter.words.iter().map(|word| {
            view! { <option value=word.clone()>{word.clone()}</option> }
        });
        let words = words.collect_view();
        view! {
            <select class="in" id=id.clone() name=name.clone() aria-describedby=note.clone()>
                <option value=""></option>
                {words}
            </select>
        }
        .into_any()
    };
    view! {
        <div class="field">
            <label for=id>
                <code>{name}</code>
            </label>
            {entry}
            <p class="sub" id=note lang="en">
                {parameter.description.clone()}
            </p>
        </div>
    }
    .into_any()
}

fn answers(lang: Language, answers: &[OperationAnswer]) -> AnyView {
    let rows = answers.iter().map(|answer| {
        view! {
            <tr>
                <th scope="row">{answer.status.clone()}</th>
                <td lang="en">{answer.description.clone()}</td>
                <td>
                    <code>{answer.media_types.join(", ")}</code>
                </td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <table>
            <caption class="vh">{lang.t("api-docs-answers")}</caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("api-docs-status")}</th>
                    <th scope="col">{lang.t("api-docs-meaning")}</th>
                    <th scope="col">{lang.t("api-docs-form")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}
