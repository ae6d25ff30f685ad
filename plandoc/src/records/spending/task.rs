//! Which tasks are set out in the text, label by label?
//!
//! "1.1. Mua sắm …" as a heading (or a line of its own), below it "Nội dung thực hiện: …",
//! "Phân công thực hiện: …", "Kinh phí dự kiến: 2.697 triệu đồng (Vốn …)".

use super::{
    super::{Confidence, ReadContext, RecordBuilder, SectionRole},
    AmountBasis, Phase, Spending,
    agency::{self, agencies},
    funding::{bracket_after, source_in, spells_amount},
    inherit_year,
    label::{Field, label},
    task_table::Stated,
};
use crate::{
    blocks::{Block, BlockKind, marker_length, split_number, year_in},
    span::CharRange,
    text::money::{Money, amounts},
};

/// Most characters of a line that names a task.
const LONGEST_TITLE: usize = 300;

/// A labelled value: its passage and the bytes of the passage's shadow.
struct Value {
    field: Field,
    /// The label as printed, in lower case.
    name: String,
    /// Where the label stands.
    label: CharRange,
    block: usize,
    bytes: std::ops::Range<usize>,
}

/// A task as its lines come in.
struct Draft {
    section: Option<usize>,
    title: Stated,
    row: Option<String>,
    group: Option<Stated>,
    values: Vec<Value>,
}

/// The tasks set out in the text.
pub(super) fn read(context: &ReadContext) -> Vec<Spending> {
    let mut drafts: Vec<Draft> = Vec::new();
    let mut open: Option<Draft> = None;
    let mut title_line: Option<usize> = None;
    for (at, block) in context.document.blocks.iter().enumerate() {
        if open.as_ref().is_some_and(|draft| draft.section != block.section) {
            drafts.extend(open.take());
            title_line = None;
        }
        if !is_passage(block) || !may_hold_tasks(context, block) {
            title_line = None;
            continue;
        }
        let values = labelled(context, at);
        let Some(value) = values.first() else {
            let taken = open.as_mut().is_some_and(|draft| fill(context, draft, at));
            let names = names_task(context, at, block) || is_above_labels(context, at, block);
            title_line = (!taken && names).then_some(at);
            continue;
        };
        let opens_task =
            matches!(value.field, Field::Content | Field::Purpose | Field::Assignment | Field::Lead);
        if open.is_none() || title_line.is_some() && opens_task {
            drafts.extend(open.take());
            open = Some(draft(context, block, title_line));
        }
        if let Some(draft) = &mut open {
            draft.values.extend(values);
        }
        title_line = None;
    }
    drafts.extend(open);
    drafts.iter().filter_map(|draft| task(context, draft)).collect()
}

fn is_passage(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem { .. })
}

/// Goals and legal basis have labels of their own; the plan's money is told by totals.
fn may_hold_tasks(context: &ReadContext, block: &Block) -> bool {
    block.section.is_some()
        && !matches!(
            context.document.role_of(block),
            SectionRole::Goals | SectionRole::Basis | SectionRole::Money
        )
}

/// A paragraph that may be the name of the task below it: short, no sentence.
fn names_task(context: &ReadContext, at: usize, block: &Block) -> bool {
    let words = context.shadows[at].as_str().trim();
    block.kind == BlockKind::Paragraph
        && words.chars().count() <= LONGEST_TITLE
        && !words.ends_with(['.', ';', ':', ','])
}

/// Whether the line below states several fields of the task that this one names:
/// "- Chủ trì: Sở Y tế; thời gian: năm 2031; kinh phí: 50 triệu đồng".
fn is_above_labels(context: &ReadContext, at: usize, block: &Block) -> bool {
    let below = context.document.blocks.get(at + 1);
    let short = context.shadows[at].as_str().trim().chars().count() <= LONGEST_TITLE;
    let beside = below.is_some_and(|below| is_passage(below) && below.section == block.section);
    short && beside && labelled(context, at + 1).len() > 1
}

