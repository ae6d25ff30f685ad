//! How are bars drawn, and which table stands behind them?

use app::{components::chart::Bar, i18n::Language};

use super::super::drawing::{Anchor, Drawing, Type, colour};

const WIDTH: f32 = 800.0;
const MARGIN: f32 = 24.0;
const ROW: f32 = 54.0;
const HEAD: f32 = 92.0;
const FOOT: f32 = 40.0;

/// Label above each bar, value right.
pub(super) fn drawn(lang: Language, title: &str, note: &str, bars: &[Bar]) -> Drawing {
    #[expect(clippy::cast_precision_loss, reason = "a few dozen rows")]
    let height = HEAD + ROW * bars.len() as f32 + FOOT;
    let mut drawing = Drawing::new(WIDTH, height, title);
    drawing.text((MARGIN, 40.0), Type::plain(22.0, colour::INK).bold(), title);
    drawing.text((MARGIN, 66.0), Type::plain(14.0, colour::SOFT), note);
    let longest = bars.iter().map(|bar| bar.size).fold(0.0, f64::max);
    let inner = WIDTH - 2.0 * MARGIN;
    let mut y = HEAD;
    for bar in bars {
        #[expect(clippy::cast_possible_truncation, reason = "a part of the width")]
        let share = if longest > 0.0 { (bar.size / longest) as f32 } else { 0.0 };
        drawing.paragraph((MARGIN, y + 18.0), inner * 0.72, 1, Type::plain(15.0, colour::INK), &bar.label);
        let value = Type::plain(15.0, colour::INK).bold().at(Anchor::End);
        drawing.text((WIDTH - MARGIN, y + 18.0), value, &format!("= {}", bar.value));
        drawing.rect((MARGIN, y + 26.0), (inner, 10.0), colour::TRACK);
        drawing.rect((MARGIN, y + 26.0), (inner * share, 10.0), colour::BAR);
        y += ROW;
    }
    source(&mut drawing, lang, height);
    drawing
}

/// Who drew it.
pub(super) fn source(drawing: &mut Drawing, lang: Language, height: f32) {
    let words = format!("{} · {}", lang.t("portal-name"), lang.t("footer-what"));
    drawing.text((MARGIN, height - 16.0), Type::plain(12.0, colour::SOFT), &words);
}

/// Label, rows and sum to the last đồng.
pub(super) fn table(lang: Language, what: &str, bars: &[Bar]) -> Vec<Vec<String>> {
    let head = vec![what.to_owned(), lang.t("column-rows"), lang.t("column-sum")];
    let rows = bars.iter().map(|bar| vec![bar.label.clone(), bar.rows.clone(), bar.exact.clone()]);
    std::iter::once(head).chain(rows).collect()
}
