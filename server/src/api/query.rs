//! How are paths and queries read and written?

use app::{
    error::{ParameterFault, PortalError},
    i18n::Language,
    paths,
    types::{filter::Filter, search::SearchQuery},
};
use axum::{
    extract::{FromRequestParts, Path},
    http::request::Parts,
};

use super::error::Problem;
use crate::portal::{ListSpec, english, pairs};

/// The id in a path.
pub(crate) struct Id(pub(crate) String);

impl<S: Send + Sync> FromRequestParts<S> for Id {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        match Path::<String>::from_request_parts(parts, state).await {
            Ok(Path(id)) => Ok(Self(id)),
            // Only an id that is no UTF-8 is refused; nothing goes by it.
            Err(_) => Err(Problem::unknown_path(&parts.uri)),
        }
    }
}

/// The absolute address of a list under a filter.
pub(crate) fn address(public_url: &str, spec: &ListSpec, filter: &Filter) -> String {
    with_query(&format!("{public_url}/api/v1/{}", spec.noun), filter)
}

/// The absolute address of the page that shows a list under a filter.
pub(crate) fn page_address(public_url: &str, spec: &ListSpec, filter: &Filter) -> String {
    let lang = if english(filter.lang.as_deref()) { Language::En } else { Language::Vi };
    let path = paths::page(lang, &format!("/{}", spec.noun));
    with_query(&format!("{public_url}{path}"), &Filter { lang: None, ..filter.clone() })
}

fn with_query(address: &str, filter: &Filter) -> String {
    paths::with_query(address, &paths::query_of(filter))
}

/// The absolute address of a search.
pub(crate) fn search_address(public_url: &str, query: &SearchQuery) -> String {
    format!("{public_url}/api/v1/search?{}", query.to_query())
}

/// A parameter that is needed, or has none of its values.
pub(crate) fn missing(parameter: &str, form: &str) -> Problem {
    let fault = ParameterFault {
        parameter: parameter.to_owned(),
        detail: "is missing or none of what it may be".to_owned(),
        allowed: vec![form.to_owned()],
    };
    PortalError::BadParameter { faults: vec![fault] }.into()
}

/// A query in one spelling: blank values left out, the rest sorted and encoded alike.
pub(crate) fn canonical(query: &str) -> String {
    let mut pairs: Vec<(String, String)> =
        pairs(query).into_iter().filter(|(_, value)| !value.trim().is_empty()).collect();
    pairs.sort();
    serde_urlencoded::to_string(pairs).unwrap_or_default()
}

/// Whether a client would rather have JSON than plain text (RFC 9110, 12.5.1).
pub(crate) fn prefers_json(accept: &str) -> bool {
    quality(accept, "application", "json") > quality(accept, "text", "plain")
}

/// Which of these media types a client likes best: the first of those that it likes alike.
pub(crate) fn best(accept: &str, types: &[&str]) -> usize {
    let wanted = types.iter().enumerate().map(|(at, name)| {
        let (kind, subtype) = name.split_once('/').unwrap_or((name, ""));
        (quality(accept, kind, subtype), at)
    });
    wanted.max_by_key(|(quality, at)| (*quality, std::cmp::Reverse(*at))).map_or(0, |(_, at)| at)
}

/// How much a client wants a media type, from 0 to 1000; the most specific range decides.
fn quality(accept: &str, kind: &str, subtype: &str) -> u32 {
    let mut best = (0, 0);
    for range in accept.split(',') {
        let mut parts = range.split(';').map(str::trim);
        let (own_kind, own_subtype) = parts.next().and_then(|name| name.split_once('/')).unwrap_or(("", ""));
        let specific =
            match (own_kind.to_ascii_lowercase().as_str(), own_subtype.to_ascii_lowercase().as_str()) {
                ("*", "*") => 1,
                (own, "*") if own == kind => 2,
                (own, name) if own == kind && name == subtype => 3,
                _ => continue,
            };
        let weight = parts.find_map(|part| part.strip_prefix("q=")).and_then(|q| q.parse::<f32>().ok());
        // Weights have three digits at most, so thousandths hold them exactly.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let weight = (weight.unwrap_or(1.0).clamp(0.0, 1.0) * 1000.0).round() as u32;
        if specific > best.0 {
            best = (specific, weight);
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_question_has_one_spelling() {
        assert_eq!(
            canonical("year=2020&q=s%e1%bb%91+h%C3%B3a&kind="),
            canonical("q=s%E1%BB%91%20h%c3%b3a&year=2020")
        );
        assert_ne!(canonical("year=2020"), canonical("year=2021"));
    }

    #[test]
    fn plain_text_unless_json_is_preferred() {
        for accept in
            ["", "*/*", "text/plain", "text/html,*/*;q=0.8", "application/json;q=0.5, text/plain", "nonsense"]
        {
            assert!(!prefers_json(accept), "{accept}");
        }
        for accept in
            ["application/json", "application/json, */*;q=0.1", "text/plain;q=0.2, Application/JSON;q=0.3"]
        {
            assert!(prefers_json(accept), "{accept}");
        }
    }
}
