//! Is this Vietnamese in an encoding from before Unicode?
//!
//! The commonest syllables of administrative Vietnamese have unmistakable bytes in
//! each encoding; a file in which they come up again and again is named for it.

use std::borrow::Cow;

use crate::reading::ReadError;

struct Legacy {
    encoding: &'static str,
    advice: &'static str,
    /// "được", "của", "các", "nước", "và", "nghệ", "một", "hoạch" as bytes, lower case.
    words: [&'static [u8]; 8],
}

const LEGACY: [Legacy; 4] = [
    Legacy {
        encoding: "TCVN3 (ABC)",
        advice: "with `iconv -f TCVN -t UTF-8`, or with UniKey: TCVN3 (ABC) to Unicode",
        words: [
            b"\xae\xad\xeec",
            b"c\xf1a",
            b"c\xb8c",
            b"n\xad\xedc",
            b"v\xb5",
            b"ngh\xd6",
            b"m\xe9t",
            b"ho\xb9ch",
        ],
    },
    Legacy {
        encoding: "VNI",
        advice: "with UniKey: VNI Windows to Unicode",
        words: [
            b"\xf1\xf6\xf4\xefc",
            b"cu\xfba",
            b"ca\xf9c",
            b"n\xf6\xf4\xf9c",
            b"va\xf8",
            b"nghe\xe4",
            b"mo\xe4t",
            b"hoa\xefch",
        ],
    },
    Legacy {
        encoding: "windows-1258",
        advice: "with `iconv -f WINDOWS-1258 -t UTF-8`",
        words: [
            b"\xf0\xfd\xf5\xf2c",
            b"cu\xd2a",
            b"c\xe1c",
            b"n\xfd\xf5\xecc",
            b"v\xe0",
            b"ngh\xea\xf2",
            b"m\xf4\xf2t",
            b"hoa\xf2ch",
        ],
    },
    Legacy {
        encoding: "VIQR",
        advice: "with UniKey: VIQR to Unicode",
        words: [b"ddu+o+.c", b"cu?a", b"ca'c", b"nu+o+'c", b"va`", b"nghe^.", b"mo^.t", b"hoa.ch"],
    },
];

/// One common syllable in so many bytes is enough; running Vietnamese has one in fifteen
/// words, some 70 bytes, and titles or lists fewer.
const BYTES_PER_HIT: usize = 1200;

/// The encoding of bytes that are no UTF-8, if its syllables come up.
pub(super) fn of_bytes(bytes: &[u8]) -> Option<ReadError> {
    let (best, hits) =
        LEGACY.iter().map(|legacy| (legacy, hits(bytes, legacy))).max_by_key(|(_, hits)| *hits)?;
    (hits >= 2 && hits * BYTES_PER_HIT >= bytes.len())
        .then(|| ReadError::Encoding { encoding: best.encoding.to_owned(), advice: best.advice.to_owned() })
}

/// The encoding of text that was stored as UTF-8 without being converted: VIQR, or
/// legacy bytes that somebody took for Western European letters.
pub(super) fn of_text(text: &str) -> Option<ReadError> {
    // One proper Vietnamese syllable in two hundred bytes: this is Unicode already.
    let proper =
        ["của", "được", "các", "nước", "và"].iter().map(|word| text.matches(word).count()).sum::<usize>();
    if proper * 200 >= text.len() || proper >= 20 {
        return None;
    }
    let (western, _, lossy) = encoding_rs::WINDOWS_1252.encode(text);
    let bytes: Cow<'_, [u8]> = if lossy { Cow::Borrowed(text.as_bytes()) } else { western };
    of_bytes(&bytes)
}

/// UTF-16 and UTF-32.
pub(super) fn wide(encoding: &str) -> ReadError {
    ReadError::Encoding {
        encoding: encoding.to_owned(),
        advice: format!("with `iconv -f {encoding} -t UTF-8`, or save the file as UTF-8"),
    }
}

fn hits(bytes: &[u8], legacy: &Legacy) -> usize {
    let lower = bytes.to_ascii_lowercase();
    legacy.words.iter().map(|word| whole_words(&lower, word)).sum()
}

/// How often `word` stands between characters that are no letters.
fn whole_words(bytes: &[u8], word: &[u8]) -> usize {
    let letter = |b: Option<&u8>| b.is_some_and(|b| b.is_ascii_alphabetic() || *b >= 0x80);
    bytes
        .windows(word.len())
        .enumerate()
        .filter(|(at, window)| {
            *window == word
                && !letter(at.checked_sub(1).and_then(|before| bytes.get(before)))
                && !letter(bytes.get(at + word.len()))
        })
        .count()
}
