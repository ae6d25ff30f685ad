//! Is this Vietnamese in an encoding from before Unicode, and in which?
//!
//! The commonest syllables of administrative Vietnamese have unmistakable letters in
//! each encoding; a file in which they come up again and again is told by them. Bytes
//! are looked at as the Western European letters that they would be (windows-1252), so
//! that text which somebody stored as those letters is told and converted alike.

use super::{tcvn3, viqr, vni, windows1258};
use crate::{decode::byte_pair, reading::ReadError};

/// An encoding from before Unicode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::decode) enum Legacy {
    Tcvn3,
    Vni,
    Windows1258,
    Viqr,
}

const ALL: [Legacy; 4] = [Legacy::Tcvn3, Legacy::Vni, Legacy::Windows1258, Legacy::Viqr];

/// One common syllable in so many letters is enough; running Vietnamese has one in fifteen
/// words, some 70 letters, and titles or lists fewer.
const LETTERS_PER_HIT: usize = 1200;

/// The next best encoding has at most one syllable for so many of the best one's.
const LEAD: usize = 4;

impl Legacy {
    pub(in crate::decode) fn name(self) -> &'static str {
        match self {
            Self::Tcvn3 => "TCVN3 (ABC)",
            Self::Vni => "VNI",
            Self::Windows1258 => "windows-1258",
            Self::Viqr => "VIQR",
        }
    }

    /// "được", "của", "các", "nước", "và", "nghệ", "một", "hoạch" as windows-1252 shows them.
    fn words(self) -> [&'static str; 8] {
        match self {
            Self::Tcvn3 => ["®\u{ad}îc", "cña", "c¸c", "n\u{ad}íc", "vµ", "nghö", "mét", "ho¹ch"],
            Self::Vni => ["ñöôïc", "cuûa", "caùc", "nöôùc", "vaø", "ngheä", "moät", "hoaïch"],
            Self::Windows1258 => ["ðýõòc", "cuòa", "các", "nýõìc", "và", "nghêò", "môòt", "hoaòch"],
            Self::Viqr => ["ddu+o+.c", "cu?a", "ca'c", "nu+o+'c", "va`", "nghe^.", "mo^.t", "hoa.ch"],
        }
    }

    /// The text in Unicode.
    pub(in crate::decode) fn convert(self, latin: &str) -> String {
        match self {
            Self::Tcvn3 => tcvn3::convert(latin),
            Self::Vni => vni::convert(latin),
            Self::Windows1258 => windows1258::convert(latin),
            Self::Viqr => viqr::convert(latin),
        }
    }

    fn advice(self) -> &'static str {
        match self {
            Self::Tcvn3 => "with UniKey: TCVN3 (ABC) to Unicode",
            Self::Vni => "with UniKey: VNI Windows to Unicode",
            Self::Windows1258 => "with `iconv -f WINDOWS-1258 -t UTF-8`",
            Self::Viqr => "with UniKey: VIQR to Unicode",
        }
    }
}

/// The encoding of bytes that are no UTF-8, seen as Western European letters. None where
/// nothing speaks for any; an error where it cannot be told for certain.
pub(super) fn of_latin(latin: &str) -> Result<Option<Legacy>, ReadError> {
    match best(latin) {
        (legacy, true, _) => Ok(Some(legacy)),
        (_, false, 0 | 1) => Ok(None),
        (legacy, false, _) => Err(ReadError::Encoding {
            encoding: legacy.name().to_owned(),
            advice: legacy.advice().to_owned(),
        }),
    }
}

/// The encoding of text that was stored as UTF-8 without being converted.
pub(in crate::decode) fn of_text(text: &str) -> Option<Legacy> {
    if is_plainly_modern(text) {
        return None;
    }
    // Vietnamese in Unicode has letters that no Western European text has.
    let is_modern = |c: &char| matches!(c, 'ă' | 'Ă' | 'đ' | 'Đ' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | '\u{300}'..='\u{323}' | '\u{1ea0}'..='\u{1ef9}');
    let (mut modern, mut western) = (0, 0);
    for c in text.chars().filter(|c| !c.is_ascii()) {
        modern += usize::from(is_modern(&c));
        western += usize::from(('\u{a1}'..='\u{ff}').contains(&c));
    }
    if modern > 0 && modern * 4 >= western {
        return None;
    }
    let (legacy, is_certain, _) = best(text);
    is_certain.then_some(legacy)
}

/// Whether the letters ă, đ, ơ and ư alone show that a text is in Unicode, whatever other
/// letters are in it: bytes are counted much faster than letters.
fn is_plainly_modern(text: &str) -> bool {
    let bytes = text.as_bytes();
    let modern = byte_pair::count(bytes, |one, next| {
        let a_or_d = one == 0xc4 && matches!(next, 0x82 | 0x83 | 0x90 | 0x91);
        a_or_d || one == 0xc6 && matches!(next, 0xa0 | 0xa1 | 0xaf | 0xb0)
    });
    // Western letters, U+00A1 to U+00FF, begin with the bytes c2 and c3.
    let western = byte_pair::count(bytes, |one, _| one & 0xfe == 0xc2);
    modern > 0 && modern * 4 >= western
}

/// The likeliest encoding, whether it is certain, and how many of its syllables come up.
fn best(latin: &str) -> (Legacy, bool, usize) {
    let lower = latin.to_lowercase();
    let mut found = ALL.map(|legacy| (legacy, hits(&lower, legacy)));
    found.sort_by_key(|&(_, hits)| std::cmp::Reverse(hits));
    let [(legacy, hits), (_, next), ..] = found;
    let enough = hits >= 2 && hits * LETTERS_PER_HIT >= latin.len();
    (legacy, enough && hits >= next * LEAD, hits)
}

fn hits(lower: &str, legacy: Legacy) -> usize {
    legacy.words().iter().map(|word| whole_words(lower, word)).sum()
}

/// How often `word` stands between characters that are no letters.
fn whole_words(text: &str, word: &str) -> usize {
    let letter =
        |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic() || ('\u{a1}'..='\u{ff}').contains(&c));
    text.match_indices(word)
        .filter(|(at, _)| {
            !letter(text[..*at].chars().next_back()) && !letter(text[at + word.len()..].chars().next())
        })
        .count()
}
