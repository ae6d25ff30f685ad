//! Is the whole data set there, in every form, and does a release never change?

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    io::{Cursor, Read},
};

use axum::http::Method;
use sea_orm::{ConnectionTrait, Database, Statement};
use serde_json::Value;
use zip::ZipArchive;

use crate::{
    api::{NOUNS, portal, small},
    support::portal::{PUBLIC_URL, Portal},
};

fn hash(bytes: &[u8]) -> String {
    server::store::sha256(bytes)
}

/// The files of a zip, below the folder that it holds.
fn unpacked(zip: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = ZipArchive::new(Cursor::new(zip)).unwrap();
    let mut files = BTreeMap::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).unwrap();
        let path = file.name().unwrap().split_once('/').unwrap().1.to_owned();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        files.insert(path, bytes);
    }
    files
}

#[tokio::test]
async fn the_zip_holds_each_list_in_each_form_and_hashes_that_hold() {
    let portal = portal().await;
    let release = portal.release().await;
    let files = unpacked(&portal.get("/data/latest/minhbach.zip").await.body);
    let sums = String::from_utf8(files["SHA256SUMS"].clone()).unwrap();
    assert_eq!(sums.lines().count() + 1, files.len());
    for line in sums.lines() {
        let (sum, path) = line.split_once("  ").unwrap();
        assert_eq!(sum, hash(&files[path]), "{path}");
        assert_eq!(sum, release.file(path).unwrap().sha256, "{path}");
        assert_eq!(portal.get(&format!("/data/latest/{path}")).await.body, files[path], "{path}");
    }
    for noun in NOUNS {
        let lines = String::from_utf8(files[&format!("data/{noun}.ndjson")].clone()).unwrap();
        let mut table = csv::Reader::from_reader(&*files[&format!("data/{noun}.csv")]);
        let total = portal.json(&format!("/api/v1/{noun}?limit=1")).await["page"]["total"].as_u64().unwrap();
        assert_eq!((lines.lines().count() as u64, table.records().count() as u64), (total, total), "{noun}");
    }
    for path in ["README.md", "LICENSE.txt", "CITATION.cff", "datapackage.json", "data-dictionary.csv"] {
        assert!(files.contains_key(path), "{path}");
    }
}

#[tokio::test]
async fn the_sqlite_file_has_the_rows_of_the_lists_and_says_what_its_columns_are() {
    let portal = portal().await;
    let release = portal.release().await;
    let file = portal.releases().join(&release.name).join("minhbach.sqlite");
    let sqlite = Database::connect(format!("sqlite://{}?mode=ro", file.display())).await.unwrap();
    let one = async |sql: &str| {
        let statement = Statement::from_string(sqlite.get_database_backend(), sql);
        sqlite.query_one_raw(statement).await.unwrap().unwrap().try_get_by_index::<i64>(0).unwrap()
    };
    for noun in NOUNS {
        let total = portal.json(&format!("/api/v1/{noun}?limit=1")).await["page"]["total"].as_i64();
        assert_eq!(Some(one(&format!("SELECT count(*) FROM {noun}")).await), total, "{noun}");
        let described = format!("SELECT count(*) FROM data_dictionary WHERE list = '{noun}'");
        let columns = format!("SELECT count(*) FROM pragma_table_info('{noun}')");
        assert_eq!(one(&described).await, one(&columns).await, "{noun}");
    }
    let sum = portal.json("/api/v1/spending?phase=planned&group_by=phase&sum=amount_vnd&in_sum=true").await;
    let own = "SELECT sum(amount_vnd) FROM spending WHERE in_sum AND phase = 'planned'";
    assert_eq!(sum["data"][0]["sum_amount_vnd"].as_i64(), Some(one(own).await));
    assert!(one("SELECT count(*) FROM spending WHERE amount_vnd IS NULL").await > 0, "unstated stays null");
}

#[tokio::test]
async fn the_descriptor_fits_the_tables() {
    let portal = portal().await;
    portal.release().await;
    let package = portal.json("/data/latest/datapackage.json").await;
    let resources = package["resources"].as_array().unwrap();
    assert_eq!(resources.len(), NOUNS.len());
    for resource in resources {
        let bytes = portal.get(&format!("/data/latest/{}", resource["path"].as_str().unwrap())).await.body;
        assert_eq!(resource["bytes"], bytes.len(), "{}", resource["name"]);
        assert_eq!(resource["hash"], format!("sha256:{}", hash(&bytes)), "{}", resource["name"]);
        let mut table = csv::Reader::from_reader(&*bytes);
        let header: Vec<String> = table.headers().unwrap().iter().map(str::to_owned).collect();
        let fields = resource["schema"]["fields"].as_array().unwrap();
        let named: Vec<&str> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
        assert_eq!(named, header, "{}", resource["name"]);
        let key = resource["schema"]["primaryKey"].as_str().unwrap();
        let at = header.iter().position(|name| name == key).unwrap();
        let keys: Vec<String> = table.records().map(|row| row.unwrap()[at].to_owned()).collect();
        assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), keys.len(), "{key} of {}", resource["name"]);
    }
}

#[tokio::test]
async fn spending_says_what_budget_tools_ask_for() {
    let portal = portal().await;
    portal.release().await;
    let package = portal.json("/data/latest/datapackage.json").await;
    let resources = package["resources"].as_array().unwrap();
    let spending = resources.iter().find(|own| own["name"] == "spending").unwrap();
    let kinds: BTreeMap<&str, &str> = spending["schema"]["fields"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|field| Some((field["name"].as_str()?, field["columnType"].as_str()?)))
        .collect();
    for (column, kind) in [
        ("amount_vnd", "value"),
        ("phase", "phase:id"),
        ("year", "date:fiscal-year"),
        ("id", "transaction-id:code"),
    ] {
        assert_eq!(kinds.get(column), Some(&kind));
    }
}

