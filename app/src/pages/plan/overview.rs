//! What is this plan, in the first screen?

use leptos::prelude::*;

use super::{Matter, versions};
use crate::{
    components::{
        figures::{Figure, Figures},
        source::{Address, Computed, NotStated, SourceLink, stated},
        status::VerdictStrip,
    },
    format,
    i18n::Language,
    paths,
    types::{
        figures::{PlanFigures, PlanSum, SumBasis, Verdicts},
        plan::{Plan, PlanKind},
        target::TargetStatus,
        total::Total,
    },
};

/// Title, facts, ways on, figures.
pub(super) fn overview(lang: Language, matter: &Matter) -> AnyView {
    let plan = &matter.detail.plan;
    let title = plan.title.clone().unwrap_or_else(|| plan.id.clone());
    view! {
        <div class="head plan-head">
            <p class="label">{kind_and_province(lang, plan)}</p>
            <h1 lang=lang.of_quotes()>{title}</h1>
            {versions::switch(lang, &plan.id, &matter.versions, plan.version)}
            {facts(lang, plan)}
            <p class="chips">
                <a class="btn" href="#text">{lang.t("plan-read")}</a>
                <a class="btn plain" href=format!("/api/v1/plans/{}/document", plan.id) download=plan.source_file.clone()>
                    {lang.t("plan-download")}
                </a>
                {plan
                    .source_url
                    .clone()
                    .map(|address| view! { <a class="btn plain" href=address rel="external">{lang.t("plan-published-at")}</a> })}
            </p>
        </div>
        <Figures figures=figures(lang, matter) />
        {doubts(lang, plan)}
    }
    .into_any()
}

fn kind_and_province(lang: Language, plan: &Plan) -> AnyView {
    let kind = plan.kind.map(|kind| match kind {
        PlanKind::Annual => lang.t("plan-kind-annual"),
        PlanKind::MultiYear => lang.t("plan-kind-multi-year"),
        PlanKind::ApprovalDecision => lang.t("plan-kind-decision"),
    });
    let between = (kind.is_some() && plan.province.is_some()).then_some(" · ");
    let province = plan.province_slug.as_deref().zip(plan.province.clone());
    let province = province.map(|(slug, name)| view! { <a href=paths::province(lang, slug)>{name}</a> });
    // Where nothing changed on 1 July 2025 there is nothing to say.
    let now = plan.province_now_slug.as_deref().zip(plan.province_now.clone());
    let now = now.filter(|(slug, _)| plan.province_slug.as_deref() != Some(*slug)).map(|(slug, name)| {
        view! {
            ", "
            {lang.t("plan-now-part-of")}
            " "
            <a href=paths::province(lang, slug)>{name}</a>
        }
    });
    view! { {kind} {between} {province} {now} }.into_any()
}

fn facts(lang: Language, plan: &Plan) -> AnyView {
    let fact = |field: &str, name: String, value: Option<String>| {
        let supplied = plan.supplied.iter().any(|supplied| supplied == field);
        let supplied = supplied.then(|| view! { <span class="sub">{lang.t("plan-supplied")}</span> });
        view! {
            <div>
                <dt>{name}</dt>
                <dd>{stated(lang, value)} {supplied}</dd>
            </div>
        }
    };
    let issued = plan.issued_on.as_ref().map(|date| format::date(lang, date));
    view! {
        <dl class="meta-row">
            {fact("number", lang.t("plan-number"), plan.number.clone())}
            {fact("issued_on", lang.t("plan-issued"), issued)}
            {fact("signatory", lang.t("plan-signatory"), plan.signatory.clone())}
            {fact("issuer", lang.t("plan-issuer"), plan.issuer.clone())}
            {fact("period_start", lang.t("plan-period"), format::years(plan.period_start, plan.period_end))}
        </dl>
    }
    .into_any()
}

fn figures(lang: Language, matter: &Matter) -> Vec<Figure> {
    let figures = &matter.detail.plan.figures;
    let mut shown = vec![planned(lang, matter)];
    shown.extend(figures.spent.as_ref().map(|spent| {
        Figure {
            name: lang.t("plan-spent"),
            value: money(lang, spent),
            note: view! {
                {rows_covered(lang, spent)}
                {total_of(matter, spent).map(|total| out_of(lang, total))}
                <span>{lang.t("plan-spent-note")}</span>
            }
            .into_any(),
        }
    }));
    shown.push(targets(lang, matter));
    shown.push(verdicts(lang, figures));
    shown
}

fn planned(lang: Language, matter: &Matter) -> Figure {
    let name = lang.t("plan-planned");
    let Some(sum) = matter.detail.plan.figures.planned.as_ref() else {
        return Figure {
            name,
            value: view! { <NotStated lang /> }.into_any(),
            note: lang.t("plan-no-sum").into_any(),
        };
    };
    let totals = &matter.totals.records;
    let sources = sum.parts.iter().filter_map(|id| totals.iter().find(|total| total.record.id == *id));
    let sources: Vec<AnyView> = sources.filter_map(|total| source_of_money(lang, total)).collect();
    let note = view! {
        {rows_covered(lang, sum)}
        {total_of(matter, sum).map(|total| against_rows(lang, total))}
        {(!sources.is_empty()).then(|| view! { <span class="sources">{sources}</span> })}
    };
    Figure { name, value: money(lang, sum), note: note.into_any() }
}

