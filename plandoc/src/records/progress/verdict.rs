//! Lists that judge: "40% hồ sơ nộp qua mạng: Chưa đạt."
//!
//! The number of such an item is the target; the verdict is the document's own.

use std::{collections::BTreeMap, ops::Range, sync::LazyLock};

use crate::text::pattern::{Captures, Regex};

use super::{
    Progress,
    draft::{Draft, Place, heading_year},
};
use crate::{
    catalog::indicators,
    records::{
        Confidence, ReadContext, Status, StatusBasis,
        measure::{Said, comparator_ranges},
    },
    text::{
        clause::{self, Statement},
        number::{Figure, FigureKind},
    },
};

/// A verdict after the last colon, alone or with a bracket behind it.
static VERDICT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?is)^(?P<item>.*\S)\s*:\s*(?P<verdict>(?P<missed>(?:chưa|không)\s+(?:đạt|hoàn\s+thành|thực\s+hiện(?:\s+được)?))|(?P<partly>(?:đạt|hoàn\s+thành|thực\s+hiện)\s+một\s+phần|cơ\s+bản\s+(?:đạt|hoàn\s+thành)|đang\s+(?:thực\s+hiện|triển\s+khai))|(?P<met>(?:đã\s+)?(?:đạt(?:\s+và\s+vượt)?|vượt|hoàn\s+thành)(?:\s+(?:mục\s+tiêu|chỉ\s+tiêu|kế\s+hoạch|100\s*%))?))\s*(?:\(.*\)\s*)?[.;…]*\s*$",
    )
    .expect("the pattern of verdicts compiles")
});

/// In a list that judges, an item that tells how far it got instead.
static HOW_FAR: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?is)^(?P<item>.*?\S)\s*:\s*(?P<verdict>(?:đã|đang|mới|cơ\s+bản)\s[^:]{3,200}?)\s*[.;…]*\s*$",
    )
    .expect("the pattern of how far compiles")
});

/// An item that promises a rate and tells the one reached: "60% hộ có nước: đạt 75%".
static REACHED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?is)^(?P<item>\s*(?:[-+•]\s*)?(?:(?:phấn\s+đấu|đảm\s+bảo|bảo\s+đảm|tối\s+thiểu|ít\s+nhất|trên|có|đạt)\s+)*\d+(?:,\d+)?\s*%[^:%]*\S)\s*:\s*(?P<verdict>(?:(?:kết\s+quả|đã|mới|hiện|ước)\s+)*(?:đạt|thực\s+hiện)(?:\s+được)?\s[^:%]{0,40}\d\s*%)\s*(?:\([^()]*\)\s*)?[.;…]*\s*$",
    )
    .expect("the pattern of rates reached compiles")
});

/// Per section with a list that judges, how many of its items carry a plain verdict.
pub(super) type Judged = BTreeMap<Option<usize>, usize>;

/// Fewest plain verdicts that make a list one that judges.
const LIST: usize = 2;

/// Counts the plain verdicts of each section.
pub(super) fn judged_sections(context: &ReadContext) -> Judged {
    let mut judged = Judged::new();
    for (_, block, shadow) in context.passages() {
        if shadow.as_str().contains(':') && VERDICT.is_match(shadow.as_str()) {
            *judged.entry(block.section).or_default() += 1;
        }
    }
    judged
}

/// An item and its verdict.
struct Item {
    /// The words judged.
    words: Range<usize>,
    /// The verdict's words.
    verdict: Range<usize>,
    status: Status,
    /// Whether the verdict is put in words of its own.
    told: bool,
}

/// The records of a judged item; `None` if the passage is none.
pub(super) fn read(place: &Place<'_>, judged: &Judged) -> Option<Vec<Progress>> {
    if !place.words.contains(':') {
        return None;
    }
    let item = item(place.words, judged.get(&place.block.section).copied().unwrap_or_default())?;
    let start = place.context.item(place.at).start.min(item.words.end);
    let item = Item { words: start.max(item.words.start)..item.words.end, ..item };
    let sentences = clause::passage(&place.words[..item.words.end]);
    let statements: Vec<&Statement> = sentences
        .iter()
        .flat_map(|sentence| &sentence.statements)
        .filter(|statement| matches!(statement.figure.kind, FigureKind::Percent | FigureKind::Count))
        .filter(|statement| statement.figure.kind == FigureKind::Percent || statement.figure.unit.is_some())
        .collect();
    if statements.is_empty() {
        return Some(vec![without_number(place, &item)]);
    }
    if let [only] = statements.as_slice()
        && let Some(reached) = reached(place, &item, &only.figure)
    {
        let mut draft = Draft::new(reached, &sentences[0]);
        draft.measure_against(&only.figure);
        return Some(vec![draft.progress(place)]);
    }
    let records = statements.iter().enumerate().map(|(index, statement)| {
        let start = if index == 0 { item.words.start } else { statement.words.start };
        with_number(place, &item, statement, start)
    });
    Some(records.collect())
}

/// The verdict that words give which say nothing else: "Chưa đạt".
pub(super) fn plain_verdict(words: &str) -> Option<Status> {
    let said = format!("x: {}", words.trim());
    VERDICT.captures(&said).map(|found| status_of(&found))
}

