//! What stands beside a paragraph: the records that were read in it.

use leptos::prelude::*;

use crate::{
    components::status::StatusMark,
    i18n::Language,
    paths,
    types::{reader::ReaderMark, record::Status, search::HitKind},
};

/// The records of one block, by their numbers.
pub(super) fn margin(lang: Language, place: &str, marks: &[&ReaderMark]) -> Option<AnyView> {
    if marks.is_empty() {
        return None;
    }
    let entries = marks.iter().map(|mark| entry(lang, mark)).collect_view();
    let label = crate::tr!(lang, "reader-records-of", place = place);
    Some(view! { <ol class="recs" role="list" aria-label=label lang=lang.code()>{entries}</ol> }.into_any())
}

fn entry(lang: Language, mark: &ReaderMark) -> AnyView {
    let status = match mark.status.as_deref() {
        Some("met") => Some(Status::Met),
        Some("partly") => Some(Status::Partly),
        Some("missed") => Some(Status::Missed),
        _ => None,
    };
    let status = status.map(|status| view! { <StatusMark lang status=Some(status) basis=None /> });
    let wrong = crate::tr!(lang, "record-wrong-label", number = mark.number.to_string());
    let value = mark.value.clone().map(|value| view! { <b>{value}</b> });
    view! {
        <li id=format!("m-{}", mark.record)>
            <span class="i">{mark.number}</span>
            <a href=format!("#r-{}", mark.record)>
                <span class="kind">{kind(lang, mark.kind)} " "</span>
                <span lang=lang.of_quotes()>{mark.label.clone()}</span>
            </a>
            <span class="v">{value} {status}</span>
            <a class="wrong" href=paths::report(lang, &mark.record) aria-label=wrong>
                {lang.t("record-wrong")}
            </a>
        </li>
    }
    .into_any()
}

fn kind(lang: Language, kind: HitKind) -> String {
    match kind {
        HitKind::Target => lang.t("record-target"),
        HitKind::Progress => lang.t("record-progress"),
        HitKind::Spending => lang.t("record-spending"),
        HitKind::Total => lang.t("record-total"),
        HitKind::Objective => lang.t("record-objective"),
        HitKind::Citation => lang.t("record-citation"),
        HitKind::Plan => lang.t("record-plan"),
        HitKind::Passage => lang.t("record-passage"),
    }
}
