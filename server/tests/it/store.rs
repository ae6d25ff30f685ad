//! Does the store keep what it was given, at every revision, on both engines?

use std::time::Duration;

use app::types;
use plandoc::{Manifest, Reading, records::RecordRef};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder,
};
use server::store::{
    Outcome, PlanId, Publication, RecordKind, RecordState, SQLITE_FILE, Store, StoreError,
    entities::{audit, document, plan, record, text},
};

use crate::support::{
    NOW,
    engine::{Engine, on_both_engines},
    reading::{self, described, publication},
};

on_both_engines!(
    an_older_server_starts_beside_a_newer_one,
    publishing_raises_the_revision_by_one,
    the_same_file_again_changes_nothing,
    another_file_is_a_new_version_and_keeps_record_ids,
    a_record_that_is_gone_says_why,
    a_record_that_comes_back_has_its_id_again,
    every_revision_can_be_shown_again,
    references_between_records_become_ids,
    bodies_are_the_public_shapes,
    a_failed_publication_leaves_nothing,
    publishers_beside_each_other_lose_nothing,
    the_same_plan_published_twice_at_once_is_one_plan,
    an_empty_store_may_be_opened_by_many_at_once,
    a_watch_sees_what_another_process_publishes,
    changes_name_the_plans_that_changed,
    a_plan_with_another_number_gets_an_id_of_its_own,
    an_id_that_cannot_be_told_apart_is_refused,
    a_changed_manifest_is_taken_up,
    the_planned_sum_is_the_stated_total,
    the_planned_sum_is_added_up_where_none_is_stated,
    what_was_spent_is_the_total_of_the_table_that_says_so,
    rows_shared_by_two_plans_are_checks_of_the_newer,
    a_store_from_before_knows_what_its_plans_share,
    text_sorts_by_its_bytes,
    positions_text_and_file_come_back_as_they_were,
);

async fn publishing_raises_the_revision_by_one(engine: Engine) {
    let store = engine.open().await;
    assert_eq!(store.revision().await.unwrap(), 0);
    for (year, revision) in [(2020, 1), (2021, 2)] {
        let published = store.publish(&publication(&reading::plan(year))).await.unwrap();
        assert_eq!((published.outcome, published.version), (Outcome::New, 1));
        assert_eq!(published.revision, revision);
        assert_eq!(store.revision().await.unwrap(), revision);
    }
    assert_eq!(audit::Entity::find().count(store.connection()).await.unwrap(), 2);
}

async fn the_same_file_again_changes_nothing(engine: Engine) {
    let store = engine.open().await;
    let mut plan = reading::plan(2020);
    reading::target(&mut plan, "II.1 ¶1", "hồ sơ", 80.0);
    store.publish(&publication(&plan)).await.unwrap();
    let before = record::Entity::find().all(store.connection()).await.unwrap();
    let again = store.publish(&publication(&plan)).await.unwrap();
    assert_eq!((again.outcome, again.revision, again.version), (Outcome::Unchanged, 1, 1));
    assert_eq!(store.revision().await.unwrap(), 1);
    assert_eq!(record::Entity::find().all(store.connection()).await.unwrap(), before);
}

async fn another_file_is_a_new_version_and_keeps_record_ids(engine: Engine) {
    let store = engine.open().await;
    let mut first = reading::plan(2020);
    reading::target(&mut first, "II.1 ¶1", "hồ sơ cấp tỉnh", 80.0);
    reading::target(&mut first, "II.1 ¶2", "hồ sơ cấp huyện", 60.0);
    store.publish(&publication(&first)).await.unwrap();
    let before = ids(&store, RecordKind::Targets).await;

    let mut amended = reading::plan(2020);
    reading::target(&mut amended, "II.1 ¶1", "văn bản điện tử", 95.0);
    reading::target(&mut amended, "II.1 ¶2", "hồ sơ cấp tỉnh", 80.0);
    reading::target(&mut amended, "II.1 ¶3", "hồ sơ cấp huyện", 60.0);
    let published = store.publish(&publication(&amended)).await.unwrap();
    assert_eq!((published.outcome, published.version, published.revision), (Outcome::NewVersion, 2, 2));

    let after = ids(&store, RecordKind::Targets).await;
    assert_eq!(after.len(), 3);
    assert_eq!(after[1..], before[..], "records that only moved keep their ids");
    assert!(!before.contains(&after[0]));
}

