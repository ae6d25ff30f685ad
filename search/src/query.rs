//! What does a search ask, once read?

use super::{
    condition::{Condition, Interval},
    word::{Form, form},
};

/// A word, or a joined number, that must be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Its forms.
    pub form: Form,
    /// Whether marks count. A word typed with marks means just that word.
    pub exact: bool,
    /// Words of the text that it covers: more than one for a joined number.
    pub words: usize,
}

impl Term {
    /// A word whose marks count if it has any.
    pub fn new(form: Form) -> Self {
        let exact = form.marked;
        Self { form, exact, words: 1 }
    }

    /// Whether this form is the term.
    pub fn is(&self, form: &Form) -> bool {
        if self.exact { self.form.exact == form.exact } else { self.form.folded == form.folded }
    }

    /// Whether this form begins like the term.
    pub fn begins(&self, form: &Form) -> bool {
        if self.exact {
            form.exact.starts_with(&self.form.exact)
        } else {
            form.folded.starts_with(&self.form.folded)
        }
    }
}

/// One thing that must hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clause {
    /// The text holds the word.
    Term(Term),
    /// The text holds a word that begins so.
    Prefix(Term),
    /// The text holds the words side by side in this order.
    Phrase(Vec<Term>),
    /// The text holds the words with no more than so many words' distance between in all.
    Near(Vec<Term>, u32),
    /// At least one of these holds, each with all of its clauses.
    Any(Vec<Vec<Clause>>),
    /// The text states an amount of money in this range, VND.
    Money(Interval),
    /// At least one of these facts holds.
    Facts(Vec<Condition>),
}

impl Clause {
    /// Words that it looks for.
    pub(super) fn words(&self) -> usize {
        match self {
            Self::Term(_) | Self::Prefix(_) | Self::Money(_) | Self::Facts(_) => 1,
            Self::Phrase(terms) | Self::Near(terms, _) => terms.len(),
            Self::Any(alternatives) => alternatives.iter().flatten().map(Self::words).sum(),
        }
    }

    /// Every word in it.
    fn terms_mut(&mut self) -> Vec<&mut Term> {
        match self {
            Self::Term(term) | Self::Prefix(term) => vec![term],
            Self::Phrase(terms) | Self::Near(terms, _) => terms.iter_mut().collect(),
            Self::Any(alternatives) => alternatives.iter_mut().flatten().flat_map(Self::terms_mut).collect(),
            Self::Money(_) | Self::Facts(_) => Vec::new(),
        }
    }

    fn counts_marks(&self) -> bool {
        match self {
            Self::Term(term) | Self::Prefix(term) => term.exact,
            Self::Phrase(terms) | Self::Near(terms, _) => terms.iter().any(|term| term.exact),
            Self::Any(alternatives) => alternatives.iter().flatten().any(Self::counts_marks),
            Self::Money(_) | Self::Facts(_) => false,
        }
    }
}

/// A search, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Alternatives, each a list of clauses that must all hold; none at all is "everything".
    pub alternatives: Vec<Vec<Clause>>,
    /// What must not hold.
    pub without: Vec<Clause>,
    /// What of the words typed was not understood.
    pub ignored: Vec<String>,
}

impl Query {
    /// Whether nothing is asked for or shut out.
    pub fn is_empty(&self) -> bool {
        self.alternatives.is_empty() && self.without.is_empty()
    }

    /// Whether something was typed in which nothing can be searched for.
    pub fn finds_nothing(&self) -> bool {
        self.is_empty() && !self.ignored.is_empty()
    }

    /// Whether any word's marks count.
    pub fn counts_marks(&self) -> bool {
        self.alternatives.iter().flatten().any(Clause::counts_marks)
    }

    /// The same search with no marks counting in what must hold.
    #[must_use]
    pub fn without_marks(&self) -> Self {
        let mut relaxed = self.clone();
        for term in relaxed.alternatives.iter_mut().flatten().flat_map(Clause::terms_mut) {
            term.exact = false;
        }
        relaxed
    }
}

/// A word of the language of queries as a term.
pub(super) fn term(word: &str) -> Term {
    Term::new(form(word))
}
