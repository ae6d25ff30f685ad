//! Does a plan in an encoding from before Unicode give the records of its Unicode text?

use plandoc::{ReadOptions, Reading, decode::decode, read};
use proptest::prelude::*;
use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

use crate::{
    corpus::{PLANS, published, text},
    metamorphic::{assert_same, changed, said},
};

/// A letter without its tone, and the tone as its combining mark.
fn without_tone(letter: char) -> (char, Option<char>) {
    let is_tone = |c: &char| matches!(c, '\u{301}' | '\u{300}' | '\u{309}' | '\u{303}' | '\u{323}');
    let parts: Vec<char> = std::iter::once(letter).nfd().collect();
    let tone = parts.iter().copied().find(is_tone);
    let rest = parts.into_iter().filter(|c| !is_tone(c)).nfc().next().unwrap_or(letter);
    (rest, tone)
}

/// One of the letters, numbered as the tones are: none, then sắc, huyền, hỏi, ngã, nặng.
fn toned(letters: &str, tone: Option<char>) -> char {
    let tones = ['\u{301}', '\u{300}', '\u{309}', '\u{303}', '\u{323}'];
    let at = tone.and_then(|tone| tones.iter().position(|known| *known == tone)).map_or(0, |at| at + 1);
    letters.chars().nth(at).expect("six letters")
}

fn latin_bytes(latin: &str) -> Vec<u8> {
    let (bytes, _, foreign) = encoding_rs::WINDOWS_1252.encode(latin);
    assert!(!foreign, "no windows-1252: {latin}");
    bytes.into_owned()
}

/// As a font for TCVN3 shows it in windows-1252; capitals with a tone become small letters.
fn tcvn3(text: &str) -> String {
    let letter = |c: char| {
        let (rest, tone) = without_tone(c);
        let row = match rest.to_lowercase().next().unwrap_or(rest) {
            'a' => "a¸µ¶·¹",
            'ă' => "¨¾»¼½Æ",
            'â' => "©ÊÇÈÉË",
            'e' => "eÐÌÎÏÑ",
            'ê' => "ªÕÒÓÔÖ",
            'i' => "iÝ×ØÜÞ",
            'o' => "oãßáâä",
            'ô' => "«èåæçé",
            'ơ' => "¬íêëìî",
            'u' => "uóïñòô",
            'ư' => "\u{ad}øõö÷ù",
            'y' => "yýúûüþ",
            'đ' => "®®®®®®",
            _ => return c,
        };
        let capital = tone.is_none() && c.is_uppercase();
        match rest {
            'Ă' if capital => '¡',
            'Â' if capital => '¢',
            'Ê' if capital => '£',
            'Ô' if capital => '¤',
            'Ơ' if capital => '¥',
            'Ư' if capital => '¦',
            'Đ' => '§',
            'A' | 'E' | 'I' | 'O' | 'U' | 'Y' if capital => c,
            _ => toned(row, tone),
        }
    };
    text.nfc().map(letter).collect()
}

/// As a font for VNI shows it in windows-1252.
fn vni(text: &str) -> String {
    let letters = |c: char| {
        let (rest, tone) = without_tone(c);
        let (base, marks) = match rest.to_lowercase().next().unwrap_or(rest) {
            'i' => return String::from(cased(toned("iíìæóò", tone), c)),
            'y' if tone == Some('\u{323}') => return String::from(cased('î', c)),
            'đ' => return String::from(cased('ñ', c)),
            base @ ('a' | 'e' | 'o' | 'u' | 'y') => (base, " ùøûõï"),
            'ơ' => ('ô', " ùøûõï"),
            'ư' => ('ö', " ùøûõï"),
            'ă' => ('a', "êéèúüë"),
            'â' => ('a', "âáàåãä"),
            'ê' => ('e', "âáàåãä"),
            'ô' => ('o', "âáàåãä"),
            _ => return String::from(c),
        };
        let mark = toned(marks, tone);
        [base, mark].iter().filter(|c| **c != ' ').map(|letter| cased(*letter, c)).collect()
    };
    text.nfc().map(letters).collect()
}

