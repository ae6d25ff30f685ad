use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use super::*;

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.to_string_lossy().ends_with(ending) {
            found.push(path);
        }
    }
    found
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Per key the names of its variables.
fn messages(lang: Language) -> BTreeMap<String, BTreeSet<String>> {
    let mut messages = BTreeMap::new();
    let mut key = String::new();
    for path in files(&root().join("locales").join(lang.code()), ".ftl") {
        for line in fs::read_to_string(path).unwrap().lines().filter(|line| !line.starts_with('#')) {
            if let Some((name, _)) = line.split_once(" = ").filter(|_| !line.starts_with(' ')) {
                key = name.to_owned();
                assert!(!messages.contains_key(&key), "{key} stands twice in {}", lang.code());
            }
            let variables: &mut BTreeSet<String> = messages.entry(key.clone()).or_default();
            variables.extend(line.split('$').skip(1).map(|rest| {
                rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>()
            }));
        }
    }
    messages.remove("");
    messages
}

/// Every text between quotation marks that could be a key, in the sources outside tests.
fn quoted_words() -> BTreeSet<String> {
    let sources = files(&root().join("src"), ".rs");
    let outside_tests = sources.iter().filter(|path| !path.ends_with("tests.rs"));
    outside_tests
        .flat_map(|path| fs::read_to_string(path).unwrap().split('"').map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

/// Keys that the sources ask for: `.t("key")` and `tr!(lang, "key"`.
fn keys_asked_for() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for path in files(&root().join("src"), ".rs").iter().filter(|path| !path.ends_with("tests.rs")) {
        let source = fs::read_to_string(path).unwrap();
        let code: String = source.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        let plain = code.split(".t(").skip(1).map(str::trim_start).filter(|call| call.starts_with('"'));
        let filled = code.split("tr!(").skip(1).filter_map(|call| call.split_once(','));
        let filled = filled.map(|(_, rest)| rest.trim_start()).filter(|rest| rest.starts_with('"'));
        keys.extend(plain.chain(filled).filter_map(|call| call.split('"').nth(1)).map(str::to_owned));
    }
    keys
}

#[test]
fn both_languages_say_the_same_messages_with_the_same_variables() {
    assert_eq!(messages(Language::Vi), messages(Language::En));
}

#[test]
fn every_message_asked_for_exists() {
    let known = messages(Language::Vi);
    let missing: Vec<_> = keys_asked_for().into_iter().filter(|key| !known.contains_key(key)).collect();
    assert!(missing.is_empty(), "not in locales: {missing:?}");
}

#[test]
fn every_message_is_asked_for() {
    let words = quoted_words();
    let unused: Vec<_> = messages(Language::Vi).into_keys().filter(|key| !words.contains(key)).collect();
    assert!(unused.is_empty(), "in locales but never said: {unused:?}");
}

#[test]
fn numbers_in_messages_follow_the_language() {
    assert_eq!(crate::tr!(Language::Vi, "rows", count = 12_345.0), "12.345 dòng");
    assert_eq!(crate::tr!(Language::En, "rows", count = 12_345.0), "12,345 rows");
    assert_eq!(crate::tr!(Language::En, "rows", count = 1.0), "1 row");
}

#[test]
fn navigation_names_differ_by_more_than_marks() {
    let folded = |name: String| {
        let marks = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ";
        let plain = "aaaaaaaaaaaaaaaaaeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyyd";
        let table: BTreeMap<char, char> = marks.chars().zip(plain.chars()).collect();
        name.to_lowercase().chars().map(|c| table.get(&c).copied().unwrap_or(c)).collect::<String>()
    };
    let names: Vec<String> =
        crate::components::masthead::MATTERS.iter().map(|(key, _)| folded(Language::Vi.t(key))).collect();
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "{names:?}");
}
