//! How are words of an untrusted document put into one line?

/// The words on one line. What would move a terminal's cursor or turn the direction of what
/// follows is shown as a replacement character.
pub(super) fn printed(words: &str) -> String {
    let spaced: Vec<&str> = words.split_whitespace().collect();
    spaced.join(" ").chars().map(|letter| if disturbs(letter) { '\u{fffd}' } else { letter }).collect()
}

fn disturbs(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}')
}

/// Words in one line without the marks of layout that an export left in them.
pub(super) fn quoted(words: &str) -> String {
    let text = plandoc::span::Text::new(words.to_owned());
    let whole = plandoc::span::CharRange::new(0, text.len());
    printed(&plandoc::text::shadow::printed(&text, whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_move_the_cursor_is_replaced() {
        assert_eq!(printed("Sở\u{1b}[2J\tTTTT\u{202e}x"), "Sở\u{fffd}[2J TTTT\u{fffd}x");
        assert_eq!(quoted("**Đạt** <b>IV</b>\n\tdòng"), "Đạt IV dòng");
    }
}
