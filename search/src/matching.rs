//! Does a text hold what is asked, and which of its words are it?
//!
//! The same question that the index answers for all texts at once, asked of one
//! text in memory, to mark snippets and the reader. Both must agree: a test holds
//! them to it.
//!
//! Of several words asked for together, one is marked where it stands beside its
//! neighbour in the query; only if it stands nowhere so, wherever it stands. So
//! "so hoa" marks "số hóa" and leaves "Sở" alone in the same sentence.

use std::ops::Range;

use super::{
    amount,
    condition::Interval,
    facts::Facts,
    query::{Clause, Query, Term},
    word::Word,
};

impl Query {
    /// The words that were asked for, in order and without overlap; `None` if the
    /// text is not what is asked for.
    pub fn find(&self, words: &[Word], facts: &Facts) -> Option<Vec<Range<usize>>> {
        if self.without.iter().any(|clause| spans(clause, words, facts).is_some()) {
            return None;
        }
        if self.finds_nothing() {
            return None;
        }
        if self.alternatives.is_empty() {
            return Some(Vec::new());
        }
        let mut marks = Vec::new();
        let mut held = false;
        for alternative in &self.alternatives {
            if let Some(found) = spans_of_all(alternative, words, facts) {
                held = true;
                marks.extend(found);
            }
        }
        held.then(|| merged(marks))
    }

    /// Wherever any of the words stands, asked for together or not.
    pub fn find_any(&self, words: &[Word]) -> Vec<Range<usize>> {
        let mut marks = Vec::new();
        for clause in self.alternatives.iter().flatten() {
            marks.extend(spans(clause, words, &Facts::default()).unwrap_or_default());
        }
        merged(marks)
    }
}

/// The spans of all clauses, if every one holds.
fn spans_of_all(clauses: &[Clause], words: &[Word], facts: &Facts) -> Option<Vec<Range<usize>>> {
    let per_clause: Vec<Vec<Range<usize>>> =
        clauses.iter().map(|clause| spans(clause, words, facts)).collect::<Option<_>>()?;
    let mut marks = Vec::new();
    for (at, clause) in clauses.iter().enumerate() {
        if !matches!(clause, Clause::Term(_)) {
            marks.extend(per_clause[at].iter().cloned());
            continue;
        }
        let before = at.checked_sub(1).filter(|&i| matches!(clauses[i], Clause::Term(_)));
        let after = Some(at + 1).filter(|&i| matches!(clauses.get(i), Some(Clause::Term(_))));
        let beside = |span: &Range<usize>| {
            before.is_some_and(|i| per_clause[i].iter().any(|other| other.end == span.start))
                || after.is_some_and(|i| per_clause[i].iter().any(|other| other.start == span.end))
        };
        let paired: Vec<Range<usize>> = per_clause[at].iter().filter(|span| beside(span)).cloned().collect();
        marks.extend(if paired.is_empty() { per_clause[at].clone() } else { paired });
    }
    Some(marks)
}

/// Where a clause holds; `None` if it does not.
fn spans(clause: &Clause, words: &[Word], facts: &Facts) -> Option<Vec<Range<usize>>> {
    let found: Vec<Range<usize>> = match clause {
        Clause::Term(term) => (0..words.len()).filter_map(|at| term_at(term, words, at)).collect(),
        Clause::Phrase(terms) => (0..words.len()).filter_map(|at| phrase_at(terms, words, at)).collect(),
        Clause::Any(alternatives) => {
            let held: Vec<_> =
                alternatives.iter().filter_map(|all| spans_of_all(all, words, facts)).collect();
            return (!held.is_empty()).then(|| held.concat());
        }
        Clause::Prefix(term) => {
            (0..words.len()).filter(|&at| term.begins(&words[at].form)).map(|at| at..at + 1).collect()
        }
        Clause::Near(terms, distance) => near(terms, words, *distance),
        Clause::Facts(any) => return any.iter().any(|condition| condition.holds(facts)).then(Vec::new),
        Clause::Money(range) => {
            let stated = facts.money.iter().any(|amount| range.holds(*amount));
            return stated.then(|| money(*range, words, facts));
        }
    };
    (!found.is_empty()).then_some(found)
}

fn term_at(term: &Term, words: &[Word], at: usize) -> Option<Range<usize>> {
    let word = words.get(at)?;
    if term.words == 1 {
        return term.is(&word.form).then_some(at..at + 1);
    }
    word.joined.iter().find(|joined| term.is(&joined.form)).map(|joined| at..at + joined.words)
}

fn phrase_at(terms: &[Term], words: &[Word], start: usize) -> Option<Range<usize>> {
    let mut at = start;
    for term in terms {
        at = term_at(term, words, at)?.end;
    }
    Some(start..at)
}

/// The words of a clause where they stand no further apart than `distance` words in all,
/// counted from where each would stand in a phrase.
fn near(terms: &[Term], words: &[Word], distance: u32) -> Vec<Range<usize>> {
    let places: Vec<Vec<Range<usize>>> = terms
        .iter()
        .map(|term| (0..words.len()).filter_map(|at| term_at(term, words, at)).collect())
        .collect();
    let mut found = Vec::new();
    for first in places.first().into_iter().flatten() {
        let mut run = vec![first.clone()];
        let mut left = usize::try_from(distance).unwrap_or(usize::MAX);
        for next in &places[1..] {
            let after = run.last().map_or(0, |last| last.end);
            let Some(nearest) = next.iter().min_by_key(|place| place.start.abs_diff(after)) else { break };
            let Some(rest) = left.checked_sub(nearest.start.abs_diff(after)) else { break };
            left = rest;
            run.push(nearest.clone());
        }
        if run.len() == terms.len() {
            found.extend(run);
        }
    }
    found
}

