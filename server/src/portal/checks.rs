//! Which verifications does a filter leave?

use app::{portal::Answer, types::check::Check};
use serde::Deserialize;

use super::{
    label::english,
    list::shape,
    parameter::Parameter,
    spec::{AS_PRINTED, By, ListSpec, Order, STORED_LIST},
};

/// What differs first, then what is worth knowing, then what agrees.
const SEVERITY: Order =
    Order::rank("severity", "CASE severity WHEN 'differs' THEN 0 WHEN 'note' THEN 1 ELSE 2 END");

/// What the list can be asked.
pub(crate) const SPEC: ListSpec = ListSpec {
    noun: "checks",
    common: STORED_LIST,
    filters: &[
        (Parameter::Q, By::Words),
        (Parameter::Plan, By::Text("plan_id")),
        (Parameter::Province, By::Text("province_slug")),
        (Parameter::ProvinceNow, By::Text("province_now_slug")),
        (Parameter::Year, By::PlanPeriod),
        (Parameter::Kind, By::Text("check_kind")),
        (Parameter::Severity, By::Text("severity")),
    ],
    words: &[
        (Parameter::Kind, &["total", "rate", "parts", "dates", "twin", "gap"]),
        (Parameter::Severity, &["differs", "note", "agrees"]),
    ],
    sorts: &[
        SEVERITY,
        Order::text("kind", "check_kind"),
        Order::text("plan", "plan_id"),
        Order::text("province", "province_slug"),
    ],
    order: &[SEVERITY, AS_PRINTED[0], AS_PRINTED[1]],
    facets: &[Parameter::Province, Parameter::Severity, Parameter::Kind, Parameter::Plan],
};

/// A check as the store holds it: its message in both languages.
#[derive(Deserialize)]
struct InBothLanguages {
    #[serde(flatten)]
    check: Check,
    message_en: Option<String>,
}

/// The public shape of a check, its message in the language asked for.
pub(crate) fn in_language(body: &str, lang: Option<&str>) -> Answer<Check> {
    let InBothLanguages { mut check, message_en } = shape(body)?;
    if let Some(message) = message_en.filter(|_| english(lang)) {
        check.message = message;
    }
    Ok(check)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = r#"{"id":"a","plan_id":"p","province":null,"province_slug":null,"kind":"total",
        "severity":"differs","message":"Không khớp","message_en":"Differs","records":[],"address":null,
        "quote":null,"start":null,"end":null,"stated":2.0,"computed":1.0,"difference":1.0,"unit":"VND"}"#;

    #[test]
    fn speaks_the_language_asked_for() {
        assert_eq!(in_language(BODY, None).unwrap().message, "Không khớp");
        assert_eq!(in_language(BODY, Some("en")).unwrap().message, "Differs");
    }
}
