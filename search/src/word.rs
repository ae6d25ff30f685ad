//! Which words does a text hold, for whoever searches it?
//!
//! One analysis for index, query, snippet and reader, so that what is found is
//! what is marked. Every word has two forms:
//!
//! - **exact**: composed, lower case, look-alike letters made one, tone marks placed
//!   one way ("hoà" and "hòa" are one word; "dòng" and "đồng" are two);
//! - **folded**: without any mark ("so" for "số", "sổ" and "sở"), a number without
//!   grouping dots and leading zeros ("20396" for "20.396", "6" for "06").
//!
//! What is joined by strokes and holds a digit ("43/2011/NĐ-CP", "13/6/2011") is read
//! by part and as one: every run of its parts is a word of its own as well.

use std::ops::Range;

use plandoc::{
    span::{CharRange, Text},
    text::{fold::fold, shadow::Shadow},
};

/// Parts up to which a joined number is also read as one; what is longer is a list.
const JOINED_PARTS: usize = 8;

/// One form of a word, as typed and as folded.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Form {
    /// With its marks, spelt one way.
    pub exact: String,
    /// Without marks.
    pub folded: String,
    /// Whether any letter carries a mark (or is "đ").
    pub marked: bool,
}

/// A word at its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The word itself.
    pub form: Form,
    /// Its characters in the text.
    pub range: CharRange,
    /// The joined runs that begin with it.
    pub joined: Vec<Joined>,
    /// Whether only a stroke, hyphen or dot parts it from the word before.
    pub continues: bool,
}

/// Several words joined by strokes or hyphens, read as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joined {
    /// The run as one word.
    pub form: Form,
    /// How many words it covers.
    pub words: usize,
}

/// The words of a text in order.
pub fn words(text: &str) -> Vec<Word> {
    let text = Text::new(text.to_owned());
    let shadow = Shadow::of(&text, CharRange::new(0, text.len()));
    let shown = shadow.as_str();
    let pieces = pieces(shown);
    let mut found: Vec<Word> = pieces
        .iter()
        .map(|piece| Word {
            form: form(&shown[piece.clone()]),
            range: shadow.range(piece.clone()),
            joined: Vec::new(),
            continues: false,
        })
        .collect();
    for at in 1..found.len() {
        found[at].continues = is_joint(&shown[pieces[at - 1].end..pieces[at].start]);
    }
    for chain in chains(shown, &pieces) {
        for start in chain.clone() {
            for end in start + 2..=chain.end {
                let joined = join(&shown[pieces[start].start..pieces[end - 1].end], &found[start..end]);
                found[start].joined.push(joined);
            }
        }
    }
    found
}

/// The forms of a word that stands alone.
pub(super) fn form(word: &str) -> Form {
    let exact = word.to_lowercase();
    let plain = fold(&exact);
    let marked = plain != exact;
    let folded = if plain.starts_with(|c: char| c.is_ascii_digit()) { fold_number(&plain) } else { plain };
    Form { exact, folded, marked }
}

fn is_joint(between: &str) -> bool {
    matches!(between, "/" | "-" | "." | "_" | "@" | "&" | ":")
}

/// "20.396" gives "20396", "06" gives "6", "1.5" stays: only groups of three are grouping.
pub(super) fn fold_number(number: &str) -> String {
    let (whole, rest) = number.split_at(number.find(',').unwrap_or(number.len()));
    let mut groups = whole.split('.');
    let first = groups.next().unwrap_or_default();
    let rest_groups: Vec<&str> = groups.collect();
    if !rest_groups.is_empty() && !rest_groups.iter().all(|group| group.len() == 3) {
        return number.to_owned();
    }
    let digits = format!("{first}{}", rest_groups.concat());
    let leading = run(&digits, |c| c.is_ascii_digit());
    let zeros = run(&digits, |c| c == '0').min(leading - 1);
    format!("{}{rest}", &digits[zeros..])
}

/// Byte ranges of the words: runs of letters and digits, numbers with their separators.
fn pieces(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let end = if c.is_ascii_digit() && !follows_letter(text, at) {
            if goes_on_a_list(text, at) {
                at + run(&text[at..], char::is_alphanumeric)
            } else {
                number_end(text, at)
            }
        } else if c.is_alphanumeric() {
            at + run(&text[at..], char::is_alphanumeric)
        } else {
            at += c.len_utf8();
            continue;
        };
        found.push(at..end);
        at = end;
    }
    found
}

fn follows_letter(text: &str, at: usize) -> bool {
    text[..at].chars().next_back().is_some_and(char::is_alphabetic)
}

/// Whether the digits before belong to the same row of digits, which was then found to
/// be no one number ("13.6.2011", "3,4,5").
fn goes_on_a_list(text: &str, at: usize) -> bool {
    let mut before = text[..at].chars().rev();
    matches!(before.next(), Some('.' | ',')) && before.next().is_some_and(|c| c.is_ascii_digit())
}

/// Length in bytes of the characters at the start that `holds` accepts.
fn run(text: &str, holds: impl Fn(char) -> bool) -> usize {
    text.find(|c| !holds(c)).unwrap_or(text.len())
}

