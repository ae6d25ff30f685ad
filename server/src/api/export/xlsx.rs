//! How does a list become a workbook?
//!
//! Rows go to a temporary file as they come and are packed at the end, so that memory does not
//! grow with the list. Excel keeps fifteen digits of a number: a longer one is written as text.

use std::{
    fs::File,
    io::{self, Seek},
};

use axum::body::{Body, Bytes};
use futures_util::{TryStreamExt, stream};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use serde_json::Value;
use tokio::{io::AsyncReadExt, sync::mpsc};

use super::batches::Batches;
use crate::api::columns::Column;

/// Rows that a sheet holds, its header among them.
const SHEET_ROWS: u32 = 1_048_576;

/// Letters that a cell holds, in UTF-16 units.
const CELL_LETTERS: usize = 32_767;

/// Whole numbers of fifteen digits, which Excel keeps exactly.
const EXACT: i64 = 999_999_999_999_999;

/// Batches that wait to be written.
const WAITING: usize = 2;

/// Bytes read of the finished file at a time.
const CHUNK: usize = 64 * 1024;

/// What the sheet about the columns says beside them.
#[derive(Clone, Debug)]
pub(crate) struct Explained {
    /// Name of the list.
    pub(crate) noun: &'static str,
    /// Whether in English.
    pub(crate) english: bool,
    /// Each line: what it is, and its value.
    pub(crate) facts: Vec<(&'static str, String)>,
}

/// The workbook of a list, made while it is sent for.
pub(super) fn body(batches: Batches, columns: Vec<Column>, explained: Explained) -> Body {
    let made = async move {
        let file = made(batches, columns, explained).await?;
        Ok::<_, io::Error>(chunks(tokio::fs::File::from_std(file)))
    };
    Body::from_stream(stream::once(made).try_flatten())
}

fn chunks(file: tokio::fs::File) -> impl futures_util::Stream<Item = io::Result<Bytes>> {
    stream::try_unfold(file, |mut file| async move {
        let mut chunk = vec![0; CHUNK];
        let read = file.read(&mut chunk).await?;
        chunk.truncate(read);
        Ok((read > 0).then(|| (Bytes::from(chunk), file)))
    })
}

/// Reads here and writes on a thread that may block.
async fn made(mut batches: Batches, columns: Vec<Column>, explained: Explained) -> io::Result<File> {
    let (send, mut receive) = mpsc::channel::<Vec<Value>>(WAITING);
    let writing = tokio::task::spawn_blocking(move || {
        let mut book = Book::new(columns, explained)?;
        while let Some(records) = receive.blocking_recv() {
            for record in &records {
                book.add(record)?;
            }
        }
        book.finish()
    });
    loop {
        match batches.next().await {
            // Who no longer takes any has failed, and says so itself.
            Ok(Some(records)) => {
                if send.send(records).await.is_err() {
                    break;
                }
            }
            Ok(None) => break,
            Err(error) => {
                writing.abort();
                return Err(io::Error::other(error));
            }
        }
    }
    drop(send);
    writing.await.map_err(io::Error::other)?.map_err(|error: io::Error| {
        tracing::error!(%error, "a workbook could not be written");
        error
    })
}

/// A workbook being written, row after row.
struct Book {
    workbook: Workbook,
    columns: Vec<Column>,
    explained: Explained,
    formats: Vec<Format>,
    /// The sheet that rows go to, and its next row.
    sheet: usize,
    row: u32,
    /// Cells whose words are longer than a cell may be.
    cut: u64,
}

impl Book {
    fn new(columns: Vec<Column>, explained: Explained) -> io::Result<Self> {
        let mut workbook = Workbook::new();
        // The same list gives the same file.
        let made = ExcelDateTime::from_ymd(2025, 7, 1).map_err(failed)?;
        workbook.set_properties(&DocProperties::new().set_title(explained.noun).set_creation_datetime(&made));
        let about = if explained.english { "Columns" } else { "Các cột" };
        for name in [explained.noun, about] {
            workbook.add_worksheet_with_constant_memory().map_err(failed)?.set_name(name).map_err(failed)?;
        }
        let formats = columns.iter().map(format_of).collect();
        let mut book = Self { workbook, columns, explained, formats, sheet: 0, row: 0, cut: 0 };
        book.begin_sheet()?;
        Ok(book)
    }

    fn begin_sheet(&mut self) -> io::Result<()> {
        self.row = 1;
        let sheet = self.workbook.worksheet_from_index(self.sheet).map_err(failed)?;
        header(sheet, self.columns.iter().map(|column| column.name.as_str())).map_err(failed)?;
        Ok(())
    }

    fn add(&mut self, record: &Value) -> io::Result<()> {
        if self.row == SHEET_ROWS {
            // The sheet about the columns stands between the first and those that follow.
            let sheets = self.workbook.worksheets().len();
            let name = format!("{} {sheets}", self.explained.noun);
            self.workbook
                .add_worksheet_with_constant_memory()
                .map_err(failed)?
                .set_name(name)
                .map_err(failed)?;
            self.sheet = sheets;
            self.begin_sheet()?;
        }
        let sheet = self.workbook.worksheet_from_index(self.sheet).map_err(failed)?;
        for ((at, column), format) in (0..).zip(&self.columns).zip(&self.formats) {
            let whole = write(sheet, (self.row, at), column, record, format).map_err(failed)?;
            self.cut += u64::from(!whole);
        }
        self.row += 1;
        Ok(())
    }

