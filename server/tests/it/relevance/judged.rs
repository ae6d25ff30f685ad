//! What is wanted, and which passages were judged to answer it?

use std::{collections::HashMap, path::Path};

use serde::Deserialize;

use super::place::Place;

/// The highest grade.
pub(crate) const ANSWERS: u8 = 3;

/// From this grade on a passage has to be found.
pub(crate) const ANSWERS_IN_PART: u8 = 2;

/// A set of needs with its judgements.
pub(crate) struct Files {
    pub(crate) needs: &'static str,
    pub(crate) judgements: &'static str,
    pub(crate) count: usize,
}

/// To work with.
pub(crate) const OPEN: Files = Files { needs: "needs.json", judgements: "judgements.tsv", count: 55 };

/// To look at once.
pub(crate) const SEALED: Files = Files { needs: "sealed.json", judgements: "sealed.tsv", count: 25 };

/// Something a person looks for.
#[derive(Debug, Deserialize)]
pub(crate) struct Need {
    pub(crate) id: String,
    /// What is typed.
    pub(crate) query: String,
}

/// A passage with its grade for a need.
#[derive(Debug)]
pub(crate) struct Judgement {
    pub(crate) need: String,
    pub(crate) grade: u8,
    pub(crate) place: Place,
    /// How the passage begins, by which it is known again should its anchor move.
    pub(crate) first_words: String,
}

/// Needs and judgements as read.
pub(crate) struct Judged {
    pub(crate) needs: Vec<Need>,
    pub(crate) judgements: Vec<Judgement>,
}

impl Judged {
    pub(crate) fn read(files: &Files) -> Self {
        let needs = serde_json::from_str(&text(files.needs)).expect(files.needs);
        let judgements = text(files.judgements).lines().skip(1).map(judgement).collect();
        Self { needs, judgements }
    }

    /// The passages of a need; what is not listed has grade 0.
    pub(crate) fn grades(&self, need: &Need) -> HashMap<&Place, u8> {
        let of_need = self.judgements.iter().filter(|judgement| judgement.need == need.id);
        of_need.map(|judgement| (&judgement.place, judgement.grade)).collect()
    }
}

fn text(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/relevance").join(file);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn judgement(line: &str) -> Judgement {
    let cells: Vec<&str> = line.split('\t').collect();
    let [need, grade, plan, anchor, first_words] = cells[..] else {
        panic!("need, grade, plan, anchor and first words expected: {line}")
    };
    Judgement {
        need: need.to_owned(),
        grade: grade.parse().unwrap_or_else(|error| panic!("{error}: {line}")),
        place: Place { plan: plan.to_owned(), anchor: anchor.to_owned() },
        first_words: first_words.to_owned(),
    }
}
