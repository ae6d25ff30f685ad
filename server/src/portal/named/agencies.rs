//! Which agencies lead the tasks of plans?

use std::{collections::BTreeMap, sync::Arc};

use app::{portal::Answer, types::agency::Agency};
use plandoc::catalog::agencies::{self as catalog, AgencyLevel};

use super::{
    listing::{Named, Thing, Things},
    plans::Plans,
    uses::{Counts, Part, uses},
};
use crate::{
    portal::{
        ServerPortal,
        paging::KeyValue,
        parameter::Parameter,
        spec::{By, EVERY_LIST, ListSpec, Order},
    },
    store::RecordKind,
};

/// What the list can be asked.
pub(crate) const SPEC: ListSpec = ListSpec {
    noun: "agencies",
    common: EVERY_LIST,
    filters: &[
        (Parameter::Q, By::Words),
        (Parameter::Plan, By::Text("plan_id")),
        (Parameter::Province, By::Text("province_slug")),
        (Parameter::ProvinceNow, By::Text("province_now_slug")),
        (Parameter::Year, By::PlanPeriod),
        (Parameter::Level, By::Text("level")),
    ],
    words: &[(Parameter::Level, &["national", "province", "group"])],
    sorts: &[
        Order::text("name_vi", "name_vi"),
        Order::whole("spending", "spending"),
        Order::whole("plans", "plans"),
        Order::whole("provinces", "provinces"),
    ],
    order: &[Order::whole("spending", "spending").falling()],
    facets: &[Parameter::Province, Parameter::Level],
};

impl Named for Agency {
    const SPEC: &'static ListSpec = &SPEC;
    const ONE: &'static str = "agency";
    const PROPERTIES: &'static [Parameter] = &[Parameter::Level];
    const LISTED_UNNAMED: bool = true;

    fn id(&self) -> &str {
        &self.id
    }

    fn words(&self) -> String {
        let aliases = catalog::by_id(&self.id).map(|entry| entry.aliases.join(" ")).unwrap_or_default();
        format!("{} {} {aliases}", self.name_vi, self.name_en)
    }

    fn key(&self, column: &str) -> KeyValue {
        match column {
            "name_vi" => KeyValue::Text(plandoc::text::fold::fold(&self.name_vi)),
            "spending" => KeyValue::count(self.spending),
            "plans" => KeyValue::count(self.plans),
            "provinces" => KeyValue::count(self.provinces),
            _ => KeyValue::Text(self.id.clone()),
        }
    }

    fn counted(&self, counts: Counts) -> Self {
        Self { spending: counts.first, plans: counts.plans, provinces: counts.provinces, ..self.clone() }
    }

    fn property(&self, parameter: Parameter) -> Option<&str> {
        (parameter == Parameter::Level).then_some(self.level.as_str())
    }

    async fn things(portal: &ServerPortal) -> Answer<Arc<Things<Self>>> {
        portal.worked.agencies.of(portal.stamp(), load(portal)).await
    }
}

async fn load(portal: &ServerPortal) -> Answer<Things<Agency>> {
    let plans = Plans::load(portal).await?;
    let mut found = BTreeMap::new();
    uses(portal, &plans, RecordKind::Spending, "agency_id", Part::First, &mut found).await?;
    let thing =
        |entry: &catalog::Agency| Thing::new(shape(entry), found.remove(&entry.id).unwrap_or_default());
    Ok(Things { things: catalog::all().iter().map(thing).collect(), plans })
}

fn shape(entry: &catalog::Agency) -> Agency {
    Agency {
        id: entry.id.clone(),
        name_vi: entry.name_vi.clone(),
        name_en: entry.name_en.clone(),
        level: match entry.level {
            AgencyLevel::National => "national",
            AgencyLevel::Province => "province",
            AgencyLevel::Group => "group",
        }
        .to_owned(),
        until: entry.until,
        now: entry.now().id.clone(),
        absorbed: entry.absorbed().map(|other| other.id.clone()).collect(),
        spending: 0,
        plans: 0,
        provinces: 0,
    }
}
