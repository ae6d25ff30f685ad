//! Do the tools of the standards take the data set and its catalogue?
//!
//! They are from `PyPI`: `make standards` gets them into `target/tools/python`. Without them this is skipped, aloud.

use std::{fs, path::Path, process::Command};

use crate::support::portal::Portal;

#[tokio::test]
async fn frictionless_shacl_croissant_and_pandas_find_no_fault() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let python = root.join("target/tools/python/bin/python");
    if !python.exists() {
        eprintln!("SKIPPED: {} is not there; `make standards` makes it", python.display());
        return;
    }
    let portal = Portal::with_corpus().await;
    let folder = portal.releases().join(portal.release().await.name);
    for name in ["catalog.jsonld", "catalog.ttl", "catalog.rdf", "croissant.json"] {
        fs::write(folder.join(name), portal.get(&format!("/data/{name}")).await.body).unwrap();
    }
    let checked =
        Command::new(python).arg(root.join("scripts/standards/dataset.py")).arg(&folder).output().unwrap();
    let said = [checked.stdout, checked.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    assert!(checked.status.success(), "{said}");
    eprintln!("{said}");
}
