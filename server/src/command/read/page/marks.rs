//! What does a mark in the text say, and where does it lead?

use std::collections::HashMap;

use super::{class, markup::escaped};
use crate::command::read::report::{Report, Sort};

/// What is known of everything that is marked, by its id.
pub(super) struct Marks {
    known: HashMap<String, Mark>,
}

struct Mark {
    sort: Sort,
    /// "C3".
    name: String,
    /// What was read.
    words: String,
}

impl Marks {
    pub(super) fn of(report: &Report) -> Self {
        let mut known = HashMap::new();
        for kind in &report.kinds {
            for item in &kind.items {
                let words = format!("{}: {}", kind.sort.name(), item.words);
                known.insert(item.id.clone(), Mark { sort: kind.sort, name: item.mark.clone(), words });
            }
        }
        for item in &report.passed.items {
            let reason = item.reason.as_deref().unwrap_or("chưa rõ vì sao");
            let words = format!("Bỏ qua: {} ({reason})", item.numbers.join(", "));
            known.insert(item.id.clone(), Mark { sort: Sort::Passed, name: item.mark.clone(), words });
        }
        Self { known }
    }

    /// The words of a stretch with the marks of its records around them.
    pub(super) fn marked(&self, records: &[String], words: &str) -> String {
        let of: Vec<&Mark> = records.iter().filter_map(|id| self.known.get(id)).collect();
        // What was read says more than what was passed over or the goal around it.
        let rank = |mark: &&&Mark| match mark.sort {
            Sort::Passed => 2,
            Sort::Objective => 1,
            _ => 0,
        };
        let Some(first) = of.iter().min_by_key(rank) else { return words.to_owned() };
        let titles: Vec<String> = of.iter().map(|mark| format!("{} – {}", mark.name, mark.words)).collect();
        format!(
            "<mark class=\"{}\" title=\"{}\">{words}</mark>",
            class(first.sort),
            escaped(&titles.join(" | "))
        )
    }

    /// The small marks that lead to the records that begin here.
    pub(super) fn tags(&self, begins: &[String]) -> String {
        begins.iter().map(|id| self.tag(id)).collect()
    }

    fn tag(&self, id: &str) -> String {
        let Some(mark) = self.known.get(id) else { return String::new() };
        format!(
            "<a class=\"tag {}\" id=\"r-{id}\" href=\"#m-{id}\" title=\"{title}\" aria-label=\"{name}, về bản ghi\">{name}</a>",
            class(mark.sort),
            title = escaped(&mark.words),
            name = escaped(&mark.name),
        )
    }
}
