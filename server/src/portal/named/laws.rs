//! Which legal documents do plans cite?

mod identity;

use std::{collections::BTreeMap, sync::Arc};

use app::{portal::Answer, types::law::Law};
use sea_orm::sea_query::{Expr, ExprTrait, Order as Direction};

use self::identity::{Cited, Citing, LawKey};
use super::{
    listing::{Named, Thing, Things},
    plans::Plans,
    uses::{Counts, Part, Use},
};
use crate::{
    portal::{
        ServerPortal,
        filter::Rows,
        list::{all, get, shape},
        paging::KeyValue,
        parameter::Parameter,
        spec::{By, EVERY_LIST, ListSpec, Order},
    },
    store::RecordKind,
};

/// What the list can be asked.
pub(crate) const SPEC: ListSpec = ListSpec {
    noun: "laws",
    common: EVERY_LIST,
    filters: &[
        (Parameter::Q, By::Words),
        (Parameter::Plan, By::Text("plan_id")),
        (Parameter::Province, By::Text("province_slug")),
        (Parameter::ProvinceNow, By::Text("province_now_slug")),
        (Parameter::Year, By::PlanPeriod),
        (Parameter::Number, By::Text("number")),
    ],
    words: &[],
    sorts: &[
        Order::text("number", "number"),
        Order::text("issued_on", "issued_on"),
        Order::whole("citations", "citations"),
        Order::whole("plans", "plans"),
        Order::whole("provinces", "provinces"),
    ],
    order: &[Order::whole("plans", "plans").falling(), Order::whole("citations", "citations").falling()],
    facets: &[Parameter::Province],
};

impl Named for Law {
    const SPEC: &'static ListSpec = &SPEC;
    const ONE: &'static str = "law";
    const PROPERTIES: &'static [Parameter] = &[Parameter::Number];
    const LISTED_UNNAMED: bool = false;

    fn id(&self) -> &str {
        &self.id
    }

    fn words(&self) -> String {
        let parts = [&self.doc_type, &self.issuer, &self.title];
        let words: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
        format!("{} {}", self.number, words.join(" "))
    }

    fn key(&self, column: &str) -> KeyValue {
        match column {
            "number" => KeyValue::Text(self.number.clone()),
            "issued_on" => self.issued_on.clone().map_or(KeyValue::Null, KeyValue::Text),
            "citations" => KeyValue::count(self.citations),
            "plans" => KeyValue::count(self.plans),
            "provinces" => KeyValue::count(self.provinces),
            _ => KeyValue::Text(self.id.clone()),
        }
    }

    fn counted(&self, counts: Counts) -> Self {
        Self { citations: counts.first, plans: counts.plans, provinces: counts.provinces, ..self.clone() }
    }

    fn property(&self, parameter: Parameter) -> Option<&str> {
        (parameter == Parameter::Number).then_some(self.number.as_str())
    }

    async fn things(portal: &ServerPortal) -> Answer<Arc<Things<Self>>> {
        portal.worked.laws.of(portal.stamp(), load(portal)).await
    }
}

async fn load(portal: &ServerPortal) -> Answer<Things<Law>> {
    let plans = Plans::load(portal).await?;
    let mut cited: BTreeMap<LawKey, Cited> = BTreeMap::new();
    for (place, id) in plans.ids().enumerate() {
        let mut select = Rows::records(RecordKind::Citations, portal.shown()).every();
        select.column("body").and_where(Expr::col("plan_id").eq(id)).order_by("ordinal", Direction::Asc);
        for row in all(portal.db(), &select).await? {
            let citing: Citing = shape(&get::<String>(&row, "body")?)?;
            cited.entry(LawKey::of(&citing)).or_default().add(place, citing);
        }
    }
    let things = identity::settled(cited).into_iter().map(|(key, cited)| thing(&key, cited)).collect();
    Ok(Things { plans, things })
}

fn thing(key: &LawKey, cited: Cited) -> Thing<Law> {
    let law = cited.law(key);
    let mut uses: BTreeMap<usize, u64> = BTreeMap::new();
    for plan in cited.plans {
        *uses.entry(plan).or_default() += 1;
    }
    let uses = uses.into_iter().map(|(plan, records)| Use { plan, part: Part::First, records });
    Thing::new(law, uses.collect())
}
