//! How does a reader's report reach the editors?
//!
//! A plain form: what is taken is kept before the reader is thanked, and the thanks name its number.

use app::{
    i18n::Language,
    paths::{self, Place},
};
use axum::{
    Form,
    extract::{State, rejection::FormRejection},
    http::Uri,
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;

use crate::{api::error::Problem, portal::failed, state::ServerState, store::NewReport};

/// Longest report, in characters: a page of text.
const WORDS_MAX: usize = 4000;
/// Longest address, in characters, as mail takes them.
const EMAIL_MAX: usize = 254;

/// The form as sent.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Sent {
    record: String,
    words: String,
    email: String,
    /// A field that people do not see; only programs fill it in.
    website: String,
}

/// Keeps a report and thanks for it, or says what to mend.
pub(super) async fn take(
    State(state): State<ServerState>,
    uri: Uri,
    form: Result<Form<Sent>, FormRejection>,
) -> Response {
    let lang = Place::parse(uri.path()).lang;
    let Ok(Form(sent)) = form else { return back(lang, "", Some("unreadable")) };
    if !sent.website.is_empty() {
        // A program is told what it would be told if it were heard.
        return thanks(lang, 0);
    }
    match report(&sent) {
        Err(fault) => back(lang, &sent.record, Some(fault)),
        Ok(report) => match state.portal.store().file_report(report).await {
            Ok(number) => thanks(lang, number),
            Err(error) => Problem::from(failed("a report", &error)).into_response(),
        },
    }
}

/// The report, or what is wrong with it.
fn report(sent: &Sent) -> Result<NewReport, &'static str> {
    let words = sent.words.trim();
    let email = sent.email.trim();
    let clean = |text: &str| text.chars().all(|letter| !letter.is_control() || letter.is_whitespace());
    if words.is_empty() {
        return Err("empty");
    }
    if words.chars().count() > WORDS_MAX || !clean(words) {
        return Err("long");
    }
    let is_address = email.chars().count() <= EMAIL_MAX
        && clean(email)
        && email.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    if !email.is_empty() && !is_address {
        return Err("email");
    }
    let is_id = sent.record.len() <= 40 && sent.record.chars().all(|letter| letter.is_ascii_alphanumeric());
    Ok(NewReport {
        record_id: Some(sent.record.clone()).filter(|id| !id.is_empty() && is_id),
        words: words.to_owned(),
        email: Some(email.to_owned()).filter(|email| !email.is_empty()),
    })
}

fn thanks(lang: Language, number: i64) -> Response {
    let page = paths::page(lang, "/report");
    Redirect::to(&paths::with_query(&page, &format!("number={number}"))).into_response()
}

fn back(lang: Language, record: &str, fault: Option<&str>) -> Response {
    let pairs = [("record", Some(record).filter(|id| !id.is_empty())), ("fault", fault)];
    let page = paths::page(lang, "/report");
    Redirect::to(&paths::with_query(&page, &paths::query_of(&pairs))).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(words: &str, email: &str) -> Sent {
        Sent { record: "pz5pn5sy9x".into(), words: words.into(), email: email.into(), ..Sent::default() }
    }

    #[test]
    fn a_report_needs_words_and_takes_an_address_or_none() {
        assert_eq!(report(&sent("  ", "")), Err("empty"));
        assert_eq!(report(&sent(&"a".repeat(WORDS_MAX + 1), "")), Err("long"));
        for email in ["an", "an@", "@vn.example", "an@vn", "a\u{0}n@vn.example"] {
            assert_eq!(report(&sent("Số là 85%", email)), Err("email"), "{email}");
        }
        let kept = report(&sent(" Số là 85%\ndòng hai ", "an@vn.example")).unwrap();
        assert_eq!(kept.words, "Số là 85%\ndòng hai");
        assert_eq!(
            (kept.record_id.as_deref(), kept.email.as_deref()),
            (Some("pz5pn5sy9x"), Some("an@vn.example"))
        );
    }

    #[test]
    fn an_id_that_is_none_is_left_out() {
        let odd = Sent { record: "<b>".into(), ..sent("Số là 85%", "") };
        assert_eq!(report(&odd).unwrap().record_id, None);
    }
}
