//! Which tasks are items of a list, or headings, with their money in the same line?
//!
//! "- Nâng cấp hệ thống thư: 500 triệu đồng", in a section on the plan's money;
//! "+ Mua sắm thiết bị, kinh phí dự kiến 2 tỷ đồng", in one on its tasks;
//! "1. Mua sắm thiết bị (kinh phí: 2 tỷ đồng; chủ trì: Sở Y tế)".

use std::sync::LazyLock;

use crate::text::pattern::{Regex, regex};

use super::{
    super::{Confidence, ReadContext, RecordBuilder, SectionRole},
    AmountBasis, Phase, Spending,
    funding::{bracket_after, source_in},
    inherit_year,
    label::{Field, label},
    task::single,
};
use crate::{
    blocks::{Block, BlockKind, marker_length, split_number},
    span::CharRange,
    text::money::{Money, amounts},
};

static MONEY_WORDS: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)[,;:(-]?\s*(?:với\s+)?(?:tổng\s+)?(?:kinh\s+phí|dự\s+toán|mức\s+đầu\s+tư|số\s+tiền)(?:\s+(?:thực\s+hiện|dự\s+kiến|khoảng|là))*\s*:?\s*$",
    )
});
/// Words that name the money itself: a total or a source, not a task.
static OF_MONEY: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)^(?:tổng|kinh\s+phí\s+(?:sự\s+nghiệp|đầu\s+tư|thực\s+hiện|năm|từ)|nguồn|vốn|ngân\s+sách|dự\s+toán|giai\s+đoạn|năm\s+\d|doanh\s+thu|trong\s+đó)",
    )
});

/// The tasks in items of lists and in headings.
pub(super) fn read(context: &ReadContext) -> Vec<Spending> {
    let blocks = context.document.blocks.iter().enumerate();
    blocks
        .filter_map(|(at, block)| match (&block.kind, context.document.role_of(block)) {
            (BlockKind::ListItem { .. }, SectionRole::Money) => task(context, at, true),
            (BlockKind::ListItem { .. }, SectionRole::Tasks) => task(context, at, false),
            (BlockKind::Heading { .. }, SectionRole::Tasks) if !is_labelled(context, at, block) => {
                task(context, at, false)
            }
            _ => None,
        })
        .collect()
}

/// Whether the lines below a heading state its task field by field.
fn is_labelled(context: &ReadContext, at: usize, heading: &Block) -> bool {
    let below = context.document.blocks.iter().zip(&context.shadows).skip(at + 1);
    let words =
        below.take_while(|(block, _)| block.section == heading.section).map(|(_, words)| words.as_str());
    words.into_iter().any(|words| label(&words[marker_length(words)..]).is_some())
}

