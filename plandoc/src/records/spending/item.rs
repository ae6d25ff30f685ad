//! Which tasks are items of a list with their money in the same line?
//!
//! "- Nâng cấp hệ thống thư: 500 triệu đồng", in a section on the plan's money;
//! "+ Mua sắm thiết bị, kinh phí dự kiến 2 tỷ đồng", in one on its tasks.

use std::sync::LazyLock;

use crate::text::pattern::{Regex, regex};

use super::{
    super::{Confidence, ReadContext, SectionRole},
    AmountBasis, Phase, Spending,
    funding::{bracket_after, source_in},
    inherit_year,
    label::label,
};
use crate::{
    blocks::{BlockKind, marker_length},
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

/// The tasks in items of lists.
pub(super) fn read(context: &ReadContext) -> Vec<Spending> {
    let blocks = context.document.blocks.iter().enumerate();
    blocks
        .filter(|(_, block)| matches!(block.kind, BlockKind::ListItem { .. }))
        .filter_map(|(at, block)| match context.document.role_of(block) {
            SectionRole::Money => task(context, at, true),
            SectionRole::Tasks => task(context, at, false),
            _ => None,
        })
        .collect()
}

fn task(context: &ReadContext, at: usize, about_money: bool) -> Option<Spending> {
    let block = &context.document.blocks[at];
    let words = context.shadows[at].as_str();
    let start = marker_length(words);
    let text = &words[start..];
    let stated = amounts(text);
    let [money] = stated.as_slice() else { return None };
    let name = name(text, money, about_money)?;
    let place = |bytes: std::ops::Range<usize>| context.range(at, start + bytes.start..start + bytes.end);
    let title = place(0..name);
    let amount = place(money.range.clone());
    let mut builder = context.record(block, place(0..money.range.end));
    builder.evidence("title", title);
    builder.evidence("amount_vnd", amount);
    builder.evidence("amount_basis", place(name..money.range.end));
    builder.doubt(Confidence::Medium, "the task and its money are read from one item of a list");
    let section = context.document.section_of(block)?;
    for field in ["table", "phase", "group"] {
        builder.inherited(field, Some(section.range));
    }
    let mut spending = Spending {
        provenance: builder.clone().finish(),
        table: "body".to_owned(),
        row: None,
        group: Some(section.title.clone()),
        title: context.printed(title),
        amount_vnd: Some(money.vnd),
        disbursed_vnd: None,
        year: None,
        phase: Phase::Planned,
        amount_basis: Some(if text[name..money.range.start].to_lowercase().contains("dự kiến") {
            AmountBasis::Estimate
        } else {
            AmountBasis::Allocation
        }),
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
    let source = bracket_after(after)
        .filter(|range| source_in(&after[range.clone()]).is_some())
        .or_else(|| source_in(after));
    if let Some(source) = source {
        let range = place(money.range.end + source.start..money.range.end + source.end);
        spending.funding_source = Some(context.printed(range));
        builder.evidence("funding_source", range);
    }
    inherit_year(&mut spending, &mut builder, context);
    spending.provenance = builder.finish();
    Some(spending)
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