/// The labelled values of one line, in order.
fn labelled(context: &ReadContext, at: usize) -> Vec<Value> {
    let words = context.shadows[at].as_str();
    let start = value_start(context, at);
    let mut found: Vec<Value> = Vec::new();
    let parts = words[start..].split(';').map(|part| {
        let lead = part.len() - part.trim_start().len();
        let from = part.as_ptr().addr() - words.as_ptr().addr();
        from + lead..from + part.len()
    });
    for part in parts {
        match (labelled_part(context, at, part.clone()), found.last_mut()) {
            (Some(value), _) => found.push(value),
            (None, Some(last)) => last.bytes.end = part.end,
            (None, None) => return found,
        }
    }
    for value in &mut found {
        let kept = words[value.bytes.clone()].trim_end_matches([' ', ';']).len();
        value.bytes.end = value.bytes.start + kept;
    }
    found
}

fn labelled_part(context: &ReadContext, at: usize, part: std::ops::Range<usize>) -> Option<Value> {
    let words = &context.shadows[at].as_str()[part.clone()];
    let (field, value) = label(words)?;
    let name = words.split(':').next().unwrap_or_default();
    let label = context.range(at, part.start..part.start + name.len().min(words.len()));
    Some(Value {
        field,
        name: name.to_lowercase(),
        label,
        block: at,
        bytes: part.start + value.start..part.start + value.end,
    })
}

/// Where the words of a passage begin, its bullet or letter left out: "d) Kinh phí: …".
fn value_start(context: &ReadContext, at: usize) -> usize {
    context.item(at).start.max(marker_length(context.shadows[at].as_str()))
}

/// Gives a passage to the last label if that has no value yet.
fn fill(context: &ReadContext, draft: &mut Draft, at: usize) -> bool {
    let Some(last) = draft.values.last_mut().filter(|value| value.bytes.is_empty()) else { return false };
    if matches!(last.field, Field::Content | Field::Purpose) {
        return true;
    }
    let words = context.shadows[at].as_str();
    let start = value_start(context, at);
    last.block = at;
    last.bytes = start..words.trim_end().len().max(start);
    true
}

/// A task is named by the line above its labels, else by its section's heading.
fn draft(context: &ReadContext, block: &Block, title_line: Option<usize>) -> Draft {
    let mut path = context.document.path(block.section);
    let section = path.next();
    let heading = section.map(|section| Stated { words: section.title.clone(), ranges: vec![section.range] });
    if let Some(at) = title_line {
        let words = context.shadows[at].as_str();
        let start = value_start(context, at);
        let end = words.trim_end_matches(['.', ';', ' ']).len().max(start);
        let range = context.range(at, start..end);
        let title = Stated { words: context.printed(range), ranges: vec![range] };
        return Draft { section: block.section, title, row: None, group: heading, values: Vec::new() };
    }
    let (row, name) = heading.as_ref().map_or((None, ""), |heading| split_number(&heading.words));
    Draft {
        section: block.section,
        title: Stated {
            words: name.trim_end_matches([':', '.', ' ']).to_owned(),
            ranges: heading.iter().flat_map(|heading| heading.ranges.clone()).collect(),
        },
        row: row.map(str::to_owned),
        group: path.next().map(|above| Stated { words: above.title.clone(), ranges: vec![above.range] }),
        values: Vec::new(),
    }
}

/// The record of a draft that has money or a lead beside another label.
fn task(context: &ReadContext, draft: &Draft) -> Option<Spending> {
    let has = |fields: &[Field]| {
        draft.values.iter().any(|value| fields.contains(&value.field) && !value.bytes.is_empty())
    };
    if draft.values.len() < 2
        || draft.title.words.is_empty()
        || !has(&[Field::Money, Field::Lead, Field::Assignment])
    {
        return None;
    }
    let money = planned_money(context, draft);
    let stating = money.or(draft.values.first())?;
    let block = &context.document.blocks[stating.block];
    let shadow = &context.shadows[stating.block];
    let words = shadow.as_str();
    let quote = match money {
        Some(_) => shadow.range(marker_length(words)..words.trim_end().len()),
        None => *draft.title.ranges.first()?,
    };
    let mut builder = context.record(block, quote);
    let role = context.document.role_of(block);
    let phase = if matches!(role, SectionRole::Results | SectionRole::Review) {
        Phase::Reported
    } else {
        Phase::Planned
    };
    let mut spending = Spending {
        provenance: builder.clone().finish(),
        table: "body".to_owned(),
        row: draft.row.clone(),
        group: draft.group.as_ref().map(|group| group.words.clone()),
        title: draft.title.words.clone(),
        amount_vnd: None,
        disbursed_vnd: None,
        year: None,
        phase,
        amount_basis: None,
        in_sum: false,
        repeats: None,
        funding_source: None,
        funding_note: None,
        lead_agency: None,
        partner_agencies: Vec::new(),
        product: None,
        period: None,
    };
    place(&spending, &mut builder, draft, context);
    if let Some(planned) = money {
        take(context, &mut spending, &mut builder, planned);
    }
    let others =
        draft.values.iter().filter(|value| money.is_none_or(|planned| !std::ptr::eq(*value, planned)));
    for value in others {
        take(context, &mut spending, &mut builder, value);
    }
    if spending.year.is_none()
        && spending.phase == Phase::Planned
        && spending.period.as_deref().is_none_or(|period| year_in(period).is_some())
    {
        inherit_year(&mut spending, &mut builder, context);
    }
    spending.provenance = builder.finish();
    Some(spending)
}

