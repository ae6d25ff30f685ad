//! Which numbers promised does a filter leave?

use super::{
    parameter::Parameter,
    spec::{AS_PRINTED, By, ListSpec, Order, STORED_LIST},
};

/// What the list can be asked.
pub(crate) const SPEC: ListSpec = ListSpec {
    noun: "targets",
    common: STORED_LIST,
    filters: &[
        (Parameter::Q, By::Words),
        (Parameter::Plan, By::Text("plan_id")),
        (Parameter::Province, By::Text("province_slug")),
        (Parameter::ProvinceNow, By::Text("province_now_slug")),
        (Parameter::Year, By::Number("year")),
        (Parameter::Status, By::Text("status")),
        (Parameter::Indicator, By::Text("indicator")),
        (Parameter::Level, By::Text("level")),
    ],
    words: &[
        (Parameter::Status, &["met", "partly", "missed", "not_reported"]),
        (Parameter::Level, &["province", "district", "commune"]),
    ],
    sorts: &[
        Order::text("label", "label"),
        Order::decimal("value", "value"),
        Order::whole("due_year", "year"),
        Order::text("status", "status"),
        Order::text("indicator", "indicator"),
        Order::text("level", "level"),
        Order::text("plan", "plan_id"),
        Order::text("province", "province_slug"),
    ],
    order: AS_PRINTED,
    facets: &[
        Parameter::Province,
        Parameter::Year,
        Parameter::Status,
        Parameter::Indicator,
        Parameter::Level,
        Parameter::Plan,
    ],
};