#[tokio::test]
async fn a_dated_address_never_changes_and_the_newest_is_always_asked_for() {
    let portal = portal().await;
    let first = portal.release().await;
    let dated = format!("/data/{}/data/spending.csv", first.name);
    let old = portal.get(&dated).await;
    assert_eq!(old.header("cache-control"), "public, max-age=31536000, immutable");
    portal.publish(&small(2022)).await;
    let second = portal.release().await;
    assert_eq!(second.revision, first.revision + 1);
    assert_eq!(portal.get(&dated).await.body, old.body);
    let latest = portal.get("/data/latest/data/spending.csv").await;
    assert!(latest.body.len() > old.body.len());
    assert_eq!(latest.header("cache-control"), "no-cache");
    let all = portal.json("/data/releases").await;
    let names: Vec<&str> =
        all["data"].as_array().unwrap().iter().filter_map(|own| own["name"].as_str()).collect();
    assert_eq!(names, [second.name.as_str(), first.name.as_str()]);
}

#[tokio::test]
async fn a_release_made_again_is_the_same_to_the_byte() {
    let portal = portal().await;
    let release = portal.release().await;
    let zip = portal.releases().join(&release.name).join("minhbach.zip");
    let bytes = fs::read(&zip).unwrap();
    assert_eq!(portal.release().await, release, "it is there already");
    fs::write(portal.releases().join(&release.name).join("release.json"), "{").unwrap();
    let again = portal.release_into(&portal.found_again()).await;
    assert_eq!(again, release);
    assert!(fs::read(&zip).unwrap() == bytes, "the zip differs");
}

#[tokio::test]
async fn files_come_in_parts_and_not_twice() {
    let portal = portal().await;
    portal.release().await;
    let path = "/data/latest/data/spending.csv";
    let whole = portal.ask(Method::GET, path, &[("accept-encoding", "br, gzip")]).await;
    assert_eq!(whole.header("content-encoding"), "", "its hash and size are those of the file");
    assert_eq!(whole.header("content-length"), whole.body.len().to_string());
    assert_eq!(whole.header("x-checksum-sha256"), hash(&whole.body));
    assert_eq!(whole.header("content-type"), "text/csv; charset=utf-8");
    assert_eq!(whole.header("access-control-allow-origin"), "*");
    let part = portal.ask(Method::GET, path, &[("range", "bytes=5-14")]).await;
    assert_eq!((part.status.as_u16(), &part.body[..]), (206, &whole.body[5..15]));
    let known = portal.ask(Method::GET, path, &[("if-none-match", whole.header("etag"))]).await;
    assert_eq!((known.status.as_u16(), known.body.len()), (304, 0));
    let head = portal.ask(Method::HEAD, path, &[]).await;
    assert_eq!((head.status.as_u16(), head.header("content-length")), (200, whole.header("content-length")));
}

#[tokio::test]
async fn what_is_not_there_says_why() {
    let portal = Portal::empty().await;
    for path in ["/data/latest/minhbach.zip", "/data/latest/", "/data/catalog", "/data/croissant.json"] {
        let early = portal.get(path).await;
        assert_eq!((early.status.as_u16(), early.header("retry-after")), (503, "10"), "{path}");
        assert_eq!(early.json()["type"], "urn:minhbach:problem:not-yet", "{path}");
    }
    portal.publish(&small(2020)).await;
    let release = portal.release().await;
    for path in [
        "/data/latest/data/prices.csv",
        "/data/latest/release.json",
        "/data/latest/../../store.db",
        "/data/latest/%2e%2e/%2e%2e/minhbach.db",
        "/data/2020-01-01-r1/minhbach.zip",
        "/data/2020-01-01-r99/minhbach.zip",
        "/data/nonsense/minhbach.zip",
    ] {
        let reply = portal.get(path).await;
        assert_eq!(reply.status.as_u16(), 404, "{path}");
        assert_eq!(reply.json()["type"], "urn:minhbach:problem:not-found", "{path}");
    }
    let near = portal.get("/data/nonsense/").await.json();
    assert_eq!(near["near"], serde_json::json!([release.name, "latest"]));
}

#[tokio::test]
async fn a_release_that_is_no_longer_kept_is_gone_and_its_revision_still_known() {
    let portal = Portal::empty().await;
    let mut names = Vec::new();
    for year in 2015..=2020 {
        portal.publish(&small(year)).await;
        names.push(portal.release().await.name);
    }
    let gone = portal.get(&format!("/data/{}/minhbach.zip", names[0])).await;
    assert_eq!(gone.status.as_u16(), 410);
    let problem: Value = gone.json();
    assert_eq!(problem["type"], "urn:minhbach:problem:gone");
    assert!(problem["detail"].as_str().unwrap().contains("/api/v1/changes?since=1"), "{problem}");
    assert_eq!(portal.get(&format!("/data/{}/minhbach.zip", names[1])).await.status.as_u16(), 200);
    assert!(!portal.releases().join(&names[0]).exists(), "its files are removed");
}

#[tokio::test]
async fn the_stable_address_leads_to_the_newest_zip() {
    let portal = portal().await;
    portal.release().await;
    let reply = portal.get("/data/minhbach.zip").await;
    assert_eq!((reply.status.as_u16(), reply.header("location")), (307, "/data/latest/minhbach.zip"));
    let listing = portal.json("/data/latest/").await;
    let zip = listing["data"]["files"].as_array().unwrap().iter().find(|file| file["path"] == "minhbach.zip");
    let href = zip.unwrap()["href"].as_str().unwrap();
    assert!(href.starts_with(PUBLIC_URL) && !href.contains("latest"), "{href}");
}
