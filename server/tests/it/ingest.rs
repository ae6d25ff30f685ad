//! Do files get in wholly or not at all, and is a person told what to do?

mod faults;
mod hostile;

use std::{fs, process::Stdio, time::Duration};

use sea_orm::{EntityTrait, PaginatorTrait};
use server::{
    corpus::{self, Corpus},
    ingest::{IngestError, Limits, Reader},
    store::{Location, Outcome, RecordKind, Store, entities::document},
};

use crate::support::{
    NOW,
    corpus::publish,
    postgres,
    program::{Desk, corpus, program},
};

/// A plan as short as one can be.
const PLAN: &str = "ỦY BAN NHÂN DÂN\nTỈNH SÓC TRĂNG\nSố: 12/KH-UBND\n\nKẾ HOẠCH\nỨng dụng công nghệ thông tin năm 2021\n\n\
    I. MỤC TIÊU\n1. Mục tiêu cụ thể\n- Tối thiểu 80% hồ sơ công việc tại cấp tỉnh được xử lý trên môi trường mạng.\n\
    II. NHIỆM VỤ\n- Nâng cấp trục liên thông văn bản điện tử của tỉnh.\n\
    III. TỔ CHỨC THỰC HIỆN\n- Sở Thông tin và Truyền thông chủ trì thực hiện kế hoạch này.\n";

const CORPUS: [&str; 5] =
    ["khanh-hoa-2020", "kien-giang-2020", "soc-trang-2009-2010", "soc-trang-2020", "soc-trang-2024"];

#[tokio::test]
async fn the_corpus_goes_in_and_a_second_time_changes_nothing() {
    let desk = Desk::new();
    let folder = corpus().display().to_string();
    let first = desk.run(&["ingest", &folder]);
    assert_eq!(first.code, Some(0), "{}", first.err);
    for id in CORPUS {
        let row = first.out.lines().find(|line| line.contains(id)).expect(id);
        assert!(row.contains("new"), "{row}");
    }
    let store = desk.store().await;
    assert_eq!(store.revision().await.unwrap(), 5);
    let records = rows(&store).await;
    let again = desk.run(&["ingest", &folder]);
    assert_eq!(again.code, Some(0), "{}", again.err);
    assert_eq!(again.out.matches("unchanged").count(), 5, "{}", again.out);
    assert_eq!(store.revision().await.unwrap(), 5);
    assert_eq!(rows(&store).await, records);
}