/// The money of one year, where a task states it beside its total investment, else the
/// first that is stated.
fn planned_money<'d>(context: &ReadContext, draft: &'d Draft) -> Option<&'d Value> {
    let mut stated =
        draft.values.iter().filter(|value| value.field == Field::Money && !value.bytes.is_empty());
    let first = stated.clone().next()?;
    let amount =
        |value: &Value| !amounts(&context.shadows[value.block].as_str()[value.bytes.clone()]).is_empty();
    let of_a_year = stated.find(|value| {
        basis(&value.name) != AmountBasis::TotalInvestment && year_in(&value.name).is_some() && amount(value)
    });
    of_a_year.or(Some(first))
}

fn place(spending: &Spending, builder: &mut RecordBuilder, draft: &Draft, context: &ReadContext) {
    builder.evidence_all("title", &draft.title.ranges);
    builder.inherited("title", None);
    if spending.row.is_some() {
        builder.evidence_all("row", &draft.title.ranges);
        builder.inherited("row", None);
    }
    if let Some(group) = &draft.group {
        builder.evidence_all("group", &group.ranges);
        builder.inherited("group", None);
    }
    let top = context.document.path(draft.section).last().map(|section| section.range);
    for field in ["table", "phase"] {
        builder.inherited(field, top);
    }
}

fn take(context: &ReadContext, spending: &mut Spending, builder: &mut RecordBuilder, value: &Value) {
    let shadow = &context.shadows[value.block];
    let words = &shadow.as_str()[value.bytes.clone()];
    let place = |bytes: std::ops::Range<usize>| {
        shadow.range(value.bytes.start + bytes.start..value.bytes.start + bytes.end)
    };
    let whole = words.trim_end_matches(['.', ';', ' ']);
    if whole.is_empty() {
        return;
    }
    let range = place(0..whole.len());
    match value.field {
        Field::Content | Field::Purpose => {}
        Field::Money => money(context, spending, builder, value),
        Field::Assignment | Field::Lead => {
            let found = agencies(words);
            let names_one =
                value.field == Field::Lead || found.lead.as_ref().is_some_and(|lead| lead.end < whole.len());
            if let Some(lead) = found.lead.filter(|_| names_one && spending.lead_agency.is_none()) {
                spending.lead_agency = Some(agency::mended(&context.printed(place(lead.clone()))));
                builder.evidence("lead_agency", place(lead));
            }
            partners(context, spending, builder, found.partners.into_iter().map(place));
        }
        Field::Partners => {
            let listed = agency::list(words, 0..words.len());
            partners(context, spending, builder, listed.into_iter().map(place));
        }
        Field::Source => {
            spending.funding_source.get_or_insert_with(|| context.printed(range));
            builder.evidence("funding_source", range);
        }
        Field::Period => {
            spending.period.get_or_insert_with(|| context.printed(range));
            builder.evidence("period", range);
            if spending.year.is_none() && spending.phase == Phase::Planned {
                spending.year = year_in(words);
                if spending.year.is_some() {
                    builder.evidence("year", range);
                }
            }
        }
        Field::Product => {
            spending.product.get_or_insert_with(|| context.printed(range));
            builder.evidence("product", range);
        }
    }
}