async fn a_record_that_is_gone_says_why(engine: Engine) {
    let store = engine.open().await;
    let mut first = reading::plan(2020);
    reading::target(&mut first, "II.1 ¶1", "hồ sơ", 80.0);
    store.publish(&publication(&first)).await.unwrap();
    let id = ids(&store, RecordKind::Targets).await.remove(0);
    assert!(matches!(store.record(&id).await.unwrap(), RecordState::Current(_)));

    let mut second = reading::plan(2020);
    second.text.push_str("Bãi bỏ các chỉ tiêu.\n");
    store.publish(&publication(&second)).await.unwrap();
    let RecordState::Gone(row) = store.record(&id).await.unwrap() else { panic!("{id} should be gone") };
    assert_eq!(row.gone_reason.as_deref(), Some("not_in_new_version"));
    assert_eq!((row.revision_from, row.revision_to), (1, Some(2)));
    assert_eq!(store.record("0000000000").await.unwrap(), RecordState::Unknown);
}

async fn a_record_that_comes_back_has_its_id_again(engine: Engine) {
    let store = engine.open().await;
    let mut with = reading::plan(2020);
    reading::target(&mut with, "II.1 ¶1", "hồ sơ", 80.0);
    let mut without = reading::plan(2020);
    without.text.push_str("Bãi bỏ.\n");
    store.publish(&publication(&with)).await.unwrap();
    let before = ids(&store, RecordKind::Targets).await;
    store.publish(&publication(&without)).await.unwrap();
    let published = store.publish(&publication(&with)).await.unwrap();
    assert_eq!((published.outcome, published.version), (Outcome::NewVersion, 3));
    assert_eq!(ids(&store, RecordKind::Targets).await, before);
}

async fn every_revision_can_be_shown_again(engine: Engine) {
    let store = engine.open().await;
    let mut first = reading::plan(2020);
    reading::target(&mut first, "II.1 ¶1", "hồ sơ", 80.0);
    store.publish(&publication(&first)).await.unwrap();
    let shown = at(&store, 1).await;

    let mut second = reading::plan(2020);
    reading::target(&mut second, "II.1 ¶1", "hồ sơ", 90.0);
    store.publish(&publication(&second)).await.unwrap();
    let bodies = |rows: &[record::Model]| rows.iter().map(|row| row.body.clone()).collect::<Vec<_>>();
    assert_eq!(bodies(&at(&store, 1).await), bodies(&shown));
    assert_ne!(bodies(&at(&store, 2).await), bodies(&shown));
    let versions =
        plan::Entity::find().order_by_asc(plan::Column::RevisionFrom).all(store.connection()).await.unwrap();
    assert_eq!(
        versions.iter().map(|row| (row.version, row.revision_to)).collect::<Vec<_>>(),
        [(1, Some(2)), (2, None)]
    );
    for row in versions {
        assert!(store.text(&row.text_sha256).await.unwrap().contains("hồ sơ"));
    }
}

async fn references_between_records_become_ids(engine: Engine) {
    let store = engine.open().await;
    let mut plan = reading::plan(2020);
    reading::objective(&mut plan, "II ¶1", "Xây dựng chính quyền điện tử");
    reading::target(&mut plan, "II.1 ¶1", "hồ sơ", 80.0);
    plan.targets[0].objective = Some(RecordRef::new("objectives", 0));
    reading::progress(&mut plan, "I ¶1", 0, 52.33);
    store.publish(&publication(&plan)).await.unwrap();

    let target: types::target::Target = only(&store, RecordKind::Targets).await;
    let progress: types::progress::Progress = only(&store, RecordKind::Progress).await;
    let objective: types::objective::Objective = only(&store, RecordKind::Objectives).await;
    assert_eq!(target.objective.as_deref(), Some(objective.record.id.as_str()));
    assert_eq!(target.outcomes, [progress.record.id.as_str()]);
    assert_eq!(progress.answers.as_deref(), Some(target.record.id.as_str()));
    assert_eq!(target.status, types::target::TargetStatus::Missed);
}

