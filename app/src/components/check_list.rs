//! Where does a document contradict itself, and how is that said soberly?
//!
//! What is printed, what the sum is, the difference, where. Ink, not alarm.

use leptos::prelude::*;

use super::{
    icon::Icon,
    source::{Address, Computed, SourceLink},
};
use crate::{
    format,
    i18n::Language,
    paths,
    types::check::{Check, CheckKind, Severity},
};

/// Verifications, one under the other.
#[component]
pub fn CheckList(
    /// Language of the page.
    lang: Language,
    /// The verifications.
    checks: Vec<Check>,
    /// Whether each names its plan; a plan's own page need not.
    #[prop(default = true)]
    names_plan: bool,
) -> impl IntoView {
    let items = checks.iter().map(|check| item(lang, check, names_plan)).collect_view();
    view! {
        <ul class="checks" role="list">
            {items}
        </ul>
    }
}

fn item(lang: Language, check: &Check, names_plan: bool) -> AnyView {
    let place = match (&check.address, check.start) {
        (Some(address), _) => {
            let address = address.clone();
            Some(view! { " " <Address lang href=target(lang, check) address /> }.into_any())
        }
        (None, Some(_)) => {
            Some(view! { " " <a href=target(lang, check)>{lang.t("check-place")}</a> }.into_any())
        }
        (None, None) => None,
    };
    // On its plan's own page a check stands at its permanent address.
    let anchor = (!names_plan).then(|| format!("r-{}", check.id));
    let plan = (names_plan && !check.plan_id.is_empty()).then(|| {
        view! {
            <p class="label">
                <a href=paths::plan(lang, &check.plan_id)>
                    {check.plan_label.clone().unwrap_or_else(|| check.plan_id.clone())}
                </a>
            </p>
        }
    });
    view! {
        <li id=anchor>
            <p class="verdict">
                <Icon name=sign(check) />
                {verdict(lang, check)}
            </p>
            <div>
                {plan}
                <p>{check.message.clone()} {place}</p>
                {sums(lang, check)}
            </div>
        </li>
    }
    .into_any()
}

/// The sentence of the first record concerned, else the block, else the plan.
fn target(lang: Language, check: &Check) -> String {
    let plan = paths::plan(lang, &check.plan_id);
    match (check.records.first(), check.start) {
        (Some(record), _) => paths::record(lang, &check.plan_id, record),
        (None, Some(start)) => format!("{plan}#b-{start}"),
        (None, None) => plan,
    }
}

fn sums(lang: Language, check: &Check) -> Option<AnyView> {
    let (stated, computed) = (check.stated?, check.computed?);
    let unit = check.unit.as_deref();
    let (stated, stated_exact) = amount(lang, stated, unit);
    let (computed, computed_exact) = amount(lang, computed, unit);
    let difference = check.difference.filter(|difference| *difference != 0.0).map(|difference| {
        let (difference, exact) = amount(lang, difference, unit);
        view! {
            <dt class="diff">{lang.t("check-difference")}</dt>
            <dd class="diff">
                <Computed text=difference title=exact />
            </dd>
        }
    });
    Some(
        view! {
            <dl class="sums">
                <dt>{lang.t("check-stated")}</dt>
                <dd>
                    <SourceLink href=target(lang, check) text=stated title=stated_exact />
                </dd>
                <dt>{lang.t("check-computed")}</dt>
                <dd>
                    <Computed text=computed title=computed_exact />
                </dd>
                {difference}
            </dl>
        }
        .into_any(),
    )
}

/// A value as people read it and, for money, to the last đồng.
fn amount(lang: Language, value: f64, unit: Option<&str>) -> (String, Option<String>) {
    #[expect(clippy::cast_possible_truncation, reason = "whole đồng below 2^53")]
    let vnd = value as i64;
    match unit {
        Some("VND") => (format::money(lang, vnd), Some(format::money_exact(lang, vnd))),
        unit => (format::quantity(lang, value, unit), None),
    }
}

fn sign(check: &Check) -> &'static str {
    match (check.kind, check.severity) {
        (CheckKind::Twin, _) => "i-twin",
        (_, Severity::Differs) => "i-diff",
        (_, Severity::Agrees) => "i-same",
        (_, Severity::Note) => "i-note",
    }
}

fn verdict(lang: Language, check: &Check) -> String {
    match (check.kind, check.severity) {
        (CheckKind::Twin, _) => lang.t("check-twin"),
        (CheckKind::Gap, _) => lang.t("check-gap"),
        (_, Severity::Agrees) => lang.t("check-agrees"),
        (_, Severity::Note) => lang.t("check-note"),
        (CheckKind::Total, Severity::Differs) => lang.t("check-total-differs"),
        (CheckKind::Rate, Severity::Differs) => lang.t("check-rate-differs"),
        (CheckKind::Parts, Severity::Differs) => lang.t("check-parts-differ"),
        (CheckKind::Dates, Severity::Differs) => lang.t("check-dates-differ"),
    }
}
