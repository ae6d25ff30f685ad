//! How do the document's own statements and the manifest become the plan's fields?

use std::{cmp::Ordering, sync::LazyLock};

use crate::text::pattern::Regex;

use super::{
    Plan, PlanKind,
    imprint::{self, Imprint, Stated},
    page::Page,
    period::{self, Period},
    signatory,
    title::{self, Title},
};
use crate::{
    Manifest, ReadError, ReadOptions, Warning,
    blocks::SectionRole,
    catalog::{
        agencies,
        provinces::{self, Province},
    },
    glossary,
    records::ReadContext,
    span::CharRange,
    text::{
        date::Date,
        fold::{begins, fold, lower, words},
        shadow::Shadow,
    },
};

/// Who issues the plan, in the words that lead up to it.
static ISSUES: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:^|[;,.\n])\s*(?P<body>(?:Ủy ban nhân dân|UBND)\s+(?:tỉnh|thành phố))(?:\s+\p{Lu}\p{L}*){0,4}\s+(?:ban hành|xây dựng)\s+[Kk]ế hoạch\b")
        .expect("the pattern of issuing compiles")
});

/// Fewest sections of a plan.
const FEWEST_SECTIONS: usize = 2;

/// Reads whose plan it is, for when, and by what number.
pub fn read(context: &ReadContext, options: &ReadOptions<'_>) -> Result<(Plan, Vec<Warning>), ReadError> {
    let page = Page::new(context);
    let title = title::read(&page);
    let imprints = imprint::read(context, &page);
    must_be_a_plan(context, title.as_ref(), &imprints)?;
    let mut identity = Identity { context, plan: Plan::default(), warnings: Vec::new() };
    identity.title(title.as_ref());
    identity.imprint(&imprints);
    identity.period(title.as_ref(), options.file_name);
    identity.province(title.as_ref(), &imprints, options);
    identity.issuer(&imprints);
    identity.signatory(&page);
    identity.plan.sections = top_sections(context);
    identity.plan.glossary = glossary::read(context);
    if let Some(manifest) = options.manifest {
        identity.supply(manifest);
    }
    identity.abbreviations();
    identity.plan.kind = kind(title.as_ref(), &identity.plan);
    identity.complain();
    Ok((identity.plan, identity.warnings))
}

/// A plan names itself one by its title, or by its number where an export lost the title;
/// it is divided into sections and speaks of a people's committee.
fn must_be_a_plan(
    context: &ReadContext,
    title: Option<&Title>,
    imprints: &[Imprint],
) -> Result<(), ReadError> {
    let not = |why: &str| Err(ReadError::NotAPlan { why: why.to_owned() });
    let numbered = imprints.iter().filter_map(|i| i.number.as_ref()).any(|n| n.value.contains("/KH-"));
    match title {
        Some(title) if !title::sets_a_plan(title) => return not("its title speaks of no plan"),
        None if !numbered => {
            return not(
                "no title \"KẾ HOẠCH …\" before the first section, and no \"Trên đây là kế hoạch …\" at the end",
            );
        }
        _ => {}
    }
    if context.document.sections.len() < FEWEST_SECTIONS {
        return not("it has no numbered sections");
    }
    let (mut of_a_province, mut of_a_committee) = (false, false);
    for line in &context.lines {
        let words = lower(line.shadow.as_str());
        of_a_province |= words.contains("tỉnh") || words.contains("thành phố");
        of_a_committee |= words.contains("ủy ban nhân dân") || words.contains("ubnd");
        if of_a_province && of_a_committee {
            break;
        }
    }
    if !(of_a_province && of_a_committee) {
        return not("no province and no people's committee are named in it");
    }
    Ok(())
}

fn top_sections(context: &ReadContext) -> Vec<String> {
    context.document.sections.iter().filter(|s| s.level == 1).map(|s| s.title.clone()).collect()
}

fn kind(title: Option<&Title>, plan: &Plan) -> Option<PlanKind> {
    if title.is_some_and(|t| t.decision) {
        return Some(PlanKind::ApprovalDecision);
    }
    // "Đến năm 2025" runs from the year of issue.
    let issued = plan.issued_on.as_deref().and_then(Date::from_iso).map(Date::year);
    let (start, end) = (plan.period_start.or(issued)?, plan.period_end?);
    match start.cmp(&end) {
        Ordering::Less => Some(PlanKind::MultiYear),
        Ordering::Equal => plan.period_start.map(|_| PlanKind::Annual),
        Ordering::Greater => None,
    }
}

pub(super) struct Identity<'a> {
    pub(super) context: &'a ReadContext,
    pub(super) plan: Plan,
    warnings: Vec<Warning>,
}

