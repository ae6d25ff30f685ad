//! How does one tell the editors of a mistake?
//!
//! A plain form that the server takes; what it takes is kept before the reader is thanked.

use leptos::prelude::*;
use serde::Deserialize;

use super::{Visit, answered};
use crate::{
    components::{
        head::{HeadTags, PageHead},
        source::{Quote, RecordAddress},
    },
    error::PortalError,
    i18n::Language,
    paths,
    portal::Answer,
    types::record::Record,
};

/// What the address says.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    /// The record that the report is about.
    record: Option<String>,
    /// What was wrong with the form as sent.
    fault: Option<String>,
    /// Number of the report that was taken.
    number: Option<i64>,
}

/// The form, or the thanks.
#[component]
pub fn ReportPage() -> impl IntoView {
    answered(|visit: Visit| async move {
        let lang = visit.lang;
        let asked = paths::query_as::<Asked>(&visit.place.query)?;
        let record = match &asked.record {
            Some(id) => quoted(&visit, id).await?,
            None => None,
        };
        let matter = match asked.number {
            Some(number) => thanks(lang, number),
            None => form(lang, &asked, record),
        };
        Ok(view! {
            <HeadTags
                place=visit.place.clone()
                title=lang.t("report-mistake")
                description=lang.t("report-lead")
            />
            <PageHead title=lang.t("report-mistake") lead=Some(lang.t("report-lead")) />
            {matter}
        }
        .into_any())
    })
}

/// The record, if there is one: what was withdrawn can be reported too.
async fn quoted(visit: &Visit, id: &str) -> Answer<Option<Record>> {
    match visit.portal.record(id).await {
        Err(PortalError::NotFound { .. } | PortalError::Gone { .. }) => Ok(None),
        answer => answer,
    }
}

fn thanks(lang: Language, number: i64) -> AnyView {
    let words = if number > 0 {
        crate::tr!(lang, "report-taken", number = number.to_string())
    } else {
        lang.t("report-thanks")
    };
    view! {
        <div class="state" role="status">
            <h2>{lang.t("report-thanks")}</h2>
            <p>{words}</p>
            <ul>
                <li>
                    <a href=paths::page(lang, "/")>{lang.t("nav-home")}</a>
                </li>
            </ul>
        </div>
    }
    .into_any()
}

fn form(lang: Language, asked: &Asked, record: Option<Record>) -> AnyView {
    let fault = asked.fault.as_deref().map(|fault| {
        let words = match fault {
            "empty" => lang.t("report-fault-empty"),
            "email" => lang.t("report-fault-email"),
            "long" => lang.t("report-fault-long"),
            _ => lang.t("report-fault-other"),
        };
        view! { <p class="fault" role="alert" id="report-fault">{words}</p> }
    });
    let invalid = |of: &[&str]| asked.fault.as_deref().filter(|fault| of.contains(fault)).map(|_| "true");
    let (words, email) = (invalid(&["empty", "long"]), invalid(&["email"]));
    let id = asked.record.clone().unwrap_or_default();
    let quote = record.map(|record| {
        let place = record.province.clone().unwrap_or_else(|| record.plan_id.clone());
        view! {
            <Quote lang text=record.quote.clone() address=record.source.address.clone()>
                <RecordAddress lang record=&record />
                ", "
                <a href=paths::plan(lang, &record.plan_id)>{place}</a>
            </Quote>
        }
    });
    view! {
        {quote}
        <form class="report" method="post" action=paths::page(lang, "/report")>
            {fault}
            <input type="hidden" name="record" value=id />
            <div class="field">
                <label for="report-words">{lang.t("report-words")}</label>
                <textarea
                    class="in"
                    id="report-words"
                    name="words"
                    rows="6"
                    maxlength="4000"
                    required
                    aria-invalid=words
                    aria-describedby=words.map(|_| "report-fault")
                ></textarea>
            </div>
            <div class="field">
                <label for="report-email">{lang.t("report-email")}</label>
                <input
                    class="in"
                    id="report-email"
                    name="email"
                    type="email"
                    maxlength="254"
                    autocomplete="email"
                    aria-invalid=email
                    aria-describedby=email.map(|_| "report-fault")
                />
            </div>
            <div class="trap" aria-hidden="true">
                <label for="report-website">{lang.t("report-website")}</label>
                <input id="report-website" name="website" tabindex="-1" autocomplete="off" />
            </div>
            <p class="foots">{lang.t("report-privacy")}</p>
            <button class="btn main">{lang.t("report-send")}</button>
        </form>
    }
    .into_any()
}