#[tokio::test]
async fn two_runs_at_once_make_the_store_of_one() {
    let desk = Desk::new();
    let folder = corpus().display().to_string();
    let run = || desk.command(&["ingest", &folder]).output().unwrap();
    let outputs = std::thread::scope(|scope| {
        let beside = scope.spawn(run);
        [run(), beside.join().unwrap()]
    });
    for output in outputs {
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    let store = desk.store().await;
    assert_eq!(store.revision().await.unwrap(), 5);
    assert_eq!(store.plans(NOW).await.unwrap().len(), 5);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_killed_run_leaves_whole_plans_and_the_next_goes_on() {
    let desk = Desk::new();
    let folder = corpus().display().to_string();
    let store = desk.store().await;
    let mut watch = store.watch(0).await.unwrap();
    let mut run =
        desk.command(&["ingest", &folder]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let seen = tokio::time::timeout(Duration::from_mins(2), watch.next()).await.unwrap().unwrap();
    run.kill().unwrap();
    run.wait().unwrap();
    drop(watch);

    let revision = store.revision().await.unwrap();
    assert!(revision >= seen, "what was seen stays");
    let plans = store.plans(NOW).await.unwrap();
    assert_eq!(u64::try_from(plans.len()).unwrap(), revision);
    for plan in plans {
        assert!(!store.records_of(NOW, &plan.id).await.unwrap().is_empty(), "{}", plan.id);
        store.document(&plan.sha256).await.unwrap();
        store.text(&plan.text_sha256).await.unwrap();
        store.reading_document(&plan).await.unwrap();
    }
    assert_eq!(desk.run(&["ingest", &folder]).code, Some(0));
    assert_eq!(store.revision().await.unwrap(), 5);
}

/// What is published does not depend on the order in which files come.
#[tokio::test]
async fn the_order_of_files_makes_no_difference() {
    let mut stores = Vec::new();
    for reverse in [false, true] {
        let desk = Desk::new();
        let mut folders: Vec<String> =
            CORPUS.iter().map(|id| corpus().join(id).display().to_string()).collect();
        if reverse {
            folders.reverse();
        }
        let arguments: Vec<&str> = ["ingest"].into_iter().chain(folders.iter().map(String::as_str)).collect();
        assert_eq!(desk.run(&arguments).code, Some(0));
        let mut bodies: Vec<(String, String)> =
            rows(&desk.store().await).await.into_iter().map(|row| (row.0, row.1)).collect();
        bodies.sort();
        stores.push(bodies);
    }
    assert!(!stores[0].is_empty());
    assert_eq!(stores[0], stores[1]);
}

#[tokio::test]
async fn the_corpus_goes_into_postgresql_just_so() {
    let desk = Desk::new();
    let url = postgres::database().await;
    let folder = corpus().display().to_string();
    let output = desk.command(&["ingest", &folder]).env("MINHBACH_DATABASE_URL", &url).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let served = Store::connect(&Location::Postgres { url }).await.unwrap();
    desk.run(&["ingest", &folder]);
    assert_eq!(rows(&served).await, rows(&desk.store().await).await);
    assert!(rows(&served).await.len() > 100);
}

#[tokio::test]
async fn a_file_that_fails_leaves_the_others_in() {
    let desk = Desk::new();
    desk.write("good.txt", PLAN);
    desk.write("empty.txt", "");
    let ended = desk.run(&["ingest", "good.txt", "empty.txt", "missing.txt"]);
    assert_eq!(ended.code, Some(1));
    assert!(ended.err.contains("empty.txt: the file is empty"), "{}", ended.err);
    assert!(ended.err.contains("missing.txt: there is no such file"), "{}", ended.err);
    assert_eq!(ended.out.matches("failed").count(), 2, "{}", ended.out);
    let store = desk.store().await;
    assert!(store.plan(NOW, "soc-trang-2021").await.unwrap().is_some());
    assert_eq!(document::Entity::find().count(store.connection()).await.unwrap(), 1);
}

#[tokio::test]
async fn an_id_is_the_manifests_else_the_one_given_else_province_and_year() {
    let desk = Desk::new();
    desk.write("plain/plan.txt", PLAN);
    desk.write("stated/plan.txt", PLAN.replace("12/KH-UBND", "13/KH-UBND"));
    desk.write("stated/plan.toml", "id = \"by-manifest\"\n");
    assert_eq!(desk.run(&["ingest", "plain/plan.txt", "--id", "by-hand"]).code, Some(0));
    assert_eq!(desk.run(&["ingest", "stated", "--id", "by-hand"]).code, Some(0));
    let store = desk.store().await;
    let ids: Vec<String> = store.plans(NOW).await.unwrap().into_iter().map(|row| row.id).collect();
    assert_eq!(ids, ["by-hand", "by-manifest"]);
}

#[tokio::test]
async fn what_a_manifest_says_reaches_the_store() {
    let desk = Desk::new();
    desk.write("st/plan.txt", PLAN);
    desk.write("st/plan.toml", "source_url = \"https://example.vn/kh.txt\"\nissued_on = \"2021-01-02\"\n");
    assert_eq!(desk.run(&["ingest", "st"]).code, Some(0));
    let row = desk.store().await.plan(NOW, "soc-trang-2021").await.unwrap().unwrap();
    let plan: app::types::plan::Plan = serde_json::from_str(&row.body).unwrap();
    assert_eq!(plan.source_url.as_deref(), Some("https://example.vn/kh.txt"));
    assert_eq!(plan.issued_on.as_deref(), Some("2021-01-02"));
    assert_eq!(plan.supplied, ["issued_on"]);
}

/// A small plan as a font for VNI shows it; each letter is one byte.
const PLAN_IN_VNI: &str = "UÛY BAN NHAÂN DAÂN\nTÆNH SOÙC TRAÊNG\nSoá: 12/KH-UBND\n\nKEÁ HOAÏCH\n\
    ÖÙng duïng coâng ngheä thoâng tin cuûa caùc cô quan nhaø nöôùc naêm 2021\n\nI. MUÏC TIEÂU\n\
    - 80% hoà sô coâng vieäc taïi caáp tænh ñöôïc xöû lyù treân moâi tröôøng maïng.\n\
    II. NHIEÄM VUÏ\n- Naâng caáp truïc lieân thoâng vaên baûn ñieän töû cuûa tænh.\n\
    III. TOÅ CHÖÙC THÖÏC HIEÄN\n- Sôû Thoâng tin vaø Truyeàn thoâng chuû trì thöïc hieän keá hoaïch naøy.\n";

#[tokio::test]
async fn other_encodings_are_converted_and_the_plan_says_so() {
    let vni: Vec<u8> =
        PLAN_IN_VNI.chars().map(|c| u8::try_from(u32::from(c)).expect("a letter of one byte")).collect();
    let wide: Vec<u8> =
        std::iter::once(0xfeff).chain(PLAN.encode_utf16()).flat_map(u16::to_be_bytes).collect();
    for (encoding, bytes) in [("VNI", vni), ("UTF-16BE", wide)] {
        let desk = Desk::new();
        desk.write("plan.txt", bytes);
        let ended = desk.run(&["ingest", "plan.txt"]);
        assert_eq!(ended.code, Some(0), "{}", ended.err);
        let store = desk.store().await;
        let row = store.plan(NOW, "soc-trang-2021").await.unwrap().expect("the plan");
        assert!(store.text(&row.text_sha256).await.unwrap().contains("TỈNH SÓC TRĂNG"));
        let plan: app::types::plan::Plan = serde_json::from_str(&row.body).unwrap();
        let warning = plan.warnings.iter().find(|warning| warning.kind == "encoding_converted");
        assert!(warning.is_some_and(|warning| warning.message.contains(encoding)), "{:?}", plan.warnings);
    }
}

#[tokio::test]
async fn a_document_that_takes_too_much_is_stopped() {
    let bytes = fs::read(corpus().join("soc-trang-2020/soc-trang-2020.txt")).unwrap();
    let read = async |limits: Limits| {
        let reader = Reader::Child { program: program().to_owned(), limits };
        reader.read(&bytes, "plan.txt", None).await
    };
    assert!(read(Limits::default()).await.is_ok());
    let hurried = Limits { patience: Duration::ZERO, ..Limits::default() };
    assert!(matches!(read(hurried).await, Err(IngestError::TooSlow { .. })));
    let cramped = Limits { memory_megabytes: 1, ..Limits::default() };
    let error = read(cramped).await.unwrap_err();
    assert!(matches!(error, IngestError::Crashed { .. }), "{error}");
    assert!(error.to_string().contains("memory"), "{error}");
}

/// Two pages of a decision, scanned.
const SCAN: &[u8] = include_bytes!("../fixtures/scan.pdf");

#[tokio::test]
async fn a_scan_is_recognised_and_says_so() {
    let reader = Reader::Child { program: program().to_owned(), limits: Limits::default() };
    let reading = reader.read(SCAN, "scan.pdf", None).await.unwrap();
    assert_eq!(reading.plan.number.as_deref(), Some("1578/QĐ-BTTTT"));
    assert_eq!(reading.plan.province.as_deref(), Some("Sóc Trăng"));
    assert!(!reading.targets.is_empty(), "{}", reading.text);
    let warning = reading.warnings.iter().find(|warning| warning.kind == "recognised");
    assert!(warning.is_some_and(|warning| warning.message.contains("tesseract")), "{:?}", reading.warnings);
}

#[test]
fn a_scan_is_refused_where_nothing_can_recognise_it() {
    let desk = Desk::new();
    desk.write("scan.pdf", SCAN);
    let output = desk.command(&["ingest", "scan.pdf"]).env("PATH", "/nowhere").output().unwrap();
    let message = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{message}");
    for words in ["scan.pdf", "2 pages", "tesseract-ocr-vie", "ocrmypdf"] {
        assert!(message.contains(words), "{message}");
    }
}

#[tokio::test]
async fn every_plan_of_the_corpus_is_read_within_the_limits_of_hostile_files() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../plandoc/tests/formats");
    let child = Reader::Child { program: program().to_owned(), limits: Limits::default() };
    let mut count = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let name = entry.as_ref().unwrap().file_name().into_string().unwrap();
        if [".docx", ".pdf", ".html"].iter().any(|extension| name.ends_with(extension)) {
            let bytes = fs::read(entry.unwrap().path()).unwrap();
            child.read(&bytes, &name, None).await.unwrap_or_else(|error| panic!("{name}: {error}"));
            count += 1;
        }
    }
    assert!(count >= 15, "{count}");
}

#[tokio::test]
async fn a_child_reads_as_the_process_itself_does() {
    let bytes = fs::read(corpus().join("kien-giang-2020/kien-giang-2020.md")).unwrap();
    let child = Reader::Child { program: program().to_owned(), limits: Limits::default() };
    let there = child.read(&bytes, "kien-giang-2020.md", None).await.unwrap();
    let here = Reader::Here.read(&bytes, "kien-giang-2020.md", None).await.unwrap();
    assert!(!here.document.blocks.is_empty());
    assert_eq!(there, here);
}

#[tokio::test]
async fn an_empty_store_takes_in_the_corpus_that_ships() {
    let desk = Desk::new();
    let store = desk.store().await;
    let reports = corpus::ensure(&store, &Corpus::Embedded).await.unwrap();
    let ids: Vec<&str> = reports.iter().map(|r| r.result.as_ref().unwrap().published.id.as_str()).collect();
    assert_eq!(ids, CORPUS);
    for id in CORPUS {
        let row = store.plan(NOW, id).await.unwrap().unwrap();
        let published = fs::read(corpus().join(id).join(&row.source_file)).unwrap();
        assert_eq!(store.document(&row.sha256).await.unwrap(), published, "{id} is served byte for byte");
    }
    let again = corpus::ensure(&store, &Corpus::Embedded).await.unwrap();
    assert!(again.iter().all(|r| r.result.as_ref().unwrap().published.outcome == Outcome::Unchanged));
    assert_eq!(store.revision().await.unwrap(), 5);
}

#[tokio::test]
async fn a_first_start_that_was_cut_off_is_finished_by_the_next() {
    let desk = Desk::new();
    let store = desk.store().await;
    publish(&store, "kien-giang-2020", "serve").await;
    assert_eq!(store.plans(NOW).await.unwrap().len(), 1);
    corpus::ensure(&store, &Corpus::Embedded).await.unwrap();
    assert_eq!(store.plans(NOW).await.unwrap().len(), CORPUS.len());
}

#[tokio::test]
async fn a_store_that_an_editor_filled_is_left_alone() {
    let desk = Desk::new();
    let store = desk.store().await;
    publish(&store, "kien-giang-2020", "ingest").await;
    assert!(corpus::ensure(&store, &Corpus::Embedded).await.unwrap().is_empty());
    assert_eq!(store.plans(NOW).await.unwrap().len(), 1);
}

#[tokio::test]
async fn quotes_of_the_corpus_stand_where_they_are_said_to_stand() {
    let desk = Desk::new();
    let store = desk.store().await;
    corpus::ensure(&store, &Corpus::Embedded).await.unwrap();
    for plan in store.plans(NOW).await.unwrap() {
        let text: Vec<char> = store.text(&plan.text_sha256).await.unwrap().chars().collect();
        for row in store.records_of(NOW, &plan.id).await.unwrap() {
            if row.kind == RecordKind::Checks {
                continue;
            }
            let record: app::types::record::Record = serde_json::from_str(&row.body).unwrap();
            let place =
                usize::try_from(record.source.start).unwrap()..usize::try_from(record.source.end).unwrap();
            assert_eq!(text[place].iter().collect::<String>(), record.quote, "{} {}", plan.id, row.id);
        }
    }
}

/// Id and body of every current record and plan.
async fn rows(store: &Store) -> Vec<(String, String)> {
    let mut rows = Vec::new();
    for plan in store.plans(NOW).await.unwrap() {
        rows.extend(store.records_of(NOW, &plan.id).await.unwrap().into_iter().map(|row| (row.id, row.body)));
        rows.push((plan.id, plan.body));
    }
    rows
}
