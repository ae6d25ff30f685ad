//! Which character does a sign of a symbol font show?

/// A sign of the fonts Symbol and Wingdings, which Word stores at F000 to F0FF.
pub(super) fn shown(sign: char, font: &str) -> char {
    let code = u32::from(sign);
    let low = if (0xf000..=0xf0ff).contains(&code) { code - 0xf000 } else { code };
    let wingdings = font.starts_with("Wingdings");
    match low {
        0x2d if code != low => '-',
        0x2b if code != low => '+',
        0xb7 if !wingdings => '•',
        0x6c | 0x9f if wingdings => '•',
        0xa7 | 0x6e if wingdings => '▪',
        0x71 | 0xa8 if wingdings => '□',
        0x76 if wingdings => '❖',
        0xd8 if wingdings => '➢',
        0xe0 | 0xf0 if wingdings => '→',
        0xfc if wingdings => '✓',
        0xfe if wingdings => '☑',
        0x6f | 0xa1 if wingdings => '○',
        0xae if font == "Symbol" => '→',
        0xb3 if font == "Symbol" => '≥',
        0xa3 if font == "Symbol" => '≤',
        0xb1 if font == "Symbol" => '±',
        0xb4 if font == "Symbol" => '×',
        _ => sign,
    }
}

/// The bullet that a level of a list shows.
pub(super) fn bullet(pattern: &str, font: &str) -> String {
    // Word draws its second bullet with the letter "o" of a typewriter font.
    if pattern == "o" && font.starts_with("Courier") {
        return "○".to_owned();
    }
    pattern.chars().map(|sign| shown(sign, font)).collect()
}
