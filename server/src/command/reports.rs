//! How does `minhbach reports` go?

use std::{fmt::Write as _, process::ExitCode};

use super::{FAILED, ended, ingest::open, print};
use crate::{cli, store::entities::report};

pub(super) async fn run(options: cli::Reports) -> ExitCode {
    let store = match open(&options.store).await {
        Ok(store) => store,
        Err(error) => return ended(Err::<(), _>(error)),
    };
    if let Some(number) = options.settle {
        return match store.settle_report(number, options.answer.as_deref().unwrap_or_default()).await {
            Ok(true) => ExitCode::SUCCESS,
            Ok(false) => {
                eprintln!(
                    "error: there is no open report {number}; `minhbach reports` lists those that are open"
                );
                ExitCode::from(FAILED)
            }
            Err(error) => ended(Err::<(), _>(error)),
        };
    }
    match store.open_reports().await {
        Ok(reports) => ended(print(&listed(&reports))),
        Err(error) => ended(Err::<(), _>(error)),
    }
}

/// The reports as an editor reads them.
fn listed(reports: &[report::Model]) -> String {
    if reports.is_empty() {
        return "Không có báo cáo nào chờ xử lý.\n".to_owned();
    }
    reports.iter().fold(String::new(), |mut text, report| {
        let record = report.record_id.as_deref().unwrap_or("không nêu");
        let email = report.email.as_deref().unwrap_or("không để lại");
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "Báo cáo {} · {}\nBản ghi: {record}\nTrả lời về: {email}\n{}\n",
            report.id, report.at, report.words
        );
        text
    })
}
