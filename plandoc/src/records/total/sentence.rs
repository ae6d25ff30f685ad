//! Which totals do sentences state?
//!
//! "Tổng kinh phí năm … là: 20.000 triệu đồng. Trong đó:", below it "- Tổng kinh phí
//! sự nghiệp là: 12.000 triệu đồng"; or all in one sentence.

use std::{collections::BTreeMap, ops::Range, sync::LazyLock};

use crate::text::pattern::{Regex, regex};

use super::{Total, cover};
use crate::{
    blocks::{Block, BlockKind, SectionRole, marker_length, split_number},
    records::{
        Confidence, ReadContext,
        spending::{Spending, TaskTable},
    },
    span::CharRange,
    text::{
        money::{Money, amounts},
        sentence::{clauses, sentences},
    },
};

static TOTAL: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)^tổng\s+(?:số\s+|cộng\s+|nhu\s+cầu\s+|dự\s+toán\s+)?(?:kinh\s+phí|(?:nguồn\s+)?vốn|dự\s+toán|mức\s+đầu\s+tư|ngân\s+sách)",
    )
});
static MONEY: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"(?i)^(?:tổng\s+)?(?:số\s+)?(?:nhu\s+cầu\s+)?(?:kinh\s+phí|nguồn|vốn|ngân\s+sách|dự\s+toán)\b")
});
static PARTS: LazyLock<Regex> = LazyLock::new(|| regex(r"(?i)\b(?:trong\s+đó|bao\s+gồm|gồm)\b"));
static YEAR_ONLY: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)^(?:(?:kinh\s+phí|vốn)\s+)?(?:năm|giai\s+đoạn)\s+\d{4}(?:\s*-\s*\d{4})?$"));
/// Words that all parts follow.
pub(crate) static ALL_PARTS: LazyLock<Regex> = LazyLock::new(|| regex(r"(?i)\b(?:bao\s+gồm|gồm)\b"));
static SPENT: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)đã\s+(?:thực\s+hiện|giải\s+ngân|chi|thanh\s+toán)"));
static FUND: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)\b(?:nguồn\s+(?:vốn|kinh\s+phí)|vốn|kinh\s+phí|ngân\s+sách)\b"));
/// Where the name of a source ends, if it does not begin there: "kinh phí thực hiện" names none.
static FUND_END: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"(?i)\s+(?:năm\s+\d{4}|là|đã|thực\s+hiện|trong|dự\s+kiến|triển\s+khai|bố\s+trí|được|cho|để|của)\b")
});

/// One amount with its words, in the shadow of a block.
struct Statement {
    block: usize,
    label: Range<usize>,
    money: Money,
    /// Place in the list of statements of the total whose part it is.
    part_of: Option<usize>,
}

/// The totals that sentences state.
pub(super) fn read(context: &ReadContext, spending: &[Spending]) -> Vec<Total> {
    let statements = statements(context, spending);
    let plan = cover::of_plan(spending);
    let by_source = sources(context, &statements, spending);
    let parts_of = parts_of(&statements);
    let parts = |at: usize| parts_of.get(&at).map_or(&[][..], Vec::as_slice);
    statements
        .iter()
        .enumerate()
        .map(|(at, statement)| {
            let mut total = stated(context, statement);
            total.computed_vnd = match statement.part_of {
                Some(_) => by_source[at],
                None if is_review(context, statement.block) => of_section(context, statement.block),
                None => of_tasks_or_parts(
                    plan,
                    of_parts(context, &statements, at, parts(at)),
                    statement.money.vnd,
                ),
            };
            if total.disbursed_vnd.is_some() {
                total.computed_vnd = None;
            }
            total.compare();
            total
        })
        .collect()
}

/// The sum of the tasks; if it is another than the total, but the total's own parts give
/// it, their sum: some of the tasks may stand where they could not be read.
fn of_tasks_or_parts(tasks: Option<i64>, parts: Option<i64>, stated: i64) -> Option<i64> {
    let agrees = |sum: &i64| *sum == stated;
    tasks.filter(agrees).or(parts.filter(agrees)).or(tasks).or(parts)
}

