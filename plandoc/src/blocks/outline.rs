//! How do headings nest, and how is each section cited?

use std::collections::HashMap;

use super::{
    Section, SectionRole,
    numbering::Mark,
    role::{role_of, year_in},
};
use crate::span::CharRange;

/// Sections as their headings come in, and which of them are still open.
#[derive(Default)]
pub(super) struct Outline {
    pub(super) sections: Vec<Section>,
    open: Vec<Open>,
    /// How often each label was given.
    given: HashMap<String, usize>,
    /// How many sections without a number each section holds.
    unnumbered: HashMap<Option<usize>, usize>,
}

struct Open {
    section: usize,
    rank: u32,
    mark: Option<Mark>,
}

/// Rank of a heading without a number; Markdown's hashes are added to it.
const UNNUMBERED: u32 = 30;

impl Outline {
    /// Index of the innermost open section.
    pub(super) fn current(&self) -> Option<usize> {
        self.open.last().map(|open| open.section)
    }

    /// The innermost open section itself.
    pub(super) fn current_section(&self) -> Option<&Section> {
        self.current().map(|index| &self.sections[index])
    }

    /// Whether a lettered section ("a)") is open.
    pub(super) fn in_lettered(&self) -> bool {
        self.open.iter().any(|open| matches!(open.mark, Some(Mark::Lower(_))))
    }

    /// Closes an open lettered section, as an item that continues its letters does.
    pub(super) fn close_lettered(&mut self) {
        if let Some(at) = self.open.iter().position(|open| matches!(open.mark, Some(Mark::Lower(_)))) {
            self.open.truncate(at);
        }
    }

    /// Number of the last Roman heading at the open place, for telling what follows it.
    pub(super) fn last_roman(&self) -> Option<u32> {
        self.open.iter().rev().find_map(|open| match open.mark {
            Some(Mark::Roman(value)) => Some(value),
            _ => None,
        })
    }

    /// Opens the section of a heading and returns its index.
    ///
    /// `title` is the heading as printed, `words` what stands after its number.
    pub(super) fn push(
        &mut self,
        mark: Option<Mark>,
        hashes: u8,
        title: String,
        words: &str,
        range: CharRange,
    ) -> usize {
        let rank = mark.as_ref().map_or(UNNUMBERED + u32::from(hashes), rank);
        while self.open.last().is_some_and(|open| open.rank >= rank) {
            self.open.pop();
        }
        if let Some(Mark::Dotted(parts)) = &mark {
            self.close_other_numbers(parts);
        }
        let parent = self.current();
        let above = parent.map(|index| &self.sections[index]);
        let level = above.map_or(1, |section| section.level.saturating_add(1));
        let role = self.role(mark.as_ref(), words, parent);
        let label = self.label(mark.as_ref(), parent);
        let year = year_in(&title);
        self.sections.push(Section { label, title, level, parent, role, year, range });
        let section = self.sections.len() - 1;
        self.open.push(Open { section, rank, mark });
        section
    }

    /// Takes in a title that stands on the lines after the heading ("Phần I", "KẾT QUẢ …").
    pub(super) fn extend_title(&mut self, section: usize, title: String, words: &str, end: usize) {
        let role = self.role(self.mark_of(section).cloned().as_ref(), words, self.sections[section].parent);
        let section = &mut self.sections[section];
        section.year = year_in(&title);
        section.title = title;
        section.range = CharRange::new(section.range.start, end.max(section.range.start));
        if section.role == SectionRole::Other {
            section.role = role;
        }
    }

    fn mark_of(&self, section: usize) -> Option<&Mark> {
        self.open.iter().find(|open| open.section == section).and_then(|open| open.mark.as_ref())
    }

    /// "2.1" does not stand under an open "1.": such numbers are closed.
    fn close_other_numbers(&mut self, parts: &[u32]) {
        let fits = |open: &Open| match &open.mark {
            Some(Mark::Arabic(value)) => parts.first() == Some(value),
            Some(Mark::Dotted(outer)) => parts.starts_with(outer),
            _ => true,
        };
        if let Some(at) = self.open.iter().position(|open| !fits(open)) {
            self.open.truncate(at);
        }
    }

    fn role(&self, mark: Option<&Mark>, words: &str, parent: Option<usize>) -> SectionRole {
        if let Some(Mark::Annex { .. }) = mark {
            return SectionRole::Annex;
        }
        let Some(parent) = parent else { return role_of(words, None) };
        let above = self.sections[parent].role;
        let in_part = matches!(self.mark_of(parent), Some(Mark::Part { .. } | Mark::Upper(_)));
        if in_part && !matches!(above, SectionRole::Results | SectionRole::Annex) {
            // A part holds the whole plan; its sections are as good as top ones.
            let own = role_of(words, None);
            return if own == SectionRole::Other { above } else { own };
        }
        role_of(words, Some(above))
    }