async fn bodies_are_the_public_shapes(engine: Engine) {
    let store = engine.open().await;
    let mut plan = reading::plan(2020);
    reading::spending(&mut plan, "PL I · 1", "Trục liên thông văn bản", Some(16_000_000_000));
    store.publish(&publication(&plan)).await.unwrap();
    let spending: types::spending::Spending = only(&store, RecordKind::Spending).await;
    assert_eq!(spending.record.plan_id, "soc-trang-2020");
    assert_eq!(spending.record.province.as_deref(), Some("Sóc Trăng"));
    assert_eq!(spending.record.province_now.as_deref(), Some("Cần Thơ"));
    assert_eq!(spending.amount_vnd, Some(16_000_000_000));
    assert!(spending.lead_agency_id.is_some(), "the agency is in the catalogue");
    assert_eq!(spending.record.corrected, None);
    let row = Store::records(RecordKind::Spending).one(store.connection()).await.unwrap().unwrap();
    assert_eq!((row.amount_vnd, row.in_sum, row.year), (Some(16_000_000_000), Some(true), Some(2020)));
    assert_eq!(row.agency_id, spending.lead_agency_id);
    assert!(row.folded.contains(" truc lien thong van ban "), "{}", row.folded);
}

async fn a_failed_publication_leaves_nothing(engine: Engine) {
    let store = engine.open().await;
    let mut plan = reading::plan(2020);
    reading::target(&mut plan, "II.1 ¶1", "hồ sơ", 80.0);
    plan.targets[0].objective = Some(RecordRef::new("objectives", 7));
    let error = store.publish(&publication(&plan)).await.unwrap_err();
    assert!(matches!(&error, StoreError::Reading { .. }), "{error}");
    assert!(error.to_string().contains("objectives/7"), "{error}");
    assert_eq!(store.revision().await.unwrap(), 0);
    assert_eq!(document::Entity::find().count(store.connection()).await.unwrap(), 0);
    assert_eq!(text::Entity::find().count(store.connection()).await.unwrap(), 0);
    assert_eq!(record::Entity::find().count(store.connection()).await.unwrap(), 0);
}

async fn publishers_beside_each_other_lose_nothing(engine: Engine) {
    let mut publishers = tokio::task::JoinSet::new();
    for year in 2001..=2012 {
        let store = engine.open().await;
        publishers.spawn(async move {
            let mut plan = reading::plan(year);
            reading::target(&mut plan, "II.1 ¶1", "hồ sơ", 80.0);
            store.publish(&publication(&plan)).await.unwrap().revision
        });
    }
    let mut revisions = publishers.join_all().await;
    revisions.sort_unstable();
    assert_eq!(revisions, (1..=12).collect::<Vec<u64>>());
    let store = engine.open().await;
    assert_eq!(store.revision().await.unwrap(), 12);
    assert_eq!(store.plans(NOW).await.unwrap().len(), 12);
    assert_eq!(ids(&store, RecordKind::Targets).await.len(), 12);
}

async fn the_same_plan_published_twice_at_once_is_one_plan(engine: Engine) {
    let mut publishers = tokio::task::JoinSet::new();
    for _ in 0..6 {
        let store = engine.open().await;
        publishers
            .spawn(async move { store.publish(&publication(&reading::plan(2020))).await.unwrap().outcome });
    }
    let outcomes = publishers.join_all().await;
    assert_eq!(outcomes.iter().filter(|outcome| **outcome == Outcome::New).count(), 1);
    assert_eq!(outcomes.iter().filter(|outcome| **outcome == Outcome::Unchanged).count(), 5);
}