fn statements(context: &ReadContext, spending: &[Spending]) -> Vec<Statement> {
    let mut taken: Vec<CharRange> = spending
        .iter()
        .filter(|record| record.table == "body")
        .flat_map(|record| {
            let source = &record.provenance.source;
            let told = record.provenance.evidence.get("funding_note").into_iter().flatten().copied();
            std::iter::once(CharRange::new(source.start, source.end)).chain(told)
        })
        .collect();
    taken.sort_unstable();
    let is_taken = |block: CharRange| {
        let first = taken.partition_point(|range| range.start < block.start);
        taken[first..].iter().take_while(|range| range.start <= block.end).any(|range| block.contains(*range))
    };
    let mut found: Vec<Statement> = Vec::new();
    let mut list: Option<(usize, u8)> = None;
    for (at, block) in context.document.blocks.iter().enumerate() {
        let depth = depth(block);
        list = list.filter(|(_, above)| depth.is_some_and(|depth| depth > *above));
        if depth.is_none() || is_taken(block.range) {
            continue;
        }
        let before = found.len();
        passage(context, at, list.map(|(total, _)| total), &mut found);
        let announces = context.shadows[at].as_str().trim_end().ends_with(':');
        if announces && found.len() > before {
            list = depth.map(|depth| (before, depth));
        } else if announces && list.is_none() && before > 0 && follows(context, found[before - 1].block, at) {
            // "Trong đó:" on a line of its own.
            list = depth.map(|depth| (before - 1, depth));
        }
    }
    found
}

/// How deep a passage stands: text above lists, lists by their depth.
fn depth(block: &Block) -> Option<u8> {
    match &block.kind {
        BlockKind::Paragraph | BlockKind::Heading { .. } => Some(0),
        BlockKind::ListItem { depth, .. } => Some(depth.saturating_add(1)),
        _ => None,
    }
}

fn follows(context: &ReadContext, total: usize, at: usize) -> bool {
    total + 1 == at && PARTS.is_match(context.shadows[at].as_str())
}

/// The statements of one passage; `part_of` is the total that a list it stands in belongs to.
fn passage(context: &ReadContext, at: usize, part_of: Option<usize>, found: &mut Vec<Statement>) {
    let words = context.shadows[at].as_str();
    if !words.bytes().any(|byte| byte.is_ascii_digit()) {
        return;
    }
    let role = context.document.role_of(&context.document.blocks[at]);
    let about_money = part_of.is_some() || matches!(role, SectionRole::Money | SectionRole::Review);
    let pattern = if about_money { &*MONEY } else { &*TOTAL };
    let start = match context.document.blocks[at].kind {
        BlockKind::Heading { .. } => words.len() - split_number(words).1.len(),
        _ => marker_length(words),
    };
    for sentence in sentences(&words[start..]) {
        for clause in clauses(&words[start..], sentence) {
            let clause = start + clause.start..start + clause.end;
            let text = &words[clause.clone()];
            let stated = amounts(text);
            let Some(first) = stated.first() else { continue };
            let label = label(text, 0..first.range.start);
            if label.is_empty()
                || !pattern.is_match(&text[label.clone()])
                || text[label.clone()].chars().count() > 200
            {
                continue;
            }
            let index = found.len();
            found.push(statement(at, clause.start, label, first, part_of));
            if part_of.is_none() {
                parts(at, clause.start, text, &stated, index, found);
            }
        }
    }
}

/// "…, trong đó: vốn sự nghiệp 16 tỷ đồng, vốn đầu tư 42 tỷ đồng".
fn parts(at: usize, offset: usize, text: &str, stated: &[Money], total: usize, found: &mut Vec<Statement>) {
    let [first, rest @ ..] = stated else { return };
    let Some(opening) = PARTS.find_at(text, first.range.end) else { return };
    let mut from = opening.end();
    for money in rest.iter().filter(|money| money.range.start >= opening.end()) {
        let label = label(text, from..money.range.start);
        if !label.is_empty() && text[label.clone()].chars().any(char::is_alphabetic) {
            found.push(statement(at, offset, label, money, Some(total)));
        }
        from = money.range.end;
    }
}

fn statement(
    block: usize,
    offset: usize,
    label: Range<usize>,
    money: &Money,
    part_of: Option<usize>,
) -> Statement {
    let shift = |range: &Range<usize>| range.start + offset..range.end + offset;
    let money = Money { range: shift(&money.range), ..money.clone() };
    Statement { block, label: shift(&label), money, part_of }
}

/// The words before an amount without what joins them to it.
fn label(text: &str, range: Range<usize>) -> Range<usize> {
    let part = &text[range.clone()];
    let start =
        range.start + (part.len() - part.trim_start_matches([' ', ',', ';', ':', '-', '+', '(']).len());
    let mut words = text[start.min(range.end)..range.end].trim_end_matches([' ', ',', ':', '-', '(', '\n']);
    for joint in [" khoảng", " là", " dự kiến là", " ước"] {
        words = words.strip_suffix(joint).unwrap_or(words).trim_end_matches([' ', ',', ':']);
    }
    start.min(range.end)..start.min(range.end) + words.len()
}

fn is_review(context: &ReadContext, block: usize) -> bool {
    let role = context.document.role_of(&context.document.blocks[block]);
    matches!(role, SectionRole::Results | SectionRole::Review)
}

