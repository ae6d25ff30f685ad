//! Which legal documents does the plan cite?
//!
//! One record per document, at its first mention. The plan's own number, in its
//! letterhead or its annexes' captions, is no citation.

mod issuer;
mod mention;
mod merge;

use serde::{Deserialize, Serialize};

use self::{
    mention::{Mention, mentions},
    merge::{Placed, Stated, merge},
};
use super::{Provenance, ReadContext};
use crate::{
    blocks::passage::{Passage, passages},
    text::shadow::Shadow,
};

/// One legal document cited by number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Citation {
    /// Quote, place, evidence.
    #[serde(flatten)]
    pub provenance: Provenance,
    /// Number without spaces: "43/2011/NĐ-CP".
    pub number: String,
    /// Type as printed: "Nghị định".
    pub doc_type: Option<String>,
    /// ISO date.
    pub issued_on: Option<String>,
    /// Issuer as printed.
    pub issuer: Option<String>,
    /// What it is about, as printed.
    pub title: Option<String>,
}

/// Reads the legal documents cited by number, in order of their first mention.
pub fn read(context: &ReadContext) -> Vec<Citation> {
    let mut placed: Vec<Placed> = Vec::new();
    for passage in passages(&context.document) {
        let shadow = context.shadow_of(&passage);
        placed.extend(mentions(shadow.as_str()).into_iter().map(|m| place(context, &passage, &shadow, m)));
    }
    let mut found = merge(placed);
    found.retain(|citation| !is_own(context, citation));
    found
}

/// The plan itself, as the page that shows it names it: "Kế hoạch 12/KH-UBND năm 2020 …".
fn is_own(context: &ReadContext, citation: &Citation) -> bool {
    let plan = &context.plan;
    plan.number.as_ref() == Some(&citation.number)
        && (citation.issued_on.is_none() || citation.issued_on == plan.issued_on)
}

fn place(context: &ReadContext, passage: &Passage<'_>, shadow: &Shadow, mention: Mention) -> Placed {
    let stated = |bytes| {
        let range = shadow.range(bytes);
        Stated { value: context.printed(range), range }
    };
    let section = passage.section.map(|s| s.label.clone());
    let quote = shadow.range(mention.words);
    Placed {
        number: Stated { value: mention.number.number, range: shadow.range(mention.number.range) },
        doc_type: mention.doc_type.map(stated),
        issued_on: mention.issued_on.map(|d| Stated { value: d.value.iso(), range: shadow.range(d.range) }),
        issuer: mention.issuer.map(stated),
        title: mention.title.map(stated),
        at: quote.start,
        record: context.record_at(section, passage.address.to_owned(), quote),
    }
}

#[cfg(test)]
mod tests;
