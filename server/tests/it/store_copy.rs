//! Does a store come whole into another one, and is damage told?

use std::fs;

use server::store::{Store, StoreError};

use crate::support::{
    engine::Engine,
    portal::Portal,
    program::Desk,
    reading::{self, publication},
};

/// A store with two plans, one of them in a second version, and a reader's report.
async fn filled(store: &Store) {
    for year in [2019, 2020] {
        let mut plan = reading::plan(year);
        reading::spending(&mut plan, "Phần I ¶1", "mua máy chủ", Some(5_000_000));
        reading::target(&mut plan, "Phần I ¶2", "hồ sơ trực tuyến", 0.1 + 0.2);
        store.publish(&publication(&plan)).await.expect("it is published");
    }
}

async fn everything(store: &Store) -> Vec<String> {
    let revision = store.revision().await.expect("a revision");
    let mut all = Vec::new();
    for plan in store.plans(revision).await.expect("plans") {
        all.push(format!("{plan:?}"));
        for record in store.records_of(revision, &plan.id).await.expect("records") {
            all.push(format!("{record:?}"));
        }
    }
    all
}

#[tokio::test]
async fn a_copy_on_either_engine_holds_the_same_and_goes_on() {
    let from = Engine::sqlite();
    let store = from.open().await;
    filled(&store).await;
    for engine in [Engine::sqlite(), Engine::postgres().await] {
        let copy = engine.open().await;
        let copied = store.copy_to(&copy).await.expect("it is copied");
        assert_eq!(copied.revision, 2);
        assert!(copied.rows.contains(&("plans", 2)), "{copied:?}");
        assert_eq!(everything(&copy).await, everything(&store).await);
        // Numbers go on after those that were copied.
        copy.publish(&publication(&reading::plan(2021))).await.expect("one more is published");
        assert_eq!(copy.revision().await.expect("a revision"), 3);
    }
}

#[tokio::test]
async fn what_is_there_is_never_mixed_with_a_copy() {
    let (from, into) = (Engine::sqlite(), Engine::sqlite());
    let (store, other) = (from.open().await, into.open().await);
    filled(&store).await;
    filled(&other).await;
    let refused = store.copy_to(&other).await.expect_err("it is not empty");
    assert!(matches!(refused, StoreError::NotEmpty { revision: 2 }), "{refused}");
}

#[tokio::test]
async fn a_sound_store_has_no_faults_and_a_damaged_one_names_them() {
    let portal = Portal::with_corpus().await;
    let found = portal.store.check().await.expect("it is looked at");
    assert_eq!(found.faults, Vec::<String>::new());
    assert!(found.plans == 5 && found.records > 800, "{found:?}");

    let engine = Engine::sqlite();
    let store = engine.open().await;
    filled(&store).await;
    let damage = "UPDATE texts SET text = replace(text, 'máy chủ', 'máy CHỦ') WHERE text LIKE '%2020%'";
    sea_orm::ConnectionTrait::execute_unprepared(store.connection(), damage).await.expect("it is damaged");
    let found = store.check().await.expect("it is looked at");
    assert!(found.faults.iter().any(|fault| fault.contains("do not stand at their place")), "{found:?}");
    let lost = "DELETE FROM documents";
    sea_orm::ConnectionTrait::execute_unprepared(store.connection(), lost).await.expect("they are lost");
    let found = store.check().await.expect("it is looked at");
    assert_eq!(
        found.faults.iter().filter(|fault| fault.contains("lacks the document")).count(),
        2,
        "{found:?}"
    );
}

#[test]
fn a_backup_is_restored_checked_and_never_overwrites() {
    let desk = Desk::new();
    desk.write("ke-hoach.txt", include_str!("../../../corpus/soc-trang-2009-2010/soc-trang-2009-2010.md"));
    assert_eq!(desk.run(&["ingest", "--data", "data", "ke-hoach.txt"]).code, Some(0));
    let backup = desk.run(&["backup", "--data", "data", "backup.sqlite"]);
    assert_eq!(backup.code, Some(0), "{}", backup.err);
    assert!(
        backup.out.contains("backup.sqlite holds revision 1, read back and found the same"),
        "{}",
        backup.out
    );
    let again = desk.run(&["backup", "--data", "data", "backup.sqlite"]);
    assert!(again.code == Some(1) && again.err.contains("is there already"), "{}", again.err);
    let restored = desk.run(&["restore", "--data", "other", "backup.sqlite"]);
    assert_eq!(restored.code, Some(0), "{}", restored.err);
    let check = desk.run(&["check", "--data", "other"]);
    assert_eq!(check.code, Some(0), "{}", check.out);
    assert!(check.out.contains("ok     store: revision 1, 1 plans"), "{}", check.out);
    assert!(check.out.contains("index: not there yet"), "{}", check.out);
    let mixed = desk.run(&["restore", "--data", "other", "backup.sqlite"]);
    assert!(mixed.code == Some(1) && mixed.err.contains("holds revision 1 already"), "{}", mixed.err);
    let left: Vec<_> =
        fs::read_dir(desk.path("other")).expect("the folder").flatten().map(|e| e.file_name()).collect();
    assert!(left.iter().all(|name| name.to_string_lossy().starts_with("minhbach.sqlite")), "{left:?}");
}

#[test]
fn a_check_tells_a_damaged_index_and_a_slip_in_the_settings() {
    let desk = Desk::new();
    desk.write("ke-hoach.txt", include_str!("../../../corpus/soc-trang-2009-2010/soc-trang-2009-2010.md"));
    assert_eq!(desk.run(&["ingest", "--data", "data", "ke-hoach.txt"]).code, Some(0));
    fs::create_dir(desk.path("data/index")).expect("a folder");
    fs::write(desk.path("data/index/meta.json"), "{").expect("a file");
    let output = desk.command(&["check", "--data", "data"]).env("MINHBACH_DATABASE_ULR", "x").output();
    let output = output.expect("it runs");
    let said = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("FAULT  settings: MINHBACH_DATABASE_ULR means nothing"), "{said}");
    assert!(said.contains("FAULT  index:") && said.contains("nothing is lost"), "{said}");
}
