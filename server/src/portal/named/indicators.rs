//! Which indicators do plans state?

use std::{collections::BTreeMap, sync::Arc};

use app::{
    portal::Answer,
    types::indicator::{Indicator, LookAlike},
};
use plandoc::catalog::indicators::{self as catalog, Direction};

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
    noun: "indicators",
    common: EVERY_LIST,
    filters: &[
        (Parameter::Q, By::Words),
        (Parameter::Plan, By::Text("plan_id")),
        (Parameter::Province, By::Text("province_slug")),
        (Parameter::ProvinceNow, By::Text("province_now_slug")),
        (Parameter::Year, By::PlanPeriod),
    ],
    words: &[],
    sorts: &[
        Order::text("name_vi", "name_vi"),
        Order::whole("targets", "targets"),
        Order::whole("progress", "progress"),
        Order::whole("plans", "plans"),
        Order::whole("provinces", "provinces"),
    ],
    order: &[Order::whole("plans", "plans").falling(), Order::whole("targets", "targets").falling()],
    facets: &[Parameter::Province],
};

impl Named for Indicator {
    const SPEC: &'static ListSpec = &SPEC;
    const ONE: &'static str = "indicator";
    const PROPERTIES: &'static [Parameter] = &[];
    const LISTED_UNNAMED: bool = true;

    fn id(&self) -> &str {
        &self.id
    }

    fn words(&self) -> String {
        format!("{} {}", self.name_vi, self.name_en)
    }

    fn key(&self, column: &str) -> KeyValue {
        match column {
            "name_vi" => KeyValue::Text(plandoc::text::fold::fold(&self.name_vi)),
            "targets" => KeyValue::count(self.targets),
            "progress" => KeyValue::count(self.progress),
            "plans" => KeyValue::count(self.plans),
            "provinces" => KeyValue::count(self.provinces),
            _ => KeyValue::Text(self.id.clone()),
        }
    }

    fn counted(&self, counts: Counts) -> Self {
        Self {
            targets: counts.first,
            progress: counts.second,
            plans: counts.plans,
            provinces: counts.provinces,
            ..self.clone()
        }
    }

    fn property(&self, _: Parameter) -> Option<&str> {
        None
    }

    async fn things(portal: &ServerPortal) -> Answer<Arc<Things<Self>>> {
        portal.worked.indicators.of(portal.stamp(), load(portal)).await
    }
}

async fn load(portal: &ServerPortal) -> Answer<Things<Indicator>> {
    let plans = Plans::load(portal).await?;
    let mut found = BTreeMap::new();
    uses(portal, &plans, RecordKind::Targets, "indicator", Part::First, &mut found).await?;
    uses(portal, &plans, RecordKind::Progress, "indicator", Part::Second, &mut found).await?;
    let thing =
        |entry: &catalog::Indicator| Thing::new(shape(entry), found.remove(&entry.id).unwrap_or_default());
    Ok(Things { things: catalog::all().iter().map(thing).collect(), plans })
}

fn shape(entry: &catalog::Indicator) -> Indicator {
    // A look-alike is noted at one of the two.
    let unlike = catalog::all().iter().filter_map(|other| {
        let why = catalog::unlike(&entry.id, &other.id)?;
        Some(LookAlike { id: other.id.clone(), why_vi: why.why_vi.clone(), why_en: why.why_en.clone() })
    });
    Indicator {
        id: entry.id.clone(),
        name_vi: entry.name_vi.clone(),
        name_en: entry.name_en.clone(),
        unit: entry.unit.clone(),
        direction: direction(entry.direction).to_owned(),
        targets: 0,
        progress: 0,
        plans: 0,
        provinces: 0,
        unlike: unlike.collect(),
    }
}

/// Which way is better, as the public says it.
pub(in crate::portal) fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::Up => "up",
        Direction::Down => "down",
    }
}
