//! Does the API answer as its documentation says?

mod changes;
mod compare;
mod conditional;
mod conditions;
mod engines;
mod errors;
mod export;
mod facts;
mod feed;
mod groups;
mod headers;
mod lines;
mod lists;
mod named;
mod openapi;
mod plans;
mod provinces;
mod records;
mod spending;
mod workbook;

use plandoc::{
    Reading,
    records::spending::{AmountBasis, Phase},
};

use crate::support::{portal::Portal, reading};

/// Every kind of thing that the API lists.
pub(crate) const NOUNS: [&str; 12] = [
    "plans",
    "provinces",
    "objectives",
    "targets",
    "progress",
    "spending",
    "totals",
    "citations",
    "checks",
    "indicators",
    "agencies",
    "laws",
];

/// Two small plans with a record of most kinds.
pub(crate) async fn portal() -> Portal {
    let portal = Portal::empty().await;
    portal.publish(&small(2020)).await;
    portal.publish(&small(2021)).await;
    portal
}

/// A plan with five rows of money, two targets and a result that misses one.
pub(crate) fn small(year: i32) -> Reading {
    let mut plan = reading::plan(year);
    plan.plan.issued_on = Some(format!("{year}-03-05"));
    reading::objective(&mut plan, "I.1 ¶1", "Xây dựng chính quyền điện tử");
    reading::target(&mut plan, "I.2 ¶1", "hồ sơ công việc được xử lý trên môi trường mạng", 80.0);
    reading::target(&mut plan, "I.2 ¶2", "dịch vụ công trực tuyến mức độ 4", 30.0);
    reading::progress(&mut plan, "II.1 ¶1", 0, 58.68);
    reading::spending(&mut plan, "PL I · 1", "Số hóa hồ sơ", Some(16_000_000_000));
    reading::spending(&mut plan, "PL I · 2", "Đào tạo cán bộ", Some(42_000_000_000));
    reading::spending(&mut plan, "PL I · 3", "Tuyên truyền", None);
    reading::spending(&mut plan, "PL I · 4", "Nhắc lại: số hóa hồ sơ", Some(16_000_000_000));
    reading::spending(&mut plan, "PL I · 5", "Đã mua máy chủ", Some(5_000_000_000));
    plan.spending[0].funding_source = Some("Ngân sách tỉnh".into());
    plan.spending[1].partner_agencies = vec!["Sở Nội vụ".into(), "Sở Tài chính; Kho bạc".into()];
    plan.spending[3].in_sum = false;
    plan.spending[4].phase = Phase::Executed;
    plan.spending[4].amount_basis = Some(AmountBasis::Estimate);
    reading::total(&mut plan, "PL I", 58_000_000_000);
    plan
}