/// The printed total that a sum is taken from.
fn total_of<'a>(matter: &'a Matter, sum: &PlanSum) -> Option<&'a Total> {
    let total = sum.total.as_ref()?;
    matter.totals.records.iter().find(|known| known.record.id == *total)
}

/// Of how much money a total says that this much was spent, and for what: it need not be the
/// money that this plan plans.
fn out_of(lang: Language, total: &Total) -> AnyView {
    let whole = total.amount_vnd.map(|amount| {
        let href = format!("#r-{}", total.record.id);
        let title = Some(format::money_exact(lang, amount));
        view! {
            <span class="against">
                {lang.t("plan-spent-of")} " " <SourceLink href text=format::money(lang, amount) title />
            </span>
        }
    });
    let what = (total.scope != "plan" && total.scope != "source").then(|| {
        view! { <span class="against" lang=lang.of_quotes()>{total.scope.clone()}</span> }
    });
    view! { {whole} {what} }.into_any()
}

/// A sum with its unit small beside it: printed, it leads to its sentence.
fn money(lang: Language, sum: &PlanSum) -> AnyView {
    let (number, unit) = format::money_headline(lang, sum.amount_vnd);
    let exact = Some(format::money_exact(lang, sum.amount_vnd));
    let number = match (sum.basis, &sum.total) {
        (SumBasis::Stated, Some(total)) => {
            view! { <SourceLink href=format!("#r-{total}") text=number title=exact /> }.into_any()
        }
        (SumBasis::Stated, None) => view! { <span title=exact>{number}</span> }.into_any(),
        (SumBasis::Computed, _) => view! { <Computed text=number title=exact /> }.into_any(),
    };
    view! { {number} " " <small>{unit}</small> }.into_any()
}

/// Which rows a sum covers and, if it is printed, where.
fn rows_covered(lang: Language, sum: &PlanSum) -> AnyView {
    let place = sum.total.as_ref().zip(sum.address.clone());
    let place =
        place.map(|(total, address)| view! { " " <Address lang href=format!("#r-{total}") address /> });
    let words = match sum.basis {
        SumBasis::Stated => crate::tr!(lang, "plan-sum-stated", count = sum.rows),
        SumBasis::Computed => crate::tr!(lang, "plan-sum-computed", count = sum.rows),
    };
    view! { <span>{words} {place}</span> }.into_any()
}

/// Whether the printed total is what its rows add up to.
fn against_rows(lang: Language, total: &Total) -> Option<AnyView> {
    let computed = total.computed_vnd?;
    let text = format::money(lang, computed);
    let title = Some(format::money_exact(lang, computed));
    let verdict =
        if total.matches == Some(true) { lang.t("plan-sum-agrees") } else { lang.t("plan-sum-differs") };
    Some(view! { <span class="against">{verdict} " " <Computed text title /></span> }.into_any())
}

fn source_of_money(lang: Language, total: &Total) -> Option<AnyView> {
    let amount = total.amount_vnd?;
    let label = total.funding_source.clone().unwrap_or_else(|| total.label.clone());
    Some(
        view! {
            <span>
                <SourceLink
                    href=super::sentence(&total.record)
                    text=format::money(lang, amount)
                    title=Some(format::money_exact(lang, amount))
                />
                " "
                <span lang=lang.of_quotes()>{label}</span>
            </span>
        }
        .into_any(),
    )
}

fn targets(lang: Language, matter: &Matter) -> Figure {
    let figures = &matter.detail.plan.figures;
    let silent =
        matter.targets.records.iter().filter(|target| target.status == TargetStatus::NotReported).count();
    let note = if figures.targets == 0 {
        lang.t("plan-no-target")
    } else {
        crate::tr!(lang, "plan-targets-unreported", count = silent)
    };
    Figure {
        name: lang.t("plan-targets"),
        value: view! { <a class="figure-link" href="#targets">{format::count(lang, figures.targets)}</a> }
            .into_any(),
        note: note.into_any(),
    }
}

fn verdicts(lang: Language, figures: &PlanFigures) -> Figure {
    let judged = |verdicts: &Verdicts| verdicts.met + verdicts.partly + verdicts.missed > 0;
    let strip = |verdicts: Verdicts, judge: String| {
        judged(&verdicts)
            .then(|| view! { <span class="judged">{judge}</span> <VerdictStrip lang verdicts /> })
    };
    let value = if judged(&figures.stated) || judged(&figures.computed) {
        view! {
            <span class="strips">
                {strip(figures.stated, lang.t("basis-stated"))}
                {strip(figures.computed, lang.t("basis-computed"))}
            </span>
        }
        .into_any()
    } else {
        view! { <NotStated lang /> }.into_any()
    };
    let note = crate::tr!(lang, "plan-progress-count", count = figures.progress);
    let note = view! { <a href="#progress">{note}</a> }.into_any();
    Figure { name: lang.t("plan-verdicts"), value, note }
}

/// What was doubtful while reading; folded, for it is seldom what one came for.
fn doubts(lang: Language, plan: &Plan) -> Option<AnyView> {
    if plan.warnings.is_empty() {
        return None;
    }
    let items = plan.warnings.iter().map(|warning| view! { <li>{warning.message.clone()}</li> });
    Some(
        view! {
            <details class="doubts">
                <summary>{crate::tr!(lang, "plan-warnings", count = plan.warnings.len())}</summary>
                <ul lang=lang.of_quotes()>{items.collect_view()}</ul>
            </details>
        }
        .into_any(),
    )
}
