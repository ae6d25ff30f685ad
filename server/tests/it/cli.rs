//! Does the program say what a person or a script needs to know?

use std::process::Stdio;

use serde_json::Value;

use crate::support::program::{Desk, corpus};

fn plan() -> String {
    corpus().join("soc-trang-2020/soc-trang-2020.txt").display().to_string()
}

#[test]
fn read_prints_one_json_object_in_the_public_vocabulary() {
    let ended = Desk::new().run(&["read", &plan(), "--json"]);
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    let reading: Value = serde_json::from_str(&ended.out).unwrap();
    for name in ["objectives", "targets", "progress", "spending", "totals", "citations", "checks", "warnings"]
    {
        assert!(reading[name].is_array(), "{name}");
    }
    assert_eq!(reading["plan"]["id"], "soc-trang-2020");
    assert_eq!(reading["plan"]["province"], "Sóc Trăng");
    assert_eq!(reading["plan"]["source_file"], "soc-trang-2020.txt");
    let text: Vec<char> = reading["text"].as_str().unwrap().chars().collect();
    let spending = reading["spending"].as_array().unwrap();
    assert!(!spending.is_empty());
    for record in spending {
        let at = |name: &str| usize::try_from(record["source"][name].as_u64().unwrap()).unwrap();
        let quote: String = text[at("start")..at("end")].iter().collect();
        assert_eq!(Some(quote.as_str()), record["quote"].as_str());
    }
}

#[test]
fn read_prints_a_report_for_people() {
    let ended = Desk::new().run(&["read", &plan()]);
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    for words in [
        "soc-trang-2020",
        "Sóc Trăng (nay thuộc Cần Thơ)",
        "BẢN GHI",
        "Chỉ tiêu",
        "CHẮC ĐẾN ĐÂU",
        "KHỚP KHÔNG",
        "BỎ QUA",
        "minhbach ingest ",
    ] {
        assert!(ended.out.contains(words), "{words}");
    }
}

#[test]
fn read_stores_nothing_and_heeds_the_manifest_beside_the_file() {
    let desk = Desk::new();
    let text = std::fs::read(plan()).unwrap();
    desk.write("plan.txt", text);
    desk.write("plan.toml", "id = \"by-manifest\"\nnumber = \"99/KH-UBND\"\n");
    let ended = desk.run(&["read", "plan.txt", "--json"]);
    let reading: Value = serde_json::from_str(&ended.out).unwrap();
    assert_eq!(reading["plan"]["id"], "by-manifest");
    assert_eq!(reading["plan"]["number"], "99/KH-UBND");
    assert_eq!(reading["plan"]["supplied"], serde_json::json!(["number"]));
    assert!(!desk.path("data").exists());
}

#[test]
fn read_names_a_file_that_is_not_there() {
    let ended = Desk::new().run(&["read", "missing.txt"]);
    assert_eq!((ended.code, ended.out.as_str()), (Some(1), ""));
    assert!(ended.err.contains("missing.txt: there is no such file"), "{}", ended.err);
}

#[test]
fn a_reader_of_its_output_that_has_seen_enough_is_no_fault() {
    let mut child = Desk::new()
        .command(&["read", &plan(), "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn help_names_the_commands_for_people_only() {
    let ended = Desk::new().run(&["--help"]);
    assert_eq!(ended.code, Some(0));
    for command in ["ingest", "read"] {
        assert!(ended.out.contains(&format!("  {command} ")), "{}", ended.out);
    }
    assert!(!ended.out.contains("read-child"), "{}", ended.out);
}

#[test]
fn a_slip_in_a_variables_name_is_told() {
    let desk = Desk::new();
    let output = desk.command(&["read", "missing.txt"]).env("MINHBACH_DATABSE_URL", "x").output().unwrap();
    let err = String::from_utf8(output.stderr).unwrap();
    assert!(err.contains("MINHBACH_DATABSE_URL") && err.contains("MINHBACH_DATABASE_URL"), "{err}");
}

#[test]
fn a_password_never_shows_in_help() {
    let desk = Desk::new();
    let url = "postgres://mb:geheim@localhost/x";
    let output = desk.command(&["ingest", "--help"]).env("MINHBACH_DATABASE_URL", url).output().unwrap();
    assert!(!String::from_utf8(output.stdout).unwrap().contains("geheim"));
}