async fn an_empty_store_may_be_opened_by_many_at_once(engine: Engine) {
    let mut opened = tokio::task::JoinSet::new();
    for _ in 0..6 {
        let location = engine.location.clone();
        opened.spawn(async move { Store::connect(&location).await.map(drop) });
    }
    for result in opened.join_all().await {
        result.unwrap();
    }
}

async fn a_watch_sees_what_another_process_publishes(engine: Engine) {
    let server = engine.open().await;
    let mut watch = server.watch(0).await.unwrap();
    let ingest = engine.open().await;
    for (year, revision) in [(2020, 1), (2021, 2)] {
        let plan = reading::plan(year);
        let publication = publication(&plan);
        let (seen, published) = tokio::join!(
            tokio::time::timeout(Duration::from_secs(20), watch.next()),
            ingest.publish(&publication)
        );
        published.unwrap();
        assert_eq!(seen.expect("it is seen in time").unwrap(), revision);
    }
    drop(watch);
}

async fn changes_name_the_plans_that_changed(engine: Engine) {
    let store = engine.open().await;
    for year in [2020, 2021, 2022] {
        store.publish(&publication(&reading::plan(year))).await.unwrap();
    }
    let changes = store.changes_since(1).await.unwrap();
    assert_eq!(changes.revision, 3);
    assert_eq!(changes.plans.into_iter().collect::<Vec<_>>(), ["soc-trang-2021", "soc-trang-2022"]);
    let none = store.changes_since(3).await.unwrap();
    assert_eq!((none.revision, none.plans.len()), (3, 0));
}

async fn a_plan_with_another_number_gets_an_id_of_its_own(engine: Engine) {
    let store = engine.open().await;
    store.publish(&publication(&reading::plan(2020))).await.unwrap();
    let mut other = reading::plan(2020);
    other.plan.number = Some("12/KH-UBND".into());
    other.text.push_str("Kế hoạch khác.\n");
    let published = store.publish(&publication(&other)).await.unwrap();
    assert_eq!((published.id.as_str(), published.outcome), ("soc-trang-2020-12-kh-ubnd", Outcome::New));
    other.text.push_str("Sửa đổi.\n");
    let amended = store.publish(&publication(&other)).await.unwrap();
    assert_eq!((amended.id.as_str(), amended.outcome), ("soc-trang-2020-12-kh-ubnd", Outcome::NewVersion));
}

async fn an_id_that_cannot_be_told_apart_is_refused(engine: Engine) {
    let store = engine.open().await;
    store.publish(&publication(&reading::plan(2020))).await.unwrap();
    let mut other = reading::plan(2020);
    other.plan.number = None;
    other.plan.title = Some("Kế hoạch phòng cháy năm 2020".into());
    other.text.push_str("Kế hoạch khác.\n");
    let error = store.publish(&publication(&other)).await.unwrap_err();
    assert!(error.to_string().contains("soc-trang-2020"), "{error}");
    assert!(error.to_string().contains("--id"), "{error}");
    let named = Publication { id: PlanId::Named("soc-trang-2020-pccc".into()), ..publication(&other) };
    assert_eq!(store.publish(&named).await.unwrap().outcome, Outcome::New);
    let twice = Publication { id: PlanId::Named("soc-trang-2020-lai".into()), ..publication(&other) };
    let error = store.publish(&twice).await.unwrap_err();
    assert!(error.to_string().contains("\"soc-trang-2020-pccc\""), "one file is one plan: {error}");
    assert_eq!(store.plans(NOW).await.unwrap().len(), 2);
}