fn stated(context: &ReadContext, statement: &Statement) -> Total {
    let block = &context.document.blocks[statement.block];
    let words = context.shadows[statement.block].as_str();
    let place = |bytes: Range<usize>| context.range(statement.block, bytes);
    let label = place(statement.label.clone());
    let amount = place(statement.money.range.clone());
    let mut builder = context.record(block, CharRange::new(label.start, amount.end.max(label.end)));
    let section = context.document.section_of(block);
    let scope = match (statement.part_of, section) {
        (Some(_), _) => "source".to_owned(),
        (None, Some(section)) if is_review(context, statement.block) => section.title.clone(),
        _ => "plan".to_owned(),
    };
    let mut total = Total::new(builder.clone().finish(), context.printed(label), scope);
    builder.evidence("label", label);
    builder.inherited("scope", section.map(|section| section.range));
    if statement.money.vnd_max.is_some() {
        builder.doubt(Confidence::Low, "a span is stated, no single amount");
    } else if SPENT.is_match(&words[statement.label.clone()]) {
        total.disbursed_vnd = Some(statement.money.vnd);
        builder.evidence("disbursed_vnd", amount);
    } else {
        total.amount_vnd = Some(statement.money.vnd);
        builder.evidence("amount_vnd", amount);
    }
    if statement.money.hedged {
        builder.doubt(Confidence::Medium, "the amount is stated as approximate");
    }
    if let Some(source) = source(&words[statement.label.clone()], statement.part_of.is_some()) {
        let range = place(statement.label.start + source.start..statement.label.start + source.end);
        total.funding_source = Some(context.printed(range));
        builder.evidence("funding_source", range);
    }
    total.provenance = builder.finish();
    total
}

/// The source that a label names: of a part all of it but "Tổng".
fn source(label: &str, is_part: bool) -> Option<Range<usize>> {
    // "Trong đó năm 2031: …" names a time, no source.
    if is_part && YEAR_ONLY.is_match(label) {
        return None;
    }
    if is_part {
        let start = if label.to_lowercase().starts_with("tổng ") { "Tổng ".len() } else { 0 };
        return label.is_char_boundary(start).then_some(start..label.len());
    }
    let fund = FUND.find(label)?;
    let end = FUND_END.find_at(label, fund.end()).map_or(label.len(), |end| end.start());
    (end > fund.end()).then(|| fund.start()..end)
}

/// The parts of each statement that has some.
fn parts_of(statements: &[Statement]) -> BTreeMap<usize, Vec<usize>> {
    let mut found: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, statement) in statements.iter().enumerate() {
        if let Some(total) = statement.part_of {
            found.entry(total).or_default().push(at);
        }
    }
    found
}

/// Per statement that is a part, what the records of its source add up to.
fn sources(context: &ReadContext, statements: &[Statement], spending: &[Spending]) -> Vec<Option<i64>> {
    let mut sums = vec![None; statements.len()];
    if cover::of_plan(spending).is_none() {
        return sums;
    }
    for (total, parts) in parts_of(statements) {
        if is_review(context, statements[total].block) {
            continue;
        }
        let names: Vec<String> = parts
            .iter()
            .map(|at| {
                context.shadows[statements[*at].block].as_str()[statements[*at].label.clone()].to_owned()
            })
            .collect();
        for (at, sum) in parts.iter().zip(cover::by_source(&names, spending)) {
            sums[*at] = sum;
        }
    }
    sums
}

/// A total without rows is held against its parts. "Trong đó" may name some of them only:
/// then less than the total says nothing.
fn of_parts(context: &ReadContext, statements: &[Statement], total: usize, parts: &[usize]) -> Option<i64> {
    let parts: Vec<&Statement> = parts.iter().map(|at| &statements[*at]).collect();
    if parts.len() < 2 || parts.iter().any(|part| part.money.vnd_max.is_some()) {
        return None;
    }
    let sum = parts.iter().try_fold(0_i64, |sum, part| sum.checked_add(part.money.vnd))?;
    let whole = &statements[total];
    let all_of_them = ALL_PARTS.is_match(&context.shadows[whole.block].as_str()[whole.money.range.end..]);
    (sum >= whole.money.vnd || all_of_them).then_some(sum)
}

/// A total in a review is held against the table that follows in its section.
fn of_section(context: &ReadContext, block: usize) -> Option<i64> {
    let section = context.document.blocks[block].section;
    let table = (block + 1..context.document.blocks.len())
        .take_while(|at| context.document.blocks[*at].section == section)
        .find_map(|at| TaskTable::of(context, at))?;
    let columns = table.amount_columns();
    cover::of_table(&table, columns.first()?)
}