impl Identity<'_> {
    pub(super) fn evidence(&mut self, field: &str, range: CharRange) {
        self.plan.evidence.insert(field.to_owned(), vec![range]);
    }

    pub(super) fn warn(&mut self, kind: &str, message: String, range: Option<CharRange>) {
        self.warnings.push(Warning { kind: kind.to_owned(), message, range });
    }

    fn title(&mut self, title: Option<&Title>) {
        if let Some(title) = title {
            self.plan.title = Some(title.words.clone());
            self.plan.evidence.insert("title".to_owned(), title.ranges.clone());
        }
    }

    /// Number and date: the first statement of each counts; another one is a warning.
    fn imprint(&mut self, imprints: &[Imprint]) {
        self.plan.number = self.first("number", imprints.iter().filter_map(|i| i.number.as_ref()));
        self.plan.issued_on = self.first("issued_on", imprints.iter().filter_map(|i| i.issued_on.as_ref()));
        if self.plan.number.is_none() {
            let blank = imprints.iter().find_map(|i| i.blank_number);
            let how = if blank.is_some() { "để trống số" } else { "không ghi số" };
            self.warn("number_missing", format!("Văn bản {how} của kế hoạch."), blank);
        }
        if self.plan.issued_on.is_none() {
            let blank = imprints.iter().find_map(|i| i.blank_date);
            let how = if blank.is_some() { "để trống ngày" } else { "không ghi ngày" };
            self.warn("date_missing", format!("Văn bản {how} ban hành."), blank);
        }
    }

    fn first<'s>(&mut self, field: &str, mut stated: impl Iterator<Item = &'s Stated>) -> Option<String> {
        let first = stated.next()?;
        self.evidence(field, first.range);
        if let Some(other) = stated.find(|s| s.value != first.value) {
            let message = format!(
                "Văn bản ghi hai giá trị khác nhau: {} và {}; lấy giá trị đầu.",
                first.value, other.value
            );
            self.warn(&format!("{field}_conflict"), message, Some(other.range));
        }
        Some(first.value.clone())
    }

    /// Title, then the heading of the goals, then the file's name.
    fn period(&mut self, title: Option<&Title>, file_name: Option<&str>) {
        let goals =
            self.context.document.sections.iter().find(|s| s.role == SectionRole::Goals && s.year.is_some());
        if let Some((period, range)) = title.and_then(|t| self.period_of(t)) {
            self.set_period(period.start, period.end, Some(range));
        } else if let Some((year, range)) = goals.and_then(|s| Some((s.year?, s.range))) {
            self.set_period(Some(year), year, Some(range));
        } else if let Some((start, end)) = file_name.and_then(period::in_file_name) {
            self.set_period(Some(start), end, None);
            let message = "Tiêu đề không ghi năm; thời kỳ lấy từ tên tệp.".to_owned();
            self.warn("period_from_file_name", message, None);
        }
    }

    /// The period in a title, and the words that state it; the whole last line if a
    /// line's end parts them.
    fn period_of(&self, title: &Title) -> Option<(Period, CharRange)> {
        let period = period::stated(&title.words)?;
        let exact = title.ranges.iter().find_map(|&range| {
            let shadow = Shadow::of(&self.context.text, range);
            let here = period::stated(shadow.as_str())?;
            ((here.start, here.end) == (period.start, period.end)).then(|| shadow.range(here.range))
        });
        Some((period, exact.or(title.ranges.last().copied())?))
    }

    fn set_period(&mut self, start: Option<i32>, end: i32, range: Option<CharRange>) {
        (self.plan.period_start, self.plan.period_end) = (start, Some(end));
        if let Some(range) = range {
            self.evidence("period_end", range);
            if start.is_some() {
                self.evidence("period_start", range);
            }
        }
    }

    /// "Trên đây là kế hoạch …" and whatever else stands in its block.
    pub(super) fn closing_sentences(&self) -> Vec<CharRange> {
        let blocks = self.context.document.blocks.iter().zip(&self.context.shadows);
        blocks
            .filter(|(_, shadow)| begins(shadow.as_str().trim_start(), "trên đây là"))
            .map(|(block, _)| block.range)
            .collect()
    }

    fn issuer(&mut self, imprints: &[Imprint]) {
        let Some(stated) = imprints.iter().find_map(|i| i.issuer.as_ref()) else {
            self.issuer_of_closing();
            return self.issuer_of_preamble();
        };
        self.plan.issuer = Some(in_full(&stated.value, &self.plan));
        self.evidence("issuer", stated.range);
    }

    /// "Trên đây là kế hoạch … của UBND …".
    fn issuer_of_closing(&mut self) {
        for range in self.closing_sentences() {
            let shadow = Shadow::of(&self.context.text, range);
            let lower = shadow.as_str();
            let named = ["của Ủy ban nhân dân ", "của UBND "]
                .iter()
                .find_map(|of| Some(lower.find(of)? + "của ".len()));
            if let Some(start) = named {
                let sentence = &shadow.as_str()[start..];
                let end = sentence.find(['.', ',', ';', '/', '\n']).unwrap_or(sentence.len());
                self.plan.issuer = Some(in_full(sentence[..end].trim(), &self.plan));
                self.evidence("issuer", shadow.range(start..start + sentence[..end].trim_end().len()));
                return;
            }
        }
    }

    /// Who "ban hành kế hoạch" in the words above the first section.
    fn issuer_of_preamble(&mut self) {
        let body = self.context.document.sections.first().map_or(0, |section| section.range.start);
        let shadow = Shadow::of(&self.context.text, CharRange::new(0, body));
        let found = ISSUES.captures(shadow.as_str()).and_then(|found| found.name("body"));
        if let Some(named) = found.filter(|_| self.plan.issuer.is_none()) {
            self.plan.issuer = Some(in_full(named.as_str(), &self.plan));
            self.evidence("issuer", shadow.range(named.range()));
        }
    }

    fn signatory(&mut self, page: &Page) {
        if let Some(stated) = signatory::read(page) {
            self.plan.signatory = Some(stated.value);
            self.evidence("signatory", stated.range);
        }
    }

    /// Fills in what the document leaves out; what it says stays.
    fn supply(&mut self, manifest: &Manifest) {
        let plan = &mut self.plan;
        let mut supplied = Vec::new();
        let mut text = |field: &mut Option<String>, value: &Option<String>, name: &str| {
            if field.is_none() && value.is_some() {
                field.clone_from(value);
                supplied.push(name.to_owned());
            }
        };
        text(&mut plan.number, &manifest.number, "number");
        text(&mut plan.issued_on, &manifest.issued_on, "issued_on");
        text(&mut plan.issuer, &manifest.issuer, "issuer");
        text(&mut plan.signatory, &manifest.signatory, "signatory");
        let mut year = |field: &mut Option<i32>, value: Option<i32>, name: &str| {
            if field.is_none() && value.is_some() {
                *field = value;
                supplied.push(name.to_owned());
            }
        };
        year(&mut plan.period_start, manifest.period_start, "period_start");
        year(&mut plan.period_end, manifest.period_end, "period_end");
        if self.plan.province_slug.is_none()
            && let Some(slug) = &manifest.province
        {
            match provinces::by_slug(slug) {
                Some(unit) => {
                    self.set_province(unit);
                    supplied.push("province".to_owned());
                }
                None => self.warn(
                    "province_unknown_slug",
                    format!("plan.toml: không có tỉnh nào mang mã \"{slug}\" trong danh mục."),
                    None,
                ),
            }
        }
        self.plan.supplied = supplied;
    }

    /// Complains of abbreviations that are explained in two ways; both are shown.
    fn abbreviations(&mut self) {
        let found = glossary::conflicts(&self.plan.glossary).into_iter().map(|(later, first)| Warning {
            kind: "abbreviation_conflict".to_owned(),
            message: format!(
                "Chữ viết tắt {} được giải thích hai cách: {first} và {}.",
                later.short, later.long
            ),
            range: Some(CharRange::new(later.start, later.end)),
        });
        let found: Vec<Warning> = found.collect();
        self.warnings.extend(found);
    }

    fn complain(&mut self) {
        if self.plan.title.is_none() {
            self.warn("title_missing", "Văn bản không ghi tên kế hoạch.".to_owned(), None);
        }
        if self.plan.province.is_none() {
            self.warn("province_unknown", "Không xác định được tỉnh của kế hoạch.".to_owned(), None);
        }
        if self.plan.period_end.is_none() {
            self.warn("period_unknown", "Không xác định được thời kỳ của kế hoạch.".to_owned(), None);
        }
    }
}

/// "UBND tỉnh X" and "ỦY BAN NHÂN DÂN TỈNH X" in full; a body of the catalogue by its name.
fn in_full(printed: &str, plan: &Plan) -> String {
    let unit = plan.province_slug.as_deref().and_then(provinces::by_slug);
    match unit.filter(|unit| is_committee_of(printed, unit)) {
        Some(unit) => format!("Ủy ban nhân dân {} {}", unit.kind.title(), unit.name),
        None => agencies::find(printed).map_or_else(|| printed.to_owned(), |agency| agency.name_vi.clone()),
    }
}

fn is_committee_of(printed: &str, unit: &Province) -> bool {
    // Spaces get lost where an export glues lines: "NHÂN DÂNTỈNH".
    let said = words(printed).concat();
    let place = said.strip_prefix("uybannhandan").or_else(|| said.strip_prefix("ubnd"));
    let title = fold(unit.kind.title()).replace(' ', "");
    let name = words(&unit.name).concat();
    let named = |place: &str| {
        let said = place.strip_prefix(&title);
        // The head may misprint a name that the rest of the plan prints well.
        said.is_some_and(|said| said == name || provinces::one_letter_apart(said, &name))
    };
    place.is_some_and(|place| place.is_empty() || place == title || named(place))
}