async fn a_changed_manifest_is_taken_up(engine: Engine) {
    let store = engine.open().await;
    let plan = reading::plan(2020);
    store.publish(&publication(&plan)).await.unwrap();
    let manifest = Manifest { source_url: Some("https://example.vn/kh.pdf".into()), ..Manifest::default() };
    let published = store.publish(&described(&plan, &manifest)).await.unwrap();
    assert_eq!((published.outcome, published.version, published.revision), (Outcome::Reread, 1, 2));
    let row = store.plan(NOW, "soc-trang-2020").await.unwrap().unwrap();
    let public: types::plan::Plan = serde_json::from_str(&row.body).unwrap();
    assert_eq!(public.source_url, manifest.source_url);
    assert_eq!(store.publish(&described(&plan, &manifest)).await.unwrap().outcome, Outcome::Unchanged);
    let bare = store.publish(&publication(&plan)).await.unwrap();
    assert_eq!(bare.outcome, Outcome::Unchanged, "a bare file says nothing against the manifest");
    let mut amended = reading::plan(2020);
    amended.text.push_str("Sửa đổi.\n");
    let error = store.publish(&publication(&amended)).await.unwrap_err();
    assert!(error.to_string().contains("plan.toml"), "what an editor stated is not dropped: {error}");
}

async fn the_planned_sum_is_the_stated_total(engine: Engine) {
    let store = engine.open().await;
    let mut plan = reading::plan(2020);
    reading::spending(&mut plan, "PL I · 1", "Trục liên thông", Some(16_000_000));
    reading::total(&mut plan, "PL I · tổng", 20_396_000_000);
    store.publish(&publication(&plan)).await.unwrap();
    let total = ids(&store, RecordKind::Totals).await.remove(0);
    let sum = figures(&store).await.planned.unwrap();
    assert_eq!((sum.amount_vnd, sum.basis), (20_396_000_000, types::figures::SumBasis::Stated));
    assert_eq!((sum.total, sum.rows), (Some(total), 1));
}

async fn the_planned_sum_is_added_up_where_none_is_stated(engine: Engine) {
    let store = engine.open().await;
    let mut plan = reading::plan(2020);
    reading::spending(&mut plan, "PL I · 1", "Trục liên thông", Some(16_000_000));
    reading::spending(&mut plan, "PL I · 2", "Cổng dịch vụ công", Some(42_000_000));
    reading::spending(&mut plan, "PL I · 3", "Đào tạo", None);
    reading::spending(&mut plan, "III ¶1", "Nhắc lại", Some(16_000_000));
    plan.spending[3].in_sum = false;
    store.publish(&publication(&plan)).await.unwrap();
    let figures = figures(&store).await;
    let sum = figures.planned.unwrap();
    assert_eq!((sum.amount_vnd, sum.basis, sum.rows), (58_000_000, types::figures::SumBasis::Computed, 2));
    assert_eq!((figures.spending, figures.spent), (4, None));
}

async fn what_was_spent_is_the_total_of_the_table_that_says_so(engine: Engine) {
    let store = engine.open().await;
    let mut plan = reading::plan(2020);
    reading::spending(&mut plan, "I.8 · 1", "Trục liên thông", Some(16_000_000));
    plan.spending[0].disbursed_vnd = Some(15_661_000);
    reading::total(&mut plan, "I.8 · Tổng cộng", 22_180_000);
    plan.totals[0].scope = "I.8".into();
    plan.totals[0].disbursed_vnd = Some(15_660_000);
    reading::total(&mut plan, "VI ¶2", 12_000_000);
    plan.totals[1].scope = "source".into();
    plan.totals[1].disbursed_vnd = Some(3_000_000);
    store.publish(&publication(&plan)).await.unwrap();
    let sum = figures(&store).await.spent.unwrap();
    assert_eq!((sum.amount_vnd, sum.basis, sum.rows), (15_660_000, types::figures::SumBasis::Stated, 1));
    assert_eq!(sum.address.as_deref(), Some("I.8 · Tổng cộng"));
}

/// A plan with a row that stands in each.
fn with_shared_row(year: i32) -> Reading {
    let mut plan = reading::plan(year);
    let title = "Nâng cấp trục liên thông văn bản điện tử của tỉnh";
    reading::spending(&mut plan, "PL I · 1", title, Some(16_000_000_000));
    plan
}