/// A letter in the case of another.
fn cased(letter: char, like: char) -> char {
    if like.is_uppercase() { letter.to_uppercase().next().unwrap_or(letter) } else { letter }
}

/// As typewriters wrote it; signs that are no tones are escaped.
fn viqr(text: &str) -> String {
    let mut written = String::new();
    for c in text.nfc() {
        match c {
            '(' | '^' | '+' | '\'' | '`' | '?' | '~' | '.' | '\\' => {
                written.push('\\');
                written.push(c);
            }
            'd' | 'D' if written.ends_with(['d', 'D']) => {
                written.push('\\');
                written.push(c);
            }
            'đ' | 'Đ' => {
                if written.ends_with(['d', 'D']) {
                    written.insert(written.len() - 1, '\\');
                }
                written.push_str(if c == 'đ' { "dd" } else { "DD" });
            }
            _ => written.extend(std::iter::once(c).nfd().map(|part| match part {
                '\u{306}' => '(',
                '\u{302}' => '^',
                '\u{31b}' => '+',
                '\u{301}' => '\'',
                '\u{300}' => '`',
                '\u{309}' => '?',
                '\u{303}' => '~',
                '\u{323}' => '.',
                other => other,
            })),
        }
    }
    // A tone comes after the shape of its letter, where NFD has a dot below before it.
    for shape in ['^', '('] {
        written = written
            .replace(&format!(".{shape}"), &format!("{shape}."))
            .replace(&format!("\\{shape}."), &format!("\\.{shape}"));
    }
    written
}

/// A letter with its shape, then its tone.
fn windows1258(text: &str) -> Vec<u8> {
    let letters = text.nfc().flat_map(|c| {
        let (rest, tone) = without_tone(c);
        std::iter::once(rest).chain(tone)
    });
    let letter = |c: char| match c {
        'Ă' => 0xc3,
        'ă' => 0xe3,
        'Đ' => 0xd0,
        'đ' => 0xf0,
        'Ơ' => 0xd5,
        'ơ' => 0xf5,
        'Ư' => 0xdd,
        'ư' => 0xfd,
        '\u{300}' => 0xcc,
        '\u{309}' => 0xd2,
        '\u{303}' => 0xde,
        '\u{301}' => 0xec,
        '\u{323}' => 0xf2,
        other => latin_bytes(&other.to_string())[0],
    };
    letters.map(letter).collect()
}

/// A plan's text in the characters that all these encodings have.
fn plain(plan: &str) -> String {
    text(plan).nfc().collect::<String>().replace("\r\n", "\n").replace('·', "-").replace('\\', "")
}

fn read_bytes(plan: &str, bytes: &[u8]) -> Reading {
    let extension = published(plan).0.rsplit('.').next().unwrap_or("txt").to_owned();
    let name = format!("plan.{extension}");
    let options = ReadOptions { file_name: Some(&name), manifest: None };
    read(bytes, &options).unwrap_or_else(|error| panic!("{plan}: {error}"))
}

/// Reads an encoded plan, and takes out the warning that says so.
fn read_converted(plan: &str, bytes: &[u8], encoding: &str) -> Reading {
    let mut reading = read_bytes(plan, bytes);
    let warning = reading.warnings.remove(0);
    assert_eq!(warning.kind, "encoding_converted");
    assert!(warning.message.contains(encoding), "{}", warning.message);
    reading
}

/// The words at a place, to be compared.
fn around(text: &str, at: usize) -> String {
    String::from_utf8_lossy(&text.as_bytes()[at.saturating_sub(20)..(at + 20).min(text.len())]).into_owned()
}

