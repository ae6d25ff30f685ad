//! How are bars drawn, and which table stands behind them?

use app::{components::chart::Bar, i18n::Language};

use super::super::drawing::{Anchor, Drawing, Type, colour};

const WIDTH: f32 = 800.0;
const MARGIN: f32 = 24.0;
const ROW: f32 = 54.0;
/// Room for two lines of title and two of note.
const HEAD: f32 = 128.0;
const FOOT: f32 = 40.0;

/// Label above each bar, value right.
pub(super) fn drawn(lang: Language, title: &str, note: &str, bars: &[Bar]) -> Drawing {
    #[expect(clippy::cast_precision_loss, reason = "a few dozen rows")]
    let height = HEAD + ROW * bars.len() as f32 + FOOT;
    let mut drawing = Drawing::new(WIDTH, height, title);
    let whole = WIDTH - 2.0 * MARGIN;
    let below = drawing.paragraph((MARGIN, 40.0), whole, 2, Type::plain(20.0, colour::INK).bold(), title);
    drawing.paragraph((MARGIN, below), whole, 2, Type::plain(13.0, colour::SOFT), note);
    let longest = bars.iter().map(|bar| bar.size).fold(0.0, f64::max);
    let inner = WIDTH - 2.0 * MARGIN;
    let mut y = HEAD;
    for bar in bars {
        #[expect(clippy::cast_possible_truncation, reason = "a part of the width")]
        let share = if longest > 0.0 { (bar.size / longest) as f32 } else { 0.0 };
        drawing.paragraph((MARGIN, y + 18.0), inner * 0.72, 1, Type::plain(15.0, colour::INK), &bar.label);
        if bar.missing {
            missing(&mut drawing, bar, y);
            y += ROW;
            continue;
        }
        let value = Type::plain(15.0, colour::INK).bold().at(Anchor::End);
        drawing.text((WIDTH - MARGIN, y + 18.0), value, &format!("= {}", bar.value));
        drawing.rect((MARGIN, y + 26.0), (inner, 10.0), colour::TRACK);
        drawing.rect((MARGIN, y + 26.0), (inner * share, 10.0), colour::BAR);
        y += ROW;
    }
    source(&mut drawing, lang, height);
    drawing
}

/// What is not stated: a dotted line and the words for it, no bar of no length.
fn missing(drawing: &mut Drawing, bar: &Bar, y: f32) {
    let words = Type::plain(15.0, colour::SOFT).at(Anchor::End);
    drawing.text((WIDTH - MARGIN, y + 18.0), words, &bar.value);
    let mut x = MARGIN + 2.0;
    while x < WIDTH - MARGIN {
        drawing.dot((x, y + 31.0), 1.5, colour::SOFT, true);
        x += 9.0;
    }
}

/// Who drew it.
pub(super) fn source(drawing: &mut Drawing, lang: Language, height: f32) {
    let words = format!("{} · {}", lang.t("portal-name"), lang.t("footer-what"));
    drawing.text((MARGIN, height - 16.0), Type::plain(12.0, colour::SOFT), &words);
}

/// Label, rows and sum to the last đồng.
pub(super) fn table(lang: Language, what: &str, bars: &[Bar]) -> Vec<Vec<String>> {
    let head = vec![what.to_owned(), lang.t("column-rows"), lang.t("column-sum")];
    let sum = |bar: &Bar| if bar.missing { bar.value.clone() } else { bar.exact.clone() };
    let rows = bars.iter().map(|bar| vec![bar.label.clone(), bar.rows.clone(), sum(bar)]);
    std::iter::once(head).chain(rows).collect()
}
