//! Which plan is this, and where does it say so?

use app::{format, i18n::Language, types::plan::Plan};
use plandoc::{
    Reading,
    blocks::{Block, BlockKind, SectionRole},
    span::CharRange,
};

use super::words::printed;
use crate::command::read::File;

/// One field of the plan's identity.
#[derive(Debug)]
pub(in crate::command::read) struct Field {
    /// What it is.
    pub(in crate::command::read) name: &'static str,
    /// Its value; none if the document does not state it.
    pub(in crate::command::read) value: Option<String>,
    /// Where it stands: "tiêu đề", "tên tệp", "plan.toml".
    pub(in crate::command::read) whence: Option<String>,
    /// The key that states it in a plan.toml, for what is missing.
    pub(in crate::command::read) key: Option<&'static str>,
}

pub(super) fn fields(reading: &Reading, plan: &Plan, file: &File<'_>) -> Vec<Field> {
    let vi = Language::Vi;
    let read = |name, key: &'static str, value: Option<String>| Field {
        name,
        whence: value.as_ref().map(|_| whence(reading, key)),
        value: value.map(|value| printed(&value)),
        key: Some(key),
    };
    let told = |name, value| Field { name, value, whence: None, key: None };
    let now = plan.province_now.as_deref().filter(|now| Some(*now) != plan.province.as_deref());
    let province = plan.province.as_deref().map(|then| match now {
        Some(now) => format!("{then} (nay thuộc {now})"),
        None => then.to_owned(),
    });
    vec![
        read("Số", "number", plan.number.clone()),
        read("Ngày ban hành", "issued_on", plan.issued_on.as_deref().map(|day| format::date(vi, day))),
        read("Cơ quan", "issuer", plan.issuer.clone()),
        read("Tỉnh", "province", province),
        read("Năm", "period_end", format::years(plan.period_start, plan.period_end)),
        read("Người ký", "signatory", plan.signatory.clone()),
        told("Tệp", Some(printed(&file.source.file_name))),
        told("Mã kế hoạch", file.id.clone()),
    ]
}

/// Where the document, or who else, states a field.
fn whence(reading: &Reading, key: &str) -> String {
    let plan = &reading.plan;
    let start = key.replace("_end", "_start");
    if plan.supplied.iter().any(|supplied| *supplied == key || *supplied == start) {
        return "plan.toml".to_owned();
    }
    let ranges = plan.evidence.get(key).or_else(|| plan.evidence.get(&start));
    let Some(range) = ranges.and_then(|ranges| ranges.first().copied()) else {
        return "tên tệp".to_owned();
    };
    let title = plan.evidence.get("title").into_iter().flatten();
    if title.into_iter().any(|title| title.contains(range)) {
        return "tiêu đề".to_owned();
    }
    // A name may go on from one line of a letterhead to the next.
    let holds = |block: &&Block| block.range.start <= range.start && range.start < block.range.end;
    let Some(block) = reading.document.blocks.iter().find(holds) else { return "văn bản".to_owned() };
    of_block(reading, block, range)
}

fn of_block(reading: &Reading, block: &Block, range: CharRange) -> String {
    let first = reading.document.sections.first();
    let before = first.is_none_or(|section| range.end <= section.range.start);
    match (&block.kind, reading.document.role_of(block)) {
        (_, SectionRole::Basis) => "căn cứ".to_owned(),
        (BlockKind::Furniture, _) if before => "phần đầu văn bản".to_owned(),
        (BlockKind::Furniture, SectionRole::Annex) => "phụ lục".to_owned(),
        (BlockKind::Furniture, _) => "phần ký, cuối văn bản".to_owned(),
        _ if before => "căn cứ, lời mở đầu".to_owned(),
        _ => {
            let section = reading.document.section_of(block).map(|section| section.label.as_str());
            let address = block.address.as_deref().or(section).unwrap_or_default();
            format::spoken_address(Language::Vi, address)
        }
    }
}