    fn label(&mut self, mark: Option<&Mark>, parent: Option<usize>) -> String {
        let piece = match mark {
            Some(Mark::Part { label, .. } | Mark::Annex { label }) => label.clone(),
            Some(Mark::Article(value)) => format!("Điều {value}"),
            Some(Mark::Upper(letter) | Mark::Lower(letter)) => letter.to_string(),
            Some(Mark::Roman(value)) => roman(*value),
            Some(Mark::Arabic(value)) => value.to_string(),
            Some(Mark::Dotted(parts)) => {
                let label = self.dotted_label(parts, parent);
                return self.unique(label);
            }
            None => {
                let count = self.unnumbered.entry(parent).or_default();
                *count += 1;
                format!("#{count}")
            }
        };
        let above = parent.map(|index| self.sections[index].label.as_str());
        let label = above.map_or_else(|| piece.clone(), |above| format!("{above}.{piece}"));
        self.unique(label)
    }

    /// "1.2" under "IV.1" is "IV.1.2", under "IV" it is "IV.1.2" as well.
    fn dotted_label(&self, parts: &[u32], parent: Option<usize>) -> String {
        let number = parts.iter().map(u32::to_string).collect::<Vec<_>>().join(".");
        let outer = parent.and_then(|mut index| {
            loop {
                match self.mark_of(index) {
                    Some(Mark::Arabic(_) | Mark::Dotted(_)) => index = self.sections[index].parent?,
                    _ => return Some(self.sections[index].label.as_str()),
                }
            }
        });
        outer.map_or_else(|| number.clone(), |outer| format!("{outer}.{number}"))
    }

    /// Numbering that restarts or repeats must not make two places one.
    fn unique(&mut self, label: String) -> String {
        let count = self.given.entry(label.clone()).or_default();
        *count += 1;
        if *count == 1 { label } else { format!("{label} ({count})") }
    }
}

fn rank(mark: &Mark) -> u32 {
    match mark {
        Mark::Annex { .. } => 0,
        Mark::Part { depth, .. } => u32::from(*depth),
        Mark::Upper(_) => 4,
        Mark::Article(_) | Mark::Roman(_) => 5,
        Mark::Arabic(_) => 6,
        Mark::Dotted(parts) => 5 + u32::try_from(parts.len()).unwrap_or(u32::MAX / 2).min(20),
        Mark::Lower(_) => 29,
    }
}

fn roman(value: u32) -> String {
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let ones = ONES[(value % 10) as usize];
    format!("{}{ones}", "X".repeat((value / 10) as usize))
}

#[cfg(test)]
mod tests {
    use super::{Mark, Outline};
    use crate::span::CharRange;

    fn labels(marks: Vec<Mark>) -> Vec<String> {
        let mut outline = Outline::default();
        for mark in marks {
            outline.push(Some(mark), 0, String::new(), "", CharRange::new(0, 0));
        }
        outline.sections.into_iter().map(|section| section.label).collect()
    }

    #[test]
    fn labels_are_paths() {
        let part = |label: &str| Mark::Part { label: label.into(), depth: 0 };
        assert_eq!(
            labels(vec![
                part("Phần I"),
                Mark::Roman(2),
                Mark::Arabic(1),
                Mark::Dotted(vec![1, 1]),
                Mark::Lower('a'),
                Mark::Dotted(vec![1, 2]),
                Mark::Arabic(2),
                Mark::Roman(3),
                part("Phần II"),
                Mark::Roman(1),
            ]),
            [
                "Phần I",
                "Phần I.II",
                "Phần I.II.1",
                "Phần I.II.1.1",
                "Phần I.II.1.1.a",
                "Phần I.II.1.2",
                "Phần I.II.2",
                "Phần I.III",
                "Phần II",
                "Phần II.I"
            ]
        );
    }

    #[test]
    fn numbers_that_repeat_or_carry_their_chapter_stay_apart() {
        assert_eq!(
            labels(vec![
                Mark::Roman(3),
                Mark::Dotted(vec![3, 1]),
                Mark::Roman(4),
                Mark::Arabic(6),
                Mark::Arabic(6)
            ]),
            ["III", "III.3.1", "IV", "IV.6", "IV.6 (2)"]
        );
    }
}
