//! Reading goals: which passages of the goal sections state one?

use std::sync::LazyLock;

use crate::text::pattern::Regex;

use super::{Objective, Scope};
use crate::{
    blocks::{Block, BlockKind, SectionRole},
    records::{Confidence, ReadContext, measure::shortened},
    span::CharRange,
    text::{clause, fold::lower, when::Year, when::years},
};

static GENERAL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:chung|tổng\s+quát)\b").expect("the pattern of general goals compiles")
});

static SPECIFIC: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:cụ\s+thể|chỉ\s+tiêu)\b").expect("the pattern of specific goals compiles")
});

/// A heading that only says that goals follow.
static MERELY_GOALS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:(?:[IVX]+|[\d.]+|\p{L})\s*[.)]\s*)?(?:các\s+|một\s+số\s+)?(?:mục\s+tiêu|chỉ\s+tiêu)(?:\s+(?:chung|tổng\s+quát|cụ\s+thể|phấn\s+đấu|chủ\s+yếu|cơ\s+bản|đến|hết|năm|\d{4}))*[\s:.]*$").expect("the pattern of goal headings compiles")
});

/// The sentence that ends a plan: "Trên đây là Kế hoạch …".
static CLOSING: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^\s*trên\s+đây\s+là\s").expect("the pattern of closing sentences compiles")
});

/// Longest line that counts as a sub-heading, in words.
const SUBHEADING: usize = 16;

/// What the lines above a passage say of it.
#[derive(Clone, Debug, Default)]
pub(in crate::records) struct Setting {
    /// Sub-heading it stands under, with its place.
    pub(in crate::records) area: Option<CharRange>,
    /// Year that a line which leads up to it gives: "Đến năm 2025 đạt các chỉ tiêu sau:".
    pub(in crate::records) year: Option<(i32, CharRange)>,
}

/// The setting of every block, by its place in the document.
pub(in crate::records) fn settings(context: &ReadContext) -> Vec<Setting> {
    let mut found = vec![Setting::default(); context.document.blocks.len()];
    let mut section = None;
    let mut setting = Setting::default();
    for (at, block, shadow) in context.passages() {
        if block.section != section {
            section = block.section;
            setting = Setting { area: area_of_section(context, block), year: None };
        }
        if leads_up(shadow.as_str()) {
            let words = shadow.as_str();
            if let Some(Year { year, range }) = years(words, 0..words.len()).pop() {
                setting.year = Some((year, shadow.range(range)));
            }
            let names = words.split_whitespace().count() <= SUBHEADING && !is_idle(words);
            let in_goals = context.document.role_of(block) == SectionRole::Goals;
            if names && in_goals && setting.area.is_none_or(|area| area.start > section_start(context, block))
            {
                setting.area = Some(block.range);
            }
        }
        found[at] = setting.clone();
    }
    found
}

/// The heading of the block's section, unless it only says that goals follow.
fn area_of_section(context: &ReadContext, block: &Block) -> Option<CharRange> {
    let section = context.document.section_of(block)?;
    (section.level > 1 && !MERELY_GOALS.is_match(&section.title)).then_some(section.range)
}

/// Where the heading of the block's section ends.
fn section_start(context: &ReadContext, block: &Block) -> usize {
    context.document.section_of(block).map_or(0, |section| section.range.end)
}

/// A line without a number of its own that ends in a colon.
pub(in crate::records) fn leads_up(words: &str) -> bool {
    words.trim_end().ends_with(':') && clause::passage(words).iter().all(|s| s.statements.is_empty())
}

/// "Cụ thể như sau:" says nothing of what follows.
fn is_idle(words: &str) -> bool {
    let lower = lower(words);
    MERELY_GOALS.is_match(words)
        || ["cụ thể", "như sau", "sau đây", "sau:"].iter().any(|idle| lower.contains(idle))
}

/// Reads the goals stated in words.
pub(super) fn read(context: &ReadContext) -> Vec<Objective> {
    let settings = settings(context);
    context
        .passages()
        .filter(|(_, block, shadow)| is_goal(context, block) && !leads_up(shadow.as_str()))
        .filter(|(_, _, shadow)| !CLOSING.is_match(shadow.as_str()))
        // A number of a list with nothing after it.
        .filter(|(at, _, shadow)| !shadow.as_str()[context.item(*at)].trim().is_empty())
        .map(|(at, block, shadow)| {
            let item = context.item(at);
            let quote = context.range(at, shortened(shadow.as_str(), item.clone()));
            objective(context, block, quote, context.range(at, item), &settings[at])
        })
        .collect()
}

fn is_goal(context: &ReadContext, block: &Block) -> bool {
    context.document.role_of(block) == SectionRole::Goals && !matches!(block.kind, BlockKind::Footnote { .. })
}

fn objective(
    context: &ReadContext,
    block: &Block,
    quote: CharRange,
    words: CharRange,
    setting: &Setting,
) -> Objective {
    let mut record = context.record(block, quote);
    record.evidence("text", words);
    let (scope, heading) = scope(context, block);
    match heading {
        Some(heading) => record.inherited("scope", Some(heading)),
        None => record.doubt(Confidence::Medium, "Không có đề mục nêu là mục tiêu chung hay cụ thể"),
    }
    if let Some(area) = setting.area {
        record.inherited("area", Some(area));
    }
    Objective {
        provenance: record.finish(),
        text: context.printed(words).trim_end_matches(';').to_owned(),
        scope,
        area: setting.area.map(|area| heading_text(context, area)),
    }
}

/// How wide the nearest heading that says so makes a goal, with the heading's place.
fn scope(context: &ReadContext, block: &Block) -> (Scope, Option<CharRange>) {
    for section in context.document.path(block.section) {
        if SPECIFIC.is_match(&section.title) {
            return (Scope::Specific, Some(section.range));
        }
        if GENERAL.is_match(&section.title) {
            return (Scope::General, Some(section.range));
        }
    }
    (Scope::Specific, None)
}

/// A heading or leading line without its colon.
pub(in crate::records) fn heading_text(context: &ReadContext, range: CharRange) -> String {
    context.printed(range).trim_end_matches([':', ' ', '.']).to_owned()
}
