//! Where do footnotes stand on a page that a word processor saved?

use html5gum::StartTag;

use super::element::attribute;

/// The mark that a link sets where a footnote is referred to.
pub(super) fn reference(tag: &StartTag<()>) -> Option<String> {
    let target = attribute(tag, "href")?;
    let digits = |prefix: &str| {
        let rest = target.strip_prefix('#')?.strip_prefix(prefix)?;
        let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        (end > 0 && matches!(&rest[end..], "" | "sym")).then(|| rest[..end].to_owned())
    };
    digits("sdfootnote").or_else(|| digits("_ftn"))
}

/// Whether a link leads from a footnote back to the text.
pub(super) fn is_way_back(tag: &StartTag<()>) -> bool {
    attribute(tag, "href").is_some_and(|target| {
        target.starts_with("#_ftnref") || target.starts_with("#sdfootnote") && target.ends_with("anc")
    })
}

/// The mark of the footnote that a part of the page holds.
pub(super) fn body(tag: &StartTag<()>) -> Option<String> {
    let id = attribute(tag, "id")?;
    let mark = id.strip_prefix("sdfootnote").or_else(|| id.strip_prefix("ftn"))?;
    (!mark.is_empty() && mark.bytes().all(|b| b.is_ascii_digit())).then(|| mark.to_owned())
}

/// Lines with each footnote set after the paragraph that refers to it, as exports to text
/// have them.
pub(super) fn placed(lines: Vec<String>, mut notes: Vec<(String, Vec<String>)>) -> Vec<String> {
    let mut placed = Vec::with_capacity(lines.len());
    for mut line in lines {
        let (referred, others) =
            notes.into_iter().partition(|(mark, _)| line.contains(&format!("[footnoteRef:{mark}]")));
        notes = others;
        for (mark, words) in referred {
            line.push_str(&bracketed(&mark, &words));
        }
        placed.push(line);
    }
    placed.extend(notes.iter().map(|(mark, words)| bracketed(mark, words).trim().to_owned()));
    placed
}

fn bracketed(mark: &str, words: &[String]) -> String {
    format!(" [{mark}:  {}]", words.join(" "))
}