fn assert_read_alike(encoding: &str, encode: impl Fn(&str) -> Vec<u8>) {
    for plan in PLANS {
        let text = plain(plan);
        let reading = read_converted(plan, &encode(&text), encoding);
        let same =
            reading.text.bytes().zip(text.bytes()).take_while(|(found, expected)| found == expected).count();
        assert_eq!(around(&reading.text, same), around(&text, same), "{plan} in {encoding}");
        assert_eq!(reading.text.len(), text.len(), "{plan} in {encoding}");
        let expected = said(&read_bytes(plan, text.as_bytes()));
        assert_same(&format!("{plan} in {encoding}"), &expected, &said(&reading));
    }
}

#[test]
fn vni_gives_the_same_records() {
    assert_read_alike("VNI", |text| latin_bytes(&vni(text)));
}

#[test]
fn viqr_gives_the_same_records() {
    assert_read_alike("VIQR", |text| viqr(text).into_bytes());
}

#[test]
fn windows_1258_gives_the_same_records() {
    assert_read_alike("windows-1258", windows1258);
}

#[test]
fn utf_16_and_utf_32_give_the_same_records() {
    assert_read_alike("UTF-16LE", |text| text.encode_utf16().flat_map(u16::to_le_bytes).collect());
    assert_read_alike("UTF-16BE", |text| text.encode_utf16().flat_map(u16::to_be_bytes).collect());
    assert_read_alike("UTF-32LE", |text| text.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect());
}

/// A value without addresses: a line whose capital is lost may go on with the line above.
fn without_addresses(value: &Value) -> Value {
    match value {
        Value::Object(fields) => fields
            .iter()
            .filter(|(name, _)| *name != "address")
            .map(|(name, value)| (name.clone(), without_addresses(value)))
            .collect(),
        Value::Array(values) => values.iter().map(without_addresses).collect(),
        other => other.clone(),
    }
}

/// TCVN3 has no capitals with a tone: what a lone one was ("Ủy ban") cannot be told, so
/// that letters are compared without their case.
#[test]
fn tcvn3_gives_the_same_records_but_for_lone_capitals() {
    let small = |value| without_addresses(&changed(&value, &|words| words.to_lowercase(), &|year| year));
    for plan in PLANS {
        let text = plain(plan);
        let reading = read_converted(plan, &latin_bytes(&tcvn3(&text)), "TCVN3 (ABC)");
        assert_eq!(reading.text.to_lowercase(), text.to_lowercase(), "{plan}");
        for (found, line) in reading.text.lines().zip(text.lines()) {
            if !line.chars().any(char::is_lowercase) && line.chars().any(|c| c.is_ascii_uppercase()) {
                assert_eq!(found, line, "{plan}");
            }
        }
        let expected = small(said(&read_bytes(plan, text.as_bytes())));
        assert_same(&format!("{plan} in TCVN3"), &expected, &small(said(&reading)));
    }
}

/// Syllables as Vietnamese has them, with punctuation, numbers and abbreviations.
const WORDS: &str = concat!(
    "((b|C|ch|đ|Đ|kh|l|NG|ngh|ph|qu|S|th|tr|v|x)",
    "[aAàáảãạăằắẳẵặÂâầấẩẫậeèéẻẽẹÊêềếểễệiìíỉĩịoòóỏõọôồốổỗộƠơờớởỡợuùúủũụƯưừứửữựyỳýỷỹỵẠẾỊỘỮ]",
    "(c|ch|m|n|ng|nh|p|t)?[.,;:?]?[ \n]([0-9]{1,4}[.,]?[0-9]% |UBND |\\(a\\) |- )?){1,20}",
);

proptest! {
    #[test]
    fn any_vietnamese_text_comes_back(words in WORDS) {
        // Common words make the encoding certain.
        let text = format!("của các và được {words}");
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in [latin_bytes(&vni(&text)), viqr(&text).into_bytes(), windows1258(&text), wide] {
            let decoded = decode(&bytes, None).expect("text");
            prop_assert_eq!(&decoded.text, &text);
        }
        let decoded = decode(&latin_bytes(&tcvn3(&text)), None).expect("text");
        prop_assert_eq!(decoded.text.to_lowercase(), text.to_lowercase());
    }
}
