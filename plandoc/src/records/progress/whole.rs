//! Of which whole is a count the stated rate?

use super::draft::{Draft, Part};
use crate::text::number::FigureKind;

/// Slack of a printed rate beyond its own rounding, in points.
const SLACK: f64 = 0.05;

/// Most numbers of the passage that are looked at before a rate.
const MOST: usize = 200;

/// Gives each rate with a numerator but no denominator the nearest whole before it, in
/// the same passage, that yields the printed rate.
pub(super) fn find_wholes(drafts: &mut [Draft]) {
    for at in 0..drafts.len() {
        let (before, rest) = drafts.split_at_mut(at);
        let Some(draft) = rest.first_mut() else { continue };
        let (Some(numerator), None) = (&draft.numerator, &draft.denominator) else { continue };
        let rate = draft.value();
        if rate.kind != FigureKind::Percent || rate.value_max.is_some() {
            continue;
        }
        let tolerance = 0.5 * 10f64.powi(-i32::from(rate.decimals)) + SLACK;
        let yields = |whole: &Part| {
            whole.value >= numerator.value
                && whole.value > 0.0
                && (numerator.value / whole.value * 100.0 - rate.value).abs() <= tolerance
        };
        let whole = before.iter().rev().take(MOST).flat_map(wholes).find(yields);
        if let Some(whole) = whole {
            draft.denominator = Some(whole);
            draft.reckoned = true;
        }
    }
}

/// Numbers of a draft that another may be a share of.
fn wholes(draft: &Draft) -> impl Iterator<Item = Part> {
    let figure = &draft.statement.figure;
    let count = (figure.kind == FigureKind::Count && figure.denominator.is_none())
        .then(|| Part { value: figure.value, range: figure.digits.clone() });
    [draft.denominator.clone(), draft.numerator.clone(), count].into_iter().flatten()
}
