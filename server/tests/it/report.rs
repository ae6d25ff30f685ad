//! Does an editor learn from `read` what was read, how surely, and what was left out?

use std::path::PathBuf;

use serde_json::Value;

use crate::support::{
    corpus::PLANS,
    program::{Desk, corpus},
};

/// A small plan of an invented province's year.
const PLAN: &str = include_str!("report/plan.txt");

fn file_of(plan: &str) -> PathBuf {
    let files = std::fs::read_dir(corpus().join(plan)).expect("the plan's folder");
    let files = files.map(|entry| entry.expect("an entry").path());
    files.into_iter().find(|file| file.extension().is_some_and(|kind| kind != "toml")).expect("the plan")
}

fn printed(arguments: &[&str]) -> String {
    let ended = Desk::new().run(arguments);
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    ended.out
}

/// What the program prints of the invented plan.
fn of_invented(options: &[&str]) -> String {
    of_text(PLAN, options)
}

fn of_text(text: &str, options: &[&str]) -> String {
    let desk = Desk::new();
    desk.write("ke-hoach.txt", text);
    let ended = desk.run(&[&["read", "ke-hoach.txt"], options].concat());
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    ended.out
}

/// Compares with the file of this name, or writes it if `MINHBACH_UPDATE_REPORT` is set.
fn locked(name: &str, found: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/it/report").join(name);
    if std::env::var_os("MINHBACH_UPDATE_REPORT").is_some() {
        std::fs::write(&path, found).expect("the file is written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(found, kept, "{name} differs; look at it, then run with MINHBACH_UPDATE_REPORT=1");
}

#[test]
fn the_report_of_a_small_plan_reads_as_it_was_agreed() {
    locked("report.txt", &of_invented(&[]));
    locked("all.txt", &of_invented(&["--all"]));
}

#[test]
fn the_page_of_a_small_plan_looks_as_it_was_agreed() {
    let page = of_invented(&["--html", "-"]);
    let (start, end) = (page.find("<style>").expect("a style"), page.find("</style>").expect("its end"));
    locked("page.html", &format!("{}{}", &page[..start + 7], &page[end..]));
}

#[test]
fn the_report_is_short_and_no_line_is_too_wide() {
    for plan in PLANS {
        let file = file_of(plan).display().to_string();
        let (report, all) = (printed(&["read", &file]), printed(&["read", &file, "--all"]));
        let is_command = |line: &str| line.contains("minhbach ");
        for line in report.lines().chain(all.lines()).filter(|line| !is_command(line)) {
            assert!(line.chars().count() <= 100, "{plan}: {line}");
        }
        assert!(report.lines().count() <= 70, "{plan}: {} lines", report.lines().count());
        assert!(all.lines().count() >= report.lines().count(), "{plan}");
    }
}

#[test]
fn all_of_a_report_names_every_record_and_every_sentence_passed_over() {
    for plan in PLANS {
        let file = file_of(plan).display().to_string();
        let (all, json) = (printed(&["read", &file, "--all"]), printed(&["read", &file, "--json"]));
        let reading: Value = serde_json::from_str(&json).expect("JSON");
        for (list, letter) in LISTS {
            let count = reading[list].as_array().expect("a list").len();
            let marks = (1..=count).map(|number| format!("{letter}{number:<3} "));
            let missing: Vec<String> = marks.filter(|mark| !all.contains(mark.as_str())).collect();
            assert!(missing.is_empty(), "{plan}: {missing:?}");
        }
    }
}

const LISTS: [(&str, char); 7] = [
    ("objectives", 'M'),
    ("targets", 'C'),
    ("progress", 'K'),
    ("spending", 'N'),
    ("totals", 'T'),
    ("citations", 'V'),
    ("passed_over", 'B'),
];

#[test]
fn a_page_marks_every_record_once_and_links_both_ways() {
    for plan in PLANS {
        let file = file_of(plan).display().to_string();
        let (page, json) = (printed(&["read", &file, "--html", "-"]), printed(&["read", &file, "--json"]));
        let reading: Value = serde_json::from_str(&json).expect("JSON");
        for (list, letter) in LISTS {
            let list_name = if list == "passed_over" { "passed" } else { list };
            for number in 1..=reading[list].as_array().expect("a list").len() {
                let id = format!("{list_name}-{number}");
                let once = |words: &str| page.matches(words).count() == 1;
                assert!(once(&format!("id=\"r-{id}\" href=\"#m-{id}\"")), "{plan}: no mark of {id}");
                assert!(once(&format!("<li id=\"m-{id}\">")), "{plan}: {id} is not listed");
                assert!(page.contains(&format!("href=\"#r-{id}\">{letter}{number}</a>")), "{plan}: {id}");
            }
        }
    }
}

/// A plan that tries to be markup, wherever its words go.
fn hostile() -> String {
    let evil = "<script>alert(1)</script>\"><img src=x onerror=alert(2)>";
    let text = PLAN.replace("chợ quê", &format!("chợ {evil} quê"));
    assert!(text.matches("<script>").count() >= 5, "the words stand in many places");
    text
}

#[test]
fn words_of_a_document_are_never_markup() {
    const TAGS: [&str; 39] = [
        "!doctype", "html", "head", "meta", "title", "style", "body", "a", "main", "h1", "h2", "h3", "h4",
        "h5", "h6", "section", "dl", "div", "dt", "dd", "small", "p", "b", "i", "em", "details", "summary",
        "span", "ol", "ul", "li", "q", "code", "mark", "abbr", "table", "caption", "sup", "thead",
    ];
    const IN_TABLES: [&str; 4] = ["tbody", "tr", "th", "td"];
    let page = of_text(&hostile(), &["--html", "-"]);
    assert!(page.contains("&lt;script&gt;alert(1)"), "its words are shown");
    let body = &page[page.find("</style>").expect("a style") + 8..];
    for tag in body.split('<').skip(1) {
        let (tag, _) = tag.split_once('>').unwrap_or((tag, ""));
        let name = tag.trim_start_matches('/').split([' ', '\n']).next().unwrap_or_default().to_lowercase();
        assert!(TAGS.contains(&name.as_str()) || IN_TABLES.contains(&name.as_str()), "<{tag}>");
        // Outside of quotes stand the names of attributes only.
        let bare: String = tag.split('"').step_by(2).collect();
        assert!(!bare.contains("onerror") && !bare.contains("src="), "<{tag}>");
    }
    assert!(!page.contains("http://") && !page.contains("https://"), "it asks nobody for anything");
}

#[test]
fn a_report_does_not_move_the_cursor() {
    let report = of_text(&PLAN.replacen("chợ quê", "chợ \u{1b}[2J quê", 1), &["--all"]);
    assert!(!report.contains('\u{1b}') && report.contains("chợ \u{fffd}[2J quê"), "{report}");
}

#[test]
fn a_page_is_named_after_the_plan_and_never_takes_its_place() {
    let desk = Desk::new();
    desk.write("ke-hoach.txt", PLAN);
    let ended = desk.run(&["read", "ke-hoach.txt", "--html"]);
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    assert!(ended.out.contains("ke-hoach.bao-cao.html"), "{}", ended.out);
    assert!(desk.path("ke-hoach.bao-cao.html").exists());
    let ended = desk.run(&["read", "ke-hoach.txt", "--html", "ke-hoach.txt"]);
    assert_eq!(ended.code, Some(1), "{}", ended.out);
    assert!(ended.err.contains("name another file"), "{}", ended.err);
    assert_eq!(std::fs::read_to_string(desk.path("ke-hoach.txt")).expect("the plan"), PLAN);
}
