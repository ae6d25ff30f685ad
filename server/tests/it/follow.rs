//! Does the index keep up with the store, and can it be lost without loss?

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, Instant},
};

use plandoc::Reading;
use server::{
    search::{Request, Search, SearchError, Update, catch_up, follow},
    store::Store,
};
use tempfile::TempDir;
use tokio::{sync::watch, task::JoinHandle};

use crate::support::{
    engine::{Engine, on_both_engines},
    reading::{self, publication},
};

on_both_engines!(
    what_another_process_publishes_is_found,
    a_new_version_takes_the_place_of_the_old_one,
    a_deleted_index_is_made_again_while_it_is_served,
    the_index_of_another_store_is_made_again,
);

/// The promise is two seconds; the tests share their machine.
const DEADLINE: Duration = Duration::from_secs(8);

fn plan(year: i32, task: &str) -> Reading {
    let mut plan = reading::plan(year);
    reading::spending(&mut plan, "PL I · 1", task, Some(1_000_000));
    plan
}

fn total(search: &Search, words: &str) -> u64 {
    let request = Request { typed: words.to_owned(), limit: 10, ..Request::default() };
    search.search(&request).expect("an answer").groups.iter().map(|group| group.total).sum()
}

/// Waits until it holds; fails after [`DEADLINE`].
async fn until(what: &str, holds: impl Fn() -> bool) {
    let start = Instant::now();
    while !holds() {
        assert!(start.elapsed() < DEADLINE, "after {DEADLINE:?} still not: {what}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// A server's index that follows the store.
struct Served {
    search: Arc<Search>,
    task: JoinHandle<()>,
}

impl Served {
    async fn start(engine: &Engine) -> Self {
        let search = Arc::new(Search::open(&index_of(engine)).expect("the index opens"));
        let task = tokio::spawn(follow(engine.open().await, Arc::clone(&search), watch::Sender::new(0)));
        Self { search, task }
    }

    async fn stop(self) {
        self.task.abort();
        // Only when the task has ended does it let go of the index.
        let _ = self.task.await;
    }
}

fn index_of(engine: &Engine) -> PathBuf {
    engine.folder.path().join("index")
}

async fn what_another_process_publishes_is_found(engine: Engine) {
    let served = Served::start(&engine).await;
    let other = engine.open().await;
    for (year, task) in [(2020, "Nâng cấp cổng"), (2021, "Mua máy chủ")] {
        let revision = other.publish(&publication(&plan(year, task))).await.unwrap().revision;
        until("the revision is shown", || served.search.revision() == revision).await;
        assert_eq!(total(&served.search, task), 1);
    }
    served.stop().await;
}

async fn a_new_version_takes_the_place_of_the_old_one(engine: Engine) {
    let served = Served::start(&engine).await;
    let store = engine.open().await;
    store.publish(&publication(&plan(2019, "Đào tạo cán bộ"))).await.unwrap();
    store.publish(&publication(&plan(2020, "Nâng cấp cổng"))).await.unwrap();
    store.publish(&publication(&plan(2020, "Mua máy chủ"))).await.unwrap();
    until("three revisions are shown", || served.search.revision() == 3).await;
    let found = ["Nâng cấp cổng", "Mua máy chủ", "Đào tạo cán bộ"].map(|task| total(&served.search, task));
    assert_eq!(found, [0, 1, 1]);
    served.stop().await;
}

async fn a_deleted_index_is_made_again_while_it_is_served(engine: Engine) {
    let served = Served::start(&engine).await;
    let store = engine.open().await;
    store.publish(&publication(&plan(2020, "Nâng cấp cổng"))).await.unwrap();
    until("it is shown", || served.search.revision() == 1).await;
    fs::remove_dir_all(index_of(&engine)).unwrap();
    assert_eq!(total(&served.search, "Nâng cấp cổng"), 1, "what was shown is shown on");
    until("the index is there again", || served.search.is_there()).await;
    store.publish(&publication(&plan(2021, "Mua máy chủ"))).await.unwrap();
    until("the next is shown", || served.search.revision() == 2).await;
    assert_eq!(["Nâng cấp cổng", "Mua máy chủ"].map(|task| total(&served.search, task)), [1, 1]);
    served.stop().await;
}

async fn the_index_of_another_store_is_made_again(engine: Engine) {
    let other = Engine::sqlite();
    let foreign = other.open().await;
    foreign.publish(&publication(&plan(2020, "Nâng cấp cổng"))).await.unwrap();
    let search = indexed(&foreign, &index_of(&engine)).await;
    assert_eq!(total(&search, "Nâng cấp cổng"), 1);

    let store = engine.open().await;
    store.publish(&publication(&plan(2021, "Mua máy chủ"))).await.unwrap();
    catch_up(&store, &search).await.unwrap();
    assert_eq!(["Nâng cấp cổng", "Mua máy chủ"].map(|task| total(&search, task)), [0, 1]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_index_whose_making_failed_is_never_added_to() {
    let engine = Engine::sqlite();
    let (store, folder) = (engine.open().await, index_of(&engine));
    store.publish(&publication(&plan(2020, "Nâng cấp cổng"))).await.unwrap();
    let search = indexed(&store, &folder).await;
    fs::remove_dir_all(&folder).unwrap();
    fs::write(&folder, "in the way").unwrap();
    catch_up(&store, &search).await.expect_err("a file stands where the folder belongs");
    assert_eq!(total(&search, "Nâng cấp cổng"), 1, "what was shown is shown on");

    let only_change = Update { stamp: search.stamp(), ..Update::default() };
    assert!(matches!(search.apply(&only_change), Err(SearchError::Missing)));
    fs::remove_file(&folder).unwrap();
    store.publish(&publication(&plan(2021, "Mua máy chủ"))).await.unwrap();
    catch_up(&store, &search).await.unwrap();
    assert_eq!(["Nâng cấp cổng", "Mua máy chủ"].map(|task| total(&search, task)), [1, 1]);
}

async fn indexed(store: &Store, folder: &Path) -> Arc<Search> {
    let search = Arc::new(Search::open(folder).expect("the index opens"));
    catch_up(store, &search).await.expect("it catches up");
    search
}

/// A store with one plan, and its index, closed.
async fn closed_index() -> (Engine, Store, PathBuf) {
    let engine = Engine::sqlite();
    let store = engine.open().await;
    store.publish(&publication(&plan(2020, "Nâng cấp cổng"))).await.unwrap();
    let folder = index_of(&engine);
    drop(indexed(&store, &folder).await);
    (engine, store, folder)
}

async fn is_made_again(store: &Store, folder: &Path) {
    let search = Arc::new(Search::open(folder).expect("the index opens"));
    assert_eq!(search.revision(), 0, "an unusable index shows nothing");
    catch_up(store, &search).await.unwrap();
    assert_eq!((search.revision(), total(&search, "Nâng cấp cổng")), (1, 1));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_index_in_order_is_used_as_it_is() {
    let (_engine, _store, folder) = closed_index().await;
    let search = Search::open(&folder).unwrap();
    assert_eq!((search.revision(), total(&search, "Nâng cấp cổng")), (1, 1));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_missing_index_is_made_again() {
    let (_engine, store, folder) = closed_index().await;
    fs::remove_dir_all(&folder).unwrap();
    is_made_again(&store, &folder).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_index_of_another_format_is_made_again() {
    let (_engine, store, folder) = closed_index().await;
    let meta = folder.join("meta.json");
    let other = fs::read_to_string(&meta).unwrap().replace(r#"\"format\":"#, r#"\"format\":9"#);
    fs::write(&meta, other).unwrap();
    is_made_again(&store, &folder).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_damaged_index_is_made_again() {
    for damage in [truncated as fn(&Path), overwritten, removed] {
        let (_engine, store, folder) = closed_index().await;
        damage(&largest_file(&folder));
        is_made_again(&store, &folder).await;
    }
}

fn largest_file(folder: &Path) -> PathBuf {
    let files = fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path());
    let segments = files
        .filter(|file| file.extension().is_some_and(|extension| extension != "json" && extension != "lock"));
    segments.max_by_key(|file| fs::metadata(file).unwrap().len()).expect("a file of the index")
}

fn truncated(file: &Path) {
    let bytes = fs::read(file).unwrap();
    fs::write(file, &bytes[..bytes.len() / 2]).unwrap();
}

fn overwritten(file: &Path) {
    let mut bytes = fs::read(file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0xff;
    fs::write(file, bytes).unwrap();
}

fn removed(file: &Path) {
    fs::remove_file(file).unwrap();
}

#[test]
fn one_folder_serves_one_server() {
    let folder = TempDir::new().unwrap();
    let first = Search::open(folder.path()).unwrap();
    let Err(SearchError::InUse { path }) = Search::open(folder.path()) else { panic!("opened twice") };
    assert_eq!((path.as_path(), first.revision()), (folder.path(), 0));
}

#[test]
fn a_folder_of_somebody_else_is_not_emptied() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("index.html");
    fs::write(&file, "mine").unwrap();
    let Err(error) = Search::open(folder.path()) else { panic!("somebody's files are no index") };
    assert!(error.to_string().contains("--data"), "{error}");
    assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
}
