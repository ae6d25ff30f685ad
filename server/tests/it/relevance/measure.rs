//! How good is an order of passages, given their grades?

use std::{collections::HashMap, fmt};

use super::{
    judged::{ANSWERS_IN_PART, Need},
    place::Place,
};

/// Of one need.
pub(crate) struct Figures {
    need: String,
    query: String,
    ndcg_at_10: f64,
    recall_at_50: f64,
    /// Grades of the first ten.
    first: Vec<u8>,
    /// Passages that answer and are not among the first fifty.
    missed: Vec<String>,
}

/// Over all needs.
pub(crate) struct Mean {
    pub(crate) ndcg_at_10: f64,
    pub(crate) recall_at_50: f64,
}

impl Figures {
    pub(crate) fn new(need: &Need, answers: &[Place], grades: HashMap<&Place, u8>) -> Self {
        let first: Vec<u8> =
            answers.iter().take(10).map(|place| grades.get(place).copied().unwrap_or(0)).collect();
        let mut ideal: Vec<u8> = grades.values().copied().collect();
        ideal.sort_unstable_by(|a, b| b.cmp(a));
        ideal.truncate(10);
        let wanted = grades.into_iter().filter(|(_, grade)| *grade >= ANSWERS_IN_PART);
        let shown = &answers[..answers.len().min(50)];
        let (found, missed): (Vec<&Place>, Vec<&Place>) =
            wanted.map(|(place, _)| place).partition(|place| shown.contains(place));
        let (found, missed_count) = (count(&found), count(&missed));
        Self {
            need: need.id.clone(),
            query: need.query.clone(),
            ndcg_at_10: gain(&first) / gain(&ideal),
            recall_at_50: found / (found + missed_count),
            first,
            missed: missed.into_iter().map(Place::to_string).collect(),
        }
    }
}

impl Mean {
    pub(crate) fn of(figures: &[Figures]) -> Self {
        let mean = |of: fn(&Figures) -> f64| figures.iter().map(of).sum::<f64>() / count(figures);
        Self { ndcg_at_10: mean(|one| one.ndcg_at_10), recall_at_50: mean(|one| one.recall_at_50) }
    }
}

/// The needs with the lowest figures, a line each.
pub(crate) fn worst(figures: &[Figures], shown: usize) -> String {
    let mut by_worth: Vec<&Figures> = figures.iter().collect();
    by_worth.sort_by(|a, b| (a.ndcg_at_10 + a.recall_at_50).total_cmp(&(b.ndcg_at_10 + b.recall_at_50)));
    by_worth.iter().take(shown).map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// Discounted cumulative gain: twice as good by grade, less by the logarithm of the rank.
fn gain(grades: &[u8]) -> f64 {
    grades
        .iter()
        .zip(2_u32..)
        .map(|(grade, rank)| (2_f64.powi(i32::from(*grade)) - 1.0) / f64::from(rank).log2())
        .fold(0.0, |sum, gain| sum + gain)
}

fn count<T>(of: &[T]) -> f64 {
    f64::from(u32::try_from(of.len()).expect("a count that fits"))
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { need, query, ndcg_at_10, recall_at_50, first, missed } = self;
        write!(f, "{need} nDCG@10 {ndcg_at_10:.3} recall@50 {recall_at_50:.3} {first:?} {query}")?;
        if missed.is_empty() { Ok(()) } else { write!(f, "; missed: {}", missed.join(", ")) }
    }
}

impl fmt::Display for Mean {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "mean nDCG@10 {:.3}, recall@50 {:.3}", self.ndcg_at_10, self.recall_at_50)
    }
}

#[test]
fn the_best_order_is_worth_one_and_a_worse_one_less() {
    let place = |n: usize| Place { plan: "p".to_owned(), anchor: format!("b-{n}") };
    let places = [place(0), place(1), place(2)];
    let grades = || HashMap::from([(&places[0], 3), (&places[1], 1)]);
    let need = Need { id: "n".to_owned(), query: "q".to_owned() };
    let of = |answers: &[Place]| {
        let figures = Figures::new(&need, answers, grades());
        (figures.ndcg_at_10, figures.recall_at_50)
    };
    assert_eq!(of(&places), (1.0, 1.0));
    // By hand: 7 / log2(3) + 1 / log2(4) over 7 / log2(2) + 1 / log2(3).
    let second = of(&[places[2].clone(), places[0].clone(), places[1].clone()]);
    assert!((second.0 - 0.644_287).abs() < 1e-6 && second.1 > 0.999, "{second:?}");
    assert!(of(&places[1..]).1 < 1e-9);
    assert_eq!(of(&[]), (0.0, 0.0));
}
