//! Is what waits taken in once, whoever works and whoever stops?

use std::{collections::BTreeSet, thread};

use sea_orm::ConnectionTrait;
use server::store::{NewQueued, Store};

use crate::support::{
    engine::{Engine, on_both_engines},
    program::{Desk, corpus},
};

fn file(name: &str) -> NewQueued {
    NewQueued { name: name.into(), file_name: format!("{name}.txt"), bytes: name.into(), manifest: None }
}

async fn each_file_goes_to_one_worker(engine: Engine) {
    let store = engine.open().await;
    for number in 0..20 {
        store.enqueue(file(&format!("ke-hoach-{number}"))).await.expect("it waits");
    }
    let workers = (0..4).map(|_| {
        let store = store.clone();
        tokio::spawn(async move {
            let mut mine = Vec::new();
            while let Some(held) = store.take_queued().await.expect("the queue answers") {
                mine.push(held.file.name.clone());
                store.settle_queued(held.id, Ok("plan".into())).await.expect("it is settled");
            }
            mine
        })
    });
    let mut all = Vec::new();
    for worker in workers.collect::<Vec<_>>() {
        all.extend(worker.await.expect("the worker ends"));
    }
    assert_eq!(all.len(), 20, "{all:?}");
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), 20, "{all:?}");
    let queue = store.queue().await.expect("the queue answers");
    assert_eq!((queue.waiting, queue.held, queue.done, queue.failed.len()), (0, 0, 20, 0));
}

async fn what_a_worker_left_is_taken_by_another_but_not_for_ever(engine: Engine) {
    let store = engine.open().await;
    let id = store.enqueue(file("ke-hoach")).await.expect("it waits");
    for worker in 1..=3 {
        let held = store.take_queued().await.expect("the queue answers").expect("it is free");
        assert_eq!(held.id, id, "worker {worker}");
        assert!(store.take_queued().await.expect("the queue answers").is_none(), "it is held");
        time_passes(&store).await;
    }
    assert!(store.take_queued().await.expect("the queue answers").is_none(), "three have ended over it");
    let failed = store.queue().await.expect("the queue answers").failed;
    assert!(failed.len() == 1 && failed[0].1.contains("3 workers ended"), "{failed:?}");
}

/// Longer than a worker may be silent.
async fn time_passes(store: &Store) {
    let silent = "UPDATE queued SET held_until = held_until - 1000";
    store.connection().execute_unprepared(silent).await.expect("the clock is turned");
}

on_both_engines!(each_file_goes_to_one_worker, what_a_worker_left_is_taken_by_another_but_not_for_ever,);

#[test]
fn workers_beside_each_other_take_in_what_waits_and_name_what_fails() {
    let desk = Desk::new();
    desk.write("hong.docx", b"PK no document");
    let folders = corpus();
    let add = desk.run(&["queue", "add", "--data", "data", folders.to_str().expect("a path"), "hong.docx"]);
    assert_eq!(add.code, Some(0), "{}", add.err);
    assert_eq!(add.out.lines().count(), 6, "{}", add.out);
    let work = || desk.run(&["queue", "work", "--until-empty", "--at-once", "1", "--data", "data"]);
    let ended: Vec<_> = thread::scope(|scope| {
        let workers: Vec<_> = (0..2).map(|_| scope.spawn(work)).collect();
        workers.into_iter().map(|worker| worker.join().expect("it ends")).collect()
    });
    assert!(ended.iter().all(|worker| worker.code == Some(0)), "{}", ended[0].err);
    let said: String = ended.iter().map(|worker| worker.out.as_str()).collect();
    assert_eq!(said.lines().filter(|line| line.contains("is in the store as")).count(), 5, "{said}");
    let list = desk.run(&["queue", "list", "--data", "data"]).out;
    assert!(list.starts_with("0 wait, 0 are being taken in, 5 are in the store, 1 failed\n"), "{list}");
    assert!(list.contains("failed: hong.docx: "), "{list}");
}
