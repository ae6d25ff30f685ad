//! What do plans mean by their abbreviations?

use std::collections::BTreeMap;

use app::{
    portal::Answer,
    types::{
        abbreviation::{AbbreviationUse, Meaning},
        plan::Plan,
    },
};
use plandoc::text::fold::words;

use crate::portal::{ServerPortal, plans};

/// Wordings of one meaning, each with the plans that use it.
type Wordings = BTreeMap<String, Vec<String>>;

/// Abbreviations of all plans' own glossaries, in the order of the alphabet.
pub(crate) async fn abbreviations(portal: &ServerPortal) -> Answer<Vec<AbbreviationUse>> {
    let load = async { Ok(uses(&plans::every(portal).await?)) };
    Ok(portal.worked.abbreviations.of(portal.stamp(), load).await?.as_ref().clone())
}

fn uses(plans: &[Plan]) -> Vec<AbbreviationUse> {
    // Spellings that differ in case, marks or punctuation alone mean the same.
    let mut found: BTreeMap<String, BTreeMap<Vec<String>, Wordings>> = BTreeMap::new();
    for plan in plans {
        for known in &plan.glossary {
            let meanings = found.entry(known.short.clone()).or_default();
            let wordings = meanings.entry(words(&known.long)).or_default();
            wordings.entry(known.long.clone()).or_default().push(plan.id.clone());
        }
    }
    found
        .into_iter()
        .map(|(short, meanings)| {
            let mut meanings: Vec<Meaning> = meanings.into_values().map(meaning).collect();
            meanings.sort_by_key(|meaning| std::cmp::Reverse(meaning.plan_ids.len()));
            AbbreviationUse { short, meanings }
        })
        .collect()
}

/// One meaning, in the wording of most plans.
fn meaning(wordings: Wordings) -> Meaning {
    let most = wordings.iter().max_by_key(|(_, plans)| plans.len());
    let long = most.map(|(long, _)| long.clone()).unwrap_or_default();
    let mut plan_ids: Vec<String> = wordings.into_values().flatten().collect();
    plan_ids.sort();
    plan_ids.dedup();
    Meaning { long, plan_ids }
}
