//! Which text does a published file hold?
//!
//! The served text is the file's own: byte-order mark removed, CRLF to LF, nothing
//! else changed. Text in an encoding from before Unicode is converted, and the reading
//! says so; what is no text is refused with advice rather than guessed at.

mod byte_pair;
mod docx;
mod encoding;
mod html;
mod numeral;
mod pdf;

use crate::reading::{ReadError, Warning};

/// Most bytes that are read: a plan with all annexes is well under 1 MiB; 32 MiB is
/// thirty times the longest that was ever seen, and bounds memory at some 300 MiB.
pub const SIZE_LIMIT: usize = 32 * 1024 * 1024;

/// How a text marks its layout.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// Plain text as exported from a word processor: a line is a paragraph.
    #[default]
    Plain,
    /// Markdown: blank lines part paragraphs, `#` opens headings.
    Markdown,
}

/// What a decoder gives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decoded {
    /// The served text.
    pub text: String,
    /// How it marks its layout.
    pub format: Format,
    /// What was converted or left out on the way.
    pub warnings: Vec<Warning>,
}

/// Decodes the bytes of a published file.
pub fn decode(bytes: &[u8], file_name: Option<&str>) -> Result<Decoded, ReadError> {
    if bytes.len() > SIZE_LIMIT {
        return Err(ReadError::TooLarge { bytes: bytes.len(), limit: SIZE_LIMIT });
    }
    if bytes.starts_with(b"PK\x03\x04") && docx::is_docx(bytes) {
        return docx::decode(bytes);
    }
    if pdf::is_pdf(bytes) {
        return pdf::decode(bytes);
    }
    if html::is_html(bytes, file_name) {
        return html::decode(bytes);
    }
    if let Some(found) = known_binary(bytes) {
        return Err(ReadError::NotText { found: found.to_owned() });
    }
    let unicode = encoding::unicode(bytes)?;
    let text = &unicode.text;
    if text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').is_empty() {
        return Err(ReadError::Empty);
    }
    if let Some(found) = control_characters(text) {
        return Err(ReadError::NotText { found });
    }
    Ok(Decoded {
        format: format_of(text, file_name),
        warnings: unicode.converted_from.map(encoding::warning).into_iter().collect(),
        text: if text.contains('\r') { text.replace("\r\n", "\n") } else { unicode.text },
    })
}

/// What the first bytes give away.
fn known_binary(bytes: &[u8]) -> Option<&'static str> {
    const SIGNATURES: [(&[u8], &str); 8] = [
        (b"PK\x03\x04", "a ZIP archive that holds no Word document, as .xlsx and .odt are"),
        (b"PK\x05\x06", "an empty ZIP archive"),
        (b"\xd0\xcf\x11\xe0", "an old Microsoft Office file (.doc, .xls)"),
        (b"{\\rtf", "a Rich Text file (.rtf)"),
        (b"\x1f\x8b", "a gzip archive"),
        (b"\x89PNG", "a PNG image"),
        (b"\xff\xd8\xff", "a JPEG image"),
        (b"GIF8", "a GIF image"),
    ];
    SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)).map(|(_, found)| *found)
}

/// Control characters that no text has: one in five hundred is binary data.
fn control_characters(text: &str) -> Option<String> {
    let is_control = |c: char| matches!(c, '\0'..='\u{8}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{9f}');
    // Those beyond ASCII begin with the byte c2; where neither is found, nothing is counted.
    let may_control = |byte: u8| matches!(byte, 0..=8 | 0xe..=0x1f | 0x7f | 0xc2);
    if !text.bytes().fold(false, |found, byte| found | may_control(byte)) {
        return None;
    }
    let bytes = text.as_bytes();
    let of_one = |byte: u8| matches!(byte, 0..=0x8 | 0xe..=0x1f | 0x7f);
    let last = bytes.last().is_some_and(|byte| of_one(*byte));
    let count =
        usize::from(last) + byte_pair::count(bytes, |one, next| of_one(one) || one == 0xc2 && next < 0xa0);
    if count * 500 <= text.len() && !text.contains('\0') {
        return None;
    }
    let offset = text.find(is_control)?;
    Some(format!("binary data: {count} control characters, the first at offset {offset}"))
}

/// By extension where it says Markdown, else by what stands in the text.
fn format_of(text: &str, file_name: Option<&str>) -> Format {
    let extension = file_name.and_then(|name| name.rsplit_once('.')).map(|(_, end)| end.to_lowercase());
    if matches!(extension.as_deref(), Some("md" | "markdown" | "mkd")) {
        return Format::Markdown;
    }
    let marks = text.lines().filter(|line| is_markdown_line(line)).count();
    if marks >= 3 { Format::Markdown } else { Format::Plain }
}

fn is_markdown_line(line: &str) -> bool {
    let line = line.trim();
    let hashes = line.len() - line.trim_start_matches('#').len();
    (1..=6).contains(&hashes) && line[hashes..].starts_with(' ')
        || line.starts_with("**") && line.ends_with("**") && line.len() > 4
        || line.starts_with('|') && line.contains("---")
}

#[cfg(test)]
mod tests;
