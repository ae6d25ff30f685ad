//! Which count and which rate state one result together?

use std::sync::LazyLock;

use crate::text::pattern::Regex;

use crate::text::number::{Figure, FigureKind};

/// What leads from a count to its rate: "… đạt tỷ lệ", ", chiếm", "tương đương".
static LEADS_TO_RATE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)(?:(?:đạt|chiếm|với|có)\s+(?:tỷ|tỉ)\s+lệ|(?:tỷ|tỉ)\s+lệ(?:\s+(?:đạt|là|chiếm))?|tương\s+đương(?:\s+với)?|tương\s+ứng(?:\s+với)?|chiếm|đạt)\s*:?\s*$",
    )
    .expect("the pattern before a rate compiles")
});

/// A word that begins another measure.
static OTHER_MEASURE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:(?:tỷ|tỉ)\s+(?:lệ|trọng)\s+\p{L}+|số\s+lượng|tổng\s+số|trong\s+đó|bình\s+quân)")
        .expect("the pattern of other measures compiles")
});

/// Words between a count and its rate, at most.
const REACH: usize = 60;

/// Figures with the count that belongs to each rate; `open` is the sentence with its
/// brackets closed, whose first byte is byte `base` of the text.
pub(super) fn pairs(open: &str, base: usize, figures: Vec<Figure>) -> Vec<(Figure, Option<Figure>)> {
    let mut out: Vec<(Figure, Option<Figure>)> = Vec::with_capacity(figures.len());
    for figure in figures {
        let count = out.pop_if(|(before, count)| count.is_none() && belongs(open, base, before, &figure));
        out.push((figure, count.map(|(count, _)| count)));
    }
    out
}

fn belongs(open: &str, base: usize, count: &Figure, rate: &Figure) -> bool {
    if count.kind != FigureKind::Count || rate.kind != FigureKind::Percent || rate.start() < count.end() {
        return false;
    }
    let between = &open[count.end() - base..rate.start() - base];
    if between.contains([';', ':']) || between.split_whitespace().count() > REACH {
        return false;
    }
    let Some(lead) = LEADS_TO_RATE.find(between) else { return false };
    let said = &between[..lead.start()];
    if OTHER_MEASURE.is_match(said) {
        return false;
    }
    let names_a_rate = lead.as_str().to_lowercase().contains("lệ");
    count.denominator.is_some() || names_a_rate || !said.contains(',')
}