fn partners(
    context: &ReadContext,
    spending: &mut Spending,
    builder: &mut RecordBuilder,
    ranges: impl Iterator<Item = CharRange>,
) {
    for range in ranges {
        spending.partner_agencies.push(agency::mended(&context.printed(range)));
        builder.evidence("partner_agencies", range);
    }
}

fn money(context: &ReadContext, spending: &mut Spending, builder: &mut RecordBuilder, value: &Value) {
    let shadow = &context.shadows[value.block];
    if spending.amount_vnd.is_some() && spending.funding_note.is_none() && year_in(&value.name).is_none() {
        // The total investment beside the money of one year is told, not added up.
        if basis(&value.name) == AmountBasis::TotalInvestment {
            let told = CharRange::new(value.label.start, shadow.range(value.bytes.clone()).end);
            spending.funding_note = Some(context.printed(told).trim_end_matches(['.', ';', ' ']).to_owned());
            builder.evidence("funding_note", told);
        }
        return;
    }
    if spending.amount_vnd.is_some() || spending.funding_note.is_some() {
        return;
    }
    let words = &shadow.as_str()[value.bytes.clone()];
    let place = |bytes: std::ops::Range<usize>| {
        shadow.range(value.bytes.start + bytes.start..value.bytes.start + bytes.end)
    };
    let whole = place(0..words.trim_end_matches(['.', ';', ' ']).len());
    let stated = amounts(words);
    let Some(first) = single(words, &stated) else {
        spending.funding_note = Some(context.printed(whole));
        builder.evidence("funding_note", whole);
        if !stated.is_empty() {
            builder.doubt(Confidence::Low, "no single amount is stated");
        }
        return;
    };
    if let Some(year) = year_in(&value.name).filter(|_| spending.phase == Phase::Planned) {
        spending.year = Some(year);
        builder.evidence("year", value.label);
    }
    spending.amount_vnd = Some(first.vnd);
    spending.amount_basis = Some(basis(&value.name));
    builder.evidence("amount_vnd", place(first.range.clone()));
    let said =
        if basis(&value.name) == AmountBasis::Allocation { place(first.range.clone()) } else { value.label };
    builder.evidence("amount_basis", said);
    let after = first.range.end;
    let bracket = bracket_after(&words[after..]).map(|inside| after + inside.start..after + inside.end);
    let source = match &bracket {
        Some(inside) if !spells_amount(&words[inside.clone()]) => Some(inside.clone()),
        _ => source_in(&words[after..]).map(|found| after + found.start..after + found.end),
    };
    if let Some(source) = source {
        let printed = context.printed(place(source.clone()));
        let names_source =
            source_in(&words[source.clone()]).is_some() || printed.to_lowercase().starts_with("vốn");
        let (field, name) = if names_source {
            (&mut spending.funding_source, "funding_source")
        } else {
            (&mut spending.funding_note, "funding_note")
        };
        if field.is_none() {
            *field = Some(printed);
            builder.evidence(name, place(source));
        }
    }
    if first.hedged {
        builder.doubt(Confidence::Medium, "the amount is stated as approximate");
        spending.funding_note.get_or_insert_with(|| context.printed(whole));
        builder.evidence("funding_note", whole);
    }
}

/// The amount of a value: the only one, or the first where others are its parts.
pub(super) fn single<'m>(words: &str, stated: &'m [Money]) -> Option<&'m Money> {
    let first = stated.first().filter(|money| money.vnd_max.is_none())?;
    let between = |next: &Money| words[first.range.end..next.range.start].to_lowercase();
    let fits = stated.get(1).is_none_or(|next| {
        next.vnd == first.vnd
            || ["trong đó", "gồm", "(", "bằng chữ"].iter().any(|word| between(next).contains(word))
    });
    fits.then_some(first)
}

fn basis(name: &str) -> AmountBasis {
    if name.contains("tổng mức đầu tư") {
        AmountBasis::TotalInvestment
    } else if ["dự kiến", "nhu cầu", "khái toán", "dự toán"].iter().any(|word| name.contains(word))
    {
        AmountBasis::Estimate
    } else {
        AmountBasis::Allocation
    }
}
