//! How do a text's words enter the index?
//!
//! Both forms of a word stand at the same position of one field: the folded form
//! plain ("so"), the exact form behind "=" ("=số"). So a phrase may mix words typed
//! with and without marks, and positions agree.

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use super::word::{Form, words};

/// Name under which the tokenizer is registered with an index.
pub(super) const TOKENIZER: &str = "vietnamese";

/// Sign in front of an exact form; no word contains it.
const EXACT: char = '=';

/// The index term of a form: exact if marks count, else folded.
pub(super) fn term_text(form: &Form, exact: bool) -> String {
    if exact { format!("{EXACT}{}", form.exact) } else { form.folded.clone() }
}

/// The exact word of an index term, if it is one.
pub(super) fn exact_word(term: &str) -> Option<&str> {
    term.strip_prefix(EXACT)
}

/// Vietnamese analysis for tantivy.
#[derive(Clone, Debug, Default)]
pub(super) struct VietnameseTokenizer {
    token: Token,
}

/// The tokens of one text.
#[derive(Debug)]
pub(super) struct WordTokens<'a> {
    tokens: std::vec::IntoIter<(usize, String)>,
    token: &'a mut Token,
}

impl Tokenizer for VietnameseTokenizer {
    type TokenStream<'a> = WordTokens<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> WordTokens<'a> {
        self.token.reset();
        WordTokens { tokens: tokens(text).into_iter(), token: &mut self.token }
    }
}

impl TokenStream for WordTokens<'_> {
    fn advance(&mut self) -> bool {
        let Some((position, text)) = self.tokens.next() else { return false };
        // Places in the text are worked out by `word::words` where they are needed.
        *self.token = Token { position, text, ..Token::default() };
        true
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}

fn tokens(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (position, word) in words(text).iter().enumerate() {
        for form in std::iter::once(&word.form).chain(word.joined.iter().map(|joined| &joined.form)) {
            found.push((position, term_text(form, false)));
            found.push((position, term_text(form, true)));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_stand_at_one_position() {
        let expected = [(0, "so"), (0, "=số"), (1, "hoa"), (1, "=hóa")];
        assert_eq!(tokens("Số hoá"), expected.map(|(at, text)| (at, text.to_owned())));
    }

    #[test]
    fn a_joined_number_stands_at_its_first_part() {
        let found = tokens("43/2011");
        assert!(found.contains(&(0, "43/2011".to_owned())) && found.contains(&(1, "2011".to_owned())));
    }
}
