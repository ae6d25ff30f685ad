//! What is every engine asked, and how does its own syntax say it?
//!
//! Words are all wanted, `"…"` is a phrase, `OR` parts the whole query, `-` shuts out:
//! the portal takes a query as it is typed, and so does PostgreSQL's `websearch_to_tsquery`.
//! SQLite and bare tantivy have what was typed put into their own terms.

/// One query of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Asked {
    /// As typed.
    pub(crate) typed: String,
    /// Which kind it stands for.
    pub(crate) kind: &'static str,
    /// Alternatives, each with all that must be found: a word, or a phrase of several.
    pub(crate) alternatives: Vec<Vec<Vec<String>>>,
    /// What must not be found.
    pub(crate) without: Vec<Vec<String>>,
}

/// The list, in its order.
pub(crate) fn queries() -> Vec<Asked> {
    let mut kind = "";
    let mut found = Vec::new();
    for line in include_str!("queries.txt").lines() {
        match line.strip_prefix("# ") {
            Some(name) => kind = name,
            None => found.push(Asked::new(line, kind)),
        }
    }
    found
}

impl Asked {
    fn new(typed: &str, kind: &'static str) -> Self {
        let mut asked =
            Self { typed: typed.to_owned(), kind, alternatives: vec![Vec::new()], without: Vec::new() };
        let mut rest = typed;
        while !rest.is_empty() {
            let negated = rest.starts_with('-');
            let body = rest.strip_prefix('-').unwrap_or(rest);
            let (piece, after) = match body.strip_prefix('"') {
                Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
                None => body.split_once(' ').unwrap_or((body, "")),
            };
            rest = after.trim_start();
            if piece == "OR" {
                asked.alternatives.push(Vec::new());
                continue;
            }
            let words = piece.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
            let words: Vec<String> = words.map(str::to_owned).collect();
            let clauses = if negated { Some(&mut asked.without) } else { asked.alternatives.last_mut() };
            clauses.filter(|_| !words.is_empty()).into_iter().for_each(|clauses| clauses.push(words.clone()));
        }
        asked
    }

    /// In SQLite's FTS5 syntax.
    pub(crate) fn fts5(&self) -> String {
        let phrase = |words: &Vec<String>| format!("\"{}\"", words.join(" "));
        let all = |clauses: &Vec<Vec<String>>| clauses.iter().map(phrase).collect::<Vec<_>>().join(" AND ");
        let wanted: Vec<String> =
            self.alternatives.iter().map(|clauses| format!("({})", all(clauses))).collect();
        let wanted = wanted.join(" OR ");
        self.without.iter().fold(wanted, |query, words| format!("({query}) NOT {}", phrase(words)))
    }

    /// The same query with a word shut out that no text holds: another question to a cache,
    /// the same answer.
    pub(crate) fn unlike_any(&self, number: u64) -> String {
        format!("{} -khongdauco{number}", self.typed)
    }
}
