//! Reading results: which numbers of the results sections report one?

use std::sync::LazyLock;

use crate::text::pattern::Regex;

use super::{
    Progress, aside,
    draft::{Draft, Place},
    verdict, whole,
};
use crate::{
    blocks::{Block, BlockKind, SectionRole},
    records::{Comparator, ReadContext},
    text::{
        clause::{self, Sentence, Statement},
        number::FigureKind,
    },
};

/// Sections that report nothing: what others should do.
static ASKS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:kiến\s+nghị|đề\s+xuất)\b").expect("the pattern of requests compiles")
});

/// Sections whose counts are no results: rules issued, what hinders.
static NO_COUNTS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:pháp\s+lý|thể\s+chế|vướng\s+mắc|tồn\s+tại|hạn\s+chế|nguyên\s+nhân|khó\s+khăn)\b")
        .expect("the pattern of hindrances compiles")
});

/// A passage that names what hinders at its head.
static HINDRANCE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)^\s*(?:\p{L}[.)]\s*)?(?:tồn\s+tại|hạn\s+chế|khó\s+khăn|vướng\s+mắc|nguyên\s+nhân)\b[^:]{0,60}:",
    )
    .expect("the pattern of hindrances at the head compiles")
});

/// Words of what is not yet so.
static AHEAD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:dự\s+kiến|sẽ|chuẩn\s+bị|định\s+hướng|phấn\s+đấu|có\s+nhu\s+cầu)\b|^\s*nhu\s+cầu\b")
        .expect("the pattern of the future compiles")
});

/// Words before a number that ask for something or aim at it.
static ASKED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:tuyên\s+truyền|vận\s+động|khuyến\s+khích|yêu\s+cầu|hướng\s+(?:tới|đến))\s*$")
        .expect("the pattern of requests before a number compiles")
});

/// How much a number of things has changed: "tăng 5 chợ so với năm trước".
static CHANGE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:tăng|giảm)(?:\s+(?:thêm|được|hơn|khoảng))*\s*$")
        .expect("the pattern of changes before a number compiles")
});

/// Words before a number that only say where.
static WHERE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)(?:^|\s)(?:tại|của|ở|thuộc|trên|\()\s*$").expect("the pattern of places compiles")
});

/// "… so với mục tiêu 70%": the number that the one before is measured against.
static AGAINST: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)(?:so\s+với|/|vượt)\s*(?:mục\s+tiêu|chỉ\s+tiêu|kế\s+hoạch)[^,;.]{0,60}$")
        .expect("the pattern of targets compared with compiles")
});

/// Reads the results reported.
pub(super) fn read(context: &ReadContext) -> Vec<Progress> {
    let judged = verdict::judged_sections(context);
    let mut found = Vec::new();
    for (at, block, shadow) in context.passages() {
        let results = context.document.role_of(block) == SectionRole::Results;
        let footnote = matches!(block.kind, BlockKind::Footnote { .. });
        if !results || footnote || headed(context, block, &ASKS) {
            continue;
        }
        let place = Place { context, at, block, words: shadow.as_str() };
        if let Some(records) = verdict::read(&place, &judged) {
            found.extend(records);
        } else {
            found.extend(passage(&place));
        }
    }
    found
}

/// Whether a heading above the block matches.
fn headed(context: &ReadContext, block: &Block, pattern: &Regex) -> bool {
    context.document.path(block.section).any(|section| pattern.is_match(&section.title))
}

/// The results that one passage reports.
fn passage(place: &Place<'_>) -> Vec<Progress> {
    let section = place.context.document.section_of(place.block);
    let counts = !section.is_some_and(|section| NO_COUNTS.is_match(&section.title))
        && !HINDRANCE.is_match(place.words);
    let mut drafts = Vec::new();
    for sentence in clause::passage(place.words) {
        drafts.extend(drafts_of(place, &sentence, 0));
    }
    whole::find_wholes(&mut drafts);
    drafts.retain(|draft| reports(place, draft, counts));
    drafts.iter().map(|draft| draft.progress(place)).collect()
}