async fn a_store_from_before_knows_what_its_plans_share(engine: Engine) {
    let store = engine.open().await;
    store.publish(&publication(&with_shared_row(2021))).await.unwrap();
    // As it was before places were kept.
    for statement in [
        "DROP INDEX records_across",
        "DROP INDEX plans_file",
        "DROP TABLE twin_places",
        "DELETE FROM seaql_migrations WHERE version = 'm20261122_000003_twins'",
    ] {
        store.connection().execute_unprepared(statement).await.unwrap();
    }
    let store = engine.open().await;
    store.publish(&publication(&with_shared_row(2020))).await.unwrap();
    let [check] = &checks(&store).await[..] else { panic!("one twin") };
    assert_eq!((check.plan_id.as_str(), check.records.len()), ("soc-trang-2021", 2));
}

async fn rows_shared_by_two_plans_are_checks_of_the_newer(engine: Engine) {
    let plan = with_shared_row;
    let store = engine.open().await;
    // The older plan comes last: the checks are the same as if it had come first.
    store.publish(&publication(&plan(2021))).await.unwrap();
    assert_eq!(checks(&store).await, []);
    let published = store.publish(&publication(&plan(2020))).await.unwrap();
    let shown = checks(&store).await;
    let [check] = &shown[..] else { panic!("one twin, not {shown:?}") };
    assert_eq!((check.plan_id.as_str(), check.kind), ("soc-trang-2021", types::check::CheckKind::Twin));
    assert!(check.message.contains("Sóc Trăng 2020"), "{}", check.message);
    let rows = Store::records(RecordKind::Spending).order_by_desc(record::Column::PlanId);
    let rows: Vec<String> =
        rows.all(store.connection()).await.unwrap().into_iter().map(|row| row.id).collect();
    assert_eq!(check.records, rows, "the newer plan's row, then the older one's");
    let newer = store.plan(NOW, "soc-trang-2021").await.unwrap().unwrap();
    let newer: types::plan::Plan = serde_json::from_str(&newer.body).unwrap();
    assert_eq!(newer.figures.checks, 1);
    let touched = store.changes_since(published.revision - 1).await.unwrap().plans;
    assert!(touched.contains("soc-trang-2021"), "{touched:?}");

    let mut amended = plan(2021);
    amended.text.push_str("Sửa đổi.\n");
    store.publish(&publication(&amended)).await.unwrap();
    assert_eq!(checks(&store).await.iter().map(|check| &check.id).collect::<Vec<_>>(), [&check.id]);

    let mut without = reading::plan(2020);
    without.text.push_str("Bãi bỏ.\n");
    store.publish(&publication(&without)).await.unwrap();
    assert_eq!(checks(&store).await, []);
    assert!(matches!(store.record(&check.id).await.unwrap(), RecordState::Gone(_)));
}

async fn text_sorts_by_its_bytes(engine: Engine) {
    let store = engine.open().await;
    let mut plan = reading::plan(2020);
    for title in ["b", "Á", "a", "B", "-c"] {
        reading::spending(&mut plan, "PL I", title, None);
    }
    store.publish(&publication(&plan)).await.unwrap();
    let sorted = Store::records(RecordKind::Spending).order_by_asc(record::Column::Label);
    let labels: Vec<String> =
        sorted.all(store.connection()).await.unwrap().into_iter().map(|row| row.label).collect();
    assert_eq!(labels, ["-c", "B", "a", "b", "Á"]);
}

async fn positions_text_and_file_come_back_as_they_were(engine: Engine) {
    let store = engine.open().await;
    let mut plan = reading::plan(2020);
    reading::target(&mut plan, "II.1 ¶1", "hồ sơ xử lý qua mạng", 80.0);
    store.publish(&publication(&plan)).await.unwrap();
    let row = store.plan(NOW, "soc-trang-2020").await.unwrap().unwrap();
    let text = store.text(&row.text_sha256).await.unwrap();
    assert_eq!(text, plan.text);
    assert_eq!(store.document(&row.sha256).await.unwrap(), plan.text.as_bytes());
    assert_eq!(store.reading_document(&row).await.unwrap(), plan.document);
    let target: types::target::Target = only(&store, RecordKind::Targets).await;
    let place = target.record.source.start..target.record.source.end;
    let quote: String =
        (0..).zip(text.chars()).filter(|(at, _)| place.contains(at)).map(|(_, c)| c).collect();
    assert_eq!(quote, target.record.quote);
}

