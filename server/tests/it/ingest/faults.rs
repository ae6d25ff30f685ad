//! Is each kind of bad input named, with what to do, and is nothing of it kept?

use std::fs::File;

use sea_orm::{EntityTrait, PaginatorTrait};
use server::store::entities::{audit, document, plan, record, text};

use super::PLAN;
use crate::support::program::Desk;

/// Takes the file in, in vain: the message names the file and says all of the words,
/// the exit code is 1, and nothing is stored.
async fn is_refused(desk: &Desk, path: &str, words: &[&str]) {
    let ended = desk.run(&["ingest", path]);
    assert_eq!(ended.code, Some(1), "{}", ended.err);
    let message = ended.err.lines().find(|line| line.starts_with("error: ")).unwrap_or_default();
    for word in [path].iter().chain(words) {
        assert!(message.contains(word), "\"{word}\" is not in: {message}");
    }
    assert!(ended.out.contains("failed"), "{}", ended.out);
    let store = desk.store().await;
    assert_eq!(store.revision().await.unwrap(), 0);
    let db = store.connection();
    assert_eq!(document::Entity::find().count(db).await.unwrap(), 0);
    assert_eq!(text::Entity::find().count(db).await.unwrap(), 0);
    assert_eq!(plan::Entity::find().count(db).await.unwrap(), 0);
    assert_eq!(record::Entity::find().count(db).await.unwrap(), 0);
    assert_eq!(audit::Entity::find().count(db).await.unwrap(), 0);
}

async fn bytes_are_refused(name: &str, bytes: &[u8], words: &[&str]) {
    let desk = Desk::new();
    desk.write(name, bytes);
    is_refused(&desk, name, words).await;
}

#[tokio::test]
async fn a_file_that_is_not_text() {
    bytes_are_refused(
        "plan.pdf",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        &["the PDF", "no valid PDF", "export it as"],
    )
    .await;
    bytes_are_refused("plan.txt", b"\x7fELF\x02\x01\x01\0\0\0\xff\xfe\xfd", &["not text", "export it as"])
        .await;
}

#[tokio::test]
async fn an_empty_file() {
    bytes_are_refused("plan.txt", b"", &["empty", "fetch it again"]).await;
    bytes_are_refused("plan.txt", b" \n\r\n\t", &["empty"]).await;
}

#[tokio::test]
async fn a_file_of_200_megabytes() {
    let desk = Desk::new();
    let size = 200 * 1024 * 1024;
    File::create(desk.path("plan.txt")).unwrap().set_len(size).unwrap();
    is_refused(&desk, "plan.txt", &[&size.to_string(), "at most", "split off"]).await;
}

#[tokio::test]
async fn a_plan_of_another_kind() {
    let menu =
        "KẾ HOẠCH DU LỊCH HÈ CỦA LỚP 5A\n\nNgày 1: đi biển, ăn trưa.\nNgày 2: leo núi.\nNgày 3: về nhà.\n";
    bytes_are_refused("trip.txt", menu.as_bytes(), &["does not read like a provincial plan", "expected"])
        .await;
    bytes_are_refused(
        "note.md",
        "# Ghi chú\n\nMua sữa, trứng và bánh mì.\n".as_bytes(),
        &["provincial plan"],
    )
    .await;
}

#[tokio::test]
async fn a_plan_whose_province_or_period_cannot_be_told() {
    let nowhere = PLAN.replace("TỈNH SÓC TRĂNG", "");
    bytes_are_refused("plan.txt", nowhere.as_bytes(), &["province", "--id", "plan.toml"]).await;
    let someday = PLAN.replace("năm 2021", "");
    bytes_are_refused("plan.txt", someday.as_bytes(), &["period", "--id", "plan.toml"]).await;
}

#[tokio::test]
async fn a_manifest_that_cannot_be_understood() {
    for (manifest, word) in [
        ("nmuber = \"1\"", "nmuber"),
        ("province = \"atlantis\"", "atlantis"),
        ("file = \"other.txt\"", "other.txt"),
        ("id = \"Sóc Trăng\"", "lower-case"),
    ] {
        let desk = Desk::new();
        desk.write("st/plan.txt", PLAN);
        desk.write("st/plan.toml", manifest);
        is_refused(&desk, "st", &[word]).await;
    }
}

#[tokio::test]
async fn a_folder_without_a_plan() {
    let desk = Desk::new();
    desk.write("empty/inner/readme.txt", "x");
    is_refused(&desk, "empty", &["plan.toml"]).await;
}

#[tokio::test]
async fn a_folder_with_several_files() {
    let desk = Desk::new();
    desk.write("st/plan.toml", "");
    desk.write("st/a.txt", PLAN);
    desk.write("st/b.txt", PLAN);
    is_refused(&desk, "st", &["a.txt, b.txt", "file ="]).await;
}

#[tokio::test]
async fn an_id_for_two_files_is_a_misuse() {
    let desk = Desk::new();
    desk.write("a.txt", PLAN);
    desk.write("b.txt", PLAN);
    let ended = desk.run(&["ingest", "a.txt", "b.txt", "--id", "one"]);
    assert_eq!(ended.code, Some(2));
    assert!(ended.err.contains("--id names one plan"), "{}", ended.err);
    assert!(!desk.path("data").exists());
}

#[tokio::test]
async fn a_data_folder_that_cannot_be_made() {
    let desk = Desk::new();
    desk.write("a.txt", PLAN);
    desk.write("taken", "a file");
    let ended = desk.run(&["ingest", "a.txt", "--data", "taken/data"]);
    assert_eq!(ended.code, Some(1));
    assert!(ended.err.contains("taken/data") && ended.err.contains("--data"), "{}", ended.err);
}
