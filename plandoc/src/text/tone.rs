//! Which letter of a syllable carries its tone mark?
//!
//! "hoà" and "hòa" are one word spelt two ways, as are "uỷ" and "ủy"; "hoàn" and "quý" are
//! written one way only.

const PLAIN_O: [char; 2] = ['o', 'O'];
const PLAIN_U: [char; 2] = ['u', 'U'];
const TONED_O: [[char; 5]; 2] = [['ò', 'ó', 'ỏ', 'õ', 'ọ'], ['Ò', 'Ó', 'Ỏ', 'Õ', 'Ọ']];
const TONED_U: [[char; 5]; 2] = [['ù', 'ú', 'ủ', 'ũ', 'ụ'], ['Ù', 'Ú', 'Ủ', 'Ũ', 'Ụ']];
const TONED_SECOND: [([char; 5], char); 6] = [
    (['à', 'á', 'ả', 'ã', 'ạ'], 'a'),
    (['è', 'é', 'ẻ', 'ẽ', 'ẹ'], 'e'),
    (['ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ'], 'y'),
    (['À', 'Á', 'Ả', 'Ã', 'Ạ'], 'A'),
    (['È', 'É', 'Ẻ', 'Ẽ', 'Ẹ'], 'E'),
    (['Ỳ', 'Ý', 'Ỷ', 'Ỹ', 'Ỵ'], 'Y'),
];

/// Evened-out words with the tones of open syllables placed one way: "hoà" becomes "hòa".
pub(super) fn with_tones_placed(words: String) -> String {
    let mut placed = String::new();
    let mut done = 0;
    for at in vowels_before_marks(&words) {
        let mut rest = words[at..].chars();
        let (Some(first), Some(second)) = (rest.next(), rest.next()) else { continue };
        if rest.next().is_some_and(char::is_alphabetic) {
            continue;
        }
        let after_q = words[..at].ends_with(['q', 'Q']);
        if let Some((first, bare)) = moved_tone(first, second, after_q) {
            placed.push_str(&words[done..at]);
            placed.extend([first, bare]);
            done = at + 1 + second.len_utf8();
        }
    }
    if done == 0 {
        return words;
    }
    placed.push_str(&words[done..]);
    placed
}

/// Bytes at which an "o" or "u" stands before a letter that is not plain ASCII.
fn vowels_before_marks(words: &str) -> impl Iterator<Item = usize> {
    let pairs = words.as_bytes().windows(2).enumerate();
    pairs
        .filter(|(_, pair)| !pair[1].is_ascii() && matches!(pair[0], b'o' | b'O' | b'u' | b'U'))
        .map(|(at, _)| at)
}

fn moved_tone(first: char, second: char, after_q: bool) -> Option<(char, char)> {
    let (tone, bare) = TONED_SECOND
        .iter()
        .find_map(|(row, bare)| row.iter().position(|&c| c == second).map(|tone| (tone, *bare)))?;
    let with_y = matches!(bare, 'y' | 'Y');
    if let Some(case) = PLAIN_O.iter().position(|&c| c == first)
        && !with_y
    {
        return Some((TONED_O[case][tone], bare));
    }
    if let Some(case) = PLAIN_U.iter().position(|&c| c == first)
        && with_y
        && !after_q
    {
        return Some((TONED_U[case][tone], bare));
    }
    None
}
