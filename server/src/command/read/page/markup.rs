//! How does markup come about, and how are words of a document kept from being any?

/// The words with all that means something in HTML escaped, for text and for quoted attributes.
pub(super) fn escaped(words: &str) -> String {
    let mut safe = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\t' | '\n' => safe.push(' '),
            letter if letter.is_control() => safe.push('\u{fffd}'),
            letter => safe.push(letter),
        }
    }
    safe
}

/// What is shown of each, one after the other.
pub(super) fn each<T>(items: impl IntoIterator<Item = T>, shown: impl Fn(T) -> String) -> String {
    items.into_iter().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn nothing_of_a_document_is_markup() {
        assert_eq!(
            escaped("<script>alert(\"1\")</script> & 'x'\0"),
            "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;\u{fffd}"
        );
    }
}
