//! Does the reader know how such documents are written, and none of them by heart?
//!
//! Outside its catalogues and its tests the crate names no place and says no six
//! words in a row as a plan of the corpus does.

use std::{
    collections::HashSet,
    fs,
    path::{Path, PathBuf},
};

use plandoc::{catalog::provinces, text::fold::words};

use crate::corpus::{PLANS, text};

const IN_A_ROW: usize = 6;

/// Towns, districts and streets that the plans of the corpus name.
const TOWNS: [&str; 12] = [
    "Nha Trang",
    "Ninh Hòa",
    "Lộc Thọ",
    "Phú Quốc",
    "Giồng Riềng",
    "Kiên Hải",
    "Rạch Giá",
    "Cù Lao Dung",
    "Mỹ Xuyên",
    "Trần Đề",
    "Ngã Năm",
    "Kế Sách",
];

/// Formulas that the rules for documents prescribe word for word (Decree 30/2020/NĐ-CP).
const PRESCRIBED: [&str; 1] = ["Cộng hòa xã hội chủ nghĩa Việt Nam. Độc lập - Tự do - Hạnh phúc"];

/// The crate's own files, catalogues and tests left out, and tests inside files cut off.
fn sources() -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    assert!(found.len() > 30, "too few sources: {}", found.len());
    found
}

fn collect(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        if path.is_dir() {
            if name != "catalog" && name != "tests" {
                collect(&path, found);
            }
        } else if name != "tests.rs" {
            let text = fs::read_to_string(&path).expect("a source");
            let code = text.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
            found.push((path, code));
        }
    }
}

#[test]
fn no_place_is_named() {
    let names: Vec<Vec<String>> = provinces::all()
        .iter()
        .map(|unit| words(&unit.name))
        .chain(TOWNS.iter().map(|town| words(town)))
        .collect();
    let mut found = Vec::new();
    for (path, code) in sources() {
        for (number, line) in code.lines().enumerate() {
            let said = words(line);
            let hit = |name: &Vec<String>| said.windows(name.len()).any(|window| window == name.as_slice());
            // "Hoà bình" is peace as well, and "an giang" two syllables: the printed name decides.
            let printed = |name: &Vec<String>| name.len() < 2 || line.chars().any(char::is_uppercase);
            if names.iter().any(|name| hit(name) && printed(name)) {
                found.push(format!("{}:{}: {}", path.display(), number + 1, line.trim()));
            }
        }
    }
    assert!(found.is_empty(), "places outside the catalogues:\n{}", found.join("\n"));
}

#[test]
fn no_six_words_of_the_corpus_stand_in_a_row() {
    // A row ends at punctuation: a list of words in a pattern is no sentence.
    let ends = |c: char| !c.is_alphanumeric() && !c.is_whitespace() && !('\u{300}'..'\u{370}').contains(&c);
    let rows = |text: &str| {
        let parts = text.split(ends).map(words);
        parts
            .flat_map(|part| part.windows(IN_A_ROW).map(|row| row.join(" ")).collect::<Vec<_>>())
            .collect::<HashSet<_>>()
    };
    let prescribed = rows(PRESCRIBED[0]);
    let corpus: HashSet<String> =
        PLANS.iter().flat_map(|plan| rows(&text(plan))).filter(|row| !prescribed.contains(row)).collect();
    let mut known = Vec::new();
    for (path, code) in sources() {
        for (number, line) in code.lines().enumerate() {
            if let Some(row) = rows(line).into_iter().find(|row| corpus.contains(row)) {
                known.push(format!("{}:{}: {row}", path.display(), number + 1));
            }
        }
    }
    assert!(known.is_empty(), "the corpus by heart:\n{}", known.join("\n"));
}
