//! How does a browser learn to search the portal (`OpenSearch` 1.1)?

use app::{i18n::Language, paths};
use axum::{
    Router,
    extract::State,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
    routing::get,
};
use quick_xml::escape::escape;

use crate::state::ServerState;

/// The description in each language.
pub(crate) fn router() -> Router<ServerState> {
    Language::ALL.into_iter().fold(Router::new(), |router, lang| {
        let answer =
            get(move |State(state): State<ServerState>| async move { description(&state.public_url, lang) });
        router.route(&paths::page(lang, "/opensearch.xml"), answer)
    })
}

fn description(public_url: &str, lang: Language) -> Response {
    let address = |path: &str| escape(format!("{public_url}{path}").as_str()).into_owned();
    let (name, about) = (lang.t("portal-name"), lang.t("data-lead"));
    let page = address(&paths::page(lang, "/search?q={searchTerms}"));
    let feed = address(&format!("/api/v1/search.atom?q={{searchTerms}}&lang={}", lang.code()));
    let xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n\
         <ShortName>{}</ShortName>\n<Description>{}</Description>\n<InputEncoding>UTF-8</InputEncoding>\n\
         <Language>{}</Language>\n<Image width=\"180\" height=\"180\" type=\"image/png\">{}</Image>\n\
         <Url type=\"text/html\" template=\"{page}\"/>\n<Url type=\"application/atom+xml\" template=\"{feed}\"/>\n\
         <Url type=\"application/opensearchdescription+xml\" rel=\"self\" template=\"{}\"/>\n\
         </OpenSearchDescription>\n",
        escape(&name),
        escape(&about),
        lang.code(),
        address("/icon-180.png"),
        address(&paths::page(lang, "/opensearch.xml")),
    );
    let kind = HeaderValue::from_static("application/opensearchdescription+xml");
    ([(header::CONTENT_TYPE, kind)], xml).into_response()
}
