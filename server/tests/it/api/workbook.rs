//! Is a workbook the list with its types, and does it explain itself?

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};

use super::{NOUNS, portal, small};
use crate::support::portal::{PUBLIC_URL, Portal};

async fn workbook(portal: &Portal, address: &str) -> Xlsx<Cursor<Vec<u8>>> {
    let reply = portal.get(address).await;
    assert_eq!(reply.status.as_u16(), 200, "{address}");
    assert_eq!(
        reply.header("content-type"),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    );
    Xlsx::new(Cursor::new(reply.body)).unwrap_or_else(|error| panic!("{address}: {error}"))
}

/// The cell of a row, counted from 1, under the column of this name.
fn cell<'a>(sheet: &'a calamine::Range<Data>, row: usize, name: &str) -> &'a Data {
    let at = sheet.rows().next().unwrap().iter().position(|own| *own == *name).unwrap();
    sheet.get((row, at)).unwrap_or(&Data::Empty)
}

#[tokio::test]
async fn every_list_is_a_workbook_with_its_columns_and_rows() {
    let portal = portal().await;
    for noun in NOUNS {
        let list = portal.json(&format!("/api/v1/{noun}")).await;
        let mut book = workbook(&portal, &format!("/api/v1/{noun}.xlsx")).await;
        assert_eq!(book.sheet_names(), [noun, "Các cột"]);
        let sheet = book.worksheet_range(noun).unwrap();
        let header: Vec<String> = sheet.rows().next().unwrap().iter().map(ToString::to_string).collect();
        let columns = list["meta"]["columns"].as_array().unwrap();
        let names: Vec<&str> = columns.iter().map(|column| column["name"].as_str().unwrap()).collect();
        assert_eq!(header, names, "{noun}");
        assert_eq!(sheet.height() as u64 - 1, list["page"]["total"].as_u64().unwrap(), "{noun}");
    }
}

#[tokio::test]
async fn numbers_dates_and_truth_values_are_such_and_nothing_is_nothing() {
    let portal = portal().await;
    let mut book = workbook(&portal, "/api/v1/spending.xlsx?plan=soc-trang-2020").await;
    let sheet = book.worksheet_range("spending").unwrap();
    assert_eq!(*cell(&sheet, 1, "amount_vnd"), Data::Float(16_000_000_000.0));
    assert_eq!(*cell(&sheet, 3, "amount_vnd"), Data::Empty);
    assert_eq!(*cell(&sheet, 4, "in_sum"), Data::Bool(false));
    assert_eq!(*cell(&sheet, 1, "title"), Data::String("Số hóa hồ sơ".into()));
    let mut book = workbook(&portal, "/api/v1/plans.xlsx").await;
    let sheet = book.worksheet_range("plans").unwrap();
    let plans = portal.json("/api/v1/plans").await;
    let issued = plans["data"][0]["issued_on"].as_str().expect("a plan with a date");
    let Data::DateTime(day) = cell(&sheet, 1, "issued_on") else {
        panic!("{:?}", cell(&sheet, 1, "issued_on"))
    };
    let (year, month, day, ..) = day.to_ymd_hms_milli();
    assert_eq!(format!("{year:04}-{month:02}-{day:02}"), issued);
}

#[tokio::test]
async fn an_amount_that_excel_would_round_is_text() {
    let portal = Portal::empty().await;
    let mut plan = small(2020);
    plan.spending[0].amount_vnd = Some(9_007_199_254_740_991);
    portal.publish(&plan).await;
    let mut book = workbook(&portal, "/api/v1/spending.xlsx?sort=-amount_vnd").await;
    let sheet = book.worksheet_range("spending").unwrap();
    assert_eq!(*cell(&sheet, 1, "amount_vnd"), Data::String("9007199254740991".into()));
}

#[tokio::test]
async fn the_second_sheet_says_what_the_columns_are_in_the_language_asked_for() {
    let portal = portal().await;
    let mut book = workbook(&portal, "/api/v1/spending.xlsx?lang=en&year=2020").await;
    let sheet = book.worksheet_range("Columns").unwrap();
    let rows: Vec<String> =
        sheet.rows().map(|row| row.iter().map(ToString::to_string).collect::<Vec<_>>().join("|")).collect();
    assert!(rows.contains(&"amount_vnd|Amount (VND)|integer|VND|Amount in VND.".to_owned()), "{rows:#?}");
    assert!(rows.iter().any(|row| row.contains(&format!("{PUBLIC_URL}/api/v1/spending?year=2020&lang=en"))));
    assert!(rows.iter().any(|row| row.contains("CC BY 4.0")));
    let mut book = workbook(&portal, "/api/v1/spending.xlsx").await;
    let sheet = book.worksheet_range("Các cột").unwrap();
    assert!(sheet.rows().any(|row| row[0] == *"in_sum" && row[4].to_string().contains("chỉ cộng")));
}

#[tokio::test]
async fn words_longer_than_a_cell_are_cut_and_counted() {
    let portal = Portal::empty().await;
    let mut plan = small(2020);
    plan.spending[0].product = Some("ă".repeat(40_000));
    portal.publish(&plan).await;
    let mut book = workbook(&portal, "/api/v1/spending.xlsx").await;
    let sheet = book.worksheet_range("spending").unwrap();
    assert_eq!(cell(&sheet, 1, "product").to_string().chars().count(), 32_767);
    let about = book.worksheet_range("Các cột").unwrap();
    let told = about.rows().find(|row| row[0].to_string().starts_with("Số ô bị cắt")).expect("a count");
    assert_eq!(told[1].to_string(), "1");
}