/// What is acknowledged stands in the files: a copy of them, as a killed process
/// leaves them, holds it.
#[tokio::test]
async fn a_killed_process_loses_nothing_acknowledged() {
    let engine = Engine::sqlite();
    let store = engine.open().await;
    store.publish(&publication(&reading::plan(2020))).await.unwrap();
    let left = engine.folder.path().join("left");
    std::fs::create_dir(&left).unwrap();
    for suffix in ["", "-wal"] {
        let name = format!("{SQLITE_FILE}{suffix}");
        std::fs::copy(engine.folder.path().join("data").join(&name), left.join(&name)).unwrap();
    }
    drop(store);
    let survivor = Store::connect(&server::store::Location::Sqlite { folder: left }).await.unwrap();
    assert_eq!(survivor.revision().await.unwrap(), 1);
    assert!(survivor.plan(NOW, "soc-trang-2020").await.unwrap().is_some());
}

#[tokio::test]
async fn an_address_of_another_engine_is_refused() {
    let error = server::store::Location::new("data", Some("mysql://root@localhost/x")).unwrap_err();
    assert!(error.to_string().contains("postgres://"), "{error}");
}

#[tokio::test]
async fn an_unreachable_database_is_named_without_its_password() {
    let location =
        server::store::Location::new("data", Some("postgres://mb:geheim@127.0.0.1:1/minhbach")).unwrap();
    let error = Store::connect(&location).await.unwrap_err().to_string();
    assert!(error.contains("127.0.0.1:1/minhbach"), "{error}");
    assert!(!error.contains("geheim"), "{error}");
}

/// Ids of a list's current records in order.
async fn ids(store: &Store, kind: RecordKind) -> Vec<String> {
    let rows =
        Store::records(kind).order_by_asc(record::Column::Ordinal).all(store.connection()).await.unwrap();
    rows.into_iter().map(|row| row.id).collect()
}

/// The public shape of the only record of a list.
async fn only<T: serde::de::DeserializeOwned>(store: &Store, kind: RecordKind) -> T {
    let rows = Store::records(kind).all(store.connection()).await.unwrap();
    assert_eq!(rows.len(), 1);
    serde_json::from_str(&rows[0].body).unwrap()
}

/// The current checks of all plans.
async fn checks(store: &Store) -> Vec<types::check::Check> {
    let rows = Store::records(RecordKind::Checks).order_by_asc(record::Column::Ordinal);
    let rows = rows.all(store.connection()).await.unwrap();
    rows.iter().map(|row| serde_json::from_str(&row.body).unwrap()).collect()
}

/// The rows that a revision shows.
async fn at(store: &Store, revision: i64) -> Vec<record::Model> {
    record::Entity::find()
        .filter(record::Column::RevisionFrom.lte(revision))
        .filter(record::Column::RevisionTo.is_null().or(record::Column::RevisionTo.gt(revision)))
        .order_by_asc(record::Column::Ordinal)
        .all(store.connection())
        .await
        .unwrap()
}

async fn figures(store: &Store) -> types::figures::PlanFigures {
    let row = store.plan(NOW, "soc-trang-2020").await.unwrap().unwrap();
    serde_json::from_str::<types::plan::Plan>(&row.body).unwrap().figures
}

async fn an_older_server_starts_beside_a_newer_one(engine: Engine) {
    let store = engine.open().await;
    store.publish(&publication(&reading::plan(2020))).await.expect("it is published");
    let later = "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m20991231_000001_later', 0)";
    store.connection().execute_unprepared(later).await.expect("a later version was here");
    let older = engine.open().await;
    assert_eq!(older.revision().await.expect("it is read"), 1);
    older.publish(&publication(&reading::plan(2021))).await.expect("it is written");
}