fn status_of(found: &Captures<'_>) -> Status {
    match (found.name("missed"), found.name("partly")) {
        (Some(_), _) => Status::Missed,
        (None, Some(_)) => Status::Partly,
        (None, None) => Status::Met,
    }
}

fn item(words: &str, plain_verdicts: usize) -> Option<Item> {
    if let Some(found) = VERDICT.captures(words) {
        let status = status_of(&found);
        let item = Item {
            words: found.name("item")?.range(),
            verdict: found.name("verdict")?.range(),
            status,
            told: false,
        };
        return Some(item);
    }
    if let Some(found) = REACHED.captures(words) {
        return Some(Item {
            words: found.name("item")?.range(),
            verdict: found.name("verdict")?.range(),
            status: Status::Partly,
            told: true,
        });
    }
    if plain_verdicts < LIST {
        return None;
    }
    let found = HOW_FAR.captures(words)?;
    Some(Item {
        words: found.name("item")?.range(),
        verdict: found.name("verdict")?.range(),
        status: Status::Partly,
        told: true,
    })
}

/// The rate that a verdict tells, measuring what the item names.
fn reached(place: &Place<'_>, item: &Item, goal: &Figure) -> Option<Statement> {
    if goal.kind != FigureKind::Percent || !item.told {
        return None;
    }
    let whole = clause::sentence(place.words, item.words.start..item.verdict.end);
    let last = whole.statements.last().filter(|last| last.figure.digits.start >= item.verdict.start)?;
    let first = whole.statements.first()?;
    let mut reached = last.clone();
    (reached.label, reached.head) = (first.label.clone(), first.head.clone());
    for label in &mut reached.label {
        label.end = label.end.min(item.words.end);
    }
    reached.words = first.words.start..last.words.end;
    (reached.figure.kind == FigureKind::Percent).then_some(reached)
}

/// A judged item without a number: only the verdict is stated.
fn without_number(place: &Place<'_>, item: &Item) -> Progress {
    let label_range = place.context.range(place.at, item.words.clone());
    let label = place.context.printed(label_range);
    let words = &place.words[item.words.clone()];
    let mut progress = judged(place, item, item.words.start, label);
    progress.indicator = indicators::find(words, None).map(|found| found.id.clone());
    let evidence = &mut progress.provenance.evidence;
    evidence.insert("label".to_owned(), vec![label_range]);
    if progress.indicator.is_some() {
        evidence.insert("indicator".to_owned(), vec![label_range]);
    }
    progress
}

/// A judged item's number: the target that was kept or missed.
fn with_number(place: &Place<'_>, item: &Item, statement: &Statement, start: usize) -> Progress {
    let said =
        Said { context: place.context, at: place.at, block: place.block, words: place.words, statement };
    let measure = said.measure(None);
    let figure = &statement.figure;
    let mut progress = judged(place, item, start.min(statement.words.start), measure.label.clone());
    let mut record = place.context.record(place.block, place.context.range(place.at, item.words.clone()));
    measure.note(&mut record, figure.unit.clone().map(|unit| said.range(unit)));
    record.evidence("target_value", said.range(figure.digits.clone()));
    record.evidence_all("target_comparator", &comparator_ranges(&said, figure));
    progress.provenance.evidence.append(&mut record.finish().evidence);
    progress.indicator = measure.indicator;
    progress.unit = measure.unit;
    progress.level = measure.level;
    progress.target_value = Some(figure.value);
    progress.target_comparator = Some(figure.comparator);
    progress
}

/// A record with nothing but label, year and verdict.
fn judged(place: &Place<'_>, item: &Item, start: usize, label: String) -> Progress {
    let mut quote = place.context.range(place.at, start..item.verdict.end);
    quote.end += emphasis_after(place.context, quote.end);
    let mut record = place.context.record(place.block, quote);
    record.evidence("status", place.context.range(place.at, item.verdict.clone()));
    if item.told {
        record.doubt(Confidence::Medium, "Văn bản nêu mức độ thực hiện bằng lời, không ghi đạt hay chưa đạt");
    }
    let heading = heading_year(place.context, place.block);
    if let Some((_, range)) = heading {
        record.inherited("year", Some(range));
    }
    Progress {
        provenance: record.finish(),
        label,
        indicator: None,
        comparator: None,
        value: None,
        value_max: None,
        unit: None,
        numerator: None,
        denominator: None,
        year: heading.map(|(year, _)| year),
        level: None,
        target_value: None,
        target_comparator: None,
        status: Some(item.status),
        // "Đã xong đợt một" does not say that the goal was kept in part; it is read so.
        status_basis: (!item.told).then_some(StatusBasis::Stated),
        answers: None,
        answers_basis: None,
    }
}

/// Characters that close the verdict's emphasis: "**Đạt**", "**Đạt.**".
fn emphasis_after(context: &ReadContext, end: usize) -> usize {
    let after: String = context.text.slice(crate::span::CharRange::new(end, end + 3)).to_owned();
    [".**", ";**", "**"]
        .iter()
        .find(|closing| after.starts_with(**closing))
        .map_or(0, |closing| closing.len())
}