    fn finish(mut self) -> io::Result<File> {
        let about = self.workbook.worksheet_from_index(1).map_err(failed)?;
        explain(about, &self.columns, &self.explained, self.cut).map_err(failed)?;
        let mut file = tempfile::tempfile()?;
        self.workbook.save_to_writer(&mut file).map_err(failed)?;
        file.rewind()?;
        Ok(file)
    }
}

#[expect(clippy::needless_pass_by_value, reason = "what map_err hands over")]
fn failed(error: XlsxError) -> io::Error {
    io::Error::other(error.to_string())
}

fn format_of(column: &Column) -> Format {
    let format = Format::new();
    match (column.r#type, column.format, column.unit) {
        (_, Some("date"), _) => format.set_num_format("yyyy-mm-dd"),
        ("integer", _, Some(_)) => format.set_num_format("#,##0"),
        ("integer", ..) => format.set_num_format("0"),
        _ => format,
    }
}

fn header<'a>(sheet: &mut Worksheet, names: impl Iterator<Item = &'a str>) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    sheet.set_freeze_panes(1, 0)?;
    for (at, name) in (0..).zip(names) {
        sheet.set_column_width(at, 18)?;
        sheet.write_string_with_format(0, at, name, &bold)?;
    }
    Ok(())
}

/// Writes one cell with its type; tells whether all of it fits.
fn write(
    sheet: &mut Worksheet,
    (row, at): (u32, u16),
    column: &Column,
    record: &Value,
    format: &Format,
) -> Result<bool, XlsxError> {
    match column.value(record) {
        None => {}
        Some(Value::Bool(truth)) => {
            sheet.write_boolean(row, at, *truth)?;
        }
        Some(Value::Number(number)) if exact(number) => {
            sheet.write_number_with_format(row, at, number.as_f64().unwrap_or_default(), format)?;
        }
        Some(Value::String(day)) if column.format == Some("date") => match ExcelDateTime::parse_from_str(day)
        {
            Ok(day) => {
                sheet.write_datetime_with_format(row, at, &day, format)?;
            }
            // Excel knows no day before 1900.
            Err(_) => {
                sheet.write_string(row, at, day)?;
            }
        },
        Some(_) => {
            let cell = column.cell(record);
            let fitting = fitting(&cell);
            sheet.write_string(row, at, fitting)?;
            return Ok(fitting.len() == cell.len());
        }
    }
    Ok(true)
}

fn exact(number: &serde_json::Number) -> bool {
    number.as_i64().map_or(number.is_f64(), |whole| whole.abs() <= EXACT)
}

/// The start of words that a cell holds.
fn fitting(words: &str) -> &str {
    let mut units = 0;
    let end = words.char_indices().find(|(_, letter)| {
        units += letter.len_utf16();
        units > CELL_LETTERS
    });
    end.map_or(words, |(end, _)| &words[..end])
}

/// The sheet that says what the columns are, and where the list comes from.
fn explain(
    sheet: &mut Worksheet,
    columns: &[Column],
    explained: &Explained,
    cut: u64,
) -> Result<(), XlsxError> {
    let names = if explained.english {
        ["Column", "Label", "Type", "Unit", "Meaning"]
    } else {
        ["Cột", "Tên", "Kiểu", "Đơn vị", "Ý nghĩa"]
    };
    header(sheet, names.into_iter())?;
    sheet.set_column_width(4, 80)?;
    let mut row = 1;
    for column in columns {
        let r#type = column.format.unwrap_or(column.r#type);
        let cells =
            [&column.name, &column.label, r#type, column.unit.unwrap_or_default(), &column.description];
        for (at, cell) in (0..).zip(cells) {
            sheet.write_string(row, at, cell)?;
        }
        row += 1;
    }
    let cells_cut =
        if explained.english { "Cells cut at 32,767 letters" } else { "Số ô bị cắt ở 32.767 chữ" };
    let cut = (cut > 0).then(|| (cells_cut, cut.to_string()));
    for (name, value) in explained.facts.iter().cloned().chain(cut) {
        row += 1;
        sheet.write_string(row, 0, name)?;
        sheet.write_string(row, 1, value)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_cut_where_a_cell_ends_and_never_within_a_letter() {
        assert_eq!(fitting("Số hóa"), "Số hóa");
        // Outside the basic plane a letter counts twice.
        let long = "😀".repeat(20_000);
        assert_eq!(fitting(&long).encode_utf16().count(), 32_766);
    }

    #[test]
    fn a_number_that_excel_would_round_is_not_exact() {
        let number = |text: &str| serde_json::from_str::<serde_json::Number>(text).unwrap();
        assert!(exact(&number("999999999999999")) && exact(&number("-58.68")));
        assert!(!exact(&number("1000000000000001")) && !exact(&number("18446744073709551615")));
    }
}