/// One draft per number of a sentence, its brackets worked in.
pub(super) fn drafts_of(place: &Place<'_>, sentence: &Sentence, depth: u8) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    for statement in &sentence.statements {
        match drafts.last_mut() {
            Some(last) if statement.count.is_none() && compares(place, last, statement) => {
                last.measure_against(&statement.figure);
                let until = against(place, last, statement).unwrap_or(last.statement.figure.end());
                last.label_until(until);
                last.quote_to(statement.figure.end());
            }
            _ => drafts.push(Draft::new(statement.clone(), sentence)),
        }
    }
    for bracket in &sentence.brackets {
        aside::work_in(place, bracket, depth, &mut drafts);
    }
    drafts.sort_by_key(|draft| draft.statement.figure.digits.start);
    drafts
}

/// Whether a number is what the one before it is measured against.
fn compares(place: &Place<'_>, last: &Draft, statement: &Statement) -> bool {
    against(place, last, statement).is_some()
}

/// Where the words begin that measure the number before them against another.
fn against(place: &Place<'_>, last: &Draft, statement: &Statement) -> Option<usize> {
    let from = last.statement.figure.end();
    let between = place.words.get(from..statement.number_start())?;
    AGAINST.find(between).map(|found| from + found.start())
}

/// Whether a draft states a result.
fn reports(place: &Place<'_>, draft: &Draft, counts: bool) -> bool {
    let statement = &draft.statement;
    let before = statement.lead(place.words);
    let named = !statement.label.is_empty();
    let after = place.words.get(statement.figure.end()..statement.reach.end).unwrap_or_default();
    if CHANGE.is_match(before) && after.contains("so với") && statement.figure.kind == FigureKind::Count {
        return false;
    }
    if is_surplus(place, draft) && after.trim_start().starts_with("so với") {
        return false;
    }
    if AHEAD.is_match(before) || ASKED.is_match(before) {
        return false;
    }
    match statement.figure.kind {
        FigureKind::Percent => named,
        FigureKind::Count if draft.rate.is_some() => named,
        FigureKind::Count => counts && named && is_count(place, draft),
        FigureKind::Duration | FigureKind::Grade | FigureKind::Money => false,
    }
}

/// By how much a result passes its plan: "vượt 2,5% so với kế hoạch".
fn is_surplus(place: &Place<'_>, draft: &Draft) -> bool {
    let words = &draft.statement.figure.comparator_words;
    words.iter().any(|range| place.words[range.clone()].to_lowercase().starts_with("vượt"))
}

/// Longest label of a count, in words; a number far inside a long sentence only tells
/// how wide something reaches.
const LABEL: usize = 45;

/// A count says what it counts, or stands after what it measures. "Ít nhất 1 tin mỗi
/// tuần" is a rule, not a result.
fn is_count(place: &Place<'_>, draft: &Draft) -> bool {
    let statement = &draft.statement;
    let label: usize =
        statement.label.iter().map(|range| place.words[range.clone()].split_whitespace().count()).sum();
    let bare = draft.counts_only_its_unit();
    let before = &place.words[..statement.number_start()];
    label <= LABEL
        && counts_something(statement)
        && !(bare && (is_size(place, statement) || WHERE.is_match(tail(before))))
}

/// The last bytes of the words before a number, for patterns that end with them.
fn tail(before: &str) -> &str {
    let from = before.char_indices().rev().nth(12).map_or(0, |(at, _)| at);
    &before[from..]
}

fn counts_something(statement: &Statement) -> bool {
    let figure = &statement.figure;
    let rule = matches!(figure.comparator, Comparator::Gte | Comparator::Lte);
    let hedged = !figure.comparator_words.is_empty();
    !rule && (figure.unit.is_some() || figure.denominator.is_some() || statement.number_last || hedged)
}

/// "64TB" without a word of what holds it is a detail of some device.
fn is_size(place: &Place<'_>, statement: &Statement) -> bool {
    let unit = statement.figure.unit.clone().map_or("", |unit| &place.words[unit]);
    unit.starts_with(|c: char| c.is_ascii_uppercase()) && unit.chars().all(|c| c.is_ascii_alphabetic())
}
