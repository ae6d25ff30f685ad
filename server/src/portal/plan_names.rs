//! Which plans are shown, and what do people call them?

use std::{collections::BTreeMap, sync::Arc};

use app::{format, portal::Answer};
use plandoc::catalog::provinces;
use sea_orm::sea_query::Query;

use super::{
    ServerPortal,
    list::{all, get},
};
use crate::store::held_at;

/// What people call each plan, by its id.
pub(super) type PlanNames = BTreeMap<String, String>;

/// Those that are shown now.
pub(super) async fn plan_names(portal: &ServerPortal) -> Answer<Arc<PlanNames>> {
    portal.worked.plan_names.of(portal.stamp(), load(portal)).await
}

async fn load(portal: &ServerPortal) -> Answer<PlanNames> {
    let select = Query::select()
        .columns(["id", "province_slug", "period_start", "period_end"])
        .from("plans")
        .cond_where(held_at(portal.shown()))
        .to_owned();
    let mut names = PlanNames::new();
    for row in all(portal.db(), &select).await? {
        let id: String = get(&row, "id")?;
        let province: Option<String> = get(&row, "province_slug")?;
        let province = province.as_deref().and_then(provinces::by_slug);
        let name = province.map(|province| province.name.as_str());
        let label = format::plan_label(name, get(&row, "period_start")?, get(&row, "period_end")?);
        names.insert(id.clone(), label.unwrap_or(id));
    }
    Ok(names)
}
