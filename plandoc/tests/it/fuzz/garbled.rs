//! What becomes of the corpus' own texts when they are cut, glued and garbled?

use std::{fs, sync::LazyLock};

use plandoc::{ReadOptions, read};
use proptest::{collection::vec, prelude::*, sample::select};
use unicode_normalization::UnicodeNormalization;

use super::properties::File;
use crate::corpus::{PLANS, root, text};

/// The lines of every plan.
static LINES: LazyLock<Vec<Vec<String>>> =
    LazyLock::new(|| PLANS.iter().map(|plan| text(plan).lines().map(str::to_owned).collect()).collect());

/// The lines of the converted web pages of the tests.
static PAGES: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
    let folder = root().join("plandoc/tests/formats");
    let page = |plan: &&str| fs::read_to_string(folder.join(format!("{plan}.html"))).expect("a page");
    PLANS.iter().map(page).map(|page| page.lines().map(str::to_owned).collect()).collect()
});

/// Lines kept before the garbled stretch, so that it is taken for a plan.
const HEAD: usize = 40;

/// Longer lines are paragraphs.
const PARAGRAPH: usize = 160;

/// What an own head begins with.
static OPENING: LazyLock<Vec<String>> = LazyLock::new(|| {
    let lines = "ỦY BAN NHÂN DÂN TỈNH HÀ NAM\nSố: 5/KH-UBND\nKẾ HOẠCH\nChuyển đổi số tỉnh Hà Nam năm 2031\n";
    lines.split('\n').map(str::to_owned).collect()
});

/// The lines before a garbled stretch: the plan's own, or, to have little to read, an opening and
/// those of the plan's that are no paragraphs.
fn head(lines: &[String], whole: bool) -> impl Iterator<Item = &String> {
    let opening = if whole { &[] } else { OPENING.as_slice() };
    opening.iter().chain(lines[..HEAD].iter().filter(move |line| whole || line.len() < PARAGRAPH))
}

/// Whether the head is kept whole.
fn whole_head() -> impl Strategy<Value = bool> {
    prop_oneof![9 => Just(false), 1 => Just(true)]
}

/// Mostly few changes.
fn changes() -> impl Strategy<Value = Vec<Change>> {
    let change = change().boxed();
    prop_oneof![3 => vec(change.clone(), 0..4), 1 => vec(change, 4..12)]
}

#[test]
fn short_heads_alone_are_taken_for_plans() {
    for (plan, lines) in PLANS.iter().zip(LINES.iter()) {
        let text = head(lines, false).map(String::as_str).collect::<Vec<_>>().join("\n");
        let options = ReadOptions { file_name: Some("plan.txt"), manifest: None };
        assert!(read(text.as_bytes(), &options).is_ok(), "{plan}: {text}");
    }
}

/// One change of some lines.
#[derive(Clone, Debug)]
enum Change {
    Swap(usize, usize),
    Cut(usize, usize),
    Repeat(usize, usize),
    Glue(usize),
    Break(usize, usize),
    Insert(usize, usize, String),
    Decompose(usize),
    Retone(usize),
    Digits(usize, u32),
    Lengthen(usize, usize),
}

fn change() -> impl Strategy<Value = Change> {
    let odd = select(vec![
        "\0",
        "\u{200b}",
        "\u{feff}",
        "\u{301}",
        "\u{1b}",
        "\u{202e}",
        "😀",
        "\u{a0}",
        "\r",
        "\u{2028}",
        "|",
        "\t",
        "((",
        "“",
        "]",
        "**",
        "<br>",
        "\u{fffd}",
        "ﬁ",
        "㎏",
        "Ǆ",
        "İ",
        "ß",
        "\u{e000}",
        "가",
        "\u{1100}\u{1161}",
    ]);
    let at = || any::<u16>().prop_map(usize::from);
    prop_oneof![
        (at(), at()).prop_map(|(a, b)| Change::Swap(a, b)),
        (at(), 1_usize..12).prop_map(|(a, n)| Change::Cut(a, n)),
        (at(), 1_usize..12).prop_map(|(a, n)| Change::Repeat(a, n)),
        at().prop_map(Change::Glue),
        (at(), at()).prop_map(|(a, b)| Change::Break(a, b)),
        (at(), at(), odd).prop_map(|(a, b, odd)| Change::Insert(a, b, odd.to_owned())),
        at().prop_map(Change::Decompose),
        at().prop_map(Change::Retone),
        (at(), any::<u32>()).prop_map(|(a, by)| Change::Digits(a, by)),
        (at(), 1_usize..30).prop_map(|(a, n)| Change::Lengthen(a, n)),
    ]
}

