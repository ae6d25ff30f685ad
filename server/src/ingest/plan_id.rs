//! By which id is a plan to go?

use plandoc::{Manifest, records::plan::Plan};

use super::IngestError;
use crate::store::PlanId;

/// Longest id of a plan; it stands in addresses.
const ID_MAX: usize = 80;

/// The id that a plan would have by its province and period, or what of them is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanName {
    /// "soc-trang-2020".
    Told(String),
    /// "province", "period", "province and period".
    Missing(&'static str),
}

impl PlanName {
    /// What the plan's own words give.
    pub fn of(plan: &Plan) -> Self {
        let period = match (plan.period_start, plan.period_end) {
            (Some(first), Some(last)) if first != last => Some(format!("{first}-{last}")),
            (Some(year), _) | (None, Some(year)) => Some(year.to_string()),
            (None, None) => None,
        };
        match (&plan.province_slug, period) {
            (Some(province), Some(period)) => Self::Told(format!("{province}-{period}")),
            (Some(_), None) => Self::Missing("period"),
            (None, Some(_)) => Self::Missing("province"),
            (None, None) => Self::Missing("province and period"),
        }
    }
}

/// The manifest's id, else the one given, else province and period.
pub fn plan_id(manifest: Option<&Manifest>, given: Option<&str>, plan: &Plan) -> Result<PlanId, IngestError> {
    if let Some(id) = manifest.and_then(|manifest| manifest.id.as_deref()).or(given) {
        check_id(id)?;
        return Ok(PlanId::Named(id.to_owned()));
    }
    match PlanName::of(plan) {
        PlanName::Told(id) => Ok(PlanId::Derived(id)),
        PlanName::Missing(missing) => Err(IngestError::Nameless { missing }),
    }
}

/// Refuses an id that could not stand in an address.
pub(super) fn check_id(id: &str) -> Result<(), IngestError> {
    let word = |word: &str| {
        !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    if id.len() <= ID_MAX && id.split('-').all(word) {
        Ok(())
    } else {
        Err(IngestError::BadId { id: id.to_owned(), max: ID_MAX })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(province: Option<&str>, first: Option<i32>, last: Option<i32>) -> Plan {
        Plan {
            province_slug: province.map(str::to_owned),
            period_start: first,
            period_end: last,
            ..Plan::default()
        }
    }

    #[test]
    fn the_manifest_goes_before_the_command_line_and_that_before_the_text() {
        let plan = plan(Some("soc-trang"), Some(2009), Some(2010));
        let manifest = Manifest { id: Some("from-manifest".into()), ..Manifest::default() };
        let id = |manifest, given| plan_id(manifest, given, &plan).unwrap();
        assert_eq!(id(Some(&manifest), Some("given")), PlanId::Named("from-manifest".into()));
        assert_eq!(id(None, Some("given")), PlanId::Named("given".into()));
        assert_eq!(id(None, None), PlanId::Derived("soc-trang-2009-2010".into()));
    }

    #[test]
    fn a_plan_for_one_year_has_one_year_in_its_id() {
        let one = plan(Some("kien-giang"), Some(2020), Some(2020));
        assert_eq!(PlanName::of(&one), PlanName::Told("kien-giang-2020".into()));
    }

    #[test]
    fn what_cannot_be_told_is_refused_with_advice() {
        for (plan, missing) in [
            (plan(None, Some(2020), None), "province"),
            (plan(Some("soc-trang"), None, None), "period"),
            (plan(None, None, None), "province and period"),
        ] {
            let error = plan_id(None, None, &plan).unwrap_err().to_string();
            assert!(
                error.contains(missing) && error.contains("--id") && error.contains("plan.toml"),
                "{error}"
            );
        }
    }

    #[test]
    fn ids_can_stand_in_an_address() {
        for id in ["a", "soc-trang-2020-176-kh-ubnd"] {
            assert!(check_id(id).is_ok(), "{id}");
        }
        for id in ["", "-", "a--b", "A", "sóc-trăng", "a/b", &"a".repeat(81)] {
            assert!(check_id(id).is_err(), "{id}");
        }
    }
}