fn task(context: &ReadContext, at: usize, about_money: bool) -> Option<Spending> {
    let block = &context.document.blocks[at];
    let words = context.shadows[at].as_str();
    let heading = matches!(block.kind, BlockKind::Heading { .. });
    let (number, named) = if heading { split_number(words) } else { (None, words) };
    let start =
        if heading { words.len() - named.len() } else { marker_length(words).max(context.item(at).start) };
    let text = &words[start..];
    let stated = amounts(text);
    let money = single(text, &stated)?;
    let name = name(text, money, about_money)?;
    let place = |bytes: std::ops::Range<usize>| context.range(at, start + bytes.start..start + bytes.end);
    let title = place(0..name);
    let amount = place(money.range.clone());
    let mut builder = context.record(block, place(0..money.range.end));
    builder.evidence("title", title);
    builder.evidence("amount_vnd", amount);
    builder.evidence("amount_basis", place(name..money.range.end));
    let in_bracket = text[name..money.range.start].trim_start().starts_with('(');
    if !(heading && in_bracket) {
        builder.doubt(Confidence::Medium, "the task and its money are read from one item of a list");
    }
    let section = context.document.section_of(block)?;
    let group = if heading { context.document.path(block.section).nth(1) } else { Some(section) };
    for field in ["table", "phase", "group"] {
        builder.inherited(field, group.map(|group| group.range));
    }
    let row = number.filter(|_| heading).map(str::to_owned);
    if row.is_some() {
        builder.evidence("row", block.range);
    }
    let estimated = text[name..money.range.start].to_lowercase().contains("dự kiến");
    let mut spending = Spending {
        provenance: builder.clone().finish(),
        table: "body".to_owned(),
        row,
        group: group.map(|group| group.title.clone()),
        title: context.printed(title),
        amount_vnd: Some(money.vnd),
        disbursed_vnd: None,
        year: None,
        phase: Phase::Planned,
        amount_basis: Some(if estimated { AmountBasis::Estimate } else { AmountBasis::Allocation }),
        in_sum: false,
        repeats: None,
        funding_source: None,
        funding_note: None,
        lead_agency: None,
        partner_agencies: Vec::new(),
        product: None,
        period: None,
    };
    let after = &text[money.range.end..];
    let inside = if in_bracket { after.split(')').next().unwrap_or(after) } else { after };
    let source = bracket_after(inside)
        .filter(|range| source_in(&inside[range.clone()]).is_some())
        .or_else(|| source_in(inside));
    if let Some(source) = source {
        let range = place(money.range.end + source.start..money.range.end + source.end);
        spending.funding_source = Some(context.printed(range));
        builder.evidence("funding_source", range);
    }
    if in_bracket {
        for part in parts(inside, money.range.end) {
            take(context, &mut spending, &mut builder, (&text[part.clone()], place(part)));
        }
    }
    inherit_year(&mut spending, &mut builder, context);
    spending.provenance = builder.finish();
    Some(spending)
}

/// The parts of a bracket, behind its money, that have labels: "; chủ trì: Sở Y tế".
fn parts(inside: &str, from: usize) -> Vec<std::ops::Range<usize>> {
    let mut start = 0;
    let ends = inside.match_indices(';').map(|(at, _)| at).chain([inside.len()]);
    let parts = ends.map(|end| {
        let part = start..end;
        start = end + 1;
        let lead = inside[part.clone()].len() - inside[part.clone()].trim_start().len();
        from + part.start + lead..from + part.end
    });
    parts.collect()
}

/// What a labelled part of a bracket states.
fn take(
    context: &ReadContext,
    spending: &mut Spending,
    builder: &mut RecordBuilder,
    (part, range): (&str, CharRange),
) {
    let Some((field, value)) = label(part) else { return };
    let lead = part[..value.start].chars().count();
    let value = part[value].trim_end_matches(['.', ' ']);
    let range = CharRange::new(range.start + lead, range.start + lead + value.chars().count());
    let (field, name) = match field {
        Field::Lead | Field::Assignment => (&mut spending.lead_agency, "lead_agency"),
        Field::Source => (&mut spending.funding_source, "funding_source"),
        Field::Period => (&mut spending.period, "period"),
        Field::Product => (&mut spending.product, "product"),
        Field::Partners => {
            spending.partner_agencies.push(context.printed(range));
            return builder.evidence("partner_agencies", range);
        }
        Field::Content | Field::Purpose | Field::Money => return,
    };
    if field.is_none() && !value.is_empty() {
        *field = Some(context.printed(range));
        builder.evidence(name, range);
    }
}

/// Bytes of the task's name before its amount.
fn name(text: &str, money: &Money, about_money: bool) -> Option<usize> {
    if money.vnd_max.is_some() || money.hedged || label(text).is_some() {
        return None;
    }
    let before = &text[..money.range.start];
    let end = match MONEY_WORDS.find(before) {
        Some(found) => found.start(),
        None if about_money => before.trim_end().strip_suffix(':')?.len(),
        None => return None,
    };
    let name = text[..end].trim_end();
    let is_task =
        name.split_whitespace().count() >= 3 && name.chars().count() <= 300 && !OF_MONEY.is_match(name);
    is_task.then_some(name.len())
}
