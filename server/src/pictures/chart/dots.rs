//! How are promise and result drawn on one axis, and which table stands behind them?

use app::{
    components::comparison::{axis_end, coverage, finding},
    format,
    i18n::Language,
    types::comparison::{Comparison, ComparisonRow, Stated},
};

use super::{
    super::drawing::{Anchor, Drawing, Type, colour},
    bars::source,
};

/// Most rows of a picture; the table has all.
const ROWS_MAX: usize = 40;
const WIDTH: f32 = 800.0;
const MARGIN: f32 = 24.0;
const ROW: f32 = 36.0;
const HEAD: f32 = 150.0;
const FOOT: f32 = 40.0;
/// Where the axis begins and ends; between the names and it is the lane of what is not stated.
const AXIS: (f32, f32) = (330.0, 760.0);
const LANE: f32 = 262.0;
const TICKS: u8 = 4;

/// A ring for what was promised, a dot for what was reported, a line where it falls short.
pub(super) fn drawn(lang: Language, comparison: &Comparison, rows: &[ComparisonRow]) -> Drawing {
    let shown = &rows[..rows.len().min(ROWS_MAX)];
    #[expect(clippy::cast_precision_loss, reason = "at most forty rows")]
    let height = HEAD + ROW * shown.len() as f32 + FOOT;
    let more_is_better = comparison.direction == "up";
    let mut drawing = Drawing::new(WIDTH, height, &comparison.name);
    let title = Type::plain(20.0, colour::INK).bold();
    drawing.paragraph((MARGIN, 36.0), WIDTH - 2.0 * MARGIN, 1, title, &comparison.name);
    drawing.text((MARGIN, 62.0), Type::plain(15.0, colour::INK), &finding(lang, rows, more_is_better));
    drawing.text((MARGIN, 84.0), Type::plain(13.0, colour::SOFT), &coverage(lang, &comparison.unit, rows));
    let end = axis_end(&comparison.unit, rows);
    legend(&mut drawing, lang);
    scale(&mut drawing, lang, end, height);
    let mut y = HEAD + ROW / 2.0;
    for row in shown {
        line(&mut drawing, lang, row, y, end, more_is_better);
        y += ROW;
    }
    source(&mut drawing, lang, height);
    drawing
}

fn legend(drawing: &mut Drawing, lang: Language) {
    let words = Type::plain(13.0, colour::SOFT);
    drawing.dot((MARGIN + 7.0, 106.0), 5.5, colour::INK, false);
    drawing.text((MARGIN + 20.0, 110.0), words, &lang.t("compare-promised"));
    drawing.dot((MARGIN + 117.0, 106.0), 6.0, colour::INK, true);
    drawing.text((MARGIN + 130.0, 110.0), words, &lang.t("compare-reported"));
    drawing.text((LANE, 134.0), words.at(Anchor::Middle), &lang.t("not-stated"));
}

fn scale(drawing: &mut Drawing, lang: Language, end: f64, height: f32) {
    for tick in 0..=TICKS {
        let value = end * f64::from(tick) / f64::from(TICKS);
        let x = place(value, end);
        drawing.line((x, HEAD - 8.0), (x, height - FOOT), 1.0, colour::RULE);
        let words = Type::plain(13.0, colour::SOFT).at(Anchor::Middle);
        drawing.text((x, 134.0), words, &format::number(lang, value));
    }
}

fn line(drawing: &mut Drawing, lang: Language, row: &ComparisonRow, y: f32, end: f64, more_is_better: bool) {
    let words = Type::plain(14.0, colour::INK);
    drawing.paragraph((MARGIN, y + 5.0), LANE - MARGIN - 30.0, 1, words, &name(lang, row));
    let at = |stated: Option<&Stated>| stated.and_then(|stated| stated.value).map(|value| place(value, end));
    let (target, actual) = (at(row.target()), at(row.actual()));
    if let (Some(target), Some(actual), Some(false)) = (target, actual, row.reached(more_is_better)) {
        drawing.line((actual, y), (target, y), 3.0, colour::MISSED);
    }
    match actual {
        Some(x) => drawing.dot((x, y), 7.0, colour::INK, true),
        None => drawing.dot((LANE + 12.0, y), 3.0, colour::SOFT, true),
    }
    match target {
        Some(x) => drawing.dot((x, y), 6.0, colour::INK, false),
        None => drawing.dot((LANE - 12.0, y), 5.0, colour::SOFT, false),
    }
}

fn name(lang: Language, row: &ComparisonRow) -> String {
    let province = row.province.clone().unwrap_or_else(|| row.plan_id.clone());
    let year = row.year.map_or_else(|| lang.t("compare-no-year"), |year| year.to_string());
    format!("{province} {year}")
}

#[expect(clippy::cast_possible_truncation, reason = "a part of the width")]
fn place(value: f64, end: f64) -> f32 {
    AXIS.0 + (AXIS.1 - AXIS.0) * (value / end).clamp(0.0, 1.0) as f32
}

/// Province, year, target and result with the addresses of their sentences; what is not stated is empty.
pub(super) fn table(lang: Language, comparison: &Comparison, rows: &[ComparisonRow]) -> Vec<Vec<String>> {
    let head = [
        lang.t("column-province"),
        lang.t("column-year"),
        lang.t("column-promised"),
        lang.t("compare-column-reported"),
        lang.t("column-unit"),
        lang.t("column-plan"),
    ];
    let value = |stated: Option<&Stated>| {
        stated.and_then(|stated| stated.value).map(|value| value.to_string()).unwrap_or_default()
    };
    let rows = rows.iter().map(|row| {
        vec![
            row.province.clone().unwrap_or_default(),
            row.year.map(|year| year.to_string()).unwrap_or_default(),
            value(row.target()),
            value(row.actual()),
            comparison.unit.clone(),
            row.plan_id.clone(),
        ]
    });
    std::iter::once(head.to_vec()).chain(rows).collect()
}