/// End of the number at `start`: its digits with grouping dots ("20.396.000"), one
/// decimal comma or dot ("52,33"); letters that stick to it belong to it ("4g").
fn number_end(text: &str, start: usize) -> usize {
    let digits = |at: usize| run(&text[at..], |c| c.is_ascii_digit());
    let mut groups = vec![(' ', digits(start))];
    let mut at = start + groups[0].1;
    let plain_end = at + run(&text[at..], char::is_alphanumeric);
    while let Some(separator @ ('.' | ',')) = text[at..].chars().next() {
        let length = digits(at + 1);
        if length == 0 {
            break;
        }
        groups.push((separator, length));
        at += 1 + length;
    }
    let dots = groups.iter().filter(|group| group.0 == '.').count();
    let grouped =
        groups[0].1 <= 3 && groups.iter().all(|&(separator, length)| separator != '.' || length == 3);
    let one_comma = groups.iter().filter(|group| group.0 == ',').count() <= 1
        && groups.iter().rposition(|group| group.0 == ',').is_none_or(|at| at + 1 == groups.len());
    let one_number = one_comma && (dots == 0 || grouped || groups.len() == 2);
    let ends_clean = !text[at..].starts_with(char::is_alphanumeric);
    if groups.len() > 1 && one_number && ends_clean { at } else { plain_end }
}

/// Runs of pieces with only a stroke or hyphen between, with a stroke and a digit among them.
fn chains(text: &str, pieces: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for end in 1..=pieces.len() {
        let goes_on = end < pieces.len() && joins(&text[pieces[end - 1].end..pieces[end].start]);
        if goes_on {
            continue;
        }
        let whole = &text[pieces[start].start..pieces[end - 1].end];
        if (2..=JOINED_PARTS).contains(&(end - start))
            && whole.contains('/')
            && whole.contains(|c: char| c.is_ascii_digit())
        {
            found.push(start..end);
        }
        start = end;
    }
    found
}

/// Whether what stands between two pieces joins them: a hyphen, or a stroke, which is often
/// printed with a space beside it ("176 /KH-UBND").
fn joins(between: &str) -> bool {
    between == "-" || between.trim_matches(' ') == "/"
}

fn join(shown: &str, words: &[Word]) -> Joined {
    let exact: String = shown.to_lowercase().chars().filter(|c| *c != ' ').collect();
    let mut separators = exact.chars().filter(|c| matches!(c, '/' | '-'));
    let mut folded = String::with_capacity(exact.len());
    for (at, word) in words.iter().enumerate() {
        if at > 0 {
            folded.extend(separators.next());
        }
        folded.push_str(&word.form.folded);
    }
    let marked = words.iter().any(|word| word.form.marked);
    Joined { form: Form { exact, folded, marked }, words: words.len() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.form.folded).collect()
    }

    fn exact(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.form.exact).collect()
    }

    #[test]
    fn one_word_has_one_exact_form_however_it_is_typed() {
        for spelling in ["hoà", "hòa", "HOÀ", "ho\u{300}a", "hoa\u{300}"] {
            assert_eq!(exact(spelling), ["hòa"], "{spelling:?}");
        }
        assert_eq!(exact("Ðồng ủy Uỷ"), ["đồng", "ủy", "ủy"]);
    }

    #[test]
    fn words_with_other_marks_stay_apart_and_meet_only_folded() {
        assert_ne!(exact("dòng"), exact("đồng"));
        assert_eq!(folded("dòng"), folded("đồng"));
        assert!(words("đ")[0].form.marked && !words("tin")[0].form.marked && !words("20.396")[0].form.marked);
    }

    #[test]
    fn numbers_are_one_word_and_fold_to_their_digits() {
        assert_eq!(
            exact("20.396 triệu, 52,33% và 1.234.567,5"),
            ["20.396", "triệu", "52,33", "và", "1.234.567,5"]
        );
        assert_eq!(folded("20.396 06 0 1.5 00"), ["20396", "6", "0", "1.5", "0"]);
        assert_eq!(exact("mục 13.6.2011, III.2; 3,4,5. Hết 4G"), {
            ["mục", "13", "6", "2011", "iii", "2", "3", "4", "5", "hết", "4g"]
        });
    }

    #[test]
    fn document_numbers_are_read_by_part_and_as_one() {
        let words = words("số 43/2011/NĐ-CP ngày");
        let parts: Vec<&str> = words.iter().map(|word| word.form.exact.as_str()).collect();
        assert_eq!(parts, ["số", "43", "2011", "nđ", "cp", "ngày"]);
        let runs: Vec<&str> = words[1].joined.iter().map(|joined| joined.form.exact.as_str()).collect();
        assert_eq!(runs, ["43/2011", "43/2011/nđ", "43/2011/nđ-cp"]);
        assert_eq!(words[1].joined[2].form.folded, "43/2011/nd-cp");
        assert_eq!(words[1].joined[2].words, 4);
        assert!(words[2].continues && !words[1].continues);
    }

    #[test]
    fn a_space_beside_a_stroke_parts_no_number() {
        for text in ["176 /KH-UBND", "176/KH-UBND", "176 / KH-UBND"] {
            let words = words(text);
            let whole = words[0].joined.last().map(|joined| joined.form.folded.as_str());
            assert_eq!(whole, Some("176/kh-ubnd"), "{text}");
        }
    }

    #[test]
    fn words_joined_without_a_number_are_just_words() {
        assert!(words("và/hoặc kinh tế-xã hội").iter().all(|word| word.joined.is_empty()));
        assert_eq!(folded("dichvucong.soctrang.gov.vn"), ["dichvucong", "soctrang", "gov", "vn"]);
    }

    #[test]
    fn dates_with_and_without_zeros_fold_to_one() {
        assert_eq!(words("09/06/2017")[0].joined[1].form.folded, words("9/6/2017")[0].joined[1].form.folded);
    }

    #[test]
    fn ranges_count_characters_of_the_text_as_given() {
        let text = "Ủy ban **nhân** da\u{302}n";
        let last = words(text).pop().expect("a word");
        assert_eq!(last.form.exact, "dân");
        assert_eq!(
            text.chars().skip(last.range.start).take(last.range.len()).collect::<String>(),
            "da\u{302}n"
        );
    }

    #[test]
    fn a_text_without_words_has_none() {
        assert_eq!(words(" … -- ** │ \n"), []);
    }
}
