//! Which text does a PDF show, in the order in which it is read?
//!
//! A PDF places letters and lines on pages and says nothing of words, paragraphs or tables.
//! Letters are gathered into lines by where they stand; ruled boxes make the cells of
//! tables; what comes back on every page and numbers of pages are left out; lines that
//! reach the margin go on with the next one; footnotes are set after their paragraph.
//! Pages that are pictures have no text: they need recognising first.

mod cell;
mod column;
mod flow;
mod furniture;
mod grid;
mod line;
mod notes;
mod paragraph;
mod sheet;
mod table;

use hayro_interpret::{
    Context, InterpreterCache, InterpreterSettings, RenderContent, TransformExt,
    hayro_syntax::{DecryptionError, LoadPdfError, Pdf, page::Page},
    interpret_page,
    kurbo::{Affine, Rect},
};

use super::{Decoded, Format, control_characters, encoding};
use crate::reading::{ReadError, Warning};

use sheet::{FEWEST_LETTERS, Sheet};

/// Most pages that are read; the longest plan with all annexes has some three hundred.
const PAGE_LIMIT: usize = 2000;

/// Most letters that are read.
const LETTER_LIMIT: usize = 5_000_000;

/// Whether the bytes are a PDF.
pub(super) fn is_pdf(bytes: &[u8]) -> bool {
    bytes.starts_with(b"%PDF-")
}

/// Reads a PDF that has text.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, ReadError> {
    let sheets = sheets(bytes)?;
    let letters: usize = sheets.iter().map(|sheet| sheet.glyphs.len()).sum();
    let unknown: usize = sheets.iter().map(|sheet| sheet.unknown).sum();
    let pictures = pages(&sheets, Sheet::is_picture);
    if unknown * 10 > letters || letters < FEWEST_LETTERS * sheets.len() && !pictures.is_empty() {
        return Err(ReadError::Scanned { pages: sheets.len() });
    }
    let mut text = flow::text(&sheets);
    if text.trim().is_empty() {
        return Err(damaged("it shows no words"));
    }
    if let Some(found) = control_characters(&text) {
        return Err(ReadError::NotText { found });
    }
    let mut warnings = left_out(&pictures, &pages(&sheets, Sheet::leaves_out));
    if let Some(legacy) = encoding::of_text(&text) {
        text = legacy.convert(&text);
        warnings.push(encoding::warning(legacy.name()));
    }
    Ok(Decoded { text, format: Format::Plain, warnings })
}

/// The numbers of the pages that are so.
fn pages(sheets: &[Sheet], are_so: impl Fn(&Sheet) -> bool) -> Vec<String> {
    let numbered = (1..).zip(sheets).filter(|(_, sheet)| are_so(sheet));
    numbered.map(|(number, _): (usize, _)| number.to_string()).collect()
}

/// Says what of the file could not be read.
fn left_out(pictures: &[String], in_part: &[String]) -> Vec<Warning> {
    let warning = |kind: &str, pages: &[String], why: &str| Warning {
        kind: kind.to_owned(),
        message: format!("Trang {} của tệp PDF {why} Hãy xem tệp gốc.", pages.join(", ")),
        range: None,
    };
    let mut warnings = Vec::new();
    if !pictures.is_empty() {
        let why = "là ảnh, không có chữ: nội dung ở đó không được đọc.";
        warnings.push(warning("pages_not_read", pictures, why));
    }
    if !in_part.is_empty() {
        let why = "có chữ không đọc được: chữ xoay, hoặc phông không cho biết chữ nào.";
        warnings.push(warning("letters_not_read", in_part, why));
    }
    warnings
}

/// What each page shows.
fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, ReadError> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| damaged(reason(error)))?;
    let pages = pdf.pages();
    if pages.len() > PAGE_LIMIT {
        return Err(damaged(format!("it has {} pages; at most {PAGE_LIMIT} are read", pages.len())));
    }
    let cache = InterpreterCache::new();
    let mut sheets = Vec::new();
    let mut left = LETTER_LIMIT;
    for page in pages.iter() {
        let mut sheet = shown(page, &cache, 0, left);
        let way = (0..4).max_by_key(|way| (sheet.ways[*way], 4 - way)).unwrap_or_default();
        if way != 0 {
            sheet = shown(page, &cache, way, left);
        }
        if sheet.is_cut {
            return Err(damaged(format!(
                "it has more than {LETTER_LIMIT} letters; split off its attachments"
            )));
        }
        left = left.saturating_sub(sheet.glyphs.len());
        sheets.push(sheet);
    }
    Ok(sheets)
}

/// What a page shows when it is turned so that text which runs that way stands upright.
fn shown<'a>(page: &'a Page<'a>, cache: &InterpreterCache<'a>, way: usize, room: usize) -> Sheet {
    let settings =
        InterpreterSettings { render_content: RenderContent::PAGE, ..InterpreterSettings::default() };
    let (width, height) = page.render_dimensions();
    let (width, height) = (f64::from(width), f64::from(height));
    let (turn, width, height) = match way {
        1 => (Affine::new([0.0, -1.0, 1.0, 0.0, 0.0, width]), height, width),
        2 => (Affine::new([-1.0, 0.0, 0.0, -1.0, width, height]), width, height),
        3 => (Affine::new([0.0, 1.0, -1.0, 0.0, height, 0.0]), height, width),
        _ => (Affine::IDENTITY, width, height),
    };
    let place = turn * page.initial_transform(true).to_kurbo();
    let mut context = Context::new(place, Rect::new(0.0, 0.0, width, height), cache, page.xref(), settings);
    let mut sheet = Sheet::new(width, height, room);
    interpret_page(page, &mut context, &mut sheet);
    sheet
}

fn reason(error: LoadPdfError) -> &'static str {
    match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => "a password protects it",
        LoadPdfError::Decryption(_) => "its encryption is not known",
        LoadPdfError::Invalid => "it is no valid PDF",
    }
}

fn damaged(detail: impl Into<String>) -> ReadError {
    ReadError::Damaged { kind: "PDF", detail: detail.into() }
}

#[cfg(test)]
mod tests;
