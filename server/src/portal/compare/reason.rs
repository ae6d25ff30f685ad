//! Why may a row not be set beside the others?

use app::{
    format,
    i18n::Language,
    types::{
        comparison::{ComparisonRow, Incomparable, Stated},
        record::Level,
    },
};
use plandoc::catalog::indicators::{Indicator, by_id, unlike};

/// Levels in the order in which one is taken if as many rows state several.
const LEVELS: [Option<Level>; 4] = [Some(Level::Province), None, Some(Level::District), Some(Level::Commune)];

/// The level that most rows of the indicator hold for.
pub(super) fn level_of_most(asked: &Indicator, rows: &[ComparisonRow]) -> Option<Level> {
    let alike = |row: &&ComparisonRow| row.indicator == asked.id;
    let count = |level| rows.iter().filter(alike).filter(|row| row.level == level).count();
    // The first of those with most rows: `max_by_key` gives the last.
    LEVELS.into_iter().rev().max_by_key(|level| count(*level)).flatten()
}

/// The row with the verdict on whether it may be compared, and the reason.
pub(super) fn judged(asked: &Indicator, level: Option<Level>, row: ComparisonRow) -> ComparisonRow {
    let Some((reason, vi, en)) = reason(asked, level, &row) else { return row };
    ComparisonRow { comparable: false, reason: Some(reason), reason_vi: Some(vi), reason_en: Some(en), ..row }
}

/// A reason in both languages.
type Reason = (Incomparable, String, String);

fn reason(asked: &Indicator, level: Option<Level>, row: &ComparisonRow) -> Option<Reason> {
    of_indicator(asked, row)
        .or_else(|| of_unit(asked, row))
        .or_else(|| of_level(level, row))
        .or_else(|| of_numbers(row))
}

fn of_indicator(asked: &Indicator, row: &ComparisonRow) -> Option<Reason> {
    if row.indicator == asked.id {
        return None;
    }
    let other = by_id(&row.indicator)?;
    let why = unlike(&asked.id, &other.id)?;
    Some((
        Incomparable::OtherIndicator,
        format!("Dòng này đo “{}”: {}.", other.name_vi, why.why_vi),
        format!("This row measures “{}”: {}.", other.name_en, why.why_en),
    ))
}

fn of_unit(asked: &Indicator, row: &ComparisonRow) -> Option<Reason> {
    match &row.unit {
        None => Some((
            Incomparable::UnitNotStated,
            format!("Văn bản không nêu đơn vị; các dòng khác tính bằng {}.", asked.unit),
            format!("The document states no unit; the other rows count in {}.", asked.unit),
        )),
        Some(unit) if !asked.is_counted_in(unit) => Some((
            Incomparable::OtherUnit,
            format!("Tính bằng {unit}, không phải {}.", asked.unit),
            format!("Counted in {unit}, not in {}.", asked.unit),
        )),
        Some(_) => None,
    }
}

fn of_level(level: Option<Level>, row: &ComparisonRow) -> Option<Reason> {
    (row.level != level).then(|| {
        let named = |lang, level: Option<Level>| level.map(|level| format::level(lang, level).to_lowercase());
        let vi = |level| named(Language::Vi, level).unwrap_or_else(|| "không nêu cấp".to_owned());
        let en = |level| named(Language::En, level).unwrap_or_else(|| "no level stated".to_owned());
        (
            Incomparable::OtherLevel,
            format!("Phạm vi của dòng này: {}; của các dòng được so sánh: {}.", vi(row.level), vi(level)),
            format!("Scope of this row: {}; of the rows compared: {}.", en(row.level), en(level)),
        )
    })
}

fn of_numbers(row: &ComparisonRow) -> Option<Reason> {
    let lists = [&row.targets, &row.actuals];
    if row.year.is_none() {
        return Some((
            Incomparable::YearNotStated,
            "Văn bản không nêu con số này của năm nào.".to_owned(),
            "The document does not say which year the number holds for.".to_owned(),
        ));
    }
    if lists.iter().all(|list| list.iter().all(|stated| stated.value.is_none())) {
        return Some((
            Incomparable::NoNumber,
            "Văn bản chỉ đánh giá, không nêu con số.".to_owned(),
            "The document gives a verdict and no number.".to_owned(),
        ));
    }
    lists.iter().any(|list| several(list)).then(|| {
        (
            Incomparable::SeveralNumbers,
            "Kế hoạch nêu nhiều con số khác nhau cho cùng năm và cùng cấp; không chọn thay người đọc."
                .to_owned(),
            "The plan states different numbers for the same year and level; none is chosen for the reader."
                .to_owned(),
        )
    })
}

/// Whether a list states different numbers.
fn several(list: &[Stated]) -> bool {
    list.windows(2).any(|pair| {
        let number = |stated: &Stated| (stated.comparator, stated.value, stated.value_max);
        number(&pair[0]) != number(&pair[1])
    })
}