/// Where an amount in the range is printed: a number with its unit, or a number of a table whose
/// unit stands elsewhere and that the text's facts know as such an amount.
fn money(range: Interval, words: &[Word], facts: &Facts) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let number = &word.form.exact;
        if !number.starts_with(|c: char| c.is_ascii_digit()) {
            continue;
        }
        let unit = words.get(at + 1).and_then(|next| amount::unit(&next.form.folded));
        let of = |unit| amount::amount(number, unit);
        let known = |unit| {
            let printed: Option<Interval> = of(unit);
            let amounts = facts.money.iter().filter(|amount| range.holds(**amount));
            printed.is_some_and(|printed| amounts.into_iter().any(|amount| printed.holds(*amount)))
        };
        match unit {
            Some(unit) if known(unit) => found.push(at..at + 2),
            None if [1_000_000, 1_000, 1, 1_000_000_000].into_iter().any(known) => found.push(at..at + 1),
            _ => {}
        }
    }
    found
}

/// In order, what overlaps made one.
fn merged(mut marks: Vec<Range<usize>>) -> Vec<Range<usize>> {
    marks.sort_by_key(|mark| (mark.start, mark.end));
    let mut found: Vec<Range<usize>> = Vec::with_capacity(marks.len());
    for mark in marks {
        match found.last_mut() {
            Some(last) if mark.start < last.end => last.end = last.end.max(mark.end),
            _ => found.push(mark),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::word::words;

    /// The marked words of a text, each stretch in brackets; `None` if it is not found.
    fn marked(query: &str, text: &str) -> Option<String> {
        let words = words(text);
        let marks = Query::parse(query).find(&words, &Facts::default())?;
        let shown = |at: usize| {
            let open = if marks.iter().any(|mark| mark.start == at) { "[" } else { "" };
            let close = if marks.iter().any(|mark| mark.end == at + 1) { "]" } else { "" };
            format!("{open}{}{close}", words[at].form.exact)
        };
        Some((0..words.len()).map(shown).collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn words_without_marks_find_all_marked_forms() {
        assert_eq!(marked("so hoa", "Sở số hóa hồ sơ").as_deref(), Some("sở [số] [hóa] hồ sơ"));
        assert_eq!(marked("so", "Sở số hóa").as_deref(), Some("[sở] [số] hóa"));
    }

    #[test]
    fn words_with_marks_find_only_themselves() {
        assert_eq!(marked("dòng", "đồng"), None);
        assert_eq!(marked("hoà", "Hòa bình").as_deref(), Some("[hòa] bình"));
    }

    #[test]
    fn words_that_stand_apart_are_still_marked() {
        assert_eq!(marked("hồ hóa", "số hóa các hồ sơ").as_deref(), Some("số [hóa] các [hồ] sơ"));
    }

    #[test]
    fn a_phrase_is_marked_as_one_and_only_where_it_stands() {
        assert_eq!(marked("\"một cửa\"", "cửa một cửa, một").as_deref(), Some("cửa [một cửa] một"));
        assert_eq!(marked("\"một cửa\"", "cửa một"), None);
    }

    #[test]
    fn numbers_are_found_whole_and_by_part() {
        let text = "Nghị định số 43/2011/NĐ-CP ngày 13/6/2011";
        for query in
            ["43/2011/NĐ-CP", "43/2011", "43", "NĐ-CP", "nghi dinh 43/2011", "\"số 43/2011/nd-cp ngày\""]
        {
            assert!(marked(query, text).is_some(), "{query}");
        }
        assert_eq!(marked("43/2012", text), None);
        assert_eq!(marked("20396", "tổng 20.396 triệu").as_deref(), Some("tổng [20.396] triệu"));
    }

    #[test]
    fn what_is_shut_out_is_not_found() {
        assert_eq!(marked("cấp -xã", "cấp xã"), None);
        assert!(marked("cấp -xã", "cấp tỉnh").is_some());
    }

    #[test]
    fn either_side_of_or_is_enough_and_both_are_marked() {
        assert_eq!(marked("số hóa OR dữ liệu", "dữ liệu").as_deref(), Some("[dữ] [liệu]"));
        assert_eq!(marked("số OR hóa", "số hóa").as_deref(), Some("[số] [hóa]"));
    }

    #[test]
    fn facts_hold_or_the_text_is_not_found() {
        let facts = Facts { province: Some("soc-trang".into()), years: vec![2019, 2020], ..Facts::default() };
        let found = |typed: &str, facts: &Facts| Query::parse(typed).find(&words("số hóa"), facts).is_some();
        assert!(found("tinh:soc-trang nam:2020", &facts) && found("số nam:>=2020", &facts));
        assert!(!found("số tinh:kien-giang", &facts) && !found("số nam:2020", &Facts::default()));
        assert!(!found("số -nam:2020", &facts));
    }

    #[test]
    fn words_that_begin_so_are_marked() {
        assert_eq!(marked("chuy*", "chuyển đổi chuyên môn").as_deref(), Some("[chuyển] đổi [chuyên] môn"));
        assert_eq!(marked("chuyể*", "chuyên môn"), None);
    }

    #[test]
    fn words_near_one_another_are_found_within_their_distance() {
        let text = "số hóa toàn bộ các hồ sơ";
        assert_eq!(marked("\"số hóa hồ sơ\"~3", text).as_deref(), Some("[số] [hóa] toàn bộ các [hồ] [sơ]"));
        assert_eq!(marked("\"số hóa hồ sơ\"~2", text), None);
    }
}
