//! Does a line go on with the one above it?

use super::line::Line;

/// A first line is set in by so many sizes of its letters.
const INDENT: f64 = 0.6;

/// Lines of one paragraph differ in size by less.
const SAME_SIZE: f64 = 0.08;

/// Whether a dash at the begin of a line stands inside a sentence: "kinh tế" / "- xã hội".
fn is_dash_inside(above: &str, line: &str) -> bool {
    let after = line.strip_prefix("- ").or_else(|| line.strip_prefix("– "));
    after.is_some_and(|words| words.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit()))
        && !above.ends_with(['.', ';', ':', ','])
}

/// Whether a line ends and the next one begins in the middle of a sentence; where letters were
/// recognised in a picture, a full line may end short of the margin.
fn breaks_off(above: &str, line: &str) -> bool {
    above.ends_with(|c: char| c.is_alphanumeric() || c == ',') && line.starts_with(char::is_lowercase)
}

/// Whether a line in capitals is followed by one that is not: a title ends.
fn ends_title(above: &str, line: &str) -> bool {
    let is_capital = |text: &str| !text.contains(char::is_lowercase) && text.contains(char::is_uppercase);
    is_capital(above) && above.contains(' ') && !is_capital(line)
}

/// Whether a line goes on with the one above: that one reached the margin, so that no
/// other word had room, and this one is not set in as a paragraph's first line is.
pub(super) fn goes_on(above: &Line, line: &Line, margin: f64) -> bool {
    let was_full = above.right + line.first_word + above.size * 0.3 > margin;
    let is_item = begins_item(&line.text) && !is_dash_inside(&above.text, &line.text);
    let is_set_in = line.left > above.left + line.size * INDENT && !begins_item(&above.text);
    let same_size = (above.size - line.size).abs() <= above.size * SAME_SIZE;
    let has_columns = above.text.contains('\t') || line.text.contains('\t');
    (was_full || breaks_off(&above.text, &line.text))
        && !is_item
        && !is_set_in
        && same_size
        && !has_columns
        && !ends_title(&above.text, &line.text)
}

/// "- ", "+ ", "a) ", "1. ", "II. ".
fn begins_item(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    let is_bullet = matches!(first, "-" | "+" | "•" | "–" | "*" | "▪" | "○" | "➢");
    let mark = first.trim_start_matches('(').trim_end_matches(['.', ')', ':', '/']);
    let is_mark = mark.len() < first.len()
        && mark.chars().count() <= 5
        && mark.split('.').all(|part| {
            part.bytes().all(|b| b.is_ascii_digit()) && part.len() <= 2
                || part.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
                || part.chars().count() == 1 && part.chars().all(char::is_lowercase)
        });
    is_bullet || is_mark && first.ends_with(['.', ')', '/'])
}