impl Change {
    fn make(&self, lines: &mut Vec<String>) {
        if lines.is_empty() {
            return;
        }
        let count = lines.len();
        let line = |at: &usize| at % count;
        match self {
            Self::Swap(a, b) => lines.swap(line(a), line(b)),
            Self::Cut(at, n) => drop(lines.drain(line(at)..(line(at) + n).min(count))),
            Self::Repeat(at, n) => {
                let again = lines[line(at)..(line(at) + n).min(count)].to_vec();
                lines.splice(line(at)..line(at), again);
            }
            Self::Glue(at) => {
                let next = lines.remove(line(at));
                if let Some(before) = line(at).checked_sub(1).and_then(|at| lines.get_mut(at)) {
                    before.push_str(&next);
                }
            }
            Self::Break(at, place) => {
                let place = boundary(&lines[line(at)], *place);
                let rest = lines[line(at)].split_off(place);
                lines.insert(line(at) + 1, rest);
            }
            Self::Insert(at, place, odd) => {
                let place = boundary(&lines[line(at)], *place);
                lines[line(at)].insert_str(place, odd);
            }
            Self::Decompose(at) => lines[line(at)] = lines[line(at)].nfd().collect(),
            Self::Retone(at) => {
                let tones = ["\u{301}", "\u{300}", "\u{309}", "\u{303}", "\u{323}"];
                let decomposed: String = lines[line(at)].nfd().collect();
                lines[line(at)] = decomposed.replace(tones[at % 5], tones[(at + 2) % 5]).nfc().collect();
            }
            Self::Digits(at, by) => {
                let shifted = |c: char| {
                    c.to_digit(10).map_or(c, |d| char::from_digit((d + by % 9) % 10, 10).unwrap_or(c))
                };
                lines[line(at)] = lines[line(at)].chars().map(shifted).collect();
            }
            Self::Lengthen(at, n) => lines[line(at)] = lines[line(at)].repeat(*n),
        }
    }
}

/// A place between two characters of some words.
fn boundary(words: &str, place: usize) -> usize {
    let at = place % (words.len() + 1);
    (0..=at).rev().find(|&at| words.is_char_boundary(at)).unwrap_or(0)
}

/// A stretch of a plan, changed.
pub(super) fn document() -> impl Strategy<Value = File> {
    let length = prop_oneof![120 => 0_usize..6, 36 => 6_usize..30, 4 => 30_usize..150, 1 => Just(5_000)];
    let from = (0..PLANS.len(), any::<u16>(), whole_head());
    (from, length, changes(), select(vec!["plan.txt", "plan.md"])).prop_map(
        |((plan, from, whole), length, changes, name)| {
            let all = &LINES[plan];
            let from = usize::from(from) % all.len();
            let body = &all[from..(from + length).min(all.len())];
            let mut lines: Vec<String> = head(all, whole).chain(body).cloned().collect();
            for change in &changes {
                change.make(&mut lines);
            }
            File { name: name.to_owned(), bytes: lines.join("\n").into_bytes() }
        },
    )
}

/// A web page, its source changed.
pub(super) fn page() -> impl Strategy<Value = File> {
    let length = prop_oneof![8 => 0_usize..30, 1 => 30_usize..200];
    (0..PLANS.len(), any::<u16>(), length, changes()).prop_map(|(plan, from, length, changes)| {
        let all = &PAGES[plan];
        let from = usize::from(from) % all.len();
        let body = &all[from..(from + length).min(all.len())];
        let mut lines: Vec<String> = head(all, true).chain(body).cloned().collect();
        for change in &changes {
            change.make(&mut lines);
        }
        File { name: "plan.html".to_owned(), bytes: lines.join("\n").into_bytes() }
    })
}
