//! What may someone want who has typed this much?
//!
//! Held in memory and made anew with each revision. What was typed is looked for at
//! the beginning of every word of a suggestion, with or without marks. Of the last
//! word, which may not be finished, a tone may still be missing; a letter's own mark
//! may not ("đô" goes on to "đồng", "dong" to both, "dòng" only to itself).

use app::types::search::Suggestion;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use super::word::{Form, words};

/// What a suggestion leads to, in the order in which equals are offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum SuggestionKind {
    /// A province.
    Province,
    /// A plan.
    Plan,
    /// An agency.
    Agency,
    /// An indicator.
    Indicator,
    /// A legal document.
    Law,
    /// A turn of phrase or heading.
    Phrase,
}

impl SuggestionKind {
    fn word(self) -> &'static str {
        match self {
            Self::Province => "province",
            Self::Plan => "plan",
            Self::Agency => "agency",
            Self::Indicator => "indicator",
            Self::Law => "law",
            Self::Phrase => "phrase",
        }
    }
}

/// One thing to suggest.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// What it is.
    pub kind: SuggestionKind,
    /// What to search for.
    pub text: String,
    /// Path to go to at once.
    pub href: Option<String>,
    /// How often it stands in the plans.
    pub weight: u32,
}

/// Everything that can be suggested.
#[derive(Clone, Debug, Default)]
pub(super) struct Suggestions {
    entries: Vec<Prepared>,
    /// Folded words from each word of each entry on, sorted: (words, entry, word).
    beginnings: Vec<(String, usize, usize)>,
}

#[derive(Clone, Debug)]
struct Prepared {
    candidate: Candidate,
    forms: Vec<Form>,
}

impl Suggestions {
    /// Of candidates; of several with the same words, the first kind is kept.
    pub(super) fn new(mut candidates: Vec<Candidate>) -> Self {
        candidates.sort_by(|a, b| (a.kind, b.weight, &a.text).cmp(&(b.kind, a.weight, &b.text)));
        let mut seen = std::collections::HashSet::new();
        let mut suggestions = Self::default();
        for candidate in candidates {
            let forms: Vec<Form> = words(&candidate.text).into_iter().map(|word| word.form).collect();
            let folded: Vec<&str> = forms.iter().map(|form| form.folded.as_str()).collect();
            if folded.is_empty() || !seen.insert((candidate.href.is_some(), folded.join(" "))) {
                continue;
            }
            for start in 0..folded.len() {
                suggestions.beginnings.push((folded[start..].join(" "), suggestions.entries.len(), start));
            }
            suggestions.entries.push(Prepared { candidate, forms });
        }
        suggestions.beginnings.sort_unstable();
        suggestions
    }

    /// At most `limit` suggestions for what was typed so far.
    pub(super) fn for_typed(&self, typed: &str, limit: usize) -> Vec<Suggestion> {
        let finished = typed.ends_with(char::is_whitespace);
        let typed: Vec<Form> = words(typed).into_iter().map(|word| word.form).collect();
        if typed.is_empty() {
            return Vec::new();
        }
        let wanted = typed.iter().map(|form| form.folded.as_str()).collect::<Vec<_>>().join(" ");
        let from = self.beginnings.partition_point(|(words, ..)| words.as_str() < wanted.as_str());
        let mut found: Vec<(Fit, usize)> = Vec::new();
        for (words, entry, start) in &self.beginnings[from..] {
            if !words.starts_with(&wanted) {
                break;
            }
            let prepared = &self.entries[*entry];
            if let Some(spelling) = spelling(&typed, &prepared.forms[*start..], finished) {
                found.push((Fit { inside: *start > 0, spelling, rest: words.len() - wanted.len() }, *entry));
            }
        }
        let weight = |entry: usize| self.entries[entry].candidate.weight;
        let kind = |entry: usize| self.entries[entry].candidate.kind;
        found.sort_by(|(a, x), (b, y)| {
            (a.inside, a.spelling)
                .cmp(&(b.inside, b.spelling))
                .then(kind(*x).cmp(&kind(*y)))
                .then(weight(*y).cmp(&weight(*x)))
                .then(a.rest.cmp(&b.rest))
                .then(x.cmp(y))
        });
        let mut seen = std::collections::HashSet::new();
        found.retain(|(_, entry)| seen.insert(*entry));
        found.into_iter().take(limit).map(|(_, entry)| self.entries[entry].candidate.suggestion()).collect()
    }
}

