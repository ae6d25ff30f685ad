//! What do people call the parameters of an address?

use crate::i18n::Language;

/// Name of a parameter for people.
pub fn parameter_name(lang: Language, parameter: &str) -> String {
    match parameter {
        "q" => lang.t("parameter-q"),
        "plan" => lang.t("parameter-plan"),
        "province" => lang.t("parameter-province"),
        "province_now" => lang.t("parameter-province-now"),
        "year" => lang.t("parameter-year"),
        "kind" => lang.t("parameter-kind"),
        "status" => lang.t("parameter-status"),
        "phase" => lang.t("parameter-phase"),
        "agency" => lang.t("parameter-agency"),
        "funding_source" => lang.t("parameter-funding-source"),
        "indicator" => lang.t("parameter-indicator"),
        "level" => lang.t("parameter-level"),
        "number" => lang.t("parameter-number"),
        "severity" => lang.t("parameter-severity"),
        "fund" => lang.t("parameter-fund"),
        "area" => lang.t("parameter-area"),
        "amount_vnd" => lang.t("parameter-amount"),
        "same" => lang.t("parameter-same"),
        // A test of a column: "amount_vnd__gte".
        other => match other.split_once("__") {
            Some((column, test)) => format!("{} {}", parameter_name(lang, column), sign(test)),
            None => other.to_owned(),
        },
    }
}

/// How people write what is asked of a column.
fn sign(test: &str) -> &str {
    match test {
        "gt" => ">",
        "gte" => "≥",
        "lt" => "<",
        "lte" => "≤",
        "in" => "∈",
        "isnull" => "= ∅",
        other => other,
    }
}
