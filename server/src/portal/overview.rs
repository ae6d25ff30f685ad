//! What is the national picture?

use std::collections::BTreeSet;

use app::{
    portal::Answer,
    types::{
        figures::{Overview, SumBasis, Verdicts},
        plan::Plan,
    },
};

use super::{ServerPortal, plans};

/// Counts and sums over every plan.
pub(super) async fn overview(portal: &ServerPortal) -> Answer<Overview> {
    let load = async { Ok(over(&plans::every(portal).await?, portal.shown())) };
    Ok(portal.worked.overview.of(portal.stamp(), load).await?.as_ref().clone())
}

fn over(plans: &[Plan], revision: u64) -> Overview {
    let provinces: BTreeSet<&str> = plans.iter().filter_map(|plan| plan.province_slug.as_deref()).collect();
    let first = plans.iter().filter_map(|plan| plan.period_start.or(plan.period_end)).min();
    let last = plans.iter().filter_map(|plan| plan.period_end.or(plan.period_start)).max();
    let mut overview = Overview {
        revision,
        plans: plans.len() as u64,
        provinces: provinces.len() as u64,
        years: first.zip(last),
        planned_vnd: 0,
        planned_plans: 0,
        planned_computed: 0,
        spent_plans: 0,
        stated: Verdicts::default(),
        computed: Verdicts::default(),
        targets: 0,
        progress: 0,
    };
    for figures in plans.iter().map(|plan| &plan.figures) {
        if let Some(sum) = &figures.planned {
            overview.planned_vnd = overview.planned_vnd.saturating_add(sum.amount_vnd);
            overview.planned_plans += 1;
            overview.planned_computed += u64::from(sum.basis == SumBasis::Computed);
        }
        overview.spent_plans += u64::from(figures.spent.is_some());
        add(&mut overview.stated, figures.stated);
        add(&mut overview.computed, figures.computed);
        overview.targets += figures.targets;
        overview.progress += figures.progress;
    }
    overview
}

fn add(sum: &mut Verdicts, more: Verdicts) {
    sum.met += more.met;
    sum.partly += more.partly;
    sum.missed += more.missed;
    sum.unknown += more.unknown;
}
