//! How can a list be followed: what of it was published or changed last?

use app::{i18n::Language, paths, types::filter::Filter};
use axum::{
    extract::{RawQuery, State},
    response::Response,
};
use serde_json::Value;

use super::{
    API,
    atom::{ENTRIES, Entry, Feed},
    error::Problem,
    noun::Noun,
    query::page_address,
};
use crate::{
    portal::{Dated, english},
    state::ServerState,
};

/// Fields that name a record for people, the best first.
const NAMES: [&str; 6] = ["label", "title", "name", "text", "message", "number"];

/// The feed of a list under a filter.
pub(super) async fn feed<N: Noun>(
    State(state): State<ServerState>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let filter = N::SPEC.parse(query.as_deref().unwrap_or_default())?;
    let filter = Filter { sort: None, limit: Some(ENTRIES), cursor: None, ..filter };
    let newest = N::newest(&state.portal.held(), &filter).await?;
    let lang = if english(filter.lang.as_deref()) { Language::En } else { Language::Vi };
    let asked = Filter { limit: None, ..filter };
    let own = format!("{}{API}/{}.atom", state.public_url, N::SPEC.noun);
    let feed = Feed {
        lang,
        title: format!("{}: {}", lang.t("portal-name"), N::SPEC.noun),
        own: paths::with_query(&own, &paths::query_of(&asked)),
        page: page_address(&state.public_url, N::SPEC, &asked),
        entries: newest.iter().filter_map(|dated| entry::<N>(&state.public_url, lang, dated)).collect(),
    };
    feed.reply()
}

/// A record as an entry; every shape of the API is an object with an id or a slug.
fn entry<N: Noun>(public_url: &str, lang: Language, dated: &Dated<N>) -> Option<Entry> {
    let record = serde_json::to_value(&dated.record).ok()?;
    let word = |name: &str| record.get(name).and_then(Value::as_str);
    let id = word("id").or(word("slug")).or(word("number"))?;
    let noun = N::SPEC.noun;
    let path = match word("plan_id") {
        Some(plan) => paths::record(lang, plan, id),
        None => paths::page(lang, &format!("/{noun}/{id}")),
    };
    let name = NAMES.into_iter().find_map(word).unwrap_or(id);
    let whose = word("plan_id").map(|plan| format!("{plan}: ")).unwrap_or_default();
    Some(Entry {
        id: format!("{public_url}{API}/{noun}/{id}"),
        title: format!("{whose}{name}"),
        updated: dated.at.clone(),
        opens: format!("{public_url}{path}"),
        summary: word("quote").unwrap_or(name).to_owned(),
    })
}
