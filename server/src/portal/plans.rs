//! Which plans does a filter leave, and what is one of them?

use app::{
    error::PortalError,
    portal::Answer,
    types::{
        filter::{Filter, LIMIT_MAX},
        plan::{Plan, PlanDetail, PlanText, PublishedFile},
    },
};
use sea_orm::sea_query::{Expr, ExprTrait, Order as Direction, Query};

use super::{
    ServerPortal, checks,
    filter::Rows,
    list::{all, failed, get, page, shape},
    near::near,
    parameter::{Parameter, bad},
    plan_names::plan_names,
    spec::{By, ListSpec, Order, STORED_LIST, unknown_id},
};
use crate::store::{RecordKind, held_at};

/// What the list can be asked.
pub(crate) const SPEC: ListSpec = ListSpec {
    noun: "plans",
    common: STORED_LIST,
    filters: &[
        (Parameter::Q, By::Words),
        (Parameter::Plan, By::Text("id")),
        (Parameter::Province, By::Text("province_slug")),
        (Parameter::ProvinceNow, By::Text("province_now_slug")),
        (Parameter::Year, By::Period),
        (Parameter::Kind, By::Text("kind")),
    ],
    words: &[(Parameter::Kind, &["annual", "multi_year", "approval_decision"])],
    sorts: &[
        Order::text("title", "title"),
        Order::text("number", "number"),
        Order::text("issued_on", "issued_on"),
        Order::text("province_slug", "province_slug"),
        Order::whole("period_start", "period_start"),
        Order::whole("period_end", "period_end"),
        Order::whole("planned_vnd", "planned_vnd").adds_up(),
        Order::whole("spent_vnd", "spent_vnd").adds_up(),
    ],
    order: &[
        Order::whole("period_end", "period_end").falling(),
        Order::whole("period_start", "period_start").falling(),
    ],
    facets: &[Parameter::Province, Parameter::ProvinceNow, Parameter::Year, Parameter::Kind],
};

/// The plan of that id.
pub(super) async fn plan(portal: &ServerPortal, id: &str) -> Answer<Plan> {
    shape(&body(portal, id).await?)
}

/// The same as JSON.
pub(super) async fn body(portal: &ServerPortal, id: &str) -> Answer<String> {
    let select = Query::select()
        .column("body")
        .from("plans")
        .cond_where(held_at(portal.shown()).add(Expr::col("id").eq(searchable(id))))
        .to_owned();
    match all(portal.db(), &select).await?.first() {
        Some(row) => get(row, "body"),
        None => Err(PortalError::NotFound {
            noun: "plan".to_owned(),
            id: id.to_owned(),
            near: near(id, plan_names(portal).await?.keys().map(String::as_str)),
        }),
    }
}

/// The plan with its checks, those that differ first.
pub(super) async fn detail(portal: &ServerPortal, id: &str, lang: &str) -> Answer<PlanDetail> {
    let plan = plan(portal, id).await?;
    let rows = Rows::records(RecordKind::Checks, portal.shown());
    let mut filter = Filter { plan: Some(plan.id.clone()), limit: Some(LIMIT_MAX), ..Filter::default() };
    let mut checks = Vec::new();
    loop {
        let page =
            page(portal.db(), rows, &checks::SPEC, &filter, |body| checks::in_language(body, Some(lang)))
                .await?;
        checks.extend(page.records);
        match page.next {
            Some(next) => filter.cursor = Some(next),
            None => return Ok(PlanDetail { plan, checks }),
        }
    }
}

/// The served text.
pub(super) async fn text(portal: &ServerPortal, id: &str) -> Answer<PlanText> {
    let plan = plan(portal, id).await?;
    let text = portal.store().text(&plan.text_sha256).await.map_err(|error| failed("a text", &error))?;
    Ok(PlanText { plan_id: plan.id, text_sha256: plan.text_sha256, text })
}

/// The file as published.
pub(super) async fn document(portal: &ServerPortal, id: &str) -> Answer<PublishedFile> {
    let plan = plan(portal, id).await?;
    let bytes = portal.store().document(&plan.sha256).await.map_err(|error| failed("a document", &error))?;
    Ok(PublishedFile { name: plan.source_file, media_type: plan.media_type, sha256: plan.sha256, bytes })
}

/// Every plan, by id.
pub(super) async fn every(portal: &ServerPortal) -> Answer<Vec<Plan>> {
    let select = Query::select()
        .column("body")
        .from("plans")
        .cond_where(held_at(portal.shown()))
        .order_by("id", Direction::Asc)
        .to_owned();
    all(portal.db(), &select).await?.iter().map(|row| shape(&get::<String>(row, "body")?)).collect()
}

/// Refuses a filter by a plan that is not there, and names those that look alike.
pub(super) async fn known(portal: &ServerPortal, filter: &Filter) -> Answer<()> {
    let Some(wanted) = &filter.plan else { return Ok(()) };
    let names = plan_names(portal).await?;
    if names.contains_key(wanted) {
        return Ok(());
    }
    Err(bad(unknown_id(Parameter::Plan, wanted, names.keys().map(String::as_str))))
}

/// An id that the store can be asked for: PostgreSQL takes no NUL.
pub(super) fn searchable(id: &str) -> String {
    id.chars().filter(|letter| *letter != '\0').collect()
}
