//! Which abbreviations, headings and turns of phrase does a plan use?
//!
//! Kept in the index, one document for each plan, so that expansion and suggestions
//! need no other source and a changed plan changes only its own.

use std::collections::BTreeMap;

use plandoc::blocks::BlockKind;
use serde::{Deserialize, Serialize};

use super::{
    content::{PlanContent, period},
    entry::Entry,
    runs::{Frequent, Runs},
};
use app::types::search::HitKind;

/// Fewest words of a phrase worth suggesting.
const PHRASE_MIN: usize = 2;
/// Most words of a phrase worth suggesting.
const PHRASE_MAX: usize = 6;
/// Times a phrase stands in a plan before it is suggested.
const PHRASE_TIMES: u32 = 4;
/// Phrases kept of a plan.
const PHRASES_KEPT: usize = 150;
/// Words that join others: no turn of phrase begins or ends with one.
const JOINING: &[&str] = &[
    "bằng", "bị", "bởi", "các", "cho", "chưa", "có", "cùng", "của", "cũng", "do", "dưới", "đã", "đang",
    "đến", "để", "được", "giữa", "hay", "hoặc", "khi", "không", "là", "lên", "mà", "một", "này", "nên",
    "như", "nhưng", "nhằm", "những", "nếu", "ở", "phải", "qua", "ra", "sau", "sẽ", "tại", "theo", "thì",
    "trên", "trong", "trước", "từ", "từng", "tới", "và", "vào", "vẫn", "về", "với", "đó", "đối", "cần",
    "còn", "nhiều",
];
/// Longest heading that is suggested, in characters.
const HEADING_MAX: usize = 120;

/// A word or phrase with how often it stands in the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Counted {
    /// As printed.
    pub text: String,
    /// Times.
    pub times: u32,
}

/// What one plan adds to expansion and suggestions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Lexicon {
    /// The plan.
    pub plan_id: String,
    /// What people call it.
    pub label: String,
    /// Name and slug of the province of then.
    pub province: Option<(String, String)>,
    /// Name and slug of the province of now.
    pub province_now: Option<(String, String)>,
    /// Years of its period.
    pub years: Vec<i32>,
    /// Its abbreviations: short and long.
    pub abbreviations: Vec<(String, String)>,
    /// Numbers of the legal documents it cites.
    pub laws: Vec<Counted>,
    /// Catalogue ids of lead agencies.
    pub agencies: Vec<Counted>,
    /// Catalogue ids of the targets' indicators.
    pub indicators_promised: Vec<Counted>,
    /// Catalogue ids of the results' indicators.
    pub indicators_reported: Vec<Counted>,
    /// Headings of its text.
    pub headings: Vec<String>,
    /// Frequent turns of phrase.
    pub phrases: Vec<Counted>,
}

impl Lexicon {
    /// Of a plan and what can be found in it.
    pub(super) fn of(content: &PlanContent, entries: &[Entry]) -> Self {
        let plan = &content.plan;
        let pair = |name: &Option<String>, slug: &Option<String>| Some((name.clone()?, slug.clone()?));
        Self {
            plan_id: plan.id.clone(),
            label: content.label.clone(),
            province: pair(&plan.province, &plan.province_slug),
            province_now: pair(&plan.province_now, &plan.province_now_slug),
            years: period(plan),
            abbreviations: plan
                .glossary
                .iter()
                .map(|entry| (entry.short.clone(), entry.long.clone()))
                .collect(),
            laws: counted(content.citations.iter().map(|citation| citation.number.as_str())),
            agencies: counted(
                content.spending.iter().filter_map(|spending| spending.lead_agency_id.as_deref()),
            ),
            indicators_promised: counted(
                content.targets.iter().filter_map(|target| target.indicator.as_deref()),
            ),
            indicators_reported: counted(
                content.progress.iter().filter_map(|progress| progress.indicator.as_deref()),
            ),
            headings: headings(content),
            phrases: phrases(entries),
        }
    }
}

fn counted<'a>(values: impl Iterator<Item = &'a str>) -> Vec<Counted> {
    let mut times: BTreeMap<&str, u32> = BTreeMap::new();
    for value in values {
        *times.entry(value).or_default() += 1;
    }
    times.into_iter().map(|(text, times)| Counted { text: text.to_owned(), times }).collect()
}

fn headings(content: &PlanContent) -> Vec<String> {
    let opened = content.document.blocks.iter().filter_map(|block| match block.kind {
        BlockKind::Heading { .. } => content.document.sections.get(block.section?),
        _ => None,
    });
    let titles = opened.map(|section| section.name().trim_end_matches([':', '.', ';']).to_owned());
    titles.filter(|title| !title.is_empty() && title.chars().count() <= HEADING_MAX).collect()
}

/// Runs of words that stand often in the passages; of two where one holds the other
/// about as often, the longer. As most often printed.
fn phrases(entries: &[Entry]) -> Vec<Counted> {
    let passages = entries.iter().filter(|entry| entry.shown.facts.kind == HitKind::Passage);
    let mut runs = Runs::default();
    passages.for_each(|entry| runs.add(&entry.shown.text));
    let mut found: Vec<Frequent> =
        runs.frequent(PHRASE_TIMES, PHRASE_MAX).into_iter().filter(worth_suggesting).collect();
    found.sort_by(|a, b| b.times.cmp(&a.times).then(b.words.cmp(&a.words)).then(a.text.cmp(&b.text)));
    let kept = longest(found).into_iter();
    kept.map(|phrase| Counted { text: runs.as_printed(&phrase), times: phrase.times }).collect()
}

fn worth_suggesting(phrase: &Frequent) -> bool {
    phrase.words >= PHRASE_MIN && stands_alone(&phrase.text)
}

/// Without those that a longer one holds about as often.
fn longest(found: Vec<Frequent>) -> Vec<Frequent> {
    let covers = |longer: &Frequent, shorter: &Frequent| {
        longer.times * 10 >= shorter.times * 8 && holds(&longer.text, &shorter.text)
    };
    let mut kept: Vec<Frequent> = Vec::new();
    for phrase in found {
        if kept.len() == PHRASES_KEPT {
            break;
        }
        if !kept.iter().any(|longer| covers(longer, &phrase)) {
            kept.retain(|shorter| !covers(&phrase, shorter));
            kept.push(phrase);
        }
    }
    kept
}

/// Whether a phrase means something without the words around it.
fn stands_alone(phrase: &str) -> bool {
    let joins = |word: Option<&str>| word.is_none_or(|word| JOINING.contains(&word));
    !joins(phrase.split(' ').next()) && !joins(phrase.rsplit(' ').next())
}

/// Whether the words of one phrase stand in the other.
fn holds(longer: &str, shorter: &str) -> bool {
    format!(" {longer} ").contains(&format!(" {shorter} "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_phrase_as_frequent_as_the_whole_is_left_out() {
        assert!(holds("công nghệ thông tin", "nghệ thông") && !holds("công nghệ", "công ngh"));
    }

    #[test]
    fn a_fragment_is_no_phrase() {
        assert!(stands_alone("dịch vụ công trực tuyến"));
        assert!(!stands_alone("cho các") && !stands_alone("ứng dụng và") && !stands_alone("của tỉnh"));
    }

    #[test]
    fn values_are_counted_once_each() {
        let found = counted(["b", "a", "b"].into_iter());
        assert_eq!(found, [Counted { text: "a".into(), times: 1 }, Counted { text: "b".into(), times: 2 }]);
    }
}