impl Candidate {
    fn suggestion(&self) -> Suggestion {
        Suggestion { text: self.text.clone(), kind: self.kind.word().to_owned(), href: self.href.clone() }
    }
}

/// How well a suggestion fits what was typed.
#[derive(Clone, Copy, Debug)]
struct Fit {
    inside: bool,
    spelling: Spelling,
    rest: usize,
}

/// Whether the marks typed are those of the suggestion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Spelling {
    AsTyped,
    MoreMarks,
}

/// `None` if a mark was typed that the suggestion does not have.
fn spelling(typed: &[Form], found: &[Form], finished: bool) -> Option<Spelling> {
    let mut worst = Spelling::AsTyped;
    for (at, (typed_word, found_word)) in typed.iter().zip(found).enumerate() {
        let last = at + 1 == typed.len() && !finished;
        let as_typed = if last {
            found_word.exact.starts_with(&typed_word.exact)
        } else {
            found_word.exact == typed_word.exact
        };
        if as_typed {
            continue;
        }
        let fits = !typed_word.marked || (last && may_become(&typed_word.exact, &found_word.exact));
        if !fits {
            return None;
        }
        worst = Spelling::MoreMarks;
    }
    Some(worst)
}

/// Whether typing on can make the word of this beginning: letters as they are, tone
/// the same or still missing.
fn may_become(typed: &str, word: &str) -> bool {
    let (typed_letters, typed_tone) = without_tone(typed);
    let (letters, tone) = without_tone(word);
    letters.starts_with(&typed_letters) && (typed_tone.is_none() || typed_tone == tone)
}

/// The letters of a syllable with their own marks, and its tone.
fn without_tone(syllable: &str) -> (String, Option<char>) {
    let mut tone = None;
    let letters = syllable
        .nfd()
        .filter(|&c| {
            let is_tone = is_combining_mark(c)
                && matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
            if is_tone {
                tone = Some(c);
            }
            !is_tone
        })
        .nfc()
        .collect();
    (letters, tone)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn suggestions() -> Suggestions {
        let candidate = |kind, text: &str, weight| Candidate { kind, text: text.into(), href: None, weight };
        Suggestions::new(vec![
            candidate(SuggestionKind::Phrase, "số hóa hồ sơ", 9),
            candidate(SuggestionKind::Phrase, "Sở Thông tin và Truyền thông", 20),
            candidate(SuggestionKind::Phrase, "đồng bộ dữ liệu", 3),
            candidate(SuggestionKind::Phrase, "dòng tiền", 30),
            candidate(SuggestionKind::Province, "Sóc Trăng", 1),
            candidate(SuggestionKind::Law, "43/2011/NĐ-CP", 4),
        ])
    }

    fn texts(typed: &str) -> Vec<String> {
        suggestions().for_typed(typed, 5).into_iter().map(|suggestion| suggestion.text).collect()
    }

    #[test]
    fn beginnings_are_found_with_and_without_marks() {
        assert_eq!(texts("so"), ["Sóc Trăng", "Sở Thông tin và Truyền thông", "số hóa hồ sơ"]);
        assert_eq!(texts("số h"), ["số hóa hồ sơ"]);
        assert_eq!(texts("so hoa"), ["số hóa hồ sơ"]);
        assert_eq!(texts("SOC"), ["Sóc Trăng"]);
    }

    #[test]
    fn any_word_of_a_suggestion_may_begin() {
        assert_eq!(texts("trang"), ["Sóc Trăng"]);
        assert_eq!(texts("truyền th"), ["Sở Thông tin và Truyền thông"]);
    }

    #[test]
    fn typed_marks_part_words_that_only_folding_makes_alike() {
        assert_eq!(texts("dòng"), ["dòng tiền"]);
        assert_eq!(texts("đô"), ["đồng bộ dữ liệu"]);
        assert_eq!(texts("đông"), ["đồng bộ dữ liệu"]);
        assert!(texts("đông ").is_empty());
        assert_eq!(texts("dong").len(), 2);
    }

    #[test]
    fn document_numbers_are_suggested_from_their_first_part() {
        assert_eq!(texts("43/20"), ["43/2011/NĐ-CP"]);
    }

    #[test]
    fn nothing_typed_suggests_nothing_and_the_limit_holds() {
        assert!(texts("  ").is_empty());
        assert_eq!(suggestions().for_typed("so", 2).len(), 2);
    }
}
