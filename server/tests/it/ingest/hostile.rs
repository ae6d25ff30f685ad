//! Are files that were made to cost much refused before they do?

use std::time::{Duration, Instant};

use server::ingest::{IngestError, Limits, Reader};

use crate::support::program::program;

/// Two seconds of processor time, on a machine that does something else besides.
const PATIENCE: Duration = Duration::from_secs(8);

async fn is_refused(name: &str, bytes: &[u8]) {
    let child = Reader::Child { program: program().to_owned(), limits: Limits::default() };
    let start = Instant::now();
    let refused = child.read(bytes, name, None).await;
    let taken = start.elapsed();
    assert!(taken < PATIENCE, "{name}: {taken:?}");
    let error = refused.expect_err(name);
    let is_known =
        matches!(error, IngestError::Refused(_) | IngestError::TooSlow { .. } | IngestError::Crashed { .. });
    assert!(is_known, "{name}: {error}");
}

#[tokio::test]
async fn a_pdf_that_unpacks_to_gigabytes() {
    is_refused("blank.pdf", include_bytes!("../../fixtures/hostile/blank.pdf")).await;
    is_refused("letters.pdf", include_bytes!("../../fixtures/hostile/letters.pdf")).await;
    is_refused("rules.pdf", include_bytes!("../../fixtures/hostile/rules.pdf")).await;
}

#[tokio::test]
async fn a_word_document_that_unpacks_to_much() {
    is_refused("blank.docx", include_bytes!("../../fixtures/hostile/blank.docx")).await;
    is_refused("deep.docx", include_bytes!("../../fixtures/hostile/deep.docx")).await;
    is_refused("laughs.docx", include_bytes!("../../fixtures/hostile/laughs.docx")).await;
}

#[tokio::test]
async fn a_word_document_whose_parts_lie_elsewhere() {
    is_refused("paths.docx", include_bytes!("../../fixtures/hostile/paths.docx")).await;
}
