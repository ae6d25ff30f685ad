//! Which text do letters in TCVN3 (ABC) stand for?
//!
//! TCVN3 has one byte for each small letter with its tone, and none for capitals with a
//! tone: those were set in a font whose small letters look like capitals (`.VnTimeH`). The
//! bytes of "KẾ HOẠCH" are "K", small "ế", "HO", small "ạ", "CH". Where the letters
//! around it are capitals, such a letter is one too, and so is one that begins a sentence or
//! the name of a people's committee; where nothing tells, it stays small.

use unicode_normalization::UnicodeNormalization;

/// Letters of the bytes A0 to FF; five of them are tones that follow their letter.
const LETTERS: &str = "\u{a0}ĂÂÊÔƠƯĐăâêôơưđẰ\
    \u{300}\u{309}\u{303}\u{301}\u{323}àảãáạẲằẳẵắẴ\
    ẮẦẨẪẤỀặầẩẫấậèỂẻẽ\
    éẹềểễếệìỉỄẾỒĩíịò\
    Ổỏõóọồổỗốộờởỡớợù\
    ỖủũúụừửữứựỳỷỹýỵỐ";

/// Converts text whose bytes are shown as windows-1252.
pub(super) fn convert(latin: &str) -> String {
    let letters: Vec<char> = LETTERS.chars().collect();
    let letter = |c: char| match u32::from(c).checked_sub(0xa0).and_then(|at| usize::try_from(at).ok()) {
        Some(at) => letters.get(at).copied().unwrap_or(c),
        None => c,
    };
    let plain: String = latin.chars().map(letter).nfc().collect();
    let lines: Vec<String> = plain.split('\n').map(with_capitals).collect();
    lines.join("\n")
}

/// What the letters of a word say of those without a capital of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Case {
    /// In capitals; whether one of them was written small.
    Capitals { restored: bool },
    /// In small letters, or with a capital at its beginning only.
    Small,
    /// One letter or none tells: "Kế", "ở".
    Open,
}

impl Case {
    fn of(word: &str) -> Self {
        let capitals = word.chars().filter(|c| c.is_uppercase()).count();
        let plain_small = word.chars().any(|c| c.is_ascii_lowercase());
        let marked_small = word.chars().any(char::is_lowercase);
        let first = word.starts_with(char::is_uppercase);
        if plain_small {
            Self::Small
        } else if capitals >= 2 || capitals == 1 && !first {
            Self::Capitals { restored: marked_small }
        } else {
            Self::Open
        }
    }

    fn is_capitals(self) -> bool {
        matches!(self, Self::Capitals { .. })
    }
}

/// A line with its small letters made capitals where their neighbours are.
fn with_capitals(line: &str) -> String {
    let pieces = pieces(line);
    let cases: Vec<Option<Case>> =
        pieces.iter().map(|piece| piece.starts_with(char::is_alphabetic).then(|| Case::of(piece))).collect();
    let whole = !cases.contains(&Some(Case::Small));
    let raised = |at: usize| {
        let neighbour = |found: Option<&Option<Case>>| found.copied().flatten();
        let told = |case: &&Option<Case>| case.is_some_and(|case| case != Case::Open);
        let before = neighbour(cases[..at].iter().rev().find(told));
        let after = neighbour(cases[at + 1..].iter().find(told));
        let sides = [before, after];
        let restored = Some(Case::Capitals { restored: true });
        // "(kèm KẾ HOẠCH": a capital right before a word in capitals.
        let begins = pieces[at].starts_with(char::is_uppercase)
            && neighbour(cases[at + 1..].iter().find(|case| case.is_some())) == restored;
        begins
            || sides.iter().flatten().all(|case| case.is_capitals())
                && (sides.contains(&restored) || whole && sides.iter().flatten().next().is_some())
    };
    pieces
        .iter()
        .enumerate()
        .map(|(at, piece)| match cases[at] {
            Some(Case::Capitals { .. }) => piece.to_uppercase(),
            Some(Case::Open) if raised(at) => piece.to_uppercase(),
            Some(_) if at > 0 && pieces[at - 1].ends_with(". ") => begun_with_capital(piece),
            _ => (*piece).to_owned(),
        })
        .collect::<String>()
        .replace("ủy ban nhân dân", "Ủy ban nhân dân")
}

/// A word that begins a sentence.
fn begun_with_capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// Words and what stands between them, in turn.
fn pieces(line: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut last = None;
    for (at, c) in line.char_indices() {
        let is_letter = c.is_alphabetic();
        if last.is_some_and(|last| last != is_letter) {
            found.push(&line[start..at]);
            start = at;
        }
        last = Some(is_letter);
    }
    found.push(&line[start..]);
    found
}
