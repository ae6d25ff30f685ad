//! Which abbreviations, headings and turns of phrase does a plan use?
//!
//! Kept in the index, one document for each plan, so that expansion and suggestions
//! need no other source and a changed plan changes only its own.

use std::collections::{BTreeMap, HashMap};

use plandoc::blocks::BlockKind;
use serde::{Deserialize, Serialize};

use super::{
    content::{PlanContent, period},
    entry::Entry,
    word::{Word, words},
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
    let runs: Vec<Vec<Spelt>> = passages.flat_map(|entry| runs(&entry.shown.text)).collect();
    let mut times: HashMap<String, u32> = HashMap::new();
    for run in stretches(&runs) {
        *times.entry(spelt(run, |word| &word.exact)).or_default() += 1;
    }
    let mut found: Vec<Counted> = times
        .into_iter()
        .filter(|(text, times)| *times >= PHRASE_TIMES && stands_alone(text))
        .map(|(text, times)| Counted { text, times })
        .collect();
    found.sort_by(|a, b| {
        let length = |counted: &Counted| counted.text.split(' ').count();
        b.times.cmp(&a.times).then(length(b).cmp(&length(a))).then(a.text.cmp(&b.text))
    });
    as_printed(&longest(found), &runs)
}

/// Runs of the wanted lengths within runs.
fn stretches(runs: &[Vec<Spelt>]) -> impl Iterator<Item = &[Spelt]> {
    runs.iter().flat_map(|run| {
        (0..run.len()).flat_map(move |start| {
            (PHRASE_MIN..=PHRASE_MAX.min(run.len() - start)).map(move |length| &run[start..start + length])
        })
    })
}

/// Without those that a longer one holds about as often.
fn longest(found: Vec<Counted>) -> Vec<Counted> {
    let covers = |longer: &Counted, shorter: &Counted| {
        longer.times * 10 >= shorter.times * 8 && holds(&longer.text, &shorter.text)
    };
    let mut kept: Vec<Counted> = Vec::new();
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

/// Each phrase in the spelling that it has most often.
fn as_printed(phrases: &[Counted], runs: &[Vec<Spelt>]) -> Vec<Counted> {
    let mut spellings: HashMap<&str, BTreeMap<String, u32>> =
        phrases.iter().map(|phrase| (phrase.text.as_str(), BTreeMap::new())).collect();
    for run in stretches(runs) {
        if let Some(spellings) = spellings.get_mut(spelt(run, |word| &word.exact).as_str()) {
            *spellings.entry(spelt(run, |word| &word.printed)).or_default() += 1;
        }
    }
    let best = |phrase: &Counted| {
        let spellings = spellings.get(phrase.text.as_str())?;
        spellings.iter().max_by_key(|(_, times)| **times).map(|(spelling, _)| spelling.clone())
    };
    let texts: Vec<Option<String>> = phrases.iter().map(best).collect();
    let named = phrases.iter().zip(texts);
    named
        .map(|(phrase, text)| Counted {
            text: text.unwrap_or_else(|| phrase.text.clone()),
            times: phrase.times,
        })
        .collect()
}

/// A word of a phrase.
#[derive(Clone, Debug)]
struct Spelt {
    exact: String,
    printed: String,
}

fn spelt(run: &[Spelt], form: impl Fn(&Spelt) -> &str) -> String {
    run.iter().map(form).collect::<Vec<_>>().join(" ")
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

/// Words of letters that only spaces part: a phrase does not run over a comma or number.
fn runs(text: &str) -> Vec<Vec<Spelt>> {
    let letters: Vec<char> = text.chars().collect();
    let mut found = vec![Vec::new()];
    let mut last: Option<Word> = None;
    for word in words(text) {
        let gap = last.as_ref().map_or(&[][..], |last| &letters[last.range.end..word.range.start]);
        let plain = word.form.exact.chars().all(char::is_alphabetic);
        if !plain || gap.iter().any(|c| !c.is_whitespace()) {
            found.push(Vec::new());
        }
        if let Some(run) = found.last_mut().filter(|_| plain) {
            let printed = letters[word.range.start..word.range.end].iter().collect();
            run.push(Spelt { exact: word.form.exact.clone(), printed });
        }
        last = Some(word);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_end_at_punctuation_and_numbers() {
        let found = runs("Một cửa điện tử, mức độ 4 toàn trình");
        let joined: Vec<String> =
            found.iter().map(|run| spelt(run, |word| &word.exact)).filter(|run| !run.is_empty()).collect();
        assert_eq!(joined, ["một cửa điện tử", "mức độ", "toàn trình"]);
    }

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
