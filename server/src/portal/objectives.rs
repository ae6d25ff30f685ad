//! Which goals in words does a filter leave?

use super::{
    parameter::Parameter,
    spec::{AS_PRINTED, By, ListSpec, Order, STORED_LIST},
};

/// What the list can be asked.
pub(crate) const SPEC: ListSpec = ListSpec {
    noun: "objectives",
    common: STORED_LIST,
    filters: &[
        (Parameter::Q, By::Words),
        (Parameter::Plan, By::Text("plan_id")),
        (Parameter::Province, By::Text("province_slug")),
        (Parameter::ProvinceNow, By::Text("province_now_slug")),
        (Parameter::Year, By::PlanPeriod),
    ],
    words: &[],
    sorts: &[
        Order::text("text", "label"),
        Order::text("plan", "plan_id"),
        Order::text("province", "province_slug"),
    ],
    order: AS_PRINTED,
    facets: &[Parameter::Province, Parameter::Plan],
};
